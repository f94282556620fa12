//! How much of something: a field one can type into, with a button on each side that takes or adds a step.

use domain::{SoldBy, parse_amount};
use l10n::{Words, t};
use leptos::html::Input;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::hydrated::hydrated;
use crate::icon::{Icon, IconName};
use crate::live::{effect, live, on};

/// What the two buttons are called, read aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    /// The one that takes a step.
    pub less: String,
    /// The one that adds a step.
    pub more: String,
}

impl Steps {
    /// In the words of a language.
    pub fn new(words: &Words) -> Self {
        Self {
            less: words.get(t::ISLAND_STEP_LESS),
            more: words.get(t::ISLAND_STEP_MORE),
        }
    }
}

/// The field and its buttons. Without a script it is a plain field and the buttons keep their place.
#[component]
pub fn AmountField(
    /// Name of the field.
    name: String,
    /// Its `id`.
    id: String,
    /// What is in it.
    typed: RwSignal<String>,
    /// Which amounts are sold, and how many are there.
    #[prop(into)]
    rules: Signal<(SoldBy, i64)>,
    /// What it is called, read aloud; empty when a `<label>` says so.
    #[prop(optional, into)]
    label: String,
    /// What its buttons are called.
    steps: Steps,
    /// Longest text.
    maxlength: u32,
    /// Whether it is marked as wrong.
    #[prop(into)]
    is_wrong: Signal<bool>,
    /// The texts that belong to it, by `id`.
    #[prop(into)]
    described_by: Signal<Option<String>>,
    /// Called when the amount is another: `true` when it is finished, `false` while it is being typed.
    on_change: Callback<bool>,
) -> impl IntoView {
    let hydrated = hydrated();
    let has_no_script = live(move || !hydrated.get());
    let input = NodeRef::<Input>::new();
    // What was typed before the script listened, or what the browser put back, counts: it is taken over first, and only
    // then follows the signal. What nobody touched does not count against a size chosen meanwhile. (`prop:value` would write
    // over it while the markup is taken over.)
    effect(move |is_taken_over| {
        let Some(input) = input.get() else { return false };
        let text = typed.get();
        let found = input.value();
        if found != text {
            if is_taken_over == Some(true) || found == input.default_value() {
                input.set_value(&text);
            } else {
                typed.set(found);
                on_change.run(true);
            }
        }
        true
    });
    let step = move |is_up: bool| {
        let (sold_by, most) = rules.get_untracked();
        let now = typed.with_untracked(|typed| parse_amount(typed, sold_by.unit));
        let next = now.map_or(sold_by.min.max(1), |now| sold_by.step_from(now, is_up, most));
        if now != Ok(next) {
            typed.set(next.to_string());
            on_change.run(true);
        }
    };
    view! {
        <div class="c-amount">
            <button
                type="button"
                class="c-amount__step"
                data-step="less"
                aria-label=steps.less
                disabled=has_no_script
                on:click=on(move |_| step(false))
            >
                <Icon name=IconName::Minus/>
            </button>
            <input
                node_ref=input
                class="c-amount__input"
                id=id
                name=name
                type="text"
                inputmode="decimal"
                dir="ltr"
                autocomplete="off"
                maxlength=maxlength
                required
                value=typed.get_untracked()
                aria-label=(!label.is_empty()).then_some(label)
                aria-invalid=live(move || is_wrong.get().then_some("true"))
                aria-describedby=described_by
                on:input=on(move |event| {
                    typed.set(event_target_value(&event));
                    on_change.run(false);
                })
                on:change=on(move |_| on_change.run(true))
            />
            <button
                type="button"
                class="c-amount__step"
                data-step="more"
                aria-label=steps.more
                disabled=has_no_script
                on:click=on(move |_| step(true))
            >
                <Icon name=IconName::Plus/>
            </button>
        </div>
    }
}
