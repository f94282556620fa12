//! The Centre pays cooperatives what it owes them: one person writes it down, another one approves it, then it is paid.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, PayoutId, PayoutMethod, PayoutStep, typed_price};
use l10n::{Text, t};
use leptos::prelude::*;
use service::Error;
use service::payouts::{self, Account, OwedRow, PayoutForm, PayoutPage, PayoutView};

use super::frame::CentreFrame;
use crate::account::{fresh_first, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::payouts::{AccountSections, PayoutFacts, method_name, period_of, yuan};
use crate::query::{page_of, value_of, with_query};
use crate::routes::{CentreMoney, CentrePayouts};
use crate::ui::{
    Amount, Choice, Hidden, Html, IntoHtml, Moment, RefusedNotice, SelectField, ShownName, TextField, amount_error_text,
};

/// What the field `command` says to write a payout down; the other words are those of [`PayoutStep`].
const DRAFT: &str = "draft";
/// The cooperative in the address.
const OF: &str = "of";

/// A form that was not carried out, with what was typed.
#[derive(Clone, Debug)]
struct NotDone {
    command: String,
    payout: String,
    amount: String,
    form: PayoutForm,
    why: NotSaved,
}

/// What the page shows.
#[derive(Clone, Debug)]
enum Shown {
    /// All payouts, and what everybody is owed.
    All(PayoutPage),
    /// One cooperative.
    One(Box<Account>),
}

/// The payouts, or one cooperative's account.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, None).await
}

/// Writes a payout down, or takes a step with one.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    // Who may not is told so before they are asked who they are.
    let shown = read(&cx).await?;
    let fresh = match fresh_first(&cx, &form).await? {
        Ok(fresh) => fresh,
        Err(asking) => return Ok(asking),
    };
    let shop = shop_for(&cx, &form)?;
    let command = form.get("command");
    let paid = PayoutForm {
        method: form.get("method").to_owned(),
        reference: form.get("reference").to_owned(),
    };
    let done = match PayoutStep::parse(command) {
        Some(step) => {
            let id = PayoutId(form.get("payout").parse().unwrap_or_default());
            // The page of one cooperative takes steps with what it shows, and nothing of another's.
            if let Shown::One(account) = &shown
                && account.payouts.iter().all(|payout| payout.id != id)
            {
                return Err(Error::NotFound.into());
            }
            payouts::step(&shop, cx.actor(), fresh, id, step, &paid).await
        }
        None if command == DRAFT => {
            let Shown::One(account) = &shown else {
                return Err(Error::NotFound.into());
            };
            payouts::draft(&shop, cx.actor(), fresh, &account.slug, form.get("amount")).await
        }
        None => return Err(Error::NotFound.into()),
    };
    match done {
        Ok(()) => Ok(cx.see(&with_query(here(&cx), &[("done", "1")]))),
        Err(error) => {
            let not_done = NotDone {
                command: command.to_owned(),
                payout: form.get("payout").to_owned(),
                amount: form.get("amount").to_owned(),
                form: paid,
                why: NotSaved::of(error)?,
            };
            render(&cx, not_done.why.status(), Some(not_done)).await
        }
    }
}

/// The page of this address, without what it says was done.
fn here(cx: &Cx) -> String {
    with_query(cx.url(&CentrePayouts::new()), &[(OF, &value_of(cx.query(), OF))])
}

async fn read(cx: &Cx) -> Result<Shown, Error> {
    let of = value_of(cx.query(), OF);
    if of.is_empty() {
        let page = payouts::payouts(cx.shop(), cx.actor(), cx.locale(), page_of(cx.query())).await?;
        return Ok(Shown::All(page));
    }
    let account = payouts::account_of(cx.shop(), cx.actor(), &of, cx.locale(), period_of(cx.query())).await?;
    Ok(Shown::One(Box::new(account)))
}

async fn render(cx: &Cx, status: StatusCode, not_done: Option<NotDone>) -> PageResult<Response> {
    let shown = read(cx).await?;
    Ok(cx.page_with(status, Meta::private(cx.t(t::PAYOUT_LIST)), || {
        view! { <PayoutsPage shown not_done/> }
    }))
}

/// The page.
#[component]
fn PayoutsPage(
    /// What it shows.
    shown: Shown,
    /// A form that was not carried out.
    not_done: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let done = (not_done.is_none() && value_of(cx.query(), "done") == "1").then(|| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(t::CENTRE_MONEY_DONE)}</p></div>
        }
    });
    let again = not_done.map(|not_done| view! { <AgainForm not_done/> });
    let body = match shown {
        Shown::All(page) => view! { <All page/> }.into_html(),
        Shown::One(account) => view! { <One account=*account/> }.into_html(),
    };
    view! {
        <CentreFrame title=t::PAYOUT_LIST>
            {done}
            {again}
            {body}
        </CentreFrame>
    }
    .into_html()
}

