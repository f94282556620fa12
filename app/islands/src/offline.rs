//! A work area without a network: a form that is sent waits on the page and goes out once when the network is back; a link
//! that cannot be opened leaves the page where it is. (A line that is dead without the phone knowing ends in the browser's
//! own page, as anywhere; a form sent again then is carried out once, by its key.)

use components::{OfflineNotice, OfflineView, Waiting};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlFormElement};

use crate::island::island;

island! {
    /// The notice, and what keeps what was pressed.
    offline_island: OfflineView => offline
}

/// A form that waits, with the button that was pressed.
type Kept = StoredValue<Option<(HtmlFormElement, JsValue)>, LocalStorage>;

fn offline(view: OfflineView) -> impl IntoView {
    let waiting = RwSignal::new(Waiting::Nothing);
    let kept: Kept = StoredValue::new_local(None);
    components::effect(move |is_done| {
        if is_done.is_none() {
            listen(waiting, kept);
        }
        true
    });
    view! { <OfflineNotice view waiting/> }
}

fn listen(waiting: RwSignal<Waiting>, kept: Kept) {
    let sent = move |event: Event| {
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let (Some(form), false) = (form, is_online()) else {
            return;
        };
        hold(&event);
        kept.set_value(Some((form, property(&event, "submitter"))));
        waiting.set(Waiting::Form);
    };
    let pressed = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let is_of_page = |link: &Element| link.get_attribute("href").is_some_and(|url| url.starts_with('#'));
        if !is_online() && link.is_some_and(|link| !is_of_page(&link)) {
            hold(&event);
            waiting.set(Waiting::Page);
        }
    };
    let back = move |_: Event| {
        waiting.set(Waiting::Nothing);
        if let Some((form, button)) = kept.try_update_value(Option::take).flatten() {
            send(&form, &button);
        }
    };
    let online = window_event_listener_untyped("online", back);
    let early = [early_listener("submit", sent), early_listener("click", pressed)];
    on_cleanup(move || {
        online.remove();
        drop(early);
    });
}

/// Nobody else hears of it: neither the browser nor `start.js`.
fn hold(event: &Event) {
    event.prevent_default();
    event.stop_immediate_propagation();
}

/// Sends a form as its button would have.
fn send(form: &HtmlFormElement, button: &JsValue) {
    let submit = property(form, "requestSubmit").dyn_into::<js_sys::Function>();
    let sent = match submit {
        Ok(submit) if button.is_object() => submit.call1(form, button),
        Ok(submit) => submit.call0(form),
        Err(_) => form.submit().map(|()| JsValue::UNDEFINED),
    };
    // A form that left the page meanwhile cannot be sent.
    drop(sent);
}

fn is_online() -> bool {
    let navigator = property(&window(), "navigator");
    property(&navigator, "onLine") != JsValue::FALSE
}

fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A listener that hears of an event before the element it is for; it ends when this goes.
struct EarlyListener {
    name: &'static str,
    handle: Closure<dyn FnMut(Event)>,
}

fn early_listener(name: &'static str, handle: impl FnMut(Event) + 'static) -> send_wrapper::SendWrapper<EarlyListener> {
    let handle = Closure::wrap(Box::new(handle) as Box<dyn FnMut(Event)>);
    let listener = handle.as_ref().unchecked_ref();
    drop(window().add_event_listener_with_callback_and_bool(name, listener, true));
    send_wrapper::SendWrapper::new(EarlyListener { name, handle })
}

impl Drop for EarlyListener {
    fn drop(&mut self) {
        let listener = self.handle.as_ref().unchecked_ref();
        drop(window().remove_event_listener_with_callback_and_bool(self.name, listener, true));
    }
}
