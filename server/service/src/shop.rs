//! The running shop: everything a use case needs, in one handle.

use std::sync::Arc;

use arc_swap::ArcSwap;
use db::{BoxFuture, Db, Tx, WriteError};
use l10n::Texts;
use tokio::sync::Mutex;

use crate::pictures::PictureStore;
use crate::{Clock, Directory, Result};

/// How a shop is put together.
#[derive(Debug)]
pub struct ShopOptions {
    /// The database.
    pub db: Db,
    /// The shop's own texts.
    pub texts: Texts,
    /// The time.
    pub clock: Clock,
    /// Where pictures are kept.
    pub pictures: PictureStore,
    /// Mixed into hashes of one-time codes and order cookies; see [`shared_secret`](crate::shared_secret).
    pub secret: [u8; 32],
}

/// A handle on the running shop; cheap to clone.
#[derive(Clone, Debug)]
pub struct Shop(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: Db,
    texts: Texts,
    clock: Clock,
    pictures: PictureStore,
    secret: [u8; 32],
    directory: ArcSwap<Directory>,
    refreshing: Mutex<()>,
    counts: crate::catalog::Counts,
    pages: crate::catalog::KeptPages,
    sitemap: crate::catalog::SitemapPieces,
}

impl Shop {
    /// Opens the shop and reads its directory.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open(options: ShopOptions) -> Result<Self> {
        let directory = Directory::read(&options.db).await?;
        let last_probe = crate::outbox::setting(options.db.read(), db::PROBE).await?;
        options
            .clock
            .resume_from(last_probe.and_then(|row| row.split(' ').next()?.parse().ok()));
        let shop = Self(Arc::new(Inner {
            db: options.db,
            texts: options.texts,
            clock: options.clock,
            pictures: options.pictures,
            secret: options.secret,
            directory: ArcSwap::from_pointee(directory),
            refreshing: Mutex::new(()),
            counts: crate::catalog::Counts::default(),
            pages: crate::catalog::KeptPages::default(),
            sitemap: crate::catalog::SitemapPieces::default(),
        }));
        // A database that takes no writes now can still show its goods; whoever asks for readiness is told.
        if let Err(error) = shop.probe().await {
            tracing::error!(error = &error as &dyn std::error::Error, "database.unavailable");
        }
        Ok(shop)
    }

    /// The database; only this crate queries it.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The shop's own texts.
    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    /// The present time, milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.0.clock.now()
    }

    /// The time by which something may end: [`now`](Self::now), unless the clock has just [jumped](Clock::settled).
    pub fn settled_now(&self) -> i64 {
        self.0.clock.settled()
    }

    /// Where pictures are kept.
    pub fn pictures(&self) -> &PictureStore {
        &self.0.pictures
    }

    /// Categories, cooperatives, townships, stations and freight as they stand now.
    pub fn directory(&self) -> Arc<Directory> {
        self.0.directory.load_full()
    }

    /// [`Db::write`] for rows that the directory or the counts of lists are made of: both are read anew before the caller
    /// hears of it, and also when the caller has hung up.
    pub(crate) async fn write_directory<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T>> + Send + Sync + 'static,
    {
        let shop = self.clone();
        let task = tokio::spawn(async move {
            let written = shop.db().write(work).await?;
            // What is written is written: the timer will read it.
            if let Err(error) = shop.refresh_directory().await {
                tracing::warn!(%error, "the directory was not read anew after a write");
            }
            Ok(written)
        });
        task.await.unwrap_or_else(|_| Err(WriteError::Stopped.into()))
    }

    /// [`Db::write`] for rows that the counts of lists are made of, but not the directory, however large that is: counts
    /// are forgotten before the caller hears of it, and also when the caller has hung up.
    pub(crate) async fn write_catalogue<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T>> + Send + Sync + 'static,
    {
        let shop = self.clone();
        let task = tokio::spawn(async move {
            let written = shop.db().write(work).await?;
            shop.0.counts.clear();
            Ok(written)
        });
        task.await.unwrap_or_else(|_| Err(WriteError::Stopped.into()))
    }

    /// Reads the directory anew; called after every write that touches it, and by a timer for other nodes' writes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn refresh_directory(&self) -> Result<()> {
        // One at a time: what was read first must not be put in place last.
        let _turn = self.0.refreshing.lock().await;
        let directory = Directory::read(self.db()).await?;
        self.0.directory.store(Arc::new(directory));
        self.0.counts.clear();
        Ok(())
    }

    /// Writes a row and reads it back the way the next start would; [`Shop::is_ready`] says what came of it. A job does it
    /// all the time.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn probe(&self) -> Result<()> {
        let value = format!("{} {}", self.settled_now(), hex::encode(crate::random::bytes::<8>()?));
        Ok(self.db().probe(value).await?)
    }

    /// Whether orders can be taken, as the last [probe](Self::probe) found. Costs nothing to ask.
    pub fn is_ready(&self) -> bool {
        self.db().is_ready()
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.0.secret
    }

    pub(crate) fn counts(&self) -> &crate::catalog::Counts {
        &self.0.counts
    }

    pub(crate) fn sitemap(&self) -> &crate::catalog::SitemapPieces {
        &self.0.sitemap
    }

    pub(crate) fn pages(&self) -> &crate::catalog::KeptPages {
        &self.0.pages
    }
}
