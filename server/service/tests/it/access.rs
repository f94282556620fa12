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

/// One of many networks of one customer: each is a /64, all are of one /48.
fn of_one_customer(number: u16) -> Network {
    Network::of(std::net::IpAddr::from([0x2001, 0xdb8, 1, number, 0, 0, 0, 1]))
}

both!(many_networks_do_not_guess_the_digits_of_one_order, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let cookie = orders::remember(shop, "", &bought.code);
    for number in 0..20 {
        let guess = orders::unlock(shop, &network(number), &bought.code, &format!("{number:04}")).await;
        assert!(is_wrong(&guess), "{number}: {guess:?}");
    }
    let refused = orders::unlock(shop, &network(100), &bought.code, "8000").await;
    assert!(matches!(refused, Err(Error::TooMany { .. })), "{refused:?}");
    // The browser in which it was opened before opens it, and so does the whole number, from anywhere.
    assert!(orders::access(shop, &cookie, &bought.code).is_some());
    for typed in ["13800138000", "+86 138 0013 8000"] {
        orders::unlock(shop, &network(101), &bought.code, typed).await.unwrap();
    }
    // A number with other digits before the right ones is a guess at these.
    let other = orders::unlock(shop, &network(102), &bought.code, "13900138000").await;
    assert!(matches!(other, Err(Error::TooMany { .. })), "{other:?}");
    // A day gives no twenty guesses back, and the nightly job gives none away.
    shop.clock.advance(86_400_000);
    service::retention::sweep(shop).await.unwrap();
    let next_day = orders::unlock(shop, &network(103), &bought.code, "8000").await;
    assert!(matches!(next_day, Err(Error::TooMany { .. })), "{next_day:?}");
    // Another order is none of this.
    let another = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    orders::unlock(shop, &network(104), &another.code, "8000")
        .await
        .unwrap();
});

both!(whole_numbers_are_not_guessed_without_end_either, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let mut looked_at = 0;
    // The first of them would end in the right digits.
    for number in 1..81_u8 {
        let typed = format!("139001380{number:02}");
        let guess = orders::unlock(shop, &network(number), &bought.code, &typed).await;
        looked_at += usize::from(is_wrong(&guess));
    }
    assert_eq!(looked_at, 20, "each is a guess at the digits, too");
    let right = orders::unlock(shop, &network(90), &bought.code, "13800138000").await;
    assert!(matches!(right, Err(Error::TooMany { .. })), "{right:?}");
    shop.clock.advance(86_400_000);
    orders::unlock(shop, &network(90), &bought.code, "13800138000")
        .await
        .unwrap();
});

both!(the_networks_of_one_customer_count_as_one, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    for number in 0..6 {
        let guess = orders::unlock(shop, &of_one_customer(number), &bought.code, "0000").await;
        assert!(is_wrong(&guess), "{number}");
    }
    let seventh = orders::unlock(shop, &of_one_customer(6), &bought.code, "8000").await;
    assert!(matches!(seventh, Err(Error::TooMany { .. })), "{seventh:?}");
    orders::unlock(shop, &network(1), &bought.code, "8000").await.unwrap();
    // Over many orders they have four times as many tries as one of them.
    let mut looked_at = 0;
    for number in 7..150_u8 {
        let code = OrderCode::from_bytes([number; 8]);
        let guess = orders::unlock(shop, &of_one_customer(number.into()), &code, "0000").await;
        looked_at += usize::from(is_wrong(&guess));
    }
    assert_eq!(looked_at, 120 - 6);
});

both!(
    tries_at_an_order_over_all_networks_are_known_for_a_month,
    async |shop| {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        assert!(is_wrong(&orders::unlock(shop, &network(1), &bought.code, "0000").await));
        let known = async |days: i64| {
            let then = shop.now() - days * 86_400_000;
            shop.execute(format!("UPDATE rate_limits SET updated_at = {then}"))
                .await;
            service::retention::sweep(shop).await.unwrap();
            let of = async |which: &str| {
                let sql = format!("SELECT count(*) FROM rate_limits WHERE bucket {which} 'order-over-all:%'");
                shop.number(&sql).await
            };
            (of("NOT LIKE").await, of("LIKE").await)
        };
        // No network is kept longer than others are.
        assert_eq!(known(9).await, (0, 1));
        assert_eq!(known(33).await, (0, 0));
    }
);

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
