//! Files of translations on disk: which have changed, what is good in them, what is not, and what was last good.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use domain::Locale;

use crate::check::{Entry, File, Finding, Kind, MOST_FILES, is_ftl, parse_file, read_text};
use crate::message::Text;
use crate::other_language::{Other, other_language};
use crate::overlay::Values;
use crate::sources::Written;
use crate::stamp::{Look, Looks, Stamp};

mod gone;
mod link;
#[cfg(test)]
mod tests;

pub use gone::gone_from;
use gone::{gone, lost_in};

/// A text in a language.
type Key = (Locale, Text);

pub(crate) struct Folder {
    root: PathBuf,
    reference: HashMap<String, Reference>,
    files: BTreeMap<PathBuf, Known>,
    /// What each text last said while all was well with it. It stays when a later version has a mistake, and when the text, its
    /// file or the folder is gone.
    good: HashMap<Key, Arc<str>>,
    /// The value that each text of a language, terms among them, last had while all was well with it; built in or of the folder.
    values: Values,
    /// As it was written, of those that the folder has.
    written: HashMap<(Locale, String), Arc<Written>>,
    /// Texts in a second file, of which it has been told.
    twice: Vec<Finding>,
    findings: Vec<Finding>,
    /// What is wrong in the files as they were last read.
    problems: Vec<Finding>,
    looks: Looks,
    /// Files that were empty when they were last looked at: an editor may be about to write into them.
    emptied: HashSet<PathBuf>,
}

/// The English message, and the name of the file it belongs in.
struct Reference {
    file: &'static str,
    entry: &'static Entry,
}

/// A file as it lies in the folder.
struct Present {
    locale: Locale,
    stamp: Option<Stamp>,
}

/// A file as it was last read.
struct Known {
    locale: Locale,
    /// Of its content.
    hash: u64,
    /// While the file has this one, it need not be read; what could not be read has none.
    stamp: Option<Stamp>,
    /// What was read, before the texts of the language are put into each other.
    file: File,
    good: Vec<Good>,
    /// Texts that are in the file, with a mistake.
    broken: HashSet<Text>,
    /// What was told of texts that need others.
    told: Vec<Finding>,
    /// Nothing of it could be read.
    is_unreadable: bool,
    /// It is in another language, most of it.
    other: Option<Other>,
}

struct Good {
    text: Text,
    line: usize,
    pattern: Arc<str>,
}

