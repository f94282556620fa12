//! What the editor of a shop page tells: what changed and by whom, what cannot be taken back, what is missing or refused.

use domain::shop_page::{BlockId, BlockKind, Change, Field, PartChange, Place, fingerprint};
use domain::{Actor, CooperativeRole, ErrorCode, FieldCode, Locale};
use service::studio::{self, BlockSaved, ShopStep, ShopWorkbench};
use testing::{Snapshot, TestShop, both};

const COVER: BlockId = BlockId(1);
/// The bees write Chinese first.
const SOURCE: Locale = Locale::Zh;
const MINUTE: i64 = 60_000;

async fn bench(shop: &TestShop, member: Actor) -> ShopWorkbench {
    studio::workbench(shop, member, SOURCE).await.unwrap()
}

async fn step(shop: &TestShop, member: Actor, step: ShopStep) -> Option<BlockId> {
    studio::take_step(shop, member, step).await.unwrap()
}

fn change(place: Place, seen: &str, new: &str) -> Change {
    Change {
        place,
        seen: fingerprint(seen),
        new: new.to_owned(),
        confirms: false,
        source: None,
    }
}

async fn text(shop: &TestShop, member: Actor, id: BlockId, place: Place) -> String {
    let bench = bench(shop, member).await;
    bench.page.document.block(id).unwrap().get(place).to_owned()
}

/// Writes over whatever is there.
async fn write(shop: &TestShop, member: Actor, id: BlockId, place: Place, new: &str) -> BlockSaved {
    let seen = text(shop, member, id, place).await;
    let changes = [change(place, &seen, new)];
    studio::save_block(shop, member, id, &changes).await.unwrap()
}

async fn publish(shop: &TestShop, member: Actor) {
    let version = bench(shop, member).await.version;
    studio::publish(shop, member, version).await.unwrap();
    shop.catch_up().await.unwrap();
}

const fn tagline(lang: Locale) -> Place {
    Place::of(Field::Tagline).lang(lang)
}

both!(
    what_another_one_wrote_over_is_passed_over_and_the_step_before_is_offered,
    async |shop| {
        let [mine, theirs] = [shop.member_of("bees").await, shop.member_of("bees").await];
        let video = step(shop, mine, ShopStep::Add(BlockKind::Video, None)).await.unwrap();
        shop.clock.advance(11 * MINUTE);
        write(shop, mine, COVER, tagline(SOURCE), "一").await;
        let first = bench(shop, mine).await;
        assert!(first.overwritten.is_empty());
        let written = first.undo.unwrap().id;
        write(shop, theirs, COVER, tagline(SOURCE), "二").await;

        let after = bench(shop, mine).await;
        assert_eq!(after.overwritten.len(), 1);
        assert_eq!(after.overwritten[0].id, written);
        let before = after.undo.unwrap().id;
        assert_ne!(before, written, "the step before can be taken back");
        studio::undo_edit(shop, mine, before).await.unwrap();
        let end = bench(shop, mine).await;
        assert!(end.page.document.block(video).is_none());
        assert_eq!(text(shop, mine, COVER, tagline(SOURCE)).await, "二", "theirs stays");
        assert!(
            end.undo.is_none() && end.overwritten.len() == 1,
            "and nothing more of mine"
        );
        // Theirs can be taken back, and then mine again.
        let undo = bench(shop, theirs).await.undo.unwrap().id;
        studio::undo_edit(shop, theirs, undo).await.unwrap();
        assert_eq!(bench(shop, mine).await.undo.unwrap().id, written);
    }
);

