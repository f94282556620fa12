//! What translators say about texts: that they looked, answers to questions in the files, and comments. And what programs cannot use.

use std::path::Path;

use db::Readable;
use db::entities::{text_answer, text_comment, text_problem};
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};
use domain::{Actor, ErrorCode, Locale, MessageText};
use l10n::Kind;
use l10n::check::{is_ftl, say};
use l10n::sources::english_of;
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::decide::{Beside, see};
use super::list::wording_of;
use super::rows::{hash_of, lock};
use super::view::ProblemView;
use super::{of, question_in, without_contact};
use crate::Shop;
use crate::error::{Error, Result, text_code};

/// What a folder says of its language.
const LANGUAGE_FILE: &str = "language.toml";

/// A translator has looked at a text beside what another language says now, and it is right.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when the other one says something else by now; [`Error::NotFound`] when there is no such text
/// or language, and for who does not translate.
#[crate::boxed]
pub async fn seen(shop: &Shop, actor: Actor, unit: &UnitId, other: &str, hash: SourceHash) -> Result<()> {
    let by = of(actor)?;
    english_of(unit).ok_or(Error::NotFound)?;
    let now_says = wording_of(shop.texts(), other, unit).ok_or(Error::NotFound)?;
    if source_hash(&now_says) != hash {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    let own = shop.texts().written(by.language, unit).map(|written| written.source);
    let own = hash_of(own.as_deref());
    let (now, unit, other) = (shop.now(), unit.clone(), other.to_owned());
    shop.once()
        .write(move |tx| {
            let (unit, other, now_says) = (unit.clone(), other.clone(), now_says.clone());
            Box::pin(async move {
                lock(tx, now, by.user, by.language, &unit).await?;
                let beside = Beside {
                    other: &other,
                    hash,
                    source: now_says,
                };
                see(tx, (by.language, &unit), beside, own, now).await
            })
        })
        .await
}

/// An answer to a question in a file, as its form sends it.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer<'a> {
    /// Which question.
    pub question: SourceHash,
    /// Of the answer that its writer saw there, or of nothing.
    pub before: SourceHash,
    /// `answer`: what it says.
    pub text: &'a str,
}

