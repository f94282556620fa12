//! Pictures by cooperatives: added with a form, ordered, described, taken away; unused ones are cleared. Those that come in
//! pieces are in `uploads.rs`.

use bytes::Bytes;
use domain::{
    Actor, CooperativeRole, ErrorCode, Locale, MAX_PIECE, MediaId, PictureRefusal, ProductId, TranslationState,
};
use service::studio::{self, PictureForm};
use service::{Error, catalog, unused_pictures};
use testing::{Snapshot, TestShop, both};

use crate::uploads::{append, begin};

const DAY: i64 = 86_400_000;

/// A picture file, another one for each colour.
pub(crate) fn file(colour: &str) -> Vec<u8> {
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="{colour}"/></svg>"#
    );
    media::rasterise(svg.as_bytes(), 400).unwrap()
}

/// The same with bytes behind its end, as phones append them: several pieces long.
pub(crate) fn long_file(colour: &str) -> Vec<u8> {
    let mut file = file(colour);
    file.resize(2 * MAX_PIECE + 70_000, 7);
    file
}

pub(crate) async fn send(
    shop: &TestShop,
    actor: Actor,
    product: ProductId,
    file: &[u8],
) -> Result<Option<PictureRefusal>, Error> {
    let mut incoming = studio::receive_picture(shop, actor, product).await?;
    for part in file.chunks(10_000) {
        incoming.push(part).await?;
    }
    Ok(studio::add_picture(shop, actor, incoming).await?.err())
}

pub(crate) async fn ids(shop: &TestShop, actor: Actor, product: ProductId) -> Vec<MediaId> {
    let page = studio::pictures(shop, actor, Locale::Ug, product).await.unwrap();
    page.pictures.iter().map(|picture| picture.id).collect()
}

fn asks(command: &str) -> PictureForm {
    PictureForm {
        command: command.to_owned(),
        ..PictureForm::default()
    }
}

/// What lies where pictures are kept and is no size of one, nor what one is cropped from.
pub(crate) fn pieces(shop: &TestShop) -> usize {
    let folder = std::fs::read_dir(shop.place.folder().join("media")).unwrap();
    folder
        .filter(|file| {
            let name = file.as_ref().unwrap().file_name();
            let name = name.to_str().unwrap();
            !media::is_file_name(name) && !name.starts_with("original-")
        })
        .count()
}

both!(a_picture_of_a_form_is_shown_at_once, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    assert_eq!(send(shop, member, product, &file("red")).await.unwrap(), None);
    let page = catalog::find_product(shop, Locale::Ug, "badam-kernel")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(page.pictures.len(), 2);
    let added = &page.pictures[1];
    assert_eq!((added.width, added.height), (400, 300));
    let name = media::file_name(&added.key, 640, media::Format::Webp);
    assert!(shop.pictures().read(&name).await.unwrap().is_some());
    assert_eq!(pieces(shop), 0);
    // The same file again is the same picture, and who sends it is told so.
    let known = Some(PictureRefusal::Known);
    assert_eq!(send(shop, member, product, &file("red")).await.unwrap(), known);
    let again = file("red");
    let upload = begin(shop, member, product, "again", again.len()).await.unwrap();
    append(shop, member, upload.id, &again, 0, again.len()).await.unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    assert_eq!(
        studio::find_upload(shop, member, upload.id).await.unwrap().reason,
        known
    );
    assert_eq!(ids(shop, member, product).await.len(), 2);
});

both!(what_is_no_picture_is_refused_with_its_reason, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let cut = &file("red")[..300];
    let before = Snapshot::of(shop).await;
    for (file, refusal) in [
        (
            &b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"[..],
            PictureRefusal::NotAPicture,
        ),
        (b"<html><script>alert(1)</script>", PictureRefusal::NotAPicture),
        (b"GIF89a......", PictureRefusal::NotAPicture),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", PictureRefusal::Heic),
        (cut, PictureRefusal::Damaged),
        (b"", PictureRefusal::Missing),
        (&vec![0xff; 25 * 1024 * 1024 + 1], PictureRefusal::TooManyBytes),
    ] {
        assert_eq!(send(shop, member, product, file).await.unwrap(), Some(refusal));
    }
    // A file that was chosen and holds nothing.
    let mut empty = studio::receive_picture(shop, member, product).await.unwrap();
    empty.choose();
    let refused = studio::add_picture(shop, member, empty).await.unwrap();
    assert_eq!(refused, Err(PictureRefusal::Empty));
    assert!(Snapshot::of(shop).await.changed_since(&before).is_empty());
    assert_eq!(pieces(shop), 0, "nothing is left of them");
});

both!(a_form_that_breaks_off_leaves_nothing, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let mut incoming = studio::receive_picture(shop, member, product).await.unwrap();
    incoming.push(&long_file("red")).await.unwrap();
    assert!(pieces(shop) > 0);
    drop(incoming);
    for _ in 0..200 {
        if pieces(shop) == 0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("pieces are left");
});