both!(
    what_changed_since_buyers_saw_it_is_told_by_parts_with_who_did_it,
    async |shop| {
        let member = shop.member_of("bees").await;
        assert!(bench(shop, member).await.changes.is_empty());
        write(shop, member, COVER, tagline(SOURCE), "一").await;
        shop.clock.advance(MINUTE);
        publish(shop, member).await;
        shop.clock.advance(MINUTE);
        let other = shop.cooperative_member("bees", CooperativeRole::Owner).await;
        shop.execute(format!(
            "UPDATE users SET name = 'Ana' WHERE id = {}",
            other.user().unwrap()
        ))
        .await;
        let video = step(shop, other, ShopStep::Add(BlockKind::Video, None)).await.unwrap();
        write(shop, member, COVER, tagline(Locale::Es), "Otra").await;
        let changed = bench(shop, member).await;
        let told: Vec<_> = changed
            .changes
            .iter()
            .map(|part| (part.block.id, part.changes.clone()))
            .collect();
        assert_eq!(
            told,
            [(COVER, vec![PartChange::Written]), (video, vec![PartChange::Added])]
        );
        let by = |at: usize| {
            changed.changes[at]
                .by
                .iter()
                .map(|signed| signed.by.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(by(1), ["Ana"]);
        assert!(!by(0).is_empty() && !by(0).contains(&"Ana"));
        // Who has taken it back has changed nothing; who takes back what buyers see has.
        write(shop, other, COVER, tagline(Locale::Es), "De Ana").await;
        let undo = bench(shop, other).await.undo.unwrap().id;
        studio::undo_edit(shop, other, undo).await.unwrap();
        let names = async || -> Vec<String> {
            let changes = bench(shop, member).await.changes.into_iter();
            let by = changes.filter(|part| part.block.id == COVER).flat_map(|part| part.by);
            by.map(|signed| signed.by).collect()
        };
        let before = names().await;
        assert!(before.len() == 1 && before[0] != "Ana", "{before:?}");
        let shown = studio::history(shop, member).await.unwrap().edits.last().unwrap().id;
        studio::undo_edit(shop, other, shown).await.unwrap();
        assert!(names().await.contains(&"Ana".to_owned()));
    }
);

both!(the_link_is_taken_out_of_what_another_app_copies, async |shop| {
    let member = shop.member_of("bees").await;
    let video = step(shop, member, ShopStep::Add(BlockKind::Video, None)).await.unwrap();
    let link = Place::of(Field::Link);
    let shared = "7.89 复制打开抖音，看看【蜂蜜】 https://v.douyin.com/abc/ q@e.oD 08/11";
    let saved = write(shop, member, video, link, shared).await;
    assert_eq!(saved.block.get(link), "https://v.douyin.com/abc/");
    assert!(saved.cleaned[0].link.as_ref().unwrap().had_words);
    let saved = write(shop, member, video, link, "http://v.douyin.com/x").await;
    assert_eq!(saved.block.get(link), "https://v.douyin.com/x");
    assert!(saved.cleaned[0].link.as_ref().unwrap().was_insecure);
    let before = Snapshot::of(shop).await;
    let saved = write(shop, member, video, link, "http://bees.example/").await;
    assert_eq!(saved.wrong, [(link, FieldCode::InsecureLink)]);
    before.assert_unchanged(shop).await;
});

both!(
    a_translation_is_not_confirmed_beside_another_source_than_was_seen,
    async |shop| {
        let [mine, theirs] = [shop.member_of("bees").await, shop.member_of("bees").await];
        write(shop, mine, COVER, tagline(Locale::Es), "Miel").await;
        write(shop, theirs, COVER, tagline(SOURCE), "一").await;
        let right = |source: &str| Change {
            confirms: true,
            source: Some(fingerprint(source)),
            ..change(tagline(Locale::Es), "Miel", "Miel")
        };
        write(shop, theirs, COVER, tagline(SOURCE), "二").await;
        let before = Snapshot::of(shop).await;
        let saved = studio::save_block(shop, mine, COVER, &[right("一")]).await.unwrap();
        assert_eq!(saved.wrong, [(tagline(Locale::Es), FieldCode::SourceChanged)]);
        before.assert_unchanged(shop).await;
        let saved = studio::save_block(shop, mine, COVER, &[right("二")]).await.unwrap();
        assert!(saved.is_whole() && !saved.block.is_outdated(tagline(Locale::Es)));
    }
);

both!(
    what_is_written_after_buyers_were_shown_the_page_is_another_thing,
    async |shop| {
        let member = shop.member_of("bees").await;
        write(shop, member, COVER, tagline(SOURCE), "一").await;
        shop.clock.advance(MINUTE);
        publish(shop, member).await;
        let numbered = "SELECT count(*) FROM audit_events WHERE action = 'shop.publish' AND detail = '1'";
        assert_eq!(shop.number(numbered).await, 1);
        shop.clock.advance(MINUTE);
        for text in ["一二", "一二三"] {
            write(shop, member, COVER, tagline(SOURCE), text).await;
        }
        assert_eq!(shop.number("SELECT count(*) FROM shop_edits").await, 2);
        let after = bench(shop, member).await;
        assert_eq!(after.changes.len(), 1);
        assert_eq!(after.changes[0].by.len(), 1, "who wrote it is named");
        // Taken back, it is what buyers see.
        studio::undo_edit(shop, member, after.undo.unwrap().id).await.unwrap();
        assert!(!bench(shop, member).await.is_changed);
    }
);

both!(a_part_is_dragged_once_and_only_from_where_it_was_seen, async |shop| {
    let member = shop.member_of("bees").await;
    let mut added = Vec::new();
    for kind in [BlockKind::Video, BlockKind::Hours, BlockKind::Contact] {
        added.push(step(shop, member, ShopStep::Add(kind, None)).await.unwrap());
    }
    let order = async || -> Vec<BlockId> {
        let page = bench(shop, member).await.page.document;
        page.blocks().iter().map(|block| block.id).collect()
    };
    let before = order().await;
    let (part, from) = (added[2], before.len() - 1);
    let drag = ShopStep::Below(part, from, COVER);
    for _ in 0..2 {
        step(shop, member, drag).await;
        assert_eq!(order().await[1], part);
        assert_eq!(order().await[2..], before[1..from], "the others stand as before");
    }
    let moves = "SELECT count(*) FROM shop_edits WHERE summary LIKE '%Move%'";
    assert_eq!(shop.number(moves).await, 1, "sent twice it is one move");
    let far = "SELECT count(*) FROM shop_edits WHERE step LIKE '{\"Carry\":%'";
    assert_eq!(
        shop.number(far).await,
        1,
        "no swap of neighbours, as programs knew it that could not drag"
    );
    // Where another page shows it, it is not any more; and a part that is gone has nothing below it.
    let stands = Snapshot::of(shop).await;
    for overtaken in [
        ShopStep::Below(part, from, added[0]),
        ShopStep::Below(part, 1, BlockId(99)),
        ShopStep::Below(part, 1, part),
    ] {
        let refused = studio::take_step(shop, member, overtaken).await;
        match overtaken {
            ShopStep::Below(_, _, above) if above == part => assert_eq!(refused.unwrap(), None),
            _ => assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition),
        }
    }
    assert!(
        studio::take_step(shop, member, ShopStep::Below(COVER, 0, part))
            .await
            .is_err()
    );
    stands.assert_unchanged(shop).await;
    let edit = bench(shop, member).await.undo.unwrap().id;
    studio::undo_edit(shop, member, edit).await.unwrap();
    assert_eq!(order().await, before);
});

both!(lists_show_the_first_story_and_link_that_there_are, async |shop| {
    let member = shop.member_of("bees").await;
    // Above the story with a text stands one with a title alone; and a contact without a link above one with it.
    let title = step(shop, member, ShopStep::Add(BlockKind::Story, Some(COVER)))
        .await
        .unwrap();
    write(shop, member, title, Place::of(Field::Title).lang(SOURCE), "一").await;
    let wechat = step(shop, member, ShopStep::Add(BlockKind::Contact, None))
        .await
        .unwrap();
    write(shop, member, wechat, Place::of(Field::Wechat), "bees_88").await;
    let linked = step(shop, member, ShopStep::Add(BlockKind::Contact, None))
        .await
        .unwrap();
    write(shop, member, linked, Place::of(Field::Link), "https://bees.example/").await;
    let bees = shop.cooperative("bees").await;
    let stories = format!(
        "SELECT count(*) FROM translations WHERE entity = 'cooperative' AND entity_id = {bees} AND field = 'story'"
    );
    let before = shop.number(&stories).await;
    assert!(before > 0);
    publish(shop, member).await;
    assert_eq!(shop.number(&stories).await, before);
    let link = "SELECT count(*) FROM cooperatives WHERE link = 'https://bees.example/'";
    assert_eq!(shop.number(link).await, 1);
});

both!(a_published_page_that_cannot_be_read_is_not_brought_back, async |shop| {
    let member = shop.member_of("bees").await;
    for text in ["一", "二"] {
        write(shop, member, COVER, tagline(SOURCE), text).await;
        publish(shop, member).await;
    }
    shop.execute("UPDATE shop_revisions SET document = '{\"later\":1}' WHERE number = 1")
        .await;
    assert!(studio::revision(shop, member, 1).await.unwrap().differences.is_none());
    let before = Snapshot::of(shop).await;
    let refused = studio::restore(shop, member, 1).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidTransition);
    before.assert_unchanged(shop).await;
    assert_eq!(
        studio::revision(shop, member, 2).await.unwrap().differences,
        Some(Vec::new())
    );
});

