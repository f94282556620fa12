//! Photos in pieces for the shop page: the same as for a product (`uploads.rs`), and the place they go to.

use bytes::Bytes;
use domain::shop_page::{BlockKind, Field, Place};
use domain::{Actor, ErrorCode, MAX_PIECE, PictureRefusal, UploadState};
use service::studio::{self, NewPageUpload, ShopStep, UploadView};
use service::{Error, Picture, retention};
use testing::{TestShop, both};

use crate::pictures::{file, long_file, pieces};
use crate::shop_page::{COVER, SOURCE, bench, write};

const DAY: i64 = 86_400_000;
const PLACE: Place = Place::of(Field::Picture);

async fn begin(shop: &TestShop, actor: Actor, part: &str, at: &str, size: usize) -> Result<UploadView, Error> {
    let form = NewPageUpload {
        part: part.to_owned(),
        at: at.to_owned(),
        size: size.to_string(),
        file: "a.png/1/2".to_owned(),
    };
    studio::begin_page_upload(shop, actor, &form).await
}

async fn append(
    shop: &TestShop,
    actor: Actor,
    upload: &UploadView,
    file: &[u8],
    from: usize,
    to: usize,
) -> Result<UploadView, Error> {
    let piece = Bytes::copy_from_slice(&file[from..to]);
    studio::append_to_page(shop, actor, upload.id, from as u64, piece).await
}

/// Sends a photo for the cover, and lets it be made.
pub(crate) async fn send_to_cover(shop: &TestShop, actor: Actor, file: &[u8]) -> UploadView {
    let upload = begin(shop, actor, "1", "picture", file.len()).await.unwrap();
    append(shop, actor, &upload, file, 0, file.len()).await.unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    studio::find_page_upload(shop, actor, upload.id).await.unwrap()
}

/// What the cover of the draft shows.
pub(crate) async fn cover(shop: &TestShop, actor: Actor) -> String {
    let page = bench(shop, actor).await.page;
    page.document.block(COVER).unwrap().get(PLACE).to_owned()
}

both!(a_photo_in_pieces_goes_on_and_then_to_its_place, async |shop| {
    let member = shop.member_of("bees").await;
    let (file, before) = (long_file("red"), cover(shop, member).await);
    let upload = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    append(shop, member, &upload, &file, 0, MAX_PIECE).await.unwrap();
    let again = append(shop, member, &upload, &file, 0, MAX_PIECE).await;
    assert!(
        matches!(again, Err(Error::Refused(ErrorCode::InvalidTransition))),
        "{again:?}"
    );
    // The page was closed: the same file for the same place goes on, for another place it is another one.
    let found = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    assert_eq!((found.id, found.received), (upload.id, MAX_PIECE as u64));
    let other = begin(shop, member, "1", "", file.len()).await.unwrap();
    assert_ne!(other.id, upload.id);

    append(shop, member, &upload, &file, MAX_PIECE, 2 * MAX_PIECE)
        .await
        .unwrap();
    let whole = append(shop, member, &upload, &file, 2 * MAX_PIECE, file.len())
        .await
        .unwrap();
    assert_eq!((whole.state, whole.percent()), (UploadState::Waiting, 100));
    assert!(studio::make_next(shop).await.unwrap());
    let ready = studio::find_page_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(ready.state, UploadState::Ready);
    let shown = Picture::unpack(&cover(shop, member).await);
    assert_eq!((shown.key, shown.width, shown.height), (media::sha_of(&file), 400, 300));
    assert_eq!(pieces(shop), 0);
    let page = studio::photo_page(shop, member, Some(COVER)).await.unwrap();
    assert_eq!(page.uploads.len(), 1, "the other one still waits for its pieces");
    // It is an edit as any other.
    let edit = bench(shop, member).await.undo.unwrap().id;
    studio::undo_edit(shop, member, edit).await.unwrap();
    assert_eq!(cover(shop, member).await, before);
});

both!(what_somebody_put_there_meanwhile_stays, async |shop| {
    let member = shop.member_of("bees").await;
    let file = file("red");
    let upload = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    let choice = studio::block_editor(shop, member, SOURCE, COVER)
        .await
        .unwrap()
        .pictures;
    let chosen = choice[0].pack();
    assert!(write(shop, member, COVER, PLACE, &chosen).await.is_whole());
    append(shop, member, &upload, &file, 0, file.len()).await.unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    assert_eq!(cover(shop, member).await, chosen);
    // It can be chosen all the same.
    let choice = studio::block_editor(shop, member, SOURCE, COVER)
        .await
        .unwrap()
        .pictures;
    assert!(choice.iter().any(|picture| picture.key == media::sha_of(&file)));
});