both!(pictures_are_ordered_and_taken_away, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    for colour in ["red", "green"] {
        send(shop, member, product, &file(colour)).await.unwrap();
    }
    let [goods, red, green] = ids(shop, member, product).await[..] else {
        panic!("three pictures");
    };
    let change = async |id, command| studio::change_picture(shop, member, product, id, &asks(command)).await;
    change(green, "first").await.unwrap();
    assert_eq!(ids(shop, member, product).await, [green, goods, red]);
    change(red, "up").await.unwrap();
    assert_eq!(ids(shop, member, product).await, [green, red, goods]);
    change(green, "down").await.unwrap();
    assert_eq!(ids(shop, member, product).await, [red, green, goods]);
    // Lists show the first one.
    let first = catalog::find_product(shop, Locale::Zh, "badam-kernel")
        .await
        .unwrap()
        .unwrap();
    let query = catalog::ListQuery::new(Locale::Zh);
    let list = catalog::list(shop, &query).await.unwrap();
    let card = list.cards.iter().find(|card| card.id == product).unwrap();
    assert_eq!(card.picture, first.pictures[0]);

    change(red, "remove").await.unwrap();
    change(green, "remove").await.unwrap();
    let last = change(goods, "remove").await;
    assert!(matches!(last, Err(Error::Refused(ErrorCode::LastPicture))), "{last:?}");
    assert!(matches!(change(red, "up").await, Err(Error::NotFound)), "it is gone");
    assert!(matches!(
        change(goods, "explode").await,
        Err(Error::Refused(ErrorCode::Invalid))
    ));
    assert_eq!(ids(shop, member, product).await, [goods]);
});

both!(words_of_a_picture_follow_their_source, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let id = ids(shop, member, product).await[0];
    let save = async |texts: &[(Locale, &str)], right: &[&str]| {
        let page = studio::picture(shop, member, Locale::Ug, product, id).await.unwrap();
        let form = PictureForm {
            version: page.version.to_string(),
            descriptions: texts.iter().map(|(lang, text)| (*lang, (*text).to_owned())).collect(),
            right: right.iter().map(|field| (*field).to_owned()).collect(),
            ..asks("describe")
        };
        studio::change_picture(shop, member, product, id, &form).await
    };
    let state = async |lang| {
        let page = studio::picture(shop, member, Locale::Ug, product, id).await.unwrap();
        page.descriptions.iter().find(|text| text.lang == lang).unwrap().state
    };
    save(&[(Locale::Ug, "بىر چىنە بادام"), (Locale::Es, "Un cuenco")], &[])
        .await
        .unwrap();
    assert_eq!(state(Locale::Ug).await, Some(TranslationState::Source));
    assert_eq!(state(Locale::Es).await, Some(TranslationState::Human));
    save(&[(Locale::Ug, "ئىككى چىنە بادام")], &[]).await.unwrap();
    assert_eq!(state(Locale::Es).await, Some(TranslationState::Outdated));
    save(&[(Locale::Es, "Un cuenco")], &["alt-es"]).await.unwrap();
    assert_eq!(state(Locale::Es).await, Some(TranslationState::Human));

    // The shop reads it aloud in its own language only.
    let texts = async |locale| {
        let page = catalog::find_product(shop, locale, "badam-kernel")
            .await
            .unwrap()
            .unwrap();
        page.picture_texts[0].clone()
    };
    assert_eq!(texts(Locale::Es).await.as_deref(), Some("Un cuenco"));
    assert_eq!(texts(Locale::Zh).await, None);
    // Not with the other product that shows the same picture.
    let other = shop.product("last-sack").await;
    assert_eq!(ids(shop, member, other).await, [id]);
    let page = studio::picture(shop, member, Locale::Ug, other, id).await.unwrap();
    assert!(page.descriptions.iter().all(|text| text.text.is_empty()));

    let long = "x".repeat(500);
    assert!(matches!(save(&[(Locale::Zh, &long)], &[]).await, Err(Error::Fields(_))));
    let stale = PictureForm {
        version: "0".to_owned(),
        ..asks("describe")
    };
    let overtaken = studio::change_picture(shop, member, product, id, &stale).await;
    assert!(matches!(overtaken, Err(Error::Refused(ErrorCode::InvalidTransition))));
});

