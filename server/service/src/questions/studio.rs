//! What a cooperative does with questions about its products.

use db::Readable;
use db::Tx;
use db::entities::{product, product_question};
use db::sea_orm::sea_query::{Expr, SelectStatement};
use db::sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, FieldCode, HideReason, Locale, MessageText, Phone, ProductId,
    ProductQuestionId, ProductStatus, QuestionState, QuestionStep, WrittenIn,
};

use super::read::about;
use super::view::{QuestionList, QuestionRow, QuestionView};
use super::{PAGE, close, find, next};
use crate::audit::signature;
use crate::cooperatives::require_selling;
use crate::error::{Error, Result, text_code};
use crate::messages::{Notice, tell};
use crate::rights::own_cooperative;
use crate::texts::{self, TextSet};
use crate::{Shop, audit, random, restock};

/// How far questions that wait are counted.
const MOST: u64 = 99;

/// Which questions about its products a cooperative looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuestionFilter {
    /// Those that wait for an answer, the longest waiting first.
    #[default]
    Open,
    /// Those it has answered, the newest first.
    Answered,
}

/// Why a cooperative may decline a question.
const OWN_REASONS: [HideReason; 2] = [HideReason::Personal, HideReason::Unrelated];

/// Products of a cooperative that buyers see.
fn published_of(cooperative: CooperativeId) -> SelectStatement {
    product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::CooperativeId.eq(cooperative))
        .filter(product::Column::Status.eq(ProductStatus::Published))
        .into_query()
}

/// The questions in this state about products of the cooperative that buyers see.
fn of(cooperative: CooperativeId, state: QuestionState) -> Select<product_question::Entity> {
    product_question::Entity::find()
        .filter(product_question::Column::CooperativeId.eq(cooperative))
        .filter(product_question::Column::State.eq(state))
        .filter(product_question::Column::ProductId.in_subquery(published_of(cooperative)))
}

/// How many questions wait for the cooperative, counted up to one more than is told.
pub(crate) async fn waiting_of(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<u64> {
    let ids: Vec<ProductQuestionId> = of(cooperative, QuestionState::Asked)
        .select_only()
        .column(product_question::Column::Id)
        .limit(MOST + 1)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.len() as u64)
}

/// The questions about the products of the actor's cooperative.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not answer its buyers.
#[crate::boxed]
pub async fn list(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    filter: QuestionFilter,
    after: Option<ProductQuestionId>,
) -> Result<QuestionList> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?.id();
    let found = match filter {
        QuestionFilter::Open => {
            let open = of(own, QuestionState::Asked).order_by_asc(product_question::Column::Id);
            match after {
                Some(after) => open.filter(product_question::Column::Id.gt(after)),
                None => open,
            }
        }
        QuestionFilter::Answered => {
            let answered = of(own, QuestionState::Answered).order_by_desc(product_question::Column::Id);
            match after {
                Some(after) => answered.filter(product_question::Column::Id.lt(after)),
                None => answered,
            }
        }
    };
    listed(shop, locale, found).await
}

/// One of them, whether it waits for an answer or has one.
///
/// # Errors
/// [`Error::NotFound`] when it is another's, and for anybody who does not answer its buyers.
#[crate::boxed]
pub async fn find_of_cooperative(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    id: ProductQuestionId,
) -> Result<QuestionRow> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?.id();
    let found = product_question::Entity::find_by_id(id)
        .filter(product_question::Column::CooperativeId.eq(own))
        .filter(product_question::Column::State.is_in([QuestionState::Asked, QuestionState::Answered]));
    let list = listed(shop, locale, found).await?;
    list.rows.into_iter().next().ok_or(Error::NotFound)
}

/// A page of what was found, in its order.
pub(super) async fn listed(
    shop: &Shop,
    locale: Locale,
    found: Select<product_question::Entity>,
) -> Result<QuestionList> {
    let db = shop.db().read();
    let mut rows = found.limit(PAGE + 1).readable(db).await?;
    let has_more = rows.len() as u64 > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| has_more).map(|row| row.id);
    let mut ids: Vec<ProductId> = rows.iter().map(|row| row.product_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let products = product::Entity::find()
        .filter(product::Column::Id.is_in(ids))
        .readable(db)
        .await?;
    let names = about(db, &shop.directory(), locale, &products).await?;
    let rows = rows.into_iter().filter_map(|row| {
        Some(QuestionRow {
            question: QuestionView::of(&row),
            state: row.state,
            held_for: row.held_for,
            closed: row.closed_for.map(|reason| (reason, row.closed_words.clone())),
            reports: u32::try_from(row.reports).unwrap_or(u32::MAX),
            will_tell: row.phone.is_some(),
            about: names.get(&row.product_id)?.clone(),
        })
    });
    Ok(QuestionList {
        rows: rows.collect(),
        next,
    })
}

