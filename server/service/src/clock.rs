//! Time, passed in: tests move it, the shop reads the system's.
//!
//! A clock that is set two days ahead for a moment must not end the orders of two days. So what ends by time asks for the
//! [settled](Clock::settled) time: it follows the system's clock only where that goes as fast as time does.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A source of the present time.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    fixed: Option<Arc<AtomicI64>>,
    guard: Arc<Mutex<Option<Guarded>>>,
}

#[derive(Debug)]
struct Guarded {
    guard: JumpGuard,
    started: Instant,
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
            guard: Arc::default(),
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

    /// Tells the clock the newest time the database has seen, once, before [`settled`](Self::settled) is asked.
    pub fn resume_from(&self, last_seen_ms: Option<i64>) {
        let guard = JumpGuard::new(last_seen_ms.unwrap_or_else(|| self.now()));
        *self.guard.lock().unwrap_or_else(PoisonError::into_inner) = Some(Guarded {
            guard,
            started: Instant::now(),
        });
    }

    /// The time by which something may end, milliseconds since 1970 UTC: [`now`](Self::now), unless the clock has just
    /// jumped ahead.
    pub fn settled(&self) -> i64 {
        let now = self.now();
        if self.fixed.is_some() {
            return now;
        }
        let mut guarded = self.guard.lock().unwrap_or_else(PoisonError::into_inner);
        let Guarded { guard, started } = guarded.get_or_insert_with(|| Guarded {
            guard: JumpGuard::new(now),
            started: Instant::now(),
        });
        guard.settle(now, started.elapsed())
    }
}

/// A difference between the clock and the time that went by which no correction by NTP makes.
const JUMP_MS: i64 = 2 * 60_000;
/// How long a clock has to go on from where it jumped to before that is believed.
const TRIAL_MS: i64 = 10 * 60_000;

/// Tells a clock that goes from one that jumps, by a second clock that cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct JumpGuard {
    /// The settled time when the program had run for `at_ms`.
    settled_ms: i64,
    at_ms: i64,
    /// Where the clock went instead, and since when.
    trial: Option<Trial>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Trial {
    /// The clock minus the time the program has run.
    offset_ms: i64,
    since_ms: i64,
}

impl JumpGuard {
    const fn new(settled_ms: i64) -> Self {
        Self {
            settled_ms,
            at_ms: 0,
            trial: None,
        }
    }

    fn settle(&mut self, now_ms: i64, running: Duration) -> i64 {
        let running_ms = i64::try_from(running.as_millis()).unwrap_or(i64::MAX);
        let expected = self.settled_ms.saturating_add(running_ms - self.at_ms);
        let offset_ms = now_ms.saturating_sub(running_ms);
        let is_believed = (now_ms - expected).abs() < JUMP_MS
            || self.trial.is_some_and(|trial| {
                (trial.offset_ms - offset_ms).abs() < JUMP_MS && running_ms - trial.since_ms >= TRIAL_MS
            });
        if is_believed {
            *self = Self {
                settled_ms: now_ms,
                at_ms: running_ms,
                trial: None,
            };
            return now_ms;
        }
        let goes_on = self
            .trial
            .is_some_and(|trial| (trial.offset_ms - offset_ms).abs() < JUMP_MS);
        if !goes_on {
            tracing::warn!(clock.ahead_ms = now_ms - expected, "clock.jumped");
            self.trial = Some(Trial {
                offset_ms,
                since_ms: running_ms,
            });
        }
        expected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;
    const DAY: i64 = 24 * 60 * MINUTE;

    fn minutes(count: i64) -> Duration {
        Duration::from_millis(u64::try_from(count * MINUTE).unwrap_or_default())
    }

    #[test]
    fn a_clock_that_goes_is_followed() {
        let mut guard = JumpGuard::new(1000);
        for minute in 0..500 {
            // A second lost each minute, and set right again, is no jump.
            let now = 1000 + minute * MINUTE - minute % 60 * 1000;
            assert_eq!(guard.settle(now, minutes(minute)), now);
        }
    }

    #[test]
    fn two_days_ahead_for_a_moment_are_not_believed() {
        let mut guard = JumpGuard::new(1000);
        assert_eq!(guard.settle(1000 + 2 * DAY + MINUTE, minutes(1)), 1000 + MINUTE);
        assert_eq!(guard.settle(1000 + 2 * DAY + 9 * MINUTE, minutes(9)), 1000 + 9 * MINUTE);
        assert_eq!(
            guard.settle(1000 + 10 * MINUTE, minutes(10)),
            1000 + 10 * MINUTE,
            "set right again"
        );
    }

    #[test]
    fn a_clock_that_goes_on_from_where_it_jumped_to_is_believed_after_a_while() {
        let mut guard = JumpGuard::new(1000);
        for minute in 1..=10 {
            let settled = guard.settle(1000 + 2 * DAY + minute * MINUTE, minutes(minute));
            assert_eq!(settled, 1000 + minute * MINUTE);
        }
        let now = 1000 + 2 * DAY + 11 * MINUTE;
        assert_eq!(guard.settle(now, minutes(11)), now);
    }

    #[test]
    fn a_clock_that_jumps_again_and_again_is_never_believed() {
        let mut guard = JumpGuard::new(1000);
        for minute in 1..100 {
            let now = 1000 + minute * DAY;
            assert_eq!(guard.settle(now, minutes(minute)), 1000 + minute * MINUTE);
        }
    }
}
