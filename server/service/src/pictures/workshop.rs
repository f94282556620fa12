//! Where the sizes of a picture are made: one at a time, off the async threads, with few who wait. A picture may take
//! 200 MB for some seconds; two at once would be too much for a small server.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::{ApplicationId, CooperativeId, OrderGroupId, PictureRefusal};
use media::{Area, Format, Ingested, MediaError, Original, Rendition};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::Network;
use crate::error::{Error, Result};

/// Forms that wait for their turn at the most.
const WAITING: usize = 8;
/// How long a form waits: with the making itself less than a proxy waits for an answer.
const TURN: Duration = Duration::from_secs(20);
/// Forms whose file is being received at a time: their pieces lie on the disk, not in memory.
const RECEIVING: usize = 16;
/// Those of one cooperative: a slow line may take ten minutes for each, and the others are not to wait for it.
const RECEIVING_OF_ONE: usize = 4;
/// Those of all who are not at work here, buyers and applicants: the other half is left to those who are.
const RECEIVING_OF_VISITORS: usize = 8;
/// Those of one network: who has an order and many lines of a provider is not to take the places of all others.
const RECEIVING_OF_NETWORK: usize = 4;
/// Those of one order or application: the second one is for who pressed twice.
const RECEIVING_OF_CASE: usize = 2;

/// Pictures whose missing sizes wait for their turn at the most.
const INCOMPLETE: usize = 16;
/// Pictures remembered whose missing sizes were made, or could not be: each is tried once while the program runs.
const TRIED: usize = 20_000;

/// How many forms bring a file now, counted in each of these ways.
type Receiving = Arc<Mutex<HashMap<Share, usize>>>;

/// Who shares places for forms with files.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Share {
    All,
    Cooperative(CooperativeId),
    Visitors,
    Network(Network),
    Case(Case),
}

impl Share {
    /// How many of its forms are received at a time.
    const fn most(&self) -> usize {
        match self {
            Self::All => RECEIVING,
            Self::Cooperative(_) => RECEIVING_OF_ONE,
            Self::Visitors => RECEIVING_OF_VISITORS,
            Self::Network(_) => RECEIVING_OF_NETWORK,
            Self::Case(_) => RECEIVING_OF_CASE,
        }
    }
}

/// What somebody who is not at work here sends a file about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Case {
    /// What they bought.
    Order(OrderGroupId),
    /// That they want to sell here.
    Application(ApplicationId),
}

/// The place where pictures are made.
#[derive(Debug)]
pub(crate) struct Workshop {
    turn: Arc<Semaphore>,
    waiting: Semaphore,
    receiving: Receiving,
    incomplete: Arc<Semaphore>,
    tried: Mutex<HashSet<String>>,
}

impl Default for Workshop {
    fn default() -> Self {
        Self {
            turn: Arc::new(Semaphore::new(1)),
            waiting: Semaphore::new(WAITING),
            receiving: Receiving::default(),
            incomplete: Arc::new(Semaphore::new(INCOMPLETE)),
            tried: Mutex::default(),
        }
    }
}

impl Workshop {
    /// A place for a form of this cooperative that brings a file.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many are coming in.
    pub fn receive(&self, cooperative: CooperativeId) -> Result<ReceivingPlace> {
        self.place(vec![Share::All, Share::Cooperative(cooperative)])
    }

    /// The same for a form of somebody who is not at work here, from this network.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many are coming in: of the order or application, of the network, of all like them, or of all.
    pub fn receive_of_visitor(&self, network: &Network, case: Case) -> Result<ReceivingPlace> {
        let mut shares = vec![Share::All, Share::Visitors, Share::Case(case)];
        if !network.is_exempt() {
            shares.push(Share::Network(network.whole()));
        }
        self.place(shares)
    }

