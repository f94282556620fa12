//! Plural forms that a language needs and a text does not have.

use super::Pair;
use crate::check::finding::{Fault, Kind};
use crate::check::nearest;
use crate::check::pattern::{Decimal, Key, Pattern, Piece, Plural};
use crate::fluent::source::{Element, Value};
use crate::plural::{Operands, PluralRules, rules_of};

/// A text that tells numbers apart has a form for each that the language tells apart: in Spanish one for one, in a language that
/// was added what CLDR says of it. Uyghur and Chinese need none.
pub fn lacking(pair: &Pair<'_>) -> Vec<Fault> {
    let (needed, spare) = needed_in(pair.folder);
    let has_forms = pair.folder == "en" || !needed.is_empty();
    if let Some(star) = star_of_some(&pair.own.value).filter(|_| has_forms && spare == 0) {
        let star = format!("[{star}]");
        return vec![Fault::new(Kind::FormOther).arg("form", star.as_str()).at(star.as_str())];
    }
    let lacking: Vec<String> = needed
        .into_iter()
        .filter(|form| lacks(&pair.own.pattern, *form) && !has_star(&pair.own.value, *form))
        .map(|form| format!("[{}]", form.as_str()))
        .collect();
    if lacking.len() <= spare {
        return Vec::new();
    }
    vec![Fault::new(Kind::FormLacking).arg("form", lacking.join(" "))]
}

/// A form of all other numbers that has a name of its own, as `*[otros]`. It is shown; other programs look for `[other]`.
pub fn star(pair: &Pair<'_>) -> Vec<Fault> {
    let name = star_with_own_name(&pair.own.value);
    let fault = name.map(|name| {
        Fault::new(Kind::FormStar)
            .arg("name", name)
            .at(format!("[{name}]"))
            .meant(Some(bracketed(&[Plural::Other])))
    });
    fault.into_iter().collect()
}

/// The name of a form with the star that is neither a number nor one of CLDR, beside forms that are.
fn star_with_own_name(value: &Value) -> Option<&str> {
    let is_form = |key: &str| {
        let is_number = key.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        is_number || Plural::parse(key).is_some()
    };
    value.elements.iter().find_map(|element| {
        let Element::Select { variants, .. } = element else {
            return None;
        };
        let counts = variants.iter().any(|variant| is_form(&variant.key));
        let star = variants
            .iter()
            .find(|variant| counts && variant.is_default && !is_form(&variant.key));
        let star = star.map(|variant| variant.key.as_str());
        star.or_else(|| variants.iter().find_map(|variant| star_with_own_name(&variant.value)))
    })
}

/// The form with the star, where it is one that only some numbers have and the one of all others is gone.
fn star_of_some(value: &Value) -> Option<&str> {
    let is_category = |key: &str| Plural::ALL.iter().any(|form| form.as_str() == key);
    value.elements.iter().find_map(|element| {
        let Element::Select { variants, .. } = element else {
            return None;
        };
        let has_other = variants.iter().any(|variant| variant.key == Plural::Other.as_str());
        let star = variants
            .iter()
            .find(|variant| variant.is_default && is_category(&variant.key));
        let star = star.filter(|_| !has_other).map(|variant| variant.key.as_str());
        star.or_else(|| variants.iter().find_map(|variant| star_of_some(&variant.value)))
    })
}

/// Whether a form is there as the one with the star, which a pattern keeps without its name.
fn has_star(value: &Value, form: Plural) -> bool {
    value.elements.iter().any(|element| match element {
        Element::Select { variants, .. } => variants
            .iter()
            .any(|variant| (variant.is_default && variant.key == form.as_str()) || has_star(&variant.value, form)),
        _ => false,
    })
}

/// The forms that such a text has in the language of a folder, the one with the star last.
pub fn wanted_forms(folder: &str) -> Vec<Plural> {
    let (mut forms, spare) = needed_in(folder);
    if spare == 0 {
        forms.push(Plural::Other);
    }
    forms
}

