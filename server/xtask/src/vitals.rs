//! `cargo xtask vitals`: how the shop feels on a slow phone, measured in a browser on a slow line beside a static copy of the
//! same pages. What is measured and how is in `end2end/vitals`.

use anyhow::{Context, Result};

use crate::process;
use crate::test::browser;
use crate::workspace::Workspace;

/// Prints the figures; `runs` of each, in these languages.
///
/// # Errors
/// A program is missing, the shop does not build, or a page does not open.
pub fn vitals(workspace: &Workspace, runs: Option<u32>, languages: Option<&str>) -> Result<()> {
    let mut playwright = browser::playwright(workspace)?;
    playwright.args(["--config", "vitals/playwright.config.ts"]);
    if let Some(runs) = runs {
        playwright.env("BAZAR_VITALS_RUNS", runs.to_string());
    }
    if let Some(languages) = languages {
        playwright.env("BAZAR_VITALS_LANGUAGES", languages);
    }
    process::run(&mut playwright).context("vitals")
}
