//! What the cooperative is called, and its telephone. Its owner asks for others here; the Centre says yes or no, and until then
//! buyers read what they read before.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Locale, ProposalState, ShortText};
use l10n::t;
use leptos::prelude::*;
use service::renaming::{self, Asked, Naming, NamingForm, NamingPage};

use super::frame::{Done, Draft, StudioFrame};
use super::menu::studio_meta;
use super::texts::field_label;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::not_saved::NotSaved;
use crate::renaming::NamingDiff;
use crate::routes::StudioCooperative;
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, Moment, RefusedNotice, TextField, WrongField, error_text};

/// What the field `command` says to take the request back.
const TAKE_BACK: &str = "take-back";

/// A form that was not carried out, with what was typed.
#[derive(Clone, Debug)]
struct NotDone {
    form: NamingForm,
    why: NotSaved,
}

/// Name and telephone.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, None).await
}

/// Asks for others, or takes that back.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let place = cx.url(&StudioCooperative::new());
    if form.get("command") == TAKE_BACK {
        renaming::take_back(cx.shop(), cx.actor()).await?;
        return Ok(cx.see(&format!("{place}?back=1")));
    }
    let name = |lang: Locale| (lang, form.get(&format!("name-{}", lang.code())).to_owned());
    let sent = NamingForm {
        names: Locale::BUILT_IN.map(name).to_vec(),
        phone: form.get("phone").to_owned(),
        seen: form.get("seen").to_owned(),
    };
    match renaming::ask(cx.shop(), cx.actor(), &sent).await {
        Ok(()) => Ok(cx.see(&format!("{place}?asked=1"))),
        Err(error) => {
            let not_done = NotDone {
                form: sent,
                why: NotSaved::of(error)?,
            };
            render(&cx, not_done.why.status(), Some(not_done)).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, not_done: Option<NotDone>) -> PageResult<Response> {
    let page = renaming::page(cx.shop(), cx.actor()).await?;
    Ok(cx.page_with(status, studio_meta(cx.t(t::RENAMING_TITLE)), || {
        view! { <CooperativePage page not_done/> }
    }))
}

/// What it is called, what was asked for, and the form.
#[component]
fn CooperativePage(
    /// As it is.
    page: NamingPage,
    /// A form that was not carried out.
    not_done: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let source = page.source;
    let is_refused = not_done.is_some();
    let errors = not_done.as_ref().map(|n| n.why.errors.clone()).unwrap_or_default();
    let refused = not_done.as_ref().and_then(|n| n.why.refused);
    let wrong = errors
        .iter()
        .map(|(name, code)| WrongField {
            name: name.to_owned(),
            label: label_of(&cx, name),
            text: error_text(&cx, code),
        })
        .collect::<Vec<_>>();
    let asked = page
        .asked
        .clone()
        .map(|asked| view! { <AskedCard now=page.now.clone() asked/> });
    // After a conflict the newer request goes along: sending the form again is then a decision.
    let seen = page.asked.as_ref().map(|asked| asked.seen.clone()).unwrap_or_default();
    let saved: Naming = page.asked.map_or(page.now, |asked| asked.naming);
    let typed = not_done.map(|n| n.form);
    let names = Locale::BUILT_IN
        .into_iter()
        .map(|lang| {
            let name = format!("name-{}", lang.code());
            let value = match &typed {
                Some(form) => form
                    .names
                    .iter()
                    .find(|(of, _)| *of == lang)
                    .map(|(_, name)| name.clone()),
                None => Some(saved.name(lang).to_owned()),
            };
            view! {
                <TextField
                    label=field_label(&cx, t::RENAMING_NAME, lang)
                    value=value.unwrap_or_default()
                    error=errors.of(&name)
                    name
                    may_be_empty=lang != source
                    maxlength=u32::try_from(ShortText::MAX).unwrap_or(120)
                    lang=Some(lang)
                />
            }
        })
        .collect_view();
    let phone = match &typed {
        Some(form) => form.phone.clone(),
        None => saved.phone.clone().unwrap_or_default(),
    };
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::RENAMING_TITLE)}</h1>
            <Done word="asked=1" text=t::RENAMING_ASKED/>
            <Done word="back=1" text=t::RENAMING_TAKEN_BACK/>
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            {asked}
            <form
                class="c-card c-form"
                method="post"
                action=cx.url(&StudioCooperative::new())
                novalidate
                data-testid="naming"
            >
                <p class="c-muted">{cx.t(t::RENAMING_LEAD)}</p>
                <Hidden name="seen" value=seen/>
                {names}
                <TextField
                    name="phone"
                    label=cx.t(t::RENAMING_PHONE)
                    value=phone
                    hint=cx.t(t::RENAMING_PHONE_HINT)
                    error=errors.of("phone")
                    kind="tel"
                    inputmode="tel"
                    is_ltr=true
                    may_be_empty=true
                    maxlength=30
                />
                <Draft form="naming".to_owned() saved="asked=1" is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::RENAMING_ASK)}</button></p>
            </form>
        </StudioFrame>
    }
    .into_html()
}

fn label_of(cx: &Cx, name: &str) -> String {
    match name.strip_prefix("name-").and_then(Locale::from_code) {
        Some(lang) => field_label(cx, t::RENAMING_NAME, lang),
        None => cx.t(t::RENAMING_PHONE),
    }
}

/// What was asked for, and how it stands.
#[component]
fn AskedCard(
    /// As buyers read it.
    now: Naming,
    /// What was asked for.
    asked: Asked,
) -> Html {
    let cx = Cx::here();
    let (class, text) = match asked.state {
        ProposalState::Waiting => ("c-notice", t::RENAMING_WAITS),
        ProposalState::SentBack => ("c-notice c-notice--warn", t::RENAMING_SENT_BACK),
    };
    let reason = (!asked.reason.is_empty()).then(|| view! { <p dir="auto">{asked.reason.clone()}</p> });
    view! {
        <section class="c-card c-stack" data-testid="asked" data-state=asked.state.as_str()>
            <div class=class>
                <p>{cx.t(text)}" "<Moment at=asked.since/></p>
                {reason}
            </div>
            <NamingDiff now asked=asked.naming/>
            <form method="post" action=cx.url(&StudioCooperative::new()) data-testid="take-back">
                <button class="c-button c-button--quiet" name="command" value=TAKE_BACK>
                    {cx.t(t::RENAMING_TAKE_BACK)}
                </button>
            </form>
        </section>
    }
    .into_html()
}
