//! Orders after they are placed: finding one, opening it by the phone's last digits, following and cancelling it.

mod again;
mod cancel;
mod conversation;
mod decline;
mod details;
mod find;
mod forget;
mod money;
mod next;
mod own;
mod page;
mod progress;
mod prove;
mod report;
mod report_photos;
mod show;
mod steps;
mod unlock;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderValue;
use axum::routing::{get, post};
use domain::OrderCode;
use service::orders::OrderAccess;

use crate::cookies;
use crate::cx::{AppState, Cx};
use crate::routes::{
    Order, OrderAgain, OrderCancel, OrderDecline, OrderMessages, OrderProof, OrderProofCode, OrderReportPhotos,
    OrderReports, Orders, OrdersForget, ReportPhoto, Route,
};

pub(crate) use again::{AgainNotice, missing};
pub(crate) use conversation::{Conversation, MessageLines, Unsent};
pub(crate) use details::method_name;
pub(crate) use money::PaymentBadge;
pub(crate) use own::Forget;
pub(crate) use page::{OrderLines, Told, goods_name};
pub(crate) use progress::Progress;
pub(crate) use report::ReportList;
pub(crate) use service::orders::{kind_text, reason_text as reduction_text};
pub(crate) use steps::{is_problem, reason_text, step_done, step_label};

/// How long a browser may see its orders without typing the digits again.
const ORDERS_SECONDS: u64 = 180 * 24 * 60 * 60;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Orders::PATTERN, get(find::show).post(find::open))
        .route(OrdersForget::PATTERN, post(forget::forget))
        .route(Order::PATTERN, get(show::show).post(unlock::unlock))
        .route(OrderAgain::PATTERN, post(again::again))
        .route(OrderCancel::PATTERN, post(cancel::cancel))
        .route(OrderDecline::PATTERN, post(decline::decline))
        .route(OrderMessages::PATTERN, post(conversation::ask))
        .route(OrderReports::PATTERN, post(report::report))
        .route(ReportPhoto::PATTERN, get(report_photos::show))
        .route(OrderProof::PATTERN, post(prove::prove))
        .route(OrderProofCode::PATTERN, post(prove::send_code))
}

/// The address whose form brings a file. The files in `server/docs/proxy` name it, too.
pub fn file_routes() -> Router<AppState> {
    Router::new()
        .route(OrderReportPhotos::PATTERN, post(report_photos::change))
        .layer(DefaultBodyLimit::disable())
}

/// The cookie that lets this browser see the order from now on.
pub(crate) fn remember(cx: &Cx, code: &OrderCode) -> Option<HeaderValue> {
    let value = service::orders::remember(cx.shop(), cookie(cx), code);
    cookies::set(cookies::ORDERS, &value, ORDERS_SECONDS)
}

/// The orders this browser opened before.
fn accesses(cx: &Cx) -> Vec<OrderAccess> {
    service::orders::remembered(cx.shop(), cookie(cx))
}

/// Whether this browser opened the order before.
pub(crate) fn access(cx: &Cx, code: &OrderCode) -> Option<OrderAccess> {
    service::orders::access(cx.shop(), cookie(cx), code)
}

fn cookie(cx: &Cx) -> &str {
    cookies::read(cx.headers(), cookies::ORDERS).unwrap_or_default()
}
