//! Chinese: simplified characters, pairs of characters, and readings in Latin letters.
//!
//! Readings are only looked for when Latin letters were typed: 景点 and 经典 sound alike and are different words.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// Longest run of characters that is found by its reading at once.
const LONGEST_READING: usize = 6;
/// Ways to read one run; characters have several.
const MOST_READINGS: usize = 6;

/// The pairs of the table, in order.
static TRADITIONAL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs = Vec::new();
    for line in include_str!("traditional.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut characters = line.chars();
        while let (Some(traditional), Some(simplified)) = (characters.next(), characters.next()) {
            pairs.push((traditional, simplified));
        }
    }
    pairs.sort_unstable();
    pairs
});

/// The simplified character for a traditional one; every other character as it is.
#[must_use]
pub fn simplified(c: char) -> char {
    if c < '\u{3400}' {
        return c;
    }
    TRADITIONAL
        .binary_search_by_key(&c, |(traditional, _)| *traditional)
        .ok()
        .and_then(|place| TRADITIONAL.get(place))
        .map_or(c, |(_, simplified)| *simplified)
}

/// The pairs of neighbours of a run; of one character itself.
#[must_use]
pub fn pairs(run: &str) -> Vec<String> {
    let characters: Vec<char> = run.chars().collect();
    if characters.len() < 2 {
        return vec![run.to_owned()];
    }
    characters.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// Whether two characters can read the same, but for tones.
#[must_use]
pub fn sound_alike(one: char, other: char) -> bool {
    let readings = readings_of(other);
    readings_of(one).iter().any(|reading| readings.contains(reading))
}

/// Whether two characters can read the same, tones included.
#[must_use]
pub fn sound_the_same(one: char, other: char) -> bool {
    let tones = |c: char| c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::with_tone);
    tones(one).any(|reading| tones(other).any(|known| known == reading))
}

/// The usual reading of a run, and its initials; nothing when it is not all Chinese.
#[must_use]
pub fn usual_reading(run: &str) -> Option<(String, String)> {
    let (mut whole, mut first) = (String::new(), String::new());
    for c in run.chars() {
        let reading = readings_of(c).into_iter().next()?;
        first.extend(reading.chars().next());
        whole.push_str(&reading);
    }
    Some((whole, first))
}

/// All readings of a character without their tones, up to three.
fn readings_of(c: char) -> Vec<String> {
    let mut readings: Vec<String> = Vec::new();
    for one in c.to_pinyin_multi().into_iter().flatten() {
        let one = one.plain().replace('ü', "u");
        if !readings.contains(&one) && readings.len() < 3 {
            readings.push(one);
        }
    }
    readings
}

/// The readings of a run, and its initials, for every part of it that is short enough.
#[must_use]
pub fn readings(run: &str) -> (Vec<String>, Vec<String>) {
    let syllables: Vec<Vec<String>> = run.chars().map(readings_of).collect();
    let (mut readings, mut initials) = (Vec::new(), Vec::new());
    for start in 0..syllables.len() {
        let (mut whole, mut first) = (vec![String::new()], String::new());
        for (count, of_character) in syllables.iter().skip(start).enumerate().take(LONGEST_READING) {
            let Some(usual) = of_character.first() else { break };
            whole = whole
                .iter()
                .flat_map(|before| of_character.iter().map(move |syllable| format!("{before}{syllable}")))
                .take(MOST_READINGS)
                .collect();
            readings.extend(whole.iter().cloned());
            first.extend(usual.chars().next());
            if count > 0 {
                initials.push(first.clone());
            }
        }
    }
    for list in [&mut readings, &mut initials] {
        list.sort_unstable();
        list.dedup();
    }
    (readings, initials)
}

/// The letters of a word that was typed as a reading: no accents, `ü` and `v` are `u`.
#[must_use]
pub fn typed_reading(word: &str) -> String {
    word.chars()
        .filter_map(|c| match c {
            'ā' | 'á' | 'ǎ' | 'à' => Some('a'),
            'ē' | 'é' | 'ě' | 'è' | 'ê' => Some('e'),
            'ī' | 'í' | 'ǐ' | 'ì' => Some('i'),
            'ō' | 'ó' | 'ǒ' | 'ò' => Some('o'),
            'ū' | 'ú' | 'ǔ' | 'ù' | 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'v' => Some('u'),
            'ǹ' | 'ń' | 'ň' => Some('n'),
            'a'..='z' => Some(c),
            _ => None,
        })
        .collect()
}

/// `hong2zao3` without its tones; nothing for a word that is no such reading.
pub(super) fn without_tones(word: &str) -> Option<String> {
    let mut out = String::new();
    let mut letters = 0;
    let mut tones = 0;
    for c in word.chars() {
        match c {
            '0'..='5' if letters > 1 || (letters == 1 && tones > 0) => {
                letters = 0;
                tones += 1;
            }
            'a'..='z' | 'ü' if letters < 6 => {
                letters += 1;
                out.push(c);
            }
            _ => return None,
        }
    }
    (tones > 0).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_become_simplified() {
        let simplified: String = "紅棗蜂蜜葡萄乾巴旦木核桃無花果禮盒".chars().map(simplified).collect();
        assert_eq!(simplified, "红枣蜂蜜葡萄干巴旦木核桃无花果礼盒");
    }

    #[test]
    fn a_name_is_found_by_its_reading_from_any_character_on() {
        let (whole, first) = readings("新疆红枣");
        for reading in ["xinjianghongzao", "hongzao", "zao"] {
            assert!(whole.iter().any(|known| known == reading), "{reading}");
        }
        assert!(first.iter().any(|known| known == "hz"));
        assert!(!first.iter().any(|known| known == "h"), "one letter is nothing");
        assert!(
            readings("桑葚干").0.iter().any(|known| known == "sangshengan"),
            "a second reading"
        );
        assert!(sound_the_same('蜜', '密') && !sound_the_same('孜', '自') && sound_alike('孜', '自'));
        assert_eq!(typed_reading("hóngzǎo"), "hongzao");
        assert_eq!(without_tones("hong2zao3").as_deref(), Some("hongzao"));
        assert_eq!(without_tones("b001"), None);
        assert_eq!(without_tones("hongzao"), None);
    }
}
