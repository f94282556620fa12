//! The switch in the footer that saves data.

use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::routes::Saving;
use crate::ui::{Html, IntoHtml};

/// The switch.
#[component]
pub(crate) fn SavingSwitch() -> Html {
    let cx = Cx::here();
    let (value, label) = if cx.saves_data() {
        ("0", t::OFFLINE_SAVING_STOP)
    } else {
        ("1", t::OFFLINE_SAVING_START)
    };
    let says = cx
        .saves_data()
        .then(|| view! { <p data-testid="saving">{cx.t(t::OFFLINE_SAVING_ON)}</p> });
    // A document of the other kind comes, not only another page.
    view! {
        <form method="post" action=cx.url(&Saving::new()) data-testid="saving-switch" data-plain="">
            {says}
            <input type="hidden" name="back" value=cx.here_in(cx.locale())/>
            <button class="c-button" name="saving" value=value>{cx.t(label)}</button>
        </form>
    }
    .into_html()
}
