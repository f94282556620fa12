//! Rules for `view!`: every text comes from the `.ftl` files, and what Leptos does not escape stays in one place.

use anyhow::Result;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use rstml::node::{KVAttributeValue, KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::spanned::Spanned as _;
use syn::{Expr, ExprLit, Lit, Stmt};

use super::{Finding, Source, rust};

/// The components that escape what Leptos 0.8 does not (leptos#4821: look again on 0.9).
const SAFE: &str = "app/components/src/safe.rs";

/// Elements and components whose content reaches the page unescaped, with what to use.
const UNESCAPED: [(&str, &str); 3] = [
    ("textarea", "Leptos does not escape a <textarea>'s text"),
    ("title", "a page's <title> is not escaped on every path"),
    ("Title", "leptos_meta's Title is not escaped"),
];

/// Where else `<title>` may stand: our own component.
const SAFE_TITLE: &str = "app/src/ui/safe.rs";

/// Files that may write raw HTML, and why.
const RAW_HTML: [(&str, &str); 2] = [
    (SAFE, "escapes what it writes"),
    (
        "app/src/shell.rs",
        "writes our own style sheet, script and JSON-LD with `<` escaped",
    ),
];

/// Attributes that people read or hear.
const READ_ATTRIBUTES: [&str; 8] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "alt",
    "placeholder",
    "label",
];

/// Checks every `view!` of a file, its tests aside.
///
/// # Errors
/// The file is no Rust.
pub fn check(source: &Source) -> Result<Vec<Finding>> {
    let mut rules = Rules {
        source,
        findings: Vec::new(),
    };
    rust::walk(rust::without_tests(rust::tokens(source)?), &mut |trees| {
        for window in trees.windows(3) {
            if let [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(body)] = window
                && name == "view"
                && mark.as_char() == '!'
                && body.delimiter() != Delimiter::None
            {
                rules.view(body.stream());
            }
        }
    });
    Ok(rules.findings)
}

struct Rules<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
}

impl Rules<'_> {
    fn find(&mut self, span: Span, message: impl Into<String>) {
        self.findings
            .push(Finding::new(&self.source.path, span.start().line, message));
    }

    fn view(&mut self, tokens: TokenStream) {
        // As leptos_macro does. What it cannot parse the compiler reports better than we could.
        let parser = rstml::Parser::new(rstml::ParserConfig::default().recover_block(true));
        let (nodes, _) = parser.parse_recoverable(tokens).split_vec();
        self.nodes(&nodes);
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(text) => self.text(text.value.span(), &text.value_string()),
                Node::RawText(text) => {
                    let span = text.join_spans().unwrap_or_else(Span::call_site);
                    self.text(span, &text.to_string_best());
                }
                Node::Block(block) => self.block(block),
                Node::Element(element) => self.element(element),
                Node::Fragment(fragment) => self.nodes(&fragment.children),
                Node::Comment(_) | Node::Doctype(_) | Node::Custom(_) => {}
            }
        }
    }

    fn text(&mut self, span: Span, text: &str) {
        if has_letters(text) {
            let text = text.trim();
            self.find(
                span,
                format!("\"{text}\" is written in the page; put it into locales/ and use t::…"),
            );
        }
    }

    fn element(&mut self, element: &NodeElement<rstml::Infallible>) {
        let name = element.name().to_string();
        let path = self.source.path.as_path();
        if path != std::path::Path::new(SAFE)
            && path != std::path::Path::new(SAFE_TITLE)
            && let Some((_, why)) = UNESCAPED.iter().find(|(unescaped, _)| *unescaped == name)
        {
            self.find(
                element.name().span(),
                format!("<{name}>: {why}; use the component in {SAFE}"),
            );
        }
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => self.attribute(attribute),
                // `{..spread}` has no name to judge by.
                NodeAttribute::Block(_) => {}
            }
        }
        // A script's content is code.
        if name != "script" && name != "style" {
            self.nodes(element.children());
        }
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) {
        let key = attribute.key.to_string();
        let span = attribute.key.span();
        let name = key.strip_prefix("attr:").unwrap_or(&key);
        if name == "style" || name.starts_with("style:") {
            self.find(
                span,
                "style attributes are refused by our Content-Security-Policy; use a class",
            );
        }
        let may_be_raw = RAW_HTML
            .iter()
            .any(|(file, _)| self.source.path == std::path::Path::new(file));
        if (name == "inner_html" || name == "prop:innerHTML") && !may_be_raw {
            self.find(
                span,
                "inner_html writes text unescaped; render it as nodes, or list the file in lint/views.rs with a reason",
            );
        }
        if READ_ATTRIBUTES.contains(&name)
            && let KeyedAttributeValue::Value(value) = &attribute.possible_value
            && let KVAttributeValue::Expr(value) = &value.value
        {
            self.expression(value);
        }
    }

    fn block(&mut self, block: &NodeBlock) {
        if let NodeBlock::ValidBlock(block) = block {
            self.statements(&block.stmts);
        }
    }

    fn statements(&mut self, statements: &[Stmt]) {
        if let Some(Stmt::Expr(value, None)) = statements.last() {
            self.expression(value);
        }
    }

    /// Follows an expression to the literals it may turn into.
    fn expression(&mut self, value: &Expr) {
        match value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text), ..
            }) => self.text(text.span(), &text.value()),
            Expr::Block(block) => self.statements(&block.block.stmts),
            Expr::Paren(inner) => self.expression(&inner.expr),
            Expr::Reference(inner) => self.expression(&inner.expr),
            Expr::Closure(closure) => self.expression(&closure.body),
            Expr::If(branch) => {
                self.statements(&branch.then_branch.stmts);
                if let Some((_, other)) = &branch.else_branch {
                    self.expression(other);
                }
            }
            Expr::Match(choice) => choice.arms.iter().for_each(|arm| self.arm(arm)),
            // "…".to_owned(), "…".into_any()
            Expr::MethodCall(call) if call.args.is_empty() => self.expression(&call.receiver),
            _ => {}
        }
    }

    fn arm(&mut self, arm: &syn::Arm) {
        self.expression(&arm.body);
    }
}

