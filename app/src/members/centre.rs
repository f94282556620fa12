//! All members, for the Centre's admin: of one subject at a time, found by what it is.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, Locale, Subject};
use l10n::t;
use leptos::prelude::*;
use service::members::MemberView;

use super::list::{MemberForms, NotDone, Saved, carry_out, not_done};
use crate::account::{fresh_first, fresh_page_first, sign_in_first};
use crate::centre::CentreFrame;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::membership_words::{MembershipText, SubjectName};
use crate::page::Meta;
use crate::routes::CentreMembers;
use crate::ui::{Choice, Html, IntoHtml, SelectField, TextField, language_name};

/// What the address asks for: `of=<word>`, or `kind=` and `which=` as typed.
#[derive(Clone, Debug, Default)]
struct Asked {
    kind: String,
    which: String,
    subject: Option<Subject>,
    is_unknown: bool,
}

impl Asked {
    fn of(cx: &Cx) -> Self {
        let query: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
        let value = |name: &str| query.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str());
        let word = match (value("of"), value("kind")) {
            ("", "") => return Self::default(),
            ("", kind) if kind.contains('.') || kind == "centre" => kind.to_owned(),
            ("", kind) => format!("{kind}.{}", value("which")),
            (of, _) => of.to_owned(),
        };
        let subject = service::members::find(cx.shop(), &word);
        let (kind, which) = word.split_once('.').unwrap_or((&word, ""));
        Self {
            kind: if kind == "language" {
                word.clone()
            } else {
                kind.to_owned()
            },
            which: if kind == "language" {
                String::new()
            } else {
                which.to_owned()
            },
            is_unknown: subject.is_none(),
            subject,
        }
    }
}

/// The members of a subject, or the newest of all.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    // Who may not is told so before they are asked who they are; everybody's numbers are not for an open screen.
    service::members::newest(cx.shop(), cx.actor()).await?;
    if let Some(asking) = fresh_page_first(&cx).await? {
        return Ok(asking);
    }
    render(&cx, StatusCode::OK, Asked::of(&cx), NotDone::default()).await
}

/// Invites, changes or removes somebody; of what stands in the address.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::members::newest(cx.shop(), cx.actor()).await?;
    let asked = Asked::of(&cx);
    let subject = asked.subject.ok_or(ErrorCode::NotFound)?;
    let fresh = match fresh_first(&cx, &form).await? {
        Ok(fresh) => fresh,
        Err(asking) => return Ok(asking),
    };
    match carry_out(&cx, fresh, subject, &form).await {
        Ok(()) => Ok(cx.see(&format!("{}&saved=1", address(&cx, subject)))),
        Err(error) => {
            let not_done = not_done(error, &form)?;
            render(&cx, not_done.status(), asked, not_done).await
        }
    }
}

fn address(cx: &Cx, subject: Subject) -> String {
    let word = service::members::word_of(cx.shop(), subject);
    format!("{}?of={word}", cx.url(&CentreMembers::new()))
}

async fn render(cx: &Cx, status: StatusCode, asked: Asked, not_done: NotDone) -> PageResult<Response> {
    let members = match asked.subject {
        Some(subject) => service::members::list(cx.shop(), cx.actor(), subject).await?,
        None => service::members::newest(cx.shop(), cx.actor()).await?,
    };
    Ok(cx.page_with(status, Meta::private(cx.t(t::MEMBERS_TITLE)), || {
        view! { <CentreMembersPage asked members not_done/> }
    }))
}

/// The way to a subject, and its members.
#[component]
fn CentreMembersPage(
    /// What was asked for.
    asked: Asked,
    /// The members found.
    members: Vec<MemberView>,
    /// Why a change was not made, when it was not.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let list = match asked.subject {
        Some(subject) => {
            let action = address(&cx, subject);
            view! {
                <h2><SubjectName subject/></h2>
                <MemberForms action subject members not_done/>
            }
            .into_html()
        }
        None => view! { <Newest members/> }.into_html(),
    };
    view! {
        <CentreFrame title=t::MEMBERS_TITLE>
            <Saved/>
            <Finder asked/>
            {list}
        </CentreFrame>
    }
    .into_html()
}

/// Says of what the members are wanted.
#[component]
fn Finder(
    /// What was asked for.
    asked: Asked,
) -> Html {
    let cx = Cx::here();
    let mut kinds = vec![
        Choice::new("centre", cx.t(t::MEMBERS_CENTRE)),
        Choice::new("cooperative", cx.t(t::MEMBERS_KIND_COOPERATIVE)),
        Choice::new("station", cx.t(t::MEMBERS_KIND_STATION)),
    ];
    kinds.extend(Locale::all().iter().map(|locale| {
        let name = language_name(&cx, *locale);
        Choice::new(format!("language.{}", locale.code()), cx.t(t::members_language(name)))
    }));
    let error = asked.is_unknown.then_some(FieldCode::Unknown);
    view! {
        <form class="c-card c-form" method="get" action=cx.url(&CentreMembers::new()) novalidate data-testid="find-members">
            <SelectField
                name="kind"
                label=cx.t(t::MEMBERS_KIND)
                value=asked.kind
                placeholder=cx.t(t::MEMBERS_NEWEST)
                groups=vec![(String::new(), kinds)]
                may_be_empty=true
            />
            <TextField
                name="which"
                label=cx.t(t::MEMBERS_WHICH)
                hint=cx.t(t::MEMBERS_WHICH_HINT)
                value=asked.which
                error
                is_ltr=true
                may_be_empty=true
                maxlength=80
            />
            <p><button class="c-button">{cx.t(t::MEMBERS_SHOW)}</button></p>
        </form>
    }
    .into_html()
}

/// Who came last.
#[component]
fn Newest(
    /// The members.
    members: Vec<MemberView>,
) -> Html {
    let cx = Cx::here();
    let rows = members
        .into_iter()
        .map(|member| {
            let subject = member.membership.subject();
            let url = address(&cx, subject);
            view! {
                <li class="c-line" data-testid="member">
                    <span class="c-line__body"><bdi>{member.name}</bdi>" "<MembershipText membership=member.membership/></span>
                    <span class="c-line__side"><a class="c-link" href=url>{cx.t(t::MEMBERS_TITLE)}</a></span>
                </li>
            }
        })
        .collect_view();
    view! {
        <h2>{cx.t(t::MEMBERS_NEWEST)}</h2>
        <ul class="c-list">{rows}</ul>
    }
    .into_html()
}
