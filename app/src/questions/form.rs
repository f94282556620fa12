//! The form in which somebody asks about a product: without an account, and the same for everybody.

use domain::{FieldCode, QuestionText};
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;

use crate::cx::Cx;
use crate::routes::ProductQuestions;
use crate::ui::{Html, IntoHtml, LongTextField, TextField, error_of, error_text};

/// What the id of the field is made of: other forms of a product's page have a text, too.
pub(super) const QUESTION: &str = "question";
/// Longest question, characters.
pub(super) const TEXT_MAX: u32 = QuestionText::MAX as u32;
/// The number to be told at.
pub(super) const PHONE: &str = "answer-phone";

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// The question.
    pub text: String,
    /// The number.
    pub phone: String,
    /// What is wrong.
    pub errors: FieldErrors,
}

/// The form.
#[component]
pub(super) fn AskForm(
    /// The product's name in the URL.
    slug: String,
    /// What was typed.
    typed: Typed,
    /// Whether it stands on another page than what answers it: that one opens under its own address then.
    #[prop(optional)]
    is_elsewhere: bool,
) -> Html {
    let cx = Cx::here();
    let (wrong_phone, phone_text) = error_of(&typed.errors, PHONE, |code| phone_error_text(&cx, code));
    view! {
        <form
            class="c-form"
            method="post"
            action=cx.url(&ProductQuestions::new(&slug))
            novalidate
            data-plain=is_elsewhere.then_some("")
            data-testid="ask-about-product"
        >
            <LongTextField
                name="text"
                id=QUESTION
                label=cx.t(t::QUESTIONS_TEXT)
                hint=cx.t(t::QUESTIONS_TEXT_HINT)
                value=typed.text
                error=typed.errors.of("text")
                maxlength=TEXT_MAX
                rows=3
            />
            <TextField
                name=PHONE
                label=cx.t(t::QUESTIONS_PHONE)
                hint=cx.t(t::QUESTIONS_PHONE_HINT)
                value=typed.phone
                error=wrong_phone
                error_text=phone_text
                kind="tel"
                inputmode="tel"
                autocomplete="tel"
                is_ltr=true
                may_be_empty=true
                maxlength=30
            />
            <p><button class="c-button" name="command" value="ask">{cx.t(t::QUESTIONS_SEND)}</button></p>
        </form>
    }
    .into_html()
}

/// What is wrong with the number.
pub(super) fn phone_error_text(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::InvalidChoice => cx.t(t::RESTOCK_NEVER),
        FieldCode::TooMuch => cx.t(t::QUESTIONS_PHONE_MOST),
        code => error_text(cx, code),
    }
}
