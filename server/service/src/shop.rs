//! The running shop: everything a use case needs, in one handle.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use db::{Db, PublicVersions, Tx};
use domain::Locale;
use l10n::glossary::Glossary;
use l10n::{Finding, Texts};

use crate::attempt::Attempt;
use crate::bell::Bell;
use crate::freshness::Freshness;
use crate::message_budgets::Budgets;
use crate::message_links::{HeldLinks, Links};
use crate::pictures::{PictureStore, Workshop};
use crate::press::Press;
use crate::printer::Printer;
use crate::search_index::Engine;
use crate::seen::Seen;
use crate::shared_texts::SharedTexts;
use crate::sought::MissedSearches;
use crate::translator::Translator;
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
pub struct Shop {
    inner: Arc<Inner>,
    /// The form this handle serves, where what it asks for is to be done once.
    attempt: Option<Arc<Attempt>>,
}

#[derive(Debug)]
struct Inner {
    db: Db,
    texts: Texts,
    clock: Clock,
    pictures: PictureStore,
    secret: [u8; 32],
    freshness: Freshness,
    counts: crate::counted::Counts,
    sitemap: crate::counted::SitemapPieces,
    workshop: Workshop,
    printer: Printer,
    press: Press,
    bell: Arc<Bell>,
    missed: MissedSearches,
    seen: Seen,
    shared_texts: SharedTexts,
    translator: OnceLock<Translator>,
    budgets: OnceLock<Budgets>,
    links: OnceLock<HeldLinks>,
    search: OnceLock<Engine>,
}

