//! Versions of what public pages show, as triggers in the database count them (see `m0050_public_versions`,
//! `m0113_search_words_version`, `m0135_withdrawn_pictures` and `m0149_text_files`).

use sea_orm::{ConnectionTrait, DbErr, Statement};

use crate::Db;

/// Parts into which products are divided, by id.
const PARTS: usize = 32;

/// One look at the versions: each is another one after any program committed a change of its subject, and is read before
/// the rows it vouches for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicVersions {
    /// Categories, cooperatives, townships, stations, freight, and the home page's picture.
    pub directory: i64,
    /// What lists of products are made of.
    pub cards: i64,
    /// Words that mean the same to whoever searches; no public page shows them.
    pub search: i64,
    /// What the shop's own texts say over those a program has in its files.
    pub texts: i64,
    /// Which pictures not everybody may see, as far as it is not in `directory`; no public page shows it.
    pub pictures: i64,
    products: [i64; PARTS],
}

impl PublicVersions {
    /// The version of a product with its sizes, stock, pictures and texts; it shares it with some others.
    pub fn product(&self, id: i64) -> i64 {
        usize::try_from(id.rem_euclid(PARTS as i64))
            .ok()
            .and_then(|part| self.products.get(part).copied())
            .unwrap_or_default()
    }
}

/// The version of the directory, as `db` sees it: another one within a transaction that changed it.
///
/// # Errors
/// When the database does not answer.
pub async fn directory_version(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let sql = "SELECT CAST(SUM(version) AS BIGINT) FROM public_versions WHERE topic = 'directory'";
    let row = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await?;
    let version: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
    Ok(version.unwrap_or_default())
}

impl Db {
    /// Reads the versions; some forty rows.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn public_versions(&self) -> Result<PublicVersions, DbErr> {
        // On PostgreSQL a sum is a decimal number unless it is told otherwise.
        let sql = "SELECT topic, part, CAST(SUM(version) AS BIGINT) FROM public_versions GROUP BY topic, part";
        let rows = self
            .read()
            .query_all_raw(Statement::from_string(self.backend(), sql))
            .await?;
        let mut versions = PublicVersions::default();
        for row in rows {
            let (topic, part, version): (String, i64, i64) = (
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
            );
            match topic.as_str() {
                "directory" => versions.directory = version,
                "cards" => versions.cards = version,
                "search" => versions.search = version,
                "texts" => versions.texts = version,
                "pictures" => versions.pictures = version,
                _ => {
                    if let Some(product) = usize::try_from(part)
                        .ok()
                        .and_then(|part| versions.products.get_mut(part))
                    {
                        *product = version;
                    }
                }
            }
        }
        Ok(versions)
    }
}
