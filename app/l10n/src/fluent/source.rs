//! A value as it was written, apart from the text of its file: what linking works on.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::unit::UnitId;

/// The value of a message, a term or an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// In reading order.
    pub elements: Vec<Element>,
}

/// A stretch of text, or what stands between `{` and `}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// Words.
    Text(String),
    /// `{ $name }`
    Placeable(Inline),
    /// `{ $count -> … }`
    Select {
        /// What is looked at.
        selector: Inline,
        /// The forms, one of them with the star.
        variants: Vec<Variant>,
    },
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// What stands between `[` and `]`.
    pub key: String,
    /// Whether it has the star.
    pub is_default: bool,
    /// What it says.
    pub value: Value,
}

/// What has a value of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// `"text"`, its escapes resolved.
    Text(String),
    /// `12.50`, as it was written.
    Number(String),
    /// `$name`
    Variable(String),
    /// `NUMBER($name, minimumFractionDigits: 2)`
    Function {
        /// `NUMBER`
        name: String,
        /// `$name`
        positional: Vec<Inline>,
        /// The options.
        named: Vec<(String, Inline)>,
    },
    /// `cart-title`, `cart-title.label`, `-brand(case: "gen")`. `None` where the name is none by the grammar.
    Reference {
        /// What is meant.
        unit: Option<UnitId>,
        /// What a term is given.
        arguments: Vec<(String, Inline)>,
    },
    /// `{ { … } }`
    Nested(Box<Element>),
}

impl Value {
    /// The value of a parsed entry.
    pub fn read(pattern: &ast::Pattern<&str>) -> Self {
        let elements = pattern.elements.iter().map(|element| match element {
            ast::PatternElement::TextElement { value } => Element::Text((*value).to_owned()),
            ast::PatternElement::Placeable { expression } => Element::read(expression),
        });
        Self {
            elements: elements.collect(),
        }
    }

    /// Whether another text has to be put into it.
    pub fn has_references(&self) -> bool {
        self.elements.iter().any(Element::has_references)
    }

    /// Names of the variables that stand in it, in the order of first use.
    pub fn variables(&self) -> Vec<String> {
        let mut names = Vec::new();
        for element in &self.elements {
            element.variables(&mut names);
        }
        names
    }
}

impl Element {
    fn read(expression: &ast::Expression<&str>) -> Self {
        match expression {
            ast::Expression::Inline(inline) => Self::Placeable(Inline::read(inline)),
            ast::Expression::Select { selector, variants } => Self::Select {
                selector: Inline::read(selector),
                variants: variants.iter().map(Variant::read).collect(),
            },
        }
    }

    fn has_references(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Placeable(inline) => inline.has_references(),
            Self::Select { selector, variants } => {
                selector.has_references() || variants.iter().any(|variant| variant.value.has_references())
            }
        }
    }

    fn variables(&self, names: &mut Vec<String>) {
        match self {
            Self::Text(_) => {}
            Self::Placeable(inline) => inline.variables(names),
            Self::Select { selector, variants } => {
                selector.variables(names);
                for element in variants.iter().flat_map(|variant| &variant.value.elements) {
                    element.variables(names);
                }
            }
        }
    }
}

impl Variant {
    fn read(variant: &ast::Variant<&str>) -> Self {
        let (ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name }) = &variant.key;
        Self {
            key: (*name).to_owned(),
            is_default: variant.default,
            value: Value::read(&variant.value),
        }
    }
}

impl Inline {
    fn read(inline: &ast::InlineExpression<&str>) -> Self {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                Self::Text(unescape_unicode_to_string(value).into_owned())
            }
            ast::InlineExpression::NumberLiteral { value } => Self::Number((*value).to_owned()),
            ast::InlineExpression::VariableReference { id } => Self::Variable(id.name.to_owned()),
            ast::InlineExpression::FunctionReference { id, arguments } => Self::Function {
                name: id.name.to_owned(),
                positional: arguments.positional.iter().map(Self::read).collect(),
                named: read_named(arguments),
            },
            ast::InlineExpression::MessageReference { id, attribute } => Self::Reference {
                unit: unit_of("", id, attribute.as_ref()),
                arguments: Vec::new(),
            },
            ast::InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => Self::Reference {
                unit: unit_of("-", id, attribute.as_ref()),
                // Only what is named reaches a term.
                arguments: arguments.as_ref().map(read_named).unwrap_or_default(),
            },
            ast::InlineExpression::Placeable { expression } => Self::Nested(Box::new(Element::read(expression))),
        }
    }

    fn has_references(&self) -> bool {
        match self {
            Self::Text(_) | Self::Number(_) | Self::Variable(_) => false,
            Self::Reference { .. } => true,
            Self::Function { positional, .. } => positional.iter().any(Self::has_references),
            Self::Nested(element) => element.has_references(),
        }
    }

    fn variables(&self, names: &mut Vec<String>) {
        match self {
            Self::Text(_) | Self::Number(_) => {}
            Self::Variable(name) if names.contains(name) => {}
            Self::Variable(name) => names.push(name.clone()),
            Self::Function { positional, named, .. } => {
                let named = named.iter().map(|(_, value)| value);
                for argument in positional.iter().chain(named) {
                    argument.variables(names);
                }
            }
            Self::Reference { arguments, .. } => {
                for (_, argument) in arguments {
                    argument.variables(names);
                }
            }
            Self::Nested(element) => element.variables(names),
        }
    }
}

fn read_named(arguments: &ast::CallArguments<&str>) -> Vec<(String, Inline)> {
    let named = arguments.named.iter();
    named
        .map(|argument| (argument.name.name.to_owned(), Inline::read(&argument.value)))
        .collect()
}

fn unit_of(sign: &str, id: &ast::Identifier<&str>, attribute: Option<&ast::Identifier<&str>>) -> Option<UnitId> {
    let point = if attribute.is_some() { "." } else { "" };
    let attribute = attribute.map_or("", |attribute| attribute.name);
    UnitId::parse(&format!("{sign}{}{point}{attribute}", id.name))
}
