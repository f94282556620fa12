//! Sending less than was ordered.

use domain::{Actor, CooperativeRole, ErrorCode, FieldCode, Locale, OrderId, OrderLineId, PaymentState, Unit};
use service::desk::{self, DeskKey};
use service::orders::{self, OrderGroupView};
use service::studio::{self, ReduceForm, ReducePage, StepForm};
use service::{Error, Period};
use testing::{Bought, Snapshot, TestShop, both};

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

async fn page(shop: &TestShop, member: Actor, id: OrderId, form: &ReduceForm) -> ReducePage {
    studio::reduce_page(shop, member, Locale::Zh, id, form).await.unwrap()
}

/// The form that sends so much of the lines, in their order.
pub async fn form(shop: &TestShop, member: Actor, id: OrderId, sent: &[&str], reason: &str) -> ReduceForm {
    let now = page(shop, member, id, &ReduceForm::default()).await;
    let lines: Vec<OrderLineId> = now.lines.iter().map(|line| line.id).collect();
    ReduceForm {
        sent: lines
            .into_iter()
            .zip(sent.iter().map(|typed| (*typed).to_owned()))
            .collect(),
        reason: reason.to_owned(),
        note: String::new(),
        seen: now.seen,
    }
}

async fn told(shop: &TestShop, what: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM outbox WHERE payload LIKE '%\"what\":\"{what}\"%'");
    shop.number(&sql).await
}

both!(less_is_sent_of_a_paid_order_and_the_rest_goes_back, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "3"), ("honey-333", "1")], shop.to_address("65"))
        .await;
    let placed = view(shop, &bought).await;
    orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
    let (member, id) = (shop.member_of("almonds").await, placed.orders[0].id);
    let line = &placed.orders[0].lines[0];
    let each = line.total.minor / 3;

    // Looked at first: nothing is written.
    let wanted = form(shop, member, id, &["2"], "out-of-stock").await;
    let before = Snapshot::of(shop).await;
    let shown = page(shop, member, id, &wanted).await;
    before.assert_unchanged(shop).await;
    assert_eq!((shown.amount.minor, shown.refund.minor), (each, each));
    assert_eq!(shown.total.minor, placed.orders[0].total.minor - each);
    assert!(shown.is_changed && shown.errors.is_empty());

    studio::reduce(shop, member, id, &wanted).await.unwrap();
    let now = view(shop, &bought).await;
    let part = &now.orders[0];
    assert_eq!(part.lines[0].quantity.amount(), 2);
    assert_eq!(part.lines[0].missing.amount(), 1);
    assert_eq!(part.lines[0].total.minor, 2 * each);
    assert_eq!(part.total, shown.total);
    assert_eq!(now.due.minor, placed.total.minor - each);
    assert_eq!(now.money.state, PaymentState::ToRefund);
    assert_eq!(now.money.to_give_back.minor, each);
    assert_eq!(part.reductions[0].amount.minor, each);
    assert_eq!(told(shop, "order-reduced").await, 1);
    assert_eq!(
        placed.orders[1].total, now.orders[1].total,
        "the other's part is as it was"
    );

    // Packed and sent with what there is; only two leave.
    for step in ["accept", "pack", "dispatch"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    let late = studio::reduce_page(shop, member, Locale::Zh, id, &ReduceForm::default()).await;
    assert_eq!(late.unwrap_err().code(), ErrorCode::SentAlready);
    assert_eq!(shop.stock("badam-500").await, (97, 0), "one was not there, two left");
});

both!(the_reason_says_whether_others_can_have_it, async |shop| {
    let member = shop.member_of("bees").await;
    for (reason, on_hand) in [
        ("buyer-asked", 36),
        ("weighed", 36),
        ("other", 36),
        ("out-of-stock", 34),
        ("damaged", 32),
    ] {
        let bought = shop.buy(&[("honey-333", "5")], shop.to_station()).await;
        let id = shop.orders_of(&bought.code).await[0];
        let less = form(shop, member, id, &["3"], reason).await;
        studio::reduce(shop, member, id, &less).await.unwrap();
        assert_eq!(shop.stock("honey-333").await, (on_hand, 3), "{reason}");
        orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
        assert_eq!(
            shop.stock("honey-333").await,
            (on_hand, 0),
            "{reason}: all it held is free"
        );
        assert_eq!(
            view(shop, &bought).await.money.state,
            PaymentState::NothingDue,
            "{reason}"
        );
    }
    let lines = "SELECT count(*) FROM stock_movements WHERE change = -2 AND reason IN ('counted', 'spoiled')";
    assert_eq!(shop.number(lines).await, 2);
});

