//! What is never meant in a text, in no language: signs that other programs left, letters that were lost, nothing at all.

use super::chunk::is_kebab;
use super::finding::{Fault, Kind};
use super::pattern::{Pattern, Piece};

/// Faults of a text that must not be shown as it is.
pub fn damage(pattern: &Pattern) -> Vec<Fault> {
    let mut faults = Vec::new();
    if is_blank(pattern) {
        faults.push(Fault::new(Kind::TextEmpty));
    }
    let words = pattern.words();
    if let Some(found) = words.chars().find(|c| is_machine(*c)) {
        faults.push(if found == '\t' {
            Fault::new(Kind::SignTab).at("\t")
        } else {
            Fault::new(Kind::SignMachine).arg("code", code_of(found)).at(found)
        });
    }
    if let Some(found) = words.chars().find(|c| is_lost(*c)) {
        faults.push(Fault::new(Kind::LetterLost).arg("code", code_of(found)).at(found));
    }
    if let Some(found) = lost(&words) {
        faults.push(Fault::new(Kind::LettersLost).arg("letters", found).at(found));
    }
    if let Some(found) = other_brace(&words) {
        faults.push(
            Fault::new(Kind::SignAlike)
                .arg("sign", found)
                .arg("instead", "{")
                .at(found),
        );
    }
    if let Some(found) = mojibake(&words) {
        faults.push(Fault::new(Kind::Mojibake).arg("letters", found.as_str()).at(found));
    }
    if !directions_close(pattern) {
        faults.push(Fault::new(Kind::Direction));
    }
    faults
}

/// The name of a text that begins within a line of this one, as it does when the end of the line before it was lost: it has a `-`,
/// and ` = ` behind it. The last letters of the text above may stand right before the name, which in most files begins as the
/// others there.
pub fn swallowed<'s>(id: &str, source: &'s str) -> Option<&'s str> {
    let area = id.trim_start_matches('-').split(['-', '.']).next().unwrap_or_default();
    source.match_indices('=').find_map(|(at, _)| {
        let is_behind = source.get(at + 1..)?.starts_with([' ', '\n']);
        let before = source.get(..at)?.strip_suffix(' ').filter(|_| is_behind)?;
        let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let name = before.rsplit(|c: char| !is_of_name(c)).next()?;
        let from = name.find(&format!("{area}-")).unwrap_or_default();
        let name = name.get(from..)?;
        (name.contains('-') && is_kebab(name)).then_some(name)
    })
}

/// `U+0647`.
pub fn code_of(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Nothing that is seen, in a whole text or in one of its forms.
fn is_blank(pattern: &Pattern) -> bool {
    let says_something = pattern.pieces.iter().any(|piece| match piece {
        Piece::Text(text) => text.chars().any(|c| !c.is_whitespace() && !is_unseen(c)),
        _ => true,
    });
    let blank_form = pattern.pieces.iter().any(|piece| match piece {
        // A form may be empty beside other words: "{ $n -> [0] *[other] …}" says nothing of none.
        Piece::Choice { forms, other, .. } if pattern.pieces.len() == 1 => {
            is_blank(other) || forms.iter().any(|(_, form)| is_blank(form))
        }
        _ => false,
    });
    !says_something || blank_form
}

/// Signs without a shape that separate or join, and may stand in a text beside letters.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_machine(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}')
}

/// The sign for a letter that could not be read, and places that fonts of old programs used as they liked.
fn is_lost(c: char) -> bool {
    matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// What is left of a text of which every letter became `?`: nothing is said by it.
fn lost(words: &str) -> Option<&str> {
    let mut runs = words.split(|c: char| c != '?');
    runs.find(|run| run.len() > 1)
        .filter(|_| !words.contains(char::is_alphabetic))
}

/// A variable in brackets of a Chinese keyboard, which would be shown as it stands.
fn other_brace(words: &str) -> Option<&'static str> {
    let mut after = words.split('｛').skip(1);
    after
        .any(|rest| rest.trim_start().starts_with(['$', '＄', '￥', '¥']))
        .then_some("｛")
}

