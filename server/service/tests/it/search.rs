//! Simple search finds goods by any of their names, in any script, and is not impressed by anything typed into it.

use std::time::{Duration, Instant};

use domain::Locale;
use service::{search, stations};
use testing::{Snapshot, TestShop, both};

async fn found(shop: &TestShop, locale: Locale, query: &str) -> Vec<String> {
    let list = search::find(shop, locale, query, 1).await.unwrap();
    let mut slugs: Vec<String> = list.cards.into_iter().map(|c| c.slug).collect();
    assert_eq!(list.total, slugs.len() as u64);
    slugs.sort_unstable();
    slugs
}

both!(badam_is_found_by_every_name_it_has, async |shop| {
    let badam = ["badam-kernel", "last-sack", "thin-shell-badam"];
    for query in [
        "بادام",
        "巴旦木",
        "almendra",
        "Almendras",
        "ALMENDRAS",
        "badam",
        "Badam",
        " badam  ",
    ] {
        for locale in Locale::BUILT_IN {
            assert_eq!(found(shop, locale, query).await, badam, "{query} for {locale:?}");
        }
    }
});

both!(every_word_must_fit_in_any_order_and_language, async |shop| {
    assert_eq!(found(shop, Locale::Zh, "peladas almendras").await, ["badam-kernel"]);
    assert_eq!(found(shop, Locale::Zh, "巴旦木 مېغىزى").await, ["badam-kernel"]);
    assert_eq!(
        found(shop, Locale::Es, "cascara fina").await,
        ["thin-shell-badam", "thin-walnut"],
        "without the accent, too"
    );
    assert_eq!(found(shop, Locale::Es, "金巴旦").await.len(), 3, "by the cooperative");
    assert!(found(shop, Locale::Es, "almendras miel").await.is_empty());
});

both!(whatever_is_typed_is_only_text, async |shop| {
    let before = Snapshot::of(shop).await;
    for query in [
        "",
        "   ",
        "%",
        "_",
        "\\",
        "'",
        "' OR 1=1 --",
        "\"; DROP TABLE carts; --",
        "\u{0}",
        "🍯",
        "no-such-thing",
    ] {
        assert!(found(shop, Locale::Ug, query).await.is_empty(), "{query:?}");
    }
    before.assert_unchanged(shop).await;
});

both!(a_megabyte_of_query_is_cut_short, async |shop| {
    let start = Instant::now();
    for query in ["x".repeat(1 << 20), "x ".repeat(1 << 19), "بادام ".repeat(1 << 16)] {
        search::find(shop, Locale::Zh, &query, u32::MAX).await.unwrap();
    }
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
});

both!(stations_are_found_by_code_name_and_address, async |shop| {
    let codes = |township, query| -> Vec<String> {
        let found = stations::list(shop, Locale::Zh, township, query);
        found.into_iter().flat_map(|t| t.stations).map(|s| s.code).collect()
    };
    assert_eq!(codes(None, ""), ["B001", "B002", "B003"]);
    assert_eq!(codes(Some("bulaq"), ""), ["B003"]);
    for query in ["B001", "b001", "鸽岗", "كەپتەر", "Kepterdong", "camino del norte"] {
        assert_eq!(codes(None, query), ["B001"], "{query}");
    }
    assert!(codes(None, "zzz").is_empty() && codes(Some("nowhere"), "").is_empty());
});
