//! The cash of a station's clerks: counted at the beginning, counted at the end, and every fen of it known in between.

use db::WriteError;
use db::sea_orm::ConnectionTrait;
use domain::{
    Actor, CentreRole, ErrorCode, FieldCode, Locale, Membership, OrderId, ShiftFilter, ShiftId, StationId, StationRole,
};
use service::desk::{self, DeskKey};
use service::shifts::{self, CorrectForm, CountForm, OpenShift, StationCashQuery};
use service::{Error, Shop, money, orders, studio};
use testing::{Bought, Snapshot, TestShop, both};

use super::money::{form, yuan};

const DAY: i64 = 86_400_000;

async fn station(shop: &TestShop) -> StationId {
    StationId(shop.number("SELECT id FROM stations WHERE code = 'B001'").await)
}

/// A fresh clerk of station B001.
async fn clerk(shop: &TestShop) -> Actor {
    let at = station(shop).await;
    shop.member(Membership::Station(at, StationRole::Clerk)).await
}

async fn finance(shop: &TestShop) -> Actor {
    shop.member(Membership::Centre(CentreRole::Finance)).await
}

/// So much was counted.
fn count(minor: i64) -> CountForm {
    CountForm {
        sum: yuan(minor),
        ..CountForm::default()
    }
}

/// So much was counted in a shift, of which so much stays.
fn end(shift: &OpenShift, minor: i64, left: i64, reason: &str) -> CountForm {
    CountForm {
        left: yuan(left),
        reason: reason.to_owned(),
        seen: shift.seen.clone(),
        ..count(minor)
    }
}

async fn running(shop: &TestShop, who: Actor) -> OpenShift {
    shifts::own(shop, who).await.unwrap().open.unwrap()
}

fn wrong<T: std::fmt::Debug>(answer: Result<T, Error>, name: &str) -> Option<FieldCode> {
    match answer.unwrap_err() {
        Error::Fields(errors) => errors.of(name),
        other => panic!("{other:?}"),
    }
}

fn key_of(bought: &Bought) -> DeskKey {
    DeskKey {
        code: bought.code.to_string(),
        tail: "8000".to_owned(),
    }
}

fn number(number: u32) -> String {
    format!("{number:032x}")
}

async fn take(shop: &TestShop, who: Actor, bought: &Bought, minor: i64, key: u32) -> Result<(), Error> {
    desk::take_cash(shop, who, &key_of(bought), &yuan(minor), &number(key)).await
}

async fn give_back(shop: &TestShop, who: Actor, bought: &Bought, minor: i64, key: u32) -> Result<(), Error> {
    desk::give_back_cash(shop, who, &key_of(bought), &yuan(minor), &number(key)).await
}

/// Almonds on the shelf of B001, to be paid in cash.
async fn arrived(shop: &TestShop) -> (Bought, OrderId) {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let (almonds, parts) = (shop.member_of("almonds").await, shop.orders_of(&bought.code).await);
    for step in ["accept", "pack", "dispatch", "ready"] {
        studio::move_on(shop, almonds, parts[0], step.into()).await.unwrap();
    }
    (bought, parts[0])
}

/// Whether the database itself does not take this.
async fn is_refused(shop: &TestShop, sql: &str) -> bool {
    let sql = sql.to_owned();
    let done: Result<(), WriteError> = shop
        .db()
        .write(move |tx| {
            let sql = sql.clone();
            Box::pin(async move { Ok(tx.execute_unprepared(&sql).await.map(|_| ())?) })
        })
        .await;
    done.is_err()
}