both!(anothers_pictures_are_not_there, async |shop| {
    let (product, owner) = (shop.product("badam-kernel").await, shop.member_of("almonds").await);
    let id = ids(shop, owner, product).await[0];
    let upload = begin(shop, owner, product, "a.jpg", 100).await.unwrap();
    let colleague = shop.cooperative_member("almonds", CooperativeRole::Editor).await;
    let strangers = [
        Actor::Anonymous,
        Actor::Shopper,
        shop.of_centre().await,
        shop.member_of("bees").await,
        shop.cooperative_member("almonds", CooperativeRole::Packer).await,
    ];
    let before = Snapshot::of(shop).await;
    for actor in strangers {
        let missing = [
            studio::pictures(shop, actor, Locale::Ug, product).await.err(),
            studio::picture(shop, actor, Locale::Ug, product, id).await.err(),
            studio::change_picture(shop, actor, product, id, &asks("remove"))
                .await
                .err(),
            studio::receive_picture(shop, actor, product).await.err(),
            begin(shop, actor, product, "a.jpg", 100).await.err(),
            studio::find_upload(shop, actor, upload.id).await.err(),
            studio::append(shop, actor, upload.id, 0, Bytes::from(file("red")))
                .await
                .err(),
        ];
        for error in missing {
            assert!(matches!(error, Some(Error::NotFound)), "{actor:?}: {error:?}");
        }
    }
    // What somebody sends is theirs alone, also among colleagues.
    let theirs = studio::find_upload(shop, colleague, upload.id).await;
    assert!(matches!(theirs, Err(Error::NotFound)));
    // A picture that the product does not have.
    let other = studio::picture(shop, owner, Locale::Ug, product, MediaId(9_999)).await;
    assert!(matches!(other, Err(Error::NotFound)));
    assert!(Snapshot::of(shop).await.changed_since(&before).is_empty());
});

both!(what_stays_keeps_nothing_else_from_being_cleared, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    // More than are looked at at a time, all of them named by a setting, and before the one that goes.
    let kept: Vec<String> = (0..501).map(|number| format!("kept-{number:03}")).collect();
    let rows: Vec<String> = kept.iter().map(|sha| format!("('{sha}', 1, 1, 0)")).collect();
    shop.execute(format!(
        "INSERT INTO media (sha, width, height, created_at) VALUES {}",
        rows.join(",")
    ))
    .await;
    shop.execute(format!(
        "INSERT INTO settings (name, value) VALUES ('kept-pictures', '{}')",
        kept.join(" ")
    ))
    .await;
    send(shop, member, product, &file("red")).await.unwrap();
    let [_, red] = ids(shop, member, product).await[..] else {
        panic!("two pictures");
    };
    studio::change_picture(shop, member, product, red, &asks("remove"))
        .await
        .unwrap();
    shop.clock.advance(400 * DAY);
    assert_eq!(unused_pictures::clear_unused(shop).await.unwrap().rows, 1);
    let gone = format!("SELECT count(*) FROM media WHERE id = {red}");
    assert_eq!(shop.number(&gone).await, 0);
    let left = "SELECT count(*) FROM media WHERE sha LIKE 'kept-%'";
    assert_eq!(shop.number(left).await, 501);
});

both!(pictures_nothing_shows_are_cleared_away, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let count = async || shop.number("SELECT count(*) FROM media").await;
    let seeded = count().await;
    send(shop, member, product, &file("red")).await.unwrap();
    send(shop, member, product, &file("green")).await.unwrap();
    let [_, red, green] = ids(shop, member, product).await[..] else {
        panic!("three pictures");
    };
    studio::change_picture(shop, member, product, red, &asks("first"))
        .await
        .unwrap();
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    for id in [red, green] {
        studio::change_picture(shop, member, product, id, &asks("remove"))
            .await
            .unwrap();
    }
    // One that an order shows stays.
    let key = |id: MediaId| format!("SELECT count(*) FROM media WHERE id = {id}");
    shop.execute(format!(
        "UPDATE order_lines SET picture = (SELECT sha || ':' || width || ':' || height FROM media WHERE id = {red})"
    ))
    .await;
    assert_eq!(
        unused_pictures::clear_unused(shop).await.unwrap().rows,
        0,
        "it may be asked for in a moment"
    );
    std::fs::write(shop.place.folder().join("media/upload-00-0.piece"), "x").unwrap();
    std::fs::write(shop.place.folder().join("media/of-somebody-else"), "x").unwrap();
    shop.clock.advance(400 * DAY);
    let cleared = unused_pictures::clear_unused(shop).await.unwrap();
    assert_eq!(cleared.rows, 1);
    assert_eq!(
        cleared.files,
        11 + 1 + 1,
        "its sizes, what it was cropped from, a piece"
    );
    assert_eq!(shop.number(&key(red)).await, 1);
    assert_eq!(shop.number(&key(green)).await, 0);
    assert_eq!(count().await, seeded + 1, "what the district shows is there");
    assert_eq!(pieces(shop), 1, "what is not ours is left alone");
    let page = catalog::find_product(shop, Locale::Ug, "badam-kernel")
        .await
        .unwrap()
        .unwrap();
    assert!(shop.pictures().has(&page.pictures[0].key).await.unwrap());
});

both!(pictures_that_come_at_once_are_all_there, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let (red, green, blue) = (file("red"), file("green"), file("blue"));
    let answers = tokio::join!(
        send(shop, member, product, &red),
        send(shop, member, product, &green),
        send(shop, member, product, &blue),
        send(shop, member, product, &red),
    );
    assert!(matches!(answers, (_, Ok(None), Ok(None), _)), "{answers:?}");
    let mut reds = [answers.0.unwrap(), answers.3.unwrap()];
    reds.sort_by_key(Option::is_some);
    assert_eq!(reds, [None, Some(PictureRefusal::Known)]);
    assert_eq!(ids(shop, member, product).await.len(), 4);
});
