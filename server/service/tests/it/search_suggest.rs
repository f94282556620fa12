//! What is suggested while somebody types, and the places of the shop that a query names.

use domain::{Locale, StationId, StationStep};
use service::catalog::ProductCard;
use service::search::{self, Places, Suggestions};
use service::stations;
use testing::{Snapshot, TestShop, both};

async fn suggest(shop: &TestShop, locale: Locale, typed: &str) -> Suggestions {
    search::suggest(shop, locale, typed).await.unwrap()
}

async fn places(shop: &TestShop, typed: &str) -> Places {
    search::places(shop, Locale::Zh, typed).await.unwrap()
}

fn slugs(cards: &[ProductCard]) -> Vec<&str> {
    let mut slugs: Vec<&str> = cards.iter().map(|card| card.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs
}

fn codes(places: &Places) -> Vec<&str> {
    let mut codes: Vec<&str> = places.stations.iter().map(|station| station.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

both!(a_beginning_suggests_goods_shelf_and_cooperative, async |shop| {
    let before = Snapshot::of(shop).await;
    for (locale, typed) in [
        (Locale::Es, "alm"),
        (Locale::Es, "Almendr"),
        (Locale::Zh, "巴旦"),
        (Locale::Ug, "بادا"),
        (Locale::Ug, "bada"),
    ] {
        let found = suggest(shop, locale, typed).await;
        let products = slugs(&found.products);
        assert!(
            products.contains(&"badam-kernel") && products.contains(&"thin-shell-badam"),
            "{typed}: {products:?}"
        );
        let shelves: Vec<&str> = found
            .places
            .categories
            .iter()
            .map(|shelf| shelf.slug.as_str())
            .collect();
        assert_eq!(shelves, ["badam"], "{typed}");
        let shops: Vec<&str> = found
            .places
            .cooperatives
            .iter()
            .map(|card| card.slug.as_str())
            .collect();
        assert_eq!(shops, ["almonds"], "{typed}");
        assert_eq!(
            found.count(),
            found.products.len() + 2 + found.places.stations.len(),
            "{typed}"
        );
    }
    let kernel = suggest(shop, Locale::Es, "peladas").await.products.remove(0);
    assert_eq!(
        (kernel.name.text.as_str(), kernel.name.lang),
        ("Almendras peladas", Locale::Es)
    );
    before.assert_unchanged(shop).await;
});

both!(stations_are_found_by_township_name_and_code_in_one, async |shop| {
    assert_eq!(codes(&places(shop, "b001").await), ["B001"]);
    assert_eq!(codes(&places(shop, "巴达木恰 鸽岗村").await), ["B001"]);
    assert_eq!(codes(&places(shop, "badamche B002").await), ["B002"]);
    assert!(
        codes(&places(shop, "badamche B003").await).is_empty(),
        "it is in another township"
    );
    let found = places(shop, "泉头").await;
    assert_eq!(codes(&found), ["B003"]);
    assert_eq!(found.cooperatives[0].slug, "bees");

    let centre = shop.of_centre().await;
    let id = StationId(shop.number("SELECT id FROM stations WHERE code = 'B003'").await);
    stations::take(shop, centre, id, StationStep::Close).await.unwrap();
    assert!(
        codes(&places(shop, "泉头").await).is_empty(),
        "a closed one takes no orders"
    );
});

both!(what_says_nothing_suggests_nothing, async |shop| {
    for typed in [
        "",
        " ",
        "%",
        "' OR 1=1 --",
        "🍯",
        "no-such-thing",
        "ن".repeat(5_000).as_str(),
    ] {
        let found = suggest(shop, Locale::Es, typed).await;
        assert_eq!(found.count(), 0, "{typed}");
    }
});

both!(no_more_is_suggested_than_can_be_looked_over, async |shop| {
    // All goods have their cooperative's name in them.
    let found = suggest(shop, Locale::Es, "cooperativa").await;
    assert_eq!(found.products.len(), 5);
    assert_eq!(found.places.cooperatives.len(), 3);
});
