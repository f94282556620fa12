//! How the index follows the database: built when there is none that can be trusted, and brought up to date with what changed.
//!
//! Triggers note whose goods change, in the transaction that changes them (`search_changes`). The index carries the place up
//! to which it has taken them over, written in one step with the documents: a program that dies in between takes the rest over
//! when it is started again, and some of it twice, which changes nothing.

use std::collections::HashSet;

use ::search::{Document, Index, Key};
use domain::ProductId;
use tokio::sync::mpsc;

use super::changes::{Changes, Position};
use super::documents::{mark_of, of_products, places, products_behind};
use crate::search_index::{Engine, Writing, blocking};
use crate::{Error, Result, Shop};

/// How documents are made; counted on when what is put into them changes.
const MADE: &str = "1";
/// Products of one batch of a rebuild; three of them are in memory at the most.
const BUILT_AT_ONCE: u64 = 500;

/// What following did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Products taken over that had changed.
    pub changed: usize,
    /// Products of an index that was built anew.
    pub built: Option<usize>,
}

/// What the index has seen, as it is noted in it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Note {
    position: Position,
    /// Of categories, cooperatives and stations; see [`mark_of`].
    places: u64,
}

impl Note {
    fn of(index: &Index) -> Option<Self> {
        let note = index.note()?;
        let mut parts = note.split(' ');
        if parts.next() != Some(MADE) {
            return None;
        }
        Some(Self {
            places: parts.next()?.parse().ok()?,
            position: Position::parse(parts.next()?)?,
        })
    }

    fn text(&self) -> String {
        format!("{MADE} {} {}", self.places, self.position)
    }
}

/// Brings the index up to date: opens it when that was not done, builds it when it has to be built, and takes over what
/// changed. Costs next to nothing when nothing did. Without an index it does nothing.
///
/// # Errors
/// When the database does not answer, or the index cannot be written: another program has it, or the disk is full. Searches
/// are answered from what it was, or from the database.
#[crate::boxed]
pub async fn follow(shop: &Shop) -> Result<Followed> {
    let Some(engine) = shop.search_engine() else {
        return Ok(Followed::default());
    };
    let mut writing = engine.writing().await;
    let followed = follow_in_turn(shop, engine, &mut writing).await;
    if followed.is_err() {
        // What failed may have been the index: it is looked at again as if the program had just begun.
        writing.seen = None;
    }
    followed
}

async fn follow_in_turn(shop: &Shop, engine: &Engine, writing: &mut Writing) -> Result<Followed> {
    writing.is_wished |= engine.takes_wish().await;
    let is_wished = writing.is_wished;
    let index = match writing.index.clone() {
        Some(index) => index,
        None => writing.index.insert(engine.open().await?).clone(),
    };
    shop.catch_up().await?;
    let versions = *shop.versions();
    if writing.seen == Some(versions) && engine.is_ready() && !is_wished {
        engine.becomes_current(&index);
        return Ok(Followed::default());
    }
    let known = Note::of(&index).filter(|_| !is_wished);
    let followed = match known {
        None => build(shop, engine, writing, &index).await?,
        Some(note) => match note.position.changes(shop.db().read()).await? {
            Changes::Unknown => {
                tracing::warn!("search.index.lost_its_place");
                build(shop, engine, writing, &index).await?
            }
            Changes::Of {
                products,
                position,
                is_all,
            } => {
                let followed = take_over(shop, writing, engine, &index, note, (products, position)).await?;
                if !is_all {
                    // The rest comes the next time.
                    return Ok(followed);
                }
                followed
            }
        },
    };
    writing.seen = Some(versions);
    writing.is_wished = false;
    engine.becomes_current(&index);
    Ok(followed)
}

