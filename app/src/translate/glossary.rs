//! `/translate/glossary`: words that have one translation in the shop, and changing one.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, GlossaryChangeId, Locale, VersionCommand};
use l10n::glossary::alternatives;
use l10n::t;
use leptos::prelude::*;
use service::Shop;
use service::wording::{self, WordChange, WordList, WordView};

use super::beside::{self, Beside, BesideForm};
use super::draft::{Draft, DraftEnd};
use super::frame::{TranslateFrame, translate_meta};
use super::words::{command_name, person};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::query::{value_of, with_query};
use crate::routes::{Segment, TranslateGlossary};
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, RefusedNotice, language_name};

/// Which word was given another translation, in the address that says so.
const SAID: &str = "said";

/// What another translation of a word is kept under while it is typed.
fn draft_of(language: Locale, english: &str) -> String {
    format!("{}/word/{english}", language.code())
}

/// A form that was not taken.
#[derive(Clone, Debug, Default)]
struct Typed {
    /// The English word.
    word: String,
    /// Its translation.
    text: Option<String>,
    /// Why not.
    why: NotSaved,
}

/// The words; one of them to be changed.
pub(super) async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let typed = Typed {
        word: value_of(cx.query(), "word"),
        ..Typed::default()
    };
    let response = render(&cx, StatusCode::OK, typed).await?;
    Ok(beside::remember(&cx, response))
}

/// Suggests another translation, or decides on one.
pub(super) async fn send(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let word = form.get("word").to_owned();
    match carry_out(&cx, &shop, &form).await {
        Ok(()) => {
            // A decision names no word.
            let said = [("done", "1"), (SAID, word.as_str())];
            Ok(cx.see(&with_query(cx.url(&TranslateGlossary::new()), &said)))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let text = (form.get("do") == "suggest").then(|| form.get("text").to_owned());
            let cx = cx.standing_at(&TranslateGlossary::new());
            render(&cx, status, Typed { word, text, why }).await
        }
    }
}

async fn carry_out(cx: &Cx, shop: &Shop, form: &Form) -> Result<(), service::Error> {
    match form.get("do") {
        "suggest" => wording::change_word(shop, cx.actor(), form.get("word"), form.get("text")).await,
        word => {
            let command = VersionCommand::parse(word).ok_or(service::Error::Refused(ErrorCode::Invalid))?;
            let change: GlossaryChangeId = Segment::parse(form.get("change")).ok_or(service::Error::NotFound)?;
            wording::decide_word(shop, cx.actor(), change, command).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, typed: Typed) -> PageResult<Response> {
    let list = wording::glossary(cx.shop(), cx.actor()).await?;
    Ok(
        cx.page_with(status, translate_meta(cx.t(t::TRANSLATE_GLOSSARY_TITLE)), || {
            view! { <GlossaryPage list typed/> }
        }),
    )
}

/// The words.
#[component]
fn GlossaryPage(
    /// All of them.
    list: WordList,
    /// A form that was not taken, or the word that is to be changed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let language = list.language;
    let done = (value_of(cx.query(), "done") == "1").then(|| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(t::TRANSLATE_GLOSSARY_DONE)}</p></div>
        }
    });
    let said = value_of(cx.query(), SAID);
    let ended = (!said.is_empty()).then(|| view! { <DraftEnd form=draft_of(language, &said)/> });
    let refused = typed.why.refused;
    let form = list.words.iter().find(|word| word.english == typed.word).map(|word| {
        let error = typed.why.errors.of("text");
        let (draft, is_refused) = (draft_of(language, &word.english), typed.text.is_some());
        let value = typed.text.clone().unwrap_or_else(|| line_each(&word.text));
        let (name, from) = Beside::of(&cx, language).word(&word.english, &word.others);
        view! {
            <form
                class="c-form c-card"
                method="post"
                action=cx.url(&TranslateGlossary::new())
                novalidate
                data-testid="word-form"
            >
                <FormKey/>
                <Hidden name="word" value=word.english.clone()/>
                <h2><Spellings cell=name lang=from/></h2>
                <LongTextField
                    name="text"
                    label=language_name(&cx, language)
                    hint=cx.t(t::TRANSLATE_GLOSSARY_HINT)
                    value
                    error
                    maxlength=120
                    rows=3
                    lang=Some(language)
                />
                <Draft form=draft is_refused/>
                <p>
                    <button class="c-button c-button--primary" name="do" value="suggest">
                        {cx.t(t::TRANSLATE_GLOSSARY_SUGGEST)}
                    </button>
                </p>
            </form>
        }
    });
    let carried = vec![("word", typed.word.clone())];
    let rows = list
        .words
        .into_iter()
        .map(|word| view! { <Row word language/> })
        .collect_view();
    view! {
        <TranslateFrame title=cx.t(t::TRANSLATE_GLOSSARY_TITLE)>
            <p class="c-lead">{cx.t(t::TRANSLATE_GLOSSARY_LEAD)}</p>
            <BesideForm target=language place=cx.url(&TranslateGlossary::new()) carried/>
            {done}
            {ended}
            <RefusedNotice code=refused/>
            {form}
            <ul class="c-list" data-testid="words">{rows}</ul>
        </TranslateFrame>
    }
    .into_html()
}

