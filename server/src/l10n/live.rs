//! For those who work on texts: what they save shows in open pages at once, and mistakes stand on the page and in the terminal.
//!
//! All files of the folder are read ten times a second, a few milliseconds each time. A page listens to a stream of events; what it
//! does then is in `live.js`.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::unfold;
use l10n::check::is_ftl;
use l10n::language::folders;
use l10n::verdict::{CheckOptions, CheckReport, check};
use l10n::{Finding, Level, Texts};
use serde::Deserialize;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::check::own_language;
use super::output;
use crate::router::Lifecycle;

/// The address of the stream.
pub const STREAM: &str = "/dev/texts";
/// What a page does with it.
pub const SCRIPT: &str = include_str!("live.js");
/// Between two looks at the files.
const LOOK: Duration = Duration::from_millis(100);
/// An open stream says something at least as often: a dead line is noticed by it.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// What open pages are told.
#[derive(Clone, Debug, Default)]
struct State {
    /// Of the texts; a page with another one says something else by now.
    generation: u64,
    /// What is wrong in the folder.
    findings: Arc<[Finding]>,
}

/// Follows the folder from now on, and has the routes that pages ask.
pub fn routes<S: Clone + Send + Sync + 'static>(texts: &Texts, folder: &Path, lifecycle: &Lifecycle) -> Router<S> {
    let (say, said) = watch::channel(State {
        generation: texts.generation(),
        ..State::default()
    });
    tokio::spawn(follow(texts.clone(), folder.to_owned(), say, lifecycle.clone()));
    let lifecycle = lifecycle.clone();
    let answer = move |Query(asked): Query<Asked>| {
        let (said, lifecycle) = (said.clone(), lifecycle.clone());
        async move { stream(asked, said, lifecycle) }
    };
    Router::new().route(STREAM, get(answer))
}

/// Takes over what changes, and says so; ends with the program.
async fn follow(texts: Texts, folder: PathBuf, say: watch::Sender<State>, lifecycle: Lifecycle) {
    let mut ticks = interval(LOOK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut seen = None;
    // What was doubtful before somebody began to work is not theirs.
    let mut known: Option<HashSet<String>> = None;
    while !lifecycle.is_stopping() {
        ticks.tick().await;
        let of = folder.clone();
        let Ok(now) = tokio::task::spawn_blocking(move || content_of(&of)).await else {
            continue;
        };
        if seen == Some(now) {
            continue;
        }
        seen = Some(now);
        let reloaded = texts.clone();
        // Pages show the texts while they are still being checked. What the check says is more than what this does.
        drop(tokio::task::spawn_blocking(move || reloaded.reload_if_changed()).await);
        say.send_modify(|state| state.generation = texts.generation());
        let of = folder.clone();
        let Ok(mut report) = tokio::task::spawn_blocking(move || report_of(&of)).await else {
            continue;
        };
        let known = known.get_or_insert_with(|| {
            let doubts = report.findings.iter().filter(|finding| finding.level != Level::Error);
            doubts.map(name_of).collect()
        });
        report
            .findings
            .retain(|finding| finding.level == Level::Error || !known.contains(&name_of(finding)));
        if *say.borrow().findings != *report.findings {
            drop(output::print(&output::write(
                &report,
                output::Format::Human,
                own_language(),
            )));
        }
        say.send_modify(|state| state.findings = report.findings.into());
    }
}

/// What all files say: neither time nor length tell whether one is the same.
fn content_of(folder: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for language in folders() {
        let entries = fs::read_dir(folder.join(language)).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries
            .filter(|entry| is_ftl(&entry.file_name().to_string_lossy()))
            .map(|entry| entry.path())
            .filter(|path| path.is_file())
            .collect();
        paths.sort();
        for path in paths {
            path.hash(&mut hasher);
            fs::read(&path).ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn report_of(folder: &Path) -> CheckReport {
    // A shop without a folder says what it was built with.
    if !folder.is_dir() {
        return CheckReport {
            findings: Vec::new(),
            languages: 0,
            units: 0,
        };
    }
    let options = CheckOptions {
        level: Level::Warning,
        ..CheckOptions::default()
    };
    check(folder, &options)
}

/// A finding wherever in its file it stands.
fn name_of(finding: &Finding) -> String {
    let unit = finding.unit.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {unit} {}", finding.path, finding.kind.as_str())
}

/// What a page says of itself.
#[derive(Debug, Deserialize)]
struct Asked {
    /// Its language, in which it is told.
    #[serde(default)]
    lang: String,
}

/// A page that listens.
struct Open {
    lang: String,
    said: watch::Receiver<State>,
    lifecycle: Lifecycle,
    is_first: bool,
}

fn stream(asked: Asked, said: watch::Receiver<State>, lifecycle: Lifecycle) -> Response {
    let open = Open {
        lang: asked.lang,
        said,
        lifecycle,
        is_first: true,
    };
    let events = unfold(open, async |mut open| {
        let event = open.next().await?;
        Some((Ok::<_, std::io::Error>(Bytes::from(event)), open))
    });
    let mut response = Body::from_stream(events).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl Open {
    /// The next event; nothing when the program stops.
    async fn next(&mut self) -> Option<String> {
        // The first one says how things stand.
        if !std::mem::take(&mut self.is_first) {
            let heard = tokio::select! {
                heard = timeout(SIGN_OF_LIFE, self.said.changed()) => heard,
                () = self.lifecycle.stopped() => return None,
            };
            match heard {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return None,
                Err(_) => return Some(":\n\n".to_owned()),
            }
        }
        let state = self.said.borrow_and_update();
        let findings: Vec<_> = state.findings.iter().map(|finding| told(finding, &self.lang)).collect();
        let data = serde_json::json!({ "generation": state.generation, "findings": findings });
        Some(format!("data: {data}\n\n"))
    }
}

/// A finding as the page shows it.
fn told(finding: &Finding, lang: &str) -> serde_json::Value {
    serde_json::json!({
        "level": finding.level.as_str(),
        "place": format!("{}:{}", finding.path, finding.line),
        "unit": finding.unit.as_ref().map(ToString::to_string),
        "text": finding.sentence(lang),
        "meant": finding.suggestion(lang),
    })
}
