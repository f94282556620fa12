//! The demo district in an index.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::{CategoryId, CooperativeId, OfferId, ProductId, StationId, TownshipId, Unit};
use search::{Document, Index, Key, Line, Place, Product, Size, Synonyms, Texts};
use serde::Deserialize;

/// The demo district, ready to be searched.
pub struct Demo {
    pub index: Index,
    pub synonyms: Synonyms,
    /// Slugs of products by their numbers.
    pub slugs: HashMap<i64, String>,
    /// Slugs of categories and cooperatives, and codes of stations, by their numbers.
    pub places: HashMap<Key, String>,
}

#[derive(Clone, Default, Deserialize)]
struct InLanguages {
    #[serde(default)]
    ug: String,
    #[serde(default)]
    zh: String,
    #[serde(default)]
    es: String,
}

impl InLanguages {
    fn texts(&self) -> Texts {
        Texts {
            ug: self.ug.clone(),
            zh: self.zh.clone(),
            es: self.es.clone(),
        }
    }
}

#[derive(Deserialize)]
struct Categories {
    category: Vec<Category>,
}

#[derive(Deserialize)]
struct Category {
    slug: String,
    name: InLanguages,
}

#[derive(Deserialize)]
struct District {
    township: Vec<Township>,
}

#[derive(Deserialize)]
struct Township {
    slug: String,
    name: InLanguages,
}

#[derive(Deserialize)]
struct Stations {
    station: Vec<Station>,
}

#[derive(Deserialize)]
struct Station {
    code: String,
    slug: String,
    township: String,
    name: InLanguages,
}

#[derive(Deserialize)]
struct Cooperative {
    slug: String,
    township: String,
    name: InLanguages,
    #[serde(default)]
    product: Vec<Goods>,
}

#[derive(Deserialize)]
struct Goods {
    slug: String,
    category: String,
    name: InLanguages,
    #[serde(default)]
    description: InLanguages,
    #[serde(default)]
    popularity: u32,
    offer: Vec<Offer>,
}

#[derive(Deserialize)]
struct Offer {
    sold_by: String,
    min: i64,
    max: i64,
    net_grams: i64,
    price_fen: i64,
    per: i64,
    stock: i64,
}

#[derive(Deserialize)]
struct Words {
    line: Vec<WordsLine>,
}

#[derive(Deserialize)]
struct WordsLine {
    words: Vec<String>,
    #[serde(default)]
    finds: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo")
}

fn file<T: serde::de::DeserializeOwned>(name: &str) -> T {
    toml::from_str(&fs::read_to_string(folder().join(name)).unwrap()).unwrap()
}

fn number(place: usize) -> i64 {
    i64::try_from(place).unwrap() + 1
}

/// The Centre's search words.
pub fn search_words() -> Vec<Line> {
    let words: Words = file("search-words.toml");
    let lines = words.line.into_iter().map(|line| Line {
        words: line.words,
        finds: line.finds,
    });
    lines.collect()
}

impl Demo {
    pub fn read() -> Self {
        let synonyms = Synonyms::new(search_words());
        let (documents, slugs, places) = documents();
        let index = Index::in_memory().unwrap();
        let mut writer = index.writer().unwrap();
        writer.put(&documents).unwrap();
        writer.commit(Some("demo")).unwrap();
        Self {
            index,
            synonyms,
            slugs,
            places,
        }
    }
}

/// All documents of the district.
pub fn documents() -> (Vec<Document>, HashMap<i64, String>, HashMap<Key, String>) {
    let categories: Categories = file("categories.toml");
    let district: District = file("district.toml");
    let stations: Stations = file("stations.toml");
    let mut files: Vec<PathBuf> = fs::read_dir(folder().join("cooperatives"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let township = |slug: &str| {
        district
            .township
            .iter()
            .position(|township| township.slug == slug)
            .unwrap()
    };
    let (mut documents, mut slugs, mut places) = (Vec::new(), HashMap::new(), HashMap::new());
    let mut add_place = |key: Key, names: &InLanguages, more: String, called: &str| {
        places.insert(key, called.to_owned());
        Document::Place(Box::new(Place {
            key,
            names: names.texts(),
            more,
            popularity: 50,
        }))
    };
    for (place, category) in categories.category.iter().enumerate() {
        let key = Key::Category(CategoryId(number(place)));
        documents.push(add_place(key, &category.name, String::new(), &category.slug));
    }
    for (place, station) in stations.station.iter().enumerate() {
        let key = Key::Station(StationId(number(place)));
        let of = &district.township[township(&station.township)].name;
        let more = format!("{} {} {} {} {}", station.code, station.slug, of.ug, of.zh, of.es);
        documents.push(add_place(key, &station.name, more, &station.code));
    }
    let mut sku = 0;
    for (place, path) in files.iter().enumerate() {
        let cooperative: Cooperative = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let id = CooperativeId(number(place));
        documents.push(add_place(
            Key::Cooperative(id),
            &cooperative.name,
            cooperative.slug.clone(),
            &cooperative.slug,
        ));
        for goods in &cooperative.product {
            let product = ProductId(number(slugs.len()));
            slugs.insert(product.get(), goods.slug.clone());
            let category = categories
                .category
                .iter()
                .position(|category| category.slug == goods.category)
                .unwrap();
            let sizes = goods.offer.iter().map(|offer| {
                sku += 1;
                size(offer, OfferId(sku))
            });
            documents.push(Document::Product(Box::new(Product {
                id: product,
                names: goods.name.texts(),
                descriptions: goods.description.texts(),
                category_names: vec![categories.category[category].name.texts()],
                cooperative_name: cooperative.name.texts(),
                keywords: goods.slug.replace('-', " "),
                categories: vec![CategoryId(number(category))],
                cooperative: id,
                townships: vec![TownshipId(number(township(&cooperative.township)))],
                sizes: sizes.collect(),
                popularity: goods.popularity,
            })));
        }
    }
    (documents, slugs, places)
}

fn size(offer: &Offer, id: OfferId) -> Size {
    let is_weighed = offer.sold_by == "g";
    let (least, most) = if is_weighed {
        (offer.min, offer.max)
    } else {
        (offer.net_grams, offer.net_grams)
    };
    let grams = if is_weighed { offer.per } else { offer.net_grams };
    Size {
        offer: id,
        unit: Unit::Gram,
        least,
        most,
        price_fen: offer.price_fen,
        per_kilo_fen: Some(offer.price_fen * 1_000 / grams.max(1)),
        is_available: offer.stock > 0,
    }
}
