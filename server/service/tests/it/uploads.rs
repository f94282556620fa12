//! Pictures that come in pieces: where they go on, their bounds, and what becomes of them.

use bytes::Bytes;
use domain::{Actor, ErrorCode, Locale, MAX_PICTURES, MAX_PIECE, PictureRefusal, ProductId, UploadId, UploadState};
use service::studio::{self, NewUpload, UploadView};
use service::{Error, retention};
use testing::{Snapshot, TestShop, both};

use crate::pictures::{file, ids, long_file, pieces, send};

const DAY: i64 = 86_400_000;

pub(crate) async fn begin(
    shop: &TestShop,
    actor: Actor,
    product: ProductId,
    name: &str,
    size: usize,
) -> Result<UploadView, Error> {
    let form = NewUpload {
        product: product.to_string(),
        size: size.to_string(),
        file: name.to_owned(),
    };
    studio::begin_upload(shop, actor, &form).await
}

pub(crate) async fn append(
    shop: &TestShop,
    actor: Actor,
    id: UploadId,
    file: &[u8],
    from: usize,
    to: usize,
) -> Result<UploadView, Error> {
    let piece = Bytes::copy_from_slice(&file[from..to]);
    studio::append(shop, actor, id, from as u64, piece).await
}

both!(a_file_in_pieces_goes_on_where_it_stopped, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let file = long_file("red");
    let upload = begin(shop, member, product, "a.png 1", file.len()).await.unwrap();
    assert_eq!((upload.state, upload.received), (UploadState::Receiving, 0));
    let first = append(shop, member, upload.id, &file, 0, MAX_PIECE).await.unwrap();
    assert_eq!(first.received, MAX_PIECE as u64);
    // The answer was lost: the same piece again is told where the upload stands.
    let again = append(shop, member, upload.id, &file, 0, MAX_PIECE).await;
    assert!(matches!(again, Err(Error::Refused(ErrorCode::InvalidTransition))));
    // Another day's sitting: the same file is known by its name, size and date.
    let found = begin(shop, member, product, "a.png 1", file.len()).await.unwrap();
    assert_eq!((found.id, found.received), (upload.id, MAX_PIECE as u64));
    assert_ne!(
        begin(shop, member, product, "a.png 2", file.len()).await.unwrap().id,
        upload.id
    );

    append(shop, member, upload.id, &file, MAX_PIECE, 2 * MAX_PIECE)
        .await
        .unwrap();
    assert!(!studio::make_next(shop).await.unwrap(), "nothing is whole");
    let whole = append(shop, member, upload.id, &file, 2 * MAX_PIECE, file.len())
        .await
        .unwrap();
    assert_eq!((whole.state, whole.percent()), (UploadState::Waiting, 100));
    assert!(studio::make_next(shop).await.unwrap());
    let ready = studio::find_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(ready.state, UploadState::Ready);
    assert_eq!(ids(shop, member, product).await.len(), 2);
    assert_eq!(pieces(shop), 0);
    assert!(!studio::make_next(shop).await.unwrap());
    let page = studio::pictures(shop, member, Locale::Ug, product).await.unwrap();
    assert_eq!(page.uploads.len(), 1, "the other one still waits for its pieces");
});

both!(
    what_the_centre_sends_for_a_cooperative_is_signed_as_the_centres,
    async |shop| {
        let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
        let (Actor::Cooperative { user, cooperative, .. }, file) = (member, file("red")) else {
            panic!("{member:?}");
        };
        let support = Actor::Support { user, cooperative };
        let upload = begin(shop, support, product, "a.png", file.len()).await.unwrap();
        append(shop, support, upload.id, &file, 0, file.len()).await.unwrap();
        assert!(studio::make_next(shop).await.unwrap());
        let signed = "SELECT COUNT(*) FROM audit_events WHERE action = 'picture.add' AND actor LIKE 'support:%'";
        assert_eq!(shop.number(signed).await, 1);
    }
);

both!(pieces_keep_their_bounds, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let file = long_file("red");
    let upload = begin(shop, member, product, "a", file.len()).await.unwrap();
    let before = Snapshot::of(shop).await;
    for (from, to) in [(0, MAX_PIECE + 1), (0, 100), (0, 0)] {
        let refused = append(shop, member, upload.id, &file, from, to).await;
        assert!(
            matches!(refused, Err(Error::Refused(ErrorCode::TooLarge))),
            "{from}..{to}"
        );
    }
    let ahead = append(shop, member, upload.id, &file, MAX_PIECE, 2 * MAX_PIECE).await;
    assert!(matches!(ahead, Err(Error::Refused(ErrorCode::InvalidTransition))));
    let small = begin(shop, member, product, "small", 1_000).await.unwrap();
    let beyond = append(shop, member, small.id, &file, 0, 20_000).await;
    assert!(matches!(beyond, Err(Error::Refused(ErrorCode::TooLarge))));
    for size in [0, 25 * 1024 * 1024 + 1] {
        assert!(matches!(
            begin(shop, member, product, "b", size).await,
            Err(Error::Fields(_))
        ));
    }
    assert_eq!(
        Snapshot::of(shop).await.changed_since(&before),
        ["uploads"],
        "but for the small one"
    );
    // What is no picture is told so with its first piece.
    let heic = [b"\0\0\0\x18ftypheic", &[0; 988][..]].concat();
    let refused = append(shop, member, small.id, &heic, 0, 1_000).await.unwrap();
    assert_eq!(
        (refused.state, refused.reason),
        (UploadState::Refused, Some(PictureRefusal::Heic))
    );
    assert_eq!(pieces(shop), 0);
});

