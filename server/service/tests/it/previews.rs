//! Pictures beside shared links: what is on them, and how long they stay.

use std::path::{Path, PathBuf};

use domain::Locale;
use service::previews::{self, Preview, Subject};
use service::unused_pictures;
use testing::{TestShop, both};

const DAY: i64 = 86_400_000;

fn fonts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../print/tests/fonts/sample.ttc")
}

async fn found(shop: &TestShop, locale: Locale, subject: &Subject) -> Preview {
    previews::find(shop, locale, subject).await.unwrap().unwrap()
}

/// Names of the files that are kept.
fn kept(shop: &TestShop) -> Vec<String> {
    let files = std::fs::read_dir(shop.place.folder().join("media")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("preview-")).collect()
}

both!(a_picture_is_another_one_when_something_on_it_changes, async |shop| {
    let honey = Subject::Product("wild-honey".to_owned());
    let before = found(shop, Locale::Zh, &honey).await;
    assert_eq!(found(shop, Locale::Zh, &honey).await.version(), before.version());
    for locale in [Locale::Ug, Locale::Es] {
        assert_ne!(found(shop, locale, &honey).await.version(), before.version());
    }
    shop.execute("UPDATE product_cards SET price_minor = price_minor + 1 WHERE slug = 'wild-honey'")
        .await;
    shop.catch_up().await.unwrap();
    assert_ne!(found(shop, Locale::Zh, &honey).await.version(), before.version());
    shop.execute("UPDATE product_cards SET price_minor = price_minor - 1 WHERE slug = 'wild-honey'")
        .await;
});

both!(what_is_not_sold_has_no_picture, async |shop| {
    for subject in [
        Subject::Product("nothing".to_owned()),
        Subject::Product("../secret".to_owned()),
        Subject::Product(String::new()),
        Subject::Cooperative("nothing".to_owned()),
    ] {
        assert!(
            previews::find(shop, Locale::Ug, &subject).await.unwrap().is_none(),
            "{subject:?}"
        );
    }
    let honey = Subject::Product("wild-honey".to_owned());
    shop.execute("UPDATE cooperatives SET status = 'suspended' WHERE slug = 'bees'")
        .await;
    shop.catch_up().await.unwrap();
    assert!(previews::find(shop, Locale::Ug, &honey).await.unwrap().is_none());
    shop.execute("UPDATE cooperatives SET status = 'approved' WHERE slug = 'bees'")
        .await;
});

both!(it_is_made_once_kept_for_a_week_and_made_again, async |shop| {
    let almonds = Subject::Cooperative("almonds".to_owned());
    let preview = found(shop, Locale::Ug, &almonds).await;
    let none = previews::file(shop, preview.clone(), None).await.unwrap();
    assert!(none.is_none(), "a site without fonts");
    let file = previews::file(shop, preview.clone(), Some(fonts()))
        .await
        .unwrap()
        .unwrap();
    assert!(file.starts_with(&[0xFF, 0xD8, 0xFF]));
    assert_eq!(kept(shop), [format!("preview-{}.jpg", preview.version())]);
    // Without fonts it could not be made again.
    let again = previews::file(shop, preview.clone(), None).await.unwrap();
    assert_eq!(again.unwrap(), file);
    unused_pictures::clear_unused(shop).await.unwrap();
    assert_eq!(kept(shop).len(), 1);
    // Files have the times of the machine, whichever the shop's clock says.
    shop.clock.advance(400 * DAY);
    unused_pictures::clear_unused(shop).await.unwrap();
    assert!(kept(shop).is_empty());
    let anew = previews::file(shop, preview, Some(fonts())).await.unwrap().unwrap();
    assert_eq!(anew, file, "the same picture");
});

both!(who_asks_at_once_gets_the_same_picture, async |shop| {
    let shop_itself = found(shop, Locale::Es, &Subject::Shop).await;
    let ask = || previews::file(shop, shop_itself.clone(), Some(fonts()));
    let (first, second, third) = tokio::join!(ask(), ask(), ask());
    let files = [first, second, third].map(|file| file.unwrap().unwrap());
    assert!(files.iter().all(|file| *file == files[0]));
    assert_eq!(kept(shop).len(), 1);
});
