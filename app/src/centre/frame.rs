//! What stands round every page of the Centre.

use domain::{Action, Actor, Subject, rights};
use l10n::{Text, t};
use leptos::prelude::*;

use super::district::{DistrictMenu, is_of_district};
use crate::cx::Cx;
use crate::routes::{
    Account, CentreAnnouncements, CentreApplications, CentreAudit, CentreConfirmations, CentreCooperatives,
    CentreMoney, CentreOutbox, CentreSearches, CentreSettings, Desk, SignOut,
};
use crate::ui::{Contents, Html, IntoHtml};

/// Where the settings are; what the district has stands behind the same entry of the menu.
pub(super) const SETTINGS: &str = "/centre/settings";

/// Menu, and the page itself.
#[component]
pub(crate) fn CentreFrame(
    /// The page's title.
    title: Text,
    /// The page.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let link = |url: String, text: Text, place: &str| {
        let is_here = cx.path().starts_with(place) || (place == SETTINGS && is_of_district(cx.path()));
        view! { <a href=url aria-current=is_here.then_some("page")>{cx.t(text)}</a> }
    };
    // Only what is there for them.
    let open = |action: Action, url: String, text: Text, place: &str| {
        rights::may(cx.actor(), action, Subject::Centre)
            .is_ok()
            .then(|| link(url, text, place))
    };
    // A station's clerk stands at the counter only.
    let menu = matches!(cx.actor(), Actor::Centre { .. }).then(|| {
        view! {
            <nav class="c-tabs c-tabs--all" aria-label=cx.t(t::CENTRE_NAV)>
                {open(Action::SeeMoney, cx.url(&CentreMoney::new()), t::CENTRE_NAV_MONEY, "/centre/money")}
                {open(Action::TakeCash, cx.url(&Desk::new()), t::CENTRE_NAV_DESK, "/desk")}
                {open(Action::SeeOutbox, cx.url(&CentreOutbox::new()), t::CENTRE_NAV_MESSAGES, "/centre/outbox")}
                {open(Action::EditSettings, cx.url(&CentreSettings::new()), t::CENTRE_NAV_SETTINGS, SETTINGS)}
                {open(
                    Action::AdmitCooperatives,
                    cx.url(&CentreCooperatives::new()),
                    t::CENTRE_NAV_COOPERATIVES,
                    "/centre/cooperatives",
                )}
                {open(
                    Action::AdmitCooperatives,
                    cx.url(&CentreApplications::new()),
                    t::APPLICATION_LIST,
                    "/centre/applications",
                )}
                {open(
                    Action::AdmitCooperatives,
                    cx.url(&CentreConfirmations::new()),
                    t::CONFIRMATION_TITLE,
                    "/centre/confirmations",
                )}
                {open(
                    Action::Announce,
                    cx.url(&CentreAnnouncements::new()),
                    t::ANNOUNCEMENTS_TITLE,
                    "/centre/announcements",
                )}
                {open(Action::OpenWork, cx.url(&CentreSearches::new()), t::CENTRE_NAV_SEARCHES, "/centre/searches")}
                {open(Action::SeeAudit, cx.url(&CentreAudit::new()), t::CENTRE_NAV_AUDIT, "/centre/audit")}
            </nav>
        }
    });
    view! {
        <div class="c-stack c-dense">
            <div class="c-bar">
                <h1 class="c-title">{cx.t(title)}</h1>
                <a class="c-button c-button--quiet" href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a>
                <form method="post" action=cx.url(&SignOut::new())>
                    <button class="c-button c-button--quiet" data-testid="sign-out">{cx.t(t::ACCOUNT_SIGN_OUT)}</button>
                </form>
            </div>
            {menu}
            <DistrictMenu/>
            {children.into_inner()}
        </div>
    }
    .into_html()
}
