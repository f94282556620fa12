//! Forms: which one is meant where that is known, and what the program chooses by where it is not.

use super::compile::Run;
use super::operand::{Given, Operand};
use super::options::NumberOptions;
use super::source::{Inline, Variant};
use crate::check::{By, Decimal, Fault, Key, Kind, Pattern, Piece, Plural, bracketed, meant_form};
use crate::plural::Operands;

/// Stands for the variable where it is not known yet what chooses.
const LATER: usize = usize::MAX;

impl Run<'_, '_> {
    pub(super) fn select(&mut self, selector: &Inline, variants: &[Variant], given: Option<&Given>, out: &mut Pattern) {
        match self.operand(selector, given) {
            Operand::Text(text) => {
                let found = variants.iter().find(|variant| variant.key == text);
                self.take(found, variants, given, out);
            }
            Operand::Number(number, options) => {
                let category = self.category(number, options);
                let found = variants.iter().find(|variant| match Decimal::parse(&variant.key) {
                    Some(key) => key.shortest() == number.shortest(),
                    None => variant.key == category.as_str(),
                });
                self.take(found, variants, given, out);
            }
            Operand::Unset(_) => self.take(None, variants, given, out),
            Operand::Variable(variable) => {
                let by = By {
                    variable,
                    is_ordinal: false,
                    fraction: 0,
                };
                self.choice(by, variants, given, out);
            }
            Operand::Counted(
                _,
                NumberOptions {
                    rounded: Some(option), ..
                },
            ) => {
                let fault = Fault::new(Kind::OptionUnknown).arg("name", "NUMBER");
                self.fault(fault.arg("option", option).at(option));
            }
            Operand::Counted(variable, options) => {
                let by = By {
                    variable,
                    is_ordinal: options.is_ordinal,
                    fraction: options.style.fraction.0,
                };
                self.choice(by, variants, given, out);
            }
            // All forms are looked at; which is meant is known when the language is linked.
            Operand::Later => {
                let mut forms = Vec::new();
                let mut other = Pattern::default();
                for variant in variants {
                    let mut form = Pattern::default();
                    self.value(&variant.value, given, &mut form);
                    if variant.is_default {
                        other = form;
                    } else {
                        forms.push((Key::Word(variant.key.clone()), form));
                    }
                }
                let by = By {
                    variable: LATER,
                    is_ordinal: false,
                    fraction: 0,
                };
                out.pieces.push(Piece::Choice { by, forms, other });
            }
            Operand::Moment(..) => self.fault(Fault::new(Kind::Selector)),
            Operand::Nothing => {}
        }
    }

    /// The form that is known to be meant.
    fn take(&mut self, found: Option<&Variant>, variants: &[Variant], given: Option<&Given>, out: &mut Pattern) {
        let starred = || variants.iter().find(|variant| variant.is_default);
        if let Some(variant) = found.or_else(starred) {
            self.value(&variant.value, given, out);
        }
    }

    fn category(&self, number: Decimal, options: NumberOptions) -> Plural {
        let shown = Operands::of(number.shortest().with_fraction(options.style.fraction.0));
        match self.of.rules {
            Some(rules) if options.is_ordinal => rules.ordinal(shown),
            Some(rules) => rules.category(shown),
            None => Plural::Other,
        }
    }

    fn choice(&mut self, by: By, variants: &[Variant], given: Option<&Given>, out: &mut Pattern) {
        let is_counted = variants.iter().any(|variant| {
            let category = Plural::parse(&variant.key);
            is_number(&variant.key) || category.is_some_and(|category| category != Plural::Other)
        });
        let mut forms: Vec<(Key, Pattern)> = Vec::new();
        let mut other = Pattern::default();
        for (place, variant) in variants.iter().enumerate() {
            let mut form = Pattern::default();
            self.value(&variant.value, given, &mut form);
            let key = self.key(&variant.key, by, is_counted);
            if variant.is_default {
                // The star may be anywhere and at any form. Of those that fit, the first one counts: before one that may fit as
                // well, the starred form stands under its own name too.
                let after = &variants[place + 1..];
                let both = |key: &Key| after.iter().any(|later| may_both_fit(key, &later.key));
                if let Some(key) = key.filter(both)
                    && self.pay(size(&form))
                {
                    forms.push((key, form.clone()));
                }
                other = form;
                continue;
            }
            let Some(key) = key else {
                self.unknown_form(&variant.key, by, variants);
                continue;
            };
            if forms.iter().any(|(known, _)| *known == key) {
                let fault = Fault::new(Kind::FormTwice).arg("name", variant.key.as_str());
                self.fault(fault.at(format!("[{}]", variant.key)));
            }
            forms.push((key, form));
        }
        out.pieces.push(Piece::Choice { by, forms, other });
    }

    /// What a form stands for; `None` when nothing in this language is counted by it.
    fn key(&self, name: &str, by: By, is_counted: bool) -> Option<Key> {
        if is_number(name) {
            let number = Decimal::parse(name)?.shortest();
            return Some(match number.scale {
                0 => Key::Number(number.units),
                _ => Key::Decimal(number),
            });
        }
        let Some(category) = Plural::parse(name) else {
            return (!is_counted).then(|| Key::Word(name.to_owned()));
        };
        let is_known = self.categories(by).is_none_or(|known| known.contains(&category));
        is_known.then_some(Key::Category(category))
    }

    fn categories(&self, by: By) -> Option<Vec<Plural>> {
        let rules = self.of.rules?;
        Some(if by.is_ordinal {
            rules.ordinal_categories()
        } else {
            rules.categories()
        })
    }

    fn unknown_form(&mut self, name: &str, by: By, variants: &[Variant]) {
        let known = self.categories(by).unwrap_or_default();
        let there: Vec<Plural> = variants
            .iter()
            .filter_map(|variant| Plural::parse(&variant.key))
            .collect();
        let rules = self.of.rules;
        let meant = rules.and_then(|rules| meant_form(rules, by.is_ordinal, name, &there));
        self.fault(
            Fault::new(Kind::FormUnknown)
                .arg("name", name)
                .arg("known", bracketed(&known))
                .at(format!("[{name}]"))
                .meant(meant.map(|form| bracketed(&[form]))),
        );
    }
}

/// By the grammar a name begins with a letter.
fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// Whether a number may be of both: `[1]` is also `[one]`.
fn may_both_fit(key: &Key, later: &str) -> bool {
    match key {
        Key::Number(_) | Key::Decimal(_) => Plural::parse(later).is_some(),
        Key::Category(_) => is_number(later),
        Key::Word(_) => false,
    }
}

/// Bytes and pieces of a pattern.
fn size(pattern: &Pattern) -> usize {
    let pieces = pattern.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.len(),
        Piece::Variable { .. } | Piece::Reference(_) => 1,
        Piece::Choice { forms, other, .. } => forms.iter().map(|(_, form)| size(form)).sum::<usize>() + size(other),
    });
    pieces.sum::<usize>() + 1
}
