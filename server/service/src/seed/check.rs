//! What a district's files must hold before anything of them is written: each value as the shop's own types take it,
//! and what the files say about one another.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::path::{Path, PathBuf};

use domain::WebLink;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::files::{Cooperative, District, Offer, ReadError, Texts};

/// Most characters of a text.
const LONGEST: usize = 20_000;
/// Highest price, minor units; as in the studio.
const MAX_PRICE: i64 = 10_000_000;

/// A number between two others.
pub(super) fn between<'de, D: Deserializer<'de>, const LEAST: i64, const MOST: i64>(from: D) -> Result<i64, D::Error> {
    let number = i64::deserialize(from)?;
    if (LEAST..=MOST).contains(&number) {
        Ok(number)
    } else {
        Err(D::Error::custom(format!("{number} is not between {LEAST} and {MOST}")))
    }
}

/// The same, where it may be left out.
pub(super) fn maybe_between<'de, D: Deserializer<'de>, const LEAST: i64, const MOST: i64>(
    from: D,
) -> Result<Option<i64>, D::Error> {
    between::<D, LEAST, MOST>(from).map(Some)
}

pub(super) fn price<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    between::<D, 0, MAX_PRICE>(from)
}

/// The first and the last month.
pub(super) fn season<'de, D: Deserializer<'de>>(from: D) -> Result<Option<[i64; 2]>, D::Error> {
    let months = <[i64; 2]>::deserialize(from)?;
    match months.iter().find(|month| !(1..=12).contains(*month)) {
        None => Ok(Some(months)),
        Some(month) => Err(D::Error::custom(format!("{month} is not a month"))),
    }
}

pub(super) fn days<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<i64>, D::Error> {
    let days = Vec::<i64>::deserialize(from)?;
    match days.iter().find(|day| !(1..=7).contains(*day)) {
        None => Ok(days),
        Some(day) => Err(D::Error::custom(format!("{day} is not a day of the week, 1 to 7"))),
    }
}

/// Minutes after midnight of a time such as `09:30`.
pub(super) fn clock<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    let text = String::deserialize(from)?;
    let parts = text
        .split_once(':')
        .and_then(|(h, m)| Some((h.parse::<i64>().ok()?, m.parse::<i64>().ok()?)));
    match parts {
        Some((h @ 0..=23, m @ 0..=59)) => Ok(h * 60 + m),
        Some((24, 0)) => Ok(24 * 60),
        _ => Err(D::Error::custom(format!("`{text}` is not a time of day"))),
    }
}

/// The number on a station's sign or a stock keeping unit: visible ASCII without spaces.
pub(super) fn code<'de, D: Deserializer<'de>>(from: D) -> Result<Spanned<String>, D::Error> {
    let code = Spanned::<String>::deserialize(from)?;
    let text = code.get_ref();
    if (1..=60).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b)) {
        Ok(code)
    } else {
        Err(D::Error::custom(format!(
            "`{text}` is not a code: letters A to Z, digits, dashes, dots, 60 at the most"
        )))
    }
}

/// A line of text, where it may be left out.
pub(super) fn line<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    if text.chars().any(char::is_control) || text.chars().count() > 60 {
        return Err(D::Error::custom(format!("{text:?} is not one short line")));
    }
    Ok(Some(text))
}

/// An address on the web, where it may be left out.
pub(super) fn link<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let typed = String::deserialize(from)?;
    WebLink::parse(&typed)
        .map(|link| Some(link.into_string()))
        .map_err(|_| D::Error::custom(format!("{typed:?} is no https address")))
}

/// A text by language: nothing in it that no keyboard types.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Texts, D::Error> {
    let texts = BTreeMap::<String, String>::deserialize(from)?;
    for (lang, text) in &texts {
        if let Some(wrong) = text
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            return Err(D::Error::custom(format!(
                "the text in `{lang}` has the control character {wrong:?} in it"
            )));
        }
        if text.chars().count() > LONGEST {
            return Err(D::Error::custom(format!(
                "the text in `{lang}` is longer than {LONGEST} characters"
            )));
        }
    }
    Ok(texts)
}

/// A file as it was read, to name the line of what is wrong in it.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub file: PathBuf,
    pub text: String,
}

impl Source {
    fn wrong<T>(&self, place: &Spanned<T>, what: String) -> ReadError {
        let before = self.text.as_bytes().iter().take(place.span().start);
        ReadError::Wrong {
            file: self.file.clone(),
            line: before.filter(|byte| **byte == b'\n').count() + 1,
            what,
        }
    }
}