/// All payouts.
#[component]
fn All(
    /// What there is.
    page: PayoutPage,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentrePayouts::new());
    let at = |number: u32| with_query(place.clone(), &[("page", &number.to_string())]);
    let number = page.page;
    let newer = (number > 1).then(|| {
        view! { <a class="c-button" rel="prev" href=at(number - 1)>{cx.t(t::BUTTON_PREVIOUS_PAGE)}</a> }
    });
    let older = page
        .has_more
        .then(|| view! { <a class="c-button" rel="next" href=at(number + 1)>{cx.t(t::BUTTON_NEXT_PAGE)}</a> });
    let rows = page.rows.into_iter().map(|row| view! { <Row row/> }).collect_view();
    view! {
        <p><a class="c-link" href=cx.url(&CentreMoney::new())>{cx.t(t::CENTRE_MONEY_TITLE)}</a></p>
        <p class="c-lead">{cx.t(t::PAYOUT_LEAD)}</p>
        <Payouts title=t::PAYOUT_OPEN payouts=page.open id="open"/>
        <section class="c-stack">
            <h2>{cx.t(t::PAYOUT_OF_COOPERATIVES)}</h2>
            <ul class="c-list" data-testid="owed">{rows}</ul>
        </section>
        <Payouts title=t::PAYOUT_OVER payouts=page.over id="over"/>
        <p class="c-actions">{newer}{older}</p>
    }
    .into_html()
}

/// What one cooperative is owed.
#[component]
fn Row(
    /// The cooperative.
    row: OwedRow,
) -> Html {
    let cx = Cx::here();
    let url = with_query(cx.url(&CentrePayouts::new()), &[(OF, &row.slug)]);
    view! {
        <li class="c-line">
            <span class="c-line__body">
                <a class="c-link" href=url><ShownName shown=row.name/></a><br/>
                <span class="c-muted">{cx.t(t::PAYOUT_ALL)}" "<Amount money=yuan(row.owed.all())/></span>
            </span>
            <span class="c-line__side">
                <span class="c-muted">{cx.t(t::PAYOUT_PAYABLE)}</span>" "
                <strong><Amount money=yuan(row.owed.payable())/></strong>
            </span>
        </li>
    }
    .into_html()
}

/// One cooperative: writing a payout down, its payouts, and its account.
#[component]
fn One(
    /// The account.
    account: Account,
) -> Html {
    let cx = Cx::here();
    let payable = account.owed.payable();
    let form = (payable > 0).then(|| {
        view! {
            <form class="c-card c-form" method="post" action=here(&cx) novalidate data-testid="payout-draft">
                <h2 class="c-card__title">{cx.t(t::PAYOUT_DRAFT_TITLE)}</h2>
                <p class="c-muted">{cx.t(t::PAYOUT_DRAFT_TEXT)}</p>
                <FormKey/>
                <SmallField name="amount" label=cx.t(t::CENTRE_MONEY_AMOUNT) value=typed_price(yuan(payable))/>
                <p>
                    <button class="c-button c-button--primary" name="command" value=DRAFT>{cx.t(t::PAYOUT_DRAFT)}</button>
                </p>
            </form>
        }
    });
    // Before any money is sent: what is sent already is noted whatever is owed.
    let less_owed = (account.owed.planned > 0 && payable < 0).then(|| {
        view! {
            <div class="c-notice c-notice--warn" role="status" data-testid="less-owed"><p>{cx.t(t::PAYOUT_LESS_OWED)}</p></div>
        }
    });
    let payouts = account.payouts.clone();
    let name = account.name.clone();
    let place = here(&cx);
    // The list above has the buttons.
    let account = Account {
        payouts: Vec::new(),
        ..account
    };
    view! {
        <p><a class="c-link" href=cx.url(&CentrePayouts::new())>{cx.t(t::PAYOUT_LIST)}</a></p>
        <h2 class="c-card__title"><ShownName shown=name/></h2>
        {form}
        {less_owed}
        <Payouts title=t::PAYOUT_LIST payouts id="payouts"/>
        <AccountSections account place/>
    }
    .into_html()
}

/// Payouts, each with the steps that can be taken.
#[component]
fn Payouts(
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
        view! { <ul class="c-list">{rows}</ul> }.into_html()
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
    let waits = (payout.state == domain::PayoutState::Draft && !payout.steps.contains(&PayoutStep::Approve))
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
            <button class=class name="command" value=step.as_str()>{cx.t(step_text(step))}</button>
        </form>
    }
    .into_html()
}

/// A field of one of many forms: its label is round it, since ids would repeat.
#[component]
fn SmallField(
    /// Name of the field.
    name: &'static str,
    /// What it is called.
    label: String,
    /// What is in it.
    value: String,
) -> Html {
    view! {
        <label class="c-field__label">
            {label}
            <input class="c-field__input" name=name value=value dir="ltr" autocomplete="off" maxlength="120"/>
        </label>
    }
    .into_html()
}

/// A form that was not carried out, with what was typed.
#[component]
fn AgainForm(
    /// The form.
    not_done: NotDone,
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
        return view! { <RefusedNotice code=why.refused/> }.into_html();
    }
    let is_draft = command == DRAFT;
    let error = |name: &str| why.errors.of(name);
    let amount_field = is_draft.then(|| {
        let error = error("amount");
        let text = |code| match code {
            FieldCode::TooMuch => cx.t(t::PAYOUT_TOO_MUCH),
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
    let paid_fields = (!is_draft).then(|| {
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
    let text = PayoutStep::parse(&command).map_or(t::PAYOUT_DRAFT, step_text);
    view! {
        <form class="c-card c-form" method="post" action=here(&cx) novalidate data-testid="again">
            <div class="c-notice c-notice--error" id="errors" role="alert"><p>{cx.t_id("error-invalid")}</p></div>
            <FormKey/>
            <Hidden name="payout" value=payout/>
            {amount_field}
            {paid_fields}
            <p><button class="c-button c-button--primary" name="command" value=command>{cx.t(text)}</button></p>
        </form>
    }
    .into_html()
}
