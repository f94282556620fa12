//! From parsed Fluent to patterns; what this shop does not use of Fluent is told in plain words.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Key, Pattern, Piece, Plural};

impl Pattern {
    /// Compiles a parsed value. New variables are appended to `variables`; what this shop does not use is told in
    /// `faults`, in plain words.
    pub fn compile(
        value: &ast::Pattern<&str>,
        folder: &str,
        variables: &mut Vec<String>,
        faults: &mut Vec<String>,
    ) -> Self {
        let mut pattern = Self::default();
        for element in &value.elements {
            match element {
                ast::PatternElement::TextElement { value } => pattern.push_text(value),
                ast::PatternElement::Placeable { expression } => {
                    pattern.push_expression(expression, folder, variables, faults);
                }
            }
        }
        pattern
    }

    /// Whether every way through the message shows or counts this variable.
    pub fn always_uses(&self, variable: usize) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Text(_) => false,
            Piece::Variable(used) => *used == variable,
            Piece::Choice { by, forms, other } => {
                *by == variable
                    || (other.always_uses(variable) && forms.iter().all(|(_, form)| form.always_uses(variable)))
            }
        })
    }

    /// The same pattern with each variable `n` renumbered to `order[n]`.
    #[must_use]
    pub fn renumbered(&self, order: &[usize]) -> Self {
        let at = |n: &usize| order.get(*n).copied().unwrap_or(*n);
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Piece::Text(text.clone()),
            Piece::Variable(n) => Piece::Variable(at(n)),
            Piece::Choice { by, forms, other } => Piece::Choice {
                by: at(by),
                forms: forms.iter().map(|(key, form)| (*key, form.renumbered(order))).collect(),
                other: other.renumbered(order),
            },
        });
        Self {
            pieces: pieces.collect(),
        }
    }

    /// All literal text, forms included, for checks of letters and punctuation. A variable reads as U+FFFC.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Variable(_) => words.push('\u{FFFC}'),
                Piece::Choice { forms, other, .. } => {
                    for form in forms.iter().map(|(_, form)| form).chain([other]) {
                        words.push_str(&form.words());
                        words.push('\n');
                    }
                }
            }
        }
        words
    }

    fn push_text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    fn push_expression(
        &mut self,
        expression: &ast::Expression<&str>,
        folder: &str,
        variables: &mut Vec<String>,
        faults: &mut Vec<String>,
    ) {
        match expression {
            ast::Expression::Inline(inline) => match inline {
                ast::InlineExpression::VariableReference { id } => {
                    self.pieces.push(Piece::Variable(number_of(id.name, variables)));
                }
                ast::InlineExpression::StringLiteral { value } => self.push_text(&unescape_unicode_to_string(value)),
                ast::InlineExpression::NumberLiteral { value } => self.push_text(value),
                ast::InlineExpression::Placeable { expression } => {
                    self.push_expression(expression, folder, variables, faults);
                }
                ast::InlineExpression::FunctionReference { id, .. } => match counted(inline) {
                    Some(name) => self.pieces.push(Piece::Variable(number_of(name, variables))),
                    None => faults.push(format!(
                        "{}() is not used here: the shop formats numbers, prices and dates itself; write {{ $variable }}",
                        id.name
                    )),
                },
                ast::InlineExpression::MessageReference { id, .. } => faults.push(format!(
                    "{{ {} }} points at another message; write the words out, or {{ ${} }} if a variable was meant",
                    id.name, id.name
                )),
                ast::InlineExpression::TermReference { id, .. } => {
                    faults.push(format!(
                        "{{ -{} }} is a term; terms are not used here, write the words out",
                        id.name
                    ));
                }
            },
            ast::Expression::Select { selector, variants } => {
                let Some(name) = counted(selector) else {
                    faults.push("only a variable can be counted: { $count -> … }".to_owned());
                    return;
                };
                let choice = choice(number_of(name, variables), variants, folder, variables, faults);
                self.pieces.push(choice);
            }
        }
    }
}

fn number_of(name: &str, variables: &mut Vec<String>) -> usize {
    if let Some(known) = variables.iter().position(|variable| variable == name) {
        return known;
    }
    variables.push(name.to_owned());
    variables.len() - 1
}

fn choice(
    by: usize,
    variants: &[ast::Variant<&str>],
    folder: &str,
    variables: &mut Vec<String>,
    faults: &mut Vec<String>,
) -> Piece {
    let mut forms = Vec::new();
    let mut other = Pattern::default();
    for (place, variant) in variants.iter().enumerate() {
        let form = Pattern::compile(&variant.value, folder, variables, faults);
        let name = name_of(variant);
        let key = key_of(name, folder);
        if variant.default {
            // The star may be anywhere and at any form. Of those that fit, the first one counts: before one that may fit as
            // well, the starred form stands under its own name too. Not with forms in it, which would double at each depth.
            let mut after = variants.iter().skip(place + 1);
            if let Some(key) = key.filter(|key| after.any(|later| may_both_fit(*key, key_of(name_of(later), folder)))) {
                if form.pieces.iter().any(|piece| matches!(piece, Piece::Choice { .. })) {
                    faults.push("put the form with the star last: it has forms of its own".to_owned());
                } else {
                    forms.push((key, form.clone()));
                }
            }
            other = form;
            continue;
        }
        let Some(key) = key else {
            let known = match folder {
                "es" => "[one], [many], a whole number such as [0], and *[other]",
                "zh-Hans" => "a whole number such as [0], and *[other]",
                _ => "[one], a whole number such as [0], and *[other]",
            };
            faults.push(format!("this language has no form [{name}]; it has {known}"));
            continue;
        };
        if forms.iter().any(|(known, _)| *known == key) {
            faults.push(format!("the form [{name}] is there twice"));
        }
        forms.push((key, form));
    }
    Piece::Choice { by, forms, other }
}

/// The variable in `$count` and in `NUMBER($count)`, which says no more.
fn counted<'t>(expression: &ast::InlineExpression<&'t str>) -> Option<&'t str> {
    match expression {
        ast::InlineExpression::VariableReference { id } => Some(id.name),
        ast::InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let is_plain = arguments.named.is_empty() && arguments.positional.len() == 1;
            let only = arguments.positional.first().filter(|_| is_plain)?;
            match only {
                ast::InlineExpression::VariableReference { id } => Some(id.name),
                _ => None,
            }
        }
        _ => None,
    }
}

fn name_of<'t>(variant: &ast::Variant<&'t str>) -> &'t str {
    match &variant.key {
        ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name } => name,
    }
}

/// Whether a number may be of both: `[1]` is also `[one]`.
const fn may_both_fit(key: Key, later: Option<Key>) -> bool {
    matches!(
        (key, later),
        (Key::Number(_), Some(Key::Category(_))) | (Key::Category(_), Some(Key::Number(_)))
    )
}

fn key_of(name: &str, folder: &str) -> Option<Key> {
    match (name, folder) {
        ("one", "en" | "ug" | "es") => Some(Key::Category(Plural::One)),
        ("many", "es") => Some(Key::Category(Plural::Many)),
        ("other", _) => Some(Key::Category(Plural::Other)),
        _ => name.parse().ok().map(Key::Number),
    }
}
