//! Files of translations on disk: which have changed, what is good in them, what is not, and what was last good.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::Locale;

use crate::check::{Entry, MOST_FILES, Pattern, Problem, compare_entry, is_ftl, nearest, parse_file, read_text};
use crate::message::Text;
use crate::texts::for_program;

/// A text in a language.
type Key = (Locale, Text);

pub(crate) struct Folder {
    root: PathBuf,
    reference: HashMap<String, Reference>,
    files: BTreeMap<PathBuf, Known>,
    /// What each text last said while all was well with it. It stays when a later version has a mistake, and when the text, its
    /// file or the folder is gone.
    good: HashMap<Key, Arc<Pattern>>,
    /// Texts in a second file, of which it has been told.
    twice: HashSet<(PathBuf, Text)>,
    problems: Vec<Problem>,
}

/// The English message, and the name of the file it belongs in.
struct Reference {
    file: &'static str,
    entry: Entry,
}

/// A file as it was last read.
struct Known {
    locale: Locale,
    /// Of its content: neither time nor length tell whether a file is the same.
    hash: u64,
    good: Vec<Good>,
    /// Texts that are in the file, with a mistake.
    broken: HashSet<Text>,
}

struct Good {
    text: Text,
    line: usize,
    pattern: Arc<Pattern>,
}

