//! What the operator sets: seeded, changed by the Centre, taken back, and seen by buyers at once.

use domain::{Actor, ErrorCode, FieldCode, Locale, PaymentMethod, SettingChangeId};
use service::checkout;
use service::settings::{self, Section, Value};
use service::{Error, FieldErrors};
use testing::{Bought, Snapshot, TestShop, both};

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
}

async fn newest(shop: &TestShop, actor: Actor, section: Section) -> SettingChangeId {
    let editor = settings::editor(shop, actor, 1).await.unwrap();
    editor.sections.iter().find(|(s, ..)| *s == section).unwrap().2
}

async fn save(shop: &TestShop, actor: Actor, section: Section, pairs: &[(&str, &str)]) -> Result<(), Error> {
    let seen = newest(shop, actor, section).await;
    settings::save(shop, actor, section, seen, &fields(pairs)).await
}

fn wrong(refused: Result<(), Error>) -> FieldErrors {
    match refused {
        Err(Error::Fields(errors)) => errors,
        other => panic!("{other:?}"),
    }
}

const ACCOUNT: [(&str, &str); 3] = [
    ("holder", "  巴达木  中心 "),
    ("bank", "新银行"),
    ("number", "6222 0000 9999 8888"),
];

both!(an_account_is_changed_seen_at_once_and_taken_back, async |shop| {
    let centre = shop.of_centre().await;
    let before = settings::bank(shop).unwrap();
    assert_eq!(before.number, "6222 0000 1111 2222", "as it was seeded");
    save(shop, centre, Section::Bank, &ACCOUNT).await.unwrap();
    let account = settings::bank(shop).unwrap();
    assert_eq!(
        (account.holder.as_str(), account.bank.as_str()),
        ("巴达木 中心", "新银行")
    );

    let editor = settings::editor(shop, centre, 1).await.unwrap();
    let change = &editor.changes[0];
    assert_eq!(
        (&change.before, &change.after),
        (&Value::Bank(Some(before.clone())), &Value::Bank(Some(account)))
    );
    assert!(change.can_undo && !change.who.is_empty());
    settings::undo(shop, centre, change.id).await.unwrap();
    assert_eq!(settings::bank(shop).unwrap(), before);
    let refused = settings::undo(shop, centre, change.id).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidTransition, "not the newest any more");
    let editor = settings::editor(shop, centre, 1).await.unwrap();
    assert_eq!(editor.changes.len(), 2);
    assert!(editor.changes[0].is_undo && editor.changes[0].can_undo && !editor.changes[1].can_undo);
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action LIKE 'settings.%'";
    assert_eq!(shop.number(audited).await, 2);

    // Saving what stands there is no change.
    let pairs = [
        ("holder", before.holder.as_str()),
        ("bank", &before.bank),
        ("number", &before.number),
    ];
    save(shop, centre, Section::Bank, &pairs).await.unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM setting_changes").await, 2);
});

both!(of_two_who_save_at_once_one_is_told, async |shop| {
    let centre = shop.of_centre().await;
    let seen = newest(shop, centre, Section::Bank).await;
    let mut other = ACCOUNT;
    other[1].1 = "别的银行";
    let (one, two) = (fields(&ACCOUNT), fields(&other));
    let (one, two) = tokio::join!(
        settings::save(shop, centre, Section::Bank, seen, &one),
        settings::save(shop, centre, Section::Bank, seen, &two),
    );
    let refused: Vec<_> = [one, two].into_iter().filter_map(Result::err).collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code(), ErrorCode::InvalidTransition);
    assert_eq!(shop.number("SELECT COUNT(*) FROM setting_changes").await, 1);
});

both!(nobody_else_reads_or_changes_them, async |shop| {
    let centre = shop.of_centre().await;
    save(shop, centre, Section::Bank, &ACCOUNT).await.unwrap();
    let change = newest(shop, centre, Section::Bank).await;
    let member = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    for nobody in [member, Actor::Anonymous] {
        let account = fields(&ACCOUNT);
        for refused in [
            settings::editor(shop, nobody, 1).await.map(|_| ()),
            settings::save(shop, nobody, Section::Bank, change, &account).await,
            settings::undo(shop, nobody, change).await.map(|_| ()),
        ] {
            assert_eq!(refused.unwrap_err().code(), ErrorCode::NotFound);
        }
    }
    before.assert_unchanged(shop).await;
});

both!(without_an_account_nothing_is_paid_by_transfer, async |shop| {
    let centre = shop.of_centre().await;
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_address("65")).await;
    save(
        shop,
        centre,
        Section::Bank,
        &[("holder", ""), ("bank", " "), ("number", "")],
    )
    .await
    .unwrap();
    assert_eq!(settings::bank(shop), None);
    let page = checkout::open(shop, Locale::Zh, cart, form.clone()).await.unwrap();
    assert_eq!(page.methods, [PaymentMethod::CashAtStation]);
    // The form was open before.
    let rejected = Bought::rejection_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
    assert_eq!(rejected.errors.of("payment"), Some(FieldCode::InvalidChoice));
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
});

