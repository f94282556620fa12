//! Descriptions of other shops are HTML; ours are plain paragraphs.

/// Tags that begin and end a paragraph.
const BLOCKS: [&str; 22] = [
    "address",
    "article",
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "ol",
    "p",
    "section",
    "table",
    "tr",
    "ul",
];
/// Tags whose content is not text.
const SILENT: [&str; 6] = ["head", "script", "style", "template", "iframe", "noscript"];

/// The text of a piece of HTML, in paragraphs. What has neither tags nor entities stays as it is.
pub fn text_of_html(html: &str) -> String {
    if !looks_like_html(html) {
        return html.to_owned();
    }
    // Beyond the last of them nothing can be a tag: not looked for again at each `<`.
    let last = html.rfind('>').unwrap_or(0);
    let mut text = Paragraphs::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push(before);
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let is_tag = html.len() - tag.len() < last
            && tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some(end) = tag.find('>').filter(|_| is_tag) else {
            text.push("<");
            rest = &tag[1..];
            continue;
        };
        let name = name_of(&tag[1..end]);
        rest = &tag[end + 1..];
        match name.as_str() {
            "br" => text.end_line(),
            "li" | "/li" => text.end_line(),
            "td" | "th" => text.push(" "),
            name if SILENT.contains(&name) => rest = after(rest, name),
            name if BLOCKS.contains(&name.trim_start_matches('/')) => text.end_paragraph(),
            _ => {}
        }
    }
    text.push(rest);
    text.finish()
}

fn looks_like_html(text: &str) -> bool {
    let last = text.rfind('>').unwrap_or(0);
    let has_tag = text.match_indices('<').any(|(at, _)| {
        at < last && text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
    });
    let has_entity = text.match_indices('&').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
        rest.starts_with(';') && rest.len() + 1 < text[at..].len()
    });
    has_tag || has_entity
}

/// A tag's name in small letters, with the slash of an end tag.
fn name_of(tag: &str) -> String {
    tag.chars()
        .enumerate()
        .take_while(|(at, c)| c.is_ascii_alphanumeric() || (*at == 0 && *c == '/'))
        .map(|(_, c)| c.to_ascii_lowercase())
        .collect()
}

/// What follows the end tag of `name`.
fn after<'t>(rest: &'t str, name: &str) -> &'t str {
    let end = format!("</{name}");
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let here = &rest[from + at..];
        if here.get(..end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end)) {
            return here.find('>').map_or("", |close| &here[close + 1..]);
        }
        from += at + 2;
    }
    ""
}

#[derive(Default)]
struct Paragraphs {
    done: String,
    line: String,
    /// Line breaks that stand between what is done and the line.
    breaks: usize,
}

impl Paragraphs {
    fn push(&mut self, html: &str) {
        let text = html_escape::decode_html_entities(html);
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || (!self.line.ends_with(' ') && !self.line.is_empty()) {
                self.line.push(c);
            }
        }
    }

    fn end(&mut self, breaks: usize) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            if !self.done.is_empty() {
                self.done.push_str(if self.breaks > 1 { "\n\n" } else { "\n" });
            }
            self.done.push_str(line);
            self.breaks = 0;
        }
        self.line.clear();
        self.breaks = Ord::max(self.breaks, breaks);
    }

    fn end_line(&mut self) {
        self.end(1);
    }

    fn end_paragraph(&mut self) {
        self.end(2);
    }

    fn finish(mut self) -> String {
        self.end(0);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_lists_and_entities_become_lines() {
        let html = "<p>Almendras&nbsp;de <strong>Badamliq</strong> &amp; miel.</p>\n\n<ul>\n<li>500 g</li><li>1 kg</li></ul>\
                    <!-- nothing --><SCRIPT>alert('<p>')</SCRIPT><p style=\"a>b\">Fin<br/>aquí</p>";
        let text = text_of_html(html);
        assert!(
            text.starts_with("Almendras de Badamliq & miel.\n\n500 g\n1 kg\n\n"),
            "{text}"
        );
        assert!(text.ends_with("Fin\naquí") && !text.contains("alert"), "{text}");
    }

    #[test]
    fn what_is_plain_stays() {
        for plain in ["a < b > c", "Sal & Pimienta", "line\n\nline", "<3", "5 <6", ""] {
            assert_eq!(text_of_html(plain), plain);
        }
        assert_eq!(text_of_html("Sal &amp; Pimienta"), "Sal & Pimienta");
        assert_eq!(text_of_html("<p>a < b"), "a < b");
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(html in "[<>/&;#!a-p \\-\"'\u{e9}\u{634}]{0,60}|\\PC{0,40}") {
            let text = text_of_html(&html);
            prop_assert!(text.len() <= html.len() * 4 + 16);
        }
    }
}
