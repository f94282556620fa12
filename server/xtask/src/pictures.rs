//! `cargo xtask pictures`: a picture of each text where it stands, for those who translate. What is walked and watched is in
//! `end2end/pictures`; the pictures go into the built site, and `list.tsv` there tells which texts have one. It takes an hour or
//! two; `cargo xtask lint` compares the list with the texts, which takes no time.

use anyhow::{Context, Result};

use crate::test::browser;
use crate::workspace::Workspace;
use crate::{doctor, process, report};

/// What the browser tests read it from: the languages whose texts get pictures while the stories run.
const WATCHED: (&str, &str) = ("BAZAR_PICTURES", "ug,zh,es");
const CONFIG: [&str; 2] = ["--config", "pictures/playwright.config.ts"];

/// Takes them in all languages, and writes the list.
///
/// # Errors
/// A program is missing, the shop does not build, a page does not open, or fewer texts have a picture than before.
pub fn pictures(workspace: &Workspace) -> Result<()> {
    doctor::poppler()?;
    // Pages that mark their texts say best where these stand, so they come first.
    let mut walk = browser::playwright(workspace)?;
    process::run(walk.args(CONFIG).arg("texts")).context("the walk through the shop")?;
    let mut stories = browser::playwright(workspace)?;
    stories.env(WATCHED.0, WATCHED.1).arg("--project=phone");
    // Whether the stories hold is told by the browser tests; what was seen on the way is seen all the same.
    if let Err(error) = process::run(&mut stories) {
        report::notice(&format!("{error:#}; going on with the pictures that were taken"));
    }
    let mut rest = browser::playwright(workspace)?;
    process::run(rest.args(CONFIG).arg("rest")).context("what stands on no page")
}
