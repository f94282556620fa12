//! What translators are shown.

use std::collections::BTreeMap;

use domain::{GlossaryChangeId, Locale, TextVersionId, UnitWork, VersionCommand, VersionState};
use l10n::Finding;
use l10n::unit::{SourceHash, UnitId};

/// Which texts are listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnitFilter<'a> {
    /// Those of which this is to be done.
    pub work: Option<UnitWork>,
    /// Those of this file; empty for all.
    pub file: &'a str,
    /// Those that have these letters in their name or in any language; empty for all.
    pub search: &'a str,
    /// The page, from 1.
    pub page: usize,
}

/// A text in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine {
    /// Its name.
    pub unit: UnitId,
    /// The file of the English text.
    pub file: String,
    /// In English.
    pub english: String,
    /// What it says, or is to say if somebody suggested that; empty when the language has none.
    pub source: String,
    /// What there is to do.
    pub work: UnitWork,
    /// What somebody asks about it in the file, where that is what there is to do; empty when it only asks whether the text is right.
    pub question: Option<String>,
}

/// A page of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitList {
    /// The language that is translated into.
    pub language: Locale,
    /// Whether the reader says which texts are right.
    pub may_review: bool,
    /// The texts.
    pub lines: Vec<UnitLine>,
    /// How many there are on all pages.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// Pages; at least one.
    pub pages: usize,
    /// How many texts there are of each kind, of the file and with the letters that are asked for.
    pub counts: Vec<(UnitWork, usize)>,
    /// Names of all files.
    pub files: Vec<String>,
}

/// A text with all that helps to translate it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitView {
    /// Its name.
    pub unit: UnitId,
    /// The file of the English text.
    pub file: String,
    /// The language that is translated into.
    pub language: Locale,
    /// Whether the reader says which texts are right.
    pub may_review: bool,
    /// What there is to do.
    pub work: UnitWork,
    /// In English.
    pub english: String,
    /// Of it.
    pub english_hash: SourceHash,
    /// What is said about it for translators.
    pub comment: String,
    /// Its variables, without `$`.
    pub args: Vec<String>,
    /// The most characters, where there is a bound.
    pub max: Option<u16>,
    /// The same text in the other languages.
    pub others: Vec<(Locale, String)>,
    /// What all read; empty when the language has none.
    pub said: String,
    /// The newest suggestion, else what all read.
    pub standing: String,
    /// Of it, for [`NewVersion`](super::NewVersion).
    pub base: SourceHash,
    /// Who suggested it, if somebody did.
    pub standing_by: Option<String>,
    /// What says something else than when this was translated.
    pub outdated: Vec<Outdated>,
    /// What somebody asked about it in the file.
    pub questions: Vec<Question>,
    /// What it was to say, the newest first.
    pub versions: Vec<VersionView>,
    /// What was said about it, the oldest first.
    pub comments: Vec<CommentView>,
    /// Texts with much the same words in English.
    pub similar: Vec<Similar>,
    /// Words of the glossary that are in it.
    pub terms: Vec<TermView>,
    /// What the check finds in `standing`.
    pub findings: Vec<Finding>,
    /// The text before it in its file.
    pub before: Option<UnitId>,
    /// The one after it.
    pub after: Option<UnitId>,
}

/// A wording of another language that is not the one a text was translated from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outdated {
    /// Folder of that language: `en`, `ug`.
    pub other: String,
    /// What it said.
    pub before: String,
    /// What it says.
    pub now: String,
    /// Of that.
    pub hash: SourceHash,
}

/// What somebody asked in a comment of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Of the question.
    pub hash: SourceHash,
    /// The question; empty when it only asks whether the text is right.
    pub text: String,
    /// What was answered.
    pub answer: Option<String>,
    /// By whom.
    pub by: Option<String>,
}

/// What a text was to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    /// Its number.
    pub id: TextVersionId,
    /// Fluent.
    pub source: String,
    /// How it stands.
    pub state: VersionState,
    /// Who wrote it; empty when that is forgotten.
    pub by: String,
    /// Whether the reader did.
    pub is_own: bool,
    /// When.
    pub at: i64,
    /// What all read then; nothing when that is no longer known.
    pub before: Option<String>,
    /// Who said what became of it, if somebody did; empty when that is forgotten.
    pub decided_by: Option<String>,
    /// Whether its writer approved it, being the only one who could.
    pub is_approved_by_writer: bool,
    /// When.
    pub decided_at: Option<i64>,
    /// What its writer said about it.
    pub note: String,
    /// Why it was decided so.
    pub reason: String,
    /// Whether it is in the files.
    pub is_taken: bool,
    /// Whether the reader could approve it, had they not written it themselves.
    pub waits_for_peer: bool,
    /// What the reader may do with it.
    pub commands: Vec<VersionCommand>,
}

/// What a translator told the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentView {
    /// Who; empty when that is forgotten.
    pub by: String,
    /// When.
    pub at: i64,
    /// What.
    pub text: String,
}

/// A text with much the same words in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    /// Its name.
    pub unit: UnitId,
    /// In English.
    pub english: String,
    /// Its translation.
    pub source: String,
}

/// A word of the glossary that is in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermView {
    /// In English.
    pub english: String,
    /// Its usual translation.
    pub text: String,
    /// The usual word in the other languages.
    pub others: Vec<(Locale, String)>,
}

/// What a program cannot use in its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemView {
    /// The language it is about; nothing where that is all of them, as with English.
    pub language: Option<Locale>,
    /// The file, from the folder of all texts on: `ug/cart.ftl`.
    pub path: String,
    /// The line.
    pub line: usize,
    /// The text, if it is about one.
    pub unit: Option<UnitId>,
    /// What is wrong, in the page's language.
    pub sentence: String,
    /// When it was found.
    pub at: i64,
}

/// What is approved and not in the files yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many texts.
    pub count: usize,
    /// For `git am`; empty when nothing changes, or this program has no folder of texts.
    pub mail: String,
    /// What each changed file holds then, by folder and name (`ug/cart.ftl`).
    pub files: BTreeMap<String, String>,
    /// Texts that stay in their file as it is now: somebody changed them there meanwhile, or they cannot be put into it.
    pub left: Vec<UnitId>,
}

/// The words of the glossary in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordList {
    /// The language that is translated into.
    pub language: Locale,
    /// In the order of the glossary.
    pub words: Vec<WordView>,
}

/// A word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordView {
    /// In English: what it is known by.
    pub english: String,
    /// Its translation, and after `|` others that are right too.
    pub text: String,
    /// The same in the other languages.
    pub others: Vec<(Locale, String)>,
    /// Whether a native speaker is asked.
    pub is_doubted: bool,
    /// Other translations that wait for a reviewer.
    pub waiting: Vec<WordChange>,
}

/// Another translation of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordChange {
    /// Its number.
    pub id: GlossaryChangeId,
    /// The translation.
    pub text: String,
    /// What the check says of it; it may be approved nevertheless.
    pub doubts: Vec<Finding>,
    /// Who suggested it; empty when that is forgotten.
    pub by: String,
    /// Whether the reader could approve it, had they not suggested it themselves.
    pub waits_for_peer: bool,
    /// What the reader may do with it.
    pub commands: Vec<VersionCommand>,
}
