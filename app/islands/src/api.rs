//! Calling server functions from the browser.
//!
//! The functions are Leptos server functions; only this end of the wire is our own. The client that `server_fn` brings
//! (serde_qs, url, gloo) costs 35 kB of brotli, more than all islands together, and a form field or two is all we send.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response, UrlSearchParams};

use crate::Problem;

/// Posts `fields` to the server function at `/api/<endpoint>` and reads its answer.
pub(crate) async fn call<T: DeserializeOwned>(endpoint: &str, fields: &[(&str, &str)]) -> Result<T, Problem> {
    let (done, text) = post(endpoint, fields).await.ok_or_else(Problem::default)?;
    if done {
        serde_json::from_str(&text).map_err(|_| Problem::default())
    } else {
        Err(serde_json::from_str(&text).unwrap_or_default())
    }
}

/// Whether the server did it, and what it says. `None` when it was not reached.
async fn post(endpoint: &str, fields: &[(&str, &str)]) -> Option<(bool, String)> {
    let body = UrlSearchParams::new().ok()?;
    for (name, value) in fields {
        body.append(name, value);
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    let url = format!("/api/{endpoint}");
    let answer = JsFuture::from(leptos::prelude::window().fetch_with_str_and_init(&url, &init))
        .await
        .ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    Some((answer.ok(), text))
}
