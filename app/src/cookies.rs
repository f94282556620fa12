//! Cookies: reading them, and the ones the shop sets.

use axum::http::{HeaderMap, HeaderValue, header};

/// The cart's token.
pub const CART: &str = "__Host-cart";
/// The signed-in session's token.
pub const SESSION: &str = "__Host-sid";
/// Proof that this browser may see an order: `code.signature`, several joined by `~`.
pub const ORDERS: &str = "__Host-orders";
/// The language chosen last; `/` looks at it.
pub const LANGUAGE: &str = "lang";

/// The value of the cookie `name`.
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A cookie only this host gets, over a secure channel (browsers count loopback as one), never shown to scripts.
pub fn set(name: &str, value: &str, max_age_seconds: u64) -> Option<HeaderValue> {
    let text = format!("{name}={value}; Path=/; Max-Age={max_age_seconds}; Secure; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&text).ok()
}

/// Tells the browser to forget the cookie.
pub fn clear(name: &str) -> Option<HeaderValue> {
    set(name, "", 0)
}
