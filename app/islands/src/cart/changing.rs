//! Changing quantities: of several changes to one line the last wins, and what was refused is marked at its field.

use components::{Trouble, TroubleKind};
use domain::view::CartView;
use domain::{OfferId, Quantity};
use leptos::prelude::*;

use super::calls::change_cart;
use super::store::{enqueue, show, take_cart, with};
use crate::browser;
use crate::call::Problem;
use crate::toast::{self, Toast};

/// Asks for a quantity of a line; `0` takes it out.
pub(super) fn ask(offer: OfferId, quantity: Quantity) {
    forget_trouble(offer);
    let is_new = with(
        |store| match store.asked.iter_mut().find(|(asked, _)| *asked == offer) {
            // Not sent yet, or sent with an older value: the row looks again when its turn comes.
            Some((_, asked)) => {
                *asked = quantity;
                false
            }
            None => {
                store.apply = CartView::set_quantity;
                store.asked.push((offer, quantity));
                true
            }
        },
    );
    show();
    if is_new {
        enqueue(settle(offer));
    }
}

/// Sends the newest quantity asked for of a line, until no newer one came in meanwhile.
async fn settle(offer: OfferId) {
    let asked = || {
        with(|store| {
            store
                .asked
                .iter()
                .find(|(asked, _)| *asked == offer)
                .map(|(_, quantity)| *quantity)
        })
    };
    while let Some(quantity) = asked() {
        let answer = change_cart(browser::locale(), offer, quantity.amount().to_string()).await;
        // A newer one was asked for: what became of this one does not matter any more.
        if asked() != Some(quantity) {
            if let Ok(cart) = answer {
                take_cart(cart);
            }
            continue;
        }
        with(|store| store.asked.retain(|(asked, _)| *asked != offer));
        match answer {
            Ok(cart) => return take_cart(cart),
            Err(problem) => return fail(offer, quantity, problem),
        }
    }
}

/// Says beside the line why its quantity is not the cart's.
fn fail(offer: OfferId, quantity: Quantity, problem: Problem) {
    let kind = match problem {
        Problem::Refused(text) => TroubleKind::Refused(text),
        Problem::Offline => TroubleKind::Offline,
        Problem::Busy => TroubleKind::Busy,
        Problem::Later(text) => TroubleKind::Later(text),
        Problem::Kept(text) => TroubleKind::Kept(text),
        Problem::Over(text) => {
            toast::say(Toast::Said(text));
            return browser::reload();
        }
        Problem::Broken => return browser::reload(),
    };
    trouble(Trouble {
        offer,
        typed: quantity.amount().to_string(),
        kind,
    });
    show();
}

/// Marks a line.
pub(super) fn trouble(trouble: Trouble) {
    with(|store| store.shown.clone()).troubles.update(|all| {
        all.retain(|known| known.offer != trouble.offer);
        all.push(trouble);
    });
}

/// A line is right again, or about to be.
pub(super) fn forget_trouble(offer: OfferId) {
    let troubles = with(|store| store.shown.clone()).troubles;
    if troubles.with_untracked(|all| all.iter().any(|known| known.offer == offer)) {
        troubles.update(|all| all.retain(|known| known.offer != offer));
    }
}
