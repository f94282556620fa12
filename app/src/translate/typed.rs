//! What was typed into the forms of a text.

use domain::{ErrorCode, VersionCommand};
use l10n::Finding;
use l10n::forms::{Forms, join, split, to_fill_in};
use service::FieldErrors;
use service::wording::UnitView;

use super::among::Among;
use crate::form::Form;
use crate::not_saved::NotSaved;
use crate::query::value_of;

/// Begins the names of the fields for the forms of a text: `form-one`.
pub(super) const FORM: &str = "form-";

/// A form that was not taken, as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// What the text is to say.
    pub source: Option<String>,
    /// The same where it was typed form by form.
    pub forms: Option<Forms>,
    /// The page of the shop from which its writer came; empty when they came from none.
    pub back: String,
    /// The part of the list from which its writer came.
    pub among: Among,
    /// What its writer says about it.
    pub note: String,
    /// Whether it means the same as before.
    pub is_small: bool,
    /// An answer to a question.
    pub answer: Option<String>,
    /// A comment.
    pub comment: Option<String>,
    /// Why a version is not right, with the number of that version.
    pub reason: Option<(String, String)>,
    /// The English text that its writer saw, by its hash.
    pub english: String,
    /// What the check found in the text.
    pub findings: Vec<Finding>,
    /// Somebody else's wording stands there by now, or the English text is another one.
    pub is_changed: bool,
    /// What is wrong.
    pub why: NotSaved,
}

impl Typed {
    /// The fields of the form, and why it was not taken.
    pub fn of(form: &Form, why: NotSaved) -> Self {
        let said = |name: &str| Some(form.get(name).to_owned()).filter(|_| form.get("do") == name);
        let is_text = form.get("do") == "suggest";
        Self {
            source: is_text.then(|| source_of(form)),
            forms: forms_in(form).filter(|_| is_text),
            back: String::new(),
            among: Among::default(),
            note: form.get("note").to_owned(),
            is_small: !form.get("small").is_empty(),
            answer: said("answer"),
            comment: said("comment"),
            reason: (form.get("do") == VersionCommand::Reject.as_str())
                .then(|| (form.get("version").to_owned(), form.get("reason").to_owned())),
            english: form.get("english").to_owned(),
            findings: Vec::new(),
            is_changed: false,
            why,
        }
    }

    /// What is wrong with the fields.
    pub const fn errors(&self) -> &FieldErrors {
        &self.why.errors
    }

    /// A rule that says no.
    pub const fn refused(&self) -> Option<ErrorCode> {
        self.why.refused
    }
}

/// The source that a form sends: as it is, or a form for each value of a variable.
pub(super) fn source_of(form: &Form) -> String {
    forms_in(form).map_or_else(|| form.get("source").to_owned(), |forms| join(&forms))
}

fn forms_in(form: &Form) -> Option<Forms> {
    let variable = form.get("variable");
    let forms = form.with_prefix(FORM);
    (!variable.is_empty()).then(|| Forms {
        variable: variable.to_owned(),
        forms: forms.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
        default: form.get("default").to_owned(),
    })
}

/// The fields for a text: one for each form where it is a choice, unless Fluent is asked for. What was typed stays in the fields
/// it was typed in.
pub(super) fn forms_of(view: &UnitView, typed: &Typed, query: &str) -> Option<Forms> {
    if typed.source.is_some() {
        return typed.forms.clone();
    }
    if value_of(query, "raw") == "1" {
        return None;
    }
    if view.standing.is_empty() {
        return to_fill_in(&view.english, view.language.folder());
    }
    split(&view.standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Form::of(fields.iter().map(owned).collect())
    }

    #[test]
    fn forms_become_one_text() {
        let fields = [
            ("do", "suggest"),
            ("variable", "count"),
            ("default", "other"),
            ("form-one", "un producto"),
            ("form-other", "{ $count } productos"),
        ];
        let expected = "{ $count ->\n    [one] un producto\n   *[other] { $count } productos\n}";
        assert_eq!(source_of(&form(&fields)), expected);
        assert_eq!(
            Typed::of(&form(&fields), NotSaved::default()).source.as_deref(),
            Some(expected)
        );
        assert_eq!(source_of(&form(&[("source", "Cesta")])), "Cesta");
    }

    #[test]
    fn what_was_typed_into_one_form_is_not_in_the_others() {
        let typed = Typed::of(&form(&[("do", "comment"), ("comment", "Hm?")]), NotSaved::default());
        assert_eq!(
            (typed.source, typed.answer, typed.comment.as_deref()),
            (None, None, Some("Hm?"))
        );
    }
}
