//! What a messenger shows beside a link: the address of its picture, and a price.

use domain::view::OfferView;
use xxhash_rust::xxh3::xxh3_64;

use super::structured_data::decimal;
use crate::cx::Cx;
use crate::meta::{SharedPicture, SharedPrice};

/// Sides of such a picture, pixels.
const SIDES: (u32, u32) = (1_200, 630);

/// The picture of a product (`products`) or a cooperative (`shops`). Messengers keep a picture for as long as its address is the
/// same: `said`, what is on it, makes another one.
pub(crate) fn preview_of(cx: &Cx, area: &str, slug: &str, alt: &str, said: &[&str]) -> SharedPicture {
    let stamp = xxh3_64(said.join("\u{1f}").as_bytes());
    let language = cx.locale().code();
    SharedPicture {
        path: format!("/previews/{language}/{area}/{slug}.jpg?v={stamp:016x}"),
        alt: alt.to_owned(),
        sides: SIDES,
        square: None,
    }
}

/// The picture of the shop, for pages without one of their own.
pub(crate) fn shop_preview(cx: &Cx) -> SharedPicture {
    let texts = cx.shop().texts();
    let site = texts.plain(cx.locale(), l10n::t::SITE_NAME);
    let tagline = texts.plain(cx.locale(), l10n::t::SITE_TAGLINE);
    preview_of(cx, "pages", "home", &site, &[&site, &tagline])
}

/// What the size costs that a product's page shows first.
pub(crate) fn price_of(offers: &[OfferView]) -> Option<SharedPrice> {
    let first = OfferView::first_choice(offers)?;
    Some(SharedPrice {
        amount: decimal(first.terms.price),
        currency: first.terms.price.currency.code(),
        is_there: first.is_there(),
    })
}
