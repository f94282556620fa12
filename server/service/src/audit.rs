//! Who changed what: one event a change, written in its transaction, in a log that can be checked
//! ([`db::audit`]) and that the Centre reads.

mod list;
mod objects;

use db::Tx;
use db::audit::{Event, Noted};
use db::entities::{import, offer, order, product};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{Actor, AuditAction, CooperativeId, ImportId, OfferId, OrderGroupId, OrderId, ProductId};

pub use db::audit::{Broken, Checked};
pub use list::{AuditPage, AuditQuery, AuditView, Who, list};
pub(crate) use list::{signers, user_of};
pub use objects::{AuditObject, AuditThing};

use crate::{Error, Result, Shop};

/// Writes down that `actor` did `action` to `object`, both as `kind:id`. `detail` names nobody by name or number of a phone:
/// what stands in the log stays there.
///
/// Best done last in a transaction: it locks the end of the log.
pub(crate) async fn note(tx: &Tx, at: i64, actor: &str, action: AuditAction, object: &str, detail: &str) -> Result<()> {
    let event = Event {
        at,
        actor: actor.to_owned(),
        action: action.as_str().to_owned(),
        object: object.to_owned(),
        detail: detail.to_owned(),
        cooperative: cooperative_of(tx, object).await?,
    };
    Ok(db::audit::append(tx, &event).await?)
}

/// How the actor stands in the log: `user:7`, or `support:7` for the Centre's people at work for a cooperative.
pub(crate) fn signature(actor: Actor) -> String {
    let who = if matches!(actor, Actor::Support { .. }) {
        "support"
    } else {
        "user"
    };
    actor
        .user()
        .map_or_else(|| "nobody".to_owned(), |user| format!("{who}:{user}"))
}

/// Whose the object is, if it is a cooperative's.
async fn cooperative_of(tx: &Tx, object: &str) -> Result<Option<CooperativeId>> {
    let Some((kind, Ok(id))) = object.split_once(':').map(|(kind, id)| (kind, id.parse::<i64>())) else {
        return Ok(None);
    };
    Ok(match kind {
        "cooperative" => Some(CooperativeId(id)),
        "product" => of_product(tx, ProductId(id)).await?,
        "offer" => {
            let product: Option<ProductId> = offer::Entity::find_by_id(OfferId(id))
                .select_only()
                .column(offer::Column::ProductId)
                .into_tuple()
                .one(tx)
                .await?;
            match product {
                Some(product) => of_product(tx, product).await?,
                None => None,
            }
        }
        "order" => {
            order::Entity::find_by_id(OrderId(id))
                .select_only()
                .column(order::Column::CooperativeId)
                .into_tuple()
                .one(tx)
                .await?
        }
        "group" => of_group(tx, OrderGroupId(id)).await?,
        "import" => {
            import::Entity::find_by_id(ImportId(id))
                .select_only()
                .column(import::Column::CooperativeId)
                .into_tuple()
                .one(tx)
                .await?
        }
        _ => None,
    })
}

/// Whose all orders of a group are, when they are one cooperative's.
async fn of_group(tx: &Tx, id: OrderGroupId) -> Result<Option<CooperativeId>> {
    let all: Vec<CooperativeId> = order::Entity::find()
        .select_only()
        .column(order::Column::CooperativeId)
        .distinct()
        .filter(order::Column::GroupId.eq(id))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(match all.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

async fn of_product(tx: &Tx, id: ProductId) -> Result<Option<CooperativeId>> {
    Ok(product::Entity::find_by_id(id)
        .select_only()
        .column(product::Column::CooperativeId)
        .into_tuple()
        .one(tx)
        .await?)
}

/// Checks the whole log. `noted` is an end that an earlier check printed, `12:5f70…`.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn verify(shop: &Shop, noted: Option<&Noted>) -> Result<Checked> {
    Ok(db::audit::verify(shop.db(), noted).await?)
}

/// Takes events that the release before has written into the chain, and says so in the log; answers how many there were.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn adopt(shop: &Shop) -> Result<u64> {
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                let count = db::audit::link_rest(tx).await?;
                if count > 0 {
                    note(tx, now, "operator", AuditAction::AuditAdopt, "-", &count.to_string()).await?;
                }
                Ok::<_, Error>(count)
            })
        })
        .await
}
