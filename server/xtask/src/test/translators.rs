//! The programs that translators use elsewhere, on our files: compare-locales, as Pontoon runs it, and moz.l10n. They come from
//! PyPI, into an environment of their own.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{doctor, process, report, site};

/// Which releases: the table of mistakes names them.
const PROGRAMS: [&str; 2] = ["compare-locales==9.0.5", "moz.l10n==0.15.0"];
const MISTAKES: &str = "app/l10n/tests/l10n/mistakes";

/// Lets them read all texts, and looks whether they say of each mistake what the table has.
///
/// # Errors
/// Python or the network is missing, a text is not right for them, or the table is not up to date.
pub fn test(workspace: &Workspace) -> Result<()> {
    let programs = install(workspace)?;
    let mut compare = Command::new(programs.join("compare-locales"));
    compare
        .current_dir(&workspace.root)
        .args(["-qq", "locales/l10n.toml", "locales"]);
    process::run(&mut compare)?;
    let mistakes = workspace.root.join(MISTAKES);
    let mut others = Command::new(programs.join("python"));
    others
        .arg(mistakes.join("others.py"))
        .arg(workspace.root.join("locales"));
    let said = report::step("what compare-locales and moz.l10n say of each mistake", || {
        process::output(&mut others)
    })?;
    let table = mistakes.join("others.csv");
    let kept = std::fs::read_to_string(&table).with_context(|| table.display().to_string())?;
    if let Some(line) = said.lines().find(|line| !kept.lines().any(|kept| kept == *line)) {
        bail!("{} is not up to date: now it is {line}", table.display());
    }
    if let Some(line) = kept.lines().find(|line| !said.lines().any(|said| said == *line)) {
        bail!("{} is not up to date: nothing says {line} any more", table.display());
    }
    Ok(())
}

/// The folder of the programs, which are installed when others are asked for.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.scratch().join("translators");
    let (programs, stamp) = (folder.join("bin"), folder.join("installed"));
    let wanted = PROGRAMS.join(" ");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(programs);
    }
    let python = doctor::python()?;
    report::step("installing compare-locales and moz.l10n from PyPI", || {
        process::output(Command::new(python).args(["-m", "venv"]).arg(&folder))?;
        let mut pip = Command::new(programs.join("pip"));
        pip.args(["install", "--quiet"]).args(PROGRAMS);
        process::output(&mut pip).context("pip could not install them")
    })?;
    site::write_whole(&stamp, wanted.as_bytes())?;
    Ok(programs)
}
