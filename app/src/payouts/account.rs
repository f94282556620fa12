//! The account of a cooperative: what it is owed, how that came about, and what was paid. The chart is a picture for who sees
//! it; the table below it says the same.

use l10n::{Text, t};
use leptos::prelude::*;
use service::Period;
use service::orders::{kind_text, reason_text};
use service::payouts::{ACCOUNT_COLUMNS, Account, AccountColumn, AccountLine, AccountSums, Owed};

use super::day::day_url;
use super::lines::{PayoutList, yuan};
use crate::cx::Cx;
use crate::period::{PeriodTabs, period_name};
use crate::ui::{Amount, BarChart, Html, IntoHtml, Table};

/// All of an account, but for its title.
#[component]
pub(crate) fn AccountSections(
    /// The account.
    account: Account,
    /// Where its page is, without how it is cut.
    place: String,
) -> Html {
    let cx = Cx::here();
    let period = account.period;
    let is_quiet = account.lines.iter().all(|line| line.sums.is_nothing());
    // What each day or month brought the cooperative: upward what it is owed more, downward what it is owed less.
    let bars: Vec<i64> = account.lines.iter().map(|line| line.sums.sold()).collect();
    let ends = [account.lines.first(), account.lines.last()]
        .map(|line| line.map(|line| period_name(&cx, line.at, period)).unwrap_or_default());
    let table = (!is_quiet).then(|| {
        view! {
            <details>
                <summary>{cx.t(t::FIGURES_AS_TABLE)}</summary>
                <LineTable lines=account.lines.clone() period place=place.clone()/>
            </details>
        }
    });
    let payouts = account.payouts.clone();
    view! {
        <OwedCard owed=account.owed/>
        <PeriodTabs period place/>
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::PAYOUT_PERIOD)}</h2>
            <BarChart bars ends label=t::PAYOUT_CHART nothing=t::PAYOUT_NONE testid="account-chart"/>
            {table}
            <Sums account/>
        </section>
        <PayoutList payouts/>
    }
    .into_html()
}

/// How it stands now.
#[component]
fn OwedCard(
    /// What is owed.
    owed: Owed,
) -> Html {
    let cx = Cx::here();
    let line = |text: Text, minor: i64, word: &'static str| {
        view! { <div><dt>{cx.t(text)}</dt><dd data-testid=word><Amount money=yuan(minor)/></dd></div> }
    };
    let planned = (owed.planned != 0).then(|| line(t::PAYOUT_PLANNED, -owed.planned, "account-planned"));
    let unpaid = (owed.unpaid != 0).then(|| line(t::PAYOUT_UNPAID, owed.unpaid, "account-unpaid"));
    let too_much = (owed.payable() < 0).then(|| view! { <p class="c-muted">{cx.t(t::PAYOUT_AHEAD)}</p> });
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::PAYOUT_OWED)}</h2>
            <dl class="c-summary">
                {line(t::PAYOUT_DELIVERED, owed.delivered, "account-delivered")}
                {line(t::PAYOUT_PAID_SO_FAR, -owed.paid, "account-paid")}
                {planned}
                {line(t::PAYOUT_PAYABLE, owed.payable(), "account-payable")}
            </dl>
            {too_much}
            <dl class="c-summary">
                {unpaid}
                {line(t::FIGURES_UNDER_WAY, owed.under_way, "account-under-way")}
                {line(t::FIGURES_WAITING, owed.waiting, "account-waiting")}
                {line(t::PAYOUT_ALL, owed.all(), "account-owed")}
            </dl>
            <p class="c-muted">{cx.t(t::PAYOUT_NOTE)}</p>
        </section>
    }
    .into_html()
}

