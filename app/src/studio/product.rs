//! Editing a product: opening the form, and saving it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{OfferId, ProductId};
use l10n::t;
use leptos::prelude::*;
use service::studio::ProductForm;

use super::menu::studio_meta;
pub(super) use super::product_page::plain_price;
use super::product_page::{CATEGORY, StudioProductPage};
use super::season::{sent_season, sent_year};
use super::texts::{sent_right, sent_texts};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioProduct};

/// The editor.
pub async fn show(cx: Cx, Named(product): Named<ProductId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, product, ProductForm::default(), None).await
}

/// Saves texts, prices and stock; the shop shows them at once.
pub async fn save(cx: Cx, Named(product): Named<ProductId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let sent = ProductForm {
        version: form.get("version").to_owned(),
        names: sent_texts(&form, "name-"),
        descriptions: sent_texts(&form, "description-"),
        prices: sent_offers(&form, "price-"),
        steps: sent_offers(&form, "steps-"),
        stocks: sent_offers(&form, "stock-"),
        right: sent_right(&form),
        season: sent_season(&form),
        harvest_year: sent_year(&form),
        category: form.sent(CATEGORY).map(ToOwned::to_owned),
    };
    match service::studio::save_product(cx.shop(), cx.actor(), product, &sent).await {
        Ok(()) => Ok(cx.see(&format!(
            "{}?saved=1",
            cx.url(&StudioProduct::new(&product.to_string()))
        ))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), product, sent, Some(not_saved)).await
        }
    }
}

/// What was typed for each size, fields `<prefix><offer>`.
pub(super) fn sent_offers(form: &Form, prefix: &str) -> Vec<(OfferId, String)> {
    form.with_prefix(prefix)
        .filter_map(|(offer, typed)| Some((OfferId(offer.parse().ok()?), typed.to_owned())))
        .collect()
}

/// The editor, with what was typed and why it was not saved.
pub(super) async fn render(
    cx: &Cx,
    status: StatusCode,
    id: ProductId,
    typed: ProductForm,
    not_saved: Option<NotSaved>,
) -> PageResult<Response> {
    let editor = service::studio::product_editor(cx.shop(), cx.actor(), cx.locale(), id).await?;
    let categories = service::catalog::categories(cx.shop(), cx.locale());
    let title = cx.t(t::studio_product_title(editor.name.text.as_str()));
    Ok(cx.page_with(status, studio_meta(title), || {
        view! { <StudioProductPage editor categories typed not_saved/> }
    }))
}