both!(a_shift_begins_and_ends_with_a_count_and_is_frozen, async |shop| {
    let who = clerk(shop).await;
    let (bought, _) = arrived(shop).await;
    let before = desk::today(shop, who).await.unwrap().unwrap();
    assert_eq!(before.parcels, 1);
    assert!(before.to_take.minor > 0 && before.shift.is_none());

    shifts::open(shop, who, &count(10_000)).await.unwrap();
    let again = shifts::open(shop, who, &count(10_000)).await.unwrap_err();
    assert_eq!(
        again.code(),
        ErrorCode::DoneAlready,
        "on another device it is the same shift"
    );
    let all = desk::order_at_desk(shop, who, Locale::Zh, &key_of(&bought))
        .await
        .unwrap();
    assert!(!all.needs_shift);
    let due = all.to_take.minor;
    assert_eq!(due, before.to_take.minor);
    for sql in [
        "UPDATE shifts SET float_minor = 1",
        "UPDATE shifts SET carried_minor = 1, float_reason = '?'",
        "UPDATE shifts SET float_reason = '?'",
        "UPDATE shifts SET currency = 'USD'",
        "UPDATE shifts SET opened_at = 0",
    ] {
        assert!(is_refused(shop, sql).await, "while it runs: {sql}");
    }
    let early = running(shop, who).await;
    take(shop, who, &bought, due, 1).await.unwrap();
    take(shop, who, &bought, due, 1).await.unwrap();
    let day = desk::today(shop, who).await.unwrap().unwrap();
    let shift = day.shift.unwrap();
    assert_eq!(
        (day.to_take.minor, shift.drawer.taken),
        (0, due),
        "sent twice, taken once"
    );
    assert_eq!(shift.expected.minor, 10_000 + due);

    // Counted before the cash came.
    let stale = shifts::close(shop, who, &end(&early, 10_000, 10_000, "")).await;
    assert_eq!(wrong(stale, "seen"), Some(FieldCode::Changed));
    let silent = shifts::close(shop, who, &end(&shift, 10_000, 10_000, " ")).await;
    assert_eq!(wrong(silent, "reason"), Some(FieldCode::Required));
    let too_much = shifts::close(shop, who, &end(&shift, 10_000, 10_001, "?")).await;
    assert_eq!(wrong(too_much, "left"), Some(FieldCode::TooMuch));
    shifts::hand_over(shop, who, "50", "Tursun").await.unwrap();
    let more = shifts::hand_over(shop, who, "99999", "").await;
    assert_eq!(wrong(more, "amount"), Some(FieldCode::TooMuch));
    let shift = running(shop, who).await;
    assert_eq!(shift.expected.minor, 5_000 + due);
    shifts::close(shop, who, &end(&shift, 4_900 + due, 4_000, "少了一元"))
        .await
        .unwrap();
    let late = shifts::close(shop, who, &end(&shift, 4_900 + due, 4_000, ""))
        .await
        .unwrap_err();
    assert_eq!(late.code(), ErrorCode::DoneAlready);

    let own = shifts::own(shop, who).await.unwrap();
    assert!(own.open.is_none());
    assert_eq!(own.left.unwrap().minor, 4_000);
    let closed = &own.past[0];
    assert_eq!((closed.difference.minor, closed.counted.minor), (-100, 4_900 + due));
    assert_eq!(closed.drawer.handed_over, 5_000 + 900 + due);
    for sql in [
        "UPDATE shifts SET counted_minor = counted_minor + 1",
        "UPDATE shifts SET reason = ''",
        "DELETE FROM shifts",
        "UPDATE shift_moves SET amount_minor = 1",
        "DELETE FROM shift_moves",
        "INSERT INTO shift_moves (shift_id, kind, amount_minor, note, actor, at)
         SELECT id, 'handed_over', 1, '', 'user:1', 0 FROM shifts",
        "INSERT INTO money_entries (kind, amount_minor, currency, method, reference, actor, state, at, shift_id)
         SELECT 'received', 1, 'CNY', 'cash_at_station', '', 'user:1', 'unassigned', 0, id FROM shifts",
        "UPDATE money_entries SET shift_id = NULL",
    ] {
        assert!(is_refused(shop, sql).await, "{sql}");
    }
    assert_eq!(
        shop.number("SELECT count(*) FROM audit_events WHERE action LIKE 'shift.%'")
            .await,
        3,
        "begun, handed over, closed"
    );
});

