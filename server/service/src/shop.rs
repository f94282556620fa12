//! The running shop: everything a use case needs, in one handle.

use std::sync::Arc;

use db::{Db, PublicVersions};
use l10n::Texts;

use crate::freshness::Freshness;
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
    freshness: Freshness,
    counts: crate::catalog::Counts,
    sitemap: crate::catalog::SitemapPieces,
}

impl Shop {
    /// Opens the shop and reads its directory.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open(options: ShopOptions) -> Result<Self> {
        let freshness = Freshness::read(&options.db).await?;
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
            freshness,
            counts: crate::catalog::Counts::default(),
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

    /// Categories, cooperatives, townships, stations and freight as they stood when last [looked at](Self::catch_up).
    pub fn directory(&self) -> Arc<Directory> {
        self.0.freshness.directory()
    }

    /// The versions of what public pages show, as last [looked at](Self::catch_up). Take them before the rows are read.
    pub fn versions(&self) -> Arc<PublicVersions> {
        self.0.freshness.versions()
    }

    /// Whether what is in memory is as good as read now: this program committed nothing since it was looked at, and other
    /// programs had half a second at the most.
    pub fn is_current(&self) -> bool {
        self.0.freshness.is_current(&self.0.db)
    }

    /// Looks at the versions unless they are [current](Self::is_current), and reads the directory anew if its version is
    /// another one. Each request begins with it, so a change shows at once where it was made.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn catch_up(&self) -> Result<()> {
        self.0.freshness.catch_up(&self.0.db).await
    }

    /// Looks at the versions; called a few times a second, so that requests seldom have to.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn look(&self) -> Result<()> {
        self.0.freshness.look(&self.0.db).await
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

    /// Has the database file looked over, after something failed that should not, and answers whether it is damaged.
    pub async fn look_for_damage(&self) -> bool {
        self.db().look_for_damage().await
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
}
