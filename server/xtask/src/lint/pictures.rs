//! As many texts as before have a picture of the place where they stand, for those who translate them. `cargo xtask pictures` takes
//! the pictures and writes the list.

use std::collections::BTreeSet;

use super::texts::message_id;
use super::{Finding, Source};

/// So many points the share may fall before somebody has to take pictures again: a new text waits for the next round.
const SLACK: usize = 1;

/// Compares the list with the English texts. A text that is not in the list has no picture.
pub fn check(list: &Source, english: &[Source]) -> Vec<Finding> {
    let Some((line, promised)) = promised(&list.text) else {
        let message = "the share is missing, a line \"# share\", a tab and a number; `cargo xtask pictures` writes it";
        return vec![Finding::new(&list.path, 1, message)];
    };
    let taken = taken(&list.text);
    let units: Vec<&str> = english
        .iter()
        .flat_map(|source| source.text.lines().filter_map(message_id))
        .collect();
    let with_picture = units.iter().filter(|unit| taken.contains(**unit)).count();
    let share = with_picture * 100 / units.len().max(1);
    if share + SLACK >= promised {
        return Vec::new();
    }
    let message =
        format!("{share} % of the texts have a picture, {promised} % had one; `cargo xtask pictures` takes them anew");
    vec![Finding::new(&list.path, line, message)]
}

/// The texts of which there is a picture, in one language at least. Of the others the list says why there is none.
fn taken(list: &str) -> BTreeSet<&str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (unit, languages) = (cells.next()?, cells.next()?);
            (languages != "-").then_some(unit)
        })
        .collect()
}

/// The line of the share, from 1, and the share in percent.
fn promised(list: &str) -> Option<(usize, usize)> {
    list.lines().enumerate().find_map(|(place, line)| {
        let share = line.strip_prefix("# share\t")?.parse().ok()?;
        Some((place + 1, share))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(list: &str, ftl: &str) -> Vec<(usize, String)> {
        let source = |path: &str, text: &str| Source {
            path: path.into(),
            text: text.to_owned(),
        };
        let english = [source("locales/en/cart.ftl", ftl)];
        let findings = check(&source("end2end/pictures/list.tsv", list), &english);
        findings.into_iter().map(|found| (found.line, found.message)).collect()
    }

    const FTL: &str = "# Cart\ncart-add = Add\n    .label = Add it\ncart-less = Less\nlog-cart = Put in\n";

    #[test]
    fn a_text_has_its_picture_in_one_language_at_least() {
        let list = "# share\t66\ncart-add\tug zh es\ncart-less\tzh\nlog-cart\t-\tonly read by programs\n";
        assert!(findings(list, FTL).is_empty());
    }

    #[test]
    fn texts_without_a_picture_are_missed() {
        // A reason is none to be content with fewer.
        let list = "# Texts\n# share\t66\ncart-add\tug\ncart-less\t-\nlog-cart\t-\tonly read by programs\n";
        let found = findings(list, FTL);
        assert!(
            found.len() == 1 && found[0].0 == 2 && found[0].1.starts_with("33 % "),
            "{found:?}"
        );
        // New ones, which nobody has taken yet.
        let list = "# share\t66\ncart-add\tug\n";
        assert_eq!(findings(list, FTL).len(), 1);
        assert!(findings(&list.replace("66", "34"), FTL).is_empty(), "a point is spared");
    }

    #[test]
    fn a_list_without_its_share_promises_nothing() {
        for list in ["", "cart-add\tug\n", "# share\tmany\n"] {
            assert_eq!(findings(list, FTL).len(), 1, "{list}");
        }
    }
}
