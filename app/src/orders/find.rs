//! Finding an order by its code and the phone's last four digits.

use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::{FieldCode, OrderCode};
use l10n::t;
use leptos::prelude::*;

use super::remember;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::routes::{Order, Orders};
use crate::ui::{Html, IntoHtml, TextField};

/// The form; a link may bring the code along (`?code=`).
pub async fn show(cx: Cx) -> PageResult<Response> {
    let code = serde_urlencoded::from_str::<Vec<(String, String)>>(cx.query())
        .unwrap_or_default()
        .into_iter()
        .find_map(|(name, value)| (name == "code").then_some(value))
        .unwrap_or_default();
    Ok(render(&cx, StatusCode::OK, code, Wrong::default()))
}

/// Opens the order, or says that code and digits do not belong together: never which of them.
pub async fn open(cx: Cx, form: Form) -> PageResult<Response> {
    let typed = form.get("code").to_owned();
    let tail = form.get("tail");
    let code = OrderCode::parse(&typed);
    let wrong = Wrong {
        code: code.err().map(FieldCode::from),
        tail: tail.trim().is_empty().then_some(FieldCode::Required),
        pair: false,
    };
    let (Ok(code), None) = (code, wrong.tail) else {
        return Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, typed, wrong));
    };
    match service::orders::unlock(cx.shop(), cx.network(), &code, tail).await {
        Ok(access) => Ok(opened(&cx, access.code())),
        Err(service::Error::Fields(_)) => {
            let wrong = Wrong {
                pair: true,
                ..Wrong::default()
            };
            Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, typed, wrong))
        }
        Err(error) => Err(error.into()),
    }
}

/// To the order's page, which this browser may see from now on.
pub(super) fn opened(cx: &Cx, code: &OrderCode) -> Response {
    let mut response = cx.see(&cx.url(&Order::new(&code.to_string())));
    if let Some(cookie) = remember(cx, code) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What is wrong with the form.
#[derive(Clone, Copy, Debug, Default)]
struct Wrong {
    code: Option<FieldCode>,
    tail: Option<FieldCode>,
    /// Both could be read, but open nothing.
    pair: bool,
}

fn render(cx: &Cx, status: StatusCode, code: String, wrong: Wrong) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::ORDERS_FIND_TITLE)), || {
        view! { <FindPage code wrong/> }
    })
}

/// The form.
#[component]
fn FindPage(
    /// The code as typed.
    code: String,
    /// What is wrong.
    wrong: Wrong,
) -> Html {
    let cx = Cx::here();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::ORDERS_FIND_TITLE)}</h1>
            <p class="c-lead">{cx.t(t::ORDERS_FIND_TEXT)}</p>
            <WrongNotice shown=wrong.pair/>
            <form class="c-form" method="post" action=cx.url(&Orders::new()) novalidate>
                <TextField
                    name="code"
                    label=cx.t(t::ORDERS_CODE)
                    hint=cx.t(t::ORDERS_CODE_HINT)
                    value=code
                    error=wrong.code
                    is_ltr=true
                    maxlength=60
                />
                <TailField error=wrong.tail/>
                <p><button class="c-button c-button--primary">{cx.t(t::ORDERS_SHOW)}</button></p>
            </form>
        </div>
    }
    .into_html()
}

/// Code and digits open nothing.
#[component]
pub(super) fn WrongNotice(
    /// Whether it is so.
    shown: bool,
) -> Html {
    let cx = Cx::here();
    shown
        .then(|| {
            view! {
                <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="orders-wrong">
                    <p>{cx.t(t::ORDERS_WRONG)}</p>
                </div>
            }
        })
        .into_html()
}

/// The phone's last four digits. They are never put back into the page.
#[component]
pub(super) fn TailField(
    /// What is wrong, if anything.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    view! {
        <TextField
            name="tail"
            label=cx.t(t::ORDERS_TAIL)
            hint=cx.t(t::ORDERS_TAIL_HINT)
            value=""
            error
            inputmode="numeric"
            is_ltr=true
            is_short=true
            maxlength=24
        />
    }
    .into_html()
}
