//! Style that works from right to left: logical properties only, and no `!important`.
//! `/* physical: why */` on a declaration's line lets it pass, for what has a side whatever the language.

use super::{Finding, Source};

const EXCUSE: &str = "physical:";

/// Properties with a side, and the one to write instead.
const PHYSICAL: [(&str, &str); 16] = [
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("margin-left", "margin-inline-start"),
    ("margin-right", "margin-inline-end"),
    ("padding-left", "padding-inline-start"),
    ("padding-right", "padding-inline-end"),
    ("scroll-margin-left", "scroll-margin-inline-start"),
    ("scroll-margin-right", "scroll-margin-inline-end"),
    ("scroll-padding-left", "scroll-padding-inline-start"),
    ("scroll-padding-right", "scroll-padding-inline-end"),
    ("border-left", "border-inline-start"),
    ("border-right", "border-inline-end"),
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
];

/// Checks one style sheet.
pub fn check(source: &Source) -> Vec<Finding> {
    let lines: Vec<&str> = source.text.lines().collect();
    declarations(&source.text)
        .into_iter()
        .filter(|declaration| {
            !lines
                .get(declaration.line - 1)
                .is_some_and(|line| line.contains(EXCUSE))
        })
        .filter_map(|declaration| {
            let message = problem(&declaration.name, &declaration.value)?;
            Some(Finding::new(&source.path, declaration.line, message))
        })
        .collect()
}

fn problem(name: &str, value: &str) -> Option<String> {
    if value.contains("!important") {
        return Some("!important; let the later rule or the narrower class win".to_owned());
    }
    let side = |physical: &&(&str, &str)| {
        let (physical, _) = **physical;
        // border-left-color and its like, too.
        name == physical
            || (physical.starts_with("border-")
                && name.strip_prefix(physical).is_some_and(|rest| rest.starts_with('-')))
    };
    if let Some((_, logical)) = PHYSICAL.iter().find(side) {
        return Some(format!("{name} does not turn round in Uyghur; write {logical}"));
    }
    if ["text-align", "float", "clear", "caption-side"].contains(&name) && ["left", "right"].contains(&value) {
        let logical = match (name, value) {
            ("text-align", "left") => "start",
            ("text-align", _) => "end",
            (_, "left") => "inline-start",
            _ => "inline-end",
        };
        return Some(format!(
            "{name}: {value} does not turn round in Uyghur; write {logical}"
        ));
    }
    let parts = top_level(value);
    if let ([_, right, _, left], "margin" | "padding" | "inset" | "border-width") = (&parts[..], name)
        && right != left
    {
        let logical = match name {
            "border-width" => "border-inline-width".to_owned(),
            _ => format!("{name}-inline"),
        };
        return Some(format!(
            "{name} with two different sides does not turn round in Uyghur; write {logical}, or excuse it with /* {EXCUSE} why */"
        ));
    }
    None
}

struct Declaration {
    line: usize,
    name: String,
    value: String,
}

/// The declarations of a sheet: what ends in ";" or "}". What ends in "{" is a selector.
fn declarations(css: &str) -> Vec<Declaration> {
    let css = without_comments(css);
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, letter) in css.char_indices() {
        match (letter, quote) {
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) => quote = Some(open).filter(|open| *open != letter),
            ('(', None) => depth += 1,
            (')', None) => depth = depth.saturating_sub(1),
            (';' | '}' | '{', None) if depth == 0 => {
                let piece = css.get(start..at).unwrap_or_default();
                if letter != '{'
                    && let Some((name, value)) = piece.split_once(':')
                    && !piece.trim_start().starts_with('@')
                {
                    let lead = piece.len() - piece.trim_start().len();
                    let line = 1 + css.get(..start + lead).unwrap_or_default().matches('\n').count();
                    let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
                    found.push(Declaration { line, name, value });
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// Comments become blanks; lines stay where they are.
fn without_comments(css: &str) -> String {
    let mut result = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let (before, comment) = rest.split_at(start);
        result.push_str(before);
        let end = comment.find("*/").map_or(comment.len(), |end| end + 2);
        let (comment, after) = comment.split_at(end);
        result.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    result.push_str(rest);
    result
}

fn top_level(value: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let parts = value.split(|letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter.is_whitespace() && depth == 0
    });
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(css: &str) -> Vec<usize> {
        let source = Source {
            path: "style/cart.css".into(),
            text: css.to_owned(),
        };
        check(&source).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn physical_sides_are_found() {
        for css in [
            "a { margin-left: 1px }",
            "a { left: 0; }",
            "a { border-right-color: red }",
            "a { text-align: right }",
            "a { float: left }",
            "a { margin: 0 1px 0 2px }",
            "a { color: red !important }",
            "@media (min-width: 40em) { .c-card { padding-right: 1px } }",
        ] {
            assert_eq!(lines(css), [1], "{css}");
        }
    }

    #[test]
    fn logical_ones_selectors_and_comments_pass() {
        for css in [
            "a { margin-inline-start: 1px; inset-inline-start: 0; text-align: start }",
            "a { margin: 0 1px 2px 1px; padding: calc(1px + 2px) 3px }",
            "/* left: 0; */ .left:hover { top: 0 }",
            "a { content: \"; left: 0;\"; background: url(data:left;left:0) }",
            "a { left: 0; /* physical: the clock's hands */ }",
            "a { --left: 0 }",
        ] {
            assert!(lines(css).is_empty(), "{css}");
        }
    }

    #[test]
    fn lines_count_through_comments() {
        assert_eq!(lines("/* two\n lines */\na {\n  top: 0;\n  right: 0;\n}\n"), [5]);
    }
}
