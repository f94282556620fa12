//! Speed and memory of the real server, each figure beside something that says whether it is good.
//!
//! Started by `cargo xtask bench`. It runs `bazar serve` as a child on a loopback port with a throw-away data folder and
//! asks it over HTTP as a browser would. Nothing here is part of the shop.

mod bare;
mod child;
mod client;
mod cores;
mod fill;
mod lists;
mod load;
mod memory;
mod orders;
mod orders_postgres;
mod pages;
mod photos;
mod printing;
mod report;
mod scale;
mod start;
mod static_server;
mod studio_orders;
mod tables;
mod walk;
mod workplace;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::report::Row;
use crate::workplace::Workplace;

/// Speed and memory of the server.
#[derive(Debug, Parser)]
#[command(name = "bazar-bench", args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    role: Option<Role>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
enum Role {
    /// What pages are measured against: the same bytes, served by axum and nothing else.
    #[command(hide = true)]
    StaticServer {
        addr: SocketAddr,
        /// Each as `path=file=encoding`.
        pages: Vec<String>,
    },
}

/// What to measure, and on what.
#[derive(Clone, Debug, Args)]
pub struct Options {
    /// End with one line of JSON.
    #[arg(long)]
    json: bool,
    /// A tenth of the work: for trying a change; the figures scatter more.
    #[arg(long)]
    quick: bool,
    /// Only this figure.
    #[arg(long)]
    only: Option<Figure>,
    /// The server's program.
    #[arg(long, env = "BAZAR_BIN", default_value = "target/release/bazar")]
    bin: PathBuf,
    /// Folder with the built styles, scripts and WASM.
    #[arg(long, env = "BAZAR_SITE_DIR", default_value = "target/site")]
    site: PathBuf,
    /// Folder with the demo district.
    #[arg(long, env = "BAZAR_DEMO_DIR", default_value = "server/demo")]
    demo: PathBuf,
    /// A PostgreSQL on which orders are measured too, as somebody who may make databases. It should sync as in earnest.
    #[arg(long, env = "BAZAR_BENCH_POSTGRES_URL")]
    postgres: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Figure {
    /// Home, list and product a second on one core, kept.
    Pages,
    /// Products made anew, and a walk through all of them while prices change.
    Walk,
    /// Orders a second.
    Orders,
    /// Resident memory.
    Memory,
    /// A list of 100,000 products.
    Lists,
    /// From the start of the program to the first page.
    Start,
    /// A hundred labels as one file.
    Printing,
    /// A table of 50,000 rows: memory, and speed beside parsing alone.
    Tables,
    /// A cooperative's list of 100,000 orders: pages, filters and searches.
    StudioOrders,
    /// Twenty photos of 12 MP at once: memory, and time beside the encoder alone.
    Photos,
    /// A very large district; only when it is asked for.
    Scale,
}

impl Figure {
    /// What is measured when nothing is named.
    fn usual() -> Vec<Self> {
        let all = Self::value_variants().iter().copied();
        all.filter(|figure| *figure != Self::Scale).collect()
    }

    async fn measure(self, workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
        match self {
            Self::Pages => pages::measure(workplace).await,
            Self::Walk => walk::measure(workplace).await,
            Self::Orders => orders::measure(workplace).await,
            Self::Memory => memory::measure(workplace).await,
            Self::Lists => lists::measure(workplace).await,
            Self::Start => start::measure(workplace).await,
            Self::Printing => printing::measure(workplace),
            Self::Tables => tables::measure(workplace).await,
            Self::StudioOrders => studio_orders::measure(workplace).await,
            Self::Photos => photos::measure(workplace).await,
            Self::Scale => scale::measure(workplace).await,
        }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bazar-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<()> {
    if let Some(Role::StaticServer { addr, pages }) = cli.role {
        return static_server::run(addr, &pages);
    }
    // One thread: all load comes from one core, and none of it waits for another thread to wake.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        tokio::select! {
            finished = measure(&cli.options) => finished,
            _ = tokio::signal::ctrl_c() => anyhow::bail!("stopped; nothing was left behind"),
        }
    })
}

async fn measure(options: &Options) -> anyhow::Result<()> {
    let workplace = Workplace::prepare(options).await?;
    let figures = options.only.map_or_else(Figure::usual, |only| vec![only]);
    let mut rows = Vec::new();
    for figure in figures {
        let measured = figure.measure(&workplace).await?;
        // Shown at once: the next figure may fail.
        eprintln!("{}", report::table(&measured));
        rows.extend(measured);
    }
    println!("$ {}", std::env::args().collect::<Vec<_>>().join(" "));
    println!("{}, {} cores\n", workplace.bin.display(), workplace.cores.len());
    print!("{}", report::table(&rows));
    if options.json {
        println!("{}", report::json(&rows));
    }
    Ok(())
}
