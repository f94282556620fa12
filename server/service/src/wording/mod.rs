//! The shop's own texts as translators change them: what there is to do, suggesting and approving, and what goes from one program
//! to the others and into the files.
//!
//! What a reader is told is: built in, over that the files as they last were while all was well with them, over that what a
//! reviewer approved, and for a translator what they suggested themselves. A text with a mistake never gets so far: the same
//! [check](l10n::check_unit) judges files, suggestions and imports.
//!
//! Nobody overwrites anybody: a suggestion says which wording its writer saw, and is not taken when another one stands there. And
//! nobody says of their own that it is right while another reviewer of the language could.

mod decide;
mod list;
mod lost;
mod publish;
mod retention;
mod rows;
mod suggest;
mod take;
mod talk;
mod unit;
mod view;
mod words;

pub use decide::decide;
pub use list::{list, next, outdated, waiting};
pub use publish::{follow_glossary, forget, gone, note_baseline, publish, tell_problems};
pub(crate) use retention::expire;
pub use suggest::{NewVersion, Suggested, own_texts, suggest, try_source};
pub use take::{ToTake, approved, bundle, log_taken, take};
pub use talk::{NewAnswer, answer, comment, problems, seen};
pub use unit::get;
pub use view::{
    CommentView, Outdated, ProblemView, Question, Similar, Taken, TermView, UnitFilter, UnitLine, UnitList, UnitView,
    VersionView, WordChange, WordList, WordView,
};
pub use words::{approved_words, change_word, decide_word, glossary};

use domain::{Action, Actor, FieldCode, Locale, Subject, UserId, VersionParty, names_contact};
use l10n::unit::UnitId;

use crate::error::{Error, Result};
use crate::rights;

/// Name of the English texts, which the others are translated from, among the languages.
const ENGLISH: &str = "en";
/// Texts on one page of the list.
const PAGE: usize = 30;
/// Changes of one text a day, by all.
const A_DAY_OF_TEXT: i64 = 200;
/// Changes, answers and comments a day, of one translator.
const A_DAY_OF_PERSON: i64 = 3_000;
const DAY: i64 = 86_400_000;
/// Whoever has not signed in for so long is not waited for.
const ACTIVE: i64 = 90 * DAY;

/// Somebody at work on the texts of a language. Only [`of`] makes one.
#[derive(Clone, Copy, Debug)]
struct Translating {
    user: UserId,
    language: Locale,
    may_review: bool,
}

impl Translating {
    /// `has_peer`: [`rows::has_peer`].
    fn party(self, author: Option<UserId>, has_peer: bool) -> VersionParty {
        VersionParty {
            is_writer: author == Some(self.user),
            may_review: self.may_review,
            has_peer,
        }
    }
}

/// Who translates, into which language.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
fn of(actor: Actor) -> Result<Translating> {
    let language = match actor {
        Actor::Translator { language, .. } => language,
        _ => Locale::default(),
    };
    let subject = Subject::Language(language);
    rights::ask(actor, Action::Translate, subject)?;
    Ok(Translating {
        user: actor.user().ok_or(Error::NotFound)?,
        language,
        may_review: domain::rights::may(actor, Action::Review, subject).is_ok(),
    })
}

/// Whether there is work for somebody here.
///
/// # Errors
/// [`Error::NotFound`] when not.
pub fn open(actor: Actor) -> Result<()> {
    of(actor).map(|_| ())
}

/// The language somebody translates into.
///
/// # Errors
/// [`Error::NotFound`] for who does not translate.
pub fn language(actor: Actor) -> Result<Locale> {
    of(actor).map(|by| by.language)
}

/// A remark that all translators of a language read for years: how somebody is reached does not belong there.
fn without_contact(remark: String) -> Result<String, FieldCode> {
    if names_contact(&remark) {
        return Err(FieldCode::InvalidText);
    }
    Ok(remark)
}

/// The question that somebody asked in a comment of a file, after `review:`.
fn question_in(comment: &str) -> Option<&str> {
    let (_, question) = comment.split_once("review:")?;
    Some(question.trim())
}

/// What is asked with it: a bare `review:` asks whether the text is right, and some name the text there.
fn question_of(unit: &UnitId, question: &str) -> String {
    if question == unit.as_str() {
        String::new()
    } else {
        question.to_owned()
    }
}
