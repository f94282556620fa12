//! A suspended cooperative sells nothing, finishes what was ordered, and sells again when it is admitted.

use domain::{
    Actor, CentreRole, CooperativeRole, CooperativeStep, ErrorCode, FieldCode, ListingStep, Locale, Membership,
    OrderStep,
};
use service::admission::{self, CooperativeQuery};
use service::cart::LineState;
use service::catalog;
use service::checkout::{self, Placed};
use service::studio::{self, OrderQuery, StepForm};
use service::{Attempt, Error, cart, shops};
use testing::{Bought, Snapshot, TestShop, both};

use crate::messages::{Does, Provider};

const WHY: &str = "证件已过期。\nPlease renew it.";

async fn take(shop: &TestShop, slug: &str, step: CooperativeStep) {
    let centre = shop.of_centre().await;
    admission::take(shop, centre, slug, step, WHY, None).await.unwrap();
    shop.catch_up().await.unwrap();
}

/// What lists show of the almonds.
async fn cards(shop: &TestShop) -> i64 {
    shop.number("SELECT COUNT(*) FROM product_cards WHERE cooperative_slug = 'almonds' AND lang = 'zh'")
        .await
}

both!(its_goods_leave_the_shop_and_come_back, async |shop| {
    let (before, honey) = (cards(shop).await, shop.offer("honey-333").await);
    assert!(before > 0);
    let offer = shop.offer("badam-500").await;
    take(shop, "almonds", CooperativeStep::Suspend).await;

    assert_eq!(cards(shop).await, 0);
    for locale in Locale::BUILT_IN {
        assert!(
            catalog::find_product(shop, locale, "thin-shell-badam")
                .await
                .unwrap()
                .is_none()
        );
        let page = shops::find(shop, locale, "almonds").await.unwrap().unwrap();
        assert!(!page.sells && page.products.is_empty());
        assert!(shops::find(shop, locale, "bees").await.unwrap().unwrap().sells);
    }
    let told = shops::sitemap(shop, 0, 100).await.unwrap();
    assert!(told.iter().all(|(slug, _)| slug != "almonds"));
    assert!(
        shops::list(shop, Locale::Zh, None, 1)
            .cards
            .iter()
            .all(|card| card.slug != "almonds")
    );
    let refused = cart::add(shop, None, offer, "1").await;
    assert!(
        matches!(refused, Err(Error::Refused(ErrorCode::Suspended))),
        "{refused:?}"
    );
    cart::add(shop, None, honey, "1").await.unwrap();
    // Whatever writes cards anew writes none.
    let editor = shop.cooperative_member("almonds", CooperativeRole::Editor).await;
    let product = shop.product("badam-kernel").await;
    studio::set_listing(shop, editor, product, ListingStep::Pause)
        .await
        .unwrap();
    assert_eq!(cards(shop).await, 0);

    take(shop, "almonds", CooperativeStep::Admit).await;
    assert_eq!(cards(shop).await, before);
    assert!(shops::find(shop, Locale::Ug, "almonds").await.unwrap().unwrap().sells);
    cart::add(shop, None, offer, "1").await.unwrap();
});

both!(a_cart_with_its_goods_is_not_ordered, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1"), ("honey-333", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    let name = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap().sellers[0].lines[0]
        .name
        .clone();
    take(shop, "almonds", CooperativeStep::Suspend).await;
    let view = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
    let states: Vec<LineState> = view
        .sellers
        .iter()
        .flat_map(|s| &s.lines)
        .map(|line| line.state)
        .collect();
    assert_eq!(states, [LineState::Gone, LineState::Ready]);
    assert_eq!(view.sellers[0].lines[0].name, name, "it is called what it was called");
    let before = Snapshot::of(shop).await;
    let rejected = Bought::rejection_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
    assert_eq!(rejected.refused, Some(ErrorCode::SoldOut));
    before.assert_unchanged(shop).await;

    take(shop, "almonds", CooperativeStep::Admit).await;
    let placed = checkout::place(shop, Locale::Zh, cart, &form).await.unwrap();
    assert!(matches!(placed, Placed::Order { .. }), "{placed:?}");
});

