//! What a text was to say, and what was said about it.

use domain::{Locale, VersionCommand, VersionState};
use l10n::t;
use leptos::prelude::*;
use service::wording::{CommentView, UnitView, VersionView};

use super::difference::Difference;
use super::draft::{Draft, draft_of_reason};
use super::typed::Typed;
use super::words::{command_name, contact_error, person, state_name};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, Moment};

/// The versions, the newest first, with what may be done with each.
#[component]
pub(super) fn Versions(
    /// The text.
    view: UnitView,
    /// Where its forms are sent.
    action: String,
    /// What was typed into a form that was not taken.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    if view.versions.is_empty() {
        return Html::new("");
    }
    let (language, said) = (view.language, view.said);
    let rows = view
        .versions
        .iter()
        .map(|version| {
            // Beside what all read: now where it is to replace that, else when it was written. By itself where nobody knows that.
            let before = match version.state {
                VersionState::Suggested => said.clone(),
                _ => version.before.clone().unwrap_or_else(|| version.source.clone()),
            };
            view! { <Version version=version.clone() before language action=action.clone() typed=typed.clone()/> }
        })
        .collect_view();
    view! {
        <section class="c-stack">
            <h2>{cx.t(t::TRANSLATE_VERSIONS)}</h2>
            {rows}
        </section>
    }
    .into_html()
}

/// A version.
#[component]
fn Version(
    /// The version.
    version: VersionView,
    /// What it is compared with.
    before: String,
    /// The language it is in.
    language: Locale,
    /// Where its forms are sent.
    action: String,
    /// What was typed into a form that was not taken.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let badge = match version.state {
        VersionState::Approved => "c-badge c-badge--good",
        VersionState::Suggested => "c-badge c-badge--warn",
        _ => "c-badge c-badge--quiet",
    };
    let state = if version.is_taken {
        t::TRANSLATE_STATE_TAKEN
    } else {
        state_name(version.state)
    };
    let by = cx.tv(t::translate_written_by(person(&cx, &version.by)));
    let is_approved_by_writer = version.is_approved_by_writer;
    let decided = version.decided_by.map(|by| {
        let by = if is_approved_by_writer {
            cx.tv(t::TRANSLATE_APPROVED_BY_WRITER)
        } else {
            cx.tv(t::translate_decided_by(person(&cx, &by)))
        };
        let at = version.decided_at.map(|at| view! { " · "<Moment at=at/> });
        view! { <p class="c-small c-muted" data-testid="decided">{by}{at}</p> }
    });
    let said = |text: String| (!text.is_empty()).then(|| view! { <p class="c-small" dir="auto">{text}</p> });
    let waits_for_peer = version.waits_for_peer.then(|| {
        view! { <p class="c-small" data-testid="waits-for-peer">{cx.t(t::TRANSLATE_WAITS_FOR_PEER)}</p> }
    });
    let forms = version
        .commands
        .iter()
        .map(|command| {
            view! { <CommandForm command=*command version=version.id.to_string() action=action.clone() typed=typed.clone()/> }
        })
        .collect_view();
    view! {
        <article class="c-card c-stack" id=format!("version-{}", version.id) data-testid="version">
            <p>
                <span class=badge>{cx.t(state)}</span>" "
                <span class="c-small c-muted">{by}" · "<Moment at=version.at/></span>
            </p>
            {decided}
            <Difference before after=version.source tag=language.bcp47() dir=language.dir().as_str()/>
            {said(version.note)}
            {said(version.reason)}
            {waits_for_peer}
            <div class="c-row">{forms}</div>
        </article>
    }
    .into_html()
}

/// A button that does something with a version. Saying no asks why.
#[component]
fn CommandForm(
    /// What it does.
    command: VersionCommand,
    /// Number of the version.
    version: String,
    /// Where it is sent.
    action: String,
    /// What was typed into a form that was not taken.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let class = match command {
        VersionCommand::Approve => "c-button c-button--primary",
        VersionCommand::Reject | VersionCommand::Withdraw | VersionCommand::Undo => "c-button",
    };
    let refused = typed.reason.as_ref().filter(|(of, _)| *of == version);
    let is_open = refused.is_some();
    let why = (command == VersionCommand::Reject).then(|| {
        let value = refused.map(|(_, reason)| reason.clone()).unwrap_or_default();
        let error = refused.and_then(|_| typed.errors().of("reason"));
        let error_text = contact_error(&cx, error, &value);
        view! {
            <LongTextField
                name="reason"
                id=format!("reason-{version}")
                label=cx.t(t::TRANSLATE_REASON)
                hint=cx.t(t::TRANSLATE_REMARK_HINT)
                value
                error
                error_text
                may_be_empty=true
                maxlength=300
                rows=2
            />
            <Draft form=draft_of_reason(&version) is_refused=is_open saved="reject"/>
        }
    });
    let is_asked = why.is_some();
    let form = view! {
        <form class="c-form" method="post" action=action data-testid=format!("{command}-{version}")>
            <FormKey/>
            <Hidden name="version" value=version.clone()/>
            {why}
            <p><button class=class name="do" value=command.as_str()>{cx.t(command_name(command))}</button></p>
        </form>
    }
    .into_html();
    if is_asked {
        return view! { <details open=is_open><summary>{cx.t(command_name(command))}</summary>{form}</details> }
            .into_html();
    }
    form
}

/// What translators told each other, and where one says more.
#[component]
pub(super) fn Comments(
    /// What was said.
    comments: Vec<CommentView>,
    /// Where the form is sent.
    action: String,
    /// What was typed into a form that was not taken.
    typed: Typed,
    /// What a comment is kept under while it is typed.
    draft: String,
) -> Html {
    let cx = Cx::here();
    let is_refused = typed.comment.is_some();
    let lines = comments
        .into_iter()
        .map(|comment| {
            let by = person(&cx, &comment.by);
            view! {
                <li class="c-talk__line">
                    <p class="c-small c-muted"><bdi>{by}</bdi>" · "<Moment at=comment.at/></p>
                    <p class="c-talk__text" dir="auto">{comment.text}</p>
                </li>
            }
        })
        .collect_view();
    let error = typed.comment.is_some().then(|| typed.errors().of("comment")).flatten();
    let value = typed.comment.unwrap_or_default();
    let error_text = contact_error(&cx, error, &value);
    view! {
        <section class="c-stack">
            <h2>{cx.t(t::TRANSLATE_COMMENTS)}</h2>
            <ol class="c-talk">{lines}</ol>
            <form class="c-form" method="post" action=action novalidate data-testid="comment-form">
                <FormKey/>
                <LongTextField
                    name="comment"
                    label=cx.t(t::TRANSLATE_COMMENT)
                    hint=cx.t(t::TRANSLATE_REMARK_HINT)
                    value
                    error
                    error_text
                    maxlength=1000
                    rows=2
                />
                <Draft form=draft is_refused saved="commented"/>
                <p><button class="c-button" name="do" value="comment">{cx.t(t::TRANSLATE_COMMENT_SEND)}</button></p>
            </form>
        </section>
    }
    .into_html()
}
