//! Choosing a size and an amount. Packets and weighed goods are choices of one form: an amount that was not touched becomes the
//! least of the size that is chosen, here as one chooses and on the server for who has no script ([`PurchaseView::least`]).

use domain::view::OfferView;
use domain::{Locale, OfferId, OfferTerms, Quantity, SoldBy, Unit};
use l10n::{Text, format, t};
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use leptos::web_sys::HtmlFormElement;
use serde::{Deserialize, Serialize};

use crate::amount_field::{AmountField, Steps};
use crate::field::field_id;
use crate::hydrated::hydrated;
use crate::inert::inert;
use crate::live::{effect, live, on};
use crate::notice::{Notice, Tone};
use crate::price::{PerKilogram, Price, StepPrices, quantity_text, size_text, wrong_quantity_text};
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
    t::ids::PRODUCT_STEP_FROM,
    t::ids::PRODUCT_STOCK_FEW,
];

/// A size of a product, and what there is to say of its amounts. The sentences come finished: for a handful of sizes that is
/// less than the code that would fill their patterns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeView {
    /// The size.
    pub offer: OfferView,
    /// Which amounts are sold, where that is not plain: of what is weighed.
    #[serde(skip)]
    pub hint: Option<String>,
    /// The same, to somebody who typed another one.
    pub wrong: String,
}

impl SizeView {
    /// A size in the words of a language.
    pub fn new(words: &l10n::Words, offer: OfferView) -> Self {
        Self {
            hint: hint_of(words, &offer),
            wrong: wrong_quantity_text(words, offer.terms.sold_by, offer.most()),
            offer,
        }
    }

    /// Why the amount cannot be ordered.
    fn rules_say(&self, typed: &str) -> Option<&str> {
        let rules = SoldBy {
            max: self.offer.most(),
            ..self.offer.terms.sold_by
        };
        rules.parse(typed).is_err().then_some(&self.wrong)
    }
}

/// A form that puts a size of a product into the cart. What is skipped stands in the markup alone, which the browser takes over
/// as the server made it: it is not sent a second time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseView {
    /// The sizes.
    pub sizes: Vec<SizeView>,
    /// What the buttons that change the amount are called, read aloud.
    #[serde(skip)]
    pub steps: Steps,
    /// What the amount is called, read aloud.
    #[serde(skip)]
    pub label: String,
    /// The page's language.
    pub locale: Locale,
    /// The size chosen at first.
    pub chosen: OfferId,
    /// The amount as it stands in the field.
    pub typed: String,
    /// What is wrong with it, when it was just refused.
    pub problem: Option<String>,
    /// The least amounts of the sizes that the amount in the field is not meant for: sold in another unit than the one chosen at
    /// first, or not in such an amount. It is what they are sold by when the field is left as the page came.
    #[serde(skip)]
    pub least: Vec<(OfferId, i64)>,
    /// Something of this form was just put into the cart.
    pub is_added: bool,
    /// Where the form goes.
    #[serde(skip)]
    pub action: String,
    /// Where one comes back to.
    #[serde(skip)]
    pub back: String,
    /// The cart's page.
    #[serde(skip)]
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
        form: HtmlFormElement,
        is_busy: RwSignal<bool>,
        refused: RwSignal<Option<String>>,
    );
}

/// Name of the field with the amount as the page showed it.
pub const SHOWN: &str = "shown";

/// Name of the field with the least that is sold of a size ([`PurchaseView::least`]).
pub fn least_field_name(offer: OfferId) -> String {
    ["least-", &offer.get().to_string()].concat()
}

/// The name that tells the amount of this size's form from the page's other amounts.
pub fn amount_field_name(offer: OfferId) -> String {
    ["quantity-", &offer.get().to_string()].concat()
}

