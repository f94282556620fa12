//! Words that mean the same, as searches use them: what is typed finds what is called by another word of its line. They are
//! read with the [directory](crate::Directory), so that a search asks no database for them; changing them is in
//! [`search`](crate::search).

use std::collections::HashMap;

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
        for line in lines {
            let keys: Vec<String> = separate(line).map(search_key).filter(|key| !key.is_empty()).collect();
            for key in &keys {
                let others = all.entry(key.clone()).or_default();
                for other in &keys {
                    if other != key && !others.contains(other) && others.len() < OTHERS {
                        others.push(other.clone());
                    }
                }
            }
        }
        let longest = all.keys().map(|key| key.split(' ').count()).max().unwrap_or_default();
        Self { others: all, longest }
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

/// The words of a stored or typed line.
pub(crate) fn separate(line: &str) -> impl Iterator<Item = &str> {
    line.split(['\n', ',', '،', '、', '，', ';', '؛', '；'])
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
}
