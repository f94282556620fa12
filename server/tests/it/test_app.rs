//! A whole shop in the test's process: the real router behind a real socket, on a fresh database of its own.

use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::assets::Assets;
use app::cx::AppState;
use app::public::PageCache;
use db::{Db, DbOptions};
use l10n::Texts;
use server::config::Settings;
use server::listen::{self, Patience};
use server::messages::MessageSettings;
use server::metrics::Metrics;
use server::router::{self, Lifecycle};
use server::translate::TranslateSettings;
use service::seed::Account;
use service::{Clock, Shop, ShopOptions};
use tempfile::TempDir;
use testing::{Database as Kind, Place, copy_folder, copy_sqlite};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::both;
use crate::client::{Client, PUBLIC};
use crate::template::{SECRET, Template};
use crate::world::Who;

/// What a test wants otherwise than usual.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Stands still at the time its template was made, unless it says otherwise.
    pub clock: Option<Clock>,
    /// Folder with the translators' files.
    pub locales: Option<PathBuf>,
    /// Opened as `bazar serve` opens it, its secret included.
    pub as_program: bool,
    /// Budgets hold, as for everybody; tests are else free of them.
    pub is_limited: bool,
    /// How long connections may be silent.
    pub patience: Option<Patience>,
    /// Other settings.
    pub settings: Option<fn(&mut Settings)>,
    /// Memory for pages.
    pub page_bytes: Option<u64>,
}

/// A running shop; it stops with the test.
pub struct TestApp {
    pub shop: Shop,
    pub pages: Arc<PageCache>,
    pub addr: SocketAddr,
    pub accounts: Vec<Account>,
    cookies: BTreeMap<Who, BTreeMap<String, String>>,
    folder: TempDir,
    /// Its database on PostgreSQL, dropped with it.
    place: Option<Place>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
    metrics: Metrics,
}

impl TestApp {
    /// The plain district.
    pub async fn start() -> Self {
        Self::start_from(Template::plain(), Options::default()).await
    }

    /// The plain district, in which somebody of every kind is signed in and an order was placed.
    pub async fn inhabited() -> Self {
        Self::start_from(Template::inhabited(), Options::default()).await
    }

    /// A copy of `template`.
    pub async fn start_from(template: &Template, options: Options) -> Self {
        let place = match both::database() {
            Kind::Sqlite => None,
            Kind::Postgres => match &template.database {
                Some(database) => Place::copy_of(database).await,
                None => Place::fresh(Kind::Postgres).await,
            },
        };
        let url = place.as_ref().map(|place| place.url().to_owned());
        Self {
            place,
            ..Self::start_at(template, options, url).await
        }
    }

    /// A shop with the files of `template` on the database at this URL, by default on the one in its files.
    pub async fn start_at(template: &Template, options: Options, database: Option<String>) -> Self {
        let folder = temp_dir();
        template.unpack(&data_dir(&folder));
        fs::create_dir_all(data_dir(&folder)).unwrap();
        write_site(&folder.path().join("site"));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let addr = listener.local_addr().unwrap();
        let mut settings = settings(&folder, addr);
        settings.database_url = database;
        if options.is_limited {
            settings.unlimited_networks.clear();
        }
        if let Some(change) = options.settings {
            change(&mut settings);
        }
        let patience = options.patience.unwrap_or_default();
        let pages = Arc::new(options.page_bytes.map_or_else(PageCache::default, PageCache::of_bytes));
        let shop = if options.as_program {
            server::serve::open_shop(&settings, server::serve::Purpose::Serve)
                .await
                .unwrap()
        } else {
            open_shop(&settings, options, template.now).await
        };
        let assets = Assets::load(&settings.site_dir).unwrap();
        let state = AppState {
            shop: shop.clone(),
            assets: Arc::new(arc_swap::ArcSwap::from_pointee(assets)),
            public_url: settings.public_url().into(),
            dev: false,
            pages: pages.clone(),
        };
        let (stop, stopping) = watch::channel(false);
        let metrics = Metrics::default();
        let router = router::build(state, Lifecycle::new(stopping), &settings, metrics.clone()).unwrap();
        let listening = listen::Options {
            caps: listen::Caps {
                total: settings.connections.unwrap_or(4_096),
                per_network: settings.connections_per_network,
            },
            patience,
            networks: Arc::new(settings.networks()),
            metrics: metrics.clone(),
        };
        // Told to stop, it goes on: what a stopping shop answers is tested too.
        let (open, never) = watch::channel(false);
        let server = tokio::spawn(async move {
            listen::serve(listener, router, listening, never).await;
            drop(open);
        });
        Self {
            shop,
            pages,
            addr,
            accounts: template.accounts.clone(),
            cookies: template.cookies.clone(),
            folder,
            place: None,
            stop,
            server,
            metrics,
        }
    }

    /// Ends this program and starts another one on the same PostgreSQL database.
    pub async fn restart(&mut self, template: &Template) {
        self.server.abort();
        drop((&mut self.server).await);
        self.shop.db().clone().close().await;
        let place = self.place.take();
        let url = place.as_ref().map(|place| place.url().to_owned());
        *self = Self {
            place,
            ..Self::start_at(template, Options::default(), url).await
        };
    }

