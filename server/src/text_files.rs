//! The files of texts of this program: what changes in them shows here at once, and a moment later in all programs on the database.
//! What cannot be used goes to the log and to the translators' page.

mod glossary;
mod trouble;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use l10n::language::language_problems;
use l10n::{EnglishFiles, Finding, Kind, beside_texts};
use service::{Error, Shop, wording};
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use glossary::SeenGlossary;
use trouble::Trouble;

/// Between two looks at the files: what is saved is seen within a second, with the time of a page.
const LOOK: Duration = Duration::from_millis(250);
/// Between two times that the database is told and asked while the files say the same.
const TELL: Duration = Duration::from_secs(1);
/// Most that one look says in the log; the translators' page has them all.
const MOST_LOGGED: usize = 50;
/// What cannot be used is told again, so that it is known that this program is still there.
const TELL_AGAIN: Duration = Duration::from_secs(6 * 3600);
/// In the folder of data: what this program has seen in its files.
const NOTE: &str = "texts-published.json";

/// What was told of the files last.
#[derive(Default)]
struct Told {
    /// Of the texts when the database was last told and asked, and when that was.
    last: Option<(u64, Instant)>,
    /// Of the texts when all programs were told.
    published: Option<u64>,
    /// Of the texts when they were compared with the database.
    generation: Option<u64>,
    /// Of texts that went from the files before this program started.
    gone: Vec<Finding>,
    /// English of the files, which nobody reads.
    english: EnglishFiles,
    /// What is wrong beside the texts.
    beside: Vec<Finding>,
    /// What was wrong with the glossary of the folder.
    glossary: Vec<Finding>,
    problems: Vec<Finding>,
    problems_at: Option<Instant>,
}

/// Follows the files until it is told to stop.
pub async fn follow(shop: Shop, data: PathBuf, mut stopping: watch::Receiver<bool>) {
    let mut ticks = interval(LOOK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (note, glossary_note) = (data.join(NOTE), data.join(glossary::NOTE));
    let node = node(&machine(), &shop.texts().root().unwrap_or(data));
    let (mut told, mut trouble) = (Told::default(), Trouble::default());
    let mut glossary = SeenGlossary::default();
    // That was told when the program started.
    told.beside = language_problems().to_vec();
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        reload(&shop).await;
        if !told.is_due(shop.texts().generation(), Instant::now()) {
            continue;
        }
        told.english = look_at_english(&shop, std::mem::take(&mut told.english)).await;
        let before = std::mem::take(&mut told.beside);
        (told.beside, glossary) = look_beside(&shop, before, glossary, &glossary_note).await;
        match told.tell(&shop, &note, &node).await {
            Ok(()) if trouble.is_over() => tracing::info!("job.texts_again"),
            Ok(()) => {}
            // A database that is gone is reported by those who need it.
            Err(error @ (Error::Unavailable(_) | Error::Busy)) => {
                tracing::debug!(error = &error as &dyn std::error::Error, "job.texts");
            }
            Err(error) => {
                if trouble.is_told(service::cause_of(&error), Instant::now()) {
                    tracing::error!(error = &error as &dyn std::error::Error, "job.texts");
                }
            }
        }
    }
}

/// Takes over what changed in the files, and logs what is wrong in it.
async fn reload(shop: &Shop) {
    // Reading what changed of a hundred small files, and all of them at times: not on an async thread.
    let texts = shop.texts().clone();
    let problems = tokio::task::spawn_blocking(move || texts.reload_if_changed())
        .await
        .unwrap_or_default();
    let more = problems.len().saturating_sub(MOST_LOGGED);
    for problem in problems.into_iter().take(MOST_LOGGED) {
        tracing::warn!(%problem, "texts.problem");
    }
    if more > 0 {
        tracing::warn!(count = more, "texts.more_problems");
    }
}

/// Looks whether somebody changes English in the files, and says in the log that this does nothing.
async fn look_at_english(shop: &Shop, mut english: EnglishFiles) -> EnglishFiles {
    let Some(root) = shop.texts().root() else {
        return english;
    };
    let looked = tokio::task::spawn_blocking(move || {
        let new = english.look(&root);
        (english, new)
    });
    let (english, new) = looked.await.unwrap_or_default();
    for problem in new {
        tracing::warn!(%problem, "texts.problem");
    }
    english
}

