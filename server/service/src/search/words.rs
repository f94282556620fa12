//! The lines of words that mean the same, as the Centre writes them.

use db::Readable;
use db::Tx;
use db::entities::search_words;
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{Actor, AuditAction, ErrorCode, FieldCode, SearchWordsId, ShortText, UserId};
use l10n::search_key;

use crate::error::{Error, FieldErrors, Result, text_code};
use crate::rights::editor_of_district;
use crate::synonyms::{joined, parts, separate};
use crate::{Shop, audit};

/// Lines at the most.
const LINES: u64 = 500;
/// Words of a line at the most.
pub const WORDS: usize = 12;
/// Longest word, characters.
const LONGEST: usize = 40;
/// Lines on one page.
const PAGE: usize = 40;
/// The fields of a line.
const WORDS_FIELD: &str = "words";
const FINDS_FIELD: &str = "finds";

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsLine {
    /// Its number.
    pub id: SearchWordsId,
    /// The version that its form carries back.
    pub version: i64,
    /// The words that mean the same, as they were typed.
    pub words: Vec<String>,
    /// What else they find, without standing for it.
    pub finds: Vec<String>,
}

/// A page of the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsPage {
    /// The newest first.
    pub lines: Vec<WordsLine>,
    /// The page, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
}

/// Reads words; the same word twice is one.
fn read(typed: &str) -> Result<Vec<String>, FieldCode> {
    let mut words: Vec<String> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for word in separate(typed) {
        let word = ShortText::parse(word).map_err(text_code)?.into_string();
        let key = search_key(&word);
        if key.is_empty() {
            return Err(FieldCode::InvalidText);
        }
        if word.chars().count() > LONGEST {
            return Err(FieldCode::TooLong);
        }
        if !keys.contains(&key) {
            keys.push(key);
            words.push(word);
        }
    }
    if words.len() > WORDS {
        return Err(FieldCode::TooMuch);
    }
    Ok(words)
}

/// Reads a line, as it is stored; what is wrong, by field.
pub(crate) fn read_line(typed: &str, typed_finds: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let finds = read(typed_finds);
    // Words that find nothing else have to mean the same.
    let least = if finds.as_ref().is_ok_and(Vec::is_empty) { 2 } else { 1 };
    let words = match read(typed) {
        Ok(words) if words.is_empty() => Err(FieldCode::Required),
        // One word stands for no other; two spellings that searches take for the same are one.
        Ok(words) if words.len() < least => Err(FieldCode::TooShort),
        read => read,
    };
    let words = errors.take(WORDS_FIELD, words);
    let finds = errors.take(FINDS_FIELD, finds);
    match (words, finds) {
        (Some(words), Some(finds)) => Ok(joined(&words, &finds)),
        _ => Err(errors),
    }
}

fn shown(row: search_words::Model) -> WordsLine {
    let (words, finds) = parts(&row.words);
    WordsLine {
        words: separate(words).map(str::to_owned).collect(),
        finds: separate(finds).map(str::to_owned).collect(),
        id: row.id,
        version: row.version,
    }
}

/// One line; nothing when it was removed.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn line(shop: &Shop, actor: Actor, id: SearchWordsId) -> Result<Option<WordsLine>> {
    editor_of_district(actor)?;
    let row = search_words::Entity::find_by_id(id).one(shop.db().read()).await?;
    Ok(row.map(shown))
}

/// A page of the lines with a word that `query` is a part of; of all when it is empty.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn lines(shop: &Shop, actor: Actor, query: &str, page: u32) -> Result<WordsPage> {
    editor_of_district(actor)?;
    let wanted = search_key(query);
    let rows = search_words::Entity::find()
        .order_by_desc(search_words::Column::Id)
        .readable(shop.db().read())
        .await?;
    // Some hundred.
    let found: Vec<WordsLine> = rows
        .into_iter()
        .map(shown)
        .filter(|line| {
            let mut words = line.words.iter().chain(&line.finds);
            wanted.is_empty() || words.any(|word| search_key(word).contains(&wanted))
        })
        .collect();
    let pages = Ord::max(1, u32::try_from(found.len().div_ceil(PAGE)).unwrap_or(u32::MAX));
    let page = Ord::clamp(page, 1, pages);
    let start = (page as usize - 1) * PAGE;
    Ok(WordsPage {
        lines: found.into_iter().skip(start).take(PAGE).collect(),
        page,
        pages,
    })
}

