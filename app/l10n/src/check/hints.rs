//! Letters and punctuation that do not belong to the language. Only hints: a quotation or a name may need them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Entry, Language, Problem};

/// The letters and marks of Uyghur within the blocks of Arabic script.
const UYGHUR: &str = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە،؛؟";
/// Letters and digits of neighbouring keyboards that a Uyghur text has other ones for; of the rest only the writer knows.
const INSTEAD: [(char, &str); 15] = [
    ('\u{647}', "ە or ھ"),
    ('\u{629}', "ە"),
    ('\u{62D}', "ھ"),
    ('\u{6A9}', "ك"),
    ('\u{6AA}', "ك"),
    ('\u{6CC}', "ى or ي"),
    ('\u{62B}', "س"),
    ('\u{635}', "س"),
    ('\u{630}', "ز"),
    ('\u{636}', "ز"),
    ('\u{638}', "ز"),
    ('\u{637}', "ت"),
    ('\u{639}', "ئ"),
    ('\u{640}', "nothing"),
    ('\u{66A}', "%"),
];
/// Characters of Chinese in traditional form: those among the frequent ones of Big5 that GB 2312 does not have.
static TRADITIONAL: LazyLock<HashSet<char>> =
    LazyLock::new(|| include_str!("traditional.txt").trim_end().chars().collect());
/// Stands where a variable is filled in.
const FILLED_IN: char = '\u{FFFC}';

/// Hints for every message of a language.
pub fn hints(language: &Language) -> Vec<Problem> {
    let look: fn(&str) -> Vec<String> = match language.folder {
        "ug" => uyghur,
        "zh-Hans" => chinese,
        "es" => spanish,
        _ => return Vec::new(),
    };
    let found = language.entries().flat_map(|(file, entry)| {
        let words = entry.pattern.words();
        let mut whats = look(&words);
        whats.extend(any_language(&words));
        whats
            .into_iter()
            .map(move |what| Problem::new(&file.path, entry.line, format!("{}: {what}", entry.id)))
    });
    found.collect()
}

/// Hints for messages that were left in English.
pub fn left_in_english(reference: &Language, language: &Language) -> Vec<Problem> {
    let english: HashSet<(&str, String)> = reference
        .entries()
        .map(|(_, entry)| (entry.id.as_str(), entry.pattern.words()))
        .collect();
    let is_left = |entry: &Entry| {
        let words = entry.pattern.words();
        is_sentence(&words) && english.contains(&(entry.id.as_str(), words))
    };
    language
        .entries()
        .filter(|(_, entry)| is_left(entry))
        .map(|(file, entry)| {
            let what = format!("{}: this is still the English text", entry.id);
            Problem::new(&file.path, entry.line, what)
        })
        .collect()
}

/// Something to translate: a name or a unit may be the same in two languages.
fn is_sentence(words: &str) -> bool {
    let is_word = |word: &str| word.len() >= 3 && word.chars().all(|c| c.is_ascii_lowercase());
    !words.contains(|c: char| c.is_ascii_digit())
        && words.split_whitespace().count() >= 2
        && words.split(|c: char| !c.is_ascii_alphabetic()).any(is_word)
}

/// What no text has, whatever its language.
fn any_language(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(sign) = words.chars().find(|c| is_needless(*c)) {
        found.push(format!(
            "a sign that is not seen stands in it (U+{:04X})",
            u32::from(sign)
        ));
    }
    if has_markup(words) {
        found.push("`<…>` and `&…;` are shown as they are: a text has no HTML".to_owned());
    }
    if words.contains("  ") {
        found.push("two spaces stand side by side".to_owned());
    }
    found
}

/// Joiners, soft hyphens and direction marks; what isolates a stretch or keeps it in one line is of use.
fn is_needless(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
}

fn has_markup(words: &str) -> bool {
    let is_tag = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.contains('>')
    };
    let is_reference = |rest: &str| {
        rest.split_once(';').is_some_and(|(name, _)| {
            (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        })
    };
    words.split('<').skip(1).any(is_tag) || words.split('&').skip(1).any(is_reference)
}

fn uyghur(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for letter in words.chars().filter(|c| is_arabic_block(*c) && !UYGHUR.contains(*c)) {
        if !seen.insert(letter) {
            continue;
        }
        let code = u32::from(letter);
        found.push(match instead_of(letter) {
            Some(instead) => format!("{letter} (U+{code:04X}) is not a Uyghur letter, here it is {instead}"),
            None => format!("{letter} (U+{code:04X}) is not a Uyghur letter"),
        });
    }
    let foreign = [(',', "،"), (';', "؛"), ('?', "؟")];
    for (mark, instead) in foreign {
        if follows(words, mark, is_arabic) {
            found.push(format!("`{mark}` after Uyghur letters is written `{instead}`"));
        }
    }
    if words.contains(['"', '“', '”']) && words.contains(is_arabic) {
        found.push("quotation marks are written «…»".to_owned());
    }
    found
}

