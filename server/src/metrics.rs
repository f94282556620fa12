//! Numbers for Prometheus. No label holds anything of a person: routes are patterns, refusals are codes.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::{Duration, Instant};

use db::WriteCounts;
use domain::ErrorCode;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use service::numbers::Numbers;
use service::search::SearchCounts;
use tokio::sync::Mutex;

use crate::listen::{Closed, Counts};
use crate::middleware::budgets::Class;

/// Seconds in which requests are counted.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];
/// How long what was counted in the database is shown: counting a million orders is no work for every scrape.
const KEEP: Duration = Duration::from_secs(30);
/// Content type of the answer.
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: String,
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Named {
    kind: &'static str,
}

type Latencies = Family<Route, Histogram, fn() -> Histogram>;

/// A handle on all numbers; cheap to clone.
#[derive(Clone, Debug)]
pub struct Metrics(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    registry: Registry,
    requests: Family<Request, Counter>,
    latencies: Latencies,
    refusals: Family<Named, Counter>,
    over_budget: Family<Named, Counter>,
    panics: Counter,
    in_flight: Gauge<i64, AtomicI64>,
    connections: Gauge<i64, AtomicI64>,
    networks: Gauge<i64, AtomicI64>,
    refused_connections: Counter,
    closed_connections: Family<Named, Counter>,
    numbers: Mutex<Option<(Instant, Numbers)>>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut inner = Inner {
            registry: Registry::with_prefix("bazar"),
            requests: Family::default(),
            latencies: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            refusals: Family::default(),
            over_budget: Family::default(),
            panics: Counter::default(),
            in_flight: Gauge::default(),
            connections: Gauge::default(),
            networks: Gauge::default(),
            refused_connections: Counter::default(),
            closed_connections: Family::default(),
            numbers: Mutex::default(),
        };
        let registry = &mut inner.registry;
        registry.register(
            "requests",
            "Requests by route and class of status",
            inner.requests.clone(),
        );
        registry.register(
            "request_seconds",
            "Time until an answer begins",
            inner.latencies.clone(),
        );
        registry.register("refusals", "Requests refused, by code", inner.refusals.clone());
        registry.register(
            "over_budget",
            "Requests over a budget, by its class",
            inner.over_budget.clone(),
        );
        registry.register("panics", "Requests that panicked", inner.panics.clone());
        registry.register("in_flight", "Requests being answered", inner.in_flight.clone());
        registry.register("connections", "Open connections", inner.connections.clone());
        registry.register(
            "connection_networks",
            "Networks with open connections, trusted proxies aside",
            inner.networks.clone(),
        );
        registry.register(
            "connections_refused",
            "Connections closed at once, since all places were busy",
            inner.refused_connections.clone(),
        );
        registry.register(
            "connections_closed",
            "Connections closed for keeping the shop waiting, by reason",
            inner.closed_connections.clone(),
        );
        Self(Arc::new(inner))
    }
}

impl Metrics {
    /// A request begins.
    pub fn begin(&self) -> InFlight {
        self.0.in_flight.inc();
        InFlight(self.clone())
    }

    /// A request was answered.
    pub fn answered(&self, route: &str, status: u16, took: Duration) {
        let route = route.to_owned();
        self.0
            .latencies
            .get_or_create(&Route { route: route.clone() })
            .observe(took.as_secs_f64());
        let status = match status {
            100..200 => "1xx",
            200..300 => "2xx",
            300..400 => "3xx",
            400..500 => "4xx",
            _ => "5xx",
        };
        self.0.requests.get_or_create(&Request { route, status }).inc();
    }

    /// A request was refused.
    pub fn refused(&self, code: ErrorCode) {
        self.0.refusals.get_or_create(&Named { kind: code.as_str() }).inc();
    }

    /// A request was over its budget.
    pub fn over_budget(&self, class: Class) {
        self.0.over_budget.get_or_create(&Named { kind: class.as_str() }).inc();
    }

    /// A request panicked.
    pub fn panicked(&self) {
        self.0.panics.inc();
    }

    /// How many connections there are now.
    pub fn connections(&self, counts: Counts) {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.0.connections.set(number(counts.open));
        self.0.networks.set(number(counts.networks));
    }

    /// A connection got no place.
    pub fn connection_refused(&self) {
        self.0.refused_connections.inc();
    }

