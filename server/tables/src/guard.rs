//! Cells that a spreadsheet would take for a formula (CWE-1236): in CSV, where a cell does not say what it is, they are written
//! with an apostrophe before them, and read back without it. A text in a workbook is no formula and gets none.

use std::borrow::Cow;

/// What spreadsheets begin a formula or a command with. Tab and line breaks vanish before they look at what follows, and
/// full-width signs become plain ones.
const fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

/// Whether a cell is dangerous, or looks like one that was guarded.
pub(crate) fn needs_guard(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(begins_formula)
}

/// The text of a cell of a CSV file as it is written. [`unguarded`] gives back the same text, whatever it was.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text of a cell of a workbook as it is written: as it is, but for a text that looks as if it were guarded already.
/// [`unguarded`] gives back the same text, whatever it was.
pub(crate) fn quoted(text: &str) -> Cow<'_, str> {
    if unguarded(text).len() == text.len() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("'{text}"))
    }
}

/// The text that was [`guarded`] or [`quoted`]. Nothing else that a cell begins with is taken away.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for text in [
            "=1+1", "+86 138", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－2", "'=1",
        ] {
            let cell = guarded(text);
            assert!(cell.starts_with('\''), "{text:?}");
            assert_eq!(unguarded(&cell), text);
            assert_eq!(unguarded(&quoted(text)), text);
            assert_eq!(quoted(text) == text, !text.starts_with('\''), "{text:?}");
        }
        for text in ["", "badam", "'", "''", "巴旦木 =", "'tis", "5", " =1"] {
            assert_eq!(guarded(text), text);
            assert_eq!(quoted(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_back(text in "['=+@\\-\t a-c]{0,6}|\\PC{0,20}") {
            let cell = guarded(&text);
            prop_assert!(!cell.starts_with(begins_formula));
            prop_assert_eq!(unguarded(&cell), text.as_str());
            let cell = quoted(&text);
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }
    }
}
