//! Who is next at the one writer of SQLite: what people wait for, before what the program does by itself.
//!
//! An order takes under a millisecond of the writer, and is followed by the messages about it, which take longer and can wait.
//! Jobs get their turn when nobody has written for a moment; and for a short while every so often, however many people write.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

use super::sqlite::Queued;

/// Writes that may wait in a lane before new ones are told to come back.
const QUEUE: usize = 512;
/// Nobody wrote for so long: the next write of a person is not expected at once.
const QUIET: Duration = Duration::from_millis(10);
/// The longest that jobs wait for people.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long jobs then have the writer.
const TURN: Duration = Duration::from_millis(10);

/// Where writes are handed in.
#[derive(Clone, Debug)]
pub(crate) struct Lanes {
    pub people: mpsc::Sender<Queued>,
    pub jobs: mpsc::Sender<Queued>,
}

/// One of the [`Lanes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    People,
    Jobs,
}

impl Lanes {
    pub fn of(&self, lane: Lane) -> &mpsc::Sender<Queued> {
        match lane {
            Lane::People => &self.people,
            Lane::Jobs => &self.jobs,
        }
    }
}

/// The writer's end of the lanes.
#[derive(Debug)]
pub(super) struct Waiting {
    people: mpsc::Receiver<Queued>,
    jobs: mpsc::Receiver<Queued>,
    /// When a person's write was last taken.
    person_at: Instant,
    /// When a job's write was last taken first.
    turn_at: Instant,
    /// Whether the commit that is being made began with a job's write.
    is_turn: bool,
}

pub(super) fn open() -> (Lanes, Waiting) {
    let (people, people_wait) = mpsc::channel(QUEUE);
    let (jobs, jobs_wait) = mpsc::channel(QUEUE);
    let now = Instant::now();
    let waiting = Waiting {
        people: people_wait,
        jobs: jobs_wait,
        person_at: now,
        turn_at: now,
        is_turn: false,
    };
    (Lanes { people, jobs }, waiting)
}

impl Waiting {
    /// The write with which a commit begins; nothing when all who could write are gone.
    pub async fn next(&mut self) -> Option<Queued> {
        let turn = Ord::min(self.person_at + QUIET, self.turn_at + PATIENCE);
        // People first, unless the time of the jobs has come.
        if turn <= Instant::now()
            && let Ok(job) = self.jobs.try_recv()
        {
            return Some(self.begin_turn(job));
        }
        tokio::select! {
            biased;
            write = self.people.recv() => {
                self.is_turn = false;
                self.person_at = Instant::now();
                write
            }
            Some(job) = async {
                sleep_until(turn).await;
                self.jobs.recv().await
            } => Some(self.begin_turn(job)),
        }
    }

    fn begin_turn(&mut self, job: Queued) -> Queued {
        self.is_turn = true;
        self.turn_at = Instant::now();
        job
    }

    /// A further write for the same commit.
    pub fn more(&mut self) -> Option<Queued> {
        if self.is_turn
            && self.turn_at.elapsed() < TURN
            && let Ok(job) = self.jobs.try_recv()
        {
            return Some(job);
        }
        let write = self.people.try_recv().ok()?;
        self.person_at = Instant::now();
        Some(write)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use tokio::sync::oneshot;

    use super::*;

    const HOUR: Duration = Duration::from_secs(3_600);

    /// Something that waits: closing is the one that needs no work.
    fn write() -> Queued {
        Queued::Close(oneshot::channel().0)
    }

    /// Lanes with a write of a person and two of jobs, of which jobs had their turn `turn_ago`.
    fn lanes(turn_ago: Duration) -> (Lanes, Waiting) {
        let (lanes, mut waiting) = open();
        lanes.people.try_send(write()).unwrap();
        lanes.jobs.try_send(write()).unwrap();
        lanes.jobs.try_send(write()).unwrap();
        waiting.turn_at = Instant::now().checked_sub(turn_ago).unwrap();
        waiting.person_at = Instant::now() + HOUR;
        (lanes, waiting)
    }

    #[tokio::test]
    async fn people_go_first() {
        let (_lanes, mut waiting) = lanes(Duration::ZERO);
        waiting.turn_at = Instant::now() + HOUR;
        waiting.next().await.unwrap();
        assert!(!waiting.is_turn);
        assert!(waiting.more().is_none(), "no job in the commit somebody waits for");
    }

    #[tokio::test]
    async fn jobs_have_their_turn_however_many_people_write() {
        let (_lanes, mut waiting) = lanes(PATIENCE);
        waiting.next().await.unwrap();
        assert!(waiting.is_turn);
        assert!(waiting.more().is_some(), "the second job shares the commit");
        assert_eq!(waiting.jobs.len(), 0);
        assert!(waiting.more().is_some(), "and so does the person");
        assert!(waiting.more().is_none());
    }

    #[tokio::test]
    async fn a_turn_of_jobs_ends() {
        let (_lanes, mut waiting) = lanes(PATIENCE);
        waiting.next().await.unwrap();
        waiting.turn_at = Instant::now().checked_sub(TURN).unwrap();
        assert!(waiting.more().is_some(), "the person");
        assert!(waiting.more().is_none(), "the second job waits for another turn");
        assert_eq!(waiting.jobs.len(), 1);
    }

    #[tokio::test]
    async fn jobs_run_when_nobody_writes() {
        let (lanes, mut waiting) = open();
        lanes.jobs.try_send(write()).unwrap();
        assert!(waiting.next().await.is_some());
        assert!(waiting.is_turn);
    }

    #[tokio::test]
    async fn it_ends_when_nobody_can_write_any_more() {
        let (lanes, mut waiting) = open();
        drop(lanes);
        assert!(waiting.next().await.is_none());
    }
}