/// Answers what somebody asked about a text in the file, in the place of what was answered before.
///
/// # Errors
/// [`Error::Fields`] on `answer`; [`ErrorCode::InvalidTransition`] when somebody else has answered meanwhile; [`Error::NotFound`]
/// when nobody asks that, and for who does not translate.
#[crate::boxed]
pub async fn answer<'a>(shop: &'a Shop, actor: Actor, unit: &'a UnitId, new: NewAnswer<'a>) -> Result<()> {
    let by = of(actor)?;
    let written = shop.texts().written(by.language, unit).ok_or(Error::NotFound)?;
    let asked = question_in(&written.comment).ok_or(Error::NotFound)?;
    if source_hash(asked) != new.question {
        return Err(Error::NotFound);
    }
    let answer = remark("answer", new.text)?;
    let (question, before) = (new.question.0, new.before);
    let row = text_answer::ActiveModel {
        lang: Set(by.language),
        unit: Set(unit.to_string()),
        question_hash: Set(question),
        answer: Set(answer),
        user_id: Set(Some(by.user)),
        at: Set(shop.now()),
    };
    let (now, unit) = (shop.now(), unit.clone());
    shop.once()
        .write(move |tx| {
            let (row, unit) = (row.clone(), unit.clone());
            Box::pin(async move {
                lock(tx, now, by.user, by.language, &unit).await?;
                let there = text_answer::Entity::find_by_id((by.language, unit.to_string(), question));
                let there = there.one(tx).await?.map(|row| row.answer);
                if hash_of(there.as_deref()) != before {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let newer = OnConflict::columns([
                    text_answer::Column::Lang,
                    text_answer::Column::Unit,
                    text_answer::Column::QuestionHash,
                ])
                .update_columns([
                    text_answer::Column::Answer,
                    text_answer::Column::UserId,
                    text_answer::Column::At,
                ])
                .to_owned();
                text_answer::Entity::insert(row)
                    .on_conflict(newer)
                    .exec_without_returning(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// What somebody typed into this field for the others.
fn remark(field: &'static str, typed: &str) -> Result<String> {
    let text = MessageText::parse(typed)
        .map(MessageText::into_string)
        .map_err(text_code);
    text.and_then(without_contact).map_err(|code| Error::field(field, code))
}

/// Tells the others something about a text.
///
/// # Errors
/// [`Error::Fields`] on `comment`; [`Error::NotFound`] when there is no such text, and for who does not translate.
#[crate::boxed]
pub async fn comment(shop: &Shop, actor: Actor, unit: &UnitId, typed: &str) -> Result<()> {
    let by = of(actor)?;
    english_of(unit).ok_or(Error::NotFound)?;
    let body = remark("comment", typed)?;
    let row = text_comment::ActiveModel {
        lang: Set(by.language),
        unit: Set(unit.to_string()),
        user_id: Set(Some(by.user)),
        body: Set(body),
        at: Set(shop.now()),
        ..Default::default()
    };
    let (now, unit) = (shop.now(), unit.clone());
    shop.once()
        .write(move |tx| {
            let (row, unit) = (row.clone(), unit.clone());
            Box::pin(async move {
                lock(tx, now, by.user, by.language, &unit).await?;
                text_comment::Entity::insert(row).exec_without_returning(tx).await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// What the programs of the shop cannot use in their files, in the page's language; and what this one leaves out of what was
/// approved in the reader's. By file and line, the reader's language first and then what is about all.
///
/// # Errors
/// [`Error::NotFound`] for who does not translate.
#[crate::boxed]
pub async fn problems(shop: &Shop, actor: Actor, page: Locale) -> Result<Vec<ProblemView>> {
    let by = of(actor)?;
    let rows = text_problem::Entity::find()
        .order_by_asc(text_problem::Column::Id)
        .readable(shop.db().read())
        .await?;
    let shown = rows.into_iter().filter_map(|row| {
        let args: Vec<(String, String)> = serde_json::from_str(&row.args).unwrap_or_default();
        let args: Vec<(&str, String)> = args
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        let (path, language) = place_of(&row.path);
        Some(ProblemView {
            sentence: say(Kind::parse(&row.kind)?, page.folder(), &args),
            language,
            path,
            line: usize::try_from(row.line).unwrap_or_default(),
            unit: row.unit.as_deref().and_then(UnitId::parse),
            at: row.at,
        })
    });
    let texts = shop.texts();
    let left = texts.left_out(by.language).into_iter().filter_map(|(name, finding)| {
        let unit = UnitId::parse(&name)?;
        let (_, english) = english_of(&unit)?;
        let written = texts.in_files(by.language, &unit);
        let (file, line) = written.map_or_else(
            || (english.file.clone(), english.line),
            |written| (written.file, written.line),
        );
        Some(ProblemView {
            sentence: finding.sentence(page.folder()),
            language: Some(by.language),
            path: format!("{}/{file}", by.language.folder()),
            line,
            unit: Some(unit),
            at: shop.now(),
        })
    });
    let mut all: Vec<ProblemView> = shown.chain(left).collect();
    let rank = |language: Option<Locale>| match language {
        Some(language) if language == by.language => (0, ""),
        None => (1, ""),
        Some(other) => (2, other.code()),
    };
    all.sort_by_cached_key(|problem| {
        let rank = rank(problem.language);
        let unit = problem.unit.as_ref().map(ToString::to_string);
        (rank, problem.path.clone(), problem.line, problem.sentence.clone(), unit)
    });
    // Several programs read the same files, each on its machine.
    all.dedup_by(|one, other| {
        (&one.path, one.line, &one.unit, &one.sentence) == (&other.path, other.line, &other.unit, &other.sentence)
    });
    Ok(all)
}

/// A file as translators know it, from the folder of all texts on, and its language. Where a server keeps its files, and what its
/// machines are called, is in its log.
fn place_of(path: &str) -> (String, Option<Locale>) {
    let mut names = Path::new(path)
        .components()
        .rev()
        .filter_map(|name| name.as_os_str().to_str());
    let (last, parent) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
    let language = |folder: &str| Locale::all().iter().copied().find(|lang| lang.folder() == folder);
    if is_ftl(last) || last == LANGUAGE_FILE {
        (format!("{parent}/{last}"), language(parent))
    } else {
        (last.to_owned(), language(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translators_read_where_in_the_texts_something_is_and_not_where_the_server_keeps_them() {
        for (path, shown, language) in [
            ("/opt/bazar/locales/ug/cart.ftl", "ug/cart.ftl", Some(Locale::Ug)),
            ("locales/zh-Hans/cart.ftl", "zh-Hans/cart.ftl", Some(Locale::Zh)),
            ("/opt/bazar/locales/en/cart.ftl", "en/cart.ftl", None),
            ("/opt/bazar/locales/es", "es", Some(Locale::Es)),
            ("/opt/bazar/locales/kk/language.toml", "kk/language.toml", None),
            ("/opt/bazar/locales/glossary.csv", "glossary.csv", None),
        ] {
            assert_eq!(place_of(path), (shown.to_owned(), language), "{path}");
        }
    }
}
