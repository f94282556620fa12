//! Calling server functions from the browser.
//!
//! The functions are Leptos server functions; only this end of the wire is our own: form fields out, JSON in, read with
//! the browser's own parser. What `server_fn` and `serde_json` bring for it would be more than all islands together.

use js_sys::{Array, JSON, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response, UrlSearchParams};

/// What a server function answered.
pub(crate) enum Answer {
    /// It did it.
    Done(Json),
    /// It refused, with a sentence for the reader.
    Refused(String),
    /// The network is gone: stay here, and say so.
    Offline,
    /// It broke in a way only a page can tell: send the form the ordinary way.
    Broken,
}

/// A JSON value, read by the names the server wrote.
pub(crate) struct Json(JsValue);

impl Json {
    /// The field `name`.
    pub fn get(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED))
    }

    /// A text; empty for anything else.
    pub fn text(&self) -> String {
        self.0.as_string().unwrap_or_default()
    }

    /// The items of a list.
    pub fn items(&self) -> impl Iterator<Item = Self> + use<> {
        let list: Array = self.0.clone().dyn_into().unwrap_or_default();
        (0..list.length()).map(move |i| Self(list.get(i)))
    }
}

/// Posts `fields` to the server function at `/api/<endpoint>`, with the page's language.
pub(crate) async fn call(endpoint: &str, fields: &[(&str, &str)]) -> Answer {
    let Some(request) = send(endpoint, fields) else {
        return Answer::Broken;
    };
    let Ok(answer) = JsFuture::from(request).await else {
        return Answer::Offline;
    };
    match read(answer).await {
        Some((true, json)) => Answer::Done(json),
        Some((false, json)) => match json.get("text").text() {
            text if text.is_empty() => Answer::Broken,
            text => Answer::Refused(text),
        },
        None => Answer::Broken,
    }
}

fn send(endpoint: &str, fields: &[(&str, &str)]) -> Option<Promise> {
    let body = UrlSearchParams::new().ok()?;
    body.append("locale", crate::dom::locale().code());
    for (name, value) in fields {
        body.append(name, value);
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    let mut url = String::from("/api/");
    url.push_str(endpoint);
    Some(
        leptos::prelude::window()
            .fetch_with_str_and_init(&url, &init)
            .unchecked_into(),
    )
}

/// Whether the server did it, and what it says; `None` when that is not JSON.
async fn read(answer: JsValue) -> Option<(bool, Json)> {
    let answer: Response = answer.dyn_into().ok()?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    Some((answer.ok(), Json(JSON::parse(&text).ok()?)))
}
