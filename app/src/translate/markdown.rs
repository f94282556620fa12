//! The little of Markdown that the guide is written in: a title, sections, paragraphs, lists, code, strong words, drawings.

use html_escape::{encode_double_quoted_attribute, encode_text};

/// A text as it goes into a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// Its title, as plain text.
    pub title: String,
    /// All below the title.
    pub html: String,
}

/// What the line before left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Nothing,
    Paragraph,
    /// A list, and its last line.
    List,
    Code,
}

/// Reads a text. A drawing is an `<svg>` of `pictures`, by its name in the text; one that is not there is left out.
pub(super) fn read(written: &str, pictures: &[(&str, &str)]) -> Text {
    let mut reader = Reader {
        text: Text::default(),
        said: String::new(),
        open: Open::Nothing,
        pictures,
    };
    written.lines().for_each(|line| reader.line(line));
    reader.close();
    reader.text
}

struct Reader<'p> {
    text: Text,
    /// The words of what is open.
    said: String,
    open: Open,
    pictures: &'p [(&'p str, &'p str)],
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        if self.open == Open::Code {
            if line == "```" {
                self.text.html.push_str("</code></pre>");
                self.open = Open::Nothing;
            } else {
                self.text.html.push_str(&encode_text(line));
                self.text.html.push('\n');
            }
        } else if line == "```" {
            self.close();
            self.text.html.push_str("<pre dir=\"ltr\"><code>");
            self.open = Open::Code;
        } else if let Some(title) = line.strip_prefix("# ") {
            title.clone_into(&mut self.text.title);
        } else if let Some(heading) = line.strip_prefix("## ") {
            self.close();
            let heading = encode_text(heading);
            self.text
                .html
                .push_str(&format!("<h2 class=\"c-heading\">{heading}</h2>"));
        } else if let Some(picture) = line.strip_prefix("![") {
            self.close();
            self.picture(picture);
        } else if let Some(item) = line.strip_prefix("- ") {
            if self.open == Open::List {
                self.item();
            } else {
                self.close();
                self.text.html.push_str("<ul>");
                self.open = Open::List;
            }
            item.clone_into(&mut self.said);
        } else if line.trim().is_empty() {
            self.close();
        } else {
            if self.open == Open::Nothing {
                self.open = Open::Paragraph;
            } else {
                self.said.push(' ');
            }
            self.said.push_str(line.trim());
        }
    }

    /// `alt](name)`.
    fn picture(&mut self, written: &str) {
        let drawing = written
            .strip_suffix(')')
            .and_then(|written| written.split_once("]("))
            .and_then(|(alt, name)| Some((alt, self.pictures.iter().find(|(of, _)| *of == name)?.1)));
        if let Some((alt, svg)) = drawing {
            let label = format!("role=\"img\" aria-label=\"{}\"", encode_double_quoted_attribute(alt));
            let svg = svg.trim().replace("role=\"img\"", &label);
            self.text.html.push_str(&format!("<p>{svg}</p>"));
        }
    }

    fn item(&mut self) {
        let said = inline(&std::mem::take(&mut self.said));
        self.text.html.push_str(&format!("<li>{said}</li>"));
    }

    fn close(&mut self) {
        match std::mem::take(&mut self.open) {
            Open::Nothing => {}
            Open::Paragraph => {
                let said = inline(&std::mem::take(&mut self.said));
                self.text.html.push_str(&format!("<p>{said}</p>"));
            }
            Open::List => {
                self.item();
                self.text.html.push_str("</ul>");
            }
            Open::Code => self.text.html.push_str("</code></pre>"),
        }
    }
}

/// Words with code and strong ones among them.
fn inline(words: &str) -> String {
    let mut html = String::new();
    for (place, part) in words.split('`').enumerate() {
        if place % 2 == 1 {
            html.push_str(&format!("<code dir=\"ltr\">{}</code>", encode_text(part)));
            continue;
        }
        for (place, part) in part.split("**").enumerate() {
            let part = encode_text(part);
            if place % 2 == 1 {
                html.push_str(&format!("<strong>{part}</strong>"));
            } else {
                html.push_str(&part);
            }
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_becomes_elements() {
        let text = read(
            "# A <title>\n\nTwo\nlines & `{ $x }`.\n\n- **One**\n  goes on\n- Two\n\n## More\n\n```\na <b>\n```\nEnd",
            &[],
        );
        assert_eq!(text.title, "A <title>");
        assert_eq!(
            text.html,
            "<p>Two lines &amp; <code dir=\"ltr\">{ $x }</code>.</p>\
             <ul><li><strong>One</strong> goes on</li><li>Two</li></ul>\
             <h2 class=\"c-heading\">More</h2>\
             <pre dir=\"ltr\"><code>a &lt;b&gt;\n</code></pre><p>End</p>"
        );
    }

    #[test]
    fn a_drawing_has_its_words() {
        let svg = "<svg role=\"img\"><path/></svg>";
        let text = read("# T\n![A \"finger\"](a.svg)\n![gone](b.svg)", &[("a.svg", svg)]);
        assert_eq!(
            text.html,
            "<p><svg role=\"img\" aria-label=\"A &quot;finger&quot;\"><path/></svg></p>"
        );
    }

    #[test]
    fn what_is_left_open_is_closed() {
        assert_eq!(read("```\nx", &[]).html, "<pre dir=\"ltr\"><code>x\n</code></pre>");
        assert_eq!(read("- a", &[]).html, "<ul><li>a</li></ul>");
    }
}
