//! From the files of one program to all programs on this database: each writes there what changed in its folder, so that a change
//! of one folder is everybody's, and what was last good is there after the program starts anew.
//!
//! Which folder is newer nobody can tell by looking at two. So a program notes what it has seen in its own; what differs from that
//! note has changed here since, also while the program was not running.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::path::Path;

use db::Readable;
use db::entities::{text_file, text_problem, text_seen, text_version};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{Locale, TextVersionId, VersionState};
use l10n::sources::english;
use l10n::unit::{SourceHash, UnitId, source_hash};
use l10n::{Finding, Said};

use super::ENGLISH;
use super::lost::{bring_back, names_of};
use crate::Shop;
use crate::error::{Error, Result};
use crate::shared_texts::{Noted, built_in_hash, said_in_files};

/// Rows that one statement writes.
const CHUNK: usize = 300;
/// Problems that are told of one program in each folder, so that those of one language leave room for the others'.
const MOST_PROBLEMS: usize = 200;

/// Tells the other programs what changed in the folder of this one, called `node`, since `note` was written, and writes it anew. The
/// note is read only the first time: from then on this program knows by itself what it has told, whatever becomes of the file.
/// Answers how many texts that were.
///
/// # Errors
/// When the database does not answer: what changed counts here all the same, and is told the next time. When the note cannot be read
/// or written: what was told before is not told again, and the note is written once that is possible.
#[crate::boxed]
pub async fn publish(shop: &Shop, note: &Path, node: &str) -> Result<usize> {
    if shop.texts().root().is_none() {
        return Ok(0);
    }
    let shared = shop.shared_texts();
    let remembered = shared.noted();
    let is_first = remembered.is_none();
    let known = match remembered {
        Some(noted) => noted,
        None => {
            let path = note.to_owned();
            tokio::task::spawn_blocking(move || read_note(&path))
                .await
                .map_err(Error::internal)?
                .map_err(Error::internal)?
        }
    };
    let says = shop.texts().folder_says();
    let hash = |said: &Said| source_hash(&said.source);
    // What is no longer in a file stays noted: put back as it was, it is no change.
    let mut noted = known.clone();
    noted.extend(says.iter().map(|said| ((said.locale, said.unit.clone()), hash(said))));
    if known == noted {
        if shared.is_note_behind() {
            keep_note(shop, note, &noted).await?;
        }
        if is_first {
            // After a start, the texts have not been told yet.
            shared.note(shop.db(), shop.texts(), noted).await?;
        }
        return Ok(0);
    }
    let rows = text_file::Entity::find()
        .filter(text_file::Column::Lang.is_in(Locale::all().iter().copied()))
        .readable(shop.db().read())
        .await?;
    let there = last_hashes(rows);
    let changed: Vec<Said> = says
        .into_iter()
        .filter(|said| {
            let (key, now) = ((said.locale, said.unit.clone()), hash(said));
            let row = there.get(&key);
            if row == Some(&now) {
                return false;
            }
            match known.get(&key) {
                Some(seen) => *seen != now,
                // The first time here: this folder may be older than what others have said.
                None => row.is_none() && now.0 != built_in_hash(said.locale, &said.unit),
            }
        })
        .collect();
    write(shop, node, &changed).await?;
    log_changes(node, &changed, &there);
    shared.set_note_behind(true);
    shared.note(shop.db(), shop.texts(), noted.clone()).await?;
    keep_note(shop, note, &noted).await?;
    Ok(changed.len())
}

/// Writes what is known into the file of the note.
async fn keep_note(shop: &Shop, note: &Path, noted: &Noted) -> Result<()> {
    let (path, text) = (note.to_owned(), written_note(noted)?);
    tokio::task::spawn_blocking(move || write_note(&path, &text))
        .await
        .map_err(Error::internal)?
        .map_err(Error::internal)?;
    shop.shared_texts().set_note_behind(false);
    Ok(())
}

/// Takes over a glossary of the folder that was changed; whether one was. Touches the disk: for a job, about once a second.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn follow_glossary(shop: &Shop) -> Result<bool> {
    shop.shared_texts().follow_words(shop.db(), shop.texts()).await
}

/// Whoever looks for the reason finds which machine changed what for all, and what it took back: an older folder on the same data
/// reads like an edit.
fn log_changes(node: &str, changed: &[Said], there: &Noted) {
    if changed.is_empty() {
        return;
    }
    let key = |said: &Said| (said.locale, said.unit.clone());
    let names = |of: &[&Said]| names_of(of.iter().map(|said| (said.locale, said.unit.as_str())));
    let all: Vec<&Said> = changed.iter().collect();
    tracing::info!(node, count = all.len(), texts = names(&all), "texts.published");
    let over: Vec<&Said> = changed.iter().filter(|said| there.contains_key(&key(said))).collect();
    if !over.is_empty() {
        // Said by files before, and by these in other words now.
        tracing::warn!(node, count = over.len(), texts = names(&over), "texts.replaced");
    }
}

