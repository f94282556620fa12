//! The cart: cooperatives, lines, sums, what is wrong with a line, and the way back after taking one out.

mod line;
mod totals;

use domain::view::{CartLine, CartSeller, CartView};
use domain::{OfferId, Unit};
use l10n::{Text, format, t};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use self::line::CartLineItem;
use self::totals::CartTotals;
use crate::icon::{Icon, IconName};
use crate::inert::{inert, inert_contents};
use crate::live::{live, on};
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
    t::ids::CART_STEP_NEXT,
    t::ids::CART_STEP_PRICE,
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
    /// It waits on the phone for a network, and this says so: one may go on.
    Kept(String),
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
        <div class="c-undo" aria-live="polite">
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
        <form class="c-split c-cart" id="cart-form" method="post" action=places.cart novalidate data-testid="cart" on:submit=submit>
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

/// The unit behind a number.
pub const fn unit_word(unit: Unit) -> Text {
    match unit {
        Unit::Piece => t::CART_UNIT_PIECE,
        Unit::Gram => t::CART_UNIT_GRAM,
        Unit::Millilitre => t::CART_UNIT_MILLILITRE,
    }
}
