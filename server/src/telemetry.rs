//! The log: one JSON line an event, without names, phone numbers, addresses, codes or tokens.

use tracing_subscriber::EnvFilter;

/// Starts logging; `RUST_LOG` narrows or widens it. On a terminal in development the lines are readable.
pub fn start(dev: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if dev {
        log.compact().try_init()
    } else {
        log.json().flatten_event(true).try_init()
    };
    // Tests start it more than once; the first one wins.
    drop(started);
}