    fn place(&self, shares: Vec<Share>) -> Result<ReceivingPlace> {
        let mut receiving = self.receiving.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |share: &Share| receiving.get(share).is_some_and(|now| *now >= share.most());
        if shares.iter().any(is_full) {
            return Err(Error::Busy);
        }
        for share in &shares {
            *receiving.entry(share.clone()).or_default() += 1;
        }
        Ok(ReceivingPlace {
            receiving: self.receiving.clone(),
            shares,
        })
    }

    /// Makes the sizes of a file for somebody who waits. It is read when its turn has come.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait; what `file` fails with.
    pub(crate) async fn make(
        &self,
        file: impl Future<Output = Result<Option<Vec<u8>>>>,
    ) -> Result<Result<Ingested, PictureRefusal>> {
        self.make_with(file, media::ingest).await
    }

    /// The same for a picture that can be cropped later: with what it is cut from then.
    ///
    /// # Errors
    /// As [`make`](Self::make).
    pub(crate) async fn make_keeping(
        &self,
        file: impl Future<Output = Result<Option<Vec<u8>>>>,
    ) -> Result<Result<(Ingested, Original), PictureRefusal>> {
        self.make_with(file, media::ingest_keeping).await
    }

    async fn make_with<Made: Send + 'static>(
        &self,
        file: impl Future<Output = Result<Option<Vec<u8>>>>,
        make: impl FnOnce(&[u8]) -> Result<Made, MediaError> + Send + 'static,
    ) -> Result<Result<Made, PictureRefusal>> {
        let waiting = self.waiting.try_acquire().map_err(|_| Error::Busy)?;
        let turn = tokio::time::timeout(TURN, self.turn.clone().acquire_owned()).await;
        drop(waiting);
        match turn {
            Ok(Ok(turn)) => made(turn, file, make).await,
            _ => Err(Error::Busy),
        }
    }

    /// [`make_keeping`](Self::make_keeping) for a job, which has time.
    ///
    /// # Errors
    /// What `file` fails with.
    pub(crate) async fn make_keeping_as_job(
        &self,
        file: impl Future<Output = Result<Option<Vec<u8>>>>,
    ) -> Result<Result<(Ingested, Original), PictureRefusal>> {
        let turn = self.turn.clone().acquire_owned().await.map_err(|_| Error::Busy)?;
        made(turn, file, media::ingest_keeping).await
    }

    /// Makes a picture of a part of one of our own files, for a job.
    ///
    /// # Errors
    /// What `file` fails with.
    pub(crate) async fn crop_as_job(
        &self,
        file: impl Future<Output = Result<Option<Vec<u8>>>>,
        area: Area,
    ) -> Result<Result<Ingested, PictureRefusal>> {
        let turn = self.turn.clone().acquire_owned().await.map_err(|_| Error::Busy)?;
        made(turn, file, move |bytes| media::crop(bytes, area)).await
    }

    /// A place for making what the picture `sha` has not got; nothing when that was tried before, or enough others wait.
    pub(crate) fn place_for(&self, sha: &str) -> Option<OwnedSemaphorePermit> {
        let mut tried = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        if tried.contains(sha) {
            return None;
        }
        let place = self.incomplete.clone().try_acquire_owned().ok()?;
        if tried.len() >= TRIED {
            tried.clear();
        }
        tried.insert(sha.to_owned());
        Some(place)
    }

    /// Makes sizes of a picture out of its widest file, for a job.
    ///
    /// # Errors
    /// What `file` fails with.
    pub(crate) async fn make_missing_as_job(
        &self,
        file: impl Future<Output = Result<Option<Vec<u8>>>>,
        missing: Vec<(u32, Format)>,
    ) -> Result<Result<Vec<Rendition>, PictureRefusal>> {
        let turn = self.turn.clone().acquire_owned().await.map_err(|_| Error::Busy)?;
        let make = move |bytes: &[u8]| media::missing_sizes(bytes, |width, format| missing.contains(&(width, format)));
        made(turn, file, make).await
    }
}

