//! What the parser stumbled over, as a kind of mistake: the cause, and the line where it is to be mended.

use fluent_syntax::parser::{ErrorKind, ParserError};

use super::chunk::Chunk;
use super::damage::{code_of, is_unseen};
use super::finding::{Finding, Kind};

/// The first mistake in a chunk. With `of`, the text of this name was readable up to there: shown without the rest, it would be
/// cut short.
pub fn explain(path: &str, chunk: &Chunk<'_>, error: &ParserError, of: Option<&str>) -> Finding {
    if let Some(id) = of {
        return loose_line(path, chunk, error, id);
    }
    let id = chunk.head().map(|head| head.id).or_else(|| first_id(chunk.text));
    let place = place_of_value(&error.kind, chunk).unwrap_or(error.pos.start);
    if let Some(finding) = hidden(path, chunk, place) {
        return finding.of(id);
    }
    if let Some(place) = tab_at(&error.kind, chunk.text, place) {
        return pointed(Kind::LineTab, path, chunk, place).of(id);
    }
    if let Some((sign, instead)) = alike(&error.kind, chunk.text, error.pos.start) {
        return pointed(Kind::SignAlike, path, chunk, error.pos.start)
            .of(id)
            .arg("sign", sign)
            .arg("instead", instead);
    }
    // An error at the start of the next line belongs to the end of this one.
    let mut at = error.pos.start.min(chunk.text.len());
    if error.slice.as_ref().is_some_and(|slice| at > slice.start) {
        at = chunk
            .text
            .as_bytes()
            .iter()
            .take(at)
            .rposition(|byte| !byte.is_ascii_whitespace())
            .map_or(at, |last| last);
    }
    pointed(kind_of(&error.kind, chunk.text, error.pos.start), path, chunk, at)
        .of(id)
        .filled(&error.kind)
}

/// A sign that is not seen where another one belongs, or a space that is none to Fluent.
fn hidden(path: &str, chunk: &Chunk<'_>, at: usize) -> Option<Finding> {
    let sign = chunk.text.get(at..)?.chars().next()?;
    let kind = if is_unseen(sign) {
        Kind::SignMachine
    } else if is_other_space(sign) {
        Kind::SpaceAlike
    } else {
        return None;
    };
    Some(pointed(kind, path, chunk, at).arg("code", code_of(sign)))
}

/// Where the value of a text begins that seems to have none: behind its `=`, ends of lines and spaces.
fn place_of_value(kind: &ErrorKind, chunk: &Chunk<'_>) -> Option<usize> {
    let is_lacking = matches!(
        kind,
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
    );
    let comments = chunk
        .text
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('#'));
    let text_at: usize = comments.map(str::len).sum();
    let equals = chunk.text.get(text_at..)?.find('=').filter(|_| is_lacking)?;
    let from = text_at + equals + 1;
    let rest = chunk.text.get(from..)?;
    Some(from + rest.len() - rest.trim_start_matches([' ', '\n']).len())
}

/// The tab that a line begins with here, or behind ends of lines, where that line is what was wanted: a text, a form, a `}`.
fn tab_at(kind: &ErrorKind, text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let line = rest.trim_start_matches([' ', '\n']);
    let place = at + rest.len() - line.len();
    let before = text.get(..place)?.rsplit('\n').next().unwrap_or_default();
    let is_tab = line.starts_with('\t') && before.trim_start_matches(' ').is_empty();
    let is_lacking = matches!(
        kind,
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
    );
    let is_wanted = is_lacking || line.trim_start_matches([' ', '\t']).starts_with(['[', '*', '}', '.']);
    (is_tab && is_wanted).then_some(place)
}

