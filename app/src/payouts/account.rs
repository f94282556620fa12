//! The account of a cooperative: what it is owed, how that came about, and what was paid. The chart is a picture for who sees
//! it; the table below it says the same.

use domain::Direction;
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::orders::{kind_text, reason_text};
use service::payouts::{Account, AccountLine, AccountPeriod, AccountSums, Owed};

use super::lines::{PayoutFacts, yuan};
use crate::cx::Cx;
use crate::query::{value_of, with_query};
use crate::ui::{Amount, Html, IntoHtml, Table};

/// The value of `by` for twelve months.
const MONTHS: &str = "month";
/// Height of the chart, in its own units.
const HEIGHT: i64 = 100;
/// Width of one bar and of the gap behind it.
const BAR: i64 = 16;
const GAP: i64 = 4;

/// How the account is to be cut, as the address says it.
pub(crate) fn period_of(query: &str) -> AccountPeriod {
    if value_of(query, "by") == MONTHS {
        AccountPeriod::Months
    } else {
        AccountPeriod::Days
    }
}

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
    let tab = |of: AccountPeriod, text: Text| {
        let by = match of {
            AccountPeriod::Days => "",
            AccountPeriod::Months => MONTHS,
        };
        let url = with_query(place.clone(), &[("by", by)]);
        let is_here = of == period;
        view! { <a href=url aria-current=is_here.then_some("page")>{cx.t(text)}</a> }
    };
    let tabs = [
        tab(AccountPeriod::Days, t::FIGURES_DAYS),
        tab(AccountPeriod::Months, t::FIGURES_MONTHS),
    ];
    let is_quiet = account.lines.iter().all(|line| line.sums.is_nothing());
    let lines = account.lines.clone();
    let table = (!is_quiet).then(|| {
        view! {
            <details>
                <summary>{cx.t(t::FIGURES_AS_TABLE)}</summary>
                <LineTable lines=account.lines.clone() period/>
            </details>
        }
    });
    let payouts = account.payouts.clone();
    let paid = (!payouts.is_empty()).then(|| {
        let payouts = payouts
            .into_iter()
            .map(|payout| view! { <li data-testid="payout"><PayoutFacts payout/></li> })
            .collect_view();
        view! {
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::PAYOUT_LIST)}</h2>
                <ul class="c-list">{payouts}</ul>
            </section>
        }
    });
    view! {
        <OwedCard owed=account.owed/>
        <nav class="c-tabs" aria-label=cx.t(t::FIGURES_PERIOD)>{tabs.into_iter().collect_view()}</nav>
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::PAYOUT_PERIOD)}</h2>
            <Chart lines period/>
            {table}
            <Sums account/>
        </section>
        {paid}
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
            {line(t::PAYOUT_AFTER, account.before + sums.owed(), "account-after")}
        </dl>
    }
    .into_html()
}

/// What each day or month brought the cooperative, as a picture: upward what it is owed more, downward what it is owed less.
#[component]
fn Chart(
    /// Days or months.
    lines: Vec<AccountLine>,
    /// Which of both.
    period: AccountPeriod,
) -> Html {
    let cx = Cx::here();
    let sold = || lines.iter().map(|line| line.sums.sold());
    let (top, bottom) = (sold().max().unwrap_or(0), sold().min().unwrap_or(0));
    let (top, bottom) = (Ord::max(top, 0), Ord::min(bottom, 0));
    if top == bottom {
        return view! { <p class="c-muted">{cx.t(t::PAYOUT_NONE)}</p> }.into_html();
    }
    let scaled = |minor: i64| minor.saturating_mul(HEIGHT) / (top - bottom);
    let zero = scaled(top);
    let step = BAR + GAP;
    let width = step * i64::try_from(lines.len()).unwrap_or(i64::MAX / step);
    let is_rtl = cx.locale().dir() == Direction::Rtl;
    let shapes = sold()
        .zip(0_i64..)
        .map(|(minor, place)| {
            // A little of something is seen, too.
            let height = match minor {
                0 => 0,
                minor => scaled(minor.abs()).max(2),
            };
            let y = if minor < 0 { zero } else { zero - height };
            let x = if is_rtl {
                width - step * (place + 1) + GAP
            } else {
                step * place
            };
            view! { <rect x=x y=y width=BAR height=height rx="2"></rect> }
        })
        .collect_view();
    let ends = [lines.first(), lines.last()].map(|line| line.map(|line| line_name(&cx, line, period)));
    let [first, last] = ends.map(Option::unwrap_or_default);
    view! {
        <figure class="c-chart" aria-label=cx.t(t::PAYOUT_CHART) role="img" data-testid="account-chart">
            <svg viewBox=format!("0 -2 {width} {}", HEIGHT + 4) preserveAspectRatio="none" aria-hidden="true">
                {shapes}
            </svg>
            <figcaption class="c-small c-muted"><span>{first}</span><span>{last}</span></figcaption>
        </figure>
    }
    .into_html()
}

/// A heading, and what stands below it.
type Column = (Text, fn(&AccountSums) -> i64);

/// The columns of the table.
const COLUMNS: [Column; 9] = [
    (t::PAYOUT_ORDERED, |sums| sums.ordered),
    (t::PAYOUT_CALLED_OFF, |sums| -sums.called_off),
    (t::PAYOUT_LESS, |sums| -sums.less),
    (t::PAYOUT_BACK, |sums| -sums.given_back),
    (t::PAYOUT_FREIGHT, |sums| -sums.freight),
    (t::PAYOUT_COMMISSION, |sums| -sums.commission),
    (t::PAYOUT_PARCELS, |sums| -sums.parcels),
    (t::PAYOUT_PAID_OUT, |sums| -sums.paid_out),
    (t::PAYOUT_CHANGE, AccountSums::owed),
];

/// The same as a table, the newest first: those in which something happened, and columns with something in them.
#[component]
fn LineTable(
    /// Days or months.
    lines: Vec<AccountLine>,
    /// Which of both.
    period: AccountPeriod,
) -> Html {
    let cx = Cx::here();
    let columns: Vec<_> = COLUMNS
        .into_iter()
        .filter(|(_, of)| lines.iter().any(|line| of(&line.sums) != 0))
        .collect();
    let mut heads = vec![t::FIGURES_WHEN];
    heads.extend(columns.iter().map(|(head, _)| *head));
    let rows = lines
        .iter()
        .rev()
        .filter(|line| !line.sums.is_nothing())
        .map(|line| {
            let cells = columns
                .iter()
                .map(|(head, of)| view! { <td data-label=cx.t(*head)><Amount money=yuan(of(&line.sums))/></td> })
                .collect_view();
            view! {
                <tr>
                    <td data-label=cx.t(t::FIGURES_WHEN)>{line_name(&cx, line, period)}</td>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! { <Table heads>{rows}</Table> }.into_html()
}

fn line_name(cx: &Cx, line: &AccountLine, period: AccountPeriod) -> String {
    match period {
        AccountPeriod::Days => format::day_month(cx.locale(), line.at),
        AccountPeriod::Months => {
            let year: String = format::machine_date(line.at).chars().take(4).collect();
            cx.t(t::figures_month(
                format::month_name(cx.locale(), format::month(line.at)),
                year,
            ))
        }
    }
}
