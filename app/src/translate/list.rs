//! `/translate`: the texts of a language, and what there is to do about each.

use axum::response::Response;
use domain::{Locale, UnitWork};
use l10n::{format, t};
use leptos::prelude::*;
use service::wording::{self, UnitFilter, UnitLine, UnitList};

use super::among::Among;
use super::beside::{self, Beside, BesideForm};
use super::frame::{TranslateFrame, translate_meta};
use super::mode::ModeForm;
use super::parts::part_name;
use super::words::{Source, UnitName};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::{page_of, value_of, with_query};
use crate::routes::{Translate, TranslateText};
use crate::ui::{Choice, Hidden, Html, IntoHtml, Paging, SelectField, TextField, language_name};
use crate::unit_work::{work_badge, work_name};

/// Which texts are asked for.
#[derive(Clone, Debug, Default)]
struct Asked {
    work: Option<UnitWork>,
    file: String,
    search: String,
    page: u32,
}

impl Asked {
    fn of(query: &str) -> Self {
        Self {
            work: UnitWork::parse(&value_of(query, "work")),
            file: value_of(query, "file"),
            search: value_of(query, "q"),
            page: page_of(query),
        }
    }

    /// Whether it is all texts, from the first one on.
    fn is_all(&self) -> bool {
        self.work.is_none() && self.file.is_empty() && self.search.is_empty() && self.page <= 1
    }

    /// The same on any page.
    fn among(&self) -> Among {
        Among {
            work: self.work,
            file: self.file.clone(),
            search: self.search.clone(),
        }
    }

    /// The same with other work and page.
    fn url(&self, cx: &Cx, work: Option<UnitWork>, page: u32) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let values = [
            ("work", work.map(UnitWork::as_str).unwrap_or_default()),
            ("file", self.file.as_str()),
            ("q", self.search.as_str()),
            ("page", page.as_str()),
        ];
        with_query(cx.url(&Translate::new()), &values)
    }
}

/// A page of the texts.
pub(super) async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let asked = Asked::of(cx.query());
    let filter = UnitFilter {
        work: asked.work,
        file: &asked.file,
        search: &asked.search,
        page: usize::try_from(asked.page).unwrap_or(1),
    };
    let list = wording::list(cx.shop(), cx.actor(), &filter).await?;
    let page = cx.page(translate_meta(cx.t(t::TRANSLATE_TITLE)), || {
        view! { <ListPage asked list/> }
    });
    Ok(beside::remember(&cx, page))
}

