//! How one text looks: what it is translated from, the field, and what helps.

use domain::{Locale, UnitWork};
use l10n::forms::Forms;
use l10n::unit::{UnitId, source_hash};
use l10n::{Level, Text, t};
use leptos::prelude::*;
use service::wording::{Outdated, Question, UnitView};

use super::beside::{Beside, Original, Others};
use super::draft::{Draft, DraftEnd, draft_of_reason};
use super::frame::TranslateFrame;
use super::parts::part_name;
use super::picture::TextPicture;
use super::typed::{FORM, Typed, forms_of};
use super::versions::{Comments, Versions};
use super::words::{Source, UnitName, contact_error, folder_name, for_box, person};
use super::{difference::Difference, editor};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::query::{value_of, with_query};
use crate::routes::{Translate, TranslateText};
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, RefusedNotice, TextField, language_name};
use crate::unit_work::work_name;

/// Longest source, characters.
const LONGEST: u32 = 8000;

/// Which version was said not to be right, in the address that says so.
pub(super) const REJECTED: &str = "rejected";

/// The page.
#[component]
pub(super) fn TextPage(
    /// The text.
    view: UnitView,
    /// The one that waits after it.
    next: Option<UnitId>,
    /// What was typed into a form that was not taken.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let unit = view.unit.to_string();
    let place = cx.url(&TranslateText::new(&unit));
    let among = typed.among.clone();
    let action = with_query(place.clone(), &[("back", typed.back.as_str())]);
    let action = with_query(action, &among.values());
    let next = next.map(|next| with_query(cx.url(&TranslateText::new(next.as_str())), &among.values()));
    let mut carried = among.hidden();
    carried.push(("back", typed.back.clone()));
    let link = |unit: Option<&UnitId>, text: Text, rel: &'static str| {
        unit.map(|unit| {
            let url = with_query(cx.url(&TranslateText::new(unit.as_str())), &among.values());
            view! { <a class="c-button c-button--quiet" rel=rel href=url>{cx.t(text)}</a> }
        })
    };
    let before = link(view.before.as_ref(), t::TRANSLATE_BEFORE, "prev");
    let after = link(view.after.as_ref(), t::TRANSLATE_AFTER, "next");
    let file = with_query(cx.url(&Translate::new()), &[("file", view.file.as_str())]);
    let outdated = view
        .outdated
        .iter()
        .cloned()
        .map(|outdated| view! { <OutdatedNotice outdated action=action.clone()/> })
        .collect_view();
    let questions = view
        .questions
        .iter()
        .cloned()
        .map(|question| {
            let draft = format!("{}/{unit}/answer-{}", view.language.code(), question.hash.0);
            view! { <QuestionForm question action=action.clone() typed=typed.clone() draft/> }
        })
        .collect_view();
    let comments = view.comments.clone();
    let draft = format!("{}/{unit}/comment", view.language.code());
    let rejected = value_of(cx.query(), REJECTED);
    let ended = (!rejected.is_empty()).then(|| view! { <DraftEnd form=draft_of_reason(&rejected)/> });
    let versions = view! { <Versions view=view.clone() action=action.clone() typed=typed.clone()/> }.into_html();
    // Whoever says yes or no does that first.
    let (first, last) = if view.may_review && view.work == UnitWork::Suggested {
        (Some(versions), None)
    } else {
        (None, Some(versions))
    };
    view! {
        <TranslateFrame title=part_name(&cx, &view.file)>
            <p class="c-unit">
                <UnitName name=unit.clone()/>" "
                <span class="c-badge c-badge--quiet" data-testid="work">{cx.t(work_name(view.work))}</span>
            </p>
            <DoneNotice/>
            {ended}
            <RefusedNotice code=typed.refused()/>
            {outdated}
            <Original view=view.clone()/>
            {first}
            <SuggestForm view=view.clone() next typed=typed.clone() action=action.clone()/>
            <TextPicture unit=view.unit.clone()/>
            {questions}
            <Others view=view.clone() place carried/>
            <Helps view/>
            {last}
            <Comments comments action typed draft/>
            <p class="c-row">
                {before}
                {after}
                <a class="c-button c-button--quiet" href=file>{cx.t(t::TRANSLATE_OF_FILE)}</a>
            </p>
        </TranslateFrame>
    }
    .into_html()
}

