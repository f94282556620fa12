//! Migrations, in order. Expand first, contract a release later: the old program must run on the new schema.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

/// The newest migration that a program must know to run on the schema all of them make. A migration that only adds
/// leaves it; one that takes away what programs before it use names itself here, a release after the last of them.
pub const NEEDED: &str = "m0005_void_ended_payments";

/// The list of migrations, oldest first.
#[derive(Debug)]
pub struct Migrations;

#[async_trait::async_trait]
impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let list = [
            ("m0001_shop", include_str!("migrations/m0001_shop.sql")),
            ("m0002_card_indexes", include_str!("migrations/m0002_card_indexes.sql")),
            ("m0003_shop_link", include_str!("migrations/m0003_shop_link.sql")),
            (
                "m0004_order_name_lang",
                include_str!("migrations/m0004_order_name_lang.sql"),
            ),
            (
                "m0005_void_ended_payments",
                include_str!("migrations/m0005_void_ended_payments.sql"),
            ),
            ("m0030_member_roles", include_str!("migrations/m0030_member_roles.sql")),
            ("m0031_sessions", include_str!("migrations/m0031_sessions.sql")),
            ("m0020_messages", include_str!("migrations/m0020_messages.sql")),
            ("m0021_settings", include_str!("migrations/m0021_settings.sql")),
            (
                "m0010_money_entries",
                include_str!("migrations/m0010_money_entries.sql"),
            ),
            ("m0011_order_frozen", include_str!("migrations/m0011_order_frozen.sql")),
            (
                "m0040_order_origins",
                include_str!("migrations/m0040_order_origins.sql"),
            ),
            (
                "m0041_retention_indexes",
                include_str!("migrations/m0041_retention_indexes.sql"),
            ),
            (
                "m0050_public_versions",
                concat!(
                    include_str!("migrations/m0050_public_versions.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0050_public_versions.postgres.sql"),
                ),
            ),
            ("m0060_work_areas", include_str!("migrations/m0060_work_areas.sql")),
            (
                "m0070_order_lists",
                concat!(
                    include_str!("migrations/m0070_order_lists.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0070_order_lists.postgres.sql"),
                ),
            ),
            (
                "m0071_stock_movements",
                concat!(
                    include_str!("migrations/m0071_stock_movements.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0071_stock_movements.postgres.sql"),
                ),
            ),
            ("m0072_uploads", include_str!("migrations/m0072_uploads.sql")),
            (
                "m0073_shop_pages",
                concat!(
                    include_str!("migrations/m0073_shop_pages.sql"),
                    include_str!("migrations/m0073_shop_pages.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0073_shop_pages.sql"),
                    include_str!("migrations/m0073_shop_pages.postgres.sql"),
                ),
            ),
            ("m0074_imports", include_str!("migrations/m0074_imports.sql")),
            (
                "m0075_order_changes",
                include_str!("migrations/m0075_order_changes.sql"),
            ),
            ("m0078_upload_names", include_str!("migrations/m0078_upload_names.sql")),
            (
                AUDIT_CHAIN,
                concat!(
                    include_str!("migrations/m0079_audit_chain.sql"),
                    include_str!("migrations/m0079_audit_chain.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0079_audit_chain.sql"),
                    include_str!("migrations/m0079_audit_chain.postgres.sql"),
                ),
            ),
            (
                "m0080_cooperative_steps",
                include_str!("migrations/m0080_cooperative_steps.sql"),
            ),
            (
                "m0086_shop_edit_lines",
                include_str!("migrations/m0086_shop_edit_lines.sql"),
            ),
            ("m0095_invitations", include_str!("migrations/m0095_invitations.sql")),
            (
                "m0096_announcements",
                include_str!("migrations/m0096_announcements.sql"),
            ),
            (
                "m0097_missed_searches",
                include_str!("migrations/m0097_missed_searches.sql"),
            ),
            (
                "m0098_district_data",
                concat!(
                    include_str!("migrations/m0098_district_data.sql"),
                    include_str!("migrations/m0098_district_data.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0098_district_data.sql"),
                    include_str!("migrations/m0098_district_data.postgres.sql"),
                ),
            ),
            ("m0101_replacements", include_str!("migrations/m0101_replacements.sql")),
            (
                "m0103_product_proposals",
                include_str!("migrations/m0103_product_proposals.sql"),
            ),
            ("m0104_applications", include_str!("migrations/m0104_applications.sql")),
            (
                "m0105_application_documents",
                include_str!("migrations/m0105_application_documents.sql"),
            ),
            ("m0106_page_views", include_str!("migrations/m0106_page_views.sql")),
            (
                "m0107_translation_wishes",
                include_str!("migrations/m0107_translation_wishes.sql"),
            ),
            ("m0109_passkeys", include_str!("migrations/m0109_passkeys.sql")),
            (
                "m0110_lots",
                concat!(
                    include_str!("migrations/m0110_lots.sql"),
                    include_str!("migrations/m0110_lots.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0110_lots.sql"),
                    include_str!("migrations/m0110_lots.postgres.sql"),
                ),
            ),
            ("m0111_price_steps", include_str!("migrations/m0111_price_steps.sql")),
            ("m0112_page_uploads", include_str!("migrations/m0112_page_uploads.sql")),
            (
                "m0113_search_words_version",
                concat!(
                    include_str!("migrations/m0113_search_words_version.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0113_search_words_version.postgres.sql"),
                ),
            ),
            (
                "m0114_shop_translation_wishes",
                include_str!("migrations/m0114_shop_translation_wishes.sql"),
            ),
            (
                "m0115_lot_counts",
                concat!(
                    include_str!("migrations/m0115_lot_counts.sql"),
                    include_str!("migrations/m0115_lot_counts.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0115_lot_counts.sql"),
                    include_str!("migrations/m0115_lot_counts.postgres.sql"),
                ),
            ),
            (
                "m0116_import_problem_parts",
                include_str!("migrations/m0116_import_problem_parts.sql"),
            ),
            (
                "m0117_search_changes",
                concat!(
                    include_str!("migrations/m0117_search_changes.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0117_search_changes.postgres.sql"),
                ),
            ),
            ("m0118_card_prices", include_str!("migrations/m0118_card_prices.sql")),
            (
                "m0123_order_search",
                concat!(
                    include_str!("migrations/m0123_order_search.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0123_order_search.postgres.sql"),
                ),
            ),
            (
                "m0124_reviews",
                concat!(
                    include_str!("migrations/m0124_reviews.sql"),
                    include_str!("migrations/m0124_reviews.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0124_reviews.sql"),
                    include_str!("migrations/m0124_reviews.postgres.sql"),
                ),
            ),
            (
                "m0125_shifts",
                concat!(
                    include_str!("migrations/m0125_shifts.sql"),
                    include_str!("migrations/m0125_shifts.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0125_shifts.sql"),
                    include_str!("migrations/m0125_shifts.postgres.sql"),
                ),
            ),
            (
                "m0127_product_questions",
                concat!(
                    include_str!("migrations/m0127_product_questions.sql"),
                    include_str!("migrations/m0127_product_questions.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0127_product_questions.sql"),
                    include_str!("migrations/m0127_product_questions.postgres.sql"),
                ),
            ),
            ("m0130_favourites", include_str!("migrations/m0130_favourites.sql")),
            ("m0131_restock", include_str!("migrations/m0131_restock.sql")),
            ("m0132_returns", include_str!("migrations/m0132_returns.sql")),
            ("m0133_sent_again", include_str!("migrations/m0133_sent_again.sql")),
            (
                "m0134_picture_originals",
                include_str!("migrations/m0134_picture_originals.sql"),
            ),
            (
                "m0135_withdrawn_pictures",
                concat!(
                    include_str!("migrations/m0135_withdrawn_pictures.sql"),
                    include_str!("migrations/m0135_withdrawn_pictures.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0135_withdrawn_pictures.sql"),
                    include_str!("migrations/m0135_withdrawn_pictures.postgres.sql"),
                ),
            ),
            (
                "m0136_stars_and_turns",
                include_str!("migrations/m0136_stars_and_turns.sql"),
            ),
            (
                "m0137_report_photos",
                include_str!("migrations/m0137_report_photos.sql"),
            ),
            ("m0139_answer_links", include_str!("migrations/m0139_answer_links.sql")),
            ("m0141_buyer_limit", include_str!("migrations/m0141_buyer_limit.sql")),
            ("m0142_print_jobs", include_str!("migrations/m0142_print_jobs.sql")),
            ("m0143_payouts", include_str!("migrations/m0143_payouts.sql")),
            (
                "m0144_cooperative_changes",
                include_str!("migrations/m0144_cooperative_changes.sql"),
            ),
            ("m0147_collected_in", include_str!("migrations/m0147_collected_in.sql")),
            ("m0148_texts", include_str!("migrations/m0148_texts.sql")),
            (
                "m0149_text_files",
                concat!(
                    include_str!("migrations/m0149_text_files.sql"),
                    include_str!("migrations/m0149_text_files.sqlite.sql"),
                    "-- {postgres}\n",
                    include_str!("migrations/m0149_text_files.sql"),
                    include_str!("migrations/m0149_text_files.postgres.sql"),
                ),
            ),
            (
                "m0150_payout_reasons",
                include_str!("migrations/m0150_payout_reasons.sql"),
            ),
        ];
        list.into_iter()
            .map(|(name, up)| Box::new(SqlMigration { name, up }) as Box<dyn MigrationTrait>)
            .collect()
    }
}

