//! The index and its answers, over the demo district: following changes, filters, sorting, suggestions, damage.

use std::fs;

use crate::demo::Demo;
use domain::{CategoryId, Locale, ProductId, StationId, Unit};
use search::{Amount, Document, Error, Filter, Index, Key, Product, Query, Results, Sort, Synonyms};

impl Demo {
    fn found(&self, results: &Results) -> Vec<&str> {
        results
            .hits
            .iter()
            .map(|hit| self.slugs[&hit.product.get()].as_str())
            .collect()
    }

    fn search(&self, query: &Query<'_>) -> Results {
        self.index.searcher().search(query, &self.synonyms).unwrap()
    }

    fn all(&self, text: &str) -> Vec<&str> {
        let mut query = Query::new(text, Locale::Zh);
        query.per_page = 200;
        self.found(&self.search(&query))
    }

    fn products() -> Vec<Product> {
        let (documents, ..) = crate::demo::documents();
        let products = documents.into_iter().filter_map(|document| match document {
            Document::Product(product) => Some(*product),
            Document::Place(_) => None,
        });
        products.collect()
    }
}

#[test]
fn a_change_is_found_and_what_is_deleted_is_not() {
    let demo = Demo::read();
    let before = demo.index.documents();
    let mut product = Demo::products().remove(0);
    product.names.zh = "纸皮翡翠".to_owned();
    let held = demo.index.searcher();
    let mut writer = demo.index.writer().unwrap();
    writer.put(&[Document::Product(Box::new(product.clone()))]).unwrap();
    assert_eq!(demo.all("翡翠"), Vec::<&str>::new(), "not before it is committed");
    writer.commit(Some("one changed")).unwrap();
    assert_eq!(demo.all("翡翠").len(), 1);
    assert_eq!(
        (demo.index.documents(), demo.index.note().as_deref()),
        (before, Some("one changed"))
    );
    let old = held.search(&Query::new("翡翠", Locale::Zh), &demo.synonyms).unwrap();
    assert_eq!(old.total, 0, "what is held stays as it was");
    writer
        .delete(&[Key::Product(product.id), Key::Product(ProductId(9_999))])
        .unwrap();
    writer.commit(Some("one deleted")).unwrap();
    assert_eq!(demo.all("翡翠"), Vec::<&str>::new());
    assert_eq!(demo.index.documents(), before - 1);
}

#[test]
fn what_is_found_is_the_same_whether_the_index_has_one_part_or_many() {
    let demo = Demo::read();
    let (documents, ..) = crate::demo::documents();
    let build = |batch: usize, is_finished: bool| {
        let index = Index::in_memory().unwrap();
        let mut writer = index.writer().unwrap();
        writer.clear().unwrap();
        for documents in documents.chunks(batch) {
            writer.put(documents).unwrap();
            writer.commit(Some("part")).unwrap();
        }
        if is_finished {
            writer.finish().unwrap();
        }
        index
    };
    let (one, many, merged) = (build(10_000, true), build(40, false), build(40, true));
    for text in [
        "بادام",
        "badam",
        "miel 1 kg",
        "almendars tostadas",
        "almendra miel xyzzyxyzzy",
        "巴旦木礼盒",
        "蜂蜜 قوغۇن",
        "500g",
        "de",
        "ھەسەللىرىمىزنىڭ",
    ] {
        for locale in Locale::BUILT_IN {
            let mut query = Query::new(text, locale);
            query.per_page = 200;
            let found = one.searcher().search(&query, &demo.synonyms).unwrap();
            assert!(found.total > 0, "{text}");
            for index in [&many, &merged] {
                let other = index.searcher().search(&query, &demo.synonyms).unwrap();
                assert_eq!(found, other, "{text}");
            }
        }
    }
}

#[test]
fn only_one_writes() {
    let index = Index::in_memory().unwrap();
    let writer = index.writer().unwrap();
    assert!(matches!(index.writer(), Err(Error::Busy)));
    drop(writer);
    assert!(index.writer().is_ok());
}

