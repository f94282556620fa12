//! The shop page: what buyers see of it, and when. Working on it is in `shop_page_drafts.rs`, going back in
//! `shop_page_history.rs`.

use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::shop_page::{BlockId, BlockKind, Change, Field, Place, Theme, fingerprint};
use domain::{Actor, ErrorCode, Locale, TranslationState};
use service::studio::{self, BlockSaved, ShopStep, ShopWorkbench};
use service::{Error, shops};
use testing::{Snapshot, TestShop, both};

pub(crate) const COVER: BlockId = BlockId(1);
/// The bees write Chinese first.
pub(crate) const SOURCE: Locale = Locale::Zh;

pub(crate) async fn bench(shop: &TestShop, member: Actor) -> ShopWorkbench {
    studio::workbench(shop, member, SOURCE).await.unwrap()
}

pub(crate) fn part(bench: &ShopWorkbench, kind: BlockKind) -> BlockId {
    let blocks = bench.page.document.blocks();
    blocks.iter().find(|block| block.kind == kind).unwrap().id
}

pub(crate) fn change(place: Place, seen: &str, new: &str) -> Change {
    Change {
        place,
        seen: fingerprint(seen),
        new: new.to_owned(),
        confirms: false,
        source: None,
    }
}

/// Writes over whatever is there.
pub(crate) async fn write(shop: &TestShop, member: Actor, id: BlockId, place: Place, text: &str) -> BlockSaved {
    let seen = bench(shop, member)
        .await
        .page
        .document
        .block(id)
        .unwrap()
        .get(place)
        .to_owned();
    studio::save_block(shop, member, id, &[change(place, &seen, text)])
        .await
        .unwrap()
}

pub(crate) async fn publish(shop: &TestShop, member: Actor) {
    let version = bench(shop, member).await.version;
    studio::publish(shop, member, version).await.unwrap();
    shop.catch_up().await.unwrap();
}

pub(crate) fn tagline(lang: Locale) -> Place {
    Place::of(Field::Tagline).lang(lang)
}

/// What buyers read in a part.
pub(crate) async fn read(shop: &TestShop, kind: BlockKind, place: Place) -> Option<String> {
    shop.catch_up().await.unwrap();
    let page = shops::find(shop, SOURCE, "bees").await.unwrap().unwrap();
    let block = page.document.blocks().iter().find(|block| block.kind == kind)?;
    Some(block.get(place).to_owned())
}

both!(a_shop_that_was_never_edited_shows_its_line_and_story, async |shop| {
    let member = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    let bench = bench(shop, member).await;
    assert!(!bench.is_changed && bench.published.is_none() && bench.undo.is_none());
    let kinds: Vec<BlockKind> = bench.page.document.blocks().iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Cover, BlockKind::Story, BlockKind::Products]);
    let page = shops::find(shop, SOURCE, "bees").await.unwrap().unwrap();
    assert_eq!(page.document, bench.page.document, "buyers see the same");
    let line = page.card.tagline.unwrap().text;
    assert_eq!(page.document.blocks()[0].get(tagline(SOURCE)), line);
    studio::publish(shop, member, 0).await.unwrap();
    before.assert_unchanged(shop).await;
});

both!(buyers_see_a_change_once_it_is_published_and_so_do_lists, async |shop| {
    let member = shop.member_of("bees").await;
    let before = read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap();
    write(shop, member, COVER, tagline(SOURCE), "高山蜂蜜").await;
    let id = part(&bench(shop, member).await, BlockKind::Story);
    write(shop, member, id, Place::of(Field::Text).lang(SOURCE), "新的故事。").await;
    assert_eq!(read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap(), before);
    assert!(bench(shop, member).await.is_changed);

    publish(shop, member).await;
    assert_eq!(read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap(), "高山蜂蜜");
    let card = |locale| {
        let mut cards = shops::first(shop, locale, 99).into_iter();
        cards.find(|card| card.slug == "bees").unwrap().tagline.unwrap()
    };
    assert_eq!(card(Locale::Zh).text, "高山蜂蜜");
    assert_eq!(card(Locale::Ug).text, "高山蜂蜜");
    let outdated = "SELECT count(*) FROM translations WHERE field = 'story' AND state = 'outdated'";
    assert_eq!(
        shop.number(outdated).await,
        2,
        "the translations are older than their source"
    );
    let row = db::entities::translation::Entity::find()
        .filter(db::entities::translation::Column::Value.eq("新的故事。"))
        .one(shop.db().read())
        .await
        .unwrap()
        .unwrap();
    assert_eq!((row.field.as_str(), row.state), ("story", TranslationState::Source));
    let bench = bench(shop, member).await;
    assert!(!bench.is_changed);
    assert_eq!(bench.published.unwrap().number, 1);

    // The same again is no second publication.
    studio::publish(shop, member, 0).await.unwrap();
    assert_eq!(shop.number("SELECT count(*) FROM shop_revisions").await, 1);
});

