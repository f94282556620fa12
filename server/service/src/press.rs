//! Where pictures beside links are made: one at a time, with few who wait, and only so many in an hour. Whoever asks for all of
//! them at once costs a bounded part of one core and of the disk, and gets photographs instead.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Who waits at the most.
const WAITING: usize = 8;
/// How long: messengers give up after some seconds.
const TURN: Duration = Duration::from_secs(4);
/// Pictures made in an hour at the most. Each has some 60 kB and stays a week: 6 GB when somebody asks all the time.
const MOST: u32 = 600;
const HOUR: i64 = 3_600_000;

/// The place where they are made.
#[derive(Debug)]
pub(crate) struct Press {
    turn: Arc<Semaphore>,
    waiting: Semaphore,
    hour: Mutex<Hour>,
}

/// How many were made in an hour.
#[derive(Debug, Default)]
struct Hour {
    number: i64,
    made: u32,
}

impl Default for Press {
    fn default() -> Self {
        Self {
            turn: Arc::new(Semaphore::new(1)),
            waiting: Semaphore::new(WAITING),
            hour: Mutex::default(),
        }
    }
}

impl Press {
    /// The right to make the next one; nothing when too many wait for it.
    pub(crate) async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        let waiting = self.waiting.try_acquire().ok()?;
        let turn = tokio::time::timeout(TURN, self.turn.clone().acquire_owned()).await;
        drop(waiting);
        turn.ok()?.ok()
    }

    /// Whether one more is made in the hour of `now`; if so, it is counted.
    pub(crate) fn may_make(&self, now: i64) -> bool {
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        let number = now.div_euclid(HOUR);
        if hour.number != number {
            *hour = Hour { number, made: 0 };
        }
        let may = hour.made < MOST;
        hour.made += u32::from(may);
        may
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::future::poll_fn;
    use std::pin::pin;
    use std::task::Poll;

    use super::*;

    #[test]
    fn an_hour_has_its_number_and_the_next_one_begins_anew() {
        let press = Press::default();
        assert!((0..MOST).all(|_| press.may_make(5)));
        assert!(!press.may_make(HOUR - 1));
        assert!(press.may_make(HOUR));
    }

    #[tokio::test]
    async fn few_wait_and_the_rest_goes_without() {
        let press = Press::default();
        let turn = press.turn().await;
        assert!(turn.is_some());
        let mut waiting: Vec<_> = (0..WAITING).map(|_| Box::pin(press.turn())).collect();
        poll_fn(|context| {
            assert!(waiting.iter_mut().all(|one| one.as_mut().poll(context).is_pending()));
            Poll::Ready(())
        })
        .await;
        let mut one_more = pin!(press.turn());
        let said = poll_fn(|context| Poll::Ready(one_more.as_mut().poll(context))).await;
        assert!(matches!(said, Poll::Ready(None)), "it is told at once");
        drop(turn);
        let next = waiting.remove(0).await;
        assert_eq!(next.unwrap().num_permits(), 1);
    }
}
