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
                ast::InlineExpression::FunctionReference { id, .. } => faults.push(format!(
                    "{}() is not used here: the shop formats numbers, prices and dates itself; write {{ $variable }}",
                    id.name
                )),
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
                let ast::InlineExpression::VariableReference { id } = selector else {
                    faults.push("only a variable can be counted: { $count -> … }".to_owned());
                    return;
                };
                let choice = choice(number_of(id.name, variables), variants, folder, variables, faults);
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
    for variant in variants {
        let form = Pattern::compile(&variant.value, folder, variables, faults);
        let name = match &variant.key {
            ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name } => *name,
        };
        if variant.default {
            if name != "other" {
                faults.push(format!("the form with the star must be *[other], not *[{name}]"));
            }
            other = form;
            continue;
        }
        let key = match (name, folder) {
            ("one", "en" | "ug" | "es") => Key::Category(Plural::One),
            ("many", "es") => Key::Category(Plural::Many),
            _ => match name.parse() {
                Ok(number) => Key::Number(number),
                Err(_) => {
                    let known = match folder {
                        "es" => "[one], [many], a whole number such as [0], and *[other]",
                        "zh-Hans" => "a whole number such as [0], and *[other]",
                        _ => "[one], a whole number such as [0], and *[other]",
                    };
                    faults.push(format!("this language has no form [{name}]; it has {known}"));
                    continue;
                }
            },
        };
        if forms.iter().any(|(known, _)| *known == key) {
            faults.push(format!("the form [{name}] is there twice"));
        }
        forms.push((key, form));
    }
    Piece::Choice { by, forms, other }
}
