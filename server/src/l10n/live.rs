//! For those who work on texts: what they save shows in open pages at once, and mistakes stand on the page and in the terminal.
//!
//! The files of the folder are looked at ten times a second; what the file system says did not change is read every ten seconds
//! only. A page listens to a stream of events; what it does then is in `live.js`.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::unfold;
use l10n::check::{is_ftl, say_word};
use l10n::glossary::Glossary;
use l10n::language::{folders, language_changes};
use l10n::stamp::{Look, Looks, Stamp};
use l10n::verdict::{CheckOptions, CheckReport, check};
use l10n::{Finding, Level, Texts};
use serde::Deserialize;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::check::{GLOSSARY, glossary, own_language};
use super::output;
use crate::router::Lifecycle;

mod problems;

/// The address of the stream.
pub const STREAM: &str = "/dev/texts";
/// The address of a page with all that is wrong, hints among it. It is for who has the files, and asks for no account.
pub const PROBLEMS: &str = "/dev/texts/problems";
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
    let (lifecycle, of) = (lifecycle.clone(), folder.to_owned());
    let page = move |Query(asked): Query<Asked>| {
        let of = of.clone();
        async move { problems::page(of, asked.folder()).await }
    };
    let answer = move |Query(asked): Query<Asked>| {
        let (said, lifecycle) = (said.clone(), lifecycle.clone());
        async move { stream(asked, said, lifecycle) }
    };
    Router::new().route(STREAM, get(answer)).route(PROBLEMS, get(page))
}

/// Takes over what changes, and says so; ends with the program.
async fn follow(texts: Texts, folder: PathBuf, say: watch::Sender<State>, lifecycle: Lifecycle) {
    let mut ticks = interval(LOOK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut seen = None;
    let files = Arc::new(Mutex::new(Files::default()));
    // What was doubtful before somebody began to work is not theirs.
    let mut known: Option<HashSet<String>> = None;
    while !lifecycle.is_stopping() {
        ticks.tick().await;
        let (of, files) = (folder.clone(), Arc::clone(&files));
        let content = move || {
            let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
            let look = files.looks.next(Instant::now());
            files.content(&of, look, SystemTime::now())
        };
        let Ok(now) = tokio::task::spawn_blocking(content).await else {
            continue;
        };
        if seen == Some(now) {
            continue;
        }
        seen = Some(now);
        let reloaded = texts.clone();
        // Pages show the texts while they are still being checked. What the check says is more than what this does.
        drop(tokio::task::spawn_blocking(move || reloaded.reload_all()).await);
        say.send_modify(|state| state.generation = texts.generation());
        let of = folder.clone();
        let Ok(mut report) = tokio::task::spawn_blocking(move || report_of(&of, Level::Warning)).await else {
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

/// The files as they were last read.
#[derive(Debug, Default)]
struct Files {
    looks: Looks,
    known: HashMap<PathBuf, Known>,
}

/// What a file said.
#[derive(Clone, Copy, Debug)]
struct Known {
    stamp: Option<Stamp>,
    content: u64,
}

impl Files {
    /// What all files say, as a number.
    fn content(&mut self, folder: &Path, look: Look, clock: SystemTime) -> u64 {
        let (mut hasher, mut known) = (DefaultHasher::new(), HashMap::new());
        let of_languages = folders().into_iter().map(|language| -> Vec<PathBuf> {
            let entries = fs::read_dir(folder.join(language)).into_iter().flatten().flatten();
            let texts = entries.filter(|entry| is_ftl(&entry.file_name().to_string_lossy()));
            texts.map(|entry| entry.path()).collect()
        });
        for paths in of_languages.chain([beside(folder)]) {
            let files = paths.into_iter().filter_map(|path| {
                let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
                Some((path, Stamp::of(&about, clock)))
            });
            let mut files: Vec<(PathBuf, Option<Stamp>)> = files.collect();
            files.sort_by(|(one, _), (other, _)| one.cmp(other));
            for (path, stamp) in files {
                let is_same = |known: &&Known| look == Look::Stamps && stamp.is_some() && known.stamp == stamp;
                let now = self.known.get(&path).filter(is_same).copied();
                let now = now.unwrap_or_else(|| Known::read(&path, stamp));
                (&path, now.content).hash(&mut hasher);
                known.insert(path, now);
            }
        }
        self.known = known;
        hasher.finish()
    }
}

/// What belongs to a language but its texts, also to one that is none yet.
fn beside(folder: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = folders.map(|language| language.path().join("language.toml"));
    files.chain([folder.join(GLOSSARY)]).collect()
}

impl Known {
    /// What cannot be read is tried again.
    fn read(path: &Path, stamp: Option<Stamp>) -> Self {
        let bytes = fs::read(path).ok();
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self {
            stamp: stamp.filter(|_| bytes.is_some()),
            content: hasher.finish(),
        }
    }
}

fn report_of(folder: &Path, level: Level) -> CheckReport {
    // A shop without a folder says what it was built with.
    if !folder.is_dir() {
        return CheckReport {
            findings: Vec::new(),
            languages: 0,
            units: 0,
        };
    }
    let own = glossary(folder).ok().flatten();
    let options = CheckOptions {
        level,
        glossary: own
            .as_ref()
            .filter(|own| !own.is_empty())
            .unwrap_or(Glossary::built_in()),
        ..CheckOptions::default()
    };
    let mut report = check(folder, &options);
    let path = folder.join(GLOSSARY).display().to_string();
    let of_words = own
        .iter()
        .flat_map(|own| own.findings(&path).into_iter().chain(own.doubts(&path)));
    report
        .findings
        .extend(of_words.filter(|finding| finding.level <= level));
    report.findings.extend(language_changes(folder));
    report.findings.sort_by(Finding::order);
    report
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

impl Asked {
    /// The folder of the language; that of the computer when it names none.
    fn folder(&self) -> &'static str {
        let known = folders().into_iter().find(|folder| *folder == self.lang);
        known.unwrap_or_else(own_language)
    }
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
        let data = serde_json::json!({
            "generation": state.generation,
            "findings": findings,
            "all": say_word("check-serve-all", &self.lang, &[]),
        });
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
