//! Where the benchmark works: a throw-away folder beside the programs, and one filled shop whose copies are measured.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, bail};
use db::sea_orm::sqlx::Connection as _;
use db::sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use tokio::process::Command;

use crate::child::Server;
use crate::{Options, cores};

/// See the [module](self). The folder goes when this does.
#[derive(Debug)]
pub struct Workplace {
    /// The server's program.
    pub bin: PathBuf,
    /// Cores this program may use.
    pub cores: Vec<usize>,
    /// A tenth of the work.
    pub is_quick: bool,
    /// The demo district.
    pub demo: PathBuf,
    /// A PostgreSQL to measure on as well.
    pub postgres: Option<String>,
    site: PathBuf,
    folder: PathBuf,
}

impl Workplace {
    /// Makes the folder and fills a shop with the demo district.
    ///
    /// # Errors
    /// When the server is not built or cannot be filled.
    pub async fn prepare(options: &Options) -> anyhow::Result<Self> {
        if !options.bin.is_file() {
            bail!(
                "{} is not there: run `cargo xtask build`, or set BAZAR_BIN",
                options.bin.display()
            );
        }
        let own = std::env::current_exe()?;
        // Beside the programs: /tmp may be memory, where a commit costs nothing.
        let folder = own
            .parent()
            .context("no folder")?
            .join(format!("bench-{}", std::process::id()));
        std::fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let workplace = Self {
            bin: std::path::absolute(&options.bin)?,
            cores: cores::allowed(),
            is_quick: options.quick,
            demo: options.demo.clone(),
            postgres: options.postgres.clone(),
            site: std::path::absolute(&options.site)?,
            folder,
        };
        workplace.fill_shop(&options.demo).await?;
        Ok(workplace)
    }

    /// A file of the built site, by its plain name.
    ///
    /// # Errors
    /// It is not there.
    pub fn site_file(&self, name: &str) -> anyhow::Result<PathBuf> {
        let manifest = std::fs::read_to_string(self.site.join("manifest.json")).context("the site is not built")?;
        let names: serde_json::Value = serde_json::from_str(&manifest)?;
        let file = names[name]
            .as_str()
            .with_context(|| format!("the site has no {name}"))?;
        Ok(self.site.join("assets").join(file))
    }

    async fn fill_shop(&self, demo: &Path) -> anyhow::Result<()> {
        eprintln!("> filling a shop with {}", demo.display());
        self.fill(demo, &self.folder.join("shop"), None).await
    }

    /// Fills the shop of a data folder, on the database at `url` when one is given.
    ///
    /// # Errors
    /// When the program does not.
    pub async fn fill(&self, demo: &Path, data: &Path, url: Option<&str>) -> anyhow::Result<()> {
        let mut seed = Command::new(&self.bin);
        seed.args(["seed", "--demo", "--from"])
            .arg(demo)
            .arg("--data-dir")
            .arg(data);
        match url {
            Some(url) => seed.args(["--database-url", url]),
            None => seed.env_remove("BAZAR_DATABASE_URL"),
        };
        let filled = seed.stdout(Stdio::null()).kill_on_drop(true).status().await?;
        if !filled.success() {
            bail!("`bazar seed --demo` did not fill a shop");
        }
        Ok(())
    }

    /// A file or folder of this name in the throw-away folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// `full`, or a tenth of it.
    pub fn work(&self, full: usize) -> usize {
        if self.is_quick { full / 10 } else { full }
    }

    /// The data folder of a copy of the filled shop. Pictures are left out: no page reads them.
    ///
    /// # Errors
    /// When it cannot be copied.
    pub fn copy_shop(&self, name: &str) -> anyhow::Result<PathBuf> {
        let copy = self.path(name);
        std::fs::create_dir(&copy)?;
        std::fs::copy(self.folder.join("shop").join("bazar.db"), copy.join("bazar.db"))?;
        Ok(copy)
    }

    /// Runs `bazar serve` on a data folder, on `core` only when one is given, and waits until it can sell.
    ///
    /// # Errors
    /// When it does not come to that.
    pub async fn serve(&self, data: &Path, core: Option<usize>) -> anyhow::Result<Server> {
        let mut server = self.start(data, core)?;
        server.answers("/readyz").await?;
        Ok(server)
    }

    /// [`serve`](Self::serve), on the database at `url`.
    ///
    /// # Errors
    /// As [`serve`](Self::serve).
    pub async fn serve_on(&self, data: &Path, url: &str) -> anyhow::Result<Server> {
        let mut server = self.start_with(data, None, Some(url))?;
        server.answers("/readyz").await?;
        Ok(server)
    }

    /// Runs `bazar serve` without waiting for it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(&self, data: &Path, core: Option<usize>) -> anyhow::Result<Server> {
        self.start_with(data, core, None)
    }

    fn start_with(&self, data: &Path, core: Option<usize>, url: Option<&str>) -> anyhow::Result<Server> {
        let arguments = |addr: std::net::SocketAddr| {
            let mut arguments = vec![
                "serve".to_owned(),
                format!("--addr={addr}"),
                format!("--data-dir={}", data.display()),
                format!("--site-dir={}", self.site.display()),
            ];
            arguments.extend(url.map(|url| format!("--database-url={url}")));
            arguments
        };
        Server::start(&self.bin, arguments, core, data.join("log"))
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            eprintln!("{} is left behind: {error}", self.folder.display());
        }
    }
}

/// Opens a SQLite file as the server's writer does: WAL, `synchronous=FULL`.
///
/// # Errors
/// When it cannot be opened.
pub async fn open(file: &Path) -> anyhow::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true);
    Ok(SqliteConnection::connect_with(&options).await?)
}
