//! Time, passed in: tests move it, the shop reads the system's.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A source of the present time.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    fixed: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands still at `now_ms` until it is [advanced](Self::advance).
    pub fn fixed(now_ms: i64) -> Self {
        Self {
            fixed: Some(Arc::new(AtomicI64::new(now_ms))),
        }
    }

    /// Moves a fixed clock by `ms`; the system's clock does not listen.
    pub fn advance(&self, ms: i64) {
        if let Some(fixed) = &self.fixed {
            fixed.fetch_add(ms, Ordering::Relaxed);
        }
    }

    /// Milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        match &self.fixed {
            Some(fixed) => fixed.load(Ordering::Relaxed),
            None => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)),
        }
    }
}
