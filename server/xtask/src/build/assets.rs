//! Pictures taken as they are: `style/assets` (icons, illustrations).

use std::fs;

use anyhow::{Context, Result};

use crate::fingerprint::{Fingerprint, files_below};
use crate::site::{Output, Site};
use crate::workspace::Workspace;

/// Takes the files into the site.
///
/// # Errors
/// One cannot be read or written.
pub fn build(workspace: &Workspace, site: &mut Site) -> Result<()> {
    let pictures = workspace.root.join("style/assets");
    let named = files_below(&pictures)?
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(&pictures)?.to_string_lossy().into_owned();
            Ok((name, file))
        })
        .collect::<Result<Vec<_>>>()?;
    let inputs = named
        .iter()
        .try_fold(Fingerprint::default(), |all, (name, file)| all.text(name).file(file))?;
    site.step("assets", "hashing and compressing pictures", inputs, |_| {
        named
            .into_iter()
            .map(|(name, file)| {
                let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                Ok(Output::hashed(name, bytes))
            })
            .collect()
    })
}
