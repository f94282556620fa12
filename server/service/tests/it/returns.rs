//! What is wrong with goods that came: what is promised, reported, answered, and what becomes of the money.

use domain::{
    Actor, CentreRole, CooperativeRole, DamageReportId, ErrorCode, FieldCode, GoodsClass, Locale, Membership, OrderId,
    PaymentState, PictureRefusal, ReportKind, ReportOutcome, SettingChangeId, WayBack,
};
use service::categories::{self, CategoryForm};
use service::checkout::CheckoutForm;
use service::money::{self, MoneyForm};
use service::orders::{self, OrderGroupView, OrderView, ReportForm};
use service::pictures::PhotoSize;
use service::settings::{self, Section};
use service::studio::{self, OrderQuery, SettleForm};
use service::{Error, Network, Period, centre, damage, retention, unused_pictures};
use testing::{Bought, TestShop, both};

use crate::pictures::file;

const HOUR: i64 = 3_600_000;

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

async fn part(shop: &TestShop, bought: &Bought) -> OrderView {
    view(shop, bought).await.orders.into_iter().next().unwrap()
}

/// Almonds are bought, paid by transfer, sent and handed over; answers the order.
async fn handed_over(shop: &TestShop, goods: &[(&str, &str)]) -> (Bought, OrderId) {
    let steps = ["accept", "pack", "dispatch", "deliver"];
    handed_over_by(shop, goods, shop.to_address("65"), &steps).await
}

async fn handed_over_by(
    shop: &TestShop,
    goods: &[(&str, &str)],
    form: CheckoutForm,
    steps: &[&str],
) -> (Bought, OrderId) {
    let bought = shop.buy(goods, form).await;
    let id = shop.orders_of(&bought.code).await[0];
    let reference = view(shop, &bought).await.payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    let member = shop.member_of("almonds").await;
    for step in steps {
        studio::move_on(shop, member, id, (*step).into()).await.unwrap();
    }
    (bought, id)
}

fn form(line: impl ToString, kind: &str, text: &str) -> ReportForm {
    ReportForm {
        line: line.to_string(),
        kind: kind.to_owned(),
        text: text.to_owned(),
    }
}

async fn report(shop: &TestShop, bought: &Bought, id: OrderId, form: &ReportForm) -> service::Result<()> {
    orders::report(shop, &shop.access(bought).await, id, Locale::Ug, form).await
}

/// Reports the first line as damaged.
async fn reported(shop: &TestShop, bought: &Bought, id: OrderId) {
    let line = part(shop, bought).await.lines[0].id;
    report(shop, bought, id, &form(line, "damaged", "قاپ يىرتىلىپ كەتتى"))
        .await
        .unwrap();
}

/// The newest report's number.
async fn newest(shop: &TestShop) -> String {
    shop.number("SELECT max(id) FROM damage_reports").await.to_string()
}

async fn answer(shop: &TestShop, command: &str, amount: &str, text: &str) -> SettleForm {
    SettleForm {
        report: newest(shop).await,
        command: command.to_owned(),
        amount: amount.to_owned(),
        again: String::new(),
        text: text.to_owned(),
    }
}

#[track_caller]
fn wrong(answer: service::Result<()>, field: &str) -> Option<FieldCode> {
    match answer {
        Err(Error::Fields(errors)) => errors.of(field),
        other => panic!("{other:?}"),
    }
}

/// A buyer's photo of this colour with a report.
async fn add_photo(
    shop: &TestShop,
    bought: &Bought,
    report: DamageReportId,
    colour: &str,
) -> service::Result<Result<(), PictureRefusal>> {
    let access = shop.access(bought).await;
    let mut incoming = orders::receive_report_photo(shop, &Network::unknown(), &access, report).await?;
    for part in file(colour).chunks(10_000) {
        incoming.push(part).await?;
    }
    orders::add_report_photo(shop, incoming).await
}

