//! What the parser stumbled over, as a kind of mistake: the cause, and the line where it is to be mended.

use fluent_syntax::parser::{ErrorKind, ParserError};

use super::chunk::Chunk;
use super::damage::code_of;
use super::finding::{Finding, Kind};

/// The first mistake in a chunk. With `of`, the text of this name was readable up to there: shown without the rest, it would be
/// cut short.
pub fn explain(path: &str, chunk: &Chunk<'_>, error: &ParserError, of: Option<&str>) -> Finding {
    if let Some(id) = of {
        return loose_line(path, chunk, error, id);
    }
    let id = chunk.head().map(|head| head.id).or_else(|| first_id(chunk.text));
    if let Some((sign, instead)) = alike(&error.kind, chunk.text, error.pos.start) {
        let shown = if sign.is_whitespace() {
            code_of(sign)
        } else {
            sign.to_string()
        };
        return pointed(Kind::SignAlike, path, chunk, error.pos.start)
            .of(id)
            .arg("sign", shown)
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

/// A line below a text that belongs to nothing.
fn loose_line(path: &str, chunk: &Chunk<'_>, error: &ParserError, id: &str) -> Finding {
    let from = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
    let rest = chunk.text.get(from..).unwrap_or_default();
    let indent = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
    let (before, line) = rest.split_at(indent);
    let first = line.chars().next().unwrap_or_default();
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
        '［' => "[",
        '］' => "]",
        '＄' => "$",
        '：' => ":",
        '，' | '、' | '،' => ",",
        '→' | '⇒' => "->",
        '–' | '—' | '−' | '－' => "-",
        '“' | '”' | '„' | '«' | '»' | '＂' => "\"",
        '\u{A0}' | '\u{3000}' => " ",
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
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
            .next()?;
        id.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(id)
    })
}
