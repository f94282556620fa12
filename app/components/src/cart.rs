//! The cart: cooperatives, lines, sums, what is wrong with a line, and the way back after taking one out.

use domain::view::{CartLine, CartSeller, CartView, LineState};
use domain::{OfferId, Quantity, SoldBy, Unit};
use l10n::{Message, Text, format, t};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::amount_field::{AmountField, Steps};
use crate::field::{FieldError, error_id, field_class, field_id, hint_id};
use crate::icon::{Icon, IconName};
use crate::inert::{inert, inert_contents};
use crate::live::{effect, live, on};
use crate::picture::{Shape, ShopPicture};
use crate::price::{PerKilogram, Price, quantity_text, wrong_quantity_text};
use crate::text::ShownText;
use crate::words::{Say, words};

/// The texts these parts may show.
pub const TEXTS: &[Text] = &[
    t::BUTTON_CHECKOUT,
    t::CART_CONTINUE,
    t::CART_EMPTY_LINK,
    t::CART_EMPTY_TEXT,
    t::CART_EMPTY_TITLE,
    t::CART_FREIGHT_LATER,
    t::CART_GOODS,
    t::CART_LINE_GONE,
    t::CART_NOT_ORDERABLE,
    t::CART_REMOVE,
    t::CART_SELLER_GOODS,
    t::CART_SUMMARY,
    t::CART_UNDO,
    t::CART_UNIT_GRAM,
    t::CART_UNIT_MILLILITRE,
    t::CART_UNIT_PIECE,
    t::CART_UPDATE,
    t::CART_WEIGHT,
    t::ERROR_BUSY,
    t::ISLAND_OFFLINE,
    t::ISLAND_STEP_LESS,
    t::ISLAND_STEP_MORE,
    t::LANGUAGE_NAME_ES,
    t::LANGUAGE_NAME_UG,
    t::LANGUAGE_NAME_ZH,
    t::ids::CART_LINE_SHORT,
    t::ids::CART_LINE_STEPS,
    t::ids::CART_QUANTITY_NAMED,
    t::ids::CART_REMOVED,
    t::ids::CART_REMOVE_NAMED,
    t::ids::LANGUAGE_SHOWN_IN,
    t::ids::PRODUCT_QUANTITY_ONLY,
    t::ids::PRODUCT_QUANTITY_RANGE,
    t::ids::PRODUCT_QUANTITY_STEPS,
];

/// Why a typed quantity is not the cart's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TroubleKind {
    /// Something else on the page kept it from being saved; it is fine by itself.
    Unsaved,
    /// It is not sold like that; the field's own rules say how.
    Rules,
    /// The shop refused it, and says why.
    Refused(String),
    /// There was no network.
    Offline,
    /// The shop had too much to do.
    Busy,
    /// It could not be saved at that moment, and this is why; it may be fine by itself.
    Later(String),
}

/// A line whose typed quantity is not the cart's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// The line.
    pub offer: OfferId,
    /// As typed.
    pub typed: String,
    /// Why.
    pub kind: TroubleKind,
}

/// Where the cart's forms and links go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartPlaces {
    /// The cart's own page, where its form goes.
    pub cart: String,
    /// All products; a product's page is below it.
    pub products: String,
    /// All shops; a cooperative's page is below it.
    pub shops: String,
}

/// What the cart can be asked to do once a script listens.
pub trait CartActions: Copy + Send + Sync + 'static {
    /// Sets the quantity of a line, as typed and finished.
    fn change(self, line: &CartLine, typed: String);
    /// Takes a line out.
    fn remove(self, line: &CartLine);
    /// Puts back what was taken out last.
    fn undo(self);
    /// Says that everything typed is saved, once it is.
    fn save(self);
    /// Goes to the checkout when everything typed is saved.
    fn check_out(self);
}

