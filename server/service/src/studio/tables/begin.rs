//! A table comes in with a form.

use std::time::Duration;

use db::entities::import;
use db::sea_orm::sea_query::LockType;
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, ImportId, ImportState, Locale, MAX_TABLE_BYTES,
    TableEncoding, TableRefusal,
};
use tables::{SAMPLE, Sniffer, is_workbook, is_xliff, recognise, refused_format, rows_of_workbook};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::super::audit;
use super::super::{is_support, signature};
use super::translations::rows_of_translations;
use super::{DAY, MAX_A_DAY, MAX_OPEN, check, name_goods, stored, words};
use crate::Shop;
use crate::error::{Error, Result};
use crate::pictures::{IncomingFile, ReceivingPlace};
use crate::rights::own_cooperative;

/// Longest name of a file that is shown, characters.
const MAX_NAME: usize = 120;
/// Bytes that tell a format.
const MAGIC: usize = 8;
/// A workbook may take a hundred megabytes while it is unpacked: one at a time.
static UNPACKING: Semaphore = Semaphore::const_new(1);
/// Forms that wait for their turn at the most.
const MAX_WAITING: usize = 8;
static WAITING: Semaphore = Semaphore::const_new(MAX_WAITING);
/// How long a form waits: less than a proxy waits for an answer.
const TURN: Duration = Duration::from_secs(20);

/// The turn to unpack a workbook.
async fn turn() -> Result<SemaphorePermit<'static>> {
    let waiting = WAITING.try_acquire().map_err(|_| Error::Busy)?;
    let turn = tokio::time::timeout(TURN, UNPACKING.acquire()).await;
    drop(waiting);
    match turn {
        Ok(Ok(turn)) => Ok(turn),
        _ => Err(Error::Busy),
    }
}

/// A table that comes in with a form.
#[derive(Debug)]
pub struct Incoming {
    cooperative: CooperativeId,
    file: IncomingFile,
    sniffer: Sniffer,
    first: Vec<u8>,
    sample: Vec<u8>,
    refused: Option<TableRefusal>,
    _place: ReceivingPlace,
}

