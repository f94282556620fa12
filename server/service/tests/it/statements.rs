//! Bank statements: what was looked at is booked, once.

use domain::{Currency, Money, PaymentState};
use service::money::{self, StatementMatch};
use testing::{Snapshot, both};

use crate::money::{state, view, yuan};

both!(a_statement_is_looked_at_then_booked_and_never_twice, async |shop| {
    let (one, two) = (
        shop.buy(&[("badam-500", "1")], shop.to_address("65")).await,
        shop.buy(&[("honey-333", "1")], shop.to_address("65")).await,
    );
    let centre = shop.of_centre().await;
    let (first, second) = (view(shop, &one).await, view(shop, &two).await);
    let statement = format!(
        "日期,贷方金额,摘要\n2026-11-23,{},货款 {}\n2026-11-23,{},{}\n2026-11-23,9.99,利息\n2026-11-23,-5.00,手续费",
        yuan(first.total.minor),
        first.payment_reference,
        yuan(100),
        second.payment_reference.to_string().to_lowercase(),
    );
    let before = Snapshot::of(shop).await;
    let lines = money::preview_statement(shop, centre, &statement).await.unwrap();
    before.assert_unchanged(shop).await;
    let open = |money: Money, code| StatementMatch::Order { code, open: money };
    assert_eq!(
        lines.into_iter().map(|line| line.outcome).collect::<Vec<_>>(),
        [
            open(first.total, first.code),
            open(second.total, second.code),
            StatementMatch::Unknown,
            StatementMatch::NotIn
        ]
    );
    assert_eq!(money::book_statement(shop, centre, &statement).await.unwrap(), 3);
    assert_eq!(state(shop, &one).await, PaymentState::Paid);
    assert_eq!(state(shop, &two).await, PaymentState::PartPaid);
    assert_eq!(money::overview(shop, centre).await.unwrap().unassigned.len(), 1);

    let before = Snapshot::of(shop).await;
    assert_eq!(money::book_statement(shop, centre, &statement).await.unwrap(), 0);
    before.assert_unchanged(shop).await;
    let lines = money::preview_statement(shop, centre, &statement).await.unwrap();
    assert!(lines.iter().take(3).all(|line| line.outcome == StatementMatch::Booked));
});

both!(a_line_that_names_two_orders_pays_the_one_that_was_shown, async |shop| {
    let centre = shop.of_centre().await;
    let mut references = Vec::new();
    for _ in 0..2 {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        references.push(view(shop, &bought).await.payment_reference.to_string());
    }
    for (day, [first, second]) in [(23, [0, 1]), (24, [1, 0])] {
        let line = format!("2026-11-{day},1.00,{} {}", references[first], references[second]);
        let shown = money::preview_statement(shop, centre, &line).await.unwrap();
        money::book_statement(shop, centre, &line).await.unwrap();
        let booked = money::entries(shop, centre, 1).await.unwrap().entries[0].code;
        assert!(
            matches!(shown[0].outcome, StatementMatch::Order { code, .. } if Some(code) == booked),
            "{shown:?} {booked:?}"
        );
    }
});

both!(
    a_preview_says_what_lines_above_pay_and_what_it_cannot_read,
    async |shop| {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let centre = shop.of_centre().await;
        let group = view(shop, &bought).await;
        let line = format!("2026-11-23,{},{}", yuan(group.total.minor), group.payment_reference);
        let text = format!("{line}\n{line}\n2026-11-23,50,T91\n2026-11-23,-5.00,fee\n\nthanks");
        let lines = money::preview_statement(shop, centre, &text).await.unwrap();
        let open = |minor| StatementMatch::Order {
            code: group.code,
            open: Money::new(minor, Currency::Cny),
        };
        assert_eq!(
            lines
                .into_iter()
                .map(|line| (line.number, line.outcome))
                .collect::<Vec<_>>(),
            [
                (1, open(group.total.minor)),
                (2, open(0)),
                (3, StatementMatch::Unread),
                (4, StatementMatch::NotIn),
                (6, StatementMatch::Unread)
            ]
        );
        assert_eq!(money::book_statement(shop, centre, &text).await.unwrap(), 2);
    }
);