/// The cart, full or empty.
#[component]
pub fn CartPanel<Actions: CartActions>(
    /// What is in it.
    #[prop(into)]
    cart: Signal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    #[prop(into)]
    troubles: Signal<Vec<Trouble>>,
    /// What was taken out last and can be put back.
    #[prop(into)]
    removed: Signal<Option<CartLine>>,
    /// Where forms and links go.
    places: CartPlaces,
    /// What it can do.
    actions: Actions,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| cart.with(CartView::is_empty));
    let words = words();
    let again = words.get(t::CART_UNDO);
    let taken_out = live(move || removed.get().map(|line| words.get(t::cart_removed(line.name.text))));
    let is_nothing_removed = live(move || removed.with(Option::is_none));
    let below = places.clone();
    // Both stand in the page from the start: what is only shown and hidden needs no code that builds it.
    view! {
        <div aria-live="polite">
            <div class="c-notice c-notice--good" role="status" data-testid="cart-removed" hidden=is_nothing_removed>
                <span>{taken_out}</span>
                " "
                <button type="button" class="c-button c-button--quiet" on:click=on(move |_| actions.undo())>{again}</button>
            </div>
        </div>
        <div hidden=live(move || !is_empty.get())>{inert_contents(|| view! { <EmptyCart places=below/> })}</div>
        <div hidden=is_empty><FullCart cart troubles places actions/></div>
    }
}

/// Nothing in it.
#[component]
fn EmptyCart(
    /// Where links go.
    places: CartPlaces,
) -> impl IntoView {
    view! {
        <div class="c-empty">
            <Icon name=IconName::Cart/>
            <h2><Say text=t::CART_EMPTY_TITLE/></h2>
            <p><Say text=t::CART_EMPTY_TEXT/></p>
            <a class="c-button c-button--primary" href=places.products><Say text=t::CART_EMPTY_LINK/></a>
        </div>
    }
}

/// The lines by cooperative, and the totals.
#[component]
fn FullCart<Actions: CartActions>(
    /// What is in it.
    cart: Signal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    troubles: Signal<Vec<Trouble>>,
    /// Where forms and links go.
    places: CartPlaces,
    /// What it can do.
    actions: Actions,
) -> impl IntoView {
    let words = words();
    let slugs = move || {
        cart.with(|cart| {
            cart.sellers
                .iter()
                .map(|seller| seller.slug.clone())
                .collect::<Vec<_>>()
        })
    };
    let below = places.clone();
    let seller = {
        let words = words.clone();
        move |slug: String| {
            provide_context(words.clone());
            view! { <SellerLines slug cart troubles places=below.clone() actions/> }
        }
    };
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // The return key and "update" save; only the last button goes on.
        let goes_on = event
            .submitter()
            .is_some_and(|button| button.get_attribute("name").as_deref() == Some("checkout"));
        if goes_on {
            actions.check_out();
        } else {
            actions.save();
        }
    });
    view! {
        <form class="c-split" id="cart-form" method="post" action=places.cart novalidate data-testid="cart" on:submit=submit>
            <div class="c-form">
                // The return key sends a form by its first button: that must not be one that removes something.
                {inert(|| view! { <button class="c-hidden" tabindex="-1" aria-hidden="true">{words.get(t::CART_UPDATE)}</button> })}
                <For each=slugs key=String::clone children=seller/>
                {inert(|| view! {
                    <p class="c-actions">
                        <button class="c-button" data-testid="cart-update">{words.get(t::CART_UPDATE)}</button>
                        <a class="c-button c-button--quiet" href=places.products>{words.get(t::CART_CONTINUE)}</a>
                    </p>
                })}
            </div>
            <CartTotals cart troubles/>
        </form>
    }
}

/// What one cooperative sends.
#[component]
fn SellerLines<Actions: CartActions>(
    /// The cooperative's name in the URL.
    slug: String,
    /// The cart.
    cart: Signal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    troubles: Signal<Vec<Trouble>>,
    /// Where links go.
    places: CartPlaces,
    /// What the lines can do.
    actions: Actions,
) -> impl IntoView {
    let words = words();
    let find = {
        let slug = slug.clone();
        move |cart: &CartView| cart.sellers.iter().find(|seller| seller.slug == slug).cloned()
    };
    let first = cart.with_untracked(&find);
    let seller = Memo::new(move |_| cart.with(&find));
    // A product taken out of the shop has no cooperative to name any more.
    let name = first.filter(|_| !slug.is_empty()).map(|CartSeller { name, .. }| {
        let url = [&places.shops, "/", &slug].concat();
        view! { <h2 class="c-card__title"><a href=url><ShownText shown=name/></a></h2> }
    });
    let offers = move || {
        seller.with(|seller| {
            seller
                .iter()
                .flat_map(|s| &s.lines)
                .map(|line| line.offer)
                .collect::<Vec<_>>()
        })
    };
    let goods = live(move || {
        seller.with(|seller| {
            seller
                .as_ref()
                .map(|seller| format::money(words.locale(), seller.goods))
        })
    });
    let line_words = crate::words::words();
    let line = move |offer: OfferId| {
        provide_context(line_words.clone());
        view! { <CartLineItem offer cart troubles products=places.products.clone() actions/> }
    };
    view! {
        <section class="c-card" data-testid="cart-seller">
            {name}
            <ul class="c-list">
                <For each=offers key=|offer| *offer children=line/>
            </ul>
            <dl class="c-summary">
                <div>
                    <dt><Say text=t::CART_SELLER_GOODS/></dt>
                    <dd data-testid="seller-goods"><bdi class="c-num">{goods}</bdi></dd>
                </div>
            </dl>
        </section>
    }
}

