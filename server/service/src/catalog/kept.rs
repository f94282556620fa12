//! Product pages kept in memory as they were read: most people look at the same few goods, and a page takes six reads.
//!
//! What is kept is good until this program [writes](db::Db::changes) or reads its [directory](Shop::directory) anew, so a
//! buyer sees a new price or stock at once. What other programs write (a second node, `bazar import`) shows after [`LIFE`]. Orders are placed on what the database
//! says, never on this.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use domain::Locale;
use quick_cache::sync::Cache;

use super::view::ProductPage;
use crate::{Directory, Shop};

/// How long a page stands without a write of this program.
const LIFE: Duration = Duration::from_secs(1);
/// Pages kept; about 10 kB each.
const PAGES: usize = 1_000;

/// See the [module](self).
#[derive(Debug)]
pub struct KeptPages(Cache<(Locale, String), Kept>);

#[derive(Clone, Debug)]
struct Kept {
    page: Arc<ProductPage>,
    read: Reading,
}

/// The moment before a page is read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    changes: u64,
    /// Names and stories of the cooperative come from it. It follows a write a moment after it stands: a page read in
    /// between must not be kept.
    directory: Weak<Directory>,
    at: Instant,
}

impl Reading {
    /// Take it before the first row is read: what is written meanwhile counts as a change.
    pub fn begin(shop: &Shop) -> Self {
        Self {
            changes: shop.db().changes(),
            directory: Arc::downgrade(&shop.directory()),
            at: Instant::now(),
        }
    }

    fn is_good(&self, shop: &Shop) -> bool {
        self.changes == shop.db().changes()
            && Weak::as_ptr(&self.directory) == Arc::as_ptr(&shop.directory())
            && self.at.elapsed() < LIFE
    }
}

impl Default for KeptPages {
    fn default() -> Self {
        Self(Cache::new(PAGES))
    }
}

impl KeptPages {
    /// The page, if it is still as it was read.
    pub(super) fn get(&self, shop: &Shop, locale: Locale, slug: &str) -> Option<Arc<ProductPage>> {
        let kept = self.0.get(&KeyRef(locale, slug))?;
        kept.read.is_good(shop).then_some(kept.page)
    }

    /// Keeps a page that was read since `read`.
    pub(super) fn put(&self, locale: Locale, page: &Arc<ProductPage>, read: Reading) {
        let kept = Kept {
            page: page.clone(),
            read,
        };
        self.0.insert((locale, page.slug.clone()), kept);
    }
}

/// A key that is only looked up.
#[derive(Hash)]
struct KeyRef<'k>(Locale, &'k str);

impl quick_cache::Equivalent<(Locale, String)> for KeyRef<'_> {
    fn equivalent(&self, (locale, slug): &(Locale, String)) -> bool {
        self.0 == *locale && self.1 == slug
    }
}