/// Which form of a language a word between brackets stands for that is none: one that is a slip of the pen away, or, of a word in
/// the language itself, the only one that whole numbers have and that is not `there` yet.
pub fn meant_form(rules: &PluralRules, is_ordinal: bool, word: &str, there: &[Plural]) -> Option<Plural> {
    let mut known = if is_ordinal {
        rules.ordinal_categories()
    } else {
        rules.categories()
    };
    known.retain(|form| !there.contains(form));
    if let Some(near) = nearest(word, known.iter().map(|form| form.as_str())) {
        return Plural::parse(near);
    }
    // `[few]` of a language that has none is no word of it.
    if Plural::parse(word).is_some() {
        return None;
    }
    let form_of = |number: i64| {
        let shown = Operands::of(Decimal::whole(number));
        if is_ordinal {
            rules.ordinal(shown)
        } else {
            rules.category(shown)
        }
    };
    known.retain(|form| *form != Plural::Other && (0..200).any(|number| form_of(number) == *form));
    match known.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Forms as they stand in a file: `[one] [other]`.
pub fn bracketed(forms: &[Plural]) -> String {
    let all: Vec<String> = forms.iter().map(|form| format!("[{}]", form.as_str())).collect();
    all.join(" ")
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
    use crate::check::parse_file;

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
    fn a_star_at_the_form_of_some_numbers_only_is_told_by_the_form_that_is_gone() {
        let text = "{ $n ->\n   *[one] { $n } cosa\n}";
        assert_eq!(told(lacking, "es", text, "Honey"), ["form-other [one]"]);
        assert_eq!(told(lacking, "ug", text, "Honey"), [""; 0], "one word does for all");
        let inside = "{ $n ->\n    [one] una\n   *[other] { $m ->\n    *[one] x\n    }\n}";
        assert_eq!(told(lacking, "es", inside, "Honey"), ["form-other [one]"]);
        let all = "{ $n ->\n   *[one] una\n    [other] { $n } cosas\n}";
        assert_eq!(told(lacking, "es", all, "Honey"), [""; 0]);
        // English has forms as well, and a comment that says what the number is.
        let english = |text: &str| {
            let file = parse_file("english", "en", &format!("# $n: how many.\na-b = {text}\n"));
            assert!(file.findings.is_empty(), "{:?}", file.findings);
            let words = file.entries[0].pattern.words();
            let pair = Pair {
                folder: "en",
                own: &file.entries[0],
                words: &words,
                english: None,
            };
            lacking(&pair)
                .into_iter()
                .map(|fault| fault.kind)
                .collect::<Vec<Kind>>()
        };
        assert_eq!(english(text), [Kind::FormOther]);
        assert_eq!(english(all), []);
    }

    #[test]
    fn a_form_of_all_others_under_a_name_of_its_own_is_told_and_a_choice_by_words_is_not() {
        let text = "{ $n ->\n    [one] una\n   *[otros] { $n } cosas\n}";
        assert_eq!(told(star, "es", text, "Honey"), ["form-star otros"]);
        let inside = "{ $m ->\n   *[other] { $n ->\n        [0] x\n       *[b] y\n    }\n}";
        assert_eq!(told(star, "ug", inside, "Honey"), ["form-star b"]);
        for right in [
            "{ $n ->\n    [one] una\n   *[other] { $n } cosas\n}",
            "{ $n ->\n    [0] una\n   *[1] { $n } cosas\n}",
            "{ $mode ->\n    [fast] una\n   *[slow] otra\n}",
            "{ $n }",
        ] {
            assert_eq!(told(star, "es", right, "Honey"), [""; 0], "{right}");
        }
    }

    #[test]
    fn a_word_that_is_no_form_is_meant_for_one() {
        let meant = |folder: &str, word: &str, there: &[Plural]| {
            let rules = rules_of(folder)?;
            meant_form(rules, false, word, there).map(Plural::as_str)
        };
        assert_eq!(meant("es", "uno", &[Plural::Other]), Some("one"));
        assert_eq!(meant("es", "uno", &[Plural::Many, Plural::Other]), Some("one"));
        assert_eq!(meant("es", "mnay", &[Plural::One]), Some("many"));
        assert_eq!(meant("ug", "bir", &[]), Some("one"));
        // It is there, the language has none, or it may be one of several.
        assert_eq!(meant("es", "uno", &[Plural::One]), None);
        assert_eq!(meant("es", "few", &[]), None);
        assert_eq!(meant("zh-Hans", "yi", &[]), None);
        assert_eq!(meant("ru", "odin", &[]), None);
        assert_eq!(bracketed(&[Plural::One, Plural::Other]), "[one] [other]");
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
