//! What cooperatives are owed, deduction by deduction, and what the Centre pays them of it.

use db::sea_orm::{ConnectionTrait, Statement};
use domain::{
    Actor, CentreRole, CooperativeId, CooperativeRole, ErrorCode, Fees, FieldCode, Locale, Membership, OrderId,
    PayoutId, PayoutState, PayoutStep, SettingChangeId, UserId,
};
use service::identity::Fresh;
use service::orders::{self, OrderGroupView, ReportForm};
use service::payouts::{self, Account, AccountPeriod, PayoutForm};
use service::settings::{self, Section};
use service::studio::tables::{ExportFormat, ExportTable};
use service::studio::{self, SettleForm};
use service::{Attempt, Error, new_key};
use testing::{Bought, Snapshot, TestShop, both};

use super::changes::form as reduction;
use super::exports::exported;

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

async fn account_of(shop: &TestShop, centre: Actor, slug: &str, period: AccountPeriod) -> Account {
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
    }
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

/// Every line of the account of both periods adds up to what is owed, and that is what the books say.
async fn assert_adds_up(shop: &TestShop, centre: Actor, step: &str) {
    for slug in ["almonds", "bees"] {
        let books = owed_by_the_books(shop, shop.cooperative(slug).await).await;
        for period in [AccountPeriod::Days, AccountPeriod::Months] {
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

    let account = account_of(shop, centre, "almonds", AccountPeriod::Days).await;
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
    let own = payouts::account(shop, member, Locale::Zh, AccountPeriod::Days)
        .await
        .unwrap();
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
            &yuan(sums.owed()),
            &yuan(account.owed.all()),
        ]
    );
    // A month later all of it lies before the thirty days.
    shop.clock.advance(40 * DAY);
    let later = account_of(shop, centre, "almonds", AccountPeriod::Days).await;
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
    let account = account_of(shop, centre, "almonds", AccountPeriod::Months).await;
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
        let waiting = account_of(shop, one, "almonds", AccountPeriod::Days).await;
        assert_eq!(waiting.owed.payable(), 0, "nothing is with its buyer yet");
        let too_early = payouts::draft(shop, one, fresh, "almonds", "1").await;
        assert_eq!(wrong(too_early, "amount"), Some(FieldCode::TooMuch));
        hand_over(shop, member, ids[0]).await;
        let payable = account_of(shop, one, "almonds", AccountPeriod::Days)
            .await
            .owed
            .payable();
        assert!(payable > 0);

        for (typed, code) in [
            ("", FieldCode::Required),
            ("0", FieldCode::InvalidPrice),
            (yuan(payable + 1).as_str(), FieldCode::TooMuch),
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

        let account = payouts::account(shop, member, Locale::Zh, AccountPeriod::Days)
            .await
            .unwrap();
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

        step(other, PayoutStep::Undo, &none).await.unwrap();
        let again = step(other, PayoutStep::Undo, &none).await.unwrap_err();
        assert_eq!(again.code(), ErrorCode::DoneAlready);
        let account = account_of(shop, one, "almonds", AccountPeriod::Days).await;
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
        // A counter-row is not undone itself.
        let counter = payouts::step(shop, one, fresh, newest(shop).await, PayoutStep::Undo, &none).await;
        assert_eq!(counter.unwrap_err().code(), ErrorCode::NotFound);
        assert_adds_up(shop, one, "undone").await;
        let almonds = shop.cooperative("almonds").await;
        let noted =
            format!("SELECT count(*) FROM audit_events WHERE action LIKE 'payout.%' AND cooperative_id = {almonds}");
        assert_eq!(shop.number(&noted).await, 4, "written down, approved, paid, undone");
    }
);

both!(two_people_at_once_write_down_no_more_than_is_owed, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let (_, ids) = paid(shop, &[("badam-500", "2")]).await;
    hand_over(shop, shop.member_of("almonds").await, ids[0]).await;
    let payable = account_of(shop, one, "almonds", AccountPeriod::Days)
        .await
        .owed
        .payable();
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
    let left = account_of(shop, one, "almonds", AccountPeriod::Days).await.owed;
    assert_eq!((left.planned, left.payable()), (payable, 0));
});

