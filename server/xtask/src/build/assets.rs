//! Files taken as they are: `style/assets` (icons, illustrations), and the scripts beside the WASM entry,
//! `frontend/*.js`. Both folders share one room of names.

use std::fs;

use anyhow::{Context, Result};

use crate::fingerprint::{Fingerprint, files_below};
use crate::site::{Output, Site};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Takes the files into the site.
///
/// # Errors
/// One cannot be read or written.
pub fn build(workspace: &Workspace, tools: Option<&Tools>, site: &mut Site) -> Result<()> {
    let frontend = workspace.root.join("frontend");
    let pictures = workspace.root.join("style/assets");
    let mut files = files_below(&pictures)?;
    files.extend(
        files_below(&frontend)?.into_iter().filter(|file| {
            file.parent() == Some(frontend.as_path()) && file.extension().is_some_and(|end| end == "js")
        }),
    );
    let named = files
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(&pictures).or_else(|_| file.strip_prefix(&frontend))?;
            Ok((name.to_string_lossy().into_owned(), file))
        })
        .collect::<Result<Vec<_>>>()?;
    let inputs = named
        .iter()
        .try_fold(Fingerprint::default(), |all, (name, file)| all.text(name).file(file))?
        .text(if tools.is_some() { "small" } else { "" });
    site.step("assets", "hashing and compressing pictures and scripts", inputs, |_| {
        named
            .into_iter()
            .map(|(name, file)| {
                let mut bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                if let Some(tools) = tools.filter(|_| name.ends_with(".js")) {
                    bytes = tools.minified(&bytes)?;
                }
                Ok(Output::hashed(name, bytes))
            })
            .collect()
    })
}
