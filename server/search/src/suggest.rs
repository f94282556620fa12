//! Suggestions while somebody types.

use domain::{CategoryId, CooperativeId, Locale, ProductId, StationId};

use crate::Result;
use crate::document::Key;
use crate::lists::Lists;
use crate::query::Query;
use crate::searcher::{Searcher, read};
use crate::synonyms::Synonyms;
use crate::text::Token;

/// What may be meant, each the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    pub products: Vec<ProductId>,
    pub categories: Vec<CategoryId>,
    pub cooperatives: Vec<CooperativeId>,
    pub stations: Vec<StationId>,
}

impl Searcher {
    /// What begins like `text`, whose last word may be unfinished: up to `most` products, and half as many of each other kind.
    ///
    /// # Errors
    /// The index cannot be read: open it again.
    pub fn suggest(&self, text: &str, locale: Locale, most: u32, synonyms: &Synonyms) -> Result<Suggestions> {
        let (tokens, _) = read(text);
        if tokens.is_empty() {
            return Ok(Suggestions::default());
        }
        let mut query = Query::new(text, locale);
        query.per_page = most;
        let found = self.find(&query, synonyms, true)?;
        let mut suggestions = self.places(text, most.div_ceil(2), synonyms)?;
        suggestions.products = found.hits.iter().map(|hit| hit.product).collect();
        Ok(suggestions)
    }

    /// Categories, cooperatives and stations with all words: a station is found by its name, its township and its code, in any
    /// order. Up to `most` of each kind; no products.
    ///
    /// # Errors
    /// The index cannot be read: open it again.
    pub fn places(&self, text: &str, most: u32, synonyms: &Synonyms) -> Result<Suggestions> {
        let tokens: Vec<Token> = crate::text::cut(&text.chars().take(crate::query::LONGEST).collect::<String>());
        let lists = Lists::of_places(&self.searcher, &self.fields)?;
        let mut suggestions = Suggestions::default();
        let answer = self.whole(&lists, &tokens, synonyms, true)?;
        if !answer.is_whole {
            return Ok(suggestions);
        }
        let mut found: Vec<(f32, Key)> = Vec::new();
        for (facts, scored) in self.facts.iter().zip(&answer.found) {
            for (document, score) in scored {
                let at = *document as usize;
                let kind = facts.kind.get(at).copied().unwrap_or_default();
                let id = facts.id.get(at).copied().unwrap_or_default();
                let quality = facts.quality.get(at).copied().unwrap_or(1.0);
                let key = Key::of_parts(i64::from(kind), id);
                found.push((score * quality, key));
            }
        }
        found.sort_by(|(one, key), (other, other_key)| other.total_cmp(one).then(key.parts().cmp(&other_key.parts())));
        let most = most as usize;
        for (_, key) in found {
            match key {
                Key::Category(id) if suggestions.categories.len() < most => suggestions.categories.push(id),
                Key::Cooperative(id) if suggestions.cooperatives.len() < most => suggestions.cooperatives.push(id),
                Key::Station(id) if suggestions.stations.len() < most => suggestions.stations.push(id),
                _ => {}
            }
        }
        Ok(suggestions)
    }
}
