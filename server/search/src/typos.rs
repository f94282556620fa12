//! What a mistyped word may be.

use crate::Result;
use crate::lists::Lists;
use crate::synonyms::{Synonyms, letters_of};
use crate::text::letters::skeleton;
use crate::text::{Script, chinese};
use crate::words::{SKELETON, SPELLED, TURNED, typed_stems};

/// Shortest word that is taken for a mistyped one, letters; and shortest for two mistakes.
const SHORTEST: usize = 4;
const SHORTEST_FOR_TWO: usize = 8;
/// Stems of a mistyped word that are looked at.
const FORMS: usize = 3;
/// The ending `-سىز`: without.
const WITHOUT: &str = "siz";
/// Words, or runs of Chinese, that one may be at the most.
const MOST: usize = 8;

/// Words that a mistyped one may be, each with how far it is; only the nearest. Two `edits` are for long words only.
pub(crate) fn words(
    lists: &Lists<'_>,
    synonyms: &Synonyms,
    key: &str,
    script: Script,
    edits: u8,
) -> Result<Vec<(String, f32)>> {
    let mut near: Vec<(String, f32, u64)> = Vec::new();
    for (form, off) in forms(key, script) {
        // What is near to a stem is farther than what is near to the word.
        if !near.is_empty() {
            break;
        }
        let prefix = format!("{SKELETON}{}{SPELLED}", skeleton(&form));
        for (entry, documents) in lists.vocabulary_from(&prefix, MOST * 2)? {
            if let Some(word) = entry.strip_prefix(&prefix) {
                near.push((word.to_owned(), off + distance(&form, word), documents));
            }
        }
        near.extend(edited(lists, &form, 1, off)?);
        for turned in turned_over(&form) {
            if lists.knows(&turned)? {
                near.push((turned, off + 1.0, 1));
            }
        }
        near.extend(of_synonyms(synonyms, &form, 1, off));
    }
    if edits > 1 && near.is_empty() && key.chars().count() >= SHORTEST_FOR_TWO {
        near.extend(edited(lists, key, 2, 0.0)?);
        near.extend(of_synonyms(synonyms, key, 2, 0.0));
    }
    // Goods without something are not those with it.
    if key.ends_with(WITHOUT) {
        near.retain(|(word, ..)| word.ends_with(WITHOUT));
    }
    let Some(nearest) = near.iter().map(|(_, distance, _)| *distance).reduce(f32::min) else {
        return Ok(Vec::new());
    };
    near.retain(|(_, distance, _)| *distance <= nearest + 0.3);
    near.sort_by(|one, other| one.1.total_cmp(&other.1).then(other.2.cmp(&one.2)));
    let mut words: Vec<(String, f32)> = Vec::new();
    for (word, distance, _) in near {
        if words.len() < MOST && !words.iter().any(|(known, _)| *known == word) {
            words.push((word, distance));
        }
    }
    Ok(words)
}

/// The word and what is left of it without endings, as long as it is long enough; and how much that counts.
fn forms(key: &str, script: Script) -> Vec<(String, f32)> {
    let mut forms = vec![(key.to_owned(), 0.0)];
    forms.extend(typed_stems(key, script).into_iter().take(FORMS).map(|stem| (stem, 0.4)));
    forms.retain(|(form, _)| form.chars().count() >= SHORTEST);
    forms
}

/// The word with two letters changed for one another that have one between them.
fn turned_over(form: &str) -> Vec<String> {
    let letters: Vec<char> = form.chars().collect();
    (2..letters.len())
        .filter(|place| letters[*place] != letters[*place - 2])
        .map(|place| {
            let mut turned = letters.clone();
            turned.swap(place, place - 2);
            turned.into_iter().collect()
        })
        .collect()
}

/// Words of synonyms that are as near, also by ear.
fn of_synonyms(synonyms: &Synonyms, form: &str, edits: u8, off: f32) -> Vec<(String, f32, u64)> {
    let by_ear = skeleton(form);
    let letters = letters_of(form);
    let mut near = Vec::new();
    for word in synonyms.words() {
        if word.key.len().abs_diff(form.len()) > 2 || word.key.len() + 1 < SHORTEST {
            continue;
        }
        let is_alike = word.skeleton == by_ear;
        if !is_alike && (word.letters ^ letters).count_ones() > 2 * u32::from(edits) {
            continue;
        }
        let distance = distance(form, &word.key);
        if is_alike || distance <= f32::from(edits) {
            near.push((word.key.clone(), off + distance, 0));
        }
    }
    near
}

fn edited(lists: &Lists<'_>, form: &str, edits: u8, off: f32) -> Result<Vec<(String, f32, u64)>> {
    let near = lists.vocabulary_near(form, edits)?;
    Ok(near
        .into_iter()
        .filter(|(word, _)| word.is_ascii() && !word.starts_with(|c: char| c.is_control()))
        .map(|(word, documents)| {
            let distance = off + distance(form, &word);
            (word, distance, documents)
        })
        .collect())
}

