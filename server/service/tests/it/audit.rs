//! The log of who did what, as it is written by use cases and read by the Centre.

use domain::{
    Action, Actor, AuditAction, AuditArea, CentreRole, CooperativeRole, Day, ListingStep, Locale, Membership, Subject,
    rights,
};
use service::audit::{self, AuditObject, AuditPage, AuditQuery, Broken, Who};
use service::members::{self, Invitation};
use service::{Error, Shop, studio};
use testing::{Snapshot, TestShop, both};

async fn read(shop: &TestShop, query: &AuditQuery) -> AuditPage {
    let centre = shop.of_centre().await;
    audit::list(shop, centre, Locale::Es, query).await.unwrap()
}

async fn invite(shop: &TestShop, cooperative: &str) {
    let id = shop.cooperative(cooperative).await;
    let owner = Membership::Cooperative(id, CooperativeRole::Owner);
    let (_, actor, fresh) = shop.signed_in(owner).await;
    let typed = Invitation {
        phone: "139 1111 2222".to_owned(),
        name: "Anna".to_owned(),
        role: "packer".to_owned(),
    };
    members::invite(shop, actor, fresh, owner.subject(), &typed)
        .await
        .unwrap();
}

async fn is_whole(shop: &Shop) -> bool {
    audit::verify(shop, None).await.unwrap().broken.is_none()
}

both!(what_use_cases_note_is_in_the_chain_and_in_the_list, async |shop| {
    invite(shop, "almonds").await;
    shop.clock.advance(86_400_000);
    invite(shop, "bees").await;
    assert!(is_whole(shop).await);
    let all = read(shop, &AuditQuery::default()).await;
    assert_eq!(all.next, None);
    let invited: Vec<_> = all
        .events
        .iter()
        .filter(|event| event.action == Ok(AuditAction::MemberAdd))
        .collect();
    assert_eq!(invited.len(), 2);
    assert!(matches!(&invited[0].who, Who::Member(name) if !name.is_empty()));
    assert_eq!(invited[0].area, Some(AuditArea::People));
    assert!(invited[0].id > invited[1].id, "newest first");

    assert_eq!(invited[0].object, AuditObject::Nothing, "whose it is stands beside it");

    let only = async |query: AuditQuery| -> usize {
        let page = read(shop, &query).await;
        page.events
            .iter()
            .filter(|event| event.action == Ok(AuditAction::MemberAdd))
            .count()
    };
    let cooperative = |name: &str| AuditQuery {
        cooperative: name.to_owned(),
        ..AuditQuery::default()
    };
    assert_eq!(only(cooperative("bees")).await, 1);
    assert_eq!(only(cooperative("nothing like this")).await, 0);
    let day = |day| AuditQuery {
        day: Day::parse(day),
        ..AuditQuery::default()
    };
    assert_eq!(only(day("2026-11-23")).await, 1);
    assert_eq!(only(day("2026-11-24")).await, 1);
    assert_eq!(only(day("2026-11-25")).await, 0);
    let area = |area| AuditQuery {
        area: Some(area),
        ..AuditQuery::default()
    };
    assert_eq!(only(area(AuditArea::People)).await, 2);
    assert_eq!(only(area(AuditArea::Money)).await, 0);
    let who = |who: &str| AuditQuery {
        who: who.to_owned(),
        ..AuditQuery::default()
    };
    let phone = shop.number("SELECT COUNT(*) FROM users").await;
    assert!(phone > 0);
    assert_eq!(only(who("nobody")).await, 0);
    assert_eq!(only(who("operator")).await, 0);
    // Those of the tests are called by their numbers.
    assert_eq!(only(who("+86135")).await, 2);
    let Who::Member(name) = &invited[0].who else {
        panic!("{:?}", invited[0].who);
    };
    let by = shop
        .number(&format!("SELECT id FROM users WHERE name = '{name}'"))
        .await;
    assert_eq!(only(who(&format!("user:{by}"))).await, 1, "as the log calls them");
    assert_eq!(invited[0].about.as_deref(), Some("Anna"));
    assert_eq!(invited[0].detail, "packer");
});