both!(what_was_counted_before_is_not_taken_off_twice, async |shop| {
    let member = shop.member_of("bees").await;
    let honey = shop.offer("honey-333").await;
    let bought = shop.buy(&[("honey-333", "8")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let counted = studio::MoveForm {
        reason: "counted".to_owned(),
        amount: "5".to_owned(),
        ..studio::MoveForm::default()
    };
    studio::move_stock(shop, member, honey, &counted).await.unwrap();
    let less = form(shop, member, id, &["5"], "out-of-stock").await;
    studio::reduce(shop, member, id, &less).await.unwrap();
    assert_eq!(shop.stock("honey-333").await, (5, 5));
    let less = form(shop, member, id, &["4"], "damaged").await;
    studio::reduce(shop, member, id, &less).await.unwrap();
    assert_eq!(shop.stock("honey-333").await, (4, 4), "this one is new");
});

both!(goods_by_weight_are_paid_as_they_weigh, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("kernel-loose", "600")], shop.to_station()).await;
    let placed = view(shop, &bought).await;
    let (id, total) = (placed.orders[0].id, placed.orders[0].lines[0].total.minor);
    let less = form(shop, member, id, &["0.587"], "weighed").await;
    studio::reduce(shop, member, id, &less).await.unwrap();
    let line = &view(shop, &bought).await.orders[0].lines[0];
    assert_eq!((line.quantity.amount(), line.missing.amount()), (587, 13));
    // Exact to half a fen.
    assert!((line.total.minor * 600 - total * 587).abs() <= 300, "{line:?}");
});

/// Packs an order with what the scales say of its lines.
fn weighed(weights: &[(OrderLineId, &str)]) -> StepForm {
    StepForm {
        weights: weights
            .iter()
            .map(|(line, typed)| (*line, (*typed).to_owned()))
            .collect(),
        ..StepForm::from("pack")
    }
}

both!(what_the_scales_say_at_packing_is_paid, async |shop| {
    let member = shop.member_of("almonds").await;
    let goods = [("kernel-loose", "600"), ("badam-500", "2")];
    let bought = shop.buy(&goods, shop.to_address("65")).await;
    let placed = view(shop, &bought).await;
    orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
    let id = placed.orders[0].id;
    let lines = &placed.orders[0].lines;
    let loose = lines.iter().find(|line| line.unit != Unit::Piece).unwrap();
    let packs = lines.iter().find(|line| line.unit == Unit::Piece).unwrap();

    // Not before it is accepted, and then nothing is written.
    let before = Snapshot::of(shop).await;
    let early = studio::move_on(shop, member, id, weighed(&[(loose.id, "0.587")])).await;
    assert_eq!(early.unwrap_err().code(), ErrorCode::NotAccepted);
    before.assert_unchanged(shop).await;
    studio::move_on(shop, member, id, "accept".into()).await.unwrap();

    let before = Snapshot::of(shop).await;
    let field = format!("weight-{}", loose.id);
    for (typed, code) in [
        ("0.661", FieldCode::TooMuch),
        ("587", FieldCode::TooMuch),
        ("0.539", FieldCode::InvalidQuantity),
        ("0.0587", FieldCode::InvalidQuantity),
        ("0", FieldCode::InvalidQuantity),
        ("-1", FieldCode::InvalidQuantity),
        ("half", FieldCode::InvalidQuantity),
    ] {
        match studio::move_on(shop, member, id, weighed(&[(loose.id, typed)])).await {
            Err(Error::Fields(errors)) => assert_eq!(errors.of(&field), Some(code), "{typed}"),
            other => panic!("{typed}: {other:?}"),
        }
        before.assert_unchanged(shop).await;
    }

    // Packs are counted: what is said of their weight is not looked at.
    let form = weighed(&[(loose.id, " 0.587 "), (packs.id, "1"), (OrderLineId(999_999), "1")]);
    studio::move_on(shop, member, id, form.clone()).await.unwrap();
    let packed = view(shop, &bought).await;
    let part = &packed.orders[0];
    let line = part.lines.iter().find(|line| line.id == loose.id).unwrap();
    assert_eq!((line.quantity.amount(), line.missing.amount()), (587, 13));
    assert!(
        (line.total.minor * 600 - loose.total.minor * 587).abs() <= 300,
        "{line:?}"
    );
    let less = loose.total.minor - line.total.minor;
    assert_eq!(part.total.minor, placed.orders[0].total.minor - less);
    assert_eq!(packed.money.to_give_back.minor, less);
    assert_eq!((part.reductions.len(), part.reductions[0].amount.minor), (1, less));
    assert_eq!(told(shop, "order-reduced").await, 1);
    assert_eq!(shop.stock("kernel-loose").await, (60_000, 587));
    assert_eq!(shop.stock("badam-500").await, (100, 2));
    // Who comes second reads that it is packed.
    let second = studio::move_on(shop, member, id, form).await;
    assert_eq!(second.unwrap_err().code(), ErrorCode::DoneAlready);

    // Unpacked and packed again, it may weigh a little more; what was said to be missing stays so.
    studio::move_on(shop, member, id, "undo-pack".into()).await.unwrap();
    let more = studio::move_on(shop, member, id, weighed(&[(loose.id, "0.646")])).await;
    assert!(matches!(more, Err(Error::Fields(errors)) if errors.of(&field) == Some(FieldCode::TooMuch)));
    studio::move_on(shop, member, id, weighed(&[(loose.id, "0.6")]))
        .await
        .unwrap();
    let again = view(shop, &bought).await;
    assert_eq!(again.orders[0].total, part.total, "nobody pays more than was promised");
    assert_eq!(told(shop, "order-reduced").await, 1, "nothing became less");
    studio::move_on(shop, member, id, "dispatch".into()).await.unwrap();
    assert_eq!(shop.stock("kernel-loose").await, (59_413, 0), "what left");
});

