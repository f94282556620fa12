//! What cooperatives are owed, deduction by deduction, and what the Centre pays them of it.

use db::sea_orm::{ConnectionTrait, Statement};
use domain::{
    Actor, AuditAction, CentreRole, CooperativeId, CooperativeRole, ErrorCode, Fees, FieldCode, Locale, Membership,
    MoneyEntryId, OrderId, PayoutId, PayoutState, PayoutStep, SettingChangeId, UserId,
};
use service::audit::{self, AuditQuery};
use service::identity::Fresh;
use service::money::{self, MoneyForm};
use service::orders::{self, OrderGroupView, ReportForm};
use service::payouts::{self, Account, AccountSums, PayoutForm, PayoutQuery};
use service::settings::{self, Section};
use service::studio::tables::{ExportFormat, ExportTable};
use service::studio::{self, SettleForm};
use service::{Attempt, Error, Period, Span, new_key};
use testing::{Bought, Snapshot, TestShop, both};

use super::changes::form as reduction;
use super::exports::exported;
use super::studio_lists::{copy, shops};

const DAY: i64 = 86_400_000;
const FEES: Fees = Fees {
    permille: 15,
    parcel_minor: 200,
};

/// Somebody of the Centre who counts money, just signed in.
async fn finance(shop: &TestShop) -> (Actor, Fresh) {
    let (_, actor, fresh) = shop.signed_in(Membership::Centre(CentreRole::Finance)).await;
    (actor, fresh)
}

/// From now on the Centre keeps so much of each sale.
async fn set_fees(shop: &TestShop, fees: Fees) {
    let centre = shop.of_centre().await;
    let editor = settings::editor(shop, centre, 1).await.unwrap();
    let seen = editor
        .sections
        .iter()
        .find(|(section, ..)| *section == Section::Fees)
        .map_or(SettingChangeId(0), |(.., seen)| *seen);
    let fields = [
        ("permille".to_owned(), fees.permille.to_string()),
        ("parcel-fee".to_owned(), yuan(fees.parcel_minor)),
    ];
    settings::save(shop, centre, Section::Fees, seen, &fields)
        .await
        .unwrap();
}