both!(without_a_shift_no_cash_is_taken, async |shop| {
    let (who, other) = (clerk(shop).await, clerk(shop).await);
    let (bought, id) = arrived(shop).await;
    let at_desk = desk::order_at_desk(shop, who, Locale::Zh, &key_of(&bought))
        .await
        .unwrap();
    assert!(at_desk.needs_shift);
    let before = Snapshot::of(shop).await;
    assert_eq!(
        wrong(take(shop, who, &bought, 100, 1).await, "shift"),
        Some(FieldCode::Required)
    );
    before.assert_unchanged(shop).await;
    // Each has a drawer of their own.
    shifts::open(shop, who, &count(0)).await.unwrap();
    shifts::open(shop, other, &count(2_000)).await.unwrap();
    take(shop, who, &bought, 100, 1).await.unwrap();
    take(shop, other, &bought, 200, 2).await.unwrap();
    assert_eq!(running(shop, who).await.expected.minor, 100);
    assert_eq!(running(shop, other).await.expected.minor, 2_200);
    // The Centre's people stand at no drawer.
    let centre = finance(shop).await;
    assert!(desk::today(shop, centre).await.unwrap().is_none());
    let rest = desk::order_at_desk(shop, centre, Locale::Zh, &key_of(&bought))
        .await
        .unwrap();
    take(shop, centre, &bought, rest.to_take.minor, 3).await.unwrap();
    assert_eq!(
        shop.number("SELECT count(*) FROM money_entries WHERE shift_id IS NULL AND kind = 'received'")
            .await,
        1
    );
    // What is paid needs no shift.
    let shift = running(shop, who).await;
    shifts::close(shop, who, &end(&shift, 100, 0, "")).await.unwrap();
    let after = desk::order_at_desk(shop, who, Locale::Zh, &key_of(&bought))
        .await
        .unwrap();
    assert_eq!(
        (at_desk.left_last.is_none(), after.left_last.map(|left| left.minor)),
        (true, Some(0))
    );
    desk::step(shop, who, &key_of(&bought), id, &"deliver".into())
        .await
        .unwrap();
});

both!(
    of_a_count_and_cash_at_the_same_time_one_wins_and_the_other_is_told,
    async |shop| {
        let who = clerk(shop).await;
        let (bought, _) = arrived(shop).await;
        for round in 0..6_u32 {
            let left = shifts::own(shop, who)
                .await
                .unwrap()
                .left
                .map_or(500, |left| left.minor);
            shifts::open(shop, who, &count(left)).await.unwrap();
            let shift = running(shop, who).await;
            let (closing, taking) = (end(&shift, left, left, ""), key_of(&bought));
            let (one, other) = (Shop::clone(shop), Shop::clone(shop));
            let closes = tokio::spawn(async move { shifts::close(&one, who, &closing).await });
            let takes =
                tokio::spawn(async move { desk::take_cash(&other, who, &taking, "1", &number(100 + round)).await });
            match (closes.await.unwrap(), takes.await.unwrap()) {
                (Ok(()), Err(Error::Fields(errors))) => assert_eq!(errors.of("shift"), Some(FieldCode::Required)),
                (Err(Error::Fields(errors)), Ok(())) => {
                    assert_eq!(errors.of("seen"), Some(FieldCode::Changed));
                    let shift = running(shop, who).await;
                    assert_eq!(shift.expected.minor, left + 100);
                    shifts::close(shop, who, &end(&shift, left + 100, left + 100, ""))
                        .await
                        .unwrap();
                }
                both => panic!("{both:?}"),
            }
        }
    }
);

