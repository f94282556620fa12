//! The tasks of this repository: building the shop, serving it, and testing it. `cargo xtask help` lists them.

mod build;
mod corpus;
mod dev;
mod doctor;
mod fingerprint;
mod lint;
mod pictures;
mod process;
mod report;
mod serve;
mod site;
mod size;
mod test;
mod tools;
mod vitals;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

use crate::test::Part;
use crate::tools::Need;
use crate::workspace::{Profile, Workspace};

const HELP: &str = "\
cargo xtask <task>

  serve [--dev] [--port N]   build the shop, load the demo district into a new database, serve it
  dev [--port N]             the same, then rebuild and reload the page on every change
  test [--only A,B]          everything that must hold: fmt, lint, scripts, clippy, unit, translators, browser; upgrade by name
  lint                       this repository's own rules
  build [--dev]              server, WASM and styles
  size [--json]              bytes of each page against the budgets
  size --parts               what the WASM consists of, by crate
  vitals [--runs N] [--languages A,B]
                             how pages feel on a slow phone and a slow line, beside a static copy
  pictures                   where each text stands, as pictures for translators
  bench [--json]             speed and memory of the server
  l10n-corpus                reads translations of other projects, which it fetches

Settings: BAZAR_ADDR (127.0.0.1:3000), BAZAR_DATA_DIR (data), CARGO_TARGET_DIR; all of the server's with
`bazar serve --help`.
";

fn main() -> ExitCode {
    if build::is_rustc() {
        return build::rustc();
    }
    match run(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments) -> Result<()> {
    let task = arguments.subcommand()?;
    if task.is_none() || task.as_deref() == Some("help") || arguments.contains(["-h", "--help"]) {
        print!("{HELP}");
        return Ok(());
    }
    let workspace = Workspace::find()?;
    match task.as_deref().unwrap_or_default() {
        "serve" => {
            let profile = profile(&mut arguments);
            let port = arguments.opt_value_from_str("--port")?;
            finish(arguments)?;
            serve::serve(&workspace, profile, port)
        }
        "dev" => {
            let port = arguments.opt_value_from_str("--port")?;
            finish(arguments)?;
            dev::dev(&workspace, port)
        }
        "test" => {
            let only: Option<String> = arguments.opt_value_from_str("--only")?;
            finish(arguments)?;
            let parts = only.map_or_else(|| Ok(Part::USUAL.to_vec()), |only| Part::parse_list(&only))?;
            test::test(&workspace, &parts)
        }
        "lint" => {
            finish(arguments)?;
            lint::lint(&workspace)
        }
        "build" => {
            let profile = profile(&mut arguments);
            finish(arguments)?;
            build::everything(&workspace, profile, Need::Optional)
        }
        "size" => {
            let json = arguments.contains("--json");
            let parts = arguments.contains("--parts");
            finish(arguments)?;
            if parts {
                size::parts(&workspace)
            } else {
                size::size(&workspace, json)
            }
        }
        "vitals" => {
            let runs = arguments.opt_value_from_str("--runs")?;
            let languages: Option<String> = arguments.opt_value_from_str("--languages")?;
            finish(arguments)?;
            vitals::vitals(&workspace, runs, languages.as_deref())
        }
        "pictures" => {
            finish(arguments)?;
            pictures::pictures(&workspace)
        }
        "bench" => bench(&workspace, arguments),
        "l10n-corpus" => {
            finish(arguments)?;
            corpus::l10n(&workspace)
        }
        other => bail!("there is no task \"{other}\"; `cargo xtask help` lists them"),
    }
}

fn profile(arguments: &mut Arguments) -> Profile {
    if arguments.contains("--dev") {
        Profile::Dev
    } else {
        Profile::Release
    }
}

fn finish(arguments: Arguments) -> Result<()> {
    match arguments.finish().first() {
        None => Ok(()),
        Some(unknown) => bail!(
            "\"{}\" is no option here; see `cargo xtask help`",
            unknown.to_string_lossy()
        ),
    }
}

/// The measuring lives beside the server, which it drives; this only hands it the built site.
fn bench(workspace: &Workspace, arguments: Arguments) -> Result<()> {
    build::site(workspace, Profile::Release, Need::Optional)?;
    build::server(workspace, Profile::Release)?;
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--release", "--package", "tools", "--bin", "bazar-bench", "--"]);
    cargo.args(arguments.finish());
    cargo
        .env("BAZAR_SITE_DIR", workspace.site(Profile::Release))
        .env("BAZAR_BIN", workspace.bazar(Profile::Release));
    process::run(&mut cargo).context("bench")
}