fn yuan(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

/// Bought and paid by transfer; answers the orders, by cooperative.
async fn paid(shop: &TestShop, goods: &[(&str, &str)]) -> (Bought, Vec<OrderId>) {
    let bought = shop.buy(goods, shop.to_address("65")).await;
    let reference = view(shop, &bought).await.payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    let ids = shop.orders_of(&bought.code).await;
    (bought, ids)
}

async fn hand_over(shop: &TestShop, member: Actor, id: OrderId) {
    for step in ["accept", "pack", "dispatch", "deliver"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
}

/// Two packs of almonds that are with their buyer, the order, and how much of it can be paid out.
async fn delivered(shop: &TestShop, centre: Actor) -> (Bought, OrderId, i64) {
    let member = shop.member_of("almonds").await;
    let (bought, ids) = paid(shop, &[("badam-500", "2")]).await;
    hand_over(shop, member, ids[0]).await;
    let payable = account_of(shop, centre, "almonds", Period::Days).await.owed.payable();
    assert!(payable > 0);
    (bought, ids[0], payable)
}

/// The buyer gets so much back for the first line of an order of almonds.
async fn give_back(shop: &TestShop, bought: &Bought, id: OrderId, amount: &str) {
    let line = view(shop, bought).await.orders[0].lines[0].id;
    let report = ReportForm {
        line: line.to_string(),
        kind: "damaged".to_owned(),
        text: "袋子破了".to_owned(),
    };
    orders::report(shop, &shop.access(bought).await, id, Locale::Zh, &report)
        .await
        .unwrap();
    let settle = SettleForm {
        report: shop.number("SELECT max(id) FROM damage_reports").await.to_string(),
        command: "refunded".to_owned(),
        amount: amount.to_owned(),
        again: String::new(),
        text: String::new(),
    };
    let member = shop.member_of("almonds").await;
    studio::settle(shop, member, id, Locale::Zh, &settle).await.unwrap();
}

async fn account_of(shop: &TestShop, centre: Actor, slug: &str, period: Period) -> Account {
    payouts::account_of(shop, centre, slug, Locale::Zh, period)
        .await
        .unwrap()
}

async fn newest(shop: &TestShop) -> PayoutId {
    PayoutId(shop.number("SELECT max(id) FROM payouts").await)
}

fn by_bank(reference: &str) -> PayoutForm {
    PayoutForm {
        method: "bank".to_owned(),
        reference: reference.to_owned(),
        ..PayoutForm::default()
    }
}

fn because(reason: &str) -> PayoutForm {
    PayoutForm {
        reason: reason.to_owned(),
        ..PayoutForm::default()
    }
}

/// A payout of so much, written down by one person, approved by another one and paid.
async fn paid_out(
    shop: &TestShop,
    (one, other): (Actor, Actor),
    fresh: Fresh,
    minor: i64,
    reference: &str,
) -> PayoutId {
    payouts::draft(shop, one, fresh, "almonds", &yuan(minor)).await.unwrap();
    let id = newest(shop).await;
    let none = PayoutForm::default();
    payouts::step(shop, other, fresh, id, PayoutStep::Approve, &none)
        .await
        .unwrap();
    payouts::step(shop, one, fresh, id, PayoutStep::Pay, &by_bank(reference))
        .await
        .unwrap();
    id
}

/// The newest payment that came in for what was bought is undone, if there is one.
async fn undo_payment(shop: &TestShop, centre: Actor, bought: &Bought) -> service::Result<()> {
    let sql = format!(
        "SELECT COALESCE(MAX(e.id), 0) FROM money_entries e JOIN order_groups g ON g.id = e.group_id
         WHERE g.code = '{}' AND e.kind = 'received' AND e.state = 'booked'",
        bought.code
    );
    money::undo(shop, centre, MoneyEntryId(shop.number(&sql).await)).await
}

async fn pay_again(shop: &TestShop, bought: &Bought) -> service::Result<()> {
    let reference = view(shop, bought).await.payment_reference;
    orders::mark_paid(shop, &reference).await.map(|_| ())
}

#[track_caller]
fn wrong(answer: service::Result<()>, field: &str) -> Option<FieldCode> {
    match answer {
        Err(Error::Fields(errors)) => errors.of(field),
        other => panic!("{other:?}"),
    }
}

/// What the books say a cooperative is owed, worked out order by order with the rule of the domain, and by nothing that the
/// account itself uses.
async fn owed_by_the_books(shop: &TestShop, cooperative: CooperativeId) -> i64 {
    let sql = format!(
        "SELECT goods_minor, commission_permille, parcel_fee_minor FROM orders
         WHERE cooperative_id = {cooperative} AND status IN ('placed', 'accepted', 'completed')"
    );
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await.unwrap();
    let orders: i64 = rows
        .iter()
        .map(|row| {
            let goods: i64 = row.try_get_by_index(0).unwrap();
            let permille: i64 = row.try_get_by_index(1).unwrap();
            let fees = Fees {
                permille: u16::try_from(permille).unwrap(),
                parcel_minor: row.try_get_by_index(2).unwrap(),
            };
            goods - fees.of(goods).all()
        })
        .sum();
    let paid = format!(
        "SELECT CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) FROM payouts
         WHERE cooperative_id = {cooperative} AND state = 'paid'"
    );
    orders - shop.number(&paid).await
}

/// What can be paid out of what buyers have, and what cannot since its payment is not here: worked out group by group from the
/// rows of money, and by nothing that the account itself uses.
async fn delivered_by_the_books(shop: &TestShop, cooperative: CooperativeId) -> (i64, i64) {
    let sql = format!(
        "SELECT group_id, goods_minor, commission_permille, parcel_fee_minor FROM orders
         WHERE cooperative_id = {cooperative} AND status = 'completed'"
    );
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await.unwrap();
    let (mut delivered, mut unpaid) = (0, 0);
    for row in rows {
        let group: i64 = row.try_get_by_index(0).unwrap();
        let goods: i64 = row.try_get_by_index(1).unwrap();
        let permille: i64 = row.try_get_by_index(2).unwrap();
        let fees = Fees {
            permille: u16::try_from(permille).unwrap(),
            parcel_minor: row.try_get_by_index(3).unwrap(),
        };
        let kept = goods - fees.of(goods).all();
        let here = money_here(shop, group).await;
        let handed_over = shop
            .number(&format!(
                "SELECT CAST(SUM(total_minor) AS BIGINT) FROM orders WHERE group_id = {group} AND status = 'completed'"
            ))
            .await;
        let paid = if here < handed_over {
            kept * here / handed_over
        } else {
            kept
        };
        delivered += paid;
        unpaid += kept - paid;
    }
    (delivered, unpaid)
}

/// What came in for a group and is still here, with what was waived.
async fn money_here(shop: &TestShop, group: i64) -> i64 {
    let sum = |kind: &str| {
        format!(
            "(SELECT COALESCE(SUM(amount_minor), 0) FROM money_entries WHERE group_id = {group} AND kind = '{kind}')"
        )
    };
    let sql = format!(
        "SELECT CAST({} + {} - {} AS BIGINT)",
        sum("received"),
        sum("written_off"),
        sum("given_back")
    );
    shop.number(&sql).await
}

fn amounts(sums: &AccountSums) -> [i64; 9] {
    [
        sums.ordered,
        sums.called_off,
        sums.less,
        sums.given_back,
        sums.freight,
        sums.commission,
        sums.parcels,
        sums.paid_out,
        sums.paid_back,
    ]
}

/// Each day or month of an account is what its orders and payouts come to, deduction by deduction.
async fn assert_lines_lead_to_orders(shop: &TestShop, centre: Actor, period: Period, step: &str) {
    for slug in ["almonds", "bees"] {
        let account = account_of(shop, centre, slug, period).await;
        for line in account.lines.iter().filter(|line| !line.sums.is_nothing()) {
            let span = Span::parse(&period.written(line.at)).unwrap();
            let day = payouts::account_of_on(shop, centre, slug, Locale::Zh, span, None)
                .await
                .unwrap();
            assert_eq!(day.sums, line.sums, "{step}: {slug} {span:?}");
            let mut sums = [0; 9];
            for order in &day.orders {
                for (sum, amount) in sums.iter_mut().zip(amounts(&order.sums)) {
                    *sum += amount;
                }
            }
            for payout in &day.payouts {
                sums[if payout.is_counter { 8 } else { 7 }] += payout.amount.minor.abs();
            }
            assert_eq!(sums, amounts(&line.sums), "{step}: {slug} {span:?}");
            assert_eq!(day.next, None);
        }
    }
}

/// Every line of the account of both periods adds up to what is owed, and that is what the books say.
async fn assert_adds_up(shop: &TestShop, centre: Actor, step: &str) {
    for slug in ["almonds", "bees"] {
        let cooperative = shop.cooperative(slug).await;
        let books = owed_by_the_books(shop, cooperative).await;
        let (delivered, unpaid) = delivered_by_the_books(shop, cooperative).await;
        let owed = account_of(shop, centre, slug, Period::Days).await.owed;
        assert_eq!(
            (owed.delivered, owed.unpaid),
            (delivered, unpaid),
            "{step}: {slug} by what came in"
        );
        for period in [Period::Days, Period::Months] {
            let account = account_of(shop, centre, slug, period).await;
            assert_eq!(account.owed.all(), books, "{step}: {slug} by the orders");
            assert_eq!(
                account.before + account.sums.owed(),
                books,
                "{step}: {slug} by the money rows, {period:?}: {:?}",
                account.sums
            );
            let lines: i64 = account.lines.iter().map(|line| line.sums.owed()).sum();
            assert_eq!(lines, account.sums.owed(), "{step}: {slug} {period:?}");
        }
    }
}

both!(every_deduction_has_a_name_and_the_sum_is_what_is_owed, async |shop| {
    let (centre, _) = finance(shop).await;
    set_fees(shop, FEES).await;
    let member = shop.member_of("almonds").await;
    let (bought, ids) = paid(shop, &[("badam-500", "3"), ("honey-333", "1")]).await;
    let placed = view(shop, &bought).await;
    let (goods, freight) = (placed.orders[0].goods.minor, placed.orders[0].freight.minor);
    let each = goods / 3;
    assert!(freight > 0);
    // One pack is missing, the rest is delivered, and a little goes back because it came damaged.
    let less = reduction(shop, member, ids[0], &["2"], "damaged").await;
    studio::reduce(shop, member, ids[0], &less).await.unwrap();
    hand_over(shop, member, ids[0]).await;
    give_back(shop, &bought, ids[0], "5").await;
    // Another one is called off.
    let (other, _) = paid(shop, &[("badam-500", "1")]).await;
    let called_off = view(shop, &other).await.total.minor;
    orders::cancel(shop, &shop.access(&other).await).await.unwrap();

    let account = account_of(shop, centre, "almonds", Period::Days).await;
    let sums = account.sums;
    let left = 2 * each - 500;
    let charged = FEES.of(left);
    assert_eq!(
        (sums.ordered, sums.called_off, sums.less, sums.given_back),
        (goods + freight + called_off, called_off, each, 500)
    );
    assert_eq!(
        (sums.freight, sums.commission, sums.parcels, sums.paid_out),
        (freight, charged.commission, charged.parcel, 0)
    );
    assert_eq!(account.less.iter().map(|(_, minor)| minor).sum::<i64>(), each);
    assert_eq!(account.given_back.iter().map(|(_, minor)| minor).sum::<i64>(), 500);
    assert_eq!(account.owed.delivered, left - charged.all());
    assert_eq!((account.owed.under_way, account.owed.waiting), (0, 0));
    assert_adds_up(shop, centre, "at the end").await;

    // The cooperative reads the same, on its page and in its file.
    let own = payouts::account(shop, member, Locale::Zh, Period::Days).await.unwrap();
    assert_eq!((own.sums, own.owed), (account.sums, account.owed));
    let csv = exported(shop, member, Locale::Zh, ExportTable::AccountByDay, ExportFormat::Csv).await;
    let text = String::from_utf8(csv).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 32, "headings, what was owed before, thirty days: {text}");
    let last: Vec<&str> = lines[31].split(',').collect();
    let less = |minor: i64| {
        if minor == 0 {
            "0.00".to_owned()
        } else {
            format!("-{}", yuan(minor))
        }
    };
    assert_eq!(
        last,
        [
            "2026-11-23",
            &yuan(sums.ordered),
            &less(sums.called_off),
            &less(sums.less),
            &less(sums.given_back),
            &less(sums.freight),
            &less(sums.commission),
            &less(sums.parcels),
            &less(0),
            "0.00",
            &yuan(sums.owed()),
            &yuan(account.owed.all()),
        ]
    );
    assert_lines_lead_to_orders(shop, centre, Period::Days, "at the end").await;
    // The day leads to both orders, of which one was called off.
    let span = Span::parse("2026-11-23").unwrap();
    let day = payouts::account_on(shop, member, Locale::Zh, span, None).await.unwrap();
    let codes: Vec<_> = day.orders.iter().map(|order| order.code).collect();
    assert_eq!(codes, [bought.code, other.code]);
    assert_eq!(day.orders[0].sums.owed(), left - charged.all());
    assert_eq!(day.orders[1].sums.owed(), 0);
    // The next page has what comes after an order.
    let first = day.orders[0].id;
    let rest = payouts::account_on(shop, member, Locale::Zh, span, Some(first))
        .await
        .unwrap();
    assert_eq!(rest.orders.len(), 1);
    assert_eq!(rest.orders[0].code, other.code);
    let csv = exported(shop, member, Locale::Zh, ExportTable::AccountByOrder, ExportFormat::Csv).await;
    let text = String::from_utf8(csv).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "headings and two orders: {text}");
    let row: Vec<&str> = lines[1].split(',').collect();
    assert_eq!(
        row,
        [
            "2026-11-23",
            &bought.code.to_string(),
            &yuan(goods + freight),
            &less(0),
            &less(each),
            &less(500),
            &less(freight),
            &less(charged.commission),
            &less(charged.parcel),
            &less(0),
            "0.00",
            &yuan(left - charged.all()),
            "",
            "",
        ]
    );
    let of_bees = shop.cooperative_member("bees", CooperativeRole::Finance).await;
    let theirs = payouts::account_on(shop, of_bees, Locale::Zh, span, None)
        .await
        .unwrap();
    assert_eq!(theirs.orders.len(), 1, "their part, and nothing of others");
    // A month later all of it lies before the thirty days.
    shop.clock.advance(40 * DAY);
    let later = account_of(shop, centre, "almonds", Period::Days).await;
    assert_eq!((later.before, later.sums.is_nothing()), (account.owed.all(), true));
});

