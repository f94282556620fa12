//! A form that came from somebody who is signed in no more. What they wrote goes along through signing in, and is sent when
//! they say so: nothing typed is lost, and nothing is done in anybody's name before it is known whose.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Actor, Subject};
use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::members::Named;

use crate::cx::Cx;
use crate::form::{Form, MAX_WORK_FORM};
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::ui::{Hidden, Html, IntoHtml, ShownName};

/// Its fields, in one field.
const FIELDS: &str = "sent";
/// Where it goes.
const TARGET: &str = "sent-to";

/// What else the form of signing in brings, bytes: a path of two thousand, a number, a password.
const OTHERS: usize = 8 * 1024;

/// The form.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    target: OwnPath,
    fields: Vec<(String, String)>,
}

impl Sent {
    /// The form this request brought; nothing when there is a secret in it, or it is too long to go along.
    pub fn of(cx: &Cx) -> Option<Self> {
        let sent = Self {
            target: OwnPath::parse(&cx.here_in(cx.locale()))?,
            fields: cx.sent_form().fields()?,
        };
        let encoded = serde_urlencoded::to_string([(FIELDS, sent.write())]).ok()?;
        (encoded.len() + OTHERS <= MAX_WORK_FORM).then_some(sent)
    }

    fn write(&self) -> String {
        serde_json::to_string(&self.fields).unwrap_or_default()
    }

    /// The form that goes along with another one.
    pub fn read(form: &Form) -> Option<Self> {
        Some(Self {
            target: OwnPath::parse(form.get(TARGET))?,
            fields: serde_json::from_str(form.get(FIELDS)).ok()?,
        })
    }
}

/// The hidden fields with which it goes along.
#[component]
pub(super) fn SentFields(
    /// The form, if there is one.
    sent: Option<Sent>,
) -> Html {
    sent.map(|sent| {
        view! {
            <Hidden name=TARGET value=sent.target.to_string()/>
            <Hidden name=FIELDS value=sent.write()/>
        }
    })
    .into_html()
}

/// The page after signing in: one press sends it, in the name that the page says; another goes to `place` without it.
pub(super) fn send_it(cx: &Cx, sent: Sent, actor: Actor, place: String) -> Response {
    let works_for = actor.cooperative().and_then(|id| {
        match service::members::name_of(cx.shop(), cx.locale(), Subject::Cooperative(id))? {
            Named::Shown(name) => Some(name),
            _ => None,
        }
    });
    cx.page_with(StatusCode::OK, Meta::private(cx.t(t::ACCOUNT_SENT_TITLE)), || {
        view! { <SendIt sent works_for place/> }
    })
}

/// That nothing was lost, and the button.
#[component]
fn SendIt(
    /// The form.
    sent: Sent,
    /// The cooperative whose member sends it.
    works_for: Option<Shown>,
    /// Where one goes without it.
    place: String,
) -> Html {
    let cx = Cx::here();
    let works_for = works_for.map(|name| view! { <p><strong><ShownName shown=name/></strong></p> });
    let fields = sent
        .fields
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::ACCOUNT_SENT_TITLE)}</h1>
            <p class="c-lead">{cx.t(t::ACCOUNT_SENT_TEXT)}</p>
            <form class="c-form c-card" method="post" action=sent.target.to_string() data-testid="send-it">
                {works_for}
                {fields}
                <p><button class="c-button c-button--primary c-button--block">{cx.t(t::ACCOUNT_SENT_SEND)}</button></p>
                <p><a class="c-link" href=place>{cx.t(t::ACCOUNT_SENT_NOT)}</a></p>
            </form>
        </div>
    }
    .into_html()
}
