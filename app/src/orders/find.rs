//! The orders of this phone, and finding another one by its code and the phone's last four digits.

use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::{FieldCode, OrderCode};
use l10n::t;
use leptos::prelude::*;
use service::orders::OwnOrder;

use super::own::{Forget, OwnOrders, is_shared};
use super::{accesses, remember};
use crate::account::{WaitNotice, waiting};
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::routes::{Favourites, Order, Orders};
use crate::ui::{Html, IntoHtml, TextField};

/// The page; a link may bring a code along (`?code=`).
pub async fn show(cx: Cx) -> PageResult<Response> {
    let code = serde_urlencoded::from_str::<Vec<(String, String)>>(cx.query())
        .unwrap_or_default()
        .into_iter()
        .find_map(|(name, value)| (name == "code").then_some(value))
        .unwrap_or_default();
    render(&cx, StatusCode::OK, code, Wrong::default()).await
}

/// Opens the order, or says that code and digits do not belong together: never which of them.
pub async fn open(cx: Cx, form: Form) -> PageResult<Response> {
    let typed = form.get("code").to_owned();
    let tail = form.get("tail");
    let code = OrderCode::find(&typed);
    let wrong = Wrong {
        code: code.err().map(FieldCode::from),
        tail: tail.trim().is_empty().then_some(FieldCode::Required),
        ..Wrong::default()
    };
    let (Ok(code), None) = (code, wrong.tail) else {
        return render(&cx, StatusCode::UNPROCESSABLE_ENTITY, typed, wrong).await;
    };
    let wrong = match service::orders::unlock(cx.shop(), cx.network(), &code, tail).await {
        Ok(access) => return Ok(opened(&cx, access.code())),
        Err(service::Error::Fields(_)) => Wrong {
            pair: true,
            ..Wrong::default()
        },
        Err(service::Error::TooMany { seconds }) => Wrong {
            wait: Some(seconds),
            ..Wrong::default()
        },
        Err(error) => return Err(error.into()),
    };
    render(&cx, StatusCode::UNPROCESSABLE_ENTITY, typed, wrong).await
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
    /// After how many seconds it may be tried again, when there were too many tries.
    wait: Option<u32>,
}

async fn render(cx: &Cx, status: StatusCode, code: String, wrong: Wrong) -> PageResult<Response> {
    let own = service::orders::list_own(cx.shop(), &accesses(cx)).await?;
    let title = if own.is_empty() {
        t::ORDERS_FIND_TITLE
    } else {
        t::OFFLINE_ORDERS_TITLE
    };
    let page = cx.page_with(status, Meta::private(cx.t(title)), || {
        view! { <OrdersPage own code wrong/> }
    });
    Ok(waiting(page, wrong.wait))
}

/// The orders of this phone, and the form.
#[component]
fn OrdersPage(
    /// The orders of this phone.
    own: Vec<OwnOrder>,
    /// The code as typed.
    code: String,
    /// What is wrong.
    wrong: Wrong,
) -> Html {
    let cx = Cx::here();
    let forgotten = (cx.query() == "forgotten=1").then(|| {
        // Older browsers do not know how to throw away all that a shop keeps: the draft of an order goes by this.
        view! {
            <div
                class="c-notice c-notice--good"
                id="notice"
                role="status"
                data-testid="forgotten"
                data-draft-end="checkout"
                data-seen=cx.assets().url("forgotten.js")
                data-forget="seen"
            >
                <p>{cx.t(t::OFFLINE_FORGOTTEN)}</p>
            </div>
        }
    });
    let is_known = !own.is_empty();
    // A phone that others use may know somebody though it has no order of theirs.
    let has_favourites = cookies::read(cx.headers(), cookies::FAVOURITES).is_some();
    let forget = (is_known || has_favourites || is_shared(&cx)).then(|| view! { <Forget/> });
    let (list, find) = if is_known {
        let title = view! { <h1 class="c-title">{cx.t(t::OFFLINE_ORDERS_TITLE)}</h1> };
        let find = view! { <h2>{cx.t(t::OFFLINE_ORDERS_OTHER)}</h2> };
        (view! { {title}<OwnOrders orders=own/> }.into_html(), find.into_html())
    } else {
        let find = view! { <h1 class="c-title">{cx.t(t::ORDERS_FIND_TITLE)}</h1> };
        (Html::new(""), find.into_html())
    };
    view! {
        <div class="c-page c-stack">
            {forgotten}
            {list}
            {forget}
            {find}
            <p class="c-lead">{cx.t(t::ORDERS_FIND_TEXT)}</p>
            <WrongNotice shown=wrong.pair/>
            <WaitNotice wait=wrong.wait instead=Some(t::ORDERS_WAIT_NUMBER)/>
            <form class="c-form" method="post" action=cx.url(&Orders::new()) novalidate>
                <TextField
                    name="code"
                    label=cx.t(t::ORDERS_CODE)
                    hint=cx.t(t::ORDERS_CODE_HINT)
                    value=code
                    error=wrong.code
                    is_ltr=true
                    // A whole link is pasted, too.
                    maxlength=300
                />
                <TailField error=wrong.tail/>
                <p><button class="c-button c-button--primary">{cx.t(t::ORDERS_SHOW)}</button></p>
            </form>
            <p><a class="c-link" href=cx.url(&Favourites::new())>{cx.t(t::FAVOURITES_TITLE)}</a></p>
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
            maxlength=40
        />
    }
    .into_html()
}