    /// How many connections are open.
    pub async fn connections(&self) -> usize {
        let text = self.metrics.text(&self.shop).await.unwrap();
        let count = text.lines().find_map(|line| line.strip_prefix("bazar_connections "));
        count.unwrap().parse().unwrap()
    }

    /// Waits until no more than `most` connections are open.
    pub async fn closes_to(&self, most: usize) {
        let wait = async {
            while self.connections().await > most {
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
        };
        let waited = tokio::time::timeout(std::time::Duration::from_secs(60), wait).await;
        assert!(
            waited.is_ok(),
            "{} connections are still open",
            self.connections().await
        );
    }

    /// A browser that was never here.
    pub fn client(&self) -> Client {
        Client::new(self.addr)
    }

    /// The browser of one of the [inhabited](Self::inhabited) shop's people.
    pub fn client_of(&self, who: Who) -> Client {
        Client::with_cookies(self.addr, &self.cookies[&who])
    }

    /// Where its built site is.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Where its pictures are.
    pub fn media_dir(&self) -> PathBuf {
        data_dir(&self.folder).join("media")
    }

    /// Where its PostgreSQL database is.
    pub fn database_url(&self) -> Option<&str> {
        self.place.as_ref().map(Place::url)
    }

    /// The database, for another program.
    pub fn database(&self) -> String {
        let file = || format!("sqlite://{}", data_dir(&self.folder).join("bazar.db").display());
        self.database_url().map_or_else(file, str::to_owned)
    }

    /// Says that the program is told to stop.
    pub fn begin_stopping(&self) {
        self.stop.send_replace(true);
    }

    /// Stops the shop and copies its data folder to `folder`. On PostgreSQL nobody is connected to its database then.
    pub async fn pack(self, folder: &Path) {
        self.server.abort();
        drop(self.server.await);
        let data = data_dir(&self.folder);
        fs::create_dir_all(folder).unwrap();
        if both::database() == Kind::Sqlite {
            copy_sqlite(&data.join("bazar.db"), &folder.join("bazar.db")).await;
        }
        self.shop.db().clone().close().await;
        let media = data.join("media");
        if media.is_dir() {
            copy_folder(&media, &folder.join("media"));
        }
    }
}

/// A folder in memory where there is one: these tests commit a lot and do not pull plugs.
pub fn temp_dir() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

fn data_dir(folder: &TempDir) -> PathBuf {
    folder.path().join("data")
}

fn settings(folder: &TempDir, addr: SocketAddr) -> Settings {
    Settings {
        addr,
        database_url: None,
        data_dir: data_dir(folder),
        media_url: None,
        media_ca_file: None,
        public_url: Some(PUBLIC.to_owned()),
        site_dir: folder.path().join("site"),
        locales_dir: folder.path().join("no-locales"),
        dev: false,
        database_readers: 4,
        messages: MessageSettings::default(),
        hosts: Vec::new(),
        trusted_proxies: vec!["127.0.0.1/32".parse().unwrap()],
        unlimited_networks: vec!["127.0.0.1/32".parse().unwrap()],
        budget_percent: 100,
        connections: None,
        connections_per_network: 512,
        metrics_addr: None,
        search_dir: None,
        page_cache_mb: 64,
        offline: true,
        translate: TranslateSettings::default(),
    }
}

async fn open_shop(settings: &Settings, options: Options, now: i64) -> Shop {
    let db = Db::open(
        &settings.database_url(),
        DbOptions {
            readers: settings.database_readers,
            serve: true,
        },
    )
    .await
    .unwrap();
    let options = ShopOptions {
        db,
        texts: options.locales.map_or_else(Texts::built_in, Texts::with_folder),
        clock: options.clock.unwrap_or_else(|| Clock::fixed(now)),
        pictures: settings.pictures().unwrap(),
        secret: SECRET,
    };
    Shop::open(options).await.unwrap()
}

/// The files a build leaves, as far as pages name them.
pub fn write_site(folder: &Path) {
    let assets = folder.join("assets");
    fs::create_dir_all(&assets).unwrap();
    let names = [
        ("start.js", "start-1.js"),
        ("frontend.js", "frontend-1.js"),
        ("frontend.wasm", "frontend-1.wasm"),
        ("work.js", "work-1.js"),
        ("work.wasm", "work-1.wasm"),
        ("suggest.js", "suggest-1.js"),
        ("texts.js", "texts-1.js"),
        ("style.css", "style-1.css"),
        ("work.css", "work-1.css"),
        ("favicon.svg", "favicon-1.svg"),
        ("icon.svg", "icon-1.svg"),
        ("service-worker.js", "service-worker-1.js"),
        ("print.ttc", "print-1.ttc"),
    ];
    for (_, hashed) in names {
        fs::write(assets.join(hashed), format!("/* file {hashed} */")).unwrap();
    }
    fs::write(assets.join("start-1.js.br"), "packed").unwrap();
    let icon = r##"<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><rect width="32" height="32" fill="#178a8f"/></svg>"##;
    fs::write(assets.join("icon-1.svg"), icon).unwrap();
    let fonts = include_bytes!("../../print/tests/fonts/sample.ttc");
    fs::write(assets.join("print-1.ttc"), fonts).unwrap();
    let manifest: BTreeMap<_, _> = names.into_iter().collect();
    fs::write(folder.join("manifest.json"), serde_json::to_string(&manifest).unwrap()).unwrap();
}
