//! The audit log: events that are only added to, each with a link that holds a hash of the link before and of all that
//! stands in the event. Who changes, removes or puts in one behind the program's back breaks the chain there; the head
//! row says where the chain ends, so that a cut end is seen too.
//!
//! Why it is made so, and against whom it helps, is in `server/docs/decisions/audit-log.md`.

mod verify;

use domain::{AuditEventId, CooperativeId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryResult, QuerySelect,
    Statement,
};
use sha2::{Digest, Sha256};

use crate::Tx;
use crate::entities::{audit_event, audit_head, audit_link};

pub use verify::{Broken, Checked, Noted, verify};

/// Events read at a time, by the check and while the chain is made of those that are there.
const PAGE: u64 = 1_000;
/// The key of the one head row.
const HEAD: i64 = 1;

/// Something that was done. It names people and things by kind and number, never by name or phone: what is written here
/// can never be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Who, as `user:7`.
    pub actor: String,
    /// What, as `member.add`.
    pub action: String,
    /// With what, as `cooperative:3`.
    pub object: String,
    /// What else there is to say.
    pub detail: String,
    /// Whose the thing is, if it is a cooperative's.
    pub cooperative: Option<CooperativeId>,
}

impl Event {
    /// The hash of the link at place `seq` for this event, which follows the link with the hash `before`.
    ///
    /// Each value stands with its length before it, so that no two events are the same text.
    fn hash(&self, before: &str, seq: i64, id: i64) -> String {
        let cooperative = self.cooperative.map(|id| id.to_string()).unwrap_or_default();
        let mut hash = Sha256::new();
        for value in [
            "bazar-audit-1",
            before,
            &seq.to_string(),
            &id.to_string(),
            &self.at.to_string(),
            &self.actor,
            &self.action,
            &self.object,
            &self.detail,
            &cooperative,
        ] {
            hash.update(format!("{}:", value.len()));
            hash.update(value);
            hash.update(",");
        }
        hex::encode(hash.finalize())
    }

    /// The event in a row that names its columns as the table does.
    fn read(row: &QueryResult) -> Result<Self, DbErr> {
        Ok(Self {
            at: row.try_get("", "at")?,
            actor: row.try_get("", "actor")?,
            action: row.try_get("", "action")?,
            object: row.try_get("", "object")?,
            detail: row.try_get("", "detail")?,
            cooperative: row.try_get("", "cooperative_id")?,
        })
    }
}

/// Where the chain ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The place of the last link; 0 before the first.
    pub seq: i64,
    /// Its hash; empty before the first.
    pub hash: String,
}

/// Adds an event to the end of the chain.
///
/// # Errors
/// When the database does not take it, or the head row is gone.
pub async fn append(tx: &Tx, event: &Event) -> Result<(), DbErr> {
    // Locked before the event gets its number: on PostgreSQL one transaction after the other adds to the chain. A file has
    // one writer.
    let head = lock_head(tx).await?;
    let row = audit_event::ActiveModel {
        at: Set(event.at),
        actor: Set(event.actor.clone()),
        action: Set(event.action.clone()),
        object: Set(event.object.clone()),
        detail: Set(event.detail.clone()),
        cooperative_id: Set(event.cooperative),
        ..Default::default()
    };
    let AuditEventId(id) = audit_event::Entity::insert(row).exec(tx).await?.last_insert_id;
    let seq = head.seq + 1;
    let hash = event.hash(&head.hash, seq, id);
    let link = audit_link::ActiveModel {
        seq: Set(seq),
        event_id: Set(AuditEventId(id)),
        hash: Set(hash.clone()),
    };
    audit_link::Entity::insert(link).exec_without_returning(tx).await?;
    move_head(tx, &Head { seq, hash }).await
}

async fn lock_head(tx: &impl ConnectionTrait) -> Result<Head, DbErr> {
    let row = audit_head::Entity::find_by_id(HEAD).lock_exclusive().one(tx).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("the head of the audit log".to_owned()))?;
    Ok(Head {
        seq: row.seq,
        hash: row.hash,
    })
}

