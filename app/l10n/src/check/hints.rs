//! Letters and punctuation that do not belong to the language. Only hints: a quotation or a name may need them.

use super::{Language, Problem};

/// Letters of Arabic and Persian keyboards that look like Uyghur ones, and what a Uyghur text has instead.
const LOOKALIKES: [(char, &str); 5] = [
    ('\u{647}', "ە or ھ"),
    ('\u{6A9}', "ك"),
    ('\u{6AA}', "ك"),
    ('\u{6CC}', "ى or ي"),
    ('\u{640}', "nothing"),
];

/// Hints for every message of a language.
pub fn hints(language: &Language) -> Vec<Problem> {
    let look: fn(&str) -> Option<String> = match language.folder {
        "ug" => uyghur,
        "zh-Hans" => chinese,
        "es" => spanish,
        _ => return Vec::new(),
    };
    let found = language.entries().filter_map(|(file, entry)| {
        let what = look(&entry.pattern.words())?;
        Some(Problem::new(&file.path, entry.line, format!("{}: {what}", entry.id)))
    });
    found.collect()
}

fn uyghur(words: &str) -> Option<String> {
    let lookalike = LOOKALIKES.iter().find(|(letter, _)| words.contains(*letter));
    if let Some((letter, instead)) = lookalike {
        return Some(format!(
            "{letter} (U+{:04X}) is not a Uyghur letter, here it is {instead}",
            u32::from(*letter)
        ));
    }
    let foreign = [(',', "،"), (';', "؛"), ('?', "؟")];
    let (found, instead) = foreign.iter().find(|(mark, _)| follows(words, *mark, is_arabic))?;
    Some(format!("`{found}` after Uyghur letters is written `{instead}`"))
}

fn chinese(words: &str) -> Option<String> {
    let foreign = [(',', "，"), (';', "；"), ('?', "？"), ('!', "！"), (':', "：")];
    let (found, instead) = foreign.iter().find(|(mark, _)| follows(words, *mark, is_han))?;
    Some(format!("`{found}` after Chinese characters is written `{instead}`"))
}

fn spanish(words: &str) -> Option<String> {
    [('?', '¿'), ('!', '¡')].iter().find_map(|(closing, opening)| {
        (words.contains(*closing) && !words.contains(*opening)).then(|| format!("`{closing}` needs its `{opening}`"))
    })
}

fn follows(words: &str, mark: char, script: fn(char) -> bool) -> bool {
    words
        .chars()
        .zip(words.chars().skip(1))
        .any(|(before, after)| after == mark && script(before))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D5}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}