/// Where each name was used first.
#[derive(Default)]
struct Taken(HashMap<String, PathBuf>);

impl Taken {
    fn take<T: Display>(&mut self, source: &Source, name: &Spanned<T>) -> Result<(), ReadError> {
        match self.0.insert(name.get_ref().to_string(), source.file.clone()) {
            None => Ok(()),
            Some(first) => {
                let what = format!("`{}` is used already, in {}", name.get_ref(), first.display());
                Err(source.wrong(name, what))
            }
        }
    }

    fn has<T: Display>(&self, source: &Source, name: &Spanned<T>) -> Result<(), ReadError> {
        if self.0.contains_key(&name.get_ref().to_string()) {
            return Ok(());
        }
        let what = format!("`{}` is named but nowhere described", name.get_ref());
        Err(source.wrong(name, what))
    }
}

/// The files a district was read from; cooperatives in the same order as theirs.
#[derive(Debug)]
pub(super) struct Sources {
    pub district: Source,
    pub stations: Source,
    pub categories: Source,
    pub cooperatives: Vec<Source>,
    pub words: Source,
}

/// Checks what no single value tells: names used twice, names of nothing, sizes that cannot be bought, pictures that
/// are not there.
pub(super) fn check(district: &District, sources: &Sources) -> Result<(), ReadError> {
    let (mut townships, mut categories) = (Taken::default(), Taken::default());
    for township in &district.townships {
        townships.take(&sources.district, &township.slug)?;
    }
    let pictures = district.folder.join("pictures");
    for category in &district.categories {
        categories.take(&sources.categories, &category.slug)?;
        picture(&pictures, &sources.categories, &category.picture)?;
    }
    let (mut codes, mut stations) = (Taken::default(), Taken::default());
    for station in &district.stations {
        codes.take(&sources.stations, &station.code)?;
        stations.take(&sources.stations, &station.slug)?;
        townships.has(&sources.stations, &station.township)?;
    }
    let mut known = Known {
        townships,
        categories,
        pictures,
        ..Known::default()
    };
    for (cooperative, source) in district.cooperatives.iter().zip(&sources.cooperatives) {
        known.check(cooperative, source)?;
    }
    for line in &district.words {
        if let Err(errors) = line.read() {
            let wrong: Vec<String> = errors
                .iter()
                .map(|(field, code)| format!("{field}: {code:?}"))
                .collect();
            return Err(sources.words.wrong(&line.words, wrong.join(", ")));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Known {
    townships: Taken,
    categories: Taken,
    pictures: PathBuf,
    cooperatives: Taken,
    products: Taken,
    skus: Taken,
}

impl Known {
    fn check(&mut self, cooperative: &Cooperative, source: &Source) -> Result<(), ReadError> {
        self.cooperatives.take(source, &cooperative.slug)?;
        self.townships.has(source, &cooperative.township)?;
        picture(&self.pictures, source, &cooperative.picture)?;
        for product in &cooperative.products {
            self.products.take(source, &product.slug)?;
            self.categories.has(source, &product.category)?;
            for name in &product.pictures {
                picture(&self.pictures, source, name)?;
            }
            for (missing, what) in [
                (product.pictures.is_empty(), "has no picture"),
                (product.offers.is_empty(), "has no size"),
            ] {
                if missing {
                    let what = format!("`{}` {what}", product.slug.get_ref());
                    return Err(source.wrong(&product.slug, what));
                }
            }
            for offer in &product.offers {
                self.skus.take(source, &offer.sku)?;
                possible(source, offer)?;
            }
        }
        Ok(())
    }
}

fn possible(source: &Source, offer: &Offer) -> Result<(), ReadError> {
    if offer.min > offer.max {
        let what = format!("min {} is more than max {}", offer.min, offer.max);
        return Err(source.wrong(&offer.sku, what));
    }
    if offer.gross_grams < offer.net_grams {
        let what = format!(
            "gross_grams {} is less than net_grams {}",
            offer.gross_grams, offer.net_grams
        );
        return Err(source.wrong(&offer.sku, what));
    }
    Ok(())
}

fn picture(folder: &Path, source: &Source, name: &Spanned<String>) -> Result<(), ReadError> {
    let text = name.get_ref();
    let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    if plain && folder.join(format!("{text}.svg")).is_file() {
        return Ok(());
    }
    let what = format!("there is no picture `{text}` in {}", folder.display());
    Err(source.wrong(name, what))
}
