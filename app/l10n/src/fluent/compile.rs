//! From values as they were written to patterns that can be filled in. References to other texts, terms with what they are given,
//! and choices by something known are resolved here; what is left needs the arguments of the program.
//!
//! Bounds keep a file from hurting the shop: texts within texts, letters of a text and letters of a language.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::operand::{Given, Operand};
use super::source::{Element, Inline, Value};
use crate::check::{Decimal, Fault, Kind, MOST_GUESSES, NumberStyle, Pattern, Piece, Style, nearest};
use crate::plural::{PluralRules, rules_of};
use crate::unit::UnitId;

/// Writes a number that stands in a text itself, in the language of a folder.
pub type WriteNumber = fn(folder: &str, number: Decimal, style: NumberStyle) -> String;

/// As it is: for a check of texts that nobody is shown.
pub fn as_written(_folder: &str, number: Decimal, _style: NumberStyle) -> String {
    number.to_string()
}

/// How far texts may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Texts within texts.
    pub depth: usize,
    /// Bytes and pieces of one text with all it refers to.
    pub text: usize,
    /// The same of all texts of a language.
    pub language: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            depth: 20,
            text: 64 * 1024,
            language: 8 * 1024 * 1024,
        }
    }
}

/// Most brackets within brackets, those of other texts included: each is a call within a call.
const MOST_NESTED: usize = 120;

/// A compiled text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compiled {
    /// What is filled in.
    pub pattern: Pattern,
    /// Names of the variables in the order of first use, without `$`.
    pub args: Vec<String>,
    /// Why it cannot be used; empty when it can.
    pub faults: Vec<Fault>,
    /// It needs a text that cannot be used, of which the cause is told there.
    pub waits: bool,
}

impl Compiled {
    /// Whether a shop can say it.
    pub fn is_usable(&self) -> bool {
        self.faults.is_empty() && !self.waits
    }
}

/// The texts of a language, to compile them with each other.
#[derive(Debug)]
pub struct Compiler<'l> {
    folder: &'l str,
    pub(super) rules: Option<&'static PluralRules>,
    /// By name. `None` leaves references as they are.
    pub(super) texts: Option<HashMap<&'l str, &'l Value>>,
    /// Names that are there but cannot be used.
    broken: HashSet<&'l str>,
    write_number: WriteNumber,
    limits: Limits,
    spent: usize,
    guesses: Cell<usize>,
}

impl<'l> Compiler<'l> {
    /// For single texts: references stay.
    pub fn alone(folder: &'l str) -> Self {
        Self {
            folder,
            rules: rules_of(folder),
            texts: None,
            broken: HashSet::new(),
            write_number: as_written,
            limits: Limits::default(),
            spent: 0,
            guesses: Cell::new(0),
        }
    }

    /// For all texts of the language in `folder`. `broken` are names that are there and cannot be used.
    pub fn linking(
        folder: &'l str,
        texts: impl IntoIterator<Item = (&'l str, &'l Value)>,
        broken: impl IntoIterator<Item = &'l str>,
        write_number: WriteNumber,
        limits: Limits,
    ) -> Self {
        Self {
            texts: Some(texts.into_iter().collect()),
            broken: broken.into_iter().collect(),
            write_number,
            limits,
            ..Self::alone(folder)
        }
    }

    /// The name that was probably meant.
    fn nearest(&self, unit: &UnitId) -> Option<&'l str> {
        let guesses = self.guesses.get();
        if guesses >= MOST_GUESSES {
            return None;
        }
        self.guesses.set(guesses + 1);
        let known = self.texts.iter().flat_map(HashMap::keys).copied();
        let of_its_kind = known.filter(|known| known.starts_with('-') == unit.is_term());
        nearest(unit.as_str(), of_its_kind)
    }

    /// Compiles one text. What all of a language may cost together is counted on.
    pub fn compile(&mut self, name: &str, value: &Value) -> Compiled {
        let mut run = Run {
            of: &*self,
            done: Compiled::default(),
            path: vec![name.to_owned()],
            nested: 0,
            cost: 0,
        };
        let mut pattern = Pattern::default();
        run.value(value, None, &mut pattern);
        let Run { mut done, cost, .. } = run;
        done.pattern = pattern;
        self.spent += cost;
        done
    }
}

/// One text on its way.
pub(super) struct Run<'r, 'l> {
    pub(super) of: &'r Compiler<'l>,
    done: Compiled,
    /// Names of the texts that are being put into each other.
    path: Vec<String>,
    nested: usize,
    cost: usize,
}

impl Run<'_, '_> {
    pub(super) fn value(&mut self, value: &Value, given: Option<&Given>, out: &mut Pattern) {
        for element in &value.elements {
            self.element(element, given, out);
        }
    }

    fn element(&mut self, element: &Element, given: Option<&Given>, out: &mut Pattern) {
        if !self.pay(1) {
            return;
        }
        match element {
            Element::Text(text) => self.text(text, out),
            Element::Placeable(inline) => self.placeable(inline, given, out),
            Element::Select { selector, variants } => {
                self.deeper(|run| run.select(selector, variants, given, out));
            }
        }
    }