/// Looks at what lies beside the texts, and says in the log what was not so `before`.
async fn look_beside(
    shop: &Shop,
    before: Vec<Finding>,
    glossary: SeenGlossary,
    glossary_note: &Path,
) -> (Vec<Finding>, SeenGlossary) {
    let Some(root) = shop.texts().root() else {
        return (before, glossary);
    };
    let note = glossary_note.to_owned();
    let looked = tokio::task::spawn_blocking(move || {
        let (mut now, mut glossary) = (beside_texts(&root), glossary);
        now.extend(glossary.look(&root, &note));
        (now, glossary)
    });
    let Ok((now, glossary)) = looked.await else {
        return (before, glossary);
    };
    log_new(&now, &before);
    (now, glossary)
}

/// Says in the log what was not so `before`.
fn log_new(now: &[Finding], before: &[Finding]) {
    for problem in now
        .iter()
        .filter(|problem| !before.contains(*problem))
        .take(MOST_LOGGED)
    {
        tracing::warn!(%problem, "texts.problem");
    }
}

impl Told {
    /// Whether the database is told and asked after this look at the files: at once when texts changed, and else from time to time.
    fn is_due(&mut self, generation: u64, now: Instant) -> bool {
        let is_same = |(last, at): (u64, Instant)| last == generation && now.saturating_duration_since(at) < TELL;
        if self.last.is_some_and(is_same) {
            return false;
        }
        self.last = Some((generation, now));
        true
    }

    async fn tell(&mut self, shop: &Shop, note: &Path, node: &str) -> Result<(), Error> {
        wording::follow_glossary(shop).await?;
        let glossary = shop.glossary_problems();
        log_new(&glossary, &self.glossary);
        self.glossary = glossary;
        let generation = shop.texts().generation();
        let mut is_due = self.generation != Some(generation);
        let (mut published, mut failed) = (0, None);
        if self.published != Some(generation) {
            match wording::publish(shop, note, node).await {
                Ok(count) => {
                    (published, is_due) = (count, true);
                    self.published = Some(generation);
                }
                // A note that cannot be written keeps nobody from hearing the rest.
                Err(error) => failed = Some(error),
            }
        }
        if is_due {
            let noted = wording::note_baseline(shop).await?;
            if published + noted > 0 {
                tracing::info!(texts.published = published, texts.noted = noted, "job.texts");
            }
            self.gone = wording::gone(shop, node).await?;
            // What is lost while the program runs has been told by those who saw it.
            if self.generation.is_none() {
                let problems = shop.texts().problems();
                let gone = self.gone.iter().filter(|gone| !is_told(&problems, gone));
                for problem in gone_by_place(gone) {
                    tracing::warn!(%problem, "texts.problem");
                }
            }
            self.generation = Some(generation);
        }
        let mut problems = shop.texts().problems();
        problems.extend_from_slice(&self.beside);
        problems.extend_from_slice(&self.glossary);
        problems.extend_from_slice(self.english.findings());
        let more: Vec<Finding> = self
            .gone
            .iter()
            .filter(|gone| !is_told(&problems, gone))
            .cloned()
            .collect();
        problems.extend(more);
        let is_due = match self.problems_at {
            Some(at) => !problems.is_empty() && at.elapsed() >= TELL_AGAIN,
            None => true,
        };
        if is_due || problems != self.problems {
            wording::tell_problems(shop, node, &problems).await?;
            self.problems = problems;
            self.problems_at = Some(Instant::now());
        }
        failed.map_or(Ok(()), Err)
    }
}