/// UTF-8 that was read as Latin letters: two bytes of a Spanish or Arabic letter begin with one of these, and the second is no
/// letter of any word.
fn mojibake(words: &str) -> Option<String> {
    let pairs = words.chars().zip(words.chars().skip(1));
    pairs
        .filter(|(first, _)| matches!(first, 'Ã' | 'Â' | 'Ø' | 'Ù' | 'Û'))
        .find(|(_, second)| matches!(second, '\u{80}'..='\u{BF}' | '\u{2018}'..='\u{203A}' | '€' | '™'))
        .map(|(first, second)| format!("{first}{second}"))
}

/// Whether what turns the direction ends within the same form; overrides turn letters round and are never right.
fn directions_close(pattern: &Pattern) -> bool {
    let mut depth = 0_i32;
    for piece in &pattern.pieces {
        match piece {
            Piece::Text(text) => {
                for c in text.chars() {
                    match c {
                        '\u{202D}' | '\u{202E}' => return false,
                        '\u{202A}' | '\u{202B}' | '\u{2066}'..='\u{2068}' => depth += 1,
                        '\u{202C}' | '\u{2069}' => depth -= 1,
                        _ => {}
                    }
                    if depth < 0 {
                        return false;
                    }
                }
            }
            Piece::Choice { forms, other, .. }
                if !directions_close(other) || !forms.iter().all(|(_, form)| directions_close(form)) =>
            {
                return false;
            }
            _ => {}
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::super::pattern::{By, Key, Plural};
    use super::*;

    fn text(text: &str) -> Pattern {
        Pattern {
            pieces: vec![Piece::Text(text.to_owned())],
        }
    }

    #[test]
    fn a_text_that_begins_within_another_one_is_found_by_its_name() {
        for (source, name) in [
            ("Carritocart-added = Ya está", "cart-added"),
            ("Carrito cart-added = Ya está", "cart-added"),
            ("Una línea\n    y otracart-added-2 =\n    Ya", "cart-added-2"),
            ("ھارۋاcart-added = قوشۇلدى", "cart-added"),
            ("{ $n }nav-cart = Carrito", "nav-cart"),
        ] {
            assert_eq!(swallowed("cart-title", source), Some(name), "{source}");
        }
        for source in [
            "1 + 1 = 2",
            "x = y",
            "https://a-b.org/?c-d=e",
            "a-b { \"=\" } c",
            "co-op -> = 3",
            "A-B = C",
        ] {
            assert_eq!(swallowed("cart-title", source), None, "{source}");
        }
    }

    #[test]
    fn signs_that_no_one_types_are_told_and_those_one_may_type_are_not() {
        for broken in [
            "",
            " \u{200B}",
            "a\u{0}b",
            "a\tb",
            "a\rb",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{FFFD}b",
            "\u{E012}",
            "???",
            "??? ??: \u{FFFC}",
            "｛ $name ｝",
            "｛ ￥name ｝",
            "cafÃ© con leche",
            "Â¿quÃ©?",
            "Ø§Ø¨",
            "\u{2067}a",
            "a\u{2069}",
            "\u{2069}\u{2066}",
            "\u{202E}a\u{202C}",
        ] {
            assert_ne!(damage(&text(broken)), [], "{broken:?}");
        }
        for good in [
            "MENÚ»",
            "?",
            "¿Seguro??",
            "｛名称｝",
            "¿Qué? ¡Sí!",
            "\u{2066}2026-05-31\u{2069}\u{2060}غىچە",
            "first line\nsecond",
            "价格：¥30",
            "Ångström Ø 5 mm",
        ] {
            assert_eq!(damage(&text(good)), [], "{good:?}");
        }
    }

    #[test]
    fn a_form_without_words_is_empty_unless_others_stand_beside_it() {
        let choice = Piece::Choice {
            by: By {
                variable: 0,
                is_ordinal: false,
                fraction: 0,
            },
            forms: vec![(Key::Category(Plural::One), text(""))],
            other: text("many"),
        };
        let alone = Pattern {
            pieces: vec![choice.clone()],
        };
        assert_eq!(damage(&alone), [Fault::new(Kind::TextEmpty)]);
        let beside = Pattern {
            pieces: vec![Piece::Text("Cart ".to_owned()), choice],
        };
        assert_eq!(damage(&beside), []);
    }
}
