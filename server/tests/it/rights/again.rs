//! The inhabited shop, over and over. On PostgreSQL a copy of a database takes a third of a second; to put back the rows
//! that changed takes a few milliseconds.

use testing::{Database, Snapshot};

use crate::both;
use crate::template::Template;
use crate::test_app::TestApp;

/// The shop as it is before something is tried.
pub struct Again {
    pub app: TestApp,
    pub before: Snapshot,
}

impl Again {
    pub async fn new() -> Self {
        let app = TestApp::inhabited().await;
        if both::database() == Database::Postgres {
            let sql = "CREATE SCHEMA saved;
                DO $$ DECLARE t text; BEGIN
                    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                        EXECUTE format('CREATE TABLE saved.%I AS TABLE public.%I', t, t);
                    END LOOP;
                END $$";
            app.execute(sql).await;
        }
        let before = app.snapshot().await;
        Self { app, before }
    }

    /// The shop as it was, instead of as it is `now`, and another program on it: what one has in memory is not the other's.
    pub async fn renew(&mut self, now: &Snapshot) {
        if both::database() == Database::Sqlite {
            self.app = TestApp::inhabited().await;
            self.before = self.app.snapshot().await;
            return;
        }
        let changed = now.changed_since(&self.before).into_iter().chain(["rate_limits"]);
        // Keys lead nowhere in between, and no trigger counts what is only put back.
        let mut sql = "SET LOCAL session_replication_role = replica".to_owned();
        for table in changed {
            sql += &format!("; DELETE FROM \"{table}\"; INSERT INTO \"{table}\" SELECT * FROM saved.\"{table}\"");
        }
        self.app.execute(&sql).await;
        self.app.restart(Template::inhabited()).await;
        let before = self.app.snapshot().await;
        // A program that starts tries whether it can write.
        let changed = before.changed_since(&self.before);
        assert!(
            changed.iter().all(|table| *table == "settings"),
            "{changed:?} not put back"
        );
        self.before = before;
    }
}
