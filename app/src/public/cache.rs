//! The cached pages: bounded in bytes, made once however many wait for them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::extract::MatchedPath;
use axum::http::HeaderValue;
use domain::{Locale, ProductId};
use quick_cache::sync::{Cache, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Weighter};
use tokio::sync::Semaphore;
use xxhash_rust::xxh3::xxh3_128;

use super::address::{Address, Key, Shelf};
use super::encoding::{Accepted, Encoding, pack_well};
use super::stamp::Made;
use crate::cx::AppState;
use crate::etag;

/// Bytes of memory for pages, where nothing else is set.
const MEMORY: u64 = 64 * 1024 * 1024;
/// One part of so many is for pages that can be asked for in endless ways.
const BACK: u64 = 4;
/// About what a page weighs packed.
const USUAL: u64 = 24 * 1024;

type Pages = Cache<Key, Arc<Page>, Weight>;

/// See the [module](super).
#[derive(Debug)]
pub struct PageCache {
    front: Pages,
    back: Pages,
    /// One page at a time is packed well; those who wait for a page come first.
    improving: Arc<Semaphore>,
}

impl Default for PageCache {
    fn default() -> Self {
        Self::of_bytes(MEMORY)
    }
}

#[derive(Clone, Copy, Debug)]
struct Weight;

impl Weighter<Key, Arc<Page>> for Weight {
    fn weight(&self, _: &Key, page: &Arc<Page>) -> u64 {
        page.weight
    }
}

/// A page, or the place for it.
pub(super) enum Found<'c> {
    Page(Arc<Page>),
    Place(Place<'c>),
}

/// Whoever holds it makes the page; others that want the same wait. Dropped, the next of them makes it.
pub(super) struct Place<'c>(
    PlaceholderGuard<
        'c,
        Key,
        Arc<Page>,
        Weight,
        DefaultHashBuilder,
        quick_cache::sync::DefaultLifecycle<Key, Arc<Page>>,
    >,
);

impl Place<'_> {
    pub fn keep(self, page: Page) -> Arc<Page> {
        let page = Arc::new(page);
        // Refused when somebody emptied the cache meanwhile: the page is as good as before.
        drop(self.0.insert(page.clone()));
        page
    }
}

impl PageCache {
    /// A cache that holds about so many bytes.
    pub fn of_bytes(bytes: u64) -> Self {
        let shelf = |bytes: u64| {
            let pages = usize::try_from(bytes / USUAL).unwrap_or(usize::MAX).max(16);
            Cache::with_weighter(pages, bytes, Weight)
        };
        Self {
            front: shelf(bytes - bytes / BACK),
            back: shelf(bytes / BACK),
            improving: Arc::new(Semaphore::new(1)),
        }
    }

    /// Bytes in use, as the bound counts them.
    pub fn bytes(&self) -> u64 {
        self.front.weight() + self.back.weight()
    }

    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.front.len() + self.back.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Drops the pages that are no longer so; they would not be sent, but take up room.
    pub fn drop_stale(&self, state: &AppState) {
        for shelf in [&self.front, &self.back] {
            shelf.retain(|_, page| page.made.is_still(state));
        }
    }

    pub(super) fn get(&self, address: &Address<'_>, state: &AppState) -> Option<Arc<Page>> {
        let page = self.front.get(address).or_else(|| self.back.get(address))?;
        page.made.is_still(state).then_some(page)
    }

    pub(super) async fn find_or_make(&self, shelf: Shelf, key: Key, state: &AppState) -> Found<'_> {
        let pages = match shelf {
            Shelf::Front => &self.front,
            Shelf::Back => &self.back,
        };
        loop {
            match pages.get_value_or_guard_async(&key).await {
                Ok(page) if page.made.is_still(state) => return Found::Page(page),
                Ok(stale) => drop(pages.remove_if(&key, |page| Arc::ptr_eq(page, &stale))),
                Err(guard) => return Found::Place(Place(guard)),
            }
        }
    }

    /// Packs a page that is asked for again as small as is worth it, beside the requests.
    pub(super) fn improve(&self, page: &Arc<Page>, accepted: Accepted) {
        if !accepted.brotli || page.is_small.load(Ordering::Relaxed) {
            return;
        }
        // The first who asks is the one it was made for.
        if !page.was_asked.swap(true, Ordering::Relaxed) {
            return;
        }
        let Ok(permit) = self.improving.clone().try_acquire_owned() else {
            return;
        };
        if page.is_small.swap(true, Ordering::Relaxed) {
            return;
        }
        let page = page.clone();
        tokio::task::spawn_blocking(move || {
            let small = page.html().and_then(|html| pack_well(&html).ok());
            if let Some(small) = small {
                drop(page.small.set(small.into()));
            }
            drop(permit);
        });
    }
}

