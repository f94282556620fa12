//! Words that mean the same, as searches use them: what is typed finds what is called by another word of its line, and what
//! the line names behind them, which does not stand for its words in turn. They are read with the
//! [directory](crate::Directory), so that a search asks no database for them; changing them is in [`search`](crate::search).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::Readable;
use db::entities::search_words;
use db::sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use l10n::search_key;

use crate::Result;

/// Other words that are looked for in place of one, at the most; a word may stand in several lines.
const OTHERS: usize = 24;
/// Others of one query in all: each of them is looked for in each card.
const OTHERS_OF_A_QUERY: usize = 32;

/// All lines, by the keys of their words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Synonyms {
    others: HashMap<String, Vec<String>>,
    /// Most words that one of them has, as `red dates` has two.
    longest: usize,
    /// The same as the index of the shop takes them.
    for_index: Arc<::search::Synonyms>,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term<'q> {
    /// Its words; each must be there.
    pub words: &'q [&'q str],
    /// What may be there instead.
    pub others: &'q [String],
}

impl Synonyms {
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let rows = search_words::Entity::find()
            .order_by_asc(search_words::Column::Id)
            .readable(db)
            .await?;
        Ok(Self::of(rows.iter().map(|row| row.words.as_str())))
    }

    fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut all: HashMap<String, Vec<String>> = HashMap::new();
        let mut for_index = Vec::new();
        for line in lines {
            let (words, finds) = parts(line);
            for_index.push(::search::Line {
                words: separate(words).map(str::to_owned).collect(),
                finds: separate(finds).map(str::to_owned).collect(),
            });
            let (keys, found) = (keys_of(words), keys_of(finds));
            for key in &keys {
                let others = all.entry(key.clone()).or_default();
                for other in keys.iter().chain(&found) {
                    if other != key && !others.contains(other) && others.len() < OTHERS {
                        others.push(other.clone());
                    }
                }
            }
        }
        let longest = all.keys().map(|key| key.split(' ').count()).max().unwrap_or_default();
        Self {
            others: all,
            longest,
            for_index: prepared(for_index),
        }
    }

    /// The lines as the index of the shop takes them.
    pub fn for_index(&self) -> Arc<::search::Synonyms> {
        self.for_index.clone()
    }

    /// Cuts the words of a query into terms, the longest that a line has first.
    pub fn terms<'q>(&'q self, words: &'q [&'q str]) -> Vec<Term<'q>> {
        let mut terms = Vec::new();
        let mut rest = words;
        let mut room = OTHERS_OF_A_QUERY;
        while !rest.is_empty() {
            let known = (1..=Ord::min(self.longest, rest.len()))
                .rev()
                .find_map(|length| Some((length, self.others.get(&rest[..length].join(" "))?)));
            let (length, others) = known.map_or((1, [].as_slice()), |(length, others)| (length, others.as_slice()));
            let others = &others[..Ord::min(room, others.len())];
            room -= others.len();
            let (words, after) = rest.split_at(length);
            terms.push(Term { words, others });
            rest = after;
        }
        terms
    }
}

/// The lines that were prepared last. The directory is read whenever anything in it changes; they mostly stay the same.
static LAST: Mutex<Option<Prepared>> = Mutex::new(None);

type Prepared = (Vec<::search::Line>, Arc<::search::Synonyms>);

/// The lines as the index takes them, which are some milliseconds' work.
fn prepared(lines: Vec<::search::Line>) -> Arc<::search::Synonyms> {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, prepared)) = last.as_ref()
        && *known == lines
    {
        return prepared.clone();
    }
    let prepared = Arc::new(::search::Synonyms::new(lines.iter().cloned()));
    *last = Some((lines, prepared.clone()));
    prepared
}

fn keys_of(words: &str) -> Vec<String> {
    separate(words).map(search_key).filter(|key| !key.is_empty()).collect()
}

/// Stands in a stored line between the words that mean the same and what else they find. It is no word itself: a program
/// that does not know it takes the whole line for words that mean the same.
const FINDS: char = '→';

/// A line as it is stored.
pub(crate) fn joined(words: &[String], finds: &[String]) -> String {
    let mut line = words.join("\n");
    if !finds.is_empty() {
        line.push('\n');
        line.push(FINDS);
        for word in finds {
            line.push('\n');
            line.push_str(word);
        }
    }
    line
}

/// The words of a stored line that mean the same, and what else they find.
pub(crate) fn parts(line: &str) -> (&str, &str) {
    line.split_once(FINDS).unwrap_or((line, ""))
}

/// The words of a part of a line, stored or typed.
pub(crate) fn separate(line: &str) -> impl Iterator<Item = &str> {
    line.split(['\n', ',', '،', '、', '，', ';', '؛', '；', FINDS])
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_for_all_of_its_lines_and_a_phrase_for_more_than_its_words() {
        let synonyms = Synonyms::of(
            [
                "Badam\nبادام\n巴旦木\nalmendra",
                "badam\nalmond",
                "red dates\nazufaifas",
            ]
            .into_iter(),
        );
        let terms = synonyms.terms(&["big", "red", "dates", "badam", "red"]);
        let found: Vec<(String, Vec<&str>)> = terms
            .iter()
            .map(|term| (term.words.join(" "), term.others.iter().map(String::as_str).collect()))
            .collect();
        let expected = [
            ("big", vec![]),
            ("red dates", vec!["azufaifas"]),
            ("badam", vec!["巴旦木", "almendra", "almond"]),
            ("red", vec![]),
        ];
        assert_eq!(found, expected.map(|(words, others)| (words.to_owned(), others)));
    }

    #[test]
    fn what_a_need_finds_does_not_find_the_need() {
        let line = joined(
            &["坚果".to_owned(), "frutos secos".to_owned()],
            &["بادام".to_owned(), "核桃".to_owned()],
        );
        let synonyms = Synonyms::of([line.as_str(), "核桃\nnuez"].into_iter());
        let others = |word: &str| -> Vec<String> {
            let words: Vec<&str> = word.split(' ').collect();
            let terms = synonyms.terms(&words);
            terms.iter().flat_map(|term| term.others.iter().cloned()).collect()
        };
        assert_eq!(others("坚果"), ["frutos secos", "badam", "核桃"]);
        assert_eq!(others("frutos secos"), ["坚果", "badam", "核桃"]);
        assert_eq!(others("核桃"), ["nuez"]);
        assert!(others("badam").is_empty());
        assert_eq!(joined(&["a".to_owned(), "b".to_owned()], &[]), "a\nb");
        assert_eq!(parts("a\nb"), ("a\nb", ""));
    }
}
