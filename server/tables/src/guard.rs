//! Cells that a spreadsheet would take for a formula (CWE-1236): written with an apostrophe before them, and read back
//! without it.

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
fn needs_guard(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(begins_formula)
}

/// The text of a cell as it is written. [`unguarded`] gives back the same text, whatever it was.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that was [`guarded`].
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
        }
        for text in ["", "badam", "'", "''", "巴旦木 =", "'tis", "5", " =1"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_back(text in "['=+@\\-\t a-c]{0,6}|\\PC{0,20}") {
            let cell = guarded(&text);
            prop_assert!(!cell.starts_with(begins_formula));
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }
    }
}
