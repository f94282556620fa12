//! Whether the database takes writes, as a probe found a moment ago, and whether its file is damaged: asking costs nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What the last [probe](crate::Db::probe) and the last [look](crate::Db::look_for_damage) found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Health(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    worked: Mutex<Option<Instant>>,
    is_damaged: AtomicBool,
    /// Held by whoever looks for damage: when the pause after the last look ends.
    look: tokio::sync::Mutex<Option<Instant>>,
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
    pub async fn turn(&self) -> tokio::sync::MutexGuard<'_, Option<Instant>> {
        self.0.look.lock().await
    }

    pub fn is_looking(&self) -> bool {
        self.0.look.try_lock().is_err()
    }
}
