//! What was done with the shop page, and how it is taken back; older pages.

use domain::shop_page::{BlockKind, StepSummary};
use domain::{Actor, ErrorCode};
use service::Error;
use service::studio::{self, ShopStep};
use testing::both;

use crate::shop_page::{COVER, SOURCE, bench, publish, read, tagline, write};

const DAY: i64 = 86_400_000;

both!(
    somebody_who_types_does_one_thing_and_others_work_is_not_taken_back,
    async |shop| {
        let member = shop.member_of("bees").await;
        let seen = read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap();
        for text in ["高", "高山", "高山蜜"] {
            write(shop, member, COVER, tagline(SOURCE), text).await;
        }
        assert_eq!(shop.number("SELECT count(*) FROM shop_edits").await, 1);
        let audited = "SELECT count(*) FROM audit_events WHERE action = 'shop.edit' AND detail = 'part:1'";
        assert_eq!(shop.number(audited).await, 1, "one thing is noted once");
        let edit = bench(shop, member).await.undo.unwrap().id;
        studio::undo_edit(shop, member, edit).await.unwrap();
        let now = bench(shop, member)
            .await
            .page
            .document
            .block(COVER)
            .unwrap()
            .get(tagline(SOURCE))
            .to_owned();
        assert_eq!(now, seen);

        let audited =
            format!("SELECT count(*) FROM audit_events WHERE action = 'shop.undo' AND detail = 'edit:{edit}'");
        assert_eq!(shop.number(&audited).await, 1, "it says which");

        write(shop, member, COVER, tagline(SOURCE), "一").await;
        let mine = bench(shop, member).await.undo.unwrap().id;
        shop.clock.advance(11 * 60_000);
        write(shop, member, COVER, tagline(SOURCE), "二").await;
        let refused = studio::undo_edit(shop, member, mine).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidTransition);
        let almonds = shop.member_of("almonds").await;
        assert!(matches!(
            studio::undo_edit(shop, almonds, mine).await,
            Err(Error::NotFound)
        ));
    }
);

both!(
    what_one_types_for_the_centre_is_not_what_one_typed_as_a_member,
    async |shop| {
        let member = shop.member_of("bees").await;
        let (user, cooperative) = (member.user().unwrap(), shop.cooperative("bees").await);
        let support = Actor::Support { user, cooperative };
        // The same person, within minutes, in the same field.
        for (actor, text) in [
            (member, "高"),
            (support, "高山"),
            (support, "高山的"),
            (member, "高山蜜"),
        ] {
            write(shop, actor, COVER, tagline(SOURCE), text).await;
        }
        let edits = studio::history(shop, member).await.unwrap().edits;
        let signed: Vec<bool> = edits.iter().map(|edit| edit.signed.by_centre).collect();
        assert_eq!(
            signed,
            [false, true, false],
            "whoever reads it sees what the Centre wrote"
        );
    }
);

