//! Playwright in `end2end`, with Debian's Chromium. The tests start the built server themselves, each on its own data.

use std::process::Command;

use anyhow::{Context, Result};

use crate::fingerprint::Fingerprint;
use crate::tools::Need;
use crate::workspace::{Profile, Workspace};
use crate::{build, doctor, process, report, site};

/// Builds the shop as it is shipped and runs the browser tests on it.
///
/// # Errors
/// A program is missing, the shop does not build, or a test fails.
pub fn test(workspace: &Workspace) -> Result<()> {
    doctor::java()?;
    process::run(&mut playwright(workspace)?)
}

/// Builds the shop as it is shipped, and Playwright's runner for it.
///
/// # Errors
/// A program is missing, or the shop does not build.
pub fn playwright(workspace: &Workspace) -> Result<Command> {
    doctor::npm()?;
    let chromium = doctor::chromium()?;
    build::everything(workspace, Profile::Release, Need::Required)?;
    install(workspace)?;
    let mut playwright = npm_program("npx", workspace);
    playwright
        .args(["playwright", "test"])
        .env("BAZAR_BIN", workspace.bazar(Profile::Release))
        .env("BAZAR_SITE_DIR", workspace.site(Profile::Release))
        .env("BAZAR_CHROMIUM", chromium);
    Ok(playwright)
}

/// Installs what the browser tests take from npm when their lock file changed.
///
/// # Errors
/// npm or the network is missing.
pub fn install(workspace: &Workspace) -> Result<()> {
    let end2end = workspace.root.join("end2end");
    let wanted = Fingerprint::default()
        .file(&end2end.join("package-lock.json"))?
        .finish();
    let stamp = end2end.join("node_modules/.bazar-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    report::step("installing what tests the scripts and the pages from npm", || {
        let mut npm = npm_program("npm", workspace);
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        process::run(&mut npm).context("npm could not install what end2end/package.json names")
    })?;
    site::write_whole(&stamp, wanted.as_bytes())
}

/// A program of npm's, started in the folder of the browser tests.
pub fn npm_program(program: &str, workspace: &Workspace) -> Command {
    let mut command = Command::new(program);
    // Chromium comes from the distribution.
    command
        .current_dir(workspace.root.join("end2end"))
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}
