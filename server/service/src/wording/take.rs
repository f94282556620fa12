//! What is approved, on its way into the files: as a patch with the names of who wrote it, and as files.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::{fs, io};

use ::wording::{Approved, ApprovedWord, Author, Edit, Patched, patch, units};
use db::Readable;
use db::entities::{text_answer, text_version};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Actor, AuditAction, Locale, TextVersionId, UserId, VersionState};
use l10n::Finding;
use l10n::sources::{Written, english, english_of};
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::lost::{history, lost};
use super::rows::names;
use super::view::Taken;
use super::words::approved_words;
use super::{of, question_in};
use crate::error::{Error, Result};
use crate::{Shop, audit};

/// What the folder is called in a patch.
const SHOWN: &str = "locales";

/// A text that is approved and not in the files yet, or one that is in them with a question which is answered.
#[derive(Clone, Debug)]
pub struct ToTake {
    /// Its version; nothing where only the question goes.
    pub id: Option<TextVersionId>,
    /// Where it goes, and what it says there.
    pub approved: Approved,
    /// Wordings that the file may have now: those that it replaces. Another one was written there meanwhile.
    pub replaces: Vec<SourceHash>,
    /// Why the shop itself cannot say it: then it stays out of the files as well.
    pub refused: Option<Finding>,
}

impl ToTake {
    /// Whether the file under `folder` says something else by now than what the version replaces.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn is_changed(&self, folder: &Path) -> io::Result<bool> {
        let path = folder.join(&self.approved.folder).join(&self.approved.file);
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        let now = units(&text).into_iter().find(|unit| unit.id == self.approved.edit.unit);
        Ok(now.is_some_and(|now| !self.replaces.contains(&source_hash(&now.source))))
    }
}

/// All of them, in the order in which they were written, and behind them the questions that go.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn approved(shop: &Shop) -> Result<Vec<ToTake>> {
    to_take(shop, None).await
}

async fn to_take(shop: &Shop, lang: Option<Locale>) -> Result<Vec<ToTake>> {
    let db = shop.db().read();
    let mut rows = history(shop, lang).await?;
    let lost = lost(shop.texts(), &rows);
    rows.retain(|row| row.taken_at.is_none() || lost.iter().any(|lost| lost.row.id == row.id));
    let answered = answered_questions(shop, lang, &rows).await?;
    let authors = rows.iter().filter_map(|row| row.author_id);
    let names = names(db, authors.chain(answered.iter().filter_map(|(row, _)| row.user_id))).await?;
    let author = |id: Option<UserId>| author_of(id, &names);
    let mut replaced: HashMap<(Locale, String), Vec<SourceHash>> = HashMap::new();
    for row in &rows {
        let all = replaced.entry((row.lang, row.unit.clone())).or_default();
        all.extend([SourceHash(row.base_hash), source_hash(&row.source)]);
    }
    for lost in lost {
        replaced.insert((lost.row.lang, lost.row.unit), lost.replaces);
    }
    let refused = refused(shop, lang);
    let of_row = |row: text_version::Model| {
        let unit = UnitId::parse(&row.unit)?;
        let (place, original) = english_of(&unit)?;
        let written = shop.texts().in_files(row.lang, &unit);
        let file = written.as_ref().map_or(&original.file, |written| &written.file).clone();
        let before = place.checked_sub(1).and_then(|place| english().get(place));
        Some(ToTake {
            id: Some(row.id),
            approved: Approved {
                folder: row.lang.folder().to_owned(),
                file,
                edit: Edit {
                    after: before
                        .filter(|before| before.file == original.file)
                        .map(|before| before.id.clone()),
                    // Whether it is right nobody asks any more.
                    comment: written.and_then(|written| without_question(&written.comment)),
                    ..Edit::say(unit, row.source)
                },
                author: author(row.author_id),
                at: row.created_at,
            },
            refused: refused.get(&(row.lang, row.unit.clone())).cloned(),
            replaces: replaced.get(&(row.lang, row.unit)).cloned().unwrap_or_default(),
        })
    };
    let questions = answered.iter().map(|(row, written)| ToTake {
        id: None,
        approved: Approved {
            folder: row.lang.folder().to_owned(),
            file: written.file.clone(),
            edit: Edit {
                comment: without_question(&written.comment),
                ..Edit::say(written.id.clone(), written.source.clone())
            },
            author: author(row.user_id),
            at: row.at,
        },
        replaces: vec![written.hash()],
        refused: None,
    });
    let approved = rows.into_iter().filter(|row| row.state == VersionState::Approved);
    Ok(approved.filter_map(of_row).chain(questions).collect())
}

/// Who wrote something, as a commit names them; nobody, where that is forgotten.
pub(super) fn author_of(id: Option<UserId>, names: &HashMap<UserId, String>) -> Author {
    let name = id.and_then(|id| names.get(&id)).cloned();
    let email = id.map(|id| format!("translator-{id}@invalid"));
    Author {
        name: name.unwrap_or_default(),
        email: email.unwrap_or_default(),
    }
}

