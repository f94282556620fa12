//! A form in two steps: first it sends a code to the number in it, then it is sent with that code.

use domain::FieldCode;
use l10n::{Text, t};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::form::Form;
use crate::ui::{Hidden, Html, IntoHtml, TextField, error_text};

/// How far somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Step {
    /// To write who they are.
    #[default]
    Number,
    /// To type the code that was sent.
    Code,
}

impl Step {
    /// The word of [`Code`](Self::Code) in the form.
    pub const CODE: &'static str = "code";

    /// The step that a form was sent in.
    pub fn of(form: &Form) -> Self {
        if form.get("step") == Self::CODE {
            Self::Code
        } else {
            Self::Number
        }
    }
}

/// What is wrong with the code that was typed, in words.
pub(crate) fn code_error(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::InvalidCode => cx.t(t::MEMBERS_JOIN_CODE_WRONG),
        code => error_text(cx, code),
    }
}

/// The end of the form: the button that sends a code; or the code, which is never put back into the page, and the button that
/// sends all of it.
#[component]
pub(crate) fn CodeStep(
    /// How far somebody is.
    step: Step,
    /// What is wrong with the code.
    error: Option<FieldCode>,
    /// What the form is called when it is sent with the code.
    command: &'static str,
    /// What its button says.
    text: Text,
) -> Html {
    let cx = Cx::here();
    match step {
        Step::Number => view! {
            <p>
                <button class="c-button c-button--primary c-button--block" name="command" value="code">
                    {cx.t(t::ACCOUNT_CODE_SEND)}
                </button>
            </p>
        }
        .into_html(),
        Step::Code => view! {
            <Hidden name="step" value=Step::CODE/>
            <TextField
                name="code"
                label=cx.t(t::ACCOUNT_CODE)
                value=""
                error
                error_text=error.map(|code| code_error(&cx, code)).unwrap_or_default()
                inputmode="numeric"
                autocomplete="one-time-code"
                is_ltr=true
                is_short=true
                maxlength=12
            />
            <p>
                <button class="c-button c-button--primary c-button--block" name="command" value=command>
                    {cx.t(text)}
                </button>
            </p>
            <p>
                <button class="c-button c-button--quiet" name="command" value="code">{cx.t(t::MEMBERS_JOIN_AGAIN)}</button>
            </p>
        }
        .into_html(),
    }
}