/// Adds a line: `words` mean the same, and they find `finds`, too, which may be empty.
///
/// # Errors
/// [`Error::Fields`] on `words` and `finds`; [`ErrorCode::SearchWordsFull`]; [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn add(shop: &Shop, actor: Actor, words: &str, finds: &str) -> Result<()> {
    let user = editor_of_district(actor)?;
    let words = read_line(words, finds).map_err(Error::Fields)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let words = words.clone();
            Box::pin(async move {
                if search_words::Entity::find().count(tx).await? >= LINES {
                    return Err(Error::Refused(ErrorCode::SearchWordsFull));
                }
                let row = search_words::ActiveModel {
                    words: Set(words),
                    version: Set(1),
                    ..Default::default()
                };
                let id = row.insert(tx).await?.id;
                note(tx, now, user, AuditAction::SearchWordsAdd, id).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Saves a line. `seen` is the version that the form was shown with; saving what stands there changes nothing.
///
/// # Errors
/// [`Error::Fields`] on `words` and `finds`; [`ErrorCode::InvalidTransition`] when somebody saved or removed it in between;
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn save(shop: &Shop, actor: Actor, id: SearchWordsId, seen: i64, words: &str, finds: &str) -> Result<()> {
    let user = editor_of_district(actor)?;
    let words = read_line(words, finds).map_err(Error::Fields)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let words = words.clone();
            Box::pin(async move {
                let row = lock(tx, id, seen).await?;
                if row.words == words {
                    return Ok(());
                }
                search_words::Entity::update_many()
                    .col_expr(search_words::Column::Words, Expr::value(words))
                    .col_expr(
                        search_words::Column::Version,
                        Expr::col(search_words::Column::Version).add(1),
                    )
                    .filter(search_words::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                note(tx, now, user, AuditAction::SearchWordsSave, id).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Removes a line, as it was seen; one that is removed already stays so.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when somebody saved it in between; [`Error::NotFound`] for anybody but the
/// Centre.
#[crate::boxed]
pub async fn remove(shop: &Shop, actor: Actor, id: SearchWordsId, seen: i64) -> Result<()> {
    let user = editor_of_district(actor)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                if search_words::Entity::find_by_id(id).one(tx).await?.is_none() {
                    return Ok(());
                }
                lock(tx, id, seen).await?;
                search_words::Entity::delete_by_id(id).exec(tx).await?;
                note(tx, now, user, AuditAction::SearchWordsRemove, id).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// The row, when it is still what was seen; whoever else changes it waits until this transaction is over.
async fn lock(tx: &Tx, id: SearchWordsId, seen: i64) -> Result<search_words::Model> {
    search_words::Entity::find_by_id(id)
        .lock(LockType::Update)
        .one(tx)
        .await?
        .filter(|row| row.version == seen)
        .ok_or(Error::Refused(ErrorCode::InvalidTransition))
}

async fn note(tx: &Tx, now: i64, user: UserId, action: AuditAction, id: SearchWordsId) -> Result<()> {
    let (who, what) = (format!("user:{user}"), format!("search-words:{id}"));
    audit::note(tx, now, &who, action, &what, "").await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_whatever_stands_between_its_words() {
        let line = |words: &str, finds: &str| {
            read_line(words, finds)
                .map(|line| line.replace('\n', "|"))
                .map_err(|errors| [WORDS_FIELD, FINDS_FIELD].map(|field| errors.of(field)))
        };
        assert_eq!(
            line(" badam,بادام ، 巴旦木、almendra;Badam， red  dates\n", " "),
            Ok("badam|巴旦木|almendra|red dates".to_owned()),
            "بادام is badam in another script"
        );
        assert_eq!(
            line("坚果", "核桃، 巴旦木 → 核桃"),
            Ok("坚果|→|核桃|巴旦木".to_owned()),
            "one word may find others"
        );
        let many: Vec<String> = (1..=WORDS + 1).map(|number| format!("word{number}")).collect();
        assert!(line(&many[1..].join(","), "").is_ok());
        let many = many.join(",");
        let long = format!("badam, {}", "x".repeat(LONGEST + 1));
        for (typed, code) in [
            (" , ", FieldCode::Required),
            ("badam", FieldCode::TooShort),
            ("badam, بادام", FieldCode::TooShort),
            ("badam, —", FieldCode::InvalidText),
            (long.as_str(), FieldCode::TooLong),
            (many.as_str(), FieldCode::TooMuch),
        ] {
            assert_eq!(line(typed, ""), Err([Some(code), None]), "{typed}");
        }
        assert_eq!(
            line("", "badam, —"),
            Err([Some(FieldCode::Required), Some(FieldCode::InvalidText)])
        );
    }
}
