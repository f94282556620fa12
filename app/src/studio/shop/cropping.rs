//! While a picture of the shop page is being cropped: a page without fields, so that nothing typed can be lost. It looks again by
//! itself, in every browser, and leads to the part as soon as the new picture is there.

use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::shop_page::BlockId;
use l10n::t;
use leptos::prelude::*;
use service::studio::CropsView;

use super::super::crop::AT;
use super::super::frame::StudioFrame;
use super::super::menu::studio_meta;
use super::super::pictures_page::Crops;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::with_query;
use crate::routes::{StudioShopCrop, StudioShopPart};
use crate::ui::{Html, IntoHtml};

/// The word of the address that says how often it was looked.
pub(in super::super) const LOOK: &str = "look";
/// After how many seconds it is looked again.
const SECONDS: u8 = 3;
/// How often it is looked: after a minute whoever waits presses.
const LOOKS: u8 = 20;

/// Where one waits for a picture at a place of a part.
pub(in super::super) fn page_of(cx: &Cx, part: BlockId, at: &str) -> String {
    look_at(cx, part, at, 1)
}

fn look_at(cx: &Cx, part: BlockId, at: &str, look: u8) -> String {
    let page = cx.url(&StudioShopCrop::new(&part.to_string()));
    with_query(page, &[(AT, at), (LOOK, &look.to_string())])
}

/// The page, or the way to the part when nothing is being cropped there any more.
pub(in super::super) async fn wait(cx: &Cx, part: BlockId, at: &str, look: &str) -> PageResult<Response> {
    let crops = service::studio::part_crops(cx.shop(), cx.actor(), part).await?;
    let back = cx.url(&StudioShopPart::new(&part.to_string()));
    if crops.open == 0 {
        return Ok(cx.see(&format!("{back}?cropped=1")));
    }
    let here = page_of(cx, part, at);
    let mut response = cx.page_with(StatusCode::OK, studio_meta(cx.t(t::PICTURES_CROP)), || {
        view! { <CroppingPage crops back here/> }
    });
    let next = look.parse::<u8>().unwrap_or(LOOKS).saturating_add(1);
    if next <= LOOKS {
        let next = format!("{SECONDS}; url={}", look_at(cx, part, at, next));
        if let Ok(next) = HeaderValue::from_str(&next) {
            response.headers_mut().insert("refresh", next);
        }
    }
    Ok(response)
}

/// What is being cropped.
#[component]
fn CroppingPage(
    /// It.
    crops: CropsView,
    /// The part.
    back: String,
    /// This page.
    here: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::PICTURES_CROP)}</h1>
                <a class="c-button" href=back>{cx.t(t::SHOPFRONT_PICTURE_BACK)}</a>
            </div>
            <p>{cx.t(t::PICTURES_CROP_ASKED)}</p>
            <Crops crops here/>
        </StudioFrame>
    }
    .into_html()
}
