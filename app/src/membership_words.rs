//! What memberships and roles are called.

use domain::{Actor, Membership, Role, Subject};
use l10n::{Text, t};
use leptos::prelude::*;
use service::members::Named;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, ShownName, language_name};

/// What a role is called.
pub(crate) const fn role_text(role: Role) -> Text {
    match role {
        Role::Admin => t::MEMBERS_ROLE_ADMIN,
        Role::Finance => t::MEMBERS_ROLE_FINANCE,
        Role::Support => t::MEMBERS_ROLE_SUPPORT,
        Role::Owner => t::MEMBERS_ROLE_OWNER,
        Role::Editor => t::MEMBERS_ROLE_EDITOR,
        Role::Packer => t::MEMBERS_ROLE_PACKER,
        Role::Host => t::MEMBERS_ROLE_HOST,
        Role::Manager => t::MEMBERS_ROLE_MANAGER,
        Role::Clerk => t::MEMBERS_ROLE_CLERK,
        Role::Translator => t::MEMBERS_ROLE_TRANSLATOR,
        Role::Reviewer => t::MEMBERS_ROLE_REVIEWER,
    }
}

/// What a subject is called.
#[component]
pub(crate) fn SubjectName(
    /// The subject.
    subject: Subject,
) -> Html {
    let cx = Cx::here();
    match service::members::name_of(cx.shop(), cx.locale(), subject) {
        Some(Named::Centre) => cx.t(t::MEMBERS_CENTRE).into_html(),
        Some(Named::Language(locale)) => cx.tv(t::members_language(language_name(&cx, locale))).into_html(),
        Some(Named::Shown(shown)) => view! { <ShownName shown/> }.into_html(),
        Some(Named::Station(code, shown)) => {
            view! { <bdi dir="ltr" translate="no">{code}</bdi>" · "<ShownName shown/> }.into_html()
        }
        None => subject.to_string().into_html(),
    }
}

/// A membership: of what, as what.
#[component]
pub(crate) fn MembershipText(
    /// The membership.
    membership: Membership,
) -> Html {
    let cx = Cx::here();
    view! {
        <span><SubjectName subject=membership.subject()/></span>" "
        <small class="c-muted">{cx.t(role_text(membership.role()))}</small>
    }
    .into_html()
}

/// Whether somebody acts by this membership, in nobody else's name.
pub(crate) fn is_acting(actor: Actor, membership: Membership) -> bool {
    actor.user().is_some_and(|user| Actor::of(user, membership) == actor)
}
