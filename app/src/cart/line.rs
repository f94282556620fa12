//! One line of the cart.

use domain::{FieldCode, OfferTerms, Quantity, Unit};
use l10n::t;
use leptos::prelude::*;
use service::cart::{CartLine, LineState};

use crate::cx::Cx;
use crate::routes::Product;
use crate::ui::{
    Amount, FieldError, PerKilogram, Price, Shape, ShopPicture, ShownText, Step, StepButton, field_id, quantity_text,
    wrong_quantity_text,
};

/// A line: what it is, how much of it, what it costs, and what to do when it cannot be bought.
#[component]
pub(super) fn CartLineItem(
    /// The request.
    cx: Cx,
    /// The line.
    line: CartLine,
    /// The quantity as typed, when it could not be saved.
    typed: Option<String>,
) -> impl IntoView {
    let url = cx.url(&Product::new(&line.product_slug));
    // A product taken out of the shop has no picture.
    let picture = (!line.picture.key.is_empty())
        .then(|| view! { <ShopPicture picture=line.picture.clone() shape=Shape::Thumb/> });
    let remove = cx.t(t::cart_remove_named(line.name.text.as_str()));
    view! {
        <li
            class="c-line"
            id=format!("line-{}", line.offer)
            data-testid="cart-line"
            data-offer=line.offer.to_string()
            data-state=state_word(line.state)
        >
            <a class="c-line__picture" href=url.clone() tabindex="-1" aria-hidden="true">{picture}</a>
            <div class="c-line__body">
                <a href=url><ShownText shown=line.name.clone() cx=cx.clone()/></a>
                <p class="c-muted c-small">
                    <Price terms=line.terms cx=cx.clone()/>" "
                    <PerKilogram terms=line.terms cx=cx.clone()/>
                </p>
                <LineProblem cx=cx.clone() state=line.state available=line.available unit=line.terms.sold_by.unit/>
                <div class="c-row">
                    <QuantityField cx=cx.clone() line=QuantityLine::of(&line, typed)/>
                    <button
                        class="c-button c-button--quiet"
                        name="remove"
                        value=line.offer.to_string()
                        aria-label=remove
                        data-testid="cart-remove"
                    >
                        {cx.t(t::CART_REMOVE)}
                    </button>
                </div>
            </div>
            <div class="c-line__side" data-testid="line-total"><Amount money=line.total cx=cx.clone()/></div>
        </li>
    }
    .into_any()
}

/// The word for scripts and tests.
const fn state_word(state: LineState) -> &'static str {
    match state {
        LineState::Ready => "ready",
        LineState::Short => "short",
        LineState::Gone => "gone",
    }
}

/// Why a line cannot be bought, and what to do about it.
#[component]
fn LineProblem(
    /// The request.
    cx: Cx,
    /// Whether it can be bought.
    state: LineState,
    /// What is left, in `unit`.
    available: i64,
    /// The offer's unit.
    unit: Unit,
) -> impl IntoView {
    let text = match state {
        LineState::Ready => return ().into_any(),
        LineState::Short => {
            let left = quantity_text(&cx, Quantity(available), unit);
            cx.tv(t::cart_line_short(left)).into_any()
        }
        LineState::Gone => cx.tv(t::CART_LINE_GONE).into_any(),
    };
    view! { <p class="c-notice c-notice--error">{text}</p> }.into_any()
}

/// What the quantity field needs of its line.
struct QuantityLine {
    field: String,
    name: String,
    value: String,
    terms: OfferTerms,
    most: i64,
    error: Option<FieldCode>,
}

impl QuantityLine {
    fn of(line: &CartLine, typed: Option<String>) -> Self {
        let value = typed.unwrap_or_else(|| line.quantity.amount().to_string());
        let is_fine = value.trim() == "0" || line.terms.sold_by.parse(value.trim()).is_ok();
        Self {
            field: format!("quantity-{}", line.offer),
            name: line.name.text.clone(),
            terms: line.terms,
            most: line.terms.sold_by.most_of(line.available.max(line.terms.sold_by.min)),
            error: (!is_fine).then_some(FieldCode::InvalidQuantity),
            value,
        }
    }

    /// The rules of the quantity, where they are not simply "so many pieces".
    fn rules(&self, cx: &Cx) -> Option<l10n::Message<'static>> {
        let sold_by = self.terms.sold_by;
        if sold_by.unit == Unit::Piece && sold_by.step <= 1 && sold_by.min <= 1 {
            return None;
        }
        let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
        Some(t::cart_line_steps(
            amount(sold_by.min),
            amount(sold_by.max),
            amount(sold_by.step),
        ))
    }
}

/// The quantity: a plain number field, which a script may turn into a stepper by its `data-` rules.
#[component]
fn QuantityField(
    /// The request.
    cx: Cx,
    /// The line.
    line: QuantityLine,
) -> impl IntoView {
    let sold_by = line.terms.sold_by;
    let hint_id = format!("{}-hint", field_id(&line.field));
    let error_id = format!("{}-error", field_id(&line.field));
    let hint = line
        .rules(&cx)
        .map(|rules| view! { <p class="c-field__hint" id=hint_id.clone()>{cx.tv(rules)}</p> });
    let problem = line.error.map(|_| wrong_quantity_text(&cx, sold_by, line.most));
    let described_by = match (line.error, &hint) {
        (Some(_), _) => Some(error_id),
        (None, Some(_)) => Some(hint_id),
        (None, None) => None,
    };
    let class = if line.error.is_some() {
        "c-field c-field--short c-field--wrong"
    } else {
        "c-field c-field--short"
    };
    view! {
        <div class=class>
            <label class="c-hidden" for=field_id(&line.field)>{cx.tv(t::cart_quantity_named(line.name))}</label>
            <span class="c-row">
                <span class="c-amount">
                <StepButton step=Step::Less cx=cx.clone()/>
                <input
                    class="c-amount__input"
                    id=field_id(&line.field)
                    name=line.field.clone()
                    type="text"
                    inputmode="numeric"
                    dir="ltr"
                    autocomplete="off"
                    maxlength="9"
                    value=line.value
                    data-min=sold_by.min.to_string()
                    data-step=sold_by.step.to_string()
                    data-max=line.most.to_string()
                    aria-invalid=line.error.map(|_| "true")
                    aria-describedby=described_by
                />
                <StepButton step=Step::More cx=cx.clone()/>
            </span>
                <span class="c-muted">{cx.t(unit_word(sold_by.unit))}</span>
            </span>
            {hint}
            <FieldError cx name=line.field error=line.error text=problem.unwrap_or_default()/>
        </div>
    }
    .into_any()
}

/// The unit behind a number.
pub(crate) const fn unit_word(unit: Unit) -> l10n::Text {
    match unit {
        Unit::Piece => t::CART_UNIT_PIECE,
        Unit::Gram => t::CART_UNIT_GRAM,
        Unit::Millilitre => t::CART_UNIT_MILLILITRE,
    }
}