both!(photos_of_the_page_are_the_first_to_choose_from, async |shop| {
    let member = shop.member_of("bees").await;
    let bees = shop.cooperative("bees").await;
    let choice = async || {
        studio::block_editor(shop, member, SOURCE, COVER)
            .await
            .unwrap()
            .pictures
    };
    let goods = choice().await[0].key.clone();
    // Two photos sent long ago, before those of the goods.
    for (number, at) in [(1, 1), (2, 2)] {
        shop.execute(format!(
            "INSERT INTO media (sha, width, height, created_at) VALUES ('{number:032x}', 640, 480, 0)"
        ))
        .await;
        shop.execute(format!(
            "INSERT INTO shop_pictures (cooperative_id, media_id, created_at) \
             SELECT {bees}, id, {at} FROM media WHERE sha = '{number:032x}'"
        ))
        .await;
    }
    let keys = async || -> Vec<String> {
        let pictures = choice().await;
        pictures.into_iter().map(|picture| picture.key).take(3).collect()
    };
    let [one, two] = [1, 2].map(|number| format!("{number:032x}"));
    assert_eq!(keys().await, [two.clone(), one.clone(), goods.clone()]);
    // Chosen again, it is as new.
    write(
        shop,
        member,
        COVER,
        Place::of(Field::Picture),
        &format!("{one}:640:480"),
    )
    .await;
    assert_eq!(keys().await, [one, two, goods]);
});