both!(what_weighs_a_little_more_costs_what_was_ordered, async |shop| {
    let member = shop.member_of("almonds").await;
    for more in ["0.601", "0.66", "660 g"] {
        let bought = shop.buy(&[("kernel-loose", "600")], shop.to_station()).await;
        let placed = view(shop, &bought).await;
        let (id, line) = (placed.orders[0].id, placed.orders[0].lines[0].id);
        studio::move_on(shop, member, id, "accept".into()).await.unwrap();
        let stock = shop.stock("kernel-loose").await;
        studio::move_on(shop, member, id, weighed(&[(line, more)]))
            .await
            .unwrap();
        let packed = view(shop, &bought).await;
        let part = &packed.orders[0];
        assert_eq!(
            (part.lines[0].quantity.amount(), part.lines[0].missing.amount()),
            (600, 0)
        );
        assert_eq!(part.total, placed.orders[0].total, "{more}");
        assert!(part.reductions.is_empty());
        assert_eq!(shop.stock("kernel-loose").await, stock, "{more}");
    }
    assert_eq!(told(shop, "order-reduced").await, 0);

    // Where less is sent the same is true, and nothing changes by it.
    let bought = shop.buy(&[("kernel-loose", "600")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let shown = page(shop, member, id, &form(shop, member, id, &["0.66"], "weighed").await).await;
    assert!(shown.errors.is_empty() && !shown.is_changed);
    let shown = page(shop, member, id, &form(shop, member, id, &["0.661"], "weighed").await).await;
    assert_eq!(
        shown.errors.of(&format!("sent-{}", shown.lines[0].id)),
        Some(FieldCode::TooMuch)
    );
});

both!(nothing_is_made_more_and_nothing_left_is_refused, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop
        .buy(&[("badam-500", "3"), ("badam-1000", "1")], shop.to_station())
        .await;
    let id = shop.orders_of(&bought.code).await[0];
    for (sent, code) in [
        ("4", FieldCode::TooMuch),
        ("-1", FieldCode::InvalidQuantity),
        ("1.5", FieldCode::InvalidQuantity),
        ("", FieldCode::Required),
        ("9223372036854775808", FieldCode::InvalidQuantity),
    ] {
        let form = form(shop, member, id, &[sent, "1"], "other").await;
        let field = format!("sent-{}", form.sent[0].0);
        let before = Snapshot::of(shop).await;
        assert_eq!(
            page(shop, member, id, &form).await.errors.of(&field),
            Some(code),
            "{sent}"
        );
        match studio::reduce(shop, member, id, &form).await {
            Err(Error::Fields(errors)) => assert_eq!(errors.of(&field), Some(code), "{sent}"),
            other => panic!("{other:?}"),
        }
        before.assert_unchanged(shop).await;
    }
    let nothing = form(shop, member, id, &["0", "0"], "other").await;
    assert_eq!(
        page(shop, member, id, &nothing).await.errors.of("lines"),
        Some(FieldCode::Required)
    );
    let refused = studio::reduce(shop, member, id, &nothing).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NothingLeft);
    let same = form(shop, member, id, &["3", "1"], "other").await;
    assert!(!page(shop, member, id, &same).await.is_changed);
    assert!(studio::reduce(shop, member, id, &same).await.is_err());
    let why = ReduceForm {
        reason: "no-such".to_owned(),
        ..form(shop, member, id, &["2", "1"], "other").await
    };
    assert!(matches!(
        studio::reduce(shop, member, id, &why).await,
        Err(Error::Fields(errors)) if errors.of("reason") == Some(FieldCode::Required)
    ));
    // A line of another order.
    let other = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let other = shop.orders_of(&other.code).await[0];
    let before_other = Snapshot::of(shop).await;
    let foreign = ReduceForm {
        sent: vec![(
            form(shop, member, other, &["1"], "other").await.sent[0].0,
            "0".to_owned(),
        )],
        ..form(shop, member, id, &["2", "1"], "other").await
    };
    assert!(studio::reduce(shop, member, id, &foreign).await.is_err());
    before_other.assert_unchanged(shop).await;
    // One line in whole: it holds nothing any more, and the other goes on.
    let whole = form(shop, member, id, &["0", "1"], "damaged").await;
    studio::reduce(shop, member, id, &whole).await.unwrap();
    assert_eq!(shop.stock("badam-500").await.1, 1, "the other order's");
});

