//! Choosing a size and an amount. Packets and weighed goods are two forms: "2" means two packets in one and two grams in
//! the other, and without a script nothing could tell them apart.

use domain::view::OfferView;
use domain::{OfferId, Quantity, SoldBy, Unit};
use l10n::{Text, format, t};
use leptos::either::{Either, EitherOf3};
use leptos::html::Form;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::amount_field::AmountField;
use crate::awake::awake;
use crate::field::field_id;
use crate::notice::{Notice, Tone};
use crate::price::{PerKilogram, Price, quantity_text, size_text, wrong_quantity_text};
use crate::words::{Say, words};

/// Below this many pieces or steps, the page says how much is left.
const FEW: i64 = 10;

/// The texts these parts may show.
pub const TEXTS: &[Text] = &[
    t::BUTTON_ADD_TO_CART,
    t::CART_ADDED,
    t::ISLAND_STEP_LESS,
    t::ISLAND_STEP_MORE,
    t::PRODUCT_QUANTITY,
    t::PRODUCT_QUANTITY_GRAMS,
    t::PRODUCT_SIZE,
    t::PRODUCT_SIZE_WEIGHED,
    t::PRODUCT_STOCK_NONE,
    t::PRODUCT_STOCK_YES,
    t::SHELL_CART_SEE,
    t::ids::PRODUCT_QUANTITY_HINT,
    t::ids::PRODUCT_QUANTITY_ONLY,
    t::ids::PRODUCT_QUANTITY_RANGE,
    t::ids::PRODUCT_QUANTITY_STEPS,
    t::ids::PRODUCT_STOCK_FEW,
];

/// A form that puts a size of a product into the cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseView {
    /// The sizes, all sold in the same unit.
    pub offers: Vec<OfferView>,
    /// The size chosen at first.
    pub chosen: OfferId,
    /// The amount as it stands in the field.
    pub typed: String,
    /// What is wrong with it, when it was just refused.
    pub problem: Option<String>,
    /// The form whose button stays under the thumb.
    pub is_main: bool,
    /// Something of this form was just put into the cart.
    pub is_added: bool,
    /// Where the form goes.
    pub action: String,
    /// Where one comes back to.
    pub back: String,
    /// The cart's page.
    pub cart: String,
}

/// What the form can be asked to do once a script listens.
pub trait PurchaseActions: Copy + Send + Sync + 'static {
    /// Adds `typed` of `offer`. Afterwards `refused` holds why not, if not, and `is_busy` is off again. `form` is sent the
    /// ordinary way when nothing else works.
    fn add(
        self,
        offer: OfferId,
        typed: String,
        form: NodeRef<Form>,
        is_busy: RwSignal<bool>,
        refused: RwSignal<Option<String>>,
    );
}

/// The name that tells the amount of this size's form from the page's other amounts.
pub fn amount_field_name(offer: OfferId) -> String {
    ["quantity-", &offer.to_string()].concat()
}