/// A space that is none to Fluent, which knows the one of the keyboard. The end of a line is another matter, and so is a tab.
fn is_other_space(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

/// A line below a text that belongs to nothing.
fn loose_line(path: &str, chunk: &Chunk<'_>, error: &ParserError, id: &str) -> Finding {
    let from = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
    let rest = chunk.text.get(from..).unwrap_or_default();
    let indent = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
    let (before, line) = rest.split_at(indent);
    let first = line.chars().next().unwrap_or_default();
    if let Some(finding) = hidden(path, chunk, from + indent) {
        return finding.of(Some(id));
    }
    let kind = if is_merge_mark(line) {
        Kind::Merge
    } else if before.contains('\t') {
        Kind::LineTab
    } else {
        match first {
            '[' | '*' | '.' => Kind::LineSign,
            '}' => Kind::BraceClosing,
            _ => Kind::LineLoose,
        }
    };
    let finding = pointed(kind, path, chunk, from + indent).of(Some(id));
    if kind == Kind::LineSign {
        return finding.arg("sign", first).meant(Some(format!("{{ \"{first}\" }}")));
    }
    finding
}

/// At a place of the chunk.
fn pointed(kind: Kind, path: &str, chunk: &Chunk<'_>, at: usize) -> Finding {
    let mut finding = Finding::new(kind, path, chunk.line_at(at));
    finding.column = chunk.column_at(at);
    finding
}

impl Finding {
    fn filled(self, kind: &ErrorKind) -> Self {
        match kind {
            ErrorKind::ExpectedToken(sign) if self.kind == Kind::SignMissing => self.arg("sign", *sign),
            _ => self,
        }
    }
}

fn is_merge_mark(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// A sign of another keyboard where one of Fluent's belongs, and that one.
fn alike(kind: &ErrorKind, text: &str, at: usize) -> Option<(char, &'static str)> {
    let is_of_text = matches!(kind, ErrorKind::ExpectedToken(' '));
    let is_sign = matches!(
        kind,
        ErrorKind::ExpectedToken(_) | ErrorKind::ExpectedInlineExpression | ErrorKind::ExpectedLiteral
    );
    let sign = text.get(at..)?.chars().next().filter(|_| is_sign && !is_of_text)?;
    let instead = match sign {
        ':' | '：' if matches!(kind, ErrorKind::ExpectedToken('=')) => "=",
        '＝' => "=",
        '｛' => "{",
        '｝' => "}",
        '（' => "(",
        '）' => ")",
        '［' | '【' => "[",
        '］' | '】' => "]",
        // The key of `$` on a Chinese keyboard.
        '＄' | '￥' | '¥' => "$",
        '：' => ":",
        '，' | '、' | '،' => ",",
        '→' | '⇒' => "->",
        '\u{2010}' | '\u{2011}' | '–' | '—' | '−' | '－' => "-",
        '“' | '”' | '„' | '«' | '»' | '＂' => "\"",
        _ => return None,
    };
    Some((sign, instead))
}

/// Whether a point stands here behind the name of a variable.
fn is_part_of_variable(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let name = before.rsplit('$').next().filter(|_| before.contains('$'));
    rest.starts_with('.')
        && name.is_some_and(|name| {
            name.chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        })
}

fn kind_of(kind: &ErrorKind, text: &str, at: usize) -> Kind {
    match kind {
        ErrorKind::ExpectedToken('=') => Kind::EqualsMissing,
        ErrorKind::ExpectedToken('}') if is_part_of_variable(text, at) => Kind::AttributePlace,
        ErrorKind::ExpectedToken('}') => Kind::BraceOpen,
        ErrorKind::ExpectedToken(' ') => Kind::CommentSpace,
        ErrorKind::ExpectedToken(']') => Kind::BracketOpen,
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => Kind::QuoteOpen,
        ErrorKind::ExpectedToken(_) => Kind::SignMissing,
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => Kind::ValueMissing,
        ErrorKind::MissingValue => Kind::FormEmpty,
        ErrorKind::UnbalancedClosingBrace => Kind::BraceClosing,
        ErrorKind::MissingDefaultVariant => Kind::StarMissing,
        ErrorKind::MultipleDefaultVariants => Kind::StarTwice,
        ErrorKind::ExpectedInlineExpression => Kind::PlaceableEmpty,
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => Kind::ArrowLine,
        ErrorKind::ExpectedCharRange { range } if range.starts_with('0') => Kind::NumberDigits,
        ErrorKind::ExpectedCharRange { .. } => missing_name(text, at),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => Kind::Selector,
        ErrorKind::TermAttributeAsPlaceable => Kind::AttributePlace,
        ErrorKind::UnknownEscapeSequence(_) => Kind::Escape,
        ErrorKind::InvalidUnicodeEscapeSequence(_) => Kind::EscapeUnicode,
        ErrorKind::ForbiddenCallee => Kind::Call,
        ErrorKind::PositionalArgumentFollowsNamed
        | ErrorKind::DuplicatedNamedArgument(_)
        | ErrorKind::ExpectedLiteral => Kind::CallArguments,
    }
}

/// Why there is no name where one belongs.
fn missing_name(text: &str, at: usize) -> Kind {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let next = rest.chars().next().unwrap_or('\n');
    if before.is_empty() || before.ends_with('\n') {
        return if is_merge_mark(rest) {
            Kind::Merge
        } else if !next.is_ascii() && next.is_alphabetic() {
            Kind::NameForeign
        } else {
            Kind::LineUnknown
        };
    }
    match before.trim_end_matches(' ').chars().next_back() {
        Some('$') if next.is_alphabetic() => Kind::VariableForeign,
        Some('$') if next.is_ascii_digit() => Kind::VariableDigit,
        Some('$') => Kind::VariableSpace,
        Some('[') => Kind::FormName,
        _ => Kind::NameMissing,
    }
}

/// A name at the beginning of a line.
pub fn first_id(junk: &str) -> Option<&str> {
    junk.lines().find_map(|line| {
        let id = line
            .trim_start_matches(is_unseen)
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
            .next()?;
        id.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(id)
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse_file;
    use super::*;

    fn told(text: &str) -> Vec<(Kind, usize)> {
        let findings = parse_file("f", "ug", text).findings.into_iter();
        findings.map(|finding| (finding.kind, finding.line)).collect()
    }

    #[test]
    fn a_sign_that_is_not_seen_is_the_cause_and_not_what_it_stands_before() {
        for text in [
            "a-b = x { $n\u{200F} }\n",
            "a-b = { $pro\u{200C}duct }\n",
            "a-b\u{200B} = x\n",
        ] {
            assert_eq!(told(text), [(Kind::SignMachine, 1)], "{text:?}");
        }
        let file = parse_file("f", "ug", "a-b = x\n\u{FEFF}a-c = y\n");
        let found: Vec<(Kind, usize)> = file.findings.iter().map(|found| (found.kind, found.line)).collect();
        assert_eq!(found, [(Kind::SignMachine, 2)]);
        assert_eq!(file.entries.len(), 1, "the text above is whole");
        assert_eq!(file.broken, ["a-c"], "it is not missing");
    }

    #[test]
    fn a_space_of_another_kind_is_told_where_fluent_wants_an_ordinary_one() {
        for (text, line) in [
            ("a-b\u{3000}= x\n", 1),
            ("# $n = how many\na-b =\n\u{3000}\u{3000}text { $n }\n", 3),
            ("a-b = one\n\u{A0}more\n", 2),
            ("a-b = {\u{A0}$n }\n", 1),
        ] {
            assert_eq!(told(text), [(Kind::SpaceAlike, line)], "{text:?}");
        }
    }

    #[test]
    fn a_tab_before_what_was_wanted_is_the_cause_and_not_that_it_is_missing() {
        for (text, line) in [
            ("a-b =\n\ttext\n", 2),
            ("a-b = { $n ->\n\t[one] x\n   *[other] y\n}\n", 2),
            ("a-b = { $n ->\n    [one] x\n\t*[other] y\n}\n", 3),
            ("a-b = { $n ->\n   *[other] y\n\t}\n", 3),
            ("a-b = { $n ->\n   *[other]\n\ty\n}\n", 3),
            ("a-b = x\n\t.label = y\n", 2),
        ] {
            assert_eq!(told(text), [(Kind::LineTab, line)], "{text:?}");
        }
        assert_eq!(told("a-b = { $n\n\tx\n"), [(Kind::BraceOpen, 1)]);
    }

    #[test]
    fn signs_of_other_keyboards_are_told_with_those_that_belong_there() {
        for (text, instead) in [
            ("a-b = { ￥n }\n", "$"),
            ("a-b = { ¥n }\n", "$"),
            ("a-b = { $n ->\n   *[other】 x\n}\n", "]"),
        ] {
            let findings = parse_file("f", "zh-Hans", text).findings;
            let [finding] = findings.as_slice() else {
                panic!("{text:?} {findings:?}");
            };
            assert_eq!(finding.kind, Kind::SignAlike, "{text:?}");
            assert!(finding.args.contains(&("instead", instead.to_owned())), "{finding:?}");
        }
    }
}
