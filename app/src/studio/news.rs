//! What an open page of the studio is told while it is open: how many orders, questions and reviews wait. A stream of
//! server-sent events for whoever asks for one, else a single answer.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use components::NewsLine;
use domain::ErrorCode;
use futures_util::stream::unfold;
use service::bell::Listener;
use tokio::time::Instant;

use super::stage::count_text;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;

/// The content type of a stream of events (HTML, 9.2).
const EVENTS: &str = "text/event-stream";
/// Between two looks when nothing was heard: a line that is dead is noticed by it, too.
const LOOK: Duration = Duration::from_secs(20);
/// A stream ends after this time, and the page opens another: then it is asked again who it is.
const LIFE: Duration = Duration::from_secs(120);

/// The stream.
pub async fn listen(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let said = what_waits(&cx).await?;
    let accepts = cx.headers().get(header::ACCEPT).map(HeaderValue::as_bytes);
    if accepts != Some(EVENTS.as_bytes()) {
        return Ok(answer(Body::from(said), "text/plain; charset=utf-8"));
    }
    let listener = service::studio::listen(cx.shop(), cx.actor())?.ok_or(ErrorCode::Busy)?;
    let open = Open {
        cx,
        listener,
        until: Instant::now() + LIFE,
        said: String::new(),
    };
    let events = unfold(open, async |mut open| {
        let event = open.next().await?;
        Some((Ok::<_, std::io::Error>(Bytes::from(event)), open))
    });
    Ok(answer(Body::from_stream(events), EVENTS))
}

/// A page that listens.
struct Open {
    cx: Cx,
    listener: Listener,
    until: Instant,
    /// What it was told last.
    said: String,
}

impl Open {
    /// The next event; nothing when the stream ends.
    async fn next(&mut self) -> Option<String> {
        // The first one says how things stand.
        if !self.said.is_empty() {
            // Heard or not, it is looked at.
            drop(tokio::time::timeout(LOOK, self.listener.rung()).await);
        }
        if self.listener.is_over() || Instant::now() > self.until {
            return None;
        }
        let now = what_waits(&self.cx).await.ok()?;
        if now == self.said {
            return Some(":\n\n".to_owned());
        }
        self.said.clone_from(&now);
        Some(format!("data: {now}\n\n"))
    }
}

async fn what_waits(cx: &Cx) -> Result<String, service::Error> {
    let news = service::studio::news(cx.shop(), cx.actor()).await?;
    let line = NewsLine {
        newest: news.newest,
        count: news.orders.number,
        orders: count_text(cx, news.orders),
        questions: count_text(cx, news.questions),
        to_answer: if news.to_answer.number == 0 {
            String::new()
        } else {
            count_text(cx, news.to_answer)
        },
        asked: count_text(cx, news.product_questions),
        reviews: count_text(cx, news.reviews),
        reports: count_text(cx, news.reports),
    };
    Ok(line.write())
}

fn answer(body: Body, kind: &'static str) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A proxy that collects an answer before it sends it on would hold the events back.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}