both!(what_cannot_be_made_says_why, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let cut = &file("red")[..300];
    let upload = begin(shop, member, product, "cut", cut.len()).await.unwrap();
    append(shop, member, upload.id, cut, 0, cut.len()).await.unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    let refused = studio::find_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(
        (refused.state, refused.reason),
        (UploadState::Refused, Some(PictureRefusal::Damaged))
    );

    for number in 1..MAX_PICTURES {
        send(shop, member, product, &file(&format!("#0000{number:02x}")))
            .await
            .unwrap();
    }
    let full = send(shop, member, product, &file("red")).await;
    assert!(matches!(full, Err(Error::Refused(ErrorCode::PicturesFull))), "{full:?}");
    let one_more = file("red");
    let upload = begin(shop, member, product, "one more", one_more.len()).await.unwrap();
    append(shop, member, upload.id, &one_more, 0, one_more.len())
        .await
        .unwrap();
    assert!(studio::make_next(shop).await.unwrap());
    let refused = studio::find_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(refused.reason, Some(PictureRefusal::Full));
    assert_eq!(ids(shop, member, product).await.len(), MAX_PICTURES);
    assert_eq!(pieces(shop), 0);
});

both!(
    what_was_refused_is_said_until_it_was_read_or_the_next_is_there,
    async |shop| {
        let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
        let heic = [b"\0\0\0\x18ftypheic", &[0; 988][..]].concat();
        let refuse = async |name: &str| {
            let upload = begin(shop, member, product, name, heic.len()).await.unwrap();
            append(shop, member, upload.id, &heic, 0, heic.len()).await.unwrap().id
        };
        let shown = async || {
            let page = studio::pictures(shop, member, Locale::Ug, product).await.unwrap();
            page.uploads
                .into_iter()
                .map(|upload| upload.file_name)
                .collect::<Vec<_>>()
        };
        let first = refuse("IMG/1.HEIC/1000/17").await;
        refuse("two.heic/1000/18").await;
        assert_eq!(shown().await, ["two.heic", "IMG/1.HEIC"]);
        let bees = shop.member_of("bees").await;
        let theirs = studio::dismiss_upload(shop, bees, first).await;
        assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
        assert_eq!(studio::dismiss_upload(shop, member, first).await.unwrap(), product);
        assert_eq!(shown().await, ["two.heic"]);
        send(shop, member, product, &file("red")).await.unwrap();
        assert!(shown().await.is_empty());
        refuse("three").await;
        assert_eq!(shown().await, ["three"]);
        // What is on its way is taken away by who sent it.
        let open = begin(shop, member, product, "four", 1_000).await.unwrap().id;
        let colleague = shop
            .cooperative_member("almonds", domain::CooperativeRole::Editor)
            .await;
        let theirs = studio::dismiss_upload(shop, colleague, open).await;
        assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
        assert_eq!(studio::dismiss_upload(shop, member, open).await.unwrap(), product);
        assert_eq!(shown().await, ["three"]);
    }
);

both!(a_program_that_ended_in_between_is_made_good_for, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let file = file("red");
    let upload = begin(shop, member, product, "a", file.len()).await.unwrap();
    append(shop, member, upload.id, &file, 0, file.len()).await.unwrap();
    shop.execute("UPDATE uploads SET state = 'making', attempts = 1").await;
    assert!(!studio::make_next(shop).await.unwrap(), "somebody is at it");
    shop.clock.advance(11 * 60_000);
    assert!(studio::make_next(shop).await.unwrap());
    assert_eq!(
        studio::find_upload(shop, member, upload.id).await.unwrap().state,
        UploadState::Ready
    );
    // One that ends the program each time is left alone.
    shop.execute("UPDATE uploads SET state = 'making', attempts = 3").await;
    shop.clock.advance(11 * 60_000);
    assert!(!studio::make_next(shop).await.unwrap());
    let given_up = studio::find_upload(shop, member, upload.id).await.unwrap();
    assert_eq!(given_up.reason, Some(PictureRefusal::Failed));
});

both!(a_cooperative_has_bounds, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    for number in 0..8 {
        begin(shop, member, product, &number.to_string(), 25 * 1024 * 1024)
            .await
            .unwrap();
    }
    let too_much = begin(shop, member, product, "9", 1_000).await;
    assert!(matches!(too_much, Err(Error::Refused(ErrorCode::UploadsFull))), "bytes");
    shop.execute("UPDATE uploads SET size = 1").await;
    for number in 8..20 {
        begin(shop, member, product, &number.to_string(), 1).await.unwrap();
    }
    let too_many = begin(shop, member, product, "21", 1).await;
    assert!(
        matches!(too_many, Err(Error::Refused(ErrorCode::UploadsFull))),
        "number"
    );
    let bees = shop.member_of("bees").await;
    begin(shop, bees, shop.product("wild-honey").await, "a", 1)
        .await
        .unwrap();
});

both!(uploads_nobody_ends_go_with_their_pieces, async |shop| {
    let (member, product) = (shop.member_of("almonds").await, shop.product("badam-kernel").await);
    let file = long_file("red");
    let upload = begin(shop, member, product, "a", file.len()).await.unwrap();
    append(shop, member, upload.id, &file, 0, MAX_PIECE).await.unwrap();
    retention::sweep(shop).await.unwrap();
    assert_eq!(pieces(shop), 1);
    shop.clock.advance(DAY + 60_000);
    assert!(matches!(
        studio::find_upload(shop, member, upload.id).await,
        Err(Error::NotFound)
    ));
    retention::sweep(shop).await.unwrap();
    assert_eq!(pieces(shop), 0);
    assert_eq!(shop.number("SELECT count(*) FROM uploads").await, 0);
});
