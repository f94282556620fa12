//! The fields of the index, and how a document's rows of it are made.

use std::collections::{HashMap, HashSet};

use domain::{Locale, Unit};
use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use crate::document::{Key, Place, Product, Texts};
use crate::words::{Reader, Terms};

/// The fields. Terms are in the first ones, columns are the rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub key: Field,
    /// Names in all languages, and those of categories and of the cooperative: which of them have a term says how often it is put
    /// into the document, see [`times`].
    pub named: Field,
    pub description: Field,
    pub vocabulary: Field,
    pub spelling: Field,
    /// What categories, cooperatives and stations are found by.
    pub place: Field,
    pub place_vocabulary: Field,
    pub kind: Field,
    pub id: Field,
    /// Popularity, and 1,000 more for what can be bought.
    pub rank: Field,
    pub category: Field,
    pub cooperative: Field,
    pub township: Field,
    /// Of each size, in their order.
    pub offer: Field,
    pub unit: Field,
    pub least: Field,
    pub most: Field,
    pub price: Field,
    pub per_kilo: Field,
    pub buyable: Field,
}

impl Fields {
    pub fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let options = |option: IndexRecordOption| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_fieldnorms(false)
                .set_index_option(option);
            TextOptions::default().set_indexing_options(indexing)
        };
        let named = schema.add_text_field("named", options(IndexRecordOption::WithFreqs));
        let terms = options(IndexRecordOption::Basic);
        let mut text = |name: &str| schema.add_text_field(name, terms.clone());
        let (key, description) = (text("key"), text("description"));
        let (vocabulary, spelling) = (text("vocabulary"), text("spelling"));
        let (place, place_vocabulary) = (text("place"), text("place-vocabulary"));
        let mut column = |name: &str| schema.add_i64_field(name, FAST);
        let fields = Self {
            key,
            named,
            description,
            vocabulary,
            spelling,
            place,
            place_vocabulary,
            kind: column("kind"),
            id: column("id"),
            rank: column("rank"),
            category: column("category"),
            cooperative: column("cooperative"),
            township: column("township"),
            offer: column("offer"),
            unit: column("unit"),
            least: column("least"),
            most: column("most"),
            price: column("price"),
            per_kilo: column("per-kilo"),
            buyable: column("buyable"),
        };
        (schema.build(), fields)
    }
}

/// By how often a term is put into a document: the names in which it stands, as the sum of [`of_language`]. Once is for what
/// only stands around, in the names of its categories and its cooperative.
pub(crate) const NAMES: [u8; 9] = [0, 0, 1, 2, 4, 3, 5, 6, 7];

/// The part that a language has in a set of names: an added one that of the language its readers understand best.
pub(crate) fn of_language(locale: Locale) -> u8 {
    match locale.nearest_built_in() {
        Locale::Ug => 1,
        Locale::Es => 2,
        Locale::Zh | Locale::Added(_) => 4,
    }
}

/// How often a term is put into its document, which stands in these names.
fn times(names: u8) -> usize {
    NAMES.iter().rposition(|others| *others == names).unwrap_or(1)
}

/// The term of a document's key.
pub(crate) fn key_term(key: Key) -> String {
    let (kind, id) = key.parts();
    format!("{kind}:{id}")
}

/// The row of a product.
pub(crate) fn product_row(fields: &Fields, reader: &mut Reader, key: Key, product: &Product) -> TantivyDocument {
    let mut row = TantivyDocument::default();
    let mut words = Terms::default();
    let mut named: HashMap<String, u8> = HashMap::new();
    for locale in Locale::BUILT_IN {
        let mut name = reader.name(product.names.get(locale), locale);
        if locale == Locale::Es {
            name.add(&reader.name(&product.keywords, locale));
        }
        words.add_words(&name);
        for term in name.terms {
            *named.entry(term).or_default() |= of_language(locale);
        }
    }
    for texts in product.category_names.iter().chain([&product.cooperative_name]) {
        for locale in Locale::BUILT_IN {
            let around = reader.repeated_name(texts.get(locale), locale);
            for term in &around.terms {
                if !named.contains_key(term) {
                    named.insert(term.clone(), 0);
                }
            }
            words.add_words(&around);
        }
    }
    for (term, names) in named {
        for _ in 1..times(names) {
            row.add_text(fields.named, &term);
        }
        row.add_text(fields.named, term);
    }
    let mut description = HashSet::new();
    for locale in Locale::BUILT_IN {
        reader.add_description(product.descriptions.get(locale), locale, &mut description);
    }
    add_terms(&mut row, fields.description, &description);
    add_terms(&mut row, fields.vocabulary, &words.vocabulary);
    add_terms(&mut row, fields.spelling, &words.spellings);
    let is_available = product.sizes.iter().any(|size| size.is_available);
    add_key(&mut row, fields, key, product.popularity, is_available);
    for category in &product.categories {
        row.add_i64(fields.category, category.get());
    }
    row.add_i64(fields.cooperative, product.cooperative.get());
    for township in &product.townships {
        row.add_i64(fields.township, township.get());
    }
    for size in &product.sizes {
        row.add_i64(fields.offer, size.offer.get());
        row.add_i64(fields.unit, unit_number(size.unit));
        row.add_i64(fields.least, size.least);
        row.add_i64(fields.most, size.most);
        row.add_i64(fields.price, size.price_fen);
        row.add_i64(fields.per_kilo, size.per_kilo_fen.unwrap_or(0));
        row.add_i64(fields.buyable, i64::from(size.is_available));
    }
    row
}

/// The row of a category, a cooperative or a station.
pub(crate) fn place_row(fields: &Fields, reader: &mut Reader, key: Key, place: &Place) -> TantivyDocument {
    let mut row = TantivyDocument::default();
    let mut terms = Terms::default();
    let more = Texts {
        ug: place.more.clone(),
        ..Texts::default()
    };
    for texts in [&place.names, &more] {
        for locale in Locale::BUILT_IN {
            terms.add(&reader.name(texts.get(locale), locale));
        }
    }
    add_terms(&mut row, fields.place, &terms.terms);
    add_terms(&mut row, fields.place_vocabulary, &terms.vocabulary);
    add_key(&mut row, fields, key, place.popularity, true);
    row
}

fn add_key(row: &mut TantivyDocument, fields: &Fields, key: Key, popularity: u32, is_available: bool) {
    let (kind, id) = key.parts();
    row.add_text(fields.key, key_term(key));
    row.add_i64(fields.kind, i64::from(kind));
    row.add_i64(fields.id, id);
    row.add_i64(
        fields.rank,
        i64::from(popularity.min(100)) + if is_available { AVAILABLE } else { 0 },
    );
}

/// What the rank of something that can be bought is higher by.
pub(crate) const AVAILABLE: i64 = 1_000;

/// The number that a unit is in the index.
pub(crate) const fn unit_number(unit: Unit) -> i64 {
    match unit {
        Unit::Piece => 0,
        Unit::Gram => 1,
        Unit::Millilitre => 2,
    }
}

fn add_terms<'t>(row: &mut TantivyDocument, field: Field, terms: impl IntoIterator<Item = &'t String>) {
    for term in terms {
        row.add_text(field, term);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_set_of_names_has_its_own_number_of_times() {
        let all: Vec<usize> = (0..8).map(times).collect();
        assert_eq!(all[0], 1, "only around");
        for (names, times) in (0..8).zip(&all) {
            assert_eq!(NAMES[*times], names);
        }
        let sum: u8 = Locale::BUILT_IN.into_iter().map(of_language).sum();
        assert_eq!(sum, 7);
    }
}
