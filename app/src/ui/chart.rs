//! Charts of the work areas: pictures for who sees them. The page says the same in a table beside it.

use domain::Direction;
use l10n::Text;
use leptos::prelude::*;

use super::{Html, IntoHtml};
use crate::cx::Cx;

/// Height of a chart, in its own units.
const HEIGHT: i64 = 100;
/// Width of one bar and of the gap behind it.
const BAR: i64 = 16;
const GAP: i64 = 4;

/// Bars that run the way the page is read: upward what is more than nothing, downward what is less.
#[component]
pub fn BarChart(
    /// How much each of them stands for, in any unit, the oldest first.
    bars: Vec<i64>,
    /// What the first and the last of them are called.
    ends: [String; 2],
    /// What the picture shows, for who does not see it.
    label: Text,
    /// Said instead of a picture when all of them are nothing.
    nothing: Text,
    /// Its name in tests.
    testid: &'static str,
) -> Html {
    let cx = Cx::here();
    let top = bars.iter().copied().max().map_or(0, |most| Ord::max(most, 0));
    let bottom = bars.iter().copied().min().map_or(0, |least| Ord::min(least, 0));
    if top == bottom {
        return view! { <p class="c-muted">{cx.t(nothing)}</p> }.into_html();
    }
    let scaled = |amount: i64| amount.saturating_mul(HEIGHT) / (top - bottom);
    let zero = scaled(top);
    let step = BAR + GAP;
    let width = step * i64::try_from(bars.len()).unwrap_or(i64::MAX / step);
    let is_rtl = cx.locale().dir() == Direction::Rtl;
    let shapes = bars
        .into_iter()
        .zip(0_i64..)
        .map(|(amount, place)| {
            // A little of something is seen, too.
            let height = match amount {
                0 => 0,
                amount => scaled(amount.abs()).max(2),
            };
            let y = if amount < 0 { zero } else { zero - height };
            let x = if is_rtl {
                width - step * (place + 1) + GAP
            } else {
                step * place
            };
            view! { <rect x=x y=y width=BAR height=height rx="2"></rect> }
        })
        .collect_view();
    let [first, last] = ends;
    view! {
        <figure class="c-chart" aria-label=cx.t(label) role="img" data-testid=testid>
            <svg viewBox=format!("0 -2 {width} {}", HEIGHT + 4) preserveAspectRatio="none" aria-hidden="true">
                {shapes}
            </svg>
            <figcaption class="c-small c-muted"><span>{first}</span><span>{last}</span></figcaption>
        </figure>
    }
    .into_html()
}
