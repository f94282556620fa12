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
/// What the work areas have beside it.
const WORK_STYLE: &str = "/* file work-1.css */";

/// Checks one page.
#[track_caller]
pub fn hold(answer: &Answer, locale: Locale, what: &str) {
    hold_in(answer, (locale.bcp47(), locale.dir().as_str()), what);
}

/// The same of a page in a language of this tag and direction, which may be none of this program's.
#[track_caller]
pub fn hold_in(answer: &Answer, language: (&str, &str), what: &str) {
    let page = answer.page();
    has_its_language(&page, language, what);
    has_one_heading(&page, what);
    shows_no_ids(&page, what);
    runs_only_its_own_scripts(answer, &page, what);
    is_inert(&page, what);
    has_unique_ids(&page, what);
    is_sent_safely(answer, what);
}

#[track_caller]
fn has_its_language(page: &Page, (tag, dir): (&str, &str), what: &str) {
    let html = page.first("html").unwrap();
    assert_eq!(html.attr("lang"), Some(tag), "{what}");
    assert_eq!(html.attr("dir"), Some(dir), "{what}");
    assert!(
        html.attr("data-language").is_some_and(|data| !data.is_empty()),
        "{what}"
    );
}

#[track_caller]
fn has_one_heading(page: &Page, what: &str) {
    assert_eq!(page.count("h1"), 1, "{what}: headings");
    assert_eq!(page.count("main"), 1, "{what}");
    assert_eq!(page.count("head > title"), 1, "{what}");
    let headings = page.select("h1, h2, h3, h4, h5, h6");
    let levels = headings
        .iter()
        .map(|heading| heading.value().name().as_bytes()[1] - b'0');
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
    let tags = page.select("*");
    let attributes = tags
        .iter()
        .flat_map(|tag| read_aloud.iter().filter_map(|name| tag.attr(name)));
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
    let [hash, of_work] = [STYLE, WORK_STYLE].map(|style| STANDARD.encode(Sha256::digest(style)));
    for directive in [
        "script-src 'self' 'wasm-unsafe-eval';",
        &format!("style-src 'self' 'sha256-{hash}' 'sha256-{of_work}';"),
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
    // What stands in a page are the style sheets with those hashes; every script is a file of the shop's.
    let styles = page.select("style");
    let styles: Vec<String> = styles.iter().map(|style| style.inner_html()).collect();
    assert!(styles == [STYLE] || styles == [STYLE, WORK_STYLE], "{what}: {styles:?}");
    let own = page.first("[style], [nonce]");
    assert!(own.is_none(), "{what}: a style or a nonce on {own:?}");
    // Data blocks run nothing.
    let inline = page.count("script:not([src^='/assets/']):not([type$=json])");
    assert_eq!(inline, 0, "{what}: a script in the page");
}

#[track_caller]
fn has_unique_ids(page: &Page, what: &str) {
    let mut seen = BTreeSet::new();
    for id in page.select("[id]").iter().filter_map(|tag| tag.attr("id")) {
        assert!(seen.insert(id), "{what}: the id {id} twice");
    }
    for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
        for value in page
            .select(&format!("[{name}]"))
            .iter()
            .filter_map(|tag| tag.attr(name))
        {
            for id in value.split_whitespace() {
                assert!(seen.contains(id), "{what}: {name}={value} leads nowhere");
            }
        }
    }
    for link in page.select("a[href^='#']").iter().filter_map(|link| link.attr("href")) {
        assert!(seen.contains(&link[1..]), "{what}: {link} leads nowhere");
    }
    assert!(!page.has("img:not([alt])"), "{what}: a picture without alt");
    let jumps = page.has("img:not([width]), img:not([height])");
    assert!(!jumps, "{what}: a picture that jumps");
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
    let policy = answer.header("permissions-policy");
    assert!(
        policy.contains("microphone=()") && policy.contains("geolocation=()"),
        "{what}: {policy}"
    );
    // `what` begins with the address, in a language.
    let area = what
        .trim_start_matches('/')
        .split(['/', '?', ' '])
        .nth(1)
        .unwrap_or_default();
    if ["products", "cart", "checkout", "shops"].contains(&area) {
        assert!(policy.contains("camera=()"), "{what}: {policy}");
    }
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
    for other in Locale::BUILT_IN.into_iter().filter(|other| *other != locale) {
        let here = format!("/{}{rest}", other.code());
        let links = page.select("a[href]");
        let link = links.into_iter().find(|link| link.attr("href") == Some(&here));
        let link = link.unwrap_or_else(|| panic!("{path}: no link to {here}"));
        assert_eq!(link.attr("hreflang"), Some(other.bcp47()), "{path}");
        assert_eq!(link.attr("dir"), Some(other.dir().as_str()), "{path}");
    }
    let alternates = page.select("link[rel=alternate]");
    let is_private = page.has("meta[content=noindex]");
    assert_eq!(alternates.len(), if is_private { 0 } else { 4 }, "{path}");
    for alternate in alternates {
        assert!(alternate.attr("href").unwrap().starts_with(PUBLIC), "{path}");
    }
}
