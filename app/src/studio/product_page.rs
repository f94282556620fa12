//! The product editor's page: texts in three languages, prices and stock of each size.

use domain::{FieldCode, Locale, Money, OfferId, ProductStatus, Quantity, Unit, typed_price, typed_stock};
use l10n::t;
use leptos::prelude::*;
use service::catalog::CategoryLink;
use service::studio::{EditOffer, ProductEditor, ProductForm};
use service::{FieldErrors, Shown};

use super::confirmation::StandingNotice;
use super::frame::{Done, Draft, EditorNotice, StudioFrame};
use super::glossary::GlossaryWords;
use super::goods_words::{StepsField, price_error, size_name, steps_error, store_unit};
use super::listing::Selling;
use super::season::{SeasonFields, YEAR, YearField, season_error, year_error};
use super::suggestions::{Lacking, SuggestTexts};
use super::texts::{Edited, LanguageFields, Length, SavedNow, field_label};
use crate::cx::Cx;
use crate::not_saved::NotSaved;
use crate::routes::{Product, StudioPictures, StudioProduct, StudioSizes};
use crate::ui::{
    Choice, ErrorSummary, Hidden, Html, IntoHtml, SelectField, ShownName, TextField, WrongField, error_text,
    language_name, quantity_text,
};

/// The field of the category.
pub(super) const CATEGORY: &str = "category";

/// The product in the editor.
#[component]
pub(super) fn StudioProductPage(
    /// What is saved.
    editor: ProductEditor,
    /// The shelves of the shop.
    categories: Vec<CategoryLink>,
    /// What was typed, when it could not be saved.
    typed: ProductForm,
    /// Why it was not saved.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let errors = not_saved.clone().unwrap_or_default().errors;
    let is_refused = not_saved.is_some();
    let is_conflict = not_saved.as_ref().is_some_and(NotSaved::is_conflict);
    let wrong = wrong_fields(&cx, &editor, &errors);
    let source_texts: Vec<String> = [&editor.names, &editor.descriptions]
        .into_iter()
        .flatten()
        .filter(|text| text.lang == editor.source)
        .map(|text| text.text.clone())
        .collect();
    let name = Edited {
        name: "name",
        label: t::STUDIO_NAME,
        hint: None,
        length: Length::Line,
        saved: editor.names,
        typed: typed.names,
        right: typed.right.clone(),
        required: Some(editor.source),
    };
    let description = Edited {
        name: "description",
        label: t::STUDIO_DESCRIPTION,
        hint: None,
        length: Length::Prose,
        saved: editor.descriptions,
        typed: typed.descriptions,
        right: typed.right,
        required: None,
    };
    let offers = editor
        .offers
        .into_iter()
        .map(|offer| {
            let price = typed_for(&typed.prices, offer.id);
            let steps = typed_for(&typed.steps, offer.id);
            let stock = typed_for(&typed.stocks, offer.id);
            view! { <OfferFields offer price steps stock errors=errors.clone() is_conflict/> }
        })
        .collect_view();
    let id = editor.id.to_string();
    let is_public = editor.listing.status() == ProductStatus::Published;
    let in_shop = is_public.then(|| {
        view! { <a class="c-button" href=cx.url(&Product::new(&editor.slug))>{cx.t(t::STUDIO_SEE_SHOP)}</a> }
    });
    let done = not_saved.is_none().then(|| {
        view! {
            <Done word="done=1" text=t::GOODS_DONE/>
            <Done word="created=1" text=t::GOODS_DRAFT_NOTE/>
            <Done word="copied=1" text=t::GOODS_DRAFT_NOTE/>
        }
    });
    let name_text = editor.name.text.clone();
    // What was sent back waits again only once it is another.
    let waiting = editor.standing.as_ref().filter(|standing| standing.is_waiting());
    let (is_waiting, waits) = (waiting.is_some(), waiting.is_some_and(|standing| standing.publishes));
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title"><ShownName shown=editor.name/></h1>
                <p class="c-row">
                    <a class="c-button" href=cx.url(&StudioSizes::new(&id))>{cx.t(t::GOODS_SIZES)}</a>
                    <a class="c-button" href=cx.url(&StudioPictures::new(&id))>{cx.t(t::PICTURES_OPEN)}</a>
                    {in_shop}
                </p>
            </div>
            {done}
            <EditorNotice not_saved is_draft=!is_public waits=is_public && is_waiting/>
            <StandingNotice id=editor.id standing=editor.standing is_confirmed=editor.is_confirmed is_public/>
            <Selling id=editor.id name=name_text listing=editor.listing waits/>
            <SuggestTexts of=Lacking::Product(editor.id) suggestions=editor.suggestions/>
            <ErrorSummary fields=wrong/>
            <form
                class="c-form"
                method="post"
                action=cx.url(&StudioProduct::new(&editor.id.to_string()))
                novalidate
                data-testid="product-editor"
            >
                <Hidden name="version" value=editor.version.to_string()/>
                <fieldset class="c-fieldset">
                    <legend>{cx.t(t::STUDIO_OFFERS_TITLE)}</legend>
                    {offers}
                </fieldset>
                <p class="c-muted">{cx.tv(t::studio_source_note(language_name(&cx, editor.source)))}</p>
                <GlossaryWords source=editor.source texts=source_texts/>
                <LanguageFields edited=name errors=errors.clone() is_conflict/>
                <LanguageFields edited=description errors=errors.clone() is_conflict/>
                <CategoryField
                    saved=(editor.category, editor.category_name)
                    typed=typed.category
                    categories
                    error=errors.of(CATEGORY)
                    is_conflict
                />
                <SeasonFields saved=editor.season typed=typed.season errors=errors.clone() is_conflict/>
                <YearField saved=editor.harvest_year typed=typed.harvest_year error=errors.of(YEAR) is_conflict/>
                <div class="c-save">
                    <Draft form=format!("product-{}", editor.id) is_refused ended=Some(("new-product", "created=1"))/>
                    <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
                </div>
            </form>
        </StudioFrame>
    }
    .into_html()
}

