//! Paying cooperatives, and what they read of it; their name and telephone; holidays in what is promised: in pages, without
//! JavaScript.

use domain::{Currency, Locale, Money};
use l10n::{Texts, format, t};

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::district::OTHER;
use crate::test_app::TestApp;
use crate::world::Who;

const PAYOUTS: &str = "/es/centre/money/payouts";
const OF_THIS: &str = "/es/centre/money/payouts?of=altun-badam";

/// Buyers have all that was ordered, and what it costs has come in.
async fn delivered_and_paid(app: &TestApp) {
    app.execute("UPDATE orders SET status = 'completed', fulfilment = 'delivered'")
        .await;
    app.execute(
        "INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, actor, state, at)
         SELECT 'received', total_minor, currency, '', id, 'operator', 'booked', placed_at
         FROM order_groups WHERE total_minor > 0",
    )
    .await;
}

both!(a_payout_goes_from_hand_to_hand_in_pages);
async fn a_payout_goes_from_hand_to_hand_in_pages() {
    let app = TestApp::inhabited().await;
    delivered_and_paid(&app).await;
    let (mut finance, mut admin) = (app.client_of(Who::CentreFinance), app.client_of(Who::Centre));
    let mut owner = app.client_of(Who::This);

    let page = finance.get(OF_THIS).await.is(200).page();
    assert!(
        page.has("[data-testid=account-chart] svg rect"),
        "a picture of what was sold"
    );
    assert!(page.has("td[data-label]"), "and the same as a table");
    let mut draft = page.form("payout-draft");
    set(&mut draft, "command", "draft");
    let mut too_much = draft.clone();
    set(&mut too_much, "amount", "9999999");
    let wrong = finance.post(OF_THIS, &too_much).await.is(422).page();
    assert_eq!(wrong.value("amount").as_deref(), Some("9999999"), "typed text is kept");
    // How much it can be is said, also where no amount is so large.
    let most: i64 = value_of(&draft, "amount").replace('.', "").parse().unwrap();
    let most = format::money(Locale::Es, Money::new(most, Currency::Cny));
    for typed in ["9999999", "99999999999999999999"] {
        set(&mut too_much, "amount", typed);
        let wrong = finance.post(OF_THIS, &too_much).await.is(422).page();
        let said: String = wrong.first("#field-amount-error").unwrap().text().collect();
        assert!(said.contains(&most), "{typed}: {said}");
    }
    finance.post(OF_THIS, &draft).await.is(303);
    finance.post(OF_THIS, &draft).await.is(303);
    assert_eq!(
        app.number("SELECT count(*) FROM payouts").await,
        1,
        "sent twice, written down once"
    );
    let own = finance.get(PAYOUTS).await.is(200).page();
    assert!(
        !own.has("form[data-testid=payout-approve]"),
        "nobody approves their own"
    );

    let mut approve = admin.get(PAYOUTS).await.is(200).page().form("payout-approve");
    set(&mut approve, "command", "approve");
    // As a page would send it that whoever wrote it down made up.
    let refused = finance.post(PAYOUTS, &approve).await.is(409).page();
    assert!(refused.has("#notice"));
    // The page of another cooperative does not show it.
    let of_other = format!("{PAYOUTS}?of={OTHER}");
    admin.get(&of_other).await.is(200);
    admin.post(&of_other, &approve).await.is(404);
    assert_eq!(
        app.number("SELECT count(*) FROM payouts WHERE state = 'draft'").await,
        1
    );
    admin.post(PAYOUTS, &approve).await.is(303);
    // What buyers paid is undone by now: whoever is about to pay it out reads so, on both pages.
    for (sign, state, is_less) in [("> 0", "counter", true), ("< 0", "booked", false)] {
        app.execute(&format!(
            "INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, actor, state, at)
             SELECT kind, -amount_minor, currency, reference, group_id, actor, '{state}', at
             FROM money_entries WHERE kind = 'received' AND amount_minor {sign}"
        ))
        .await;
        for path in [PAYOUTS, OF_THIS] {
            let page = finance.get(path).await.is(200).page();
            assert!(page.has("form[data-testid=payout-pay]"), "{path}");
            assert_eq!(page.has("[data-testid=less-owed]"), is_less, "{path}");
        }
    }
    let mut pay = finance.get(PAYOUTS).await.is(200).page().form("payout-pay");
    set(&mut pay, "command", "pay");
    finance.post(PAYOUTS, &pay).await.is(422);
    set(&mut pay, "reference", "b-4711");
    // Another window of the same page, in which it is noted a second time: nothing is, and the number is still there to read.
    let mut late = finance.get(PAYOUTS).await.is(200).page().form("payout-pay");
    set(&mut late, "command", "pay");
    set(&mut late, "reference", "b-4712");
    finance.post(PAYOUTS, &pay).await.is(303);
    let refused = finance.post(PAYOUTS, &late).await.is(409).page();
    assert!(refused.has("#notice"));
    assert!(refused.text_of("typed").unwrap().contains("b-4712"));

    let account = owner.get("/es/studio/account").await.is(200).page();
    assert!(account.text_of("payout").unwrap().contains("b-4711"));
    let payable = account.text_of("account-payable").unwrap();
    assert!(
        payable.contains('0') && !payable.contains(|sign: char| matches!(sign, '1'..='9')),
        "nothing is left: {payable}"
    );
    assert!(account.has("[data-testid=account-chart][role=img][aria-label]"));
    assert!(account.has("a[href='/es/studio/export/account-days.csv']"));
    owner.get("/es/studio/export/account-months.xlsx").await.is(200);
    let mut undo = finance.get(PAYOUTS).await.is(200).page().form("payout-undo");
    set(&mut undo, "command", "undo");
    let asked = finance.post(PAYOUTS, &undo).await.is(422).page();
    assert!(asked.has("#field-reason[aria-invalid=true]"), "not without a reason");
    set(&mut undo, "reason", "El banco lo devolvió");
    finance.post(PAYOUTS, &undo).await.is(303);
    let account = owner.get("/es/studio/account").await.is(200).page();
    assert!(
        account
            .text_of("payout-reason")
            .unwrap()
            .contains("El banco lo devolvió")
    );
    let log = admin.get("/es/centre/audit").await.is(200).page();
    assert!(log.text_of("audit-reason").unwrap().contains("El banco lo devolvió"));
    // Found by what the bank calls it; the other states are not.
    let found = finance.get(&format!("{PAYOUTS}?q=B-47")).await.is(200).page();
    assert_eq!(found.count("[data-testid=list-found] [data-testid=payout]"), 2);
    let drafts = format!("{PAYOUTS}?q=B-47&state=draft");
    let none = finance.get(&drafts).await.is(200).page();
    assert_eq!(none.count("[data-testid=list-found] [data-testid=payout]"), 0);
    let asked = none.form("find-payouts");
    assert_eq!((value_of(&asked, "q"), value_of(&asked, "state")), ("B-47", "draft"));
    let sum = "SELECT CAST(SUM(amount_minor) AS BIGINT) FROM payouts";
    assert_eq!(app.number(sum).await, 0);
    // In all languages, and for who has nothing to do with it.
    for lang in ["ug", "zh"] {
        finance.get(&format!("/{lang}/centre/money/payouts")).await.is(200);
        owner.get(&format!("/{lang}/studio/account?by=month")).await.is(200);
    }
    app.client_of(Who::Packer).get("/es/studio/account").await.is(404);
}

