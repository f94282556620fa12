//! The longest a text may be: what English says in the comment above it, `max: 12`, and else so many times the English text that
//! something else must stand in it.

use super::{FILLED_IN, Pair};
use crate::check::finding::{Fault, Kind};

/// A text of so many letters is not too long beside any English one.
const SHORT: usize = 60;
/// So many times as long as English is more than a language needs; of our own texts that long none has twice as many letters.
const TIMES: usize = 3;
/// The same of Chinese, which is shorter than English.
const TIMES_CHINESE: usize = 2;

/// One of the forms is longer, without what is filled in.
pub fn longer(pair: &Pair<'_>) -> Vec<Fault> {
    let most = pair.english.and_then(|(english, _)| most_of(&english.comment));
    let longest = longest_of(pair.words);
    match most {
        Some(most) if longest > most => vec![
            Fault::new(Kind::TooLong)
                .arg("most", most.to_string())
                .arg("length", longest.to_string()),
        ],
        _ => Vec::new(),
    }
}

/// One of the forms has a multiple of the letters of all of the English text, where no comment says how long it may be.
pub fn much_longer(pair: &Pair<'_>) -> Vec<Fault> {
    let Some((original, english)) = pair.english else {
        return Vec::new();
    };
    if most_of(&original.comment).is_some() {
        return Vec::new();
    }
    let times = if pair.folder == "zh-Hans" { TIMES_CHINESE } else { TIMES };
    let english: usize = english.lines().map(letters_of).sum();
    let longest = longest_of(pair.words);
    if longest <= SHORT.max(times * english) {
        return Vec::new();
    }
    vec![
        Fault::new(Kind::MuchLonger)
            .arg("length", longest.to_string())
            .arg("most", english.to_string()),
    ]
}

/// How many letters and signs a line has, without what is filled in.
fn letters_of(line: &str) -> usize {
    line.chars().filter(|c| *c != FILLED_IN).count()
}

/// Those of the longest form, or line.
fn longest_of(words: &str) -> usize {
    words.lines().map(letters_of).max().unwrap_or_default()
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

    #[test]
    fn a_text_many_times_as_long_as_english_is_told() {
        let long = "cosa ".repeat(40);
        let english = "All that is in your cart now, and what it costs.";
        assert_eq!(english.len(), 48);
        assert_eq!(
            told_under(much_longer, "es", long.trim(), &format!("a-b = {english}\n")),
            ["much-longer 199 48"]
        );
        let han = "好".repeat(97);
        assert_eq!(
            told_under(much_longer, "zh-Hans", &han, &format!("a-b = {english}\n")),
            ["much-longer 97 48"]
        );
        for (folder, text, english) in [
            ("es", &long[..144], english),
            ("zh-Hans", &han[..96 * '好'.len_utf8()], english),
            // A short word may need many.
            ("ug", "ئەۋەتكەن كىشىگە تاپشۇرۇپ بېرىلىدىغان ئەڭ ئاخىرقى كۈن", "Due"),
        ] {
            let english = format!("a-b = {english}\n");
            assert_eq!(
                told_under(much_longer, folder, text.trim(), &english),
                [""; 0],
                "{text}"
            );
        }
        // Where English says how long, that counts.
        assert_eq!(
            told_under(much_longer, "es", long.trim(), "# max: 20\na-b = Cart\n"),
            [""; 0]
        );
    }
}
