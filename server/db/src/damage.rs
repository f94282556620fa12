//! A damaged SQLite file: bytes of it are not what SQLite wrote, after a dying disk or somebody's copy over it.
//!
//! SQLite says so when it meets a broken page; a word or a number that was written over only fails to be read as what it
//! should be. So whoever meets an error that should not be has the whole file looked over. What is damaged is not written
//! to any more: every order in it would be lost with the backup that has to be put back.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DbErr, Statement};

use crate::Db;
use crate::unavailable::code_of;

/// How long an answer waits for the look. A large file takes longer; the next answer knows then.
const PATIENCE: Duration = Duration::from_secs(3);
/// The pause after a look that found nothing: a second, and this many times as long as it took.
const PAUSE: u32 = 10;

impl Db {
    /// Whether the file was found damaged. That stays so until the program is started anew.
    pub fn is_damaged(&self) -> bool {
        self.health.is_damaged()
    }

    /// Looks the file over and answers whether it is damaged, as far as is known when the next look ends, or after three
    /// seconds; in the pause after a look at once, and what is found then is known to the next who asks. PostgreSQL looks after
    /// its own files.
    pub async fn look_for_damage(&self) -> bool {
        let mut looks = self.health.looks();
        self.suspect_damage();
        let is_looked = self.backend() == DatabaseBackend::Sqlite && self.health.pause_ends().is_none();
        if is_looked && !self.is_damaged() {
            // One that is under way ends, too: a look that comes after its pause is not waited for.
            drop(tokio::time::timeout(PATIENCE, looks.changed()).await);
        }
        self.is_damaged()
    }

    /// [`look_for_damage`](Self::look_for_damage) for whoever need not know. Nothing begins when a look is to come anyhow: it
    /// sees what is suspected now.
    pub fn suspect_damage(&self) {
        if self.is_damaged() || self.backend() != DatabaseBackend::Sqlite || !self.health.await_look() {
            return;
        }
        let db = self.clone();
        tokio::spawn(async move { db.look_over().await });
    }

    /// Looks when nobody else does and the pause is over: a look that began before the suspicion did not see what it is
    /// about.
    async fn look_over(&self) {
        let _turn = loop {
            if let Some(ends) = self.health.pause_ends() {
                tokio::time::sleep_until(ends.into()).await;
            }
            let turn = self.health.turn().await;
            if self.health.pause_ends().is_none() || self.is_damaged() {
                break turn;
            }
        };
        self.health.look_begins();
        if self.is_damaged() {
            return;
        }
        let began = Instant::now();
        if let Some(found) = self.find_damage().await {
            tracing::error!(
                found,
                advice = "stop the program, keep the file, and put the last backup back (bazar restore)",
                "database.damaged"
            );
            self.health.damaged();
        }
        self.health
            .look_ended(Instant::now() + Duration::from_secs(1) + began.elapsed() * PAUSE);
    }

    /// What is wrong with the file, through a connection that remembers none of its pages.
    async fn find_damage(&self) -> Option<String> {
        let reader = match Database::connect(self.fresh.clone()).await {
            Ok(reader) => reader,
            Err(error) => return damage_in(&error),
        };
        let look = Statement::from_string(DatabaseBackend::Sqlite, "PRAGMA quick_check(1)");
        let found = reader.query_one_raw(look).await;
        drop(reader.close().await);
        match found {
            Ok(row) => row
                .and_then(|row| row.try_get_by_index::<String>(0).ok())
                .filter(|words| words != "ok"),
            Err(error) => damage_in(&error),
        }
    }
}

/// What an error says of damage, if that is what it says: CORRUPT or NOTADB.
fn damage_in(error: &DbErr) -> Option<String> {
    let code: u32 = code_of(error)?.parse().ok()?;
    matches!(code & 0xff, 11 | 26).then(|| error.to_string())
}
