//! Who may see an order: its code and the last digits of its phone open it, and then this browser's cookie.

use domain::{ErrorCode, FieldCode, OrderCode};
use service::{Error, Network, orders};
use testing::{Snapshot, both};

fn anywhere() -> Network {
    Network::unknown()
}

/// One of many networks.
fn network(number: u8) -> Network {
    Network::of(std::net::IpAddr::from([192, 0, 2, number]))
}

fn is_wrong(answer: &Result<orders::OrderAccess, Error>) -> bool {
    matches!(answer, Err(Error::Fields(fields)) if fields.of("tail") == Some(FieldCode::InvalidCode))
}

both!(code_and_digits_open_an_order_however_they_are_typed, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    for typed in ["8000", "８０００", "٨٠٠٠", " 8000 "] {
        let access = orders::unlock(shop, &anywhere(), &bought.code, typed).await.unwrap();
        assert_eq!(*access.code(), bought.code, "{typed}");
    }
});

both!(
    a_wrong_guess_and_an_order_that_is_not_there_look_the_same,
    async |shop| {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let before = Snapshot::of(shop).await;
        let nobody = OrderCode::from_bytes([1; 8]);
        for answer in [
            orders::unlock(shop, &anywhere(), &bought.code, "8001").await,
            orders::unlock(shop, &anywhere(), &nobody, "8000").await,
            orders::unlock(shop, &anywhere(), &bought.code, "800").await,
            orders::unlock(shop, &anywhere(), &bought.code, "").await,
            orders::unlock(shop, &anywhere(), &bought.code, "' OR 1=1").await,
        ] {
            assert!(is_wrong(&answer), "{answer:?}");
        }
        before.assert_unchanged(shop).await;
    }
);

both!(the_seventh_wrong_try_in_an_hour_is_one_too_many, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let other = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    for _ in 0..6 {
        assert!(is_wrong(&orders::unlock(shop, &network(1), &bought.code, "0000").await));
    }
    let seventh = orders::unlock(shop, &network(1), &bought.code, "8000")
        .await
        .unwrap_err();
    assert!(matches!(seventh, Error::TooMany { seconds: 601 }), "{seventh:?}");
    assert_eq!(seventh.code(), ErrorCode::TooManyAttempts);
    orders::unlock(shop, &network(1), &other.code, "8000").await.unwrap();
    orders::unlock(shop, &network(2), &bought.code, "8000").await.unwrap();
    shop.clock.advance(10 * 60_000);
    assert!(is_wrong(&orders::unlock(shop, &network(1), &bought.code, "0000").await));
    assert!(
        orders::unlock(shop, &network(1), &bought.code, "8000").await.is_err(),
        "ten minutes give one try back, not six"
    );
});

both!(right_digits_are_never_too_many, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    for _ in 0..20 {
        orders::unlock(shop, &network(1), &bought.code, "8000").await.unwrap();
    }
});

both!(one_network_cannot_try_many_orders, async |shop| {
    for number in 0..30_u8 {
        let code = OrderCode::from_bytes([number; 8]);
        assert!(
            is_wrong(&orders::unlock(shop, &network(1), &code, "0000").await),
            "{number}"
        );
    }
    let code = OrderCode::from_bytes([200; 8]);
    let refused = orders::unlock(shop, &network(1), &code, "0000").await.unwrap_err();
    assert!(matches!(refused, Error::TooMany { .. }), "{refused:?}");
    assert!(is_wrong(&orders::unlock(shop, &network(2), &code, "0000").await));
});

both!(the_cookie_of_one_order_opens_no_other, async |shop| {
    let mine = shop.buy(&[("badam-500", "1")], shop.to_station()).await.code;
    let theirs = shop.buy(&[("badam-500", "1")], shop.to_station()).await.code;
    let cookie = orders::remember(shop, "", &mine);
    assert!(orders::access(shop, &cookie, &mine).is_some());
    assert!(orders::access(shop, &cookie, &theirs).is_none());
    let signature = cookie.split_once('.').unwrap().1;
    for forged in [
        format!("{theirs}.{signature}"),
        format!("{theirs}."),
        theirs.to_string(),
        String::new(),
        "~".to_owned(),
        format!("{mine}.{signature}~{theirs}.{signature}"),
    ] {
        assert!(orders::access(shop, &forged, &theirs).is_none(), "{forged}");
    }
});

both!(a_browser_remembers_its_last_twelve_orders, async |shop| {
    let codes: Vec<OrderCode> = (0..14_u8).map(|number| OrderCode::from_bytes([number; 8])).collect();
    let cookie = codes
        .iter()
        .fold(String::new(), |cookie, code| orders::remember(shop, &cookie, code));
    let known: Vec<bool> = codes
        .iter()
        .map(|code| orders::access(shop, &cookie, code).is_some())
        .collect();
    assert_eq!(known, [vec![false; 2], vec![true; 12]].concat());
    assert_eq!(orders::remember(shop, &cookie, &codes[13]), cookie, "once each");
    let hostile = format!("{cookie}~\r\nSet-Cookie: x=1~{}", "a".repeat(10));
    assert!(!orders::remember(shop, &hostile, &codes[0]).contains('\n'));
});
