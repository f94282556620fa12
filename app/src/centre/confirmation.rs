//! What of one product waits, before and after: confirming it, or sending it back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Locale, MessageText, Money, OfferTerms, ProductId, Unit};
use l10n::{Text, t};
use leptos::prelude::*;
use service::confirmation::{
    self, Changes, Decided, LotChange, OfferChange, PictureChange, TextChange, TextOf, WaitingProduct,
};
use service::{Error, Shown};

use super::draft::{Draft, DraftEnd};
use super::frame::CentreFrame;
use super::typed::TypedText;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::with_query;
use crate::routes::{CentreConfirmation, CentreConfirmations, CentreCooperative, Named};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, LongTextField, Moment, RefusedNotice, Shape, ShopPicture, ShownName,
    StepPrices, WrongField, error_text, harvest_text, language_name, size_text,
};

/// The word of the form that confirms.
pub(super) const CONFIRM: &str = "confirm";
/// The word of the one that sends back.
pub(super) const SEND_BACK: &str = "send-back";
/// What is done by the first for a cooperative that is suspended.
pub(super) const LATER: &str = "confirm-later";

/// Which product it was done for, in the address of the list.
pub(super) const PRODUCT: &str = "product";

/// What the reason for sending it back is kept under while it is typed.
pub(super) fn draft_of(product: ProductId) -> String {
    format!("send-back-{product}")
}

/// What was typed and not done.
#[derive(Clone, Debug, Default)]
struct NotDone {
    reason: String,
    why: NotSaved,
}

/// What waits of it.
pub async fn show(cx: Cx, Named(product): Named<ProductId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, product, StatusCode::OK, NotDone::default()).await
}

/// Confirms it, or sends it back.
pub async fn change(cx: Cx, Named(product): Named<ProductId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let (command, seen, reason) = (form.get("command"), form.get("seen"), form.get("reason"));
    let done = match command {
        CONFIRM => confirmation::confirm(&shop, cx.actor(), product, seen).await,
        SEND_BACK => confirmation::send_back(&shop, cx.actor(), product, seen, reason).await,
        _ => Err(Error::NotFound),
    };
    match done {
        Ok(()) => {
            // Buyers see nothing of a suspended cooperative, whatever is confirmed.
            let is_later = command == CONFIRM && !confirmation::decided(cx.shop(), cx.actor(), product).await?.sells;
            let word = if is_later { LATER } else { command };
            let number = product.to_string();
            let said = [("done", word), (PRODUCT, number.as_str())];
            Ok(cx.see(&with_query(cx.url(&CentreConfirmations::new()), &said)))
        }
        Err(error) => {
            let not_done = NotDone {
                reason: reason.to_owned(),
                why: NotSaved::of(error)?,
            };
            render(&cx, product, not_done.why.status(), not_done).await
        }
    }
}

async fn render(cx: &Cx, product: ProductId, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    match confirmation::waiting_product(cx.shop(), cx.actor(), cx.locale(), product).await {
        Ok(waiting) => {
            let title = waiting.name.text.clone();
            Ok(cx.page_with(status, Meta::private(title), || {
                view! { <ConfirmationPage waiting not_done/> }
            }))
        }
        // It was decided or taken back, a moment or a day ago: that is said, rather than that there is no such page.
        Err(Error::NotFound) => {
            let decided = confirmation::decided(cx.shop(), cx.actor(), product).await?;
            let was_sent = status != StatusCode::OK;
            Ok(cx.page_with(status, Meta::private(cx.t(t::CONFIRMATION_TITLE)), || {
                view! { <DraftEnd form=draft_of(product)/><Gone decided was_sent typed=not_done.reason/> }
            }))
        }
        Err(error) => Err(error.into()),
    }
}

/// Nothing waits of it any more.
#[component]
fn Gone(
    /// How it stands now.
    decided: Decided,
    /// Whether somebody wanted to decide about it, and did not only look.
    was_sent: bool,
    /// The reason that was typed.
    typed: String,
) -> Html {
    let cx = Cx::here();
    let text = match (decided.sent_back.is_some(), was_sent) {
        (true, true) => t::CONFIRMATION_GONE_BACK,
        (true, false) => t::CONFIRMATION_IS_BACK,
        (false, true) => t::CONFIRMATION_GONE,
        (false, false) => t::CONFIRMATION_NOTHING_WAITS,
    };
    let reason = decided.sent_back.map(|reason| view! { <p dir="auto">{reason}</p> });
    view! {
        <CentreFrame title=t::CONFIRMATION_TITLE>
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="gone">
                <p>{cx.t(text)}</p>
                {reason}
            </div>
            <TypedText text=typed/>
            <ToList/>
        </CentreFrame>
    }
    .into_html()
}

