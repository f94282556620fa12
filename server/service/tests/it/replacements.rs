//! Sending something else in place of goods that are missing.

use domain::{
    Actor, CancelReason, CooperativeRole, ErrorCode, FieldCode, Locale, OrderId, OrderLineId, OrderNote, OrderStatus,
    PaymentState, ProductId,
};
use service::orders::{self, OrderGroupView};
use service::studio::{self, ReduceForm, ReplaceForm, ReplacePage};
use service::{Error, Period, admission};
use testing::{Bought, Snapshot, TestShop, both};

pub async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

pub async fn page(shop: &TestShop, member: Actor, id: OrderId, form: &ReplaceForm) -> ReplacePage {
    studio::replace_page(shop, member, Locale::Zh, id, form).await.unwrap()
}

/// The form that sends `amount` of an offer in place of so much of the first line, as its page makes it.
pub async fn form(
    shop: &TestShop,
    member: Actor,
    id: OrderId,
    (missing, sku, amount): (&str, &str, &str),
    reason: &str,
) -> ReplaceForm {
    let lines = page(shop, member, id, &ReplaceForm::default()).await.lines;
    let typed = ReplaceForm {
        line: Some(lines[0].id),
        missing: missing.to_owned(),
        offer: Some(shop.offer(sku).await),
        amount: amount.to_owned(),
        reason: reason.to_owned(),
        is_asked: true,
        ..ReplaceForm::default()
    };
    let shown = page(shop, member, id, &typed).await;
    ReplaceForm {
        seen: shown.seen,
        pays: shown.outcome.map_or(-1, |outcome| outcome.pays.minor),
        ..typed
    }
}

pub async fn told(shop: &TestShop, what: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM outbox WHERE payload LIKE '%\"what\":\"{what}\"%'");
    shop.number(&sql).await
}

/// An order that is paid, and its first part.
pub async fn paid(shop: &TestShop, goods: &[(&str, &str)]) -> (Bought, OrderId) {
    let bought = shop.buy(goods, shop.to_address("65")).await;
    let placed = view(shop, &bought).await;
    orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
    (bought, placed.orders[0].id)
}

pub async fn step(shop: &TestShop, member: Actor, id: OrderId, word: &str) {
    studio::move_on(shop, member, id, word.into()).await.unwrap();
}

both!(a_cheaper_one_gives_the_difference_back, async |shop| {
    let member = shop.member_of("almonds").await;
    let (bought, id) = paid(shop, &[("badam-500", "3")]).await;
    let before = view(shop, &bought).await;
    let wanted = form(shop, member, id, ("2", "badam-1000", "1"), "out-of-stock").await;
    let nothing_yet = Snapshot::of(shop).await;
    let shown = page(shop, member, id, &wanted).await.outcome.unwrap();
    nothing_yet.assert_unchanged(shop).await;
    assert_eq!((shown.agreed.minor, shown.worth.minor), (5960, 5580));
    assert_eq!(
        (shown.pays.minor, shown.refund.minor, shown.amount_less.minor),
        (5580, 380, 380)
    );
    assert_eq!(shown.total.minor, before.orders[0].total.minor - 380);

    studio::replace(shop, member, id, &wanted).await.unwrap();
    let now = view(shop, &bought).await;
    let lines = &now.orders[0].lines;
    assert_eq!((lines[0].quantity.amount(), lines[0].missing.amount()), (1, 2));
    assert_eq!((lines[1].quantity.amount(), lines[1].total.minor), (1, 5580));
    assert_eq!(lines[1].replaces, Some(lines[0].id));
    assert_eq!(now.orders[0].total, shown.total);
    assert_eq!(now.money.state, PaymentState::ToRefund);
    assert_eq!(now.money.to_give_back.minor, 380);
    assert!(now.orders[0].may_decline && now.orders[0].reductions[0].is_replaced);
    assert_eq!(told(shop, "order-replaced").await, 1);
    assert_eq!(shop.stock("badam-500").await, (98, 1), "two were not there");
    assert_eq!(shop.stock("badam-1000").await, (50, 1));

    // It is packed with what there is now, and both leave.
    step(shop, member, id, "accept").await;
    let needs = studio::packing(shop, member, Locale::Zh).await.unwrap().needs;
    let mut needs: Vec<_> = needs
        .iter()
        .map(|need| (need.net_grams, need.quantity.amount()))
        .collect();
    needs.sort_unstable();
    assert_eq!(needs, [(500, 1), (1000, 1)]);
    step(shop, member, id, "pack").await;
    step(shop, member, id, "dispatch").await;
    assert_eq!(shop.stock("badam-500").await, (97, 0));
    assert_eq!(shop.stock("badam-1000").await, (49, 0));
    let access = shop.access(&bought).await;
    for late in [
        studio::replace_page(shop, member, Locale::Zh, id, &wanted)
            .await
            .map(drop),
        studio::replace(shop, member, id, &wanted).await,
        orders::decline(shop, &access, lines[1].id).await,
    ] {
        assert!(
            matches!(
                late.as_ref().unwrap_err().code(),
                ErrorCode::SentAlready | ErrorCode::InvalidTransition
            ),
            "{late:?}"
        );
    }
});

