//! What the pages for sending less and for sending something else share: the form that looks, the one that does it, why, and
//! what is said when it was not done.

use axum::response::Response;
use domain::{Money, OrderId, ReductionReason};
use l10n::{Text, t};
use leptos::prelude::*;

use super::order::{self, NotTaken};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::FormKey;
use crate::not_saved::NotSaved;
use crate::orders::reduction_text;
use crate::routes::StudioOrder;
use crate::ui::{
    Amount, Choice, Contents, Hidden, Html, IntoHtml, RefusedNotice, SelectField, TextField, WrongField, error_text,
};

/// What the button says that only looks, where its form is posted.
const LOOK: &str = "look";

/// Why, as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub reason: String,
    pub note: String,
}

/// Whether a posted form only looks.
pub(super) fn only_looks(form: &Form) -> bool {
    form.get("command") == LOOK
}

/// The order's page says how it stands, and why nothing was done.
pub(super) async fn refused(cx: &Cx, id: OrderId, error: service::Error) -> PageResult<Response> {
    let why = NotSaved::of(error)?;
    let not_taken = NotTaken {
        why: Some(why.clone()),
        ..NotTaken::default()
    };
    let place = cx.standing_at(&StudioOrder::new(&id.to_string()));
    order::render(&place, why.status(), id, not_taken).await
}

/// Why nothing was done. What somebody else changed meanwhile stands on the page already.
#[component]
pub(super) fn NotDone(
    /// Why.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    if !why.is_conflict() {
        return view! { <RefusedNotice code=why.refused/> }.into_html();
    }
    view! {
        <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="meanwhile">
            <strong>{cx.t(t::ERROR_TITLE)}</strong>
            <p>{cx.t(t::CHANGES_MEANWHILE)}</p>
        </div>
    }
    .into_html()
}

/// What is wrong with why, for the summary at the top.
pub(super) fn wrong_reason(cx: &Cx, why: &NotSaved) -> Vec<WrongField> {
    [("reason", t::CHANGES_REASON), ("note", t::STUDIO_ORDER_REASON_NOTE)]
        .into_iter()
        .filter_map(|(name, label)| {
            let code = why.errors.of(name)?;
            Some(WrongField {
                name: name.to_owned(),
                label: cx.t(label),
                text: error_text(cx, code),
            })
        })
        .collect()
}

/// The form that shows what changes before anything is done. Once why was typed it carries that along, and is posted: what is
/// said of an order belongs into no address.
#[component]
pub(super) fn LookForm(
    /// Where it goes.
    action: String,
    /// The order.
    id: OrderId,
    /// What is to be filled.
    lead: Text,
    /// Why, as it was typed.
    said: Said,
    /// What is wrong with that.
    why: NotSaved,
    /// Whether what changes is shown, with why in it.
    is_shown: bool,
    /// Name of the form for tests.
    name: &'static str,
    /// Its fields.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let is_wrong = why.errors.of("reason").or(why.errors.of("note")).is_some();
    let is_said = is_wrong || !said.reason.is_empty() || !said.note.is_empty();
    let reason = match (is_said, is_shown) {
        (false, _) => None,
        (true, true) => {
            Some(view! { <Hidden name="reason" value=said.reason/><Hidden name="note" value=said.note/> }.into_html())
        }
        (true, false) => Some(view! { <ReasonFields said why/> }.into_html()),
    };
    view! {
        <form
            class="c-card c-form"
            method=if is_said { "post" } else { "get" }
            action=action
            novalidate
            data-testid=name
        >
            <p>{cx.t(lead)}</p>
            {children.into_inner()}
            {reason}
            <p class="c-actions">
                <button
                    class="c-button c-button--primary"
                    name=is_said.then_some("command")
                    value=is_said.then_some(LOOK)
                >
                    {cx.t(t::CHANGES_LOOK)}
                </button>
                <a class="c-button c-button--quiet" href=cx.url(&StudioOrder::new(&id.to_string()))>{cx.t(t::CHANGES_BACK)}</a>
            </p>
        </form>
    }
    .into_html()
}

/// What an order comes to after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct After {
    /// By how much it costs less.
    pub cheaper: Money,
    /// What goes back to the buyer.
    pub refund: Money,
    /// Its freight.
    pub freight: Money,
    /// What it costs then.
    pub total: Money,
}

/// What changes, why, and the button that does it.
#[component]
pub(super) fn ConfirmForm(
    /// Where it goes.
    action: String,
    /// What of it was typed before, by the names of its fields.
    carried: Vec<(String, String)>,
    /// The last change of what is sent, when the page was made.
    seen: i64,
    /// What the order comes to.
    after: After,
    /// What is to be said below the sums.
    #[prop(default = None)]
    remark: Option<Html>,
    /// Why, as it was typed.
    said: Said,
    /// Why it was not done.
    why: NotSaved,
    /// What the button says.
    confirm: Text,
    /// Name of the form for tests.
    name: &'static str,
    /// What changes, as rows of a list of facts.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let carried = carried
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    let row = |name: Text, money: Money, id: &'static str, is_shown: bool| {
        is_shown.then(|| view! { <div><dt>{cx.t(name)}</dt><dd data-testid=id><Amount money/></dd></div> })
    };
    view! {
        <form class="c-card c-form" method="post" action=action novalidate data-testid=name>
            <FormKey/>
            <Hidden name="seen" value=seen.to_string()/>
            {carried}
            <h2 class="c-card__title">{cx.t(t::CHANGES_CHECK_TITLE)}</h2>
            <dl class="c-summary">
                {children.into_inner()}
                {row(t::CHANGES_CHEAPER, after.cheaper, "cheaper", true)}
                {row(t::CHANGES_REFUND, after.refund, "refund", after.refund.minor > 0)}
                {row(t::CHANGES_FREIGHT, after.freight, "freight", after.freight.minor > 0)}
                <div class="c-summary__total">
                    <dt>{cx.t(t::CHANGES_TOTAL)}</dt><dd data-testid="new-total"><Amount money=after.total/></dd>
                </div>
            </dl>
            {remark}
            <ReasonFields said why/>
            <p class="c-actions">
                <button class="c-button c-button--danger">{cx.t(confirm)}</button>
            </p>
        </form>
    }
    .into_html()
}

/// Why, for the buyer.
#[component]
fn ReasonFields(
    /// Why, as it was typed.
    said: Said,
    /// What is wrong with it.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    let choices = ReductionReason::ALL
        .into_iter()
        .map(|reason| Choice::new(reason.as_str(), cx.t(reduction_text(reason))))
        .collect();
    view! {
        <SelectField
            name="reason"
            label=cx.t(t::CHANGES_REASON)
            hint=cx.t(t::CHANGES_REASON_HINT)
            value=said.reason
            error=why.errors.of("reason")
            placeholder=cx.t(t::CHANGES_REASON_CHOOSE)
            groups=vec![(String::new(), choices)]
        />
        <TextField
            name="note"
            label=cx.t(t::STUDIO_ORDER_REASON_NOTE)
            value=said.note
            error=why.errors.of("note")
            may_be_empty=true
            maxlength=200
        />
    }
    .into_html()
}
