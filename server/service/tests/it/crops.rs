//! Keeping a part of a picture: of a product, and of a part of the shop page.

use domain::{Actor, CropRefusal, Locale, MediaId, PictureRefusal, ProductId};
use service::studio::{self, CropForm, CropsView, PictureForm};
use service::{Error, Picture, retention};
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
    let name = media::file_name(&media::sha_of(&file("red")), 1200, media::Format::Jpeg);
    std::fs::remove_file(shop.place.folder().join("media").join(name)).unwrap();
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