/// A line: what it is, how much of it, what it costs, and what to do when it cannot be bought.
#[component]
fn CartLineItem<Actions: CartActions>(
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
            id=["line-", &offer.to_string()].concat()
            data-testid="cart-line"
            data-offer=offer.to_string()
            data-state=live(move || state_word(line.with(|line| line.state)))
        >
            <a class="c-line__picture" href=url.clone() tabindex="-1" aria-hidden="true">{picture}</a>
            <div class="c-line__body">
                <a href=url><ShownText shown=name.clone()/></a>
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
                        value=offer.to_string()
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
const fn state_word(state: LineState) -> &'static str {
    match state {
        LineState::Ready => "ready",
        LineState::Short => "short",
        LineState::Gone => "gone",
    }
}

/// The quantity of a line.
#[component]
fn QuantityField<Actions: CartActions>(
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
    let name = ["quantity-", &offer.to_string()].concat();
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
                    TroubleKind::Refused(text) | TroubleKind::Later(text) => text,
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
                .is_some_and(|trouble| trouble.kind != TroubleKind::Unsaved)
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
fn steps(locale: domain::Locale, sold_by: SoldBy) -> Option<Message<'static>> {
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

/// The unit behind a number.
pub const fn unit_word(unit: Unit) -> Text {
    match unit {
        Unit::Piece => t::CART_UNIT_PIECE,
        Unit::Gram => t::CART_UNIT_GRAM,
        Unit::Millilitre => t::CART_UNIT_MILLILITRE,
    }
}

/// What it comes to, and the way to the checkout.
#[component]
fn CartTotals(
    /// What is in the cart.
    cart: Signal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    troubles: Signal<Vec<Trouble>>,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let is_orderable = Memo::new(move |_| cart.with(CartView::is_orderable));
    // A quantity that was not saved for want of a network is tried again by going on.
    let is_blocked = move || {
        troubles.with(|troubles| {
            troubles
                .iter()
                .any(|trouble| matches!(trouble.kind, TroubleKind::Rules | TroubleKind::Refused(_)))
        })
    };
    let is_closed = live(move || !is_orderable.get() || is_blocked());
    let is_open = live(move || !is_closed.get());
    view! {
        <aside class="c-card" aria-labelledby="cart-summary">
            {inert(|| view! { <h2 class="c-card__title" id="cart-summary"><Say text=t::CART_SUMMARY/></h2> })}
            <dl class="c-summary">
                <div>
                    {inert(|| view! { <dt><Say text=t::CART_WEIGHT/></dt> })}
                    <dd data-testid="cart-weight">
                        <bdi class="c-num">{live(move || Some(format::weight(locale, cart.with(|cart| cart.weight))))}</bdi>
                    </dd>
                </div>
                <div class="c-summary__total">
                    {inert(|| view! { <dt><Say text=t::CART_GOODS/></dt> })}
                    <dd data-testid="cart-goods">
                        <bdi class="c-num">{live(move || Some(format::money(locale, cart.with(|cart| cart.goods))))}</bdi>
                    </dd>
                </div>
            </dl>
            {inert(|| view! { <p class="c-muted c-small"><Say text=t::CART_FREIGHT_LATER/></p> })}
            <button
                class="c-button c-button--primary c-button--block"
                name="checkout"
                value="1"
                data-testid="checkout"
                hidden=is_closed
            >
                {inert_contents(|| words.get(t::BUTTON_CHECKOUT))}
            </button>
            <p class="c-notice c-notice--warn" hidden=is_open>{inert_contents(|| words.get(t::CART_NOT_ORDERABLE))}</p>
        </aside>
    }
}