both!(two_who_change_it_at_once_do_not_undo_each_other, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "4")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let (one, other) = (
        form(shop, member, id, &["3"], "other").await,
        form(shop, member, id, &["2"], "other").await,
    );
    let answers = tokio::join!(
        studio::reduce(shop, member, id, &one),
        studio::reduce(shop, member, id, &other),
    );
    let refused = match answers {
        (Ok(()), Err(error)) | (Err(error), Ok(())) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused.code(), ErrorCode::InvalidTransition);
    assert_eq!(shop.number("SELECT count(*) FROM order_reductions").await, 1);
});

both!(cash_at_the_station_is_what_the_order_costs_now, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let less = form(shop, member, id, &["1"], "damaged").await;
    let shown = page(shop, member, id, &less).await;
    assert_eq!(shown.refund.minor, 0, "nothing was paid yet");
    studio::reduce(shop, member, id, &less).await.unwrap();
    for step in ["accept", "pack", "dispatch", "ready"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    let centre = shop.of_centre().await;
    let key = DeskKey {
        code: bought.code.to_string(),
        tail: "8000".to_owned(),
    };
    let desk = desk::order_at_desk(shop, centre, Locale::Zh, &key).await.unwrap();
    assert_eq!(desk.to_take, shown.total);
});

both!(only_who_packs_sends_less, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let packer = shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    let less = form(shop, packer, id, &["1"], "other").await;
    for other in [
        shop.member_of("bees").await,
        shop.cooperative_member("almonds", CooperativeRole::Editor).await,
        shop.cooperative_member("almonds", CooperativeRole::Finance).await,
        Actor::Anonymous,
    ] {
        let answer = studio::reduce(shop, other, id, &less).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{other:?}: {answer:?}");
        let answer = studio::reduce_page(shop, other, Locale::Zh, id, &less).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{other:?}: {answer:?}");
        assert!(matches!(
            studio::answer(shop, other, id, Locale::Zh, "好").await,
            Err(Error::NotFound)
        ));
    }
    studio::reduce(shop, packer, id, &less).await.unwrap();
});

both!(what_was_written_is_forgotten_with_the_buyer, async |shop| {
    let bought = shop.buy(&[("badam-500", "3")], shop.to_station()).await;
    let (id, access) = (shop.orders_of(&bought.code).await[0], shop.access(&bought).await);
    orders::ask(shop, &access, id, Locale::Zh, "家里没人").await.unwrap();
    let member = shop.member_of("almonds").await;
    let less = ReduceForm {
        note: "古丽说两袋就够".to_owned(),
        ..form(shop, member, id, &["1"], "buyer-asked").await
    };
    studio::reduce(shop, member, id, &less).await.unwrap();
    let cancel = studio::StepForm {
        command: "cancel".to_owned(),
        reason: "buyer-asked".to_owned(),
        note: "古丽不要了".to_owned(),
        ..studio::StepForm::default()
    };
    studio::move_on(shop, member, id, cancel).await.unwrap();
    shop.clock.advance(731 * 86_400_000);
    service::retention::sweep(shop).await.unwrap();
    assert_eq!(shop.number("SELECT count(*) FROM order_messages").await, 0);
    let notes = "SELECT (SELECT count(*) FROM orders WHERE cancel_note IS NOT NULL)
        + (SELECT count(*) FROM order_reductions WHERE note <> '')";
    assert_eq!(shop.number(notes).await, 0);
    // Whoever has the page still open writes to nobody.
    let late = orders::ask(shop, &access, id, Locale::Zh, "还在吗？")
        .await
        .unwrap_err();
    assert_eq!(late.code(), ErrorCode::OrderOver);
    assert_eq!(
        shop.number("SELECT count(*) FROM order_groups WHERE buyer_name = ''")
            .await,
        1
    );
});

