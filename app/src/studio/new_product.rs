//! A new product: what it takes to sell it, on one page. It is a draft until it is published.

use axum::http::StatusCode;
use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::catalog::CategoryLink;
use service::studio::NewProductForm;

use super::frame::{Draft, StudioFrame};
use super::lots::{LotFields, lot_error, lot_label, sent_lot};
use super::menu::studio_meta;
use super::sizes::{SizeFields, sent_size, wrong_size_fields};
use super::texts::field_label;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::routes::{StudioNewProduct, StudioProduct};
use crate::ui::{Choice, ErrorSummary, Html, IntoHtml, RefusedNotice, SelectField, TextField};

/// The empty form.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NewProductForm::default(), NotSaved::default())
}

/// Saves the product as a draft.
pub async fn save(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let sent = NewProductForm {
        name: form.get("name").to_owned(),
        category: form.get("category").to_owned(),
        size: sent_size(&form),
        lot: sent_lot(&form),
    };
    match service::studio::create_product(&shop_for(&cx, &form)?, cx.actor(), cx.locale(), &sent).await {
        Ok(id) => Ok(cx.see(&format!("{}?created=1", cx.url(&StudioProduct::new(&id.to_string()))))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), sent, not_saved)
        }
    }
}

fn render(cx: &Cx, status: StatusCode, typed: NewProductForm, not_saved: NotSaved) -> PageResult<Response> {
    service::studio::may_create(cx.actor())?;
    let categories = service::catalog::categories(cx.shop(), cx.locale());
    Ok(cx.page_with(status, studio_meta(cx.t(t::GOODS_NEW)), || {
        view! { <NewProductPage categories typed not_saved/> }
    }))
}

/// The form.
#[component]
fn NewProductPage(
    /// The shelves of the shop.
    categories: Vec<CategoryLink>,
    /// What was typed, when it could not be saved.
    typed: NewProductForm,
    /// Why it was not saved.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let NotSaved { errors, refused } = not_saved;
    let is_refused = refused.is_some() || !errors.is_empty();
    let language = cx.locale();
    let name_label = field_label(&cx, t::STUDIO_NAME, language);
    let mut wrong = wrong_size_fields(&cx, &typed.size, &errors, |field| match field {
        "name" => Some(name_label.clone()),
        "category" => Some(cx.t(t::GOODS_CATEGORY)),
        field => lot_label(&cx, field, language),
    });
    for field in &mut wrong {
        if let (Some(code), Some(_)) = (errors.of(&field.name), lot_label(&cx, &field.name, language)) {
            field.text = lot_error(&cx, code);
        }
    }
    let choices = categories
        .into_iter()
        .map(|category| Choice::new(category.slug, category.name.text).lang(category.name.lang))
        .collect();
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::GOODS_NEW)}</h1>
            <p class="c-muted">{cx.t(t::GOODS_NEW_LEAD)}</p>
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <form
                class="c-form"
                method="post"
                action=cx.url(&StudioNewProduct::new())
                novalidate
                data-testid="new-product"
            >
                <FormKey/>
                <TextField
                    name="name"
                    label=name_label.clone()
                    value=typed.name
                    error=errors.of("name")
                    lang=Some(language)
                />
                <SelectField
                    name="category"
                    label=cx.t(t::GOODS_CATEGORY)
                    value=typed.category
                    placeholder=cx.t(t::GOODS_CATEGORY_CHOOSE)
                    groups=vec![(String::new(), choices)]
                    error=errors.of("category")
                />
                <SizeFields typed=typed.size errors=errors.clone()/>
                <LotFields typed=typed.lot errors lang=language/>
                <div class="c-save">
                    <Draft form="new-product".to_owned() is_refused/>
                    <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::GOODS_NEW_SAVE)}</button></p>
                </div>
            </form>
        </StudioFrame>
    }
    .into_html()
}