impl Incoming {
    /// Takes the next bytes. Once it is clear that they are no table, they are let go.
    ///
    /// # Errors
    /// When the place of the files does not take them.
    #[crate::boxed]
    pub async fn push(&mut self, bytes: &[u8]) -> Result<()> {
        if self.refused.is_some() {
            return Ok(());
        }
        let room = SAMPLE - self.sample.len();
        self.sample.extend_from_slice(&bytes[..bytes.len().min(room)]);
        self.first = self.sample[..self.sample.len().min(MAGIC)].to_vec();
        self.sniffer.feed(bytes);
        let is_full = self.file.push(bytes).await?.is_err() || self.file.size() > MAX_TABLE_BYTES;
        self.refused = match refused_format(&self.first) {
            _ if is_full => Some(TableRefusal::TooManyBytes),
            refused => refused,
        };
        if self.refused.is_some() {
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

/// Opens the way for a table that a form brings. Who may not import is told before anything is read.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a cooperative's products; [`Error::Busy`] when too many forms bring
/// files now.
#[crate::boxed]
pub async fn receive_table(shop: &Shop, actor: Actor) -> Result<Incoming> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    Ok(Incoming {
        cooperative: own.id(),
        file: IncomingFile::new(shop.pictures())?,
        sniffer: Sniffer::default(),
        first: Vec::new(),
        sample: Vec::new(),
        refused: None,
        _place: shop.workshop().receive(own.id())?,
    })
}

/// Takes the table that came in: it is read through, and waits for a yes. The same file again, while it waits, is the same
/// import.
///
/// # Errors
/// [`ErrorCode::TablesFull`] when too many of the cooperative wait that can be taken over, or it began too many today;
/// [`Error::Busy`] when too many workbooks wait to be unpacked.
#[crate::boxed]
pub async fn begin_import(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    mut incoming: Incoming,
    file_name: &str,
) -> Result<Result<ImportId, TableRefusal>> {
    own_cooperative(actor, Action::EditProduct)?;
    let answer = begin(shop, actor, locale, &mut incoming, file_name).await;
    match answer {
        Ok(Ok((id, true))) => {
            check::check_if_short(shop, id).await?;
            Ok(Ok(id))
        }
        other => {
            incoming.file.remove().await;
            other.map(|refused| refused.map(|(id, _)| id))
        }
    }
}

/// The import, and whether its file is the one that came in.
async fn begin(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    incoming: &mut Incoming,
    file_name: &str,
) -> Result<Result<(ImportId, bool), TableRefusal>> {
    let is_for_translators = is_called_xliff(file_name);
    if let Some(refusal) = incoming.refused {
        return Ok(Err(if is_for_translators {
            of_translators(refusal)
        } else {
            refusal
        }));
    }
    if incoming.size() == 0 {
        return Ok(Err(TableRefusal::Missing));
    }
    let user = actor.user().ok_or(Error::NotFound)?;
    let hash = incoming.fingerprint();
    incoming.file.finish().await?;
    let mut sniffer = std::mem::take(&mut incoming.sniffer);
    let is_xml = is_xliff(&incoming.sample);
    if is_for_translators && !is_xml {
        return Ok(Err(TableRefusal::NotXliff));
    }
    if is_workbook(&incoming.first) {
        let turn = turn().await?;
        let Some(bytes) = incoming.file.read().await? else {
            return Ok(Err(TableRefusal::Damaged));
        };
        let unpacked = tokio::task::spawn_blocking(move || {
            // Nobody else's turn until this is over, even when whoever sent it is gone.
            let _turn = turn;
            rows_of_workbook(&bytes)
        });
        let csv = match unpacked.await.map_err(Error::internal)? {
            Ok(csv) => csv,
            Err(refusal) => return Ok(Err(refusal)),
        };
        sniffer = replace_file(shop, incoming, &csv).await?;
    } else if is_xml {
        let turn = turn().await?;
        let Some(bytes) = incoming.file.read().await? else {
            return Ok(Err(TableRefusal::Damaged));
        };
        let takes_page = own_cooperative(actor, Action::EditShop).is_ok();
        match rows_of_translations(shop, incoming.cooperative, takes_page, bytes, turn).await? {
            Ok(csv) => sniffer = replace_file(shop, incoming, &csv).await?,
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    if sniffer.is_binary() {
        return Ok(Err(TableRefusal::NotATable));
    }
    let encoding: TableEncoding = sniffer.finish();
    let found = recognise(&incoming.sample, encoding, &words::names(shop));
    let is_known = name_goods(&found.columns);
    let name: String = file_name.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
    let now = shop.now();
    let row = import::ActiveModel {
        cooperative_id: Set(incoming.cooperative),
        user_id: Set(user),
        by_centre: Set(is_support(actor)),
        place: Set(incoming.file.place().to_owned()),
        pieces: Set(i64::try_from(incoming.file.pieces()).map_err(Error::internal)?),
        size: Set(i64::try_from(incoming.size()).map_err(Error::internal)?),
        file_name: Set(name),
        file_hash: Set(hash),
        encoding: Set(encoding),
        separator: Set(found.separator),
        kind: Set(found.kind),
        header: Set(i64::try_from(found.header).unwrap_or_default()),
        columns: Set(stored(&found.columns)),
        language: Set(locale),
        category: Set(String::new()),
        rate: Set(String::new()),
        state: Set(if is_known {
            ImportState::Checking
        } else {
            ImportState::Refused
        }),
        reason: Set((!is_known).then_some(TableRefusal::NoColumns)),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    let signed = signature(actor);
    // The write goes on when whoever sent it hangs up: its file is not to go then.
    incoming.file.stays();
    let made = shop
        .db()
        .write(move |tx| {
            let (row, signed) = (row.clone(), signed.clone());
            Box::pin(async move { insert(tx, row, &signed, now).await })
        })
        .await?;
    Ok(Ok(made))
}

/// Whether a file is called as those of translators are.
fn is_called_xliff(file_name: &str) -> bool {
    let end = file_name.trim().rsplit_once('.').map_or("", |(_, end)| end);
    ["xlf", "xliff"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// What is told of such a file: that it is no table, or should be saved as one, helps nobody.
const fn of_translators(refusal: TableRefusal) -> TableRefusal {
    match refusal {
        TableRefusal::TooManyBytes => TableRefusal::TooMuchText,
        TableRefusal::NotATable | TableRefusal::OldExcel => TableRefusal::NotXliff,
        other => other,
    }
}

/// From here on these rows are the file.
async fn replace_file(shop: &Shop, incoming: &mut Incoming, csv: &[u8]) -> Result<Sniffer> {
    incoming.file.remove().await;
    incoming.file = IncomingFile::new(shop.pictures())?;
    let mut sniffer = Sniffer::default();
    incoming.sample = csv[..csv.len().min(SAMPLE)].to_vec();
    for piece in csv.chunks(domain::MAX_PIECE) {
        sniffer.feed(piece);
        // It is below the bound.
        let _ = incoming.file.push(piece).await?;
    }
    incoming.file.finish().await?;
    Ok(sniffer)
}

async fn insert(tx: &Tx, row: import::ActiveModel, signed: &str, now: i64) -> Result<(ImportId, bool)> {
    let (cooperative, hash) = (row.cooperative_id.clone().unwrap(), row.file_hash.clone().unwrap());
    // One after the other, so that together they keep the limits.
    db::entities::cooperative::Entity::find_by_id(cooperative)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    let own = || import::Entity::find().filter(import::Column::CooperativeId.eq(cooperative));
    let open = own()
        .filter(import::Column::State.is_in([ImportState::Checking, ImportState::Ready, ImportState::Running]))
        .readable(tx)
        .await?;
    let same = open
        .iter()
        .find(|known| known.file_hash == hash && known.state != ImportState::Running);
    if let Some(known) = same {
        return Ok((known.id, false));
    }
    let today = own().filter(import::Column::CreatedAt.gt(now - DAY)).count(tx).await?;
    // One of which nothing can be taken over waits for nobody.
    let waiting = open.iter().filter(|known| {
        let is_vain = known.state == ImportState::Ready && known.new_rows + known.changed_rows == 0;
        !is_vain
    });
    if waiting.count() as u64 >= MAX_OPEN || today >= MAX_A_DAY {
        return Err(Error::Refused(ErrorCode::TablesFull));
    }
    let id = row.insert(tx).await?.id;
    audit(tx, now, signed, AuditAction::ImportBegin, &format!("import:{id}")).await?;
    Ok((id, true))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::future::poll_fn;
    use std::task::Poll;

    use super::*;

    #[tokio::test]
    async fn a_workbook_waits_for_its_turn_and_too_many_are_told_to_come_again() {
        let other = turn().await.unwrap();
        let mut waiting: Vec<_> = (0..MAX_WAITING).map(|_| Box::pin(turn())).collect();
        poll_fn(|context| {
            assert!(waiting.iter_mut().all(|one| one.as_mut().poll(context).is_pending()));
            Poll::Ready(())
        })
        .await;
        assert!(matches!(turn().await, Err(Error::Busy)));
        drop(other);
        for one in waiting {
            drop(one.await.unwrap());
        }
    }
}
