//! Checking the chain, a page at a time.

use std::fmt;

use domain::AuditEventId;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr, EntityTrait, IsolationLevel, Statement,
    TransactionTrait,
};

use super::{Event, HEAD, Head, PAGE};
use crate::Db;
use crate::entities::audit_head;

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many events were checked.
    pub events: u64,
    /// The last link that was right.
    pub last: Head,
    /// The first thing that is not right.
    pub broken: Option<Broken>,
}

/// An end of the chain that was noted elsewhere, as a check printed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted(Head);

impl Noted {
    /// Reads `1234:5f70…`.
    pub fn parse(text: &str) -> Option<Self> {
        let (seq, hash) = text.split_once(':')?;
        let seq = seq.parse().ok().filter(|seq| *seq > 0)?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| {
            Self(Head {
                seq,
                hash: hash.to_ascii_lowercase(),
            })
        })
    }
}

/// How the log is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// What stands in the event does not give the hash of its link.
    Changed(AuditEventId),
    /// The link is there, its event is not.
    Removed(AuditEventId),
    /// Nothing has this place in the chain, and something a later one.
    Gap(i64),
    /// The chain ends at `last`, and its head says that it went on to `head`.
    Cut {
        /// The last link there is.
        last: i64,
        /// Where it should end.
        head: i64,
    },
    /// The event stands after the end that the head names, or at it with another hash.
    PastHead(AuditEventId),
    /// There is no head.
    NoHead,
    /// Events have no link; the first of them, and how many.
    Unlinked {
        /// The first.
        first: AuditEventId,
        /// How many.
        count: u64,
    },
    /// What was noted elsewhere is not in the chain: it was made anew.
    NotAsNoted(i64),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(id) => write!(f, "event {id} was changed: what stands there does not give its hash"),
            Self::Removed(id) => write!(
                f,
                "event {id} was removed: its place in the chain is there, the event is not"
            ),
            Self::Gap(seq) => write!(f, "place {seq} of the chain was removed, with its event"),
            Self::Cut { last, head } => {
                write!(
                    f,
                    "the end was removed: the chain ends at place {last}, its head says {head}"
                )
            }
            Self::PastHead(id) => write!(
                f,
                "event {id} was put in at the end: the head of the chain does not know it"
            ),
            Self::NoHead => write!(f, "the head of the chain was removed"),
            Self::Unlinked { first, count } => write!(
                f,
                "{count} events have no place in the chain, the first is event {first}: the release before wrote them \
                 (then: bazar admin audit adopt), or they were put in"
            ),
            Self::NotAsNoted(seq) => write!(f, "place {seq} of the chain has not the hash that was noted"),
        }
    }
}

/// Checks all events in the order in which they were written, up to the first that is not right. What is written while it
/// looks waits for the next check.
///
/// # Errors
/// When the database does not answer.
pub async fn verify(db: &Db, noted: Option<&Noted>) -> Result<Checked, DbErr> {
    // One view of the database for all pages.
    let tx = if db.backend() == DatabaseBackend::Postgres {
        let (isolation, access) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
        db.read().begin_with_config(Some(isolation), Some(access)).await?
    } else {
        db.read().begin().await?
    };
    let checked = check(&tx, noted).await;
    tx.rollback().await?;
    checked
}

