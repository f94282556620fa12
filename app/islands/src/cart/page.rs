//! The cart's page.

use components::{CartActions, CartPanel, CartPlaces, Trouble, TroubleKind, field_id, texts};
use domain::view::{CartLine, CartView, LineState};
use domain::{Quantity, parse_amount};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{adding, changing, store};
use crate::browser;
use crate::island::island;
use crate::toast::{self, Toast};

/// What the cart's page starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartProps {
    /// What is in it.
    pub cart: CartView,
    /// Quantities that could not be saved, as typed.
    pub troubles: Vec<Trouble>,
    /// Where forms and links go.
    pub places: CartPlaces,
    /// The checkout.
    pub checkout: String,
}

island! {
    /// Lines, sums, and the way to the checkout.
    cart_island in cart: CartProps => cart, [texts::CART]
}

thread_local! {
    static CHECKOUT: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) };
}

fn cart(props: CartProps) -> impl IntoView {
    let shown = store::shown();
    if cfg!(feature = "hydrate") {
        CHECKOUT.set(props.checkout);
        store::take_cart(props.cart);
    } else {
        shown.cart.set(props.cart);
    }
    shown.troubles.set(props.troubles);
    shown.removed.set(None);
    let cart: RwSignal<CartView> = shown.cart.into();
    let troubles: RwSignal<Vec<Trouble>> = shown.troubles.into();
    let removed: RwSignal<Option<CartLine>> = shown.removed.into();
    view! { <CartPanel cart troubles removed places=props.places actions=Changing/> }
}

#[derive(Clone, Copy)]
struct Changing;

impl CartActions for Changing {
    fn change(self, line: &CartLine, typed: String) {
        match parse_amount(&typed, line.terms.sold_by.unit) {
            Ok(0) => self.remove(line),
            Ok(amount) if amount == line.quantity.amount() => changing::forget_trouble(line.offer),
            _ => match line.terms.sold_by.parse(&typed) {
                Ok(quantity) => changing::ask(line.offer, quantity),
                Err(_) => changing::trouble(Trouble {
                    offer: line.offer,
                    typed,
                    kind: TroubleKind::Rules,
                }),
            },
        }
    }

    fn remove(self, line: &CartLine) {
        // What is sold out cannot be put back.
        let again = (line.state != LineState::Gone).then(|| line.clone());
        store::shown().removed.set(again);
        changing::ask(line.offer, Quantity(0));
    }

    fn undo(self) {
        let removed = store::shown().removed;
        let Some(line) = removed.get_untracked() else { return };
        removed.set(None);
        adding::add(line.offer, line.quantity.amount().to_string(), None, |_| {});
    }

    fn save(self) {
        self.settle_then(|| toast::say(Toast::Saved));
    }

    fn check_out(self) {
        self.settle_then(|| CHECKOUT.with_borrow(|url| browser::go(url)));
    }
}

impl Changing {
    /// Goes on once everything typed is saved; what cannot be is shown instead.
    fn settle_then(self, go_on: impl FnOnce() + 'static) {
        let troubles = store::shown().troubles;
        // What was not saved for want of a network or of time is tried once more.
        for trouble in troubles.get_untracked() {
            let is_worth_it = matches!(
                trouble.kind,
                TroubleKind::Unsaved | TroubleKind::Offline | TroubleKind::Busy | TroubleKind::Later(_)
            );
            let line = store::shown()
                .cart
                .with_untracked(|cart| cart.line(trouble.offer).cloned());
            if let Some(line) = line.filter(|_| is_worth_it) {
                self.change(&line, trouble.typed);
            }
        }
        store::enqueue(async move {
            let in_the_way = |trouble: &&Trouble| !matches!(trouble.kind, TroubleKind::Kept(_));
            match troubles.with_untracked(|all| all.iter().find(in_the_way).map(|trouble| trouble.offer)) {
                None => go_on(),
                Some(offer) => browser::focus(&field_id(&["quantity-", &offer.get().to_string()].concat())),
            }
        });
    }
}
