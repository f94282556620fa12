//! Cleaning what is pasted into a merchant's text: tags of web pages, letters of other keyboards. The words stay; whoever wrote
//! them is told what was changed.

use domain::Locale;

use crate::uyghur::standard_letters;

/// A text after cleaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// The text.
    pub text: String,
    /// Tags of a web page were taken out.
    pub had_markup: bool,
    /// Words that had letters of another keyboard or of an old font, as they were and as they are; the first few.
    pub words: Vec<(String, String)>,
}

impl Tidied {
    /// Whether it is not what was typed.
    pub const fn is_changed(&self) -> bool {
        self.had_markup || !self.words.is_empty()
    }
}

/// How many changed words are named.
const NAMED: usize = 5;
/// Longest tag, bytes; what is longer is a text with a `<`.
pub const LONGEST_TAG: usize = 4000;
/// What begins and ends a comment.
const COMMENT: (&str, &str) = ("<!--", "-->");
/// Elements whose contents are no text, and what ends them.
const CODE: [(&str, &str); 2] = [("script", "</script"), ("style", "</style")];
/// Tags of web pages and of what writing programs put into them; whatever else stands between `<` and `>` is a text.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "link",
    "main",
    "mark",
    "meta",
    "nav",
    "ol",
    "option",
    "p",
    "path",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xml",
];
/// Before the colon of tags that writing programs make.
const PREFIXES: &[&str] = &["m", "o", "st1", "v", "w", "x"];

/// Cleans a text that is written in `lang`.
pub fn tidy(typed: &str, lang: Locale) -> Tidied {
    let (plain, had_markup) = without_tags(typed);
    let text = standard_letters(&plain, lang == Locale::Ug);
    let words = plain
        .split_whitespace()
        .zip(text.split_whitespace())
        .filter(|(old, new)| old != new)
        .take(NAMED)
        .map(|(old, new)| (old.to_owned(), new.to_owned()))
        .collect();
    Tidied {
        had_markup,
        words,
        text,
    }
}

/// The text without tags, and whether there were any; what ended a line ends one still. A `<` that begins no tag stays, and
/// so does what follows an element that is never ended. Where the last ends stand is looked up once, so that many beginnings
/// without an end cost no more than a text.
fn without_tags(typed: &str) -> (String, bool) {
    let lower = typed.to_ascii_lowercase();
    let last_comment = typed.rfind(COMMENT.1);
    let last_code = CODE.map(|(_, end)| lower.rfind(end));
    let mut text = String::with_capacity(typed.len());
    let (mut at, mut had_markup) = (0, false);
    while let Some(place) = typed[at..].find('<') {
        text.push_str(&typed[at..at + place]);
        at += place;
        if typed[at..].starts_with(COMMENT.0) && last_comment.is_some_and(|last| last >= at + COMMENT.0.len()) {
            at = behind(typed, at + COMMENT.0.len(), COMMENT.1);
            had_markup = true;
            continue;
        }
        let Some((tag, name)) = tag_at(&typed[at..]) else {
            text.push('<');
            at += 1;
            continue;
        };
        had_markup = true;
        at += tag.len();
        let code = CODE.iter().zip(last_code).find(|((code, _), _)| *code == name);
        match code {
            Some(((_, end), Some(last))) if !tag.starts_with("</") && last >= at => {
                at = behind(&lower, at, end);
                at = behind(typed, at, ">");
            }
            _ if ends_line(&name) && !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
            _ => {}
        }
    }
    text.push_str(&typed[at..]);
    had_markup |= text.contains("&nbsp;");
    (text.replace("&nbsp;", " ").replace('\u{A0}', " "), had_markup)
}

/// The place behind the next `end`; the same place when there is none.
fn behind(text: &str, at: usize, end: &str) -> usize {
    text[at..].find(end).map_or(at, |place| at + place + end.len())
}

/// The tag that begins here, and its name in small letters.
fn tag_at(text: &str) -> Option<(&str, String)> {
    let end = text
        .bytes()
        .take(LONGEST_TAG)
        .skip(1)
        .position(|byte| matches!(byte, b'<' | b'>'))?
        + 1;
    let tag = text.get(..=end).filter(|tag| tag.ends_with('>'))?;
    let inside = tag[1..end].trim_start_matches('/');
    let length = inside
        .find(|c: char| c.is_whitespace() || c == '/')
        .unwrap_or(inside.len());
    let (name, rest) = inside.split_at(length);
    let name = name.to_ascii_lowercase();
    let is_known = match name.split_once(':') {
        Some((prefix, _)) => PREFIXES.contains(&prefix) || prefix == "?xml",
        // Of one letter are also things one writes about: what follows it is then not what a tag has.
        None if name.len() == 1 => {
            TAGS.contains(&name.as_str()) && (rest.trim_matches(['/', ' ']).is_empty() || rest.contains('='))
        }
        None => TAGS.contains(&name.as_str()) || matches!(name.as_str(), "!doctype" | "?xml") || name.starts_with("!["),
    };
    is_known.then_some((tag, name))
}

fn ends_line(name: &str) -> bool {
    matches!(
        name,
        "br" | "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}
