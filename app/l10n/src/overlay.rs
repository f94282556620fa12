//! What is said over the files: texts that other programs read in theirs, and those that translators wrote in the browser.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use domain::Locale;

use crate::check::{Entry, FOLDERS, Finding, compare_entry, parse_file};
use crate::fluent::{Compiler, Limits, Value};
use crate::message::Text;
use crate::texts::{built_in_values, entries_of, for_program, write_number};
use crate::unit::UnitId;

/// What a text says from now on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Said {
    /// In which language.
    pub locale: Locale,
    /// Which text.
    pub unit: UnitId,
    /// Fluent.
    pub source: String,
}

/// The values of the texts of all languages, by name.
pub(crate) type Values = HashMap<(Locale, String), Value>;

/// What came of texts that were said over others.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    /// What each text says, as it is filled in: those that were said, and those that point at them.
    pub patterns: Vec<(Locale, Text, Arc<str>)>,
    /// Those of what was said that can be.
    pub said: HashMap<(Locale, String), Arc<str>>,
    /// Why the others cannot, where it is known.
    pub refused: HashMap<(Locale, String), Finding>,
    /// Texts of the files that point at one that was said, and cannot be said with it: they stay as they were.
    pub broken: HashMap<(Locale, String), Finding>,
}

/// The English texts, which others are compared with.
static REFERENCE: LazyLock<HashMap<&'static str, &'static Entry>> = LazyLock::new(|| {
    let named = |(_, entry): &'static (&'static str, Entry)| (entry.id.as_str(), entry);
    entries_of(FOLDERS[0]).iter().map(named).collect()
});

/// The values the program was built with.
pub(crate) static BUILT_IN: LazyLock<Values> = LazyLock::new(built_in_values);

/// Puts texts over those that `values` are of; of two that say the same text the later one counts. One with a mistake is left out:
/// what it would have changed stays.
pub(crate) fn lay(values: &Values, said: &[Said]) -> Laid {
    let mut laid = Laid::default();
    let locales: HashSet<Locale> = said.iter().map(|said| said.locale).collect();
    for locale in locales {
        let own = said.iter().filter(|said| said.locale == locale);
        let mut own: Vec<Entry> = own.filter_map(entry_of).collect();
        loop {
            let by_name = own.iter().map(|entry| (entry.id.as_str(), entry));
            let now = lay_language(values, locale, &by_name.collect());
            if now.refused.is_empty() {
                laid.patterns.extend(now.patterns);
                laid.said.extend(now.said);
                laid.broken.extend(now.broken);
                break;
            }
            // What cannot be said is as if it were not there: what was said before it may be good.
            for (key, finding) in now.refused {
                if let Some(last) = own.iter().rposition(|entry| entry.id == key.1) {
                    own.remove(last);
                }
                laid.refused.entry(key).or_insert(finding);
            }
        }
    }
    laid
}

fn lay_language(values: &Values, locale: Locale, own: &BTreeMap<&str, &Entry>) -> Laid {
    let mut laid = Laid::default();
    let below = values.iter().filter(|((of, _), _)| *of == locale);
    let texts = below
        .map(|((_, id), value)| (id.as_str(), value))
        .chain(own.iter().map(|(id, entry)| (*id, &entry.value)));
    let mut compiler = Compiler::linking(locale.folder(), texts, [], write_number, Limits::default());
    for (id, entry) in own {
        let compiled = compiler.compile(id, &entry.value);
        if !compiled.is_usable() {
            let fault = compiled.faults.into_iter().next();
            let finding = fault.map(|fault| entry.place("").of(fault));
            laid.refused
                .extend(finding.map(|finding| ((locale, (*id).to_owned()), finding)));
            continue;
        }
        let source: Arc<str> = entry.source.as_str().into();
        // A term is for other texts; no program asks for it.
        if id.starts_with('-') {
            laid.said.insert((locale, (*id).to_owned()), source);
            continue;
        }
        let entry = Entry {
            args: compiled.args,
            pattern: compiled.pattern,
            ..Entry::clone(entry)
        };
        let Some(english) = REFERENCE.get(*id).copied() else {
            continue;
        };
        if let Some(finding) = compare_entry(english, "", locale.folder(), &entry) {
            laid.refused.insert((locale, (*id).to_owned()), finding);
            continue;
        }
        if let Some(text) = Text::by_id(id) {
            laid.patterns
                .push((locale, text, for_program(&entry.pattern, &entry.args, text)));
            laid.said.insert((locale, (*id).to_owned()), source);
        }
    }
    // Others may point at one of them.
    for ((of, id), value) in values {
        if *of != locale || own.contains_key(id.as_str()) || !value.has_references() {
            continue;
        }
        let Some(text) = Text::by_id(id) else { continue };
        let compiled = compiler.compile(id, value);
        let is_filled = compiled.args.iter().all(|arg| text.args().contains(&arg.as_str()));
        if compiled.is_usable() && is_filled {
            let pattern = for_program(&compiled.pattern, &compiled.args, text);
            laid.patterns.push((locale, text, pattern));
            continue;
        }
        let Some(english) = REFERENCE.get(id.as_str()).copied() else {
            continue;
        };
        let finding = match compiled.faults.into_iter().next() {
            Some(fault) => Some(english.place("").of(fault)),
            None if is_filled => None,
            None => {
                let entry = Entry {
                    args: compiled.args,
                    pattern: compiled.pattern,
                    ..Entry::clone(english)
                };
                compare_entry(english, "", locale.folder(), &entry)
            }
        };
        laid.broken
            .extend(finding.map(|finding| ((locale, id.clone()), finding)));
    }
    laid
}

