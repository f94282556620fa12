//! What the Centre tells the cooperatives: who sees it, in which language, and until when.

use domain::{Actor, AnnouncementId, CentreRole, CooperativeRole, Day, ErrorCode, FieldCode, Locale, Membership};
use service::announcements::{self, Announcement, NewAnnouncement};
use service::{Error, retention, studio};
use testing::{Snapshot, TestShop, both};

const DAY: i64 = 86_400_000;

fn said(zh: &str) -> NewAnnouncement<'_> {
    NewAnnouncement {
        zh,
        ..NewAnnouncement::default()
    }
}

async fn publish(shop: &TestShop, new: NewAnnouncement<'_>) -> service::Result<()> {
    let centre = shop.of_centre().await;
    publish_by(shop, centre, new).await
}

async fn publish_by(shop: &TestShop, centre: Actor, new: NewAnnouncement<'_>) -> service::Result<()> {
    announcements::publish(shop, centre, &new).await
}

async fn seen(shop: &TestShop, actor: Actor, locale: Locale) -> Vec<Announcement> {
    studio::home(shop, actor, locale).await.unwrap().announcements
}

fn texts(seen: &[Announcement]) -> Vec<(&str, Locale)> {
    seen.iter().map(|one| (one.text.text.as_str(), one.text.lang)).collect()
}

both!(every_cooperative_sees_it_until_it_has_read_it, async |shop| {
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let new = NewAnnouncement {
        ug: "ئەتە توك توختايدۇ\r\n\r\nسائەت 8 دە",
        es: "Mañana no hay luz",
        ..NewAnnouncement::default()
    };
    publish(shop, new).await.unwrap();
    publish(shop, said("周六开会")).await.unwrap();
    let ug = seen(shop, almonds, Locale::Ug).await;
    assert_eq!(
        texts(&ug),
        [
            ("周六开会", Locale::Zh),
            ("ئەتە توك توختايدۇ\n\nسائەت 8 دە", Locale::Ug)
        ],
        "the newest first; a missing language shows the one there is"
    );
    assert_eq!(
        texts(&seen(shop, bees, Locale::Es).await)[1],
        ("Mañana no hay luz", Locale::Es)
    );
    assert_eq!(seen(shop, bees, Locale::Zh).await[1].text.lang, Locale::Ug);

    // Any member puts it away for all of the cooperative, and for nobody else.
    let host = shop.cooperative_member("almonds", CooperativeRole::Host).await;
    let first = ug[0].id;
    for _ in 0..2 {
        announcements::put_away(shop, host, first).await.unwrap();
    }
    assert_eq!(seen(shop, almonds, Locale::Zh).await.len(), 1);
    assert_eq!(seen(shop, bees, Locale::Zh).await.len(), 2);
    let all = announcements::all(shop, almonds, Locale::Zh).await.unwrap();
    let is_new: Vec<bool> = all.iter().map(|one| one.is_new).collect();
    assert_eq!(is_new, [false, true], "it is found in the list");
    let centre = shop.of_centre().await;
    let listed = announcements::list(shop, centre, Locale::Zh).await.unwrap();
    let read_by: Vec<i64> = listed.iter().map(|one| one.read_by).collect();
    assert_eq!(read_by, [1, 0]);
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action = 'announcement.read' AND cooperative_id IS NOT NULL";
    assert_eq!(shop.number(audited).await, 1);

    announcements::take_back(shop, centre, ug[1].id).await.unwrap();
    assert!(seen(shop, almonds, Locale::Ug).await.is_empty());
    // Pressed on a page from before: nothing is left to do, and nothing goes wrong.
    announcements::put_away(shop, bees, ug[1].id).await.unwrap();
    assert_eq!(announcements::all(shop, bees, Locale::Ug).await.unwrap().len(), 1);
    announcements::take_back(shop, centre, ug[1].id).await.unwrap();
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action = 'announcement.take-back'";
    assert_eq!(shop.number(audited).await, 1);
    let unknown = announcements::take_back(shop, centre, AnnouncementId(0)).await;
    assert!(matches!(unknown, Err(Error::NotFound)));
    let said = "SELECT COUNT(*) FROM audit_events WHERE action LIKE 'announcement.%' AND detail LIKE '%周六%'";
    assert_eq!(shop.number(said).await, 0);
});

both!(the_last_day_is_a_day_of_the_shop, async |shop| {
    let almonds = shop.member_of("almonds").await;
    let day = |at: i64| {
        let iso = l10n::format::machine_date(at);
        (iso.clone(), Day::parse(&iso).unwrap())
    };
    let (today, last) = day(shop.now());
    let until = |until: &str| publish_until(shop, until.to_owned());
    until(&today).await.unwrap();
    assert_eq!(seen(shop, almonds, Locale::Zh).await.len(), 1);
    let left = last.end_ms() - shop.now();
    shop.clock.advance(left - 1);
    assert_eq!(
        seen(shop, almonds, Locale::Zh).await.len(),
        1,
        "until midnight in Beijing"
    );
    shop.clock.advance(1);
    assert!(seen(shop, almonds, Locale::Zh).await.is_empty());
    assert_eq!(announcements::all(shop, almonds, Locale::Zh).await.unwrap().len(), 1);
    for wrong in [today.as_str(), "2026-02-30", "tomorrow"] {
        let refused = until(wrong).await.unwrap_err();
        let Error::Fields(errors) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(errors.of("until"), Some(FieldCode::InvalidChoice), "{wrong}");
    }
});

