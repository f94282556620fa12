//! Pages for machines.

use std::sync::LazyLock;
use std::time::SystemTime;

use app::cx::AppState;
use app::routes::{About, Home, Product, Products, Route, ShopPage, Shops, Stations};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Locale;

use crate::router::Lifecycle;

/// The process runs.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The shop can sell: the database takes writes, as a [job](crate::jobs) found a moment ago, and answers, and the program is
/// not stopping.
pub async fn readyz(State((state, lifecycle)): State<(AppState, Lifecycle)>) -> Response {
    if lifecycle.is_stopping() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    if state.shop.is_ready() {
        "ready\n".into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "database\n").into_response()
    }
}

/// For search engines.
pub async fn robots(State(state): State<AppState>) -> Response {
    let mut text = String::from("User-agent: *\n");
    for locale in Locale::ALL {
        for area in [
            "cart", "checkout", "orders", "account", "studio", "desk", "centre", "search",
        ] {
            text.push_str(&format!("Disallow: /{}/{area}\n", locale.code()));
        }
    }
    text.push_str(&format!("Sitemap: {}/sitemap.xml\n", state.public_url));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// All public pages in all languages.
///
/// # Errors
/// When the database does not answer.
pub async fn sitemap(State(state): State<AppState>) -> Result<Response, app::error::AppError> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let slugs = service::catalog::public_slugs(&state.shop).await?;
    let shops = service::shops::list(&state.shop, Locale::Zh);
    for locale in Locale::ALL {
        let fixed = [
            Home::new().url(locale),
            Products::new().url(locale),
            Shops::new().url(locale),
            Stations::new().url(locale),
            About::new().url(locale),
        ];
        let products = slugs.iter().map(|slug| Product::new(slug).url(locale));
        let shops = shops.iter().map(|shop| ShopPage::new(&shop.slug).url(locale));
        for url in fixed.into_iter().chain(products).chain(shops) {
            // Paths are ASCII words and digits: nothing in them needs escaping.
            xml.push_str(&format!("<url><loc>{}{url}</loc></url>\n", state.public_url));
        }
    }
    xml.push_str("</urlset>\n");
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

/// What a phone needs to put the shop on its home screen.
pub async fn manifest(State(state): State<AppState>) -> Response {
    let assets = state.assets.load();
    let icon = assets.url("favicon.svg").unwrap_or_default();
    let manifest = serde_json::json!({
        "name": "Bazar · بازار · 巴扎",
        "short_name": "Bazar",
        "start_url": "/",
        "display": "standalone",
        "background_color": "#faf5ea",
        "theme_color": "#faf5ea",
        "icons": [{ "src": icon, "type": "image/svg+xml", "sizes": "any" }],
    });
    ([(header::CONTENT_TYPE, "application/manifest+json")], Json(manifest)).into_response()
}

/// Development: a text that differs after the built site, the texts or the program changed. Open pages ask for it every
/// second, which also works over a restart of the server.
pub async fn reload(State(state): State<AppState>) -> String {
    static STARTED: LazyLock<SystemTime> = LazyLock::new(SystemTime::now);
    let folder = state.assets.load().folder.clone();
    let changed =
        ["manifest.json", "reload"].map(|name| std::fs::metadata(folder.join(name)).and_then(|m| m.modified()).ok());
    format!("{:?} {changed:?} {}", *STARTED, state.shop.texts().generation())
}
