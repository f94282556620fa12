//! What many looked for and did not find is shown, and nothing about who they are or what few looked for.

use std::net::IpAddr;

use domain::{Actor, CooperativeRole, Locale};
use service::cart::CartHandle;
use service::{Caller, Error, Network, missed_searches, retention};
use testing::{TestShop, both};

const DAY: i64 = 86_400_000;
const ROWS: &str = "SELECT COUNT(*) FROM missed_searches";

/// Somebody who searches, from a network of this number.
fn somebody(shop: &TestShop, network: u8, cart: Option<CartHandle>) -> Caller {
    Caller {
        shop: (**shop).clone(),
        actor: Actor::Anonymous,
        cart,
        network: Network::of(IpAddr::from([198, 51, 100, network])),
    }
}

fn search(shop: &TestShop, networks: std::ops::Range<u8>, typed: &str) {
    for network in networks {
        missed_searches::note(&somebody(shop, network, None), Locale::Zh, typed);
    }
}

/// What pages show after the next round of the job.
async fn shown(shop: &TestShop, actor: Actor) -> Vec<(String, Locale, i64)> {
    missed_searches::renew_list(shop).await.unwrap();
    let list = if actor.cooperative().is_some() {
        missed_searches::for_cooperative(shop, actor)
    } else {
        missed_searches::for_centre(shop, actor)
    };
    list.unwrap()
        .unwrap()
        .into_iter()
        .map(|search| (search.typed.text, search.typed.lang, search.people))
        .collect()
}

both!(what_five_people_did_not_find_is_shown_to_those_who_sell, async |shop| {
    let finance = shop.cooperative_member("almonds", CooperativeRole::Finance).await;
    search(shop, 0..4, "زەپەر");
    // One of them again, and with a cart.
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    for _ in 0..5 {
        search(shop, 0..4, "زەپەر");
        missed_searches::note(&somebody(shop, 0, Some(cart)), Locale::Zh, "zeper?");
    }
    assert_eq!(
        missed_searches::write(shop).await.unwrap(),
        1,
        "a cart is somebody of their own"
    );
    search(shop, 0..4, "榛子");
    search(shop, 0..20, "13800138000");
    search(shop, 0..20, "gul@example.com");
    assert_eq!(
        missed_searches::write(shop).await.unwrap(),
        0,
        "four, and what is never counted"
    );
    assert_eq!(shop.number(ROWS).await, 1, "what few looked for stands nowhere");

    assert_eq!(
        missed_searches::for_cooperative(shop, finance).unwrap(),
        None,
        "before the first look nothing is known"
    );
    let saffron = ("زەپەر".to_owned(), Locale::Ug, 5);
    assert_eq!(shown(shop, finance).await, std::slice::from_ref(&saffron));
    shop.clock.advance(DAY);
    // Yesterday's networks may be other people, or the same, today.
    search(shop, 4..12, "榛子");
    assert_eq!(missed_searches::write(shop).await.unwrap(), 1);
    let hazelnuts = ("榛子".to_owned(), Locale::Zh, 8);
    let centre = shop.of_centre().await;
    assert_eq!(
        shown(shop, centre).await,
        [hazelnuts.clone(), saffron],
        "what most people looked for first"
    );

    for other in [
        Actor::Anonymous,
        Actor::Shopper,
        shop.cooperative_member("almonds", CooperativeRole::Packer).await,
    ] {
        let answer = missed_searches::for_cooperative(shop, other);
        assert!(matches!(answer, Err(Error::NotFound)), "{other:?}");
        let answer = missed_searches::for_centre(shop, other);
        assert!(matches!(answer, Err(Error::NotFound)), "{other:?}");
    }
    let answer = missed_searches::for_centre(shop, finance);
    assert!(
        matches!(answer, Err(Error::NotFound)),
        "the Centre's page is the Centre's"
    );

    // Somebody sells it now.
    shop.execute("UPDATE product_cards SET search = 'zeper'").await;
    assert_eq!(shown(shop, finance).await, [hazelnuts]);
});

both!(a_term_goes_thirty_days_after_it_was_looked_for_last, async |shop| {
    let centre = shop.of_centre().await;
    search(shop, 0..6, "زەپەر");
    missed_searches::write(shop).await.unwrap();
    // A search may stop for a while; another program of the shop counted more.
    shop.execute("UPDATE missed_searches SET people = 9").await;
    search(shop, 6..7, "زەپەر");
    assert_eq!(missed_searches::write(shop).await.unwrap(), 1);
    assert_eq!(shown(shop, centre).await[0].2, 9);
    retention::sweep(shop).await.unwrap();
    for day in 1..=31 {
        shop.clock.advance(DAY);
        if day == 1 {
            search(shop, 7..15, "زەپەر");
            assert_eq!(missed_searches::write(shop).await.unwrap(), 1);
            assert_eq!(shown(shop, centre).await[0].2, 8, "another day is counted anew");
        }
        // The last round was ten minutes ago, as in a shop that runs.
        let last = shop.now() - 600_000;
        shop.execute(format!(
            "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
        ))
        .await;
        retention::sweep(shop).await.unwrap();
        assert_eq!(shop.number(ROWS).await, i64::from(day < 31), "day {day}");
    }
    assert!(shown(shop, centre).await.is_empty());
});