#[test]
fn a_folder_is_kept_and_one_that_is_damaged_or_of_another_version_starts_empty() {
    let folder = tempfile::tempdir().unwrap();
    let (documents, ..) = crate::demo::documents();
    let build = || {
        let index = Index::open(folder.path()).unwrap();
        assert_eq!((index.documents(), index.note()), (0, None));
        let mut writer = index.writer().unwrap();
        writer.put(&documents[..20]).unwrap();
        writer.commit(None).unwrap();
        assert_eq!(index.note(), None, "not built to its end");
        writer.put(&documents[20..]).unwrap();
        writer.commit(Some("17")).unwrap();
        writer.finish().unwrap();
        assert_eq!(index.documents(), documents.len() as u64);
        assert!(index.bytes() > 10_000);
    };
    build();
    let again = Index::open(folder.path()).unwrap();
    assert_eq!(
        (again.documents(), again.note().as_deref()),
        (documents.len() as u64, Some("17"))
    );
    drop(again);
    let largest = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .max_by_key(|path| fs::metadata(path).unwrap().len())
        .unwrap();
    let mut bytes = fs::read(&largest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x55;
    fs::write(&largest, bytes).unwrap();
    build();
    fs::write(folder.path().join("bazar-search-version"), "0").unwrap();
    build();
    fs::remove_file(folder.path().join("meta.json")).unwrap();
    build();
}

#[test]
fn a_file_that_is_cut_short_while_it_is_open_is_an_error() {
    let (documents, ..) = crate::demo::documents();
    for length in [0, 5, 10] {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(folder.path()).unwrap();
        let mut writer = index.writer().unwrap();
        writer.put(&documents).unwrap();
        writer.commit(Some("17")).unwrap();
        writer.finish().unwrap();
        let search = || {
            let searcher = index.searcher();
            searcher.search(&Query::new("almendra", Locale::Es), &Synonyms::default())
        };
        assert!(search().unwrap().total > 0);
        for entry in fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
            if path.extension().is_some_and(|ending| ending != "json") && file.metadata().unwrap().len() > length {
                file.set_len(length).unwrap();
            }
        }
        assert!(search().is_err(), "{length}");
        let again = Index::open(folder.path()).unwrap();
        assert_eq!((again.documents(), again.note()), (0, None), "{length}");
    }
}

#[test]
fn what_should_not_be_in_it_is_not_found() {
    let demo = Demo::read();
    for (text, locale) in [
        ("miel sin nueces", Locale::Es),
        ("蜂蜜 不要 核桃", Locale::Zh),
        ("不含核桃的蜂蜜", Locale::Zh),
        ("无核桃蜂蜜", Locale::Zh),
        ("ياڭاقسىز ھەسەل", Locale::Ug),
    ] {
        let mut query = Query::new(text, locale);
        query.per_page = 200;
        let results = demo.search(&query);
        let found = demo.found(&results);
        assert!(
            found.contains(&"mountain-honey") && !found.contains(&"walnuts-in-honey") && !results.partial,
            "{text}: {found:?}"
        );
    }
    for text in ["不含核桃", "无核桃", "不要葡萄干", "sin nueces", "ياڭاقسىز"] {
        assert_eq!(demo.search(&Query::new(text, Locale::Zh)).total, 0, "{text}");
    }
    for text in [
        "无糖",
        "不加糖",
        "无籽",
        "无花果",
        "sin azúcar",
        "sin cáscara",
        "شېكەرسىز",
    ] {
        assert!(demo.search(&Query::new(text, Locale::Zh)).total > 0, "{text}");
    }
}