/// In which category buyers find it.
#[component]
fn CategoryField(
    /// The name in the URL of the one that is saved, and its name.
    saved: (String, Shown),
    /// The one that was chosen, when it could not be saved.
    typed: Option<String>,
    /// The shelves of the shop.
    categories: Vec<CategoryLink>,
    /// What is wrong with it.
    error: Option<FieldCode>,
    /// Somebody else saved in between.
    is_conflict: bool,
) -> Html {
    let cx = Cx::here();
    let (slug, name) = saved;
    let is_other = is_conflict && typed.as_ref().is_some_and(|typed| *typed != slug);
    let now = is_other.then(|| view! { <SavedNow text=name.text.clone() lang=Some(name.lang)/> });
    let is_listed = categories.iter().any(|category| category.slug == slug);
    let mut choices: Vec<Choice> = categories
        .into_iter()
        .map(|category| Choice::new(category.slug, category.name.text).lang(category.name.lang))
        .collect();
    if !is_listed {
        // Hidden by the Centre: what is in it may stay.
        choices.push(Choice::new(slug.clone(), name.text).lang(name.lang));
    }
    view! {
        <div class="c-stack">
            <SelectField
                name=CATEGORY
                label=cx.t(t::GOODS_CATEGORY)
                hint=cx.t(t::GOODS_CATEGORY_HINT)
                value=typed.unwrap_or(slug)
                placeholder=cx.t(t::GOODS_CATEGORY_CHOOSE)
                groups=vec![(String::new(), choices)]
                error
            />
            {now}
        </div>
    }
    .into_html()
}

fn typed_for(typed: &[(OfferId, String)], offer: OfferId) -> Option<String> {
    typed.iter().find(|(id, _)| *id == offer).map(|(_, text)| text.clone())
}

/// Price and stock of one size.
#[component]
fn OfferFields(
    /// The size as saved.
    offer: EditOffer,
    /// The price as typed, when it could not be saved.
    price: Option<String>,
    /// Prices that fall with the amount as typed, when they could not be saved.
    steps: Option<String>,
    /// The stock as typed, when it could not be saved.
    stock: Option<String>,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Somebody else saved in between.
    is_conflict: bool,
) -> Html {
    let cx = Cx::here();
    let now = |typed: &Option<String>, saved: String| {
        let is_other = is_conflict && typed.as_ref().is_some_and(|typed| typed.trim() != saved);
        is_other.then(|| view! { <SavedNow text=saved lang=None/> })
    };
    let price_now = now(&price, plain_price(offer.terms.price));
    let steps_saved = offer
        .terms
        .steps
        .typed(offer.terms.sold_by.unit, offer.terms.price.currency);
    let steps_now = now(&steps, steps_saved.clone());
    let stock_now = now(&stock, typed_stock(offer.on_hand, offer.terms.sold_by.unit));
    let terms = offer.terms;
    let hidden = offer
        .is_hidden
        .then(|| view! { <span class="c-badge c-badge--quiet">{cx.t(t::GOODS_HIDDEN)}</span> });
    let unit = terms.sold_by.unit;
    let priced = quantity_text(&cx, Quantity(terms.priced_by.reference_amount), terms.priced_by.unit);
    let reserved = quantity_text(&cx, Quantity(offer.reserved), unit);
    let price_name = format!("price-{}", offer.id);
    let steps_name = format!("steps-{}", offer.id);
    let wrong_steps = errors.of(&steps_name);
    let stock_name = format!("stock-{}", offer.id);
    let wrong_price = errors.of(&price_name);
    let stock_error = errors.of(&stock_name);
    view! {
        <div class="c-card" data-testid="offer-editor">
            <h2 class="c-card__title">
                <bdi>{size_name(&cx, &terms)}</bdi>" "
                <small class="c-muted"><bdi dir="ltr" translate="no">{offer.sku}</bdi></small>" "
                {hidden}
            </h2>
            <div class="c-fields">
                <div class="c-stack">
                <TextField
                    name=price_name
                    label=cx.t(t::STUDIO_PRICE)
                    hint=cx.t(t::studio_price_hint(priced))
                    value=price.unwrap_or_else(|| plain_price(terms.price))
                    error=wrong_price
                    error_text=wrong_price.map(|code| price_error(&cx, code, None)).unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
                {price_now}
                </div>
                <div class="c-stack">
                <TextField
                    name=stock_name
                    label=cx.t(t::studio_stock(store_unit(&cx, unit)))
                    hint=cx.t(t::studio_stock_hint(reserved))
                    value=stock.unwrap_or_else(|| typed_stock(offer.on_hand, unit))
                    error=stock_error
                    error_text=stock_error.map(|code| stock_error_text(&cx, code, unit)).unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
                {stock_now}
                </div>
            </div>
            <StepsField
                name=steps_name
                value=steps.unwrap_or(steps_saved)
                sold_by=terms.sold_by
                price=Some(terms.price)
                error=wrong_steps
            />
            {steps_now}
        </div>
    }
    .into_html()
}

