//! Asking as many buyers at once would.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::bail;
use tokio::task::JoinSet;

use crate::client::Client;

/// How to ask.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Connections that each wait for their answer before they ask again.
    pub connections: usize,
    /// Requests altogether, at the most; the list is gone through again when it is shorter.
    pub requests: usize,
    /// Time altogether, at the most.
    pub time: Duration,
    /// The status every answer must have.
    pub status: u16,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Done {
    /// Requests that were answered.
    pub answered: usize,
    /// How long that took.
    pub took: Duration,
}

impl Done {
    /// Answers a second.
    pub fn per_second(&self) -> f64 {
        self.answered as f64 / self.took.as_secs_f64()
    }
}

impl Load {
    /// Asks until the requests or the time are used up.
    ///
    /// # Errors
    /// When an answer has another status, or none comes.
    pub async fn run(self, addr: SocketAddr, requests: &Arc<Vec<Vec<u8>>>) -> anyhow::Result<Done> {
        let mut connections = Vec::new();
        for _ in 0..self.connections {
            connections.push(Client::connect(addr).await?);
        }
        let next = Arc::new(AtomicUsize::new(0));
        let started = Instant::now();
        let mut asking = JoinSet::new();
        for client in connections {
            asking.spawn(self.ask(client, requests.clone(), next.clone(), started));
        }
        let mut answered = 0;
        while let Some(asked) = asking.join_next().await {
            answered += asked??;
        }
        Ok(Done {
            answered,
            took: started.elapsed(),
        })
    }

    async fn ask(
        self,
        mut client: Client,
        requests: Arc<Vec<Vec<u8>>>,
        next: Arc<AtomicUsize>,
        started: Instant,
    ) -> anyhow::Result<usize> {
        let mut answered = 0;
        while started.elapsed() < self.time {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= self.requests {
                break;
            }
            let request = &requests[number % requests.len()];
            let answer = client.send(request).await?;
            if answer.status != self.status {
                let line = request.split(|byte| *byte == b'\r').next().unwrap_or_default();
                bail!(
                    "{} answered {}, not {}",
                    String::from_utf8_lossy(line),
                    answer.status,
                    self.status
                );
            }
            answered += 1;
        }
        Ok(answered)
    }
}
