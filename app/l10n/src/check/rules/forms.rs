//! Plural forms that a language needs and a text does not have.

use super::Pair;
use crate::check::finding::{Fault, Kind};
use crate::check::pattern::{Decimal, Key, Pattern, Piece, Plural};
use crate::plural::{Operands, rules_of};

/// A text that tells numbers apart has a form for each that the language tells apart: in Spanish one for one, in a language that
/// was added what CLDR says of it. Uyghur and Chinese need none.
pub fn lacking(pair: &Pair<'_>) -> Vec<Fault> {
    let (needed, spare) = needed_in(pair.folder);
    let lacking: Vec<String> = needed
        .into_iter()
        .filter(|form| lacks(&pair.own.pattern, *form))
        .map(|form| format!("[{}]", form.as_str()))
        .collect();
    if lacking.len() <= spare {
        return Vec::new();
    }
    vec![Fault::new(Kind::FormLacking).arg("form", lacking.join(" "))]
}

/// The forms that such a text has in the language of a folder, the one with the star last.
pub fn wanted_forms(folder: &str) -> Vec<Plural> {
    let (mut forms, spare) = needed_in(folder);
    if spare == 0 {
        forms.push(Plural::Other);
    }
    forms
}

/// The forms of a language but for that of everything else, and how many of them that one may stand for: one where no whole number
/// has it.
fn needed_in(folder: &str) -> (Vec<Plural>, usize) {
    let rules = match folder {
        "en" | "ug" | "zh-Hans" => return (Vec::new(), 0),
        // Whole millions are nowhere in the shop.
        "es" => return (vec![Plural::One], 0),
        other => rules_of(other),
    };
    let Some(rules) = rules else {
        return (Vec::new(), 0);
    };
    let is_other = |number| rules.category(Operands::of(Decimal::whole(number))) == Plural::Other;
    let mut forms = rules.categories();
    forms.retain(|form| *form != Plural::Other);
    (forms, usize::from(!(0..200).any(is_other)))
}

fn lacks(pattern: &Pattern, needed: Plural) -> bool {
    let number = match needed {
        Plural::Zero => Some(0),
        Plural::One => Some(1),
        Plural::Two => Some(2),
        Plural::Few | Plural::Many | Plural::Other => None,
    };
    let is_needed = |key: &Key| match key {
        Key::Number(value) => Some(*value) == number,
        Key::Category(category) => *category == needed,
        _ => false,
    };
    pattern.pieces.iter().any(|piece| match piece {
        Piece::Choice { by, forms, other } => {
            let is_of_words = forms.iter().any(|(key, _)| matches!(key, Key::Word(_)));
            let has_form = by.is_ordinal || forms.iter().any(|(key, _)| is_needed(key));
            (!is_of_words && !has_form) || lacks(other, needed) || forms.iter().any(|(_, form)| lacks(form, needed))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn spanish_says_one_in_a_form_of_its_own() {
        let without = "{ $n ->\n    [0] nada\n   *[other] { $n } cosas\n}";
        assert_eq!(told(lacking, "es", without, "Honey"), ["form-lacking [one]"]);
        assert_eq!(told(lacking, "ug", without, "Honey"), [""; 0]);
        for with in ["[one] una", "[1] una"] {
            let text = format!("{{ $n ->\n    {with}\n   *[other] {{ $n }} cosas\n}}");
            assert_eq!(told(lacking, "es", &text, "Honey"), [""; 0]);
        }
        assert_eq!(told(lacking, "es", "Cosas: { $n }", "Honey"), [""; 0]);
    }

    #[test]
    fn an_added_language_has_the_forms_that_cldr_says() {
        let text = "{ $n ->\n    [one] { $n } товар\n   *[other] { $n } товара\n}";
        assert_eq!(told(lacking, "ru", text, "Honey"), ["form-lacking [few] [many]"]);
        let text = "{ $n ->\n    [one] { $n } товар\n    [few] { $n } товара\n   *[many] { $n } товаров\n}";
        assert_eq!(told(lacking, "ru", text, "Honey"), [""; 0]);
        assert_eq!(told(lacking, "xx", text, "Honey"), [""; 0]);
    }
}