both!(a_clerk_who_begins_on_two_devices_at_once_has_one_shift, async |shop| {
    let who = clerk(shop).await;
    let devices: Vec<_> = (0..5)
        .map(|_| {
            let shop = Shop::clone(shop);
            tokio::spawn(async move { shifts::open(&shop, who, &count(100)).await })
        })
        .collect();
    let mut begun = 0;
    for device in devices {
        match device.await.unwrap() {
            Ok(()) => begun += 1,
            Err(error) => assert_eq!(error.code(), ErrorCode::DoneAlready),
        }
    }
    assert_eq!((begun, shop.number("SELECT count(*) FROM shifts").await), (1, 1));
});

both!(cash_goes_back_to_the_buyer_as_far_as_it_is_there, async |shop| {
    let who = clerk(shop).await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    shifts::open(shop, who, &count(0)).await.unwrap();
    take(shop, who, &bought, 2_000, 1).await.unwrap();
    assert_eq!(
        wrong(give_back(shop, who, &bought, 100, 2).await, "back"),
        Some(FieldCode::TooMuch),
        "nobody decided that it goes back"
    );
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    let at_desk = desk::order_at_desk(shop, who, Locale::Zh, &key_of(&bought))
        .await
        .unwrap();
    assert_eq!(at_desk.to_give_back.minor, 2_000);
    shifts::hand_over(shop, who, "15", "").await.unwrap();
    assert_eq!(
        wrong(give_back(shop, who, &bought, 600, 3).await, "back"),
        Some(FieldCode::TooMuch),
        "five yuan are in the drawer"
    );
    give_back(shop, who, &bought, 500, 4).await.unwrap();
    give_back(shop, who, &bought, 500, 4).await.unwrap();
    let shift = running(shop, who).await;
    assert_eq!((shift.drawer.given_back, shift.expected.minor), (500, 0));
    shifts::close(shop, who, &end(&shift, 0, 0, "")).await.unwrap();
    assert_eq!(
        wrong(give_back(shop, who, &bought, 100, 5).await, "shift"),
        Some(FieldCode::Required)
    );
    // Another float than was left is explained.
    assert_eq!(
        wrong(shifts::open(shop, who, &count(2_000)).await, "reason"),
        Some(FieldCode::Required)
    );
    let explained = CountForm {
        reason: "从中心取的".to_owned(),
        ..count(2_000)
    };
    shifts::open(shop, who, &explained).await.unwrap();
    give_back(shop, who, &bought, 1_500, 6).await.unwrap();
    assert_eq!(
        wrong(give_back(shop, who, &bought, 1, 7).await, "back"),
        Some(FieldCode::TooMuch),
        "all of it is back"
    );
    assert_eq!(running(shop, who).await.expected.minor, 500);
});

both!(what_came_by_transfer_does_not_go_back_in_cash, async |shop| {
    let (who, centre) = (clerk(shop).await, finance(shop).await);
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    money::receive_for(shop, centre, &form(bought.code, 1_000, 1))
        .await
        .unwrap();
    shifts::open(shop, who, &count(5_000)).await.unwrap();
    take(shop, who, &bought, 300, 2).await.unwrap();
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    let at_desk = desk::order_at_desk(shop, who, Locale::Zh, &key_of(&bought))
        .await
        .unwrap();
    assert_eq!(
        (at_desk.money.to_give_back.minor, at_desk.to_give_back.minor),
        (1_300, 300)
    );
    assert_eq!(
        wrong(give_back(shop, who, &bought, 301, 3).await, "back"),
        Some(FieldCode::TooMuch)
    );
    give_back(shop, who, &bought, 300, 4).await.unwrap();
});

