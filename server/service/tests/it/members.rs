//! Memberships: who gives and takes them, what each role may do, and the Centre at work for a cooperative.

use domain::{
    Actor, CentreRole, CooperativeRole, ErrorCode, Locale, Membership, Role, StationRole, Subject, TranslatorRole,
};
use service::identity::{Guesser, SignIn, SignedIn};
use service::members::{self, Guest, Invitation};
use service::studio::OrderQuery;
use service::{Error, identity, studio};
use testing::{Snapshot, TestShop, both};

const PHONE: &str = "+8613911112222";

fn invitation(role: &str) -> Invitation {
    Invitation {
        phone: "139 1111 2222".to_owned(),
        name: "ئايگۈل".to_owned(),
        role: role.to_owned(),
    }
}

async fn owner(shop: &TestShop, cooperative: &str) -> Membership {
    Membership::Cooperative(shop.cooperative(cooperative).await, CooperativeRole::Owner)
}

fn is_missing<T: std::fmt::Debug>(answer: Result<T, Error>) {
    assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
}

/// Whoever follows a link, with their number and a code.
async fn join(shop: &TestShop, link: &str, phone: &str, code: &str) -> service::Result<SignedIn> {
    let ask = SignIn {
        phone,
        code,
        ..SignIn::default()
    };
    members::join(shop, guest(link), &ask).await
}

fn guest(link: &str) -> Guest<'_> {
    Guest {
        link,
        name: "ئايگۈل",
        form: None,
    }
}

async fn join_code(shop: &TestShop, link: &str, phone: &str) -> String {
    members::send_join_code(shop, guest(link), phone, &Guesser::default())
        .await
        .unwrap();
    shop.code_sent().await
}

both!(
    somebody_invited_works_from_when_they_first_sign_in_by_code,
    async |shop| {
        let almonds = owner(shop, "almonds").await;
        let subject = almonds.subject();
        let (_, actor, fresh) = shop.signed_in(almonds).await;
        members::invite(shop, actor, fresh, subject, &invitation("packer"))
            .await
            .unwrap();
        let listed = members::list(shop, actor, subject).await.unwrap();
        let new = listed.iter().find(|member| !member.is_self).unwrap();
        assert_eq!((new.name.as_str(), new.has_come), ("ئايگۈل", false));
        assert_eq!(new.membership.role(), Role::Packer);

        identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
        let code = shop.code_sent().await;
        let signed_in = shop.sign_in(PHONE, "", &code).await.unwrap();
        let all = OrderQuery::default();
        assert!(studio::orders(shop, signed_in.actor, Locale::Ug, &all).await.is_ok());
        is_missing(studio::workbench(shop, signed_in.actor, Locale::Ug).await);
        let listed = members::list(shop, actor, subject).await.unwrap();
        assert!(listed.iter().all(|member| member.has_come));
    }
);

both!(a_link_is_good_for_three_days_and_as_long_as_its_maker, async |shop| {
    let almonds = owner(shop, "almonds").await;
    let cooperative = shop.cooperative("almonds").await;
    let (_, actor, fresh) = shop.signed_in(almonds).await;
    let make = || members::make_link(shop, actor, fresh, cooperative, "packer");
    let code = async || members::links(shop, actor, cooperative).await.unwrap()[0].code.clone();
    make().await.unwrap();
    let first = code().await;
    assert!(members::invited(shop, Locale::Ug, &first).await.is_ok());
    shop.clock.advance(3 * 86_400_000 - 60_000);
    let sent = join_code(shop, &first, PHONE).await;
    shop.clock.advance(60_000);
    is_missing(members::invited(shop, Locale::Ug, &first).await);
    is_missing(join(shop, &first, PHONE, &sent).await);

    // Who is a member already stays what they are.
    make().await.unwrap();
    members::invite(shop, actor, fresh, almonds.subject(), &invitation("editor"))
        .await
        .unwrap();
    let link = code().await;
    let sent = join_code(shop, &link, PHONE).await;
    join(shop, &link, PHONE, &sent).await.unwrap();
    assert!(
        members::invited(shop, Locale::Ug, &link).await.is_ok(),
        "it is left to somebody else"
    );
    let listed = members::list(shop, actor, almonds.subject()).await.unwrap();
    let roles: Vec<Role> = listed
        .iter()
        .filter(|member| !member.is_self)
        .map(|member| member.membership.role())
        .collect();
    assert_eq!(roles, [Role::Editor]);

    // The link above was not needed, and is one of the ten.
    for _ in 0..9 {
        make().await.unwrap();
    }
    assert_eq!(make().await.unwrap_err().code(), ErrorCode::InvitationsFull);
    let last = code().await;
    let sent = join_code(shop, &last, "+8613911113333").await;
    shop.execute("UPDATE member_roles SET role = 'packer' WHERE role = 'owner'")
        .await;
    is_missing(join(shop, &last, "+8613911113333", &sent).await);
});

