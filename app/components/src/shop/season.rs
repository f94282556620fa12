//! What is ripe when: a line with twelve months for each.

use domain::Locale;
use domain::shop_page::Ripe;
use l10n::{format, t};
use leptos::prelude::*;

use crate::text::ShownName;
use crate::words::Say;

pub(super) fn calendar(rows: Vec<Ripe>, locale: Locale, now: u8) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let months = (1..=12)
                .map(|month| {
                    let class = match (row.contains(month), month == now) {
                        (true, true) => Some("is-on is-now"),
                        (true, false) => Some("is-on"),
                        (false, true) => Some("is-now"),
                        (false, false) => None,
                    };
                    view! { <span class=class></span> }
                })
                .collect_view();
            let is_now = row
                .contains(now)
                .then(|| view! { " "<span class="c-badge c-badge--season"><Say text=t::PRODUCT_SEASON_NOW/></span> });
            let name = |month| format::month_name(locale, month);
            let span = if row.from == row.to {
                name(row.from)
            } else {
                [name(row.from), name(row.to)].join(" – ")
            };
            view! {
                <li>
                    <strong><ShownName shown=row.name/></strong>{is_now}
                    <div class="c-months" aria-hidden="true">{months}</div>
                    <span class="c-muted"><bdi>{span}</bdi></span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="c-season">{rows}</ul> }
}
