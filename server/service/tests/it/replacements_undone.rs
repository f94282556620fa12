//! A replacement that the cooperative takes back, or that the buyer does not want.

use domain::{ErrorCode, FieldCode, FulfilmentStatus, Locale, OrderLineId, PaymentState};
use service::{Error, money, orders, studio};
use testing::both;

use crate::money::form as money_form;
use crate::replacements::{form, paid, step, told, view};

both!(within_minutes_it_is_as_it_was, async |shop| {
    let member = shop.member_of("almonds").await;
    let (bought, id) = paid(shop, &[("badam-500", "3")]).await;
    let before = view(shop, &bought).await;
    let swap = ("2", "badam-1000", "1");
    for reason in ["out-of-stock", "buyer-asked"] {
        let wanted = form(shop, member, id, swap, reason).await;
        studio::replace(shop, member, id, &wanted).await.unwrap();
        studio::undo_replacement(shop, member, id).await.unwrap();
        let now = view(shop, &bought).await;
        assert_eq!(now.orders[0].lines.len(), 1, "{reason}");
        assert_eq!(now.orders[0].lines[0].missing.amount(), 0, "{reason}");
        assert_eq!(
            (now.orders[0].total, now.money),
            (before.orders[0].total, before.money),
            "{reason}"
        );
        assert!(now.orders[0].reductions.is_empty(), "{reason}");
        assert_eq!(shop.stock("badam-500").await, (100, 3), "{reason}");
        assert_eq!(shop.stock("badam-1000").await, (50, 0), "{reason}");
        let twice = studio::undo_replacement(shop, member, id).await.unwrap_err();
        assert_eq!(twice.code(), ErrorCode::GoneOn, "{reason}");
    }
    assert_eq!(told(shop, "replacement-undone").await, 2);
    // What became free may be sold by now.
    let wanted = form(shop, member, id, swap, "buyer-asked").await;
    studio::replace(shop, member, id, &wanted).await.unwrap();
    let sold_elsewhere = studio::MoveForm {
        reason: "sold-elsewhere".to_owned(),
        amount: "99".to_owned(),
        ..studio::MoveForm::default()
    };
    let offer = shop.offer("badam-500").await;
    studio::move_stock(shop, member, offer, &sold_elsewhere).await.unwrap();
    let sold = studio::undo_replacement(shop, member, id).await.unwrap_err();
    assert_eq!(sold.code(), ErrorCode::GoneOn);
});

both!(later_it_stays, async |shop| {
    let member = shop.member_of("almonds").await;
    let swap = ("2", "badam-1000", "1");
    let (_, late) = paid(shop, &[("badam-500", "3")]).await;
    let wanted = form(shop, member, late, swap, "out-of-stock").await;
    studio::replace(shop, member, late, &wanted).await.unwrap();
    shop.clock.advance(5 * 60 * 1000 + 1);
    let refused = studio::undo_replacement(shop, member, late).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::UndoTooLate);
    let (_, moved) = paid(shop, &[("badam-500", "3")]).await;
    let wanted = form(shop, member, moved, swap, "out-of-stock").await;
    studio::replace(shop, member, moved, &wanted).await.unwrap();
    let page = studio::order(shop, member, Locale::Zh, moved).await.unwrap();
    assert!(page.undo_replacement.is_some());
    step(shop, member, moved, "accept").await;
    let page = studio::order(shop, member, Locale::Zh, moved).await.unwrap();
    assert!(page.undo_replacement.is_none());
    let refused = studio::undo_replacement(shop, member, moved).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::GoneOn);
});

both!(a_buyer_can_say_no_until_the_parcel_leaves, async |shop| {
    let member = shop.member_of("almonds").await;
    let (bought, id) = paid(shop, &[("badam-500", "3")]).await;
    let wanted = form(shop, member, id, ("2", "badam-1000", "1"), "out-of-stock").await;
    studio::replace(shop, member, id, &wanted).await.unwrap();
    step(shop, member, id, "accept").await;
    step(shop, member, id, "pack").await;
    let access = shop.access(&bought).await;
    let lines: Vec<OrderLineId> = view(shop, &bought).await.orders[0].lines.iter().map(|l| l.id).collect();
    let own = orders::decline(shop, &access, lines[0]).await;
    assert!(matches!(own, Err(Error::NotFound)), "it takes nothing's place: {own:?}");
    let other = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let foreign = orders::decline(shop, &shop.access(&other).await, lines[1]).await;
    assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");

    orders::decline(shop, &access, lines[1]).await.unwrap();
    let now = view(shop, &bought).await;
    let part = &now.orders[0];
    assert_eq!((part.goods.minor, part.fulfilment), (2980, FulfilmentStatus::Packed));
    assert_eq!(now.money.to_give_back.minor, 5960, "all that was agreed for the two");
    assert_eq!(shop.stock("badam-1000").await, (50, 0));
    assert_eq!(told(shop, "replacement-declined").await, 1);
    let twice = orders::decline(shop, &access, lines[1]).await.unwrap_err();
    assert_eq!(twice.code(), ErrorCode::DoneAlready);
    let undone = studio::undo_replacement(shop, member, id).await.unwrap_err();
    assert_eq!(undone.code(), ErrorCode::GoneOn);
});

both!(all_that_goes_back_is_one_sum, async |shop| {
    let (member, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
    let bought = shop.buy(&[("badam-500", "4")], shop.to_address("65")).await;
    let placed = view(shop, &bought).await;
    let id = placed.orders[0].id;
    let wanted = form(shop, member, id, ("2", "badam-1000", "1"), "buyer-asked").await;
    studio::replace(shop, member, id, &wanted).await.unwrap();
    // The transfer is what was shown first.
    money::receive_for(shop, centre, &money_form(bought.code, placed.total.minor, 1))
        .await
        .unwrap();
    let over = view(shop, &bought).await;
    assert_eq!(
        (over.money.state, over.money.to_give_back.minor),
        (PaymentState::Overpaid, 380)
    );
    let new = over.orders[0].lines[1].id;
    orders::decline(shop, &shop.access(&bought).await, new).await.unwrap();
    let now = view(shop, &bought).await.money;
    assert_eq!((now.state, now.to_give_back.minor), (PaymentState::ToRefund, 5960));
    let overview = money::overview(shop, centre).await.unwrap();
    assert_eq!(overview.refunds.len(), 1);
    assert_eq!(overview.refunds[0].money, now, "the buyer reads the same");
    assert!(overview.overpaid.is_empty(), "it is listed once");
    let too_much = money::refund_sent(shop, centre, &money_form(bought.code, 5961, 2)).await;
    assert!(matches!(too_much, Err(Error::Fields(errors)) if errors.of("amount") == Some(FieldCode::TooMuch)));
    money::refund_sent(shop, centre, &money_form(bought.code, 5960, 3))
        .await
        .unwrap();
    let done = view(shop, &bought).await.money;
    assert_eq!((done.state, done.to_give_back.minor), (PaymentState::Paid, 0));
    assert!(money::overview(shop, centre).await.unwrap().refunds.is_empty());
});
