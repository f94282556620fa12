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
    log_panics();
}

/// Panics go into the log as one line with their words and their place; nothing else is written to standard error.
pub fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let words = panic.payload_as_str().unwrap_or("not a text");
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current();
        tracing::error!(
            panic.message = words,
            panic.place = place,
            panic.thread = thread.name().unwrap_or("-"),
            "panicked"
        );
    }));
}