/// The way back to all that waits.
#[component]
fn ToList() -> Html {
    let cx = Cx::here();
    view! { <p><a class="c-link" href=cx.url(&CentreConfirmations::new())>{cx.t(t::CONFIRMATION_BACK)}</a></p> }
        .into_html()
}

/// The product, what is another, and the two forms.
#[component]
fn ConfirmationPage(
    /// What waits.
    waiting: WaitingProduct,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let error = not_done.why.errors.of("reason");
    let wrong: Vec<WrongField> = error
        .map(|code| WrongField {
            name: "reason".to_owned(),
            label: cx.t(t::CONFIRMATION_REASON),
            text: error_text(&cx, code),
        })
        .into_iter()
        .collect();
    let kind = if waiting.changes.publishes {
        t::CONFIRMATION_NEW
    } else {
        t::CONFIRMATION_CHANGED
    };
    let notice = if not_done.why.is_conflict() {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                <p>{cx.t(t::CONFIRMATION_OVERTAKEN)}</p>
            </div>
        }
        .into_html()
    } else {
        view! { <RefusedNotice code=not_done.why.refused/> }.into_html()
    };
    let promise = if waiting.sells {
        t::CONFIRMATION_CONFIRM_TEXT
    } else {
        t::CONFIRMATION_CONFIRM_SUSPENDED
    };
    let action = cx.url(&CentreConfirmation::new(&waiting.product.to_string()));
    let cooperative = cx.url(&CentreCooperative::new(&waiting.cooperative_slug));
    let longest = u32::try_from(MessageText::MAX).unwrap_or(1_000);
    let is_refused = error.is_some() || !not_done.reason.is_empty();
    let draft = draft_of(waiting.product);
    view! {
        <CentreFrame title=t::CONFIRMATION_TITLE>
            {notice}
            <ErrorSummary fields=wrong/>
            <ToList/>
            <section class="c-card c-stack">
                <div class="c-row">
                    <h2 class="c-card__title"><ShownName shown=waiting.name/></h2>
                    <span class="c-badge c-badge--warn">{cx.t(kind)}</span>
                </div>
                <p><a class="c-link" href=cooperative><ShownName shown=waiting.cooperative/></a></p>
                <p class="c-muted">{cx.t(t::CONFIRMATION_SINCE)}" "<Moment at=waiting.since/></p>
            </section>
            <Difference changes=waiting.changes categories=waiting.categories/>
            <form class="c-card c-form" method="post" action=action.clone() data-testid="confirm">
                <p class="c-muted">{cx.t(promise)}</p>
                <FormKey/>
                <Hidden name="seen" value=waiting.seen.clone()/>
                <p>
                    <button class="c-button c-button--primary" name="command" value=CONFIRM>
                        {cx.t(t::CONFIRMATION_CONFIRM)}
                    </button>
                </p>
            </form>
            <form class="c-card c-form" method="post" action=action novalidate data-testid="send-back">
                <h2 class="c-card__title">{cx.t(t::CONFIRMATION_SEND_BACK)}</h2>
                <FormKey/>
                <Hidden name="seen" value=waiting.seen/>
                <LongTextField
                    name="reason"
                    label=cx.t(t::CONFIRMATION_REASON)
                    hint=cx.t(t::CONFIRMATION_REASON_HINT)
                    value=not_done.reason
                    error
                    maxlength=longest
                    rows=3
                />
                <Draft form=draft is_refused/>
                <p><button class="c-button" name="command" value=SEND_BACK>{cx.t(t::CONFIRMATION_SEND_BACK)}</button></p>
            </form>
        </CentreFrame>
    }
    .into_html()
}

