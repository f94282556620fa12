//! The programs that translators use elsewhere, on our files: compare-locales, as Pontoon runs it, and moz.l10n. They come from
//! PyPI, once, into an environment of their own in the scratch folder; without a network they are not asked, and that is said.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Verdict;
use crate::workspace::Workspace;
use crate::{doctor, process, report, site};

/// Which releases: the table of mistakes names them.
const PROGRAMS: [&str; 2] = ["compare-locales==9.0.5", "moz.l10n==0.15.0"];
const MISTAKES: &str = "app/l10n/tests/l10n/mistakes";
/// How long pip waits for an answer, seconds. It asks twice.
const PATIENCE: &str = "8";

/// Lets them read all texts, and looks whether they say of each mistake what the table has.
///
/// # Errors
/// A text is not right for them, or the table is not up to date.
pub fn test(workspace: &Workspace) -> Result<Verdict> {
    let folder = workspace.scratch().join("translators");
    if !is_installed(&folder)
        && let Err(problem) = install(&folder)
    {
        report::notice("##################################################################");
        report::notice("compare-locales and moz.l10n could not be installed from PyPI:");
        report::notice("OUR TEXTS ARE NOT TESTED WITH TRANSLATORS' OWN PROGRAMS");
        report::notice(&format!("{problem:#}"));
        report::notice("##################################################################");
        return Ok(Verdict::Skipped);
    }
    ask(workspace, &programs_of(&folder))?;
    Ok(Verdict::Passed)
}

fn ask(workspace: &Workspace, programs: &Path) -> Result<()> {
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

fn programs_of(folder: &Path) -> PathBuf {
    folder.join("bin")
}

/// Says what was installed, once all of it was.
fn stamp_of(folder: &Path) -> PathBuf {
    folder.join("installed")
}

/// Whether these releases are there, and the Python they were installed with still is.
fn is_installed(folder: &Path) -> bool {
    let installed = std::fs::read_to_string(stamp_of(folder));
    installed.is_ok_and(|installed| installed == PROGRAMS.join(" ")) && programs_of(folder).join("python").is_file()
}

/// Installs them.
///
/// # Errors
/// Python or the network is missing.
fn install(folder: &Path) -> Result<()> {
    let python = doctor::python()?;
    report::step("installing compare-locales and moz.l10n from PyPI", || {
        process::output(Command::new(python).args(["-m", "venv", "--clear"]).arg(folder))?;
        let mut pip = Command::new(programs_of(folder).join("pip"));
        pip.args(["install", "--quiet", "--no-input", "--disable-pip-version-check"])
            .args(["--timeout", PATIENCE, "--retries", "1"])
            .args(PROGRAMS);
        process::output(&mut pip).context("pip could not install them")
    })?;
    site::write_whole(&stamp_of(folder), PROGRAMS.join(" ").as_bytes())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

    #[test]
    fn what_was_installed_by_half_or_of_another_release_is_installed_anew() {
        let root = std::env::temp_dir().join(format!("bazar-translators-{}", std::process::id()));
        fs::create_dir_all(programs_of(&root)).unwrap();
        assert!(!is_installed(&root), "nothing is there");
        fs::write(programs_of(&root).join("python"), "").unwrap();
        assert!(!is_installed(&root), "pip has not ended");
        fs::write(stamp_of(&root), "compare-locales==9.0.4 moz.l10n==0.15.0").unwrap();
        assert!(!is_installed(&root));
        fs::write(stamp_of(&root), PROGRAMS.join(" ")).unwrap();
        assert!(is_installed(&root));
        fs::remove_file(programs_of(&root).join("python")).unwrap();
        assert!(!is_installed(&root), "Python is gone");
        fs::remove_dir_all(&root).unwrap();
    }
}