both!(only_the_code_of_this_link_and_number_lets_in, async |shop| {
    let almonds = owner(shop, "almonds").await;
    let cooperative = shop.cooperative("almonds").await;
    let (_, actor, fresh) = shop.signed_in(almonds).await;
    for _ in 0..2 {
        members::make_link(shop, actor, fresh, cooperative, "packer")
            .await
            .unwrap();
    }
    let links = members::links(shop, actor, cooperative).await.unwrap();
    let [link, other] = [&links[0].code, &links[1].code];
    let sent = join_code(shop, link, PHONE).await;
    let before = Snapshot::of(shop).await;
    // To another number, by another link, or to sign in: it is no code of theirs.
    for (link, phone) in [(link, "+8613911113333"), (other, PHONE)] {
        let refused = join(shop, link, phone, &sent).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Fields(errors) if errors.of("code").is_some()),
            "{refused:?}"
        );
    }
    let refused = shop.sign_in(PHONE, "", &sent).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SignInFailed);
    before.assert_unchanged(shop).await;
    // Wrong ones are counted, as when signing in: with the one above five were looked at.
    let mut looked_at = 1;
    for _ in 0..5 {
        match join(shop, link, PHONE, "000000").await {
            Err(Error::Fields(_)) => looked_at += 1,
            Err(Error::TooMany { .. }) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(looked_at, 5);
    assert!(matches!(
        join(shop, link, PHONE, &sent).await,
        Err(Error::TooMany { .. })
    ));
    // Nor is another one sent, which would not be looked at.
    let more = members::send_join_code(shop, guest(link), PHONE, &Guesser::default()).await;
    assert!(matches!(more, Err(Error::TooMany { seconds: 121 })), "{more:?}");
    shop.clock.advance(3 * 60_000);
    let signed_in = join(shop, link, "139-1111-2222", &sent).await.unwrap();
    assert!(matches!(
        signed_in.actor,
        Actor::Cooperative {
            role: CooperativeRole::Packer,
            ..
        }
    ));
    assert!(join(shop, other, PHONE, &sent).await.is_err(), "it is used up");
});

both!(one_link_does_not_send_codes_to_everybody, async |shop| {
    let almonds = owner(shop, "almonds").await;
    let cooperative = shop.cooperative("almonds").await;
    let (_, actor, fresh) = shop.signed_in(almonds).await;
    members::make_link(shop, actor, fresh, cooperative, "packer")
        .await
        .unwrap();
    let link = members::links(shop, actor, cooperative).await.unwrap()[0].code.clone();
    let send = async |number: u8| {
        let phone = format!("139000000{number:02}");
        members::send_join_code(shop, guest(&link), &phone, &Guesser::default()).await
    };
    for number in 0..10 {
        send(number).await.unwrap();
    }
    assert!(matches!(send(10).await, Err(Error::TooMany { .. })));
});

both!(a_role_is_changed_and_taken_away, async |shop| {
    let almonds = owner(shop, "almonds").await;
    let subject = almonds.subject();
    let (_, actor, fresh) = shop.signed_in(almonds).await;
    members::invite(shop, actor, fresh, subject, &invitation("packer"))
        .await
        .unwrap();
    // Inviting again gives the role, not a second membership.
    members::invite(shop, actor, fresh, subject, &invitation("editor"))
        .await
        .unwrap();
    let member = |listed: Vec<members::MemberView>| listed.into_iter().find(|member| !member.is_self);
    let new = member(members::list(shop, actor, subject).await.unwrap()).unwrap();
    assert_eq!(new.membership.role(), Role::Editor);
    members::set_role(shop, actor, fresh, subject, new.id, "host")
        .await
        .unwrap();
    let new = member(members::list(shop, actor, subject).await.unwrap()).unwrap();
    assert_eq!(new.membership.role(), Role::Host);
    members::remove(shop, actor, fresh, subject, new.id).await.unwrap();
    assert!(member(members::list(shop, actor, subject).await.unwrap()).is_none());
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action IN ('member.add', 'member.role', 'member.remove')";
    assert_eq!(shop.number(audited).await, 4);
});

