//! The service worker: the scripts of `frontend/service-worker` in one file, since old browsers let a worker have no more.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::fingerprint::{Fingerprint, files_with};
use crate::site::{Output, Site};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The script that the others build on: it comes before them.
const FIRST: &str = "shop.js";

/// Joins them.
///
/// # Errors
/// One cannot be read, or the file cannot be written.
pub fn build(workspace: &Workspace, tools: Option<&Tools>, site: &mut Site) -> Result<()> {
    let mut files = files_with(&workspace.root.join("frontend/service-worker"), "js")?;
    files.sort_by_key(|file| (!is_first(file), file.clone()));
    let inputs = Fingerprint::default()
        .files(&files)?
        .text(if tools.is_some() { "small" } else { "" });
    site.step("service-worker", "joining the service worker", inputs, |_| {
        let scripts = files
            .iter()
            .map(|file| fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display())))
            .collect::<Result<Vec<_>>>()?;
        let mut bytes = scripts.join("\n").into_bytes();
        if let Some(tools) = tools {
            bytes = tools.minified(&bytes)?;
        }
        Ok(vec![Output::hashed("service-worker.js", bytes)])
    })
}

fn is_first(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_build_on_comes_first() {
        assert!(is_first(Path::new("frontend/service-worker/shop.js")));
        assert!(!is_first(Path::new("frontend/service-worker/answers.js")));
    }
}
