//! Favourites: kept without an account, told what became of them, forgotten for good.

use domain::{ErrorCode, Locale, Token};
use service::favourites::{self, Favourite, FavouriteState};
use service::{Error, Network, retention, studio};
use testing::{TestShop, both};

use super::goods::{page, set, untouched};

const DAY: i64 = 86_400_000;

async fn keep(shop: &TestShop, cookie: Option<&str>, slug: &str) -> service::Result<Token> {
    let product = shop.product(slug).await;
    favourites::keep(shop, &Network::unknown(), Locale::Zh, cookie, product).await
}

async fn listed(shop: &TestShop, cookie: &str) -> Vec<Favourite> {
    favourites::list(shop, Locale::Zh, cookie).await.unwrap()
}

/// What it is called, and what it cost where it costs less now.
fn told(favourite: &Favourite) -> (&str, Option<i64>) {
    match &favourite.state {
        FavouriteState::There { card, was } => (card.slug.as_str(), was.map(|was| was.minor)),
        FavouriteState::Gone(name) => (name.text.as_str(), None),
    }
}

both!(a_list_is_its_browsers_own_and_goes_when_it_is_forgotten, async |shop| {
    let token = keep(shop, None, "thin-shell-badam").await.unwrap();
    let cookie = token.to_hex();
    shop.clock.advance(1000);
    // Another product goes on the same list, and the same one once.
    for _ in 0..2 {
        assert_eq!(keep(shop, Some(&cookie), "badam-kernel").await.unwrap(), token);
    }
    let list = listed(shop, &cookie).await;
    let slugs: Vec<_> = list.iter().map(|one| told(one).0).collect();
    assert_eq!(slugs, ["badam-kernel", "thin-shell-badam"], "what came last first");
    let mut both = [
        shop.product("badam-kernel").await,
        shop.product("thin-shell-badam").await,
    ];
    both.sort_unstable();
    assert_eq!(favourites::products(shop, &cookie).await.unwrap(), both);

    let other = keep(shop, None, "badam-kernel").await.unwrap().to_hex();
    assert_ne!(other, cookie);
    let kernel = shop.product("badam-kernel").await;
    assert_eq!(favourites::products(shop, &other).await.unwrap(), [kernel]);
    assert!(favourites::products(shop, "no token").await.unwrap().is_empty());
    favourites::take_off(shop, &other, shop.product("badam-kernel").await)
        .await
        .unwrap();
    assert!(listed(shop, &other).await.is_empty());
    assert_eq!(listed(shop, &cookie).await.len(), 2, "nobody else's is touched");

    favourites::forget(shop, &cookie).await.unwrap();
    assert!(listed(shop, &cookie).await.is_empty());
    assert_eq!(shop.number("SELECT count(*) FROM favourites").await, 0);
    // No token of ours, and nothing to keep.
    assert!(listed(shop, "' OR 1=1 --").await.is_empty());
    let missing = favourites::keep(shop, &Network::unknown(), Locale::Zh, None, domain::ProductId(999)).await;
    assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
});

both!(a_lower_price_is_told_for_the_same_size_only, async |shop| {
    let member = shop.member_of("almonds").await;
    let small = shop.offer("badam-500").await;
    let cookie = keep(shop, None, "thin-shell-badam").await.unwrap().to_hex();
    let price = async |price: &str| {
        let mut form = untouched(&page(shop, member).await);
        set(&mut form.prices, small, price);
        studio::save_stock(shop, member, &form).await.unwrap();
        told(&listed(shop, &cookie).await[0]).1
    };
    assert_eq!(price("25.00").await, Some(2980), "it was 29.80");
    assert_eq!(price("29.80").await, None, "as dear as it was");
    assert_eq!(price("31.00").await, None, "dearer");
    assert_eq!(price("28.00").await, Some(2980));
    // Kept once more it stays what it was; taken off and kept again it begins anew.
    keep(shop, Some(&cookie), "thin-shell-badam").await.unwrap();
    assert_eq!(told(&listed(shop, &cookie).await[0]).1, Some(2980));
    favourites::take_off(shop, &cookie, shop.product("thin-shell-badam").await)
        .await
        .unwrap();
    keep(shop, Some(&cookie), "thin-shell-badam").await.unwrap();
    assert_eq!(told(&listed(shop, &cookie).await[0]).1, None);

    // The small size is sold out: the card shows the other one, of which nothing is known.
    let mut form = untouched(&page(shop, member).await);
    set(&mut form.prices, small, "20.00");
    set(&mut form.stocks, small, "0");
    studio::save_stock(shop, member, &form).await.unwrap();
    let list = listed(shop, &cookie).await;
    let FavouriteState::There { card, was } = &list[0].state else {
        panic!("{list:?}");
    };
    assert_eq!((card.offer, *was), (shop.offer("badam-1000").await, None));
});

