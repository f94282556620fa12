//! The files of a district, and reading them with errors that name the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::{FreightRegion, GoodsClass, Locale, Slug, Unit};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::blocks::Block;
use super::check::{self, Source, Sources};

use crate::error::FieldErrors;
use crate::search::read_line;
use crate::settings::{BankAccount, CentreCard, ClosedDays, ShopNotice};

/// A text by language code; a language may be missing.
pub(super) type Texts = BTreeMap<String, String>;

/// The languages of a text that the shop knows.
pub(super) fn by_locale(texts: &Texts) -> impl Iterator<Item = (Locale, &str)> {
    texts
        .iter()
        .filter_map(|(lang, text)| Some((Locale::from_code(lang)?, text.trim())))
}

/// Why a district could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file is missing or cannot be read.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// A file is not what it should be.
    #[error("{0}: {1}")]
    Format(PathBuf, Box<toml::de::Error>),
    /// A value does not fit the others.
    #[error("{file}:{line}: {what}")]
    Wrong {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
}

/// A district with everything in it.
#[derive(Clone, Debug)]
pub struct District {
    pub(super) folder: PathBuf,
    pub(super) townships: Vec<Township>,
    pub(super) stations: Vec<Station>,
    pub(super) categories: Vec<Category>,
    pub(super) freight: Vec<Freight>,
    pub(super) cooperatives: Vec<Cooperative>,
    pub(super) words: Vec<SearchWords>,
    pub(super) settings: Settings,
}

#[derive(Debug, Deserialize)]
struct DistrictFile {
    township: Vec<Township>,
    #[serde(flatten)]
    settings: Settings,
}

/// What the Centre may change later on its page; a shop can be opened without.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Settings {
    pub bank: Option<BankAccount>,
    pub centre: Option<CentreCard>,
    #[serde(default, rename = "notice")]
    pub notices: Vec<ShopNotice>,
    #[serde(default, rename = "closed")]
    pub closed: Vec<ClosedDays>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Township {
    pub slug: Spanned<Slug>,
    #[serde(deserialize_with = "check::texts")]
    pub name: Texts,
}

