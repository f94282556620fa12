//! Keeping a part of a picture: of a product, and of a part of the shop page.

use domain::{Actor, CropRefusal, Locale, MediaId, PictureRefusal, ProductId};
use service::studio::{self, CropForm, CropsView, PictureForm};
use service::{Error, Picture, retention, unused_pictures};
use testing::{Snapshot, TestShop, both};

use crate::page_uploads::{cover, send_to_cover};
use crate::pictures::{file, ids, send};
use crate::shop_page::{COVER, SOURCE, write};

const DAY: i64 = 86_400_000;

fn square() -> CropForm {
    CropForm {
        shape: "square".to_owned(),
        keep: "first".to_owned(),
        ..CropForm::default()
    }
}

fn frame(x: u16, y: u16, width: u16, height: u16) -> CropForm {
    CropForm {
        x: x.to_string(),
        y: y.to_string(),
        width: width.to_string(),
        height: height.to_string(),
        ..CropForm::default()
    }
}

/// A red photo behind the others, 400 × 300 pixels.
async fn red(shop: &TestShop, actor: Actor, product: ProductId) -> MediaId {
    assert_eq!(send(shop, actor, product, &file("red")).await.unwrap(), None);
    *ids(shop, actor, product).await.last().unwrap()
}

async fn describe(shop: &TestShop, actor: Actor, product: ProductId, id: MediaId, words: &str) {
    let page = studio::picture(shop, actor, Locale::Ug, product, id).await.unwrap();
    let form = PictureForm {
        command: "describe".to_owned(),
        version: page.version.to_string(),
        descriptions: vec![(Locale::Es, words.to_owned())],
        ..PictureForm::default()
    };
    studio::change_picture(shop, actor, product, id, &form).await.unwrap();
}

both!(
    what_is_kept_takes_the_place_of_the_picture_with_its_words,
    async |shop| {
        let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
        let old = red(shop, member, product).await;
        describe(shop, member, product, old, "Un cuenco").await;
        assert_eq!(send(shop, member, product, &file("green")).await.unwrap(), None);
        let before = ids(shop, member, product).await;

        let asked = studio::crop_picture(shop, member, product, old, &square())
            .await
            .unwrap();
        assert_eq!(asked, Ok(()));
        // Asked for twice it is made once.
        studio::crop_picture(shop, member, product, old, &square())
            .await
            .unwrap()
            .unwrap();
        // Asked for otherwise meanwhile it is told.
        let other = studio::crop_picture(shop, member, product, old, &frame(0, 0, 600, 1000)).await;
        assert_eq!(other.unwrap(), Err(CropRefusal::Already));
        let page = studio::pictures(shop, member, Locale::Es, product).await.unwrap();
        assert_eq!(page.crops.open, 1);
        assert_eq!(ids(shop, member, product).await, before, "not before it is made");

        assert!(studio::make_next(shop).await.unwrap());
        assert!(!studio::make_next(shop).await.unwrap());
        let page = studio::pictures(shop, member, Locale::Es, product).await.unwrap();
        assert_eq!(page.crops, CropsView::default());
        let after: Vec<MediaId> = page.pictures.iter().map(|picture| picture.id).collect();
        assert_eq!((after.len(), after[0], after[2]), (3, before[0], before[2]));
        assert_ne!(after[1], old);
        let new = &page.pictures[1];
        assert_eq!((new.picture.width, new.picture.height), (300, 300));
        assert_eq!(new.description.as_ref().unwrap().text, "Un cuenco");
        let name = media::file_name(&new.picture.key, 640, media::Format::Webp);
        assert!(shop.pictures().read(&name).await.unwrap().is_some());
        // The old one is none of this product's any more.
        let gone = studio::crop_picture(shop, member, product, old, &square()).await;
        assert_eq!(gone.unwrap(), Err(CropRefusal::Replaced), "cropped in another tab");
        assert_eq!(
            shop.number("SELECT count(*) FROM audit_events WHERE action = 'picture.crop'")
                .await,
            1
        );
        shop.clock.advance(DAY + 60_000);
        retention::sweep(shop).await.unwrap();
        assert_eq!(shop.number("SELECT count(*) FROM picture_crops").await, 0);
    }
);

/// The files that pictures are cropped from.
fn originals(shop: &TestShop) -> Vec<String> {
    let folder = std::fs::read_dir(shop.place.folder().join("media")).unwrap();
    let names = folder.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("original-")).collect()
}

/// Has a part of the picture at the end of a product's kept, and answers what stands there then.
async fn crop_last(shop: &TestShop, actor: Actor, product: ProductId, form: &CropForm) -> MediaId {
    let last = *ids(shop, actor, product).await.last().unwrap();
    let asked = studio::crop_picture(shop, actor, product, last, form).await;
    assert_eq!(asked.unwrap(), Ok(()), "{form:?}");
    assert!(studio::make_next(shop).await.unwrap());
    *ids(shop, actor, product).await.last().unwrap()
}

