//! The server's program. Cargo itself knows best whether it is fresh.

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::{Profile, Workspace};

/// Builds the binary `bazar`.
///
/// # Errors
/// It does not compile.
pub fn server(workspace: &Workspace, profile: Profile) -> Result<()> {
    if !workspace.bazar(profile).is_file() {
        eprintln!("> compiling the server (the first time takes several minutes on two cores)");
    }
    let mut cargo = workspace.cargo();
    cargo.args([
        "build",
        "--package",
        "server",
        "--bin",
        "bazar",
        "--profile",
        profile.cargo(),
    ]);
    process::run(&mut cargo).context("the server did not compile")
}
