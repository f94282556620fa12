//! `cargo xtask pictures`: a picture of each text where it stands, for those who translate. What is walked is in
//! `end2end/pictures`; the pictures go into the built site, and `list.tsv` there tells which texts have one. It takes half an hour
//! and more; `cargo xtask lint` compares the list with the texts, which takes no time.

use anyhow::{Context, Result};

use crate::process;
use crate::test::browser;
use crate::workspace::Workspace;

/// Takes them in all languages, and writes the list.
///
/// # Errors
/// A program is missing, the shop does not build, a page does not open, or fewer texts have a picture than before.
pub fn pictures(workspace: &Workspace) -> Result<()> {
    let mut playwright = browser::playwright(workspace)?;
    playwright.args(["--config", "pictures/playwright.config.ts"]);
    process::run(&mut playwright).context("pictures")
}