both!(goods_that_are_gone_keep_their_name, async |shop| {
    let cookie = keep(shop, None, "thin-shell-badam").await.unwrap().to_hex();
    shop.execute("DELETE FROM product_cards WHERE slug = 'thin-shell-badam'")
        .await;
    let list = listed(shop, &cookie).await;
    assert!(matches!(list[0].state, FavouriteState::Gone(_)), "{list:?}");
    assert_eq!(told(&list[0]).0, "纸皮巴旦木");
});

/// Puts so many products on every list beside what is on it: copies that the shop does not show.
async fn fill_up(shop: &TestShop, copies: u32) {
    shop.execute(format!(
        "INSERT INTO products (slug, cooperative_id, category_id, source_lang, status, popularity, created_at, updated_at, \
         version) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) \
         SELECT 'copy-' || i, cooperative_id, category_id, source_lang, 'draft', 0, 0, 0, 1 FROM products, n \
         WHERE slug = 'thin-shell-badam'"
    ))
    .await;
    shop.execute(
        "INSERT INTO favourites (owner, product_id, offer_id, price_minor, currency, reference_amount, net_grams, added_at, \
         kept_until) SELECT f.owner, p.id, f.offer_id, 1, 'CNY', 1, 1, 0, f.kept_until FROM favourites f, products p \
         WHERE p.slug LIKE 'copy-%'",
    )
    .await;
}

both!(a_list_has_an_end_and_says_so, async |shop| {
    let cookie = keep(shop, None, "thin-shell-badam").await.unwrap().to_hex();
    fill_up(shop, 199).await;
    let full = keep(shop, Some(&cookie), "badam-kernel").await;
    assert!(matches!(full, Err(Error::Refused(ErrorCode::TooLarge))), "{full:?}");
    // What is on it already is no more than it was.
    keep(shop, Some(&cookie), "thin-shell-badam").await.unwrap();
    assert_eq!(listed(shop, &cookie).await.len() as u64, favourites::MOST);
    favourites::take_off(shop, &cookie, shop.product("copy-7").await)
        .await
        .unwrap();
    keep(shop, Some(&cookie), "badam-kernel").await.unwrap();
});

both!(two_windows_do_not_take_a_list_past_its_end, async |shop| {
    let cookie = keep(shop, None, "thin-shell-badam").await.unwrap().to_hex();
    fill_up(shop, 198).await;
    let answers = tokio::join!(
        keep(shop, Some(&cookie), "badam-kernel"),
        keep(shop, Some(&cookie), "wild-honey"),
        keep(shop, Some(&cookie), "thin-walnut"),
    );
    assert_eq!(shop.number("SELECT count(*) FROM favourites").await, 200, "{answers:?}");
});

both!(a_list_nobody_adds_to_goes_after_a_year, async |shop| {
    let cookie = keep(shop, None, "thin-shell-badam").await.unwrap().to_hex();
    retention::sweep(shop).await.unwrap();
    shop.execute(format!("UPDATE favourites SET kept_until = {}", shop.now() + DAY))
        .await;
    // Another one put on it keeps all of it for another year.
    keep(shop, Some(&cookie), "badam-kernel").await.unwrap();
    let soonest = shop.number("SELECT MIN(kept_until) FROM favourites").await;
    assert!(soonest > shop.now() + 365 * DAY);
    shop.execute(format!("UPDATE favourites SET kept_until = {}", shop.now() - 1))
        .await;
    retention::sweep(shop).await.unwrap();
    assert!(listed(shop, &cookie).await.is_empty());
});
