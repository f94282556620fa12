//! The page with an address to pass on, and the way to it from the page that has the address.

use l10n::t;
use leptos::prelude::*;
use service::Shown;

use super::qr::QrCode;
use crate::cx::Cx;
use crate::meta::{Meta, SharedPicture};
use crate::ui::{Html, IntoHtml, ShownText, TextField};

/// The way to the page with the address.
#[component]
pub(crate) fn ShareLink(
    /// Where that is.
    url: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <p>
            // Its script runs with a document of its own.
            <a class="c-button c-button--quiet" href=url rel="nofollow" data-plain="" data-testid="share">
                {cx.tv(t::SHARING_TITLE)}
            </a>
        </p>
    }
    .into_html()
}

/// What the head of such a page says: whoever sends its own address on sends the one that was meant.
pub(crate) fn share_meta(cx: &Cx, name: &Shown, url: &str, picture: SharedPicture) -> Meta {
    let title = format!("{} · {}", cx.t(t::SHARING_TITLE), name.text);
    Meta {
        shared_title: Some(name.text.clone()),
        picture: Some(picture),
        unlisted: true,
        ..Meta::new(title).canonical(url)
    }
}

/// The address as a link to copy and as a code. The script adds what a phone can do with it; without, the link can be copied by
/// hand.
#[component]
pub(crate) fn SharePage(
    /// What it is the address of.
    name: Shown,
    /// Where that is, without the shop's own address.
    url: String,
) -> Html {
    let cx = Cx::here();
    let link = format!("{}{url}", cx.public_url());
    let plain_name = name.text.clone();
    let script = cx
        .assets()
        .url("share.js")
        .map(|src| view! { <script type="module" src=src></script> });
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.tv(t::SHARING_TITLE)}</h1>
            <p><strong><ShownText shown=name/></strong></p>
            <p>{cx.tv(t::SHARING_LEAD)}</p>
            <div
                hidden
                data-share=link.clone()
                data-name=plain_name
                data-copied=cx.t(t::SHARING_COPIED)
                data-failed=cx.t(t::SHARING_COPY_FAILED)
                data-testid="share-buttons"
            >
                <p class="c-actions">
                    <button type="button" class="c-button c-button--primary" hidden data-does="send">
                        {cx.tv(t::SHARING_SEND)}
                    </button>
                    <button type="button" class="c-button" data-does="copy">{cx.tv(t::SHARING_COPY)}</button>
                </p>
                <p role="status" data-testid="share-said"></p>
            </div>
            <TextField name="link" label=cx.t(t::SHARING_LINK) value=link.clone() is_ltr=true maxlength=2000/>
            <div>
                <QrCode link label=cx.t(t::SHARING_CODE)/>
                <p class="c-muted">{cx.tv(t::SHARING_SCAN)}</p>
            </div>
            <p><a class="c-button" href=url>{cx.tv(t::SHARING_BACK)}</a></p>
        </div>
        {script}
    }
    .into_html()
}
