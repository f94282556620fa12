//! The document round a page: head, header, footer; and the response that carries it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use components::{MarkTexts, SavesData};
use domain::ErrorCode;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use service::Network;

use crate::cookies;
use crate::cx::{AppState, Cx};
use crate::error::AppError;
use crate::etag;
pub use crate::meta::Meta;
use crate::renewed_session::RenewedSession;
use crate::sent_form::SentForm;
use crate::shell::{self, ErrorPage};
use crate::ui::IntoHtml;

/// What `render` makes inside a reactive owner of its own.
fn rendered(render: impl FnOnce() -> String) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(render);
    owner.unset_with_forced_cleanup();
    // Leptos marks places with `<!>`, which browsers read as the empty comment it is not in HTML. Texts and attributes hold
    // no `<` of their own.
    html.replace("<!>", "<!---->")
}

impl Cx {
    /// Renders a page with status 200.
    pub fn page<V: IntoView>(&self, meta: Meta, content: impl FnOnce() -> V) -> Response {
        self.page_with(StatusCode::OK, meta, content)
    }

    /// Renders a page. `content` runs inside a reactive owner that is dropped with the response.
    pub fn page_with<V: IntoView>(&self, status: StatusCode, meta: Meta, content: impl FnOnce() -> V) -> Response {
        let private = meta.private;
        let html = rendered(|| {
            provide_context(self.clone());
            // A work area's islands would show other pictures than its page.
            if self.saves_data() && !self.is_work_area() {
                provide_context(SavesData);
            }
            if let Some(marks) = self.marks().cloned() {
                provide_context(MarkTexts(Arc::new(move |unit: &str, text: &str| {
                    marks.note(unit, text)
                })));
            }
            let content = content().into_html();
            view! { <shell::Document meta content/> }.to_html()
        });
        let mut response = (status, html).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        // A page holds the cart's number: never kept by anything between here and the reader.
        let cache = if private || self.actor() != domain::Actor::Anonymous {
            "no-store"
        } else {
            "private, no-cache"
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::VARY, HeaderValue::from_static("x-navigation, save-data"));
        headers.insert(header::CONTENT_SECURITY_POLICY, self.assets().policy.clone());
        if self.is_work_area() {
            // The camera reads the number of a parcel, once somebody asks for it.
            headers.insert(
                "permissions-policy",
                HeaderValue::from_static("camera=(self), microphone=(), geolocation=(), payment=()"),
            );
        }
        if status == StatusCode::OK
            && let Some(chosen) = cookies::remember_language(self.headers(), self.locale())
        {
            headers.append(header::SET_COOKIE, chosen);
        }
        response
    }

    /// A part of a page, for a script that puts it into one: the same for everybody, and asked for again each time by its tag.
    pub(crate) fn part<V: IntoView>(&self, asked: &HeaderMap, content: impl FnOnce() -> V) -> Response {
        let html = rendered(|| {
            provide_context(self.clone());
            content().into_html().to_html()
        });
        let tag = format!("W/\"{:016x}\"", domain::source_hash(&html));
        let tag = HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""));
        let mut response = if etag::is_known(asked, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, tag);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
        headers.insert(header::CONTENT_SECURITY_POLICY, self.assets().policy.clone());
        // Nobody is led to it from elsewhere.
        headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
        response
    }

    /// After a form did its work: see the page at `url`.
    pub fn see(&self, url: &str) -> Response {
        let mut response = StatusCode::SEE_OTHER.into_response();
        if let Ok(location) = HeaderValue::from_str(url) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// Middleware: turns an [`AppError`] into a page in the reader's language.
pub async fn error_pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (sent, mut request) = SentForm::keep(request).await;
    request.extensions_mut().insert(sent.clone());
    let uri = request.uri().clone();
    let headers = request.headers().clone();
    let network = request.extensions().get::<Network>().cloned().unwrap_or_default();
    let renewed = request
        .extensions()
        .get::<RenewedSession>()
        .cloned()
        .unwrap_or_default();
    let wants_page = headers
        .get(header::ACCEPT)
        .and_then(|v| v.to_str().ok())
        .is_none_or(|accept| accept.contains("text/html") || accept.contains("*/*"));
    let response = or_damaged(&state, next.run(request).await).await;
    let Some(error) = response.extensions().get::<AppError>().cloned() else {
        return response;
    };
    if !wants_page && !islands::is_call(&headers) {
        return response;
    }
    // The database need not answer for the page that says that it does not. Who is over a budget, or asks for another shop,
    // costs no look-up of who that is.
    let cx = match error.code {
        ErrorCode::Unavailable | ErrorCode::TooFast | ErrorCode::Misdirected => None,
        _ => Cx::read(&state, &uri, &headers, network, (renewed, SentForm::default()))
            .await
            .ok(),
    };
    let cx = cx.unwrap_or_else(|| Cx::without_person(&state, &uri, &headers));
    if !wants_page {
        let problem = islands::Problem::passing(cx.shop().texts(), cx.locale(), error.code, error.retry_after);
        return match problem {
            Some(problem) => told(response, &problem),
            None => response,
        };
    }
    let title = cx.t(l10n::t::ERROR_TITLE);
    let status = response.status();
    let retry = response.headers().get(header::RETRY_AFTER).cloned();
    let mut page = cx.page_with(
        status,
        Meta::private(title),
        || view! { <ErrorPage error=error.clone() sent/> },
    );
    // Counted by its code further out.
    page.extensions_mut().insert(error);
    if let Some(retry) = retry {
        page.headers_mut().insert(header::RETRY_AFTER, retry);
    }
    page
}

/// What failed, and is nobody's mistake when the database file turns out to be damaged: the shop cannot answer then.
async fn or_damaged(state: &AppState, response: Response) -> Response {
    match response.status() {
        StatusCode::INTERNAL_SERVER_ERROR if state.shop.look_for_damage().await => {
            AppError::from(ErrorCode::Unavailable).into_response()
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            state.shop.db().suspect_damage();
            response
        }
        _ => response,
    }
}

/// The same refusal as an island reads it.
fn told(refusal: Response, problem: &islands::Problem) -> Response {
    let (kind, bytes) = problem.body();
    let (mut parts, _) = refusal.into_parts();
    parts
        .headers
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, bytes.into())
}
