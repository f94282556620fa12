//! What differs between two files, line by line, as `diff -u` shows it.

use std::fmt::Write;
use std::ops::Range;

/// Lines shown before and after a change.
const AROUND: usize = 3;
/// Largest table of lines against lines; beyond it all that differs is one change.
const MOST_CELLS: usize = 4_000_000;

/// Lines that stand in place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

/// The changes from one text to another with the lines round them; empty when there are none. `name` is the file's, as
/// `git apply` takes it; without `old` the file is new.
pub fn unified(name: &str, old: Option<&str>, new: &str) -> String {
    let before: Vec<&str> = old.unwrap_or_default().split_inclusive('\n').collect();
    let after: Vec<&str> = new.split_inclusive('\n').collect();
    let changes = changes(&before, &after);
    if changes.is_empty() {
        return String::new();
    }
    let mut out = match old {
        Some(_) => format!("--- a/{name}\n+++ b/{name}\n"),
        None => format!("--- /dev/null\n+++ b/{name}\n"),
    };
    let mut from = 0;
    while from < changes.len() {
        let mut to = from + 1;
        // Changes whose surroundings meet are shown together.
        while to < changes.len() && changes[to].old.start - changes[to - 1].old.end <= 2 * AROUND {
            to += 1;
        }
        hunk(&mut out, &before, &after, &changes[from..to]);
        from = to;
    }
    out
}

fn hunk(out: &mut String, before: &[&str], after: &[&str], changes: &[Change]) {
    let (Some(first), Some(last)) = (changes.first(), changes.last()) else {
        return;
    };
    let lead = AROUND.min(first.old.start);
    let old = first.old.start - lead..(last.old.end + AROUND).min(before.len());
    let new = first.new.start - lead..(last.new.end + AROUND).min(after.len());
    // A range of no lines stands behind the line it names.
    let place = |lines: &Range<usize>| format!("{},{}", lines.start + usize::from(!lines.is_empty()), lines.len());
    _ = writeln!(out, "@@ -{} +{} @@", place(&old), place(&new));
    let mut at = old.start;
    for change in changes {
        before[at..change.old.start].iter().for_each(|line| row(out, ' ', line));
        before[change.old.clone()].iter().for_each(|line| row(out, '-', line));
        after[change.new.clone()].iter().for_each(|line| row(out, '+', line));
        at = change.old.end;
    }
    before[at..old.end].iter().for_each(|line| row(out, ' ', line));
}

fn row(out: &mut String, sign: char, line: &str) {
    out.push(sign);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

/// How many lines go and come.
pub(crate) fn counts(old: Option<&str>, new: &str) -> (usize, usize) {
    let before: Vec<&str> = old.unwrap_or_default().split_inclusive('\n').collect();
    let after: Vec<&str> = new.split_inclusive('\n').collect();
    changes(&before, &after).iter().fold((0, 0), |(gone, come), change| {
        (gone + change.old.len(), come + change.new.len())
    })
}

fn changes(before: &[&str], after: &[&str]) -> Vec<Change> {
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (rest_before, rest_after) = (&before[start..], &after[start..]);
    let end = rest_before
        .iter()
        .rev()
        .zip(rest_after.iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let old = &rest_before[..rest_before.len() - end];
    let new = &rest_after[..rest_after.len() - end];
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let kept = if old.len().saturating_mul(new.len()) <= MOST_CELLS {
        in_both(old, new)
    } else {
        Vec::new()
    };
    let mut changes = Vec::new();
    let (mut one, mut other) = (0, 0);
    for (in_old, in_new) in kept.into_iter().chain([(old.len(), new.len())]) {
        if one < in_old || other < in_new {
            changes.push(Change {
                old: start + one..start + in_old,
                new: start + other..start + in_new,
            });
        }
        (one, other) = (in_old + 1, in_new + 1);
    }
    changes
}

/// The longest list of lines that stand in both in the same order: where in the one, and where in the other.
fn in_both(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // From the ends to the beginnings: how many lines the rests have in common.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for one in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            common[one * width + other] = if old[one] == new[other] {
                common[(one + 1) * width + other + 1] + 1
            } else {
                common[(one + 1) * width + other].max(common[one * width + other + 1])
            };
        }
    }
    let mut kept = Vec::new();
    let (mut one, mut other) = (0, 0);
    while one < old.len() && other < new.len() {
        if old[one] == new[other] {
            kept.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if common[(one + 1) * width + other] >= common[one * width + other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_change_is_shown_with_the_lines_round_it() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13";
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n14\n";
        let expected = "--- a/f\n+++ b/f\n@@ -2,12 +2,13 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n 10\n 11\n 12\n-13\n\\ No newline at end of file\n+13\n+14\n";
        // Seven lines part the two changes: they have a place each.
        let parted = "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -10,4 +10,5 @@\n 10\n 11\n 12\n-13\n\\ No newline at end of file\n+13\n+14\n";
        assert_eq!(unified("f", Some(old), new), parted);
        let nearer = |text: &str| text.replace("9\n", "");
        let joined = unified("f", Some(&nearer(old)), &nearer(new));
        assert_eq!(joined, expected.replace(" 9\n", "").replace("2,12 +2,13", "2,11 +2,12"));
        assert_eq!(unified("f", Some(old), old), "");
        assert_eq!(
            unified("f", None, "a\n"),
            "--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n"
        );
        assert_eq!(counts(Some(old), new), (2, 3));
    }

    proptest! {
        #[test]
        fn changes_lead_from_the_one_to_the_other(
            old in prop::collection::vec("[ab]\n|c", 0..12),
            new in prop::collection::vec("[ab]\n|c", 0..12),
        ) {
            let (old, new) = (old.concat(), new.concat());
            let before: Vec<&str> = old.split_inclusive('\n').collect();
            let after: Vec<&str> = new.split_inclusive('\n').collect();
            let (mut made, mut at) = (String::new(), 0);
            for change in changes(&before, &after) {
                made.push_str(&before[at..change.old.start].concat());
                made.push_str(&after[change.new.clone()].concat());
                at = change.old.end;
            }
            made.push_str(&before[at..].concat());
            prop_assert_eq!(made, new);
        }
    }
}
