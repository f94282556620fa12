//! The members of one's own cooperative, for its owners.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{CooperativeId, ErrorCode, Subject};
use l10n::t;
use leptos::prelude::*;
use service::members::{InviteLink, MemberView};

use super::link_forms::{InviteLinks, place_after};
use super::list::{MemberForms, NotDone, Saved, carry_out, not_done};
use crate::account::{fresh_first, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::StudioMembers;
use crate::studio::{StudioFrame, studio_meta};
use crate::ui::{Html, IntoHtml};

/// The members.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NotDone::default()).await
}

/// Invites, changes or removes somebody.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let subject = own(&cx)?;
    // Who may not is told so before they are asked who they are.
    service::members::list(cx.shop(), cx.actor(), subject).await?;
    let fresh = match fresh_first(&cx, &form).await? {
        Ok(fresh) => fresh,
        Err(asking) => return Ok(asking),
    };
    match carry_out(&cx, fresh, subject, &form).await {
        Ok(()) => Ok(cx.see(&place_after(&cx, form.get("command")))),
        Err(error) => {
            let not_done = not_done(error, &form)?;
            render(&cx, not_done.status(), not_done).await
        }
    }
}

fn own(cx: &Cx) -> Result<Subject, ErrorCode> {
    cx.actor()
        .cooperative()
        .map(Subject::Cooperative)
        .ok_or(ErrorCode::NotFound)
}

async fn render(cx: &Cx, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    let subject = own(cx)?;
    let members = service::members::list(cx.shop(), cx.actor(), subject).await?;
    let Subject::Cooperative(cooperative) = subject else {
        return Err(ErrorCode::NotFound.into());
    };
    let links = service::members::links(cx.shop(), cx.actor(), cooperative).await?;
    Ok(cx.page_with(status, studio_meta(cx.t(t::MEMBERS_TITLE)), || {
        view! { <StudioMembersPage cooperative members links not_done/> }
    }))
}

/// The members of the cooperative.
#[component]
fn StudioMembersPage(
    /// The cooperative.
    cooperative: CooperativeId,
    /// Its members.
    members: Vec<MemberView>,
    /// Its links for new ones.
    links: Vec<InviteLink>,
    /// Why a change was not made, when it was not.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&StudioMembers::new());
    let subject = Subject::Cooperative(cooperative);
    let errors = not_done.errors.clone();
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::MEMBERS_TITLE)}</h1>
            <p class="c-lead">{cx.t(t::MEMBERS_TEXT)}</p>
            <Saved/>
            <MemberForms action subject members not_done/>
            <InviteLinks cooperative links errors/>
        </StudioFrame>
    }
    .into_html()
}
