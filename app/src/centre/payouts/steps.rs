//! Payouts with the steps that can be taken, and the form of a step that was not.

use domain::{FieldCode, Money, PayoutId, PayoutMethod, PayoutState, PayoutStep};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::payouts::PayoutView;

use super::super::money_page::SmallField;
use super::super::typed::TypedText;
use super::{DRAFT, NotDone, OF, here};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::payouts::{PayoutFacts, method_name, yuan};
use crate::query::with_query;
use crate::routes::CentrePayouts;
use crate::ui::{
    Choice, Hidden, Html, IntoHtml, Moment, RefusedNotice, SelectField, ShownName, TextField, amount_error_text,
};

/// Longest reason, characters.
const LONGEST_REASON: u32 = 300;

/// Payouts, each with the steps that can be taken.
#[component]
pub(super) fn Payouts(
    /// Heading.
    title: Text,
    /// The payouts.
    payouts: Vec<PayoutView>,
    /// Name of the list.
    id: &'static str,
) -> Html {
    let cx = Cx::here();
    let list = if payouts.is_empty() {
        view! { <p class="c-muted">{cx.t(t::CENTRE_MONEY_EMPTY)}</p> }.into_html()
    } else {
        let rows = payouts
            .into_iter()
            .map(|payout| view! { <PayoutCard payout/> })
            .collect_view();
        view! { <ul class="c-stack">{rows}</ul> }.into_html()
    };
    view! { <section class="c-stack" data-testid=format!("list-{id}")><h2>{cx.t(title)}</h2>{list}</section> }
        .into_html()
}

/// One payout.
#[component]
fn PayoutCard(
    /// The payout.
    payout: PayoutView,
) -> Html {
    let cx = Cx::here();
    let url = with_query(cx.url(&CentrePayouts::new()), &[(OF, &payout.slug)]);
    let who = |text: Text, by: &(String, i64)| {
        let (name, at) = (by.0.clone(), by.1);
        view! { <span><span class="c-muted">{cx.t(text)}</span>" "<bdi>{name}</bdi>" "<Moment at/></span> }
    };
    let made = who(t::PAYOUT_MADE_BY, &payout.made);
    let approved = payout.approved.as_ref().map(|by| who(t::PAYOUT_APPROVED_BY, by));
    let paid = payout.paid.as_ref().map(|by| who(t::PAYOUT_PAID_BY, by));
    // Before any money is sent: what is sent already is noted whatever is owed.
    let less_owed = payout.less_owed.then(|| {
        view! {
            <div class="c-notice c-notice--warn" role="status" data-testid="less-owed"><p>{cx.t(t::PAYOUT_LESS_OWED)}</p></div>
        }
    });
    let waits = (payout.state == PayoutState::Draft && !payout.steps.contains(&PayoutStep::Approve))
        .then(|| view! { <p class="c-muted">{cx.t(t::PAYOUT_NEEDS_OTHER)}</p> });
    let forms = payout
        .steps
        .iter()
        .map(|step| view! { <StepForm id=payout.id step=*step/> })
        .collect_view();
    view! {
        <li class="c-card c-stack" data-testid="payout">
            <p><a class="c-link" href=url><ShownName shown=payout.cooperative.clone()/></a></p>
            <PayoutFacts payout=payout.clone()/>
            <p class="c-row c-small">{made}{approved}{paid}</p>
            {waits}
            {less_owed}
            {forms}
        </li>
    }
    .into_html()
}

const fn step_text(step: PayoutStep) -> Text {
    match step {
        PayoutStep::Approve => t::PAYOUT_APPROVE,
        PayoutStep::Pay => t::PAYOUT_PAY,
        PayoutStep::Withdraw => t::PAYOUT_WITHDRAW,
        PayoutStep::Undo => t::PAYOUT_UNDO,
    }
}