both!(its_members_finish_what_was_ordered_and_publish_nothing, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let order = shop.orders_of(&bought.code).await[0];
    let owner = shop.member_of("almonds").await;
    let product = shop.product("badam-kernel").await;
    studio::set_listing(shop, owner, product, ListingStep::Pause)
        .await
        .unwrap();
    take(shop, "almonds", CooperativeStep::Suspend).await;

    let told = admission::suspension(shop, owner).unwrap();
    assert_eq!((told.reason.as_str(), told.since), (WHY, shop.now()));
    assert_eq!(admission::suspension(shop, shop.member_of("bees").await), None);
    studio::home(shop, owner, Locale::Ug).await.unwrap();
    let orders = studio::orders(shop, owner, Locale::Ug, &OrderQuery::default())
        .await
        .unwrap();
    assert_eq!(orders.orders.len(), 1);
    for step in [OrderStep::Accept, OrderStep::Pack] {
        studio::move_on(shop, owner, order, StepForm::from(step.as_str()))
            .await
            .unwrap();
    }
    let before = Snapshot::of(shop).await;
    for step in [ListingStep::Resume, ListingStep::Publish] {
        let refused = studio::set_listing(shop, owner, product, step).await;
        assert!(
            matches!(refused, Err(Error::Refused(ErrorCode::Suspended))),
            "{refused:?}"
        );
    }
    let refused = studio::publish(shop, owner, 0).await;
    assert!(
        matches!(refused, Err(Error::Refused(ErrorCode::Suspended))),
        "{refused:?}"
    );
    before.assert_unchanged(shop).await;
});

both!(all_its_members_are_told_once, async |shop| {
    shop.member_with_password("almonds", "+8613911110001", "x").await;
    let host = shop.cooperative("almonds").await;
    let host = Membership::Cooperative(host, CooperativeRole::Host);
    shop.person_with(host, "+8613911110002", "x").await;
    shop.member_with_password("bees", "+8613911110003", "x").await;
    shop.execute("UPDATE cooperatives SET source_lang = 'es' WHERE slug = 'almonds'")
        .await;
    shop.catch_up().await.unwrap();
    let (centre, provider) = (shop.of_centre().await, Provider::that(Does::Takes));
    for (step, says) in [
        (CooperativeStep::Suspend, "está suspendida"),
        (CooperativeStep::Admit, "vuelve a vender"),
    ] {
        // Sent twice: the same form, and once more by somebody who pressed too.
        let key = domain::IdempotencyKey::from_bytes([step as u8; 16]);
        let form = shop.attempting(Attempt::new(shop, key, centre, "step", [("step", step.as_str())]));
        for _ in 0..2 {
            admission::take(&form, centre, "almonds", step, WHY, None)
                .await
                .unwrap();
        }
        assert!(admission::take(shop, centre, "almonds", step, WHY, None).await.is_err());
        let before = provider.got().len();
        provider.office().work(shop).await.unwrap();
        let got = provider.got().split_off(before);
        let mut phones: Vec<&str> = got.iter().map(|message| message.to.as_e164()).collect();
        phones.sort_unstable();
        assert_eq!(phones, ["+8613911110001", "+8613911110002"]);
        for message in &got {
            assert!(message.text.contains(says), "{}", message.text);
            assert!(
                message.text.contains("证件已过期。 Please renew it."),
                "{}",
                message.text
            );
        }
    }
});