both!(what_is_not_right_is_named, async |shop| {
    let almonds = owner(shop, "almonds").await;
    let (_, actor, fresh) = shop.signed_in(almonds).await;
    let before = Snapshot::of(shop).await;
    let typed = Invitation {
        phone: "12".to_owned(),
        name: String::new(),
        role: "admin".to_owned(),
    };
    match members::invite(shop, actor, fresh, almonds.subject(), &typed).await {
        Err(Error::Fields(fields)) => {
            let wrong: Vec<&str> = fields.iter().map(|(name, _)| name).collect();
            assert_eq!(wrong, ["phone", "name", "role"]);
        }
        other => panic!("{other:?}"),
    }
    before.assert_unchanged(shop).await;
});

//
both!(the_last_who_runs_it_stays, async |shop| {
    for membership in [owner(shop, "almonds").await, Membership::Centre(CentreRole::Admin)] {
        let subject = membership.subject();
        let (_, actor, fresh) = shop.signed_in(membership).await;
        let own = members::list(shop, actor, subject).await.unwrap()[0].id;
        let less = Membership::roles(subject)[1].as_str();
        for refused in [
            members::remove(shop, actor, fresh, subject, own).await,
            members::set_role(shop, actor, fresh, subject, own, less).await,
        ] {
            assert_eq!(refused.unwrap_err().code(), ErrorCode::LastOwner);
        }
        // Somebody who was invited and never came does not run it yet.
        let invited = Invitation {
            phone: "13700137000".to_owned(),
            name: "Anna".to_owned(),
            role: membership.role().as_str().to_owned(),
        };
        members::invite(shop, actor, fresh, subject, &invited).await.unwrap();
        let refused = members::set_role(shop, actor, fresh, subject, own, less).await;
        assert_eq!(refused.unwrap_err().code(), ErrorCode::LastOwner);
        let (_, second, _) = shop.signed_in(membership).await;
        members::set_role(shop, actor, fresh, subject, own, less).await.unwrap();
        assert_eq!(members::list(shop, second, subject).await.unwrap().len(), 3);
    }
});

//
both!(only_owners_and_the_centres_admin_change_members, async |shop| {
    let almonds = owner(shop, "almonds").await;
    let subject = almonds.subject();
    let (_, _, fresh) = shop.signed_in(almonds).await;
    let (_, admin, _) = shop.signed_in(Membership::Centre(CentreRole::Admin)).await;
    let station = Membership::Station(domain::StationId(1), StationRole::Manager);
    let mut others = vec![
        Actor::Anonymous,
        shop.member_of("bees").await,
        shop.member(station).await,
        shop.member(Membership::Translator(Locale::Ug, TranslatorRole::Reviewer))
            .await,
        shop.member(Membership::Centre(CentreRole::Finance)).await,
        shop.member(Membership::Centre(CentreRole::Support)).await,
    ];
    for role in CooperativeRole::ALL
        .into_iter()
        .filter(|role| *role != CooperativeRole::Owner)
    {
        others.push(shop.cooperative_member("almonds", role).await);
    }
    others.push(Actor::Support {
        user: admin.user().unwrap(),
        cooperative: shop.cooperative("almonds").await,
    });
    let id = members::list(shop, admin, subject).await.unwrap()[0].id;
    let before = Snapshot::of(shop).await;
    for actor in others {
        is_missing(members::list(shop, actor, subject).await);
        is_missing(members::newest(shop, actor).await);
        is_missing(members::invite(shop, actor, fresh, subject, &invitation("owner")).await);
        is_missing(members::set_role(shop, actor, fresh, subject, id, "packer").await);
        is_missing(members::remove(shop, actor, fresh, subject, id).await);
        is_missing(members::invite(shop, actor, fresh, Subject::Centre, &invitation("admin")).await);
    }
    // A membership of another subject is not there either.
    let bees = owner(shop, "bees").await.subject();
    is_missing(members::remove(shop, admin, fresh, bees, id).await);
    before.assert_unchanged(shop).await;
    for (subject, role) in [
        (subject, "owner"),
        (Subject::Centre, "finance"),
        (Subject::Station(domain::StationId(1)), "clerk"),
        (Subject::Language(Locale::Zh), "translator"),
    ] {
        members::invite(shop, admin, fresh, subject, &invitation(role))
            .await
            .unwrap();
    }
});

