//! Money as rows: what came in is booked once, what goes back is known, and every mistake can be undone.

use db::sea_orm::{ConnectionTrait, Statement};
use domain::{
    Actor, AuditAction, ErrorCode, FieldCode, Locale, Membership, MoneyEntryId, OrderId, PaymentState, StationId,
    StationRole,
};
use service::audit::{self, AuditObject, AuditQuery};
use service::desk::{self, DeskKey};
use service::money::{self, MoneyForm};
use service::orders::{self, OrderGroupView};
use service::studio;
use testing::{Bought, Snapshot, TestShop, both};

pub async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

pub fn yuan(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

/// A form of the money page; `number` tells two forms apart.
pub fn form(order: impl ToString, minor: i64, number: u32) -> MoneyForm {
    MoneyForm {
        order: order.to_string(),
        amount: yuan(minor),
        reference: format!("bank {number}"),
        key: format!("{number:032x}"),
        ..MoneyForm::default()
    }
}

pub async fn state(shop: &TestShop, bought: &Bought) -> PaymentState {
    view(shop, bought).await.money.state
}

both!(a_transfer_comes_in_parts_and_is_booked_once, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let placed = view(shop, &bought).await;
    assert_eq!(placed.money.state, PaymentState::Unpaid);
    let (code, all) = (bought.code, placed.total.minor);

    money::receive_for(shop, centre, &form(code, 100, 1)).await.unwrap();
    money::receive_for(shop, centre, &form(code, 100, 1)).await.unwrap();
    let part = view(shop, &bought).await.money;
    assert_eq!(
        (part.state, part.received.minor),
        (PaymentState::PartPaid, 100),
        "sent twice, booked once"
    );
    // A part keeps the goods, and does not let the cooperative send them.
    shop.clock.advance(2 * 86_400_000);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
    let (member, id) = (shop.member_of("almonds").await, shop.orders_of(&code).await[0]);
    let refused = studio::move_on(shop, member, id, "accept".into()).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::Unpaid);

    money::receive_for(shop, centre, &form(placed.payment_reference, all - 100, 2))
        .await
        .unwrap();
    assert_eq!(state(shop, &bought).await, PaymentState::Paid);
    studio::move_on(shop, member, id, "accept".into()).await.unwrap();
    assert_eq!(
        shop.number("SELECT count(*) FROM audit_events WHERE action = 'money.received' AND cooperative_id IS NOT NULL")
            .await,
        2,
        "the log of the only cooperative of this order has them"
    );
});

both!(a_few_fen_short_are_waived, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let all = view(shop, &bought).await.total.minor;
    money::receive_for(shop, centre, &form(bought.code, all - 3, 1))
        .await
        .unwrap();
    money::write_off(shop, centre, &form(bought.code, 0, 2)).await.unwrap();
    assert_eq!(state(shop, &bought).await, PaymentState::Paid);
    let again = money::write_off(shop, centre, &form(bought.code, 0, 3))
        .await
        .unwrap_err();
    assert_eq!(again.code(), ErrorCode::PaidAlready);
});

both!(a_refund_is_sent_once_and_never_more_than_waits, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let placed = view(shop, &bought).await;
    let all = placed.total.minor;
    orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    let overview = money::overview(shop, centre).await.unwrap();
    assert_eq!(overview.refunds.len(), 1);
    assert_eq!(overview.refunds[0].money.to_give_back, placed.total);

    let too_much = money::refund_sent(shop, centre, &form(bought.code, all + 1, 1))
        .await
        .unwrap_err();
    assert!(matches!(too_much, service::Error::Fields(errors) if errors.of("amount") == Some(FieldCode::TooMuch)));
    // How much it can be is known, also where somebody types more than any amount.
    let bounds = money::bounds(shop, centre, &bought.code.to_string()).await.unwrap();
    assert_eq!((bounds.refund.minor, bounds.usual.minor), (all, 2 * all));
    let unknown = money::bounds(shop, centre, "").await.unwrap();
    assert!(unknown.refund.is_zero() && unknown.usual.minor < unknown.most.minor);
    for amount in ["99999999999999999999", yuan(bounds.most.minor + 1).as_str()] {
        let form = MoneyForm {
            amount: amount.to_owned(),
            sure: amount.to_owned(),
            ..form(bought.code, 0, 9)
        };
        let answers = [
            money::refund_sent(shop, centre, &form).await,
            money::receive_for(shop, centre, &form).await,
            money::receive_unknown(shop, centre, &form).await,
        ];
        for (place, answer) in answers.into_iter().enumerate() {
            assert!(
                matches!(&answer, Err(service::Error::Fields(errors)) if errors.of("amount") == Some(FieldCode::TooMuch)),
                "{place} {amount}: {answer:?}"
            );
        }
    }
    for _ in 0..2 {
        money::refund_sent(shop, centre, &form(bought.code, all - 500, 2))
            .await
            .unwrap();
    }
    assert_eq!(view(shop, &bought).await.money.to_give_back.minor, 500);
    money::refund_sent(shop, centre, &form(bought.code, 500, 3))
        .await
        .unwrap();
    assert_eq!(state(shop, &bought).await, PaymentState::Refunded);
    assert!(money::overview(shop, centre).await.unwrap().refunds.is_empty());
});

