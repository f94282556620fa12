//! Papers that come with an application, once the phone is proved. Pictures are made anew as all others are; a PDF stays as
//! it is, and is only ever saved, never shown. Only the Centre opens them; while the application waits, whoever has its address
//! takes one away again.

use std::future::ready;

use bytes::Bytes;
use db::entities::{application, application_document};
use db::sea_orm::sea_query::LockType;
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use db::{Readable, Tx};
use domain::{
    Action, Actor, ApplicationDocumentId, ApplicationId, ApplicationState, AuditAction, DocumentKind, DocumentRefusal,
    ErrorCode, MAX_DOCUMENT_BYTES, MAX_DOCUMENTS, Subject,
};

use super::standing::by_address;
use crate::error::{Error, Result};
use crate::pictures::{Case, IncomingFile, ReceivingPlace, new_place};
use crate::{Network, Shop, audit, identity, rights};

/// Longest name of a file that is shown, characters.
const LONGEST_NAME: usize = 80;

/// A document as pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// Its number.
    pub id: ApplicationDocumentId,
    /// What its file was called; may be empty.
    pub name: String,
    /// What it is.
    pub kind: DocumentKind,
    /// How long it is, bytes.
    pub size: i64,
}

/// A document as the Centre saves it.
#[derive(Clone, Debug)]
pub struct DocumentFile {
    /// What it is.
    pub kind: DocumentKind,
    /// What is in it.
    pub bytes: Bytes,
}

/// A document that comes in with a form.
#[derive(Debug)]
pub struct IncomingDocument {
    application: ApplicationId,
    file: IncomingFile,
    is_refused: bool,
    _place: ReceivingPlace,
}

impl IncomingDocument {
    /// Takes the next bytes of the file. Once it is too long they are let go.
    ///
    /// # Errors
    /// When the place of the files does not take them.
    #[crate::boxed]
    pub async fn push(&mut self, bytes: &[u8]) -> Result<()> {
        if self.is_refused {
            return Ok(());
        }
        let is_too_long = self.file.size() + bytes.len() as u64 > MAX_DOCUMENT_BYTES;
        if is_too_long || self.file.push(bytes).await?.is_err() {
            self.is_refused = true;
            self.file.remove().await;
        }
        Ok(())
    }

    /// How many bytes came so far.
    pub const fn size(&self) -> u64 {
        self.file.size()
    }

    /// What stands for the file in the fields of its form.
    pub fn fingerprint(&self) -> String {
        self.file.hash()
    }
}

/// Opens the way for a document of the application with this last part of its address; it comes from this network.
///
/// # Errors
/// [`Error::NotFound`] when there is none; [`ErrorCode::InvalidTransition`] when it is decided or has as many as it may;
/// [`Error::Busy`] when too many forms bring files now, of this application, of the network, or of all.
#[crate::boxed]
pub async fn receive_document(shop: &Shop, network: &Network, address: &str) -> Result<IncomingDocument> {
    let db = shop.db().read();
    let row = by_address(shop, db, address).await?;
    check(db, &row).await?;
    Ok(IncomingDocument {
        application: row.id,
        file: IncomingFile::new(shop.pictures())?,
        is_refused: false,
        _place: shop.workshop().receive_of_visitor(network, Case::Application(row.id))?,
    })
}

async fn check(db: &impl ConnectionTrait, row: &application::Model) -> Result<()> {
    let there = application_document::Entity::find()
        .filter(application_document::Column::ApplicationId.eq(row.id))
        .count(db)
        .await?;
    if row.state == ApplicationState::Waiting && there < MAX_DOCUMENTS as u64 {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::InvalidTransition))
    }
}

/// Keeps a document that came with a form, or says why it is none.
///
/// # Errors
/// As [`receive_document`]; [`Error::Busy`] when too many pictures are being made; [`Error::TooMany`] when more came to this
/// application today than anybody has.
#[crate::boxed]
pub async fn add_document(
    shop: &Shop,
    mut incoming: IncomingDocument,
    file_name: &str,
) -> Result<Result<(), DocumentRefusal>> {
    let answer = add(shop, &mut incoming, file_name).await;
    incoming.file.remove().await;
    answer
}