both!(each_step_has_a_reason_and_follows, async |shop| {
    let centre = shop.of_centre().await;
    let before = Snapshot::of(shop).await;
    let no_reason = admission::take(shop, centre, "almonds", CooperativeStep::Suspend, "  ", None).await;
    let Err(Error::Fields(errors)) = no_reason else {
        panic!("{no_reason:?}")
    };
    assert_eq!(errors.of("reason"), Some(FieldCode::Required));
    let sells = admission::take(shop, centre, "almonds", CooperativeStep::Admit, WHY, None).await;
    assert!(
        matches!(sells, Err(Error::Refused(ErrorCode::InvalidTransition))),
        "{sells:?}"
    );
    let unknown = admission::take(shop, centre, "no-such", CooperativeStep::Suspend, WHY, None).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    before.assert_unchanged(shop).await;
    for actor in [
        Actor::Anonymous,
        shop.member_of("almonds").await,
        shop.member(Membership::Centre(CentreRole::Finance)).await,
        shop.member(Membership::Centre(CentreRole::Support)).await,
    ] {
        let before = Snapshot::of(shop).await;
        let refused = admission::take(shop, actor, "almonds", CooperativeStep::Suspend, WHY, None).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        assert!(admission::list(shop, actor, Locale::Ug, &CooperativeQuery::default()).is_err());
        assert!(admission::file(shop, actor, Locale::Ug, "almonds").await.is_err());
        before.assert_unchanged(shop).await;
    }

    take(shop, "almonds", CooperativeStep::Suspend).await;
    let only = CooperativeQuery {
        only_suspended: true,
        ..CooperativeQuery::default()
    };
    let listed = admission::list(shop, centre, Locale::Ug, &only).unwrap();
    assert_eq!(listed.rows.len(), 1);
    assert_eq!(listed.rows[0].slug, "almonds");
    take(shop, "almonds", CooperativeStep::Admit).await;
    assert!(
        admission::list(shop, centre, Locale::Ug, &only)
            .unwrap()
            .rows
            .is_empty()
    );
    let file = admission::file(shop, centre, Locale::Ug, "almonds").await.unwrap();
    let steps: Vec<_> = file
        .steps
        .iter()
        .map(|step| (step.step, step.reason.as_str()))
        .collect();
    assert_eq!(steps, [(CooperativeStep::Admit, WHY), (CooperativeStep::Suspend, WHY)]);
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action LIKE 'cooperative.%' AND cooperative_id IS NOT NULL";
    assert_eq!(shop.number(audited).await, 2);
    let secret = "SELECT COUNT(*) FROM audit_events WHERE detail LIKE '%renew%'";
    assert_eq!(
        shop.number(secret).await,
        0,
        "the reason may name people: it is not in the log"
    );
});

both!(five_hundred_are_found_and_read_page_by_page, async |shop| {
    shop.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
         INSERT INTO cooperatives (slug, township_id, source_lang, status, version)
         SELECT 'more-' || i, (SELECT MIN(id) FROM townships), 'ug', 'approved', 1 FROM n ORDER BY i",
    )
    .await;
    shop.catch_up().await.unwrap();
    take(shop, "bees", CooperativeStep::Suspend).await;
    let centre = shop.of_centre().await;
    let mut query = CooperativeQuery::default();
    let mut seen = Vec::new();
    loop {
        let page = admission::list(shop, centre, Locale::Zh, &query).unwrap();
        assert!(page.rows.len() <= 40);
        seen.extend(page.rows.iter().map(|row| row.id));
        let Some(next) = page.next else { break };
        query.after = Some(next);
    }
    assert_eq!(seen.len(), 503);
    assert!(
        seen.is_sorted_by(|a, b| a < b),
        "also those that are suspended, in their place"
    );
    let named = CooperativeQuery {
        name: "more-49".to_owned(),
        ..CooperativeQuery::default()
    };
    assert_eq!(
        admission::list(shop, centre, Locale::Zh, &named).unwrap().rows.len(),
        11
    );
});

both!(suspended_at_the_moment_of_a_change_nothing_comes_back, async |shop| {
    let product = shop.product("badam-kernel").await;
    let owner = shop.member_of("almonds").await;
    let centre = shop.of_centre().await;
    for _ in 0..8 {
        studio::set_listing(shop, owner, product, ListingStep::Pause)
            .await
            .unwrap();
        let (resumed, suspended) = tokio::join!(
            studio::set_listing(shop, owner, product, ListingStep::Resume),
            admission::take(shop, centre, "almonds", CooperativeStep::Suspend, WHY, None)
        );
        suspended.unwrap();
        assert!(resumed.is_ok() || matches!(resumed, Err(Error::Refused(ErrorCode::Suspended))));
        shop.catch_up().await.unwrap();
        assert_eq!(cards(shop).await, 0);
        take(shop, "almonds", CooperativeStep::Admit).await;
    }
});