/// That a form did its work.
#[component]
fn DoneNotice() -> Html {
    let cx = Cx::here();
    let text = match value_of(cx.query(), "done").as_str() {
        "suggested" => t::TRANSLATE_DONE_SUGGESTED,
        "same" => t::TRANSLATE_DONE_SAME,
        "seen" => t::TRANSLATE_DONE_SEEN,
        "answered" => t::TRANSLATE_DONE_ANSWERED,
        "commented" => t::TRANSLATE_DONE_COMMENTED,
        "approve" => t::TRANSLATE_DONE_APPROVED,
        "reject" => t::TRANSLATE_DONE_REJECTED,
        "withdraw" => t::TRANSLATE_DONE_WITHDRAWN,
        "undo" => t::TRANSLATE_DONE_UNDONE,
        _ => return Html::new(""),
    };
    view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }.into_html()
}

/// That another language says something else since this was translated, and saying that it is right all the same.
#[component]
fn OutdatedNotice(
    /// What says something else.
    outdated: Outdated,
    /// Where the form is sent.
    action: String,
) -> Html {
    let cx = Cx::here();
    let lang = Locale::all()
        .iter()
        .copied()
        .find(|lang| lang.folder() == outdated.other);
    let (tag, dir) = lang.map_or(("en", "ltr"), |lang| (lang.bcp47(), lang.dir().as_str()));
    let lead = t::translate_outdated(folder_name(&cx, &outdated.other));
    view! {
        <div class="c-notice c-notice--warn" data-testid="outdated">
            <strong>{cx.tv(lead)}</strong>
            <Difference before=outdated.before after=outdated.now tag dir/>
            <form method="post" action=action data-testid="seen-form">
                <FormKey/>
                <Hidden name="other" value=outdated.other/>
                <Hidden name="hash" value=outdated.hash.0.to_string()/>
                <p><button class="c-button" name="do" value="seen">{cx.t(t::TRANSLATE_SEEN)}</button></p>
            </form>
        </div>
    }
    .into_html()
}

