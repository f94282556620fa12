//! Threads of their own for argon2, so that a flood of sign-ins takes neither the runtime's threads nor the memory.
//!
//! A thread works in one block of memory and gives it back when it has had nothing to do for a while. How many may wait is
//! bounded: who comes after them is told to come back.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use argon2::Block;
use tokio::sync::oneshot;

use crate::error::{Error, Result};

/// Passwords that may wait for a thread.
const WAITING: usize = 48;
/// How long a thread keeps its memory without work.
const IDLE: Duration = Duration::from_secs(5);
/// Blocks (of 1 KiB) a thread reserves. The C library gives an allocation above 32 MiB back to the system as soon as it is
/// freed; smaller ones it may keep. What is not touched costs no memory.
const RESERVED: usize = 33 * 1024;

type Job = Box<dyn FnOnce(&mut Vec<Block>) + Send>;

static QUEUE: LazyLock<SyncSender<Job>> = LazyLock::new(|| {
    let (queue, jobs) = sync_channel(WAITING);
    let jobs = Arc::new(Mutex::new(jobs));
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(2);
    for number in 0..threads {
        let jobs = Arc::clone(&jobs);
        let thread = std::thread::Builder::new().name(format!("passwords-{number}"));
        if let Err(error) = thread.spawn(move || work(&jobs)) {
            tracing::error!(%error, "passwords.thread");
        }
    }
    queue
});

fn work(jobs: &Mutex<Receiver<Job>>) {
    let mut memory = Vec::new();
    loop {
        // A thread that panicked with the lock left the queue as it was.
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(IDLE);
        match next {
            Ok(job) => {
                memory.reserve_exact(RESERVED.saturating_sub(memory.len()));
                // A job that panics must not take the thread along: two of those, and nobody signs in any more.
                if catch_unwind(AssertUnwindSafe(|| job(&mut memory))).is_err() {
                    memory = Vec::new();
                }
            }
            Err(RecvTimeoutError::Timeout) => memory = Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Runs `job` on one of the threads.
///
/// # Errors
/// [`Error::Busy`] when too many wait already.
pub(super) async fn run<T: Send + 'static>(job: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static) -> Result<T> {
    let (answer, answered) = oneshot::channel();
    let job: Job = Box::new(move |memory| {
        // Whoever asked may have hung up: then nothing is worth computing.
        if !answer.is_closed() {
            drop(answer.send(job(memory)));
        }
    });
    match QUEUE.try_send(job) {
        Ok(()) => answered.await.map_err(|_| Error::Busy),
        Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Err(Error::Busy),
    }
}
