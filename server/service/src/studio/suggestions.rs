//! Missing texts of a product, written by a machine where the operator connected one. Somebody asks for them; a job has them
//! written, beside the requests. What the machine wrote says so until a person saves or confirms it, and it never takes the
//! place of what is there.

use std::time::Duration;

use db::Tx;
use db::entities::{product, translation_wish};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, AuditAction, Locale, LongText, ProductId, ProposalState, ShortText, SuggestionProblem, TextOwner,
};

use super::product::lock_product;
use super::shop_page::suggest_next_page;
use super::texts::{self, Field};
use super::view::Suggestions;
use super::{audit, signature};
use crate::catalog::rebuild_cards;
use crate::error::{Error, Result};
use crate::proposals::{Change, Proposal};
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};
use crate::{Shop, proposals, translator::Translator};

/// A program that began longer ago than this has been ended in the middle.
const TURN: Duration = Duration::from_mins(3);
const NAME: &str = "name";
const DESCRIPTION: &str = "description";

/// A text that is to be written, or is.
#[derive(Clone, Debug)]
struct Line {
    field: &'static str,
    lang: Locale,
    /// What it is made from.
    from: String,
    text: String,
}

impl Line {
    /// Whether this text was written or taken away, and the Centre has not confirmed that.
    fn waits_in(&self, waits: Option<&Proposal>) -> bool {
        let mut texts = waits.into_iter().flat_map(|waits| &waits.proposed.texts);
        texts.any(|text| text.field == self.field && text.lang == self.lang)
    }
}

/// Asks for the texts that a product lacks. They are there a little later.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's, or when no machine is connected.
#[crate::boxed]
pub async fn ask_suggestions(shop: &Shop, actor: Actor, id: ProductId) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    if shop.translator().is_none() {
        return Err(Error::NotFound);
    }
    let (now, by) = (shop.now(), signature(actor));
    shop.db()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                lock_product(tx, own.id(), id).await?;
                let there = translation_wish::Entity::find_by_id(id).one(tx).await?;
                if there.is_some_and(|wish| wish.problem.is_none()) {
                    return Ok(());
                }
                let wish = translation_wish::ActiveModel {
                    product_id: Set(id),
                    asked_at: Set(now),
                    taken_at: Set(None),
                    problem: Set(None),
                };
                use translation_wish::Column;
                let again = OnConflict::column(Column::ProductId)
                    .update_columns([Column::AskedAt, Column::TakenAt, Column::Problem])
                    .to_owned();
                translation_wish::Entity::insert(wish)
                    .on_conflict(again)
                    .exec_without_returning(tx)
                    .await?;
                audit(tx, now, &by, AuditAction::ProductSuggest, &format!("product:{id}")).await
            })
        })
        .await
}

/// What the editor of a product says of it.
pub(super) async fn suggestions_of(
    shop: &Shop,
    id: ProductId,
    texts: &TextSet,
    source: Locale,
    waits: Option<&Proposal>,
) -> Result<Suggestions> {
    // What was sent back is for people to change: it keeps its reason until they do.
    let is_sent_back = waits.is_some_and(|waits| waits.state == ProposalState::SentBack);
    if shop.translator().is_none() || is_sent_back {
        return Ok(Suggestions::Off);
    }
    let wish = translation_wish::Entity::find_by_id(id).one(shop.db().read()).await?;
    let is_whole = missing(texts, source).is_empty();
    Ok(match wish.map(|wish| wish.problem) {
        Some(None) => Suggestions::Waiting,
        _ if is_whole => Suggestions::Off,
        Some(Some(problem)) => Suggestions::Failed(problem),
        None => Suggestions::Possible,
    })
}

/// Texts that are there in the source's language alone.
fn missing(texts: &TextSet, source: Locale) -> Vec<Line> {
    let targets = Locale::ALL.into_iter().filter(|lang| *lang != source);
    targets
        .flat_map(|lang| [NAME, DESCRIPTION].map(|field| (lang, field)))
        .filter(|(lang, field)| texts.exact(field, *lang).is_none())
        .filter_map(|(lang, field)| {
            let from = texts.exact(field, source)?.text.clone();
            (!from.trim().is_empty()).then_some(Line {
                field,
                lang,
                from,
                text: String::new(),
            })
        })
        .collect()
}

/// Has the texts of one product written, or some of one shop page where no product waits; whether there was one to write.
///
/// # Errors
/// When the database does not answer; it is done a little later.
#[crate::boxed]
pub async fn suggest_next(shop: &Shop) -> Result<bool> {
    let Some(translator) = shop.translator() else {
        return Ok(false);
    };
    let Some(id) = take(shop).await? else {
        return suggest_next_page(shop, translator).await;
    };
    let db = shop.db().read();
    let Some(row) = product::Entity::find_by_id(id).one(db).await? else {
        return Ok(true);
    };
    let mut texts = read(db, &[id]).await?.remove(&id).unwrap_or_default();
    let waits = proposals::of(db, id).await?;
    if let Some(waits) = &waits {
        waits.proposed.overlay_texts(&mut texts, row.source_lang);
    }
    let mut lines = missing(&texts, row.source_lang);
    lines.retain(|line| !line.waits_in(waits.as_ref()));
    let (lines, problem) = write(translator, row.source_lang, lines).await;
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            let lines = lines.clone();
            Box::pin(async move { keep(tx, now, id, &lines, problem).await })
        })
        .await?;
    Ok(true)
}