/// What lies where pictures are kept for reports.
fn kept(shop: &TestShop) -> usize {
    let folder = std::fs::read_dir(shop.place.folder().join("media")).unwrap();
    let names = folder.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("report-")).count()
}

both!(photos_of_damage_are_seen_by_those_it_concerns_alone, async |shop| {
    let (bought, id) = handed_over(shop, &[("badam-500", "2")]).await;
    let (other, _) = handed_over(shop, &[("badam-500", "1")]).await;
    reported(shop, &bought, id).await;
    let report = part(shop, &bought).await.returns.reports[0].id;
    assert_eq!(add_photo(shop, &bought, report, "red").await.unwrap(), Ok(()));
    assert_eq!(
        add_photo(shop, &bought, report, "red").await.unwrap(),
        Err(PictureRefusal::Known)
    );
    // Whoever holds another order has nothing to do with it.
    let refused = add_photo(shop, &other, report, "blue").await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    assert_eq!(kept(shop), 2, "one photo in two sizes");

    let photo = part(shop, &bought).await.returns.reports[0].photos[0];
    let cookie = |bought: &Bought| orders::remember(shop, "", &bought.code);
    let sees = async |actor, cookie: &str| {
        let mut seen = 0;
        for size in [PhotoSize::Small, PhotoSize::Large] {
            match orders::report_photo(shop, actor, cookie, photo, size).await {
                Ok(file) => {
                    assert!(file.starts_with(b"\xff\xd8\xff"));
                    seen += 1;
                }
                Err(error) => assert!(matches!(error, Error::NotFound), "{error:?}"),
            }
        }
        seen
    };
    assert_eq!(sees(Actor::Shopper, &cookie(&bought)).await, 2);
    assert_eq!(sees(Actor::Shopper, &cookie(&other)).await, 0);
    assert_eq!(sees(Actor::Anonymous, "").await, 0);
    let packer = shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    let editor = shop.cooperative_member("almonds", CooperativeRole::Editor).await;
    let bees = shop.member_of("bees").await;
    for (actor, files) in [(packer, 2), (editor, 0), (bees, 0), (shop.of_centre().await, 2)] {
        assert_eq!(sees(actor, "").await, files, "{actor:?}");
    }
    // By no address of the shop's pictures.
    let name = media::file_name(&media::sha_of(&file("red")), 320, media::Format::Jpeg);
    assert!(shop.pictures().read(&name).await.unwrap().is_none());
    let rows = format!(
        "SELECT count(*) FROM media WHERE sha = '{}'",
        media::sha_of(&file("red"))
    );
    assert_eq!(shop.number(&rows).await, 0);
});

both!(nobody_takes_the_places_of_all_who_send_photos, async |shop| {
    let (bought, id) = handed_over(shop, &[("badam-500", "2")]).await;
    reported(shop, &bought, id).await;
    let report = part(shop, &bought).await.returns.reports[0].id;
    let access = shop.access(&bought).await;
    let from = async |address: &str| {
        let network = Network::of(address.parse().unwrap());
        orders::receive_report_photo(shop, &network, &access, report).await
    };
    // One order, from wherever it comes, has two at a time.
    let held = (from("203.0.113.1").await.unwrap(), from("203.0.113.2").await.unwrap());
    let busy = from("203.0.113.3").await;
    assert!(matches!(busy, Err(Error::Busy)));
    drop(held);
    assert!(from("203.0.113.3").await.is_ok());
    // What did not come takes nothing off what may come in a day.
    assert_eq!(add_photo(shop, &bought, report, "red").await.unwrap(), Ok(()));
});