both!(a_mistake_is_undone_once_and_nothing_is_deleted, async |shop| {
    let (one, other) = (
        shop.buy(&[("badam-500", "1")], shop.to_address("65")).await,
        shop.buy(&[("honey-333", "1")], shop.to_address("65")).await,
    );
    let centre = shop.of_centre().await;
    let all = view(shop, &one).await.total.minor;
    money::receive_for(shop, centre, &form(one.code, all, 1)).await.unwrap();
    let entry = money::entries(shop, centre, 1).await.unwrap().entries[0].id;
    money::undo(shop, centre, entry).await.unwrap();
    assert_eq!(state(shop, &one).await, PaymentState::Unpaid);
    let before = Snapshot::of(shop).await;
    let again = money::undo(shop, centre, entry).await.unwrap_err();
    assert_eq!(again.code(), ErrorCode::DoneAlready);
    before.assert_unchanged(shop).await;
    // The log names the order.
    let log = audit::list(shop, centre, Locale::Zh, &AuditQuery::default())
        .await
        .unwrap();
    let noted = log
        .events
        .iter()
        .find(|event| event.action == Ok(AuditAction::MoneyUndone));
    assert_eq!(noted.unwrap().object, AuditObject::Order(one.code.to_string()));
    let entries = money::entries(shop, centre, 1).await.unwrap().entries;
    assert_eq!(
        entries.iter().map(|entry| entry.amount.minor).collect::<Vec<_>>(),
        [-all, all]
    );
    // A counter is not undone itself.
    let counter = money::undo(shop, centre, entries[0].id).await.unwrap_err();
    assert_eq!(counter.code(), ErrorCode::NotFound);
    // As unpaid as before: it expires.
    shop.clock.advance(86_400_000);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 2);
    assert_eq!(state(shop, &other).await, PaymentState::NothingDue);
});

both!(what_was_sent_back_keeps_its_receipt, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let all = view(shop, &bought).await.total.minor;
    money::receive_for(shop, centre, &form(bought.code, all, 1))
        .await
        .unwrap();
    let receipt = money::entries(shop, centre, 1).await.unwrap().entries[0].id;
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    money::refund_sent(shop, centre, &form(bought.code, all, 2))
        .await
        .unwrap();
    let before = Snapshot::of(shop).await;
    let refused = money::undo(shop, centre, receipt).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::GoneOn);
    before.assert_unchanged(shop).await;
});

both!(money_that_names_no_order_waits_and_is_assigned_once, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let all = view(shop, &bought).await.total.minor;
    money::receive_unknown(shop, centre, &form("", all, 1)).await.unwrap();
    let waiting = money::overview(shop, centre).await.unwrap().unassigned;
    assert_eq!(waiting.len(), 1);
    money::assign(shop, centre, waiting[0].id, &bought.code.to_string())
        .await
        .unwrap();
    assert_eq!(state(shop, &bought).await, PaymentState::Paid);
    assert!(money::overview(shop, centre).await.unwrap().unassigned.is_empty());
    let again = money::assign(shop, centre, waiting[0].id, &bought.code.to_string()).await;
    assert_eq!(again.unwrap_err().code(), ErrorCode::DoneAlready);
});

