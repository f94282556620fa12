//! The shop says *tú* in Spanish.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// Words of *vosotros* and *usted* that no other word looks like.
const WORDS: [&str; 9] = [
    "vosotros", "vosotras", "vuestro", "vuestra", "vuestros", "vuestras", "usted", "ustedes", "os",
];
/// Words with the ending of a verb in *vosotros* that are none.
const NONE: [&str; 2] = ["dieciséis", "veintiséis"];

/// The first one of a text.
pub fn used(pair: &Pair<'_>) -> Vec<Fault> {
    if pair.folder != "es" {
        return Vec::new();
    }
    let found = pair
        .words
        .split(|c: char| !c.is_alphabetic())
        .find(|word| is_plural_you(&word.to_lowercase()));
    found
        .map(|word| Fault::new(Kind::Vosotros).arg("word", word).at(word))
        .into_iter()
        .collect()
}

fn is_plural_you(word: &str) -> bool {
    WORDS.contains(&word) || (!NONE.contains(&word) && ["áis", "éis"].iter().any(|ending| word.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn one_person_is_spoken_to() {
        for (text, word) in [
            ("Enviad vuestras fotos", "vosotros vuestras"),
            ("Podéis pagar aquí", "vosotros Podéis"),
            ("Si usted quiere", "vosotros usted"),
        ] {
            assert_eq!(told(used, "es", text, "Honey"), [word], "{text}");
        }
        assert_eq!(told(used, "es", "Tu interés por veintiséis países", "Honey"), [""; 0]);
        assert_eq!(told(used, "ug", "os", "Honey"), [""; 0]);
    }
}
