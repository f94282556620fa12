//! The scripts beside the WASM: each `frontend/*.js` is a file that pages name, with the modules below `frontend/navigation`
//! that it imports joined into it. Without npm nothing joins them: they lie beside one another as they are, in a folder named
//! after their content, and find each other there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::fingerprint::{Fingerprint, files_with, short_hash};
use crate::site::{Naming, Output, Site};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The folder of what is only imported.
const MODULES: &str = "navigation";

/// Takes the scripts into the site.
///
/// # Errors
/// One cannot be read or written, or is no script.
pub fn build(workspace: &Workspace, tools: Option<&Tools>, site: &mut Site) -> Result<()> {
    let scripts = scripts(&workspace.root.join("frontend"))?;
    let inputs = scripts
        .iter()
        .try_fold(Fingerprint::default(), |all, (name, file)| all.text(name).file(file))?
        .text(if tools.is_some() { "joined" } else { "" });
    site.step("scripts", "joining and compressing scripts", inputs, |_| match tools {
        Some(tools) => scripts
            .iter()
            .filter(|(name, _)| !name.contains('/'))
            .map(|(name, file)| Ok(Output::hashed(name.clone(), tools.joined(file)?)))
            .collect(),
        None => as_they_are(&scripts),
    })
}

/// The scripts and modules in a folder, by their names in it.
fn scripts(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut scripts = files_with(folder, "js")?
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
            Ok((name, file))
        })
        .collect::<Result<Vec<_>>>()?;
    scripts.retain(|(name, _)| name.split_once('/').is_none_or(|(folder, _)| folder == MODULES));
    Ok(scripts)
}

fn as_they_are(scripts: &[(String, PathBuf)]) -> Result<Vec<Output>> {
    let contents = scripts
        .iter()
        .map(|(_, file)| fs::read(file).with_context(|| format!("cannot read {}", file.display())))
        .collect::<Result<Vec<_>>>()?;
    let folder = format!("scripts-{}", short_hash(&contents.concat()));
    Ok(scripts
        .iter()
        .zip(contents)
        .map(|((name, _), bytes)| Output {
            name: name.clone(),
            bytes,
            naming: Naming::In(folder.clone()),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn what_is_imported_lies_where_its_importer_looks_for_it() {
        let folder = tempfile::tempdir().unwrap();
        for place in ["navigation", "service-worker"] {
            fs::create_dir(folder.path().join(place)).unwrap();
        }
        for name in ["start.js", "navigation/page.js", "service-worker/shop.js"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let scripts = scripts(folder.path()).unwrap();
        let outputs = as_they_are(&scripts).unwrap();
        let names: Vec<&str> = outputs.iter().map(|output| output.name.as_str()).collect();
        assert_eq!(names, ["navigation/page.js", "start.js"]);
        let folders: Vec<&Naming> = outputs.iter().map(|output| &output.naming).collect();
        assert!(matches!(folders[0], Naming::In(name) if name.starts_with("scripts-")));
        assert_eq!(folders[0], folders[1]);
    }
}
