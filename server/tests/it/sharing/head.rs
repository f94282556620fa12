//! What the head of a page says to search engines and to messengers; and the page with a link to send.

use domain::Locale;

use crate::both::both;
use crate::client::PUBLIC;
use crate::html::Page;
use crate::test_app::TestApp;
use crate::world::Who;

/// What the head says under this name.
fn said(page: &Page, name: &str) -> Option<String> {
    let element = page.first(&format!(
        "meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']"
    ))?;
    element.attr("content").map(str::to_owned)
}

fn canonical(page: &Page) -> Option<String> {
    let link = page.first("link[rel=canonical]")?;
    link.attr("href").map(str::to_owned)
}

both!(a_products_head_says_what_it_is_and_what_it_costs);
async fn a_products_head_says_what_it_is_and_what_it_costs() {
    let app = TestApp::start().await;
    for (locale, territory) in [(Locale::Ug, "ug_CN"), (Locale::Zh, "zh_CN"), (Locale::Es, "es_ES")] {
        let path = format!("/{}/products/badam-500", locale.code());
        let page = app.client().get(&path).await.is(200).page();
        let name = page.first("h1 [dir=auto]").unwrap().text().collect::<String>();
        assert_eq!(said(&page, "og:title").unwrap(), name);
        assert_eq!(said(&page, "name").unwrap(), name, "WeChat's");
        assert_eq!(said(&page, "og:type").unwrap(), "product");
        assert_eq!(said(&page, "og:locale").unwrap(), territory);
        assert_eq!(page.count("meta[property='og:locale:alternate']"), 2);
        assert_eq!(said(&page, "og:url").unwrap(), format!("{PUBLIC}{path}"));
        assert_eq!(canonical(&page).unwrap(), format!("{PUBLIC}{path}"));
        assert_eq!(said(&page, "twitter:card").unwrap(), "summary_large_image");
        let description = said(&page, "og:description").unwrap();
        assert_eq!(said(&page, "description").unwrap(), description);
        assert!(description.chars().count() <= 155 && !description.contains('\u{2068}'));
        let price = said(&page, "product:price:amount").unwrap();
        let minor = app
            .number(
                "SELECT price_minor FROM offers WHERE status = 'active'
                 AND product_id = (SELECT id FROM products WHERE slug = 'badam-500') ORDER BY position LIMIT 1",
            )
            .await;
        assert_eq!(price, format!("{}.{:02}", minor / 100, minor % 100));
        assert_eq!(said(&page, "product:price:currency").unwrap(), "CNY");
        assert_eq!(said(&page, "og:image:width").unwrap(), "1200");
        assert_eq!(said(&page, "og:image:alt").unwrap(), name);
        assert!(said(&page, "image").unwrap().starts_with(&format!("{PUBLIC}/media/")));
    }
}

#[tokio::test]
async fn a_page_is_known_under_one_address_in_each_language() {
    let app = TestApp::start().await;
    for (path, rest) in [
        ("/zh?from=wechat", ""),
        ("/zh/products", "/products"),
        ("/zh/products/badam-500?added=1&utm_source=x", "/products/badam-500"),
        ("/zh/products?category=badam&sort=cheap", "/products?category=badam"),
        ("/zh/products?shop=altun-badam", "/products?shop=altun-badam"),
        ("/zh/products?junk=1", "/products"),
        ("/zh/shops?x=y", "/shops"),
        ("/zh/stations?township=bagh&x=y", "/stations?township=bagh"),
    ] {
        let page = app.client().get(path).await.is(200).page();
        assert_eq!(canonical(&page).unwrap(), format!("{PUBLIC}/zh{rest}"), "{path}");
        for locale in Locale::BUILT_IN {
            let link = page.first(&format!("link[hreflang='{}']", locale.bcp47())).unwrap();
            let wanted = format!("{PUBLIC}/{}{rest}", locale.code());
            assert_eq!(link.attr("href"), Some(wanted.as_str()), "{path}");
        }
        let any = page.first("link[hreflang='x-default']").unwrap();
        let wanted = if rest.is_empty() {
            format!("{PUBLIC}/")
        } else {
            format!("{PUBLIC}/zh{rest}")
        };
        assert_eq!(any.attr("href"), Some(wanted.as_str()), "{path}");
        assert!(!page.has("meta[name=robots]"), "{path}");
    }
}

#[tokio::test]
async fn what_nobody_searches_for_is_not_listed_and_has_no_other_address() {
    let app = TestApp::start().await;
    for path in [
        "/zh/products?min=10",
        "/zh/products?available=1",
        "/zh/products?category=badam&available=1",
        "/zh/products?category=badam&shop=altun-badam",
        "/zh/stations?q=B002",
        "/zh/products/badam-500/share",
        "/zh/search?q=badam",
    ] {
        let page = app.client().get(path).await.is(200).page();
        assert_eq!(said(&page, "robots").as_deref(), Some("noindex"), "{path}");
        assert!(
            !page.has("link[rel=canonical], link[rel=alternate][hreflang]"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn nobodys_own_page_has_a_picture_to_share() {
    let app = TestApp::inhabited().await;
    for (who, path) in [(Who::Shopper, "/zh/cart"), (Who::This, "/zh/studio")] {
        let page = app.client_of(who).get(path).await.is(200).page();
        assert!(!page.has("meta[property^='og:'], link[rel=canonical]"), "{path}");
    }
}

#[tokio::test]
async fn each_category_has_a_title_and_a_description_of_its_own() {
    let app = TestApp::start().await;
    let mut titles = std::collections::BTreeSet::new();
    let mut texts = std::collections::BTreeSet::new();
    let paths = ["", "?category=badam", "?shop=altun-badam"];
    for path in paths {
        let page = app.client().get(&format!("/es/products{path}")).await.is(200).page();
        titles.insert(page.first("title").unwrap().text().collect::<String>());
        texts.insert(said(&page, "description").unwrap());
    }
    assert_eq!((titles.len(), texts.len()), (3, 3), "{titles:?} {texts:?}");
}

both!(the_page_with_the_link_shows_it_as_text_and_as_a_code);
async fn the_page_with_the_link_shows_it_as_text_and_as_a_code() {
    let app = TestApp::start().await;
    for place in ["/products/badam-500", "/shops/altun-badam"] {
        for locale in Locale::BUILT_IN {
            let shared = format!("/{}{place}", locale.code());
            let from = app.client().get(&shared).await.is(200).page();
            let link = from.first("a[data-testid='share']").unwrap();
            let path = link.attr("href").unwrap().to_owned();
            assert_eq!(path, format!("{shared}/share"));
            let page = app.client().get(&path).await.is(200).page();
            let url = format!("{PUBLIC}{shared}");
            assert_eq!(page.value("link").unwrap(), url);
            assert!(page.has("svg[data-testid='qr'] path"));
            assert!(page.has(&format!("a[href='{shared}']")), "the way back");
            // Buttons that only a script can serve are not shown before it is there.
            assert!(page.has("[data-testid='share-buttons'][hidden]"));
            // Whoever sends this page on sends the one that was meant.
            assert_eq!(said(&page, "og:url").unwrap(), url);
            for same in ["og:title", "name", "og:image"] {
                assert_eq!(said(&page, same).unwrap(), said(&from, same).unwrap(), "{path} {same}");
            }
        }
    }
    for path in [
        "/zh/products/nothing/share",
        "/zh/shops/nothing/share",
        "/zh/products/share/share",
    ] {
        app.client().get(path).await.is(404);
    }
}