both!(
    a_booking_that_is_undone_leaves_the_drawer_while_its_shift_runs,
    async |shop| {
        let (who, centre) = (clerk(shop).await, finance(shop).await);
        let (bought, _) = arrived(shop).await;
        shifts::open(shop, who, &count(0)).await.unwrap();
        take(shop, who, &bought, 700, 1).await.unwrap();
        let newest = async || money::entries(shop, centre, 1).await.unwrap().entries[0].id;
        money::undo(shop, centre, newest().await).await.unwrap();
        assert_eq!(running(shop, who).await.expected.minor, 0);
        take(shop, who, &bought, 800, 2).await.unwrap();
        let taken = newest().await;
        let shift = running(shop, who).await;
        shifts::close(shop, who, &end(&shift, 0, 0, "写错了")).await.unwrap();
        // The count says already that it was not there.
        money::undo(shop, centre, taken).await.unwrap();
        let closed = shifts::own(shop, who).await.unwrap().past.remove(0);
        assert_eq!((closed.expected.minor, closed.difference.minor), (800, -800));
    }
);

both!(a_wrong_count_is_corrected_by_an_entry_beside_it, async |shop| {
    let (who, centre, at) = (clerk(shop).await, finance(shop).await, station(shop).await);
    shifts::open(shop, who, &count(1_000)).await.unwrap();
    let shift = running(shop, who).await;
    let id = shift.id;
    let typed = |counted: i64, seen: i64, reason: &str| CorrectForm {
        counted: yuan(counted),
        reason: reason.to_owned(),
        seen: seen.to_string(),
    };
    let early = shifts::correct(shop, centre, at, id, &typed(1_000, 100, "?"))
        .await
        .unwrap_err();
    assert_eq!(early.code(), ErrorCode::NotFound, "it runs");
    shifts::close(shop, who, &end(&shift, 100, 100, "?")).await.unwrap();
    let silent = shifts::correct(shop, centre, at, id, &typed(1_000, 100, " ")).await;
    assert_eq!(wrong(silent, "reason"), Some(FieldCode::Required));
    let elsewhere = StationId(shop.number("SELECT MIN(id) FROM stations WHERE code <> 'B001'").await);
    let other = shifts::correct(shop, centre, elsewhere, id, &typed(1_000, 100, "?"))
        .await
        .unwrap_err();
    assert_eq!(other.code(), ErrorCode::NotFound);
    for nobody in [Actor::Anonymous, who, shop.member_of("almonds").await] {
        let answer = shifts::correct(shop, nobody, at, id, &typed(1_000, 100, "?"))
            .await
            .unwrap_err();
        assert_eq!(answer.code(), ErrorCode::NotFound, "{nobody:?}");
    }
    shifts::correct(shop, centre, at, id, &typed(1_000, 100, "少写一个零"))
        .await
        .unwrap();
    let stale = shifts::correct(shop, centre, at, id, &typed(900, 100, "?")).await;
    assert_eq!(wrong(stale, "seen"), Some(FieldCode::Changed));
    let same = shifts::correct(shop, centre, at, id, &typed(1_000, 1_000, "?"))
        .await
        .unwrap_err();
    assert_eq!(same.code(), ErrorCode::DoneAlready);
    let page = shifts::of_station(shop, centre, Locale::Zh, at, None).await.unwrap();
    let closed = &page.past[0];
    assert_eq!(closed.closed_by, None, "by its clerk");
    assert_eq!((closed.counted.minor, closed.difference.minor), (1_000, 0));
    assert_eq!(closed.corrections[0].reason, "少写一个零");
    assert_eq!(
        shop.number("SELECT counted_minor FROM shifts").await,
        100,
        "what was said stays"
    );
    // It was in the drawer all the time.
    assert_eq!(shifts::own(shop, who).await.unwrap().left.unwrap().minor, 1_000);
    shifts::open(shop, who, &count(1_000)).await.unwrap();
    // Less was there than had gone to the Centre: nothing stayed, and the next shift begins with nothing.
    let shift = running(shop, who).await;
    shifts::close(shop, who, &end(&shift, 1_000, 100, "")).await.unwrap();
    shifts::correct(shop, centre, at, shift.id, &typed(500, 1_000, "多写了五元"))
        .await
        .unwrap();
    assert_eq!(shifts::own(shop, who).await.unwrap().left.unwrap().minor, 0);
    shifts::open(shop, who, &count(0)).await.unwrap();
});

