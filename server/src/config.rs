//! Settings: flags or `BAZAR_*` variables.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, Parser, Subcommand};
use ipnet::IpNet;
use service::PictureStore;

use crate::l10n::check::CheckTexts;
use crate::l10n::commands::{ExportTexts, FixTexts, ImportTexts, PseudoTexts};
use crate::l10n::report::ReportTexts;
use crate::l10n::take::{ForgetText, TakeTexts};
use crate::networks::{Hosts, Networks};

/// Bazar: the e-commerce centre of a farming district in one program.
#[derive(Debug, Parser)]
#[command(name = "bazar", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the shop.
    Serve(Settings),
    /// Fill an empty shop.
    Seed {
        /// With the demo district Badamliq.
        #[arg(long, required = true)]
        demo: bool,
        /// Do nothing when the shop has something in it already.
        #[arg(long)]
        if_empty: bool,
        /// Folder with the district's files.
        #[arg(long, env = "BAZAR_DEMO_DIR", default_value = "server/demo")]
        from: PathBuf,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// Load a district from a folder of TOML files, like `server/demo/`, into an empty shop.
    Import {
        /// The folder.
        from: PathBuf,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// Copy the database and the pictures into a new folder, while the shop runs. Pictures in S3 are not copied.
    Backup {
        /// The folder, which must not exist.
        to: PathBuf,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// Put a backup in the place of the shop's data. The shop must not be running.
    Restore {
        /// The folder that `bazar backup` made.
        from: PathBuf,
        /// Put data that is there aside.
        #[arg(long)]
        replace: bool,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// What only the operator does.
    Admin {
        /// What to do.
        #[command(subcommand)]
        command: Admin,
    },
    /// The translators' files.
    L10n {
        /// What to do.
        #[command(subcommand)]
        command: L10n,
    },
}

/// What only the operator does.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Mark an order as paid, by the reference on the bank statement.
    Paid {
        /// The payment reference.
        reference: String,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// Make somebody a member, as the first one of the Centre: they sign in with their phone and a one-time code.
    Member {
        /// Their phone number.
        phone: String,
        /// What they are called.
        name: String,
        /// Of what: `centre`, `cooperative.<name>`, `station.<code>` or `language.<ug|zh|es>`.
        #[arg(default_value = "centre")]
        of: String,
        /// As what: `admin`, `finance`, `support`; `owner`, `editor`, `packer`, `finance`, `host`; `manager`, `clerk`;
        /// `translator`, `reviewer`.
        #[arg(default_value = "admin")]
        role: String,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// The log of who did what.
    Audit {
        /// What to do.
        #[command(subcommand)]
        command: Audit,
    },
    /// The index that searches are answered from.
    Search {
        /// What to do.
        #[command(subcommand)]
        command: Search,
    },
}

/// The index that searches are answered from.
#[derive(Debug, Subcommand)]
pub enum Search {
    /// Have the program with this data folder build its index anew: at once when it runs, else when it is started. Until it is
    /// done, searches are answered from the database.
    Rebuild {
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
}

/// The log of who did what.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check that nothing in the log was changed, removed or put in. Ends with 1 when something was.
    Verify {
        /// The end of the log that an earlier check printed: it must still be in it.
        #[arg(long)]
        noted: Option<String>,
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
    /// Take over what the release before wrote while both ran; what was put in by hand cannot be told from it.
    Adopt {
        /// Where the shop is.
        #[command(flatten)]
        settings: Settings,
    },
}

/// The translators' files.
#[derive(Debug, Subcommand)]
pub enum L10n {
    /// Run the shop for those who work on its texts: what they save shows at once in open pages, and mistakes stand on them.
    Serve(Box<Settings>),
    /// Check all languages against English.
    Check(CheckTexts),
    /// Show how far each language is.
    Report(Box<ReportTexts>),
    /// Give texts to a program of translators.
    Export(ExportTexts),
    /// Take over texts from a program of translators: shows what would change.
    Import(ImportTexts),
    /// Make texts nobody wrote, to try the layout of the shop with.
    Pseudo(PseudoTexts),
    /// Mend what cannot be meant: letters of other keyboards, double spaces, tabs; shows what would change.
    Fix(FixTexts),
    /// Put texts that were approved in the browser into the files: shows what would change.
    Take(Box<TakeTexts>),
    /// Say again what the program was built with, where a text that is in no file any more is said as it last was.
    Forget(Box<ForgetText>),
}

/// Settings of the shop.
#[derive(Clone, Debug, Args)]
pub struct Settings {
    /// Address to listen on.
    #[arg(long, env = "BAZAR_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Database: `sqlite://…` or `postgres://…`; by default `bazar.db` in the data folder.
    #[arg(long, env = "BAZAR_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Folder for the database and pictures.
    #[arg(long, env = "BAZAR_DATA_DIR", default_value = "data")]
    pub data_dir: PathBuf,
    /// Where pictures are kept, for several programs: `s3://bucket/prefix?endpoint=https://…&region=…`, with the keys in
    /// `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` (endpoint and region may be in `AWS_ENDPOINT` and `AWS_REGION`); by
    /// default in `media` in the data folder.
    #[arg(long, env = "BAZAR_MEDIA_URL")]
    pub media_url: Option<String>,
    /// PEM file with certificates that are believed beside the public ones when pictures are in S3 at an `https://` address: for
    /// a store of your own.
    #[arg(long, env = "BAZAR_MEDIA_CA_FILE")]
    pub media_ca_file: Option<PathBuf>,
    /// Address of the shop as the world sees it; by default the address it listens on.
    #[arg(long, env = "BAZAR_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Folder for this program's index of the shop, which no other program uses and which is made anew whenever it is not
    /// there; by default `search` in the data folder.
    #[arg(long, env = "BAZAR_SEARCH_DIR")]
    pub search_dir: Option<PathBuf>,
    /// Folder with the built styles, scripts and WASM.
    #[arg(long, env = "BAZAR_SITE_DIR", default_value = "target/site")]
    pub site_dir: PathBuf,
    /// Folder with the translators' `.ftl` files; those built in stand in for what is missing or broken there.
    #[arg(long, env = "BAZAR_LOCALES_DIR", default_value = "locales")]
    pub locales_dir: PathBuf,
    /// Development: pages reload themselves, styles are read anew.
    #[arg(long, env = "BAZAR_DEV", value_parser = clap::builder::BoolishValueParser::new(), default_value = "false", action = clap::ArgAction::Set)]
    pub dev: bool,
    /// Further host names the shop answers to, besides that of its public address; divided by commas.
    #[arg(long, env = "BAZAR_HOSTS", value_delimiter = ',')]
    pub hosts: Vec<String>,
    /// Networks of proxies in front of the shop, whose word is taken for who their clients are; divided by commas.
    #[arg(
        long,
        env = "BAZAR_TRUSTED_PROXIES",
        value_delimiter = ',',
        default_value = "127.0.0.0/8,::1/128"
    )]
    pub trusted_proxies: Vec<IpNet>,
    /// Networks for which no budget holds, such as a machine that measures; divided by commas.
    #[arg(long, env = "BAZAR_UNLIMITED_NETWORKS", value_delimiter = ',')]
    pub unlimited_networks: Vec<IpNet>,
    /// Size of the budgets by network, in hundredths of their usual size.
    #[arg(long, env = "BAZAR_BUDGET_PERCENT", default_value_t = 100)]
    pub budget_percent: u32,
    /// Most connections at a time; by default as many as the limit on open files leaves room for, and 8192 at the most.
    #[arg(long, env = "BAZAR_CONNECTIONS")]
    pub connections: Option<usize>,
    /// Most connections at a time of one network that is no trusted proxy.
    #[arg(long, env = "BAZAR_CONNECTIONS_PER_NETWORK", default_value_t = 512)]
    pub connections_per_network: usize,
    /// Address on which `/metrics` alone is served; by default it is on the shop's own, for this machine only.
    #[arg(long, env = "BAZAR_METRICS_ADDR")]
    pub metrics_addr: Option<SocketAddr>,
    /// Reading connections to the database.
    #[arg(long, env = "BAZAR_DATABASE_READERS", default_value_t = 4)]
    pub database_readers: u32,
    /// How people are told of their orders.
    #[command(flatten)]
    pub messages: crate::messages::MessageSettings,
    /// Which machine suggests texts.
    #[command(flatten)]
    pub translate: crate::translate::TranslateSettings,
    /// Phones keep the pages they have seen, and send later what cannot be sent. Without it, they throw away what they have.
    #[arg(long, env = "BAZAR_OFFLINE", value_parser = clap::builder::BoolishValueParser::new(), default_value = "true", action = clap::ArgAction::Set)]
    pub offline: bool,
    /// Memory for finished pages, in megabytes.
    #[arg(long, env = "BAZAR_PAGE_CACHE_MB", default_value_t = 64)]
    pub page_cache_mb: u64,
}

impl Settings {
    /// The database's URL.
    pub fn database_url(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", self.data_dir.join("bazar.db").display()))
    }

    /// Where the index of the shop is kept.
    pub fn search_dir(&self) -> PathBuf {
        self.search_dir.clone().unwrap_or_else(|| self.data_dir.join("search"))
    }

    /// The shop's public address, without a slash at the end.
    pub fn public_url(&self) -> String {
        let url = self
            .public_url
            .clone()
            .unwrap_or_else(|| format!("http://{}", self.addr));
        url.trim_end_matches('/').to_owned()
    }

    /// Whose word is taken, and who is not limited.
    pub fn networks(&self) -> Networks {
        Networks::new(&self.trusted_proxies, &self.unlimited_networks)
    }

    /// The names the shop answers to.
    pub fn host_names(&self) -> Hosts {
        Hosts::new(&self.public_url(), self.addr, &self.hosts)
    }

    /// Expensive reads at a time: half of the connections that read are always left to everybody else.
    pub fn expensive_reads(&self) -> usize {
        usize::try_from(self.database_readers / 2).unwrap_or(1).max(1)
    }

    /// Makes the data folder, readable by its owner only.
    ///
    /// # Errors
    /// When it cannot be made or written.
    pub fn prepare_data_dir(&self) -> anyhow::Result<()> {
        let folder = &self.data_dir;
        std::fs::create_dir_all(folder).with_context(|| {
            format!(
                "the data folder {} cannot be made; set BAZAR_DATA_DIR",
                folder.display()
            )
        })?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A folder somebody else owns keeps its own rights; writing to it is tried next.
            drop(std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)));
        }
        let probe = folder.join(".writable");
        std::fs::write(&probe, [])
            .and_then(|()| std::fs::remove_file(&probe))
            .with_context(|| {
                format!(
                    "the data folder {} cannot be written; set BAZAR_DATA_DIR",
                    folder.display()
                )
            })
    }

    /// Where pictures are kept.
    ///
    /// # Errors
    /// When that place cannot be used.
    pub fn pictures(&self) -> anyhow::Result<PictureStore> {
        match &self.media_url {
            Some(url) => PictureStore::at(url, self.media_ca_file.as_deref())
                .context("BAZAR_MEDIA_URL or BAZAR_MEDIA_CA_FILE cannot be used"),
            None => {
                let folder = self.data_dir.join("media");
                PictureStore::in_folder(&folder).with_context(|| format!("{} cannot be used", folder.display()))
            }
        }
    }

    /// The secret that older programs made and kept in the data folder: the database takes it over.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn own_secret(&self) -> anyhow::Result<Option<[u8; 32]>> {
        let file = self.data_dir.join("secret");
        if file.exists() {
            read_secret(&file).map(Some)
        } else {
            Ok(None)
        }
    }
}

fn read_secret(file: &Path) -> anyhow::Result<[u8; 32]> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut secret = [0; 32];
    if hex::decode_to_slice(text.trim(), &mut secret).is_err() {
        bail!(
            "{} is damaged: restore it from a backup, or delete it (open orders then ask for their digits again)",
            file.display()
        );
    }
    Ok(secret)
}

/// Writes a file only its owner can read, whole or not at all.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_private(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let unfinished = file.with_extension("part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writer = options.open(&unfinished)?;
    writer.write_all(bytes)?;
    writer.sync_all()?;
    std::fs::rename(unfinished, file)
}