/// The field, or a field for each form, and what was found.
#[component]
fn SuggestForm(
    /// The text.
    view: UnitView,
    /// Where the text is that waits after it.
    next: Option<String>,
    /// What was typed into a form that was not taken.
    typed: Typed,
    /// Where it is sent.
    action: String,
) -> Html {
    let cx = Cx::here();
    let is_sent = typed.source.is_some();
    let source = typed.source.clone().unwrap_or_else(|| view.standing.clone());
    let forms = forms_of(&view, &typed, cx.query());
    let has_forms = forms.is_some();
    let fields = view! { <Fields view=view.clone() typed=typed.clone() source=source.clone() forms/> };
    let findings = if is_sent {
        typed.findings.clone()
    } else {
        view.findings.clone()
    };
    let island = if is_sent {
        editor::island_of(&cx, &view, &source, &findings)
    } else {
        editor::island(&cx, &view)
    };
    let faulty = findings
        .iter()
        .any(|finding| is_sent && finding.level == Level::Error)
        .then(|| {
            view! {
                <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                    <p>{cx.t(t::TRANSLATE_FAULTY)}</p>
                </div>
            }
        });
    let standing_by = view.standing_by.as_ref().map(|by| {
        let by = person(&cx, by);
        view! { <p class="c-small c-muted" data-testid="standing-by">{cx.tv(t::translate_standing_by(by))}</p> }
    });
    let changed = typed.is_changed.then(|| {
        // It stands above, as it is now.
        let is_english = typed.english != view.english_hash.0.to_string();
        let what = if is_english {
            view! { <strong>{cx.t(t::TRANSLATE_CHANGED_ENGLISH)}</strong> }.into_html()
        } else {
            let source = view.standing.clone();
            view! { <strong>{cx.t(t::TRANSLATE_CHANGED)}</strong><Source source lang=Some(view.language)/> }.into_html()
        };
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                {what}
                <p>{cx.t(t::TRANSLATE_CHANGED_NEXT)}</p>
            </div>
        }
    });
    let raw = (has_forms && !is_sent).then(|| {
        let url = with_query(action.clone(), &[("raw", "1")]);
        view! { <p><a class="c-link" href=url>{cx.t(t::TRANSLATE_RAW)}</a></p> }
    });
    let small = typed.is_small;
    let kind = if has_forms { "forms" } else { "source" };
    let draft = format!("{}/{}/{kind}", view.language.code(), view.unit);
    let error = is_sent.then(|| typed.errors().of("note")).flatten();
    let error_text = contact_error(&cx, error, &typed.note);
    // One box is called by its language; where there are several, each has a name of its own.
    let heading = has_forms.then(|| view! { <h2>{language_name(&cx, view.language)}</h2> });
    // When something was just saved, the way on is what one presses next.
    let is_done = !is_sent && !value_of(cx.query(), "done").is_empty();
    let (send_class, on_class) = if is_done {
        ("c-button", "c-button c-button--primary")
    } else {
        ("c-button c-button--primary", "c-button")
    };
    let onwards = if typed.back.is_empty() {
        next.map(|url| view! { <a class=on_class rel="next" href=url data-testid="next">{cx.t(t::TRANSLATE_NEXT)}</a> })
            .into_html()
    } else {
        view! { <a class=on_class href=typed.back data-testid="back">{cx.t(t::TRANSLATE_BACK)}</a> }.into_html()
    };
    view! {
        <form class="c-form c-card c-stack" method="post" action=action novalidate data-testid="text-form">
            <FormKey/>
            <Hidden name="base" value=view.base.0.to_string()/>
            <Hidden name="english" value=view.english_hash.0.to_string()/>
            {heading}
            {changed}
            {standing_by}
            {fields}
            {faulty}
            {island}
            {raw}
            <TextField
                name="note"
                label=cx.t(t::TRANSLATE_NOTE)
                hint=cx.t(t::TRANSLATE_REMARK_HINT)
                value=typed.note
                error
                error_text
                may_be_empty=true
                maxlength=300
            />
            <label class="c-check">
                <input type="checkbox" name="small" value="1" checked=small/>
                <span>{cx.t(t::TRANSLATE_SMALL)}</span>
            </label>
            <div class="c-save">
                <Draft form=draft is_refused=is_sent/>
                <p class="c-save__row">
                    <button class=send_class name="do" value="suggest">{cx.t(t::TRANSLATE_SUGGEST)}</button>
                    {onwards}
                </p>
            </div>
        </form>
    }
    .into_html()
}

/// The fields themselves.
#[component]
fn Fields(
    /// The text.
    view: UnitView,
    /// What was typed into a form that was not taken.
    typed: Typed,
    /// What stands in the fields.
    source: String,
    /// A field for each of these, where the text is a choice.
    forms: Option<Forms>,
) -> Html {
    let cx = Cx::here();
    let error = typed.source.is_some().then(|| typed.errors().of("source")).flatten();
    let language = view.language;
    let Some(forms) = forms else {
        return view! {
            <LongTextField
                name="source"
                label=language_name(&cx, language)
                value=for_box(&source, language)
                error
                maxlength=LONGEST
                rows=3
                lang=Some(language)
                is_source=true
            />
        }
        .into_html();
    };
    let fields = forms
        .forms
        .iter()
        .map(|(key, text)| {
            view! {
                <LongTextField
                    name=format!("{FORM}{key}")
                    label=form_label(&cx, key)
                    value=for_box(text, language)
                    error
                    maxlength=LONGEST
                    rows=2
                    lang=Some(language)
                    is_source=true
                />
            }
        })
        .collect_view();
    view! {
        <Hidden name="variable" value=forms.variable/>
        <Hidden name="default" value=forms.default/>
        {fields}
    }
    .into_html()
}