impl Shop {
    /// Opens the shop and reads its directory.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn open(options: ShopOptions) -> Result<Self> {
        let freshness = Freshness::read(&options.db).await?;
        let last_probe = crate::own_value::read(options.db.read(), db::PROBE).await?;
        options
            .clock
            .resume_from(last_probe.and_then(|row| row.split(' ').next()?.parse().ok()));
        let inner = Inner {
            db: options.db,
            texts: options.texts,
            clock: options.clock,
            pictures: options.pictures,
            secret: options.secret,
            freshness,
            counts: crate::counted::Counts::default(),
            sitemap: crate::counted::SitemapPieces::default(),
            workshop: Workshop::default(),
            printer: Printer::default(),
            press: Press::default(),
            bell: Arc::default(),
            missed: MissedSearches::default(),
            seen: Seen::default(),
            shared_texts: SharedTexts::default(),
            translator: OnceLock::new(),
            budgets: OnceLock::new(),
            links: OnceLock::new(),
            search: OnceLock::new(),
        };
        let shop = Self {
            inner: Arc::new(inner),
            attempt: None,
        };
        // What the files say is there without it.
        if let Err(error) = shop.follow_texts().await {
            tracing::error!(error = &error as &dyn std::error::Error, "texts.unavailable");
        }
        // A database that takes no writes now can still show its goods; whoever asks for readiness is told.
        if let Err(error) = shop.probe().await {
            tracing::error!(error = &error as &dyn std::error::Error, "database.unavailable");
        }
        Ok(shop)
    }

    /// The database; only this crate queries it.
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    /// The shop's own texts.
    pub fn texts(&self) -> &Texts {
        &self.inner.texts
    }

    /// The present time, milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.inner.clock.now()
    }

    /// The time by which something may end: [`now`](Self::now), unless the clock has just [jumped](Clock::settled).
    pub fn settled_now(&self) -> i64 {
        self.inner.clock.settled()
    }

    /// Where pictures are kept.
    pub fn pictures(&self) -> &PictureStore {
        &self.inner.pictures
    }

    /// Categories, cooperatives, townships, stations and freight as they stood when last [looked at](Self::catch_up).
    pub fn directory(&self) -> Arc<Directory> {
        self.inner.freshness.directory()
    }

    /// The pictures that not everybody may see, as their rows name them, as they stood when last [looked at](Self::catch_up).
    pub(crate) fn withdrawn_pictures(&self) -> Arc<HashSet<String>> {
        self.inner.freshness.withdrawn_pictures()
    }

    /// The directory as a transaction sees it, at the price of reading one row.
    pub(crate) async fn directory_in(&self, tx: &Tx) -> Result<Arc<Directory>> {
        self.inner.freshness.directory_in(tx).await
    }

    /// The versions of what public pages show, as last [looked at](Self::catch_up). Take them before the rows are read.
    pub fn versions(&self) -> Arc<PublicVersions> {
        self.inner.freshness.versions()
    }

    /// Whether what is in memory is as good as read now: this program committed nothing since it was looked at, and other
    /// programs had half a second at the most.
    pub fn is_current(&self) -> bool {
        self.inner.freshness.is_current(&self.inner.db)
    }

    /// Looks at the versions unless they are [current](Self::is_current), and reads anew what stands in memory under one that
    /// is another now. Each request begins with it, so a change shows at once where it was made.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn catch_up(&self) -> Result<()> {
        self.inner.freshness.catch_up(&self.inner.db).await?;
        self.follow_texts().await
    }

    /// Looks at the versions; called a few times a second, so that requests seldom have to.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn look(&self) -> Result<()> {
        self.inner.freshness.look(&self.inner.db).await?;
        self.follow_texts().await
    }

    /// Has the shop's texts say what the database says over those of the files.
    async fn follow_texts(&self) -> Result<()> {
        let version = self.versions().texts;
        self.inner
            .shared_texts
            .follow(&self.inner.db, &self.inner.texts, version)
            .await
    }

    pub(crate) fn shared_texts(&self) -> &SharedTexts {
        &self.inner.shared_texts
    }

    /// Words that have one translation: those of the files, and over them what translators changed. As last
    /// [looked at](Self::catch_up).
    pub fn glossary(&self) -> Arc<Glossary> {
        self.inner.shared_texts.glossary()
    }

    /// Why the glossary is not as its file in the folder is now: it is gone, or a line of it cannot be read.
    pub fn glossary_problems(&self) -> Vec<Finding> {
        self.inner.shared_texts.glossary_problems()
    }

    /// Writes a row and reads it back the way the next start would; [`Shop::is_ready`] says what came of it. A job does it
    /// all the time.
    ///
    /// # Errors
    /// When the database does not take it.
    #[crate::boxed]
    pub async fn probe(&self) -> Result<()> {
        let value = format!("{} {}", self.settled_now(), hex::encode(crate::random::bytes::<8>()?));
        Ok(self.db().probe(value).await?)
    }

    /// Whether orders can be taken, as the last [probe](Self::probe) found. Costs nothing to ask.
    pub fn is_ready(&self) -> bool {
        self.db().is_ready()
    }

    /// Has the database file looked over, after something failed that should not, and answers whether it is damaged.
    #[crate::boxed]
    pub async fn look_for_damage(&self) -> bool {
        self.db().look_for_damage().await
    }

    /// The shop as it serves one form: what that asks for is done once, however often it is sent.
    #[must_use]
    pub fn attempting(&self, attempt: Attempt) -> Self {
        Self {
            inner: self.inner.clone(),
            attempt: Some(Arc::new(attempt)),
        }
    }

    pub(crate) fn attempt(&self) -> Option<&Arc<Attempt>> {
        self.attempt.as_ref()
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.inner.secret
    }

    pub(crate) fn workshop(&self) -> &Workshop {
        &self.inner.workshop
    }

    pub(crate) fn printer(&self) -> &Printer {
        &self.inner.printer
    }

    pub(crate) fn press(&self) -> &Press {
        &self.inner.press
    }

    pub(crate) fn bell(&self) -> &Arc<Bell> {
        &self.inner.bell
    }

    pub(crate) fn missed(&self) -> &MissedSearches {
        &self.inner.missed
    }

    /// Has missing texts suggested by this machine from now on; the first one named stays.
    pub fn translate_with(&self, translator: Translator) {
        drop(self.inner.translator.set(translator));
    }

    pub(crate) fn translator(&self) -> Option<&Translator> {
        self.inner.translator.get()
    }

    /// Has searches answered from this index as soon as it is there; the first one named stays.
    pub fn search_with(&self, engine: Engine) {
        drop(self.inner.search.set(engine));
    }

    /// The index of the shop, where this program has one.
    pub fn search_engine(&self) -> Option<&Engine> {
        self.inner.search.get()
    }

    /// Has codes asked for within these budgets of the program's [`Office`](crate::messages::Office) from now on; the first
    /// ones named stay.
    pub fn send_within(&self, budgets: Budgets) {
        drop(self.inner.budgets.set(budgets));
    }

    pub(crate) fn budgets(&self) -> &Budgets {
        self.inner.budgets.get_or_init(Budgets::default)
    }

    /// Has messages that can be ended say where, from now on; the first ones named stay.
    pub fn link_with(&self, links: Links) {
        drop(self.inner.links.set(HeldLinks(links)));
    }

    /// The address that such a message opens; empty in a program that has none.
    pub(crate) fn address_of(&self, locale: Locale, link: &str) -> String {
        let links = self.inner.links.get();
        links.map_or_else(String::new, |HeldLinks(links)| links(locale, link))
    }

    pub(crate) fn seen(&self) -> &Seen {
        &self.inner.seen
    }

    pub(crate) fn counts(&self) -> &crate::counted::Counts {
        &self.inner.counts
    }

    pub(crate) fn sitemap(&self) -> &crate::counted::SitemapPieces {
        &self.inner.sitemap
    }
}
