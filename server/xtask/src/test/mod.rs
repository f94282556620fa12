//! `cargo xtask test`: everything that must hold before a change goes in. Stops at the first failure; the runners'
//! own output is passed through untouched.

pub mod browser;
mod postgres;
mod scripts;
mod translators;
mod upgrade;

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{doctor, lint, process, report};

use postgres::Postgres;

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Fmt,
    Lint,
    /// Types and mistakes of the scripts.
    Scripts,
    Clippy,
    /// Unit, property, database and HTTP tests.
    Unit,
    /// The program of the last release on the tables of this one.
    Upgrade,
    /// Translators' own programs on our texts.
    Translators,
    Browser,
}

/// How a part ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Skipped,
}

impl Part {
    pub const ALL: [Self; 8] = [
        Self::Fmt,
        Self::Lint,
        Self::Scripts,
        Self::Clippy,
        Self::Unit,
        Self::Upgrade,
        Self::Translators,
        Self::Browser,
    ];
    /// What runs unless other parts are named: all but `upgrade`, which builds a second program and belongs
    /// before a release.
    pub const USUAL: [Self; 7] = [
        Self::Fmt,
        Self::Lint,
        Self::Scripts,
        Self::Clippy,
        Self::Unit,
        Self::Translators,
        Self::Browser,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Lint => "lint",
            Self::Scripts => "scripts",
            Self::Clippy => "clippy",
            Self::Unit => "unit",
            Self::Upgrade => "upgrade",
            Self::Translators => "translators",
            Self::Browser => "browser",
        }
    }

    /// Reads "fmt,lint".
    ///
    /// # Errors
    /// A name is unknown.
    pub fn parse_list(names: &str) -> Result<Vec<Self>> {
        names
            .split(',')
            .map(|name| {
                let part = Self::ALL.into_iter().find(|part| part.name() == name.trim());
                part.with_context(|| {
                    format!("there is no part \"{name}\"; use fmt, lint, scripts, clippy, unit, upgrade, translators, browser")
                })
            })
            .collect()
    }
}

/// Runs the parts in their fixed order.
///
/// # Errors
/// The first part that fails.
pub fn test(workspace: &Workspace, parts: &[Part]) -> Result<()> {
    let mut results = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| parts.contains(part)) {
        eprintln!("== {}", part.name());
        let start = Instant::now();
        let result = match part {
            Part::Fmt => process::run(workspace.cargo().args(["fmt", "--all", "--", "--check"])).map(passed),
            Part::Lint => lint::lint(workspace).map(passed),
            Part::Scripts => scripts::test(workspace).map(passed),
            Part::Clippy => clippy(workspace).map(passed),
            Part::Unit => run(workspace, |_| {}).map(passed),
            Part::Upgrade => upgrade::test(workspace),
            Part::Translators => translators::test(workspace),
            Part::Browser => browser::test(workspace).map(passed),
        };
        let failed = result.is_err();
        results.push((part, start.elapsed(), result));
        if failed {
            break;
        }
    }
    summary(parts, results)
}

fn passed((): ()) -> Verdict {
    Verdict::Passed
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let mut native = workspace.cargo();
    native.args([
        "clippy",
        "--workspace",
        "--exclude",
        "frontend",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    process::run(&mut native)?;
    doctor::wasm_target()?;
    let mut browser = workspace.cargo();
    browser.args([
        "clippy",
        "--package",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ]);
    process::run(&mut browser)
}

/// Runs the native tests, those that `choose` adds to the command, with a PostgreSQL of their own.
fn run(workspace: &Workspace, choose: impl FnOnce(&mut Command)) -> Result<()> {
    let postgres = match Postgres::start() {
        Ok(postgres) => Some(postgres),
        Err(problem) if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
            return Err(problem.context("PostgreSQL could not be started, and CI must not go without"));
        }
        Err(problem) => {
            report::notice("##################################################################");
            report::notice("PostgreSQL could not be started: ITS TESTS ARE NOT RUN");
            report::notice(&format!("{problem:#}"));
            report::notice("##################################################################");
            None
        }
    };
    let mut cargo = workspace.cargo();
    if process::find("cargo-nextest").is_some() {
        cargo.args(["nextest", "run", "--workspace", "--exclude", "frontend"]);
        // Many tests wait for a database or a program, so one more than there are cores keeps the cores at work.
        let threads = std::thread::available_parallelism().map_or(1, usize::from) + 1;
        cargo.arg(format!("--test-threads={threads}"));
    } else {
        cargo.args(["test", "--workspace", "--exclude", "frontend"]);
    }
    if let Some(postgres) = &postgres {
        cargo.env("BAZAR_TEST_POSTGRES_URL", postgres.url());
    }
    choose(&mut cargo);
    process::run(&mut cargo)
}

fn summary(parts: &[Part], results: Vec<(Part, Duration, Result<Verdict>)>) -> Result<()> {
    let ran: Vec<Part> = results.iter().map(|(part, ..)| *part).collect();
    let mut failure = None;
    println!();
    for (part, time, result) in results {
        let verdict = match &result {
            Ok(Verdict::Passed) => "passed",
            Ok(Verdict::Skipped) => "SKIPPED, see above",
            Err(_) => "FAILED",
        };
        println!("{:<11} {verdict}  {:>7.1} s", part.name(), time.as_secs_f32());
        if let Err(problem) = result {
            failure = Some(problem.context(part.name()));
        }
    }
    for part in Part::ALL
        .into_iter()
        .filter(|part| parts.contains(part) && !ran.contains(part))
    {
        println!("{:<11} not run", part.name());
    }
    match failure {
        Some(problem) => Err(problem),
        None if ran.is_empty() => bail!("nothing to test"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn parts_are_chosen_by_name() {
        assert_eq!(Part::parse_list("unit, fmt").unwrap(), [Part::Unit, Part::Fmt]);
        assert!(Part::parse_list("fmt,units").unwrap_err().to_string().contains("units"));
        for part in Part::ALL {
            assert_eq!(Part::parse_list(part.name()).unwrap(), [part]);
            assert_eq!(Part::USUAL.contains(&part), part != Part::Upgrade);
        }
    }
}
