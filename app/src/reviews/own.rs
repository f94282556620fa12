//! `/orders/{code}/reviews/{line}`: saying how the goods of a line were, for who holds the order.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, OrderCode, OrderLineId};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::orders::OrderAccess;
use service::reviews::{ReviewForm, ReviewPlace, ReviewStanding, place};

use super::own_parts::{NAME_MAX, OwnCard, TEXT_MAX, WriteForm, takes_photos};
use super::photos::FILE;
use super::{Named, named};
use crate::account::{WaitNotice, waiting};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::orders::access;
use crate::page::Meta;
use crate::photo_refused::NotAdded;
use crate::routes::{Order, OrderReview, Product};
use crate::ui::{
    ErrorSummary, Html, IntoHtml, RefusedNotice, Shape, ShopPicture, ShownName, WrongField, length_error_text,
};

/// Why something was not done.
#[derive(Clone, Debug, Default)]
pub(super) struct NotDone {
    /// What was typed, and is not taken.
    pub typed: Option<ReviewForm>,
    /// What is wrong with it.
    pub errors: FieldErrors,
    /// A rule that says no.
    pub refused: Option<ErrorCode>,
    /// After how many seconds one may try again.
    pub wait: Option<u32>,
    /// Why a photo is not there.
    pub photo: Option<NotAdded>,
}

/// Where it stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub access: OrderAccess,
    pub line: OrderLineId,
}

impl Place {
    /// The line that an address names, for a browser that opened its order.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for any other one.
    pub fn of(cx: &Cx, address: Named) -> Result<Self, ErrorCode> {
        let (code, line) = named(address)?;
        let access = access(cx, &code).ok_or(ErrorCode::NotFound)?;
        Ok(Self { access, line })
    }

    fn code(&self) -> &OrderCode {
        self.access.code()
    }

    /// The address of its page, once a form did its work.
    pub fn done(&self, cx: &Cx, word: &str) -> String {
        let (code, line) = (self.code().to_string(), self.line.to_string());
        format!("{}?{word}=1#notice", cx.url(&OrderReview::new(&code, &line)))
    }
}

/// Shows the page; who has not opened the order is led to it first.
pub async fn show(cx: Cx, address: Named) -> PageResult<Response> {
    let (code, line) = named(address)?;
    let Some(access) = access(&cx, &code) else {
        return Ok(cx.see(&cx.url(&Order::new(&code.to_string()))));
    };
    render(&cx, StatusCode::OK, &Place { access, line }, NotDone::default()).await
}

/// The page, and why something was not done.
pub(super) async fn render(cx: &Cx, status: StatusCode, at: &Place, not_done: NotDone) -> PageResult<Response> {
    let found = place(cx.shop(), &at.access, at.line).await?;
    let (code, line) = (at.code().to_string(), at.line.to_string());
    let here = cx.standing_at(&OrderReview::new(&code, &line));
    // A page that answers a form stands where the form did.
    let cx = if status == StatusCode::OK { cx } else { &here };
    let wait = not_done.wait;
    let meta = Meta::private(cx.t(t::REVIEWS_HOW));
    let page = cx.page_with(status, meta, || view! { <OwnPage code line found not_done/> });
    Ok(waiting(page, wait))
}

/// What a form just did, as the address says.
fn done(cx: &Cx) -> Option<Text> {
    match cx.query() {
        "removed=1" => Some(t::REVIEWS_REMOVED),
        "added=1" => Some(t::REVIEWS_PHOTO_ADDED),
        "taken=1" => Some(t::REVIEWS_PHOTO_REMOVED),
        _ => None,
    }
}

/// The page.
#[component]
fn OwnPage(
    /// The order's code.
    code: String,
    /// The line.
    line: String,
    /// What is there.
    found: ReviewPlace,
    /// Why something was not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let NotDone {
        typed,
        errors,
        refused,
        wait,
        photo,
    } = not_done;
    let notice = done(&cx).map(|text| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status" data-testid="done"><p>{cx.t(text)}</p></div>
        }
    });
    let sent = typed.clone().unwrap_or_default();
    let mut wrong: Vec<WrongField> = [
        ("stars", t::REVIEWS_FIELD_STARS, 0, ""),
        ("text", t::REVIEWS_FIELD_TEXT, TEXT_MAX, sent.text.as_str()),
        ("name", t::REVIEWS_FIELD_NAME, NAME_MAX, sent.name.as_str()),
    ]
    .into_iter()
    .filter_map(|(name, label, most, typed)| {
        Some(WrongField {
            name: name.to_owned(),
            label: cx.t(label),
            text: length_error_text(&cx, errors.of(name)?, most, typed),
        })
    })
    .collect();
    // A photo that was not taken is wrong at its field, where there is one.
    let has_field = found.own.as_ref().is_some_and(takes_photos);
    wrong.extend(photo.filter(|_| has_field).map(|why| WrongField {
        name: FILE.to_owned(),
        label: cx.t(t::REVIEWS_PHOTO_FILE),
        text: cx.t(why.text()),
    }));
    let not_added = photo.filter(|_| !has_field).map(|why| {
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                <p>{cx.t(why.text())}</p>
            </div>
        }
    });
    let product = view! { <ShownName shown=found.name.clone()/> };
    let product = match &found.slug {
        Some(slug) => view! { <a href=cx.url(&Product::new(slug))>{product}</a> }.into_html(),
        None => product.into_html(),
    };
    let picture = (!found.picture.key.is_empty())
        .then(|| view! { <ShopPicture picture=found.picture.clone() shape=Shape::Thumb/> });
    let action = cx.url(&OrderReview::new(&code, &line));
    let draft = format!("review-{line}");
    let author = found.author;
    let inside = match (found.own, found.standing) {
        (Some(own), _) => view! { <OwnCard own action=action.clone() typed errors photo author/> }.into_html(),
        (None, ReviewStanding::May) => {
            let form = typed.unwrap_or_default();
            view! { <WriteForm action=action.clone() form errors author is_new=true/> }.into_html()
        }
        (None, standing) => {
            let why = match standing {
                ReviewStanding::OwnGoods => t::REVIEWS_OWN_GOODS,
                ReviewStanding::Over => t::REVIEWS_OVER,
                ReviewStanding::NotYet | ReviewStanding::May => t::REVIEWS_NOT_YET,
            };
            view! { <p class="c-notice" data-testid="no-review">{cx.t(why)}</p> }.into_html()
        }
    };
    let script = cx.assets().url("draft.js");
    // What was sent is no draft any more.
    let is_over = matches!(cx.query(), "sent=1" | "removed=1");
    let (draft, ended) = if is_over {
        (None, Some(draft))
    } else {
        (Some(draft), None)
    };
    view! {
        <div class="c-page c-stack" data-draft=draft data-draft-script=script data-draft-end=ended>
            <h1 class="c-title">{cx.t(t::REVIEWS_HOW)}</h1>
            <div class="c-line">
                <span class="c-line__picture">{picture}</span>
                <div class="c-line__body"><p>{product}</p></div>
            </div>
            {notice}
            <RefusedNotice code=refused/>
            <WaitNotice wait/>
            {not_added}
            <ErrorSummary fields=wrong/>
            {inside}
            <p><a class="c-link" href=cx.url(&Order::new(&code))>{cx.t(t::REVIEWS_ORDER)}</a></p>
        </div>
    }
    .into_html()
}
