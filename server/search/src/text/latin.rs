//! Spanish and English: singular and plural, and words that say little.

/// Shortest stem, letters.
const SHORTEST: usize = 3;

/// The stems a word may have, without the word itself. `key` is a [key](super::letters::key).
#[must_use]
pub fn stems(key: &str) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    let mut add = |stem: String| {
        if stem.chars().count() >= SHORTEST && !stems.contains(&stem) {
            stems.push(stem);
        }
    };
    if let Some(stem) = key.strip_suffix("ces") {
        add(format!("{stem}z"));
    }
    if let Some(stem) = key.strip_suffix("ies") {
        add(format!("{stem}y"));
    }
    if let Some(stem) = key.strip_suffix("es").filter(|stem| !stem.ends_with(is_vowel)) {
        add(stem.to_owned());
    }
    if let Some(stem) = key.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        add(stem.to_owned());
    }
    // Spanish adjectives: `tostado`, `tostadas`.
    let singular = key.strip_suffix('s').unwrap_or(key);
    if let Some(stem) = singular
        .strip_suffix(['a', 'o'])
        .filter(|stem| stem.chars().count() > SHORTEST)
    {
        add(stem.to_owned());
    }
    stems
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Articles, prepositions, and what one says when one asks for something. `sin` and `without` are none of them: they say what
/// somebody does not want. `key` is a [key](super::letters::key).
#[must_use]
pub fn is_little(key: &str) -> bool {
    const WORDS: &str = "de del la el los las lo y e o u a al con para por en un una unos unas que muy mi su es hay tiene \
                         tienen tienes teneis quiero quisiera busco necesito comprar donde the an of for with and or in to \
                         some i you do have want need buy";
    WORDS.split(' ').any(|word| word == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::letters::key;

    #[test]
    fn one_and_many_share_a_stem() {
        for (many, one) in [
            ("almendras", "almendra"),
            ("nueces", "nuez"),
            ("melones", "melon"),
            ("dátiles", "dátil"),
            ("higos", "higo"),
            ("mieles", "miel"),
            ("walnuts", "walnut"),
            ("berries", "berry"),
            ("peaches", "peach"),
            ("dates", "date"),
            ("pasas", "pasa"),
        ] {
            assert!(stems(&key(many)).contains(&key(one)), "{many} {:?}", stems(&key(many)));
        }
        assert!(stems("tostado").iter().any(|stem| stems("tostadas").contains(stem)));
    }
}