/// The general text of a wrong quantity is for buyers; here it is about what is in store.
fn stock_error_text(cx: &Cx, code: FieldCode, unit: Unit) -> String {
    match (code, unit) {
        (FieldCode::InvalidQuantity, Unit::Piece) => cx.t(t::STUDIO_STOCK_WRONG),
        (FieldCode::InvalidQuantity, _) => cx.t(t::STUDIO_STOCK_WRONG_WEIGHED),
        _ => error_text(cx, code),
    }
}

/// A price as one types it: digits and a point, in every language.
pub(super) fn plain_price(price: Money) -> String {
    typed_price(price)
}

/// The wrong fields for the summary at the top.
fn wrong_fields(cx: &Cx, editor: &ProductEditor, errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .map(|(name, code)| {
            let text = match name.split_once('-') {
                Some(("stock", offer)) => {
                    let found = editor.offers.iter().find(|o| o.id.to_string() == offer);
                    stock_error_text(cx, code, found.map_or(Unit::Piece, |o| o.terms.sold_by.unit))
                }
                Some(("price", _)) => price_error(cx, code, None),
                Some(("season", _)) => season_error(cx, code),
                _ if name == YEAR => year_error(cx, code),
                Some(("steps", offer)) => {
                    let found = editor.offers.iter().find(|o| o.id.to_string() == offer);
                    found.map_or_else(
                        || error_text(cx, code),
                        |o| steps_error(cx, code, o.terms.sold_by, Some(o.terms.price)),
                    )
                }
                _ => error_text(cx, code),
            };
            WrongField {
                name: name.to_string(),
                label: label_of(cx, editor, name),
                text,
            }
        })
        .collect()
}

fn label_of(cx: &Cx, editor: &ProductEditor, name: &str) -> String {
    match name {
        CATEGORY => return cx.t(t::GOODS_CATEGORY),
        YEAR => return cx.t(t::GOODS_HARVEST_YEAR),
        _ => {}
    }
    let (field, rest) = name.rsplit_once('-').unwrap_or((name, ""));
    let size = || {
        let offer = editor.offers.iter().find(|offer| offer.id.to_string() == rest);
        offer.map(|offer| (size_name(cx, &offer.terms), offer.terms.sold_by.unit))
    };
    match (field, Locale::from_code(rest)) {
        ("name", Some(lang)) => field_label(cx, t::STUDIO_NAME, lang),
        ("description", Some(lang)) => field_label(cx, t::STUDIO_DESCRIPTION, lang),
        ("season", _) => cx.t(if rest == "from" {
            t::GOODS_SEASON_FROM
        } else {
            t::GOODS_SEASON_TO
        }),
        ("steps", _) => match size() {
            Some((size, _)) => cx.t(t::studio_field_in(cx.t(t::GOODS_STEPS), size)),
            None => cx.t(t::GOODS_STEPS),
        },
        ("price", _) => match size() {
            Some((size, _)) => cx.t(t::studio_field_in(cx.t(t::STUDIO_PRICE), size)),
            None => cx.t(t::STUDIO_PRICE),
        },
        _ => match size() {
            Some((size, unit)) => cx.t(t::studio_field_in(cx.t(t::studio_stock(store_unit(cx, unit))), size)),
            None => cx.t(t::STUDIO_OFFERS_TITLE),
        },
    }
}

#[cfg(test)]
mod tests {
    use domain::Currency;

    use super::*;

    #[test]
    fn a_price_is_shown_as_it_would_be_typed() {
        let typed = |minor| plain_price(Money::new(minor, Currency::Cny));
        assert_eq!(typed(1250), "12.50");
        assert_eq!(typed(5), "0.05");
        assert_eq!(typed(120_000), "1200.00");
    }
}