both!(a_line_of_the_account_leads_to_its_orders);
async fn a_line_of_the_account_leads_to_its_orders() {
    let app = TestApp::inhabited().await;
    delivered_and_paid(&app).await;
    let (mut finance, mut owner) = (app.client_of(Who::CentreFinance), app.client_of(Who::This));
    // In one tap from the first page of the studio.
    let home = owner.get("/es/studio").await.is(200).page();
    assert!(home.has("a[href='/es/studio/account']"));
    let mut packer = app.client_of(Who::Packer);
    assert!(
        !packer
            .get("/es/studio")
            .await
            .is(200)
            .page()
            .has("a[href='/es/studio/account']"),
        "only for who may see it"
    );
    for (client, place) in [(&mut owner, "/es/studio/account"), (&mut finance, OF_THIS)] {
        for by in ["by=day", "by=month"] {
            let sign = if place.contains('?') { '&' } else { '?' };
            let account = client.get(&format!("{place}{sign}{by}")).await.is(200).page();
            let day = account.first("td a[href*='on=20']").unwrap();
            let day = day.value().attr("href").unwrap().to_owned();
            let page = client.get(&day).await.is(200).page();
            assert!(page.count("[data-testid=account-order]") > 0, "{day}");
            assert!(page.has("[data-testid=account-change]"));
        }
    }
    let account = owner.get("/es/studio/account").await.is(200).page();
    let day = account.first("td a[href*='on=20']").unwrap();
    let day = day.value().attr("href").unwrap().to_owned();
    let page = owner.get(&day).await.is(200).page();
    let order = page.first("[data-testid=account-order] a").unwrap();
    let order = order.value().attr("href").unwrap().to_owned();
    assert!(order.starts_with("/es/studio/orders/"), "{order}");
    owner.get(&order).await.is(200);
    assert!(page.has("a[href='/es/studio/export/account-orders.csv']"));
    owner.get("/es/studio/export/account-orders.csv").await.is(200);
    // What is no day is the account.
    owner.get("/es/studio/account?on=x").await.is(200);
    packer.get(&day).await.is(404);
}