#[test]
fn any_size_may_match_a_price_and_counts_are_as_if_nothing_was_chosen() {
    let demo = Demo::read();
    let all = demo.search(&Query::new("巴旦木", Locale::Zh));
    assert!(
        all.categories.len() > 1 && all.cooperatives.len() > 1 && !all.partial,
        "{all:?}"
    );
    let category = all.categories[0];
    let mut query = Query::new("巴旦木", Locale::Zh);
    query.filter = Filter {
        categories: vec![category.0],
        ..Filter::default()
    };
    let chosen = demo.search(&query);
    assert_eq!(chosen.total, category.1);
    assert_eq!(chosen.categories, all.categories);
    assert!(chosen.cooperatives.iter().map(|(_, count)| count).sum::<u64>() == chosen.total);
    query.filter.categories.push(all.categories[1].0);
    assert_eq!(demo.search(&query).total, category.1 + all.categories[1].1);
    query.filter = Filter {
        categories: vec![CategoryId(999)],
        ..Filter::default()
    };
    let none = demo.search(&query);
    assert_eq!((none.total, none.partial), (0, false));
    // A size of 2,500 g costs 126 yuan.
    let mut query = Query::new("纸皮巴旦木", Locale::Zh);
    query.filter.price_fen = Some(12_600..=12_600);
    assert_eq!(demo.found(&demo.search(&query)), ["thin-shell-badam"]);
    query.filter.price_fen = Some(1..=2);
    assert_eq!(demo.search(&query).total, 0);
    query.filter = Filter {
        per_kilo_fen: Some(5_000..=5_100),
        is_available: true,
        ..Filter::default()
    };
    assert_eq!(demo.search(&query).total, 1);
}

#[test]
fn products_are_sorted_by_what_people_compare_and_pages_leave_none_out() {
    let demo = Demo::read();
    let products = Demo::products();
    let cheapest = |id: ProductId| {
        let product = products.iter().find(|product| product.id == id).unwrap();
        let prices = product.sizes.iter().map(|size| size.price_fen);
        let per_kilo = product.sizes.iter().filter_map(|size| size.per_kilo_fen);
        (prices.min().unwrap(), per_kilo.min().unwrap(), product.popularity)
    };
    let mut query = Query::new("蜂蜜", Locale::Zh);
    query.per_page = 100;
    for (sort, is_sorted) in [
        (
            Sort::Price,
            (|one, other| one < other) as fn((i64, i64, u32), (i64, i64, u32)) -> bool,
        ),
        (Sort::PriceDown, |one, other| one.0 >= other.0),
        (Sort::PerKilo, |one, other| one.1 <= other.1),
        (Sort::Popular, |one, other| one.2 >= other.2),
    ] {
        query.sort = sort;
        let hits = demo.search(&query).hits;
        let facts: Vec<_> = hits.iter().map(|hit| cheapest(hit.product)).collect();
        let is_right = facts.windows(2).all(|pair| match sort {
            Sort::Price => pair[0].0 <= pair[1].0,
            _ => is_sorted(pair[0], pair[1]),
        });
        assert!(is_right && facts.len() > 5, "{sort:?} {facts:?}");
    }
    query.sort = Sort::Best;
    let whole: Vec<ProductId> = demo.search(&query).hits.iter().map(|hit| hit.product).collect();
    query.per_page = 4;
    let mut paged = Vec::new();
    for page in 1..=demo.search(&query).pages {
        query.page = page;
        paged.extend(demo.search(&query).hits.iter().map(|hit| hit.product));
    }
    assert_eq!(paged, whole);
    query.page = 99;
    let last = demo.search(&query);
    assert_eq!(last.page, last.pages, "one behind the last is the last");
}

#[test]
fn the_size_that_was_asked_for_comes_first_and_is_told() {
    let demo = Demo::read();
    let found = demo.search(&Query::new("miel 1 kg", Locale::Es));
    assert_eq!(
        found.amount,
        Some(Amount {
            unit: Unit::Gram,
            value: 1_000
        })
    );
    let with: Vec<bool> = found.hits.iter().map(|hit| hit.offer.is_some()).collect();
    assert!(
        with[0] && with.windows(2).all(|pair| pair[0] || !pair[1]),
        "those with it come first: {with:?}"
    );
    let only = demo.search(&Query::new("500g", Locale::Es));
    assert!(only.total > 20 && only.hits.iter().all(|hit| hit.offer.is_some()) && !only.partial);
    assert_eq!(demo.search(&Query::new("miel", Locale::Es)).hits[0].offer, None);
}

