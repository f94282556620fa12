//! What the Centre tells every visitor: notices of the day, days on which nobody is there, and how to call it.

use l10n::{format, t};
use leptos::prelude::*;
use service::{Shown, settings};

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, PhoneLink, ShownText};

/// Notices of today; nothing when there is none.
#[component]
pub(crate) fn ShopNotices() -> Html {
    let cx = Cx::here();
    let notices = settings::notices_today(cx.shop(), cx.locale());
    if notices.is_empty() {
        return Html::new("");
    }
    let texts = notices
        .into_iter()
        .map(|shown| view! { <p><ShownText shown/></p> })
        .collect_view();
    view! {
        <section class="c-notice" aria-label=cx.t(t::NOTICES_LABEL) data-testid="shop-notices">{texts}</section>
    }
    .into_html()
}

/// The Centre's name and telephones, as far as they are set.
#[component]
pub(crate) fn CentreContact() -> Html {
    let cx = Cx::here();
    let (name, phones) = settings::centre(cx.shop(), cx.locale());
    let name = name.map(|shown| view! { <p><ShownText shown/></p> });
    let phones = phones
        .into_iter()
        .map(|number| view! { <p><PhoneLink number/></p> })
        .collect_view();
    view! {
        {name}
        {phones}
    }
    .into_html()
}

/// A run of closed days, and what for.
#[component]
pub(crate) fn ClosedRun(
    /// First day.
    from: settings::Day,
    /// Last day.
    until: settings::Day,
    /// The holiday, or another reason.
    reason: Option<Shown>,
) -> Html {
    let cx = Cx::here();
    let date = |day: &settings::Day| format::date(cx.locale(), day.noon());
    let when = if from == until {
        view! { <bdi>{date(&from)}</bdi> }.into_html()
    } else {
        cx.tv(t::notices_days(date(&from), date(&until)))
    };
    let reason = reason.map(|shown| view! { " · "<ShownText shown/> });
    view! { {when}{reason} }.into_html()
}

/// Closed days from today on; nothing when there are none.
#[component]
pub(crate) fn ClosedDays() -> Html {
    let cx = Cx::here();
    let days = settings::closed_days(cx.shop(), cx.locale());
    if days.is_empty() {
        return Html::new("");
    }
    let rows = days
        .into_iter()
        .map(|(from, until, reason)| view! { <li><ClosedRun from until reason/></li> })
        .collect_view();
    view! {
        <div data-testid="closed-days">
            <p><strong>{cx.t(t::ABOUT_CLOSED_TITLE)}</strong></p>
            <ul>{rows}</ul>
        </div>
    }
    .into_html()
}