both!(figures_add_up_to_what_was_sold, async |shop| {
    let owner = shop.member_of("almonds").await;
    let one = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let two = shop
        .buy(&[("badam-1000", "1"), ("honey-333", "1")], shop.to_address("65"))
        .await;
    let gone = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    orders::cancel(shop, &shop.access(&gone).await).await.unwrap();
    let id = shop.orders_of(&one.code).await[0];
    let less = form(shop, owner, id, &["1"], "damaged").await;
    studio::reduce(shop, owner, id, &less).await.unwrap();
    studio::move_on(shop, owner, id, "accept".into()).await.unwrap();
    let (one, two) = (
        view(shop, &one).await.orders[0].goods,
        view(shop, &two).await.orders[0].goods,
    );
    let all = one.minor + two.minor;
    for period in [Period::Days, Period::Months] {
        let figures = studio::figures(shop, owner, Locale::Zh, period).await.unwrap();
        let bars: i64 = figures.bars.iter().map(|bar| bar.sold.minor).sum();
        assert_eq!((figures.orders, figures.sold.minor, bars), (2, all, all), "{period:?}");
        assert_eq!(figures.bars.last().unwrap().orders, 2);
        assert_eq!(
            (figures.delivered.minor, figures.under_way, figures.waiting),
            (0, one, two)
        );
        let products: i64 = figures.products.iter().map(|product| product.sold.minor).sum();
        assert_eq!((figures.products.len(), products), (1, all), "two sizes of one product");
        assert_eq!(figures.places.iter().map(|place| place.orders).sum::<i64>(), 2);
        assert_eq!((figures.buyers, figures.returning), (1, 1), "twice with one number");
    }
    assert_eq!(
        studio::figures(shop, owner, Locale::Ug, Period::Days)
            .await
            .unwrap()
            .bars
            .len(),
        30
    );
    for role in [CooperativeRole::Packer, CooperativeRole::Editor, CooperativeRole::Host] {
        let other = shop.cooperative_member("almonds", role).await;
        let answer = studio::figures(shop, other, Locale::Zh, Period::Days).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{role}");
    }
    let empty = shop.cooperative_member("bees", CooperativeRole::Finance).await;
    assert_eq!(
        studio::figures(shop, empty, Locale::Zh, Period::Days)
            .await
            .unwrap()
            .orders,
        1
    );
});

both!(the_first_page_shows_what_has_waited_longest, async |shop| {
    let member = shop.member_of("almonds").await;
    let mut codes = Vec::new();
    for _ in 0..3 {
        codes.push(shop.buy(&[("badam-500", "1")], shop.to_station()).await.code);
        shop.clock.advance(60_000);
    }
    // A transfer that has not come in, and an order that is over: neither is to be worked on.
    shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let over = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    orders::cancel(shop, &shop.access(&over).await).await.unwrap();
    let first = shop.orders_of(&codes[0]).await[0];
    studio::move_on(shop, member, first, "accept".into()).await.unwrap();
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    let shown: Vec<_> = home.orders.iter().map(|order| order.code).collect();
    assert_eq!(shown, [codes[1], codes[2], codes[0]], "to accept first, then to pack");
});

both!(an_order_says_that_there_is_not_enough_for_it, async |shop| {
    let member = shop.member_of("bees").await;
    let first = shop.buy(&[("honey-333", "4")], shop.to_station()).await;
    let second = shop.buy(&[("honey-333", "4")], shop.to_station()).await;
    let (first, second) = (
        shop.orders_of(&first.code).await[0],
        shop.orders_of(&second.code).await[0],
    );
    let short = async |id| studio::order(shop, member, Locale::Zh, id).await.unwrap().is_short;
    assert!(!short(first).await && !short(second).await);
    let counted = studio::MoveForm {
        reason: "counted".to_owned(),
        amount: "6".to_owned(),
        ..studio::MoveForm::default()
    };
    studio::move_stock(shop, member, shop.offer("honey-333").await, &counted)
        .await
        .unwrap();
    assert!(!short(first).await && short(second).await, "who came first has theirs");
    assert_eq!(studio::home(shop, member, Locale::Zh).await.unwrap().short, 1);
    let less = form(shop, member, second, &["2"], "out-of-stock").await;
    studio::reduce(shop, member, second, &less).await.unwrap();
    assert!(!short(second).await);
    assert_eq!(studio::home(shop, member, Locale::Zh).await.unwrap().short, 0);
});
