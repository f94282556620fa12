//! Fields of the checkout: their frame, what is wrong with them, lines of text and lists.

use l10n::{Text, t};
use leptos::html::Select;
use leptos::prelude::*;

use super::Deciding;
use crate::field::{described_by, error_id, field_class, field_error_text, field_id, hint_id};
use crate::inert::inert;
use crate::live::{effect, live, on};
use crate::safe::TextArea;
use crate::words::words;

/// Label, hint, input and error of one field.
#[component]
pub(super) fn Frame<Content: IntoView + 'static>(
    /// Name of the field.
    name: &'static str,
    /// What it is called on the page.
    label: Text,
    /// How to fill it.
    hint: Option<Text>,
    /// Whether it may stay empty.
    #[prop(optional)]
    may_be_empty: bool,
    /// What was decided so far.
    deciding: Deciding,
    /// The input.
    children: TypedChildren<Content>,
) -> impl IntoView {
    let words = words();
    let hint = hint.map(|hint| inert(|| view! { <p class="c-field__hint" id=hint_id(name)>{words.get(hint)}</p> }));
    let label = inert(|| {
        let optional = may_be_empty.then(|| view! { " "<small class="c-muted">{words.get(t::FORM_OPTIONAL)}</small> });
        view! { <label class="c-field__label" for=field_id(name)>{words.get(label)}{optional}</label> }
    });
    view! {
        <div class=live(move || field_class(deciding.error(name).is_some(), false))>
            {label}
            {hint}
            {children.into_inner()()}
            <WhatIsWrong name deciding/>
        </div>
    }
}

/// What is wrong with a field, right beside it.
#[component]
pub(super) fn WhatIsWrong(
    /// Name of the field.
    name: &'static str,
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    let words = words();
    move || {
        deciding
            .error(name)
            .map(|code| view! { <p class="c-field__error" id=error_id(name)>{words.get(field_error_text(code))}</p> })
    }
}

/// A text of one line, checked as one leaves it.
#[component]
pub(super) fn TextLine(
    /// What was decided so far.
    deciding: Deciding,
    /// Name of the field.
    name: &'static str,
    /// What it is called on the page.
    label: Text,
    /// How to fill it.
    #[prop(default = None)]
    hint: Option<Text>,
    /// What was typed.
    value: String,
    /// What the browser may fill in, a token of the HTML standard.
    autocomplete: &'static str,
    /// Longest text in characters.
    #[prop(default = 120)]
    maxlength: u32,
) -> impl IntoView {
    let is_phone = name == "phone";
    let has_hint = hint.is_some();
    view! {
        <Frame name label hint deciding>
            <input
                class="c-field__input"
                id=field_id(name)
                name=name
                type=if is_phone { "tel" } else { "text" }
                inputmode=is_phone.then_some("tel")
                value=value
                dir=if is_phone { "ltr" } else { "auto" }
                autocomplete=autocomplete
                maxlength=maxlength
                required
                aria-invalid=live(move || deciding.error(name).map(|_| "true"))
                aria-describedby=live(move || described_by(name, has_hint, deciding.error(name).is_some()))
                on:input=on(move |event| deciding.recheck(name, &event_target_value(&event)))
                on:change=on(move |event| deciding.check(name, &event_target_value(&event)))
            />
        </Frame>
    }
}

/// A word to the seller.
#[component]
pub(super) fn NoteField(
    /// What was decided so far.
    deciding: Deciding,
    /// What was typed.
    value: String,
) -> impl IntoView {
    // Too long is the only thing it can be, and the browser does not let one type more.
    let is_wrong = deciding.errors.with_untracked(|errors| errors.of("note").is_some());
    view! {
        <Frame name="note" label=t::CHECKOUT_NOTE hint=None may_be_empty=true deciding>
            <TextArea
                name="note".to_owned()
                id=field_id("note")
                value
                rows=3
                maxlength=300
                invalid=is_wrong
                described_by=described_by("note", false, is_wrong).unwrap_or_default()
            />
        </Frame>
    }
}

/// A list whose choice others follow.
#[component]
pub(super) fn ChosenSelect<Content: IntoView + 'static>(
    /// Name of the field.
    name: &'static str,
    /// What is chosen.
    chosen: RwSignal<String>,
    /// Whether something has to be chosen.
    is_required: bool,
    /// What was decided so far.
    deciding: Deciding,
    /// The options.
    children: TypedChildren<Content>,
) -> impl IntoView {
    let select = NodeRef::<Select>::new();
    effect(move |_| {
        if let Some(select) = select.get() {
            let found = select.value();
            if chosen.with_untracked(|chosen| *chosen != found) {
                chosen.set(found);
            }
        }
        true
    });
    view! {
        <select
            node_ref=select
            class="c-field__input"
            id=field_id(name)
            name=name
            autocomplete=if name == "province" { "address-level1" } else { "off" }
            required=is_required
            aria-invalid=live(move || deciding.error(name).map(|_| "true"))
            aria-describedby=live(move || described_by(name, false, deciding.error(name).is_some()))
            on:change=on(move |event| {
                chosen.set(event_target_value(&event));
                deciding.mend(name);
            })
        >
            {children.into_inner()()}
        </select>
    }
}
