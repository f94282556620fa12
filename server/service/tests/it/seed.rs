//! Reading districts: the demo as it lies in the repository, and files that are not right.

use std::path::Path;

use domain::Locale;
use service::catalog::{self, ListQuery};
use service::seed::{self, District, Loaded};
use service::{search, shops, stations};
use testing::{Database, Snapshot, TestShop, both};

fn demo() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo")
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
    for locale in Locale::BUILT_IN {
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
        for shop_card in shops::first(&shop, locale, 99) {
            let page = shops::find(&shop, locale, &shop_card.slug).await.unwrap().unwrap();
            assert!(
                page.document.blocks().len() > 2 && !page.products.is_empty(),
                "{}",
                shop_card.slug
            );
        }
        for slug in public_slugs(&shop).await {
            let page = catalog::find_product(&shop, locale, &slug).await.unwrap().unwrap();
            for picture in &page.pictures {
                assert!(shop.pictures().has(&picture.key).await.unwrap(), "{slug}");
            }
            assert!(page.offers.iter().all(|o| o.terms.price.minor > 0), "{slug}");
            missing +=
                usize::from(page.name.lang != locale || page.description.as_ref().is_none_or(|d| d.lang != locale));
            sizes += page.offers.len();
        }
    }
    assert!(missing > 0, "some translations are missing on purpose");
    assert!(sizes / 3 > products, "offers in several sizes");
    assert!(!catalog::home(&shop, Locale::Es).await.unwrap().in_season.is_empty());
    for (need, wanted) in [
        ("送礼", "badam-gift-box"),
        ("坚果", "walnut-halves"),
        ("香料", "mountain-cumin"),
        ("سوۋغات", "honey-gift-box"),
    ] {
        let found = search::find(&shop, Locale::Zh, need, 1).await.unwrap();
        assert!(
            found.cards.iter().any(|card| card.slug == wanted),
            "{need} finds no {wanted}"
        );
    }
    testing::check_books(&shop).await;
}

async fn public_slugs(shop: &TestShop) -> Vec<String> {
    let mut slugs = Vec::new();
    for piece in catalog::sitemap_pieces(shop).await.unwrap().iter() {
        let rows = catalog::sitemap_products(shop, *piece, None, 20_000).await.unwrap();
        assert_eq!(rows.len() as i64, piece.products);
        slugs.extend(rows.into_iter().map(|product| product.slug));
    }
    slugs
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

#[test]
fn words_for_searches_that_say_nothing_are_named() {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../testing/district"),
        folder.path(),
    );
    let read = |words: &str| {
        std::fs::write(folder.path().join("search-words.toml"), words).unwrap();
        District::read(folder.path()).map_err(|error| error.to_string())
    };
    read("[[line]]\nwords = [\"badam\", \"杏仁\"]\n").unwrap();
    read("[[line]]\nwords = [\"坚果\"]\nfinds = [\"badam\"]\n").unwrap();
    let wrong = read("# One\n[[line]]\nwords = [\"badam\", \"بادام\"]\n").unwrap_err();
    assert!(wrong.contains("search-words.toml:3:"), "{wrong}");
}

/// The district of the tests with `from` written as `to` in one file: what is said about it, and the line it is in.
fn with_a_mistake(file: &str, from: &str, to: &str) -> (String, usize) {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../testing/district"),
        folder.path(),
    );
    let path = folder.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    (District::read(folder.path()).unwrap_err().to_string(), line)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

#[test]
fn what_the_shop_could_not_sell_is_refused_with_its_file_and_line() {
    let almonds = "cooperatives/almonds.toml";
    for (file, from, to, what) in [
        (almonds, "sold_by = \"piece\"", "sold_by = \"kg\"", "kg"),
        (almonds, "price_fen = 2980", "price_fen = -1", "-1 is not between"),
        (almonds, "price_fen = 2980", "price_fen = 29.80", "29.8"),
        (almonds, "step = 1\n", "step = 0\n", "0 is not between"),
        (almonds, "max = 40", "max = 0", "0 is not between"),
        (
            almonds,
            "min = 1\nmax = 40",
            "min = 50\nmax = 40",
            "min 50 is more than max 40",
        ),
        (almonds, "stock = 100", "stock = -5", "-5 is not between"),
        (
            almonds,
            "slug = \"thin-shell-badam\"",
            "slug = \"Thin Shell\"",
            "a slug has",
        ),
        (
            almonds,
            "slug = \"badam-kernel\"",
            "slug = \"thin-shell-badam\"",
            "is used already",
        ),
        (
            almonds,
            "sku = \"badam-1000\"",
            "sku = \"badam-500\"",
            "is used already",
        ),
        (
            almonds,
            "sku = \"badam-500\"",
            "sku = \"badam\\u0000\"",
            "is not a code",
        ),
        (
            almonds,
            "category = \"badam\"",
            "category = \"bricks\"",
            "nowhere described",
        ),
        (
            almonds,
            "township = \"badamche\"",
            "township = \"nowhere\"",
            "nowhere described",
        ),
        (almonds, "source_lang = \"ug\"", "source_lang = \"tr\"", "tr"),
        (
            almonds,
            "picture = \"coop\"",
            "picture = \"../secret\"",
            "there is no picture",
        ),
        (almonds, "season = [9, 2]", "season = [9, 13]", "13 is not a month"),
        (almonds, "zh = \"壳薄。\"", "zh = \"壳\\u0000薄\"", "control character"),
        ("freight.toml", "region = \"xinjiang\"", "region = \"moon\"", "moon"),
        ("freight.toml", "first_fen = ", "first_fen = -", "is not between"),
        ("stations.toml", "code = \"B001\"", "code = \"B 1\"", "is not a code"),
    ] {
        let (said, line) = with_a_mistake(file, from, to);
        // A size that cannot be bought is named by its unit, three lines above.
        let line = if what.starts_with("min 50") { line - 3 } else { line };
        assert!(said.contains(file) && said.contains(what), "{to}: {said}");
        let line_said = said.contains(&format!("line {line},")) || said.contains(&format!(":{line}:"));
        assert!(line_said, "{to}: line {line} in {said}");
    }
}

both!(the_demos_accounts_sign_in, async |shop| {
    let accounts = seed::demo_accounts(shop).await.unwrap();
    let roles: Vec<_> = accounts.iter().map(|a| a.role.as_str()).collect();
    assert_eq!(
        roles,
        [
            "almonds",
            "bees",
            "centre",
            "centre/finance",
            "centre/support",
            "almonds/editor",
            "almonds/packer",
            "almonds/finance",
            "almonds/host",
            "station.B001/manager",
            "station.B001/clerk",
            "language.ug/translator",
            "language.zh/translator",
            "language.es/translator",
            "language.ug/reviewer",
            "language.zh/reviewer",
            "language.es/reviewer",
        ]
    );
    for account in accounts {
        let signed_in = shop.sign_in(&account.phone, &account.password, "").await.unwrap();
        let is_member = account.role.starts_with("almonds") || account.role == "bees";
        assert_eq!(signed_in.actor.cooperative().is_some(), is_member, "{}", account.role);
        assert_ne!(
            signed_in.actor,
            domain::Actor::Person {
                user: signed_in.actor.user().unwrap()
            }
        );
    }
    // The program of the release before finds the owners and the admin, and nobody it would take for one.
    assert_eq!(shop.number("SELECT COUNT(*) FROM memberships").await, 3);
});
