//! What each text says as it was written, for those who translate: in English, which is built in, and in the languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::check::{Entry, FOLDERS};
use crate::texts::entries_of;
use crate::unit::{SourceHash, Unit, UnitId, source_hash};

/// A text as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its name.
    pub id: UnitId,
    /// Name of the file it stands in.
    pub file: String,
    /// Line of its name there, from 1.
    pub line: usize,
    /// The comment right above, without `#`.
    pub comment: String,
    /// Fluent.
    pub source: String,
    /// Its variables in the order of first use, without `$`.
    pub args: Vec<String>,
}

impl Written {
    /// A text of the file with this path; nothing when its name is none.
    pub(crate) fn of(path: &str, entry: &Entry) -> Option<Self> {
        Some(Self {
            id: UnitId::parse(&entry.id)?,
            file: path.rsplit('/').next().unwrap_or(path).to_owned(),
            line: entry.line,
            comment: entry.comment.clone(),
            source: entry.source.clone(),
            args: entry.args.clone(),
        })
    }

    /// Which wording it is.
    pub fn hash(&self) -> SourceHash {
        source_hash(&self.source)
    }

    /// As the check takes it, saying `source`.
    pub fn unit(&self, source: &str) -> Unit {
        Unit {
            id: self.id.clone(),
            file: self.file.clone(),
            line: self.line,
            span: 0..source.len(),
            comment: self.comment.clone(),
            source: source.to_owned(),
            args: self.args.clone(),
        }
    }
}

/// The texts of a language, in the order of its files.
#[derive(Debug, Default)]
struct Language {
    texts: Vec<Written>,
    places: HashMap<String, usize>,
}

static BUILT_IN: LazyLock<HashMap<&'static str, Language>> = LazyLock::new(|| {
    let of = |folder: &'static str| (folder, Language::of(folder));
    FOLDERS.into_iter().map(of).collect()
});

impl Language {
    fn of(folder: &'static str) -> Self {
        let mut language = Self::default();
        for (file, entry) in entries_of(folder) {
            let Some(written) = Written::of(file, entry) else {
                continue;
            };
            let place = language.texts.len();
            language.places.entry(entry.id.clone()).or_insert(place);
            language.texts.push(written);
        }
        language
    }
}

/// Every English text, in the order of the files: those there are to translate.
pub fn english() -> &'static [Written] {
    BUILT_IN.get(FOLDERS[0]).map_or(&[], |language| &language.texts)
}

/// The English text of this name, and its place among [all](english).
pub fn english_of(id: &UnitId) -> Option<(usize, &'static Written)> {
    let language = BUILT_IN.get(FOLDERS[0])?;
    let place = *language.places.get(id.as_str())?;
    Some((place, language.texts.get(place)?))
}

/// What the language in `folder` was built with.
pub fn built_in(folder: &str, id: &UnitId) -> Option<&'static Written> {
    let language = BUILT_IN.get(folder)?;
    language.texts.get(*language.places.get(id.as_str())?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn every_built_in_text_is_found_in_every_language() {
        let all = english();
        assert!(all.len() > 1_000, "{}", all.len());
        for written in all {
            for folder in FOLDERS {
                assert!(built_in(folder, &written.id).is_some(), "{folder} {}", written.id);
            }
        }
        let id = UnitId::parse("cart-title").unwrap();
        let (place, title) = english_of(&id).unwrap();
        assert_eq!(&all[place], title);
        assert_eq!((title.file.as_str(), title.args.len()), ("cart.ftl", 0));
        assert_ne!(built_in("ug", &id).unwrap().source, title.source);
        assert!(english_of(&UnitId::parse("cart-nothing").unwrap()).is_none());
    }
}
