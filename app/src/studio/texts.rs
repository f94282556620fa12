//! A text in three languages, side by side: what it says, and how each language stands.

use domain::{Locale, TranslationState};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::studio::EditText;

use crate::cx::Cx;
use crate::form::Form;
use crate::ui::{Html, IntoHtml, LongTextField, TextField, language_name};

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// One line.
    Line,
    /// Paragraphs.
    Prose,
}

/// A text that is edited: fields `<name>-<language>`.
#[derive(Clone, Debug)]
pub(super) struct Edited {
    /// First part of the fields' names.
    pub name: &'static str,
    /// What it is called on the page.
    pub label: Text,
    /// How to write it, if that needs saying.
    pub hint: Option<Text>,
    /// One line or paragraphs.
    pub length: Length,
    /// What is saved, one a language.
    pub saved: Vec<EditText>,
    /// What was typed, when it could not be saved.
    pub typed: Vec<(Locale, String)>,
    /// Outdated translations ticked as right, by their fields.
    pub right: Vec<String>,
    /// The language that must not be empty; none when all may be.
    pub required: Option<Locale>,
}

/// The texts of a form named `<name>-<language>`. A language that was not sent is left as it is.
pub(super) fn sent_texts(form: &Form, prefix: &str) -> Vec<(Locale, String)> {
    form.with_prefix(prefix)
        .filter_map(|(code, text)| Some((Locale::from_code(code)?, text.to_owned())))
        .collect()
}

/// The fields of outdated translations that were ticked as right.
pub(super) fn sent_right(form: &Form) -> Vec<String> {
    form.with_prefix(RIGHT).map(|(field, _)| field.to_owned()).collect()
}

/// Before the name of a translation's field: the box that says it is right although its source changed.
const RIGHT: &str = "right-";

/// The label of one language's field.
pub(super) fn field_label(cx: &Cx, label: Text, lang: Locale) -> String {
    cx.t(t::studio_field_in(cx.t(label), language_name(cx, lang)))
}

/// The fields of one text.
#[component]
pub(super) fn LanguageFields(
    /// The text.
    edited: Edited,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Somebody else saved in between: what is saved now is shown beside what was typed.
    is_conflict: bool,
) -> Html {
    let fields = edited
        .saved
        .iter()
        .map(|saved| {
            let typed = edited
                .typed
                .iter()
                .find(|(lang, _)| *lang == saved.lang)
                .map(|(_, text)| text.clone());
            view! {
                <LanguageField
                    edited=edited.clone()
                    saved=saved.clone()
                    typed
                    errors=errors.clone()
                    is_conflict
                />
            }
        })
        .collect_view();
    view! { <div class="c-langs">{fields}</div> }.into_html()
}

/// One language of a text.
#[component]
fn LanguageField(
    /// The text.
    edited: Edited,
    /// What is saved in this language.
    saved: EditText,
    /// What was typed, when it could not be saved.
    typed: Option<String>,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Somebody else saved in between.
    is_conflict: bool,
) -> Html {
    let cx = Cx::here();
    let name = format!("{}-{}", edited.name, saved.lang.code());
    let label = field_label(&cx, edited.label, saved.lang);
    let hint = edited.hint.map(|hint| cx.t(hint)).unwrap_or_default();
    let error = errors.of(&name);
    let may_be_empty = edited.required != Some(saved.lang);
    let lang = Some(saved.lang);
    let overtaken = typed
        .as_ref()
        .filter(|typed| is_conflict && typed.replace("\r\n", "\n") != saved.text)
        .map(|_| view! { <SavedNow text=saved.text.clone() lang=Some(saved.lang)/> });
    let confirmed = match saved.state {
        Some(TranslationState::Outdated) => Some(t::STUDIO_STILL_RIGHT),
        Some(TranslationState::Machine) => Some(t::STUDIO_MACHINE_RIGHT),
        _ => None,
    };
    let still_right = confirmed.map(|text| {
        let checked = edited.right.contains(&name);
        let text = cx.t(text);
        // There may be four of them on a page.
        let of_what = format!("{text} ({label})");
        view! {
            <label class="c-check">
                <input type="checkbox" name=format!("{RIGHT}{name}") value="1" checked=checked aria-label=of_what/>
                <span>{text}</span>
            </label>
        }
    });
    let badge = view! { <StateBadge state=saved.state/> };
    let value = typed.unwrap_or(saved.text);
    let field = match edited.length {
        Length::Line => view! { <TextField name label hint value error may_be_empty lang/> }.into_html(),
        Length::Prose => view! { <LongTextField name label hint value error may_be_empty lang rows=10/> }.into_html(),
    };
    view! { <div class="c-stack">{field}<p>{badge}</p>{still_right}{overtaken}</div> }.into_html()
}

/// What somebody else saved in between.
#[component]
pub(super) fn SavedNow(
    /// The saved text.
    text: String,
    /// Its language; none for numbers and addresses, which run from left to right everywhere.
    lang: Option<Locale>,
) -> Html {
    let cx = Cx::here();
    let (dir, lang) = (if lang.is_some() { "auto" } else { "ltr" }, lang.map(Locale::bcp47));
    let paragraphs = text
        .lines()
        .map(|line| view! { <p lang=lang dir=dir>{line.to_owned()}</p> })
        .collect_view();
    view! { <details><summary>{cx.t(t::STUDIO_CONFLICT_SAVED)}</summary>{paragraphs}</details> }.into_html()
}

/// How a language stands.
#[component]
pub(super) fn StateBadge(
    /// Its state; none when there is no text.
    state: Option<TranslationState>,
) -> Html {
    let cx = Cx::here();
    let (text, class, word) = match state {
        Some(TranslationState::Source) => (t::STUDIO_STATE_SOURCE, "c-badge c-badge--good", "source"),
        Some(TranslationState::Human) => (t::STUDIO_STATE_HUMAN, "c-badge c-badge--good", "human"),
        Some(TranslationState::Machine) => (t::STUDIO_STATE_MACHINE, "c-badge c-badge--quiet", "machine"),
        Some(TranslationState::Outdated) => (t::STUDIO_STATE_OUTDATED, "c-badge c-badge--warn", "outdated"),
        None => (t::STUDIO_STATE_MISSING, "c-badge c-badge--error", "missing"),
    };
    view! { <span class=class data-testid="text-state" data-state=word>{cx.t(text)}</span> }.into_html()
}
