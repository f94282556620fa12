//! Tables that come and go: the form that brings one, the files one takes away, and what was imported before. One import's
//! own page is in [`table`](super::table).

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Action, ErrorCode, FieldCode, Locale, TableRefusal};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::tables::{ExportTable, ImportRow, may_export_orders, outcome_word, refusal_word};

use super::export::{ExportFiles, TranslationFiles};
use super::frame::{StudioFrame, may};
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::not_saved::NotSaved;
use crate::routes::{StudioTable, StudioTables};
use crate::ui::{ErrorSummary, FileField, Html, IntoHtml, Moment, RefusedNotice, WrongField};

/// The file's field.
const FILE: &str = "table";

/// Why a table was not taken.
#[derive(Clone, Copy, Debug, Default)]
struct NotTaken {
    /// What is wrong with the file.
    refusal: Option<TableRefusal>,
    /// A rule of the shop that says no.
    refused: Option<ErrorCode>,
}

/// The page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NotTaken::default()).await
}

/// Takes the table that the form brings; nothing of it is in the shop yet.
pub async fn bring(cx: Cx, request: Request) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let incoming = match service::studio::tables::receive_table(cx.shop(), cx.actor()).await {
        Ok(incoming) => incoming,
        Err(error) => return not_taken(&cx, error).await,
    };
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { file, file_name, .. } = file_form::read(multipart, FILE, incoming).await?;
    match service::studio::tables::begin_import(cx.shop(), cx.actor(), cx.locale(), file, &file_name).await {
        Ok(Ok(id)) => Ok(cx.see(&cx.url(&StudioTable::new(&id.to_string())))),
        Ok(Err(refusal)) => {
            let why = NotTaken {
                refusal: Some(refusal),
                refused: None,
            };
            render(&cx, StatusCode::UNPROCESSABLE_ENTITY, why).await
        }
        Err(error) => not_taken(&cx, error).await,
    }
}

async fn not_taken(cx: &Cx, error: service::Error) -> PageResult<Response> {
    let not_saved = NotSaved::of(error)?;
    let why = NotTaken {
        refusal: None,
        refused: not_saved.refused,
    };
    render(cx, not_saved.status(), why).await
}

async fn render(cx: &Cx, status: StatusCode, why: NotTaken) -> PageResult<Response> {
    let (shop, actor) = (cx.shop(), cx.actor());
    let (imports, lacking) = if may(cx, Action::EditProduct) {
        (
            Some(service::studio::tables::imports(shop, actor).await?),
            service::studio::tables::texts_to_translate(shop, actor).await?,
        )
    } else if may_export_orders(actor) {
        (None, Vec::new())
    } else {
        return Err(ErrorCode::NotFound.into());
    };
    Ok(cx.page_with(status, studio_meta(cx.t(t::TABLES_TITLE)), || {
        view! { <StudioTablesPage imports lacking why/> }
    }))
}

/// The ways in and out, and what came before.
#[component]
fn StudioTablesPage(
    /// What was imported; nothing for who takes away only.
    imports: Option<Vec<ImportRow>>,
    /// How many texts each language lacks.
    lacking: Vec<(Locale, usize)>,
    /// Why a table was not taken.
    why: NotTaken,
) -> Html {
    let cx = Cx::here();
    let wrong: Vec<WrongField> = why
        .refusal
        .map(|refusal| WrongField {
            name: FILE.to_owned(),
            label: cx.t(t::TABLES_FILE),
            text: cx.t(refusal_word(refusal)),
        })
        .into_iter()
        .collect();
    let bring = imports.is_some().then(|| view! { <BringForm refusal=why.refusal/> });
    let list = imports.map(|imports| view! { <Imports imports/> });
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::TABLES_TITLE)}</h1>
            <RefusedNotice code=why.refused/>
            <ErrorSummary fields=wrong title=Some(t::FORM_FILE_REFUSED)/>
            {bring}
            <Exports lacking/>
            {list}
        </StudioFrame>
    }
    .into_html()
}