impl Folder {
    pub(crate) fn new(root: PathBuf, reference: &'static [(&'static str, Entry)], values: Values) -> Self {
        let reference = reference
            .iter()
            .map(|(file, entry)| (entry.id.clone(), Reference { file, entry }))
            .collect();
        Self {
            root,
            reference,
            files: BTreeMap::new(),
            good: HashMap::new(),
            values,
            written: HashMap::new(),
            twice: Vec::new(),
            findings: Vec::new(),
            problems: Vec::new(),
            looks: Looks::default(),
            emptied: HashSet::new(),
        }
    }

    /// What was found since it was last taken.
    pub(crate) fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }

    /// What is wrong in the files as they were last read.
    pub(crate) fn problems(&self) -> &[Finding] {
        &self.problems
    }

    fn all_problems(&self) -> Vec<Finding> {
        let of = |known: &Known| {
            known
                .file
                .findings
                .iter()
                .chain(&known.told)
                .cloned()
                .collect::<Vec<_>>()
        };
        let of_files = self.files.values().flat_map(of);
        let twice = self.twice.iter().cloned();
        of_files.chain(twice).chain(self.still_gone()).collect()
    }

    /// Where the files are.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The values of all texts, the folder's over those built in.
    pub(crate) const fn values(&self) -> &Values {
        &self.values
    }

    /// What each text of the folder last said while all was well with it, as it was written.
    pub(crate) const fn written(&self) -> &HashMap<(Locale, String), Arc<Written>> {
        &self.written
    }

    /// What each text of the folder last said.
    pub(crate) fn overrides(&self) -> impl Iterator<Item = (Locale, Text, &Arc<str>)> {
        self.good
            .iter()
            .map(|((locale, text), pattern)| (*locale, *text, pattern))
    }

    /// Reads what changed; true when texts changed by it. Files whose [stamp](Stamp) is the same are not read, but for a look at
    /// all of them from time to time.
    pub(crate) fn read_changes(&mut self) -> bool {
        let look = self.looks.next(Instant::now());
        self.look(look, SystemTime::now())
    }

    /// The same, reading all files: a few milliseconds for the whole shop.
    pub(crate) fn read_all(&mut self) -> bool {
        self.look(Look::All, SystemTime::now())
    }

    fn look(&mut self, look: Look, clock: SystemTime) -> bool {
        let present = self.list(clock);
        let mut changed = self.forget_removed(&present);
        let is_any_new = present.keys().any(|path| !self.files.contains_key(path));
        let mut lost: Vec<(PathBuf, Key)> = Vec::new();
        for (path, Present { locale, stamp }) in present {
            let is_same = |known: &Known| stamp.is_some() && known.stamp == stamp;
            if look == Look::Stamps && self.files.get(&path).is_some_and(is_same) {
                continue;
            }
            let shown = path.display().to_string();
            let read = read_text(&path, &shown, locale.folder());
            let hash = hash_of(&read);
            if self.is_being_saved(&path, &read) {
                continue;
            }
            // Why nothing could be read may be over without a trace on the file.
            let stamp = stamp.filter(|_| read.is_ok());
            if let Some(known) = self.files.get_mut(&path)
                && known.hash == hash
            {
                known.stamp = stamp;
                continue;
            }
            changed = true;
            let known = match read {
                Ok(text) => Known {
                    stamp,
                    ..self.read(&shown, locale, hash, &text)
                },
                Err(finding) => {
                    self.findings.push(Finding::clone(&finding));
                    // Nothing of it is known any more, so nothing is lost by name.
                    let mut known = Known::empty(locale, hash);
                    known.file.findings.push(*finding);
                    known.is_unreadable = true;
                    self.files.insert(path, known);
                    continue;
                }
            };
            if let Some(before) = self.files.insert(path.clone(), known) {
                lost.extend(before.good.iter().map(|good| (path.clone(), (locale, good.text))));
            }
        }
        if !changed {
            return false;
        }
        let mut is_other = false;
        for locale in Locale::all() {
            is_other |= self.link(*locale);
        }
        is_other |= self.take_over(&lost);
        if is_any_new {
            // A file under another name is not gone: what it said is there.
            let still = self.still_gone();
            self.findings
                .retain(|finding| finding.kind != Kind::FileGone || still.contains(finding));
        }
        self.problems = self.all_problems();
        is_other
    }

    /// Whether a file that had texts is empty for the first time it is looked at: programs empty a file before they write into it.
    fn is_being_saved(&mut self, path: &Path, read: &Result<String, Box<Finding>>) -> bool {
        let is_empty = read.as_ref().is_ok_and(|text| text.trim().is_empty());
        let had_texts = self.files.get(path).is_some_and(|known| !known.file.entries.is_empty());
        if !is_empty || !had_texts {
            self.emptied.remove(path);
            return false;
        }
        self.emptied.insert(path.to_owned())
    }

    /// Drops files that are gone and says so, once for a whole language.
    fn forget_removed(&mut self, present: &BTreeMap<PathBuf, Present>) -> bool {
        let mut is_any = false;
        for locale in Locale::all().iter().copied() {
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
            let all = removed.len() > 1 && !present.values().any(|other| other.locale == locale);
            if all {
                let folder = self.root.join(locale.folder());
                self.findings.push(gone(&folder, Kind::FolderGone));
            } else {
                let each = removed.iter().map(|path| gone(path, Kind::FileGone));
                self.findings.extend(each);
            }
        }
        is_any
    }

    fn list(&self, clock: SystemTime) -> BTreeMap<PathBuf, Present> {
        let mut present = BTreeMap::new();
        for locale in Locale::all().iter().copied() {
            let entries = fs::read_dir(self.root.join(locale.folder())).into_iter().flatten();
            let files = entries
                .flatten()
                .filter(|entry| is_ftl(&entry.file_name().to_string_lossy()))
                .filter_map(|entry| {
                    let path = entry.path();
                    // A link to nowhere is no file; what cannot be read is told when it is tried.
                    let about = fs::metadata(&path).ok()?;
                    let stamp = Stamp::of(&about, clock);
                    Some((path, Present { locale, stamp }))
                });
            let mut files: Vec<(PathBuf, Present)> = files.collect();
            if files.len() > MOST_FILES {
                // Those that English has come first.
                let english: HashSet<&OsStr> = self.reference.values().map(|of| OsStr::new(of.file)).collect();
                files.sort_by(|(one, _), (other, _)| one.cmp(other));
                files.sort_by_key(|(path, _)| path.file_name().is_none_or(|name| !english.contains(name)));
                files.truncate(MOST_FILES);
            }
            present.extend(files);
        }
        present
    }

    /// What a file says by itself; what is wrong in it is told.
    fn read(&mut self, shown: &str, locale: Locale, hash: u64, text: &str) -> Known {
        let mut file = parse_file(shown, locale.folder(), text);
        self.findings.extend(file.findings.iter().cloned());
        file.text.clear();
        Known {
            other: other_language(locale.folder(), &file.entries),
            file,
            ..Known::empty(locale, hash)
        }
    }

    /// Puts what the files say now over what was said; true when it is something else. `lost` is what files said before.
    fn take_over(&mut self, lost: &[(PathBuf, Key)]) -> bool {
        let mut now: HashMap<Key, (&Path, &Good)> = HashMap::new();
        let mut twice: Twice<'_> = BTreeMap::new();
        let broken = self.broken_at_home();
        for (path, known) in &self.files {
            let path = path.as_path();
            for good in &known.good {
                let key = (known.locale, good.text);
                if broken.contains(&key) {
                    continue;
                }
                let Some((first, other)) = now.get(&key).copied() else {
                    now.insert(key, (path, good));
                    continue;
                };
                // The file that has it in English goes before a copy that was left lying beside it.
                let (used, unused) = if self.belongs(good.text.id(), path) {
                    now.insert(key, (path, good));
                    ((path, good), (first, other))
                } else {
                    ((first, other), (path, good))
                };
                let texts = twice.entry((unused.0, used.0)).or_default();
                texts.push((unused.1.line, unused.1.text));
            }
        }
        let twice = told_twice(twice);
        let is_new = |finding: &&Finding| !self.twice.iter().any(|before| is_same_cause(before, finding));
        self.findings.extend(twice.iter().filter(is_new).cloned());
        let is_told = |key: &Key| {
            now.contains_key(key)
                || self
                    .files
                    .values()
                    .any(|known| known.locale == key.0 && known.broken.contains(&key.1))
        };
        let mut lacking: BTreeMap<&Path, Vec<&'static str>> = BTreeMap::new();
        for (path, key) in lost.iter().filter(|(_, key)| !is_told(key)) {
            lacking.entry(path).or_default().push(key.1.id());
        }
        let told = lacking.into_iter().flat_map(|(path, ids)| {
            let known = self.files.get(path);
            lost_in(path, known.map(|known| &known.file), &ids)
        });
        let told: Vec<Finding> = told.collect();
        self.findings.extend(told);
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

    /// Texts with a mistake in the file they belong in: it brings up no copy that was left lying beside it.
    fn broken_at_home(&self) -> HashSet<Key> {
        let mut broken = HashSet::new();
        for (path, known) in &self.files {
            let texts = known.broken.iter().filter(|text| self.belongs(text.id(), path));
            broken.extend(texts.map(|text| (known.locale, *text)));
            if known.is_unreadable {
                let own = self.reference.keys().filter(|id| self.belongs(id, path));
                broken.extend(own.filter_map(|id| Some((known.locale, Text::by_id(id)?))));
            }
        }
        broken
    }

    /// Whether the English text is in a file of this name.
    fn belongs(&self, id: &str, path: &Path) -> bool {
        self.reference
            .get(id)
            .is_some_and(|reference| path.file_name().is_some_and(|name| name == reference.file))
    }
}