both!(the_centre_closes_a_shift_whose_clerk_is_gone, async |shop| {
    let (who, centre, at) = (clerk(shop).await, finance(shop).await, station(shop).await);
    let (bought, _) = arrived(shop).await;
    shifts::open(shop, who, &count(1_000)).await.unwrap();
    let id = running(shop, who).await.id;
    let user = who.user().unwrap();
    // Whoever is taken off the station's list has no page any more on which they could close it.
    shop.execute(&format!("DELETE FROM member_roles WHERE user_id = {user}"))
        .await;
    let at_the_centre = async || {
        let page = shifts::of_station(shop, centre, Locale::Zh, at, None).await;
        page.unwrap()
    };
    let early = at_the_centre().await.open.remove(0);
    assert_eq!((early.id, early.expected.minor), (id, 1_000));
    // A request of theirs that was under way took cash.
    take(shop, who, &bought, 500, 1).await.unwrap();
    let shift = at_the_centre().await.open.remove(0);
    let (admin, almonds) = (shop.of_centre().await, shop.member_of("almonds").await);
    let before = Snapshot::of(shop).await;
    let stale = shifts::close_for(shop, centre, at, id, &end(&early, 1_000, 0, "离职")).await;
    assert_eq!(wrong(stale, "seen"), Some(FieldCode::Changed));
    let silent = shifts::close_for(shop, centre, at, id, &end(&shift, 1_500, 0, " ")).await;
    assert_eq!(
        wrong(silent, "reason"),
        Some(FieldCode::Required),
        "though nothing is missing"
    );
    let elsewhere = shop.number("SELECT id FROM stations WHERE code <> 'B001' LIMIT 1");
    let elsewhere = StationId(elsewhere.await);
    let form = end(&shift, 1_400, 0, "店员离职，中心清点");
    let missing = [
        shifts::close_for(shop, Actor::Anonymous, at, id, &form).await,
        shifts::close_for(shop, who, at, id, &form).await,
        shifts::close_for(shop, almonds, at, id, &form).await,
        shifts::close_for(shop, centre, elsewhere, id, &form).await,
        shifts::close_for(shop, centre, at, ShiftId(999), &form).await,
    ];
    for (place, answer) in missing.into_iter().enumerate() {
        assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{place}");
    }
    before.assert_unchanged(shop).await;
    shifts::close_for(shop, centre, at, id, &form).await.unwrap();
    let again = shifts::close_for(shop, admin, at, id, &form).await.unwrap_err();
    assert_eq!(again.code(), ErrorCode::DoneAlready);
    let page = at_the_centre().await;
    assert!(page.open.is_empty());
    let closed = &page.past[0];
    assert_eq!(
        (closed.expected.minor, closed.counted.minor, closed.left.minor),
        (1_500, 1_400, 0)
    );
    assert_eq!(closed.reason, "店员离职，中心清点");
    let by = centre.user().unwrap();
    let logged = format!(
        "SELECT count(*) FROM audit_events WHERE action = 'shift.close' AND actor = 'user:{by}'
             AND object = 'station:{at}' AND detail LIKE 'user:{user} shift:{id} %'"
    );
    assert_eq!(shop.number(&logged).await, 1, "who counted, and whose it was");
    let name = closed.closed_by.as_ref().unwrap();
    let named = format!("SELECT count(*) FROM users WHERE id = {by} AND name = '{name}'");
    assert_eq!(shop.number(&named).await, 1, "{name}");
});

