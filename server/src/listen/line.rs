//! What is known of one connection: what it waits for, since when, and whether that is too long.

use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use service::Network;
use tokio::sync::Notify;

/// How long a connection may keep the shop waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// From the first byte of a request, or from connecting, until its head is complete.
    pub head: Duration,
    /// Between two requests of a trusted proxy.
    pub idle: Duration,
    /// Between two requests of anybody else.
    pub direct_idle: Duration,
    /// While a reader takes nothing of what is sent.
    pub stall: Duration,
    /// While a request runs and nothing at all is sent: longer than any request may take.
    pub quiet: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            // nginx and Caddy close what they do not use after 60 and 120 seconds; the shop must not be first.
            idle: Duration::from_secs(130),
            direct_idle: Duration::from_secs(30),
            stall: Duration::from_secs(20),
            quiet: Duration::from_secs(60),
        }
    }
}

/// Why a connection was closed before it ended by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Closed {
    /// The head of a request did not arrive.
    Head,
    /// No further request came.
    Idle,
    /// The reader took nothing.
    Stall,
    /// Another connection needed the place.
    Room,
    /// The shop is closing.
    Stopping,
}

impl Closed {
    /// As metrics name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Idle => "idle",
            Self::Stall => "stall",
            Self::Room => "room",
            Self::Stopping => "stopping",
        }
    }
}

/// A reader who takes fewer bytes than this within [`Patience::stall`] takes nothing.
const PROGRESS: u64 = 2_048;

/// One connection. Times are milliseconds since the program started; 0: not now.
#[derive(Debug)]
pub(super) struct Line {
    /// Whose place it takes; nobody's for a trusted proxy.
    pub network: Option<Network>,
    /// Requests that are not answered to their end.
    running: AtomicU32,
    /// Whether bytes of a next request have come.
    is_reading: AtomicBool,
    /// When it began to do what it does.
    since: AtomicU64,
    /// When bytes last went out.
    wrote_at: AtomicU64,
    /// Since when the socket takes no more.
    full_since: AtomicU64,
    /// Bytes it took since then.
    taken: AtomicU64,
    close: Notify,
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Never 0.
pub(super) fn now() -> u64 {
    u64::try_from(START.elapsed().as_millis())
        .unwrap_or(u64::MAX)
        .saturating_add(1)
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl Line {
    pub fn new(network: Option<Network>) -> Self {
        Self {
            network,
            running: AtomicU32::new(0),
            // Who connects wants something: the first head has the time of a head, not that of a pause.
            is_reading: AtomicBool::new(true),
            since: AtomicU64::new(now()),
            wrote_at: AtomicU64::new(0),
            full_since: AtomicU64::new(0),
            taken: AtomicU64::new(0),
            close: Notify::new(),
        }
    }

    /// A request begins; it runs until the answer is dropped.
    pub fn begin(self: &Arc<Self>) -> Running {
        self.running.fetch_add(1, Ordering::AcqRel);
        self.since.store(now(), Ordering::Release);
        Running(self.clone())
    }

    fn end(&self) {
        if self.running.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.is_reading.store(false, Ordering::Release);
            self.since.store(now(), Ordering::Release);
        }
    }

    /// Bytes came in.
    pub fn read(&self) {
        if self.running.load(Ordering::Acquire) == 0 && !self.is_reading.swap(true, Ordering::AcqRel) {
            self.since.store(now(), Ordering::Release);
        }
    }

    /// Bytes went out.
    pub fn wrote(&self, bytes: usize) {
        self.wrote_at.store(now(), Ordering::Release);
        if self.full_since.load(Ordering::Acquire) != 0
            && self.taken.fetch_add(bytes as u64, Ordering::AcqRel) + bytes as u64 >= PROGRESS
        {
            self.flushed();
        }
    }

    /// A body that may take long goes on coming.
    pub fn receives(&self) {
        self.since.store(now(), Ordering::Release);
    }

    /// The socket takes no more.
    pub fn full(&self) {
        if self.full_since.load(Ordering::Acquire) == 0 {
            self.taken.store(0, Ordering::Release);
            self.full_since.store(now(), Ordering::Release);
        }
    }

    /// All that was to be sent went out.
    pub fn flushed(&self) {
        self.full_since.store(0, Ordering::Release);
    }

    /// How long no request has been running; nothing while one is.
    pub fn silent_for(&self, now: u64) -> Option<u64> {
        (self.running.load(Ordering::Acquire) == 0).then(|| now.saturating_sub(self.since.load(Ordering::Acquire)))
    }

    /// Why it has to be closed, if it has to.
    pub fn overdue(&self, now: u64, patience: &Patience) -> Option<Closed> {
        let full_since = self.full_since.load(Ordering::Acquire);
        if full_since != 0 && now.saturating_sub(full_since) > millis(patience.stall) {
            return Some(Closed::Stall);
        }
        let since = self.since.load(Ordering::Acquire);
        if self.running.load(Ordering::Acquire) > 0 {
            let last = since.max(self.wrote_at.load(Ordering::Acquire));
            // HTTP/2 readers hold an answer back without filling the socket.
            return (now.saturating_sub(last) > millis(patience.quiet)).then_some(Closed::Stall);
        }
        let (limit, why) = if self.is_reading.load(Ordering::Acquire) {
            (patience.head, Closed::Head)
        } else if self.network.is_none() {
            (patience.idle, Closed::Idle)
        } else {
            (patience.direct_idle, Closed::Idle)
        };
        (now.saturating_sub(since) > millis(limit)).then_some(why)
    }

    pub fn close(&self) {
        self.close.notify_one();
    }

    /// Waits until it has to be closed.
    pub async fn closing(&self) {
        self.close.notified().await;
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub(super) struct Running(Arc<Line>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience {
        head: Duration::from_millis(100),
        idle: Duration::from_millis(1_000),
        direct_idle: Duration::from_millis(500),
        stall: Duration::from_millis(200),
        quiet: Duration::from_millis(5_000),
    };

    #[test]
    fn a_head_has_less_time_than_a_pause() {
        let line = Arc::new(Line::new(None));
        let at = now();
        assert_eq!(line.overdue(at + 90, &PATIENCE), None);
        assert_eq!(line.overdue(at + 150, &PATIENCE), Some(Closed::Head));
        drop(line.begin());
        assert_eq!(line.overdue(at + 900, &PATIENCE), None);
        assert_eq!(line.overdue(at + 1_500, &PATIENCE), Some(Closed::Idle));
        // Bytes of the next head that trickle in do not move its end.
        line.read();
        line.read();
        assert_eq!(line.overdue(now() + 150, &PATIENCE), Some(Closed::Head));
    }

    #[test]
    fn a_running_request_is_waited_for_unless_its_reader_sleeps() {
        let line = Arc::new(Line::new(None));
        let running = line.begin();
        let at = now();
        assert_eq!(line.overdue(at + 4_000, &PATIENCE), None);
        assert_eq!(line.silent_for(at + 4_000), None);
        assert_eq!(line.overdue(at + 6_000, &PATIENCE), Some(Closed::Stall));
        line.full();
        line.wrote(10);
        assert_eq!(line.overdue(at + 300, &PATIENCE), Some(Closed::Stall), "a trickle");
        line.wrote(4_096);
        assert_eq!(line.overdue(at + 300, &PATIENCE), None, "it takes what is sent");
        drop(running);
    }
}