#[derive(Debug, Deserialize)]
struct StationsFile {
    station: Vec<Station>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Station {
    #[serde(deserialize_with = "check::code")]
    pub code: Spanned<String>,
    pub slug: Spanned<Slug>,
    pub township: Spanned<Slug>,
    #[serde(default, deserialize_with = "check::line")]
    pub phone: Option<String>,
    #[serde(deserialize_with = "check::texts")]
    pub name: Texts,
    #[serde(default, deserialize_with = "check::texts")]
    pub address: Texts,
    #[serde(default)]
    pub hours: Vec<Hours>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Hours {
    #[serde(deserialize_with = "check::days")]
    pub days: Vec<i64>,
    #[serde(deserialize_with = "check::clock")]
    pub open: i64,
    #[serde(deserialize_with = "check::clock")]
    pub close: i64,
}

#[derive(Debug, Deserialize)]
struct CategoriesFile {
    category: Vec<Category>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Category {
    pub slug: Spanned<Slug>,
    pub picture: Spanned<String>,
    /// What its goods are; fresh, where a file does not say so.
    #[serde(default = "fresh")]
    pub goods: GoodsClass,
    #[serde(deserialize_with = "check::texts")]
    pub name: Texts,
}

const fn fresh() -> GoodsClass {
    GoodsClass::Fresh
}

#[derive(Debug, Deserialize)]
struct FreightFile {
    template: Vec<Freight>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Freight {
    pub region: FreightRegion,
    #[serde(deserialize_with = "check::between::<_, 1, 10000000>")]
    pub first_grams: i64,
    #[serde(deserialize_with = "check::between::<_, 0, 10000000>")]
    pub first_fen: i64,
    #[serde(deserialize_with = "check::between::<_, 1, 10000000>")]
    pub step_grams: i64,
    #[serde(deserialize_with = "check::between::<_, 0, 10000000>")]
    pub step_fen: i64,
}

/// A folder without one has no words for searches yet.
#[derive(Debug, Default, Deserialize)]
struct WordsFile {
    #[serde(default)]
    line: Vec<SearchWords>,
}

/// Words that mean the same to whoever searches, and what else they find.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct SearchWords {
    pub words: Spanned<Vec<String>>,
    #[serde(default)]
    pub finds: Vec<String>,
}

impl SearchWords {
    /// As the Centre's page stores it.
    pub fn read(&self) -> Result<String, FieldErrors> {
        read_line(&self.words.get_ref().join("\n"), &self.finds.join("\n"))
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Cooperative {
    pub slug: Spanned<Slug>,
    pub township: Spanned<Slug>,
    pub source_lang: Locale,
    #[serde(default, deserialize_with = "check::maybe_between::<_, 1, 3000>")]
    pub founded: Option<i64>,
    #[serde(default, deserialize_with = "check::maybe_between::<_, 0, 1000000>")]
    pub members: Option<i64>,
    #[serde(default, deserialize_with = "check::line")]
    pub phone: Option<String>,
    #[serde(default, deserialize_with = "check::link")]
    pub link: Option<String>,
    pub picture: Spanned<String>,
    #[serde(deserialize_with = "check::texts")]
    pub name: Texts,
    #[serde(default, deserialize_with = "check::texts")]
    pub tagline: Texts,
    #[serde(default, deserialize_with = "check::texts")]
    pub story: Texts,
    #[serde(default, rename = "product")]
    pub products: Vec<Product>,
    #[serde(default, rename = "block")]
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Product {
    pub slug: Spanned<Slug>,
    pub category: Spanned<Slug>,
    pub source_lang: Locale,
    pub pictures: Vec<Spanned<String>>,
    #[serde(default, deserialize_with = "check::season")]
    pub season: Option<[i64; 2]>,
    #[serde(default, deserialize_with = "check::maybe_between::<_, 1, 3000>")]
    pub harvest_year: Option<i64>,
    #[serde(deserialize_with = "check::between::<_, 0, 100>")]
    pub popularity: i64,
    #[serde(default, deserialize_with = "check::texts")]
    pub name: Texts,
    #[serde(default, deserialize_with = "check::texts")]
    pub description: Texts,
    #[serde(rename = "offer")]
    pub offers: Vec<Offer>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Offer {
    #[serde(deserialize_with = "check::code")]
    pub sku: Spanned<String>,
    pub sold_by: Unit,
    #[serde(deserialize_with = "check::between::<_, 1, 1000000>")]
    pub step: i64,
    #[serde(deserialize_with = "check::between::<_, 1, 1000000000>")]
    pub min: i64,
    #[serde(deserialize_with = "check::between::<_, 1, 1000000000>")]
    pub max: i64,
    #[serde(deserialize_with = "check::between::<_, 0, 10000000>")]
    pub net_grams: i64,
    #[serde(deserialize_with = "check::between::<_, 0, 10000000>")]
    pub gross_grams: i64,
    #[serde(deserialize_with = "check::price")]
    pub price_fen: i64,
    #[serde(deserialize_with = "check::between::<_, 1, 1000000000>")]
    pub per: i64,
    #[serde(deserialize_with = "check::between::<_, 0, 1000000000>")]
    pub stock: i64,
}

impl District {
    /// Reads a district's folder: `district.toml`, `stations.toml`, `categories.toml`, `freight.toml`,
    /// `cooperatives/*.toml` and, where it is there, `search-words.toml`.
    ///
    /// # Errors
    /// Naming the file and the line that is not right.
    pub fn read(folder: &Path) -> Result<Self, ReadError> {
        let mut files: Vec<PathBuf> = list(&folder.join("cooperatives"))?;
        files.sort();
        let (district, district_source) = parse::<DistrictFile>(&folder.join("district.toml"))?;
        let (stations, stations_source) = parse::<StationsFile>(&folder.join("stations.toml"))?;
        let (categories, categories_source) = parse::<CategoriesFile>(&folder.join("categories.toml"))?;
        let (freight, _) = parse::<FreightFile>(&folder.join("freight.toml"))?;
        let words_file = folder.join("search-words.toml");
        let (words, words_source) = if words_file.exists() {
            parse::<WordsFile>(&words_file)?
        } else {
            let text = String::new();
            (WordsFile::default(), Source { file: words_file, text })
        };
        let cooperatives: Vec<(Cooperative, Source)> =
            files.iter().map(|file| parse(file)).collect::<Result<_, _>>()?;
        let (cooperatives, cooperative_sources) = cooperatives.into_iter().unzip();
        let read = Self {
            townships: district.township,
            settings: district.settings,
            stations: stations.station,
            categories: categories.category,
            freight: freight.template,
            cooperatives,
            words: words.line,
            folder: folder.to_owned(),
        };
        let sources = Sources {
            district: district_source,
            stations: stations_source,
            categories: categories_source,
            cooperatives: cooperative_sources,
            words: words_source,
        };
        check::check(&read, &sources)?;
        Ok(read)
    }

    /// Names of all pictures it uses, each once.
    pub(super) fn pictures(&self) -> Vec<&str> {
        let products = self
            .cooperatives
            .iter()
            .flat_map(|c| &c.products)
            .flat_map(|p| &p.pictures);
        let mut names: Vec<&str> = self
            .categories
            .iter()
            .map(|c| c.picture.get_ref().as_str())
            .chain(self.cooperatives.iter().map(|c| c.picture.get_ref().as_str()))
            .chain(products.map(|name| name.get_ref().as_str()))
            .chain(
                self.cooperatives
                    .iter()
                    .flat_map(|c| &c.blocks)
                    .flat_map(Block::pictures),
            )
            .chain([crate::directory::HERO])
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let failed = |error| ReadError::File(folder.to_owned(), error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ext| ext == "toml") {
            files.push(path);
        }
    }
    Ok(files)
}

fn parse<T: DeserializeOwned>(file: &Path) -> Result<(T, Source), ReadError> {
    let text = std::fs::read_to_string(file).map_err(|error| ReadError::File(file.to_owned(), error))?;
    let value = toml::from_str(&text).map_err(|error| ReadError::Format(file.to_owned(), Box::new(error)))?;
    let file = file.to_owned();
    Ok((value, Source { file, text }))
}