async fn size_of(shop: &TestShop, actor: Actor, product: ProductId, id: MediaId) -> (u32, u32) {
    let page = studio::picture(shop, actor, Locale::Ug, product, id).await.unwrap();
    (page.picture.width, page.picture.height)
}

both!(a_picture_is_cropped_anew_from_what_was_sent, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let sent = red(shop, member, product).await;
    let part = crop_last(shop, member, product, &frame(500, 0, 500, 1000)).await;
    assert_eq!(size_of(shop, member, product, part).await, (200, 300));
    let page = studio::picture(shop, member, Locale::Ug, product, part).await.unwrap();
    assert!(page.source_picture.is_cropped());
    assert_eq!(page.source_picture.size, (400, 300));
    assert_eq!(page.source_picture.frame.thousandths(), [500, 0, 500, 1000]);

    // The same again is nothing new, and both halves are there to choose from.
    let same = studio::crop_picture(shop, member, product, part, &frame(500, 0, 500, 1000)).await;
    assert_eq!(same.unwrap(), Err(CropRefusal::Same));
    let wider = crop_last(shop, member, product, &frame(0, 0, 900, 1000)).await;
    assert_eq!(size_of(shop, member, product, wider).await, (360, 300));
    let whole = CropForm {
        whole: "1".to_owned(),
        ..square()
    };
    let again = crop_last(shop, member, product, &whole).await;
    assert_eq!(size_of(shop, member, product, again).await, (400, 300));
    let page = studio::picture(shop, member, Locale::Ug, product, again).await.unwrap();
    assert!(!page.source_picture.is_cropped());
    let nothing = studio::crop_picture(shop, member, product, again, &whole).await;
    assert_eq!(nothing.unwrap(), Err(CropRefusal::Nothing));

    // It is kept for as long as a picture is a part of it, and no longer.
    assert_eq!(originals(shop).len(), 2, "the file, and a size of it for pages");
    crop_last(shop, member, product, &square()).await;
    shop.clock.advance(400 * DAY);
    unused_pictures::clear_unused(shop).await.unwrap();
    assert_eq!(originals(shop).len(), 2);
    let rows = "SELECT count(*) FROM picture_originals";
    assert_eq!(shop.number(rows).await, 1);
    assert_eq!(
        shop.number(&format!("SELECT count(*) FROM media WHERE id = {sent}"))
            .await,
        0
    );
    let remove = PictureForm {
        command: "remove".to_owned(),
        ..PictureForm::default()
    };
    let last = *ids(shop, member, product).await.last().unwrap();
    studio::change_picture(shop, member, product, last, &remove)
        .await
        .unwrap();
    shop.clock.advance(DAY + 60_000);
    unused_pictures::clear_unused(shop).await.unwrap();
    assert_eq!(originals(shop), Vec::<String>::new());
    assert_eq!(shop.number(rows).await, 0);
});

both!(what_was_cut_off_is_seen_by_its_cooperative_alone, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    red(shop, member, product).await;
    let part = crop_last(shop, member, product, &square()).await;
    let file = studio::original_picture(shop, member, product, part).await.unwrap();
    assert!(file.starts_with(b"\xff\xd8"), "a JPEG");
    for actor in [shop.member_of("bees").await, Actor::Anonymous] {
        let theirs = studio::original_picture(shop, actor, product, part).await;
        assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
    }
    // The goods go to somebody else: what was cut off does not go with them.
    let bees = shop.cooperative("bees").await;
    shop.execute(format!(
        "UPDATE products SET cooperative_id = {bees} WHERE id = {product}"
    ))
    .await;
    let new = shop.member_of("bees").await;
    let theirs = studio::original_picture(shop, new, product, part).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
    let page = studio::picture(shop, new, Locale::Ug, product, part).await.unwrap();
    assert!(!page.source_picture.is_cropped());
});

both!(a_picture_of_before_is_cropped_from_what_is_there, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    red(shop, member, product).await;
    shop.execute("DELETE FROM picture_originals").await;
    let part = crop_last(shop, member, product, &frame(0, 0, 500, 1000)).await;
    assert_eq!(size_of(shop, member, product, part).await, (200, 300));
    // From now on nothing is lost.
    let whole = CropForm {
        whole: "1".to_owned(),
        ..CropForm::default()
    };
    let again = crop_last(shop, member, product, &whole).await;
    assert_eq!(size_of(shop, member, product, again).await, (400, 300));
});

both!(what_cannot_be_kept_so_changes_nothing, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let id = red(shop, member, product).await;
    let bees = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    for (form, refusal) in [
        (CropForm::default(), CropRefusal::Nothing),
        (frame(0, 0, 1000, 1000), CropRefusal::Nothing),
        // Of 400 pixels 499 thousandths are 199.6, which is 200; 496 are 198.
        (frame(0, 0, 496, 1000), CropRefusal::TooSmall),
        (frame(0, 0, 1000, 600), CropRefusal::TooSmall),
        (frame(600, 0, 500, 1000), CropRefusal::Outside),
    ] {
        let asked = studio::crop_picture(shop, member, product, id, &form).await.unwrap();
        assert_eq!(asked, Err(refusal), "{form:?}");
    }
    for actor in [bees, Actor::Anonymous] {
        let theirs = studio::crop_picture(shop, actor, product, id, &square()).await;
        assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
    }
    before.assert_unchanged(shop).await;
});

