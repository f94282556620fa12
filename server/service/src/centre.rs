//! How much waits for the Centre: the numbers in its menu.

use db::sea_orm::{ConnectionTrait, Statement};
use domain::{
    Action, Actor, ApplicationState, MessageState, ProposalState, QuestionState, REPORT_ANSWER_MS, ReviewState,
    Subject, rights,
};

use crate::Shop;
use crate::error::Result;

/// What waits for somebody of the Centre. What they may not do is no work of theirs: 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Cooperatives that want to sell here.
    pub applications: i64,
    /// Products of which something is to be confirmed, and cooperatives that want to be called otherwise.
    pub products: i64,
    /// Messages that were given up by the shop and not by a person.
    pub messages: i64,
    /// Reports of damage that no cooperative has answered in time.
    pub reports: i64,
    /// Questions and reviews that are held for a look, and those that somebody reported.
    pub texts: i64,
}

/// What waits for the actor. One query, each part of which is answered by an index; none for who has none of that work.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn waits(shop: &Shop, actor: Actor) -> Result<Waits> {
    let may = |action| rights::may(actor, action, Subject::Centre).is_ok();
    let (admits, sees_outbox) = (may(Action::AdmitCooperatives), may(Action::SeeOutbox));
    let (reads_orders, moderates) = (may(Action::ReadOrders), may(Action::ModerateTexts));
    if !admits && !sees_outbox && !reads_orders && !moderates {
        return Ok(Waits::default());
    }
    let db = shop.db();
    // The words are of our own enums: nothing of a request is in the text.
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM applications WHERE state = '{}'), \
         (SELECT COUNT(*) FROM product_proposals WHERE state = '{}') \
         + (SELECT COUNT(*) FROM cooperative_changes WHERE state = '{}'), \
         (SELECT COUNT(*) FROM messages WHERE state = '{}'), \
         (SELECT COUNT(*) FROM damage_reports WHERE settled_at IS NULL AND at < {}), \
         (SELECT COUNT(*) FROM product_questions WHERE state = '{}') \
         + (SELECT COUNT(*) FROM product_questions WHERE reports > 0 AND state = '{}') \
         + (SELECT COUNT(*) FROM reviews WHERE state = '{}') \
         + (SELECT COUNT(*) FROM reviews WHERE reports > 0 AND state = '{}')",
        ApplicationState::Waiting,
        ProposalState::Waiting,
        ProposalState::Waiting,
        MessageState::Dead,
        shop.now() - REPORT_ANSWER_MS,
        QuestionState::Held,
        QuestionState::Answered,
        ReviewState::Held,
        ReviewState::Published,
    );
    let row = db
        .read()
        .query_one_raw(Statement::from_string(db.backend(), sql))
        .await?;
    let Some(row) = row else {
        return Ok(Waits::default());
    };
    let [applications, products, messages, reports, texts]: [i64; 5] = [
        row.try_get_by_index(0)?,
        row.try_get_by_index(1)?,
        row.try_get_by_index(2)?,
        row.try_get_by_index(3)?,
        row.try_get_by_index(4)?,
    ];
    Ok(Waits {
        applications: if admits { applications } else { 0 },
        products: if admits { products } else { 0 },
        messages: if sees_outbox { messages } else { 0 },
        reports: if reads_orders { reports } else { 0 },
        texts: if moderates { texts } else { 0 },
    })
}
