//! The Centre pays cooperatives what it owes them: one person writes it down, another one approves it, then it is paid.

mod steps;

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Money, PayoutId, PayoutState, PayoutStep, typed_price};
use l10n::t;
use leptos::prelude::*;
use service::Error;
use service::payouts::{self, Account, AccountDay, FoundPayouts, OwedRow, PayoutForm, PayoutPage, PayoutQuery};

use self::steps::{AgainForm, Payouts};
use super::frame::CentreFrame;
use super::money_page::SmallField;
use crate::account::{fresh_first, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::payouts::{AccountDaySections, AccountSections, day_of, state_name, yuan};
use crate::period::period_of;
use crate::query::{page_of, value_of, with_query};
use crate::routes::{CentreMoney, CentrePayouts};
use crate::ui::{Amount, Choice, Html, IntoHtml, SelectField, ShownName, TextField};

/// What the field `command` says to write a payout down; the other words are those of [`PayoutStep`].
const DRAFT: &str = "draft";
/// The cooperative in the address.
const OF: &str = "of";
/// What is looked for.
const TEXT: &str = "q";
/// How far those are that are looked for.
const STATE: &str = "state";
/// Longest text that is looked for, characters.
const LONGEST_TEXT: u32 = 80;

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
    /// Those that are looked for.
    Found(PayoutQuery, FoundPayouts),
    /// One cooperative.
    One(Box<Account>),
    /// A day or month of its account.
    Day(Box<AccountDay>),
}