/// Answers a question, or writes its answer anew; from then on everybody reads both. Whoever left a number is told once, and
/// the number is dropped. `page` is the language of the page on which it was written, `seen` when the answer was written that
/// stood beside the field, if one did: what another member answered meanwhile is not replaced unread.
///
/// # Errors
/// [`Error::Fields`] on `text`, with [`FieldCode::Changed`] when it was answered meanwhile; [`ErrorCode::InvalidTransition`]
/// when it was declined meanwhile; [`ErrorCode::Suspended`]; [`Error::NotFound`] when it is another's.
#[crate::boxed]
pub async fn answer(
    shop: &Shop,
    actor: Actor,
    id: ProductQuestionId,
    page: Locale,
    typed: &str,
    seen: Option<i64>,
) -> Result<()> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?.id();
    let text = MessageText::parse(typed).map_err(|error| Error::field("text", text_code(error)))?;
    let lang = WrittenIn::guess(text.as_str(), page);
    let by_centre = matches!(actor, Actor::Support { .. });
    let (now, by) = (shop.now(), signature(actor));
    let (handle, link) = (shop.clone(), hex::encode(random::bytes::<8>()?));
    shop.once()
        .write(move |tx| {
            let (text, by) = (text.clone(), by.clone());
            let (shop, link) = (handle.clone(), link.clone());
            let of_own = Condition::all().add(product_question::Column::CooperativeId.eq(own));
            Box::pin(async move {
                let row = find(tx, id, of_own).await?;
                let next = next(&row, QuestionStep::Answer)?;
                require_selling(tx, own).await?;
                if row.answer.as_deref() == Some(text.as_str()) {
                    return Ok(());
                }
                if row.answered_at != seen {
                    return Err(Error::field("text", FieldCode::Changed));
                }
                product_question::Entity::update_many()
                    .col_expr(product_question::Column::State, Expr::value(next))
                    .col_expr(product_question::Column::Answer, Expr::value(text.as_str()))
                    .col_expr(product_question::Column::AnswerLang, Expr::value(lang))
                    .col_expr(product_question::Column::AnsweredAt, Expr::value(now))
                    .col_expr(product_question::Column::ByCentre, Expr::value(by_centre))
                    .col_expr(product_question::Column::Phone, Expr::value(None::<String>))
                    .filter(product_question::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                tell_asker(&shop, tx, now, &row, &link).await?;
                let object = format!("product:{}", row.product_id);
                audit::note(
                    tx,
                    now,
                    &by,
                    AuditAction::QuestionAnswer,
                    &object,
                    &format!("question:{id}"),
                )
                .await
            })
        })
        .await
}

/// Tells whoever asked, if they left a number whose owner has not ended such messages. Anybody can leave anybody's: the message
/// says by `link` how to end them.
async fn tell_asker(shop: &Shop, tx: &Tx, now: i64, row: &product_question::Model, link: &str) -> Result<()> {
    let Some(phone) = row.phone.as_deref().and_then(|number| Phone::parse(number).ok()) else {
        return Ok(());
    };
    let phone_key = restock::key_of(shop, &phone);
    if restock::is_refused(tx, &phone_key).await? {
        return Ok(());
    }
    let Some(product) = product::Entity::find_by_id(row.product_id).one(tx).await? else {
        return Ok(());
    };
    let names = texts::read(tx, &[product.id]).await?;
    let nameless = TextSet::default();
    let names = names.get(&product.id).unwrap_or(&nameless);
    let notice = Notice::ProductQuestionAnswered {
        phone,
        locale: row.page_lang,
        product: names.name(row.page_lang, product.source_lang, &product.slug).text,
        link: shop.address_of(row.page_lang, link),
    };
    restock::note_answer(tx, now, link, phone_key, product.id).await?;
    tell(tx, now, notice).await
}

/// Declines a question that is personal or not about the product; who asked reads why.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it does not wait any more; [`ErrorCode::Invalid`] for another reason;
/// [`Error::NotFound`] when it is another's.
#[crate::boxed]
pub async fn decline(shop: &Shop, actor: Actor, id: ProductQuestionId, reason: HideReason) -> Result<()> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?.id();
    if !OWN_REASONS.contains(&reason) {
        return Err(Error::Refused(ErrorCode::Invalid));
    }
    let (now, by) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let by = by.clone();
            let own = Condition::all().add(product_question::Column::CooperativeId.eq(own));
            Box::pin(async move {
                let row = find(tx, id, own).await?;
                // What all read by now is the Centre's to take away.
                if row.state != QuestionState::Asked {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                close(tx, &row, now, reason, "").await?;
                let object = format!("product:{}", row.product_id);
                let detail = format!("question:{id} {reason}");
                audit::note(tx, now, &by, AuditAction::QuestionHide, &object, &detail).await
            })
        })
        .await
}