both!(a_part_that_an_older_program_moved_is_taken_back, async |shop| {
    let member = shop.member_of("bees").await;
    let order = async || -> Vec<u32> {
        let page = bench(shop, member).await.page.document;
        page.blocks().iter().map(|block| block.id.0).collect()
    };
    let add = ShopStep::Add(BlockKind::Video, None);
    let video = studio::take_step(shop, member, add).await.unwrap().unwrap();
    let before = order().await;
    let from = before.len() - 1;
    studio::take_step(shop, member, ShopStep::Up(video, from))
        .await
        .unwrap();
    let moved = bench(shop, member).await.undo.unwrap().id;
    // As it has always been stored: the place where it was, and the neighbour's.
    let (video, to) = (video.0, from - 1);
    let stored = format!(r#"{{"Move":{{"block":{video},"from":{from},"to":{to}}}}}"#);
    let same = format!("SELECT count(*) FROM shop_edits WHERE id = {moved} AND step = '{stored}'");
    assert_eq!(shop.number(&same).await, 1);
    studio::undo_edit(shop, member, moved).await.unwrap();
    assert_eq!(order().await, before);
});

both!(what_was_taken_back_can_be_brought_back, async |shop| {
    let member = shop.member_of("bees").await;
    let line = async || {
        bench(shop, member).await.page.document.blocks()[0]
            .get(tagline(SOURCE))
            .to_owned()
    };
    let before = line().await;
    write(shop, member, COVER, tagline(SOURCE), "十分钟写的").await;
    let edit = bench(shop, member).await.undo.unwrap();
    assert_eq!(edit.step, StepSummary::Set(COVER));
    studio::undo_edit(shop, member, edit.id).await.unwrap();
    assert_eq!(line().await, before);
    assert!(
        bench(shop, member).await.undo.is_none(),
        "what takes back is not one's last change"
    );

    let history = studio::history(shop, member).await.unwrap().edits;
    assert!(history[0].is_undo && !history[0].is_undone && history[1].is_undone);
    assert_eq!(
        history[0].step,
        StepSummary::Set(COVER),
        "it is named by what it took back"
    );
    for _ in 0..2 {
        studio::undo_edit(shop, member, history[0].id).await.unwrap();
        assert_eq!(line().await, "十分钟写的");
    }
    // And once more from the beginning.
    let again = bench(shop, member).await.undo.unwrap();
    assert_eq!(again.id, edit.id);
    studio::undo_edit(shop, member, again.id).await.unwrap();
    assert_eq!(line().await, before);
    // Writing on is no part of what was taken back.
    write(shop, member, COVER, tagline(SOURCE), "新的").await;
    assert_eq!(bench(shop, member).await.undo.unwrap().step, StepSummary::Set(COVER));
});

both!(
    an_older_page_is_compared_and_brought_back_with_who_and_when,
    async |shop| {
        let member = shop.member_of("bees").await;
        write(shop, member, COVER, tagline(SOURCE), "第一").await;
        publish(shop, member).await;
        write(shop, member, COVER, tagline(SOURCE), "第二").await;
        studio::take_step(shop, member, ShopStep::Add(BlockKind::Video, None))
            .await
            .unwrap();
        publish(shop, member).await;
        let history = studio::history(shop, member).await.unwrap();
        let numbers: Vec<i64> = history.revisions.iter().map(|revision| revision.number).collect();
        assert_eq!(numbers, [2, 1]);
        assert!(!history.revisions[0].by.is_empty() && history.edits.len() >= 2);
        let first = studio::revision(shop, member, 1).await.unwrap();
        let differences = first.differences.unwrap();
        assert_eq!(differences.len(), 2, "{differences:?}");
        for _ in 0..2 {
            studio::restore(shop, member, 1).await.unwrap();
        }
        assert_eq!(
            read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap(),
            "第二",
            "buyers see it later"
        );
        let same = studio::revision(shop, member, 1).await.unwrap().differences;
        assert_eq!(same, Some(Vec::new()));
        publish(shop, member).await;
        assert_eq!(read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap(), "第一");
        let almonds = shop.member_of("almonds").await;
        assert!(matches!(studio::revision(shop, almonds, 1).await, Err(Error::NotFound)));
    }
);

both!(of_pages_and_edits_of_long_ago_only_some_stay, async |shop| {
    let member = shop.member_of("bees").await;
    let (bees, now) = (shop.cooperative("bees").await, shop.now());
    for number in 1..=130 {
        let at = now - (131 - number) * DAY;
        shop.execute(format!(
            "INSERT INTO shop_revisions (cooperative_id, number, document, by_centre, at) \
             VALUES ({bees}, {number}, '', 1 = 0, {at})"
        ))
        .await;
    }
    write(shop, member, COVER, tagline(SOURCE), "一").await;
    publish(shop, member).await;
    let newest = "SELECT count(*) FROM shop_revisions WHERE number > 31";
    assert_eq!(shop.number(newest).await, 100);
    let older = shop
        .number("SELECT count(*) FROM shop_revisions WHERE number <= 31")
        .await;
    assert!((1..=2).contains(&older), "the last one of a month: {older}");

    shop.execute("UPDATE shop_edits SET size = 5000000").await;
    shop.clock.advance(DAY);
    write(shop, member, COVER, tagline(SOURCE), "二").await;
    assert_eq!(shop.number("SELECT count(*) FROM shop_edits").await, 1);
    assert!(bench(shop, member).await.undo.is_some(), "what was done last stays");
});