both!(money_that_went_back_to_buyers_is_not_paid_out, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let member = shop.member_of("almonds").await;
    let (bought, ids) = paid(shop, &[("badam-500", "2")]).await;
    hand_over(shop, member, ids[0]).await;
    let payable = account_of(shop, one, "almonds", AccountPeriod::Days)
        .await
        .owed
        .payable();
    payouts::draft(shop, one, fresh, "almonds", &yuan(payable))
        .await
        .unwrap();
    let id = newest(shop).await;
    let none = PayoutForm::default();
    give_back(shop, &bought, ids[0], "5").await;
    let refused = payouts::step(shop, other, fresh, id, PayoutStep::Approve, &none).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition);
    payouts::step(shop, one, fresh, id, PayoutStep::Withdraw, &none)
        .await
        .unwrap();
    let left = account_of(shop, one, "almonds", AccountPeriod::Days).await.owed;
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
    give_back(shop, &bought, ids[0], "3").await;
    assert_eq!(
        account_of(shop, one, "almonds", AccountPeriod::Days)
            .await
            .owed
            .payable(),
        -300
    );
    let refused = payouts::draft(shop, one, fresh, "almonds", "0.01").await;
    assert_eq!(wrong(refused, "amount"), Some(FieldCode::TooMuch));
    assert_adds_up(shop, one, "overpaid").await;
});

both!(what_was_sent_is_noted_whatever_went_back_since, async |shop| {
    let (one, fresh) = finance(shop).await;
    let (other, _) = finance(shop).await;
    let member = shop.member_of("almonds").await;
    let (bought, ids) = paid(shop, &[("badam-500", "2")]).await;
    hand_over(shop, member, ids[0]).await;
    let payable = account_of(shop, one, "almonds", AccountPeriod::Days)
        .await
        .owed
        .payable();
    payouts::draft(shop, one, fresh, "almonds", &yuan(payable))
        .await
        .unwrap();
    let id = newest(shop).await;
    payouts::step(shop, other, fresh, id, PayoutStep::Approve, &PayoutForm::default())
        .await
        .unwrap();
    // The bank sent it; before that is noted, something goes back to a buyer.
    give_back(shop, &bought, ids[0], "5").await;
    payouts::step(shop, one, fresh, id, PayoutStep::Pay, &by_bank("b-1"))
        .await
        .unwrap();
    let owed = account_of(shop, one, "almonds", AccountPeriod::Days).await.owed;
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
            payouts::account_of(shop, nobody, "almonds", Locale::Zh, AccountPeriod::Days)
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
        let answer = payouts::account(shop, nobody, Locale::Zh, AccountPeriod::Days).await;
        assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{nobody:?}");
    }
    let own = payouts::account(shop, bees, Locale::Zh, AccountPeriod::Days)
        .await
        .unwrap();
    assert_eq!(
        (own.slug.as_str(), own.owed.all()),
        ("bees", 0),
        "nothing of others' sales"
    );
    // What is only written down is not told to the cooperative as a payment.
    let almonds = payouts::account(shop, owner, Locale::Zh, AccountPeriod::Days)
        .await
        .unwrap();
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
                let owed = account_of(shop, people.one, slug, AccountPeriod::Days).await.owed;
                let part = owed.payable() / 2;
                payouts::draft(shop, people.one, people.fresh, slug, &yuan(part.max(0)))
                    .await
                    .ok();
            }
            "written down"
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
                    payouts::step(shop, who, people.fresh, id, step, &by_bank("b"))
                        .await
                        .ok();
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
    let first = [5, 6, 7];
    for number in 0..45 {
        let kind = first.get(number).copied().unwrap_or_else(|| drawn.below(9));
        let what = something(shop, kind, &mut drawn, &people, &mut bought).await;
        done.insert(what);
        assert_adds_up(shop, one, &format!("{number}: {what}")).await;
    }
    assert!(done.len() > 6, "too little happened: {done:?}");
    assert!(shop.number("SELECT count(*) FROM payouts").await > 0);
    assert!(shop.number("SELECT count(*) FROM order_reductions").await > 0);
});