both!(
    three_photos_until_it_is_answered_and_none_when_it_is_forgotten,
    async |shop| {
        let (bought, id) = handed_over(shop, &[("badam-500", "2")]).await;
        reported(shop, &bought, id).await;
        let photos = async || part(shop, &bought).await.returns.reports[0].photos.clone();
        let report = part(shop, &bought).await.returns.reports[0].id;
        for colour in ["red", "green", "blue"] {
            assert_eq!(add_photo(shop, &bought, report, colour).await.unwrap(), Ok(()));
        }
        let full = add_photo(shop, &bought, report, "white").await;
        assert_eq!(full.unwrap_err().code(), ErrorCode::PicturesFull);
        let access = shop.access(&bought).await;
        let first = photos().await[0];
        for _ in 0..2 {
            orders::remove_report_photo(shop, &access, report, first).await.unwrap();
        }
        assert_eq!((photos().await.len(), kept(shop)), (2, 4));

        let member = shop.member_of("almonds").await;
        let declined = answer(shop, "declined", "", "外箱完好").await;
        studio::settle(shop, member, id, Locale::Zh, &declined).await.unwrap();
        let late = add_photo(shop, &bought, report, "white").await;
        assert_eq!(late.unwrap_err().code(), ErrorCode::InvalidTransition);
        let left = photos().await[0];
        let late = orders::remove_report_photo(shop, &access, report, left).await;
        assert_eq!(late.unwrap_err().code(), ErrorCode::InvalidTransition);
        // Those of reports that are there stay through the night.
        retention::sweep(shop).await.unwrap();
        shop.clock.advance(731 * 24 * HOUR);
        unused_pictures::clear_unused(shop).await.unwrap();
        assert_eq!(kept(shop), 4);
        // With the buyer they are forgotten.
        let last = shop.now() - 600_000;
        shop.execute(format!(
            "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
        ))
        .await;
        retention::sweep(shop).await.unwrap();
        assert_eq!(shop.number("SELECT count(*) FROM report_photos").await, 0);
        unused_pictures::clear_unused(shop).await.unwrap();
        assert_eq!(kept(shop), 0);
    }
);

both!(money_goes_back_for_what_came_damaged, async |shop| {
    let (bought, id) = handed_over(shop, &[("badam-500", "2")]).await;
    let before = view(shop, &bought).await;
    reported(shop, &bought, id).await;
    let member = shop.member_of("almonds").await;
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!((home.reports.number, home.questions.number), (1, 1));
    let list = studio::orders(shop, member, Locale::Zh, &OrderQuery::default())
        .await
        .unwrap();
    assert!(list.orders[0].is_reported);

    let goods = before.orders[0].goods.minor;
    let settle = async |form: &SettleForm| studio::settle(shop, member, id, Locale::Zh, form).await;
    let too_much = format!("{}.{:02}", goods / 100, goods % 100 + 1);
    for (amount, code) in [
        ("", FieldCode::Required),
        ("x", FieldCode::InvalidPrice),
        ("0", FieldCode::InvalidPrice),
        (too_much.as_str(), FieldCode::TooMuch),
    ] {
        let refused = settle(&answer(shop, "refunded", amount, "").await).await;
        assert_eq!(wrong(refused, "amount"), Some(code), "{amount}");
    }
    assert_eq!(shop.number("SELECT count(*) FROM order_reductions").await, 0);
    settle(&answer(shop, "refunded", "5", "对不起").await).await.unwrap();
    let again = settle(&answer(shop, "refunded", "5", "").await).await;
    assert_eq!(again.unwrap_err().code(), ErrorCode::DoneAlready);

    let after = view(shop, &bought).await;
    let order = &after.orders[0];
    assert_eq!(after.money.state, PaymentState::ToRefund);
    assert_eq!(after.money.to_give_back.minor, 500);
    assert_eq!(
        (order.goods.minor, order.lines[0].total.minor),
        (goods - 500, goods - 500)
    );
    assert_eq!(
        order.lines[0].quantity, before.orders[0].lines[0].quantity,
        "all of it was sent"
    );
    assert!(order.reductions.is_empty(), "it is told with the report");
    let told = &order.returns.reports[0];
    assert_eq!(told.kind, ReportKind::Damaged);
    assert_eq!(told.outcome.map(|(outcome, _)| outcome), Some(ReportOutcome::Refunded));
    assert_eq!(told.refund.map(|money| money.minor), Some(500));
    assert_eq!(after.messages[&id].len(), 2, "what was said stands among the messages");
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!((home.reports.number, home.questions.number), (0, 0));

    // The cooperative reads why it gets less, and the Centre sends it.
    let figures = studio::figures(shop, member, Locale::Zh, Period::Days).await.unwrap();
    assert_eq!(figures.delivered, order.goods);
    assert!(figures.taken_off.is_empty(), "all of it was sent");
    let (kind, back) = figures.given_back[0];
    assert_eq!(
        (figures.given_back.len(), kind, back.minor),
        (1, ReportKind::Damaged, 500)
    );
    assert_eq!(figures.ordered().minor, goods);
    let centre = shop.of_centre().await;
    let refund = MoneyForm {
        order: bought.code.to_string(),
        amount: "5.00".to_owned(),
        reference: "bank 1".to_owned(),
        key: format!("{:032x}", 1),
        ..MoneyForm::default()
    };
    money::refund_sent(shop, centre, &refund).await.unwrap();
    let sent = view(shop, &bought).await.money;
    assert_eq!((sent.state, sent.given_back.minor), (PaymentState::Paid, 500));
    assert!(money::check(shop).await.unwrap().is_empty());
});