fn instead_of(letter: char) -> Option<String> {
    match letter {
        '\u{660}'..='\u{669}' => return Some((u32::from(letter) - 0x660).to_string()),
        '\u{6F0}'..='\u{6F9}' => return Some((u32::from(letter) - 0x6F0).to_string()),
        _ if is_form(letter) => return Some("the letter itself; type it anew".to_owned()),
        _ => {}
    }
    let (_, instead) = INSTEAD.iter().find(|(other, _)| *other == letter)?;
    Some((*instead).to_owned())
}

fn chinese(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let traditional: String = words
        .chars()
        .filter(|c| TRADITIONAL.contains(c) && seen.insert(*c))
        .collect();
    if !traditional.is_empty() {
        found.push(format!("traditional characters: {traditional}"));
    }
    let foreign = [
        (',', "，"),
        (';', "；"),
        ('?', "？"),
        ('!', "！"),
        (':', "："),
        ('(', "（"),
    ];
    for (mark, instead) in foreign {
        if follows(words, mark, is_han) {
            found.push(format!("`{mark}` after Chinese characters is written `{instead}`"));
        }
    }
    let ends = words.lines().any(|line| {
        let sentence = line.strip_suffix('.').unwrap_or_default();
        sentence.ends_with(is_han)
    });
    if ends {
        found.push("`.` at the end of a Chinese sentence is written `。`".to_owned());
    }
    found
}

fn spanish(words: &str) -> Vec<String> {
    let pairs = [('?', '¿'), ('!', '¡')].into_iter();
    pairs
        .filter(|(closing, opening)| words.matches(*closing).count() != words.matches(*opening).count())
        .map(|(closing, opening)| format!("`{closing}` needs its `{opening}`, and each of them once"))
        .collect()
}

fn follows(words: &str, mark: char, script: fn(char) -> bool) -> bool {
    words
        .chars()
        .zip(words.chars().skip(1))
        .any(|(before, after)| after == mark && script(before))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D5}' | '»' | FILLED_IN)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '」' | '”' | '）' | FILLED_IN)
}

fn is_arabic_block(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}') || is_form(c)
}

/// Letters as they look at one place of a word, which only old fonts and PDF files have.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_foreign_letter_is_named_once() {
        let told = uyghur("\u{647}ەسەل \u{647} ح \u{665} \u{FEE9}");
        assert_eq!(
            told,
            [
                "\u{647} (U+0647) is not a Uyghur letter, here it is ە or ھ",
                "ح (U+062D) is not a Uyghur letter, here it is ھ",
                "\u{665} (U+0665) is not a Uyghur letter, here it is 5",
                "\u{FEE9} (U+FEE9) is not a Uyghur letter, here it is the letter itself; type it anew",
            ]
        );
        assert_eq!(uyghur("ئۇيغۇرچە، «سۆز»؛ قانداق؟ 5%"), [""; 0]);
    }

    #[test]
    fn marks_of_other_languages_are_told_all() {
        assert_eq!(uyghur("سالام, \u{FFFC}? \"سۆز\"").len(), 3);
        assert_eq!(chinese("\u{FFFC}, 你好! 買.").len(), 4, "three marks, and a character");
        assert_eq!(chinese("价格：\u{FFFC}（约 3.5 kg）。"), [""; 0]);
        assert_eq!(chinese("東雲，雲"), ["traditional characters: 東雲"]);
        assert_eq!(spanish("¿Uno? Dos?"), ["`?` needs its `¿`, and each of them once"]);
        assert_eq!(spanish("¿Uno? ¡Dos!"), [""; 0]);
    }

    #[test]
    fn what_no_language_has_is_told() {
        for text in ["a <b>c</b>", "a&nbsp;b", "a&#39;b", "a  b", "a\u{200B}b"] {
            assert_eq!(any_language(text).len(), 1, "{text:?}");
        }
        for text in ["1 < 2 > 0", "R&D; so", "a & b;", "\u{2066}a\u{2069}\u{2060}b"] {
            assert_eq!(any_language(text), [""; 0], "{text:?}");
        }
    }

    #[test]
    fn a_name_may_be_the_same_in_two_languages_and_a_sentence_may_not() {
        for text in ["Add to cart", "\u{FFFC} is missing"] {
            assert!(is_sentence(text), "{text}");
        }
        for text in [
            "Hong Kong",
            "WeChat",
            "UTF-16 (big endian)",
            "Total",
            "\u{FFFC} · \u{FFFC}",
        ] {
            assert!(!is_sentence(text), "{text}");
        }
    }
}
