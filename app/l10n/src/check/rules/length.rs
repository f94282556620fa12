//! The longest a text may be, where English says so in the comment above it: `max: 12`.

use super::{FILLED_IN, Pair};
use crate::check::finding::{Fault, Kind};

/// One of the forms is longer, without what is filled in.
pub fn longer(pair: &Pair<'_>) -> Vec<Fault> {
    let most = pair.english.and_then(|(english, _)| most_of(&english.comment));
    let length = |form: &str| form.chars().filter(|c| *c != FILLED_IN).count();
    let longest = pair.words.lines().map(length).max().unwrap_or_default();
    match most {
        Some(most) if longest > most => vec![
            Fault::new(Kind::TooLong)
                .arg("most", most.to_string())
                .arg("length", longest.to_string()),
        ],
        _ => Vec::new(),
    }
}

/// The bound in a comment. A variable `$max:` that it speaks of is none.
pub fn most_of(comment: &str) -> Option<usize> {
    let ends_word = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == '$');
    comment.match_indices("max:").find_map(|(at, word)| {
        let after = comment.get(at + word.len()..)?.trim_start();
        let digits = after.split(|c: char| !c.is_ascii_digit()).next()?;
        comment.get(..at).filter(|before| ends_word(before))?;
        digits.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::told_under;
    use super::*;

    #[test]
    fn a_text_longer_than_its_comment_allows_is_told() {
        let english = "# Under a picture. max: 6.\na-b = Shops\n";
        assert_eq!(told_under(longer, "es", "Cooperativas", english), ["too-long 6 12"]);
        assert_eq!(told_under(longer, "es", "Tiendas", english), ["too-long 6 7"]);
        assert_eq!(told_under(longer, "es", "{ $a } aquí", english), [""; 0]);
        assert_eq!(told_under(longer, "es", "Cooperativas", "a-b = Shops\n"), [""; 0]);
        let english = "# $max: 3 at most. max: 20\na-b = Up to { $max }\n";
        assert_eq!(told_under(longer, "es", "Hasta { $max }", english), [""; 0]);
    }
}
