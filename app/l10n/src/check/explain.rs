//! What the parser stumbled over, in plain words: the cause, and the line where it is to be mended.

use fluent_syntax::parser::{ErrorKind, ParserError};

use super::Problem;
use super::chunk::Chunk;

/// The first mistake in a chunk. With `of`, the text of this name was readable up to there: shown without the rest, it would be
/// cut short.
pub fn explain(path: &str, chunk: &Chunk<'_>, error: &ParserError, of: Option<&str>) -> Problem {
    if let Some(id) = of {
        return loose_line(path, chunk, error, id);
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
    let what = sentence(&error.kind, chunk.text, error.pos.start);
    let what = match chunk.head().map(|head| head.id).or_else(|| first_id(chunk.text)) {
        Some(id) => format!("{id}: {what}"),
        None => what,
    };
    Problem::new(path, chunk.line_at(at), what)
}

/// A line below a text that belongs to nothing.
fn loose_line(path: &str, chunk: &Chunk<'_>, error: &ParserError, id: &str) -> Problem {
    let from = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
    let rest = chunk.text.get(from..).unwrap_or_default();
    let indent = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
    let first = rest[indent..].chars().next().unwrap_or_default();
    let problem = |what: String| Problem::new(path, chunk.line_at(from + indent), format!("{id}: {what}"));
    if is_merge_mark(&rest[indent..]) {
        return problem("two versions of this file were put together here".to_owned())
            .advise("keep one of them and remove the lines with <<<<<<<, ======= and >>>>>>>");
    }
    if rest[..indent].contains('\t') {
        return problem("this line begins with a tab, so it is not part of the text".to_owned())
            .advise("write four spaces instead");
    }
    match first {
        '[' | '*' | '.' => problem(format!("a line of a text cannot begin with `{first}`"))
            .advise(format!("write it like this: {{ \"{first}\" }}")),
        '}' => problem("there is a `}` without its `{`".to_owned()),
        _ => problem("this line does not begin with spaces, so it is not part of the text above it".to_owned())
            .advise("put four spaces before it; before a note put `# `; a new text has its name and `=`"),
    }
}

fn is_merge_mark(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|mark| line.starts_with(mark))
}

fn sentence(kind: &ErrorKind, text: &str, at: usize) -> String {
    let what = match kind {
        ErrorKind::ExpectedToken('=') => "`=` is missing after the id",
        ErrorKind::ExpectedToken('}') => "a `}` is missing",
        ErrorKind::ExpectedToken(' ') => "after `#` stands a space",
        ErrorKind::ExpectedToken(']') => "a `]` is missing after the name of the form",
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => "a `\"` is missing",
        ErrorKind::ExpectedToken(token) => return format!("`{token}` is missing"),
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => "there is no text after `=`",
        ErrorKind::MissingValue => "a form has no text",
        ErrorKind::UnbalancedClosingBrace => "there is a `}` without its `{`",
        ErrorKind::MissingDefaultVariant => "one form must have the star: *[other]",
        ErrorKind::MultipleDefaultVariants => "only one form may have the star",
        ErrorKind::ExpectedInlineExpression => "between `{` and `}` there must be a variable like $name",
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => {
            "after `->` the line ends; each form has a line of its own"
        }
        ErrorKind::ExpectedCharRange { range } if range.starts_with('0') => "a number is written with digits only: 12",
        ErrorKind::ExpectedCharRange { .. } => missing_name(text, at),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::TermAttributeAsPlaceable
        | ErrorKind::ExpectedSimpleExpressionAsSelector => "only a variable can be counted: { $count -> … }",
        ErrorKind::UnknownEscapeSequence(_) => "in quotation marks `\\` stands only before `\\` and `\"`",
        ErrorKind::InvalidUnicodeEscapeSequence(_) => "after `\\u` stand four digits or letters from a to f",
        ErrorKind::ForbiddenCallee => "a bracket cannot follow a name within `{ }`",
        ErrorKind::PositionalArgumentFollowsNamed
        | ErrorKind::DuplicatedNamedArgument(_)
        | ErrorKind::ExpectedLiteral => "what stands between the brackets cannot be read",
    };
    what.to_owned()
}

/// Why there is no name where one belongs.
fn missing_name(text: &str, at: usize) -> &'static str {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let next = rest.chars().next().unwrap_or('\n');
    if before.is_empty() || before.ends_with('\n') {
        return if is_merge_mark(rest) {
            "two versions of this file were put together here; keep one, and remove the lines with <<<<<<<, ======= and >>>>>>>"
        } else if !next.is_ascii() && next.is_alphabetic() {
            "a line that begins without spaces begins a text: its English name in Latin letters, then `=`"
        } else {
            "a line that begins without spaces begins a text, with its name and `=`; before a note stands `# `"
        };
    }
    match before.trim_end_matches(' ').chars().next_back() {
        Some('$') if next.is_alphabetic() => "the name after `$` is the English one, in Latin letters",
        Some('$') if next.is_ascii_digit() => "the name after `$` begins with a letter",
        Some('$') => "right after `$`, without a space, stands the name of a variable: { $name }",
        Some('[') => "between `[` and `]` stands one, other or a number",
        _ => "a name is missing here",
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
