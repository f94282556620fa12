//! How the money page looks: searching on top, then what waits, then what was booked.

use domain::{
    Currency, EntryKind, EntryState, FieldCode, Money, PaymentMethod, PaymentState, parse_price, typed_price,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::money::{EntryPage, EntryView, GroupMoney, MoneyOverview};

use super::audit_words::WhoText;
use super::frame::CentreFrame;
use super::money::{Again, Command, List, Shown};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::orders::PaymentBadge;
use crate::routes::{CentreMoney, CentrePayouts, CentreStatement, CentreStationCash};
use crate::ui::{Amount, Hidden, Html, IntoHtml, Moment, RefusedNotice, TextField, amount_error_text};

/// The page.
#[component]
pub(super) fn MoneyPage(
    /// What it shows.
    shown: Shown,
) -> Html {
    let cx = Cx::here();
    let done = (cx.query() == "done=1").then(|| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(t::CENTRE_MONEY_DONE)}</p></div>
        }
    });
    let again = shown.again.map(|again| view! { <AgainForm again/> });
    let list = match shown.list {
        List::Found { groups, entries } => view! { <Found query=shown.query.clone() groups entries/> }.into_html(),
        List::Everything {
            overview,
            entries,
            page,
        } => view! { <Everything overview entries page/> }.into_html(),
    };
    view! {
        <CentreFrame title=t::CENTRE_MONEY_TITLE>
            {done}
            {again}
            <p class="c-actions">
                <a class="c-button" href=cx.url(&CentreStatement::new())>{cx.t(t::CENTRE_MONEY_STATEMENT)}</a>
                <a class="c-button" href=cx.url(&CentrePayouts::new())>{cx.t(t::PAYOUT_LIST)}</a>
                <a class="c-button" href=cx.url(&CentreStationCash::new())>{cx.t(t::SHIFT_STATIONS)}</a>
            </p>
            <form class="c-form" method="get" action=cx.url(&CentreMoney::new()) data-testid="money-search">
                <TextField
                    name="q"
                    label=cx.t(t::CENTRE_MONEY_SEARCH)
                    value=shown.query
                    is_ltr=true
                    may_be_empty=true
                    maxlength=40
                />
                <p><button class="c-button">{cx.t(t::BUTTON_SEARCH)}</button></p>
            </form>
            {list}
        </CentreFrame>
    }
    .into_html()
}

/// What a search has found, what was booked for it, and the way back to everything.
#[component]
fn Found(
    /// What was looked for.
    query: String,
    /// The groups it leads to.
    groups: Vec<GroupMoney>,
    /// What was booked for them.
    entries: Vec<EntryView>,
) -> Html {
    let cx = Cx::here();
    let found = if groups.is_empty() {
        view! {
            <div class="c-notice" id="notice" role="status" data-testid="nothing-found">
                <p>{cx.tv(t::centre_money_none(query))}</p>
            </div>
        }
        .into_html()
    } else {
        view! { <Groups title=t::CENTRE_MONEY_FOUND groups id="found"/> }.into_html()
    };
    let entries =
        (!entries.is_empty()).then(|| view! { <Entries title=t::CENTRE_MONEY_ENTRIES entries id="entries"/> });
    view! {
        {found}
        {entries}
        <p><a class="c-button" href=cx.url(&CentreMoney::new())>{cx.t(t::CENTRE_MONEY_ALL)}</a></p>
    }
    .into_html()
}

/// What waits, then what was booked.
#[component]
fn Everything(
    /// What waits.
    overview: MoneyOverview,
    /// What was booked.
    entries: EntryPage,
    /// Page of the entries, from 1.
    page: u32,
) -> Html {
    let has_more = entries.has_more;
    view! {
        <Groups title=t::CENTRE_MONEY_REFUNDS groups=overview.refunds id="refunds"/>
        <Groups title=t::CENTRE_MONEY_OVERPAID groups=overview.overpaid id="overpaid"/>
        <Entries title=t::CENTRE_MONEY_UNASSIGNED entries=overview.unassigned id="unassigned"/>
        <Unknown/>
        <Groups title=t::CENTRE_MONEY_AWAITED groups=overview.awaited id="awaited"/>
        <Entries title=t::CENTRE_MONEY_ENTRIES entries=entries.entries id="entries"/>
        <More page has_more/>
    }
    .into_html()
}

