//! One line of the cart: what it is, how much of it, what it comes to.

use domain::view::{CartLine, CartView, LineState};
use domain::{OfferId, Quantity, SoldBy, Unit};
use l10n::{Message, format, t};
use leptos::prelude::*;

use super::{CartActions, Trouble, TroubleKind, unit_word};
use crate::amount_field::{AmountField, Steps};
use crate::field::{FieldError, error_id, field_class, field_id, hint_id};
use crate::live::{effect, live, on};
use crate::picture::{Shape, ShopPicture};
use crate::price::{PerKilogram, Price, quantity_text, step_text, wrong_quantity_text};
use crate::text::ShownText;
use crate::words::{Say, words};

/// A line: what it is, how much of it, what it costs, and what to do when it cannot be bought.
#[component]
pub(super) fn CartLineItem<Actions: CartActions>(
    /// The line's offer.
    offer: OfferId,
    /// The cart.
    cart: Signal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    troubles: Signal<Vec<Trouble>>,
    /// Address of all products.
    products: String,
    /// What it can do.
    actions: Actions,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let first = cart.with_untracked(|cart| cart.line(offer).cloned())?;
    // The line as it was last seen: it stays as it was while it is being taken away.
    let line = {
        let first = first.clone();
        Memo::new(move |before: Option<&CartLine>| {
            cart.with(|cart| cart.line(offer).cloned())
                .unwrap_or_else(|| before.unwrap_or(&first).clone())
        })
    };
    let url = [&products, "/", &first.product_slug].concat();
    // A product taken out of the shop has no picture.
    let picture = (!first.picture.key.is_empty())
        .then(|| view! { <ShopPicture picture=first.picture.clone() shape=Shape::Thumb/> });
    let problem = {
        let words = words.clone();
        live(
            move || match line.with(|line| (line.state, line.available, line.terms.sold_by.unit)) {
                (LineState::Ready, ..) => None,
                (LineState::Short, available, unit) => {
                    let left = quantity_text(locale, Quantity(available), unit);
                    Some(words.get(t::cart_line_short(left)))
                }
                (LineState::Gone, ..) => Some(words.get(t::CART_LINE_GONE)),
            },
        )
    };
    // A price that falls with the amount: what it is for this one, which counts before the size's own, and whether a little
    // more makes it fall.
    let steps = (!first.terms.steps.is_empty()).then(|| {
        let words = words.clone();
        let says = live(move || Some(line.with(|line| step_text(&words, &line.terms, line.quantity, line.available))));
        view! { <p class="c-line__step" data-testid="line-step">{says}</p> }
    });
    let is_ready = live(move || line.with(|line| line.state == LineState::Ready));
    let remove = on(move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        line.with_untracked(|line| actions.remove(line));
    });
    let words = crate::words::words();
    let name = first.name.clone();
    Some(view! {
        <li
            class="c-line"
            id=["line-", &offer.get().to_string()].concat()
            data-testid="cart-line"
            data-offer=offer.get().to_string()
            data-state=live(move || state_word(line.with(|line| line.state)))
        >
            <a class="c-line__picture" href=url.clone() tabindex="-1" aria-hidden="true">{picture}</a>
            <div class="c-line__body">
                <a href=url><ShownText shown=name.clone()/></a>
                {steps}
                <p class="c-muted c-small">
                    <Price terms=first.terms locale/>" "
                    <PerKilogram terms=first.terms locale/>
                </p>
                <p class="c-notice c-notice--error" hidden=is_ready>{problem}</p>
                <div class="c-row">
                    <QuantityField first=first.clone() line troubles actions/>
                    <button
                        class="c-button c-button--quiet"
                        name="remove"
                        value=offer.get().to_string()
                        aria-label=words.get(t::cart_remove_named(name.text))
                        data-testid="cart-remove"
                        on:click=remove
                    >
                        {words.get(t::CART_REMOVE)}
                    </button>
                </div>
            </div>
            <div class="c-line__side" data-testid="line-total">
                <bdi class="c-num">{live(move || Some(format::money(locale, line.with(|line| line.total))))}</bdi>
            </div>
        </li>
    })
}

