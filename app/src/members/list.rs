//! The members of one subject, with the forms that change them.

use axum::http::StatusCode;
use domain::{ErrorCode, InvitationId, Membership, MembershipId, Subject};
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::identity::Fresh;
use service::members::{Invitation, MemberView};

use crate::cx::Cx;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::membership_words::role_text;
use crate::ui::{Choice, Hidden, Html, IntoHtml, PhoneLink, RefusedNotice, SelectField, TextField};

/// Why a change was not made, and what was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct NotDone {
    pub errors: FieldErrors,
    pub refused: Option<ErrorCode>,
    pub typed: Invitation,
}

impl NotDone {
    pub fn status(&self) -> StatusCode {
        let code = self.refused.unwrap_or(ErrorCode::Invalid);
        StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT)
    }
}

/// Does what the form's `command` says: `invite`, `role` or `remove`; of a cooperative also `link` and `end-link`.
pub(super) async fn carry_out(cx: &Cx, fresh: Fresh, subject: Subject, form: &Form) -> Result<(), service::Error> {
    let shop = &shop_for(cx, form).map_err(service::Error::Refused)?;
    let actor = cx.actor();
    let member = || {
        form.get("member")
            .parse()
            .map(MembershipId)
            .map_err(|_| service::Error::NotFound)
    };
    let cooperative = || match subject {
        Subject::Cooperative(id) => Ok(id),
        _ => Err(service::Error::NotFound),
    };
    match form.get("command") {
        "invite" => service::members::invite(shop, actor, fresh, subject, &typed(form)).await,
        "role" => service::members::set_role(shop, actor, fresh, subject, member()?, form.get("role")).await,
        "remove" => service::members::remove(shop, actor, fresh, subject, member()?).await,
        "link" => service::members::make_link(shop, actor, fresh, cooperative()?, form.get("link-role")).await,
        "end-link" => {
            let link = form
                .get("link")
                .parse()
                .map(InvitationId)
                .map_err(|_| service::Error::NotFound)?;
            service::members::end_link(shop, actor, fresh, cooperative()?, link).await
        }
        _ => Err(service::Error::NotFound),
    }
}

/// What the page can show of an error; anything else is an error page of its own.
pub(super) fn not_done(error: service::Error, form: &Form) -> Result<NotDone, service::Error> {
    let not_done = NotDone {
        typed: typed(form),
        ..NotDone::default()
    };
    match error {
        service::Error::Fields(errors) => Ok(NotDone { errors, ..not_done }),
        service::Error::Refused(code) => Ok(NotDone {
            refused: Some(code),
            ..not_done
        }),
        error => Err(error),
    }
}

fn typed(form: &Form) -> Invitation {
    let is_invitation = form.get("command") == "invite";
    let field = |name: &str| {
        if is_invitation {
            form.get(name).to_owned()
        } else {
            String::new()
        }
    };
    Invitation {
        phone: field("phone"),
        name: field("name"),
        role: field("role"),
    }
}

/// Everybody, and the form for one more.
#[component]
pub(super) fn MemberForms(
    /// Where the forms go.
    action: String,
    /// Of what they are members.
    subject: Subject,
    /// The members.
    members: Vec<MemberView>,
    /// Why a change was not made, when it was not.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let none = members
        .is_empty()
        .then(|| view! { <p class="c-empty">{cx.t(t::MEMBERS_NONE)}</p> });
    let rows = members
        .into_iter()
        .map(|member| view! { <MemberRow action=action.clone() subject member/> })
        .collect_view();
    view! {
        <RefusedNotice code=not_done.refused/>
        {none}
        <ul class="c-list">{rows}</ul>
        <InviteForm action subject not_done/>
    }
    .into_html()
}

fn choices(cx: &Cx, subject: Subject) -> Vec<Choice> {
    Membership::roles(subject)
        .into_iter()
        .map(|role| Choice::new(role.as_str(), cx.t(role_text(role))))
        .collect()
}

/// One member: their role, and the way out.
#[component]
fn MemberRow(
    /// Where the form goes.
    action: String,
    /// Of what they are a member.
    subject: Subject,
    /// The member.
    member: MemberView,
) -> Html {
    let cx = Cx::here();
    let field = format!("role-{}", member.id);
    let present = member.membership.role().as_str();
    let options = choices(&cx, subject)
        .into_iter()
        .map(|choice| {
            let is_present = choice.value == present;
            view! { <option value=choice.value selected=is_present>{choice.label}</option> }
        })
        .collect_view();
    let myself = member
        .is_self
        .then(|| view! { <span class="c-badge c-badge--good">{cx.t(t::MEMBERS_SELF)}</span> });
    let invited =
        (!member.has_come).then(|| view! { <span class="c-badge c-badge--warn">{cx.t(t::MEMBERS_INVITED)}</span> });
    let change = cx.t(t::members_change_named(member.name.as_str()));
    let remove = cx.t(t::members_remove_named(member.name.as_str()));
    view! {
        <li class="c-line" data-testid="member" data-role=present>
            <span class="c-line__body">
                <span class="c-row"><bdi>{member.name}</bdi>{myself}{invited}</span>
                <PhoneLink number=member.phone/>
            </span>
            <form class="c-line__side c-row" method="post" action=action data-testid="member-form">
                <FormKey/>
                <Hidden name="member" value=member.id.to_string()/>
                <label class="c-hidden" for=field.clone()>{cx.t(t::MEMBERS_ROLE)}</label>
                <select class="c-field__input" id=field name="role">{options}</select>
                <button class="c-button" name="command" value="role" aria-label=change>{cx.t(t::MEMBERS_CHANGE)}</button>
                <button class="c-button c-button--quiet" name="command" value="remove" aria-label=remove>
                    {cx.t(t::MEMBERS_REMOVE)}
                </button>
            </form>
        </li>
    }
    .into_html()
}

/// Somebody more.
#[component]
fn InviteForm(
    /// Where the form goes.
    action: String,
    /// Of what they are to be a member.
    subject: Subject,
    /// Why it was not done, and what was typed.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let NotDone { errors, typed, .. } = not_done;
    let groups = vec![(String::new(), choices(&cx, subject))];
    view! {
        <form class="c-card c-form" method="post" action=action novalidate data-testid="invite">
            <h2 class="c-card__title">{cx.t(t::MEMBERS_INVITE_TITLE)}</h2>
            <p class="c-muted">{cx.t(t::MEMBERS_INVITE_TEXT)}</p>
            <FormKey/>
            <Hidden name="command" value="invite"/>
            <TextField
                name="phone"
                label=cx.t(t::ACCOUNT_PHONE)
                value=typed.phone
                error=errors.of("phone")
                kind="tel"
                inputmode="tel"
                is_ltr=true
                maxlength=30
            />
            <TextField name="name" label=cx.t(t::MEMBERS_NAME) value=typed.name error=errors.of("name") maxlength=60/>
            <SelectField
                name="role"
                label=cx.t(t::MEMBERS_ROLE)
                value=typed.role
                placeholder=cx.t(t::MEMBERS_ROLE_CHOOSE)
                groups
                error=errors.of("role")
            />
            <p><button class="c-button c-button--primary">{cx.t(t::MEMBERS_INVITE)}</button></p>
        </form>
    }
    .into_html()
}

/// That a change was made, when the address says so.
#[component]
pub(super) fn Saved() -> Html {
    let cx = Cx::here();
    let is_saved = cx.query().split('&').any(|pair| pair == "saved=1");
    is_saved.then(|| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(t::MEMBERS_SAVED)}</p></div> }
    })
    .into_html()
}
