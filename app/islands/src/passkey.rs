//! Asking one's device for fingerprint, face or lock (WebAuthn). The answer goes into a field of the form round the button,
//! which is then sent as any other. Nothing is loaded or asked before the button is pressed.
//!
//! Keys and answers are turned into text here and not by `parseCreationOptionsFromJSON` and `toJSON`: browsers of 2022 have
//! neither, and key stores that come as an extension break them.

use components::{PasskeyButton, PasskeyButtonView, PasskeyState};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect, Uint8Array};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, HtmlInputElement, RequestInit, Response, UrlSearchParams};

use crate::browser;
use crate::island::island;

/// A question that did not come by then counts as one without a network.
const PATIENCE_MS: u32 = 20_000;

island! {
    /// The button. It belongs to the form round it.
    passkey_island: PasskeyButtonView => passkey
}

fn passkey(view: PasskeyButtonView) -> impl IntoView {
    let state = RwSignal::new(PasskeyState::Unknown);
    let answer = NodeRef::<Input>::new();
    let origin = view.origin.clone();
    components::effect(move |is_done| {
        if is_done.is_none() {
            let can = is_possible(&origin);
            state.set(if can {
                PasskeyState::Ready
            } else {
                PasskeyState::NotHere
            });
        }
        true
    });
    let question = StoredValue::new((view.ask.clone(), view.purpose.clone(), view.makes));
    let pressed = Callback::new(move |()| {
        let (Some(field), false) = (answer.get_untracked(), state.get_untracked() == PasskeyState::Asking) else {
            return;
        };
        state.set(PasskeyState::Asking);
        let (place, purpose, makes) = question.get_value();
        spawn_local(async move {
            let shown = show(&place, &purpose, makes).await;
            match shown {
                // Whoever has gone on to another page meanwhile stays there.
                Ok(_) if state.try_get_untracked().is_none() => {}
                Ok(text) => send(&field, &text),
                Err(why) => _ = state.try_set(why),
            }
        });
    });
    view! { <PasskeyButton view state answer pressed/> }
}

/// Whether the browser knows passkeys, and the page stands where the shop's are good.
fn is_possible(origin: &str) -> bool {
    let here = window().location().origin().unwrap_or_default();
    property(&window(), "PublicKeyCredential").is_function() && here == origin
}

/// Sends the form round the field with the answer in it. A press of its button is not: nothing else is asked of the shop.
fn send(field: &HtmlInputElement, answer: &str) {
    field.set_value(answer);
    let Some(form) = browser::form_round(field) else {
        return;
    };
    // So that whoever listens to forms hears of it.
    let sent = match property(&form, "requestSubmit").dyn_into::<Function>() {
        Ok(submit) => submit.call0(&form).map(drop),
        Err(_) => form.submit(),
    };
    drop(sent);
}

/// Gets the question, has the device answer it, and writes the answer down.
async fn show(place: &str, purpose: &str, makes: bool) -> Result<String, PasskeyState> {
    let question = question(place, purpose).await?;
    let options = options(&question).ok_or(PasskeyState::Broken)?;
    let keys = property(&property(&window(), "navigator"), "credentials");
    let ask = property(&keys, if makes { "create" } else { "get" });
    let asked = ask
        .dyn_into::<Function>()
        .ok()
        .and_then(|ask| ask.call1(&keys, &options).ok())
        .and_then(|asked| asked.dyn_into::<Promise>().ok())
        .ok_or(PasskeyState::Broken)?;
    let credential = JsFuture::from(asked).await.map_err(|error| reason(&error))?;
    written(&credential).ok_or(PasskeyState::Broken)
}

/// Why a device does not answer, by the name of the browser's error.
fn reason(error: &JsValue) -> PasskeyState {
    match property(error, "name").as_string().unwrap_or_default().as_str() {
        "NotAllowedError" | "AbortError" | "TimeoutError" => PasskeyState::Stopped,
        "InvalidStateError" => PasskeyState::Known,
        "NotSupportedError" | "ConstraintError" => PasskeyState::Impossible,
        _ => PasskeyState::Broken,
    }
}

/// What the shop asks the device.
async fn question(place: &str, purpose: &str) -> Result<JsValue, PasskeyState> {
    let broken = |_| PasskeyState::Broken;
    let fields = UrlSearchParams::new().map_err(broken)?;
    fields.append("purpose", purpose);
    let headers = Headers::new().map_err(broken)?;
    headers.set("accept", "application/json").map_err(broken)?;
    headers
        .set("content-type", "application/x-www-form-urlencoded")
        .map_err(broken)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&JsValue::from(String::from(fields.to_string())));
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    let answer = JsFuture::from(window().fetch_with_str_and_init(place, &init))
        .await
        .map_err(|_| PasskeyState::Offline)?;
    let answer: Response = answer.dyn_into().map_err(broken)?;
    match answer.status() {
        200 => {}
        429 => return Err(PasskeyState::Later),
        503 => return Err(PasskeyState::Busy),
        _ => return Err(PasskeyState::Broken),
    }
    let text = JsFuture::from(answer.text().map_err(broken)?)
        .await
        .map_err(|_| PasskeyState::Offline)?;
    JSON::parse(&text.as_string().unwrap_or_default()).map_err(broken)
}

/// The question as the browser takes it: what is bytes is text in JSON.
fn options(question: &JsValue) -> Option<JsValue> {
    into_bytes(question, "challenge")?;
    let user = property(question, "user");
    if user.is_object() {
        into_bytes(&user, "id")?;
    }
    for list in ["excludeCredentials", "allowCredentials"] {
        let list = property(question, list);
        if Array::is_array(&list) {
            for key in Array::from(&list).iter() {
                into_bytes(&key, "id")?;
            }
        }
    }
    let options = Object::new();
    set(&options, "publicKey", question);
    Some(options.into())
}

fn into_bytes(of: &JsValue, name: &str) -> Option<()> {
    let text = property(of, name).as_string()?;
    let plain = text.replace('-', "+").replace('_', "/");
    // A character is a byte here.
    let bytes: Vec<u8> = window().atob(&plain).ok()?.chars().map(|c| c as u8).collect();
    set(of, name, &Uint8Array::from(bytes.as_slice()));
    Some(())
}

/// The answer as text, in the form of `PublicKeyCredential.toJSON()`.
fn written(credential: &JsValue) -> Option<String> {
    let response = property(credential, "response");
    let texts = Object::new();
    for name in [
        "clientDataJSON",
        "attestationObject",
        "authenticatorData",
        "signature",
        "userHandle",
    ] {
        let bytes = property(&response, name);
        if bytes.is_object() {
            set(&texts, name, &JsValue::from_str(&text_of(&bytes)?));
        }
    }
    let answer = Object::new();
    set(
        &answer,
        "id",
        &JsValue::from_str(&text_of(&property(credential, "rawId"))?),
    );
    set(&answer, "response", &texts);
    JSON::stringify(&answer).ok()?.as_string()
}

fn text_of(bytes: &JsValue) -> Option<String> {
    let bytes = Uint8Array::new(bytes).to_vec();
    let characters: String = bytes.into_iter().map(char::from).collect();
    let text = window().btoa(&characters).ok()?;
    Some(
        text.replace('+', "-")
            .replace('/', "_")
            .trim_end_matches('=')
            .to_owned(),
    )
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // A plain object takes every field.
    drop(Reflect::set(object, &JsValue::from_str(name), value));
}