/// The form of one step.
#[component]
fn StepForm(
    /// The payout.
    id: PayoutId,
    /// The step.
    step: PayoutStep,
) -> Html {
    let cx = Cx::here();
    let fields = (step == PayoutStep::Pay).then(|| {
        let methods = PayoutMethod::ALL
            .into_iter()
            .map(|method| view! { <option value=method.as_str()>{cx.t(method_name(method))}</option> })
            .collect_view();
        view! {
            <label class="c-field__label">
                {cx.t(t::PAYOUT_METHOD)}
                <select class="c-field__input" name="method">{methods}</select>
            </label>
            <SmallField name="reference" label=cx.t(t::PAYOUT_REFERENCE) value=String::new()/>
        }
    });
    let reason = (step == PayoutStep::Undo).then(|| {
        view! {
            <label class="c-field__label">
                {cx.t(t::PAYOUT_UNDO_REASON)}
                <input class="c-field__input" name="reason" dir="auto" autocomplete="off" maxlength=LONGEST_REASON required/>
            </label>
        }
    });
    let class = if matches!(step, PayoutStep::Approve | PayoutStep::Pay) {
        "c-button c-button--block"
    } else {
        "c-button c-button--quiet"
    };
    view! {
        <form class="c-form" method="post" action=here(&cx) novalidate data-testid=format!("payout-{step}")>
            <FormKey/>
            <Hidden name="payout" value=id.to_string()/>
            {fields}
            {reason}
            <button class=class name="command" value=step.as_str()>{cx.t(step_text(step))}</button>
        </form>
    }
    .into_html()
}

/// A form that was not carried out, with what was typed.
#[component]
pub(super) fn AgainForm(
    /// The form.
    not_done: NotDone,
    /// What can be paid out now, where an amount was typed.
    payable: Option<Money>,
) -> Html {
    let cx = Cx::here();
    let NotDone {
        command,
        payout,
        amount,
        form: paid,
        why,
    } = not_done;
    if why.errors.is_empty() {
        // Its payout may be another one by now, or its form gone: the bank's number would have to be looked up again.
        return view! {
            <RefusedNotice code=why.refused/>
            <TypedText text=amount/>
            <TypedText text=paid.reference/>
            <TypedText text=paid.reason/>
        }
        .into_html();
    }
    let is_draft = command == DRAFT;
    let step = PayoutStep::parse(&command);
    let error = |name: &str| why.errors.of(name);
    let amount_field = is_draft.then(|| {
        let error = error("amount");
        let most = payable.unwrap_or(yuan(0));
        let text = |code| match code {
            FieldCode::TooMuch => cx.t(t::payout_too_much(format::money(cx.locale(), most))),
            code => amount_error_text(&cx, code),
        };
        view! {
            <TextField
                name="amount"
                label=cx.t(t::CENTRE_MONEY_AMOUNT)
                value=amount
                error
                error_text=error.map(text).unwrap_or_default()
                is_ltr=true
            />
        }
    });
    let reason_field = (step == Some(PayoutStep::Undo)).then(|| {
        view! {
            <TextField
                name="reason"
                label=cx.t(t::PAYOUT_UNDO_REASON)
                value=paid.reason
                error=error("reason")
                maxlength=LONGEST_REASON
            />
        }
    });
    let paid_fields = (step == Some(PayoutStep::Pay)).then(|| {
        let methods: Vec<Choice> = PayoutMethod::ALL
            .into_iter()
            .map(|method| Choice::new(method.as_str(), cx.t(method_name(method))))
            .collect();
        view! {
            <SelectField
                name="method"
                label=cx.t(t::PAYOUT_METHOD)
                value=paid.method
                error=error("method")
                placeholder=cx.t(t::RETURNS_FORM_CHOOSE)
                groups=vec![(String::new(), methods)]
            />
            <TextField
                name="reference"
                label=cx.t(t::PAYOUT_REFERENCE)
                value=paid.reference
                error=error("reference")
                is_ltr=true
            />
        }
    });
    let text = step.map_or(t::PAYOUT_DRAFT, step_text);
    view! {
        <form class="c-card c-form" method="post" action=here(&cx) novalidate data-testid="again">
            <div class="c-notice c-notice--error" id="errors" role="alert"><p>{cx.t_id("error-invalid")}</p></div>
            <FormKey/>
            <Hidden name="payout" value=payout/>
            {amount_field}
            {paid_fields}
            {reason_field}
            <p><button class="c-button c-button--primary" name="command" value=command>{cx.t(text)}</button></p>
        </form>
    }
    .into_html()
}