both!(a_dearer_one_costs_what_was_agreed, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let before = view(shop, &bought).await;
    // All of the line, and what takes its place is the very last one.
    let wanted = form(shop, member, id, ("2", "last-one", "1"), "damaged").await;
    let shown = page(shop, member, id, &wanted).await.outcome.unwrap();
    assert_eq!((shown.agreed.minor, shown.worth.minor), (5960, 13900));
    assert_eq!((shown.pays.minor, shown.refund.minor), (5960, 0));
    studio::replace(shop, member, id, &wanted).await.unwrap();
    let now = view(shop, &bought).await;
    assert_eq!(now.orders[0].total, before.orders[0].total);
    assert_eq!(now.money.open, before.money.open, "not more, not less");
    assert_eq!(shop.stock("last-one").await, (1, 1));
    assert_eq!(shop.stock("badam-500").await, (98, 0));
    // Nothing else is left of the part: saying no calls it off, freight and all.
    let new = now.orders[0].lines[1].id;
    orders::decline(shop, &shop.access(&bought).await, new).await.unwrap();
    let over = view(shop, &bought).await;
    assert_eq!(over.orders[0].status, OrderStatus::Canceled);
    assert_eq!(over.money.state, PaymentState::NothingDue);
    assert_eq!(shop.stock("last-one").await, (1, 0));
    // Both sides read why.
    let notes: Vec<OrderNote> = over.orders[0].history.iter().map(|(note, _)| *note).collect();
    assert!(
        notes.ends_with(&[OrderNote::ReplacementDeclined, OrderNote::Canceled]),
        "{notes:?}"
    );
    let page = studio::order(shop, member, Locale::Zh, id).await.unwrap();
    for canceled in [&over.orders[0].canceled, &page.order.canceled] {
        assert_eq!(canceled.as_ref().unwrap().reason, CancelReason::BuyerAsked);
    }
    assert_eq!(told(shop, "replacement-declined").await, 1);
});

both!(what_has_sold_out_meanwhile_is_said_where_it_was_chosen, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let wanted = form(shop, member, id, ("1", "last-one", "1"), "other").await;
    shop.buy(&[("last-one", "1")], shop.to_station()).await;
    let refused = studio::replace(shop, member, id, &wanted).await;
    assert!(
        matches!(&refused, Err(Error::Fields(errors)) if errors.of("amount") == Some(FieldCode::TooMuch)),
        "{refused:?}"
    );
    let shown = page(shop, member, id, &wanted).await;
    assert_eq!(shown.errors.of("amount"), Some(FieldCode::TooMuch));
    assert_eq!(shown.errors.of("offer"), None);
    assert_eq!(shown.offer.unwrap().free.amount(), 0);
    // To anybody who has not chosen it, it is not offered.
    let offers = page(shop, member, id, &ReplaceForm::default()).await.offers;
    assert!(offers.iter().all(|offer| offer.free.amount() > 0));
});

