//! What the pages about the district's own data share: stations, categories, search words.

use domain::{Action, ErrorCode, FieldCode, Locale, Subject, rights};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;

use super::frame::SETTINGS;
use crate::cx::Cx;
use crate::form::Form;
use crate::routes::{CentreCategories, CentreSearchWords, CentreSettings, CentreStations};
use crate::ui::{Html, IntoHtml, RefusedNotice, TextField, WrongField, error_text, language_name};

const STATIONS: &str = "/centre/stations";
const CATEGORIES: &str = "/centre/categories";
const SEARCH_WORDS: &str = "/centre/search-words";

/// Whether the page at this path has the second menu besides the settings.
pub(super) fn is_of_district(path: &str) -> bool {
    [STATIONS, CATEGORIES, SEARCH_WORDS]
        .iter()
        .any(|place| path.starts_with(place))
}

/// The second menu: what the Centre sets. Other pages show nothing here.
#[component]
pub(super) fn DistrictMenu() -> Html {
    let cx = Cx::here();
    let is_here = cx.path().starts_with(SETTINGS) || is_of_district(cx.path());
    if !is_here || rights::may(cx.actor(), Action::EditSettings, Subject::Centre).is_err() {
        return Html::new("");
    }
    let link = |url: String, text: Text, place: &str| {
        view! { <a href=url aria-current=cx.path().starts_with(place).then_some("page")>{cx.t(text)}</a> }
    };
    view! {
        <nav class="c-tabs" aria-label=cx.t(t::DISTRICT_NAV) data-testid="district-menu">
            {link(cx.url(&CentreSettings::new()), t::DISTRICT_NAV_GENERAL, SETTINGS)}
            {link(cx.url(&CentreStations::new()), t::DISTRICT_STATIONS_TITLE, STATIONS)}
            {link(cx.url(&CentreCategories::new()), t::DISTRICT_CATEGORIES_TITLE, CATEGORIES)}
            {link(cx.url(&CentreSearchWords::new()), t::DISTRICT_WORDS_TITLE, SEARCH_WORDS)}
        </nav>
    }
    .into_html()
}

/// The wrong fields for the summary at the top; `words` says what each is called, and what is said of it instead of the
/// general text.
pub(super) fn wrong_fields(
    cx: &Cx,
    errors: &FieldErrors,
    words: impl Fn(&str, FieldCode) -> (String, Option<String>),
) -> Vec<WrongField> {
    let wrong = errors.iter().map(|(name, code)| {
        let (label, special) = words(name, code);
        WrongField {
            name: name.to_owned(),
            label,
            text: special.unwrap_or_else(|| error_text(cx, code)),
        }
    });
    wrong.collect()
}

/// A field that says something else than what is saved by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Differing {
    /// Its name in the form.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What is saved.
    pub saved: String,
}

/// The fields `<field>-<lang>` that differ.
pub(super) fn differing_languages(
    cx: &Cx,
    (field, label): (&str, Text),
    typed: &[String; 3],
    saved: &[String; 3],
) -> Vec<Differing> {
    let both = Locale::BUILT_IN.into_iter().zip(typed.iter().zip(saved));
    both.filter(|(_, (typed, saved))| typed.trim() != saved.trim())
        .map(|(lang, (_, saved))| Differing {
            name: format!("{field}-{}", lang.code()),
            label: in_language(cx, label, lang),
            saved: saved.clone(),
        })
        .collect()
}

/// What was done with the form before, or why this one was not carried out.
#[component]
pub(super) fn Outcome(
    /// What was done.
    done: Option<Text>,
    /// A rule that says no.
    refused: Option<ErrorCode>,
    /// The page as it is saved, where somebody else may have changed it.
    #[prop(default = None)]
    saved_at: Option<String>,
    /// Where what was typed is another than what is saved by now.
    #[prop(default = Vec::new())]
    differing: Vec<Differing>,
) -> Html {
    let cx = Cx::here();
    match (refused, saved_at) {
        (Some(ErrorCode::InvalidTransition), Some(url)) => view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                <p>{cx.t(t::DISTRICT_CONFLICT)}</p>
                <DifferingFields fields=differing/>
                <p><a href=url target="_blank" rel="noopener">{cx.t(t::DISTRICT_CONFLICT_LOOK)}</a></p>
            </div>
        }
        .into_html(),
        (Some(code), _) => view! { <RefusedNotice code=Some(code)/> }.into_html(),
        (None, _) => done
            .map(|text| view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> })
            .into_html(),
    }
}

/// What is saved in the fields that say something else, each with the way to it.
#[component]
fn DifferingFields(
    /// The fields.
    fields: Vec<Differing>,
) -> Html {
    let cx = Cx::here();
    if fields.is_empty() {
        return Html::new("");
    }
    let lines = fields
        .into_iter()
        .map(|field| {
            let saved = if field.saved.is_empty() {
                "–".to_owned()
            } else {
                field.saved
            };
            let href = format!("#{}", components::field_id(&field.name));
            view! { <li><a class="c-link" href=href>{field.label}</a>": "<bdi>{saved}</bdi></li> }
        })
        .collect_view();
    view! {
        <p>{cx.t(t::DISTRICT_CONFLICT_SAVED)}</p>
        <ul data-testid="differing">{lines}</ul>
    }
    .into_html()
}

/// What is called so in one language.
pub(super) fn in_language(cx: &Cx, label: Text, lang: Locale) -> String {
    cx.t(t::centre_settings_field_in(cx.t(label), language_name(cx, lang)))
}

/// The label of the field `<field>-<lang>`, when `name` is one.
pub(super) fn language_label(cx: &Cx, name: &str, field: &str, label: Text) -> Option<String> {
    let lang = Locale::from_code(name.strip_prefix(field)?.strip_prefix('-')?)?;
    Some(in_language(cx, label, lang))
}

/// What was typed into the fields `<field>-<lang>`, in the order of the languages.
pub(super) fn sent_languages(form: &Form, field: &str) -> [String; 3] {
    Locale::BUILT_IN.map(|lang| form.get(&format!("{field}-{}", lang.code())).to_owned())
}

/// A text in all languages, a field each: `<field>-<lang>`.
#[component]
pub(super) fn LanguageFields(
    /// What the fields' names begin with.
    field: &'static str,
    /// What it is called.
    label: Text,
    /// What stands in the fields, in the order of the languages.
    values: [String; 3],
    /// What is wrong.
    errors: FieldErrors,
    /// Whether it has to be there in one of them: the first one then says so as long as all are empty.
    #[prop(optional)]
    needs_one: bool,
) -> Html {
    let cx = Cx::here();
    let has_none = values.iter().all(|value| value.trim().is_empty());
    let needed = (needs_one && has_none).then_some(Locale::Ug);
    let fields = Locale::BUILT_IN
        .into_iter()
        .zip(values)
        .map(|(lang, value)| {
            let name = format!("{field}-{}", lang.code());
            view! {
                <TextField
                    label=in_language(&cx, label, lang)
                    value
                    error=errors.of(&name)
                    name
                    may_be_empty=needed != Some(lang)
                    lang=Some(lang)
                />
            }
        })
        .collect_view();
    view! { <div class="c-langs">{fields}</div> }.into_html()
}
