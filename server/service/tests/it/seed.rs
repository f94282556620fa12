//! Reading districts: the demo as it lies in the repository, and files that are not right.

use std::path::Path;

use domain::Locale;
use service::catalog::{self, ListQuery};
use service::seed::{self, District, Loaded};
use service::{shops, stations};
use testing::{Database, Snapshot, TestShop, both};

fn demo() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_is_a_whole_district() {
    let shop = TestShop::open_empty(Database::Sqlite).await.unwrap();
    assert!(seed::is_empty(&shop).await.unwrap());
    let Loaded {
        cooperatives,
        products,
        stations,
    } = shop.load(&demo()).await;
    assert_eq!((cooperatives, stations), (12, 208));
    assert!(products >= 72, "{products}");
    assert_eq!(catalog::categories(&shop, Locale::Ug).len(), 9);
    assert!(!seed::is_empty(&shop).await.unwrap());

    let (mut missing, mut sizes) = (0, 0);
    for locale in Locale::ALL {
        assert_eq!(stations::list(&shop, locale, None, "").len(), 14, "townships");
        for station in stations::list(&shop, locale, None, "")
            .into_iter()
            .flat_map(|t| t.stations)
        {
            assert!(
                !station.name.text.is_empty() && !station.hours.is_empty(),
                "{}",
                station.code
            );
        }
        for shop_card in shops::list(&shop, locale) {
            let page = shops::find(&shop, locale, &shop_card.slug).await.unwrap().unwrap();
            assert!(page.story.is_some() && !page.products.is_empty(), "{}", shop_card.slug);
        }
        for slug in catalog::public_slugs(&shop).await.unwrap() {
            let page = catalog::find_product(&shop, locale, &slug).await.unwrap().unwrap();
            assert!(page.pictures.iter().all(|p| shop.pictures().has(&p.key)), "{slug}");
            assert!(page.offers.iter().all(|o| o.terms.price.minor > 0), "{slug}");
            missing +=
                usize::from(page.name.lang != locale || page.description.as_ref().is_none_or(|d| d.lang != locale));
            sizes += page.offers.len();
        }
    }
    assert!(missing > 0, "some translations are missing on purpose");
    assert!(sizes / 3 > products, "offers in several sizes");
    assert!(!catalog::home(&shop, Locale::Es).await.unwrap().in_season.is_empty());
    testing::check_books(&shop).await;
}

both!(a_district_is_loaded_once_or_not_at_all, async |shop| {
    let before = Snapshot::of(shop).await;
    let district = District::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../testing/district")).unwrap();
    assert!(seed::load(shop, district, |_, _| {}).await.is_err());
    before.assert_unchanged(shop).await;
    let list = catalog::list(shop, &ListQuery::new(Locale::Zh)).await.unwrap();
    assert_eq!(list.total, 8);
});

#[test]
fn a_file_that_is_not_right_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = District::read(folder.path()).unwrap_err().to_string();
    assert!(missing.contains("cooperatives"), "{missing}");
    std::fs::create_dir(folder.path().join("cooperatives")).unwrap();
    std::fs::write(folder.path().join("district.toml"), "[[township]]\nslug = 7\n").unwrap();
    let wrong = District::read(folder.path()).unwrap_err().to_string();
    assert!(wrong.contains("district.toml") && wrong.contains("line 2"), "{wrong}");
}

both!(the_demos_accounts_sign_in, async |shop| {
    let accounts = seed::demo_accounts(shop).await.unwrap();
    let roles: Vec<_> = accounts.iter().map(|a| a.role.as_str()).collect();
    assert_eq!(roles, ["almonds", "bees", "centre"]);
    for account in accounts {
        let signed_in = service::identity::sign_in(shop, &account.phone, &account.password, "")
            .await
            .unwrap();
        assert_eq!(signed_in.actor.cooperative().is_some(), account.role != "centre");
    }
});
