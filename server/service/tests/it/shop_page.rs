//! The shop page: a draft that several people work on, what was done with it, and what buyers see.

use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::shop_page::{BlockId, BlockKind, Change, Field, MAX_BLOCKS, Place, StepSummary, Theme, fingerprint};
use domain::{Actor, ErrorCode, FieldCode, Locale, TranslationState};
use service::studio::{self, BlockSaved, ShopStep, ShopWorkbench};
use service::{Error, shops};
use testing::{Snapshot, TestShop, both};

const COVER: BlockId = BlockId(1);
/// The bees write Chinese first.
const SOURCE: Locale = Locale::Zh;

async fn bench(shop: &TestShop, member: Actor) -> ShopWorkbench {
    studio::workbench(shop, member, SOURCE).await.unwrap()
}

fn part(bench: &ShopWorkbench, kind: BlockKind) -> BlockId {
    let blocks = bench.page.document.blocks();
    blocks.iter().find(|block| block.kind == kind).unwrap().id
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

/// Writes over whatever is there.
async fn write(shop: &TestShop, member: Actor, id: BlockId, place: Place, text: &str) -> BlockSaved {
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

async fn publish(shop: &TestShop, member: Actor) {
    let version = bench(shop, member).await.version;
    studio::publish(shop, member, version).await.unwrap();
    shop.catch_up().await.unwrap();
}

fn tagline(lang: Locale) -> Place {
    Place::of(Field::Tagline).lang(lang)
}

/// What buyers read in a part.
async fn read(shop: &TestShop, kind: BlockKind, place: Place) -> Option<String> {
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

both!(
    two_people_merge_by_fields_and_the_same_field_is_put_before_them,
    async |shop| {
        let member = shop.member_of("bees").await;
        let seen = read(shop, BlockKind::Cover, tagline(SOURCE)).await.unwrap();
        let spanish = read(shop, BlockKind::Cover, tagline(Locale::Es)).await.unwrap();
        let mine = [change(tagline(SOURCE), &seen, "我的")];
        let theirs = [
            change(tagline(SOURCE), &seen, "他们的"),
            change(tagline(Locale::Es), &spanish, "De ellos"),
        ];
        let (one, other) = tokio::join!(
            studio::save_block(shop, member, COVER, &mine),
            studio::save_block(shop, member, COVER, &theirs),
        );
        let (one, other) = (one.unwrap(), other.unwrap());
        let conflicts: Vec<_> = one.conflicts.iter().chain(&other.conflicts).collect();
        assert_eq!(conflicts.len(), 1, "whoever came second is asked");
        let saved = bench(shop, member).await.page.document.block(COVER).unwrap().clone();
        assert_eq!(saved.get(tagline(Locale::Es)), "De ellos");
        assert_eq!(conflicts[0].saved, saved.get(tagline(SOURCE)));

        // Sent twice is one save, also after the other one's.
        let edits = shop.number("SELECT count(*) FROM shop_edits").await;
        let again = studio::save_block(shop, member, COVER, &theirs[1..]).await.unwrap();
        assert!(again.is_whole());
        assert_eq!(shop.number("SELECT count(*) FROM shop_edits").await, edits);
    }
);

both!(what_is_pasted_is_cleaned_and_told_and_nothing_is_cut, async |shop| {
    let member = shop.member_of("bees").await;
    let saved = write(
        shop,
        member,
        COVER,
        tagline(Locale::Ug),
        "<b>تاغ</b> \u{FEEB}\u{FEEA}\u{FEB4}\u{FEEA}\u{FEDD}",
    )
    .await;
    assert_eq!(saved.block.get(tagline(Locale::Ug)), "تاغ ھەسەل");
    let cleaned = &saved.cleaned[0];
    assert!(cleaned.had_markup && cleaned.words[0].1 == "ھەسەل", "{cleaned:?}");
    let before = Snapshot::of(shop).await;
    let long = "x".repeat(121);
    let saved = write(shop, member, COVER, tagline(Locale::Es), &long).await;
    assert_eq!(saved.wrong, [(tagline(Locale::Es), FieldCode::TooLong)]);
    before.assert_unchanged(shop).await;
});

both!(
    parts_are_added_moved_hidden_removed_and_it_all_can_be_taken_back,
    async |shop| {
        let member = shop.member_of("bees").await;
        let before = bench(shop, member).await.page.document;
        let steps = async |step| studio::take_step(shop, member, step).await.unwrap();
        let hours = steps(ShopStep::Add(BlockKind::Hours, None)).await.unwrap();
        let last = bench(shop, member).await.page.document.position(hours).unwrap();
        steps(ShopStep::Up(hours, last)).await;
        steps(ShopStep::Hide(hours)).await;
        steps(ShopStep::Paint(Theme::Plum)).await;
        steps(ShopStep::Remove(hours)).await;
        // A step that is taken already does nothing.
        assert_eq!(steps(ShopStep::Paint(Theme::Plum)).await, None);
        for _ in 0..5 {
            let edit = bench(shop, member).await.undo.unwrap().id;
            studio::undo_edit(shop, member, edit).await.unwrap();
            studio::undo_edit(shop, member, edit).await.unwrap();
        }
        let after = bench(shop, member).await;
        assert!(after.page.document.is_same(&before) && after.undo.is_none());
        assert!(!after.is_changed, "buyers see just this");

        let gone = studio::take_step(shop, member, ShopStep::Remove(hours))
            .await
            .unwrap_err();
        assert_eq!(gone.code(), ErrorCode::InvalidTransition);
        for _ in before.blocks().len()..MAX_BLOCKS {
            steps(ShopStep::Add(BlockKind::Picture, None)).await;
        }
        let full = studio::take_step(shop, member, ShopStep::Add(BlockKind::Story, None)).await;
        assert_eq!(full.unwrap_err().code(), ErrorCode::BlocksFull);
    }
);

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

both!(what_somebody_else_did_is_not_published_unseen, async |shop| {
    let member = shop.member_of("bees").await;
    write(shop, member, COVER, tagline(SOURCE), "一").await;
    let seen = bench(shop, member).await.version;
    write(shop, member, COVER, tagline(Locale::Es), "Dos").await;
    let refused = studio::publish(shop, member, seen).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InvalidTransition);
    assert_eq!(shop.number("SELECT count(*) FROM shop_revisions").await, 0);
});

both!(anothers_goods_and_pictures_are_not_taken, async |shop| {
    let member = shop.member_of("bees").await;
    let products = part(&bench(shop, member).await, BlockKind::Products);
    let place = Place::of(Field::Product).item(1);
    let badam = shop.product("thin-shell-badam").await.to_string();
    let saved = write(shop, member, products, place, &badam).await;
    assert_eq!(saved.wrong, [(place, FieldCode::InvalidChoice)]);
    let honey = shop.product("wild-honey").await.to_string();
    assert!(write(shop, member, products, place, &honey).await.is_whole());

    let picture = Place::of(Field::Picture);
    let unknown = format!("{}:640:480", "ab".repeat(16));
    let saved = write(shop, member, COVER, picture, &unknown).await;
    assert_eq!(saved.wrong, [(picture, FieldCode::InvalidChoice)]);
    let own = studio::block_editor(shop, member, SOURCE, COVER)
        .await
        .unwrap()
        .pictures;
    assert!(write(shop, member, COVER, picture, &own[0].pack()).await.is_whole());
    assert_eq!(shop.number("SELECT count(*) FROM shop_pictures").await, 1);
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

both!(what_no_database_takes_is_wrong_and_asks_none, async |shop| {
    let member = shop.member_of("bees").await;
    let products = part(&bench(shop, member).await, BlockKind::Products);
    for (id, place) in [
        (COVER, Place::of(Field::Picture)),
        (products, Place::of(Field::Product).item(1)),
    ] {
        let saved = studio::save_block(shop, member, id, &[change(place, "", "\0")])
            .await
            .unwrap();
        assert_eq!(saved.wrong, [(place, FieldCode::InvalidChoice)]);
    }
    let pasted = "<a".repeat(50_000);
    let saved = write(shop, member, COVER, tagline(SOURCE), &pasted).await;
    assert_eq!(saved.wrong, [(tagline(SOURCE), FieldCode::TooLong)]);
    assert_eq!(shop.number("SELECT count(*) FROM shop_edits").await, 0);
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

const DAY: i64 = 86_400_000;

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

both!(
    a_page_has_a_length_and_what_is_beyond_it_stays_in_the_form,
    async |shop| {
        let member = shop.member_of("bees").await;
        let place = |lang| Place::of(Field::Text).lang(lang);
        // Twelve stories of 44 kB are too long.
        let mut last = None;
        for number in 0..12 {
            let step = ShopStep::Add(BlockKind::Story, None);
            let id = studio::take_step(shop, member, step).await.unwrap().unwrap();
            let text = format!("{number}{}", "高".repeat(4900));
            let changes = Locale::ALL.map(|lang| change(place(lang), "", &text));
            let saved = studio::save_block(shop, member, id, &changes).await.unwrap();
            if !saved.is_whole() {
                last = Some((id, saved));
                break;
            }
        }
        let (id, saved) = last.unwrap();
        assert_eq!(saved.wrong.len(), 3);
        assert!(saved.wrong.iter().all(|(_, code)| *code == FieldCode::PageFull));
        assert!(bench(shop, member).await.page.document.block(id).unwrap().is_empty());
        // A translation that was said to be right beside it is not forgotten without a word.
        let title = |lang| Place::of(Field::Title).lang(lang);
        for (lang, text) in [(SOURCE, "一"), (Locale::Es, "Uno"), (SOURCE, "二")] {
            write(shop, member, id, title(lang), text).await;
        }
        let long = "高".repeat(4900);
        let right = Change {
            confirms: true,
            source: Some(fingerprint("二")),
            ..change(title(Locale::Es), "Uno", "Uno")
        };
        let mut changes = vec![right];
        changes.extend(Locale::ALL.map(|lang| change(place(lang), "", &long)));
        let saved = studio::save_block(shop, member, id, &changes).await.unwrap();
        assert!(saved.wrong.contains(&(title(Locale::Es), FieldCode::PageFull)) && saved.wrong.len() == 4);
        assert!(saved.block.is_outdated(title(Locale::Es)));
        // A short text has room.
        assert!(write(shop, member, COVER, tagline(SOURCE), "一").await.is_whole());
    }
);

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
    for lang in Locale::ALL {
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

both!(a_letter_typed_and_taken_back_changes_nothing, async |shop| {
    let member = shop.member_of("bees").await;
    let page = bench(shop, member).await.page.document;
    let story = page
        .blocks()
        .iter()
        .find(|block| block.kind == BlockKind::Story)
        .unwrap();
    let place = |lang| Place::of(Field::Text).lang(lang);
    let (id, first) = (story.id, story.get(place(SOURCE)));
    let typed = write(shop, member, id, place(SOURCE), &format!("{first}。")).await;
    assert!(typed.block.is_outdated(place(Locale::Es)));
    let deleted = write(shop, member, id, place(SOURCE), first).await;
    assert!(!deleted.block.is_outdated(place(Locale::Es)));
    let after = bench(shop, member).await;
    assert!(after.page.document.is_same(&page));
    // It was one thing, and it is none: there is nothing to take back.
    assert!(after.undo.is_none());
});

both!(
    a_draft_that_cannot_be_read_is_made_of_what_buyers_see_and_stays,
    async |shop| {
        let member = shop.member_of("bees").await;
        write(shop, member, COVER, tagline(SOURCE), "一").await;
        publish(shop, member).await;
        shop.execute("UPDATE shop_drafts SET document = '{\"later\":1}'").await;
        let rebuilt = bench(shop, member).await;
        assert!(rebuilt.is_rebuilt && !rebuilt.is_changed);
        assert_eq!(rebuilt.page.document.blocks()[0].get(tagline(SOURCE)), "一");
        let kept = "SELECT count(*) FROM shop_edits WHERE step = '{\"later\":1}'";
        assert_eq!(shop.number(kept).await, 0);
        write(shop, member, COVER, tagline(SOURCE), "二").await;
        assert!(!bench(shop, member).await.is_rebuilt);
        assert_eq!(shop.number(kept).await, 1);
        let edits = studio::history(shop, member).await.unwrap().edits;
        assert!(!edits.is_empty() && edits.iter().all(|edit| !edit.is_undo));
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

both!(pictures_have_a_daily_number_and_unused_ones_make_room, async |shop| {
    let member = shop.member_of("bees").await;
    let bees = shop.cooperative("bees").await;
    for number in 0..300 {
        shop.execute(format!(
            "INSERT INTO media (sha, width, height, created_at) VALUES ('{number:032x}', 640, 480, 0)"
        ))
        .await;
    }
    shop.execute(format!(
        "INSERT INTO shop_pictures (cooperative_id, media_id, created_at) \
         SELECT {bees}, id, {} FROM media WHERE sha LIKE '00000000%'",
        shop.now()
    ))
    .await;
    // All of today: none goes.
    let full = studio::receive_shop_picture(shop, member).await.unwrap_err();
    assert_eq!(full.code(), ErrorCode::ShopPicturesFull);

    shop.clock.advance(2 * DAY);
    let used = format!("{:032x}:640:480", 7);
    assert!(
        write(shop, member, COVER, Place::of(Field::Picture), &used)
            .await
            .is_whole()
    );
    // An older page names another one; what was done with the draft is forgotten.
    let older = format!("{:032x}:640:480", 8);
    write(shop, member, COVER, Place::of(Field::Picture), &older).await;
    publish(shop, member).await;
    write(shop, member, COVER, Place::of(Field::Picture), &used).await;
    shop.execute("DELETE FROM shop_edits").await;
    shop.clock.advance(2 * DAY);
    drop(studio::receive_shop_picture(shop, member).await.unwrap());
    let held = "SELECT count(*) FROM shop_pictures";
    assert_eq!(
        shop.number(held).await,
        2,
        "the draft names one, and a published page the other"
    );

    let mut sent = 1;
    let refused = loop {
        match studio::receive_shop_picture(shop, member).await {
            Ok(_) => sent += 1,
            Err(error) => break error,
        }
        assert!(sent <= 300);
    };
    assert_eq!((refused.code(), sent), (ErrorCode::UploadsFull, 300));
});
