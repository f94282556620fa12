//! Fields of forms: label, hint, what was typed, and what is wrong with it, tied together for screen readers.
//!
//! Forms carry `novalidate`: a browser would complain in its own language, the shop does it in the page's.

use components::{error_id, field_id, hint_id};
use domain::{FieldCode, Locale};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;

use super::safe::TextArea;
use crate::cx::Cx;
use crate::html::{Contents, Html, IntoHtml};

/// The ids of the texts that belong to the input, for `aria-describedby`.
fn described_by(name: &str, hint: &str, error: Option<FieldCode>) -> Option<String> {
    components::described_by(name, !hint.is_empty(), error.is_some())
}

/// Characters that no form of the shop could bring: nothing is cut before the shop itself says that a text is too long.
const MORE_THAN_A_FORM: u32 = 1_000_000;

fn field_class(error: Option<FieldCode>, is_short: bool) -> &'static str {
    components::field_class(error.is_some(), is_short)
}

/// The general text of a field's error.
pub fn error_text(cx: &Cx, code: FieldCode) -> String {
    cx.t(components::field_error_text(code))
}

/// What is wrong with an amount of money that came in or was sent back.
pub fn amount_error_text(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::InvalidPrice => cx.t(t::FORM_AMOUNT),
        code => error_text(cx, code),
    }
}

/// The same of a text in a field that takes so many characters, 0 for any: one that is too long hears by how much.
pub fn length_error_text(cx: &Cx, code: FieldCode, most: u32, typed: &str) -> String {
    match code {
        FieldCode::TooLong if most > 0 => {
            let number = |count: usize| format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
            let length = typed.replace("\r\n", "\n").trim().chars().count();
            cx.t(t::form_too_long(number(most as usize), number(length)))
        }
        code => error_text(cx, code),
    }
}

/// A field's own text of its error, else the general one.
fn said(error_text: String, error: Option<FieldCode>, most: u32, typed: &str) -> String {
    match error {
        Some(code) if error_text.is_empty() => length_error_text(&Cx::here(), code, most, typed),
        _ => error_text,
    }
}

/// What is wrong with the field `name`, and what `text` says of it: the `error` and the `error_text` of a field.
pub fn error_of(
    errors: &FieldErrors,
    name: &str,
    text: impl FnOnce(FieldCode) -> String,
) -> (Option<FieldCode>, String) {
    let error = errors.of(name);
    (error, error.map(text).unwrap_or_default())
}

/// What is wrong with the field `name`, right beside it.
#[component]
pub fn FieldError(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// What is wrong, if anything.
    error: Option<FieldCode>,
    /// What to say instead of the general text of the code.
    #[prop(optional, into)]
    text: String,
) -> Html {
    let cx = Cx::here();
    error
        .map(|code| {
            let text = if text.is_empty() { error_text(&cx, code) } else { text };
            view! { <p class="c-field__error" id=error_id(&name)>{text}</p> }
        })
        .into_html()
}

/// A field in a line of its own: label, hint, input, error.
#[component]
fn FieldFrame(
    /// Name of the field.
    name: String,
    /// What it is called on the page.
    label: String,
    /// How to fill it; may be empty.
    hint: String,
    /// What is wrong, if anything.
    error: Option<FieldCode>,
    /// What to say instead of the general text of the code.
    #[prop(optional)]
    error_text: String,
    /// Whether it may stay empty.
    may_be_empty: bool,
    /// Whether it holds a code or a number.
    is_short: bool,
    /// How the label looks.
    #[prop(default = "c-field__label")]
    label_class: &'static str,
    /// The input.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    // A field that has to be filled in, after all, is not called optional at the same time.
    let is_optional = may_be_empty && error != Some(FieldCode::Required);
    let optional = is_optional.then(|| {
        view! { " " <small class="c-muted">{cx.t(t::FORM_OPTIONAL)}</small> }
    });
    let hint = (!hint.is_empty()).then(|| view! { <p class="c-field__hint" id=hint_id(&name)>{hint}</p> });
    view! {
        <div class=field_class(error, is_short)>
            <label class=label_class for=field_id(&name)>{label}{optional}</label>
            {hint}
            {children.into_inner()}
            <FieldError name error text=error_text/>
        </div>
    }
    .into_html()
}