/// Which wordings files said last, by their rows.
fn last_hashes(rows: Vec<text_file::Model>) -> Noted {
    let said = rows.into_iter().filter_map(said_in_files);
    said.map(|said| {
        let hash = source_hash(&said.source);
        ((said.locale, said.unit), hash)
    })
    .collect()
}

async fn write(shop: &Shop, node: &str, changed: &[Said]) -> Result<()> {
    let now = shop.now();
    for chunk in changed.chunks(CHUNK) {
        let rows: Vec<text_file::ActiveModel> = chunk
            .iter()
            .map(|said| text_file::ActiveModel {
                lang: Set(said.locale),
                unit: Set(said.unit.to_string()),
                source: Set(said.source.clone()),
                built_in_hash: Set(built_in_hash(said.locale, &said.unit)),
                node: Set(node.to_owned()),
                at: Set(now),
            })
            .collect();
        shop.db()
            .write_as_job(move |tx| {
                let rows = rows.clone();
                Box::pin(async move {
                    let newer = OnConflict::columns([text_file::Column::Lang, text_file::Column::Unit])
                        .update_columns([
                            text_file::Column::Source,
                            text_file::Column::BuiltInHash,
                            text_file::Column::Node,
                            text_file::Column::At,
                        ])
                        .to_owned();
                    text_file::Entity::insert_many(rows)
                        .on_conflict(newer)
                        .exec_without_returning(tx)
                        .await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Forgets what files said last of a text, in one language or in all: programs say what they were built with again, or what their
/// own folder has. Answers how many texts that were.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn forget(shop: &Shop, lang: Option<Locale>, unit: &UnitId) -> Result<u64> {
    let unit = unit.clone();
    shop.db()
        .write(move |tx| {
            let mut of = text_file::Entity::delete_many().filter(text_file::Column::Unit.eq(unit.as_str()));
            if let Some(lang) = lang {
                of = of.filter(text_file::Column::Lang.eq(lang));
            }
            Box::pin(async move { Ok::<_, Error>(of.exec(tx).await?.rows_affected) })
        })
        .await
}

/// What is told of texts that are said only because the files of this program, called `node`, had them before it started.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn gone(shop: &Shop, node: &str) -> Result<Vec<Finding>> {
    let Some(root) = shop.texts().root() else {
        return Ok(Vec::new());
    };
    let rows = text_file::Entity::find()
        .filter(text_file::Column::Lang.is_in(Locale::all().iter().copied()))
        .filter(text_file::Column::Node.eq(node))
        .readable(shop.db().read())
        .await?;
    let here: HashSet<(Locale, UnitId)> = shop
        .texts()
        .folder_says()
        .into_iter()
        .map(|said| (said.locale, said.unit))
        .collect();
    let said = rows.into_iter().filter_map(said_in_files);
    let gone = said.filter(|said| !here.contains(&(said.locale, said.unit.clone())));
    Ok(gone
        .filter_map(|said| l10n::gone_from(&root, said.locale, &said.unit))
        .collect())
}

/// By language and text, as JSON: the note of a program.
type Note = BTreeMap<String, BTreeMap<String, i64>>;

/// Nothing is known when there is none yet, or none that can be read: then this folder may be any.
fn read_note(path: &Path) -> io::Result<Noted> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Noted::new()),
        Err(error) => return Err(error),
    };
    let note = serde_json::from_str::<Note>(&text).unwrap_or_default();
    let all = note.into_iter().filter_map(|(lang, units)| {
        let lang = Locale::from_code(&lang)?;
        let of = move |(unit, hash): (String, i64)| Some(((lang, UnitId::parse(&unit)?), SourceHash(hash)));
        Some(units.into_iter().filter_map(of))
    });
    Ok(all.flatten().collect())
}

fn written_note(noted: &Noted) -> Result<String> {
    let mut note = Note::new();
    for ((lang, unit), hash) in noted {
        note.entry(lang.code().to_owned())
            .or_default()
            .insert(unit.to_string(), hash.0);
    }
    serde_json::to_string(&note).map_err(Error::internal)
}

/// Whole, or not at all.
fn write_note(path: &Path, text: &str) -> io::Result<()> {
    let unfinished = path.with_extension("part");
    std::fs::write(&unfinished, text)?;
    std::fs::rename(&unfinished, path)
}

/// Puts what this program cannot use in its files now in the place of what it could not use before.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn tell_problems(shop: &Shop, node: &str, problems: &[Finding]) -> Result<()> {
    let now = shop.now();
    let mut told: HashMap<Option<&Path>, usize> = HashMap::new();
    let of_folder = problems.iter().filter(|finding| {
        let count = told.entry(Path::new(&finding.path).parent()).or_default();
        *count += 1;
        *count <= MOST_PROBLEMS
    });
    let rows = of_folder.map(|finding| {
        Ok(text_problem::ActiveModel {
            node: Set(node.to_owned()),
            path: Set(finding.path.clone()),
            line: Set(i64::try_from(finding.line).unwrap_or(i64::MAX)),
            kind: Set(finding.kind.as_str().to_owned()),
            unit: Set(finding.unit.as_ref().map(ToString::to_string)),
            args: Set(serde_json::to_string(&finding.args).map_err(Error::internal)?),
            at: Set(now),
            ..Default::default()
        })
    });
    let rows = rows.collect::<Result<Vec<text_problem::ActiveModel>>>()?;
    let node = node.to_owned();
    shop.db()
        .write_as_job(move |tx| {
            let (rows, node) = (rows.clone(), node.clone());
            Box::pin(async move {
                text_problem::Entity::delete_many()
                    .filter(text_problem::Column::Node.eq(node))
                    .exec(tx)
                    .await?;
                for chunk in rows.chunks(CHUNK) {
                    text_problem::Entity::insert_many(chunk.to_vec())
                        .exec_without_returning(tx)
                        .await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await
}

/// Notes beside which English each wording of a text stands from now on, where that is not known: the present one. What is approved
/// and stands in the files by now lies over them no more, and what they lost since does again. Answers how many rows that were.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn note_baseline(shop: &Shop) -> Result<usize> {
    let taken = note_taken(shop).await? + bring_back(shop).await?;
    let db = shop.db().read();
    let mut rows: Vec<text_seen::ActiveModel> = Vec::new();
    for lang in Locale::all().iter().copied() {
        let known = text_seen::Entity::find()
            .filter(text_seen::Column::Lang.eq(lang))
            .filter(text_seen::Column::Other.eq(ENGLISH))
            .readable(db)
            .await?;
        let of_wording = |row: text_seen::Model| ((row.unit.clone(), row.own_hash), row);
        let known: HashMap<(String, i64), text_seen::Model> = known.into_iter().map(of_wording).collect();
        for english in english() {
            let Some(own) = shop.texts().written(lang, &english.id) else {
                continue;
            };
            let (now, own) = (english.hash().0, own.hash().0);
            let is_known = known.get(&(english.id.to_string(), own)).is_some_and(|row| {
                // English says something else, and the text what it said: outdated, unless only its marks are others.
                row.other_hash == now || letters_of(&row.other_source) != letters_of(&english.source)
            });
            if is_known {
                continue;
            }
            rows.push(text_seen::ActiveModel {
                lang: Set(lang),
                unit: Set(english.id.to_string()),
                other: Set(ENGLISH.to_owned()),
                other_hash: Set(now),
                other_source: Set(english.source.clone()),
                own_hash: Set(own),
                at: Set(shop.now()),
            });
        }
    }
    for chunk in rows.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        shop.db()
            .write_as_job(move |tx| {
                let chunk = chunk.clone();
                Box::pin(async move {
                    let newer = OnConflict::columns([
                        text_seen::Column::Lang,
                        text_seen::Column::Unit,
                        text_seen::Column::Other,
                        text_seen::Column::OwnHash,
                    ])
                    .update_columns([
                        text_seen::Column::OtherHash,
                        text_seen::Column::OtherSource,
                        text_seen::Column::At,
                    ])
                    .to_owned();
                    text_seen::Entity::insert_many(chunk)
                        .on_conflict(newer)
                        .exec_without_returning(tx)
                        .await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
    }
    Ok(rows.len() + taken)
}

/// What a text means, as far as letters and digits tell.
fn letters_of(source: &str) -> String {
    let letters = source.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Versions that the files say by now. A folder that is older than what another program said last does not count.
async fn note_taken(shop: &Shop) -> Result<usize> {
    let approved = text_version::Entity::find()
        .filter(text_version::Column::Lang.is_in(Locale::all().iter().copied()))
        .filter(text_version::Column::State.eq(VersionState::Approved))
        .filter(text_version::Column::TakenAt.is_null())
        .readable(shop.db().read())
        .await?;
    if approved.is_empty() {
        return Ok(0);
    }
    let last = text_file::Entity::find()
        .filter(text_file::Column::Lang.is_in(Locale::all().iter().copied()))
        .filter(text_file::Column::Unit.is_in(approved.iter().map(|row| row.unit.as_str())))
        .readable(shop.db().read())
        .await?;
    let last = last_hashes(last);
    let is_in_files = |row: &text_version::Model| {
        let unit = UnitId::parse(&row.unit)?;
        let written = shop.texts().in_files(row.lang, &unit)?;
        let hash = source_hash(&row.source);
        let is_last = last.get(&(row.lang, unit)).is_none_or(|last| *last == hash);
        (is_last && written.hash() == hash).then_some(row.id)
    };
    let taken: Vec<TextVersionId> = approved.iter().filter_map(is_in_files).collect();
    if taken.is_empty() {
        return Ok(0);
    }
    let (now, count) = (shop.now(), taken.len());
    shop.db()
        .write_as_job(move |tx| {
            let taken = taken.clone();
            Box::pin(async move {
                text_version::Entity::update_many()
                    .col_expr(text_version::Column::TakenAt, Expr::value(now))
                    .filter(text_version::Column::Id.is_in(taken))
                    .filter(text_version::Column::State.eq(VersionState::Approved))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(count)
}
