//! Asking about a product, taking that back, and saying that something is wrong with what others asked.

use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::{ErrorCode, ProductQuestionId, Slug};
use service::questions::{self, Asked, Browser, NewQuestion};

use super::form::{PHONE, Typed};
use super::page::{NotAsked, cookie, render};
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::query::with_query;
use crate::routes::{Named, ProductQuestions, Segment};

/// Takes the forms of the page, and the one of the product's page.
pub async fn take(cx: Cx, Named(slug): Named<Slug>, form: Form) -> PageResult<Response> {
    let orders = cookies::read(cx.headers(), cookies::ORDERS).unwrap_or_default();
    let orders = service::orders::remembered(cx.shop(), orders);
    let browser = Browser {
        cookie: cookie(&cx),
        network: cx.network(),
        orders: &orders,
    };
    let slug = slug.as_str();
    match form.get("command") {
        "report" => {
            questions::report(cx.shop(), slug, named(&form)?, &browser).await?;
            Ok(cx.see(&place(&cx, slug, "reported", "notice")))
        }
        "take-back" => {
            questions::take_back(cx.shop(), slug, named(&form)?, &browser).await?;
            Ok(cx.see(&place(&cx, slug, "taken-back", "notice")))
        }
        _ => ask(&cx, slug, &form, &browser).await,
    }
}

/// The question that a form is about.
fn named(form: &Form) -> Result<ProductQuestionId, ErrorCode> {
    Segment::parse(form.get("question")).ok_or(ErrorCode::NotFound)
}

/// The page after a form, with what it did.
fn place(cx: &Cx, slug: &str, done: &str, part: &str) -> String {
    let url = with_query(cx.url(&ProductQuestions::new(slug)), &[("asked", done)]);
    format!("{url}#{part}")
}

async fn ask(cx: &Cx, slug: &str, form: &Form, browser: &Browser<'_>) -> PageResult<Response> {
    let typed = Typed {
        text: form.get("text").to_owned(),
        phone: form.get(PHONE).to_owned(),
        ..Typed::default()
    };
    let new = NewQuestion {
        slug,
        text: &typed.text,
        phone: &typed.phone,
    };
    let error = match questions::ask(cx.shop(), cx.locale(), &new, browser).await {
        Ok((asked, token)) => {
            let place = match asked {
                Asked::Waits => place(cx, slug, "waits", "notice"),
                Asked::Held => place(cx, slug, "held", "notice"),
                Asked::ByAnother => place(cx, slug, "known", "notice"),
                Asked::Answered(id) => place(cx, slug, "answered", &format!("question-{id}")),
            };
            let mut response = cx.see(&place);
            let cookie =
                token.and_then(|token| cookies::set(cookies::ASKER, &token.to_hex(), questions::COOKIE_SECONDS));
            if let Some(cookie) = cookie {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            return Ok(response);
        }
        Err(error) => error,
    };
    let mut not_asked = NotAsked {
        typed,
        ..NotAsked::default()
    };
    let status = match error {
        service::Error::Fields(errors) => {
            not_asked.typed.errors = errors;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        service::Error::Refused(code) => {
            not_asked.refused = Some(code);
            StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT)
        }
        service::Error::TooMany { seconds } => {
            not_asked.wait = Some(seconds);
            StatusCode::TOO_MANY_REQUESTS
        }
        error => return Err(error.into()),
    };
    render(&cx.standing_at(&ProductQuestions::new(slug)), status, slug, not_asked).await
}