both!(what_is_gone_from_an_order_is_not_to_be_changed_any_more, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop
        .buy(&[("badam-500", "2"), ("kernel-loose", "600")], shop.to_station())
        .await;
    let id = shop.orders_of(&bought.code).await[0];
    let loose = view(shop, &bought).await.orders[0].lines[1].id;
    // Something else in place of all of the first line, which the buyer does not want.
    let wanted = form(shop, member, id, ("2", "last-one", "1"), "other").await;
    studio::replace(shop, member, id, &wanted).await.unwrap();
    let new = view(shop, &bought).await.orders[0].lines[2].id;
    orders::decline(shop, &shop.access(&bought).await, new).await.unwrap();
    let less = studio::reduce_page(shop, member, Locale::Zh, id, &ReduceForm::default())
        .await
        .unwrap();
    let lines: Vec<OrderLineId> = less.lines.iter().map(|line| line.id).collect();
    assert_eq!(lines, [loose]);
    // Typed for a line that is gone, it is not taken for the one that is left.
    let shown = page(shop, member, id, &wanted).await;
    assert!(shown.line.is_none() && shown.outcome.is_none());
    assert_eq!(shown.errors.of("line"), Some(FieldCode::Required));
    // Nor was any of it sold.
    let figures = studio::figures(shop, member, Locale::Zh, Period::Days).await.unwrap();
    assert!(!figures.products.is_empty());
    assert!(figures.products.iter().all(|product| product.sold.minor > 0));
});

both!(whoever_wanted_to_send_less_meanwhile_looks_again, async |shop| {
    let member = shop.member_of("almonds").await;
    let (_, id) = paid(shop, &[("badam-500", "3"), ("badam-1000", "1")]).await;
    let less = crate::changes::form(shop, member, id, &["3", "0"], "damaged").await;
    // What it costs stays the same.
    let dearer = form(shop, member, id, ("1", "badam-1000", "1"), "out-of-stock").await;
    studio::replace(shop, member, id, &dearer).await.unwrap();
    let refused = studio::reduce(shop, member, id, &less).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidTransition);
});

both!(goods_by_weight_give_a_place_too, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("kernel-loose", "600")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let total = view(shop, &bought).await.orders[0].lines[0].total.minor;
    let wanted = form(shop, member, id, ("0.3", "badam-500", "1"), "weighed").await;
    let shown = page(shop, member, id, &wanted).await.outcome.unwrap();
    assert_eq!(shown.agreed.minor, total / 2);
    assert_eq!(shown.pays.minor, (total / 2).min(2980));
    studio::replace(shop, member, id, &wanted).await.unwrap();
    assert_eq!(shop.stock("badam-500").await, (100, 1));
    assert_eq!(shop.stock("kernel-loose").await, (60_000, 300));
    studio::undo_replacement(shop, member, id).await.unwrap();
    assert_eq!(shop.stock("badam-500").await, (100, 0));
    assert_eq!(shop.stock("kernel-loose").await, (60_000, 600));
});

both!(what_is_in_the_order_already_may_be_sent_once_more, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop
        .buy(&[("badam-500", "1"), ("badam-1000", "1")], shop.to_station())
        .await;
    let id = shop.orders_of(&bought.code).await[0];
    for is_undone in [true, false] {
        let wanted = form(shop, member, id, ("1", "badam-1000", "1"), "buyer-asked").await;
        studio::replace(shop, member, id, &wanted).await.unwrap();
        assert_eq!(shop.stock("badam-1000").await, (50, 2));
        assert_eq!(shop.stock("badam-500").await, (100, 0));
        if is_undone {
            studio::undo_replacement(shop, member, id).await.unwrap();
            assert_eq!(shop.stock("badam-500").await, (100, 1));
        } else {
            let new = view(shop, &bought).await.orders[0].lines[2].id;
            orders::decline(shop, &shop.access(&bought).await, new).await.unwrap();
        }
        assert_eq!(shop.stock("badam-1000").await, (50, 1));
    }
});

