//! One import: what was recognised, what it would do, how far it is; and its mistakes as a file.

use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::{ErrorCode, ImportId};
use l10n::t;
use leptos::prelude::*;
use service::studio::tables::Mapping;

use super::export::file_answer;
use super::menu::studio_meta;
use super::table_page::StudioTablePage;
use super::table_preview::part_text;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioTable};

/// Between two looks of a page at a job, seconds.
const LOOK: &str = "3";
/// What the forms of the page ask for.
pub(super) const MATCH: &str = "match";
pub(super) const CONFIRM: &str = "confirm";
pub(super) const CANCEL: &str = "cancel";

/// The import.
pub async fn show(cx: Cx, Named(id): Named<ImportId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, id, NotSaved::default(), None).await
}

/// Matches columns, says yes, or no.
pub async fn change(cx: Cx, Named(id): Named<ImportId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (shop, actor) = (cx.shop(), cx.actor());
    let mut typed = None;
    let done = match form.get("command") {
        MATCH => {
            let mapping = mapping_of(&form);
            let done = service::studio::tables::match_columns(shop, actor, id, &mapping).await;
            typed = Some(mapping);
            done
        }
        CONFIRM => service::studio::tables::confirm_import(shop, actor, id, form.get("version")).await,
        CANCEL => service::studio::tables::cancel_import(shop, actor, id).await,
        _ => Err(service::Error::Refused(ErrorCode::InvalidTransition)),
    };
    match done {
        Ok(()) => Ok(cx.see(&cx.url(&StudioTable::new(&id.to_string())))),
        Err(error) => {
            let why = NotSaved::of(error)?;
            render(&cx, why.status(), id, why, typed).await
        }
    }
}

fn mapping_of(form: &Form) -> Mapping {
    let field = |name: &str| form.get(name).to_owned();
    Mapping {
        encoding: field("encoding"),
        separator: field("separator"),
        kind: field("kind"),
        language: field("language"),
        category: field("category"),
        rate: field("rate"),
        columns: form
            .with_prefix("column-")
            .filter_map(|(number, word)| Some((number.parse().ok()?, if word.is_empty() { "ignore" } else { word })))
            .map(|(number, word)| (number, word.to_owned()))
            .collect(),
    }
}

/// What is wrong with it, as a file.
pub async fn problems(cx: Cx, Named(id): Named<ImportId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    // A spreadsheet has no use for characters that isolate.
    let part_name = |part| part_text(&cx, part).replace(['\u{2068}', '\u{2069}'], "");
    let csv = service::studio::tables::problems_csv(cx.shop(), cx.actor(), cx.locale(), id, &part_name).await?;
    Ok(file_answer(
        csv.into(),
        "text/csv; charset=utf-8",
        &format!("import-{id}.csv"),
    ))
}

async fn render(
    cx: &Cx,
    status: StatusCode,
    id: ImportId,
    why: NotSaved,
    typed: Option<Mapping>,
) -> PageResult<Response> {
    let mut import = service::studio::tables::import_page(cx.shop(), cx.actor(), id).await?;
    if let Some(typed) = typed {
        import.rate = typed.rate;
    }
    let is_busy = import.state.is_busy() && status == StatusCode::OK;
    let title = cx.t(t::tables_import_of(import.file_name.as_str()));
    let categories = service::catalog::categories(cx.shop(), cx.locale());
    let mut response = cx.page_with(status, studio_meta(title), || {
        view! { <StudioTablePage import categories why/> }
    });
    if is_busy {
        // Every browser looks again by itself, without a script.
        response.headers_mut().insert("refresh", HeaderValue::from_static(LOOK));
    }
    Ok(response)
}
