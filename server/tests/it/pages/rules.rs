//! What holds for every page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Locale;
use sha2::{Digest, Sha256};

use crate::abuse::is_inert;
use crate::client::{Answer, PUBLIC};
use crate::html::Page;

/// The style sheet of the tests' site.
const STYLE: &str = "/* file style-1.css */";

/// Checks one page.
#[track_caller]
pub fn hold(answer: &Answer, locale: Locale, what: &str) {
    let page = answer.page();
    has_its_language(&page, locale, what);
    has_one_heading(&page, what);
    shows_no_ids(&page, what);
    runs_only_its_own_scripts(answer, &page, what);
    is_inert(&page, what);
    has_unique_ids(&page, what);
    is_sent_safely(answer, what);
}

#[track_caller]
fn has_its_language(page: &Page, locale: Locale, what: &str) {
    let html = page.tags("html").next().unwrap();
    assert_eq!(html.get("lang"), Some(locale.bcp47()), "{what}");
    assert_eq!(html.get("dir"), Some(locale.dir().as_str()), "{what}");
}

#[track_caller]
fn has_one_heading(page: &Page, what: &str) {
    assert_eq!(page.tags("h1").count(), 1, "{what}: headings");
    assert_eq!(page.tags("main").count(), 1, "{what}");
    let titles: Vec<_> = page.tags("title").collect();
    assert_eq!(titles.len(), 1, "{what}");
    let levels = page.tags("*").filter_map(|tag| match tag.name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    });
    levels.fold(0, |before, level| {
        assert!(level <= before + 1, "{what}: h{level} after h{before}");
        level
    });
}

/// Names of all messages.
fn message_ids() -> &'static BTreeSet<String> {
    static IDS: OnceLock<BTreeSet<String>> = OnceLock::new();
    IDS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales/en");
        let mut ids = BTreeSet::new();
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let of_file = text
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            ids.extend(
                of_file
                    .filter_map(|line| line.split_once(" ="))
                    .map(|(id, _)| id.to_owned()),
            );
        }
        assert!(ids.len() > 300);
        ids
    })
}

/// A message that is missing would show its id, a wrong variable its name in braces.
#[track_caller]
fn shows_no_ids(page: &Page, what: &str) {
    let read_aloud = ["title", "alt", "aria-label", "placeholder", "content", "label"];
    let attributes = page
        .tags("*")
        .flat_map(|tag| &tag.attributes)
        .filter(|(name, _)| read_aloud.contains(&name.as_str()))
        .map(|(_, value)| value.as_str());
    for text in page.texts().into_iter().chain(attributes) {
        assert!(!text.contains("{$") && !text.contains("{ $"), "{what}: {text}");
        for word in text.split(|c: char| c.is_whitespace() || matches!(c, '"' | ',' | '.' | ':')) {
            assert!(
                !(word.contains('-') && message_ids().contains(word)),
                "{what}: the id {word}"
            );
        }
    }
}

#[track_caller]
fn runs_only_its_own_scripts(answer: &Answer, page: &Page, what: &str) {
    let policy = answer.header("content-security-policy");
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    for directive in [
        "script-src 'self' 'wasm-unsafe-eval';",
        &format!("style-src 'self' 'sha256-{hash}';"),
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(directive), "{what}: {directive}");
    }
    assert!(
        !["unsafe-inline", "'unsafe-eval'", "nonce-", "strict-dynamic", "*"]
            .iter()
            .any(|word| policy.contains(word)),
        "{what}: {policy}"
    );
    // What stands in a page is the one style sheet with that hash; every script is a file of the shop's.
    let text = answer.text();
    let styles: Vec<&str> = text
        .split("<style>")
        .skip(1)
        .filter_map(|rest| rest.split("</style>").next())
        .collect();
    assert_eq!(styles, [STYLE], "{what}");
    for tag in page.tags("*") {
        assert!(tag.get("style").is_none(), "{what}: style= on <{}>", tag.name);
        assert!(tag.get("nonce").is_none(), "{what}: a nonce on <{}>", tag.name);
        if tag.name == "script" {
            let is_file = tag.get("src").is_some_and(|src| src.starts_with("/assets/"));
            // Data blocks run nothing.
            let is_data = tag.get("type").is_some_and(|kind| kind.ends_with("json"));
            assert!(is_file || is_data, "{what}: a script in the page");
        }
    }
}

#[track_caller]
fn has_unique_ids(page: &Page, what: &str) {
    let mut seen = BTreeSet::new();
    for id in page.tags("*").filter_map(|tag| tag.get("id")) {
        assert!(seen.insert(id), "{what}: the id {id} twice");
    }
    for tag in page.tags("*") {
        for (name, value) in &tag.attributes {
            if matches!(
                name.as_str(),
                "for" | "aria-describedby" | "aria-labelledby" | "aria-controls"
            ) {
                for id in value.split_whitespace() {
                    assert!(seen.contains(id), "{what}: {name}={value} leads nowhere");
                }
            }
        }
    }
    for link in page
        .tags("a")
        .filter_map(|tag| tag.get("href"))
        .filter_map(|href| href.strip_prefix('#'))
    {
        assert!(seen.contains(link), "{what}: #{link} leads nowhere");
    }
    for picture in page.tags("img") {
        assert!(picture.get("alt").is_some(), "{what}: a picture without alt");
        assert!(
            picture.get("width").is_some() && picture.get("height").is_some(),
            "{what}: a picture that jumps"
        );
    }
}

#[track_caller]
fn is_sent_safely(answer: &Answer, what: &str) {
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
    assert!(!answer.header("referrer-policy").is_empty(), "{what}");
    assert!(
        answer.header("strict-transport-security").contains("max-age=31536000"),
        "{what}"
    );
    assert!(
        answer.header("cache-control").contains("no-"),
        "{what}: may be kept by others"
    );
    assert!(
        answer.header("server").is_empty() && answer.header("x-powered-by").is_empty(),
        "{what}"
    );
    assert!(answer.text().starts_with("<!doctype html><html"), "{what}");
}

/// The links to the other languages keep path and query, and say which language they are in.
#[track_caller]
pub fn languages_lead_here(answer: &Answer, locale: Locale, path: &str) {
    let page = answer.page();
    let rest = &path[3..];
    for other in Locale::ALL.into_iter().filter(|other| *other != locale) {
        let here = format!("/{}{rest}", other.code());
        let link = page.tags("a").find(|tag| tag.get("href") == Some(&here));
        let link = link.unwrap_or_else(|| panic!("{path}: no link to {here}"));
        assert_eq!(link.get("hreflang"), Some(other.bcp47()), "{path}");
        assert_eq!(link.get("dir"), Some(other.dir().as_str()), "{path}");
    }
    let alternates: Vec<_> = page
        .tags("link")
        .filter(|tag| tag.get("rel") == Some("alternate"))
        .collect();
    let is_private = page.tags("meta").any(|tag| tag.get("content") == Some("noindex"));
    assert_eq!(alternates.len(), if is_private { 0 } else { 3 }, "{path}");
    for alternate in alternates {
        assert!(alternate.get("href").unwrap().starts_with(PUBLIC), "{path}");
    }
}
