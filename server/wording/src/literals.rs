//! The words of a text without what is filled in: the stretches a change of letters may touch.

use std::ops::Range;

use fluent_syntax::ast;

use crate::layout::{Entry, parse};

/// Where the words of an entry stand in its file: those of its value, and of each attribute if `attributes` says so.
pub(crate) fn literals(file: &str, entry: &Entry, attributes: bool) -> Vec<Range<usize>> {
    let region = &file[entry.lines.clone()];
    let mut found = Vec::new();
    for read in parse(region).iter().flat_map(|resource| &resource.body) {
        let (value, others) = match read {
            ast::Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            ast::Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => continue,
        };
        let others = others.iter().filter(|_| attributes).map(|attribute| &attribute.value);
        for pattern in value.into_iter().chain(others) {
            collect(pattern, region, &mut found);
        }
    }
    let in_file = |range: Range<usize>| range.start + entry.lines.start..range.end + entry.lines.start;
    found.into_iter().map(in_file).collect()
}

fn collect(pattern: &ast::Pattern<&str>, region: &str, found: &mut Vec<Range<usize>>) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => found.extend(place_of(value, region)),
            ast::PatternElement::Placeable { expression } => of_expression(expression, region, found),
        }
    }
}

fn of_expression(expression: &ast::Expression<&str>, region: &str, found: &mut Vec<Range<usize>>) {
    match expression {
        ast::Expression::Select { variants, .. } => {
            for variant in variants {
                collect(&variant.value, region, found);
            }
        }
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => {
            of_expression(expression, region, found);
        }
        ast::Expression::Inline(_) => {}
    }
}

/// The parser's words are slices of the text it was given.
fn place_of(value: &str, region: &str) -> Option<Range<usize>> {
    let start = value.as_ptr().addr().checked_sub(region.as_ptr().addr())?;
    let place = start..start + value.len();
    // A tab is a sign also where nothing stands beside it.
    let has_words = !value.trim().is_empty() || value.contains('\t');
    (region.get(place.clone()) == Some(value) && has_words).then_some(place)
}

/// A file in which each of these places says something else. Places do not overlap.
pub(crate) fn replaced(file: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(place, _)| (place.start, place.end));
    let (mut out, mut at) = (String::with_capacity(file.len()), 0);
    for (place, text) in changes {
        out.push_str(&file[at..place.start]);
        out.push_str(&text);
        at = place.end;
    }
    out.push_str(&file[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::entries;

    #[test]
    fn words_are_found_in_every_form_and_nothing_else() {
        let file = "# c\na-b = One { $x } { \"lit\" }{ $n ->\n    [one] two\n   *[other] three { $n ->\n       *[x] four\n    }\n}\n    five\n    .l = six\n";
        let entry = &entries(file)[0];
        let words = |attributes| -> Vec<&str> {
            let places = literals(file, entry, attributes);
            places.into_iter().map(|place| &file[place]).collect()
        };
        let trimmed: Vec<&str> = words(true).into_iter().map(str::trim).collect();
        assert_eq!(trimmed, ["One", "two", "three", "four", "five", "six"]);
        assert_eq!(words(false).len(), 5);
    }
}