/// All that is another.
#[component]
fn Difference(
    /// What is.
    changes: Changes,
    /// The category in which it is now, and the one in which it will be, where that is another one.
    categories: Option<(Option<Shown>, Shown)>,
) -> Html {
    let cx = Cx::here();
    let is_new = changes.publishes;
    let category = categories.map(|(before, after)| {
        let before = before.map(|before| {
            view! { <p class="c-small c-muted">{cx.t(t::CONFIRMATION_BEFORE)}</p><p><ShownName shown=before/></p> }
        });
        let then = before
            .is_some()
            .then(|| view! { <p class="c-small c-muted">{cx.t(t::CONFIRMATION_AFTER)}</p> });
        view! {
            <section class="c-card c-stack" data-testid="category-change">
                <h2 class="c-card__title">{cx.t(t::GOODS_CATEGORY)}</h2>
                {before}
                {then}
                <p><ShownName shown=after/></p>
            </section>
        }
    });
    let texts = changes
        .texts
        .into_iter()
        .map(|text| view! { <TextLine text is_new/> })
        .collect_view();
    let offers = (!changes.offers.is_empty()).then(|| {
        let rows = changes
            .offers
            .into_iter()
            .map(|offer| view! { <OfferLine offer is_new/> })
            .collect_view();
        view! {
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::CONFIRMATION_OFFERS)}</h2>
                <ul class="c-list">{rows}</ul>
            </section>
        }
    });
    let lots = (!changes.lots.is_empty()).then(|| {
        let rows = changes
            .lots
            .into_iter()
            .map(|lot| view! { <LotLine lot/> })
            .collect_view();
        view! {
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::GOODS_LOT_TITLE)}</h2>
                <ul class="c-list">{rows}</ul>
            </section>
        }
    });
    let pictures = changes.pictures.map(|pictures| view! { <Pictures pictures is_new/> });
    view! { {category}{texts}{offers}{lots}{pictures} }.into_html()
}

/// A lot: what buyers are to read of it.
#[component]
fn LotLine(
    /// The lot.
    lot: LotChange,
) -> Html {
    let cx = Cx::here();
    let size = size_name(&cx, &lot.terms);
    let harvested = lot.harvested.map(|harvested| {
        let when = harvest_text(&cx, &harvested);
        view! { <p>{cx.t(t::GOODS_HARVESTED)}": "<bdi>{when}</bdi></p> }
    });
    let origin = lot.origin.map(|shown| {
        view! { <p>{cx.t(t::GOODS_ORIGIN)}": "<ShownName shown/></p> }
    });
    view! {
        <li class="c-line" data-testid="lot-change">
            <div class="c-line__body">
                <p><bdi>{size}</bdi>" · "{cx.tv(t::goods_lot(lot.number))}</p>
                {harvested}
                {origin}
            </div>
        </li>
    }
    .into_html()
}

fn size_name(cx: &Cx, terms: &OfferTerms) -> String {
    match terms.sold_by.unit {
        Unit::Piece => size_text(cx, terms),
        Unit::Gram | Unit::Millilitre => cx.t(t::PRODUCT_SIZE_WEIGHED),
    }
}

/// A text in one language, before and after.
#[component]
fn TextLine(
    /// The text.
    text: TextChange,
    /// Buyers see nothing of the product yet.
    is_new: bool,
) -> Html {
    let cx = Cx::here();
    let name = match text.what {
        TextOf::Name => cx.t(t::CONFIRMATION_NAME),
        TextOf::Description => cx.t(t::CONFIRMATION_DESCRIPTION),
        TextOf::Picture(place) => {
            let place = i64::try_from(place).unwrap_or(i64::MAX);
            cx.t(t::confirmation_picture_words(l10n::format::number(cx.locale(), place)))
        }
    };
    let title = cx.t(t::confirmation_in_language(name, language_name(&cx, text.lang)));
    let is_right = !is_new && text.before == text.after;
    let before = (!is_new && !is_right).then(|| {
        view! { <Words label=cx.t(t::CONFIRMATION_BEFORE) text=text.before.clone() lang=text.lang/> }
    });
    let label = if is_right {
        cx.t(t::CONFIRMATION_STILL_RIGHT)
    } else if is_new {
        String::new()
    } else {
        cx.t(t::CONFIRMATION_AFTER)
    };
    let by_machine = text.by_machine.then(
        || view! { <p class="c-shown__lang" data-testid="by-machine">{cx.t(t::LANGUAGE_TRANSLATION_MACHINE)}</p> },
    );
    view! {
        <section class="c-card c-stack" data-testid="text-change">
            <h2 class="c-card__title">{title}</h2>
            {before}
            <Words label text=text.after lang=text.lang/>
            {by_machine}
        </section>
    }
    .into_html()
}