/// The product that has waited longest, for this program alone.
async fn take(shop: &Shop) -> Result<Option<ProductId>> {
    use translation_wish::Column;
    let now = shop.now();
    let turn = i64::try_from(TURN.as_millis()).unwrap_or(i64::MAX);
    let is_free = move || {
        Condition::all().add(Column::Problem.is_null()).add(
            Condition::any()
                .add(Column::TakenAt.is_null())
                .add(Column::TakenAt.lt(now - turn)),
        )
    };
    let next: Option<ProductId> = translation_wish::Entity::find()
        .select_only()
        .column(Column::ProductId)
        .filter(is_free())
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::ProductId)
        .into_tuple()
        .one(shop.db().read())
        .await?;
    let Some(id) = next else { return Ok(None) };
    let taken = shop
        .db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = translation_wish::Entity::update_many()
                    .col_expr(Column::TakenAt, Expr::value(Some(now)))
                    .filter(Column::ProductId.eq(id))
                    .filter(is_free())
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    Ok((taken == 1).then_some(id))
}

/// The texts that the machine wrote, and why there are not more.
async fn write(translator: &Translator, source: Locale, lines: Vec<Line>) -> (Vec<Line>, Option<SuggestionProblem>) {
    let mut written = Vec::new();
    let mut problem = None;
    for target in Locale::ALL {
        let of_target: Vec<&Line> = lines.iter().filter(|line| line.lang == target).collect();
        if of_target.is_empty() {
            continue;
        }
        let texts: Vec<String> = of_target.iter().map(|line| line.from.clone()).collect();
        match translator.translate(source, target, &texts).await {
            Ok(answers) => {
                for (line, answer) in of_target.into_iter().zip(answers) {
                    match fitting(line.field, &answer) {
                        Some(text) => written.push(Line { text, ..line.clone() }),
                        None => problem = Some(SuggestionProblem::Unusable),
                    }
                }
            }
            Err(why) => {
                problem = Some(why);
                // It would be asked in vain for each language.
                if why == SuggestionProblem::Unreachable {
                    break;
                }
            }
        }
    }
    (written, problem)
}

/// The text as the field takes it.
fn fitting(field: &str, text: &str) -> Option<String> {
    match field {
        NAME => ShortText::parse(text).ok().map(ShortText::into_string),
        _ => LongText::parse(text).ok().map(LongText::into_string),
    }
    .filter(|text| !text.trim().is_empty())
}

async fn keep(tx: &Tx, now: i64, id: ProductId, lines: &[Line], problem: Option<SuggestionProblem>) -> Result<()> {
    let found = product::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    let Some(row) = found else { return Ok(()) };
    let is_changed = match proposals::open(tx, &row).await? {
        Some(change) => propose(tx, now, change, row.source_lang, lines).await?,
        None => {
            let mut is_changed = false;
            for line in lines {
                let field = Field {
                    owner: TextOwner::Product,
                    id: id.get(),
                    name: line.field,
                    source: row.source_lang,
                };
                is_changed |= texts::suggest(tx, now, field, line.lang, &line.text, &line.from).await?;
            }
            is_changed
        }
    };
    if is_changed {
        // An editor that is open lacks these texts: it must not take them away by saving.
        product::Entity::update_many()
            .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
            .col_expr(product::Column::UpdatedAt, Expr::value(now))
            .filter(product::Column::Id.eq(id))
            .exec(tx)
            .await?;
        rebuild_cards(tx, id).await?;
    }
    match problem {
        None => {
            translation_wish::Entity::delete_by_id(id).exec(tx).await?;
        }
        Some(problem) => {
            translation_wish::Entity::update_many()
                .col_expr(translation_wish::Column::Problem, Expr::value(Some(problem)))
                .filter(translation_wish::Column::ProductId.eq(id))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}

/// Lets the texts wait for the Centre with the rest; whether there were any. What was sent back keeps its reason until somebody
/// changes it.
async fn propose(tx: &Tx, now: i64, mut change: Change, source: Locale, lines: &[Line]) -> Result<bool> {
    if change.is_sent_back() {
        return Ok(false);
    }
    let mut is_changed = false;
    for line in lines {
        is_changed |= change.suggest(line.field, line.lang, source, &line.text, &line.from);
    }
    change.save(tx, now).await?;
    Ok(is_changed)
}