    fn text(&mut self, text: &str, out: &mut Pattern) {
        if self.pay(text.len()) {
            out.push_text(text);
        }
    }

    pub(super) fn placeable(&mut self, inline: &Inline, given: Option<&Given>, out: &mut Pattern) {
        match inline {
            Inline::Nested(element) => {
                self.deeper(|run| run.element(element, given, out));
            }
            Inline::Reference { unit, arguments } => self.reference(unit.as_ref(), arguments, given, out),
            _ => match self.operand(inline, given) {
                // It is paid for.
                Operand::Text(text) => out.push_text(&text),
                Operand::Number(number, options) => {
                    let written = (self.of.write_number)(self.of.folder, number, options.style);
                    self.text(&written, out);
                }
                Operand::Variable(number) => out.pieces.push(Piece::Variable { number, style: None }),
                Operand::Counted(number, options) => {
                    let is_plain = options.style == NumberStyle::default();
                    out.pieces.push(Piece::Variable {
                        number,
                        style: (!is_plain).then_some(Style::Number(options.style)),
                    });
                }
                Operand::Moment(number, style) => out.pieces.push(Piece::Variable {
                    number,
                    style: Some(Style::Moment(style)),
                }),
                Operand::Unset(name) => {
                    let term = self.path.last().cloned().unwrap_or_default();
                    self.fault(
                        Fault::new(Kind::VariableMissing)
                            .arg("names", format!("${name}"))
                            .at(term),
                    );
                }
                Operand::Later | Operand::Nothing => {}
            },
        }
    }

    /// Another text in the place of its name.
    fn reference(
        &mut self,
        unit: Option<&UnitId>,
        arguments: &[(String, Inline)],
        given: Option<&Given>,
        out: &mut Pattern,
    ) {
        let Some(unit) = unit else {
            self.fault(Fault::new(Kind::NameMissing));
            return;
        };
        let of = self.of;
        let Some(texts) = &of.texts else {
            out.pieces.push(Piece::Reference(unit.clone()));
            return;
        };
        let name = unit.as_str();
        let Some(value) = texts.get(name).copied() else {
            self.unknown(unit);
            return;
        };
        if let Some(place) = self.path.iter().position(|known| known == name) {
            if place == 0 {
                let circle = format!("{} → {name}", self.path.join(" → "));
                self.fault(Fault::new(Kind::Circle).arg("name", circle).at(name));
            } else {
                // The texts on the circle tell of it.
                self.done.waits = true;
            }
            return;
        }
        if self.path.len() > self.of.limits.depth {
            self.fault(Fault::new(Kind::Deep).at(name));
            return;
        }
        // A term knows what it is given and nothing else; a message knows what the text around it knows.
        let own: Option<Given> = unit.is_term().then(|| {
            let literals = arguments.iter();
            literals
                .map(|(name, argument)| (name.clone(), self.operand(argument, given)))
                .collect()
        });
        self.path.push(name.to_owned());
        self.value(value, own.as_ref().or(given), out);
        self.path.pop();
    }

    fn unknown(&mut self, unit: &UnitId) {
        let name = unit.as_str();
        let message = unit.message();
        let is_broken = [name, message, message.trim_start_matches('-')]
            .iter()
            .any(|name| self.of.broken.contains(*name));
        if is_broken {
            self.done.waits = true;
            return;
        }
        let kind = if unit.attribute().is_some() {
            Kind::AttributeUnknown
        } else if unit.is_term() {
            Kind::TermUnknown
        } else {
            Kind::ReferenceUnknown
        };
        let near = self.of.nearest(unit).map(str::to_owned);
        self.fault(Fault::new(kind).arg("name", name).at(name).meant(near));
    }

    /// One bracket further in; nothing when that is too deep.
    pub(super) fn deeper<T>(&mut self, step: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.nested >= MOST_NESTED {
            self.fault(Fault::new(Kind::Deep));
            return None;
        }
        self.nested += 1;
        let done = step(self);
        self.nested -= 1;
        Some(done)
    }

    pub(super) fn number_of(&mut self, name: &str) -> usize {
        let args = &mut self.done.args;
        if let Some(known) = args.iter().position(|arg| arg == name) {
            return known;
        }
        args.push(name.to_owned());
        args.len() - 1
    }

    /// Counts on; false when the text has become too long.
    pub(super) fn pay(&mut self, cost: usize) -> bool {
        self.cost = self.cost.saturating_add(cost);
        let limits = self.of.limits;
        let is_within = self.cost <= limits.text && self.of.spent.saturating_add(self.cost) <= limits.language;
        if !is_within {
            self.fault(Fault::new(Kind::Expansion));
        }
        is_within
    }

    /// The same is told once, and of a text within this one by that text itself.
    pub(super) fn fault(&mut self, fault: Fault) {
        let within = match fault.kind {
            Kind::Circle | Kind::Deep | Kind::Expansion => 0,
            // A term may be right, and not what it was given.
            Kind::VariableMissing | Kind::CallArguments | Kind::Selector => self.path.len().saturating_sub(2),
            _ => self.path.len().saturating_sub(1),
        };
        if within > 0 {
            self.done.waits = true;
        } else if !self.done.faults.contains(&fault) {
            self.done.faults.push(fault);
        }
    }
}
