//! The texts of a running shop: those built in, and over them what a folder on disk says.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use domain::{ErrorCode, FieldCode, Locale};

use crate::check::{
    Decimal, Entry, FOLDERS, Fault, File, Finding, Kind, NumberStyle, Pattern, Report, link, names_of, of_each,
    parse_file,
};
use crate::folder::Folder;
use crate::format;
use crate::generated::{FILES, KNOWN};
use crate::message::{Arg, Message, Text};
use crate::overlay::{self, Said, Values, lay};
use crate::resolve::{self, Part};
use crate::sources::{self, Written};
use crate::unit::{SourceHash, UnitId};
use crate::words::Words;

/// All texts. Cloning is cheap and shares them.
#[derive(Clone)]
pub struct Texts(Arc<Shared>);

struct Shared {
    store: ArcSwap<Store>,
    built_in: Arc<Store>,
    folder: Option<Mutex<Folder>>,
    over: Mutex<Over>,
}

/// What is said over the folder.
#[derive(Default)]
struct Over {
    /// What other programs read in their files, and this one before.
    files: Vec<Said>,
    /// What translators changed, for all readers.
    approved: Vec<Said>,
    /// Which wordings of this folder are among `files`, or older. Where it has another one, somebody has just changed it here; where
    /// none is known, nobody has compared them yet, as in a program that is for those who work on the files.
    noted: HashMap<(Locale, UnitId), SourceHash>,
}

/// A pattern for every text in every shop language, at the place of the text, as it is filled in. A language that was added may
/// lack some.
#[derive(Clone)]
struct Store {
    generation: u64,
    /// In the order of [`Locale::all`].
    languages: Vec<Vec<Option<Arc<str>>>>,
    /// What the folder says, as it was written.
    files: Arc<HashMap<(Locale, String), Arc<Written>>>,
    /// What is said over it.
    said: Arc<HashMap<(Locale, String), Arc<str>>>,
    /// What cannot be said beside it, and why.
    left: Arc<HashMap<(Locale, String), Finding>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts")
            .field("generation", &self.generation())
            .finish_non_exhaustive()
    }
}

impl Texts {
    /// The texts the program was built with.
    pub fn built_in() -> Self {
        let built_in = Arc::new(Store::built_in());
        Self(Arc::new(Shared {
            store: ArcSwap::new(Arc::clone(&built_in)),
            built_in,
            folder: None,
            over: Mutex::default(),
        }))
    }

    /// Texts of `folder` (with `ug`, `zh-Hans`, `es` in it) over those built in. It is read at once; what was wrong
    /// comes from the first [`Texts::reload_if_changed`]. A folder that is not there is like an empty one.
    pub fn with_folder(folder: PathBuf) -> Self {
        let built_in = Arc::new(Store::built_in());
        let texts = Self(Arc::new(Shared {
            store: ArcSwap::new(Arc::clone(&built_in)),
            built_in,
            folder: Some(Mutex::new(Folder::new(folder, reference(), built_in_values()))),
            over: Mutex::default(),
        }));
        texts.read_folder();
        texts
    }

    /// Takes over files that changed since the last call and returns what is wrong in them. What a text last said stays
    /// when it is broken, or gone with its file; one that was never right there is the one built in. Touches the disk: call
    /// it from a blocking task, a few times a second. Files are read when the file system says that they changed, and every ten
    /// seconds whatever it says.
    pub fn reload_if_changed(&self) -> Vec<Finding> {
        self.read_folder();
        self.found()
    }

    /// The same, reading all files: for who knows that one has changed.
    pub fn reload_all(&self) -> Vec<Finding> {
        self.look(Folder::read_all);
        self.found()
    }

    fn found(&self) -> Vec<Finding> {
        self.folder()
            .map(|mut folder| folder.take_findings())
            .unwrap_or_default()
    }

    /// What is wrong in the files of the folder as they were last read.
    pub fn problems(&self) -> Vec<Finding> {
        self.folder()
            .map(|folder| folder.problems().to_vec())
            .unwrap_or_default()
    }

