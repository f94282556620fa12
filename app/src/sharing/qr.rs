//! A link as a QR code.

use leptos::prelude::*;

use crate::ui::{Html, IntoHtml};

/// A link as a QR code; nothing when it is too long for one.
#[component]
pub(crate) fn QrCode(
    /// The link.
    link: String,
    /// What the picture is, read aloud.
    label: String,
) -> Html {
    service::studio::share(link)
        .ok()
        .map(|share| {
            view! {
                // Dark on light in dark mode, too: not every reader takes the other way round.
                <svg
                    class="c-qr"
                    viewBox=format!("0 0 {0} {0}", share.side)
                    width="220"
                    height="220"
                    role="img"
                    aria-label=label
                    data-testid="qr"
                >
                    <path fill="#fff" d=format!("M0 0h{0}v{0}h-{0}z", share.side)/>
                    <path fill="#000" d=share.path/>
                </svg>
            }
        })
        .into_html()
}
