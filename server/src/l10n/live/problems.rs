//! A page with all that is wrong in the files, for who works on them: what the [check](l10n::verdict::check) says, without an account.
//! It brings no script and asks for none of the shop's files, so that it shows whatever else is broken.

use std::fmt::Write;
use std::path::PathBuf;

use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use domain::{Direction, Locale};
use l10n::check::say_word;
use l10n::verdict::CheckReport;
use l10n::{Finding, Level};

use super::report_of;

/// Most that are shown.
const MOST: usize = 1_000;
/// It runs nothing and loads nothing.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
);
const STYLE: &str = "body{font:16px/1.6 sans-serif;margin:1rem auto;padding:0 1rem;max-inline-size:60rem}\
                     li{margin-block:1rem}pre{overflow:auto;margin:0;padding:.25rem .5rem;background:#f3f0e8}\
                     .error{color:#a01010}.warning{color:#7a4a00}.hint{color:#3c4a5a}";

/// The page, in the language of a folder.
pub async fn page(folder: PathBuf, lang: &'static str) -> Response {
    let report = tokio::task::spawn_blocking(move || report_of(&folder, Level::Hint)).await;
    let report = report.unwrap_or_else(|_| CheckReport {
        findings: Vec::new(),
        languages: 0,
        units: 0,
    });
    let mut response = Html(html(&report, lang)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn html(report: &CheckReport, lang: &str) -> String {
    let title = escaped(&say_word("check-serve-title", lang, &[]));
    let locale = Locale::all().iter().find(|locale| locale.folder() == lang);
    let dir = locale.map_or(Direction::Ltr, |locale| locale.dir()).as_str();
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"><title>{title}</title>\n<style>{STYLE}</style>\n\
         <h1>{title}</h1>\n"
    );
    if report.findings.is_empty() {
        let none = escaped(&say_word("check-serve-none", lang, &[]));
        _ = writeln!(page, "<p data-testid=\"none\">{none}</p>");
        return page;
    }
    let totals = [
        ("errors", report.count(Level::Error).to_string()),
        ("warnings", report.count(Level::Warning).to_string()),
        ("hints", report.count(Level::Hint).to_string()),
        ("texts", report.units.to_string()),
    ];
    let total = escaped(&say_word("check-word-total", lang, &totals));
    _ = writeln!(page, "<p>{total}</p>\n<ol data-testid=\"problems\">");
    // What keeps a text from being used comes first, whichever file it is in.
    let mut findings: Vec<&Finding> = report.findings.iter().collect();
    findings.sort_by_key(|finding| finding.level);
    for finding in findings.into_iter().take(MOST) {
        item(&mut page, finding, lang);
    }
    page.push_str("</ol>\n");
    page
}

fn item(page: &mut String, finding: &Finding, lang: &str) {
    let word = match finding.level {
        Level::Error => "check-word-error",
        Level::Warning => "check-word-warning",
        Level::Hint => "check-word-hint",
    };
    let unit = finding.unit.as_ref().map(ToString::to_string).unwrap_or_default();
    let place = format!("{}:{}:{} {unit}", finding.path, finding.line, finding.column);
    _ = write!(
        page,
        "<li><strong class=\"{}\">{}</strong> {}<br><small><bdi dir=\"ltr\">{}</bdi></small>",
        finding.level.as_str(),
        escaped(&say_word(word, lang, &[])),
        escaped(&finding.sentence(lang)),
        escaped(place.trim_end()),
    );
    if !finding.line_text.is_empty() {
        _ = write!(page, "<pre dir=\"auto\">{}</pre>", escaped(&finding.line_text));
    }
    let english = finding.english.as_ref();
    let english = english.map(|text| say_word("check-word-english", lang, &[("text", text.clone())]));
    for more in [english, finding.suggestion(lang)].into_iter().flatten() {
        _ = write!(page, "<p>{}</p>", escaped(&more));
    }
    page.push_str("</li>\n");
}

/// A file may have any sign in it, and so may its name.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use l10n::check::FOLDERS;

    use super::*;

    #[test]
    fn errors_come_first_and_nothing_of_a_file_is_html() {
        let root = tempfile::tempdir().unwrap();
        for folder in FOLDERS {
            fs::create_dir(root.path().join(folder)).unwrap();
            let text = match folder {
                "es" => "a-hello = Hola  amiga\nz-hello = <b>{ $nam }</b>\n",
                "ug" => "a-hello = سالام\nz-hello = سالام { $name }\n",
                "zh-Hans" => "a-hello = 你好\nz-hello = 你好 { $name }\n",
                _ => "a-hello = Hello\n# $name: who it is.\nz-hello = Hello { $name }\n",
            };
            fs::write(root.path().join(folder).join("a.ftl"), text).unwrap();
        }
        let page = html(&report_of(root.path(), Level::Hint), "es");
        let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part}: {page}"));
        assert!(at("$nam no existe en inglés") < at("hay dos espacios seguidos"));
        assert!(
            page.contains("¿querías decir `$name`?") && page.contains("a.ftl:2:"),
            "{page}"
        );
        assert!(page.contains("&lt;b&gt;") && !page.contains("<b>"), "{page}");
        assert!(page.contains("<html lang=\"es\" dir=\"ltr\">"));
        assert!(html(&report_of(root.path(), Level::Hint), "ug").contains("dir=\"rtl\""));
    }
}
