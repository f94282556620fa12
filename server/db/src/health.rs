//! Whether the database takes writes, as a probe found a moment ago, and whether its file is damaged: asking costs nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::watch;

/// What the last [probe](crate::Db::probe) and the last [look](crate::Db::look_for_damage) found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Health(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    worked: Mutex<Option<Instant>>,
    is_damaged: AtomicBool,
    /// Held by whoever looks for damage.
    look: tokio::sync::Mutex<()>,
    /// Somebody will look: their look has not begun.
    is_look_awaited: AtomicBool,
    /// When the pause after the last look ends: set when a look ends.
    pause_ends: watch::Sender<Option<Instant>>,
}

impl Health {
    /// A row was written and read back.
    pub fn worked(&self) {
        *self.0.worked.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// It was not, or what was read was another.
    pub fn failed(&self) {
        *self.0.worked.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Whether a probe worked within `age`, and none has failed since.
    pub fn worked_within(&self, age: Duration) -> bool {
        self.0
            .worked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some_and(|at| at.elapsed() <= age)
    }

    /// The file is damaged.
    pub fn damaged(&self) {
        self.0.is_damaged.store(true, Ordering::Release);
    }

    pub fn is_damaged(&self) -> bool {
        self.0.is_damaged.load(Ordering::Acquire)
    }

    /// Waits until nobody else looks for damage.
    pub async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.0.look.lock().await
    }

    /// Says that somebody will look; false when somebody else will anyhow.
    pub fn await_look(&self) -> bool {
        !self.0.is_look_awaited.swap(true, Ordering::AcqRel)
    }

    /// What is suspected from here on asks for a look of its own.
    pub fn look_begins(&self) {
        self.0.is_look_awaited.store(false, Ordering::Release);
    }

    /// When the pause after the last look ends, while it lasts.
    pub fn pause_ends(&self) -> Option<Instant> {
        let ends = *self.0.pause_ends.borrow();
        ends.filter(|ends| Instant::now() < *ends)
    }

    /// A look has ended, and nobody looks before `pause_ends`.
    pub fn look_ended(&self, pause_ends: Instant) {
        self.0.pause_ends.send_replace(Some(pause_ends));
    }

    /// Changes whenever a look ends from now on.
    pub fn looks(&self) -> watch::Receiver<Option<Instant>> {
        self.0.pause_ends.subscribe()
    }
}