/// A page as it is sent.
#[derive(Debug)]
pub(super) struct Page {
    made: Made,
    pub policy: Option<HeaderValue>,
    locale: Locale,
    /// The products of which it says whether they are favourites.
    pub hearts: Vec<ProductId>,
    /// The pattern of its address, by which it is counted.
    pub route: Option<MatchedPath>,
    /// Of the unpacked page, in quotes but for the mark of the encoding and the second quote.
    tag: String,
    weight: u64,
    zstd: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
    /// Packed quickly.
    brotli: OnceLock<Bytes>,
    /// Packed well.
    small: OnceLock<Bytes>,
    was_asked: AtomicBool,
    /// It is packed well, or will be.
    is_small: AtomicBool,
}

/// Bytes of a page.
pub(super) struct Sent {
    pub bytes: Bytes,
    pub encoding: Encoding,
}

impl Page {
    /// Packs `html` as quickly as `accepted` allows.
    pub fn new(
        html: Bytes,
        locale: Locale,
        route: Option<MatchedPath>,
        policy: Option<HeaderValue>,
        made: Made,
        accepted: Accepted,
    ) -> Option<Self> {
        let mut page = Self {
            made,
            policy,
            locale,
            hearts: Vec::new(),
            route,
            tag: format!("\"{:032x}", xxh3_128(&html)),
            weight: 0,
            zstd: OnceLock::new(),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
            small: OnceLock::new(),
            was_asked: AtomicBool::new(false),
            is_small: AtomicBool::new(false),
        };
        // One encoding at least is there: the others are made of it.
        let first = match accepted.quickest() {
            Encoding::Plain => Encoding::Zstd,
            quickest => quickest,
        };
        let packed = page.in_encoding(first, || Some(html))?;
        // Room for the encodings asked for later.
        page.weight = packed.len() as u64 * 3 + 512;
        Some(page)
    }

    /// The language it is in.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Its entity tag.
    pub fn tag(&self, encoding: Encoding) -> HeaderValue {
        HeaderValue::from_str(&format!("{}{}\"", self.tag, encoding.mark())).unwrap_or(HeaderValue::from_static("\"\""))
    }

    /// The tag by which `asked` (`If-None-Match`) names this page, whichever way it was packed.
    pub fn known_as(&self, asked: &str) -> Option<HeaderValue> {
        let named = etag::tags(asked).find(|tag| {
            let mark = tag
                .strip_prefix(self.tag.as_str())
                .and_then(|rest| rest.strip_suffix('"'));
            mark.is_some_and(|mark| matches!(mark, "" | "-b" | "-z" | "-g"))
        })?;
        HeaderValue::from_str(named).ok()
    }

    /// The bytes to send: the smallest that are there, else those that are made quickest.
    pub fn packed(&self, accepted: Accepted) -> Sent {
        if accepted.brotli
            && let Some(bytes) = self.small.get().or_else(|| self.brotli.get())
        {
            return Sent {
                bytes: bytes.clone(),
                encoding: Encoding::Brotli,
            };
        }
        let encoding = accepted.quickest();
        let bytes = match encoding {
            Encoding::Plain => self.html(),
            _ => self.in_encoding(encoding, || self.html()),
        };
        match bytes {
            Some(bytes) => Sent { bytes, encoding },
            None => Sent {
                bytes: self.html().unwrap_or_default(),
                encoding: Encoding::Plain,
            },
        }
    }

    fn in_encoding(&self, encoding: Encoding, html: impl FnOnce() -> Option<Bytes>) -> Option<Bytes> {
        let place = match encoding {
            Encoding::Brotli => &self.brotli,
            Encoding::Zstd => &self.zstd,
            Encoding::Gzip => &self.gzip,
            Encoding::Plain => return html(),
        };
        if let Some(packed) = place.get() {
            return Some(packed.clone());
        }
        let packed: Bytes = encoding.pack(&html()?).ok()?.into();
        Some(place.get_or_init(|| packed).clone())
    }

    /// The page unpacked.
    fn html(&self) -> Option<Bytes> {
        let places = [
            (Encoding::Zstd, &self.zstd),
            (Encoding::Gzip, &self.gzip),
            (Encoding::Brotli, &self.brotli),
            (Encoding::Brotli, &self.small),
        ];
        let (encoding, packed) = places
            .into_iter()
            .find_map(|(encoding, place)| place.get().map(|packed| (encoding, packed)))?;
        encoding.unpack(packed).ok().map(Bytes::from)
    }
}