#[test]
fn the_nearest_are_said_to_be_so_and_so_is_what_was_mended() {
    let demo = Demo::read();
    let partial = demo.search(&Query::new("巴旦木 قوغۇن", Locale::Zh));
    assert!(partial.partial && partial.total > 0, "nothing is both");
    let unknown = demo.search(&Query::new("miel xyzzyxyzzy", Locale::Es));
    assert!(unknown.partial && unknown.total > 3);
    let mistyped = demo.search(&Query::new("almendars", Locale::Es));
    assert_eq!(
        (mistyped.corrected.as_deref(), mistyped.partial),
        (Some("almendras"), false)
    );
    let right = demo.search(&Query::new("almendras", Locale::Es));
    assert_eq!(right.corrected, None);
    assert_eq!(demo.found(&mistyped)[..3], demo.found(&right)[..3]);
    for text in ["", "  ", "?!", "xyzzyxyzzy"] {
        assert_eq!(demo.search(&Query::new(text, Locale::Es)).total, 0, "{text:?}");
    }
}

#[test]
fn words_that_mean_the_same_work_at_once() {
    let demo = Demo::read();
    let query = Query::new("zafiro", Locale::Es);
    let searcher = demo.index.searcher();
    assert_eq!(searcher.search(&query, &Synonyms::default()).unwrap().total, 0);
    let line = search::Line {
        words: vec!["zafiro".to_owned(), "蓝宝石".to_owned()],
        finds: vec!["ھەسەل".to_owned()],
    };
    let synonyms = Synonyms::new([line]);
    let found = searcher.search(&query, &synonyms).unwrap();
    assert!(found.total > 5 && !found.partial);
    let back = searcher.search(&Query::new("ھەسەل", Locale::Es), &synonyms).unwrap();
    assert!(back.total > 5, "and nothing is lost the other way round");
}

#[test]
fn suggestions_come_for_unfinished_words_and_places_by_name_township_and_code() {
    let demo = Demo::read();
    let searcher = demo.index.searcher();
    let suggest = |text: &str, locale: Locale| searcher.suggest(text, locale, 6, &demo.synonyms).unwrap();
    for (text, locale) in [
        ("alme", Locale::Es),
        ("بادا", Locale::Ug),
        ("巴旦", Locale::Zh),
        ("badanm", Locale::Zh),
    ] {
        let found = suggest(text, locale);
        let slugs: Vec<&str> = found.products.iter().map(|id| demo.slugs[&id.get()].as_str()).collect();
        assert!(
            slugs.len() == 6 && slugs.iter().all(|slug| slug.contains("badam")),
            "{text}: {slugs:?}"
        );
    }
    assert!(!suggest("alme", Locale::Es).categories.is_empty());
    let cooperative = suggest("altun ba", Locale::Es).cooperatives;
    assert_eq!(demo.places[&Key::Cooperative(cooperative[0])], "altun-badam");
    assert_eq!(suggest("  ", Locale::Es), search::Suggestions::default());
    let station = |text: &str| -> Vec<String> {
        let stations: Vec<StationId> = searcher.places(text, 3, &demo.synonyms).unwrap().stations;
        stations
            .iter()
            .map(|id| demo.places[&Key::Station(*id)].clone())
            .collect()
    };
    for text in [
        "B001",
        "b001 badamche",
        "kepterdöng",
        "كەپتەردۆڭ",
        "Kepterdong badamche",
        "鸽岗村",
        "كەپتەردۆڭ B001",
    ] {
        assert_eq!(station(text).first().map(String::as_str), Some("B001"), "{text}");
    }
    assert_eq!(station("B001 xyzzy"), Vec::<String>::new());
}
