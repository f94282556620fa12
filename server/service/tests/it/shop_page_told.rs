//! What the editor of a shop page tells: what changed and by whom, what cannot be taken back, what is missing or refused.

use domain::shop_page::{BlockId, BlockKind, Change, Field, PartChange, Place, fingerprint};
use domain::{Actor, CooperativeRole, FieldCode, Locale};
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
        let version = bench(shop, member).await.version;
        studio::publish(shop, member, version).await.unwrap();
        shop.catch_up().await.unwrap();
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