both!(what_the_centre_keeps_is_what_held_at_the_sale, async |shop| {
    let (centre, _) = finance(shop).await;
    let (_, before) = paid(shop, &[("badam-500", "1")]).await;
    set_fees(shop, FEES).await;
    let (_, after) = paid(shop, &[("badam-500", "1")]).await;
    set_fees(
        shop,
        Fees {
            permille: 300,
            parcel_minor: 10_000,
        },
    )
    .await;
    let kept = |id: OrderId| format!("SELECT commission_permille FROM orders WHERE id = {id}");
    assert_eq!(shop.number(&kept(before[0])).await, 0, "nobody had said so yet");
    assert_eq!(shop.number(&kept(after[0])).await, 15);
    let goods = shop
        .number(&format!("SELECT goods_minor FROM orders WHERE id = {}", after[0]))
        .await;
    let account = account_of(shop, centre, "almonds", Period::Months).await;
    assert_eq!(account.sums.commission, FEES.of(goods).commission);
    assert_eq!(account.sums.parcels, 200);
    // A fee is never more than the goods bring in.
    let (_, dear) = paid(shop, &[("badam-500", "1")]).await;
    shop.execute(format!(
        "UPDATE orders SET parcel_fee_minor = 1000000 WHERE id = {}",
        dear[0]
    ))
    .await;
    assert_adds_up(shop, centre, "with a fee that is too high").await;
    let refused = [("permille", "301"), ("parcel-fee", "100.01")];
    for (name, typed) in refused {
        let admin = shop.of_centre().await;
        let fields = [(name.to_owned(), typed.to_owned())];
        let answer = settings::save(shop, admin, Section::Fees, SettingChangeId(0), &fields).await;
        assert!(wrong(answer, name).is_some(), "{name} {typed}");
    }
});

