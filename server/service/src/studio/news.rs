//! What waits for a cooperative, in a few numbers: an open page is told when they change.

use db::entities::{money_entry, order, order_message, product_question, review};
use db::sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, Select};
use domain::{
    Action, Actor, CooperativeId, MoneyEntryId, OrderId, OrderMessageId, OrderStage, ProductQuestionId, QuestionState,
    Subject, rights,
};

use super::stage::{Side, Wanted};
use super::view::StageCount;
use super::{TO_ANSWER, questions, reports};
use crate::Shop;
use crate::bell::{Heard, Listener, Ring};
use crate::error::Result;
use crate::rights::own_cooperative;

/// What waits for a cooperative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Orders to be accepted.
    pub orders: StageCount,
    /// Orders whose buyers wait for an answer.
    pub questions: StageCount,
    /// Orders with damage reports that nobody has answered.
    pub reports: StageCount,
    /// Questions about products to be answered; none for who does not answer them.
    pub product_questions: StageCount,
    /// Reviews to be answered; none for who does not answer them.
    pub reviews: StageCount,
    /// Both together.
    pub to_answer: StageCount,
    /// The newest of the orders to be accepted; 0 when there is none.
    pub newest: i64,
}

/// What waits for the actor's cooperative now.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who does not read its orders.
#[crate::boxed]
pub async fn news(shop: &Shop, actor: Actor) -> Result<News> {
    let own = own_cooperative(actor, Action::ReadOrders)?.id();
    let db = shop.db().read();
    let new = Wanted::of(own).in_stage(OrderStage::New);
    let newest = new.ids(db, Side::Newest(None), 1).await?;
    let (asked, reviews) = if rights::may(actor, Action::AnswerBuyers, Subject::Cooperative(own)).is_ok() {
        (
            crate::questions::waiting_of(db, own).await?,
            crate::reviews::unanswered_of(db, own).await?,
        )
    } else {
        (0, 0)
    };
    Ok(News {
        orders: new.count(db).await?,
        questions: questions::count(db, own).await?,
        reports: reports::count(db, own).await?,
        product_questions: StageCount::up_to(asked, TO_ANSWER),
        reviews: StageCount::up_to(reviews, TO_ANSWER),
        to_answer: StageCount::up_to(asked + reviews, TO_ANSWER),
        newest: newest.first().map_or(0, |(id, _)| id.get()),
    })
}

/// A place for a page of the actor's cooperative that waits for something new; nothing when all are taken.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who does not read its orders.
pub fn listen(shop: &Shop, actor: Actor) -> Result<Option<Listener>> {
    let own = own_cooperative(actor, Action::ReadOrders)?.id();
    Ok(shop.bell().listen(own))
}

/// Looks for something new and wakes the pages that wait for it; called every second, and asks nothing while nobody listens.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn look_for_news(shop: &Shop) -> Result<()> {
    let bell = shop.bell();
    let now = if bell.has_listeners() {
        Some(newest(shop).await?)
    } else {
        None
    };
    match (bell.heard(), now) {
        (Some(known), Some(now)) if known != now => bell.ring(Ring::Of(concerned(shop, known).await?.into())),
        // What came between a page's own look and this one was heard by nobody.
        (None, Some(_)) => bell.ring(Ring::All),
        _ => {}
    }
    bell.note(now);
    Ok(())
}

/// The shop closes: pages that wait are let go.
pub fn end_news(shop: &Shop) {
    shop.bell().close();
}

async fn newest(shop: &Shop) -> Result<Heard> {
    let db = shop.db().read();
    let order: Option<Option<OrderId>> = order::Entity::find()
        .select_only()
        .column_as(order::Column::Id.max(), "id")
        .into_tuple()
        .one(db)
        .await?;
    let message: Option<Option<OrderMessageId>> = order_message::Entity::find()
        .select_only()
        .column_as(order_message::Column::Id.max(), "id")
        .into_tuple()
        .one(db)
        .await?;
    let entry: Option<Option<MoneyEntryId>> = money_entry::Entity::find()
        .select_only()
        .column_as(money_entry::Column::Id.max(), "id")
        .into_tuple()
        .one(db)
        .await?;
    let question: Option<Option<ProductQuestionId>> = product_question::Entity::find()
        .select_only()
        .column_as(product_question::Column::Id.max(), "id")
        .into_tuple()
        .one(db)
        .await?;
    let review: Option<Option<i64>> = review::Entity::find()
        .select_only()
        .column_as(review::Column::PublishedAt.max(), "at")
        .into_tuple()
        .one(db)
        .await?;
    Ok(Heard {
        order: order.flatten().unwrap_or(OrderId(0)),
        message: message.flatten().unwrap_or(OrderMessageId(0)),
        entry: entry.flatten().unwrap_or(MoneyEntryId(0)),
        question: question.flatten().unwrap_or(ProductQuestionId(0)),
        review: review.flatten().unwrap_or(0),
    })
}

/// The cooperatives that something newer than `known` is about.
async fn concerned(shop: &Shop, known: Heard) -> Result<Vec<CooperativeId>> {
    let db = shop.db().read();
    let mut concerned: Vec<CooperativeId> = order::Entity::find()
        .select_only()
        .column(order::Column::CooperativeId)
        .filter(order::Column::Id.gt(known.order))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    let asked: Vec<CooperativeId> = order_message::Entity::find()
        .select_only()
        .column(order_message::Column::CooperativeId)
        .filter(order_message::Column::Id.gt(known.message))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    // What waits for the Centre's look is none of theirs yet.
    let about_products: Vec<CooperativeId> = product_question::Entity::find()
        .select_only()
        .column(product_question::Column::CooperativeId)
        .filter(product_question::Column::Id.gt(known.question))
        .filter(product_question::Column::State.eq(QuestionState::Asked))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    let judged: Vec<CooperativeId> = judged_after(known.review)
        .select_only()
        .column(review::Column::CooperativeId)
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    // What is paid becomes new to its cooperative.
    let to_entries = order::Entity::belongs_to(money_entry::Entity)
        .from(order::Column::GroupId)
        .to(money_entry::Column::GroupId);
    let paid: Vec<CooperativeId> = order::Entity::find()
        .select_only()
        .column(order::Column::CooperativeId)
        .join(JoinType::InnerJoin, to_entries.into())
        .filter(money_entry::Column::Id.gt(known.entry))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    concerned.extend(asked);
    concerned.extend(about_products);
    concerned.extend(judged);
    concerned.extend(paid);
    Ok(concerned)
}

/// Reviews that came before all eyes after `at`. One that was hidden since wakes a page for nothing; asked for their state,
/// SQLite would read every published one.
fn judged_after(at: i64) -> Select<review::Entity> {
    review::Entity::find().filter(review::Column::PublishedAt.gt(at))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use db::sea_orm::{ConnectionTrait, DatabaseBackend, QueryTrait, Statement};
    use testing::{Database, TestShop};

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn new_reviews_are_found_without_reading_all_of_them() {
        let shop = TestShop::open_empty(Database::Sqlite).await.unwrap();
        let found = judged_after(1).build(DatabaseBackend::Sqlite);
        let explain = Statement {
            sql: format!("EXPLAIN QUERY PLAN {}", found.sql),
            ..found
        };
        let rows = shop.db().read().query_all_raw(explain).await.unwrap();
        let steps = rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap());
        let plan = steps.collect::<Vec<_>>().join("; ");
        assert!(plan.contains("reviews_by_publishing"), "{plan}");
    }
}