both!(what_somebody_else_did_is_not_published_unseen, async |shop| {
    let member = shop.member_of("bees").await;
    write(shop, member, COVER, tagline(SOURCE), "一").await;
    let seen = bench(shop, member).await.version;
    write(shop, member, COVER, tagline(Locale::Es), "Dos").await;
    let refused = studio::publish(shop, member, seen).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidTransition);
    assert_eq!(shop.number("SELECT count(*) FROM shop_revisions").await, 0);
});

both!(a_page_that_cannot_be_read_shows_the_texts, async |shop| {
    let member = shop.member_of("bees").await;
    write(shop, member, COVER, tagline(SOURCE), "一").await;
    publish(shop, member).await;
    for damage in ["'{'", "'{\"theme\":\"neon\",\"next\":1,\"blocks\":[]}'"] {
        shop.execute(format!("UPDATE shop_revisions SET document = {damage}"))
            .await;
        assert_eq!(
            read(shop, BlockKind::Cover, tagline(SOURCE)).await.as_deref(),
            Some("一"),
            "the line in lists"
        );
    }
});

both!(goods_stand_once_and_the_chosen_ones_are_found, async |shop| {
    let member = shop.member_of("bees").await;
    let first = part(&bench(shop, member).await, BlockKind::Products);
    let add = async || {
        let step = ShopStep::Add(BlockKind::Products, None);
        studio::take_step(shop, member, step).await.unwrap().unwrap()
    };
    let (second, shelf, chosen) = (add().await, add().await, add().await);
    write(shop, member, shelf, Place::of(Field::Shelf), "gone").await;
    let honey = shop.product("wild-honey").await;
    write(
        shop,
        member,
        chosen,
        Place::of(Field::Product).item(1),
        &honey.to_string(),
    )
    .await;
    let page = bench(shop, member).await.page;
    let goods = |id| &page.goods_of(id).unwrap().picked.goods;
    assert!(!goods(first).is_empty());
    assert!(goods(second).is_empty(), "all of them are shown already");
    assert!(goods(shelf).is_empty(), "a category that is gone has no goods");
    assert_eq!(goods(chosen).iter().map(|card| card.id).collect::<Vec<_>>(), [honey]);

    // Hidden, the first one leaves them to the next, and still shows its cooperative what it would show.
    studio::take_step(shop, member, ShopStep::Hide(first)).await.unwrap();
    let page = bench(shop, member).await.page;
    let count = |id| page.goods_of(id).unwrap().picked.goods.len();
    assert!(count(first) > 0 && count(second) == count(first));
});

both!(what_is_taken_off_the_page_is_shown_nowhere_else, async |shop| {
    let member = shop.member_of("bees").await;
    let card = || {
        shops::first(shop, SOURCE, 99)
            .into_iter()
            .find(|card| card.slug == "bees")
            .unwrap()
    };
    let editor = studio::block_editor(shop, member, SOURCE, COVER).await.unwrap();
    let picture = editor.pictures[0].clone();
    write(shop, member, COVER, Place::of(Field::Picture), &picture.pack()).await;
    let step = ShopStep::Add(BlockKind::Contact, None);
    let contact = studio::take_step(shop, member, step).await.unwrap().unwrap();
    write(shop, member, contact, Place::of(Field::Link), "https://bees.example/").await;
    publish(shop, member).await;
    assert_eq!(card().picture, picture);
    let linked = "SELECT count(*) FROM cooperatives WHERE link IS NOT NULL AND slug = 'bees'";
    assert_eq!(shop.number(linked).await, 1);

    write(shop, member, COVER, Place::of(Field::Picture), "").await;
    for lang in Locale::BUILT_IN {
        write(shop, member, COVER, tagline(lang), "").await;
    }
    let story = part(&bench(shop, member).await, BlockKind::Story);
    studio::take_step(shop, member, ShopStep::Hide(story)).await.unwrap();
    for block in bench(shop, member).await.page.document.blocks() {
        if block.kind == BlockKind::Contact {
            studio::take_step(shop, member, ShopStep::Remove(block.id))
                .await
                .unwrap();
        }
    }
    publish(shop, member).await;
    let card = card();
    assert!(card.tagline.is_none() && card.picture != picture);
    assert_eq!(shop.number(linked).await, 0);
    let bees = shop.cooperative("bees").await;
    let stories = format!(
        "SELECT count(*) FROM translations WHERE entity = 'cooperative' AND entity_id = {bees} AND field = 'story'"
    );
    assert_eq!(shop.number(&stories).await, 0);
});