both!(
    a_payout_takes_two_people_and_is_undone_by_a_row_of_its_own,
    async |shop| {
        let (one, fresh) = finance(shop).await;
        let (other, _) = finance(shop).await;
        let member = shop.member_of("almonds").await;
        let (_, ids) = paid(shop, &[("badam-500", "2")]).await;
        let waiting = account_of(shop, one, "almonds", Period::Days).await;
        assert_eq!(waiting.owed.payable(), 0, "nothing is with its buyer yet");
        let too_early = payouts::draft(shop, one, fresh, "almonds", "1").await;
        assert_eq!(wrong(too_early, "amount"), Some(FieldCode::TooMuch));
        hand_over(shop, member, ids[0]).await;
        let payable = account_of(shop, one, "almonds", Period::Days).await.owed.payable();
        assert!(payable > 0);

        for (typed, code) in [
            ("", FieldCode::Required),
            ("0", FieldCode::InvalidPrice),
            (yuan(payable + 1).as_str(), FieldCode::TooMuch),
            ("99999999999999999999", FieldCode::TooMuch),
        ] {
            let answer = payouts::draft(shop, one, fresh, "almonds", typed).await;
            assert_eq!(wrong(answer, "amount"), Some(code), "{typed}");
        }
        // Sent twice, written down once.
        let key = new_key().unwrap();
        let twice = || shop.attempting(Attempt::new(shop, key, one, "payouts", [("command", "draft")]));
        for _ in 0..2 {
            payouts::draft(&twice(), one, fresh, "almonds", &yuan(payable))
                .await
                .unwrap();
        }
        assert_eq!(shop.number("SELECT count(*) FROM payouts").await, 1);
        let id = newest(shop).await;
        // What is planned is not planned a second time.
        let again = payouts::draft(shop, other, fresh, "almonds", "0.01").await;
        assert_eq!(wrong(again, "amount"), Some(FieldCode::TooMuch));

        let none = PayoutForm::default();
        let step = async |who: Actor, step: PayoutStep, form: &PayoutForm| {
            payouts::step(shop, who, fresh, id, step, form).await
        };
        let own = step(one, PayoutStep::Approve, &none).await.unwrap_err();
        assert_eq!(own.code(), ErrorCode::InvalidTransition, "nobody approves their own");
        let early = step(other, PayoutStep::Pay, &by_bank("b-1")).await.unwrap_err();
        assert_eq!(early.code(), ErrorCode::InvalidTransition, "it is not approved");
        step(other, PayoutStep::Approve, &none).await.unwrap();
        for (form, field) in [
            (by_bank(" "), "reference"),
            (
                PayoutForm {
                    reference: "r-7".to_owned(),
                    ..PayoutForm::default()
                },
                "method",
            ),
        ] {
            assert_eq!(
                wrong(step(one, PayoutStep::Pay, &form).await, field),
                Some(FieldCode::Required)
            );
        }
        step(one, PayoutStep::Pay, &by_bank("b-1")).await.unwrap();
        let twice = step(one, PayoutStep::Pay, &by_bank("b-2")).await.unwrap_err();
        assert_eq!(twice.code(), ErrorCode::DoneAlready);
        let late = step(one, PayoutStep::Withdraw, &none).await.unwrap_err();
        assert_eq!(late.code(), ErrorCode::InvalidTransition);

        let account = payouts::account(shop, member, Locale::Zh, Period::Days).await.unwrap();
        assert_eq!(
            (account.owed.paid, account.owed.payable(), account.owed.all()),
            (payable, 0, 0)
        );
        assert_eq!(account.sums.paid_out, payable);
        let shown = &account.payouts[0];
        assert_eq!((shown.amount.minor, shown.reference.as_str()), (payable, "b-1"));
        assert!(
            shown.made.0.is_empty() && shown.steps.is_empty(),
            "people of the Centre are not named to it"
        );
        assert_adds_up(shop, one, "paid").await;

        for (typed, code) in [
            ("", FieldCode::Required),
            (" \u{200B}", FieldCode::Required),
            ("字".repeat(301).as_str(), FieldCode::TooLong),
        ] {
            let answer = step(other, PayoutStep::Undo, &because(typed)).await;
            assert_eq!(wrong(answer, "reason"), Some(code), "{typed}");
        }
        let reason = because("银行退回：账号有误");
        step(other, PayoutStep::Undo, &reason).await.unwrap();
        let again = step(other, PayoutStep::Undo, &reason).await.unwrap_err();
        assert_eq!(again.code(), ErrorCode::DoneAlready);
        let account = account_of(shop, one, "almonds", Period::Days).await;
        assert_eq!((account.owed.paid, account.owed.payable()), (0, payable));
        let rows: Vec<_> = account
            .payouts
            .iter()
            .map(|row| (row.amount.minor, row.state, row.is_counter, row.is_undone))
            .collect();
        assert_eq!(
            rows,
            [
                (-payable, PayoutState::Paid, true, false),
                (payable, PayoutState::Paid, false, true)
            ]
        );
        // The cooperative reads why, and so does who reads the log.
        let own = payouts::account(shop, member, Locale::Zh, Period::Days).await.unwrap();
        assert_eq!(own.payouts[0].reason, reason.reason);
        let log = audit::list(shop, shop.of_centre().await, Locale::Zh, &AuditQuery::default())
            .await
            .unwrap();
        let reasons: Vec<_> = log
            .events
            .iter()
            .filter(|event| event.reason.is_some())
            .map(|event| (event.action.clone(), event.reason.as_deref()))
            .collect();
        assert_eq!(reasons, [(Ok(AuditAction::PayoutUndone), Some(reason.reason.as_str()))]);
        // A counter-row is not undone itself.
        let counter = payouts::step(shop, one, fresh, newest(shop).await, PayoutStep::Undo, &reason).await;
        assert_eq!(counter.unwrap_err().code(), ErrorCode::NotFound);
        assert_adds_up(shop, one, "undone").await;
        let almonds = shop.cooperative("almonds").await;
        let noted =
            format!("SELECT count(*) FROM audit_events WHERE action LIKE 'payout.%' AND cooperative_id = {almonds}");
        assert_eq!(shop.number(&noted).await, 4, "written down, approved, paid, undone");
    }
);