/// The text as a file would have it; nothing when it is not one text. An attribute is read as its message's text would be.
fn entry_of(said: &Said) -> Option<Entry> {
    let text = format!("{} = {}\n", said.unit.message(), said.source);
    let file = parse_file("", said.locale.folder(), &text);
    if !file.findings.is_empty() {
        return None;
    }
    let mut entries = file.entries.into_iter();
    let entry = entries.next()?;
    if entries.next().is_some() {
        return None;
    }
    Some(Entry {
        id: said.unit.to_string(),
        ..entry
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::{Texts, t};

    fn said(unit: &str, source: &str) -> Said {
        Said {
            locale: Locale::Es,
            unit: UnitId::parse(unit).unwrap(),
            source: source.to_owned(),
        }
    }

    #[test]
    fn what_is_said_counts_until_it_is_said_no_more() {
        let texts = Texts::built_in();
        let before = texts.get(Locale::Es, t::CART_TITLE);
        let generation = texts.generation();
        texts.set_shared(vec![said("cart-title", "Cesta nueva")], Vec::new(), HashMap::new());
        assert_eq!(texts.get(Locale::Es, t::CART_TITLE), "Cesta nueva");
        assert_eq!(texts.said(Locale::Es, "cart-title").as_deref(), Some("Cesta nueva"));
        assert_ne!(texts.get(Locale::Zh, t::CART_TITLE), "Cesta nueva");
        assert!(texts.generation() > generation, "pages made of the old one are stale");
        texts.set_shared(
            vec![said("cart-title", "Cesta nueva")],
            vec![said("cart-title", "Cesta mejor")],
            HashMap::new(),
        );
        assert_eq!(texts.get(Locale::Es, t::CART_TITLE), "Cesta mejor");
        texts.set_shared(Vec::new(), Vec::new(), HashMap::new());
        assert_eq!(texts.get(Locale::Es, t::CART_TITLE), before);
        assert_eq!(texts.said(Locale::Es, "cart-title"), None);
    }

    #[test]
    fn the_same_again_makes_no_page_stale() {
        let texts = Texts::built_in();
        let all = || vec![said("cart-title", "Cesta nueva")];
        texts.set_shared(all(), Vec::new(), HashMap::new());
        let generation = texts.generation();
        texts.set_shared(all(), Vec::new(), HashMap::new());
        assert_eq!(texts.generation(), generation);
    }

    #[test]
    fn what_has_a_mistake_changes_nothing() {
        let texts = Texts::built_in();
        let before = texts.get(Locale::Es, t::CART_TITLE);
        for wrong in [
            "{ $nobody }",
            "{ cart-nothing }",
            "{ -nothing }",
            "{ cart-title }",
            "a\nb = c",
            "a\n    .label = b",
            "{",
            "",
        ] {
            texts.set_shared(vec![said("cart-title", wrong)], Vec::new(), HashMap::new());
            assert_eq!(texts.get(Locale::Es, t::CART_TITLE), before, "{wrong}");
        }
        texts.set_shared(vec![said("cart-nothing", "x")], Vec::new(), HashMap::new());
        assert_eq!(texts.get(Locale::Es, t::CART_TITLE), before);
    }

    #[test]
    fn what_was_said_before_a_mistake_stays() {
        let texts = Texts::built_in();
        texts.set_shared(
            vec![said("cart-title", "Cesta nueva")],
            vec![said("cart-title", "{ $nobody }")],
            HashMap::new(),
        );
        assert_eq!(texts.get(Locale::Es, t::CART_TITLE), "Cesta nueva");
        assert_eq!(texts.said(Locale::Es, "cart-title").as_deref(), Some("Cesta nueva"));
        let own = texts.with_own(&[said("cart-title", "{ -nothing }")]);
        assert_eq!(own.get(Locale::Es, t::CART_TITLE), "Cesta nueva");
        assert!(texts.refused(&said("cart-title", "{ -nothing }")).is_some());
        assert!(texts.refused(&said("cart-title", "Cesta")).is_none());
    }

    #[test]
    fn a_text_is_judged_with_those_that_point_at_it() {
        let texts = Texts::built_in();
        let (title, undo) = (
            said("cart-title", "Cesta"),
            said("cart-undo", &"{ cart-title }".repeat(40)),
        );
        assert!(texts.refused(&undo).is_none());
        texts.set_shared(Vec::new(), vec![title, undo.clone()], HashMap::new());
        assert!(texts.left_out(Locale::Es).is_empty());

        let long = said("cart-title", &"a".repeat(7_900));
        let finding = texts.refused(&long).unwrap();
        assert_eq!(finding.unit, Some(undo.unit.clone()), "that one could be said no more");
        assert!(texts.refused(&said("cart-title", "Cesta nueva")).is_none());
        // Approved by a program that did not ask.
        texts.set_shared(Vec::new(), vec![long.clone(), undo], HashMap::new());
        let left = texts.left_out(Locale::Es);
        assert!(left.iter().any(|(name, _)| name == "cart-undo"), "{left:?}");
        assert!(texts.left_out(Locale::Ug).is_empty());
        assert!(texts.refused(&long).is_none(), "it breaks nothing that was not broken");
    }

    #[test]
    fn a_reader_of_their_own_sees_more_than_the_others() {
        let texts = Texts::built_in();
        texts.set_shared(Vec::new(), vec![said("cart-title", "De todos")], HashMap::new());
        let own = texts.with_own(&[said("cart-title", "Mío")]);
        assert_eq!(own.get(Locale::Es, t::CART_TITLE), "Mío");
        assert_eq!(texts.get(Locale::Es, t::CART_TITLE), "De todos");
        assert_eq!(own.get(Locale::Es, t::CART_UNDO), texts.get(Locale::Es, t::CART_UNDO));
    }
}