both!(
    a_picture_that_is_taken_away_meanwhile_is_not_brought_back,
    async |shop| {
        let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
        let id = red(shop, member, product).await;
        studio::crop_picture(shop, member, product, id, &square())
            .await
            .unwrap()
            .unwrap();
        let remove = PictureForm {
            command: "remove".to_owned(),
            ..PictureForm::default()
        };
        studio::change_picture(shop, member, product, id, &remove)
            .await
            .unwrap();
        assert!(studio::make_next(shop).await.unwrap());
        assert_eq!(ids(shop, member, product).await.len(), 1);
        // Nothing became of it, and nobody is told that something did.
        let cropped = "SELECT count(*) FROM audit_events WHERE action = 'picture.crop'";
        assert_eq!(shop.number(cropped).await, 0);
        let page = studio::pictures(shop, member, Locale::Es, product).await.unwrap();
        assert_eq!(page.crops, CropsView::default());
    }
);

both!(a_file_that_is_lost_is_said, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let id = red(shop, member, product).await;
    studio::crop_picture(shop, member, product, id, &square())
        .await
        .unwrap()
        .unwrap();
    for name in originals(shop) {
        std::fs::remove_file(shop.place.folder().join("media").join(name)).unwrap();
    }
    assert!(studio::make_next(shop).await.unwrap());
    let page = studio::pictures(shop, member, Locale::Ug, product).await.unwrap();
    assert_eq!(page.crops.refused, [PictureRefusal::Damaged]);
    assert_eq!(page.pictures.len(), 2);
});

both!(what_waits_for_the_centre_waits_cropped_too, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let old = red(shop, member, product).await;
    describe(shop, member, product, old, "Un cuenco").await;
    shop.execute("UPDATE cooperatives SET needs_confirmation = (1 = 1)")
        .await;
    shop.catch_up().await.unwrap();
    studio::crop_picture(shop, member, product, old, &square())
        .await
        .unwrap()
        .unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    let public = format!("SELECT count(*) FROM product_media WHERE media_id = {old}");
    assert_eq!(shop.number(&public).await, 1, "buyers see the old one");
    let page = studio::pictures(shop, member, Locale::Es, product).await.unwrap();
    let new = &page.pictures[1];
    assert_eq!((new.picture.width, new.picture.height), (300, 300));
    assert_eq!(new.description.as_ref().unwrap().text, "Un cuenco");
    assert_eq!(shop.number("SELECT count(*) FROM product_proposals").await, 1);
});

both!(a_photo_of_the_page_is_cropped_at_its_place, async |shop| {
    let member = shop.member_of("bees").await;
    send_to_cover(shop, member, &file("red")).await;
    let asked = studio::crop_shop_picture(shop, member, COVER, "picture", &frame(250, 0, 500, 1000)).await;
    assert_eq!(asked.unwrap(), Ok(()));
    let part = studio::block_editor(shop, member, SOURCE, COVER).await.unwrap();
    assert_eq!(part.crops.open, 1);
    assert!(studio::make_next(shop).await.unwrap());
    let shown = Picture::unpack(&cover(shop, member).await);
    assert_eq!((shown.width, shown.height), (200, 300));

    // A form that was made for the picture before is told so.
    let late = CropForm {
        seen: media::sha_of(&file("red")),
        ..square()
    };
    let asked = studio::crop_shop_picture(shop, member, COVER, "picture", &late).await;
    assert_eq!(asked.unwrap(), Err(CropRefusal::Replaced));

    // Another one was chosen meanwhile: it stays.
    let asked = studio::crop_shop_picture(shop, member, COVER, "picture", &frame(0, 0, 1000, 700)).await;
    assert_eq!(asked.unwrap(), Ok(()));
    let choice = studio::block_editor(shop, member, SOURCE, COVER)
        .await
        .unwrap()
        .pictures;
    let other = choice.iter().find(|picture| picture.key != shown.key).unwrap().pack();
    write(
        shop,
        member,
        COVER,
        domain::shop_page::Place::of(domain::shop_page::Field::Picture),
        &other,
    )
    .await;
    assert!(studio::make_next(shop).await.unwrap());
    assert_eq!(cover(shop, member).await, other);

    for at in ["", "tagline-zh", "picture.1", "nothing"] {
        let nowhere = studio::shop_crop(shop, member, COVER, at).await.err();
        assert!(matches!(nowhere, Some(Error::NotFound)), "{at}");
    }
    let theirs = studio::crop_shop_picture(shop, Actor::Anonymous, COVER, "picture", &square()).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
});
