//! What is left in a text of the program or the work it comes from: signs of code and of other kinds of files, notes to oneself.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// Notes to oneself, as words of their own, and signs that make letters bold or lead from one thing to another.
const NOTES: [&str; 3] = ["TODO", "FIXME", "XXX"];
const SIGNS: [&str; 4] = ["**", "__", "->", "=>"];

/// The first one that English does not have.
pub fn left(pair: &Pair<'_>) -> Vec<Fault> {
    let Some((_, english)) = pair.english else {
        return Vec::new();
    };
    let words = pair.words.trim();
    // Uyghur has other quotation marks, which is a rule of its own.
    let is_told = pair.folder == "ug";
    let found = [
        quoted(words).filter(|_| !is_told),
        equals(words),
        note(words),
        sign(words),
        escape(words),
    ];
    let found = found.into_iter().flatten().find(|found| !english.contains(found));
    found
        .map(|found| Fault::new(Kind::Leftover).arg("letters", found).at(found))
        .into_iter()
        .collect()
}

/// `"Carrito"` and `"Carrito";`: all of it as code has it.
fn quoted(words: &str) -> Option<&str> {
    let inner = words.strip_prefix('"')?.trim_end_matches([';', ',']);
    let is_whole = inner.ends_with('"') && inner.matches('"').count() == 1;
    is_whole.then(|| words.get(..1)).flatten()
}

/// `cart-title = = Carrito`.
fn equals(words: &str) -> Option<&str> {
    words.starts_with("= ").then(|| words.get(..2)).flatten()
}

fn note(words: &str) -> Option<&str> {
    words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .find(|word| NOTES.contains(word))
}

fn sign(words: &str) -> Option<&str> {
    SIGNS
        .iter()
        .find_map(|sign| words.find(sign).and_then(|at| words.get(at..at + sign.len())))
}

/// `\n` and `\u00ed`, which are letters of code, and no end of a line and no `í` here.
fn escape(words: &str) -> Option<&str> {
    words.match_indices('\\').find_map(|(at, _)| {
        let rest = words.get(at + 1..)?;
        let length = match rest.chars().next()? {
            'n' | 't' | 'r' | '\'' => 1,
            'u' if rest.get(1..5)?.bytes().all(|byte| byte.is_ascii_hexdigit()) => 5,
            _ => return None,
        };
        // `C:\new` is a place on a disk.
        let is_place = words.get(..at)?.ends_with(':');
        words.get(at..=at + length).filter(|_| !is_place)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn what_comes_from_another_program_is_told_and_what_english_has_is_not() {
        for (text, found) in [
            ("= Carrito", "="),
            ("\"Carrito\"", "\""),
            ("\"Carrito\";", "\""),
            ("Carrito -> Cesta", "->"),
            ("**Carrito**", "**"),
            ("Carrito (TODO)", "TODO"),
            ("Tu carrito\\nde la compra", "\\n"),
            ("Env\\u00edo", "\\u00ed"),
        ] {
            assert_eq!(
                told(left, "es", text, "Your cart"),
                [format!("leftover {found}")],
                "{text}"
            );
        }
        for text in [
            "«Carrito»",
            "Todo en 2 \"cajas\"",
            "a = b",
            "C:\\new",
            "método",
            "\"a\" y \"b\"",
            "- a > b",
        ] {
            assert_eq!(told(left, "es", text, "Your cart"), [""; 0], "{text}");
        }
        assert_eq!(told(left, "es", "Escribe -> o **", "Write -> or **"), [""; 0]);
    }
}
