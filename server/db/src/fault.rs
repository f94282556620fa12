//! What an error of the database means for whoever asked: a mistake of ours, or a database that cannot answer now.

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// Whether the database did not or could not answer: the connection is gone, the disk is full, the file is damaged or
/// read-only. The same request may well succeed later; nothing in it is wrong.
pub fn is_unavailable(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(inner) | DbErr::Query(inner) => match inner {
            RuntimeErr::SqlxError(inner) => is_unavailable_in_sqlx(inner),
            RuntimeErr::Internal(_) => false,
        },
        _ => false,
    }
}

fn is_unavailable_in_sqlx(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| means_unavailable(&code)),
        _ => false,
    }
}

/// SQLite's result codes are numbers (<https://sqlite.org/rescode.html>), PostgreSQL's five letters and digits
/// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
fn means_unavailable(code: &str) -> bool {
    if code.len() == 5 {
        // Connection, insufficient resources, operator intervention (shutdown, statement timeout), system error, a
        // database that takes no writes.
        return ["08", "53", "57", "58", "XX"]
            .iter()
            .any(|class| code.starts_with(class))
            || code == "25006";
    }
    // An extended code carries its primary one in the lowest byte.
    let Ok(code) = code.parse::<u32>() else { return false };
    matches!(code & 0xff, 5 | 6 | 7 | 8 | 9 | 10 | 11 | 13 | 14 | 15 | 23 | 26)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_not_a_mistake_and_a_broken_rule_is() {
        for unavailable in [
            "5", "13", "10", "778", "8", "1032", "26", "08006", "53100", "57P01", "25006",
        ] {
            assert!(means_unavailable(unavailable), "{unavailable}");
        }
        for mistake in ["1", "19", "787", "2067", "20", "23505", "42601", "40001", "22P02"] {
            assert!(!means_unavailable(mistake), "{mistake}");
        }
    }
}
