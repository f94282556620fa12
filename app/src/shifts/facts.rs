//! What a shift came to.

use domain::{Drawer, Money};
use l10n::{Text, t};
use leptos::prelude::*;
use service::shifts::ClosedShift;

use crate::cx::Cx;
use crate::payouts::yuan;
use crate::ui::{Amount, Html, IntoHtml, Moment};

/// One amount; `name` is what tests find it by.
fn line(cx: &Cx, text: Text, money: Money, name: &'static str) -> Html {
    view! { <div><dt>{cx.t(text)}</dt><dd data-testid=name><Amount money/></dd></div> }.into_html()
}

/// The same where there is anything.
fn some(cx: &Cx, text: Text, minor: i64, name: &'static str) -> Html {
    if minor == 0 {
        Html::new("")
    } else {
        line(cx, text, yuan(minor), name)
    }
}

/// What happened to the cash of a shift that runs, and what should be there now.
#[component]
pub(crate) fn DrawerLines(
    /// What happened, fen.
    drawer: Drawer,
    /// What should be there.
    expected: Money,
) -> Html {
    let cx = Cx::here();
    view! {
        <dl class="c-summary">
            {line(&cx, t::SHIFT_FLOAT, yuan(drawer.float), "float")}
            {line(&cx, t::SHIFT_TAKEN, yuan(drawer.taken), "taken")}
            {some(&cx, t::SHIFT_GIVEN_BACK, -drawer.given_back, "given-back")}
            {some(&cx, t::SHIFT_HANDED_OVER, -drawer.handed_over, "handed-over")}
            <div class="c-summary__total">
                <dt>{cx.t(t::SHIFT_EXPECTED)}</dt>
                <dd data-testid="expected"><Amount money=expected/></dd>
            </div>
        </dl>
    }
    .into_html()
}

/// A shift that is over.
#[component]
pub(crate) fn ClosedFacts(
    /// The shift.
    shift: ClosedShift,
) -> Html {
    let cx = Cx::here();
    let drawer = shift.drawer;
    // What was counted and did not stay went to the Centre at the end; the rest of it before.
    let at_the_end = shift.counted.minor - shift.left.minor;
    let before = drawer.handed_over - at_the_end;
    let carried = shift.carried.map(|(left, reason)| {
        view! {
            <p class="c-row c-small" data-testid="carried">
                <span class="c-muted">{cx.t(t::SHIFT_CARRIED)}</span>
                <Amount money=left/>
                <span dir="auto">{reason}</span>
            </p>
        }
    });
    let closed_by = shift.closed_by.map(|name| {
        view! {
            <p class="c-row c-small" data-testid="closed-by">
                <span class="c-muted">{cx.t(t::SHIFT_CLOSED_BY)}</span>
                <bdi>{name}</bdi>
            </p>
        }
    });
    let reason = (!shift.reason.is_empty())
        .then(|| view! { <p class="c-small" dir="auto" data-testid="reason">{shift.reason}</p> });
    let corrections = shift
        .corrections
        .into_iter()
        .map(|correction| {
            view! {
                <p class="c-row c-small" data-testid="correction">
                    <span class="c-muted">{cx.t(t::SHIFT_CORRECTED)}</span>
                    <Amount money=correction.amount/>
                    <span dir="auto">{correction.reason}</span>
                    <Moment at=correction.at/>
                </p>
            }
        })
        .collect_view();
    view! {
        <p class="c-row c-small">
            <bdi>{shift.clerk}</bdi>
            <span><span class="c-muted">{cx.t(t::SHIFT_SINCE)}</span>" "<Moment at=shift.opened_at/></span>
            <span><span class="c-muted">{cx.t(t::SHIFT_UNTIL)}</span>" "<Moment at=shift.closed_at/></span>
        </p>
        {closed_by}
        <dl class="c-summary">
            {line(&cx, t::SHIFT_FLOAT, yuan(drawer.float), "float")}
            {line(&cx, t::SHIFT_TAKEN, yuan(drawer.taken), "taken")}
            {some(&cx, t::SHIFT_GIVEN_BACK, -drawer.given_back, "given-back")}
            {some(&cx, t::SHIFT_HANDED_OVER, -before, "handed-over-before")}
            {line(&cx, t::SHIFT_EXPECTED, shift.expected, "expected")}
            {line(&cx, t::SHIFT_COUNTED, shift.counted, "counted")}
            {line(&cx, t::SHIFT_DIFFERENCE, shift.difference, "difference")}
            {some(&cx, t::SHIFT_HANDED_OVER, at_the_end, "handed-over")}
            {line(&cx, t::SHIFT_LEFT, shift.left, "left")}
        </dl>
        {carried}
        {reason}
        {corrections}
    }
    .into_html()
}

/// Shifts that are over, a card each, under their heading.
#[component]
pub(crate) fn PastShifts(
    /// The cards.
    cards: Vec<Html>,
) -> Html {
    let cx = Cx::here();
    let all = if cards.is_empty() {
        view! { <p class="c-muted">{cx.t(t::SHIFT_PAST_NONE)}</p> }.into_html()
    } else {
        view! { <ul class="c-stack">{cards}</ul> }.into_html()
    };
    view! {
        <section class="c-stack">
            <h2>{cx.t(t::SHIFT_PAST)}</h2>
            {all}
        </section>
    }
    .into_html()
}