/// Why the shop leaves out what is said over its files.
fn refused(shop: &Shop, lang: Option<Locale>) -> HashMap<(Locale, String), Finding> {
    let langs = Locale::all()
        .iter()
        .copied()
        .filter(|of| lang.is_none_or(|lang| lang == *of));
    langs
        .flat_map(|of| {
            let left = shop.texts().left_out(of).into_iter();
            left.map(move |(unit, finding)| ((of, unit), finding))
        })
        .collect()
}

/// Answers to questions that stand in the files, each with its text there. Of a text that is taken its question goes with it.
async fn answered_questions(
    shop: &Shop,
    lang: Option<Locale>,
    taken: &[text_version::Model],
) -> Result<Vec<(text_answer::Model, Written)>> {
    let texts = shop.texts();
    let in_folder: HashSet<(Locale, UnitId)> = texts
        .folder_says()
        .into_iter()
        .map(|said| (said.locale, said.unit))
        .collect();
    if in_folder.is_empty() {
        return Ok(Vec::new());
    }
    let langs: Vec<Locale> = lang.map_or_else(|| Locale::all().to_vec(), |lang| vec![lang]);
    let rows = text_answer::Entity::find()
        .filter(text_answer::Column::Lang.is_in(langs))
        .order_by_asc(text_answer::Column::Lang)
        .order_by_asc(text_answer::Column::Unit)
        .readable(shop.db().read())
        .await?;
    let is_taken = |row: &text_answer::Model| {
        taken.iter().any(|version| {
            version.state == VersionState::Approved && version.lang == row.lang && version.unit == row.unit
        })
    };
    let with_text = |row: text_answer::Model| {
        let unit = UnitId::parse(&row.unit)?;
        let key = (row.lang, unit);
        if is_taken(&row) || !in_folder.contains(&key) {
            return None;
        }
        let written = texts.in_files(row.lang, &key.1)?;
        let question = question_in(&written.comment)?;
        (source_hash(question).0 == row.question_hash).then_some((row, written))
    };
    Ok(rows.into_iter().filter_map(with_text).collect())
}

/// A comment without its question; nothing when it has none.
fn without_question(comment: &str) -> Option<String> {
    let (rest, _) = comment.split_once("review:")?;
    Some(rest.trim_end().to_owned())
}

/// What the reader's language has that is not in the files, as a patch of the folder of this program and as its files.
///
/// # Errors
/// [`Error::NotFound`] for who does not translate; when a file of the folder cannot be read.
#[crate::boxed]
pub async fn take(shop: &Shop, actor: Actor) -> Result<Taken> {
    let by = of(actor)?;
    let all = to_take(shop, Some(by.language)).await?;
    let count = all.iter().filter(|one| one.id.is_some()).count();
    let mut words = approved_words(shop).await?;
    words.retain(|word| word.change.locale == by.language);
    let Some(root) = shop.texts().root() else {
        return Ok(Taken {
            count,
            ..Taken::default()
        });
    };
    let (patched, mut left) = tokio::task::spawn_blocking(move || patch_of(&root, all, &words))
        .await
        .map_err(Error::internal)??;
    left.extend(patched.left.into_iter().map(|(_, unit, _)| unit));
    Ok(Taken {
        count,
        mail: patched.mail,
        files: patched.files,
        left,
    })
}

/// The files of what is taken as one (ZIP).
///
/// # Errors
/// When there are too many.
pub fn bundle(taken: &Taken) -> Result<Vec<u8>> {
    ::wording::bundle(&taken.files).map_err(Error::internal)
}

/// The patch, and the texts that were changed in their files meanwhile.
fn patch_of(root: &Path, all: Vec<ToTake>, words: &[ApprovedWord]) -> Result<(Patched, Vec<UnitId>)> {
    let mut versions: Vec<Approved> = Vec::new();
    let mut left = Vec::new();
    for one in all {
        if one.refused.is_some() || one.is_changed(root).map_err(Error::internal)? {
            left.push(one.approved.edit.unit);
        } else {
            versions.push(one.approved);
        }
    }
    let mut patched = patch(root, SHOWN, &versions).map_err(Error::internal)?;
    patched.take_words(root, SHOWN, words).map_err(Error::internal)?;
    Ok((patched, left))
}

/// Writes into the log that the operator took so many texts into files. Whether they lie over those of the shop any longer is not said
/// by that: the files may be a folder that no program of the shop reads. Each finds out in its own, by
/// [`note_baseline`](super::note_baseline).
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn log_taken(shop: &Shop, count: usize) -> Result<()> {
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            Box::pin(
                async move { audit::note(tx, now, "operator", AuditAction::TextTake, "-", &count.to_string()).await },
            )
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_goes_and_the_rest_of_a_comment_stays() {
        assert_eq!(
            without_question("Title\n$n = how many\nreview: right?\nor not").as_deref(),
            Some("Title\n$n = how many")
        );
        assert_eq!(without_question("review: cart-title").as_deref(), Some(""));
        assert_eq!(without_question("Title"), None);
    }
}
