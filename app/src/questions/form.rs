//! The form in which somebody asks about a product: without an account, and the same for everybody.

use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;

use crate::cx::Cx;
use crate::routes::ProductQuestions;
use crate::ui::{Html, IntoHtml, LongTextField, TextField};

/// What the id of the field is made of: other forms of a product's page have a text, too.
pub(super) const QUESTION: &str = "question";
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
) -> Html {
    let cx = Cx::here();
    view! {
        <form
            class="c-form"
            method="post"
            action=cx.url(&ProductQuestions::new(&slug))
            novalidate
            data-testid="ask-about-product"
        >
            <LongTextField
                name="text"
                id=QUESTION
                label=cx.t(t::QUESTIONS_TEXT)
                hint=cx.t(t::QUESTIONS_TEXT_HINT)
                value=typed.text
                error=typed.errors.of("text")
                maxlength=500
                rows=3
            />
            <TextField
                name=PHONE
                label=cx.t(t::QUESTIONS_PHONE)
                hint=cx.t(t::QUESTIONS_PHONE_HINT)
                value=typed.phone
                error=typed.errors.of(PHONE)
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