async fn move_head(tx: &impl ConnectionTrait, head: &Head) -> Result<(), DbErr> {
    audit_head::Entity::update_many()
        .col_expr(audit_head::Column::Seq, Expr::value(head.seq))
        .col_expr(audit_head::Column::Hash, Expr::value(head.hash.clone()))
        .filter(audit_head::Column::Id.eq(HEAD))
        .exec(tx)
        .await?;
    Ok(())
}

/// Gives every event without a link one, in the order of their numbers, and answers how many there were: those from before
/// there was a chain, and those that the release before has written since.
///
/// # Errors
/// As [`append`].
pub async fn link_rest(tx: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let before = lock_head(tx).await?;
    let (mut head, mut last) = (before.clone(), 0);
    loop {
        let events = unlinked(tx, last).await?;
        let Some((id, _)) = events.last() else { break };
        last = *id;
        let mut links = Vec::with_capacity(events.len());
        for (id, event) in &events {
            let seq = head.seq + 1;
            let hash = event.hash(&head.hash, seq, *id);
            // Numbers and hexadecimal digits.
            links.push(format!("({seq}, {id}, '{hash}')"));
            head = Head { seq, hash };
        }
        let sql = format!(
            "INSERT INTO audit_links (seq, event_id, hash) VALUES {}",
            links.join(", ")
        );
        tx.execute_unprepared(&sql).await?;
    }
    if head != before {
        move_head(tx, &head).await?;
    }
    Ok((head.seq - before.seq).unsigned_abs())
}

/// The next events after `last` that have no link. In SQL: the migration runs it, whatever columns come later.
async fn unlinked(tx: &impl ConnectionTrait, last: i64) -> Result<Vec<(i64, Event)>, DbErr> {
    let text = "SELECT e.id, e.at, e.actor, e.action, e.object, e.detail, e.cooperative_id
                FROM audit_events e LEFT JOIN audit_links l ON l.event_id = e.id AND l.event_id > $1
                WHERE l.seq IS NULL AND e.id > $1 ORDER BY e.id LIMIT $2";
    let values = [last.into(), i64::try_from(PAGE).unwrap_or(i64::MAX).into()];
    let rows = tx
        .query_all_raw(Statement::from_sql_and_values(tx.get_database_backend(), text, values))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "id")?, Event::read(row)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> Event {
        Event {
            at: 1,
            actor: "user:7".to_owned(),
            action: "member.add".to_owned(),
            object: "centre".to_owned(),
            detail: String::new(),
            cooperative: None,
        }
    }

    #[test]
    fn every_value_counts() {
        let same = event().hash("", 1, 1);
        assert_eq!(event().hash("", 1, 1), same);
        let changed = [
            Event { at: 2, ..event() }.hash("", 1, 1),
            Event {
                actor: "user:8".to_owned(),
                ..event()
            }
            .hash("", 1, 1),
            Event {
                action: "member.remove".to_owned(),
                ..event()
            }
            .hash("", 1, 1),
            Event {
                object: "station:1".to_owned(),
                ..event()
            }
            .hash("", 1, 1),
            Event {
                detail: "x".to_owned(),
                ..event()
            }
            .hash("", 1, 1),
            Event {
                cooperative: Some(CooperativeId(1)),
                ..event()
            }
            .hash("", 1, 1),
            event().hash("0", 1, 1),
            event().hash("", 2, 1),
            event().hash("", 1, 2),
            // What stands in one place cannot be moved into the next.
            Event {
                actor: "user:".to_owned(),
                action: "7member.add".to_owned(),
                ..event()
            }
            .hash("", 1, 1),
        ];
        for other in changed {
            assert_ne!(other, same);
        }
    }

    /// As another program would compute it: the form is written down in the decision.
    #[test]
    fn the_hash_is_the_one_that_is_written_down() {
        let text = "13:bazar-audit-1,0:,1:1,1:1,1:1,6:user:7,10:member.add,6:centre,0:,0:,";
        assert_eq!(event().hash("", 1, 1), hex::encode(Sha256::digest(text)));
    }
}