    /// Where the folder is, if there is one.
    pub fn root(&self) -> Option<PathBuf> {
        self.folder().map(|folder| folder.root().to_owned())
    }

    /// Puts texts over those of the folder: what files of other programs say, and over that what translators changed. `noted` are
    /// the wordings of this folder that are known to be among them or older than they; where the folder has another one, or none is
    /// known of the text, the folder counts. A text with a mistake changes nothing.
    pub fn set_shared(&self, files: Vec<Said>, approved: Vec<Said>, noted: HashMap<(Locale, UnitId), SourceHash>) {
        let folder = self.folder();
        let mut over = self.over();
        if over.files == files && over.approved == approved && over.noted == noted {
            return;
        }
        *over = Over { files, approved, noted };
        let store = self.composed(folder.as_deref(), &over, &[]);
        self.0.store.store(Arc::new(store));
    }

    /// The texts as somebody reads them who has written others: `own` over all.
    #[must_use]
    pub fn with_own(&self, own: &[Said]) -> Self {
        let folder = self.folder();
        let store = self.composed(folder.as_deref(), &self.over(), own);
        Self(Arc::new(Shared {
            store: ArcSwap::from_pointee(store),
            built_in: Arc::clone(&self.0.built_in),
            folder: None,
            over: Mutex::default(),
        }))
    }

    /// Why a text could not be said beside all others of its language, or which other could be said with it no more; nothing when
    /// all can, or when it is none at all.
    pub fn refused(&self, said: &Said) -> Option<Finding> {
        let folder = self.folder();
        let over = self.over();
        let others = over.files.iter().chain(&over.approved);
        let mut all: Vec<Said> = others.filter(|other| other.locale == said.locale).cloned().collect();
        let count = all.len();
        all.push(said.clone());
        let values = folder.as_deref().map_or_else(|| &*overlay::BUILT_IN, Folder::values);
        let key = (said.locale, said.unit.to_string());
        let mut laid = lay(values, &all);
        if let Some(own) = laid.refused.remove(&key) {
            return Some(own);
        }
        let mut others: Vec<_> = laid.refused.into_iter().chain(laid.broken).collect();
        if others.is_empty() {
            return None;
        }
        let before = lay(values, &all[..count]);
        others.retain(|(other, _)| !before.refused.contains_key(other) && !before.broken.contains_key(other));
        others.sort_by(|((_, one), _), ((_, other), _)| one.cmp(other));
        others.into_iter().next().map(|(_, finding)| finding)
    }

    /// What of the texts that are said over the files cannot be said, and which of those in the files cannot with them, by name.
    pub fn left_out(&self, locale: Locale) -> Vec<(String, Finding)> {
        let left = Arc::clone(&self.0.store.load().left);
        let own = left.iter().filter(|((of, _), _)| *of == locale);
        let mut own: Vec<(String, Finding)> = own.map(|((_, id), finding)| (id.clone(), finding.clone())).collect();
        own.sort_by(|(one, _), (other, _)| one.cmp(other));
        own
    }

    /// What the folder says, each text as it last was while all was well with it.
    pub fn folder_says(&self) -> Vec<Said> {
        let store = self.0.store.load();
        let of = |((locale, _), written): (&(Locale, String), &Arc<Written>)| Said {
            locale: *locale,
            unit: written.id.clone(),
            source: written.source.clone(),
        };
        store.files.iter().map(of).collect()
    }

    /// A text as the files have it, or as it was built in; nothing when the language has none.
    pub fn in_files(&self, locale: Locale, unit: &UnitId) -> Option<Written> {
        let store = self.0.store.load();
        let of_folder = store.files.get(&(locale, unit.to_string()));
        of_folder
            .map(|written| Written::clone(written))
            .or_else(|| sources::built_in(locale.folder(), unit).cloned())
    }