/// `a|b` with a line for each, as the field has them.
fn line_each(cell: &str) -> String {
    alternatives(cell).collect::<Vec<_>>().join("\n")
}

/// The usual word, and below it those that are right too.
#[component]
fn Spellings(
    /// `a|b`, as the glossary has it.
    cell: String,
    /// Its language; English where there is none.
    lang: Option<Locale>,
) -> Html {
    let (tag, dir) = lang.map_or(("en", "ltr"), |lang| (lang.bcp47(), lang.dir().as_str()));
    let all = alternatives(&cell)
        .enumerate()
        .map(|(place, word)| {
            let next = (place > 0).then(|| view! { <br/> });
            let class = (place > 0).then_some("c-small c-muted");
            view! { {next}<bdi class=class lang=tag dir=dir>{word.to_owned()}</bdi> }
        })
        .collect_view();
    all.into_html()
}

/// A word, its translation, and others that wait.
#[component]
fn Row(
    /// The word.
    word: WordView,
    /// The language it is translated into.
    language: Locale,
) -> Html {
    let cx = Cx::here();
    let url = with_query(cx.url(&TranslateGlossary::new()), &[("word", word.english.as_str())]);
    let doubted = word
        .is_doubted
        .then(|| view! { " "<span class="c-badge c-badge--warn">{cx.t(t::TRANSLATE_WORK_DOUBTFUL)}</span> });
    let waiting = word
        .waiting
        .into_iter()
        .map(|change| view! { <Waiting change language/> })
        .collect_view();
    let (name, from) = Beside::of(&cx, language).word(&word.english, &word.others);
    view! {
        <li class="c-list__item" data-testid="word">
            <div class="c-list__main">
                <p><Spellings cell=name lang=from/>{doubted}</p>
                <p><Spellings cell=word.text lang=Some(language)/></p>
                {waiting}
            </div>
            <p class="c-list__side"><a class="c-button c-button--quiet" href=url>{cx.t(t::TRANSLATE_GLOSSARY_CHANGE)}</a></p>
        </li>
    }
    .into_html()
}

/// Another translation that waits for a reviewer.
#[component]
fn Waiting(
    /// It.
    change: WordChange,
    /// The language it is in.
    language: Locale,
) -> Html {
    let cx = Cx::here();
    let by = person(&cx, &change.by);
    let id = change.id.to_string();
    let folder = cx.locale().folder();
    let doubts = change
        .doubts
        .iter()
        .map(|doubt| view! { <p class="c-small" data-testid="word-doubt">{doubt.sentence(folder)}</p> })
        .collect_view();
    let waits_for_peer = change.waits_for_peer.then(|| {
        view! { <p class="c-small" data-testid="waits-for-peer">{cx.t(t::TRANSLATE_WAITS_FOR_PEER)}</p> }
    });
    let buttons = change
        .commands
        .iter()
        .map(|command| {
            view! { <button class="c-button" name="do" value=command.as_str()>{cx.t(command_name(*command))}</button>" " }
        })
        .collect_view();
    view! {
        <form method="post" action=cx.url(&TranslateGlossary::new()) data-testid=format!("word-{}", change.id)>
            <FormKey/>
            <Hidden name="change" value=id/>
            <p class="c-small c-muted">{cx.tv(t::translate_standing_by(by))}</p>
            <p><Spellings cell=change.text lang=Some(language)/></p>
            {doubts}
            {waits_for_peer}
            <p class="c-row">{buttons}</p>
        </form>
    }
    .into_html()
}