async fn publish_until(shop: &TestShop, until: String) -> service::Result<()> {
    let new = NewAnnouncement {
        until: &until,
        ..said("停电")
    };
    publish(shop, new).await
}

both!(what_is_no_announcement_is_refused, async |shop| {
    let centre = shop.of_centre().await;
    let before = Snapshot::of(shop).await;
    let long = "长".repeat(announcements::TEXT_MAX + 1);
    for (new, field, code) in [
        (said(" \n "), "text-ug", FieldCode::Required),
        (said(&long), "text-zh", FieldCode::TooLong),
    ] {
        let refused = publish_by(shop, centre, new).await.unwrap_err();
        let Error::Fields(errors) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(errors.of(field), Some(code));
    }
    before.assert_unchanged(shop).await;
    for _ in 0..19 {
        publish_by(shop, centre, said("停电")).await.unwrap();
    }
    // Two at once, with room for one.
    let (one, two) = tokio::join!(
        publish_by(shop, centre, said("停电")),
        publish_by(shop, centre, said("停水"))
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    let full = publish_by(shop, centre, said("停电")).await.unwrap_err();
    assert_eq!(full.code(), ErrorCode::AnnouncementsFull);
    assert_eq!(shop.number("SELECT COUNT(*) FROM announcements").await, 20);
    shop.execute("UPDATE announcements SET taken_back_at = 1 WHERE id = (SELECT MIN(id) FROM announcements)")
        .await;
    publish_by(shop, centre, said("停电")).await.unwrap();
});

both!(only_the_centres_admin_announces, async |shop| {
    publish(shop, said("停电")).await.unwrap();
    let id = AnnouncementId(shop.number("SELECT MIN(id) FROM announcements").await);
    let owner = shop.member_of("almonds").await;
    let support = Actor::Support {
        user: owner.user().unwrap(),
        cooperative: shop.cooperative("almonds").await,
    };
    for actor in [
        Actor::Anonymous,
        owner,
        support,
        shop.member(Membership::Centre(CentreRole::Finance)).await,
        shop.member(Membership::Centre(CentreRole::Support)).await,
    ] {
        let before = Snapshot::of(shop).await;
        assert!(matches!(
            announcements::publish(shop, actor, &said("x")).await,
            Err(Error::NotFound)
        ));
        assert!(matches!(
            announcements::take_back(shop, actor, id).await,
            Err(Error::NotFound)
        ));
        assert!(announcements::list(shop, actor, Locale::Zh).await.is_err());
        before.assert_unchanged(shop).await;
    }
    // Whoever works in the cooperative's name reads it and leaves it to the cooperative.
    assert_eq!(announcements::unread(shop, support, Locale::Zh).await.unwrap().len(), 1);
    assert!(matches!(
        announcements::put_away(shop, support, id).await,
        Err(Error::NotFound)
    ));
    let centre = shop.of_centre().await;
    assert!(announcements::unread(shop, centre, Locale::Zh).await.is_err());
});

both!(
    an_old_one_without_a_last_day_is_not_hidden_by_what_is_over,
    async |shop| {
        let (almonds, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
        publish(shop, said("still so")).await.unwrap();
        shop.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
         INSERT INTO announcements (zh, until, created_by, created_at)
         SELECT 'over', 1, (SELECT MIN(created_by) FROM announcements), 0 FROM n",
        )
        .await;
        let first = announcements::all(shop, almonds, Locale::Zh).await.unwrap().remove(0);
        assert_eq!(
            (first.announcement.text.text.as_str(), first.is_new),
            ("still so", true)
        );
        let listed = announcements::list(shop, centre, Locale::Zh).await.unwrap();
        let current: Vec<bool> = listed.iter().map(|one| one.is_current).collect();
        assert_eq!((current.len(), current[0], current[1]), (100, true, false));
    }
);

both!(what_is_over_goes_after_a_year, async |shop| {
    let (almonds, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
    let last_day = l10n::format::machine_date(shop.now());
    let lasts = NewAnnouncement {
        until: &last_day,
        ..said("lasts a day")
    };
    for new in [said("stays"), lasts, said("taken back")] {
        publish(shop, new).await.unwrap();
    }
    let ids: Vec<AnnouncementId> = seen(shop, almonds, Locale::Zh).await.iter().map(|one| one.id).collect();
    for id in &ids {
        announcements::put_away(shop, almonds, *id).await.unwrap();
    }
    announcements::take_back(shop, centre, ids[0]).await.unwrap();
    for (days, left) in [(365, 3), (2, 1)] {
        shop.clock.advance(days * DAY);
        let last = shop.now() - 600_000;
        retention::sweep(shop).await.unwrap();
        shop.execute(format!(
            "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
        ))
        .await;
        retention::sweep(shop).await.unwrap();
        for table in ["announcements", "announcement_reads"] {
            assert_eq!(
                shop.number(&format!("SELECT COUNT(*) FROM {table}")).await,
                left,
                "{table} {days}"
            );
        }
    }
    assert_eq!(announcements::all(shop, almonds, Locale::Zh).await.unwrap().len(), 1);
});
