//! Asking to be told: the size, and a telephone number.

use axum::http::StatusCode;
use axum::response::Response;
use domain::view::OfferView;
use domain::{ErrorCode, FieldCode, Slug, Unit};
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, ProductPage};
use service::restock::{self, Asked, WishForm};
use service::{FieldErrors, Shown};

use crate::account::{WaitNotice, waiting};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{Named, Product, ProductBack};
use crate::ui::{
    ErrorSummary, FieldError, Html, IntoHtml, ShownText, TextField, WrongField, error_of, error_text, size_text,
};

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
struct Typed {
    form: WishForm,
    errors: FieldErrors,
    /// After how many seconds it may be tried again.
    wait: Option<u32>,
}

/// The page; a link may name the size (`?offer=`).
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let product = find(&cx, &slug).await?;
    let form = WishForm {
        offer: value_of(cx.query(), "offer"),
        ..WishForm::default()
    };
    let typed = Typed {
        form,
        ..Typed::default()
    };
    Ok(render(&cx, StatusCode::OK, product, typed))
}

/// Notes who wants to be told.
pub async fn ask(cx: Cx, Named(slug): Named<Slug>, form: Form) -> PageResult<Response> {
    let product = find(&cx, &slug).await?;
    let mut typed = Typed {
        form: WishForm {
            offer: form.get("offer").to_owned(),
            phone: form.get("phone").to_owned(),
        },
        ..Typed::default()
    };
    let asked = restock::ask(cx.shop(), cx.network(), cx.locale(), product.id, &typed.form).await;
    let status = match asked {
        Ok(Asked::Waits) => return Ok(cx.see(&format!("{}?asked=1", cx.url(&ProductBack::new(slug.as_str()))))),
        Ok(Asked::IsThere) => return Ok(cx.see(&cx.url(&Product::new(slug.as_str())))),
        Err(service::Error::Fields(errors)) => {
            typed.errors = errors;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(service::Error::TooMany { seconds }) => {
            typed.wait = Some(seconds);
            StatusCode::TOO_MANY_REQUESTS
        }
        Err(error) => return Err(error.into()),
    };
    Ok(render(&cx, status, product, typed))
}

async fn find(cx: &Cx, slug: &Slug) -> PageResult<ProductPage> {
    let found = catalog::find_product(cx.shop(), cx.locale(), slug.as_str()).await?;
    Ok(found.ok_or(ErrorCode::NotFound)?)
}

fn render(cx: &Cx, status: StatusCode, product: ProductPage, typed: Typed) -> Response {
    let wait = typed.wait;
    let meta = Meta::private(cx.t(t::RESTOCK_LINK));
    let page = cx.page_with(status, meta, || {
        view! { <RestockPage slug=product.slug name=product.name offers=product.offers typed/> }
    });
    waiting(page, wait)
}

/// The form; or that it was sent, or that nothing is sold out.
#[component]
fn RestockPage(
    /// The product's name in the URL.
    slug: String,
    /// Its name.
    name: Shown,
    /// Its sizes.
    offers: Vec<OfferView>,
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let sold_out: Vec<OfferView> = offers.into_iter().filter(|offer| !offer.is_there()).collect();
    let is_asked = cx.query() == "asked=1";
    let inside = if is_asked {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status" data-testid="asked">
                <p>{cx.t(t::RESTOCK_ASKED)}</p>
            </div>
        }
        .into_html()
    } else if sold_out.is_empty() {
        view! { <p class="c-lead" data-testid="is-there">{cx.t(t::RESTOCK_THERE)}</p> }.into_html()
    } else {
        view! { <AskForm slug=slug.clone() sold_out typed/> }.into_html()
    };
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::RESTOCK_LINK)}</h1>
            <p><strong><ShownText shown=name/></strong></p>
            {inside}
            <p><a class="c-link" href=cx.url(&Product::new(&slug))>{cx.t(t::RESTOCK_PRODUCT)}</a></p>
        </div>
    }
    .into_html()
}

/// The sizes that are sold out, and the number.
#[component]
fn AskForm(
    /// The product's name in the URL.
    slug: String,
    /// The sizes.
    sold_out: Vec<OfferView>,
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let Typed { form, errors, wait } = typed;
    let wrong: Vec<WrongField> = [("offer", t::PRODUCT_SIZE), ("phone", t::ACCOUNT_PHONE)]
        .into_iter()
        .filter_map(|(name, label)| {
            let code = errors.of(name)?;
            Some(WrongField {
                name: name.to_owned(),
                label: cx.t(label),
                text: wrong_text(&cx, name, code),
            })
        })
        .collect();
    let named: Option<i64> = form.offer.parse().ok();
    let chosen = sold_out
        .iter()
        .find(|offer| Some(offer.id.get()) == named)
        .or_else(|| sold_out.first())
        .map(|offer| offer.id);
    let sizes = sold_out
        .iter()
        .map(|offer| {
            let is_chosen = Some(offer.id) == chosen;
            view! {
                <label class="c-choice">
                    <input type="radio" name="offer" value=offer.id.get() checked=is_chosen/>
                    <span class="c-choice__text"><strong><bdi>{size_name(&cx, offer)}</bdi></strong></span>
                </label>
            }
        })
        .collect_view();
    let (wrong_phone, phone_text) = error_of(&errors, "phone", |code| wrong_text(&cx, "phone", code));
    view! {
        <WaitNotice wait/>
        <ErrorSummary fields=wrong/>
        <form class="c-card c-form" method="post" action=cx.url(&ProductBack::new(&slug)) novalidate data-testid="tell-me">
            <fieldset class="c-fieldset" id="field-offer">
                <legend>{cx.t(t::PRODUCT_SIZE)}</legend>
                <div class="c-choices c-choices--row">{sizes}</div>
                <FieldError name="offer" error=errors.of("offer")/>
            </fieldset>
            <TextField
                name="phone"
                label=cx.t(t::ACCOUNT_PHONE)
                hint=cx.t(t::RESTOCK_PHONE_HINT)
                value=form.phone
                error=wrong_phone
                error_text=phone_text
                kind="tel"
                inputmode="tel"
                autocomplete="tel"
                is_ltr=true
                maxlength=30
            />
            <p class="c-muted">{cx.t(t::RESTOCK_TEXT)}</p>
            <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::RESTOCK_ASK)}</button></p>
        </form>
    }
    .into_html()
}

fn wrong_text(cx: &Cx, name: &str, code: FieldCode) -> String {
    match (name, code) {
        ("phone", FieldCode::InvalidChoice) => cx.t(t::RESTOCK_NEVER),
        ("phone", FieldCode::TooMuch) => cx.t(t::RESTOCK_MOST),
        (_, code) => error_text(cx, code),
    }
}

/// A size as its button on the product's page calls it.
fn size_name(cx: &Cx, offer: &OfferView) -> String {
    match offer.terms.sold_by.unit {
        Unit::Piece => size_text(cx, &offer.terms),
        Unit::Gram | Unit::Millilitre => cx.t(t::PRODUCT_SIZE_WEIGHED),
    }
}
