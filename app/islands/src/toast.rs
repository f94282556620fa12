//! The page's live region: read out by screen readers, shown as a short message that goes away by itself.

use std::cell::RefCell;
use std::time::Duration;

use components::{Say, words};
use l10n::t;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::island::island;

/// How long a message stays: long enough to read it and reach its link.
const SAID: Duration = Duration::from_secs(6);

/// What the region needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToastProps {
    /// The cart's page.
    pub cart: String,
}

/// A short message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Toast {
    /// Something is in the cart now.
    Added {
        /// The product.
        product: String,
        /// How much of it there is in the cart.
        amount: String,
    },
    /// A finished sentence.
    Said(String),
    /// The cart is as it was typed.
    Saved,
    /// There is no network.
    Offline,
    /// The shop has too much to do.
    Busy,
}

thread_local! {
    static SAYING: RefCell<Option<ArcRwSignal<Option<Toast>>>> = const { RefCell::new(None) };
}

fn saying() -> ArcRwSignal<Option<Toast>> {
    if cfg!(feature = "hydrate") {
        SAYING.with_borrow_mut(|saying| saying.get_or_insert_with(|| ArcRwSignal::new(None)).clone())
    } else {
        ArcRwSignal::new(None)
    }
}

/// Shows a message for a while, in place of the one before.
pub(crate) fn say(toast: Toast) {
    let region = saying();
    region.set(Some(toast.clone()));
    set_timeout(
        move || {
            // A later message has a clock of its own.
            if region.with_untracked(|now| now.as_ref() == Some(&toast)) {
                region.set(None);
            }
        },
        SAID,
    );
}

island! {
    /// The live region.
    toast_island: ToastProps => toast, [&[t::SHELL_CART_SEE, t::ISLAND_OFFLINE, t::ERROR_BUSY, t::CART_SAVED, t::ids::CART_TOAST_ADDED]]
}

fn toast(props: ToastProps) -> impl IntoView {
    let said = RwSignal::from(saying());
    let words = words();
    let message = move || {
        provide_context(words.clone());
        said.get().map(|toast| match toast {
            Toast::Added { product, amount } => EitherOf3::A(view! {
                <p><Say text=t::cart_toast_added(product, amount)/></p>
                <a class="c-link" href=props.cart.clone()><Say text=t::SHELL_CART_SEE/></a>
            }),
            Toast::Said(text) => EitherOf3::B(view! { <p>{text}</p> }),
            Toast::Saved => EitherOf3::C(view! { <p><Say text=t::CART_SAVED/></p> }),
            Toast::Offline => EitherOf3::C(view! { <p><Say text=t::ISLAND_OFFLINE/></p> }),
            Toast::Busy => EitherOf3::C(view! { <p><Say text=t::ERROR_BUSY/></p> }),
        })
    };
    let is_quiet = move || said.with(Option::is_none);
    view! {
        <div id="status" class="c-status" class:c-status--quiet=is_quiet role="status" aria-live="polite">{message}</div>
    }
}