both!(
    a_payout_and_what_undoes_it_on_the_same_day_are_both_there,
    async |shop| {
        let (one, fresh) = finance(shop).await;
        let (other, _) = finance(shop).await;
        let member = shop.member_of("almonds").await;
        let (_, _, payable) = delivered(shop, one).await;
        // Nothing else happens on the next day.
        shop.clock.advance(DAY);
        let id = paid_out(shop, (one, other), fresh, payable, "b-1").await;
        payouts::step(shop, other, fresh, id, PayoutStep::Undo, &because("付错了"))
            .await
            .unwrap();
        let account = payouts::account(shop, member, Locale::Zh, Period::Days).await.unwrap();
        let today = account.lines.last().unwrap().sums;
        assert_eq!((today.paid_out, today.paid_back, today.owed()), (payable, payable, 0));
        assert!(!today.is_nothing());
        let csv = exported(shop, member, Locale::Zh, ExportTable::AccountByDay, ExportFormat::Csv).await;
        let text = String::from_utf8(csv).unwrap();
        let last: Vec<&str> = text.lines().last().unwrap().split(',').collect();
        let (out, back) = (format!("-{}", yuan(payable)), yuan(payable));
        assert_eq!(last[8..11], [out.as_str(), back.as_str(), "0.00"], "{last:?}");
        let csv = exported(shop, member, Locale::Zh, ExportTable::AccountByOrder, ExportFormat::Csv).await;
        let text = String::from_utf8(csv).unwrap();
        let rows: Vec<Vec<&str>> = text
            .lines()
            .filter(|line| line.starts_with("2026-11-24"))
            .map(|line| line.split(',').collect())
            .collect();
        assert_eq!(rows.len(), 2, "{text}");
        assert_eq!(rows[0][9..], [out.as_str(), "0.00", out.as_str(), "b-1", ""]);
        assert_eq!(rows[1][9..], ["0.00", back.as_str(), back.as_str(), "b-1", "付错了"]);
        assert_lines_lead_to_orders(shop, one, Period::Days, "undone").await;
        assert_lines_lead_to_orders(shop, one, Period::Months, "undone").await;
    }
);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_account_has_each_order_once_and_what_was_paid_behind_its_day() {
    for shop in &shops().await {
        let (one, fresh) = finance(shop).await;
        let (other, _) = finance(shop).await;
        let member = shop.member_of("almonds").await;
        let (bought, ..) = delivered(shop, one).await;
        let total = yuan(view(shop, &bought).await.total.minor);
        // More than two pages of the file, from one day to the next.
        copy(shop, 230, "'accepted', 'packed'").await;
        shop.execute(format!(
            "INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, order_id, actor, state, at)
             SELECT 'due', o.total_minor, g.currency, '', g.id, o.id, 'buyer', 'booked', g.placed_at + (o.id % 2) * {DAY}
             FROM orders o JOIN order_groups g ON g.id = o.group_id
             WHERE NOT EXISTS (SELECT 1 FROM money_entries e WHERE e.order_id = o.id)"
        ))
        .await;
        paid_out(shop, (one, other), fresh, 300, "b-1").await;
        shop.clock.advance(DAY);
        paid_out(shop, (one, other), fresh, 100, "b-2").await;

        let csv = exported(shop, member, Locale::Zh, ExportTable::AccountByOrder, ExportFormat::Csv).await;
        let text = String::from_utf8(csv).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
        assert!(rows.is_sorted_by_key(|row| row[0]), "day by day");
        let orders: Vec<&Vec<&str>> = rows.iter().filter(|row| row[12].is_empty()).collect();
        let codes: std::collections::BTreeSet<&str> = orders.iter().map(|row| row[1]).collect();
        assert_eq!((orders.len(), codes.len()), (231, 231));
        assert!(orders.iter().all(|row| row[2] == total), "{total}: {orders:?}");
        let of_first_day = rows.iter().filter(|row| row[0] == "2026-11-23").count();
        assert!(of_first_day > 100, "a page ends within the day, and one behind it");
        let paid: Vec<(usize, &str, &str)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row[12].is_empty())
            .map(|(place, row)| (place, row[0], row[12]))
            .collect();
        assert_eq!(
            paid,
            [
                (of_first_day - 1, "2026-11-23", "b-1"),
                (rows.len() - 1, "2026-11-24", "b-2")
            ]
        );
    }
}

