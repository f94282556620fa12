//! Tells the open pages of a cooperative that there may be something new. A page asks what it is; the bell only wakes it.
//! It hears of an order, a message, a question, a review and a payment within a second, whichever program wrote them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::{CooperativeId, MoneyEntryId, OrderId, OrderMessageId, ProductQuestionId};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast};

/// Pages that listen at a time: each is a connection.
const LISTENERS: usize = 1_000;
/// Those of one cooperative: more than it has phones and computers.
const OF_ONE: usize = 30;
/// Rings a page may be behind; it is woken all the same.
const BEHIND: usize = 16;

/// The last rows that were heard of. Numbers only grow. (On PostgreSQL a smaller one may be seen after a larger one: pages
/// ask by themselves now and then.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    pub order: OrderId,
    pub message: OrderMessageId,
    pub entry: MoneyEntryId,
    pub question: ProductQuestionId,
    /// When the newest review was published, milliseconds since 1970 UTC.
    pub review: i64,
}

/// For whom there may be something new.
#[derive(Clone, Debug)]
pub(crate) enum Ring {
    Of(Arc<[CooperativeId]>),
    All,
}

/// One for the program.
#[derive(Debug)]
pub(crate) struct Bell {
    rings: broadcast::Sender<Ring>,
    places: Arc<Semaphore>,
    /// How many of each cooperative listen.
    listening: Mutex<HashMap<CooperativeId, usize>>,
    /// Nothing while nobody listens.
    heard: Mutex<Option<Heard>>,
}

impl Default for Bell {
    fn default() -> Self {
        Self {
            rings: broadcast::Sender::new(BEHIND),
            places: Arc::new(Semaphore::new(LISTENERS)),
            listening: Mutex::default(),
            heard: Mutex::default(),
        }
    }
}

/// An open page of a cooperative that waits for something new.
#[derive(Debug)]
pub struct Listener {
    bell: Arc<Bell>,
    cooperative: CooperativeId,
    rings: broadcast::Receiver<Ring>,
    _place: OwnedSemaphorePermit,
}

impl Bell {
    /// A place for one more page; nothing when all are taken, or those of this cooperative, or the shop closes.
    pub fn listen(self: &Arc<Self>, cooperative: CooperativeId) -> Option<Listener> {
        let place = self.places.clone().try_acquire_owned().ok()?;
        let mut listening = self.listening.lock().unwrap_or_else(PoisonError::into_inner);
        let of_one = listening.entry(cooperative).or_default();
        if *of_one >= OF_ONE {
            return None;
        }
        *of_one += 1;
        Some(Listener {
            bell: self.clone(),
            cooperative,
            rings: self.rings.subscribe(),
            _place: place,
        })
    }

    /// Whether anybody would hear it.
    pub fn has_listeners(&self) -> bool {
        self.rings.receiver_count() > 0
    }

    /// What was heard of last; nothing after a time in which nobody listened.
    pub fn heard(&self) -> Option<Heard> {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what was heard of.
    pub fn note(&self, heard: Option<Heard>) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = heard;
    }

    /// Wakes the pages that this is for.
    pub fn ring(&self, ring: Ring) {
        // Whoever listened may be gone by now.
        drop(self.rings.send(ring));
    }

    /// The shop closes: whoever listens is let go.
    pub fn close(&self) {
        self.places.close();
        self.ring(Ring::All);
    }
}

impl Listener {
    /// Waits until there may be something new for its cooperative, or the shop closes.
    #[crate::boxed]
    pub async fn rung(&mut self) {
        while !self.is_over() {
            match self.rings.recv().await {
                Ok(Ring::Of(cooperatives)) if !cooperatives.contains(&self.cooperative) => {}
                // Those it missed may have been for it.
                Ok(_) | Err(_) => return,
            }
        }
    }

    /// Whether the shop closes: nothing more will come.
    pub fn is_over(&self) -> bool {
        self.bell.places.is_closed()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut listening = self.bell.listening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(of_one) = listening.get_mut(&self.cooperative) {
            *of_one -= 1;
            if *of_one == 0 {
                listening.remove(&self.cooperative);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cooperative_does_not_take_the_places_of_the_others() {
        let bell = Arc::new(Bell::default());
        let mut pages: Vec<_> = (0..OF_ONE).map(|_| bell.listen(CooperativeId(1))).collect();
        assert!(pages.iter().all(Option::is_some));
        assert!(bell.listen(CooperativeId(1)).is_none());
        assert!(bell.listen(CooperativeId(2)).is_some());
        pages.pop();
        assert!(bell.listen(CooperativeId(1)).is_some(), "one was closed");
        drop(pages);
        assert!(!bell.has_listeners());
        assert!(bell.listening.lock().is_ok_and(|listening| listening.is_empty()));
    }
}
