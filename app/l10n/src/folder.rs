//! Files of translations on disk: which have changed, what is good in them, what is not.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use domain::Locale;

use crate::check::{Entry, Pattern, Problem, compare_entry, nearest, parse_file};
use crate::message::Text;
use crate::texts::for_program;

/// Time of the last change and length: enough to see that an editor has saved.
type Stamp = (Option<SystemTime>, u64);

pub(crate) struct Folder {
    root: PathBuf,
    reference: HashMap<String, Entry>,
    files: BTreeMap<PathBuf, Known>,
    problems: Vec<Problem>,
}

struct Known {
    locale: Locale,
    stamp: Stamp,
    good: Vec<(Text, Arc<Pattern>)>,
}

impl Folder {
    pub(crate) fn new(root: PathBuf, reference: Vec<Entry>) -> Self {
        let reference = reference.into_iter().map(|entry| (entry.id.clone(), entry)).collect();
        Self {
            root,
            reference,
            files: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// Problems found since they were last taken.
    pub(crate) fn take_problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    /// Every good message, later files over earlier ones.
    pub(crate) fn overrides(&self) -> impl Iterator<Item = (Locale, Text, &Arc<Pattern>)> {
        self.files
            .values()
            .flat_map(|file| file.good.iter().map(|(text, pattern)| (file.locale, *text, pattern)))
    }

    /// Reads what changed; true when texts may have changed by it.
    pub(crate) fn read_changes(&mut self) -> bool {
        let present = self.list();
        let before = self.files.len();
        self.files.retain(|path, _| present.contains_key(path));
        let mut changed = self.files.len() != before;
        for (path, (locale, stamp)) in present {
            if self.files.get(&path).is_some_and(|known| known.stamp == stamp) {
                continue;
            }
            let good = self.read(&path, locale);
            changed |= good.is_some();
            let known = self.files.entry(path).or_insert(Known {
                locale,
                stamp,
                good: Vec::new(),
            });
            known.stamp = stamp;
            if let Some(good) = good {
                known.good = good;
            }
        }
        changed
    }

    fn list(&self) -> BTreeMap<PathBuf, (Locale, Stamp)> {
        let mut present = BTreeMap::new();
        for locale in Locale::ALL {
            for entry in fs::read_dir(self.root.join(locale.folder()))
                .into_iter()
                .flatten()
                .flatten()
            {
                let path = entry.path();
                let hidden = entry.file_name().to_string_lossy().starts_with('.');
                if hidden || path.extension().is_none_or(|extension| extension != "ftl") {
                    continue;
                }
                // Not `entry.metadata()`: a link is as new as what it points at.
                if let Ok(found) = fs::metadata(&path) {
                    present.insert(path, (locale, (found.modified().ok(), found.len())));
                }
            }
        }
        present
    }

    /// The usable messages of a file, or `None` when none of it is readable and the former ones should stay.
    fn read(&mut self, path: &Path, locale: Locale) -> Option<Vec<(Text, Arc<Pattern>)>> {
        let shown = path.display().to_string();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                self.problems
                    .push(Problem::new(&shown, 1, format!("this file cannot be read: {error}")));
                return None;
            }
        };
        let file = parse_file(&shown, locale.folder(), &text);
        let nothing_readable = file.entries.is_empty() && !file.problems.is_empty();
        self.problems.extend(file.problems);
        if nothing_readable {
            return None;
        }
        let mut good = Vec::new();
        for entry in &file.entries {
            match self.accept(&shown, entry) {
                Ok(text) => good.push((text, Arc::new(for_program(entry, text)))),
                Err(problem) => self.problems.push(problem),
            }
        }
        Some(good)
    }

    fn accept(&self, path: &str, entry: &Entry) -> Result<Text, Problem> {
        let unknown = || {
            let problem = Problem::new(path, entry.line, format!("`{}` does not exist in this shop", entry.id));
            match nearest(&entry.id, self.reference.keys().map(String::as_str)) {
                Some(near) => problem.advise(format!("did you mean `{near}`?")),
                None => problem,
            }
        };
        let reference = self.reference.get(&entry.id).ok_or_else(unknown)?;
        match compare_entry(reference, path, entry) {
            Some(problem) => Err(problem),
            None => Text::by_id(&entry.id).ok_or_else(unknown),
        }
    }
}
