//! Drafts of the work areas' forms: what is typed is kept on the device until it is saved, whatever happens to the page,
//! the network or the session. Values go into fields; no text of the page is written.

use components::{DraftLine, DraftState, DraftView};
use leptos::html::Span;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Storage,
    UrlSearchParams,
};

use crate::browser;
use crate::island::island;

/// Drafts older than this are forgotten: a week, in milliseconds.
const KEPT_MS: f64 = 7.0 * 24.0 * 3600.0 * 1000.0;

island! {
    /// The line that says what is not saved yet. It belongs to the form round it.
    draft_island: DraftView => draft
}

fn draft(view: DraftView) -> impl IntoView {
    let state = RwSignal::new(DraftState::Saved);
    let place = NodeRef::<Span>::new();
    let draft = StoredValue::new(Draft {
        key: ["draft/", &view.key].concat(),
        saved: String::new(),
        is_sending: false,
    });
    let is_saved = view.is_saved;
    components::effect(move |is_done| {
        let form = place
            .get()
            .and_then(|place| place.closest("form").ok().flatten())
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let (Some(form), None) = (form, is_done) else {
            return true;
        };
        draft.update_value(|draft| state.set(draft.open(&form, is_saved)));
        listen(form, draft, state);
        true
    });
    let discard = Callback::new(move |()| {
        draft.with_value(Draft::forget);
        // The page as the shop has it.
        draft.update_value(|draft| draft.is_sending = true);
        browser::reload();
    });
    view! {
        <span node_ref=place hidden></span>
        <DraftLine view state discard/>
    }
}

/// Keeps the draft while one types, and holds a page that is left with something unsaved.
fn listen(form: HtmlFormElement, draft: StoredValue<Draft>, state: RwSignal<DraftState>) {
    let typed = {
        let form = form.clone();
        move |event: Event| {
            let of = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            if form.contains(of.as_ref()) {
                let is_same = draft.with_value(|draft| draft.keep(&form));
                state.set(if is_same {
                    DraftState::Saved
                } else {
                    DraftState::Unsaved
                });
            }
        }
    };
    let sent = move |event: Event| {
        if event
            .target()
            .is_some_and(|target| *target.unchecked_ref::<HtmlFormElement>() == form)
        {
            draft.update_value(|draft| draft.is_sending = true);
        }
    };
    let left = move |event: Event| {
        let is_sending = draft.with_value(|draft| draft.is_sending);
        // What was only brought back is as safe as before.
        if state.get_untracked() == DraftState::Unsaved && !is_sending {
            event.prevent_default();
        }
    };
    let listeners = [
        window_event_listener_untyped("input", typed),
        window_event_listener_untyped("submit", sent),
        window_event_listener_untyped("beforeunload", left),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// A form's draft in the device's storage.
struct Draft {
    key: String,
    /// The fields as the shop has them.
    saved: String,
    is_sending: bool,
}

impl Draft {
    /// Brings back what was typed, unless it has been saved since.
    fn open(&mut self, form: &HtmlFormElement, is_saved: bool) -> DraftState {
        self.saved = fields(form);
        if is_saved {
            self.forget();
        }
        let Some(typed) = self.read().filter(|typed| *typed != self.saved) else {
            self.forget();
            return DraftState::Saved;
        };
        fill(form, &typed);
        DraftState::Restored
    }

    /// Keeps what is typed now; says whether it is what is saved.
    fn keep(&self, form: &HtmlFormElement) -> bool {
        let typed = fields(form);
        if typed == self.saved {
            self.forget();
            return true;
        }
        if let Some(storage) = storage() {
            let written = [&js_sys::Date::now().to_string(), "|", &typed].concat();
            // A full storage keeps the draft before; the form still holds everything.
            drop(storage.set_item(&self.key, &written));
        }
        false
    }

    fn read(&self) -> Option<String> {
        let written = storage()?.get_item(&self.key).ok()??;
        let (then, typed) = written.split_once('|')?;
        let is_fresh = js_sys::Date::now() - then.parse::<f64>().ok()? < KEPT_MS;
        is_fresh.then(|| typed.to_owned())
    }

    fn forget(&self) {
        if let Some(storage) = storage() {
            drop(storage.remove_item(&self.key));
        }
    }
}

/// Nothing where the browser allows none.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The fields as a form would send them.
fn fields(form: &HtmlFormElement) -> String {
    FormData::new_with_form(form)
        .ok()
        .and_then(|data| UrlSearchParams::new_with_str_sequence_sequence(&data).ok())
        .map(|pairs| String::from(pairs.to_string()))
        .unwrap_or_default()
}

/// Puts values back into the fields of these names.
fn fill(form: &HtmlFormElement, typed: &str) {
    let Ok(pairs) = UrlSearchParams::new_with_str(typed) else {
        return;
    };
    let fields = form.elements();
    for field in (0..fields.length()).filter_map(|place| fields.item(place)) {
        let name = field.get_attribute("name").unwrap_or_default();
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            if matches!(input.type_().as_str(), "checkbox" | "radio") {
                let value = JsValue::from_str(&input.value());
                input.set_checked(pairs.get_all(&name).includes(&value, 0));
            } else if let Some(value) = pairs.get(&name) {
                input.set_value(&value);
            }
        } else if let (Some(area), Some(value)) = (field.dyn_ref::<HtmlTextAreaElement>(), pairs.get(&name)) {
            area.set_value(&value);
        } else if let (Some(select), Some(value)) = (field.dyn_ref::<HtmlSelectElement>(), pairs.get(&name)) {
            select.set_value(&value);
        }
    }
}