/// Sizes, amount, sum, and the button.
#[component]
pub fn PurchaseForm<Actions: PurchaseActions>(
    /// The form.
    view: PurchaseView,
    /// What it can do.
    actions: Actions,
) -> impl IntoView {
    let words = words();
    let first = view
        .offers
        .iter()
        .find(|offer| offer.id == view.chosen)
        .or_else(|| OfferView::first_choice(&view.offers))
        .cloned();
    let first = first?;
    let is_weighed = first.terms.sold_by.unit != Unit::Piece;
    let offers = StoredValue::new(view.offers.clone());
    let chosen = RwSignal::new(first.clone());
    let typed = RwSignal::new(view.typed);
    let problem = RwSignal::new(view.problem);
    let is_busy = RwSignal::new(false);
    let form = NodeRef::<Form>::new();
    let field = amount_field_name(first.id);
    let said = {
        let words = words.clone();
        StoredValue::new(move |offer: &OfferView, typed: &str| rules_say(&words, offer, typed))
    };
    let check = move |is_finished: bool| {
        let says =
            chosen.with_untracked(|offer| typed.with_untracked(|typed| said.with_value(|said| said(offer, typed))));
        // A number half typed is no mistake yet.
        if says.is_none() || is_finished {
            problem.set(says);
        }
    };
    let choose = move |id: OfferId| {
        let found = offers.with_value(|offers| offers.iter().find(|offer| offer.id == id).cloned());
        let Some(offer) = found else { return };
        // An amount that does not fit the new size becomes the least.
        let rules = SoldBy {
            max: offer.most(),
            ..offer.terms.sold_by
        };
        if typed.with_untracked(|typed| rules.parse(typed).is_err()) {
            typed.set(rules.min.max(1).to_string());
        }
        chosen.set(offer);
        problem.set(None);
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        check(true);
        if is_busy.get_untracked() || problem.with_untracked(Option::is_some) {
            return;
        }
        is_busy.set(true);
        actions.add(
            chosen.with_untracked(|offer| offer.id),
            typed.get_untracked(),
            form,
            is_busy,
            problem,
        );
    };
    let sizes = if view.offers.len() == 1 {
        Either::Left(view! { <OnlySize offer=first.clone()/> })
    } else {
        let cards = view
            .offers
            .into_iter()
            .map(|offer| {
                let is_chosen = offer.id == first.id;
                view! { <SizeCard offer is_chosen choose/> }
            })
            .collect_view();
        Either::Right(view! {
            <fieldset class="c-fieldset">
                <legend>{words.get(if is_weighed { t::PRODUCT_SIZE_WEIGHED } else { t::PRODUCT_SIZE })}</legend>
                <div class="c-choices c-choices--row">{cards}</div>
            </fieldset>
        })
    };
    let hint_id = ["quantity-hint-", &first.id.to_string()].concat();
    let hint = is_weighed.then(|| {
        let words = words.clone();
        view! {
            <p class="c-field__hint" id=hint_id.clone()>
                {move || chosen.with(|offer| words.get(hint_of(words.locale(), offer)))}
            </p>
        }
    });
    let error_id = [&field_id(&field), "-error"].concat();
    let described_by = if is_weighed {
        [&error_id, " ", &hint_id].concat()
    } else {
        error_id.clone()
    };
    let awake = awake();
    let locale = words.locale();
    let sum = move || {
        // Empty until a script keeps it right.
        awake.get().then(|| {
            let total = chosen.with(|offer| {
                let quantity = typed.with(|typed| offer.terms.sold_by.parse(typed)).ok()?;
                offer.terms.line_total(quantity).ok()
            });
            total.map_or_else(|| "–".to_owned(), |total| format::money(locale, total))
        })
    };
    let bar = first.is_there().then(|| {
        let label = words.get(if is_weighed {
            t::PRODUCT_QUANTITY_GRAMS
        } else {
            t::PRODUCT_QUANTITY
        });
        view! {
            <div class="c-buy__bar">
                <p
                    class="c-field__error"
                    id=error_id.clone()
                    role="alert"
                    data-testid="quantity-error"
                    hidden=move || problem.with(Option::is_none)
                >
                    {move || problem.get().unwrap_or_default()}
                </p>
                <AmountField
                    name="quantity".to_owned()
                    id=field_id(&field)
                    typed
                    rules=Signal::derive(move || chosen.with(|offer| (offer.terms.sold_by, offer.most())))
                    label
                    maxlength=20
                    is_wrong=Signal::derive(move || problem.with(Option::is_some))
                    described_by=move || Some(described_by.clone())
                    on_change=check
                />
                <button class="c-button c-button--primary">
                    <span>{words.get(t::BUTTON_ADD_TO_CART)}</span>
                    <small data-testid="purchase-total"><bdi>{sum}</bdi></small>
                </button>
            </div>
        }
    });
    let added = view.is_added.then(|| {
        view! {
            <div id="added">
                <Notice tone=Tone::Good>
                    <strong><Say text=t::CART_ADDED/></strong>" "
                    <a class="c-link" href=view.cart><Say text=t::SHELL_CART_SEE/></a>
                </Notice>
            </div>
        }
    });
    Some(view! {
        <form
            node_ref=form
            class=if view.is_main { "c-buy c-buy--main" } else { "c-buy" }
            method="post"
            action=view.action
            novalidate
            aria-busy=move || is_busy.get().then_some("true")
            on:submit=submit
        >
            <input type="hidden" name="back" value=view.back/>
            {sizes}
            {hint}
            {bar}
            {added}
        </form>
    })
}

