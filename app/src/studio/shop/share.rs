//! The page's address: a link to send and a code to print.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;

use super::super::frame::StudioFrame;
use super::super::menu::studio_meta;
use super::super::poster::ShareBox;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{ShopPage, StudioShop};
use crate::ui::{Html, IntoHtml, TextField};

/// Link and code.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let bench = service::studio::workbench(cx.shop(), cx.actor(), cx.locale()).await?;
    let url = format!("{}{}", cx.public_url(), cx.url(&ShopPage::new(&bench.page.card.slug)));
    let meta = studio_meta(cx.t(t::SHOPFRONT_SHARE));
    Ok(cx.page(meta, || view! { <SharePage url slug=bench.page.card.slug.clone()/> }))
}

/// Link and code.
#[component]
fn SharePage(
    /// The address as the world sees it.
    url: String,
    /// The shop's name in the URL.
    slug: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::SHOPFRONT_SHARE)}</h1>
                <a class="c-button c-screen" href=cx.url(&StudioShop::new())>{cx.t(t::SHOPFRONT_BLOCK_BACK)}</a>
            </div>
            <p>{cx.t(t::SHOPFRONT_SHARE_LEAD)}</p>
            <TextField name="link" label=cx.t(t::SHOPFRONT_SHARE_LINK) value=url is_ltr=true maxlength=2000/>
            <ShareBox slug/>
            <p class="c-muted c-screen">{cx.t(t::STUDIO_PACKING_PRINT)}</p>
        </StudioFrame>
    }
    .into_html()
}