/// The place of a form that brings a file; it is free again when this goes.
#[derive(Debug)]
pub(crate) struct ReceivingPlace {
    receiving: Receiving,
    shares: Vec<Share>,
}

impl Drop for ReceivingPlace {
    fn drop(&mut self) {
        let mut receiving = self.receiving.lock().unwrap_or_else(PoisonError::into_inner);
        for share in &self.shares {
            if let Some(now) = receiving.get_mut(share) {
                *now -= 1;
                if *now == 0 {
                    receiving.remove(share);
                }
            }
        }
    }
}

async fn made<Made: Send + 'static>(
    turn: OwnedSemaphorePermit,
    file: impl Future<Output = Result<Option<Vec<u8>>>>,
    make: impl FnOnce(&[u8]) -> Result<Made, MediaError> + Send + 'static,
) -> Result<Result<Made, PictureRefusal>> {
    let Some(bytes) = file.await? else {
        return Ok(Err(PictureRefusal::Damaged));
    };
    let made = tokio::task::spawn_blocking(move || {
        // Nobody else's turn until this is over, even when whoever asked is gone.
        let _turn = turn;
        make(&bytes)
    })
    .await;
    match made {
        Ok(Ok(picture)) => Ok(Ok(picture)),
        Ok(Err(error)) => {
            tracing::info!(error = &error as &dyn std::error::Error, "pictures.refused");
            Ok(Err(refusal_of(&error)))
        }
        // A file that breaks a decoder is as good as damaged. The panic itself was logged.
        Err(error) if error.is_panic() => Ok(Err(PictureRefusal::Damaged)),
        Err(_) => Err(Error::Busy),
    }
}