/// What the field of a form is called: for one, for many, or by its word.
pub(super) fn form_label(cx: &Cx, key: &str) -> String {
    match key {
        "zero" => cx.t(t::TRANSLATE_FORM_ZERO),
        "one" => cx.t(t::TRANSLATE_FORM_ONE),
        "two" => cx.t(t::TRANSLATE_FORM_TWO),
        "few" => cx.t(t::TRANSLATE_FORM_FEW),
        "many" => cx.t(t::TRANSLATE_FORM_MANY),
        "other" => cx.t(t::TRANSLATE_FORM_OTHER),
        word => cx.t(t::translate_form_word(word)),
    }
}

/// A question in the file, and its answer.
#[component]
fn QuestionForm(
    /// The question.
    question: Question,
    /// Where the form is sent.
    action: String,
    /// What was typed into a form that was not taken.
    typed: Typed,
    /// What an answer is kept under while it is typed.
    draft: String,
) -> Html {
    let cx = Cx::here();
    let is_refused = typed.answer.is_some();
    let text = if question.text.is_empty() {
        cx.t(t::TRANSLATE_QUESTION_BARE)
    } else {
        question.text
    };
    let by = question.by.map(|by| {
        let by = person(&cx, &by);
        view! { <p class="c-small c-muted">{cx.tv(t::translate_answered_by(by))}</p> }
    });
    let error = typed.answer.is_some().then(|| typed.errors().of("answer")).flatten();
    let before = question.answer.unwrap_or_default();
    // Somebody else's, beside which the one that was not taken is looked at.
    let other = typed
        .answer
        .as_ref()
        .filter(|typed| !before.is_empty() && **typed != before)
        .map(|_| view! { <p class="c-source" dir="auto">{before.clone()}</p> });
    let hash = source_hash(&before).0.to_string();
    let value = typed.answer.unwrap_or(before);
    let error_text = contact_error(&cx, error, &value);
    view! {
        <section class="c-card c-stack">
            <h2>{cx.t(t::TRANSLATE_QUESTION)}</h2>
            <p class="c-source" dir="auto">{text}</p>
            <form class="c-form" method="post" action=action novalidate data-testid="answer-form">
                <FormKey/>
                <Hidden name="question" value=question.hash.0.to_string()/>
                <Hidden name="before" value=hash/>
                {other}
                <LongTextField
                    name="answer"
                    label=cx.t(t::TRANSLATE_ANSWER)
                    hint=cx.t(t::TRANSLATE_REMARK_HINT)
                    value
                    error
                    error_text
                    maxlength=1000
                    rows=2
                />
                {by}
                <Draft form=draft is_refused saved="answered"/>
                <p><button class="c-button" name="do" value="answer">{cx.t(t::TRANSLATE_ANSWER_SEND)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

/// Words of the glossary, and texts with much the same words.
#[component]
fn Helps(
    /// The text.
    view: UnitView,
) -> Html {
    let cx = Cx::here();
    let language = view.language;
    let beside = Beside::of(&cx, language);
    let terms = (!view.terms.is_empty()).then(|| {
        let rows = view
            .terms
            .iter()
            .map(|term| {
                let (word, from) = beside.word(&term.english, &term.others);
                let (tag, dir) = from.map_or(("en", "ltr"), |lang| (lang.bcp47(), lang.dir().as_str()));
                view! {
                    <div>
                        <dt lang=tag dir=dir>{word}</dt>
                        <dd lang=language.bcp47() dir=language.dir().as_str()>{term.text.clone()}</dd>
                    </div>
                }
            })
            .collect_view();
        view! { <section class="c-card"><h2>{cx.t(t::TRANSLATE_TERMS)}</h2><dl class="c-facts">{rows}</dl></section> }
    });
    let similar = (!view.similar.is_empty()).then(|| {
        let rows = view
            .similar
            .iter()
            .map(|other| {
                let url = cx.url(&TranslateText::new(other.unit.as_str()));
                let (source, from) = beside.wording(&cx, &other.unit, &other.english);
                view! {
                    <li>
                        <a class="c-link" href=url><Source source lang=from/></a>
                        <Source source=other.source.clone() lang=Some(language)/>
                    </li>
                }
            })
            .collect_view();
        view! { <section class="c-card"><h2>{cx.t(t::TRANSLATE_SIMILAR)}</h2><ul>{rows}</ul></section> }
    });
    view! { {terms}{similar} }.into_html()
}
