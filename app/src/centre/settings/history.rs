//! Who changed which setting, and the way back.

use domain::{Money, WayBack};
use l10n::{format, t};
use leptos::prelude::*;
use service::settings::{self, Change, Value};

use super::{region_name, section_name};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::routes::CentreSettings;
use crate::ui::{Hidden, Html, IntoHtml, Moment, Table};

/// The changes as a table.
#[component]
pub fn History(
    /// The changes, newest first.
    changes: Vec<Change>,
) -> Html {
    let cx = Cx::here();
    if changes.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::CENTRE_SETTINGS_HISTORY_EMPTY)}</p> }.into_html();
    }
    let heads = vec![
        t::CENTRE_OUTBOX_WHEN,
        t::CENTRE_SETTINGS_WHO,
        t::CENTRE_SETTINGS_WHAT,
        t::CENTRE_SETTINGS_BEFORE,
        t::CENTRE_SETTINGS_AFTER,
    ];
    let rows = changes
        .into_iter()
        .map(|change| view! { <ChangeRow change/> })
        .collect_view();
    view! {
        <Table heads>{rows}</Table>
    }
    .into_html()
}

/// One change.
#[component]
fn ChangeRow(
    /// The change.
    change: Change,
) -> Html {
    let cx = Cx::here();
    let was_undo = change
        .is_undo
        .then(|| view! { " · "<small class="c-muted">{cx.t(t::CENTRE_SETTINGS_WAS_UNDO)}</small> });
    let undo = change.can_undo.then(|| {
        view! {
            <form method="post" action=cx.url(&CentreSettings::new()) data-testid="undo">
                <FormKey/>
                <Hidden name="undo" value=change.id.to_string()/>
                <button class="c-button">{cx.t(t::CENTRE_SETTINGS_UNDO)}</button>
            </form>
        }
    });
    view! {
        <tr data-testid="setting-change">
            <td data-label=cx.t(t::CENTRE_OUTBOX_WHEN)><Moment at=change.at/></td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_WHO)><bdi>{change.who}</bdi></td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_WHAT)>{cx.t(section_name(change.section))}{was_undo}</td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_BEFORE)><ValueLines value=change.before/></td>
            <td class="c-table__text" data-label=cx.t(t::CENTRE_SETTINGS_AFTER)><ValueLines value=change.after/>{undo}</td>
        </tr>
    }
    .into_html()
}

/// A value in words, a line a part of it.
#[component]
fn ValueLines(
    /// The value.
    value: Value,
) -> Html {
    let cx = Cx::here();
    let lines = lines(&cx, &value);
    if lines.is_empty() {
        return view! { <span class="c-muted">{cx.t(t::CENTRE_SETTINGS_NOTHING)}</span> }.into_html();
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <li><bdi>{line}</bdi></li> })
        .collect_view();
    view! { <ul>{lines}</ul> }.into_html()
}

fn lines(cx: &Cx, value: &Value) -> Vec<String> {
    let locale = cx.locale();
    let days = |from: &settings::Day, until: &settings::Day| {
        cx.t(t::notices_days(
            format::date(locale, from.noon()),
            format::date(locale, until.noon()),
        ))
    };
    match value {
        Value::Bank(account) => account
            .iter()
            .flat_map(|account| [account.holder.clone(), account.number.clone(), account.bank.clone()])
            .collect(),
        Value::Centre(card) => card.name.values().chain(&card.phones).cloned().collect(),
        Value::Freight(rows) => rows
            .iter()
            .map(|row| {
                let part = |grams, minor| {
                    let price = Money::new(minor, domain::Currency::Cny);
                    format!(
                        "{} {}",
                        format::weight(locale, domain::Weight(grams)),
                        format::money(locale, price)
                    )
                };
                format!(
                    "{}: {} + {}",
                    cx.t(region_name(row.region)),
                    part(row.first_grams, row.first_minor),
                    part(row.step_grams, row.step_minor)
                )
            })
            .collect(),
        Value::Notices(rows) => rows
            .iter()
            .flat_map(|row| std::iter::once(days(&row.from, &row.until)).chain(row.text.values().cloned()))
            .collect(),
        Value::Returns(rules) => {
            let number = |number: u16| format::number(locale, i64::from(number));
            let way = match rules.way_back {
                WayBack::Buyer => t::RETURNS_SETTINGS_WAY_BUYER,
                WayBack::Cooperative => t::RETURNS_SETTINGS_WAY_COOPERATIVE,
            };
            vec![
                cx.t(t::returns_settings_line(
                    number(rules.report_hours),
                    number(rules.return_days),
                )),
                format!("{} {}", cx.t(t::RETURNS_SETTINGS_WAY), cx.t(way)),
            ]
        }
        Value::Fees(fees) => vec![cx.t(t::payout_settings_line(
            format::number(locale, i64::from(fees.permille)),
            format::money(locale, Money::new(fees.parcel_minor, domain::Currency::Cny)),
        ))],
        Value::Closed(rows) => rows
            .iter()
            .flat_map(|row| std::iter::once(days(&row.from, &row.until)).chain(row.reason.values().cloned()))
            .collect(),
    }
}