both!(an_order_is_found_by_reference_code_and_amount, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let group = view(shop, &bought).await;
    for query in [
        group.code.to_string(),
        group.payment_reference.to_string(),
        yuan(group.total.minor),
    ] {
        let found = money::found(shop, centre, &query).await.unwrap();
        assert_eq!(
            found.iter().map(|group| group.code).collect::<Vec<_>>(),
            [group.code],
            "{query}"
        );
    }
    assert!(money::found(shop, centre, "0123-4567-89AB").await.unwrap().is_empty());
});

both!(the_money_is_the_centres_alone, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let member = shop.member_of("almonds").await;
    let key = desk_key(&bought);
    let before = Snapshot::of(shop).await;
    for actor in [Actor::Anonymous, Actor::Shopper, member] {
        let form = form(bought.code, 100, 1);
        let order = bought.code.to_string();
        let answers = [
            money::overview(shop, actor).await.err(),
            money::entries(shop, actor, 1).await.err(),
            money::found(shop, actor, &order).await.err(),
            money::bounds(shop, actor, &order).await.err(),
            money::entries_of(shop, actor, &[bought.code]).await.err(),
            money::receive_for(shop, actor, &form).await.err(),
            money::receive_unknown(shop, actor, &form).await.err(),
            money::assign(shop, actor, MoneyEntryId(1), &order).await.err(),
            money::refund_sent(shop, actor, &form).await.err(),
            money::give_back_excess(shop, actor, &order).await.err(),
            money::write_off(shop, actor, &form).await.err(),
            money::undo(shop, actor, MoneyEntryId(1)).await.err(),
            money::preview_statement(shop, actor, "a,1.00").await.err(),
            money::book_statement(shop, actor, "a,1.00").await.err(),
            desk::order_at_desk(shop, actor, Locale::Zh, &key).await.err(),
            desk::take_cash(shop, actor, &key, "1.00", &form.key).await.err(),
            desk::step(shop, actor, &key, OrderId(1), &"ready".into()).await.err(),
        ];
        for (place, answer) in answers.into_iter().enumerate() {
            let code = answer.unwrap_or_else(|| panic!("{place} by {actor:?}")).code();
            assert_eq!(code, ErrorCode::NotFound, "{place} by {actor:?}");
        }
    }
    before.assert_unchanged(shop).await;
});

fn desk_key(bought: &Bought) -> DeskKey {
    DeskKey {
        code: bought.code.to_string(),
        tail: "8000".to_owned(),
    }
}

both!(cash_is_taken_at_the_counter_and_the_goods_handed_over, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_station())
        .await;
    let (almonds, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
    let parts = shop.orders_of(&bought.code).await;
    let key = desk_key(&bought);
    for step in ["accept", "pack", "dispatch"] {
        studio::move_on(shop, almonds, parts[0], step.into()).await.unwrap();
    }
    desk::step(shop, centre, &key, parts[0], &"ready".into()).await.unwrap();
    let unpaid = desk::step(shop, centre, &key, parts[0], &"deliver".into())
        .await
        .unwrap_err();
    assert_eq!(unpaid.code(), ErrorCode::Unpaid);

    // The bees' part is not here yet: only the almonds are to be paid now.
    let at_desk = desk::order_at_desk(shop, centre, Locale::Zh, &key).await.unwrap();
    assert_eq!(at_desk.to_take, at_desk.parts[0].order.total);
    assert!(at_desk.parts[0].waits_for_money);
    let amount = yuan(at_desk.to_take.minor);
    for _ in 0..2 {
        desk::take_cash(shop, centre, &key, &amount, &at_desk.form_key)
            .await
            .unwrap();
    }
    desk::step(shop, centre, &key, parts[0], &"deliver".into())
        .await
        .unwrap();
    let halfway = desk::order_at_desk(shop, centre, Locale::Zh, &key).await.unwrap();
    assert_eq!(halfway.money.state, PaymentState::PartPaid);
    assert!(halfway.to_take.is_zero());
    let too_much = desk::take_cash(shop, centre, &key, "9999", &halfway.form_key)
        .await
        .unwrap_err();
    assert!(matches!(too_much, service::Error::Fields(errors) if errors.of("amount") == Some(FieldCode::TooMuch)));

    let bees = shop.member_of("bees").await;
    for step in ["accept", "pack", "dispatch", "ready"] {
        studio::move_on(shop, bees, parts[1], step.into()).await.unwrap();
    }
    let last = desk::order_at_desk(shop, centre, Locale::Zh, &key).await.unwrap();
    assert_eq!(last.to_take, last.parts[1].order.total);
    desk::take_cash(shop, centre, &key, &yuan(last.to_take.minor), &last.form_key)
        .await
        .unwrap();
    desk::step(shop, centre, &key, parts[1], &"deliver".into())
        .await
        .unwrap();
    let done = desk::order_at_desk(shop, centre, Locale::Zh, &key).await.unwrap();
    assert_eq!((done.money.state, done.phone), (PaymentState::Paid, None));
    let wrong = DeskKey {
        tail: "9999".to_owned(),
        ..key
    };
    assert!(desk::order_at_desk(shop, centre, Locale::Zh, &wrong).await.is_err());
});