both!(
    how_translations_stand_goes_into_the_first_page_and_out_of_it,
    async |shop| {
        let member = shop.member_of("bees").await;
        let bees = shop.cooperative("bees").await;
        let of = |state: &str, lang: &str| {
            format!(
                "entity = 'cooperative' AND entity_id = {bees} AND state = '{state}' AND field = 'story' AND lang = '{lang}'"
            )
        };
        let states = [("es", "outdated"), ("ug", "machine")];
        for (lang, state) in states {
            let human = of("human", lang);
            shop.execute(format!("UPDATE translations SET state = '{state}' WHERE {human}"))
                .await;
        }
        shop.catch_up().await.unwrap();
        let page = shops::find(shop, SOURCE, "bees").await.unwrap().unwrap();
        let story = page
            .document
            .blocks()
            .iter()
            .find(|block| block.kind == BlockKind::Story)
            .unwrap();
        assert!(story.is_outdated(Place::of(Field::Text).lang(Locale::Es)));
        assert!(!story.is_outdated(Place::of(Field::Text).lang(Locale::Ug)));

        studio::take_step(shop, member, ShopStep::Paint(Theme::Leaf))
            .await
            .unwrap();
        publish(shop, member).await;
        for (lang, state) in states {
            let sql = format!("SELECT count(*) FROM translations WHERE {}", of(state, lang));
            assert_eq!(shop.number(&sql).await, 1, "{lang}");
        }
    }
);

both!(who_is_not_let_in_has_no_page_to_write, async |shop| {
    let member = shop.member_of("bees").await;
    write(shop, member, COVER, tagline(SOURCE), "一").await;
    shop.execute("UPDATE cooperatives SET status = 'pending' WHERE slug = 'bees'")
        .await;
    shop.catch_up().await.unwrap();
    let before = Snapshot::of(shop).await;
    let place = tagline(Locale::Es);
    let not_found = [
        studio::workbench(shop, member, SOURCE).await.map(|_| ()),
        studio::save_block(shop, member, COVER, &[change(place, "", "x")])
            .await
            .map(|_| ()),
        studio::take_step(shop, member, ShopStep::Paint(Theme::Leaf))
            .await
            .map(|_| ()),
        studio::publish(shop, member, 1).await,
    ];
    assert!(
        not_found.iter().all(|answer| matches!(answer, Err(Error::NotFound))),
        "{not_found:?}"
    );
    before.assert_unchanged(shop).await;
    // The books are looked at afterwards: its goods are as they were.
    shop.execute("UPDATE cooperatives SET status = 'approved' WHERE slug = 'bees'")
        .await;
});

both!(who_is_suspended_prepares_a_page_and_shows_nothing, async |shop| {
    let member = shop.member_of("bees").await;
    shop.execute("UPDATE cooperatives SET status = 'suspended' WHERE slug = 'bees'")
        .await;
    shop.catch_up().await.unwrap();
    write(shop, member, COVER, tagline(SOURCE), "一").await;
    let bench = studio::workbench(shop, member, SOURCE).await.unwrap();
    let before = Snapshot::of(shop).await;
    let refused = studio::publish(shop, member, bench.version).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::Suspended);
    before.assert_unchanged(shop).await;
    shop.execute("UPDATE cooperatives SET status = 'approved' WHERE slug = 'bees'")
        .await;
});