/// A text of one line.
#[component]
pub fn TextField(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// What it is called on the page.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(into)]
    value: String,
    /// How to fill it.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong, if anything.
    #[prop(default = None)]
    error: Option<FieldCode>,
    /// What to say instead of the general text of the error's code.
    #[prop(optional, into)]
    error_text: String,
    /// The input's `type`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in, a token of the HTML standard.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The keyboard a phone shows.
    #[prop(optional)]
    inputmode: &'static str,
    /// Phones, codes and amounts run from left to right in every language.
    #[prop(optional)]
    is_ltr: bool,
    /// A code or a number: a narrow input.
    #[prop(optional)]
    is_short: bool,
    /// Whether it may stay empty.
    #[prop(optional)]
    may_be_empty: bool,
    /// Longest text in characters; 0 when a browser is not to cut it.
    #[prop(default = 120)]
    maxlength: u32,
    /// The language to be typed, where it is not the page's.
    #[prop(default = None)]
    lang: Option<Locale>,
) -> Html {
    let error_text = said(error_text, error, maxlength, &value);
    let input = view! {
        <input
            class="c-field__input"
            id=field_id(&name)
            name=name.clone()
            type=kind
            value=value
            dir=if is_ltr { "ltr" } else { "auto" }
            lang=lang.map(Locale::bcp47)
            autocomplete=autocomplete
            inputmode=(!inputmode.is_empty()).then_some(inputmode)
            maxlength=(maxlength > 0).then_some(maxlength)
            required=!may_be_empty
            aria-invalid=error.map(|_| "true")
            aria-describedby=described_by(&name, &hint, error)
        />
    };
    view! { <FieldFrame name label hint error error_text may_be_empty is_short>{input}</FieldFrame> }.into_html()
}

/// A text of several lines.
#[component]
pub fn LongTextField(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// What its id is made of, where another field of the page has this name.
    #[prop(optional, into)]
    id: String,
    /// What it is called on the page.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(into)]
    value: String,
    /// How to fill it.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong, if anything.
    #[prop(default = None)]
    error: Option<FieldCode>,
    /// What to say instead of the general text of the error's code.
    #[prop(optional, into)]
    error_text: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    may_be_empty: bool,
    /// Longest text in characters; 0 when a browser is not to cut it.
    #[prop(default = 5000)]
    maxlength: u32,
    /// Rows shown.
    #[prop(default = 6)]
    rows: u32,
    /// The language to be typed, where it is not the page's.
    #[prop(default = None)]
    lang: Option<Locale>,
    /// Whether it has signs of Fluent: it runs as its language does then, whatever it begins with.
    #[prop(optional)]
    is_source: bool,
) -> Html {
    let id = if id.is_empty() { name.clone() } else { id };
    let described = described_by(&id, &hint, error).unwrap_or_default();
    let error_text = said(error_text, error, maxlength, &value);
    let maxlength = if maxlength == 0 { MORE_THAN_A_FORM } else { maxlength };
    let (field, invalid) = (field_id(&id), error.is_some());
    let dir = lang.filter(|_| is_source).map(Locale::dir);
    let lang = lang.map(Locale::bcp47).unwrap_or_default();
    let input =
        view! { <TextArea name id=field value lang dir rows maxlength invalid described_by=described/> }.into_html();
    view! { <FieldFrame name=id label hint error error_text may_be_empty is_short=false>{input}</FieldFrame> }
        .into_html()
}

/// A file, from the phone's camera or its store. It is sent by a form of `multipart/form-data`. Its label is the button: a
/// browser's own would be in the browser's language.
#[component]
pub fn FileField(
    /// Name of the field.
    name: &'static str,
    /// What its id is made of, where another field of the page has this name.
    #[prop(default = None)]
    id: Option<String>,
    /// What it is called on the page.
    #[prop(into)]
    label: String,
    /// How to fill it.
    #[prop(into)]
    hint: String,
    /// The kinds of files, as the `accept` of HTML.
    accept: &'static str,
    /// What is wrong, if anything.
    #[prop(default = None)]
    error: Option<FieldCode>,
    /// What to say instead of the general text of the error's code.
    #[prop(optional, into)]
    error_text: String,
) -> Html {
    let id = id.unwrap_or_else(|| name.to_owned());
    let input = view! {
        <input
            class="c-field__input"
            id=field_id(&id)
            name=name
            type="file"
            accept=accept
            required
            aria-invalid=error.map(|_| "true")
            aria-describedby=described_by(&id, &hint, error)
        />
    };
    view! {
        <FieldFrame
            name=id
            label
            hint
            error
            error_text
            may_be_empty=false
            is_short=false
            label_class="c-button"
        >
            {input}
        </FieldFrame>
    }
    .into_html()
}