    /// A text as it was written, as all read it; nothing when the language has none.
    pub fn written(&self, locale: Locale, unit: &UnitId) -> Option<Written> {
        let in_files = self.in_files(locale, unit);
        let Some(source) = self.said(locale, unit.as_str()) else {
            return in_files;
        };
        let place = in_files.or_else(|| {
            let (_, english) = sources::english_of(unit)?;
            Some(Written {
                comment: String::new(),
                ..english.clone()
            })
        })?;
        Some(Written {
            source: source.to_string(),
            ..place
        })
    }

    /// What is said over the files, if anything is.
    pub fn said(&self, locale: Locale, id: &str) -> Option<Arc<str>> {
        self.0.store.load().said.get(&(locale, id.to_owned())).cloned()
    }

    fn folder(&self) -> Option<MutexGuard<'_, Folder>> {
        let folder = self.0.folder.as_ref()?;
        Some(folder.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Locked after the folder, where both are.
    fn over(&self) -> MutexGuard<'_, Over> {
        self.0.over.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All texts: built in, over them the folder's, over them what others said, and what one reader says.
    fn composed(&self, folder: Option<&Folder>, over: &Over, own: &[Said]) -> Store {
        let mut store = Store::clone(&self.0.built_in);
        store.generation = self.generation() + 1;
        for (locale, text, pattern) in folder.into_iter().flat_map(Folder::overrides) {
            store.put(locale, text, pattern);
        }
        if let Some(folder) = folder {
            store.files = Arc::new(folder.written().clone());
        }
        let is_changed_here = |said: &Said| {
            let here = store.files.get(&(said.locale, said.unit.to_string()));
            let noted = over.noted.get(&(said.locale, said.unit.clone()));
            here.is_some_and(|here| noted.is_none_or(|noted| *noted != here.hash()))
        };
        let said: Vec<Said> = over
            .files
            .iter()
            .filter(|said| !is_changed_here(said))
            .chain(&over.approved)
            .chain(own)
            .cloned()
            .collect();
        if said.is_empty() {
            return store;
        }
        let laid = lay(folder.map_or_else(|| &*overlay::BUILT_IN, Folder::values), &said);
        for (locale, text, pattern) in &laid.patterns {
            store.put(*locale, *text, pattern);
        }
        store.said = Arc::new(laid.said);
        store.left = Arc::new(laid.refused.into_iter().chain(laid.broken).collect());
        store
    }

    /// Grows by one with every change taken over, for caches and for reloading a developer's page.
    pub fn generation(&self) -> u64 {
        self.0.store.load().generation
    }

    fn read_folder(&self) {
        self.look(Folder::read_changes);
    }

    fn look(&self, how: fn(&mut Folder) -> bool) {
        let Some(mut folder) = self.folder() else { return };
        if !how(&mut folder) {
            return;
        }
        let store = self.composed(Some(&*folder), &self.over(), &[]);
        self.0.store.store(Arc::new(store));
    }

    /// The message, every argument between FSI and PDI so that it cannot turn the text around it. For attributes,
    /// notifications and plain text; views use [`Texts::parts`].
    pub fn get<'a>(&self, locale: Locale, message: impl Into<Message<'a>>) -> String {
        let message = message.into();
        resolve::isolated(&self.pattern(locale, message.text), locale, &message.args)
    }

