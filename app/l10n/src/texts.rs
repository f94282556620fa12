//! The texts of a running shop: those built in, and over them what a folder on disk says.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use domain::{ErrorCode, FieldCode, Locale};

use crate::check::{Entry, FOLDERS, Pattern, Piece, Problem, Report, parse_file};
use crate::folder::Folder;
use crate::generated::{FILES, KNOWN};
use crate::message::{Arg, Message, Text};
use crate::resolve::{self, Part};
use crate::words::Words;

/// All texts. Cloning is cheap and shares them.
#[derive(Clone)]
pub struct Texts(Arc<Shared>);

struct Shared {
    store: ArcSwap<Store>,
    built_in: Store,
    folder: Option<Mutex<Folder>>,
}

/// A pattern for every text in every shop language, at the place of the text.
#[derive(Clone)]
struct Store {
    generation: u64,
    languages: [Vec<Arc<Pattern>>; 3],
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
        let built_in = Store::built_in();
        Self(Arc::new(Shared {
            store: ArcSwap::from_pointee(built_in.clone()),
            built_in,
            folder: None,
        }))
    }

    /// Texts of `folder` (with `ug`, `zh-Hans`, `es` in it) over those built in. It is read at once; what was wrong
    /// comes from the first [`Texts::reload_if_changed`]. A folder that is not there is like an empty one.
    pub fn with_folder(folder: PathBuf) -> Self {
        let built_in = Store::built_in();
        let texts = Self(Arc::new(Shared {
            store: ArcSwap::from_pointee(built_in.clone()),
            built_in,
            folder: Some(Mutex::new(Folder::new(folder, reference()))),
        }));
        texts.read_folder();
        texts
    }

    /// Takes over files that changed since the last call and returns what is wrong in them. What a text last said stays
    /// when it is broken, or gone with its file; one that was never right there is the one built in. Touches the disk: call
    /// it from a blocking task, about once a second.
    pub fn reload_if_changed(&self) -> Vec<Problem> {
        self.read_folder();
        match &self.0.folder {
            Some(folder) => folder.lock().unwrap_or_else(PoisonError::into_inner).take_problems(),
            None => Vec::new(),
        }
    }

    /// Grows by one with every change taken over, for caches and for reloading a developer's page.
    pub fn generation(&self) -> u64 {
        self.0.store.load().generation
    }

    fn read_folder(&self) {
        let Some(folder) = &self.0.folder else { return };
        let mut folder = folder.lock().unwrap_or_else(PoisonError::into_inner);
        if !folder.read_changes() {
            return;
        }
        let mut store = self.0.built_in.clone();
        store.generation = self.generation() + 1;
        for (locale, text, pattern) in folder.overrides() {
            if let Some(place) = store.languages[row(locale)].get_mut(text.place()) {
                *place = Arc::clone(pattern);
            }
        }
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

    fn pattern(&self, locale: Locale, text: Text) -> Arc<Pattern> {
        let store = self.0.store.load();
        store.languages[row(locale)]
            .get(text.place())
            .cloned()
            .unwrap_or_default()
    }
}

impl Store {
    fn built_in() -> Self {
        let languages = [Locale::Ug, Locale::Zh, Locale::Es].map(|locale| {
            // The build has checked that nothing is missing; an id on the screen is only the last resort.
            let id_itself = |text: &str| {
                Arc::new(Pattern {
                    pieces: vec![Piece::Text(text.to_owned())],
                })
            };
            let mut patterns: Vec<_> = KNOWN.iter().map(|known| id_itself(known.id)).collect();
            for (_, entry) in entries_of(locale.folder()) {
                let Some(text) = Text::by_id(&entry.id) else {
                    continue;
                };
                if let Some(place) = patterns.get_mut(text.place()) {
                    *place = Arc::new(for_program(&entry, text));
                }
            }
            patterns
        });
        Self {
            generation: 0,
            languages,
        }
    }
}

/// The pattern of a message with its variables in the order in which the program gives them.
pub(crate) fn for_program(entry: &Entry, text: Text) -> Pattern {
    let place = |name: &String| text.args().iter().position(|arg| arg == name).unwrap_or(usize::MAX);
    entry
        .pattern
        .renumbered(&entry.args.iter().map(place).collect::<Vec<_>>())
}

fn entries_of(folder: &str) -> Vec<(&'static str, Entry)> {
    let files = FILES.iter().filter(|(of, ..)| *of == folder);
    files
        .flat_map(|(_, name, text)| {
            let entries = parse_file(name, folder, text).entries;
            entries.into_iter().map(move |entry| (*name, entry))
        })
        .collect()
}

/// The English messages with the names of their files, which a file on disk is compared with.
fn reference() -> Vec<(&'static str, Entry)> {
    entries_of(FOLDERS[0])
}

/// What a running shop of this release would refuse or miss in a folder whose languages agree with each other: the folder may
/// belong to another release.
pub fn other_release(report: &Report) -> Vec<Problem> {
    let Some(english) = report.languages.first() else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    for (file, entry) in english.entries() {
        let what = match Text::by_id(&entry.id) {
            None => format!("`{}` does not exist in this release of the shop", entry.id),
            Some(text) if !is_same_set(text.args(), &entry.args) => {
                let args: Vec<String> = text.args().iter().map(|arg| format!("${arg}")).collect();
                format!("{}: this release of the shop fills in: {}", entry.id, args.join(" "))
            }
            Some(_) => continue,
        };
        let problem = Problem::new(&file.path, entry.line, what);
        problems.push(problem.advise("the shop leaves it out; these files are of another release"));
    }
    problems
}

fn is_same_set(left: &[&str], right: &[String]) -> bool {
    left.len() == right.len() && right.iter().all(|arg| left.contains(&arg.as_str()))
}

fn row(locale: Locale) -> usize {
    match locale {
        Locale::Ug => 0,
        Locale::Zh => 1,
        Locale::Es => 2,
    }
}