/// One choice of a [`SelectField`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read, isolated already where it mixes directions.
    pub label: String,
    /// The language of the label, where it may not be the page's.
    pub lang: Option<Locale>,
}

impl Choice {
    /// A choice named in the page's language.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            lang: None,
        }
    }

    /// Says which language the label is in.
    #[must_use]
    pub fn lang(mut self, lang: Locale) -> Self {
        self.lang = Some(lang);
        self
    }
}

/// One of many, as a list that opens. A group without a name shows its choices unframed.
#[component]
pub fn SelectField(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// What it is called on the page.
    #[prop(into)]
    label: String,
    /// The value chosen, empty when none is.
    #[prop(into)]
    value: String,
    /// The line for "nothing chosen yet".
    #[prop(into)]
    placeholder: String,
    /// Choices, by group.
    groups: Vec<(String, Vec<Choice>)>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong, if anything.
    #[prop(default = None)]
    error: Option<FieldCode>,
    /// What to say instead of the general text of the code.
    #[prop(optional)]
    error_text: String,
    /// What the browser may fill in, a token of the HTML standard.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether nothing may be chosen.
    #[prop(optional)]
    may_be_empty: bool,
) -> Html {
    let options = |choices: Vec<Choice>, value: &str| {
        choices
            .into_iter()
            .map(|choice| {
                let selected = choice.value == value;
                view! {
                    <option value=choice.value selected=selected lang=choice.lang.map(Locale::bcp47)>{choice.label}</option>
                }
            })
            .collect_view()
    };
    let groups = groups
        .into_iter()
        .map(|(title, choices)| {
            let options = options(choices, &value);
            if title.is_empty() {
                options.into_html()
            } else {
                view! { <optgroup label=title>{options}</optgroup> }.into_html()
            }
        })
        .collect_view();
    let input = view! {
        <select
            class="c-field__input"
            id=field_id(&name)
            name=name.clone()
            autocomplete=autocomplete
            required=!may_be_empty
            aria-invalid=error.map(|_| "true")
            aria-describedby=described_by(&name, &hint, error)
        >
            <option value="">{placeholder}</option>
            {groups}
        </select>
    };
    // What is optional about a list shows in its first line.
    view! { <FieldFrame name label hint error error_text may_be_empty=false is_short=false>{input}</FieldFrame> }
        .into_html()
}

/// A value the form carries along.
#[component]
pub fn Hidden(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// Its value.
    #[prop(into)]
    value: String,
) -> Html {
    view! { <input type="hidden" name=name value=value/> }.into_html()
}

/// A wrong field, for the summary at the top of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongField {
    /// Name of the field.
    pub name: String,
    /// What it is called on the page.
    pub label: String,
    /// What is wrong.
    pub text: String,
}

/// What is wrong with a form, with links to the fields. Shows nothing when nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// The wrong fields, in the order of the form.
    fields: Vec<WrongField>,
    /// What to say above them instead of the general text.
    #[prop(default = None)]
    title: Option<Text>,
) -> Html {
    let cx = Cx::here();
    if fields.is_empty() {
        return Html::new("");
    }
    let links = fields
        .into_iter()
        .map(|field| {
            view! { <li><a href=format!("#{}", field_id(&field.name))>{field.label}</a>" — "{field.text}</li> }
        })
        .collect_view();
    let title = title.map_or_else(|| cx.t_id("error-invalid"), |title| cx.t(title));
    view! {
        <div class="c-notice c-notice--error" id="errors" role="alert" tabindex="-1" autofocus=true>
            <strong>{title}</strong>
            <ul>{links}</ul>
        </div>
    }
    .into_html()
}

/// Why a whole request was not carried out.
#[component]
pub fn RefusedNotice(
    /// The reason; nothing is shown without one.
    code: Option<domain::ErrorCode>,
) -> Html {
    let cx = Cx::here();
    code.map(|code| {
        let text = cx.t_id(&format!("error-{}", code.as_str()));
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                <strong>{cx.t(t::ERROR_TITLE)}</strong>
                <p>{text}</p>
            </div>
        }
    })
    .into_html()
}
