//! What stands round every page of the Centre.

use components::OfflineView;
use domain::{Action, Actor, CentreRole, Subject, rights};
use l10n::{Text, format, t};
use leptos::prelude::*;

use super::district::{DistrictMenu, is_of_district};
use crate::cx::Cx;
use crate::routes::{
    Account, CentreAnnouncements, CentreApplications, CentreAudit, CentreConfirmations, CentreCooperatives,
    CentreDamage, CentreMembers, CentreModeration, CentreMoney, CentreOutbox, CentreSearches, CentreSettings,
    CentreSupport, Desk,
};
use crate::ui::{Contents, Html, IntoHtml};

/// Where the settings are; what the district has stands behind the same entry of the menu.
pub(super) const SETTINGS: &str = "/centre/settings";

/// Where something may wait for somebody of the Centre.
const APPLICATIONS: &str = "/centre/applications";
const CONFIRMATIONS: &str = "/centre/confirmations";
const OUTBOX: &str = "/centre/outbox";
const DAMAGE: &str = "/centre/damage";
const MODERATION: &str = "/centre/moderation";

/// Menu, and the page itself.
#[component]
pub(crate) fn CentreFrame(
    /// The page's title.
    title: Text,
    /// The page.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let waits = cx.waits();
    let link = |url: String, text: Text, place: &str| {
        let is_here = cx.path().starts_with(place) || (place == SETTINGS && is_of_district(cx.path()));
        let count = match place {
            APPLICATIONS => waits.applications,
            CONFIRMATIONS => waits.products,
            OUTBOX => waits.messages,
            DAMAGE => waits.reports,
            MODERATION => waits.texts,
            _ => 0,
        };
        view! {
            <a
                href=url
                data-waits=(count > 0).then_some("1")
                aria-current=is_here.then_some("page")
            >
                {cx.t(text)}" "<ToDo count/>
            </a>
        }
    };
    // Only what is there for them.
    let open = |action: Action, url: String, text: Text, place: &str| {
        rights::may(cx.actor(), action, Subject::Centre)
            .is_ok()
            .then(|| link(url, text, place))
    };
    // Which cooperatives one works for is asked of each of them; the finance people work for none.
    let support = matches!(cx.actor(), Actor::Centre { role, .. } if role != CentreRole::Finance)
        .then(|| link(cx.url(&CentreSupport::new()), t::SUPPORT_TITLE, "/centre/support"));
    // A station's clerk stands at the counter only.
    let is_centre = matches!(cx.actor(), Actor::Centre { .. });
    let name = if is_centre { t::CENTRE_NAV } else { t::DESK_TITLE };
    let ways = is_centre.then(|| {
        view! {
            {open(Action::SeeMoney, cx.url(&CentreMoney::new()), t::CENTRE_NAV_MONEY, "/centre/money")}
            {open(Action::TakeCash, cx.url(&Desk::new()), t::CENTRE_NAV_DESK, "/desk")}
            {open(Action::SeeOutbox, cx.url(&CentreOutbox::new()), t::CENTRE_NAV_MESSAGES, OUTBOX)}
            {open(Action::ReadOrders, cx.url(&CentreDamage::new()), t::RETURNS_LATE_TITLE, DAMAGE)}
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
                APPLICATIONS,
            )}
            {open(
                Action::AdmitCooperatives,
                cx.url(&CentreConfirmations::new()),
                t::CONFIRMATION_TITLE,
                CONFIRMATIONS,
            )}
            {open(
                Action::ModerateTexts,
                cx.url(&CentreModeration::new()),
                t::MODERATION_TITLE,
                MODERATION,
            )}
            {open(
                Action::Announce,
                cx.url(&CentreAnnouncements::new()),
                t::ANNOUNCEMENTS_TITLE,
                "/centre/announcements",
            )}
            {open(Action::EditMembers, cx.url(&CentreMembers::new()), t::MEMBERS_TITLE, "/centre/members")}
            {support}
            {open(Action::OpenWork, cx.url(&CentreSearches::new()), t::CENTRE_NAV_SEARCHES, "/centre/searches")}
            {open(Action::SeeAudit, cx.url(&CentreAudit::new()), t::CENTRE_NAV_AUDIT, "/centre/audit")}
        }
    });
    let offline = OfflineView {
        form: cx.t(t::STUDIO_OFFLINE_FORM),
        page: cx.t(t::STUDIO_OFFLINE_PAGE),
    };
    view! {
        <div class="c-stack c-dense">
            <nav class="c-tabs c-tabs--all c-ways" aria-label=cx.t(name)>
                {ways}
                // One signs out there.
                <a href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a>
            </nav>
            <h1 class="c-title">{cx.t(title)}</h1>
            <DistrictMenu/>
            {children.into_inner()}
            {islands::offline_island(offline)}
        </div>
    }
    .into_html()
}

/// How much waits behind an entry of the menu.
#[component]
fn ToDo(
    /// So much; 0 says nothing.
    count: i64,
) -> Html {
    let cx = Cx::here();
    if count == 0 {
        return Html::new("");
    }
    let number = format::number(cx.locale(), count);
    view! {
        <span class="c-badge c-badge--warn" data-testid="to-do">
            <span aria-hidden="true">{number.clone()}</span>
            <span class="c-hidden">{cx.t(t::centre_nav_to_do(number))}</span>
        </span>
    }
    .into_html()
}
