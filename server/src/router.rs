//! The router: pages, forms, server functions, files, and the layers round them.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use app::cx::{AppState, Cx};
use app::error::AppError;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use domain::ErrorCode;
use leptos_axum::handle_server_fns_with_context;
use server_fn::axum::server_fn_paths;
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::config::Settings;
use crate::front::{Front, Parts};
use crate::l10n::live;
use crate::metrics::Metrics;
use crate::middleware::budgets::{self, Budgets};
use crate::middleware::{addresses, headers, log, origin, refuse};
use crate::{assets, listen, machine, offline, previews, sitemap};

/// Largest request body: a [form](app::form) of long texts, and a piece of a picture. A form with a whole file has a
/// [route of its own](app::studio::file_routes).
const MAX_BODY: usize = app::form::MAX_WORK_FORM;
/// Largest body of a call: what is typed goes in few pieces, and in plain bytes.
const MAX_CALL: usize = 256 * 1024;
/// Longest a request may take, its body included.
const DEADLINE: Duration = Duration::from_secs(30);
/// The same for a form that brings a file over a slow line.
const FILE_DEADLINE: Duration = Duration::from_secs(600);

/// Whether the program was told to stop.
#[derive(Clone, Debug)]
pub struct Lifecycle(watch::Receiver<bool>);

impl Lifecycle {
    /// Follows `stopping`.
    pub fn new(stopping: watch::Receiver<bool>) -> Self {
        Self(stopping)
    }

    /// Whether the program was told to stop.
    pub fn is_stopping(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it is.
    pub async fn stopped(&mut self) {
        // The one that stops is dropped only when all ends.
        drop(self.0.wait_for(|stop| *stop).await);
    }
}

/// Builds the router, and the front before it.
///
/// # Errors
/// When the public address is not an origin.
pub fn build(state: AppState, lifecycle: Lifecycle, settings: &Settings, metrics: Metrics) -> anyhow::Result<Front> {
    let csrf = CsrfLayer::new()
        .add_trusted_origin(settings.public_url())
        .with_context(|| {
            format!(
                "BAZAR_PUBLIC_URL `{}` is not an address like https://shop.example",
                settings.public_url()
            )
        })?;
    let hosts = Arc::new(settings.host_names());
    let budgets = Arc::new(Budgets::new(
        settings.budget_percent,
        settings.expensive_reads(),
        metrics.clone(),
    ));
    let function = |cx: Cx, request: Request| async move {
        // Leptos would answer 400, with advice for developers.
        if !server_fn_paths().any(|(path, _)| path == request.uri().path()) {
            return AppError::from(ErrorCode::NotFound).into_response();
        }
        // A page of another build would misread the answer: its script sends the form the ordinary way then.
        let build = request.headers().get("x-build");
        if build.is_some_and(|build| build.as_bytes() != cx.assets().build().as_bytes()) {
            return StatusCode::CONFLICT.into_response();
        }
        let caller = cx.caller();
        let context = move || leptos::prelude::provide_context(caller.clone());
        handle_server_fns_with_context(context, request).await.into_response()
    };
    let guarded = |router: Router<AppState>, largest: usize, deadline: Duration| {
        router
            .layer(from_fn(refuse::blind_forms))
            .layer(csrf.clone())
            .layer(map_response(refuse::name_refusals))
            .layer(RequestBodyLimitLayer::new(largest))
            .layer(CatchPanicLayer::custom(refuse::Panicked(metrics.clone())))
            .layer(TimeoutLayer::with_status_code(
                StatusCode::SERVICE_UNAVAILABLE,
                deadline,
            ))
            .layer(map_response(refuse::name_refusals))
    };
    let pages = Router::new()
        .route("/", get(front_door))
        .merge(app::routes())
        .route(
            "/api/{name}",
            post(function).layer(RequestBodyLimitLayer::new(MAX_CALL)),
        )
        .fallback(not_found)
        .method_not_allowed_fallback(page_of_form);
    let with_files = app::studio::file_routes()
        .merge(app::applications::file_routes())
        .merge(app::reviews::file_routes())
        .merge(app::orders::file_routes())
        .method_not_allowed_fallback(page_of_form)
        .layer(from_fn(listen::keep_while_receiving));
    let pages = guarded(pages, MAX_BODY, DEADLINE)
        .merge(guarded(with_files, app::studio::MAX_PICTURE_FORM, FILE_DEADLINE))
        .layer(from_fn(addresses::lead_to_the_one))
        .layer(from_fn(refuse::broken_addresses))
        .layer(from_fn_with_state(state.clone(), app::public::pages))
        .layer(from_fn_with_state(budgets.clone(), budgets::hold))
        .layer(from_fn_with_state(hosts.clone(), origin::own_hosts))
        .layer(from_fn_with_state(state.clone(), app::page::error_pages))
        .layer(from_fn(app::renewed_session::send_renewed_session))
        .layer(map_response(headers::secure))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)));
    let files = Router::new()
        .route("/assets/{*name}", get(assets::built))
        .route("/media/{name}", get(assets::picture))
        .route("/robots.txt", get(machine::robots))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap/{name}", get(sitemap::file))
        .route(previews::PATTERN, get(previews::show))
        .route("/manifest.webmanifest", get(offline::negotiated))
        .route(offline::MANIFESTS, get(offline::manifest))
        .route(offline::ICONS, get(offline::icon))
        .route(
            app::manifest::WORKER,
            get(offline::worker)
                .layer::<_, Infallible>(Extension(offline::HasWorker(settings.offline)))
                .layer(CompressionLayer::new()),
        )
        .layer(from_fn_with_state(budgets.clone(), budgets::hold))
        .layer(map_response(headers::secure_file));
    let health = Router::new()
        .route("/healthz", get(machine::healthz))
        .route("/readyz", get(machine::readyz))
        .with_state((state.clone(), lifecycle.clone()));
    let mut router = Router::new().merge(pages).merge(files);
    if settings.metrics_addr.is_none() {
        let numbers = machine::metrics_route(state.shop.clone(), metrics.clone());
        router = router.merge(numbers.layer(from_fn(origin::this_machine)));
    }
    if settings.dev {
        router = router
            .route("/dev/reload", get(machine::reload))
            .route("/dev/reload.js", get(machine::reload_script))
            .merge(live::routes(state.shop.texts(), &settings.locales_dir, &lifecycle));
    }
    let router = router
        .with_state(state.clone())
        .merge(health)
        .layer(from_fn(log::name_route));
    Ok(Front::new(Parts {
        router,
        state,
        hosts,
        networks: settings.networks(),
        budgets,
        metrics,
    }))
}

/// `/`: the language chosen before, else what the browser asks for.
async fn front_door(headers: HeaderMap) -> Response {
    let locale = app::cx::negotiate(&headers);
    let mut response = Redirect::to(&format!("/{}", locale.code())).into_response();
    *response.status_mut() = StatusCode::FOUND;
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    response
}

/// An address that only takes forms, opened as a page: by a reload after an error, or from a saved link. To the page that
/// has the form, which stands above it.
async fn page_of_form(method: Method, uri: Uri) -> Response {
    let is_read = matches!(method, Method::GET | Method::HEAD);
    match uri.path().rsplit_once('/') {
        Some((above, _)) if is_read && !above.is_empty() && above != "/api" => Redirect::to(above).into_response(),
        _ => AppError::from(ErrorCode::NotFound).into_response(),
    }
}

async fn not_found() -> AppError {
    ErrorCode::NotFound.into()
}
