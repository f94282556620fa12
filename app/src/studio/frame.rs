//! What stands round every page of the studio, and the notices its forms answer with.

use components::{NewsCountView, NewsView, OfflineView};
use domain::{Action, CooperativeId, ErrorCode, OrderStage, Subject, UserId, rights};
use l10n::{Text, t};
use leptos::prelude::*;

use super::orders_query::stage_url;
use super::support::SupportBanner;
use super::suspended::SuspendedBanner;
use crate::cx::Cx;
use crate::draft::{draft_end, draft_line};
use crate::not_saved::NotSaved;
use crate::routes::{Account, StudioAccount, StudioFeedback, StudioFigures, StudioMembers, StudioNews};
use crate::ui::{Contents, Html, IntoHtml, RefusedNotice};

/// Title, the way to what it is owed, figures, members and account (where one signs out), and the page itself. The studio's menu is in [`studio_meta`](super::studio_meta).
#[component]
pub(crate) fn StudioFrame(
    /// The page.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let members = may(&cx, Action::EditMembers).then(|| {
        let is_here = cx.path().starts_with("/studio/members");
        view! {
            <a
                class="c-button c-button--quiet"
                href=cx.url(&StudioMembers::new())
                aria-current=is_here.then_some("page")
            >
                {cx.t(t::MEMBERS_TITLE)}
            </a>
        }
    });
    let figures = may(&cx, Action::SeeMoney).then(|| {
        let is_here = cx.path() == "/studio/figures";
        view! {
            <a
                class="c-button c-button--quiet"
                href=cx.url(&StudioFigures::new())
                aria-current=is_here.then_some("page")
            >
                {cx.t(t::FIGURES_TITLE)}
            </a>
        }
    });
    let account = may(&cx, Action::SeeMoney).then(|| {
        let is_here = cx.path() == "/studio/account";
        view! {
            <a
                class="c-button c-button--quiet"
                href=cx.url(&StudioAccount::new())
                aria-current=is_here.then_some("page")
            >
                {cx.t(t::PAYOUT_TITLE)}
            </a>
        }
    });
    let feedback = may(&cx, Action::AnswerBuyers).then(|| {
        let is_here = cx.path() == "/studio/feedback";
        view! {
            <a
                class="c-button c-button--quiet"
                href=cx.url(&StudioFeedback::new())
                aria-current=is_here.then_some("page")
            >
                {cx.t(t::FEEDBACK_TITLE)}
                " "
                {islands::news_to_answer_island(NewsCountView {}).into_html()}
            </a>
        }
    });
    let offline = OfflineView {
        form: cx.t(t::STUDIO_OFFLINE_FORM),
        page: cx.t(t::STUDIO_OFFLINE_PAGE),
    };
    let news = may(&cx, Action::ReadOrders).then(|| {
        let is_first = cx.path() == "/studio";
        islands::news_island(NewsView {
            url: cx.url(&StudioNews::new()),
            whose: cx.actor().cooperative().map_or_else(String::new, |own| own.to_string()),
            orders: stage_url(&cx, Some(OrderStage::New)),
            text: cx.t(t::STUDIO_NEWS_ORDER),
            see: cx.t(t::STUDIO_NEWS_SEE),
            sound: is_first.then(|| (cx.t(t::STUDIO_NEWS_SOUND_OFF), cx.t(t::STUDIO_NEWS_SOUND_ON))),
        })
    });
    view! {
        <div class="c-stack c-dense">
            <div class="c-bar c-bar--thin c-screen">
                <p class="c-hidden">{cx.t(t::STUDIO_TITLE)}</p>
                <nav class="c-row c-ways" aria-label=cx.t(t::STUDIO_NAV)>
                    {feedback}
                    {account}
                    {figures}
                    {members}
                    <a class="c-button c-button--quiet" href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a>
                </nav>
            </div>
            <SupportBanner/>
            <SuspendedBanner/>
            {news}
            {children.into_inner()}
            {islands::offline_island(offline)}
        </div>
    }
    .into_html()
}

/// Whether whoever asks does this for their cooperative.
pub(super) fn may(cx: &Cx, action: Action) -> bool {
    let own = cx.actor().cooperative().map(Subject::Cooperative);
    own.is_some_and(|own| rights::may(cx.actor(), action, own).is_ok())
}

/// Whose drafts a device keeps: one person may work for several cooperatives, and what is written for one is none of the other's.
pub(super) fn draft_of(cx: &Cx) -> String {
    let cooperative = cx.actor().cooperative().map_or(0, CooperativeId::get);
    let user = cx.actor().user().map_or(0, UserId::get);
    format!("{cooperative}/{user}")
}

/// What the draft of a form is kept under.
fn key_of(cx: &Cx, form: &str) -> String {
    format!("studio/{form}/{}", draft_of(cx))
}

/// Says above the button that something is not saved yet; what is typed is kept on the device meanwhile.
#[component]
pub(super) fn Draft(
    /// Which form of the studio.
    form: String,
    /// What the address says when the form was just saved.
    #[prop(default = "saved=1".to_owned(), into)]
    saved: String,
    /// The page answers this form, which could not be saved.
    #[prop(optional)]
    is_refused: bool,
    /// Another form that leads here when it is saved, and what the address says then.
    #[prop(default = None)]
    ended: Option<(&'static str, &'static str)>,
) -> Html {
    let cx = Cx::here();
    let says = |word: &str| cx.query().split('&').any(|part| part == word);
    let key = |form: &str| key_of(&cx, form);
    let ended = ended.filter(|(_, word)| says(word)).map(|(form, _)| key(form));
    draft_line(&cx, key(&form), says(&saved), is_refused, ended)
}

/// Says that the draft of a form that is not on this page any more has ended, since it was saved. A page has one of them at most.
#[component]
pub(super) fn DraftEnd(
    /// Which form of the studio.
    form: String,
) -> Html {
    let cx = Cx::here();
    draft_end(key_of(&cx, &form))
}

/// At the top of an editor: saved, overtaken by somebody else, or refused for another reason.
#[component]
pub(super) fn EditorNotice(
    /// Why it was not saved, when it was not.
    not_saved: Option<NotSaved>,
    /// Buyers do not see what is edited.
    #[prop(optional)]
    is_draft: bool,
    /// They see it once the Centre has confirmed it.
    #[prop(optional)]
    waits: bool,
) -> Html {
    let cx = Cx::here();
    let text = match (is_draft, waits) {
        (true, _) => t::STUDIO_SAVED_DRAFT,
        (false, true) => t::CONFIRMATION_SAVED,
        (false, false) => t::STUDIO_SAVED,
    };
    let refused = not_saved.as_ref().and_then(|not_saved| not_saved.refused);
    match refused {
        Some(ErrorCode::InvalidTransition) => view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                <p>{cx.t(t::STUDIO_CONFLICT)}</p>
            </div>
        }
        .into_html(),
        Some(code) => view! { <RefusedNotice code=Some(code)/> }.into_html(),
        None if not_saved.is_none() => view! { <Done word="saved=1" text/> }.into_html(),
        None => Html::new(""),
    }
}

/// What a form just did, when the address says so.
#[component]
pub(super) fn Done(
    /// The query that says so.
    word: &'static str,
    /// What to say.
    text: Text,
) -> Html {
    let cx = Cx::here();
    (cx.query() == word)
        .then(|| {
            view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
        })
        .into_html()
}
