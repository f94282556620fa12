//! A box that says what happened.

use leptos::prelude::*;

/// What kind of news it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Good,
    /// Something has to be looked at.
    Warn,
    /// It did not work.
    Error,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Good => "c-notice c-notice--good",
            Self::Warn => "c-notice c-notice--warn",
            Self::Error => "c-notice c-notice--error",
        }
    }

    /// News that something went wrong interrupts a screen reader.
    const fn role(self) -> &'static str {
        match self {
            Self::Good => "status",
            Self::Warn | Self::Error => "alert",
        }
    }
}

/// A box that says what happened.
#[component]
pub fn Notice<Content: IntoView + 'static>(
    /// What kind of news.
    tone: Tone,
    /// What tests look for.
    #[prop(optional)]
    testid: &'static str,
    /// What it says.
    children: TypedChildren<Content>,
) -> impl IntoView {
    view! {
        <div class=tone.class() role=tone.role() data-testid=(!testid.is_empty()).then_some(testid)>
            {children.into_inner()()}
        </div>
    }
}
