//! Files that one takes away.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::Locale;
use futures_util::stream::try_unfold;
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::tables::{self, ExportFormat, ExportTable};

use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, Segment, StudioExport};
use crate::ui::{Html, IntoHtml, language_name};

/// A file by its name: `products.csv`, `texts-es.xlf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportName {
    /// A table.
    Table {
        /// Of what.
        table: ExportTable,
        /// As what.
        format: ExportFormat,
    },
    /// Texts to be translated into this language.
    Texts(Locale),
}

impl Segment for ExportName {
    fn parse(text: &str) -> Option<Self> {
        if let Some(code) = text.strip_prefix("texts-").and_then(|rest| rest.strip_suffix(".xlf")) {
            return Locale::from_code(code).map(Self::Texts);
        }
        let (table, format) = text.split_once('.')?;
        Some(Self::Table {
            table: ExportTable::ALL.into_iter().find(|known| known.as_str() == table)?,
            format: ExportFormat::ALL.into_iter().find(|known| known.as_str() == format)?,
        })
    }
}

/// The file, as it is made.
pub async fn send(cx: Cx, Named(name): Named<ExportName>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let day = format::machine_date(cx.now());
    let (table, kind) = match name {
        ExportName::Table { table, format } => (table, format),
        ExportName::Texts(target) => {
            let file = tables::translation_file(cx.shop(), cx.actor(), target).await?;
            let name = format!("{}-{day}.xlf", texts_name(target));
            return Ok(file_answer(Body::from(file), "application/xliff+xml", &name));
        }
    };
    let export = tables::export(cx.shop(), cx.actor(), cx.locale(), table, kind).await?;
    let pieces = try_unfold(export, async |mut export| {
        match export.chunk().await {
            Ok(piece) => Ok(piece.map(|piece| (Bytes::from(piece), export))),
            Err(error) => {
                // The line breaks off: half a table is not taken for a whole one.
                error.report();
                Err(std::io::Error::other("the table ends early"))
            }
        }
    });
    let mime = match kind {
        ExportFormat::Csv => "text/csv; charset=utf-8",
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let file = format!("{}-{day}.{}", table.as_str(), kind.as_str());
    Ok(file_answer(Body::from_stream(pieces), mime, &file))
}

fn texts_name(target: Locale) -> String {
    format!("texts-{}", target.code())
}

/// What translators need, a file for each language that lacks something.
#[component]
pub(super) fn TranslationFiles(
    /// How many texts each language lacks.
    lacking: Vec<(Locale, usize)>,
) -> Html {
    let cx = Cx::here();
    let links = lacking
        .into_iter()
        .map(|(target, texts)| {
            let language = language_name(&cx, target);
            if texts == 0 {
                return view! { <li class="c-muted">{cx.t(t::tables_translations_none(language))}</li> }.into_html();
            }
            let url = cx.url(&StudioExport::new(&format!("{}.xlf", texts_name(target))));
            view! { <li><a class="c-button c-button--quiet" href=url data-plain="">{cx.t(t::tables_translations_into(language))}</a></li> }
                .into_html()
        })
        .collect_view();
    view! {
        <h3>{cx.t(t::TABLES_TRANSLATIONS_TITLE)}</h3>
        <p class="c-muted">{cx.t(t::TABLES_TRANSLATIONS_LEAD)}</p>
        <ul class="c-list" data-testid="translation-files">{links}</ul>
    }
    .into_html()
}

/// A table as a file, in each format.
#[component]
pub(super) fn ExportFiles(
    /// The table.
    table: ExportTable,
    /// What is in it.
    word: String,
) -> Html {
    let cx = Cx::here();
    let links = ExportFormat::ALL
        .into_iter()
        .map(|format| {
            let file = format!("{}.{}", table.as_str(), format.as_str());
            let kind = format.as_str().to_ascii_uppercase();
            let label = cx.t(t::tables_export_file(kind.as_str(), word.as_str()));
            view! {
                <a class="c-button c-button--quiet" href=cx.url(&StudioExport::new(&file)) data-plain="" aria-label=label>
                    <bdi dir="ltr">{kind}</bdi>
                </a>
            }
        })
        .collect_view();
    view! { <span class="c-row">{links}</span> }.into_html()
}

/// A file that is saved, and kept by nobody in between.
pub(crate) fn file_answer(body: Body, kind: &'static str, name: &str) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(place) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, place);
    }
    response
}