both!(freight_is_a_setting_like_the_others, async |shop| {
    let centre = shop.of_centre().await;
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_address("65")).await;
    let mut pairs = Vec::new();
    for region in ["xinjiang", "northwest", "mainland", "remote"] {
        for (part, value) in [
            ("first-grams", "1000"),
            ("first-price", "７,70"),
            ("step-grams", "500"),
            ("step-price", "0"),
        ] {
            pairs.push((format!("{part}-{region}"), value.to_owned()));
        }
    }
    let seen = newest(shop, centre, Section::Freight).await;
    settings::save(shop, centre, Section::Freight, seen, &pairs)
        .await
        .unwrap();
    let page = checkout::open(shop, Locale::Zh, cart, form.clone()).await.unwrap();
    assert_eq!(page.freight.unwrap().minor, 770);
    let rejected = Bought::rejection_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
    assert_eq!(
        rejected.refused,
        Some(ErrorCode::FreightChanged),
        "what was open is asked again"
    );

    let change = newest(shop, centre, Section::Freight).await;
    settings::undo(shop, centre, change).await.unwrap();
    checkout::place(shop, Locale::Zh, cart, &form)
        .await
        .map(Bought::code_of)
        .unwrap();

    pairs[0].1 = "0".to_owned();
    pairs[1].1 = "-1".to_owned();
    pairs[2].1 = String::new();
    let seen = newest(shop, centre, Section::Freight).await;
    let errors = wrong(settings::save(shop, centre, Section::Freight, seen, &pairs).await);
    assert_eq!(errors.of("first-grams-xinjiang"), Some(FieldCode::InvalidQuantity));
    assert_eq!(errors.of("first-price-xinjiang"), Some(FieldCode::InvalidPrice));
    assert_eq!(errors.of("step-grams-xinjiang"), Some(FieldCode::Required));
    assert_eq!(errors.len(), 3);
});

both!(a_notice_is_shown_on_its_days, async |shop| {
    let centre = shop.of_centre().await;
    // The tests' clock stands on 23 November 2026.
    let pairs = [
        ("notice-from-1", "2026-11-24"),
        ("notice-until-1", "2026-11-25"),
        ("notice-ug-1", "ئەتە ئوچۇق"),
        ("notice-es-1", "Mañana abrimos"),
        ("notice-from-3", "2026-11-01"),
        ("notice-until-3", "2026-11-23"),
        ("notice-zh-3", "今天"),
    ];
    save(shop, centre, Section::Notices, &pairs).await.unwrap();
    let texts = |locale| -> Vec<String> {
        settings::notices_today(shop, locale)
            .into_iter()
            .map(|shown| shown.text)
            .collect()
    };
    assert_eq!(texts(Locale::Es), ["今天"]);
    shop.clock.advance(86_400_000);
    assert_eq!(texts(Locale::Es), ["Mañana abrimos"]);
    assert_eq!(texts(Locale::Zh), ["ئەتە ئوچۇق"]);
    shop.clock.advance(2 * 86_400_000);
    assert!(texts(Locale::Es).is_empty());

    let closed = [
        ("closed-from-1", "2026-11-30"),
        ("closed-until-1", "2026-11-30"),
        ("closed-zh-1", "盘点"),
    ];
    save(shop, centre, Section::Closed, &closed).await.unwrap();
    assert_eq!(settings::closed_days(shop, Locale::Ug).len(), 1);
    shop.clock.advance(10 * 86_400_000);
    assert!(settings::closed_days(shop, Locale::Ug).is_empty());
});

both!(a_holiday_makes_what_is_promised_longer, async |shop| {
    let centre = shop.of_centre().await;
    // The tests' clock stands on 23 November 2026. Seven holidays of a year, each with its name.
    let mut pairs = Vec::new();
    for (number, (from, until)) in (1..).zip([
        ("2026-11-25", "2026-12-01"),
        ("2027-01-01", "2027-01-03"),
        ("2027-02-06", "2027-02-12"),
        ("2027-04-05", "2027-04-05"),
        ("2027-05-01", "2027-05-05"),
        ("2027-06-09", "2027-06-09"),
        ("2027-10-01", "2027-10-07"),
    ]) {
        pairs.push((format!("closed-from-{number}"), from.to_owned()));
        pairs.push((format!("closed-until-{number}"), until.to_owned()));
        pairs.push((format!("closed-es-{number}"), format!("Fiesta {number}")));
    }
    let seen = newest(shop, centre, Section::Closed).await;
    settings::save(shop, centre, Section::Closed, seen, &pairs)
        .await
        .unwrap();
    let all = settings::closed_days(shop, Locale::Es);
    assert_eq!(all.len(), 7, "more than there are notices");
    assert_eq!(settings::days_promised(shop, 1), 1, "tomorrow somebody is there");
    assert_eq!(settings::days_promised(shop, 3), 10);
    let soon = |days| -> Vec<String> {
        let runs = settings::closed_within(shop, Locale::Es, days);
        runs.into_iter().filter_map(|(.., name)| Some(name?.text)).collect()
    };
    assert_eq!((soon(1), soon(8)), (Vec::new(), vec!["Fiesta 1".to_owned()]));
    // On its last day nothing is longer any more.
    shop.clock.advance(8 * 86_400_000);
    assert_eq!(settings::days_promised(shop, 3), 3);
    assert!(soon(8).is_empty());
});

