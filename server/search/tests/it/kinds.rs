//! Whole kinds of queries, made from every name of the district: mistakes in each word, endings on each word, readings of each
//! name.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Locale, ProductId};
use search::text::{Script, chinese, cut};
use search::{Document, Query};

use crate::demo::{Demo, documents, search_words};

/// Words of names in a language, with the products that have them and those that are found by them first.
fn words(demo: &Demo, locale: Locale, shortest: usize) -> BTreeMap<String, BTreeSet<ProductId>> {
    let mut words: BTreeMap<String, BTreeSet<ProductId>> = BTreeMap::new();
    for document in documents().0 {
        let Document::Product(product) = document else { continue };
        for token in cut(product.names.get(locale)) {
            if token.script != Script::Number && token.text.chars().count() >= shortest {
                words.entry(token.text).or_default().insert(product.id);
            }
        }
    }
    for (word, products) in &mut words {
        let found = demo
            .index
            .searcher()
            .search(&Query::new(word, locale), &demo.synonyms)
            .unwrap();
        products.extend(found.hits.iter().take(10).map(|hit| hit.product));
    }
    words
}

/// How often one of the first five is one of those products; prints those that have not.
fn found(demo: &Demo, locale: Locale, queries: &[(String, &BTreeSet<ProductId>)]) -> f64 {
    let searcher = demo.index.searcher();
    let mut missed = Vec::new();
    for (text, wanted) in queries {
        let results = searcher.search(&Query::new(text, locale), &demo.synonyms).unwrap();
        if !results.hits.iter().take(5).any(|hit| wanted.contains(&hit.product)) {
            missed.push(text.as_str());
        }
    }
    println!("{} of {} missed: {}", missed.len(), queries.len(), missed.join(" | "));
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    1.0 - count(missed.len()) / count(queries.len())
}

/// The word with a letter left out, doubled, changed for its neighbour or for another one, at each place.
fn mistakes(word: &str, other: char) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut all = Vec::new();
    for place in 1..letters.len() {
        let mut mistyped = letters.clone();
        mistyped.remove(place);
        all.push(mistyped);
        let mut mistyped = letters.clone();
        mistyped.insert(place, letters[place]);
        all.push(mistyped);
        if letters[place] != letters[place - 1] {
            let mut mistyped = letters.clone();
            mistyped.swap(place, place - 1);
            all.push(mistyped);
        }
        if letters[place] != other {
            let mut mistyped = letters.clone();
            mistyped[place] = other;
            all.push(mistyped);
        }
    }
    all.into_iter().map(|letters| letters.into_iter().collect()).collect()
}

#[test]
fn a_mistake_at_any_place_of_a_word_is_forgiven() {
    let demo = Demo::read();
    for (locale, other) in [(Locale::Ug, 'ب'), (Locale::Es, 'l')] {
        let words = words(&demo, locale, 6);
        let queries: Vec<_> = words
            .iter()
            .flat_map(|(word, products)| mistakes(word, other).into_iter().map(move |text| (text, products)))
            .collect();
        let rate = found(&demo, locale, &queries);
        assert!(queries.len() > 500 && rate > 0.9, "{locale:?}: {rate}");
    }
}

/// All words that stand in names and search words.
fn written() -> BTreeSet<String> {
    let mut texts: Vec<String> = search_words().into_iter().flat_map(|line| line.words).collect();
    for document in documents().0 {
        let Document::Product(product) = document else { continue };
        let product = *product;
        texts.push(product.keywords);
        for name in product
            .category_names
            .into_iter()
            .chain([product.names, product.cooperative_name])
        {
            texts.extend([name.ug, name.zh, name.es]);
        }
    }
    texts
        .iter()
        .flat_map(|text| cut(text))
        .map(|token| token.text)
        .collect()
}

#[test]
fn what_is_told_of_a_mistyped_word_is_one_that_somebody_wrote() {
    let demo = Demo::read();
    let written = written();
    let latin = words(&demo, Locale::Ug, 6)
        .into_keys()
        .map(|word| l10n::uyghur::uly(&word));
    let queries = latin.flat_map(|word| mistakes(&word, 'b')).chain(["сәвғат".to_owned()]);
    let mut told = 0;
    for query in queries.filter(|query| query.chars().all(char::is_alphabetic)) {
        let found = demo
            .index
            .searcher()
            .search(&Query::new(&query, Locale::Ug), &demo.synonyms);
        if let Some(corrected) = found.unwrap().corrected {
            told += 1;
            let unknown: Vec<_> = cut(&corrected)
                .into_iter()
                .filter(|token| !written.contains(&token.text))
                .collect();
            assert!(unknown.is_empty(), "{query}: {unknown:?}");
        }
    }
    assert!(told > 50, "{told}");
}

#[test]
fn any_ending_of_a_uyghur_word_is_understood() {
    let demo = Demo::read();
    let words = words(&demo, Locale::Ug, 4);
    let endings = [
        "نىڭ",
        "نى",
        "دىن",
        "دا",
        "لار",
        "لارنى",
        "لىرى",
        "لىرىمىز",
        "لىرىمىزنىڭ",
        "لىق",
        "مۇ",
    ];
    let queries: Vec<_> = words
        .iter()
        .flat_map(|(word, products)| endings.map(|ending| (format!("{word}{ending}"), products)))
        .collect();
    let rate = found(&demo, Locale::Ug, &queries);
    assert!(queries.len() > 500 && rate > 0.97, "{rate}");
}

#[test]
fn any_name_is_found_in_latin_letters_and_in_pinyin() {
    let demo = Demo::read();
    let uyghur = words(&demo, Locale::Ug, 3);
    let latin: Vec<_> = uyghur
        .iter()
        .map(|(word, products)| (l10n::uyghur::uly(word), products))
        .collect();
    let rate = found(&demo, Locale::Es, &latin);
    assert!(rate > 0.97, "{rate}");
    let names = words(&demo, Locale::Zh, 2);
    let readings: Vec<_> = names
        .iter()
        .filter_map(|(name, products)| Some((chinese::usual_reading(name)?.0, products)))
        .collect();
    let rate = found(&demo, Locale::Zh, &readings);
    assert!(readings.len() > 60 && rate > 0.97, "{rate}");
}

#[test]
fn a_wrong_character_in_a_chinese_name_is_forgiven() {
    let demo = Demo::read();
    let names = words(&demo, Locale::Zh, 4);
    let queries: Vec<_> = names
        .iter()
        .flat_map(|(name, products)| {
            let characters: Vec<char> = name.chars().collect();
            (0..characters.len()).map(move |place| {
                let mut mistyped = characters.clone();
                mistyped[place] = '朋';
                (mistyped.into_iter().collect(), products)
            })
        })
        .collect();
    let rate = found(&demo, Locale::Zh, &queries);
    assert!(queries.len() > 200 && rate > 0.95, "{rate}");
}
