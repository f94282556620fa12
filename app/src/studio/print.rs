//! `/studio/print`: labels or packing slips of orders as PDF. A plain address, so that the file opens as any other; posted, it lets
//! one of many orders be made.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::{Locale, OrderCode, OrderId};
use service::studio::{Paper, PrintQuery, Printed, PrintedFile, PrintedOrders};

use super::print_job;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::{Order, Route, Segment, StudioPrintJob};

/// The fonts of printed pages, as the build names them.
pub const FONTS: &str = "print.ttc";
/// The value of `all` for everything on the packing list that is accepted.
pub(super) const WAITING: &str = "waiting";
/// The field of many orders, by their numbers with spaces between them: a posted form has no name twice.
pub(super) const ORDERS: &str = "orders";

/// How a printed page names an order's page, in a shop that is found at this address.
pub fn order_links(public_url: &str) -> impl Fn(Locale, &OrderCode) -> String + Send + Sync + use<> {
    let public_url = public_url.to_owned();
    move |locale: Locale, code: &OrderCode| {
        let page = Order::new(&code.to_string()).url(locale);
        format!("{public_url}{page}")
    }
}

/// The file. Where it cannot be made at once, a page that says why, and what can be made instead.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query = read(&fields_of(cx.query()), &cx);
    let (asked, orders) = ((query.printed, query.paper), query.orders.clone());
    let link = order_links(cx.public_url());
    match service::studio::print_orders(cx.shop(), cx.actor(), cx.locale(), query, &link).await {
        Ok(file) => Ok(sent(file)),
        Err(error) => print_job::instead(&cx, asked, orders, error).await,
    }
}

/// Lets a file be made of many orders, and leads to the page that says how far it is.
pub async fn begin(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let fields: Vec<(String, String)> = form
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let PrintQuery {
        printed, paper, orders, ..
    } = read(&fields, &cx);
    let asked = (printed, paper);
    match service::studio::begin_print(cx.shop(), cx.actor(), cx.locale(), asked, orders.clone()).await {
        Ok(job) => Ok(cx.see(&cx.url(&StudioPrintJob::new(&job.to_string())))),
        Err(error) => print_job::instead(&cx, asked, orders, error).await,
    }
}

fn fields_of(query: &str) -> Vec<(String, String)> {
    serde_urlencoded::from_str(query).unwrap_or_default()
}

/// What an address or a form asks for; what names no order is left out.
fn read(fields: &[(String, String)], cx: &Cx) -> PrintQuery {
    let value_of = |wanted: &str| {
        let mut fields = fields.iter();
        fields
            .find(|(name, _)| name == wanted)
            .map_or("", |(_, value)| value.as_str())
    };
    let ticked = fields.iter().filter(|(name, _)| name == "order");
    let ticked = ticked.map(|(_, id)| id.as_str());
    let ticked = ticked.chain(value_of(ORDERS).split_whitespace());
    let ticked: Vec<OrderId> = ticked.filter_map(<OrderId as Segment>::parse).collect();
    PrintQuery {
        printed: Printed::parse(value_of("what")).unwrap_or_default(),
        paper: Paper::parse(value_of("paper")).unwrap_or_default(),
        orders: if value_of("all") == WAITING {
            PrintedOrders::Waiting
        } else {
            PrintedOrders::These(ticked)
        },
        fonts: cx.assets().file(FONTS),
    }
}

/// A file that opens in the browser and is stored nowhere: it holds where people live.
pub(super) fn sent(file: PrintedFile) -> Response {
    opened(Body::from(file.bytes), &file.name)
}

/// The same as its bytes come.
pub(super) fn opened(body: Body, name: &str) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = HeaderValue::from_str(&format!("inline; filename=\"{name}\""));
    headers.insert(
        header::CONTENT_DISPOSITION,
        name.unwrap_or(HeaderValue::from_static("inline")),
    );
    response
}
