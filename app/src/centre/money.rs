//! The Centre's money: what waits, and booking it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, MoneyEntryId, OrderCode};
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::money::{self, AmountBounds, EntryPage, EntryView, GroupMoney, MoneyForm, MoneyOverview};

use super::money_page::MoneyPage;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::page::Meta;
use crate::routes::CentreMoney;

/// Everything the page shows.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// What was looked for.
    pub query: String,
    pub list: List,
    /// A form that was not carried out.
    pub again: Option<Again>,
}

/// What stands under the search.
#[derive(Clone, Debug)]
pub(super) enum List {
    /// What it has found, what was booked for that, and nothing else.
    Found {
        groups: Vec<GroupMoney>,
        entries: Vec<EntryView>,
    },
    /// Nothing was looked for: what waits, and what was booked.
    Everything {
        overview: MoneyOverview,
        entries: EntryPage,
        /// Page of the entries, from 1.
        page: u32,
    },
}

/// A form as it was sent, and why it was not carried out.
#[derive(Clone, Debug)]
pub(super) struct Again {
    pub command: Command,
    pub form: MoneyForm,
    pub entry: String,
    pub errors: FieldErrors,
    pub refused: Option<ErrorCode>,
    /// What the amount may come to, where it is too much.
    pub bounds: Option<AmountBounds>,
}

/// What a form of the page does, as its field `command` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Receive,
    Unknown,
    Assign,
    Refund,
    GiveBack,
    WriteOff,
    Undo,
}

impl Command {
    const ALL: [Self; 7] = [
        Self::Receive,
        Self::Unknown,
        Self::Assign,
        Self::Refund,
        Self::GiveBack,
        Self::WriteOff,
        Self::Undo,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::Unknown => "unknown",
            Self::Assign => "assign",
            Self::Refund => "refund",
            Self::GiveBack => "give-back",
            Self::WriteOff => "write-off",
            Self::Undo => "undo",
        }
    }
}

/// The page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, None).await
}

/// Books what the form says, and shows the page again.
pub async fn book(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let word = form.get("command");
    let command = Command::ALL.into_iter().find(|command| command.word() == word);
    let sent = MoneyForm {
        order: form.get("order").to_owned(),
        amount: form.get("amount").to_owned(),
        reference: form.get("reference").to_owned(),
        key: form.get("key").to_owned(),
        sure: form.get("sure").to_owned(),
    };
    let shop = &shop_for(&cx, &form)?;
    let actor = cx.actor();
    let entry = MoneyEntryId(form.get("entry").parse().unwrap_or_default());
    let Some(command) = command else {
        return Err(ErrorCode::NotFound.into());
    };
    let done = match command {
        Command::Receive => money::receive_for(shop, actor, &sent).await,
        Command::Unknown => money::receive_unknown(shop, actor, &sent).await,
        Command::Assign => money::assign(shop, actor, entry, &sent.order).await,
        Command::Refund => money::refund_sent(shop, actor, &sent).await,
        Command::GiveBack => money::give_back_excess(shop, actor, &sent.order).await,
        Command::WriteOff => money::write_off(shop, actor, &sent).await,
        Command::Undo => money::undo(shop, actor, entry).await,
    };
    let (errors, refused) = match done {
        Ok(()) => return Ok(cx.see(&format!("{}?done=1", cx.url(&CentreMoney::new())))),
        Err(service::Error::Fields(errors)) => (errors, None),
        Err(service::Error::Refused(code)) => (FieldErrors::default(), Some(code)),
        Err(error) => return Err(error.into()),
    };
    let bounds = match errors.of("amount") {
        Some(FieldCode::TooMuch) => Some(money::bounds(shop, actor, &sent.order).await?),
        _ => None,
    };
    let code = refused.unwrap_or(ErrorCode::Invalid).status();
    let again = Again {
        command,
        form: sent,
        entry: form.get("entry").to_owned(),
        errors,
        refused,
        bounds,
    };
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::CONFLICT);
    render(&cx, status, Some(again)).await
}

async fn render(cx: &Cx, status: StatusCode, again: Option<Again>) -> PageResult<Response> {
    let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(cx.query()).unwrap_or_default();
    let value = |name: &str| {
        let found = pairs.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let query = value("q").trim().to_owned();
    let list = if query.is_empty() {
        let page = value("page").parse().unwrap_or(1).clamp(1, 10_000);
        List::Everything {
            overview: money::overview(cx.shop(), cx.actor()).await?,
            entries: money::entries(cx.shop(), cx.actor(), page).await?,
            page,
        }
    } else {
        let groups = money::found(cx.shop(), cx.actor(), &query).await?;
        let codes: Vec<OrderCode> = groups.iter().map(|group| group.code).collect();
        let entries = money::entries_of(cx.shop(), cx.actor(), &codes).await?;
        List::Found { groups, entries }
    };
    let shown = Shown { query, list, again };
    Ok(cx.page_with(status, Meta::private(cx.t(t::CENTRE_MONEY_TITLE)), || {
        view! { <MoneyPage shown/> }
    }))
}