both!(an_order_whose_payment_is_undone_is_not_paid_out, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let (bought, ids) = paid(shop, &[("badam-500", "2"), ("honey-333", "1")]).await;
    for (id, member) in ids.iter().zip([almonds, bees]) {
        hand_over(shop, member, *id).await;
    }
    let before = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert!(before.payable() > 0);
    assert_eq!(before.unpaid, 0);
    payouts::draft(shop, one, fresh, "almonds", &yuan(before.payable()))
        .await
        .unwrap();
    let id = newest(shop).await;
    let none = PayoutForm::default();
    payouts::step(shop, other, fresh, id, PayoutStep::Approve, &none)
        .await
        .unwrap();
    let shown = async || {
        let list = payouts::payouts(shop, one, Locale::Zh, 1).await.unwrap();
        let own = account_of(shop, one, "almonds", Period::Days).await;
        (list.open[0].less_owed, own.payouts[0].less_owed)
    };
    assert_eq!(shown().await, (false, false));

    undo_payment(shop, one, &bought).await.unwrap();
    for slug in ["almonds", "bees"] {
        let owed = account_of(shop, one, slug, Period::Days).await.owed;
        assert_eq!(owed.delivered, 0, "{slug}: nothing is here for it");
        assert!(owed.unpaid > 0);
    }
    let after = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert_eq!(
        (after.unpaid, after.all()),
        (before.delivered, before.all()),
        "it is owed all the same"
    );
    assert_eq!(after.payable(), -before.delivered);
    let figures = studio::figures(shop, almonds, Locale::Zh, Period::Days).await.unwrap();
    assert_eq!(figures.delivered.minor, 0);
    assert_eq!(figures.unpaid, figures.ordered());
    assert_eq!(
        shown().await,
        (true, true),
        "whoever is about to pay it is warned on both pages"
    );
    payouts::step(shop, one, fresh, id, PayoutStep::Withdraw, &none)
        .await
        .unwrap();
    let refused = payouts::draft(shop, one, fresh, "almonds", "0.01").await;
    assert_eq!(wrong(refused, "amount"), Some(FieldCode::TooMuch));
    assert_adds_up(shop, one, "undone").await;

    // Half of it comes in: each gets half of what it is owed.
    let total = view(shop, &bought).await.total.minor;
    let form = MoneyForm {
        order: bought.code.to_string(),
        amount: yuan(total / 2),
        reference: "half".to_owned(),
        key: "1".repeat(32),
        ..MoneyForm::default()
    };
    money::receive_for(shop, one, &form).await.unwrap();
    let half = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert!((before.delivered / 2 - half.delivered).abs() <= 1, "{half:?}");
    assert_adds_up(shop, one, "half of it").await;
    pay_again(shop, &bought).await.unwrap();
    let all = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert_eq!((all.delivered, all.unpaid), (before.delivered, 0));
});

both!(payouts_are_found_by_name_amount_number_and_state, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let (_, _, payable) = delivered(shop, one).await;
    let paid = paid_out(shop, (one, other), fresh, 300, "ABC_77%").await;
    payouts::draft(shop, one, fresh, "almonds", &yuan(payable - 300))
        .await
        .unwrap();
    let draft = newest(shop).await;
    let name = account_of(shop, one, "almonds", Period::Days).await.name.text;
    let found = async |text: &str, state: Option<PayoutState>| {
        let query = PayoutQuery {
            text: text.to_owned(),
            state,
        };
        let found = payouts::find(shop, one, Locale::Zh, &query, 1).await.unwrap();
        assert!(!found.has_more);
        let ids: Vec<PayoutId> = found.payouts.iter().map(|payout| payout.id).collect();
        (ids, found.rows.len())
    };
    assert_eq!(found(&name, None).await, (vec![draft, paid], 1));
    assert_eq!(found("almonds", Some(PayoutState::Draft)).await, (vec![draft], 1));
    assert_eq!(found("", Some(PayoutState::Paid)).await, (vec![paid], 0));
    for text in ["3", "¥3.00", "abc_7", "77%"] {
        assert_eq!(found(text, None).await.0, [paid], "{text}");
    }
    for text in ["3.01", "ABCx77", "%%", "bees"] {
        assert!(found(text, None).await.0.is_empty(), "{text}");
    }
    assert_eq!(found("bees", None).await.1, 1, "what they are owed is found, too");
    // The row that undoes it is found by the same.
    payouts::step(shop, other, fresh, paid, PayoutStep::Undo, &because("付错了"))
        .await
        .unwrap();
    assert_eq!(found("3", None).await.0, [newest(shop).await, paid]);
    let query = PayoutQuery {
        text: "3".to_owned(),
        state: None,
    };
    let second = payouts::find(shop, one, Locale::Zh, &query, 2).await.unwrap();
    assert!(second.payouts.is_empty() && second.rows.is_empty());
});

both!(two_people_at_once_write_down_no_more_than_is_owed, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let (_, _, payable) = delivered(shop, one).await;
    let all = yuan(payable);
    let (first, second) = tokio::join!(
        payouts::draft(shop, one, fresh, "almonds", &all),
        payouts::draft(shop, other, fresh, "almonds", &all),
    );
    assert_eq!(
        [&first, &second].into_iter().filter(|answer| answer.is_ok()).count(),
        1,
        "{first:?} {second:?}"
    );
    let refused = if first.is_err() { first } else { second };
    assert_eq!(wrong(refused, "amount"), Some(FieldCode::TooMuch));
    let left = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert_eq!((left.planned, left.payable()), (payable, 0));
});