/// Takes over what changed of the goods, and of everything else.
async fn take_over(
    shop: &Shop,
    writing: &mut Writing,
    engine: &Engine,
    index: &Index,
    note: Note,
    (products, position): (Vec<ProductId>, Position),
) -> Result<Followed> {
    // The directory is read after the changes: a new name of a cooperative is noted as a change of its goods.
    shop.look().await?;
    let directory = shop.directory();
    let all_places = places(&directory);
    let mark = mark_of(&all_places);
    let mut documents = of_products(shop, &directory, &products).await?;
    let found: HashSet<ProductId> = documents.iter().filter_map(product_of).collect();
    let mut gone: Vec<Key> = products
        .iter()
        .filter(|id| !found.contains(id))
        .map(|id| Key::Product(*id))
        .collect();
    if mark != note.places {
        documents.extend(all_places.0);
        gone.extend(all_places.1);
    }
    let new = Note { position, places: mark };
    if new == note && documents.is_empty() && gone.is_empty() {
        return Ok(Followed::default());
    }
    let (text, written) = (new.text(), index.clone());
    let done = blocking(move || {
        let mut writer = written.writer()?;
        writer.put(&documents)?;
        writer.delete(&gone)?;
        writer.commit(Some(&text))?;
        writer.finish()
    })
    .await;
    if done.is_err() {
        engine.lose(writing);
    }
    done?;
    Ok(Followed {
        changed: products.len(),
        built: None,
    })
}

fn product_of(document: &Document) -> Option<ProductId> {
    match document {
        Document::Product(product) => Some(product.id),
        Document::Place(_) => None,
    }
}

/// What the one who writes a new index is handed.
enum Batch {
    Documents(Vec<Document>),
    /// All were handed over: this is noted.
    End(String),
}

/// Builds the index from the whole database, batch by batch.
async fn build(shop: &Shop, engine: &Engine, writing: &mut Writing, index: &Index) -> Result<Followed> {
    tracing::info!("search.index.building");
    engine.begins_anew();
    let (batches, mut handed) = mpsc::channel::<Batch>(1);
    let written = index.clone();
    let writer = tokio::spawn(blocking(move || {
        let mut writer = written.writer()?;
        writer.clear()?;
        loop {
            match handed.blocking_recv() {
                Some(Batch::Documents(documents)) => writer.put(&documents)?,
                Some(Batch::End(note)) => {
                    writer.commit(Some(&note))?;
                    writer.finish()?;
                    return Ok(true);
                }
                // The database did not answer: what was written so far is dropped.
                None => return Ok(false),
            }
        }
    }));
    let read = hand_over(shop, batches).await;
    let done = writer.await.map_err(Error::internal).flatten();
    match (read, done) {
        (Ok(built), Ok(true)) => {
            tracing::info!(search.products = built, "search.index.built");
            Ok(Followed {
                changed: 0,
                built: Some(built),
            })
        }
        (read, done) => {
            engine.lose(writing);
            // Whoever wrote knows better why it stopped.
            done?;
            read?;
            Err(Error::Busy)
        }
    }
}

/// Reads all of it; answers how many products there are.
async fn hand_over(shop: &Shop, batches: mpsc::Sender<Batch>) -> Result<usize> {
    // What changes from here on is taken over afterwards.
    let position = Position::now(shop.db().read()).await?;
    shop.look().await?;
    let directory = shop.directory();
    let all_places = places(&directory);
    let note = Note {
        position,
        places: mark_of(&all_places),
    };
    let (mut built, mut last) = (0, ProductId(0));
    let mut next = Some(all_places.0);
    while let Some(documents) = next.take() {
        if batches.send(Batch::Documents(documents)).await.is_err() {
            return Ok(built);
        }
        let ids = products_behind(shop, last, BUILT_AT_ONCE).await?;
        if let Some(id) = ids.last() {
            last = *id;
            let documents = of_products(shop, &directory, &ids).await?;
            built += documents.len();
            next = Some(documents);
        }
    }
    // One that writes no more says why itself.
    drop(batches.send(Batch::End(note.text())).await);
    Ok(built)
}
