//! Takes endings off Uyghur words: plural, possession, case and `-liq`, in any number (`balilirimizning`).
//!
//! It knows no words, so it gives all stems that a word may have; two words are the same when they share one. Before an ending
//! that opens the last syllable `a` and `e` become `i` (`hesel`, `hesili`) or, in words of one syllable, `é` (`qaq`, `qéqi`): what
//! the ending may have changed is given unchanged, too.

/// Endings, as [keys](super::letters::key), the longer ones first.
const ENDINGS: [&str; 65] = [
    "iNizlar", "liriniN", "uNizlar", "lardin", "larniN", "lerdin", "lerniN", "lirini", "Gice", "daki", "diki", "gice",
    "iNiz", "imiz", "kice", "liri", "niki", "qice", "teki", "tiki", "uNiz", "umiz", "Niz", "dek", "din", "lar", "ler",
    "lik", "liq", "lir", "luk", "luq", "miz", "niN", "raq", "rek", "tek", "tin", "Ca", "Ce", "Ci", "Ga", "da", "de",
    "di", "ge", "iN", "im", "ke", "ki", "li", "lu", "mu", "ni", "qa", "si", "su", "ta", "te", "uN", "um", "N", "i",
    "m", "u",
];
/// Shortest stem, letters.
const SHORTEST: usize = 3;
/// Endings taken off one after the other.
const DEEPEST: usize = 5;

/// The stems a word may have, without the word itself, the longer ones first.
#[must_use]
pub fn stems(key: &str) -> Vec<String> {
    let mut stems = Vec::new();
    strip(key, 0, &mut stems);
    stems
}

/// The stem that is left when as many endings as possible are off; nothing when the word has none.
#[must_use]
pub fn root(key: &str) -> Option<String> {
    let mut rest = key;
    for _ in 0..DEEPEST {
        let Some(shorter) = ENDINGS.iter().find_map(|ending| before(rest, ending)) else {
            break;
        };
        rest = shorter;
    }
    (rest != key).then(|| rest.to_owned())
}

fn strip(key: &str, depth: usize, stems: &mut Vec<String>) {
    if depth == DEEPEST {
        return;
    }
    for stem in ENDINGS.iter().filter_map(|ending| before(key, ending)) {
        if stems.iter().any(|known| known == stem) {
            continue;
        }
        stems.push(stem.to_owned());
        for unraised in unraised(stem) {
            if !stems.contains(&unraised) {
                stems.push(unraised);
            }
        }
        strip(stem, depth + 1, stems);
    }
}

/// What stands before an ending, if it can be a stem.
fn before<'k>(key: &'k str, ending: &str) -> Option<&'k str> {
    let stem = key.strip_suffix(ending)?;
    // `-m`, `-ng`, `-si` follow vowels; the other endings that begin with one follow consonants.
    let last = stem.chars().last()?;
    let fits = match ending {
        "m" | "N" | "Niz" | "miz" | "si" | "su" => is_vowel(last),
        _ if ending.starts_with(is_vowel) => !is_vowel(last),
        _ => true,
    };
    (fits && stem.chars().count() >= SHORTEST && stem.contains(is_vowel)).then_some(stem)
}

/// The stem before its last vowel was raised.
fn unraised(stem: &str) -> Vec<String> {
    let Some((place, vowel)) = stem.char_indices().rev().find(|(_, c)| is_vowel(*c)) else {
        return Vec::new();
    };
    let is_only = !stem[..place].contains(is_vowel);
    let others: &[&str] = match vowel {
        'i' if !is_only => &["a", "e"],
        'e' if is_only => &["a"],
        _ => &[],
    };
    others
        .iter()
        .map(|other| format!("{}{other}{}", &stem[..place], &stem[place + 1..]))
        .collect()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Words that say little: with, and, for, there is, is there, is needed, how much.
#[must_use]
pub fn is_little(key: &str) -> bool {
    matches!(
        key,
        "we" | "bilen" | "uCun" | "bar" | "barmu" | "kerek" | "lazim" | "bir" | "bu" | "hem" | "qanCe" | "neCCe"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::letters::key;

    #[test]
    fn endings_come_off_also_stacked_and_vowels_go_back() {
        for (word, stem) in [
            ("بادامنىڭ", "بادام"),
            ("بادامنى", "بادام"),
            ("بادامدىن", "بادام"),
            ("بادامغا", "بادام"),
            ("باداملار", "بادام"),
            ("باداملىرىمىزنىڭ", "بادام"),
            ("بادىمى", "بادام"),
            ("بادىمىمىزدىن", "بادام"),
            ("ھەسىلى", "ھەسەل"),
            ("ھەسىلىنىڭ", "ھەسەل"),
            ("ئالمىلار", "ئالما"),
            ("ئالمىسى", "ئالما"),
            ("قېقى", "قاق"),
            ("مېغىزى", "مېغىز"),
            ("ياڭاقلىق", "ياڭاق"),
            ("ئۆرۈكتىن", "ئۆرۈك"),
            ("ئۈزۈمۈم", "ئۈزۈم"),
            ("ئانارلىرىمنى", "ئانار"),
            ("سوۋغىلىق", "سوۋغا"),
        ] {
            let stem = key(stem);
            assert!(stems(&key(word)).contains(&stem), "{word}: {:?}", stems(&key(word)));
        }
    }

    #[test]
    fn what_is_left_can_be_a_word() {
        for word in ["ئۇن", "چاي", "بال", "نان", "ياڭاق", "دەم"] {
            assert_eq!(stems(&key(word)), Vec::<String>::new(), "{word}");
        }
    }
}