both!(
    all_shifts_of_a_station_are_found_page_by_page_the_newest_first,
    async |shop| {
        let (who, centre, at) = (clerk(shop).await, finance(shop).await, station(shop).await);
        let user = who.user().unwrap();
        // Several are closed in the same moment.
        let rows: Vec<String> = (0..103)
            .map(|number| format!("({at}, {user}, 'closed', 'CNY', 0, '', 0, 0, 0, 0, '', {})", number / 4))
            .collect();
        shop.execute(&format!(
            "INSERT INTO shifts (station_id, user_id, state, currency, float_minor, float_reason, opened_at,
                 expected_minor, counted_minor, left_minor, reason, closed_at) VALUES {}",
            rows.join(", ")
        ))
        .await;
        let mut seen = Vec::new();
        let mut after = None;
        for length in [50, 50, 3] {
            let page = shifts::of_station(shop, centre, Locale::Zh, at, after).await.unwrap();
            assert_eq!(page.past.len(), length);
            seen.extend(page.past.iter().map(|shift| (shift.closed_at, shift.id)));
            after = page.next;
        }
        assert_eq!(after, None);
        assert!(seen.is_sorted_by(|one, next| one > next), "each once: {seen:?}");
        let elsewhere = StationId(shop.number("SELECT MIN(id) FROM stations WHERE code <> 'B001'").await);
        let other = shifts::of_station(shop, centre, Locale::Zh, elsewhere, Some(seen[0].1)).await;
        assert_eq!(other.unwrap_err().code(), ErrorCode::NotFound);
    }
);

both!(the_centre_sees_all_stations_and_nobody_else_does, async |shop| {
    let (who, centre) = (clerk(shop).await, finance(shop).await);
    arrived(shop).await;
    shop.clock.advance(8 * DAY);
    shifts::open(shop, who, &count(1_000)).await.unwrap();
    let shift = running(shop, who).await;
    shifts::close(shop, who, &end(&shift, 900, 900, "?")).await.unwrap();
    shifts::open(shop, who, &count(900)).await.unwrap();
    let list = async |only: Option<ShiftFilter>, days: i64, text: &str| {
        let query = StationCashQuery {
            text: text.to_owned(),
            only,
            days,
            after: String::new(),
        };
        shifts::stations(shop, centre, Locale::Zh, &query).await.unwrap()
    };
    let all = list(None, 7, "").await;
    let stations = shop.number("SELECT count(*) FROM stations").await;
    assert_eq!(i64::try_from(all.total).unwrap(), stations);
    assert_eq!((all.open, all.expected.minor), (1, 900));
    for (only, days, found) in [
        (ShiftFilter::Open, 7, 1),
        (ShiftFilter::Difference, 7, 1),
        (ShiftFilter::Late, 7, 1),
        (ShiftFilter::Late, 9, 0),
    ] {
        assert_eq!(list(Some(only), days, "").await.total, found, "{only} {days}");
    }
    let row = list(None, 7, "b001").await.rows.remove(0);
    assert_eq!(row.station.code, "B001");
    assert_eq!(
        (row.open.len(), row.late, row.differences, row.difference.minor),
        (1, 1, 1, -100)
    );
    assert_eq!(row.last.map(|(counted, _)| counted.minor), Some(900));
    // From page to page, each once.
    let last = all.rows.last().unwrap().station.code.clone();
    let query = StationCashQuery {
        after: last,
        days: 7,
        ..StationCashQuery::default()
    };
    let next = shifts::stations(shop, centre, Locale::Zh, &query).await.unwrap();
    assert_eq!(all.rows.len() + next.rows.len(), all.total.min(80));
    let table = shifts::stations_table(
        shop,
        centre,
        Locale::Zh,
        &StationCashQuery {
            days: 7,
            ..StationCashQuery::default()
        },
    )
    .await
    .unwrap();
    let table = String::from_utf8(table).unwrap();
    assert_eq!(i64::try_from(table.lines().count()).unwrap(), stations + 1);
    assert!(
        table
            .lines()
            .any(|line| line.starts_with("B001,") && line.contains("-1.00")),
        "{table}"
    );
    // What was late of differences is forgotten after a month.
    shop.clock.advance(31 * DAY);
    assert_eq!(list(Some(ShiftFilter::Difference), 7, "").await.total, 0);

    let (at, member) = (station(shop).await, shop.member_of("almonds").await);
    let before = Snapshot::of(shop).await;
    for nobody in [Actor::Anonymous, Actor::Shopper, who, member] {
        let answers = [
            shifts::stations(shop, nobody, Locale::Zh, &query).await.map(|_| ()),
            shifts::stations_table(shop, nobody, Locale::Zh, &query)
                .await
                .map(|_| ()),
            shifts::of_station(shop, nobody, Locale::Zh, at, None).await.map(|_| ()),
        ];
        for (place, answer) in answers.into_iter().enumerate() {
            assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{place} by {nobody:?}");
        }
    }
    for nobody in [Actor::Anonymous, centre] {
        let answers = [
            shifts::own(shop, nobody).await.map(|_| ()),
            shifts::open(shop, nobody, &count(1)).await,
            shifts::hand_over(shop, nobody, "1", "").await,
            shifts::close(shop, nobody, &end(&shift, 1, 1, "")).await,
        ];
        for (place, answer) in answers.into_iter().enumerate() {
            assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{place} by {nobody:?}");
        }
    }
    let unknown = shifts::correct(
        shop,
        centre,
        at,
        ShiftId(999),
        &CorrectForm {
            counted: "1".to_owned(),
            reason: "?".to_owned(),
            seen: "0".to_owned(),
        },
    )
    .await;
    assert_eq!(unknown.unwrap_err().code(), ErrorCode::NotFound);
    before.assert_unchanged(shop).await;
});

