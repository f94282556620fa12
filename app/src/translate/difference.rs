//! What differs between two wordings, word by word.

use leptos::prelude::*;

use super::words::{marked_up, placeable_at};
use crate::ui::{Html, IntoHtml};

/// Most words that are compared; longer texts are shown one below the other.
const MOST: usize = 300;

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stretch {
    /// In both.
    Same(String),
    /// Only in the one before.
    Gone(String),
    /// Only in the one after.
    New(String),
}

/// A text with what came and what went marked.
#[component]
pub(super) fn Difference(
    /// What it said.
    before: String,
    /// What it says.
    after: String,
    /// Tag of the language.
    tag: &'static str,
    /// Which way that runs.
    dir: &'static str,
) -> Html {
    let stretches = differences(&before, &after)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Same(words) => view! { <span>{marked_up(&words)}</span> }.into_html(),
            Stretch::Gone(words) => view! { <del>{marked_up(&words)}</del> }.into_html(),
            Stretch::New(words) => view! { <ins>{marked_up(&words)}</ins> }.into_html(),
        })
        .collect_view();
    view! { <p class="c-source" lang=tag dir=dir>{stretches}</p> }.into_html()
}

/// Words with the spaces behind them, what is filled in being one; Chinese, which has none, sign by sign.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if let Some(filled_in) = placeable_at(rest) {
            filled_in
        } else if first == '{' || is_word_by_itself(first) {
            first.len_utf8()
        } else {
            let inner = rest.find(|c: char| c == '{' || c.is_whitespace() || is_word_by_itself(c));
            inner.unwrap_or(rest.len())
        };
        let (_, after) = rest.split_at(end);
        let spaces = after.len() - after.trim_start().len();
        let (word, next) = rest.split_at(end + spaces);
        words.push(word);
        rest = next;
    }
    words
}

fn is_word_by_itself(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

/// The longest words that both have in the same order stay.
fn differences(before: &str, after: &str) -> Vec<Stretch> {
    let (old, new) = (words(before), words(after));
    if old.len() > MOST || new.len() > MOST {
        return vec![Stretch::Gone(before.to_owned()), Stretch::New(after.to_owned())];
    }
    // How many words the rests from here on have in common.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, left) in old.iter().enumerate().rev() {
        for (j, right) in new.iter().enumerate().rev() {
            common[i][j] = if left.trim_end() == right.trim_end() {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let is_same = i < old.len() && j < new.len() && old[i].trim_end() == new[j].trim_end();
        if is_same {
            add(&mut stretches, Stretch::Same(new[j].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if j >= new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            add(&mut stretches, Stretch::Gone(old[i].to_owned()));
            i += 1;
        } else {
            add(&mut stretches, Stretch::New(new[j].to_owned()));
            j += 1;
        }
    }
    stretches
}

/// Puts a stretch behind others, into the last one where that is of its kind.
fn add(stretches: &mut Vec<Stretch>, next: Stretch) {
    let is_in_last = match (stretches.last_mut(), &next) {
        (Some(Stretch::Same(words)), Stretch::Same(more))
        | (Some(Stretch::Gone(words)), Stretch::Gone(more))
        | (Some(Stretch::New(words)), Stretch::New(more)) => {
            words.push_str(more);
            true
        }
        _ => false,
    };
    if !is_in_last {
        stretches.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(before: &str, after: &str) -> String {
        differences(before, after)
            .into_iter()
            .map(|stretch| match stretch {
                Stretch::Same(words) => words,
                Stretch::Gone(words) => format!("-{words}-"),
                Stretch::New(words) => format!("+{words}+"),
            })
            .collect()
    }

    #[test]
    fn only_what_differs_is_marked() {
        assert_eq!(said("Add to cart", "Add to cart"), "Add to cart");
        assert_eq!(said("Add to cart", "Put into cart"), "-Add to -+Put into +cart");
        assert_eq!(said("", "New"), "+New+");
        assert_eq!(said("Old", ""), "-Old-");
        assert_eq!(said("«{ $a }» x", "«{ $b }» x"), "«-{ $a }-+{ $b }+» x");
        assert_eq!(said("加入购物车", "放入购物车"), "-加-+放+入购物车");
    }

    #[test]
    fn a_very_long_text_is_not_compared() {
        let long = "word ".repeat(MOST + 1);
        assert_eq!(differences(&long, "word").len(), 2);
    }
}
