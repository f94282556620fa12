//! Saving data: pages come without WASM and with the smallest pictures, and everything works by its forms.

use axum::http::HeaderMap;

use crate::cookies;

/// Whether data is to be saved: the reader's own choice, else what the browser asks for.
pub(crate) fn saves_data(headers: &HeaderMap) -> bool {
    match cookies::read(headers, cookies::SAVING) {
        Some("1") => true,
        Some("0") => false,
        _ => headers
            .get("save-data")
            .is_some_and(|value| value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"on")),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn saves(pairs: &[(&'static str, &str)]) -> bool {
        let headers = pairs.iter().map(|(name, value)| {
            let name = axum::http::HeaderName::from_static(name);
            (name, value.parse().unwrap())
        });
        saves_data(&headers.collect())
    }

    #[test]
    fn the_readers_choice_goes_before_the_browsers() {
        assert!(!saves(&[]));
        assert!(saves(&[("save-data", "on")]) && saves(&[("save-data", "On")]));
        assert!(!saves(&[("save-data", "off")]));
        assert!(saves(&[("cookie", "lang=ug; saving=1")]));
        assert!(!saves(&[("save-data", "on"), ("cookie", "saving=0")]));
        assert!(saves(&[("save-data", "on"), ("cookie", "saving=x")]));
    }
}
