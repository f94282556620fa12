//! Cookies: reading them, and the ones the shop sets.

use axum::http::{HeaderMap, HeaderValue, header};
use domain::Locale;

/// The cart's token.
pub const CART: &str = service::cart::COOKIE;
/// The token of the list of favourites.
pub const FAVOURITES: &str = service::favourites::COOKIE;
/// The signed-in session's token.
pub const SESSION: &str = "__Host-sid";
/// By which a browser is known where somebody signed in before.
pub const DEVICE: &str = service::identity::DEVICE_COOKIE;
/// Proof that this browser may see an order: `code.signature`, several joined by `~`.
pub const ORDERS: &str = "__Host-orders";
/// By which a browser is known that asked about a product.
pub const ASKER: &str = service::questions::COOKIE;
/// By which the browser is known that asked a device who somebody is.
pub const PASSKEY: &str = "__Host-passkey";
/// The language chosen last; `/` looks at it.
pub const LANGUAGE: &str = "lang";
/// Who turned translator mode on, by number.
pub const TEXTS: &str = "__Host-texts";
/// The language a translator reads the texts in, `en` for English.
pub const BESIDE: &str = "__Host-beside";
/// Whether the reader wants to save data: `1` or `0`.
pub const SAVING: &str = "saving";

/// Seconds a language chosen last is remembered.
const YEAR: u64 = 365 * 24 * 3600;

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

/// The header that sets a [host cookie](service::host_cookie).
pub fn set(name: &str, value: &str, max_age_seconds: u64) -> Option<HeaderValue> {
    HeaderValue::from_str(&service::host_cookie(name, value, max_age_seconds)).ok()
}

/// The header that remembers the language of a page, unless the browser does already.
pub fn remember_language(headers: &HeaderMap, locale: Locale) -> Option<HeaderValue> {
    if read(headers, LANGUAGE) == Some(locale.code()) {
        return None;
    }
    set(LANGUAGE, locale.code(), YEAR)
}

/// The header that remembers in which language a translator reads the texts.
pub fn remember_beside(code: &str) -> Option<HeaderValue> {
    set(BESIDE, code, YEAR)
}

/// Tells the browser to forget the cookie.
pub fn clear(name: &str) -> Option<HeaderValue> {
    set(name, "", 0)
}
