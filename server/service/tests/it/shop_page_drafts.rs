//! The shop page's draft, that several people work on: what is saved of what they type, and what is not taken.

use domain::shop_page::{BlockKind, Change, Field, MAX_BLOCKS, Place, Theme, fingerprint};
use domain::{ErrorCode, FieldCode, Locale};
use service::studio::{self, ShopStep};
use testing::{Snapshot, both};

use crate::shop_page::{COVER, SOURCE, bench, change, part, publish, read, tagline, write};

const DAY: i64 = 86_400_000;

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
            let changes = Locale::BUILT_IN.map(|lang| change(place(lang), "", &text));
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
        changes.extend(Locale::BUILT_IN.map(|lang| change(place(lang), "", &long)));
        let saved = studio::save_block(shop, member, id, &changes).await.unwrap();
        assert!(saved.wrong.contains(&(title(Locale::Es), FieldCode::PageFull)) && saved.wrong.len() == 4);
        assert!(saved.block.is_outdated(title(Locale::Es)));
        // A short text has room.
        assert!(write(shop, member, COVER, tagline(SOURCE), "一").await.is_whole());
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
