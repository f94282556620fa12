//! The form that asks for a file to print, and the boxes by which orders are ticked for it wherever they stand on the page.

use domain::OrderId;
use l10n::{Text, t};
use leptos::prelude::*;
use service::studio::{Paper, Printed};

use super::print::WAITING;
use crate::cx::Cx;
use crate::routes::StudioPrint;
use crate::ui::{Hidden, Html, IntoHtml};

/// Id of the form; one a page.
const FORM: &str = "print";

/// Which orders the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintFor {
    /// The one of this page.
    One(OrderId),
    /// Those that are ticked.
    Ticked,
    /// Those that are ticked, or all that wait.
    TickedOrWaiting,
}

/// What, on which paper, and the buttons. The file opens in a tab of its own.
#[component]
pub(super) fn PrintForm(
    /// Which orders.
    orders: PrintFor,
) -> Html {
    let cx = Cx::here();
    let select = |name: &'static str, label: Text, options: Vec<(&'static str, Text)>| {
        let options = options
            .into_iter()
            .map(|(value, text)| view! { <option value=value>{cx.t(text)}</option> })
            .collect_view();
        view! {
            <div class="c-field">
                <label class="c-field__label" for=format!("print-{name}")>{cx.t(label)}</label>
                <select class="c-field__input" id=format!("print-{name}") name=name>{options}</select>
            </div>
        }
    };
    let what = Printed::ALL
        .into_iter()
        .map(|printed| (printed.as_str(), what_name(printed)))
        .collect();
    let paper = Paper::ALL
        .into_iter()
        .map(|paper| (paper.as_str(), paper_name(paper)))
        .collect();
    let (one, hint, button) = match orders {
        PrintFor::One(id) => (Some(id), None, t::PRINT_BUTTON),
        PrintFor::Ticked | PrintFor::TickedOrWaiting => (None, Some(t::PRINT_HINT), t::PRINT_TICKED),
    };
    let one = one.map(|id| view! { <Hidden name="order" value=id.to_string()/> });
    let hint = hint.map(|hint| view! { <p class="c-muted">{cx.t(hint)}</p> });
    let all = (orders == PrintFor::TickedOrWaiting).then(|| {
        view! { <button class="c-button" name="all" value=WAITING>{cx.t(t::PRINT_WAITING)}</button> }
    });
    view! {
        <details class="c-card c-screen" data-testid="print">
            <summary>{cx.t(t::PRINT_TITLE)}</summary>
            <form class="c-form" id=FORM action=cx.url(&StudioPrint::new()) target="_blank" data-testid="print-form">
                {one}
                {hint}
                <div class="c-fields">
                    {select("what", t::PRINT_WHAT, what)}
                    {select("paper", t::PRINT_PAPER, paper)}
                </div>
                <p class="c-actions">
                    <button class="c-button c-button--primary">{cx.t(button)}</button>
                    {all}
                </p>
            </form>
        </details>
    }
    .into_html()
}

/// Ticks an order for the form.
#[component]
pub(super) fn PrintTick(
    /// The order.
    id: OrderId,
    /// Its code.
    code: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <label class="c-check c-screen">
            <input
                type="checkbox"
                name="order"
                value=id.to_string()
                form=FORM
                autocomplete="off"
                aria-label=cx.t(t::print_tick_of(code))
            />
            {cx.t(t::PRINT_TICK)}
        </label>
    }
    .into_html()
}

/// What is printed.
pub(super) fn what_name(printed: Printed) -> Text {
    match printed {
        Printed::Labels => t::PRINT_LABELS,
        Printed::Slips => t::PRINT_SLIPS,
    }
}

/// On which paper.
pub(super) fn paper_name(paper: Paper) -> Text {
    match paper {
        Paper::Roll100 => t::PRINT_PAPER_100,
        Paper::Roll76 => t::PRINT_PAPER_76,
        Paper::A4 => t::PRINT_PAPER_A4,
    }
}
