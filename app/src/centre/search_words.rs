//! Words that mean the same to whoever searches: a line each, found by a word, changed and removed.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, SearchWordsId};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::search::{self, WordsLine, WordsPage};

use super::district::{Outcome, wrong_fields};
use super::draft::Draft;
use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::{page_of, value_of, with_query};
use crate::routes::CentreSearchWords;
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, Paging, TextField, WrongField, error_text};

/// A line that was not saved.
#[derive(Clone, Debug, Default)]
struct Typed {
    /// Which one; none when it is new.
    line: Option<SearchWordsId>,
    /// It was removed meanwhile; what was typed becomes a new one.
    is_gone: bool,
    words: String,
    finds: String,
    not_saved: NotSaved,
}

impl Typed {
    fn error(&self, field: &str) -> Option<FieldCode> {
        self.not_saved.errors.of(field)
    }

    /// Nothing was typed by whoever removes a line.
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.finds.is_empty()
    }
}

/// The fields of a line.
const WORDS: &str = "words";
const FINDS: &str = "finds";

/// A page of the lines.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, Typed::default()).await
}

/// Adds, saves or removes a line.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let line = form.get("line").parse().ok().map(SearchWordsId);
    let words = form.get(&field_of(WORDS, line)).to_owned();
    let finds = form.get(&field_of(FINDS, line)).to_owned();
    // A form that does not say what it was shown with is older than anything.
    let seen = form.get("seen").parse().unwrap_or(-1);
    let (outcome, done) = match line {
        None => (search::add(&shop, cx.actor(), &words, &finds).await, "added"),
        Some(id) if form.get("command") == "remove" => (search::remove(&shop, cx.actor(), id, seen).await, "removed"),
        Some(id) => (search::save(&shop, cx.actor(), id, seen, &words, &finds).await, "saved"),
    };
    match outcome {
        Ok(()) => Ok(cx.see(&with_query(
            cx.url(&CentreSearchWords::new()),
            &[
                ("q", &value_of(cx.query(), "q")),
                ("page", &value_of(cx.query(), "page")),
                ("done", done),
            ],
        ))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            let status = not_saved.status();
            let is_removal = form.get("command") == "remove";
            let typed = |text: String| if is_removal { String::new() } else { text };
            let typed = Typed {
                line,
                is_gone: false,
                words: typed(words),
                finds: typed(finds),
                not_saved,
            };
            render(&cx, status, typed).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, mut typed: Typed) -> PageResult<Response> {
    let query: String = value_of(cx.query(), "q").trim().chars().take(80).collect();
    let mut page = search::lines(cx.shop(), cx.actor(), &query, page_of(cx.query())).await?;
    if let Some(id) = typed.line
        && !page.lines.iter().any(|line| line.id == id)
    {
        match search::line(cx.shop(), cx.actor(), id).await? {
            // Others were added meanwhile, or it is not what was searched for any more.
            Some(line) => page.lines.insert(0, line),
            None => (typed.line, typed.is_gone) = (None, true),
        }
    }
    Ok(cx.page_with(status, Meta::private(cx.t(t::DISTRICT_WORDS_TITLE)), || {
        view! { <SearchWordsPage page query typed/> }
    }))
}

/// Each field of the page has a name of its own.
fn field_of(field: &str, line: Option<SearchWordsId>) -> String {
    line.map_or_else(|| field.to_owned(), |id| format!("{field}-{id}"))
}

/// What a field is called.
fn label_of(field: &str) -> Text {
    if field == FINDS {
        t::DISTRICT_WORDS_FINDS
    } else {
        t::DISTRICT_WORDS_LINE
    }
}

/// What is said of a line that is not right.
fn special(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::TooShort => cx.t(t::DISTRICT_WORDS_TOO_FEW),
        FieldCode::TooMuch => {
            let most = i64::try_from(search::WORDS).unwrap_or_default();
            cx.t(t::district_words_too_many(format::number(cx.locale(), most)))
        }
        code => error_text(cx, code),
    }
}