both!(a_64_nobody_is_paid_by_an_old_sign_in);
async fn a_64_nobody_is_paid_by_an_old_sign_in() {
    let app = TestApp::inhabited().await;
    delivered_and_paid(&app).await;
    app.execute("UPDATE sessions SET fresh_at = 0").await;
    let mut finance = app.client_of(Who::CentreFinance);
    let mut draft = finance.get(OF_THIS).await.is(200).page().form("payout-draft");
    set(&mut draft, "command", "draft");
    let asked = finance.post(OF_THIS, &draft).await.is(200).page();
    assert!(
        asked.has("input[name=confirm-password]"),
        "who it is is asked once more"
    );
    let said = Texts::built_in().get(Locale::Es, t::ACCOUNT_CONFIRM_TITLE_MONEY);
    assert!(asked.text().contains(&said), "and for what");
    let members = finance
        .get("/es/account/confirm?next=/es/centre/members")
        .await
        .is(200)
        .page();
    let said = Texts::built_in().get(Locale::Es, t::ACCOUNT_CONFIRM_TITLE_PEOPLE);
    assert!(members.text().contains(&said));
    assert_eq!(app.number("SELECT count(*) FROM payouts").await, 0);
}

both!(a_cooperative_is_called_otherwise_once_the_centre_says_so);
async fn a_cooperative_is_called_otherwise_once_the_centre_says_so() {
    let app = TestApp::inhabited().await;
    let (mut owner, mut centre) = (app.client_of(Who::This), app.client_of(Who::Centre));
    let mut form = owner.get("/es/studio/cooperative").await.is(200).page().form("naming");
    for name in ["name-ug", "name-zh", "name-es"] {
        set(&mut form, name, "");
    }
    let wrong = owner.post("/es/studio/cooperative", &form).await.is(422).page();
    assert!(wrong.has("[aria-invalid=true]"));
    // A tag is refused and said so; the text is kept.
    set(&mut form, "name-ug", "<b>بادام</b>");
    let wrong = owner.post("/es/studio/cooperative", &form).await.is(422).page();
    assert_eq!(wrong.value("name-ug").as_deref(), Some("<b>بادام</b>"));
    let said = Texts::built_in().get(Locale::Es, t::FIELD_ERROR_MARKUP);
    assert!(wrong.text().contains(&said));
    for (name, typed) in [
        ("name-ug", "يېڭى بادام"),
        ("name-zh", "新巴旦"),
        ("name-es", "Almendra Nueva"),
    ] {
        set(&mut form, name, typed);
    }
    owner.post("/es/studio/cooperative", &form).await.is(303);
    let asked = owner.get("/es/studio/cooperative").await.is(200).page();
    assert!(
        asked.text_of("naming-change").unwrap().contains("Almendra Nueva")
            || asked.count("[data-testid=naming-change]") > 1
    );
    let shop = app.client().get("/es/shops/altun-badam").await.is(200).page().text();
    assert!(!shop.contains("Almendra Nueva"), "buyers read what they read before");

    let list = centre.get("/es/centre/confirmations").await.is(200).page();
    assert!(list.has("[data-testid=waiting-name]"));
    let file = "/es/centre/cooperatives/altun-badam";
    let mut confirm = centre.get(file).await.is(200).page().form("naming-confirm");
    set(&mut confirm, "naming", "confirm");
    let mut late = centre.get(file).await.is(200).page().form("naming-send-back");
    set(&mut late, "naming", "send-back");
    set(&mut late, "refusal", "Ese nombre ya es de otra.");
    centre.post(file, &confirm).await.is(303);
    // Who was about to refuse it reads that it is decided, and what they typed.
    let overtaken = centre.post(file, &late).await.is(409).page();
    assert!(overtaken.has("[data-testid=conflict]"));
    let typed = overtaken.text_of("typed").unwrap();
    assert!(typed.contains("Ese nombre ya es de otra."));
    assert!(overtaken.has("[data-draft-end]"));
    let shop = app.client().get("/es/shops/altun-badam").await.is(200).page().text();
    assert!(shop.contains("Almendra Nueva"));
    let goods = app.client().get("/es/products").await.is(200).page().text();
    assert!(goods.contains("Almendra Nueva"), "lists say it, too");
}

