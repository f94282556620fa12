//! All connections there are.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use service::Network;

use super::Caps;
use super::line::{Closed, Line, Patience, now};
use crate::metrics::Metrics;

/// A handle on all connections.
#[derive(Clone, Debug)]
pub struct Lines(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    caps: Caps,
    metrics: Metrics,
    table: Mutex<Table>,
}

#[derive(Debug, Default)]
struct Table {
    next: u64,
    lines: HashMap<u64, Arc<Line>>,
    of_network: HashMap<Network, usize>,
}

/// How many connections there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub open: usize,
    /// Networks they come from, trusted proxies aside.
    pub networks: usize,
}

impl Lines {
    pub(super) fn new(caps: Caps, metrics: Metrics) -> Self {
        Self(Arc::new(Inner {
            caps,
            metrics,
            table: Mutex::default(),
        }))
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes up a connection of `network`; where all places are taken, that of whoever has been silent longest.
    /// Nothing when nobody is silent.
    pub(super) fn open(&self, network: Option<Network>) -> Option<Open> {
        let mut table = self.table();
        let of_network = network
            .as_ref()
            .and_then(|n| table.of_network.get(n))
            .copied()
            .unwrap_or(0);
        let has_room = if network.is_some() && of_network >= self.0.caps.per_network {
            self.close_most_silent(&mut table, network.as_ref())
        } else if table.lines.len() >= self.0.caps.total {
            self.close_most_silent(&mut table, None)
        } else {
            true
        };
        if !has_room {
            self.0.metrics.connection_refused();
            return None;
        }
        let id = table.next;
        table.next += 1;
        if let Some(network) = &network {
            *table.of_network.entry(network.clone()).or_default() += 1;
        }
        let line = Arc::new(Line::new(network));
        table.lines.insert(id, line.clone());
        self.0.metrics.connections(table.counts());
        Some(Open {
            lines: self.clone(),
            id,
            line,
        })
    }

    /// Closes the connection that has been silent longest, of one network or of all.
    fn close_most_silent(&self, table: &mut Table, network: Option<&Network>) -> bool {
        let now = now();
        let silent = table
            .lines
            .iter()
            .filter(|(_, line)| network.is_none() || line.network.as_ref() == network)
            .filter_map(|(id, line)| Some((line.silent_for(now)?, *id)))
            .max();
        let Some((_, id)) = silent else {
            return false;
        };
        if let Some(line) = table.take(id) {
            self.0.metrics.connection_closed(Closed::Room);
            line.close();
        }
        true
    }

    /// The system has no more files: the most silent one gives its own.
    pub(super) fn make_room(&self) {
        self.close_most_silent(&mut self.table(), None);
    }

    /// Closes what has kept the shop waiting too long.
    pub(super) fn close_overdue(&self, patience: &Patience) {
        let now = now();
        let overdue = |line: &Arc<Line>| line.overdue(now, patience).map(|why| (line.clone(), why));
        let overdue: Vec<_> = self.table().lines.values().filter_map(overdue).collect();
        for (line, why) in overdue {
            self.0.metrics.connection_closed(why);
            line.close();
        }
    }

    /// Closes what runs no request: the shop is closing.
    pub(super) fn close_silent(&self) {
        let now = now();
        for line in self
            .table()
            .lines
            .values()
            .filter(|line| line.silent_for(now).is_some())
        {
            self.0.metrics.connection_closed(Closed::Stopping);
            line.close();
        }
    }
}

impl Table {
    fn take(&mut self, id: u64) -> Option<Arc<Line>> {
        let line = self.lines.remove(&id)?;
        if let Some(network) = &line.network
            && let Some(count) = self.of_network.get_mut(network)
        {
            *count -= 1;
            if *count == 0 {
                self.of_network.remove(network);
            }
        }
        Some(line)
    }

    fn counts(&self) -> Counts {
        Counts {
            open: self.lines.len(),
            networks: self.of_network.len(),
        }
    }
}

/// A connection's place; given back when dropped.
#[derive(Debug)]
pub(super) struct Open {
    lines: Lines,
    id: u64,
    line: Arc<Line>,
}

impl Open {
    pub fn line(&self) -> &Arc<Line> {
        &self.line
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut table = self.lines.table();
        table.take(self.id);
        self.lines.0.metrics.connections(table.counts());
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn network(address: &str) -> Option<Network> {
        Some(Network::of(address.parse().unwrap()))
    }

    #[test]
    fn the_most_silent_gives_way_and_the_busy_do_not() {
        let caps = Caps {
            total: 3,
            per_network: 2,
        };
        let lines = Lines::new(caps, Metrics::default());
        let first = lines.open(network("192.0.2.1")).unwrap();
        let second = lines.open(network("192.0.2.1")).unwrap();
        let busy = (first.line().begin(), second.line().begin());
        assert!(
            lines.open(network("192.0.2.1")).is_none(),
            "its network is full and busy"
        );
        let _other = lines.open(network("192.0.2.2")).unwrap();
        let _last = lines.open(network("192.0.2.3")).unwrap();
        assert_eq!(
            lines.table().counts().open,
            3,
            "the silent one of the second network gave way"
        );
        drop(busy);
        drop((first, second));
        assert_eq!(lines.table().counts(), Counts { open: 1, networks: 1 });
    }
}