/// The form that brings a table.
#[component]
fn BringForm(
    /// Why the last one was not taken.
    refusal: Option<TableRefusal>,
) -> Html {
    let cx = Cx::here();
    let error = refusal.map(|_| FieldCode::InvalidChoice);
    let text = refusal.map(|refusal| cx.t(refusal_word(refusal))).unwrap_or_default();
    view! {
        <section class="c-stack c-card">
            <h2 class="c-card__title">{cx.t(t::TABLES_IMPORT_TITLE)}</h2>
            <p class="c-muted">{cx.t(t::TABLES_IMPORT_LEAD)}</p>
            <form
                class="c-form"
                method="post"
                enctype="multipart/form-data"
                action=cx.url(&StudioTables::new())
                novalidate
                data-testid="table-form"
            >
                <FileField
                    name=FILE
                    label=cx.t(t::TABLES_FILE)
                    hint=cx.t(t::TABLES_FILE_HINT)
                    accept=".csv,.tsv,.txt,.xlsx,.xlf,.xliff"
                    error
                    error_text=text
                />
                <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::TABLES_SEND)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

const fn table_word(table: ExportTable) -> Text {
    match table {
        ExportTable::Products => t::TABLES_EXPORT_PRODUCTS,
        ExportTable::Stock => t::TABLES_EXPORT_STOCK,
        ExportTable::Lots => t::TABLES_EXPORT_LOTS,
        ExportTable::Orders => t::TABLES_EXPORT_ORDERS,
        ExportTable::FiguresByDay | ExportTable::FiguresByMonth => t::FIGURES_TITLE,
        ExportTable::AccountByDay | ExportTable::AccountByMonth | ExportTable::AccountByOrder => t::PAYOUT_TITLE,
    }
}

/// What one takes away.
#[component]
fn Exports(
    /// How many texts each language lacks.
    lacking: Vec<(Locale, usize)>,
) -> Html {
    let cx = Cx::here();
    let edits = may(&cx, Action::EditProduct);
    let reads_orders = may_export_orders(cx.actor());
    let rows = ExportTable::ALL
        .into_iter()
        .filter(|table| match table {
            ExportTable::Products | ExportTable::Stock | ExportTable::Lots => edits,
            ExportTable::Orders => reads_orders,
            // Their own pages have them.
            ExportTable::FiguresByDay
            | ExportTable::FiguresByMonth
            | ExportTable::AccountByDay
            | ExportTable::AccountByMonth
            | ExportTable::AccountByOrder => false,
        })
        .map(|table| {
            let word = cx.t(table_word(table));
            view! { <li class="c-row c-row--between"><span>{word.clone()}</span><ExportFiles table word/></li> }
        })
        .collect_view();
    let lead = edits.then(|| view! { <p class="c-muted">{cx.t(t::TABLES_EXPORT_LEAD)}</p> });
    let lots = edits.then(|| view! { <p class="c-muted">{cx.t(t::TABLES_EXPORT_LOTS_LEAD)}</p> });
    view! {
        <section class="c-stack c-card">
            <h2 class="c-card__title">{cx.t(t::TABLES_EXPORT_TITLE)}</h2>
            {lead}
            <ul class="c-list" data-testid="exports">{rows}</ul>
            {lots}
            {edits.then(|| view! { <TranslationFiles lacking/> })}
        </section>
    }
    .into_html()
}

/// What was imported.
#[component]
fn Imports(
    /// The newest first.
    imports: Vec<ImportRow>,
) -> Html {
    let cx = Cx::here();
    if imports.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::TABLES_LIST_EMPTY)}</p> }.into_html();
    }
    let rows = imports
        .into_iter()
        .map(|import| {
            let counts = import.counts;
            let changed = format::number(cx.locale(), counts.new + counts.changed);
            let name = if import.file_name.is_empty() {
                format!("{}", import.id)
            } else {
                import.file_name
            };
            view! {
                <li class="c-row c-row--between" data-testid="import">
                    <a href=cx.url(&StudioTable::new(&import.id.to_string()))><bdi>{name}</bdi></a>
                    <span class="c-row">
                        <Moment at=import.at/>
                        <bdi class="c-num">{changed}</bdi>
                        <span class="c-badge c-badge--quiet">{cx.t(outcome_word(import.state, counts))}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="c-stack">
            <h2>{cx.t(t::TABLES_LIST)}</h2>
            <ul class="c-list">{rows}</ul>
        </section>
    }
    .into_html()
}
