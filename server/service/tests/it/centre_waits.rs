//! The numbers in the Centre's menu.

use domain::{Actor, CentreRole, CooperativeRole, Membership};
use service::centre::{self, Waits};
use testing::both;

both!(what_waits_is_counted_for_whoever_may_decide_it, async |shop| {
    let admin = shop.of_centre().await;
    assert_eq!(centre::waits(shop, admin).await.unwrap(), Waits::default());
    for (state, phone) in [("waiting", 1), ("waiting", 2), ("refused", 3)] {
        shop.execute(format!(
            "INSERT INTO applications (state, name, lang, township_id, person, phone, goods, about, created_at, reason) \
             SELECT '{state}', 'x', 'ug', min(id), 'x', '+861370013000{phone}', 'x', '', 0, '' FROM townships"
        ))
        .await;
    }
    for (state, slug) in [("waiting", "wild-honey"), ("sent-back", "badam-kernel")] {
        shop.execute(format!(
            "INSERT INTO product_proposals (product_id, state, publishes, change, since, reason) \
             SELECT id, '{state}', 1 = 0, '{{}}', 0, '' FROM products WHERE slug = '{slug}'"
        ))
        .await;
    }
    for (state, count) in [("dead", 3), ("waiting", 2)] {
        for number in 0..count {
            shop.execute(format!(
                "INSERT INTO messages (public_id, kind, subject, lang, content, state, reason, attempts, next_at, created_at) \
                 VALUES ('{state}-{number}', 'written', 'x', 'ug', '{{}}', '{state}', '', 0, 0, 0)"
            ))
            .await;
        }
    }
    for (state, reports) in [("held", 0), ("answered", 2), ("answered", 0), ("asked", 0)] {
        shop.execute(format!(
            "INSERT INTO product_questions (product_id, cooperative_id, state, text, lang, page_lang, digest, asker, network, \
             asked_at, answer, answer_lang, answered_at, by_centre, reports) \
             SELECT id, cooperative_id, '{state}', 'x', 'zh', 'zh', 'x', '', '', 0, 'y', 'zh', 0, 1 = 0, {reports} \
             FROM products WHERE slug = 'wild-honey'"
        ))
        .await;
    }
    let all = Waits {
        applications: 2,
        products: 1,
        messages: 3,
        reports: 0,
        texts: 2,
    };
    assert_eq!(centre::waits(shop, admin).await.unwrap(), all);
    // What one may not do is no work of one's own.
    let support = shop.member(Membership::Centre(CentreRole::Support)).await;
    let of_support = Waits {
        messages: 3,
        texts: 2,
        ..Waits::default()
    };
    assert_eq!(centre::waits(shop, support).await.unwrap(), of_support);
    for nobody in [
        shop.member(Membership::Centre(CentreRole::Finance)).await,
        shop.cooperative_member("bees", CooperativeRole::Owner).await,
        Actor::Anonymous,
    ] {
        assert_eq!(
            centre::waits(shop, nobody).await.unwrap(),
            Waits::default(),
            "{nobody:?}"
        );
    }
});
