//! Choosing a size and an amount. Packets and weighed goods are two forms: "2" means two packets in one and two grams
//! in the other, and without a script nothing could tell them apart.

use domain::{OfferId, Quantity, SoldBy, Unit};
use islands::PurchaseIsland;
use l10n::t;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use service::catalog::OfferView;

use crate::cx::Cx;
use crate::routes::CartLines;
use crate::ui::{PerKilogram, Price, Step, StepButton, field_id, quantity_text, size_text, wrong_quantity_text};

/// Below this many pieces or steps, the page says how much is left.
const FEW: i64 = 10;

/// A quantity that was typed and could not be put into the cart.
#[derive(Clone, Debug)]
pub(crate) struct NotAdded {
    /// The size.
    pub offer: OfferId,
    /// As typed.
    pub quantity: String,
}

impl NotAdded {
    /// What is wrong with it, and what can be ordered; nothing when the size is not there any more.
    pub(super) fn problem(&self, offers: &[OfferView], cx: &Cx) -> Option<String> {
        let offer = offers.iter().find(|offer| offer.id == self.offer && is_there(offer))?;
        let sold_by = offer.terms.sold_by;
        let most = most(offer);
        // Fine by itself, it is too much only with what the cart holds already.
        let is_fine = SoldBy { max: most, ..sold_by }.parse(self.quantity.trim()).is_ok();
        Some(if is_fine {
            let most = quantity_text(cx, Quantity(most), sold_by.unit);
            cx.t(t::product_quantity_with_cart(most))
        } else {
            wrong_quantity_text(cx, sold_by, most)
        })
    }
}

/// The forms that put the product into the cart: one for each unit it is sold in.
#[component]
pub fn BuyForms(
    /// The sizes.
    offers: Vec<OfferView>,
    /// What was just not put into the cart.
    not_added: Option<NotAdded>,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    if !offers.iter().any(is_there) {
        return Either::Left(view! { <SoldOut cx/> });
    }
    let main_unit = first_choice(&offers).map(|offer| offer.terms.sold_by.unit);
    let (main, others): (Vec<_>, Vec<_>) = offers
        .into_iter()
        .partition(|o| Some(o.terms.sold_by.unit) == main_unit);
    let others = Unit::ALL
        .into_iter()
        .filter_map(|unit| {
            let offers: Vec<_> = others
                .iter()
                .filter(|o| o.terms.sold_by.unit == unit)
                .cloned()
                .collect();
            (!offers.is_empty())
                .then(|| view! { <BuyForm offers not_added=not_added.clone() is_main=false cx=cx.clone()/> })
        })
        .collect_view();
    Either::Right(view! {
        <BuyForm offers=main not_added=not_added.clone() is_main=true cx=cx.clone()/>
        {others}
    })
}

/// One form: sizes of one unit, and how much of the chosen one.
#[component]
fn BuyForm(
    /// The sizes, all sold in the same unit.
    offers: Vec<OfferView>,
    /// What was just not put into the cart.
    not_added: Option<NotAdded>,
    /// The form whose button stays under the thumb.
    is_main: bool,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let typed = not_added.and_then(|typed| Some((typed.problem(&offers, &cx)?, typed)));
    let chosen = typed
        .as_ref()
        .and_then(|(_, typed)| offers.iter().find(|offer| offer.id == typed.offer))
        .or_else(|| first_choice(&offers))?
        .clone();
    let sold_by = chosen.terms.sold_by;
    let is_weighed = sold_by.unit != Unit::Piece;
    let choice = if offers.len() == 1 {
        Either::Left(view! { <OnlySize offer=chosen.clone() cx=cx.clone()/> })
    } else {
        let cards = offers
            .into_iter()
            .map(|offer| {
                let is_chosen = offer.id == chosen.id;
                view! { <SizeCard offer is_chosen cx=cx.clone()/> }
            })
            .collect_view();
        Either::Right(view! {
            <fieldset class="c-fieldset">
                <legend>{cx.t(if is_weighed { t::PRODUCT_SIZE_WEIGHED } else { t::PRODUCT_SIZE })}</legend>
                <div class="c-choices c-choices--row">{cards}</div>
            </fieldset>
        })
    };
    let hint = is_weighed.then(|| {
        let amount = |amount| quantity_text(&cx, Quantity(amount), sold_by.unit);
        let text = t::product_quantity_hint(amount(sold_by.min), amount(most(&chosen)), amount(sold_by.step));
        view! { <p class="c-field__hint" id=hint_id(&chosen)>{cx.tv(text)}</p> }
    });
    let bar = is_there(&chosen).then(|| view! { <BuyBar offer=chosen typed cx=cx.clone()/> });
    Some(view! {
        <PurchaseIsland>
            <form
                class=if is_main { "c-buy c-buy--main" } else { "c-buy" }
                method="post"
                action=cx.url(&CartLines::new())
                data-enhance="cart-add"
            >
                <input type="hidden" name="back" value=cx.here_in(cx.locale())/>
                {choice}
                {hint}
                {bar}
            </form>
        </PurchaseIsland>
    })
}