both!(all_of_it_may_go_back, async |shop| {
    // No freight is left to be paid where it is collected.
    let collected = CheckoutForm {
        payment: "bank_transfer".to_owned(),
        ..shop.to_station()
    };
    let steps = ["accept", "pack", "dispatch", "ready", "deliver"];
    let (bought, id) = handed_over_by(shop, &[("badam-500", "1")], collected, &steps).await;
    reported(shop, &bought, id).await;
    let goods = part(shop, &bought).await.goods.minor;
    let member = shop.member_of("almonds").await;
    let all = format!("{}.{:02}", goods / 100, goods % 100);
    studio::settle(shop, member, id, Locale::Zh, &answer(shop, "refunded", &all, "").await)
        .await
        .unwrap();
    let order = part(shop, &bought).await;
    assert_eq!((order.goods.minor, order.total.minor), (0, 0));
    assert_eq!(view(shop, &bought).await.money.state, PaymentState::ToRefund);
    assert!(money::check(shop).await.unwrap().is_empty());
    // Nothing is left of the line to be reported.
    let line = order.lines[0].id;
    let refused = report(shop, &bought, id, &form(line, "spoiled", "?")).await;
    assert_eq!(wrong(refused, "line"), Some(FieldCode::InvalidChoice));
});

both!(the_same_goods_are_sent_once_more_while_there_are_some, async |shop| {
    let (bought, id) = handed_over(shop, &[("badam-500", "2")]).await;
    reported(shop, &bought, id).await;
    let member = shop.member_of("almonds").await;
    let (on_hand, reserved) = shop.stock("badam-500").await;
    let offer = shop.offer("badam-500").await;
    let count = async |amount: i64| {
        shop.execute(format!("UPDATE stock SET on_hand = {amount} WHERE offer_id = {offer}"))
            .await;
    };
    count(reserved + 1).await;
    let again = answer(shop, "replaced", "", "下周二到").await;
    let short = studio::settle(shop, member, id, Locale::Zh, &again).await;
    assert_eq!(short.unwrap_err().code(), ErrorCode::StockShort);
    count(on_hand).await;
    studio::settle(shop, member, id, Locale::Zh, &again).await.unwrap();
    assert_eq!(shop.stock("badam-500").await, (on_hand - 2, reserved));
    let order = part(shop, &bought).await;
    let outcome = order.returns.reports[0].outcome.map(|(outcome, _)| outcome);
    assert_eq!(outcome, Some(ReportOutcome::Replaced));
    assert_eq!(view(shop, &bought).await.money.to_give_back.minor, 0);
});

