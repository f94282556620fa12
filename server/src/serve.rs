//! Running the shop: opened, served, and closed without losing a running order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use app::cx::AppState;
use app::public::PageCache;
use arc_swap::ArcSwap;
use db::{Db, DbOptions};
use l10n::Texts;
use service::search::Engine;
use service::{Clock, Shop, ShopOptions};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use crate::config::Settings;
use crate::metrics::Metrics;
use crate::router::{self, Lifecycle};
use crate::{jobs, listen, machine, telemetry};

/// How long running requests may take after the program was told to stop.
const LAST_CALL: Duration = Duration::from_secs(10);

/// What a shop is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To serve it: an SQLite database has one program that does.
    Serve,
    /// For one command, which may run beside the program that serves.
    Command,
}

/// Opens the shop's database, texts and pictures.
///
/// # Errors
/// One clear line what is wrong.
pub async fn open_shop(settings: &Settings, purpose: Purpose) -> anyhow::Result<Shop> {
    settings.prepare_data_dir()?;
    let db = Db::open(
        &settings.database_url(),
        DbOptions {
            readers: settings.database_readers,
            serve: purpose == Purpose::Serve,
        },
    )
    .await?;
    for problem in l10n::language::add_languages(&settings.locales_dir) {
        tracing::error!(%problem, "language.unusable");
    }
    let texts = if settings.locales_dir.is_dir() {
        Texts::with_folder(settings.locales_dir.clone())
    } else {
        Texts::built_in()
    };
    let secret = service::shared_secret(&db, settings.own_secret()?)
        .await
        .context("the secret of the shop cannot be read")?;
    let options = ShopOptions {
        db,
        texts,
        clock: Clock::system(),
        pictures: settings.pictures()?,
        secret,
    };
    Shop::open(options).await.context("the shop cannot be opened")
}

/// Runs the shop until it is told to stop (Ctrl-C or SIGTERM; a second one stops at once).
///
/// # Errors
/// When the port is taken, the site is not built, or the shop cannot be opened.
pub async fn run(settings: Settings) -> anyhow::Result<()> {
    telemetry::start(settings.dev);
    let files = listen::raise_file_limit();
    let listener = TcpListener::bind(settings.addr).await.with_context(|| {
        format!(
            "{} cannot be listened on (is another shop running?); set BAZAR_ADDR",
            settings.addr
        )
    })?;
    let addr = listener.local_addr()?;
    let assets = app::assets::Assets::load(&settings.site_dir).with_context(|| {
        format!(
            "{} has no built site: run `cargo xtask build`, or set BAZAR_SITE_DIR",
            settings.site_dir.display()
        )
    })?;
    let office = settings.messages.office().context("messages cannot be sent")?;
    let translator = settings.translate.translator().context("texts cannot be suggested")?;
    let shop = open_shop(&settings, Purpose::Serve).await?;
    shop.send_within(office.budgets().clone());
    shop.search_with(Engine::in_folder(settings.search_dir()));
    if let Some(translator) = translator {
        shop.translate_with(translator);
    }
    let state = AppState {
        shop: shop.clone(),
        assets: Arc::new(ArcSwap::from_pointee(assets)),
        public_url: settings.public_url().into(),
        dev: settings.dev,
        pages: Arc::new(PageCache::of_bytes(settings.page_cache_mb.saturating_mul(1024 * 1024))),
    };
    shop.link_with(app::restock::links(&state.public_url));
    let (stop, stopping) = watch::channel(false);
    let lifecycle = Lifecycle::new(stopping.clone());
    let metrics = Metrics::default();
    let router = router::build(state.clone(), lifecycle, &settings, metrics.clone())?;
    let background = jobs::start(&state, &settings, office, stopping.clone());
    let options = listen::Options {
        caps: listen::Caps {
            total: settings.connections.unwrap_or_else(|| listen::most_connections(files)),
            per_network: settings.connections_per_network,
        },
        patience: listen::Patience::default(),
        networks: Arc::new(settings.networks()),
        metrics: metrics.clone(),
    };
    if let Some(addr) = settings.metrics_addr {
        serve_metrics(addr, &shop, &options, stopping.clone()).await?;
    }

    tracing::info!(
        %addr,
        version = env!("CARGO_PKG_VERSION"),
        files,
        connections = options.caps.total,
        "serve.ready"
    );
    let mut stop_signals = StopSignals::listen().context("signals cannot be received")?;
    println!("Bazar is open at http://{addr}/");
    let server = tokio::spawn(listen::serve(listener, router, options, stopping));
    stop_signals.next().await;
    tracing::info!("serve.stopping");
    stop.send_replace(true);
    tokio::select! {
        finished = tokio::time::timeout(LAST_CALL, server) => {
            if finished.is_err() {
                tracing::warn!("serve.requests_cut");
            }
        }
        () = stop_signals.next() => tracing::warn!("serve.stopped_at_once"),
    }
    for job in background {
        job.abort();
    }
    // Writes already accepted are carried out even when their request was cut.
    shop.db().clone().close().await;
    tracing::info!("serve.stopped");
    Ok(())
}

/// `/metrics` on an address of its own.
async fn serve_metrics(
    addr: SocketAddr,
    shop: &Shop,
    options: &listen::Options,
    stopping: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let listener = TcpListener::bind(addr)
        .await
        .with_context(|| format!("{addr} cannot be listened on; set BAZAR_METRICS_ADDR"))?;
    let router = machine::metrics_route(shop.clone(), options.metrics.clone());
    let options = listen::Options {
        caps: listen::Caps {
            total: 64,
            per_network: 64,
        },
        // Its own connections are not the shop's.
        metrics: Metrics::default(),
        ..options.clone()
    };
    tokio::spawn(listen::serve(listener, router, options, stopping));
    Ok(())
}

/// What tells the program to stop. Listened to before it says that it is open: one that came in between would end it in the
/// middle of things.
struct StopSignals {
    terminate: Signal,
    interrupt: Signal,
}

impl StopSignals {
    fn listen() -> std::io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
