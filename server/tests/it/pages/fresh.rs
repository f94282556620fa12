//! A change shows within a second, whichever program made it.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::assets::Assets;
use app::cx::AppState;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use clap::Parser;
use db::sea_orm::ConnectionTrait;
use db::{Db, DbOptions, WriteError};
use server::config::{Cli, Command};
use server::front::Front;
use server::metrics::Metrics;
use server::router::{self, Lifecycle};
use service::Shop;
use testing::{Database, TestShop};
use tokio::sync::watch;
use tower::ServiceExt;

use crate::test_app::{TestApp, temp_dir, write_site};

/// How long a change may take to show.
const SOON: Duration = Duration::from_secs(1);

async fn write(db: &Db, sql: &'static str) {
    db.write(move |tx| Box::pin(async move { tx.execute_unprepared(sql).await.map(|_| ()).map_err(WriteError::from) }))
        .await
        .unwrap();
}

/// Asks until `page` answers what is wanted; fails after a second.
async fn soon(what: &str, is_there: impl AsyncFn() -> bool) {
    let started = Instant::now();
    while !is_there().await {
        assert!(started.elapsed() < SOON, "{what} does not show");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn an_import_beside_the_running_shop_shows_within_a_second() {
    let app = TestApp::start().await;
    let shows = async |path: &str, text: &str| app.client().get(path).await.is(200).text().contains(text);
    // Kept before the other program comes.
    for path in [
        "/es",
        "/es/products",
        "/es/products/badam-500",
        "/es/shops",
        "/es/stations",
    ] {
        app.client().get(path).await.is(200);
    }
    let other = Db::open(&app.database(), DbOptions::default()).await.unwrap();
    write(&other, "UPDATE offers SET price_minor = 7777").await;
    soon("the price", async || shows("/es/products/badam-500", "77,77").await).await;
    write(&other, "UPDATE product_cards SET price_minor = 6666").await;
    soon("the price on a card", async || shows("/es/products", "66,66").await).await;
    soon("the price on the first page", async || shows("/es", "66,66").await).await;
    write(
        &other,
        "UPDATE translations SET value = 'Nueva voz' WHERE entity = 'cooperative' AND field = 'name'",
    )
    .await;
    soon("the cooperative", async || shows("/es/shops", "Nueva voz").await).await;
    write(&other, "UPDATE stations SET phone = '+8699812345' WHERE code = 'B001'").await;
    let township = app
        .text("SELECT t.slug FROM stations s JOIN townships t ON t.id = s.township_id WHERE s.code = 'B001'")
        .await;
    let path = format!("/es/stations?township={township}");
    soon("the station's telephone", async || {
        shows(&path, "98-12345").await || shows(&path, "9812345").await
    })
    .await;
    other.close().await;
}

#[tokio::test]
async fn ones_own_change_shows_at_once() {
    let app = TestApp::start().await;
    let path = "/es/products/badam-500";
    for price in 1..20 {
        app.execute(&format!("UPDATE offers SET price_minor = {price}00")).await;
        let text = app.client().get(path).await.is(200).text();
        assert!(
            text.contains(&format!(">{price}\u{a0}")) || text.contains(&format!("{price},00")),
            "{price}"
        );
    }
}

/// A second program on the same database.
async fn node(place: &TestShop, site: &Path) -> (Front, Shop) {
    let data = place.place.folder().join("node");
    let arguments = [
        "bazar".to_owned(),
        "serve".to_owned(),
        format!("--database-url={}", place.place.url()),
        format!("--data-dir={}", data.display()),
        format!("--site-dir={}", site.display()),
        "--locales-dir=no-locales".to_owned(),
    ];
    let Command::Serve(settings) = Cli::parse_from(arguments).command else {
        unreachable!("that is `serve`");
    };
    let shop = server::serve::open_shop(&settings, server::serve::Purpose::Serve)
        .await
        .unwrap();
    let state = AppState {
        shop: shop.clone(),
        assets: Arc::new(arc_swap::ArcSwap::from_pointee(Assets::load(site).unwrap())),
        public_url: "https://shop.bazar.test".into(),
        dev: false,
        pages: Arc::default(),
    };
    let (_, stopping) = watch::channel(false);
    let router = router::build(state, Lifecycle::new(stopping), &settings, Metrics::default()).unwrap();
    (router, shop)
}

async fn page(node: &Front, path: &str) -> String {
    let request = Request::get(path)
        .header("host", "127.0.0.1:3000")
        .body(Body::empty())
        .unwrap();
    let response = node.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_at_one_node_shows_at_the_other_within_a_second() {
    let Some(place) = TestShop::open(Database::Postgres).await else {
        return;
    };
    let site = temp_dir();
    write_site(site.path());
    let ((one, writer), (other, reader)) = (node(&place, site.path()).await, node(&place, site.path()).await);
    for path in ["/es/products/wild-honey", "/es/products", "/es"] {
        for node in [&one, &other] {
            page(node, path).await;
        }
    }
    for price in [5555, 4444, 3333] {
        let sql = format!("UPDATE offers SET price_minor = {price}; UPDATE product_cards SET price_minor = {price}");
        let shown = format!("{},{}", price / 100, price % 100);
        write(writer.db(), sql.leak()).await;
        assert!(
            page(&one, "/es/products/wild-honey").await.contains(&shown),
            "at once where it was made"
        );
        for path in ["/es/products/wild-honey", "/es/products", "/es"] {
            soon(path, async || page(&other, path).await.contains(&shown)).await;
        }
    }
    for shop in [writer, reader] {
        shop.db().clone().close().await;
    }
}