/// Amount and button.
#[component]
fn BuyBar(
    /// The size chosen at first.
    offer: OfferView,
    /// What is wrong with what was typed, and that.
    typed: Option<(String, NotAdded)>,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let sold_by = offer.terms.sold_by;
    let field = amount_field(offer.id);
    let error_id = format!("{}-error", field_id(&field));
    let is_wrong = typed.is_some();
    let (problem, value) = typed.map_or_else(
        || (String::new(), sold_by.min.max(1).to_string()),
        |(problem, typed)| (problem, typed.quantity),
    );
    let is_weighed = sold_by.unit != Unit::Piece;
    let label = cx.t(if is_weighed {
        t::PRODUCT_QUANTITY_GRAMS
    } else {
        t::PRODUCT_QUANTITY
    });
    view! {
        <div class="c-buy__bar">
            // While one types, a script says here what can be ordered.
            <p class="c-field__error" id=error_id.clone() role="alert" data-testid="quantity-error" hidden=!is_wrong>{problem}</p>
            <div class="c-amount">
                <StepButton step=Step::Less cx=cx.clone()/>
                <input
                    class="c-amount__input"
                    id=field_id(&field)
                    name="quantity"
                    type="text"
                    inputmode="numeric"
                    dir="ltr"
                    autocomplete="off"
                    maxlength="7"
                    required
                    value=value
                    aria-label=label
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=if is_weighed { format!("{error_id} {}", hint_id(&offer)) } else { error_id }
                    data-min=sold_by.min.to_string()
                    data-step=sold_by.step.to_string()
                    data-max=most(&offer).to_string()
                />
                <StepButton step=Step::More cx=cx.clone()/>
            </div>
            // The sum is empty until a script keeps it right.
            <button class="c-button c-button--primary">
                <span>{cx.tv(t::BUTTON_ADD_TO_CART)}</span>
                <small data-testid="purchase-total"><bdi></bdi></small>
            </button>
        </div>
    }
}

/// One size of several, as a card one chooses. The rules of its quantity go along for the browser's part of the form.
#[component]
fn SizeCard(
    /// The size.
    offer: OfferView,
    /// Whether it is chosen at first.
    is_chosen: bool,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let terms = offer.terms;
    view! {
        <label class="c-choice">
            <input
                type="radio"
                name="offer"
                value=offer.id.get()
                checked=is_chosen
                disabled=!is_there(&offer)
                data-min=terms.sold_by.min.to_string()
                data-step=terms.sold_by.step.to_string()
                data-max=most(&offer).to_string()
                data-price=terms.price.minor.to_string()
                data-currency=terms.price.currency.code()
                data-per=terms.priced_by.reference_amount.to_string()
                data-sold=is_there(&offer).then(|| wrong_quantity_text(&cx, terms.sold_by, most(&offer)))
            />
            <span class="c-choice__text">
                <strong><bdi>{size_text(&cx, &terms)}</bdi></strong>
                <Price terms cx=cx.clone()/>
                <PerKilogram terms without_weight=true cx=cx.clone()/>
                <Stock offer cx/>
            </span>
        </label>
    }
}

/// The only size of its unit: nothing to choose.
#[component]
fn OnlySize(
    /// The size.
    offer: OfferView,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let terms = offer.terms;
    let name = match terms.sold_by.unit {
        Unit::Piece => size_text(&cx, &terms),
        Unit::Gram | Unit::Millilitre => cx.t(t::PRODUCT_SIZE_WEIGHED),
    };
    view! {
        <input
            type="hidden"
            name="offer"
            value=offer.id.get()
            data-price=terms.price.minor.to_string()
            data-currency=terms.price.currency.code()
            data-per=terms.priced_by.reference_amount.to_string()
            data-sold=is_there(&offer).then(|| wrong_quantity_text(&cx, terms.sold_by, most(&offer)))
        />
        <p class="c-buy__only">
            <strong><bdi>{name}</bdi></strong>
            <Price terms cx=cx.clone()/>
            <Stock offer cx/>
        </p>
    }
}

/// How much is there.
#[component]
fn Stock(
    /// The size.
    offer: OfferView,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let sold_by = offer.terms.sold_by;
    if !is_there(&offer) {
        EitherOf3::A(view! { <small class="c-stock c-stock--none">{cx.t(t::PRODUCT_STOCK_NONE)}</small> })
    } else if offer.available < FEW.saturating_mul(sold_by.step.max(1)) {
        let left = quantity_text(&cx, Quantity(offer.available), sold_by.unit);
        EitherOf3::B(view! { <small class="c-stock c-stock--few">{cx.tv(t::product_stock_few(left))}</small> })
    } else {
        EitherOf3::C(view! { <small class="c-stock">{cx.t(t::PRODUCT_STOCK_YES)}</small> })
    }
}

/// Nothing to choose.
#[component]
fn SoldOut(
    /// The request.
    cx: Cx,
) -> impl IntoView {
    view! {
        <div class="c-notice c-notice--error">
            <strong>{cx.tv(t::PRODUCT_STOCK_NONE)}</strong>
            <p>{cx.tv(t::PRODUCT_STOCK_NONE_TEXT)}</p>
        </div>
    }
}

/// Whether the least that is sold can be bought.
fn is_there(offer: &OfferView) -> bool {
    offer.available >= offer.terms.sold_by.min.max(1)
}

/// The most that can be bought now.
fn most(offer: &OfferView) -> i64 {
    offer.terms.sold_by.most_of(offer.available)
}

/// The name that tells the amount of this size's form from the page's other amounts.
pub(super) fn amount_field(offer: OfferId) -> String {
    format!("quantity-{offer}")
}

fn hint_id(offer: &OfferView) -> String {
    format!("quantity-hint-{}", offer.id)
}

/// The size chosen at first: the first one that is there, else the first.
pub fn first_choice(offers: &[OfferView]) -> Option<&OfferView> {
    offers.iter().find(|offer| is_there(offer)).or_else(|| offers.first())
}