async fn add(shop: &Shop, incoming: &mut IncomingDocument, file_name: &str) -> Result<Result<(), DocumentRefusal>> {
    if incoming.is_refused {
        return Ok(Err(DocumentRefusal::TooLarge));
    }
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(Ok(()));
    }
    incoming.file.finish().await?;
    let Some(bytes) = incoming.file.read().await?.filter(|bytes| !bytes.is_empty()) else {
        return Ok(Err(DocumentRefusal::Missing));
    };
    let Some(kind) = DocumentKind::of(&bytes) else {
        return Ok(Err(DocumentRefusal::Broken));
    };
    let kept = match kind {
        DocumentKind::Pdf => bytes,
        DocumentKind::Picture => match shop.workshop().make(ready(Ok(Some(bytes)))).await? {
            Ok(picture) => widest(picture).ok_or(Error::Busy)?,
            Err(domain::PictureRefusal::NotAPicture) => return Ok(Err(DocumentRefusal::OtherKind)),
            Err(_) => return Ok(Err(DocumentRefusal::Broken)),
        },
    };
    identity::take(shop, &[identity::of_documents(incoming.application)]).await?;
    let (place, size) = (new_place()?, i64::try_from(kept.len()).map_err(Error::internal)?);
    shop.pictures().put_document(&place, kept).await?;
    let written = write(shop, incoming.application, kind, size, &place, &shown_name(file_name)).await;
    if written.is_err() {
        shop.pictures().drop_document(&place).await;
    }
    written.map(Ok)
}

/// The largest JPEG of a picture that was made anew: every device opens it.
fn widest(picture: media::Ingested) -> Option<Vec<u8>> {
    let jpegs = picture
        .files
        .into_iter()
        .filter(|file| file.format == media::Format::Jpeg);
    jpegs.max_by_key(|file| file.width).map(|file| file.bytes)
}

/// The last part of a name as a browser sends it, without what cannot be seen.
fn shown_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_shown = |c: &char| {
        !c.is_control() && !matches!(c, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    last.chars().filter(is_shown).take(LONGEST_NAME).collect()
}

async fn write(shop: &Shop, id: ApplicationId, kind: DocumentKind, size: i64, place: &str, name: &str) -> Result<()> {
    let (now, place, name) = (shop.now(), place.to_owned(), name.to_owned());
    shop.once()
        .write(move |tx| {
            let (place, name) = (place.clone(), name.clone());
            Box::pin(async move {
                check(tx, &lock(tx, id).await?).await?;
                application_document::Entity::insert(application_document::ActiveModel {
                    application_id: Set(id),
                    place: Set(place),
                    kind: Set(kind),
                    name: Set(name),
                    size: Set(size),
                    created_at: Set(now),
                    ..Default::default()
                })
                .exec_without_returning(tx)
                .await?;
                let object = format!("application:{id}");
                audit::note(
                    tx,
                    now,
                    "applicant",
                    AuditAction::ApplicationDocument,
                    &object,
                    kind.as_str(),
                )
                .await
            })
        })
        .await
}

/// Takes a document away again, for who has the application's address, while it waits. Answers whether it was there; the
/// same form sent once more answers as the first time.
///
/// # Errors
/// [`Error::NotFound`] when there is no such application; [`ErrorCode::InvalidTransition`] when it is decided.
#[crate::boxed]
pub async fn remove_document(shop: &Shop, address: &str, id: ApplicationDocumentId) -> Result<bool> {
    let db = shop.db().read();
    let application = by_address(shop, db, address).await?.id;
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(true);
    }
    let found = application_document::Entity::find_by_id(id)
        .filter(application_document::Column::ApplicationId.eq(application))
        .one(db)
        .await?;
    let Some(document) = found else {
        return Ok(false);
    };
    let (now, kind, place) = (shop.now(), document.kind, document.place);
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let row = lock(tx, application).await?;
                if row.state != ApplicationState::Waiting {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let gone = application_document::Entity::delete_by_id(id).exec(tx).await?;
                if gone.rows_affected == 0 {
                    return Ok(());
                }
                let (action, object) = (
                    AuditAction::ApplicationDocumentRemove,
                    format!("application:{application}"),
                );
                audit::note(tx, now, "applicant", action, &object, kind.as_str()).await
            })
        })
        .await?;
    shop.pictures().drop_document(&place).await;
    Ok(true)
}

async fn lock(tx: &Tx, id: ApplicationId) -> Result<application::Model> {
    application::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// The documents of an application, in the order in which they came.
pub(super) async fn documents_of(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<DocumentView>> {
    let rows = application_document::Entity::find()
        .filter(application_document::Column::ApplicationId.eq(id))
        .order_by_asc(application_document::Column::Id)
        .readable(db)
        .await?;
    let view = |row: application_document::Model| DocumentView {
        id: row.id,
        name: row.name,
        kind: row.kind,
        size: row.size,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// A document, for the Centre.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn document(
    shop: &Shop,
    actor: Actor,
    application: ApplicationId,
    id: ApplicationDocumentId,
) -> Result<DocumentFile> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let row = application_document::Entity::find_by_id(id)
        .filter(application_document::Column::ApplicationId.eq(application))
        .one(shop.db().read())
        .await?
        .ok_or(Error::NotFound)?;
    let bytes = shop
        .pictures()
        .read_document(&row.place)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(DocumentFile { kind: row.kind, bytes })
}
