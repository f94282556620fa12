//! What stands between `{` and `}`, before there are arguments.

use super::compile::Run;
use super::options::{NumberOptions, moment_style, number_options};
use super::source::Inline;
use crate::check::{Decimal, Fault, Kind, MomentStyle, Pattern, Piece};

/// What a term is given.
pub(super) type Given = Vec<(String, Operand)>;

/// What an expression stands for.
#[derive(Debug, Clone)]
pub(super) enum Operand {
    /// Words.
    Text(String),
    /// A number, without zeros at the end, and how it is written.
    Number(Decimal, NumberOptions),
    /// A variable by its place.
    Variable(usize),
    /// A variable that is a number.
    Counted(usize, NumberOptions),
    /// A variable that is a moment.
    Moment(usize, MomentStyle),
    /// A variable that a term was not given.
    Unset(String),
    /// Known when the language is linked.
    Later,
    /// It has been told why.
    Nothing,
}

impl Run<'_, '_> {
    pub(super) fn operand(&mut self, inline: &Inline, given: Option<&Given>) -> Operand {
        match inline {
            Inline::Text(text) => self.paid(text),
            Inline::Number(text) => {
                let Some(number) = Decimal::parse(text) else {
                    self.fault(Fault::new(Kind::NumberDigits).at(text.as_str()));
                    return Operand::Nothing;
                };
                let mut options = NumberOptions::default();
                options.style.fraction = (number.scale, number.scale.max(3));
                Operand::Number(number.shortest(), options)
            }
            Inline::Variable(name) => match given {
                None => Operand::Variable(self.number_of(name)),
                Some(given) => match given.iter().find(|(known, _)| known == name) {
                    Some((_, Operand::Text(text))) => self.paid(text),
                    Some((_, operand)) => operand.clone(),
                    None => Operand::Unset(name.clone()),
                },
            },
            Inline::Function {
                name,
                positional,
                named,
            } => self
                .deeper(|run| run.function(name, positional, named, given))
                .unwrap_or(Operand::Nothing),
            // As a value of its own: an attribute of a term in front of `->`.
            Inline::Reference { .. } | Inline::Nested(_) => self.known_text(inline, given),
        }
    }

    /// Words that are written once more.
    fn paid(&mut self, text: &str) -> Operand {
        if self.pay(text.len()) {
            Operand::Text(text.to_owned())
        } else {
            Operand::Nothing
        }
    }

    fn function(
        &mut self,
        name: &str,
        positional: &[Inline],
        named: &[(String, Inline)],
        given: Option<&Given>,
    ) -> Operand {
        if !matches!(name, "NUMBER" | "DATETIME") {
            self.fault(Fault::new(Kind::FunctionUnknown).arg("name", name).at(name));
            return Operand::Nothing;
        }
        let [only] = positional else {
            self.fault(Fault::new(Kind::CallArguments).at(name));
            return Operand::Nothing;
        };
        let made = match (name, self.operand(only, given)) {
            (_, known @ (Operand::Nothing | Operand::Later)) => return known,
            (_, Operand::Unset(name)) => return Operand::Unset(name),
            ("NUMBER", Operand::Variable(variable)) => {
                number_options(named, NumberOptions::default()).map(|options| Operand::Counted(variable, options))
            }
            ("NUMBER", Operand::Counted(variable, known)) => {
                number_options(named, known).map(|options| Operand::Counted(variable, options))
            }
            ("NUMBER", Operand::Number(number, known)) => {
                number_options(named, known).map(|options| Operand::Number(number, options))
            }
            ("DATETIME", Operand::Variable(variable)) => {
                moment_style(named).map(|style| Operand::Moment(variable, style))
            }
            _ => Err(Fault::new(Kind::CallArguments).at(name)),
        };
        made.unwrap_or_else(|fault| {
            self.fault(fault);
            Operand::Nothing
        })
    }

    /// What another text says, when it says the same whatever the arguments are.
    fn known_text(&mut self, inline: &Inline, given: Option<&Given>) -> Operand {
        if self.of.texts.is_none() {
            return Operand::Later;
        }
        let mut pattern = Pattern::default();
        self.placeable(inline, given, &mut pattern);
        match pattern.pieces.as_slice() {
            [] => Operand::Text(String::new()),
            [Piece::Text(text)] => Operand::Text(text.clone()),
            _ => {
                self.fault(Fault::new(Kind::Selector));
                Operand::Nothing
            }
        }
    }
}