    /// The message without direction characters: only where they would be shown or counted (`<title>`, e-mail
    /// subjects, logs).
    pub fn plain<'a>(&self, locale: Locale, message: impl Into<Message<'a>>) -> String {
        let message = message.into();
        resolve::plain(&self.pattern(locale, message.text), locale, &message.args)
    }

    /// The message in parts for a view, which puts the isolated ones in `<bdi>`.
    pub fn parts<'a>(&self, locale: Locale, message: impl Into<Message<'a>>) -> Vec<Part> {
        let message = message.into();
        resolve::parts(&self.pattern(locale, message.text), locale, &message.args)
    }

    /// A message without arguments by its id; `None` when there is no such message or it needs arguments.
    pub fn by_id(&self, locale: Locale, id: &str) -> Option<String> {
        let text = Text::by_id(id).filter(|text| text.args().is_empty())?;
        Some(self.get(locale, text))
    }

    /// Any message with a number for each of its arguments, for tests of translations; `None` for an unknown id.
    pub fn sample(&self, locale: Locale, id: &str, numbers: &[i64]) -> Option<String> {
        let args = numbers.iter().map(|number| Arg::Number(*number)).collect();
        Some(self.plain(locale, Message::with(Text::by_id(id)?, args)))
    }

    /// A message with the name of each argument in its place, as it is written in the files: `{ $name }`. For lists of texts.
    pub fn unfilled(&self, locale: Locale, text: Text) -> String {
        let name = |name: &&str| Arg::from(format!("{{ ${name} }}"));
        self.get(locale, Message::with(text, text.args().iter().map(name).collect()))
    }

    /// What a user reads about a request that failed.
    pub fn error(&self, locale: Locale, code: ErrorCode) -> String {
        let internal = || self.by_id(locale, "error-internal").unwrap_or_default();
        self.by_id(locale, &format!("error-{}", code.as_str()))
            .unwrap_or_else(internal)
    }

    /// What a user reads beside a field that was refused.
    pub fn field_error(&self, locale: Locale, code: FieldCode) -> String {
        let invalid = || self.by_id(locale, "field-error-invalid-text").unwrap_or_default();
        self.by_id(locale, &format!("field-error-{}", code.as_str()))
            .unwrap_or_else(invalid)
    }

    /// The texts named, as an island takes them along.
    pub fn words(&self, locale: Locale, texts: &[Text]) -> Words {
        let patterns = texts.iter().map(|text| (*text, self.pattern(locale, *text)));
        Words::new(locale, patterns.collect())
    }

    fn pattern(&self, locale: Locale, text: Text) -> Arc<str> {
        let store = self.0.store.load();
        store
            .get(locale, text)
            .or_else(|| locale.fallbacks().iter().find_map(|other| store.get(*other, text)))
            .unwrap_or_default()
    }
}

impl Store {
    fn built_in() -> Self {
        let of = |locale: &Locale| PATTERNS.get(locale.index()).cloned();
        let none = || vec![None; KNOWN.len()];
        let languages = Locale::all().iter().map(|locale| of(locale).unwrap_or_else(none));
        let languages = languages.collect();
        Self {
            generation: 0,
            languages,
            files: Arc::default(),
            said: Arc::default(),
            left: Arc::default(),
        }
    }

    fn get(&self, locale: Locale, text: Text) -> Option<Arc<str>> {
        self.languages.get(locale.index())?.get(text.place())?.clone()
    }

    fn put(&mut self, locale: Locale, text: Text, pattern: &Arc<str>) {
        let language = self.languages.get_mut(locale.index());
        if let Some(place) = language.and_then(|patterns| patterns.get_mut(text.place())) {
            *place = Some(Arc::clone(pattern));
        }
    }
}

/// What each text of the languages built in says, at the place of the text.
static PATTERNS: LazyLock<Vec<Vec<Option<Arc<str>>>>> = LazyLock::new(|| {
    of_each(&Locale::BUILT_IN, |locale| {
        // The build has checked that nothing is missing; an id on the screen is only the last resort.
        let mut patterns: Vec<Option<Arc<str>>> = KNOWN.iter().map(|known| Some(Arc::from(known.id))).collect();
        for (_, entry) in entries_of(locale.folder()) {
            let Some(text) = Text::by_id(&entry.id) else {
                continue;
            };
            if let Some(place) = patterns.get_mut(text.place()) {
                *place = Some(for_program(&entry.pattern, &entry.args, text));
            }
        }
        patterns
    })
});