/// One of both.
#[component]
fn Words(
    /// Whether it is before or after; may be empty.
    label: String,
    /// The text; empty when there is none.
    text: String,
    /// Its language.
    lang: Locale,
) -> Html {
    let cx = Cx::here();
    let label = (!label.is_empty()).then(|| view! { <p class="c-muted">{label}</p> });
    let text = if text.is_empty() {
        view! { <p>{cx.t(t::CONFIRMATION_NOTHING)}</p> }.into_html()
    } else {
        let lines = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| view! { <p lang=lang.bcp47() dir="auto">{line.to_owned()}</p> })
            .collect_view();
        view! { <div class="c-prose">{lines}</div> }.into_html()
    };
    view! { <div class="c-stack">{label}{text}</div> }.into_html()
}

/// A size: what it costs, before and after.
#[component]
fn OfferLine(
    /// The size.
    offer: OfferChange,
    /// Buyers see nothing of the product yet.
    is_new: bool,
) -> Html {
    let cx = Cx::here();
    let size = size_name(&cx, &offer.terms);
    let terms = offer.terms;
    let new_size = (!is_new && offer.before.is_none())
        .then(|| view! { " "<span class="c-badge c-badge--warn">{cx.t(t::CONFIRMATION_NEW_SIZE)}</span> });
    // First what it costs, then from which amounts on it costs less: each before and after.
    let price = |label: Option<Text>, price: Money| {
        let label = label.map(|label| view! { {cx.t(label)}" " });
        let price = components::price_text(cx.locale(), &terms, price);
        view! { <p>{label}<bdi class="c-num">{price}</bdi></p> }
    };
    let price_before = offer
        .before
        .filter(|before| *before != terms.price)
        .map(|before| price(Some(t::CONFIRMATION_BEFORE), before));
    let price = price(price_before.is_some().then_some(t::CONFIRMATION_AFTER), terms.price);
    let steps = (offer.steps_before != terms.steps).then(|| {
        let labelled = offer.before.is_some();
        let label = |text: Text| labelled.then(|| view! { <p>{cx.t(text)}</p> });
        let before = labelled.then(|| {
            let terms = OfferTerms {
                steps: offer.steps_before,
                ..terms
            };
            view! { <StepsOrNone terms/> }
        });
        view! {
            <div class="c-stack" data-testid="steps-change">
                <p>{cx.t(t::GOODS_STEPS)}</p>
                {label(t::CONFIRMATION_BEFORE)}
                {before}
                {label(t::CONFIRMATION_AFTER)}
                <StepsOrNone terms/>
            </div>
        }
    });
    view! {
        <li class="c-line" data-testid="offer-change">
            <div class="c-line__body"><p><bdi>{size}</bdi>{new_size}</p>{price_before}{price}{steps}</div>
        </li>
    }
    .into_html()
}

/// From which amounts on a size costs less, or that it does not.
#[component]
fn StepsOrNone(
    /// Its terms.
    terms: OfferTerms,
) -> Html {
    let cx = Cx::here();
    if terms.steps.is_empty() {
        return view! { <p>{cx.t(t::CONFIRMATION_NOTHING)}</p> }.into_html();
    }
    view! { <StepPrices terms/> }.into_html()
}

/// The pictures, before and after.
#[component]
fn Pictures(
    /// The pictures.
    pictures: PictureChange,
    /// Buyers see nothing of the product yet.
    is_new: bool,
) -> Html {
    let cx = Cx::here();
    let row = |pictures: Vec<service::Picture>| {
        let all = pictures
            .into_iter()
            .map(|picture| view! { <span class="c-line__picture"><ShopPicture picture shape=Shape::Thumb/></span> })
            .collect_view();
        view! { <div class="c-row">{all}</div> }
    };
    let before = (!is_new).then(|| {
        view! { <p class="c-muted">{cx.t(t::CONFIRMATION_BEFORE)}</p>{row(pictures.before)} }
    });
    let label = (!is_new).then(|| view! { <p class="c-muted">{cx.t(t::CONFIRMATION_AFTER)}</p> });
    view! {
        <section class="c-card c-stack" data-testid="picture-change">
            <h2 class="c-card__title">{cx.t(t::CONFIRMATION_PICTURES)}</h2>
            {before}
            {label}
            {row(pictures.after)}
        </section>
    }
    .into_html()
}
