//! The cart of this document. Badge, cart page and short messages show the same signals; what changes it goes out one
//! call after the other, and of several changes to one line only the last.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;

use components::Trouble;
use domain::view::{CartLine, CartView};
use domain::{Currency, Locale, Money, OfferId, Quantity, Weight};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Something that waits for its turn.
type Task = Pin<Box<dyn Future<Output = ()>>>;

/// What islands show of the cart.
#[derive(Clone)]
pub(crate) struct Shown {
    /// How many lines there are.
    pub count: ArcRwSignal<u32>,
    /// The cart as it will be when all that was asked for is done.
    pub cart: ArcRwSignal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    pub troubles: ArcRwSignal<Vec<Trouble>>,
    /// What was taken out last.
    pub removed: ArcRwSignal<Option<CartLine>>,
}

impl Shown {
    fn new() -> Self {
        Self {
            count: ArcRwSignal::new(0),
            cart: ArcRwSignal::new(empty()),
            troubles: ArcRwSignal::new(Vec::new()),
            removed: ArcRwSignal::new(None),
        }
    }
}

pub(super) struct Store {
    pub shown: Shown,
    /// The cart as the shop said it last.
    confirmed: CartView,
    /// Quantities asked for that no answer covers yet, the newest of each line.
    pub asked: Vec<(OfferId, Quantity)>,
    /// How they change what is shown; set by whoever asks, since most pages load no arithmetic.
    pub apply: fn(&mut CartView, OfferId, Quantity),
    waiting: VecDeque<Task>,
    is_running: bool,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::new(Store {
        shown: Shown::new(),
        confirmed: empty(),
        asked: Vec::new(),
        apply: |_, _, _| (),
        waiting: VecDeque::new(),
        is_running: false,
    });
}

fn empty() -> CartView {
    CartView {
        locale: Locale::default(),
        sellers: Vec::new(),
        goods: Money::zero(Currency::Cny),
        weight: Weight(0),
        count: 0,
    }
}

pub(super) fn with<T>(use_it: impl FnOnce(&mut Store) -> T) -> T {
    STORE.with_borrow_mut(use_it)
}

/// The cart's signals: in the browser the document's own, on the server fresh ones for each island.
pub(crate) fn shown() -> Shown {
    if cfg!(feature = "hydrate") {
        with(|store| store.shown.clone())
    } else {
        Shown::new()
    }
}

/// A page came with a count of its own: newer than what was known, unless something is under way.
pub(crate) fn take_count(shown: &Shown, count: u32) {
    let is_settled = cfg!(feature = "ssr") || with(|store| !store.is_running);
    if is_settled && shown.count.get_untracked() != count {
        shown.count.set(count);
    }
}

/// A page or an answer came with the cart as it is now.
pub(crate) fn take_cart(cart: CartView) {
    with(|store| store.confirmed = cart);
    show();
}

/// Shows what the shop said last, with all that is still asked for on top.
pub(super) fn show() {
    let (shown, cart) = with(|store| {
        let mut cart = store.confirmed.clone();
        for (offer, quantity) in &store.asked {
            (store.apply)(&mut cart, *offer, *quantity);
        }
        (store.shown.clone(), cart)
    });
    shown.count.set(cart.count);
    shown.cart.set(cart);
}

/// Puts something in the row: it runs when all before it is done.
pub(crate) fn enqueue(task: impl Future<Output = ()> + 'static) {
    let starts = with(|store| {
        store.waiting.push_back(Box::pin(task));
        !std::mem::replace(&mut store.is_running, true)
    });
    if starts {
        spawn_local(async {
            while let Some(task) = with(|store| {
                let next = store.waiting.pop_front();
                store.is_running = next.is_some();
                next
            }) {
                task.await;
            }
        });
    }
}

#[cfg(feature = "work")]
thread_local! {
    static LEAVING: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Has this run when the page is about to be left, so that what it puts in the row is waited for. The last one to ask has it.
#[cfg(feature = "work")]
pub(crate) fn before_leaving(run: impl Fn() + 'static) {
    LEAVING.set(Some(Box::new(run)));
}

/// A promise that is kept when all that is under way is done: whoever leaves the page waits for it. What was said before goes
/// with the page; what is said of what is still under way stays.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn settled() -> js_sys::Promise {
    crate::toast::quiet();
    #[cfg(feature = "work")]
    LEAVING.with_borrow(|leaving| {
        if let Some(run) = leaving {
            run();
        }
    });
    js_sys::Promise::new(&mut |done, _| {
        enqueue(async move {
            drop(done.call0(&wasm_bindgen::JsValue::UNDEFINED));
        });
    })
}