both!(at_the_counter_goods_are_called_as_the_clerk_calls_them, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let (centre, key) = (shop.of_centre().await, desk_key(&bought));
    let read = async |locale| {
        let desk = desk::order_at_desk(shop, centre, locale, &key).await.unwrap();
        let part = desk.parts.into_iter().next().unwrap();
        let line = part.order.lines.into_iter().next().unwrap();
        (line.id, line.name, part.order.cooperative, part.sold_as)
    };
    // The buyer's own language: nothing stands there twice.
    let (line, theirs, _, sold_as) = read(Locale::Zh).await;
    assert!(
        theirs.lang == Locale::Zh && sold_as.is_empty(),
        "{theirs:?} {sold_as:?}"
    );
    let (_, own, cooperative, sold_as) = read(Locale::Ug).await;
    assert_eq!((own.lang, cooperative.lang), (Locale::Ug, Locale::Ug));
    assert_ne!(own.text, theirs.text);
    assert_eq!(sold_as, [(line, theirs.clone())]);
    // A language in which it has no name: as it was sold.
    shop.execute("DELETE FROM translations WHERE entity = 'product' AND field = 'name' AND lang = 'es'")
        .await;
    let (_, name, _, sold_as) = read(Locale::Es).await;
    assert!(name == theirs && sold_as.is_empty());
});

both!(a_19_another_stations_parcel_is_not_at_this_counter, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let (almonds, parts) = (shop.member_of("almonds").await, shop.orders_of(&bought.code).await);
    for step in ["accept", "pack", "dispatch", "ready"] {
        studio::move_on(shop, almonds, parts[0], step.into()).await.unwrap();
    }
    let elsewhere = shop.number("SELECT MIN(id) FROM stations WHERE code <> 'B001'").await;
    let here = shop.number("SELECT id FROM stations WHERE code = 'B001'").await;
    let clerk = async |station: i64| {
        shop.member(Membership::Station(StationId(station), StationRole::Clerk))
            .await
    };
    let (other, own) = (clerk(elsewhere).await, clerk(here).await);
    let key = desk_key(&bought);
    let refused = [
        desk::order_at_desk(shop, other, Locale::Zh, &key).await.err(),
        desk::take_cash(shop, other, &key, "1.00", &format!("{:032x}", 1))
            .await
            .err(),
        desk::step(shop, other, &key, parts[0], &"deliver".into()).await.err(),
    ];
    for (place, answer) in refused.into_iter().enumerate() {
        // As of an order that nobody has, though code and digits are right.
        match answer {
            Some(service::Error::Fields(errors)) => {
                assert_eq!(errors.of("tail"), Some(FieldCode::InvalidCode), "{place}");
            }
            other => panic!("{place}: {other:?}"),
        }
    }
    assert_eq!(
        shop.number("SELECT count(*) FROM money_entries WHERE kind = 'received'")
            .await,
        0
    );
    let at_desk = desk::order_at_desk(shop, own, Locale::Zh, &key).await.unwrap();
    assert_eq!(at_desk.parts.len(), 1);
});

