//! What stands round every page of the studio, and the notices its forms answer with.

use axum::http::StatusCode;
use components::DraftView;
use domain::{Action, ErrorCode, Subject, UserId, rights};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;

use super::support::SupportBanner;
use crate::cx::Cx;
use crate::routes::{Account, SignOut, Studio, StudioMembers, StudioOrders, StudioShop};
use crate::ui::{Contents, Html, IntoHtml, RefusedNotice};

/// Title, menu, and the page itself.
#[component]
pub(crate) fn StudioFrame(
    /// The page.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let link = |url: String, text: Text, is_here: bool| {
        view! { <a href=url aria-current=is_here.then_some("page")>{cx.t(text)}</a> }
    };
    let is_below = |place: &str| cx.path().starts_with(place);
    // Only what one's role does; the use cases decide again.
    let orders = may(&cx, Action::ReadOrders).then(|| {
        link(
            cx.url(&StudioOrders::new()),
            t::STUDIO_NAV_ORDERS,
            is_below("/studio/orders"),
        )
    });
    let shop = may(&cx, Action::EditShop)
        .then(|| link(cx.url(&StudioShop::new()), t::STUDIO_NAV_SHOP, is_below("/studio/shop")));
    let members = may(&cx, Action::EditMembers).then(|| {
        link(
            cx.url(&StudioMembers::new()),
            t::MEMBERS_TITLE,
            is_below("/studio/members"),
        )
    });
    view! {
        <div class="c-stack c-dense">
            <div class="c-bar">
                <p class="c-lead">{cx.t(t::STUDIO_TITLE)}</p>
                <a class="c-button c-button--quiet" href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a>
                <form method="post" action=cx.url(&SignOut::new())>
                    <button class="c-button c-button--quiet" data-testid="sign-out">{cx.t(t::ACCOUNT_SIGN_OUT)}</button>
                </form>
            </div>
            <SupportBanner/>
            <nav class="c-tabs" aria-label=cx.t(t::STUDIO_NAV)>
                {link(cx.url(&Studio::new()), t::STUDIO_NAV_HOME, cx.path() == "/studio")}
                {orders}
                {shop}
                {members}
            </nav>
            {children.into_inner()}
        </div>
    }
    .into_html()
}

/// Whether whoever asks does this for their cooperative.
pub(super) fn may(cx: &Cx, action: Action) -> bool {
    let own = cx.actor().cooperative().map(Subject::Cooperative);
    own.is_some_and(|own| rights::may(cx.actor(), action, own).is_ok())
}

/// Why a form was not carried out: what the page has to show again.
#[derive(Clone, Debug, Default)]
pub(super) struct NotSaved {
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// A rule of the shop that says no.
    pub refused: Option<ErrorCode>,
}

impl NotSaved {
    /// What the page can show; anything else is an error page of its own.
    pub fn of(error: service::Error) -> Result<Self, service::Error> {
        match error {
            service::Error::Fields(errors) => Ok(Self { errors, refused: None }),
            service::Error::Refused(code) => Ok(Self {
                errors: FieldErrors::default(),
                refused: Some(code),
            }),
            other => Err(other),
        }
    }

    /// The answer's status.
    pub fn status(&self) -> StatusCode {
        let code = self.refused.unwrap_or(ErrorCode::Invalid);
        StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT)
    }

    /// Whether somebody else saved in between.
    pub fn is_conflict(&self) -> bool {
        self.refused == Some(ErrorCode::InvalidTransition)
    }
}

/// Says above the button that something is not saved yet; what is typed is kept on the device meanwhile.
#[component]
pub(super) fn Draft(
    /// Which form of the studio.
    form: String,
) -> Html {
    let cx = Cx::here();
    let who = cx.actor().user().map_or(0, UserId::get);
    let view = DraftView {
        key: format!("studio/{form}/{who}"),
        is_saved: cx.query() == "saved=1",
        unsaved: cx.t(t::STUDIO_DRAFT_UNSAVED),
        restored: cx.t(t::STUDIO_DRAFT_RESTORED),
        discard: cx.t(t::STUDIO_DRAFT_DISCARD),
    };
    islands::draft_island(view).into_html()
}

/// At the top of an editor: saved, overtaken by somebody else, or refused for another reason.
#[component]
pub(super) fn EditorNotice(
    /// Why it was not saved, when it was not.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let refused = not_saved.as_ref().and_then(|not_saved| not_saved.refused);
    match refused {
        Some(ErrorCode::InvalidTransition) => view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                <p>{cx.t(t::STUDIO_CONFLICT)}</p>
            </div>
        }
        .into_html(),
        Some(code) => view! { <RefusedNotice code=Some(code)/> }.into_html(),
        None if not_saved.is_none() => view! { <Done word="saved=1" text=t::STUDIO_SAVED/> }.into_html(),
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