/// The one migration that SQL alone cannot do: SQLite knows no SHA-256.
const AUDIT_CHAIN: &str = "m0079_audit_chain";

/// Stands between the text for SQLite and the one for PostgreSQL, where they cannot be the same.
const FOR_POSTGRES: &str = "-- {postgres}\n";

/// A migration written as one SQL text for both databases.
struct SqlMigration {
    name: &'static str,
    up: &'static str,
}

impl MigrationName for SqlMigration {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for SqlMigration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = for_backend(self.up, manager.get_database_backend());
        let connection = manager.get_connection();
        connection.execute_unprepared(&sql).await?;
        if self.name == AUDIT_CHAIN {
            crate::audit::link_rest(connection).await?;
        }
        Ok(())
    }
}

/// Fills the type placeholders of a migration text.
fn for_backend(sql: &str, backend: DatabaseBackend) -> String {
    let sql = match (sql.split_once(FOR_POSTGRES), backend) {
        (Some((_, postgres)), DatabaseBackend::Postgres) => postgres,
        (Some((sqlite, _)), _) => sqlite,
        (None, _) => sql,
    };
    let (id, int, boolean, strict) = match backend {
        DatabaseBackend::Postgres => (
            "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
            "BIGINT",
            "BOOLEAN",
            "",
        ),
        _ => ("INTEGER PRIMARY KEY AUTOINCREMENT", "INTEGER", "INTEGER", " STRICT"),
    };
    sql.replace("{id}", id)
        .replace("{int}", int)
        .replace("{bool}", boolean)
        .replace("{strict}", strict)
}
