//! Which errors of a database mean that it cannot answer now, whatever was asked: the reader is told to come back, and
//! nothing is taken for "not there".

use sea_orm::sqlx;
use sea_orm::{DbErr, RuntimeErr};

/// Whether the database cannot answer now: no connection, cut off, timed out, shut down, locked, full, damaged, or
/// turned read-only. The same request may be right in a moment, and it is not the request that was wrong.
pub fn is_unavailable(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => is_gone(error),
        // What a commit that others share failed with: only its text is left.
        DbErr::Custom(text) => [
            "disk I/O",
            "disk is full",
            "is locked",
            "malformed",
            "not a database",
            "readonly",
        ]
        .iter()
        .any(|sign| text.contains(sign)),
        _ => false,
    }
}

fn is_gone(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        // A transaction that the database itself ended.
        | sqlx::Error::InvalidSavePointStatement => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| is_gone_code(&code)),
        _ => false,
    }
}

/// SQLite's extended result codes are numbers whose last byte is the primary code; PostgreSQL's SQLSTATE has five
/// characters.
fn is_gone_code(code: &str) -> bool {
    if code.len() == 5 {
        // Connection, resources, operator, system, internal (a damaged file); a transaction that is cut off; read-only.
        return matches!(&code[..2], "08" | "53" | "57" | "58" | "XX") || matches!(code, "25006" | "25P02" | "25P03");
    }
    // BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
    code.parse::<u32>()
        .is_ok_and(|code| matches!(code & 0xff, 5..=11 | 13 | 14 | 15 | 26))
}

/// The database's own code of an error.
pub(crate) fn code_of(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner))
    | DbErr::Query(RuntimeErr::SqlxError(inner))
    | DbErr::Conn(RuntimeErr::SqlxError(inner))) = error
    else {
        return None;
    };
    Some(inner.as_database_error()?.code()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_databases_are_told_apart() {
        // Busy, locked by another cache, disk I/O while syncing, corrupt index, full, cannot open, not a database.
        for code in ["5", "517", "262", "1034", "779", "13", "14", "26", "8", "1032"] {
            assert!(is_gone_code(code), "{code}");
        }
        for code in ["08006", "53300", "57P01", "57014", "58030", "XX001", "25006"] {
            assert!(is_gone_code(code), "{code}");
        }
        // Our own mistakes: a wrong statement, a broken rule, a missing table, a value that does not fit.
        for code in [
            "1", "19", "2067", "1555", "20", "23505", "42P01", "22021", "22P05", "40001",
        ] {
            assert!(!is_gone_code(code), "{code}");
        }
    }

    #[test]
    fn what_has_no_connection_is_unavailable_and_what_is_wrong_is_not() {
        let query = |error| DbErr::Query(RuntimeErr::SqlxError(std::sync::Arc::new(error)));
        assert!(is_unavailable(&query(sqlx::Error::PoolTimedOut)));
        assert!(is_unavailable(&query(sqlx::Error::WorkerCrashed)));
        assert!(is_unavailable(&DbErr::Custom(
            "(code: 13) database or disk is full".to_owned()
        )));
        assert!(!is_unavailable(&query(sqlx::Error::RowNotFound)));
        assert!(!is_unavailable(&DbErr::RecordNotFound(String::new())));
        assert!(!is_unavailable(&DbErr::Custom("a number is missing".to_owned())));
    }
}