/// The word for scripts and tests.
pub(super) const fn state_word(state: LineState) -> &'static str {
    match state {
        LineState::Ready => "ready",
        LineState::Short => "short",
        LineState::Gone => "gone",
    }
}

/// The quantity of a line.
#[component]
pub(super) fn QuantityField<Actions: CartActions>(
    /// The line as it is at first.
    first: CartLine,
    /// The line as it is.
    line: Memo<CartLine>,
    /// Lines whose typed quantity is not the cart's.
    troubles: Signal<Vec<Trouble>>,
    /// What the line can do.
    actions: Actions,
) -> impl IntoView {
    let words = words();
    let offer = first.offer;
    let sold_by = first.terms.sold_by;
    let name = ["quantity-", &offer.get().to_string()].concat();
    let trouble = Memo::new(move |_| troubles.with(|all| all.iter().find(|trouble| trouble.offer == offer).cloned()));
    let at_first = trouble.with_untracked(|trouble| trouble.as_ref().map(|trouble| trouble.typed.clone()));
    let typed = RwSignal::new(at_first.unwrap_or_else(|| first.quantity.amount().to_string()));
    // What the cart says stands in the field, unless something else was typed and is still to be settled.
    effect(move |_| {
        let quantity = line.with(|line| line.quantity.amount());
        if trouble.with(Option::is_none) {
            typed.set(quantity.to_string());
        }
        true
    });
    let on_change = Callback::new(move |is_finished: bool| {
        if is_finished {
            line.with_untracked(|line| actions.change(line, typed.get_untracked()));
        }
    });
    let hint = steps(words.locale(), sold_by).map(|text| {
        view! { <p class="c-field__hint" id=hint_id(&name)><Say text/></p> }
    });
    let says = {
        let words = words.clone();
        let id = error_id(&name);
        move || {
            trouble.get().and_then(|trouble| {
                let text = match trouble.kind {
                    TroubleKind::Unsaved => return None,
                    TroubleKind::Rules => {
                        let most = line.with(|line| sold_by.most_of(line.available.max(sold_by.min)));
                        wrong_quantity_text(&words, sold_by, most)
                    }
                    TroubleKind::Refused(text) | TroubleKind::Later(text) | TroubleKind::Kept(text) => text,
                    TroubleKind::Offline => words.get(t::ISLAND_OFFLINE),
                    TroubleKind::Busy => words.get(t::ERROR_BUSY),
                };
                Some(view! { <FieldError id=id.clone() text/> })
            })
        }
    };
    let is_wrong = Signal::derive(move || {
        trouble.with(|trouble| {
            trouble
                .as_ref()
                .is_some_and(|trouble| !matches!(trouble.kind, TroubleKind::Unsaved | TroubleKind::Kept(_)))
        })
    });
    let has_hint = hint.is_some();
    let described = name.clone();
    let most = move || line.with(|line| sold_by.most_of(line.available.max(sold_by.min)));
    view! {
        <div class=live(move || field_class(is_wrong.get(), true))>
            <label class="c-hidden" for=field_id(&name)><Say text=t::cart_quantity_named(first.name.text)/></label>
            <div class="c-row">
                <AmountField
                    id=field_id(&name)
                    name=name.clone()
                    typed
                    steps=Steps::new(&words)
                    rules=Signal::derive(move || (sold_by, most()))
                    maxlength=20
                    is_wrong
                    described_by=live(move || match (is_wrong.get(), has_hint) {
                        (true, _) => Some(error_id(&described)),
                        (false, true) => Some(hint_id(&described)),
                        (false, false) => None,
                    })
                    on_change
                />
                <span class="c-muted">{words.get(unit_word(sold_by.unit))}</span>
            </div>
            {hint}
            {says}
        </div>
    }
}

/// The rules of the quantity, where they are not simply "so many pieces".
pub(super) fn steps(locale: domain::Locale, sold_by: SoldBy) -> Option<Message<'static>> {
    if sold_by.unit == Unit::Piece && sold_by.step <= 1 && sold_by.min <= 1 {
        return None;
    }
    let amount = |amount| quantity_text(locale, Quantity(amount), sold_by.unit);
    Some(t::cart_line_steps(
        amount(sold_by.min),
        amount(sold_by.max),
        amount(sold_by.step),
    ))
}
