//! Marks of other languages in the texts of one that was added. Those of the languages built in are a rule of the check.

use domain::Locale;

use super::server::{is_letter, marks};
use crate::check::{Fault, Kind, Pair};

/// Stands in the words of a text where a variable is filled in.
const FILLED_IN: char = '\u{FFFC}';

/// The first of each mark that stands behind a letter of the language, or behind what is filled in.
pub(crate) fn mark_faults(pair: &Pair<'_>) -> Vec<Fault> {
    let Some(locale) = Locale::all()
        .iter()
        .copied()
        .find(|locale| locale.folder() == pair.folder)
    else {
        return Vec::new();
    };
    let is_before = |c: char| c == FILLED_IN || is_letter(locale, c);
    let is_wrong = |mark: char| {
        let behind = pair.words.chars().skip(1);
        pair.words
            .chars()
            .zip(behind)
            .any(|(before, c)| c == mark && is_before(before))
    };
    marks(locale)
        .iter()
        .filter(|(mark, _)| is_wrong(*mark))
        .map(|(mark, instead)| {
            Fault::new(Kind::Mark)
                .arg("mark", *mark)
                .arg("instead", instead.as_str())
                .at(*mark)
        })
        .collect()
}
