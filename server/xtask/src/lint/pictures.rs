//! As many texts as before have a picture of the place where they stand, for those who translate them. `cargo xtask pictures` takes
//! the pictures and writes the list.

use std::collections::BTreeMap;

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
    let rows = rows(&list.text);
    let (mut on_pages, mut taken) = (0, 0);
    for unit in english
        .iter()
        .flat_map(|source| source.text.lines().filter_map(message_id))
    {
        match rows.get(unit) {
            Some(Row::Without) => {}
            Some(Row::Taken) => (on_pages, taken) = (on_pages + 1, taken + 1),
            Some(Row::Missed) | None => on_pages += 1,
        }
    }
    let share = taken * 100 / on_pages.max(1);
    if share + SLACK >= promised {
        return Vec::new();
    }
    let message = format!(
        "{share} % of the texts on pages have a picture, {promised} % had one; `cargo xtask pictures` takes them anew"
    );
    vec![Finding::new(&list.path, line, message)]
}

/// What the list says of a text.
enum Row {
    /// There is a picture, in one language at least.
    Taken,
    /// There is none, and a reason why not: it stands on no page, or takes no place there.
    Without,
    /// There is none.
    Missed,
}

fn rows(list: &str) -> BTreeMap<&str, Row> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (unit, languages) = (cells.next()?, cells.next()?);
            let row = if languages != "-" {
                Row::Taken
            } else if cells.next().is_some_and(|reason| !reason.is_empty()) {
                Row::Without
            } else {
                Row::Missed
            };
            Some((unit, row))
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
    fn what_stands_on_no_page_does_not_count() {
        let list = "# share\t100\ncart-add\tug zh es\ncart-less\tzh\nlog-cart\t-\tin the log\n";
        assert!(findings(list, FTL).is_empty());
    }

    #[test]
    fn texts_without_a_picture_are_missed() {
        let list = "# Texts\n# share\t100\ncart-add\tug\ncart-less\t-\nlog-cart\t-\tin the log\n";
        let found = findings(list, FTL);
        assert!(
            found.len() == 1 && found[0].0 == 2 && found[0].1.starts_with("50 % "),
            "{found:?}"
        );
        // A new one, which nobody has taken yet.
        let list = "# share\t100\ncart-add\tug\nlog-cart\t-\tin the log\n";
        assert_eq!(findings(list, FTL).len(), 1);
        assert!(
            findings(&list.replace("100", "51"), FTL).is_empty(),
            "a point is spared"
        );
    }

    #[test]
    fn a_list_without_its_share_promises_nothing() {
        for list in ["", "cart-add\tug\n", "# share\tmany\n"] {
            assert_eq!(findings(list, FTL).len(), 1, "{list}");
        }
    }
}