both!(each_role_does_its_own_work_in_the_studio, async |shop| {
    let product = shop.product("thin-shell-badam").await;
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let order = shop.orders_of(&bought.code).await[0];
    for (role, orders, texts) in [
        (CooperativeRole::Owner, true, true),
        (CooperativeRole::Packer, true, false),
        (CooperativeRole::Finance, true, false),
        (CooperativeRole::Editor, false, true),
        (CooperativeRole::Host, false, false),
    ] {
        let actor = shop.cooperative_member("almonds", role).await;
        let home = studio::home(shop, actor, Locale::Zh).await.unwrap();
        assert_eq!(home.orders.len(), usize::from(orders), "{role}");
        assert_eq!(
            studio::order(shop, actor, Locale::Zh, order).await.is_ok(),
            orders,
            "{role}"
        );
        assert_eq!(
            studio::workbench(shop, actor, Locale::Zh).await.is_ok(),
            texts,
            "{role}"
        );
        assert_eq!(
            studio::product_editor(shop, actor, Locale::Zh, product).await.is_ok(),
            texts,
            "{role}"
        );
    }
    let finance = shop.cooperative_member("almonds", CooperativeRole::Finance).await;
    is_missing(studio::move_on(shop, finance, order, "accept".into()).await);
    let packer = shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    studio::move_on(shop, packer, order, "accept".into()).await.unwrap();
});

both!(support_works_in_a_cooperatives_name_and_is_seen, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let order = shop.orders_of(&bought.code).await[0];
    let owner = shop.member_of("almonds").await;
    let (cookie, actor, _) = shop.signed_in(Membership::Centre(CentreRole::Support)).await;
    is_missing(studio::home(shop, actor, Locale::Ug).await);
    members::begin_support(shop, &cookie, actor, "almonds").await.unwrap();
    let acting = identity::actor(shop, &cookie).await.unwrap();
    assert!(matches!(acting, Actor::Support { .. }), "{acting:?}");
    studio::move_on(shop, acting, order, "accept".into()).await.unwrap();
    let by = "SELECT COUNT(*) FROM order_events WHERE actor LIKE 'support:%'";
    assert_eq!(shop.number(by).await, 1, "the history says who it was");
    let seen = studio::home(shop, owner, Locale::Ug).await.unwrap().visits;
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].at, shop.now());
    assert!(!seen[0].name.is_empty());
    let bees = shop.member_of("bees").await;
    assert!(studio::home(shop, bees, Locale::Ug).await.unwrap().visits.is_empty());

    members::end_support(shop, &cookie).await.unwrap();
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), actor);
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action IN ('support.begin', 'support.end')";
    assert_eq!(shop.number(audited).await, 2);
    // Who is no longer of the Centre's support is out at once.
    members::begin_support(shop, &cookie, actor, "almonds").await.unwrap();
    shop.execute("UPDATE member_roles SET role = 'finance' WHERE subject = 'centre'")
        .await;
    let now = identity::actor(shop, &cookie).await.unwrap();
    assert!(matches!(now, Actor::Centre { .. }), "{now:?}");
});

both!(nobody_else_works_for_a_cooperative, async |shop| {
    for membership in [
        Membership::Centre(CentreRole::Finance),
        owner(shop, "bees").await,
        Membership::Station(domain::StationId(1), StationRole::Manager),
    ] {
        let (cookie, actor, _) = shop.signed_in(membership).await;
        is_missing(members::begin_support(shop, &cookie, actor, "almonds").await);
        is_missing(members::choices(shop, actor, Locale::Ug, ""));
        assert_eq!(identity::actor(shop, &cookie).await.unwrap(), actor);
    }
});

both!(the_operator_lets_the_first_one_in, async |shop| {
    members::appoint(shop, Subject::Centre, &invitation("admin"))
        .await
        .unwrap();
    assert!(matches!(
        members::appoint(shop, Subject::Centre, &invitation("owner")).await,
        Err(Error::Fields(_))
    ));
    let audited = "SELECT COUNT(*) FROM audit_events WHERE actor = 'operator' AND action = 'member.add'";
    assert_eq!(shop.number(audited).await, 1);
    for (word, found) in [
        ("centre", true),
        ("cooperative.ALMONDS", true),
        ("station.b001", true),
        ("language.ug", true),
        ("language.en", false),
        ("cooperative.", false),
        ("almonds", false),
        ("", false),
    ] {
        assert_eq!(members::find(shop, word).is_some(), found, "{word}");
    }
});
