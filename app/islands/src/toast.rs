//! The page's live region: read out by screen readers, shown as a short message that goes away by itself.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use components::live;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::island::island;

/// How long a message stays: long enough to read it and reach its link.
const SAID: Duration = Duration::from_secs(6);

/// What the region needs. Its sentences come finished: every page has it, and the code that fills patterns is in parts
/// that only some pages load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToastProps {
    /// The cart's page.
    pub cart: String,
    /// The link to it.
    pub see_cart: String,
    /// The cart is as it was typed.
    pub saved: String,
    /// There is no network.
    pub offline: String,
    /// The shop has too much to do.
    pub busy: String,
}

#[cfg(feature = "ssr")]
impl ToastProps {
    /// Its sentences in a language.
    pub fn new(texts: &l10n::Texts, locale: domain::Locale, cart: String) -> Self {
        let says = |text: l10n::Text| texts.get(locale, text);
        Self {
            cart,
            see_cart: says(l10n::t::SHELL_CART_SEE),
            saved: says(l10n::t::CART_SAVED),
            offline: says(l10n::t::ISLAND_OFFLINE),
            busy: says(l10n::t::ERROR_BUSY),
        }
    }
}

/// A short message.
#[derive(Clone, Debug)]
pub(crate) enum Toast {
    /// Something is in the cart now; the sentence says what.
    Added(String),
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
    /// How many there were.
    static COUNT: Cell<u32> = const { Cell::new(0) };
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
    let number = COUNT.get().wrapping_add(1);
    COUNT.set(number);
    saying().set(Some(toast));
    set_timeout(
        move || {
            // A later message has a clock of its own.
            if COUNT.get() == number {
                quiet();
            }
        },
        SAID,
    );
}

/// Takes the message away: its time is over, or the page it was about is left.
pub(crate) fn quiet() {
    saying().set(None);
}

island! {
    /// The live region.
    toast_island: ToastProps => toast
}

fn toast(props: ToastProps) -> impl IntoView {
    let said = RwSignal::from(saying());
    let message = move || {
        let toast = said.get()?;
        let link = matches!(toast, Toast::Added(_)).then(|| {
            view! { <a class="c-link" href=props.cart.clone()>{props.see_cart.clone()}</a> }
        });
        let text = match toast {
            Toast::Added(text) | Toast::Said(text) => text,
            Toast::Saved => props.saved.clone(),
            Toast::Offline => props.offline.clone(),
            Toast::Busy => props.busy.clone(),
        };
        Some(view! {
            <p>{text}</p>
            {link}
        })
    };
    let is_quiet = live(move || said.with(Option::is_none));
    view! {
        <div id="status" class="c-status" class:c-status--quiet=is_quiet role="status" aria-live="polite">{message}</div>
    }
}