impl Folder {
    pub(crate) fn new(root: PathBuf, reference: Vec<(&'static str, Entry)>) -> Self {
        let reference = reference
            .into_iter()
            .map(|(file, entry)| (entry.id.clone(), Reference { file, entry }))
            .collect();
        Self {
            root,
            reference,
            files: BTreeMap::new(),
            good: HashMap::new(),
            twice: HashSet::new(),
            problems: Vec::new(),
        }
    }

    /// Problems found since they were last taken.
    pub(crate) fn take_problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    /// What each text of the folder last said.
    pub(crate) fn overrides(&self) -> impl Iterator<Item = (Locale, Text, &Arc<Pattern>)> {
        self.good
            .iter()
            .map(|((locale, text), pattern)| (*locale, *text, pattern))
    }

    /// Reads what changed; true when texts changed by it. All files are read each time, a few milliseconds for the whole shop:
    /// a file put in another's place may have its time and length.
    pub(crate) fn read_changes(&mut self) -> bool {
        let present = self.list();
        let mut changed = self.forget_removed(&present);
        let mut lost: Vec<(PathBuf, Key)> = Vec::new();
        for (path, locale) in present {
            let shown = path.display().to_string();
            let read = read_text(&path, &shown, locale.folder());
            let hash = hash_of(&read);
            let before = self.files.get(&path);
            if before.is_some_and(|known| known.hash == hash) {
                continue;
            }
            changed = true;
            let mut known = match read {
                Ok(text) => self.read(&shown, locale, &text),
                Err(problem) => {
                    self.problems.push(problem);
                    // Nothing of it is known any more, so nothing is lost by name.
                    self.files.insert(path, Known::empty(locale, hash));
                    continue;
                }
            };
            known.hash = hash;
            if let Some(before) = self.files.insert(path.clone(), known) {
                lost.extend(before.good.iter().map(|good| (path.clone(), (locale, good.text))));
            }
        }
        changed && self.take_over(&lost)
    }

    /// Drops files that are gone and says so, once for a whole language.
    fn forget_removed(&mut self, present: &BTreeMap<PathBuf, Locale>) -> bool {
        let mut is_any = false;
        for locale in Locale::ALL {
            let removed: Vec<PathBuf> = self
                .files
                .iter()
                .filter(|(path, known)| known.locale == locale && !present.contains_key(*path))
                .map(|(path, _)| path.clone())
                .collect();
            for path in &removed {
                self.files.remove(path);
            }
            is_any |= !removed.is_empty();
            let all = removed.len() > 1 && !present.values().any(|other| *other == locale);
            let gone = |path: &Path, what: &str| {
                Problem::new(&path.display().to_string(), 1, what).advise("the shop goes on saying what it said")
            };
            if all {
                let folder = self.root.join(locale.folder());
                self.problems.push(gone(&folder, "the files of this folder are gone"));
            } else {
                let each = removed.iter().map(|path| gone(path, "this file is gone"));
                self.problems.extend(each);
            }
        }
        is_any
    }

    fn list(&self) -> BTreeMap<PathBuf, Locale> {
        let mut present = BTreeMap::new();
        for locale in Locale::ALL {
            let entries = fs::read_dir(self.root.join(locale.folder())).into_iter().flatten();
            let files = entries
                .flatten()
                .filter(|entry| is_ftl(&entry.file_name().to_string_lossy()))
                // A link to nowhere is no file; what cannot be read is told when it is tried.
                .filter(|entry| entry.path().exists());
            present.extend(files.take(MOST_FILES).map(|entry| (entry.path(), locale)));
        }
        present
    }

    /// What is good in a file; the rest is told.
    fn read(&mut self, shown: &str, locale: Locale, text: &str) -> Known {
        let file = parse_file(shown, locale.folder(), text);
        self.problems.extend(file.problems);
        let mut known = Known::empty(locale, 0);
        known.broken.extend(file.broken.iter().filter_map(|id| Text::by_id(id)));
        for entry in &file.entries {
            match self.accept(shown, entry) {
                // Of two with one name nobody knows which is meant.
                Ok(text) if known.broken.contains(&text) => {}
                Ok(text) => known.good.push(Good {
                    text,
                    line: entry.line,
                    pattern: Arc::new(for_program(entry, text)),
                }),
                Err(problem) => {
                    known.broken.extend(Text::by_id(&entry.id));
                    self.problems.push(problem);
                }
            }
        }
        known
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
        match compare_entry(&reference.entry, path, entry) {
            Some(problem) => Err(problem),
            None => Text::by_id(&entry.id).ok_or_else(unknown),
        }
    }

    /// Puts what the files say now over what was said; true when it is something else. `lost` is what files said before.
    fn take_over(&mut self, lost: &[(PathBuf, Key)]) -> bool {
        let mut now: HashMap<Key, (&Path, &Good)> = HashMap::new();
        let mut twice = HashSet::new();
        for (path, known) in &self.files {
            let path = path.as_path();
            for good in &known.good {
                let key = (known.locale, good.text);
                let Some((first, other)) = now.get(&key).copied() else {
                    now.insert(key, (path, good));
                    continue;
                };
                // The file that has it in English goes before a copy that was left lying beside it.
                let (used, unused) = if self.belongs(good.text, path) {
                    now.insert(key, (path, good));
                    ((path, good), (first, other))
                } else {
                    ((first, other), (path, good))
                };
                if !self.twice.contains(&(unused.0.to_owned(), good.text)) {
                    let what = format!("`{}` is already in {}", good.text.id(), used.0.display());
                    let problem = Problem::new(&unused.0.display().to_string(), unused.1.line, what);
                    self.problems
                        .push(problem.advise("that one is shown; keep one of them"));
                }
                twice.insert((unused.0.to_owned(), good.text));
            }
        }
        let is_told = |key: &Key| {
            now.contains_key(key)
                || self
                    .files
                    .values()
                    .any(|known| known.locale == key.0 && known.broken.contains(&key.1))
        };
        let mut gone: BTreeMap<&Path, Vec<&'static str>> = BTreeMap::new();
        for (path, key) in lost.iter().filter(|(_, key)| !is_told(key)) {
            gone.entry(path).or_default().push(key.1.id());
        }
        for (path, ids) in gone {
            let what = match ids.as_slice() {
                [only] => format!("`{only}` is no longer in this file"),
                several => format!(
                    "`{}` and {} other texts are no longer in this file",
                    several.first().copied().unwrap_or_default(),
                    several.len().saturating_sub(1)
                ),
            };
            let problem = Problem::new(&path.display().to_string(), 1, what);
            self.problems
                .push(problem.advise("the shop goes on saying what it said"));
        }
        let mut changed = false;
        for (key, (_, good)) in now {
            if self.good.get(&key) != Some(&good.pattern) {
                self.good.insert(key, Arc::clone(&good.pattern));
                changed = true;
            }
        }
        self.twice = twice;
        changed
    }

    /// Whether the English text is in a file of this name.
    fn belongs(&self, text: Text, path: &Path) -> bool {
        self.reference
            .get(text.id())
            .is_some_and(|reference| path.file_name().is_some_and(|name| name == reference.file))
    }
}

impl Known {
    fn empty(locale: Locale, hash: u64) -> Self {
        Self {
            locale,
            hash,
            good: Vec::new(),
            broken: HashSet::new(),
        }
    }
}

/// Of a text, or of why there is none.
fn hash_of(read: &Result<String, Problem>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match read {
        Ok(text) => (0_u8, text).hash(&mut hasher),
        Err(problem) => (1_u8, &problem.what).hash(&mut hasher),
    }
    hasher.finish()
}
