//! What a cooperative is called, and its telephone: its owner asks, the Centre decides, and buyers read it from then on.

use domain::{Actor, CentreRole, CooperativeRole, ErrorCode, FieldCode, Locale, Membership, ProposalState, UserId};
use service::renaming::{self, NamingForm, NamingPage};
use service::{Error, centre, shops, studio};
use testing::{Snapshot, TestShop, both};

fn form(page: &NamingPage, names: &[(Locale, &str)], phone: &str) -> NamingForm {
    NamingForm {
        names: names.iter().map(|(lang, name)| (*lang, (*name).to_owned())).collect(),
        phone: phone.to_owned(),
        seen: page.asked.as_ref().map(|asked| asked.seen.clone()).unwrap_or_default(),
    }
}

const NAMES: [(Locale, &str); 2] = [(Locale::Ug, "  يېڭى   بادام "), (Locale::Zh, "新巴旦合作社")];

async fn shown(shop: &TestShop, locale: Locale) -> (String, Option<String>) {
    let page = shops::find(shop, locale, "almonds").await.unwrap().unwrap();
    (page.card.name.text.clone(), page.phone.clone())
}

async fn waiting(shop: &TestShop, centre: Actor) -> Vec<String> {
    let all = renaming::waiting(shop, centre, Locale::Zh).await.unwrap();
    all.into_iter().map(|row| row.slug).collect()
}

/// The seen of what waits.
async fn seen(shop: &TestShop, centre: Actor) -> String {
    let page = renaming::page_for_centre(shop, centre, "almonds").await.unwrap();
    page.asked.unwrap().seen
}

both!(a_name_and_a_number_wait_for_the_centre, async |shop| {
    let owner = shop.member_of("almonds").await;
    let centre = shop.of_centre().await;
    let page = renaming::page(shop, owner).await.unwrap();
    assert_eq!(
        (page.source, page.now.phone.as_deref()),
        (Locale::Ug, Some("0998-5550101"))
    );
    assert!(page.asked.is_none());
    // Sent twice by a finger that pressed twice, it is asked for once.
    for _ in 0..2 {
        renaming::ask(shop, owner, &form(&page, &NAMES, " 0998 5550199 "))
            .await
            .unwrap();
    }
    // Another one from a window that shows none is a conflict.
    let other = renaming::ask(shop, owner, &form(&page, &NAMES, "0998 5550100")).await;
    assert_eq!(other.unwrap_err().code(), ErrorCode::InvalidTransition);
    assert_eq!(
        shown(shop, Locale::Zh).await.0,
        "金巴旦合作社",
        "buyers read what they read before"
    );
    let home = studio::home(shop, owner, Locale::Zh).await.unwrap();
    assert_eq!(home.naming, Some(ProposalState::Waiting));
    assert_eq!(waiting(shop, centre).await, ["almonds"]);
    assert_eq!(centre::waits(shop, centre).await.unwrap().products, 1);

    let asked = renaming::page_for_centre(shop, centre, "almonds").await.unwrap();
    let change = asked.asked.unwrap();
    assert_eq!(change.naming.name(Locale::Ug), "يېڭى بادام");
    assert_eq!(change.naming.name(Locale::Es), "", "a name that is left empty goes");
    renaming::confirm(shop, centre, "almonds", &change.seen).await.unwrap();
    assert_eq!(
        shown(shop, Locale::Zh).await,
        ("新巴旦合作社".to_owned(), Some("0998 5550199".to_owned()))
    );
    assert_eq!(
        shown(shop, Locale::Es).await.0,
        "يېڭى بادام",
        "in the language it is written in first"
    );
    let cards = "SELECT count(*) FROM product_cards c JOIN cooperatives k ON k.id = c.cooperative_id
                 WHERE k.slug = 'almonds' AND c.lang = 'zh' AND c.cooperative_name <> '新巴旦合作社'";
    assert_eq!(shop.number(cards).await, 0, "lists say it too");
    assert!(renaming::page(shop, owner).await.unwrap().asked.is_none());
    assert!(waiting(shop, centre).await.is_empty());
    let again = renaming::confirm(shop, centre, "almonds", &change.seen)
        .await
        .unwrap_err();
    assert_eq!(again.code(), ErrorCode::InvalidTransition);
    let noted = "SELECT count(*) FROM audit_events WHERE action IN ('cooperative.ask', 'cooperative.rename')
                 AND cooperative_id IS NOT NULL";
    assert_eq!(shop.number(noted).await, 2);
});