/// "·", "→" and "×" are no words.
fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn lines_in(path: &str, text: &str) -> Vec<usize> {
        let source = Source {
            path: path.into(),
            text: text.to_owned(),
        };
        check(&source)
            .unwrap()
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    fn lines(text: &str) -> Vec<usize> {
        lines_in("app/src/cart/page.rs", text)
    }

    #[test]
    fn text_of_any_script_is_found() {
        for bare in [
            "Cart",
            "\"Cart\"",
            "{\"购物车\"}",
            "\"سېۋەت\"",
            "<b>Cart</b>",
            "{if full { \"full\" } else { x }}",
        ] {
            assert_eq!(
                lines(&format!("fn page() {{\n view! {{ <p>{bare}</p> }} }}")),
                [2],
                "{bare}"
            );
        }
    }

    #[test]
    fn nested_views_and_closures_are_reached_once() {
        let text = "fn page() { view! { <ul>\n{move || items.iter().map(|i| view! {\n<li>\"More\"</li> })}\n</ul> } }";
        assert_eq!(lines(text), [3]);
    }

    #[test]
    fn texts_from_the_files_signs_and_names_pass() {
        let text = "fn page() { view! { <p class=\"c-card\" id=\"cart\">{cx.text(t::CART_TITLE)} \"·\" {\"→\"} 12 {format!(\"x\")}</p> } }";
        assert_eq!(lines(text), [0_usize; 0]);
    }

    #[test]
    fn attributes_people_read_are_texts_too() {
        assert_eq!(lines("fn a() { view! { <img alt=\"Almonds\"/> } }"), [1]);
        assert_eq!(lines("fn a() { view! { <Button attr:aria-label=\"Close\"/> } }"), [1]);
        assert_eq!(
            lines("fn a() { view! { <input placeholder=\"138\" name=\"phone\"/> } }"),
            [0_usize; 0]
        );
        assert_eq!(lines("fn a() { view! { <img alt=cx.text(t::NUTS)/> } }"), [0_usize; 0]);
    }

    #[test]
    fn what_leptos_does_not_escape_has_one_home() {
        for raw in [
            "<textarea name=\"note\">{note}</textarea>",
            "<title>{name}</title>",
            "<div inner_html=html/>",
            "<p style=\"color:red\"/>",
            "<p style:width=w/>",
        ] {
            assert_eq!(lines(&format!("fn a() {{ view! {{ {raw} }} }}")), [1], "{raw}");
        }
        assert!(lines_in(SAFE, "fn a() { view! { <textarea inner_html=escaped/> } }").is_empty());
    }

    #[test]
    fn tests_may_write_what_they_like() {
        assert!(lines("#[cfg(test)]\nmod tests { fn a() { view! { <p>\"Cart\"</p> } } }").is_empty());
    }
}