both!(no_needs_a_reason, async |shop| {
    let (bought, id) = handed_over(shop, &[("badam-500", "1")]).await;
    reported(shop, &bought, id).await;
    let member = shop.member_of("almonds").await;
    let silent = studio::settle(shop, member, id, Locale::Zh, &answer(shop, "declined", "", " ").await).await;
    assert_eq!(wrong(silent, "text"), Some(FieldCode::Required));
    studio::settle(
        shop,
        member,
        id,
        Locale::Zh,
        &answer(shop, "declined", "", "照片上是好的").await,
    )
    .await
    .unwrap();
    // It may be said once more, while the time runs.
    reported(shop, &bought, id).await;
    assert_eq!(part(shop, &bought).await.returns.reports.len(), 2);
});

both!(
    what_can_be_reported_when_is_what_was_promised_at_the_sale,
    async |shop| {
        let (bought, id) = handed_over(shop, &[("badam-500", "1")]).await;
        let order = part(shop, &bought).await;
        let (line, at) = (&order.lines[0], order.returns.handed_over_at.unwrap());
        assert_eq!(line.goods_class, GoodsClass::Packaged);
        assert_eq!(order.returns.kinds(line, at), ReportKind::ALL);
        assert_eq!(order.returns.kinds(line, at + 49 * HOUR), [ReportKind::Unwanted]);
        assert!(order.returns.kinds(line, at + 8 * 24 * HOUR).is_empty());

        // New rules are for new orders.
        let centre = shop.of_centre().await;
        let fields = [
            ("report-hours", "24"),
            ("return-days", "٠"),
            ("way-back", "cooperative"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
        settings::save(shop, centre, Section::Returns, SettingChangeId(0), &fields)
            .await
            .unwrap();
        let rules = settings::returns(shop);
        assert_eq!(
            (rules.report_hours, rules.return_days, rules.way_back),
            (24, 0, WayBack::Cooperative)
        );
        assert_eq!(part(shop, &bought).await.returns.rules.unwrap().report_hours, 48);
        shop.clock.advance(49 * HOUR);
        let late = report(shop, &bought, id, &form(line.id, "damaged", "?")).await;
        assert_eq!(wrong(late, "kind"), Some(FieldCode::InvalidChoice));
        report(shop, &bought, id, &form(line.id, "unwanted", "ئالغۇم يوق"))
            .await
            .unwrap();
        let (newer, _) = handed_over(shop, &[("badam-500", "1")]).await;
        let newer = part(shop, &newer).await;
        let at = newer.returns.handed_over_at.unwrap();
        assert!(newer.returns.kinds(&newer.lines[0], at + 25 * HOUR).is_empty());
    }
);

both!(fresh_goods_do_not_come_back_for_a_change_of_mind, async |shop| {
    let centre = shop.of_centre().await;
    let id = domain::CategoryId(shop.number("SELECT id FROM categories WHERE slug = 'badam'").await);
    let file = categories::file(shop, centre, Locale::Zh, id).await.unwrap();
    assert_eq!(file.form.class, "packaged");
    let fresh = CategoryForm {
        class: "fresh".to_owned(),
        ..file.form
    };
    categories::save(shop, centre, id, file.version, &fresh).await.unwrap();
    let (bought, order) = handed_over(shop, &[("badam-500", "1")]).await;
    let line = part(shop, &bought).await.lines[0].id;
    let refused = report(shop, &bought, order, &form(line, "unwanted", "?")).await;
    assert_eq!(wrong(refused, "kind"), Some(FieldCode::InvalidChoice));
    report(shop, &bought, order, &form(line, "spoiled", "?")).await.unwrap();
});

both!(nothing_is_reported_of_what_has_not_come_or_is_anothers, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let line = part(shop, &bought).await.lines[0].id;
    let early = report(shop, &bought, id, &form(line, "damaged", "?")).await;
    assert_eq!(early.unwrap_err().code(), ErrorCode::NotHandedOver);
    for (typed, field) in [
        (form("", "damaged", "?"), "line"),
        (form(line, "burnt", "?"), "kind"),
        (form(line, "damaged", " "), "text"),
    ] {
        let refused = report(shop, &bought, id, &typed).await;
        assert_eq!(wrong(refused, field), Some(FieldCode::Required));
    }
    let (other, of_other) = handed_over(shop, &[("badam-500", "1")]).await;
    let foreign = report(shop, &bought, of_other, &form(line, "damaged", "?")).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    let not_its_line = report(shop, &other, of_other, &form(line, "damaged", "?")).await;
    assert_eq!(wrong(not_its_line, "line"), Some(FieldCode::InvalidChoice));

    reported(shop, &other, of_other).await;
    let own_line = part(shop, &other).await.lines[0].id;
    let twice = report(shop, &other, of_other, &form(own_line, "spoiled", "?")).await;
    assert_eq!(twice.unwrap_err().code(), ErrorCode::DoneAlready);
    let no = answer(shop, "declined", "", "不").await;
    for stranger in [
        shop.member_of("bees").await,
        shop.cooperative_member("almonds", CooperativeRole::Editor).await,
        shop.of_centre().await,
    ] {
        let refused = studio::settle(shop, stranger, of_other, Locale::Zh, &no).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{stranger:?}");
    }
});

both!(the_centre_sees_what_nobody_answers, async |shop| {
    let (bought, id) = handed_over(shop, &[("badam-500", "1")]).await;
    reported(shop, &bought, id).await;
    let support = shop.member(Membership::Centre(CentreRole::Support)).await;
    let late = async || damage::late_reports(shop, support, Locale::Zh).await.unwrap().0;
    assert!(late().await.is_empty(), "there is time");
    shop.clock.advance(48 * HOUR + 1);
    let found = late().await;
    assert_eq!(
        (found.len(), found[0].code, found[0].kind),
        (1, bought.code, ReportKind::Damaged)
    );
    assert_eq!(centre::waits(shop, support).await.unwrap().reports, 1);
    let member = shop.member_of("almonds").await;
    let cooperative = damage::late_reports(shop, member, Locale::Zh).await;
    assert!(matches!(cooperative, Err(Error::NotFound)));
    studio::settle(shop, member, id, Locale::Zh, &answer(shop, "refunded", "1", "").await)
        .await
        .unwrap();
    assert!(late().await.is_empty());
    assert_eq!(centre::waits(shop, support).await.unwrap().reports, 0);
});

both!(a_parcel_that_is_lost_answers_what_was_reported_of_it, async |shop| {
    let steps = ["accept", "pack", "dispatch"];
    let (bought, id) = handed_over_by(shop, &[("badam-500", "2")], shop.to_address("65"), &steps).await;
    let paid = part(shop, &bought).await.total.minor;
    let member = shop.member_of("almonds").await;
    // A part goes back first, once it cannot be undone that the parcel left.
    shop.clock.advance(HOUR);
    reported(shop, &bought, id).await;
    studio::settle(shop, member, id, Locale::Zh, &answer(shop, "refunded", "5", "").await)
        .await
        .unwrap();
    reported(shop, &bought, id).await;
    studio::move_on(shop, member, id, "lose".into()).await.unwrap();
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!(home.reports.number, 0, "nothing is left to answer");
    let after = view(shop, &bought).await;
    let outcomes: Vec<_> = after.orders[0]
        .returns
        .reports
        .iter()
        .map(|told| {
            (
                told.outcome.map(|(outcome, _)| outcome),
                told.refund.map(|money| money.minor),
            )
        })
        .collect();
    assert_eq!(
        outcomes,
        [
            (Some(ReportOutcome::Refunded), Some(500)),
            (Some(ReportOutcome::Refunded), None)
        ]
    );
    assert_eq!(
        (after.money.state, after.money.to_give_back.minor),
        (PaymentState::ToRefund, paid),
        "all that was paid, and once"
    );
    assert!(money::check(shop).await.unwrap().is_empty());
});
