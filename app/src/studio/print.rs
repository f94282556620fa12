//! `/studio/print`: labels or packing slips of orders as PDF. A plain address, so that the file opens as any other.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::{Locale, OrderCode};
use service::studio::{Paper, PrintQuery, Printed, PrintedFile, PrintedOrders};

use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::value_of;
use crate::routes::{Order, Route, Segment};

/// The fonts of printed pages, as the build names them.
pub(super) const FONTS: &str = "print.ttc";
/// The value of `all` for everything on the packing list that is accepted.
pub(super) const WAITING: &str = "waiting";

/// The file.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query = read(cx.query(), &cx);
    let public_url = cx.public_url().to_owned();
    let link = move |locale: Locale, code: &OrderCode| {
        let page = Order::new(&code.to_string()).url(locale);
        format!("{public_url}{page}")
    };
    let file = service::studio::print_orders(cx.shop(), cx.actor(), cx.locale(), query, &link).await?;
    Ok(sent(file))
}

/// What an address asks for; what names no order is left out.
fn read(query: &str, cx: &Cx) -> PrintQuery {
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    let orders = fields.iter().filter(|(name, _)| name == "order");
    PrintQuery {
        printed: Printed::parse(&value_of(query, "what")).unwrap_or_default(),
        paper: Paper::parse(&value_of(query, "paper")).unwrap_or_default(),
        orders: if value_of(query, "all") == WAITING {
            PrintedOrders::Waiting
        } else {
            PrintedOrders::These(orders.filter_map(|(_, id)| Segment::parse(id)).collect())
        },
        fonts: cx.assets().file(FONTS),
    }
}

/// A file that opens in the browser and is stored nowhere: it holds where people live.
pub(super) fn sent(file: PrintedFile) -> Response {
    let mut response = Body::from(file.bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = HeaderValue::from_str(&format!("inline; filename=\"{}\"", file.name));
    headers.insert(
        header::CONTENT_DISPOSITION,
        name.unwrap_or(HeaderValue::from_static("inline")),
    );
    response
}