both!(a_holiday_has_a_name_and_an_end_in_sight, async |shop| {
    let centre = shop.of_centre().await;
    let before = Snapshot::of(shop).await;
    for (until, name, field, code) in [
        ("2026-12-31", "  ", "closed-ug-1", FieldCode::Required),
        ("2026-12-31", "\u{202E}\u{200B}", "closed-ug-1", FieldCode::Required),
        ("2027-01-01", "Fiesta", "closed-until-1", FieldCode::TooMuch),
        ("2062-12-01", "Fiesta", "closed-until-1", FieldCode::TooMuch),
        ("2026-11-30", "Fiesta", "closed-until-1", FieldCode::InvalidChoice),
    ] {
        let pairs = [
            ("closed-from-1", "2026-12-01"),
            ("closed-until-1", until),
            ("closed-es-1", name),
        ];
        let errors = wrong(save(shop, centre, Section::Closed, &pairs).await);
        assert_eq!((errors.of(field), errors.len()), (Some(code), 1), "{until} {name}");
        before.assert_unchanged(shop).await;
    }
    // What else is wrong does not hide that the name is missing.
    let pairs = [("closed-from-2", "soon"), ("closed-until-2", "2026-12-01")];
    let errors = wrong(save(shop, centre, Section::Closed, &pairs).await);
    assert_eq!(errors.of("closed-ug-2"), Some(FieldCode::Required));
    assert_eq!(errors.of("closed-from-2"), Some(FieldCode::InvalidChoice));
    // The longest there may be.
    let pairs = [
        ("closed-from-1", "2026-12-01"),
        ("closed-until-1", "2026-12-31"),
        ("closed-es-1", "Fiesta"),
    ];
    save(shop, centre, Section::Closed, &pairs).await.unwrap();
});

both!(
    the_number_of_an_account_has_digits_that_every_bank_knows,
    async |shop| {
        let centre = shop.of_centre().await;
        let account = [
            ("holder", "巴达木中心"),
            ("bank", "新银行"),
            ("number", "6222 ١٢٣٤ ５６７８"),
        ];
        save(shop, centre, Section::Bank, &account).await.unwrap();
        assert_eq!(settings::bank(shop).unwrap().number, "6222 1234 5678");
    }
);

both!(what_is_not_right_is_named, async |shop| {
    let centre = shop.of_centre().await;
    let before = Snapshot::of(shop).await;
    let errors = wrong(save(shop, centre, Section::Bank, &[("holder", "x"), ("number", "12")]).await);
    assert_eq!(errors.of("bank"), Some(FieldCode::Required));
    assert_eq!(errors.of("number"), Some(FieldCode::InvalidCode));
    let errors = wrong(save(shop, centre, Section::Centre, &[("phones", "0998-5550000\nring me")]).await);
    assert_eq!(errors.of("phones"), Some(FieldCode::InvalidPhone));
    let pairs = [
        ("notice-from-1", "2026-11-25"),
        ("notice-until-1", "2026-11-24"),
        ("notice-zh-1", "x"),
    ];
    let errors = wrong(save(shop, centre, Section::Notices, &pairs).await);
    assert_eq!(errors.of("notice-until-1"), Some(FieldCode::InvalidChoice));
    let pairs = [("notice-from-1", "tomorrow"), ("notice-until-1", "2026-11-24")];
    let errors = wrong(save(shop, centre, Section::Notices, &pairs).await);
    assert!(errors.of("notice-from-1").is_some());
    before.assert_unchanged(shop).await;
});

both!(a_value_that_cannot_be_read_stops_nothing, async |shop| {
    shop.execute("UPDATE settings SET value = 'no json' WHERE name = 'shop-bank'")
        .await;
    shop.catch_up().await.unwrap();
    assert_eq!(settings::bank(shop), None);
    let centre = shop.of_centre().await;
    save(shop, centre, Section::Bank, &ACCOUNT).await.unwrap();
    assert!(settings::bank(shop).is_some());
});
