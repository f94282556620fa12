//! What keeps the job from its work, as the log is told of it: when it begins, when it is another one, at growing pauses while it
//! lasts, and when it is over. The job tries each second; the log is read by people.

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// Until a cause that lasts is told again; twice as long each time …
const FIRST_PAUSE: Duration = Duration::from_secs(60);
/// … up to this.
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);
/// Causes that are remembered at a time.
const MOST: usize = 16;

/// See the [module](self).
#[derive(Debug, Default)]
pub(super) struct Trouble {
    causes: HashMap<String, Telling>,
}

/// When a cause is told again.
#[derive(Clone, Copy, Debug)]
struct Telling {
    next: Instant,
    pause: Duration,
}

impl Trouble {
    /// The job did not do its work for this cause: whether the log is to be told so now.
    pub fn is_told(&mut self, cause: String, now: Instant) -> bool {
        let last = self.causes.get(&cause);
        if last.is_some_and(|last| now < last.next) {
            return false;
        }
        let pause = last.map_or(FIRST_PAUSE, |last| (last.pause * 2).min(LONGEST_PAUSE));
        if self.causes.len() >= MOST {
            self.causes.clear();
        }
        let next = now + pause;
        self.causes.insert(cause, Telling { next, pause });
        true
    }

    /// The job did its work: whether the log is to be told that it does so again.
    pub fn is_over(&mut self) -> bool {
        let was = !self.causes.is_empty();
        self.causes.clear();
        was
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seconds at which the log hears of a job that tries each second, by what it meets then.
    fn told(seconds: u64, meets: impl Fn(u64) -> &'static str) -> Vec<u64> {
        let (mut trouble, start) = (Trouble::default(), Instant::now());
        let is_told = |second: &u64| trouble.is_told(meets(*second).to_owned(), start + Duration::from_secs(*second));
        (0..seconds).filter(is_told).collect()
    }

    #[test]
    fn a_cause_that_lasts_is_told_once_and_then_ever_less_often() {
        assert_eq!(told(1_000, |_| "full"), [0, 60, 180, 420, 900]);
        let of_a_day = told(86_400, |_| "full");
        assert!(of_a_day.len() < 32, "{of_a_day:?}");
        let last: Vec<u64> = of_a_day.iter().rev().take(2).copied().collect();
        assert_eq!(last[0] - last[1], 3_600);
    }

    #[test]
    fn another_cause_is_told_at_once_and_two_that_take_turns_do_not_fill_the_log() {
        assert_eq!(
            told(50, |second| if second < 20 { "full" } else { "read-only" }),
            [0, 20]
        );
        let turns = told(50, |second| if second % 2 == 0 { "full" } else { "read-only" });
        assert_eq!(turns, [0, 1]);
    }

    #[test]
    fn the_end_is_told_and_what_comes_after_it_is_new() {
        let (mut trouble, now) = (Trouble::default(), Instant::now());
        assert!(!trouble.is_over(), "there was none");
        assert!(trouble.is_told("full".to_owned(), now));
        assert!(trouble.is_over() && !trouble.is_over());
        assert!(trouble.is_told("full".to_owned(), now));
    }

    #[test]
    fn a_cause_is_known_by_what_it_came_from() {
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        let [denied, full] = [denied, full].map(|error| service::cause_of(&service::Error::internal(error)));
        assert_ne!(denied, full);
    }
}
