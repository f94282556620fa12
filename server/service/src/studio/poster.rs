//! Telling people of the shop: its link, that as a QR code, and a poster to print.

use std::path::PathBuf;

use domain::{Action, Actor, Locale};
use l10n::t;
use print::Poster;

use super::print::PrintedFile;
use crate::Shop;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;

/// The address of the shop's page with a name in the URL.
pub type ShopLink = dyn Fn(&str) -> String + Send + Sync;

/// A link as a QR code.
#[derive(Clone, Debug)]
pub struct Share {
    /// The link.
    pub link: String,
    /// The dark squares as the path of an SVG.
    pub path: String,
    /// Squares in a row of that picture.
    pub side: usize,
}

/// A link as a QR code.
///
/// # Errors
/// It is too long for one.
pub fn share(link: String) -> Result<Share> {
    let code = print::qr::Qr::of(&link).map_err(Error::internal)?;
    Ok(Share {
        path: code.svg_path(),
        side: code.modules(),
        link,
    })
}

/// A poster of this cooperative's shop. `fonts`: where they lie, when the site has some.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative, or while it has no shop; [`Error::Busy`] when too many
/// print at once; [`ErrorCode::NoFonts`](domain::ErrorCode::NoFonts).
#[crate::boxed]
pub async fn poster(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    fonts: Option<PathBuf>,
    link: &ShopLink,
) -> Result<PrintedFile> {
    let own = own_cooperative(actor, Action::OpenWork)?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(own.id()).ok_or(Error::NotFound)?;
    let entry = &cooperative.entry;
    let mut names = vec![entry.name(locale).text];
    for other in locale.fallbacks() {
        let name = entry.name(*other).text;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let tagline = entry.texts.show("tagline", locale, entry.source);
    let languages = [locale].into_iter().chain(locale.fallbacks().iter().copied());
    let poster = Poster {
        names,
        tagline: tagline.map(|tagline| tagline.text).unwrap_or_default(),
        scan: languages
            .map(|locale| shop.texts().get(locale, t::PRINT_SCAN))
            .collect(),
        link: link(&entry.slug),
    };
    let name = format!("poster-{}.pdf", entry.slug);
    let make = move |fonts: &print::Fonts| print::poster(fonts, &poster);
    Ok(PrintedFile {
        name,
        bytes: shop.printer().print(fonts, make).await?,
    })
}
