//! Goods that are sent once more: how many, and that they are packed like an order until they have left. And what of an order
//! each cooperative reads of its money.

use domain::{Actor, ErrorCode, FieldCode, Locale, OrderId, PaymentState, Quantity};
use service::desk::{self, DeskKey};
use service::orders::{self, OrderView, ReportForm};
use service::studio::{self, OrderQuery, SettleForm, StepForm};
use service::{Error, money};
use testing::{Bought, TestShop, both};

use super::money::{form as money_form, yuan};

const HOUR: i64 = 3_600_000;

async fn part(shop: &TestShop, bought: &Bought, place: usize) -> OrderView {
    let access = shop.access(bought).await;
    let group = orders::view(shop, Locale::Zh, &access).await.unwrap();
    group.orders.into_iter().nth(place).unwrap()
}

/// Four bags are bought, paid, sent and handed over.
async fn four_bags(shop: &TestShop) -> (Bought, OrderId, Actor) {
    let bought = shop.buy(&[("badam-500", "4")], shop.to_address("65")).await;
    let id = shop.orders_of(&bought.code).await[0];
    let access = shop.access(&bought).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    let member = shop.member_of("almonds").await;
    for step in ["accept", "pack", "dispatch", "deliver"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    (bought, id, member)
}

async fn report(shop: &TestShop, bought: &Bought, id: OrderId, place: usize) -> String {
    let line = part(shop, bought, place).await.lines[0].id;
    let form = ReportForm {
        line: line.to_string(),
        kind: "missing".to_owned(),
        text: "ئىككىسى كەم".to_owned(),
    };
    let access = shop.access(bought).await;
    orders::report(shop, &access, id, Locale::Ug, &form).await.unwrap();
    shop.number("SELECT max(id) FROM damage_reports").await.to_string()
}

fn again(report: &str, amount: &str) -> SettleForm {
    SettleForm {
        report: report.to_owned(),
        command: "replaced".to_owned(),
        again: amount.to_owned(),
        ..SettleForm::default()
    }
}

both!(a_part_is_sent_once_more_and_packed_until_it_has_left, async |shop| {
    let (bought, id, member) = four_bags(shop).await;
    let report = report(shop, &bought, id, 0).await;
    let (on_hand, reserved) = shop.stock("badam-500").await;
    let settle = async |amount: &str| studio::settle(shop, member, id, Locale::Zh, &again(&report, amount)).await;
    for (amount, code) in [
        ("5", FieldCode::TooMuch),
        ("0", FieldCode::InvalidQuantity),
        ("x", FieldCode::InvalidQuantity),
    ] {
        match settle(amount).await {
            Err(Error::Fields(errors)) => assert_eq!(errors.of("again"), Some(code), "{amount}"),
            other => panic!("{other:?}"),
        }
    }
    let before = studio::order(shop, member, Locale::Zh, id).await.unwrap();
    assert_eq!(before.phone, None, "it was handed over");
    settle("٢").await.unwrap();

    // Two are gone from the stock, and the ledger says where to.
    assert_eq!(shop.stock("badam-500").await, (on_hand - 2, reserved));
    let offer = shop.offer("badam-500").await;
    let sql = format!(
        "SELECT count(*) FROM stock_movements WHERE offer_id = {offer} AND reason = 'sent-again' AND change = -2"
    );
    assert_eq!(shop.number(&sql).await, 1);
    assert_eq!(
        shop.number("SELECT count(*) FROM outbox WHERE payload LIKE '%made-good%'")
            .await,
        1,
        "nobody wrote anything: the buyer is told what is done"
    );

    // It is to be packed, with everything that needs.
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!((home.again.number, home.reports.number), (1, 0));
    let list = studio::packing(shop, member, Locale::Zh).await.unwrap();
    assert_eq!((list.again.len(), list.again[0].order.id), (1, id));
    assert_eq!(list.again[0].reports[0].to_pack(), Some(Quantity(2)));
    assert_eq!((list.needs.len(), list.needs[0].quantity), (1, Quantity(2)));
    let page = studio::order(shop, member, Locale::Zh, id).await.unwrap();
    assert!(page.phone.is_some());
    assert_eq!(page.order.returns.to_send_again().count(), 1);
    let orders = studio::orders(shop, member, Locale::Zh, &OrderQuery::default())
        .await
        .unwrap();
    assert!(orders.orders[0].is_sent_again);

    let carrier = StepForm {
        carrier: "EMS".to_owned(),
        tracking: "EA1".to_owned(),
        ..StepForm::default()
    };
    let stranger = shop.member_of("bees").await;
    let foreign = studio::left_again(shop, stranger, id, &report, &carrier).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    studio::left_again(shop, member, id, &report, &carrier).await.unwrap();
    let twice = studio::left_again(shop, member, id, &report, &carrier).await;
    assert_eq!(twice.unwrap_err().code(), ErrorCode::DoneAlready);
    let list = studio::packing(shop, member, Locale::Zh).await.unwrap();
    assert!(list.again.is_empty() && list.needs.is_empty());
    let page = studio::order(shop, member, Locale::Zh, id).await.unwrap();
    assert_eq!(page.phone, None, "nobody needs the number any more");
    let seen = part(shop, &bought, 0).await;
    assert_eq!((seen.carrier.as_str(), seen.tracking.as_str()), ("EMS", "EA1"));
    let told = seen.returns.reports[0].again.unwrap();
    assert_eq!((told.quantity, told.left_at), (Quantity(2), Some(shop.now())));
    assert_eq!(shop.stock("badam-500").await, (on_hand - 2, reserved), "taken once");
});

both!(what_is_not_to_be_sent_again_cannot_leave_again, async |shop| {
    let (bought, id, member) = four_bags(shop).await;
    let report = report(shop, &bought, id, 0).await;
    for number in [report.as_str(), "0", "x"] {
        let refused = studio::left_again(shop, member, id, number, &StepForm::default()).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{number}");
    }
});

both!(a_cooperative_reads_nothing_of_anothers_money, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_station())
        .await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let centre = shop.of_centre().await;
    let parts = shop.orders_of(&bought.code).await;
    let key = DeskKey {
        code: bought.code.to_string(),
        tail: "8000".to_owned(),
    };
    for step in ["accept", "pack", "dispatch", "ready"] {
        studio::move_on(shop, almonds, parts[0], step.into()).await.unwrap();
    }
    let at_desk = desk::order_at_desk(shop, centre, Locale::Zh, &key).await.unwrap();
    desk::take_cash(shop, centre, &key, &yuan(at_desk.to_take.minor), &at_desk.form_key)
        .await
        .unwrap();
    desk::step(shop, centre, &key, parts[0], &"deliver".into())
        .await
        .unwrap();
    let read = async |member, id| {
        let page = studio::order(shop, member, Locale::Zh, id).await.unwrap();
        let list = studio::orders(shop, member, Locale::Zh, &OrderQuery::default())
            .await
            .unwrap();
        assert_eq!(list.orders[0].payment, page.money.state, "the list says the same");
        page.money.state
    };
    assert_eq!(read(almonds, parts[0]).await, PaymentState::Paid);
    assert_eq!(read(bees, parts[1]).await, PaymentState::Unpaid);

    // More goes back than is open of the other part: the rest is netted.
    let report = report(shop, &bought, parts[0], 0).await;
    let almonds_goods = part(shop, &bought, 0).await.goods.minor;
    let back = SettleForm {
        report,
        command: "refunded".to_owned(),
        amount: yuan(almonds_goods),
        ..SettleForm::default()
    };
    studio::settle(shop, almonds, parts[0], Locale::Zh, &back)
        .await
        .unwrap();
    let access = shop.access(&bought).await;
    let group = orders::view(shop, Locale::Zh, &access).await.unwrap();
    let open = group.orders[1].total.minor;
    assert_eq!(group.money.to_give_back.minor, (almonds_goods - open).max(0));
    assert_eq!(group.orders[0].returns.given_back(), almonds_goods);
    assert_eq!(read(almonds, parts[0]).await, group.money.state);
    assert_ne!(read(bees, parts[1]).await, PaymentState::ToRefund);
});

both!(an_amount_far_above_what_is_owed_is_asked_about_once, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    let asked = |answer: service::Result<()>| match answer {
        Err(Error::Fields(errors)) => assert_eq!(errors.of("amount"), Some(FieldCode::TooMuch)),
        other => panic!("{other:?}"),
    };
    let far = money_form(bought.code, 99_999_999_900, 1);
    asked(money::receive_for(shop, centre, &far).await);
    asked(money::receive_unknown(shop, centre, &money_form("", 10_000_001, 2)).await);
    // Only the very amount that was asked about is meant.
    let other = money::MoneyForm {
        sure: "1.00".to_owned(),
        ..far.clone()
    };
    asked(money::receive_for(shop, centre, &other).await);
    assert_eq!(
        shop.number("SELECT count(*) FROM money_entries WHERE kind = 'received'")
            .await,
        0
    );
    let sure = money::MoneyForm {
        sure: far.amount.clone(),
        ..far
    };
    money::receive_for(shop, centre, &sure).await.unwrap();
    shop.clock.advance(HOUR);
    let entry = money::entries(shop, centre, 1).await.unwrap().entries[0].id;
    money::undo(shop, centre, entry).await.unwrap();
});
