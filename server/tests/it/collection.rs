//! Goods that are not brought to every station: the Centre says so, lists are narrowed to one's station, and the checkout offers no
//! other.

use domain::Locale;

use crate::both::both;
use crate::buyer::{self, set};
use crate::district::THIS;
use crate::html::Page;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

/// Has the Centre say to which townships "this" cooperative brings its goods.
async fn bring(app: &TestApp, townships: &[&str]) {
    let mut centre = app.client_of(Who::Centre);
    let path = format!("/es/centre/cooperatives/{THIS}");
    let mut fields = centre.get(&path).await.is(200).page().form("collection");
    for township in ["bagh", "kol"] {
        fields.retain(|(name, _)| *name != format!("township-{township}"));
        if townships.contains(&township) {
            set(&mut fields, &format!("township-{township}"), "1");
        }
    }
    let done = centre.post(&path, &fields).await.is(303);
    let page = centre.get(done.location()).await.is(200).page();
    assert!(page.has("#notice[role=status]"));
    // All of them are no bound, and none is ticked then.
    let ticked = page.count("[data-testid=collection] input[checked]");
    assert_eq!(ticked, townships.len() % 2);
}

/// Whether a list has goods of "this" cooperative.
fn has_badam(page: &Page) -> bool {
    page.has("main article a[href*='/products/badam-500']")
}

both!(lists_are_narrowed_to_what_can_be_collected_at_ones_station);
async fn lists_are_narrowed_to_what_can_be_collected_at_ones_station() {
    let app = TestApp::inhabited().await;
    let page = async |path: &str| app.client().get(path).await.is(200).page();
    assert!(has_badam(&page("/es/products?station=B002").await), "all go everywhere");
    bring(&app, &["bagh"]).await;
    assert!(has_badam(&page("/es/products?station=B001").await));
    let there = "/es/products?station=B002";
    let answer = app.client().get(there).await.is(200);
    rules::hold(&answer, Locale::Es, there);
    let other = answer.page();
    assert!(!has_badam(&other));
    // It is one filter, which is not chosen for any cooperative, and goes by itself.
    let chips: Vec<_> = other
        .select(".c-chips a")
        .iter()
        .filter_map(|chip| chip.attr("href"))
        .collect();
    assert_eq!(chips, ["/es/products"]);
    assert!(!other.has("[name=shop][checked]") && !other.has(&format!("[name=shop][value='{THIS}']")));
    assert_eq!(other.value("station").as_deref(), Some("B002"));
    // Of a cooperative that brings nothing there, nothing is shown: not everything.
    let none = page(&format!("/es/products?shop={THIS}&station=B002")).await;
    assert!(!has_badam(&none) && none.count(".c-chips a") == 2);
    // By its name, however it is written; in a search as well.
    for path in ["/es/products?station=b002", "/es/search?q=badam&station=B002"] {
        let narrowed = page(path).await;
        assert!(!has_badam(&narrowed), "{path}");
        assert_eq!(narrowed.value("station").as_deref(), Some("B002"), "{path}");
    }
    let unknown = page("/es/products?station=B999").await;
    assert!(has_badam(&unknown), "it narrows nothing");
    assert!(unknown.has(".c-filters[open] [name=station][value=B999][aria-invalid=true]"));
    assert!(!unknown.has(".c-chips a"), "it is no filter");
    assert!(unknown.text().contains("No conocemos ningún punto abierto"));
    // All of the district have this name: that is another thing to say.
    let several = page("/es/products?station=Punto").await;
    assert!(has_badam(&several) && several.has("[name=station][aria-invalid=true]"));
    assert!(several.text().contains("Coinciden varios puntos"));
    assert!(!several.text().contains("No conocemos ningún punto abierto"));
    for (query, said) in [
        ("category=no-such", "Esa categoría"),
        ("shop=no-such", "Esa cooperativa"),
    ] {
        for path in [format!("/es/products?{query}"), format!("/es/search?q=badam&{query}")] {
            let page = page(&path).await;
            assert!(page.text_of("not-there").unwrap().contains(said), "{path}");
            assert!(has_badam(&page) && !page.has(".c-chips a"), "{path}");
        }
    }
    // A station leads to its goods, and a product says where it goes.
    let stations = page("/es/stations?township=kol").await;
    assert!(stations.has("a[href='/es/products?station=B002']"));
    let product = page("/es/products/badam-500").await;
    assert!(
        product
            .text_of("collected-in")
            .is_some_and(|text| text.contains("Huerta"))
    );
    bring(&app, &["bagh", "kol"]).await;
    assert!(has_badam(&page(there).await));
    assert!(page("/es/products/badam-500").await.text_of("collected-in").is_none());
    assert!(
        app.client_of(Who::Centre)
            .get("/es/centre/audit?area=cooperatives")
            .await
            .is(200)
            .text()
            .contains("recogen")
    );
}

both!(no_order_goes_to_a_station_to_which_its_goods_are_not_brought);
async fn no_order_goes_to_a_station_to_which_its_goods_are_not_brought() {
    let app = TestApp::inhabited().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let page = client.get("/ug/checkout").await.is(200).page();
    assert!(page.has("option[value=B001]") && page.has("option[value=B002]"));
    assert!(!page.has("[data-testid=fewer-stations]"));
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    bring(&app, &["kol"]).await;
    // The form was open when it changed.
    let before = app.number("SELECT count(*) FROM order_groups").await;
    let refused = buyer::place(&mut client, &fields).await.is(422).page();
    assert!(refused.has("#errors a[href='#field-station']"));
    assert!(refused.has("[data-testid=fewer-stations]"));
    assert!(!refused.has("option[value=B001]") && refused.has("option[value=B002]"));
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, before);
    for name in ["key", "quote"] {
        let value = refused.value(name).unwrap();
        set(&mut fields, name, &value);
    }
    set(&mut fields, "station", "B002");
    buyer::place(&mut client, &fields).await.is(303);
}

both!(only_the_centre_says_where_goods_are_brought);
async fn only_the_centre_says_where_goods_are_brought() {
    let app = TestApp::inhabited().await;
    let path = format!("/es/centre/cooperatives/{THIS}");
    let fields = [("collection", "on"), ("township-bagh", "1")];
    for who in [Who::This, Who::Clerk, Who::CentreSupport, Who::CentreFinance] {
        app.client_of(who).post(&path, &fields).await.is(404);
    }
    assert_eq!(
        app.number("SELECT count(*) FROM cooperatives WHERE collected_in <> ''")
            .await,
        0
    );
}