    /// A connection was closed.
    pub fn connection_closed(&self, why: Closed) {
        self.0
            .closed_connections
            .get_or_create(&Named { kind: why.as_str() })
            .inc();
    }

    /// All numbers as Prometheus reads them.
    ///
    /// # Errors
    /// When a number cannot be written down.
    pub async fn text(&self, shop: &service::Shop) -> Result<String, std::fmt::Error> {
        let mut body = String::new();
        text::encode_registry(&mut body, &self.0.registry)?;
        let mut counted = Registry::with_prefix("bazar");
        count_writes(&mut counted, &shop.db().stats());
        if let Some(engine) = shop.search_engine() {
            count_searches(&mut counted, &engine.counts());
        }
        // A database that does not answer takes nothing away from the other numbers.
        if let Some(numbers) = self.numbers(shop).await {
            count_rows(&mut counted, &numbers);
        }
        text::encode_registry(&mut body, &counted)?;
        text::encode_eof(&mut body)?;
        Ok(body)
    }

    async fn numbers(&self, shop: &service::Shop) -> Option<Numbers> {
        // Held while counting: scrapes at the same time count once.
        let mut kept = self.0.numbers.lock().await;
        if let Some((at, numbers)) = kept.as_ref()
            && at.elapsed() < KEEP
        {
            return Some(numbers.clone());
        }
        match service::numbers::count(shop).await {
            Ok(numbers) => {
                *kept = Some((Instant::now(), numbers.clone()));
                Some(numbers)
            }
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "metrics.count");
                None
            }
        }
    }
}

fn count_writes(registry: &mut Registry, counts: &WriteCounts) {
    let waiting = i64::try_from(counts.waiting).unwrap_or(i64::MAX);
    registry.register(
        "writes_waiting",
        "Writes that wait for the database",
        ConstGauge::new(waiting),
    );
    for (name, help, value) in [
        ("writes_started", "Times a write began to run", counts.started),
        ("writes_committed", "Writes that are on disk", counts.committed),
        ("commits", "Commits; writes share them on SQLite", counts.commits),
    ] {
        registry.register(name, help, ConstCounter::new(value));
    }
    for (name, help, value) in [
        (
            "write_wait_seconds",
            "Time all writes waited before they ran",
            counts.waited,
        ),
        (
            "write_seconds",
            "Time from asking for a write until it was on disk",
            counts.took,
        ),
    ] {
        registry.register(name, help, ConstCounter::new(value.as_secs_f64()));
    }
}

fn count_searches(registry: &mut Registry, counts: &SearchCounts) {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    for (name, help, value) in [
        ("searches", "Searches answered from the index", counts.searches),
        (
            "searches_refused",
            "Searches that found all places taken",
            counts.refused,
        ),
        (
            "search_rebuilds",
            "Times the index was built from the whole database",
            counts.rebuilds,
        ),
    ] {
        registry.register(name, help, ConstCounter::new(value));
    }
    registry.register(
        "search_seconds",
        "Time that searches in the index took together",
        ConstCounter::new(counts.took.as_secs_f64()),
    );
    for (name, help, value) in [
        ("search_documents", "Documents in the index", number(counts.documents)),
        ("search_bytes", "Bytes of the index", number(counts.bytes)),
        (
            "search_ready",
            "Whether searches are answered from the index: 1, or 0",
            i64::from(counts.is_ready),
        ),
    ] {
        registry.register(name, help, ConstGauge::new(value));
    }
    registry.register(
        "search_lag_seconds",
        "How long ago the index was up to date",
        ConstGauge::new(counts.lag.as_secs_f64()),
    );
}

fn count_rows(registry: &mut Registry, numbers: &Numbers) {
    let outbox = Family::<Named, Gauge>::default();
    outbox
        .get_or_create(&Named { kind: "waiting" })
        .set(numbers.outbox_waiting);
    outbox.get_or_create(&Named { kind: "dead" }).set(numbers.outbox_dead);
    registry.register("outbox", "Messages not sent yet, and given up", outbox);
    let orders = Family::<Named, Gauge>::default();
    for (status, count) in &numbers.orders {
        orders.get_or_create(&Named { kind: status.as_str() }).set(*count);
    }
    registry.register("orders", "Orders by state", orders);
}

/// A request that is being answered.
#[derive(Debug)]
pub struct InFlight(Metrics);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.0.in_flight.dec();
    }
}
