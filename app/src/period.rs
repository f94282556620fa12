//! Sums over time on a page: by day or by month, as its address says.

use l10n::{Text, format, t};
use leptos::prelude::*;
use service::Period;

use crate::cx::Cx;
use crate::query::{value_of, with_query};
use crate::ui::{Html, IntoHtml};

/// The value of `by` for twelve months.
const MONTHS: &str = "month";

/// How sums are to be cut, as the query of an address says it.
pub(crate) fn period_of(query: &str) -> Period {
    if value_of(query, "by") == MONTHS {
        Period::Months
    } else {
        Period::Days
    }
}

/// The ways from one to the other.
#[component]
pub(crate) fn PeriodTabs(
    /// The one that is shown.
    period: Period,
    /// Where the page is, without how its sums are cut.
    place: String,
) -> Html {
    let cx = Cx::here();
    let tab = |of: Period, by: &str, text: Text| {
        let url = with_query(place.clone(), &[("by", by)]);
        let is_here = of == period;
        view! { <a href=url aria-current=is_here.then_some("page")>{cx.t(text)}</a> }
    };
    let tabs = [
        tab(Period::Days, "", t::FIGURES_DAYS),
        tab(Period::Months, MONTHS, t::FIGURES_MONTHS),
    ];
    view! { <nav class="c-tabs" aria-label=cx.t(t::FIGURES_PERIOD)>{tabs.into_iter().collect_view()}</nav> }.into_html()
}

/// The day or the month that begins at `at`, milliseconds since 1970 UTC.
pub(crate) fn period_name(cx: &Cx, at: i64, period: Period) -> String {
    match period {
        Period::Days => format::day_month(cx.locale(), at),
        Period::Months => {
            let year: String = format::machine_date(at).chars().take(4).collect();
            cx.t(t::figures_month(
                format::month_name(cx.locale(), format::month(at)),
                year,
            ))
        }
    }
}