/// What the uploader is told.
pub(crate) fn refusal_of(error: &MediaError) -> PictureRefusal {
    match error {
        MediaError::TooManyBytes => PictureRefusal::TooManyBytes,
        MediaError::NotAPicture => PictureRefusal::NotAPicture,
        MediaError::Heic => PictureRefusal::Heic,
        MediaError::Moving => PictureRefusal::Moving,
        MediaError::TooLarge { .. } | MediaError::TooHeavy { .. } => PictureRefusal::TooLarge,
        MediaError::TooSmall { .. } => PictureRefusal::TooSmall,
        MediaError::Incomplete | MediaError::Damaged(_) => PictureRefusal::Damaged,
        MediaError::Drawing(_) | MediaError::Encoding(_) => PictureRefusal::Failed,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::future::ready;

    use super::*;

    #[test]
    fn the_bounds_are_the_same_everywhere() {
        assert_eq!(domain::MAX_PICTURE_BYTES, media::MAX_BYTES as u64);
        assert_eq!(domain::MIN_PICTURE_SIDE, media::MIN_SIDE);
        assert_eq!(media::WIDTHS.last(), Some(&domain::WIDEST_PICTURE));
    }

    #[tokio::test]
    async fn what_is_no_picture_is_refused_with_the_reason() {
        let shop = Workshop::default();
        let refused = async |file: Option<&[u8]>| {
            let made = shop.make(ready(Ok(file.map(<[u8]>::to_vec)))).await;
            made.unwrap().err()
        };
        assert_eq!(refused(Some(b"<svg/>")).await, Some(PictureRefusal::NotAPicture));
        assert_eq!(refused(Some(b"\0\0\0\x18ftypheic")).await, Some(PictureRefusal::Heic));
        assert_eq!(refused(Some(b"\xff\xd8\xff\xe0")).await, Some(PictureRefusal::Damaged));
        assert_eq!(refused(None).await, Some(PictureRefusal::Damaged));
    }

    #[test]
    fn a_cooperative_leaves_places_for_others() {
        let shop = Workshop::default();
        let of = |cooperative: i64| shop.receive(CooperativeId(cooperative));
        let mut own: Vec<_> = (0..RECEIVING_OF_ONE).map(|_| of(1).unwrap()).collect();
        assert!(matches!(of(1), Err(Error::Busy)));
        let others: Vec<_> = (2..).map_while(|cooperative| of(cooperative).ok()).collect();
        assert_eq!(own.len() + others.len(), RECEIVING);
        own.pop();
        assert!(of(1).is_ok(), "a form that ended gives its place back");
    }

    #[test]
    fn nobody_takes_the_places_of_all_buyers() {
        let shop = Workshop::default();
        let of = |address: &str, case: i64| {
            let network = Network::of(address.parse().unwrap());
            shop.receive_of_visitor(&network, Case::Order(OrderGroupId(case)))
        };
        // One order, from wherever it comes.
        let twice = [of("203.0.113.1", 1).unwrap(), of("203.0.113.2", 1).unwrap()];
        assert!(matches!(of("203.0.113.3", 1), Err(Error::Busy)));
        // An application of the same number is another case.
        let network = Network::of("203.0.113.9".parse().unwrap());
        let application = shop.receive_of_visitor(&network, Case::Application(ApplicationId(1)));
        drop((twice, application.unwrap()));

        // One network, with as many orders as it has; of IPv6 with all that a provider gives one customer.
        let own: Vec<_> = (10..).map_while(|order| of("2001:db8:1:5::1", order).ok()).collect();
        assert_eq!(own.len(), RECEIVING_OF_NETWORK);
        assert!(matches!(of("2001:db8:1:6::1", 30), Err(Error::Busy)));
        let other = of("203.0.113.7", 31).unwrap();
        // And all of them together leave places for those at work.
        let more: Vec<_> = (1..)
            .map_while(|n| of(&format!("198.51.100.{n}"), 100 + n).ok())
            .collect();
        assert_eq!(own.len() + 1 + more.len(), RECEIVING_OF_VISITORS);
        assert!(shop.receive(CooperativeId(1)).is_ok());
        drop(other);
        assert!(of("203.0.113.7", 31).is_ok(), "a form that ended gives its place back");
        drop((own, more));
        assert!(
            shop.receiving.lock().unwrap().is_empty(),
            "nothing is counted that is over"
        );
    }

    #[test]
    fn a_network_without_bounds_has_those_of_its_order() {
        let shop = Workshop::default();
        let network = Network::of("203.0.113.1".parse().unwrap()).exempt();
        let of = |order: i64| shop.receive_of_visitor(&network, Case::Order(OrderGroupId(order)));
        let places: Vec<_> = (0..).map_while(|order| of(order).ok()).collect();
        assert_eq!(places.len(), RECEIVING_OF_VISITORS);
    }

    #[test]
    fn what_a_picture_has_not_got_is_made_once_and_few_wait() {
        let shop = Workshop::default();
        let first = shop.place_for("first").unwrap();
        assert!(shop.place_for("first").is_none(), "it is being made");
        let others: Vec<_> = (0..).map_while(|sha: i32| shop.place_for(&sha.to_string())).collect();
        assert_eq!(others.len() + 1, INCOMPLETE);
        drop(first);
        assert!(shop.place_for("first").is_none(), "it was tried");
        assert!(shop.place_for("second").is_some());
    }

    #[tokio::test]
    async fn one_is_made_few_wait_and_the_rest_is_told_to_come_again() {
        let shop = Arc::new(Workshop::default());
        let turn = shop.turn.clone().acquire_owned().await.unwrap();
        let waiting: Vec<_> = (0..WAITING)
            .map(|_| {
                let shop = shop.clone();
                tokio::spawn(async move { shop.make(ready(Ok(None))).await })
            })
            .collect();
        while shop.waiting.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(matches!(shop.make(ready(Ok(None))).await, Err(Error::Busy)));
        drop(turn);
        for one in waiting {
            assert_eq!(one.await.unwrap().unwrap().err(), Some(PictureRefusal::Damaged));
        }
        assert!(shop.make(ready(Ok(None))).await.is_ok());
    }
}