both!(what_is_sent_back_has_a_reason_and_can_be_asked_for_anew, async |shop| {
    let owner = shop.member_of("almonds").await;
    let centre = shop.of_centre().await;
    let page = renaming::page(shop, owner).await.unwrap();
    renaming::ask(shop, owner, &form(&page, &NAMES, "")).await.unwrap();
    let first = seen(shop, centre).await;
    let without = renaming::send_back(shop, centre, "almonds", &first, " ").await;
    match without {
        Err(Error::Fields(errors)) => assert_eq!(errors.of("refusal"), Some(FieldCode::Required)),
        other => panic!("{other:?}"),
    }
    renaming::send_back(shop, centre, "almonds", &first, "名称已被使用")
        .await
        .unwrap();
    assert!(waiting(shop, centre).await.is_empty());
    let back = renaming::page(shop, owner).await.unwrap();
    let asked = back.asked.as_ref().unwrap();
    assert_eq!(
        (asked.state, asked.reason.as_str()),
        (ProposalState::SentBack, "名称已被使用")
    );
    // A second window still shows the request as it was: that form is not taken.
    let old = NamingForm {
        seen: first.clone(),
        ..form(&back, &NAMES, "0998-5550101")
    };
    let overtaken = renaming::ask(shop, owner, &old).await.unwrap_err();
    assert_eq!(overtaken.code(), ErrorCode::InvalidTransition);
    renaming::ask(shop, owner, &form(&back, &NAMES, "0998-5550101"))
        .await
        .unwrap();
    // The Centre decides about what it read.
    let unread = renaming::confirm(shop, centre, "almonds", &first).await.unwrap_err();
    assert_eq!(unread.code(), ErrorCode::InvalidTransition);
    assert_eq!(shown(shop, Locale::Zh).await.0, "金巴旦合作社");

    renaming::take_back(shop, owner).await.unwrap();
    renaming::take_back(shop, owner).await.unwrap();
    assert!(waiting(shop, centre).await.is_empty());
    // To ask for what is so is no request.
    let page = renaming::page(shop, owner).await.unwrap();
    let same: Vec<(Locale, &str)> = page
        .now
        .names
        .iter()
        .map(|(lang, name)| (*lang, name.as_str()))
        .collect();
    renaming::ask(shop, owner, &form(&page, &same, "0998-5550101"))
        .await
        .unwrap();
    assert!(renaming::page(shop, owner).await.unwrap().asked.is_none());
});

both!(a_name_is_asked_for_by_owners_and_decided_by_the_centre, async |shop| {
    let owner = shop.member_of("almonds").await;
    let bees = shop.member_of("bees").await;
    let centre = shop.of_centre().await;
    let page = renaming::page(shop, owner).await.unwrap();
    let wanted = form(&page, &NAMES, "");
    for (names, phone, field, code) in [
        (vec![(Locale::Zh, "新名称")], "", "name-ug", FieldCode::Required),
        (NAMES.to_vec(), "ring me", "phone", FieldCode::InvalidPhone),
    ] {
        match renaming::ask(shop, owner, &form(&page, &names, phone)).await {
            Err(Error::Fields(errors)) => assert_eq!((errors.of(field), errors.len()), (Some(code), 1)),
            other => panic!("{other:?}"),
        }
    }
    let mut members = Vec::new();
    for role in CooperativeRole::ALL {
        if role != CooperativeRole::Owner {
            members.push(shop.cooperative_member("almonds", role).await);
        }
    }
    let helper = shop.member(Membership::Centre(CentreRole::Support)).await;
    let support = Actor::Support {
        user: UserId(1),
        cooperative: shop.cooperative("almonds").await,
    };
    members.extend([helper, support, centre, Actor::Anonymous]);
    renaming::ask(shop, owner, &wanted).await.unwrap();
    let waits = seen(shop, centre).await;
    let before = Snapshot::of(shop).await;
    for nobody in members {
        for answer in [
            renaming::page(shop, nobody).await.map(|_| ()),
            renaming::ask(shop, nobody, &wanted).await,
            renaming::take_back(shop, nobody).await,
        ] {
            assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{nobody:?}");
        }
    }
    for nobody in [owner, bees, helper, support, Actor::Anonymous] {
        for answer in [
            renaming::page_for_centre(shop, nobody, "almonds").await.map(|_| ()),
            renaming::waiting(shop, nobody, Locale::Zh).await.map(|_| ()),
            renaming::confirm(shop, nobody, "almonds", &waits).await,
            renaming::send_back(shop, nobody, "almonds", &waits, "?").await,
        ] {
            assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound, "{nobody:?}");
        }
    }
    // Another's owner sees and takes back nothing of it.
    assert!(renaming::page(shop, bees).await.unwrap().asked.is_none());
    renaming::take_back(shop, bees).await.unwrap();
    before.assert_unchanged(shop).await;
});