both!(a_long_log_is_read_page_by_page, async |shop| {
    for _ in 0..60 {
        invite_again(shop).await;
    }
    let mut query = AuditQuery {
        who: "operator".to_owned(),
        ..AuditQuery::default()
    };
    let mut seen = Vec::new();
    loop {
        let page = read(shop, &query).await;
        assert!(page.events.len() <= 50);
        seen.extend(page.events.iter().map(|event| event.id));
        // What is written meanwhile moves nothing.
        invite_again(shop).await;
        let Some(next) = page.next else { break };
        query.before = Some(next);
    }
    assert_eq!(seen.len(), 60);
    assert!(seen.is_sorted_by(|a, b| a > b));
    assert!(is_whole(shop).await);
});

/// Two roles in turn: each is an event.
async fn invite_again(shop: &TestShop) {
    let count = shop.number("SELECT COUNT(*) FROM audit_events").await;
    let role = if count % 2 == 0 { "packer" } else { "editor" };
    let typed = Invitation {
        phone: "139 1111 2222".to_owned(),
        name: "Anna".to_owned(),
        role: role.to_owned(),
    };
    let subject = Subject::Cooperative(shop.cooperative("bees").await);
    members::appoint(shop, subject, &typed).await.unwrap();
}

both!(what_the_release_before_wrote_is_taken_over_on_purpose, async |shop| {
    invite_again(shop).await;
    shop.execute("INSERT INTO audit_events (at, actor, action, object, detail) VALUES (1, 'user:1', 'x.y', '-', '')")
        .await;
    let broken = audit::verify(shop, None).await.unwrap().broken;
    assert!(matches!(broken, Some(Broken::Unlinked { count: 1, .. })), "{broken:?}");
    assert_eq!(audit::adopt(shop).await.unwrap(), 1);
    assert!(is_whole(shop).await);
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM audit_events WHERE action = 'audit.adopt'")
            .await,
        1,
        "which is noted too"
    );
    let before = Snapshot::of(shop).await;
    assert_eq!(audit::adopt(shop).await.unwrap(), 0);
    before.assert_unchanged(shop).await;
});

both!(only_the_centres_admin_reads_it, async |shop| {
    let others = [
        Actor::Anonymous,
        shop.member_of("almonds").await,
        shop.member(Membership::Centre(CentreRole::Finance)).await,
        shop.member(Membership::Centre(CentreRole::Support)).await,
    ];
    for actor in others {
        assert!(rights::may(actor, Action::SeeAudit, Subject::Centre).is_err());
        let answer = audit::list(shop, actor, Locale::Ug, &AuditQuery::default()).await;
        assert!(matches!(answer, Err(Error::NotFound)));
    }
});

both!(what_was_done_and_with_what_is_told_by_name, async |shop| {
    let editor = shop.cooperative_member("almonds", CooperativeRole::Editor).await;
    let product = shop.product("badam-kernel").await;
    studio::set_listing(shop, editor, product, ListingStep::Pause)
        .await
        .unwrap();
    let event = read(shop, &AuditQuery::default()).await.events.remove(0);
    assert_eq!(event.action, Ok(AuditAction::ProductPause));
    let AuditObject::Product(name) = event.object else {
        panic!("{:?}", event.object)
    };
    assert_eq!(name.lang, Locale::Es);
    // What a later program wrote is told in its own words.
    shop.execute(
        "INSERT INTO audit_events (at, actor, action, object, detail) VALUES (1, 'user:99999', 'x.y', 'z:1', '')",
    )
    .await;
    let event = read(shop, &AuditQuery::default()).await.events.remove(0);
    assert_eq!(event.action, Err("x.y".to_owned()));
    assert_eq!(event.object, AuditObject::Other("z:1".to_owned()));
    assert_eq!(audit::adopt(shop).await.unwrap(), 1);
});