/// Why the amount of the size cannot be ordered.
fn rules_say(words: &l10n::Words, offer: &OfferView, typed: &str) -> Option<String> {
    let rules = SoldBy {
        max: offer.most(),
        ..offer.terms.sold_by
    };
    rules
        .parse(typed)
        .is_err()
        .then(|| wrong_quantity_text(words, offer.terms.sold_by, offer.most()))
}

fn hint_of(locale: domain::Locale, offer: &OfferView) -> l10n::Message<'static> {
    let sold_by = offer.terms.sold_by;
    let amount = |amount| quantity_text(locale, Quantity(amount), sold_by.unit);
    t::product_quantity_hint(amount(sold_by.min), amount(offer.most()), amount(sold_by.step))
}

/// One size of several, as a card one chooses.
#[component]
fn SizeCard<Choose: Fn(OfferId) + Copy + Send + Sync + 'static>(
    /// The size.
    offer: OfferView,
    /// Whether it is chosen at first.
    is_chosen: bool,
    /// Called when it is chosen.
    choose: Choose,
) -> impl IntoView {
    let locale = words().locale();
    let (id, terms) = (offer.id, offer.terms);
    let input = NodeRef::<leptos::html::Input>::new();
    // A size chosen before the script listened, or put back by the browser, counts.
    Effect::new(move |_| {
        if input.get().is_some_and(|input| input.checked() && !is_chosen) {
            choose(id);
        }
    });
    view! {
        <label class="c-choice">
            <input
                node_ref=input
                type="radio"
                name="offer"
                value=id.get()
                checked=is_chosen
                disabled=!offer.is_there()
                on:change=move |_| choose(id)
            />
            <span class="c-choice__text">
                <strong><bdi>{size_text(locale, &terms)}</bdi></strong>
                <Price terms locale/>
                <PerKilogram terms without_weight=true locale/>
                <Stock offer/>
            </span>
        </label>
    }
}

/// The only size of its unit: nothing to choose.
#[component]
fn OnlySize(
    /// The size.
    offer: OfferView,
) -> impl IntoView {
    let words = words();
    let terms = offer.terms;
    let name = match terms.sold_by.unit {
        Unit::Piece => size_text(words.locale(), &terms),
        Unit::Gram | Unit::Millilitre => words.get(t::PRODUCT_SIZE_WEIGHED),
    };
    view! {
        <input type="hidden" name="offer" value=offer.id.get()/>
        <p class="c-buy__only">
            <strong><bdi>{name}</bdi></strong>
            <Price terms locale=words.locale()/>
            <Stock offer/>
        </p>
    }
}

/// How much is there.
#[component]
fn Stock(
    /// The size.
    offer: OfferView,
) -> impl IntoView {
    let words = words();
    let sold_by = offer.terms.sold_by;
    if !offer.is_there() {
        EitherOf3::A(view! { <small class="c-stock c-stock--none">{words.get(t::PRODUCT_STOCK_NONE)}</small> })
    } else if offer.available < FEW.saturating_mul(sold_by.step.max(1)) {
        let left = quantity_text(words.locale(), Quantity(offer.available), sold_by.unit);
        EitherOf3::B(view! { <small class="c-stock c-stock--few"><Say text=t::product_stock_few(left)/></small> })
    } else {
        EitherOf3::C(view! { <small class="c-stock">{words.get(t::PRODUCT_STOCK_YES)}</small> })
    }
}
