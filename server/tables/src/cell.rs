//! What cells have around them, and what is made of them for the database.

use domain::source_hash;

/// Longest key as it is; beyond it stands its hash.
const MAX_KEY: usize = 160;

/// Without white space round it: most cells have none, which their first and last byte say.
pub(crate) fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [] => cell,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

/// A key for the database: short, and the same for the same words.
pub(crate) fn key(of: &str, words: &str) -> String {
    let words = words.trim();
    if words.is_empty() {
        return String::new();
    }
    if words.len() <= MAX_KEY || words.chars().count() <= MAX_KEY {
        let mut key = String::with_capacity(of.len() + 1 + words.len());
        key.push_str(of);
        key.push(':');
        key.push_str(words);
        return key;
    }
    let begin: String = words.chars().take(MAX_KEY).collect();
    format!("{of}:{begin}#{:016x}", source_hash(words))
}
