//! What states and commands are called.

use domain::{BOX_MARK, Direction, FieldCode, Locale, VersionCommand, VersionState, names_contact};
use l10n::{Text, t};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, language_name};

/// How a version stands.
pub(super) const fn state_name(state: VersionState) -> Text {
    match state {
        VersionState::Suggested => t::TRANSLATE_STATE_SUGGESTED,
        VersionState::Approved => t::TRANSLATE_STATE_APPROVED,
        VersionState::Rejected => t::TRANSLATE_STATE_REJECTED,
        VersionState::Withdrawn => t::TRANSLATE_STATE_WITHDRAWN,
        VersionState::Replaced => t::TRANSLATE_STATE_REPLACED,
        VersionState::Undone => t::TRANSLATE_STATE_UNDONE,
    }
}

/// A button that does something with a version.
pub(super) const fn command_name(command: VersionCommand) -> Text {
    match command {
        VersionCommand::Approve => t::TRANSLATE_APPROVE,
        VersionCommand::Reject => t::TRANSLATE_REJECT,
        VersionCommand::Withdraw => t::TRANSLATE_WITHDRAW,
        VersionCommand::Undo => t::TRANSLATE_UNDO,
    }
}

/// A language of texts by its folder, English among them.
pub(super) fn folder_name(cx: &Cx, folder: &str) -> String {
    let locale = Locale::all().iter().find(|locale| locale.folder() == folder);
    locale.map_or_else(|| cx.t(t::TRANSLATE_ENGLISH), |locale| language_name(cx, *locale))
}

/// A text as it is written, taken apart: words, and what stands between `{` and `}` with no brackets of its own.
fn stretches(text: &str) -> Vec<(&str, bool)> {
    let mut stretches = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(place) = text[at..].find('{') {
        at += place;
        let Some(length) = placeable_at(&text[at..]) else {
            at += 1;
            continue;
        };
        if from < at {
            stretches.push((&text[from..at], false));
        }
        stretches.push((&text[at..at + length], true));
        at += length;
        from = at;
    }
    if from < text.len() {
        stretches.push((&text[from..], false));
    }
    stretches
}

/// How long what is filled in is that begins a text, bytes: `{ $name }`.
pub(super) fn placeable_at(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('{')?;
    let end = inside.find(['{', '}'])?;
    inside[end..].starts_with('}').then_some(end + 2)
}

/// A text for the box it is written in. A box has no elements, so where it runs from right to left, signs that are not seen keep
/// each variable as it is written.
pub(super) fn for_box(source: &str, lang: Locale) -> String {
    let plain = source.replace(BOX_MARK, "");
    if lang.dir() == Direction::Ltr {
        return plain;
    }
    let mut text = String::with_capacity(plain.len());
    for (words, is_filled_in) in stretches(&plain) {
        let mark = is_filled_in.then_some(BOX_MARK);
        text.extend(mark);
        text.push_str(words);
        text.extend(mark);
    }
    text
}

/// Words of a text with what fills them in apart: a variable is written from left to right in every language.
pub(super) fn marked_up(text: &str) -> Html {
    let shown = stretches(text)
        .into_iter()
        .map(|(words, is_filled_in)| {
            let words = words.to_owned();
            if is_filled_in {
                view! { <bdi dir="ltr">{words}</bdi> }.into_html()
            } else {
                view! { <span>{words}</span> }.into_html()
            }
        })
        .collect_view();
    view! { {shown} }.into_html()
}

/// A text as it is written, in its language.
#[component]
pub(super) fn Source(
    /// The text.
    source: String,
    /// Its language; English where there is none.
    #[prop(default = None)]
    lang: Option<Locale>,
) -> Html {
    let tag = lang.map_or("en", Locale::bcp47);
    let dir = lang.map_or("ltr", |lang| lang.dir().as_str());
    view! { <p class="c-source" lang=tag dir=dir>{marked_up(&source)}</p> }.into_html()
}

/// The name of a text, as files have it.
#[component]
pub(super) fn UnitName(
    /// The name.
    #[prop(into)]
    name: String,
) -> Html {
    view! { <bdi class="c-source" dir="ltr" translate="no">{name}</bdi> }.into_html()
}

/// Why a remark was not taken that says how somebody is reached; empty where it was for another reason.
pub(super) fn contact_error(cx: &Cx, error: Option<FieldCode>, typed: &str) -> String {
    if error == Some(FieldCode::InvalidText) && names_contact(typed) {
        cx.t(t::TRANSLATE_CONTACT)
    } else {
        String::new()
    }
}

/// A person, or that nobody knows any more who it was.
pub(super) fn person(cx: &Cx, name: &str) -> String {
    if name.is_empty() {
        cx.t(t::TRANSLATE_SOMEBODY)
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_stands_apart_from_the_words() {
        assert_eq!(
            stretches("{ $more } يەنە { $count }"),
            [("{ $more }", true), (" يەنە ", false), ("{ $count }", true)]
        );
        assert_eq!(
            stretches("{ $n ->\n   *[other] { $n } دانە\n}"),
            [("{ $n ->\n   *[other] ", false), ("{ $n }", true), (" دانە\n}", false)]
        );
        for plain in ["Cart", "{", "}{", "a } b { c"] {
            assert_eq!(stretches(plain), [(plain, false)]);
        }
        assert!(stretches("").is_empty());
    }

    #[test]
    fn a_variable_in_a_box_is_marked_where_the_box_runs_from_right_to_left() {
        let source = "{ $page } بەت، { $pages }";
        let marked = for_box(source, Locale::Ug);
        assert_eq!(marked, "\u{200E}{ $page }\u{200E} بەت، \u{200E}{ $pages }\u{200E}");
        // What comes back from a form that was not taken is not marked twice.
        assert_eq!(for_box(&marked, Locale::Ug), marked);
        assert_eq!(domain::parse_source(&marked).as_deref(), Ok(source));
        assert_eq!(for_box(&marked, Locale::Es), source);
    }

    #[test]
    fn a_variable_runs_from_left_to_right_in_every_language() {
        let html = Owner::new().with(|| {
            let source = "{ $more } <b>".to_owned();
            view! { <Source source lang=Some(Locale::Ug)/> }.to_html()
        });
        assert!(
            html.contains("dir=\"rtl\"") && html.contains("<bdi dir=\"ltr\">{ $more }</bdi>"),
            "{html}"
        );
        assert!(html.contains("&lt;b&gt;"), "{html}");
    }
}