/// Mistakes between two keys; one between letters that sound alike is half a mistake, and so is a first letter less than another.
fn distance(one: &str, other: &str) -> f32 {
    // Typed as two letters, mistyped as one of them.
    let letters = |key: &str| -> Vec<char> { key.replace('N', "ng").chars().collect() };
    let (one, other) = (letters(one), letters(other));
    let width = other.len() + 1;
    let mut rows: Vec<f32> = vec![0.0; (one.len() + 1) * width];
    let at = |row: usize, column: usize| row * width + column;
    let mut counted = 0.0;
    for row in 0..=one.len() {
        rows[at(row, 0)] = counted;
        counted += 1.0;
    }
    let mut counted = 0.0;
    for column in 0..=other.len() {
        rows[at(0, column)] = counted;
        counted += 1.0;
    }
    for row in 1..=one.len() {
        for column in 1..=other.len() {
            let (a, b) = (one[row - 1], other[column - 1]);
            let changed = rows[at(row - 1, column - 1)] + change(a, b);
            let less = rows[at(row - 1, column)] + 1.0;
            let more = rows[at(row, column - 1)] + 1.0;
            let mut best = changed.min(less).min(more);
            if row > 1 && column > 1 && a == other[column - 2] && one[row - 2] == b {
                best = best.min(rows[at(row - 2, column - 2)] + 0.9);
            }
            rows[at(row, column)] = best;
        }
    }
    rows[at(one.len(), other.len())]
}

fn change(a: char, b: char) -> f32 {
    if a == b {
        return 0.0;
    }
    let alike = |c: char| match c {
        'a' | 'e' | 'i' => 1,
        'o' | 'u' | 'w' => 2,
        'q' | 'k' | 'G' | 'g' => 3,
        'x' | 'h' => 4,
        'S' | 's' | 'z' => 5,
        'C' | 'j' | 'Z' => 6,
        'b' | 'p' => 7,
        'd' | 't' => 8,
        _ => 0,
    };
    if alike(a) != 0 && alike(a) == alike(b) {
        0.5
    } else {
        1.0
    }
}

/// Runs of Chinese that one may be, in which one character is mistyped; the likeliest first. A character that reads alike is
/// likelier than another; of two characters one says little, and the other is only taken for one that reads just the same.
pub(crate) fn runs(lists: &Lists<'_>, synonyms: &Synonyms, run: &str) -> Result<Vec<String>> {
    let characters: Vec<char> = run.chars().collect();
    if characters.len() < 2 {
        return Ok(Vec::new());
    }
    let is_short = characters.len() == 2;
    let sound_alike = if is_short {
        chinese::sound_the_same
    } else {
        chinese::sound_alike
    };
    let mut pairs = Vec::new();
    for pair in chinese::pairs(run) {
        pairs.push(lists.knows(&pair)?);
    }
    let mut found: Vec<(bool, u64, String)> = Vec::new();
    for place in 0..characters.len() {
        // All pairs without this character must be there.
        let is_rest_known = pairs
            .iter()
            .enumerate()
            .all(|(pair, is_known)| *is_known || pair == place || pair + 1 == place);
        if !is_rest_known {
            continue;
        }
        for (other, documents) in at_place(lists, &characters, place)? {
            if Some(&other) != characters.get(place) {
                let mut changed = characters.clone();
                changed[place] = other;
                let is_alike = characters.get(place).is_some_and(|one| sound_alike(*one, other));
                found.push((is_alike, documents, changed.into_iter().collect()));
            }
        }
    }
    for known in synonyms.runs_near(run) {
        let is_alike = known
            .chars()
            .zip(&characters)
            .all(|(other, one)| other == *one || sound_alike(other, *one));
        found.push((is_alike, 1, known));
    }
    let is_any_alike = found.iter().any(|(is_alike, ..)| *is_alike);
    found.retain(|(is_alike, ..)| *is_alike || !(is_short || is_any_alike));
    found.sort_by_key(|(_, documents, _)| std::cmp::Reverse(*documents));
    Ok(found.into_iter().map(|(.., run)| run).take(MOST).collect())
}

/// Characters that can stand at a place between its neighbours.
fn at_place(lists: &Lists<'_>, characters: &[char], place: usize) -> Result<Vec<(char, u64)>> {
    let before = place.checked_sub(1).and_then(|place| characters.get(place));
    let after = characters.get(place + 1);
    let (prefix, entries) = match (before, after) {
        (Some(before), _) => {
            let prefix = before.to_string();
            let entries = lists.vocabulary_from(&prefix, 200)?;
            (prefix, entries)
        }
        (None, Some(after)) => {
            let prefix = format!("{TURNED}{after}");
            let entries = lists.vocabulary_from(&prefix, 200)?;
            (prefix, entries)
        }
        (None, None) => return Ok(Vec::new()),
    };
    let mut fitting = Vec::new();
    for (entry, documents) in entries {
        let Some(other) = entry.strip_prefix(&prefix).and_then(|rest| rest.chars().next()) else {
            continue;
        };
        let fits = match (before, after) {
            (Some(_), Some(after)) => lists.knows(&format!("{other}{after}"))?,
            _ => true,
        };
        if fits {
            fitting.push((other, documents));
        }
    }
    Ok(fitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_sound_alike_are_nearer() {
        assert!(distance("badem", "badam") < distance("balam", "badam"));
        assert!(distance("neuz", "nuez") < distance("nuzz", "nuez"));
        assert!((distance("almendra", "almndra") - 1.0).abs() < f32::EPSILON);
    }
}