impl Shown {
    /// What can be paid out now, where that is one cooperative's.
    fn payable(&self) -> Option<Money> {
        match self {
            Self::One(account) => Some(yuan(account.owed.payable().max(0))),
            Self::All(_) | Self::Found(..) | Self::Day(_) => None,
        }
    }
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
        reason: form.get("reason").to_owned(),
    };
    let done = match PayoutStep::parse(command) {
        Some(step) => {
            let id = PayoutId(form.get("payout").parse().unwrap_or_default());
            // The page of one cooperative takes steps with what it shows, and nothing of another's.
            let is_there = match &shown {
                Shown::All(_) | Shown::Found(..) => true,
                Shown::One(account) => account.payouts.iter().any(|payout| payout.id == id),
                Shown::Day(_) => false,
            };
            if !is_there {
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
    let of = |name: &str| value_of(cx.query(), name);
    let page = Some(page_of(cx.query())).filter(|page| *page > 1);
    let pairs = [
        (OF, of(OF)),
        (TEXT, of(TEXT)),
        (STATE, of(STATE)),
        ("page", page.map(|page| page.to_string()).unwrap_or_default()),
    ];
    let pairs = pairs.each_ref().map(|(name, value)| (*name, value.as_str()));
    with_query(cx.url(&CentrePayouts::new()), &pairs)
}

/// What the address looks for.
fn query_of(query: &str) -> PayoutQuery {
    let text = value_of(query, TEXT);
    PayoutQuery {
        text: text.trim().chars().take(LONGEST_TEXT as usize).collect(),
        state: PayoutState::parse(&value_of(query, STATE)),
    }
}

async fn read(cx: &Cx) -> Result<Shown, Error> {
    let of = value_of(cx.query(), OF);
    if of.is_empty() {
        let query = query_of(cx.query());
        if !query.is_everything() {
            let page = page_of(cx.query());
            let found = payouts::find(cx.shop(), cx.actor(), cx.locale(), &query, page).await?;
            return Ok(Shown::Found(query, found));
        }
        let page = payouts::payouts(cx.shop(), cx.actor(), cx.locale(), page_of(cx.query())).await?;
        return Ok(Shown::All(page));
    }
    if let Some((span, after)) = day_of(cx.query()) {
        let day = payouts::account_of_on(cx.shop(), cx.actor(), &of, cx.locale(), span, after).await?;
        return Ok(Shown::Day(Box::new(day)));
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
    let payable = shown.payable();
    let again = not_done.map(|not_done| view! { <AgainForm not_done payable/> });
    let body = match shown {
        Shown::All(page) => view! { <All page/> }.into_html(),
        Shown::Found(query, found) => view! { <Found query found/> }.into_html(),
        Shown::One(account) => view! { <One account=*account/> }.into_html(),
        Shown::Day(day) => view! { <Day day=*day/> }.into_html(),
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
    let (number, has_more) = (page.page, page.has_more);
    view! {
        <p><a class="c-link" href=cx.url(&CentreMoney::new())>{cx.t(t::CENTRE_MONEY_TITLE)}</a></p>
        <p class="c-lead">{cx.t(t::PAYOUT_LEAD)}</p>
        <SearchForm query=PayoutQuery::default()/>
        <Payouts title=t::PAYOUT_OPEN payouts=page.open id="open"/>
        <Rows rows=page.rows/>
        <Payouts title=t::PAYOUT_OVER payouts=page.over id="over"/>
        <Pages place=cx.url(&CentrePayouts::new()) number has_more/>
    }
    .into_html()
}

/// The way to the page before and the one after this, where there are any.
#[component]
fn Pages(
    /// Where the list is, without its page.
    place: String,
    /// This page, from 1.
    number: u32,
    /// Whether there is one after it.
    has_more: bool,
) -> Html {
    let cx = Cx::here();
    let at = |number: u32| with_query(place.clone(), &[("page", &number.to_string())]);
    let newer = (number > 1).then(|| {
        view! { <a class="c-button" rel="prev" href=at(number - 1)>{cx.t(t::BUTTON_PREVIOUS_PAGE)}</a> }
    });
    let older =
        has_more.then(|| view! { <a class="c-button" rel="next" href=at(number + 1)>{cx.t(t::BUTTON_NEXT_PAGE)}</a> });
    view! { <p class="c-actions">{newer}{older}</p> }.into_html()
}

/// Looks for payouts.
#[component]
fn SearchForm(
    /// What was looked for.
    query: PayoutQuery,
) -> Html {
    let cx = Cx::here();
    let states: Vec<Choice> = PayoutState::ALL
        .into_iter()
        .map(|state| Choice::new(state.as_str(), cx.t(state_name(state))))
        .collect();
    view! {
        <form class="c-card c-form" method="get" action=cx.url(&CentrePayouts::new()) novalidate data-testid="find-payouts">
            <TextField
                name=TEXT
                label=cx.t(t::PAYOUT_SEARCH)
                value=query.text
                may_be_empty=true
                maxlength=LONGEST_TEXT
            />
            <SelectField
                name=STATE
                label=cx.t(t::PAYOUT_SEARCH_STATE)
                value=query.state.map(PayoutState::as_str).unwrap_or_default()
                placeholder=cx.t(t::PAYOUT_SEARCH_ALL)
                groups=vec![(String::new(), states)]
                may_be_empty=true
            />
            <p><button class="c-button">{cx.t(t::BUTTON_SEARCH)}</button></p>
        </form>
    }
    .into_html()
}

/// Those that were looked for.
#[component]
fn Found(
    /// What was looked for.
    query: PayoutQuery,
    /// What was found.
    found: FoundPayouts,
) -> Html {
    let cx = Cx::here();
    let all = cx.url(&CentrePayouts::new());
    let state = query.state.map(PayoutState::as_str).unwrap_or_default();
    let place = with_query(all.clone(), &[(TEXT, &query.text), (STATE, state)]);
    let FoundPayouts {
        payouts,
        rows,
        page: number,
        has_more,
    } = found;
    let rows = (!rows.is_empty()).then(|| view! { <Rows rows/> });
    view! {
        <p><a class="c-link" href=all>{cx.t(t::PAYOUT_LIST)}</a></p>
        <SearchForm query/>
        {rows}
        <Payouts title=t::PAYOUT_FOUND payouts id="found"/>
        <Pages place number has_more/>
    }
    .into_html()
}

/// What cooperatives are owed.
#[component]
fn Rows(
    /// The cooperatives.
    rows: Vec<OwedRow>,
) -> Html {
    let cx = Cx::here();
    let rows = rows.into_iter().map(|row| view! { <Row row/> }).collect_view();
    view! {
        <section class="c-stack">
            <h2>{cx.t(t::PAYOUT_OF_COOPERATIVES)}</h2>
            <ul class="c-list" data-testid="owed">{rows}</ul>
        </section>
    }
    .into_html()
}

/// A day or month of an account.
#[component]
fn Day(
    /// What it shows.
    day: AccountDay,
) -> Html {
    let cx = Cx::here();
    let name = day.name.clone();
    let place = here(&cx);
    view! {
        <p><a class="c-link" href=cx.url(&CentrePayouts::new())>{cx.t(t::PAYOUT_LIST)}</a></p>
        <h2 class="c-card__title"><ShownName shown=name/></h2>
        <AccountDaySections day place has_order_links=false/>
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
        <Payouts title=t::PAYOUT_LIST payouts id="payouts"/>
        <AccountSections account place/>
    }
    .into_html()
}
