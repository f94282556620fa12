//! Links by which somebody becomes a member: what they cost, how long they are good, and who is at them at once.

use domain::{
    Actor, CooperativeId, CooperativeRole, IdempotencyKey, InvitationId, Membership, MembershipId, Role, Subject,
};
use service::identity::{Fresh, Guesser, SignIn};
use service::members::{self, Guest, Invitation};
use service::{Attempt, Error, Shop, identity};
use testing::{TestShop, both};

const PHONE: &str = "+8613911112222";

/// An owner of the almonds, who makes links.
struct Owner {
    actor: Actor,
    fresh: Fresh,
    cooperative: CooperativeId,
}

impl Owner {
    async fn of(shop: &TestShop) -> Self {
        let cooperative = shop.cooperative("almonds").await;
        let membership = Membership::Cooperative(cooperative, CooperativeRole::Owner);
        let (_, actor, fresh) = shop.signed_in(membership).await;
        Self {
            actor,
            fresh,
            cooperative,
        }
    }

    async fn make(&self, shop: &TestShop) {
        members::make_link(shop, self.actor, self.fresh, self.cooperative, "packer")
            .await
            .unwrap();
    }

    /// Their links that are good, the newest first.
    async fn codes(&self, shop: &TestShop) -> Vec<String> {
        let links = members::links(shop, self.actor, self.cooperative).await.unwrap();
        links.into_iter().map(|link| link.code).collect()
    }

    async fn membership(&self, shop: &TestShop) -> MembershipId {
        let user = self.actor.user().unwrap();
        MembershipId(
            shop.number(&format!("SELECT id FROM member_roles WHERE user_id = {user}"))
                .await,
        )
    }

    async fn end(&self, shop: &TestShop, link: InvitationId) -> service::Result<()> {
        members::end_link(shop, self.actor, self.fresh, self.cooperative, link).await
    }
}

fn is_missing<T: std::fmt::Debug>(answer: Result<T, Error>) {
    assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
}

fn guest(link: &str) -> Guest<'_> {
    Guest {
        link,
        name: "ئايگۈل",
        form: Some(IdempotencyKey::from_bytes([7; 16])),
    }
}

both!(whoever_has_no_link_writes_nothing, async |shop| {
    let owner = Owner::of(shop).await;
    owner.make(shop).await;
    let good = owner.codes(shop).await.remove(0);
    let (number, _) = good.split_once('-').unwrap();
    let tries = "SELECT COUNT(*) FROM rate_limits WHERE bucket LIKE 'join:%'";
    let ask = SignIn {
        phone: PHONE,
        code: "123456",
        ..SignIn::default()
    };
    for junk in ["", "1", "999999-0", &format!("{number}-0"), &format!("{number}-")] {
        is_missing(members::join(shop, guest(junk), &ask).await);
        is_missing(members::send_join_code(shop, guest(junk), PHONE, &Guesser::default()).await);
    }
    assert_eq!(shop.number(tries).await, 0);
    assert!(members::join(shop, guest(&good), &ask).await.is_err());
    assert!(shop.number(tries).await > 0, "a wrong code is counted");
});

both!(a_form_that_is_sent_again_later_brings_another_code, async |shop| {
    let owner = Owner::of(shop).await;
    owner.make(shop).await;
    let link = owner.codes(shop).await.remove(0);
    let signing_in = IdempotencyKey::from_bytes([8; 16]);
    let fields = [("phone", PHONE)];
    let form = shop.attempting(Attempt::new(shop, signing_in, Actor::Anonymous, "sign-in", fields));
    for codes in [1, 2] {
        for _ in 0..2 {
            members::send_join_code(shop, guest(&link), PHONE, &Guesser::default())
                .await
                .unwrap();
            identity::send_code(&form, PHONE, &Guesser::default()).await.unwrap();
        }
        for purpose in ["join %", "sign-in"] {
            let sent = format!("SELECT COUNT(*) FROM one_time_codes WHERE purpose LIKE '{purpose}'");
            assert_eq!(shop.number(&sent).await, codes, "{purpose}");
        }
        // As long as a code is good.
        shop.clock.advance(5 * 60_000);
    }
});

