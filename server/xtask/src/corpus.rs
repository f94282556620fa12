//! `cargo xtask l10n-corpus`: files of translations of other projects, which ours are read beside. They are fetched, and never part of
//! this repository.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

/// A repository, and the folders of it that are looked at.
const PROJECTS: [(&str, &[&str]); 4] = [
    // The specification's own, each with the structure it is meant to have.
    ("https://github.com/projectfluent/fluent", &["test/fixtures"]),
    (
        "https://github.com/common-voice/common-voice",
        &["web/locales/ug", "web/locales/zh-CN", "web/locales/es"],
    ),
    (
        "https://github.com/mozilla-l10n/firefox-l10n",
        &["zh-CN", "es-ES", "fa"],
    ),
    ("https://github.com/ankitects/anki-core-i18n", &["core"]),
];

/// Fetches what is not there yet, and runs the test that reads it.
///
/// # Errors
/// git or the network is missing, or a file was read otherwise than it is meant.
pub fn l10n(workspace: &Workspace) -> Result<()> {
    let folder = workspace.scratch().join("l10n-corpus");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (address, paths) in PROJECTS {
        let name = address.rsplit('/').next().unwrap_or(address);
        fetch(address, paths, &folder.join(name))?;
    }
    let mut test = workspace.cargo();
    test.args([
        "test",
        "--package",
        "l10n",
        "--test",
        "l10n",
        "corpus::",
        "--",
        "--ignored",
        "--nocapture",
    ]);
    process::run(test.env("L10N_CORPUS", &folder))
}

/// Only the newest version, and of it only these folders.
fn fetch(address: &str, paths: &[&str], to: &Path) -> Result<()> {
    if !to.exists() {
        let mut clone = Command::new("git");
        clone.args([
            "clone",
            "--quiet",
            "--depth",
            "1",
            "--filter=blob:none",
            "--sparse",
            address,
        ]);
        process::run(clone.arg(to))?;
    }
    // Also where the network was gone before the folders were there.
    let mut checkout = Command::new("git");
    checkout.arg("-C").arg(to).args(["sparse-checkout", "set"]).args(paths);
    process::run(&mut checkout)
}