both!(an_order_of_an_older_program_gets_its_entries, async |shop| {
    let (unpaid, paid) = (
        shop.buy(&[("badam-500", "1")], shop.to_station()).await,
        shop.buy(&[("honey-333", "1")], shop.to_address("65")).await,
    );
    shop.execute("DELETE FROM money_entries").await;
    let group = format!("(SELECT id FROM order_groups WHERE code = '{}')", paid.code);
    shop.execute(format!(
        "UPDATE payments SET status = 'captured' WHERE group_id = {group}"
    ))
    .await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    for (member, bought) in [(almonds, &unpaid), (bees, &paid)] {
        let id = shop.orders_of(&bought.code).await[0];
        studio::move_on(shop, member, id, "accept".into()).await.unwrap();
    }
    assert_eq!(state(shop, &unpaid).await, PaymentState::Unpaid);
    assert_eq!(state(shop, &paid).await, PaymentState::Paid);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nightly_check_finds_what_does_not_agree() {
    let Some(shop) = TestShop::open(testing::Database::Sqlite).await else {
        return;
    };
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    assert_eq!(money::check(&shop).await.unwrap(), []);
    for (break_it, mend_it) in [
        (
            "UPDATE orders SET status = 'canceled'",
            "UPDATE orders SET status = 'placed'",
        ),
        (
            "UPDATE payments SET status = 'captured'",
            "UPDATE payments SET status = 'created'",
        ),
        (
            "UPDATE money_entries SET currency = 'EUR'",
            "UPDATE money_entries SET currency = 'CNY'",
        ),
    ] {
        shop.execute(break_it).await;
        assert_eq!(money::check(&shop).await.unwrap().len(), 1, "{break_it}");
        shop.execute(mend_it).await;
        assert_eq!(money::check(&shop).await.unwrap(), [], "{mend_it}");
    }
    drop(bought);
}

/// The sums of each group, as rows.
async fn sums(db: &db::Db) -> Vec<(i64, String, i64)> {
    let sql = "SELECT group_id, kind, CAST(SUM(amount_minor) AS BIGINT) FROM money_entries
               GROUP BY group_id, kind HAVING SUM(amount_minor) <> 0 ORDER BY group_id, kind";
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    rows.iter()
        .map(|row| {
            let field = |at| row.try_get_by_index::<i64>(at).unwrap();
            (field(0), row.try_get_by_index(1).unwrap(), field(2))
        })
        .collect()
}

async fn upgrades_what_was_sold_before(database: testing::Database) {
    let Some(shop) = TestShop::open(database).await else {
        return;
    };
    let two = [("badam-500", "1"), ("honey-333", "1")];
    let almonds = shop.member_of("almonds").await;
    let mut bought = Vec::new();
    for _ in 0..6 {
        bought.push(shop.buy(&two, shop.to_address("65")).await);
        shop.clock.advance(1_000);
    }
    let paid = async |at: usize| {
        let reference = view(&shop, &bought[at]).await.payment_reference;
        orders::mark_paid(&shop, &reference).await.unwrap();
        shop.clock.advance(1_000);
    };
    let drop_almonds = async |at: usize| {
        let id = shop.orders_of(&bought[at].code).await[0];
        studio::move_on(&shop, almonds, id, "cancel".into()).await.unwrap();
        shop.clock.advance(1_000);
    };
    // Unpaid; paid; paid, then a part called off; a part called off, then paid; called off; paid, then called off.
    paid(1).await;
    paid(2).await;
    drop_almonds(2).await;
    drop_almonds(3).await;
    paid(3).await;
    orders::cancel(&shop, &shop.access(&bought[4]).await).await.unwrap();
    paid(5).await;
    orders::cancel(&shop, &shop.access(&bought[5]).await).await.unwrap();
    let before = sums(shop.db()).await;
    assert!(before.len() > 8, "{before:?}");
    // As a database of the release before, which is upgraded now.
    shop.execute("DROP TABLE money_entries").await;
    shop.execute("DELETE FROM seaql_migrations WHERE version = 'm0010_money_entries'")
        .await;
    shop.db().clone().close().await;
    let upgraded = shop.place.open().await;
    assert_eq!(sums(&upgraded).await, before);
    upgraded.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_makes_entries_of_what_was_sold_before_sqlite() {
    upgrades_what_was_sold_before(testing::Database::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_makes_entries_of_what_was_sold_before_postgres() {
    upgrades_what_was_sold_before(testing::Database::Postgres).await;
}
