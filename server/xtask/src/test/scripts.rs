//! The scripts of `frontend`: their types, which stand in comments, and the common mistakes.

use anyhow::{Context, Result};

use super::browser;
use crate::workspace::Workspace;
use crate::{doctor, process};

/// What is checked by itself: a service worker lives in another world than a page.
const WORLDS: [&str; 2] = ["../frontend", "../frontend/service-worker"];

/// Checks them with TypeScript and oxlint.
///
/// # Errors
/// npm is missing, or something is wrong with a script.
pub fn test(workspace: &Workspace) -> Result<()> {
    doctor::npm()?;
    browser::install(workspace)?;
    for world in WORLDS {
        let mut types = browser::npm_program("npx", workspace);
        types.args(["tsc", "--project"]).arg(format!("{world}/jsconfig.json"));
        process::run(&mut types).context("the types of the scripts do not fit")?;
    }
    let folder = workspace.root.join("frontend");
    let mut lint = browser::npm_program("npx", workspace);
    lint.args(["oxlint", "--deny-warnings", "--config"])
        .arg(folder.join(".oxlintrc.json"))
        .arg(&folder);
    process::run(&mut lint).context("the scripts are not in order")
}