/// Newer and older entries, where there are any.
#[component]
fn More(
    /// This page, from 1.
    page: u32,
    /// Whether there are older ones.
    has_more: bool,
) -> Html {
    let cx = Cx::here();
    let at = |page: u32| format!("{}?page={page}", cx.url(&CentreMoney::new()));
    let newer = (page > 1).then(|| {
        view! { <a class="c-button" rel="prev" href=at(page - 1)>{cx.t(t::BUTTON_PREVIOUS_PAGE)}</a> }
    });
    let older = has_more.then(|| {
        view! { <a class="c-button" rel="next" href=at(page + 1)>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    if newer.is_none() && older.is_none() {
        return Html::new("");
    }
    view! { <p class="c-actions">{newer}{older}</p> }.into_html()
}

/// A form that was not carried out, with what was typed.
#[component]
fn AgainForm(
    /// The form.
    again: Again,
) -> Html {
    let cx = Cx::here();
    let error = |name: &str| again.errors.of(name);
    // What is unusually much is asked about once; what was sent back never is more than there is, and nothing is more than any
    // transfer.
    let usual = again.bounds.filter(|bounds| {
        let typed = parse_price(Currency::Cny, &again.form.amount);
        again.command != Command::Refund && typed.is_ok_and(|typed| typed.minor <= bounds.most.minor)
    });
    let is_question = usual.is_some();
    let too_much = again.bounds.map(|bounds| {
        let money = |money| format::money(cx.locale(), money);
        match (usual, again.command) {
            (Some(bounds), _) => cx.t(t::centre_money_much(money(bounds.usual))),
            (None, Command::Refund) => cx.t(t::form_amount_most(money(bounds.refund))),
            (None, _) => cx.t(t::form_amount_most(money(bounds.most))),
        }
    });
    let sure = is_question.then(|| view! { <Hidden name="sure" value=again.form.amount.clone()/> });
    let field = |name: &'static str, label: Text, value: String, may_be_empty: bool| {
        let error = error(name);
        let said = |code| match (code, &too_much) {
            (FieldCode::TooMuch, Some(text)) => text.clone(),
            (code, _) => amount_error_text(&cx, code),
        };
        let error_text = error.map(said).unwrap_or_default();
        view! { <TextField name label=cx.t(label) value error error_text is_ltr=true may_be_empty/> }
    };
    let form = (!again.errors.is_empty()).then(|| {
        let has = |commands: &[Command]| commands.contains(&again.command);
        let order = has(&[
            Command::Receive,
            Command::Assign,
            Command::Refund,
            Command::GiveBack,
            Command::WriteOff,
        ])
        .then(|| field("order", t::CENTRE_MONEY_ORDER, again.form.order.clone(), false));
        let is_booking = has(&[Command::Receive, Command::Unknown, Command::Refund]);
        let amount = is_booking.then(|| field("amount", t::CENTRE_MONEY_AMOUNT, again.form.amount.clone(), false));
        let reference = is_booking.then(|| {
            let value = again.form.reference.clone();
            // What is sent back is found again by it.
            let may_be_empty = again.command != Command::Refund;
            field("reference", t::CENTRE_MONEY_BANK_REFERENCE, value, may_be_empty)
        });
        view! {
            <form class="c-card c-form" method="post" action=cx.url(&CentreMoney::new()) data-testid="again">
                <div class="c-notice c-notice--error" id="errors" role="alert"><p>{cx.t_id("error-invalid")}</p></div>
                {order}
                {amount}
                {reference}
                <Hidden name="key" value=again.form.key.clone()/>
                <Hidden name="entry" value=again.entry.clone()/>
                {sure}
                <button class="c-button c-button--primary" name="command" value=again.command.word()>
                    {cx.t(button_text(again.command))}
                </button>
            </form>
        }
    });
    view! { <RefusedNotice code=again.refused/>{form} }.into_html()
}

const fn button_text(command: Command) -> Text {
    match command {
        Command::Receive | Command::Unknown => t::CENTRE_MONEY_RECEIVE,
        Command::Assign => t::CENTRE_MONEY_ASSIGN,
        Command::Refund => t::CENTRE_MONEY_REFUND,
        Command::GiveBack => t::CENTRE_MONEY_GIVE_BACK,
        Command::WriteOff => t::CENTRE_MONEY_WRITE_OFF,
        Command::Undo => t::CENTRE_MONEY_UNDO,
    }
}

/// A field of one of many forms: its label is round it, since ids would repeat.
#[component]
pub(super) fn SmallField(
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

/// Groups with something to do.
#[component]
fn Groups(
    /// Heading.
    title: Text,
    /// The groups.
    groups: Vec<GroupMoney>,
    /// Name of the list.
    id: &'static str,
) -> Html {
    let cx = Cx::here();
    let list = if groups.is_empty() {
        view! { <p class="c-muted">{cx.t(t::CENTRE_MONEY_EMPTY)}</p> }.into_html()
    } else {
        let rows = groups
            .into_iter()
            .map(|group| view! { <GroupRow group/> })
            .collect_view();
        view! { <ul class="c-stack">{rows}</ul> }.into_html()
    };
    view! { <section class="c-stack" data-testid=id><h2>{cx.t(title)}</h2>{list}</section> }.into_html()
}

/// One group, its money, and what can be booked for it.
#[component]
fn GroupRow(
    /// The group.
    group: GroupMoney,
) -> Html {
    let cx = Cx::here();
    let code = group.code.to_string();
    let amount = |name: Text, money: Money| {
        (money.minor > 0).then(|| view! { <div><dt>{cx.t(name)}</dt><dd><Amount money/></dd></div> })
    };
    let form = |command: Command, fields: Html| {
        view! {
            <form class="c-form" method="post" action=cx.url(&CentreMoney::new()) data-testid=format!("{}-{code}", command.word())>
                {fields}
                <Hidden name="order" value=code.clone()/>
                <FormKey/>
                <button class="c-button c-button--block" name="command" value=command.word()>
                    {cx.t(button_text(command))}
                </button>
            </form>
        }
    };
    let is_cash = group.method == PaymentMethod::CashAtStation;
    let booking = |command: Command, proposed: Money| {
        let value = if proposed.minor > 0 {
            typed_price(proposed)
        } else {
            String::new()
        };
        // Who paid in cash may get it in cash: then the receipt has a number, and no bank.
        let is_receipt = is_cash && command == Command::Refund;
        let how = is_receipt.then(|| view! { <p>{cx.t(t::CENTRE_MONEY_CASH)}</p> });
        let reference = if is_receipt {
            t::CENTRE_MONEY_RECEIPT
        } else {
            t::CENTRE_MONEY_BANK_REFERENCE
        };
        let fields = view! {
            {how}
            <SmallField name="amount" label=cx.t(t::CENTRE_MONEY_AMOUNT) value/>
            <SmallField name="reference" label=cx.t(reference) value=String::new()/>
        };
        form(command, fields.into_html())
    };
    let money = group.money;
    let receive = booking(Command::Receive, money.open);
    let refund = (money.to_give_back.minor > 0).then(|| booking(Command::Refund, money.to_give_back));
    let give_back = (money.state == PaymentState::Overpaid).then(|| form(Command::GiveBack, Html::new("")));
    let write_off = (money.state == PaymentState::PartPaid).then(|| form(Command::WriteOff, Html::new("")));
    view! {
        <li class="c-card c-stack">
            <p class="c-row">
                <bdi class="c-code" dir="ltr" translate="no">{code.clone()}</bdi>
                <bdi class="c-num" dir="ltr" translate="no">{group.reference.to_string()}</bdi>
                <bdi>{group.buyer_name.clone()}</bdi>
                <span class="c-muted"><Moment at=group.placed_at/></span>
                <PaymentBadge state=money.state/>
            </p>
            <dl class="c-summary">
                {amount(t::ORDERS_MONEY_DUE, money.due)}
                {amount(t::ORDERS_MONEY_RECEIVED, money.received)}
                {amount(t::CENTRE_MONEY_KIND_WRITTEN_OFF, money.written_off)}
                {amount(t::ORDERS_MONEY_OPEN, money.open)}
                {amount(t::CENTRE_MONEY_KIND_TO_GIVE_BACK, money.to_give_back)}
                {amount(t::CENTRE_MONEY_KIND_GIVEN_BACK, money.given_back)}
            </dl>
            {refund}
            {give_back}
            {receive}
            {write_off}
        </li>
    }
    .into_html()
}

/// Booking money that names no order.
#[component]
fn Unknown() -> Html {
    let cx = Cx::here();
    view! {
        <details>
            <summary>{cx.t(t::CENTRE_MONEY_UNKNOWN)}</summary>
            <form class="c-form" method="post" action=cx.url(&CentreMoney::new()) data-testid="unknown">
                <SmallField name="amount" label=cx.t(t::CENTRE_MONEY_AMOUNT) value=String::new()/>
                <SmallField name="reference" label=cx.t(t::CENTRE_MONEY_BANK_REFERENCE) value=String::new()/>
                <FormKey/>
                <button class="c-button c-button--block" name="command" value=Command::Unknown.word()>
                    {cx.t(t::CENTRE_MONEY_RECEIVE)}
                </button>
            </form>
        </details>
    }
    .into_html()
}

/// Entries, each with the way to undo it, and money that is not assigned with the way to assign it.
#[component]
fn Entries(
    /// Heading.
    title: Text,
    /// The entries.
    entries: Vec<EntryView>,
    /// Name of the list.
    id: &'static str,
) -> Html {
    let cx = Cx::here();
    let list = if entries.is_empty() {
        view! { <p class="c-muted">{cx.t(t::CENTRE_MONEY_EMPTY)}</p> }.into_html()
    } else {
        let rows = entries
            .into_iter()
            .map(|entry| view! { <EntryRow entry list=id/> })
            .collect_view();
        view! { <ul class="c-stack">{rows}</ul> }.into_html()
    };
    view! { <section class="c-stack" data-testid=id><h2>{cx.t(title)}</h2>{list}</section> }.into_html()
}

/// One entry.
#[component]
fn EntryRow(
    /// The entry.
    entry: EntryView,
    /// Name of the list it stands in.
    list: &'static str,
) -> Html {
    let cx = Cx::here();
    let kind = match entry.kind {
        EntryKind::Due => t::CENTRE_MONEY_KIND_DUE,
        EntryKind::Received => t::CENTRE_MONEY_KIND_RECEIVED,
        EntryKind::ToGiveBack => t::CENTRE_MONEY_KIND_TO_GIVE_BACK,
        EntryKind::GivenBack => t::CENTRE_MONEY_KIND_GIVEN_BACK,
        EntryKind::WrittenOff => t::CENTRE_MONEY_KIND_WRITTEN_OFF,
    };
    let counter = (entry.state == EntryState::Counter)
        .then(|| view! { <small class="c-muted">{cx.t(t::CENTRE_MONEY_IS_COUNTER)}</small> });
    let code = entry
        .code
        .map(|code| view! { <bdi class="c-num" dir="ltr" translate="no">{code.to_string()}</bdi> });
    let method = entry
        .method
        .map(|method| view! { <span class="c-muted">{cx.t(crate::orders::method_name(method))}</span> });
    let action = cx.url(&CentreMoney::new());
    let assign = (list == "unassigned").then(|| {
        view! {
            <form class="c-form" method="post" action=action.clone() data-testid="assign">
                <SmallField name="order" label=cx.t(t::CENTRE_MONEY_ORDER) value=String::new()/>
                <FormKey/>
                <Hidden name="entry" value=entry.id.to_string()/>
                <button class="c-button c-button--block" name="command" value=Command::Assign.word()>
                    {cx.t(t::CENTRE_MONEY_ASSIGN)}
                </button>
            </form>
        }
    });
    let undo = (entry.can_undo && list == "entries").then(|| {
        view! {
            <form method="post" action=action data-testid="undo">
                <FormKey/>
                <Hidden name="entry" value=entry.id.to_string()/>
                <button class="c-button c-button--quiet" name="command" value=Command::Undo.word()>
                    {cx.t(t::CENTRE_MONEY_UNDO)}
                </button>
            </form>
        }
    });
    view! {
        <li class="c-card c-stack" data-testid="entry" data-kind=entry.kind.as_str()>
            <p class="c-row">
                <strong>{cx.t(kind)}</strong>
                <Amount money=entry.amount/>
                {code}
                {method}
                {counter}
            </p>
            <p class="c-row c-small">
                <Moment at=entry.at/>
                <span class="c-muted">{cx.t(t::CENTRE_MONEY_BY)}" "<WhoText who=entry.who/></span>
                <span dir="auto">{entry.reference}</span>
            </p>
            {assign}
            {undo}
        </li>
    }
    .into_html()
}
