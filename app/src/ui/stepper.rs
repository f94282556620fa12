//! The buttons beside an amount.

use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Icon, IconName};

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One step less.
    Less,
    /// One step more.
    More,
}

/// A button that takes or adds a step. It does nothing without a script and keeps its place; with one it wakes.
#[component]
pub fn StepButton(
    /// Which way.
    step: Step,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let (direction, icon, label) = match step {
        Step::Less => ("-1", IconName::Minus, t::ISLAND_STEP_LESS),
        Step::More => ("1", IconName::Plus, t::ISLAND_STEP_MORE),
    };
    view! {
        <button type="button" class="c-amount__step" data-step=direction aria-label=cx.t(label) disabled>
            <Icon name=icon/>
        </button>
    }
}