/// What made it so in this time: each line is an amount that stands in the books.
#[component]
fn Sums(
    /// The account.
    account: Account,
) -> Html {
    let cx = Cx::here();
    let sums = account.sums;
    let line = |text: Text, minor: i64, word: &'static str| {
        view! { <div><dt>{cx.t(text)}</dt><dd data-testid=word><Amount money=yuan(minor)/></dd></div> }
    };
    let less = |text: Text, minor: i64, word: &'static str| (minor != 0).then(|| line(text, -minor, word));
    let named: i64 = account.less.iter().map(|(_, minor)| minor).sum();
    let reasons = account
        .less
        .iter()
        .map(|(reason, minor)| {
            let text = cx.t(t::payout_less_because(cx.t(reason_text(*reason))));
            view! { <div><dt>{text}</dt><dd><Amount money=yuan(-minor)/></dd></div> }
        })
        .collect_view();
    let kinds = account
        .given_back
        .iter()
        .map(|(kind, minor)| {
            let text = cx.t(t::payout_back_because(cx.t(kind_text(*kind))));
            view! { <div><dt>{text}</dt><dd><Amount money=yuan(-minor)/></dd></div> }
        })
        .collect_view();
    view! {
        <dl class="c-summary" data-testid="account-sums">
            {line(t::PAYOUT_BEFORE, account.before, "account-before")}
            {line(t::PAYOUT_ORDERED, sums.ordered, "account-ordered")}
            {less(t::PAYOUT_CALLED_OFF, sums.called_off, "account-called-off")}
            {reasons}
            {less(t::PAYOUT_LESS_OTHER, sums.less - named, "account-less-other")}
            {kinds}
            {less(t::PAYOUT_FREIGHT, sums.freight, "account-freight")}
            {less(t::PAYOUT_COMMISSION, sums.commission, "account-commission")}
            {less(t::PAYOUT_PARCELS, sums.parcels, "account-parcels")}
            {less(t::PAYOUT_PAID_OUT, sums.paid_out, "account-paid-out")}
            {(sums.paid_back != 0).then(|| line(t::PAYOUT_PAID_BACK, sums.paid_back, "account-paid-back"))}
            {line(t::PAYOUT_AFTER, account.before + sums.owed(), "account-after")}
        </dl>
    }
    .into_html()
}

/// The columns in which some of these have something.
pub(super) fn columns_of(all: &[AccountSums]) -> Vec<AccountColumn> {
    ACCOUNT_COLUMNS
        .into_iter()
        .filter(|(_, of)| all.iter().any(|sums| of(sums) != 0))
        .collect()
}

/// The cells of one of them.
pub(super) fn cells(cx: &Cx, columns: &[AccountColumn], sums: &AccountSums) -> Html {
    columns
        .iter()
        .map(|(head, of)| view! { <td data-label=cx.t(*head)><Amount money=yuan(of(sums))/></td> })
        .collect_view()
        .into_html()
}

/// The same as a table, the newest first: those in which something happened, each leading to its orders, and columns with
/// something in them.
#[component]
fn LineTable(
    /// Days or months.
    lines: Vec<AccountLine>,
    /// Which of both.
    period: Period,
    /// Where the page of the account is, without how it is cut.
    place: String,
) -> Html {
    let cx = Cx::here();
    let all: Vec<AccountSums> = lines.iter().map(|line| line.sums).collect();
    let columns = columns_of(&all);
    let mut heads = vec![t::FIGURES_WHEN];
    heads.extend(columns.iter().map(|(head, _)| *head));
    let rows = lines
        .iter()
        .rev()
        .filter(|line| !line.sums.is_nothing())
        .map(|line| {
            let url = day_url(&place, &period.written(line.at), None);
            let name = period_name(&cx, line.at, period);
            view! {
                <tr>
                    <td data-label=cx.t(t::FIGURES_WHEN)><a class="c-link" href=url>{name}</a></td>
                    {cells(&cx, &columns, &line.sums)}
                </tr>
            }
        })
        .collect_view();
    view! { <Table heads>{rows}</Table> }.into_html()
}