async fn check(tx: &DatabaseTransaction, noted: Option<&Noted>) -> Result<Checked, DbErr> {
    let mut checked = Checked {
        events: 0,
        last: Head::default(),
        broken: None,
    };
    let mut last_event = AuditEventId(0);
    let mut is_noted = noted.is_none();
    loop {
        let links = page(tx, checked.last.seq).await?;
        if links.is_empty() {
            break;
        }
        for link in links {
            checked.broken = link.broken_after(&checked.last);
            if checked.broken.is_some() {
                return Ok(checked);
            }
            if let Some(Noted(noted)) = noted
                && noted.seq == link.head.seq
            {
                is_noted = noted.hash == link.head.hash;
            }
            checked.events += 1;
            checked.last = link.head;
            last_event = link.id;
        }
    }
    checked.broken = match head(tx).await? {
        None => Some(Broken::NoHead),
        Some(head) if head.seq > checked.last.seq => Some(Broken::Cut {
            last: checked.last.seq,
            head: head.seq,
        }),
        Some(head) if head != checked.last => Some(Broken::PastHead(last_event)),
        Some(_) => unlinked(tx).await?,
    };
    if let Some(Noted(noted)) = noted
        && !is_noted
        && checked.broken.is_none()
    {
        checked.broken = Some(Broken::NotAsNoted(noted.seq));
    }
    Ok(checked)
}

/// A link with its event.
struct Link {
    head: Head,
    id: AuditEventId,
    event: Option<Event>,
}

impl Link {
    /// What is not right with it after the link before.
    fn broken_after(&self, before: &Head) -> Option<Broken> {
        if self.head.seq != before.seq + 1 {
            return Some(Broken::Gap(before.seq + 1));
        }
        let Some(event) = &self.event else {
            return Some(Broken::Removed(self.id));
        };
        let hash = event.hash(&before.hash, self.head.seq, self.id.0);
        (hash != self.head.hash).then_some(Broken::Changed(self.id))
    }
}

async fn page(tx: &DatabaseTransaction, after: i64) -> Result<Vec<Link>, DbErr> {
    let text = "SELECT l.seq, l.hash, l.event_id, e.id, e.at, e.actor, e.action, e.object, e.detail, e.cooperative_id
                FROM audit_links l LEFT JOIN audit_events e ON e.id = l.event_id
                WHERE l.seq > $1 ORDER BY l.seq LIMIT $2";
    let values = [after.into(), i64::try_from(PAGE).unwrap_or(i64::MAX).into()];
    let rows = tx
        .query_all_raw(Statement::from_sql_and_values(tx.get_database_backend(), text, values))
        .await?;
    rows.iter()
        .map(|row| {
            let found: Option<i64> = row.try_get("", "id")?;
            Ok(Link {
                head: Head {
                    seq: row.try_get("", "seq")?,
                    hash: row.try_get("", "hash")?,
                },
                id: row.try_get("", "event_id")?,
                event: found.map(|_| Event::read(row)).transpose()?,
            })
        })
        .collect()
}

async fn head(tx: &DatabaseTransaction) -> Result<Option<Head>, DbErr> {
    let row = audit_head::Entity::find_by_id(HEAD).one(tx).await?;
    Ok(row.map(|row| Head {
        seq: row.seq,
        hash: row.hash,
    }))
}

async fn unlinked(tx: &DatabaseTransaction) -> Result<Option<Broken>, DbErr> {
    let text = "SELECT MIN(e.id) AS first, COUNT(*) AS count
                FROM audit_events e LEFT JOIN audit_links l ON l.event_id = e.id WHERE l.seq IS NULL";
    let row = tx
        .query_one_raw(Statement::from_string(tx.get_database_backend(), text))
        .await?;
    let Some(row) = row else { return Ok(None) };
    let first: Option<AuditEventId> = row.try_get("", "first")?;
    let count: i64 = row.try_get("", "count")?;
    Ok(first.map(|first| Broken::Unlinked {
        first,
        count: count.unsigned_abs(),
    }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_noted_end_is_read() {
        let hash = "ab".repeat(32);
        let noted = Noted::parse(&format!("12:{}", hash.to_uppercase())).unwrap();
        assert_eq!(noted, Noted(Head { seq: 12, hash }));
        for wrong in [
            "",
            "12",
            "12:",
            "12:ab",
            "0:00",
            "x:00",
            &format!("1:{}", "g".repeat(64)),
        ] {
            assert_eq!(Noted::parse(wrong), None, "{wrong}");
        }
    }
}
