//! `/studio/poster`: a poster of the shop as PDF; and the box with its link, which stands under **Share**.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;

use super::print::{FONTS, sent};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{ShopPage, StudioPoster};
use crate::sharing::QrCode;
use crate::ui::{Html, IntoHtml};

/// The file.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let here = cx.clone();
    let link = move |slug: &str| link_of(&here, slug);
    let fonts = cx.assets().file(FONTS);
    let file = service::studio::poster(cx.shop(), cx.actor(), cx.locale(), fonts, &link).await?;
    Ok(sent(file))
}

/// The whole address of a shop's page.
fn link_of(cx: &Cx, slug: &str) -> String {
    format!("{}{}", cx.public_url(), cx.url(&ShopPage::new(slug)))
}

/// The shop's link to pass on, the same as a QR code, and the way to its poster.
#[component]
pub(super) fn ShareBox(
    /// The shop's name in the URL.
    slug: String,
) -> Html {
    let cx = Cx::here();
    let link = link_of(&cx, &slug);
    view! {
        <section class="c-card c-stack c-screen" data-testid="share">
            <h2 class="c-card__title">{cx.t(t::PRINT_SHARE)}</h2>
            <p>{cx.t(t::PRINT_SHARE_TEXT)}</p>
            <p><a href=link.clone() target="_blank" rel="noopener"><bdi dir="ltr">{link.clone()}</bdi></a></p>
            <QrCode link label=cx.t(t::PRINT_QR)/>
            <p class="c-actions">
                <a class="c-button" href=cx.url(&StudioPoster::new()) target="_blank" data-testid="poster">
                    {cx.t(t::PRINT_POSTER)}
                </a>
            </p>
        </section>
    }
    .into_html()
}