impl Known {
    fn empty(locale: Locale, hash: u64) -> Self {
        Self {
            locale,
            hash,
            stamp: None,
            file: File::default(),
            good: Vec::new(),
            broken: HashSet::new(),
            told: Vec::new(),
            is_unreadable: false,
            other: None,
        }
    }
}

/// Texts of a file that another one says, with their lines: that file, and the one that counts.
type Twice<'p> = BTreeMap<(&'p Path, &'p Path), Vec<(usize, Text)>>;

/// What is told of them: one line for the file, which is nearly always a copy; one text alone is named.
fn told_twice(twice: Twice<'_>) -> Vec<Finding> {
    let told = twice.into_iter().map(|((copy, counts), texts)| {
        let (copy, counts) = (copy.display().to_string(), counts.display().to_string());
        match texts.as_slice() {
            [(line, text)] => Finding::new(Kind::IdElsewhere, &copy, *line)
                .of(Some(text.id()))
                .arg("file", counts),
            texts => Finding::new(Kind::FileCopy, &copy, 1)
                .arg("file", counts)
                .arg("count", texts.len().to_string()),
        }
    });
    told.collect()
}

/// Whether two findings of texts in a second file are about the same files, and about the same text or about several.
fn is_same_cause(one: &Finding, other: &Finding) -> bool {
    one.kind == other.kind && one.path == other.path && one.unit == other.unit && one.args.first() == other.args.first()
}

/// Of a text, or of why there is none.
fn hash_of(read: &Result<String, Box<Finding>>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match read {
        Ok(text) => (0_u8, text).hash(&mut hasher),
        Err(finding) => (1_u8, finding.kind, &finding.args).hash(&mut hasher),
    }
    hasher.finish()
}