/// The lines, and a new one.
#[component]
fn SearchWordsPage(
    /// The lines of this page.
    page: WordsPage,
    /// The word that was looked for.
    query: String,
    /// What was typed and not saved.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentreSearchWords::new());
    let done: Option<Text> = match value_of(cx.query(), "done").as_str() {
        "added" => Some(t::DISTRICT_WORDS_ADDED),
        "saved" => Some(t::DISTRICT_SAVED),
        "removed" => Some(t::DISTRICT_WORDS_REMOVED),
        _ => None,
    };
    let done = done.filter(|_| typed.not_saved.errors.is_empty());
    let number = page.page.to_string();
    let here = with_query(place.clone(), &[("q", &query), ("page", &number)]);
    let at = |number: u32| with_query(place.clone(), &[("q", &query), ("page", &number.to_string())]);
    let previous = (page.page > 1).then(|| at(page.page - 1));
    let next = (page.page < page.pages).then(|| at(page.page + 1));
    let wrong: Vec<WrongField> = wrong_fields(&cx, &typed.not_saved.errors, |field, code| {
        (cx.t(label_of(field)), Some(special(&cx, code)))
    })
    .into_iter()
    .map(|field| WrongField {
        name: field_of(&field.name, typed.line),
        ..field
    })
    .collect();
    let lines = if page.lines.is_empty() {
        view! { <p class="c-empty">{cx.t(t::DISTRICT_WORDS_NONE)}</p> }.into_html()
    } else {
        let lines = page
            .lines
            .into_iter()
            .map(|line| {
                let typed = typed.clone();
                view! { <Line line place=here.clone() typed/> }
            })
            .collect_view();
        view! { <ul class="c-list">{lines}</ul> }.into_html()
    };
    let is_new = typed.line.is_none();
    let new = if is_new { typed.clone() } else { Typed::default() };
    let (new_error, new_finds_error) = (new.error(WORDS), new.error(FINDS));
    let is_refused = new.not_saved.is_any();
    let is_saved = value_of(cx.query(), "done") == "added";
    let saved_at = (!is_new || typed.is_gone).then(|| here.clone());
    view! {
        <CentreFrame title=t::DISTRICT_WORDS_TITLE>
            <Outcome done refused=typed.not_saved.refused saved_at/>
            <ErrorSummary fields=wrong/>
            <p class="c-lead">{cx.t(t::DISTRICT_WORDS_LEAD)}</p>
            <form class="c-card c-form" method="post" action=place.clone() novalidate data-testid="new-words">
                <FormKey/>
                <TextField
                    name="words"
                    label=cx.t(t::DISTRICT_WORDS_NEW)
                    hint=cx.t(t::DISTRICT_WORDS_HINT)
                    value=new.words
                    error=new_error
                    error_text=new_error.map(|code| special(&cx, code)).unwrap_or_default()
                    maxlength=0
                />
                <TextField
                    name="finds"
                    label=cx.t(t::DISTRICT_WORDS_FINDS)
                    hint=cx.t(t::DISTRICT_WORDS_FINDS_HINT)
                    value=new.finds
                    error=new_finds_error
                    error_text=new_finds_error.map(|code| special(&cx, code)).unwrap_or_default()
                    may_be_empty=true
                    maxlength=0
                />
                <Draft form="words-new" is_saved is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::DISTRICT_WORDS_ADD)}</button></p>
            </form>
            <form class="c-card c-form" action=place novalidate data-testid="find-words">
                <TextField name="q" label=cx.t(t::DISTRICT_WORDS_FIND) value=query may_be_empty=true maxlength=80/>
                <p><button class="c-button">{cx.t(t::MEMBERS_SHOW)}</button></p>
            </form>
            {lines}
            <Paging page=page.page pages=page.pages previous next/>
        </CentreFrame>
    }
    .into_html()
}

/// One line.
#[component]
fn Line(
    /// The line.
    line: WordsLine,
    /// This page of them.
    place: String,
    /// What was typed and not saved.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let typed = if typed.line == Some(line.id) {
        typed
    } else {
        Typed::default()
    };
    let is_refused = !typed.is_empty();
    let is_saved = value_of(cx.query(), "done") == "saved";
    let (error, finds_error) = (typed.error(WORDS), typed.error(FINDS));
    let (words, finds) = if typed.is_empty() {
        (line.words.join(", "), line.finds.join(", "))
    } else {
        (typed.words, typed.finds)
    };
    view! {
        <li>
            <form class="c-form" method="post" action=place novalidate data-testid=format!("words-{}", line.id)>
                <FormKey/>
                <Hidden name="line" value=line.id.to_string()/>
                <Hidden name="seen" value=line.version.to_string()/>
                <TextField
                    name=field_of(WORDS, Some(line.id))
                    label=cx.t(t::DISTRICT_WORDS_LINE)
                    value=words
                    error
                    error_text=error.map(|code| special(&cx, code)).unwrap_or_default()
                    maxlength=0
                />
                <TextField
                    name=field_of(FINDS, Some(line.id))
                    label=cx.t(t::DISTRICT_WORDS_FINDS)
                    value=finds
                    error=finds_error
                    error_text=finds_error.map(|code| special(&cx, code)).unwrap_or_default()
                    may_be_empty=true
                    maxlength=0
                />
                <Draft form=format!("words-{}", line.id) is_saved is_refused/>
                <p class="c-actions">
                    <button class="c-button">{cx.t(t::BUTTON_SAVE)}</button>
                    <button class="c-button c-button--quiet" name="command" value="remove">
                        {cx.t(t::DISTRICT_WORDS_REMOVE)}
                    </button>
                </p>
            </form>
        </li>
    }
    .into_html()
}
