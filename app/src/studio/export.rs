//! Files that one takes away.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::stream::try_unfold;
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::tables::{self, ExportFormat, ExportTable};

use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, Segment, StudioExport};
use crate::ui::{Html, IntoHtml};

/// A file by its name: `products.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportName {
    table: ExportTable,
    format: ExportFormat,
}

impl Segment for ExportName {
    fn parse(text: &str) -> Option<Self> {
        let (table, format) = text.split_once('.')?;
        Some(Self {
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
    let export = tables::export(cx.shop(), cx.actor(), cx.locale(), name.table, name.format).await?;
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
    let kind = match name.format {
        ExportFormat::Csv => "text/csv; charset=utf-8",
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let day = format::machine_date(cx.now());
    let file = format!("{}-{day}.{}", name.table.as_str(), name.format.as_str());
    Ok(file_answer(Body::from_stream(pieces), kind, &file))
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
pub(super) fn file_answer(body: Body, kind: &'static str, name: &str) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(place) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, place);
    }
    response
}