/// The ways to narrow the list, and the texts.
#[component]
fn ListPage(
    /// What was asked for.
    asked: Asked,
    /// What was found.
    list: UnitList,
) -> Html {
    let cx = Cx::here();
    let number = |count: usize| format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
    let all: usize = list.counts.iter().map(|(_, count)| count).sum();
    let tab = |work: Option<UnitWork>, name: String, count: usize| {
        let is_here = asked.work == work;
        view! {
            <a href=asked.url(&cx, work, 1) aria-current=is_here.then_some("page")>
                {name}" "<bdi class="c-muted">{number(count)}</bdi>
            </a>
        }
    };
    let tabs = list
        .counts
        .iter()
        // What is nowhere needs no way there.
        .filter(|(work, count)| *count > 0 || asked.work == Some(*work))
        .map(|(work, count)| tab(Some(*work), cx.t(work_name(*work)), *count))
        .collect_view();
    let all_tab = tab(None, cx.t(t::TRANSLATE_WORK_ALL), all);
    let files: Vec<Choice> = list
        .files
        .iter()
        .map(|file| Choice::new(file.clone(), part_name(&cx, file)))
        .collect();
    let work = asked
        .work
        .map(|work| view! { <Hidden name="work" value=work.as_str()/> });
    let (pages, page) = (
        u32::try_from(list.pages).unwrap_or(u32::MAX),
        u32::try_from(list.page).unwrap_or(1),
    );
    let previous = (page > 1).then(|| asked.url(&cx, asked.work, page - 1));
    let next = (page < pages).then(|| asked.url(&cx, asked.work, page + 1));
    let language = list.language;
    let among = asked.among();
    let carried = among.hidden();
    let lines = list
        .lines
        .into_iter()
        .map(|line| view! { <Line line language among=among.clone()/> })
        .collect_view();
    let found = if list.total == 0 {
        view! { <p class="c-empty">{cx.t(t::TRANSLATE_NONE)}</p> }.into_html()
    } else {
        view! { <ul class="c-list" data-testid="texts">{lines}</ul> }.into_html()
    };
    // Whoever is at work on some of the texts sees those first.
    let ways = view! {
        <p class="c-lead">{cx.tv(t::translate_lead(language_name(&cx, language)))}</p>
        <ModeForm/>
        <BesideForm target=language place=cx.url(&Translate::new()) carried/>
    }
    .into_html();
    let (first, last) = if asked.is_all() {
        (Some(ways), None)
    } else {
        (None, Some(ways))
    };
    view! {
        <TranslateFrame title=cx.t(t::TRANSLATE_TITLE)>
            <nav class="c-tabs c-tabs--all c-ways" aria-label=cx.t(t::TRANSLATE_WORK)>
                {all_tab}
                {tabs}
            </nav>
            {first}
            <form class="c-form" method="get" action=cx.url(&Translate::new()) role="search" data-testid="texts-search">
                {work}
                <div class="c-find">
                    <TextField
                        name="q"
                        label=cx.t(t::TRANSLATE_SEARCH)
                        value=asked.search.clone()
                        kind="search"
                        may_be_empty=true
                        maxlength=200
                    />
                    <button class="c-button">{cx.t(t::TRANSLATE_SEARCH_BUTTON)}</button>
                </div>
                <details open=!asked.file.is_empty()>
                    <summary>{cx.t(t::TRANSLATE_FILE)}</summary>
                    <SelectField
                        name="file"
                        label=cx.t(t::TRANSLATE_FILE)
                        value=asked.file.clone()
                        placeholder=cx.t(t::TRANSLATE_FILE_ALL)
                        groups=vec![(String::new(), files)]
                        may_be_empty=true
                    />
                </details>
            </form>
            {found}
            <Paging page pages previous next/>
            {last}
        </TranslateFrame>
    }
    .into_html()
}

/// A text in the list.
#[component]
fn Line(
    /// The text.
    line: UnitLine,
    /// The language it is translated into.
    language: Locale,
    /// Which texts the list is of.
    among: Among,
) -> Html {
    let cx = Cx::here();
    let one_line = |source: &str| source.split_whitespace().collect::<Vec<_>>().join(" ");
    let url = with_query(cx.url(&TranslateText::new(line.unit.as_str())), &among.values());
    let (original, from) = Beside::of(&cx, language).wording(&cx, &line.unit, &line.english);
    let own = if line.source.is_empty() {
        view! { <p class="c-muted">{cx.t(t::TRANSLATE_NO_TEXT)}</p> }.into_html()
    } else {
        view! { <Source source=one_line(&line.source) lang=Some(language)/> }.into_html()
    };
    let question = line.question.map(|question| {
        let question = if question.is_empty() {
            cx.t(t::TRANSLATE_QUESTION_BARE)
        } else {
            question
        };
        view! { <p class="c-small" dir="auto">{question}</p> }
    });
    view! {
        <li class="c-list__item c-whole">
            <div class="c-list__main">
                <p><a class="c-link" href=url><UnitName name=line.unit.to_string()/></a></p>
                {own}
                <div class="c-small c-muted"><Source source=one_line(&original) lang=from/></div>
                {question}
            </div>
            <p class="c-list__side"><span class=work_badge(line.work)>{cx.t(work_name(line.work))}</span></p>
        </li>
    }
    .into_html()
}
