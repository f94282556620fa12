//! Pages for machines.

use std::sync::LazyLock;
use std::time::SystemTime;

use app::cx::AppState;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::Locale;
use service::Shop;

use crate::l10n::live;
use crate::metrics::{self, Metrics};
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

/// The address with the numbers for Prometheus.
pub fn metrics_route<S: Clone + Send + Sync + 'static>(shop: Shop, metrics: Metrics) -> Router<S> {
    let answer = move || {
        let (shop, metrics) = (shop.clone(), metrics.clone());
        async move {
            match metrics.text(&shop).await {
                Ok(text) => ([(header::CONTENT_TYPE, metrics::CONTENT_TYPE)], text).into_response(),
                Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            }
        }
    };
    Router::new().route("/metrics", get(answer))
}

/// For search engines.
pub async fn robots(State(state): State<AppState>) -> Response {
    let mut text = String::from("User-agent: *\n");
    for locale in Locale::all() {
        for area in [
            "cart",
            "checkout",
            "orders",
            "favourites",
            "back",
            "account",
            "studio",
            "desk",
            "centre",
            "translate",
            "search",
        ] {
            text.push_str(&format!("Disallow: /{}/{area}\n", locale.code()));
        }
    }
    text.push_str(&format!("Sitemap: {}/sitemap.xml\n", state.public_url));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// Development: the script that asks each second whether the site was built anew, and has saved texts show.
pub async fn reload_script() -> Response {
    let built = "let was;setInterval(async()=>{try{const now=await(await fetch('/dev/reload')).text();\
                  if(was!==undefined&&was!==now)location.reload();was=now}catch{}},1000);";
    let script = [built, "\n", live::SCRIPT].concat();
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response()
}

/// Development: a text that differs after the built site or the program changed. Open pages ask for it every
/// second, which also works over a restart of the server.
pub async fn reload(State(state): State<AppState>) -> String {
    static STARTED: LazyLock<SystemTime> = LazyLock::new(SystemTime::now);
    let folder = state.assets.load().folder.clone();
    let changed =
        ["manifest.json", "reload"].map(|name| std::fs::metadata(folder.join(name)).and_then(|m| m.modified()).ok());
    format!("{:?} {changed:?}", *STARTED)
}