both!(a_holiday_stands_where_days_are_promised);
async fn a_holiday_stands_where_days_are_promised() {
    let app = TestApp::inhabited().await;
    let path = "/es/products/badam-500";
    let before = app.client().get(path).await.is(200).page();
    assert!(before.text().contains("1\u{2060}–\u{2060}3"));
    assert_eq!(before.text_of("closed-soon"), None);
    let mut centre = app.client_of(Who::Centre);
    let mut form = centre
        .get("/es/centre/settings")
        .await
        .is(200)
        .page()
        .form("settings-closed");
    let today = domain::Day::of(service::Clock::system().now());
    let day = |days: i64| domain::Day::of(today.start_ms() + days * 86_400_000).iso();
    set(&mut form, "closed-from-1", &day(1));
    set(&mut form, "closed-until-1", &day(4));
    // Without a name, and of half a year: both are said beside their fields.
    let mut wrong = form.clone();
    for lang in ["ug", "zh", "es"] {
        set(&mut wrong, &format!("closed-{lang}-1"), "");
    }
    let page = centre.post("/es/centre/settings", &wrong).await.is(422).page();
    assert!(page.has("#errors a[href='#field-closed-ug-1']"));
    let said = Texts::built_in().get(Locale::Es, t::CENTRE_SETTINGS_CLOSED_NAME);
    assert!(page.text().contains(&said));
    wrong = form.clone();
    set(&mut wrong, "closed-until-1", &day(180));
    let page = centre.post("/es/centre/settings", &wrong).await.is(422).page();
    let error = page.first("#field-closed-until-1-error").unwrap();
    assert!(error.text().collect::<String>().contains("31"));
    set(&mut form, "closed-es-1", "Fiesta de la cosecha");
    centre.post("/es/centre/settings", &form).await.is(303);
    let after = app.client().get(path).await.is(200).page();
    assert!(after.text().contains("5\u{2060}–\u{2060}7"), "four days later");
    assert!(after.text_of("closed-soon").unwrap().contains("Fiesta de la cosecha"));
}
