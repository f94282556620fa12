//! What somebody may mean who is still typing, and which places of the shop a query names: shelves, cooperatives, stations.

use std::collections::HashMap;

use domain::{Locale, ProductId};
use l10n::search_key;

use crate::Shop;
use crate::catalog::{self, CategoryLink, ListQuery, ProductCard};
use crate::cooperatives::{self, CooperativeCard};
use crate::directory::{Directory, DirectoryEntry, Station};
use crate::error::{Error, Result};
use crate::stations::{self, StationView};

/// Products at the most.
const PRODUCTS: u32 = 5;
/// Places of a kind at the most.
const OF_A_KIND: u32 = 3;
/// Longest text looked at, characters.
const LONGEST: usize = 60;

/// Places of the shop that are called what was typed.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Shelves.
    pub categories: Vec<CategoryLink>,
    /// Cooperatives that sell.
    pub cooperatives: Vec<CooperativeCard>,
    /// Stations that take orders, by the number on their sign, their name or their township.
    pub stations: Vec<StationView>,
}

impl Places {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.categories.len() + self.cooperatives.len() + self.stations.len()
    }
}

/// What somebody may mean.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    /// The best products.
    pub products: Vec<ProductCard>,
    /// What else is called so.
    pub places: Places,
}

impl Suggestions {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.products.len() + self.places.count()
    }
}

/// What somebody may mean who has typed so much, the last word perhaps not to its end. Nothing while too many search at once.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn suggest(shop: &Shop, locale: Locale, typed: &str) -> Result<Suggestions> {
    let typed = shortened(typed);
    let synonyms = shop.directory().synonyms.for_index();
    let asked = typed.clone();
    let suggested = match shop.search_engine() {
        Some(engine) => {
            engine
                .read(move |searcher| searcher.suggest(&asked, locale, PRODUCTS, &synonyms))
                .await
        }
        None => Ok(None),
    };
    match suggested {
        Ok(Some(found)) => Ok(Suggestions {
            products: cards(shop, locale, &found.products).await?,
            places: shown(&shop.directory(), locale, &found),
        }),
        Ok(None) => simply(shop, locale, &typed).await,
        Err(Error::Busy) => Ok(Suggestions::default()),
        Err(error) => Err(error),
    }
}

/// The places that have every word of `typed` in their names, in any language or script; a station also in its township's
/// name and its number. Nothing while too many search at once.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn places(shop: &Shop, locale: Locale, typed: &str) -> Result<Places> {
    let typed = shortened(typed);
    let synonyms = shop.directory().synonyms.for_index();
    let asked = typed.clone();
    let found = match shop.search_engine() {
        Some(engine) => {
            engine
                .read(move |searcher| searcher.places(&asked, OF_A_KIND, &synonyms))
                .await
        }
        None => Ok(None),
    };
    match found {
        Ok(Some(found)) => Ok(shown(&shop.directory(), locale, &found)),
        Ok(None) => Ok(called(&shop.directory(), locale, &typed)),
        Err(Error::Busy) => Ok(Places::default()),
        Err(error) => Err(error),
    }
}

fn shortened(typed: &str) -> String {
    typed.chars().take(LONGEST).collect()
}

/// The products as the database has them now, in the order of `ids`.
async fn cards(shop: &Shop, locale: Locale, ids: &[ProductId]) -> Result<Vec<ProductCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let known = catalog::cards_of(shop, &ListQuery::new(locale), ids).await?;
    let mut known: HashMap<ProductId, ProductCard> = known.into_iter().map(|card| (card.id, card)).collect();
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
}

/// Without the index.
async fn simply(shop: &Shop, locale: Locale, typed: &str) -> Result<Suggestions> {
    let mut products = match super::find(shop, locale, typed, 1).await {
        Ok(found) => found.cards,
        Err(Error::Busy) => Vec::new(),
        Err(error) => return Err(error),
    };
    products.truncate(PRODUCTS as usize);
    Ok(Suggestions {
        products,
        places: called(&shop.directory(), locale, typed),
    })
}

/// The places that the index found, as long as they are there.
fn shown(directory: &Directory, locale: Locale, found: &::search::Suggestions) -> Places {
    let categories = found.categories.iter().filter_map(|id| {
        let (category, picture) = directory.categories.iter().find(|(category, _)| category.id == *id)?;
        Some(CategoryLink {
            slug: category.slug.clone(),
            name: category.name(locale),
            picture: picture.clone(),
        })
    });
    let cooperatives = found.cooperatives.iter().filter_map(|id| {
        let cooperative = directory.cooperatives.iter().find(|one| one.entry.id == *id)?;
        Some(cooperatives::card(directory, cooperative, locale))
    });
    let stations = found.stations.iter().filter_map(|id| {
        let station = directory.stations.iter().find(|one| one.entry.id == *id)?;
        Some(stations::view(directory, station, locale))
    });
    Places {
        categories: categories.collect(),
        cooperatives: cooperatives.collect(),
        stations: stations.collect(),
    }
}

/// The places that are called so, without the index; a word may be the beginning of one of their names.
fn called(directory: &Directory, locale: Locale, typed: &str) -> Places {
    let key = search_key(typed);
    let words: Vec<&str> = key.split_whitespace().collect();
    if words.is_empty() {
        return Places::default();
    }
    let categories = directory.categories.iter().map(|(category, _)| category);
    let cooperatives = directory.cooperatives.iter().map(|cooperative| &cooperative.entry);
    let most = OF_A_KIND as usize;
    let found = ::search::Suggestions {
        categories: categories
            .filter(|category| fits(&words, &names(category)))
            .take(most)
            .map(|category| category.id)
            .collect(),
        cooperatives: cooperatives
            .filter(|cooperative| fits(&words, &names(cooperative)))
            .take(most)
            .map(|cooperative| cooperative.id)
            .collect(),
        stations: directory
            .stations
            .iter()
            .filter(|station| fits(&words, &station_names(directory, station)))
            .take(most)
            .map(|station| station.entry.id)
            .collect(),
        products: Vec::new(),
    };
    shown(directory, locale, &found)
}

/// All names of something, as searches compare them.
fn names<Id>(entry: &DirectoryEntry<Id>) -> String {
    let mut all = search_key(&entry.slug);
    for locale in Locale::BUILT_IN {
        all.push(' ');
        all.push_str(&search_key(&entry.name(locale).text));
    }
    all
}

/// The names of a station, of its township, and its number.
fn station_names(directory: &Directory, station: &Station) -> String {
    let mut all = names(&station.entry);
    if let Some(township) = directory.township(station.township) {
        all.push(' ');
        all.push_str(&names(township));
    }
    all.push(' ');
    all.push_str(&search_key(&station.code));
    all
}

/// Whether each word is the beginning of a word of `names`. Chinese has no spaces: there it may stand anywhere.
fn fits(words: &[&str], names: &str) -> bool {
    words.iter().all(|word| {
        let is_chinese = word.chars().all(|c| c >= '\u{2e80}');
        names.split(' ').any(|name| name.starts_with(word)) || (is_chinese && names.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_begins_a_name_and_chinese_stands_anywhere() {
        let names = "qizil-chilan qizil chilan kopiratipi 红枣人家合作社 cooperatiwa qizil chilan b017";
        for words in [
            &["qizil"] as &[&str],
            &["chi", "qiz"],
            &["红枣"],
            &["人家", "coop"],
            &["b01"],
        ] {
            assert!(fits(words, names), "{words:?}");
        }
        for words in [&["izil"] as &[&str], &["qizil", "badam"], &["枣红"], &["017"]] {
            assert!(!fits(words, names), "{words:?}");
        }
    }
}