/// Sizes, amount, sum, and the button.
#[component]
pub fn PurchaseForm<Actions: PurchaseActions>(
    /// The form.
    view: PurchaseView,
    /// What it can do.
    actions: Actions,
) -> impl IntoView {
    let locale = view.locale;
    let first = view
        .sizes
        .iter()
        .find(|size| size.offer.id == view.chosen)
        .or_else(|| view.sizes.first())
        .cloned();
    let first = first?;
    let sizes = StoredValue::new(view.sizes.clone());
    let chosen = RwSignal::new(first.clone());
    let at_first = view.typed.clone();
    let typed = RwSignal::new(view.typed);
    let problem = RwSignal::new(view.problem);
    let is_busy = RwSignal::new(false);
    let field = amount_field_name(first.offer.id);
    let check = Callback::new(move |is_finished: bool| {
        let says = chosen.with_untracked(|size| typed.with_untracked(|typed| size.rules_say(typed).map(str::to_owned)));
        // A number half typed is no mistake yet.
        if says.is_none() || is_finished {
            problem.set(says);
        }
    });
    let choose = Callback::new(move |id: OfferId| {
        let found = sizes.with_value(|sizes| sizes.iter().find(|size| size.offer.id == id).cloned());
        let Some(size) = found else { return };
        let offer = &size.offer;
        // An amount that does not fit the new size, or was meant in another unit, becomes the least.
        let rules = SoldBy {
            max: offer.most(),
            ..offer.terms.sold_by
        };
        let is_other = chosen.with_untracked(|size| size.offer.terms.sold_by.unit != rules.unit);
        if is_other || typed.with_untracked(|typed| rules.parse(typed).is_err()) {
            typed.set(rules.min.max(1).to_string());
        }
        chosen.set(size);
        problem.set(None);
    });
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        check.run(true);
        if is_busy.get_untracked() || problem.with_untracked(Option::is_some) {
            return;
        }
        is_busy.set(true);
        actions.add(
            chosen.with_untracked(|size| size.offer.id),
            typed.get_untracked(),
            event_target(&event),
            is_busy,
            problem,
        );
    });
    let sizes = if view.sizes.len() == 1 {
        Either::Left(view! { <OnlySize size=first.clone()/> })
    } else {
        let cards = view
            .sizes
            .into_iter()
            .map(|size| {
                let is_chosen = size.offer.id == first.offer.id;
                view! { <SizeCard size is_chosen choose/> }
            })
            .collect_view();
        Either::Right(view! {
            <fieldset class="c-fieldset">
                {inert(|| view! { <legend>{words().get(t::PRODUCT_SIZE)}</legend> })}
                <div class="c-choices c-choices--row">{cards}</div>
            </fieldset>
        })
    };
    let error_id = [&field_id(&field), "-error"].concat();
    let hydrated = hydrated();
    let sum = live(move || {
        // Empty until a script keeps it right.
        hydrated.get().then(|| {
            let total = chosen.with(|SizeView { offer, .. }| {
                let quantity = typed.with(|typed| offer.terms.sold_by.parse(typed)).ok()?;
                offer.terms.line_total(quantity).ok()
            });
            total.map_or_else(|| "–".to_owned(), |total| format::money(locale, total))
        })
    });
    let bar = first.offer.is_there().then(|| {
        view! {
            <div class="c-buy__bar">
                <p
                    class="c-field__error"
                    id=error_id.clone()
                    role="alert"
                    data-testid="quantity-error"
                    hidden=live(move || problem.with(Option::is_none))
                >
                    {live(move || problem.get())}
                </p>
                <AmountField
                    name="quantity".to_owned()
                    id=field_id(&field)
                    typed
                    rules=Signal::derive(move || chosen.with(|size| (size.offer.terms.sold_by, size.offer.most())))
                    label=view.label
                    steps=view.steps
                    maxlength=20
                    is_wrong=Signal::derive(move || problem.with(Option::is_some))
                    described_by=Signal::stored(Some(error_id))
                    on_change=check
                />
                <button class="c-button c-button--primary">
                    {inert(|| view! { <span>{words().get(t::BUTTON_ADD_TO_CART)}</span> })}
                    <small data-testid="purchase-total"><bdi>{sum}</bdi></small>
                </button>
            </div>
        }
    });
    let added = view.is_added.then(|| {
        inert(|| {
            view! {
                <div id="added">
                    <Notice tone=Tone::Good>
                        <strong><Say text=t::CART_ADDED/></strong>" "
                        <a class="c-link" href=view.cart><Say text=t::SHELL_CART_SEE/></a>
                    </Notice>
                </div>
            }
        })
    });
    Some(view! {
        <form
            class="c-buy"
            method="post"
            action=view.action
            novalidate
            aria-busy=live(move || is_busy.get().then_some("true"))
            on:submit=submit
        >
            {inert(|| view! { <HiddenFields back=view.back least=view.least at_first/> })}
            {sizes}
            {bar}
            {added}
        </form>
    })
}