both!(with_the_right_to_invite_the_links_end, async |shop| {
    let (stays, goes) = (Owner::of(shop).await, Owner::of(shop).await);
    stays.make(shop).await;
    goes.make(shop).await;
    let codes = stays.codes(shop).await;
    let (subject, id) = (Subject::Cooperative(goes.cooperative), goes.membership(shop).await);
    members::set_role(shop, stays.actor, stays.fresh, subject, id, "editor")
        .await
        .unwrap();
    assert_eq!(stays.codes(shop).await, codes[1..], "the other one's own are as before");
    members::set_role(shop, stays.actor, stays.fresh, subject, id, "owner")
        .await
        .unwrap();
    assert_eq!(stays.codes(shop).await.len(), 1, "what is over stays so");
    goes.make(shop).await;
    // The program of the release before takes the right away and leaves the links: they are not offered to anybody.
    shop.execute(format!("UPDATE member_roles SET role = 'editor' WHERE id = {id}"))
        .await;
    assert_eq!(stays.codes(shop).await, codes[1..]);
    shop.execute(format!("UPDATE member_roles SET role = 'owner' WHERE id = {id}"))
        .await;
    members::remove(shop, stays.actor, stays.fresh, subject, id)
        .await
        .unwrap();
    assert_eq!(stays.codes(shop).await, codes[1..]);
});

both!(taking_back_what_is_over_is_done_already, async |shop| {
    let owner = Owner::of(shop).await;
    owner.make(shop).await;
    let link = members::links(shop, owner.actor, owner.cooperative).await.unwrap()[0].id;
    for _ in 0..2 {
        owner.end(shop, link).await.unwrap();
    }
    let ended = "SELECT COUNT(*) FROM audit_events WHERE action = 'member.link-end'";
    assert_eq!(shop.number(ended).await, 1);
    is_missing(owner.end(shop, InvitationId(link.0 + 1)).await);
    let bees = shop.cooperative("bees").await;
    let (_, other, fresh) = shop
        .signed_in(Membership::Cooperative(bees, CooperativeRole::Owner))
        .await;
    is_missing(members::end_link(shop, other, fresh, bees, link).await);
});

both!(two_who_invite_the_same_person_at_once_make_one_member, async |shop| {
    let (one, two) = (Owner::of(shop).await, Owner::of(shop).await);
    let subject = Subject::Cooperative(one.cooperative);
    for round in 0..6 {
        let phone = format!("1370013700{round}");
        // Half of them are known to the shop already: then there is no new row on which the second waits.
        let typed = |role: &str| Invitation {
            phone: phone.clone(),
            name: "Anna".to_owned(),
            role: role.to_owned(),
        };
        if round % 2 == 0 {
            let bees = Subject::Cooperative(shop.cooperative("bees").await);
            members::appoint(shop, bees, &typed("host")).await.unwrap();
        }
        let invite = |owner: &Owner, role: &str| {
            let (shop, actor, fresh, typed) = (Shop::clone(shop), owner.actor, owner.fresh, typed(role));
            tokio::spawn(async move { members::invite(&shop, actor, fresh, subject, &typed).await })
        };
        let both = [invite(&one, "packer"), invite(&two, "editor")];
        for answer in both {
            answer.await.unwrap().unwrap();
        }
        let listed = members::list(shop, one.actor, subject).await.unwrap();
        let role = listed.iter().find(|member| !member.has_come).unwrap().membership.role();
        assert!(matches!(role, Role::Packer | Role::Editor), "{role}");
        let of = format!(
            "SELECT COUNT(*) FROM member_roles m JOIN users u ON u.id = m.user_id
             WHERE u.phone = '+86{phone}' AND m.cooperative_id = {}",
            one.cooperative
        );
        assert_eq!(shop.number(&of).await, 1);
    }
});
