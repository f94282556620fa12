//! What makes a text that can be shown doubtful: a rule a file. Each looks at one text, beside its English where there is one,
//! and says what it finds; none of it keeps the shop from showing the text.

mod contacts;
mod english;
mod forms;
mod leftovers;
mod length;
mod letters;
mod lost;
mod markup;
mod numbers;
mod punctuation;
mod spaces;
mod suffix;
mod traditional;
mod unseen;
mod vosotros;

use super::Entry;
use super::finding::Fault;

pub use english::is_sentence;
pub use forms::{bracketed, meant_form, wanted_forms};
pub use length::most_of;
pub use letters::is_arabic_script;
pub use punctuation::other_marks;

/// Stands in the words of a text where a variable is filled in.
pub const FILLED_IN: char = '\u{FFFC}';

/// A text and what it translates.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'t> {
    /// The folder of its language.
    pub folder: &'t str,
    /// The text.
    pub own: &'t Entry,
    /// Its words, forms on lines of their own.
    pub words: &'t str,
    /// The English text and its words; none for English itself.
    pub english: Option<(&'t Entry, &'t str)>,
}

/// A rule.
pub type Rule = fn(&Pair<'_>) -> Vec<Fault>;

/// All of them, in the order in which they are told.
pub const RULES: [Rule; 20] = [
    english::left,
    letters::foreign,
    lost::letters,
    traditional::characters,
    unseen::signs,
    markup::html,
    leftovers::left,
    punctuation::marks,
    punctuation::repeated,
    spaces::doubled,
    spaces::lacking,
    spaces::foreign,
    length::longer,
    length::much_longer,
    numbers::lost,
    contacts::brought,
    suffix::hung,
    vosotros::used,
    forms::lacking,
    forms::star,
];

/// What all rules say of a text.
pub fn all(pair: &Pair<'_>) -> Vec<Fault> {
    RULES.iter().flat_map(|rule| rule(pair)).collect()
}

/// Letters of the Arabic script.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D5}')
}

/// A space of any kind within a line.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// Characters of Chinese.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::parse_file;
    use super::*;

    /// What a rule says of a text in a language, with this English: the kinds, and what fills their sentences in.
    pub fn told(rule: Rule, folder: &str, text: &str, english: &str) -> Vec<String> {
        told_under(rule, folder, text, &format!("a-b = {english}\n"))
    }

    /// The same with an English file of its own, for comments.
    pub fn told_under(rule: Rule, folder: &str, text: &str, english: &str) -> Vec<String> {
        let own = parse_file("own", folder, &format!("a-b = {text}\n"));
        let english = parse_file("english", "es", english);
        assert!(own.findings.is_empty(), "{:?}", own.findings);
        let (own, english) = (&own.entries[0], &english.entries[0]);
        let (words, english_words) = (own.pattern.words(), english.pattern.words());
        let pair = Pair {
            folder,
            own,
            words: &words,
            english: Some((english, &english_words)),
        };
        let faults = rule(&pair).into_iter().map(|fault| {
            let values: Vec<&str> = fault.args.iter().map(|(_, value)| value.as_str()).collect();
            format!("{} {}", fault.kind.as_str(), values.join(" "))
                .trim_end()
                .to_owned()
        });
        faults.collect()
    }
}