both!(what_is_half_sent_is_taken_away_by_its_sender_alone, async |shop| {
    let member = shop.member_of("bees").await;
    let colleague = shop.cooperative_member("bees", domain::CooperativeRole::Editor).await;
    let file = long_file("red");
    let upload = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    append(shop, member, &upload, &file, 0, MAX_PIECE).await.unwrap();
    let page = studio::photo_page(shop, member, Some(COVER)).await.unwrap();
    assert_eq!(page.uploads[0].part, Some((COVER, Some(PLACE))));
    assert!(page.kinds.contains(&(COVER, BlockKind::Cover)));
    assert!(page.uploads[0].may_be_removed_by(member) && !page.uploads[0].may_be_removed_by(colleague));
    let theirs = studio::dismiss_page_upload(shop, colleague, upload.id).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
    for time in 1..=2 {
        let part = studio::dismiss_page_upload(shop, member, upload.id).await.unwrap();
        assert_eq!(part, Some(COVER), "{time}");
    }
    assert_eq!(pieces(shop), 0);
    let page = studio::photo_page(shop, member, Some(COVER)).await.unwrap();
    assert!(page.uploads.is_empty());
    let gone = studio::find_page_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(gone.reason, Some(PictureRefusal::Missing), "its file is not to blame");
    // The same file begins anew.
    let again = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    assert_ne!(again.id, upload.id);
});

both!(a_part_that_is_gone_takes_no_photo, async |shop| {
    let member = shop.member_of("bees").await;
    let step = ShopStep::Add(BlockKind::Gallery, None);
    let part = studio::take_step(shop, member, step).await.unwrap().unwrap();
    let file = file("green");
    let upload = begin(shop, member, &part.to_string(), "picture.2", file.len())
        .await
        .unwrap();
    append(shop, member, &upload, &file, 0, file.len()).await.unwrap();
    studio::take_step(shop, member, ShopStep::Remove(part)).await.unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    let ready = studio::find_page_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(ready.state, UploadState::Ready);
    assert_eq!(shop.number("SELECT count(*) FROM shop_pictures").await, 1);
});

both!(photos_for_a_page_keep_their_bounds_and_their_owner, async |shop| {
    let (member, other) = (shop.member_of("bees").await, shop.member_of("almonds").await);
    let file = long_file("red");
    let upload = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    for actor in [other, Actor::Anonymous] {
        let found = studio::find_page_upload(shop, actor, upload.id).await;
        assert!(matches!(found, Err(Error::NotFound)), "{found:?}");
        let sent = append(shop, actor, &upload, &file, 0, MAX_PIECE).await;
        assert!(matches!(sent, Err(Error::NotFound)), "{sent:?}");
    }
    // A number of this table is none of the other one.
    let among_goods = studio::find_upload(shop, member, upload.id).await;
    assert!(matches!(among_goods, Err(Error::NotFound)), "{among_goods:?}");
    for (from, to) in [(0, MAX_PIECE + 1), (0, 100), (0, 0)] {
        let refused = append(shop, member, &upload, &file, from, to).await;
        assert!(
            matches!(refused, Err(Error::Refused(ErrorCode::TooLarge))),
            "{from}..{to}"
        );
    }
    for size in [0, 25 * 1024 * 1024 + 1] {
        let refused = begin(shop, member, "1", "picture", size).await;
        assert!(matches!(refused, Err(Error::Fields(_))), "{refused:?}");
    }
    let heic = [b"\0\0\0\x18ftypheic", &[0; 988][..]].concat();
    let small = begin(shop, member, "1", "picture", heic.len()).await.unwrap();
    let refused = append(shop, member, &small, &heic, 0, heic.len()).await.unwrap();
    assert_eq!(refused.reason, Some(PictureRefusal::Heic));
    let theirs = studio::dismiss_page_upload(shop, other, small.id).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
    let part = studio::dismiss_page_upload(shop, member, small.id).await.unwrap();
    assert_eq!(part, Some(COVER));
});

both!(photos_for_a_page_that_nobody_ends_go_with_their_pieces, async |shop| {
    let member = shop.member_of("bees").await;
    let file = long_file("red");
    let upload = begin(shop, member, "1", "picture", file.len()).await.unwrap();
    append(shop, member, &upload, &file, 0, MAX_PIECE).await.unwrap();
    retention::sweep(shop).await.unwrap();
    assert_eq!(pieces(shop), 1);
    shop.clock.advance(DAY + 60_000);
    retention::sweep(shop).await.unwrap();
    assert_eq!(pieces(shop), 0);
    assert_eq!(shop.number("SELECT count(*) FROM page_uploads").await, 0);
});
