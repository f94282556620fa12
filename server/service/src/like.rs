//! Patterns of `LIKE`.

/// What stands in a pattern for this very text, with `\` as the character that escapes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
