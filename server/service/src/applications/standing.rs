//! How an application stands, for whoever has its address: it is made of the row's number and a signature with the shop's
//! secret.

use db::entities::application;
use db::sea_orm::{ConnectionTrait, EntityTrait};
use domain::{ApplicationId, ApplicationState, MAX_DOCUMENTS};
use subtle::ConstantTimeEq;

use super::documents::{DocumentView, documents_of};
use crate::error::{Error, Result};
use crate::secret::keyed;
use crate::{Shop, Shown};

/// How an application stands. Nothing of who wrote it: an address may be passed on.
#[derive(Clone, Debug)]
pub struct ApplicationStanding {
    /// The cooperative, as it was written.
    pub name: Shown,
    /// How far the Centre is.
    pub state: ApplicationState,
    /// When it was sent, milliseconds since 1970 UTC.
    pub sent_at: i64,
    /// Why it was refused.
    pub reason: String,
    /// The papers that came with it: what they are called, for whoever sent them.
    pub documents: Vec<DocumentView>,
    /// Whether more of them can be added.
    pub takes_documents: bool,
}

/// The application with this last part of its address.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or no more.
#[crate::boxed]
pub async fn standing(shop: &Shop, address: &str) -> Result<ApplicationStanding> {
    let db = shop.db().read();
    let row = by_address(shop, db, address).await?;
    let documents = documents_of(db, row.id).await?;
    Ok(ApplicationStanding {
        takes_documents: row.state == ApplicationState::Waiting && documents.len() < MAX_DOCUMENTS,
        documents,
        name: name_of(&row),
        state: row.state,
        sent_at: row.created_at,
        reason: row.reason,
    })
}

/// The cooperative's name as it was written.
pub(super) fn name_of(row: &application::Model) -> Shown {
    Shown {
        text: row.name.clone(),
        lang: row.lang,
        outdated: false,
    }
}

pub(super) async fn by_address(shop: &Shop, db: &impl ConnectionTrait, address: &str) -> Result<application::Model> {
    let (id, typed) = address.split_once('-').ok_or(Error::NotFound)?;
    let id = ApplicationId(id.parse().map_err(|_| Error::NotFound)?);
    let row = application::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let expected = signature(shop, &row);
    let is_signed = !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(typed.as_bytes()));
    if is_signed { Ok(row) } else { Err(Error::NotFound) }
}

/// The last part of an application's address.
pub(super) async fn address_of(shop: &Shop, id: ApplicationId) -> Result<String> {
    let row = application::Entity::find_by_id(id).one(shop.db().read()).await?;
    let row = row.ok_or(Error::NotFound)?;
    Ok(format!("{id}-{}", signature(shop, &row)))
}

/// Over all that the address gives: a number that comes twice, after a backup was played back, opens nothing else.
fn signature(shop: &Shop, row: &application::Model) -> String {
    let (id, at) = (row.id.to_string(), row.created_at.to_string());
    keyed(shop, &["application", &id, &row.phone, &at])
}