both!(what_is_wrong_is_said_at_its_field, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    for ((missing, sku, amount), field, code) in [
        (("3", "badam-1000", "1"), "missing", FieldCode::TooMuch),
        (("0", "badam-1000", "1"), "missing", FieldCode::InvalidQuantity),
        (("", "badam-1000", "1"), "missing", FieldCode::Required),
        (("1", "badam-1000", "0.5"), "amount", FieldCode::InvalidQuantity),
        (("1", "badam-1000", "51"), "amount", FieldCode::TooMuch),
        (("1", "last-one", "2"), "amount", FieldCode::TooMuch),
        (("1", "badam-500", "1"), "offer", FieldCode::InvalidChoice),
        (("1", "honey-333", "1"), "offer", FieldCode::InvalidChoice),
    ] {
        let typed = form(shop, member, id, (missing, sku, amount), "other").await;
        let shown = page(shop, member, id, &typed).await;
        assert_eq!(shown.errors.of(field), Some(code), "{missing} {sku} {amount}");
        assert!(shown.outcome.is_none());
        // Sent all the same, as if the page had shown it: nothing is done.
        let sent = ReplaceForm { pays: 2980, ..typed };
        let before = Snapshot::of(shop).await;
        match studio::replace(shop, member, id, &sent).await {
            Err(Error::Fields(errors)) => assert_eq!(errors.of(field), Some(code), "{missing} {sku} {amount}"),
            // Its price is not the one the form says: looked at again.
            Err(error) => assert_eq!(error.code(), ErrorCode::InvalidTransition, "{missing} {sku} {amount}"),
            Ok(()) => panic!("{missing} {sku} {amount}"),
        }
        before.assert_unchanged(shop).await;
    }
    let unsaid = form(shop, member, id, ("1", "badam-1000", "1"), "").await;
    assert!(matches!(
        studio::replace(shop, member, id, &unsaid).await,
        Err(Error::Fields(errors)) if errors.of("reason") == Some(FieldCode::Required)
    ));
});

both!(two_at_once_do_not_send_it_twice, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "4")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    // Dearer, so that what the order costs says nothing.
    let wanted = form(shop, member, id, ("1", "badam-1000", "1"), "other").await;
    let answers = tokio::join!(
        studio::replace(shop, member, id, &wanted),
        studio::replace(shop, member, id, &wanted),
    );
    let refused = match answers {
        (Ok(()), Err(error)) | (Err(error), Ok(())) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused.code(), ErrorCode::InvalidTransition);
    assert_eq!(shop.stock("badam-1000").await, (50, 1));
    // Two orders want the last one.
    let other = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let other = shop.orders_of(&other.code).await[0];
    let (one, two) = (
        form(shop, member, id, ("1", "last-one", "1"), "other").await,
        form(shop, member, other, ("1", "last-one", "1"), "other").await,
    );
    let answers = tokio::join!(
        studio::replace(shop, member, id, &one),
        studio::replace(shop, member, other, &two),
    );
    let refused = match answers {
        (Ok(()), Err(error)) | (Err(error), Ok(())) => error,
        other => panic!("{other:?}"),
    };
    assert!(
        matches!(&refused, Error::Fields(errors) if errors.of("amount") == Some(FieldCode::TooMuch)),
        "{refused:?}"
    );
    assert_eq!(shop.stock("last-one").await, (1, 1));
});

both!(only_who_packs_sends_something_else, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let packer = shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    let wanted = form(shop, packer, id, ("1", "badam-1000", "1"), "other").await;
    for other in [
        shop.member_of("bees").await,
        shop.cooperative_member("almonds", CooperativeRole::Editor).await,
        shop.cooperative_member("almonds", CooperativeRole::Finance).await,
        Actor::Anonymous,
    ] {
        for answer in [
            studio::replace_page(shop, other, Locale::Zh, id, &wanted)
                .await
                .map(drop),
            studio::replace(shop, other, id, &wanted).await,
            studio::undo_replacement(shop, other, id).await,
        ] {
            assert!(matches!(answer, Err(Error::NotFound)), "{other:?}: {answer:?}");
        }
    }
    studio::replace(shop, packer, id, &wanted).await.unwrap();
});

both!(a_price_that_waits_for_the_centre_is_none_yet, async |shop| {
    let (member, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    admission::set_confirmation(shop, centre, "almonds", true)
        .await
        .unwrap();
    shop.catch_up().await.unwrap();
    let other = shop.offer("badam-1000").await;
    let sql = format!("SELECT product_id FROM offers WHERE id = {other}");
    let product = ProductId(shop.number(&sql).await);
    let mut dearer = crate::confirmation::form(shop, member, product).await;
    dearer.prices.iter_mut().find(|(offer, _)| *offer == other).unwrap().1 = "99".to_owned();
    studio::save_product(shop, member, product, &dearer).await.unwrap();
    let offers = page(shop, member, id, &ReplaceForm::default()).await.offers;
    let shown = offers.iter().find(|offer| offer.id == other).unwrap();
    assert_eq!(shown.terms.price.minor, 5580);
    let wanted = form(shop, member, id, ("2", "badam-1000", "1"), "other").await;
    let outcome = page(shop, member, id, &wanted).await.outcome.unwrap();
    assert_eq!(outcome.worth.minor, 5580);
});
