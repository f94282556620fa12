//! `cargo xtask pictures`: a picture of each text where it stands, for those who translate. What is walked is in
//! `end2end/pictures`; the pictures go into the built site.

use anyhow::{Context, Result};

use crate::process;
use crate::test::browser;
use crate::workspace::Workspace;

/// Takes them in all languages.
///
/// # Errors
/// A program is missing, the shop does not build, or a page does not open.
pub fn pictures(workspace: &Workspace) -> Result<()> {
    let mut playwright = browser::playwright(workspace)?;
    playwright.args(["--config", "pictures/playwright.config.ts"]);
    process::run(&mut playwright).context("pictures")
}
