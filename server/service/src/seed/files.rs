//! The files of a district, and reading them with errors that name the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::Locale;
use serde::Deserialize;
use serde::de::DeserializeOwned;

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
}

#[derive(Debug, Deserialize)]
struct DistrictFile {
    township: Vec<Township>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Township {
    pub slug: String,
    pub name: Texts,
}

#[derive(Debug, Deserialize)]
struct StationsFile {
    station: Vec<Station>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Station {
    pub code: String,
    pub slug: String,
    pub township: String,
    pub phone: Option<String>,
    pub name: Texts,
    #[serde(default)]
    pub address: Texts,
    #[serde(default)]
    pub hours: Vec<Hours>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Hours {
    pub days: Vec<i64>,
    pub open: String,
    pub close: String,
}

#[derive(Debug, Deserialize)]
struct CategoriesFile {
    category: Vec<Category>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Category {
    pub slug: String,
    pub picture: String,
    pub name: Texts,
}

#[derive(Debug, Deserialize)]
struct FreightFile {
    template: Vec<Freight>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Freight {
    pub region: String,
    pub first_grams: i64,
    pub first_fen: i64,
    pub step_grams: i64,
    pub step_fen: i64,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Cooperative {
    pub slug: String,
    pub township: String,
    pub source_lang: String,
    pub founded: Option<i64>,
    pub members: Option<i64>,
    pub phone: Option<String>,
    pub link: Option<String>,
    pub picture: String,
    pub name: Texts,
    #[serde(default)]
    pub tagline: Texts,
    #[serde(default)]
    pub story: Texts,
    #[serde(default, rename = "product")]
    pub products: Vec<Product>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Product {
    pub slug: String,
    pub category: String,
    pub source_lang: String,
    pub pictures: Vec<String>,
    pub season: Option<[i64; 2]>,
    pub harvest_year: Option<i64>,
    pub popularity: i64,
    #[serde(default)]
    pub name: Texts,
    #[serde(default)]
    pub description: Texts,
    #[serde(rename = "offer")]
    pub offers: Vec<Offer>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Offer {
    pub sku: String,
    pub sold_by: String,
    pub step: i64,
    pub min: i64,
    pub max: i64,
    pub net_grams: i64,
    pub gross_grams: i64,
    pub price_fen: i64,
    pub per: i64,
    pub stock: i64,
}

impl District {
    /// Reads a district's folder: `district.toml`, `stations.toml`, `categories.toml`, `freight.toml` and
    /// `cooperatives/*.toml`.
    ///
    /// # Errors
    /// Naming the file and the line that is not right.
    pub fn read(folder: &Path) -> Result<Self, ReadError> {
        let mut files: Vec<PathBuf> = list(&folder.join("cooperatives"))?;
        files.sort();
        Ok(Self {
            townships: parse::<DistrictFile>(&folder.join("district.toml"))?.township,
            stations: parse::<StationsFile>(&folder.join("stations.toml"))?.station,
            categories: parse::<CategoriesFile>(&folder.join("categories.toml"))?.category,
            freight: parse::<FreightFile>(&folder.join("freight.toml"))?.template,
            cooperatives: files.iter().map(|file| parse(file)).collect::<Result<_, _>>()?,
            folder: folder.to_owned(),
        })
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
            .map(|c| c.picture.as_str())
            .chain(self.cooperatives.iter().map(|c| c.picture.as_str()))
            .chain(products.map(String::as_str))
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

fn parse<T: DeserializeOwned>(file: &Path) -> Result<T, ReadError> {
    let text = std::fs::read_to_string(file).map_err(|error| ReadError::File(file.to_owned(), error))?;
    toml::from_str(&text).map_err(|error| ReadError::Format(file.to_owned(), Box::new(error)))
}