fn hint_of(words: &l10n::Words, offer: &OfferView) -> Option<String> {
    let sold_by = offer.terms.sold_by;
    let amount = |amount| quantity_text(words.locale(), Quantity(amount), sold_by.unit);
    (sold_by.unit != Unit::Piece && offer.is_there()).then(|| {
        let hint = t::product_quantity_hint(amount(sold_by.min), amount(offer.most()), amount(sold_by.step));
        words.get(hint)
    })
}

/// What the form sends beside what one chooses.
#[component]
fn HiddenFields(
    /// Where one comes back to.
    back: String,
    /// See [`PurchaseView::least`].
    least: Vec<(OfferId, i64)>,
    /// The amount in the field as the page came.
    at_first: String,
) -> impl IntoView {
    let at_first = (!least.is_empty()).then(|| view! { <input type="hidden" name=SHOWN value=at_first/> });
    let least = least
        .into_iter()
        .map(|(offer, least)| view! { <input type="hidden" name=least_field_name(offer) value=least/> })
        .collect_view();
    view! {
        <div hidden>
            <input type="hidden" name="back" value=back/>
            {at_first}
            {least}
        </div>
    }
}

/// One size of several, as a card one chooses.
#[component]
fn SizeCard(
    /// The size.
    size: SizeView,
    /// Whether it is chosen at first.
    is_chosen: bool,
    /// Called when it is chosen.
    choose: Callback<OfferId>,
) -> impl IntoView {
    let id = size.offer.id;
    let is_there = size.offer.is_there();
    let input = NodeRef::<leptos::html::Input>::new();
    // A size chosen before the script listened, or put back by the browser, counts.
    effect(move |_| {
        if input.get().is_some_and(|input| input.checked() && !is_chosen) {
            choose.run(id);
        }
        true
    });
    view! {
        <label class="c-choice">
            <input
                node_ref=input
                type="radio"
                name="offer"
                value=id.get()
                checked=is_chosen
                disabled=!is_there
                on:change=on(move |_| choose.run(id))
            />
            {inert(|| view! { <SizeText size/> })}
        </label>
    }
}

/// What one size is and costs.
#[component]
fn SizeText(
    /// The size.
    size: SizeView,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let SizeView { offer, hint, .. } = size;
    let terms = offer.terms;
    let hint = hint.map(|hint| view! { <small>{hint}</small> });
    view! {
        <span class="c-choice__text">
            <strong><bdi>{size_name(&words, &terms)}</bdi></strong>
            <Price terms locale/>
            <PerKilogram terms without_weight=true locale/>
            {hint}
            <StepPrices terms most=offer.most()/>
            <Stock offer/>
        </span>
    }
}

/// The only size: nothing to choose.
#[component]
fn OnlySize(
    /// The size.
    size: SizeView,
) -> impl IntoView {
    let id = size.offer.id.get();
    let said = inert(|| {
        let words = words();
        let SizeView { offer, hint, .. } = size;
        let terms = offer.terms;
        let hint = hint.map(|hint| view! { <small>{hint}</small> });
        view! {
            <p class="c-buy__only">
                <strong><bdi>{size_name(&words, &terms)}</bdi></strong>
                <Price terms locale=words.locale()/>
                {hint}
                <StepPrices terms most=offer.most()/>
                <Stock offer/>
            </p>
        }
    });
    view! {
        {inert(|| view! { <input type="hidden" name="offer" value=id/> })}
        {said}
    }
}

/// What a size is called.
fn size_name(words: &l10n::Words, terms: &OfferTerms) -> String {
    match terms.sold_by.unit {
        Unit::Piece => size_text(words.locale(), terms),
        Unit::Gram | Unit::Millilitre => words.get(t::PRODUCT_SIZE_WEIGHED),
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
    // As much as one may buy at once says nothing of how much is left.
    let is_all = offer.available < sold_by.most_of(i64::MAX);
    if !offer.is_there() {
        EitherOf3::A(view! { <small class="c-stock c-stock--none">{words.get(t::PRODUCT_STOCK_NONE)}</small> })
    } else if is_all && offer.available < FEW.saturating_mul(sold_by.step.max(1)) {
        let left = quantity_text(words.locale(), Quantity(offer.available), sold_by.unit);
        EitherOf3::B(view! { <small class="c-stock c-stock--few"><Say text=t::product_stock_few(left)/></small> })
    } else {
        EitherOf3::C(view! { <small class="c-stock">{words.get(t::PRODUCT_STOCK_YES)}</small> })
    }
}