/// The pattern of a message with its variables in the order in which the program gives them.
pub(crate) fn for_program(pattern: &Pattern, args: &[String], text: Text) -> Arc<str> {
    let place = |name: &String| text.args().iter().position(|arg| arg == name).unwrap_or(usize::MAX);
    let order: Vec<usize> = args.iter().map(place).collect();
    pattern.renumbered(&order).write().into()
}

impl Pattern {
    /// The text with these arguments and without direction characters, as [`Texts::plain`] says it.
    pub fn fill(&self, locale: Locale, args: &[Arg<'_>]) -> String {
        resolve::plain(&self.write(), locale, args)
    }

    /// The text in parts, as [`Texts::parts`] gives it to a view: for a look at what is being written.
    pub fn parts(&self, locale: Locale, args: &[Arg<'_>]) -> Vec<Part> {
        resolve::parts(&self.write(), locale, args)
    }
}

/// A number that stands in a text itself, as the language of a folder writes it.
pub(crate) fn write_number(folder: &str, number: Decimal, style: NumberStyle) -> String {
    let locale = Locale::all().iter().copied().find(|locale| locale.folder() == folder);
    format::styled(locale.unwrap_or_default(), number.units, number.scale, style)
}

/// The texts of the folders, read once.
static ENTRIES: LazyLock<Vec<Vec<(&'static str, Entry)>>> =
    LazyLock::new(|| of_each(&FOLDERS, |folder| read_built_in(folder)));

/// The texts of a language as they were built in, each with the name of its file.
pub(crate) fn entries_of(folder: &str) -> &'static [(&'static str, Entry)] {
    let place = FOLDERS.iter().position(|known| *known == folder);
    place.and_then(|place| ENTRIES.get(place)).map_or(&[], Vec::as_slice)
}

fn read_built_in(folder: &str) -> Vec<(&'static str, Entry)> {
    let files = FILES.iter().filter(|(of, ..)| *of == folder);
    let (names, mut parsed): (Vec<&'static str>, Vec<File>) = files
        .map(|(_, name, text)| (*name, parse_file(name, folder, text)))
        .unzip();
    // What cannot be used the build has told.
    drop(link(&mut parsed, folder, write_number));
    let named = names.into_iter().zip(parsed);
    named
        .flat_map(|(name, file)| file.entries.into_iter().map(move |entry| (name, entry)))
        .collect()
}

/// The texts of the shop's languages as they were built in, which those of a folder may refer to; a language that was added has
/// those of the language its readers understand best.
pub(crate) fn built_in_values() -> Values {
    let of = |locale: Locale| {
        let named = move |(_, entry): &(&'static str, Entry)| ((locale, entry.id.clone()), entry.value.clone());
        entries_of(locale.nearest_built_in().folder()).iter().map(named)
    };
    Locale::all().iter().copied().flat_map(of).collect()
}

/// The English messages with the names of their files, which a file on disk is compared with.
pub(crate) fn reference() -> &'static [(&'static str, Entry)] {
    entries_of(FOLDERS[0])
}

/// What a running shop of this release would refuse or miss in a folder whose languages agree with each other: the folder may
/// belong to another release.
pub fn other_release(report: &Report) -> Vec<Finding> {
    let Some(english) = report.languages.first() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    // Terms are the files' own; no program asks for them.
    for (file, entry) in english.entries().filter(|(_, entry)| !entry.id.starts_with('-')) {
        let fault = match Text::by_id(&entry.id) {
            None => Fault::new(Kind::ReleaseUnknown),
            Some(text) if text.args().is_empty() && !entry.args.is_empty() => Fault::new(Kind::ReleaseNothing),
            Some(text) if !is_same_set(text.args(), &entry.args) => {
                Fault::new(Kind::ReleaseVariables).arg("names", names_of(text.args()))
            }
            Some(_) => continue,
        };
        findings.push(entry.place(&file.path).of(fault));
    }
    findings
}

fn is_same_set(left: &[&str], right: &[String]) -> bool {
    left.len() == right.len() && right.iter().all(|arg| left.contains(&arg.as_str()))
}