/// Numbers that look drawn, and are the same in each run.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, most: u64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % most).unwrap()
    }
}

both!(
    whatever_happens_the_drawer_is_what_it_began_with_and_took_less_what_it_gave,
    async |shop| {
        let who = clerk(shop).await;
        let paid = shop.buy(&[("badam-500", "3")], shop.to_station()).await;
        let dropped = shop.buy(&[("honey-333", "2")], shop.to_station()).await;
        let mut drawn = Drawn(20_261_125);
        let mut left = 1_000;
        let mut key = 0;
        let mut done = std::collections::BTreeMap::<&str, u32>::new();
        for round in 0..5 {
            shifts::open(shop, who, &count(left)).await.unwrap();
            let mut model = left;
            for _ in 0..9 {
                key += 1;
                let amount = 1 + drawn.below(400);
                let (what, change, answer) = match drawn.below(5) {
                    0 | 1 => ("taken", amount, take(shop, who, &paid, amount, key).await),
                    2 if round < 2 => ("taken", amount, take(shop, who, &dropped, amount, key).await),
                    2 => ("given back", -amount, give_back(shop, who, &dropped, amount, key).await),
                    3 => (
                        "handed over",
                        -amount,
                        shifts::hand_over(shop, who, &yuan(amount), "").await,
                    ),
                    _ => {
                        shop.clock.advance(60_000);
                        ("nothing", 0, Ok(()))
                    }
                };
                if answer.is_ok() {
                    model += change;
                    *done.entry(what).or_default() += 1;
                }
                assert_eq!(
                    running(shop, who).await.expected.minor,
                    model,
                    "round {round}: {what} {amount}"
                );
            }
            if round == 1 {
                orders::cancel(shop, &shop.access(&dropped).await).await.unwrap();
            }
            let shift = running(shop, who).await;
            let counted = (model + drawn.below(3) - 1).max(0);
            left = counted / 2;
            shifts::close(shop, who, &end(&shift, counted, left, "数了两遍"))
                .await
                .unwrap();
            let closed = shifts::own(shop, who).await.unwrap().past.remove(0);
            assert_eq!(
                (closed.expected.minor, closed.difference.minor),
                (model, counted - model)
            );
            testing::check_books(shop).await;
        }
        for what in ["taken", "given back", "handed over"] {
            assert!(
                done.get(what).is_some_and(|times| *times > 1),
                "too little happened: {done:?}"
            );
        }
    }
);
