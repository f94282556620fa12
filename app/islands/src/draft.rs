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
/// How a browser says that it went back to a page, or forward (Navigation Timing, `PerformanceNavigation`).
const TYPE_BACK_FORWARD: f64 = 2.0;

island! {
    /// The line that says what is not saved yet. It belongs to the form round it.
    draft_island: DraftView => draft
}

fn draft(view: DraftView) -> impl IntoView {
    let state = RwSignal::new(DraftState::Saved);
    let place = NodeRef::<Span>::new();
    let draft = StoredValue::new(Draft::new(&view.key));
    let (is_saved, is_refused, ended) = (view.is_saved, view.is_refused, view.ended.clone());
    browser::with_form(place, move |form| {
        if let Some(ended) = &ended {
            forget_sent(&key_of(ended));
        }
        draft.update_value(|draft| state.set(draft.open(&form, is_saved, is_refused)));
        listen(form, draft, state);
    });
    let discard = Callback::new(move |()| {
        draft.with_value(Draft::forget);
        // The page as the shop has it; a refused form is not sent again.
        draft.update_value(|draft| draft.is_sending = true);
        browser::open_again();
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
            draft.update_value(|draft| {
                draft.is_sending = true;
                draft.note_sent();
            });
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
pub(crate) struct Draft {
    key: String,
    /// The fields as the shop has them.
    saved: String,
    pub is_sending: bool,
}

/// Before a draft whose form was sent: should the next page say that it was saved, it has ended.
const SENT: char = 's';

/// What is stored: when, the fields as the shop had them, and as they were typed. None of the three holds a bar.
struct Written {
    is_sent: bool,
    saved: String,
    typed: String,
}

impl Draft {
    /// The draft of this name; [`open`](Self::open) looks for it.
    pub fn new(key: &str) -> Self {
        Self {
            key: key_of(key),
            saved: String::new(),
            is_sending: false,
        }
    }

    /// What is in the fields now is what the shop has.
    pub fn settle(&mut self, form: &HtmlFormElement) {
        self.saved = fields(form);
        self.forget();
    }

    /// Brings back what was typed, unless it has been saved since. What stands in the fields already stays, and is kept: on a slow
    /// line somebody types before any script is there to listen.
    pub fn open(&mut self, form: &HtmlFormElement, is_saved: bool, is_refused: bool) -> DraftState {
        self.saved = fields_of_page(form);
        if is_saved {
            // What was typed since, on this very page, was not sent.
            forget_sent(&self.key);
        }
        let written = read(&self.key);
        if is_refused {
            self.saved = written.map(|written| written.saved).unwrap_or_default();
            self.keep(form);
            return DraftState::Unsaved;
        }
        let filled = fill(form, written.as_ref(), &self.saved);
        if filled == Filled::Nothing {
            self.forget();
            return DraftState::Saved;
        }
        // What was brought back is seen.
        if let Ok(Some(folded)) = form.closest("details") {
            drop(folded.set_attribute("open", ""));
        }
        if filled == Filled::Draft {
            return DraftState::Restored;
        }
        self.keep(form);
        // What the browser itself put back is from an earlier time, and nobody is asked before leaving it.
        if came_back() {
            DraftState::Restored
        } else {
            DraftState::Unsaved
        }
    }

    /// Keeps what is typed now; says whether it is what is saved.
    pub fn keep(&self, form: &HtmlFormElement) -> bool {
        let typed = fields(form);
        if typed == self.saved {
            self.forget();
            return true;
        }
        if let Some(storage) = storage() {
            let written = [&js_sys::Date::now().to_string(), "|", &self.saved, "|", &typed].concat();
            // A full storage keeps the draft before; the form still holds everything.
            drop(storage.set_item(&self.key, &written));
        }
        false
    }

    /// Notes that the form is on its way.
    pub fn note_sent(&self) {
        if let Some(storage) = storage()
            && let Ok(Some(mut written)) = storage.get_item(&self.key)
            && !written.starts_with(SENT)
        {
            written.insert(0, SENT);
            drop(storage.set_item(&self.key, &written));
        }
    }

    fn forget(&self) {
        forget(&self.key);
    }
}

fn key_of(name: &str) -> String {
    ["draft/", name].concat()
}

fn read(key: &str) -> Option<Written> {
    let written = storage()?.get_item(key).ok()??;
    let (then, fields) = written.split_once('|')?;
    let is_sent = then.starts_with(SENT);
    let then: f64 = then.trim_start_matches(SENT).parse().ok()?;
    // Of a draft of the release before nobody knows what the shop had.
    let (saved, typed) = fields.split_once('|').unwrap_or(("", fields));
    (js_sys::Date::now() - then < KEPT_MS).then(|| Written {
        is_sent,
        saved: saved.to_owned(),
        typed: typed.to_owned(),
    })
}

/// Whether the device holds something typed that never went out.
pub(crate) fn is_unsent(key: &str) -> bool {
    read(&key_of(key)).is_some_and(|written| !written.is_sent)
}

fn forget(key: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(key));
    }
}

fn forget_sent(key: &str) {
    if read(key).is_some_and(|written| written.is_sent) {
        forget(key);
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

/// The same as the page came with them: a browser that goes back to a page has filled its fields again by the time anybody looks.
/// What it fills in is never more than what a copy of the form forgets.
fn fields_of_page(form: &HtmlFormElement) -> String {
    let copy = form
        .clone_node_with_deep(true)
        .ok()
        .and_then(|copy| copy.dyn_into::<HtmlFormElement>().ok());
    let Some(copy) = copy else {
        return fields(form);
    };
    copy.reset();
    fields(&copy)
}

/// Whether the browser went back to this page, or forward: then it fills fields as they were left.
fn came_back() -> bool {
    let step =
        |of: JsValue, name: &str| js_sys::Reflect::get(&of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    let way = ["performance", "navigation", "type"];
    way.into_iter().fold(JsValue::from(window()), step) == JsValue::from_f64(TYPE_BACK_FORWARD)
}

/// What the fields hold that the page did not come with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filled {
    Nothing,
    /// The draft.
    Draft,
    /// Something that no draft knows.
    New,
}

/// Puts back what was typed, and tells what the fields hold then. A field that was left as the shop had it shows what the shop has
/// now, which may be another; one that is filled already stays so. Hidden fields say what the page showed when it was typed: with
/// them the shop finds out whether somebody else changed the same meanwhile. Whatever follows what is typed hears of it.
fn fill(form: &HtmlFormElement, written: Option<&Written>, page: &str) -> Filled {
    let parse = |fields: &str| UrlSearchParams::new_with_str(fields);
    let (saved, typed) = written.map_or((page, page), |written| (written.saved.as_str(), written.typed.as_str()));
    let (Ok(came), Ok(there), Ok(saved), Ok(typed)) = (parse(page), parse(&fields(form)), parse(saved), parse(typed))
    else {
        return Filled::Nothing;
    };
    let differs = |one: &UrlSearchParams, other: &UrlSearchParams, name: &str| {
        one.get_all(name).join("\n") != other.get_all(name).join("\n")
    };
    let is_changed = |name: &str| differs(&saved, &typed, name);
    let (mut has_draft, mut has_new) = (false, false);
    let elements = form.elements();
    let mut hidden = Vec::new();
    let mut filled = Vec::new();
    for field in (0..elements.length()).filter_map(|place| elements.item(place)) {
        let name = field.get_attribute("name").unwrap_or_default();
        let value = typed.get(&name);
        if differs(&came, &there, &name) {
            if differs(&there, &typed, &name) {
                has_new = true;
            } else {
                has_draft = true;
            }
            filled.push(field);
            continue;
        }
        let is_put = if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "hidden" => {
                    hidden.push((input.clone(), value));
                    false
                }
                _ if !is_changed(&name) => false,
                "checkbox" | "radio" => {
                    let own = JsValue::from_str(&input.value());
                    let is_checked = typed.get_all(&name).includes(&own, 0);
                    input.set_checked(is_checked);
                    true
                }
                _ => {
                    if let Some(value) = value {
                        input.set_value(&value);
                    }
                    true
                }
            }
        } else if let (true, Some(value)) = (is_changed(&name), value) {
            if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                area.set_value(&value);
            } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
                select.set_value(&value);
            }
            true
        } else {
            false
        };
        if is_put {
            has_draft = true;
            filled.push(field);
        }
    }
    let is_filled = has_draft || has_new;
    if !is_filled || fields(form) == page {
        return Filled::Nothing;
    }
    if has_draft {
        for (input, value) in hidden {
            if let Some(value) = value {
                input.set_value(&value);
            }
        }
    }
    for field in filled {
        browser::say_typed(&field);
    }
    if has_new { Filled::New } else { Filled::Draft }
}