both!(money_that_went_back_to_buyers_is_not_paid_out, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let (bought, order, payable) = delivered(shop, one).await;
    payouts::draft(shop, one, fresh, "almonds", &yuan(payable))
        .await
        .unwrap();
    let id = newest(shop).await;
    let none = PayoutForm::default();
    give_back(shop, &bought, order, "5").await;
    let refused = payouts::step(shop, other, fresh, id, PayoutStep::Approve, &none).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition);
    payouts::step(shop, one, fresh, id, PayoutStep::Withdraw, &none)
        .await
        .unwrap();
    let left = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert_eq!((left.planned, left.payable()), (0, payable - 500));

    // Paid out before it went back: the next sale makes up for it.
    payouts::draft(shop, one, fresh, "almonds", &yuan(payable - 500))
        .await
        .unwrap();
    let id = newest(shop).await;
    payouts::step(shop, other, fresh, id, PayoutStep::Approve, &none)
        .await
        .unwrap();
    payouts::step(shop, one, fresh, id, PayoutStep::Pay, &by_bank("b-2"))
        .await
        .unwrap();
    give_back(shop, &bought, order, "3").await;
    assert_eq!(
        account_of(shop, one, "almonds", Period::Days).await.owed.payable(),
        -300
    );
    let refused = payouts::draft(shop, one, fresh, "almonds", "0.01").await;
    assert_eq!(wrong(refused, "amount"), Some(FieldCode::TooMuch));
    assert_adds_up(shop, one, "overpaid").await;
});

both!(what_was_sent_is_noted_whatever_went_back_since, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let (bought, order, payable) = delivered(shop, one).await;
    payouts::draft(shop, one, fresh, "almonds", &yuan(payable))
        .await
        .unwrap();
    let id = newest(shop).await;
    payouts::step(shop, other, fresh, id, PayoutStep::Approve, &PayoutForm::default())
        .await
        .unwrap();
    // The bank sent it; before that is noted, something goes back to a buyer.
    give_back(shop, &bought, order, "5").await;
    payouts::step(shop, one, fresh, id, PayoutStep::Pay, &by_bank("b-1"))
        .await
        .unwrap();
    let owed = account_of(shop, one, "almonds", Period::Days).await.owed;
    assert_eq!((owed.paid, owed.planned, owed.payable()), (payable, 0, -500));
    assert_adds_up(shop, one, "sent before it was noted").await;
});

both!(accounts_are_their_cooperatives_and_the_centres, async |shop| {
    let (one, fresh) = finance(shop).await;
    let owner = shop.member_of("almonds").await;
    let (_, ids) = paid(shop, &[("badam-500", "1")]).await;
    hand_over(shop, owner, ids[0]).await;
    payouts::draft(shop, one, fresh, "almonds", "1").await.unwrap();
    let id = newest(shop).await;
    let support = Actor::Support {
        user: UserId(1),
        cooperative: shop.cooperative("almonds").await,
    };
    let form = by_bank("b-1");
    let span = Span::parse("2026-11-23").unwrap();
    let helper = shop.member(Membership::Centre(CentreRole::Support)).await;
    let mut others = Vec::new();
    for role in [CooperativeRole::Packer, CooperativeRole::Editor, CooperativeRole::Host] {
        others.push(shop.cooperative_member("almonds", role).await);
    }
    others.extend([support, helper, one]);
    let bees = shop.cooperative_member("bees", CooperativeRole::Finance).await;
    let before = Snapshot::of(shop).await;
    for nobody in [Actor::Anonymous, Actor::Shopper, owner, support, helper] {
        let answers = [
            payouts::payouts(shop, nobody, Locale::Zh, 1).await.map(|_| ()),
            payouts::find(shop, nobody, Locale::Zh, &PayoutQuery::default(), 1)
                .await
                .map(|_| ()),
            payouts::account_of_on(shop, nobody, "almonds", Locale::Zh, span, None)
                .await
                .map(|_| ()),
            payouts::account_of(shop, nobody, "almonds", Locale::Zh, Period::Days)
                .await
                .map(|_| ()),
            payouts::draft(shop, nobody, fresh, "almonds", "1").await,
            payouts::step(shop, nobody, fresh, id, PayoutStep::Withdraw, &form).await,
        ];
        for (place, answer) in answers.into_iter().enumerate() {
            assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{place} by {nobody:?}");
        }
    }
    for nobody in others {
        let answer = payouts::account(shop, nobody, Locale::Zh, Period::Days).await;
        assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{nobody:?}");
        let answer = payouts::account_on(shop, nobody, Locale::Zh, span, None).await;
        assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{nobody:?}");
    }
    let own = payouts::account(shop, bees, Locale::Zh, Period::Days).await.unwrap();
    assert_eq!(
        (own.slug.as_str(), own.owed.all()),
        ("bees", 0),
        "nothing of others' sales"
    );
    // What is only written down is not told to the cooperative as a payment.
    let almonds = payouts::account(shop, owner, Locale::Zh, Period::Days).await.unwrap();
    assert!(almonds.payouts.is_empty());
    assert_eq!(almonds.owed.planned, 100);
    let unknown = payouts::draft(shop, one, fresh, "nobody", "1").await.unwrap_err();
    assert_eq!(unknown.code(), ErrorCode::NotFound);
    let list = payouts::payouts(shop, one, Locale::Zh, 1).await.unwrap();
    assert_eq!((list.open.len(), list.over.len()), (1, 0));
    assert!(list.rows.iter().any(|row| row.slug == "bees" && row.owed.all() == 0));
    before.assert_unchanged(shop).await;
});