/// One finding for all that a file lacks, that went with it, or with its folder.
fn gone_by_place<'f>(gone: impl Iterator<Item = &'f Finding>) -> Vec<Finding> {
    let mut places: BTreeMap<String, (Kind, Vec<&Finding>)> = BTreeMap::new();
    for finding in gone {
        let file = Path::new(&finding.path);
        let (kind, place) = match file.parent() {
            _ if file.is_file() => (Kind::IdGone, file),
            Some(folder) if !folder.is_dir() => (Kind::FolderGone, folder),
            _ => (Kind::FileGone, file),
        };
        let at = places.entry(place.display().to_string());
        at.or_insert_with(|| (kind, Vec::new())).1.push(finding);
    }
    let told = places.into_iter().filter_map(|(path, (kind, findings))| {
        let (first, more) = (*findings.first()?, findings.len() - 1);
        let (kind, args) = match kind {
            Kind::IdGone if more > 0 => (Kind::IdsGone, vec![("count", more.to_string())]),
            kind => (kind, Vec::new()),
        };
        let unit = first.unit.clone().filter(|_| file_is_there(kind));
        Some(Finding {
            kind,
            path,
            unit,
            args,
            ..first.clone()
        })
    });
    told.collect()
}

/// Whether a finding is about a text of a file that is still there.
fn file_is_there(kind: Kind) -> bool {
    matches!(kind, Kind::IdGone | Kind::IdsGone)
}

/// Whether it is said already why a file lacks a text: it stands there with a mistake, or nothing of the file can be read.
fn is_told(problems: &[Finding], gone: &Finding) -> bool {
    let is_of_file = |problem: &&Finding| problem.path == gone.path;
    let mut of_file = problems.iter().filter(is_of_file);
    of_file.any(|problem| problem.unit.is_none() || problem.unit == gone.unit)
}

/// What this program is called among those on its database: on one machine there may be several, each with a folder of its own.
fn node(machine: &str, folder: &Path) -> String {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    format!("{machine}:{}", folder.display())
}

/// What the machine is called.
fn machine() -> String {
    let name = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    match name.trim() {
        "" => "localhost".to_owned(),
        name => name.chars().take(64).collect(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::Locale;
    use l10n::gone_from;
    use l10n::unit::UnitId;

    use super::*;

    #[test]
    fn the_database_is_asked_once_a_second_and_at_once_when_texts_changed() {
        let (mut told, start) = (Told::default(), Instant::now());
        let looks = [
            (0, 1),
            (250, 1),
            (500, 2),
            (750, 2),
            (1250, 2),
            (1500, 2),
            (1750, 2),
            (2500, 2),
        ];
        let due = looks.map(|(after, generation)| told.is_due(generation, start + Duration::from_millis(after)));
        assert_eq!(due, [true, false, true, false, false, true, false, true]);
    }

    #[test]
    fn two_programs_on_one_machine_have_names_of_their_own() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(node("one", Path::new("/srv/a/locales")), "one:/srv/a/locales");
        assert_ne!(
            node("one", Path::new("/srv/a/locales")),
            node("one", Path::new("/srv/b/locales"))
        );
        let relative = node("one", Path::new("locales"));
        assert_eq!(relative, format!("one:{}", here.join("locales").display()));
    }

    #[test]
    fn after_a_start_each_place_that_lost_texts_is_told_in_one_line() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("es")).unwrap();
        fs::write(root.path().join("es/cart.ftl"), "").unwrap();
        let gone = |locale: Locale, unit: &str| gone_from(root.path(), locale, &UnitId::parse(unit).unwrap()).unwrap();
        let all = [
            gone(Locale::Es, "cart-title"),
            gone(Locale::Es, "cart-undo"),
            gone(Locale::Es, "about-order-choose"),
            gone(Locale::Ug, "cart-title"),
            gone(Locale::Ug, "about-order-choose"),
        ];
        let shown = format!("{}/", root.path().display());
        let told: Vec<(String, Kind)> = gone_by_place(all.iter())
            .into_iter()
            .map(|finding| (finding.path.replace(&shown, ""), finding.kind))
            .collect();
        let at = |path: &str, kind: Kind| (path.to_owned(), kind);
        assert_eq!(
            told,
            [
                at("es/about.ftl", Kind::FileGone),
                at("es/cart.ftl", Kind::IdsGone),
                at("ug", Kind::FolderGone)
            ]
        );
    }
}
