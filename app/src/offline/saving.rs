//! Choosing whether data is [saved](crate::saving).

use axum::http::{HeaderMap, HeaderName, header};
use axum::response::Response;

use crate::cookies;
use crate::cx::Cx;
use crate::form::Form;
use crate::own_path::OwnPath;
use crate::routes::Home;

/// Seconds the choice is remembered.
const YEAR: u64 = 365 * 24 * 3600;

/// Remembers the choice, and goes back to the page with the switch.
pub async fn choose(cx: Cx, form: Form) -> Response {
    // The frame with the switch may be older than the page it stands round.
    let back = came_from(cx.headers()).or_else(|| OwnPath::parse(form.get("back")));
    let place = back.map_or_else(|| cx.url(&Home::new()), |back| back.as_str().to_owned());
    let chosen = if form.get("saving") == "1" { "1" } else { "0" };
    let mut response = cx.see(&place);
    if let Some(cookie) = cookies::set(cookies::SAVING, chosen, YEAR) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The page of this shop that sent the form, where the browser says so.
fn came_from(headers: &HeaderMap) -> Option<OwnPath> {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok();
    let (_, address) = text(header::REFERER)?.split_once("://")?;
    OwnPath::parse(address.strip_prefix(text(header::HOST)?)?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn came(referer: &str) -> Option<String> {
        let pairs = [(header::REFERER, referer), (header::HOST, "shop.example")];
        let headers = pairs.map(|(name, value)| (name, value.parse().unwrap()));
        came_from(&headers.into_iter().collect()).map(|path| path.as_str().to_owned())
    }

    #[test]
    fn one_comes_from_pages_of_this_shop_only() {
        assert_eq!(
            came("https://shop.example/ug/products?page=2"),
            Some("/ug/products?page=2".to_owned())
        );
        for other in [
            "https://shop.example.evil/ug",
            "https://evil.example/ug",
            "https://shop.example//evil",
            "/ug",
            "",
        ] {
            assert_eq!(came(other), None, "{other}");
        }
    }
}