/// Numbers that look drawn, and are the same in each run.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// One thing that may happen to an order or a payout; what the rules refuse is no matter.
async fn something(
    shop: &TestShop,
    kind: u64,
    drawn: &mut Drawn,
    people: &People,
    bought: &mut Vec<(Bought, Vec<OrderId>)>,
) -> &'static str {
    let pick = |drawn: &mut Drawn, most: usize| usize::try_from(drawn.below(most as u64)).unwrap();
    match kind {
        0 | 1 if bought.len() < 8 => {
            let amount = (1 + drawn.below(3)).to_string();
            let mut goods = vec![("badam-500", amount.as_str())];
            if drawn.below(2) == 0 {
                goods.push(("honey-333", "1"));
            }
            bought.push(paid(shop, &goods).await);
            "bought"
        }
        2 => {
            let fees = Fees {
                permille: u16::try_from(drawn.below(50)).unwrap(),
                parcel_minor: i64::try_from(drawn.below(5) * 150).unwrap(),
            };
            set_fees(shop, fees).await;
            "fees"
        }
        3 => {
            shop.clock.advance(DAY);
            "a day"
        }
        4 if !bought.is_empty() => {
            let (order, _) = &bought[pick(drawn, bought.len())];
            orders::cancel(shop, &shop.access(order).await).await.ok();
            "called off"
        }
        5 if !bought.is_empty() => {
            let (_, ids) = &bought[pick(drawn, bought.len())];
            let wanted = reduction_of(shop, people.almonds, ids[0]).await;
            if let Some(wanted) = wanted {
                studio::reduce(shop, people.almonds, ids[0], &wanted).await.ok();
            }
            "less is sent"
        }
        6 if !bought.is_empty() => {
            let (_, ids) = &bought[pick(drawn, bought.len())];
            for (id, member) in ids.iter().zip([people.almonds, people.bees]) {
                for step in ["accept", "pack", "dispatch", "deliver"] {
                    studio::move_on(shop, member, *id, step.into()).await.ok();
                }
            }
            "handed over"
        }
        7 => {
            for slug in ["almonds", "bees"] {
                let owed = account_of(shop, people.one, slug, Period::Days).await.owed;
                let part = owed.payable() / 2;
                payouts::draft(shop, people.one, people.fresh, slug, &yuan(part.max(0)))
                    .await
                    .ok();
            }
            "written down"
        }
        8 if !bought.is_empty() => {
            let (order, _) = &bought[pick(drawn, bought.len())];
            undo_payment(shop, people.one, order).await.ok();
            "a payment undone"
        }
        9 if !bought.is_empty() => {
            let (order, _) = &bought[pick(drawn, bought.len())];
            pay_again(shop, order).await.ok();
            "paid again"
        }
        _ => {
            let count = shop.number("SELECT COALESCE(max(id), 0) FROM payouts").await;
            for id in (1..=count).map(PayoutId) {
                let steps = match drawn.below(4) {
                    0 | 1 => vec![(people.other, PayoutStep::Approve), (people.one, PayoutStep::Pay)],
                    2 => vec![(people.one, PayoutStep::Withdraw)],
                    _ => vec![(people.other, PayoutStep::Undo)],
                };
                for (who, step) in steps {
                    let form = PayoutForm {
                        reason: "付错了".to_owned(),
                        ..by_bank("b")
                    };
                    payouts::step(shop, who, people.fresh, id, step, &form).await.ok();
                }
            }
            "a step of payouts"
        }
    }
}

/// One piece less of the first line, where it can still be less.
async fn reduction_of(shop: &TestShop, member: Actor, id: OrderId) -> Option<studio::ReduceForm> {
    let page = studio::reduce_page(shop, member, Locale::Zh, id, &studio::ReduceForm::default())
        .await
        .ok()?;
    let less = page.lines.iter().map(|line| (line.id, "1".to_owned())).collect();
    Some(studio::ReduceForm {
        sent: less,
        reason: "damaged".to_owned(),
        note: String::new(),
        seen: page.seen,
    })
}

struct People {
    one: Actor,
    other: Actor,
    fresh: Fresh,
    almonds: Actor,
    bees: Actor,
}

both!(whatever_happens_accounts_and_books_agree, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let people = People {
        one,
        other,
        fresh,
        almonds: shop.member_of("almonds").await,
        bees: shop.member_of("bees").await,
    };
    let mut bought = vec![paid(shop, &[("badam-500", "3"), ("honey-333", "1")]).await];
    let mut drawn = Drawn(20_261_123);
    let mut done = std::collections::BTreeSet::new();
    // At first one of each that needs another, then whatever comes.
    let first = [5, 6, 7, 8, 9, 8];
    for number in 0..50 {
        let kind = first.get(number).copied().unwrap_or_else(|| drawn.below(11));
        let what = something(shop, kind, &mut drawn, &people, &mut bought).await;
        done.insert(what);
        let step = format!("{number}: {what}");
        assert_adds_up(shop, one, &step).await;
        assert_lines_lead_to_orders(shop, one, Period::Months, &step).await;
        let here = shop
            .number(
                "SELECT CAST(COALESCE(SUM(CASE kind WHEN 'received' THEN amount_minor WHEN 'written_off' THEN amount_minor
                 WHEN 'given_back' THEN -amount_minor ELSE 0 END), 0) AS BIGINT) FROM money_entries",
            )
            .await;
        let mut delivered = 0;
        for slug in ["almonds", "bees"] {
            delivered += account_of(shop, one, slug, Period::Days).await.owed.delivered;
        }
        assert!(delivered <= here, "{step}: no more is to be paid out than came in");
    }
    // In the books goods are not left with buyers who have not paid.
    for (order, _) in &bought {
        pay_again(shop, order).await.ok();
    }
    assert_adds_up(shop, one, "all is paid").await;
    assert!(done.contains("a payment undone"));
    assert!(done.len() > 6, "too little happened: {done:?}");
    assert!(shop.number("SELECT count(*) FROM payouts").await > 0);
    assert!(shop.number("SELECT count(*) FROM order_reductions").await > 0);
});
