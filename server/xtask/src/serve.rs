//! `cargo xtask serve`: from a clean clone to a shop one can open.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::tools::Need;
use crate::workspace::{Profile, Workspace};
use crate::{build, process, report};

const ADDRESS: &str = "127.0.0.1:3000";

/// Builds what changed, loads the demo district into a new database, and becomes the server.
///
/// # Errors
/// The port is taken, a folder is read-only, or something does not build. Does not return otherwise.
pub fn serve(workspace: &Workspace, profile: Profile, port: Option<u16>) -> Result<()> {
    let address = ready_address(port)?;
    ready_folders(workspace)?;
    build::everything(workspace, profile, Need::Optional)?;
    seed(workspace, profile)?;
    become_server(&mut bazar(workspace, profile, address, "serve"))
}

/// The address to listen on, when nobody else does. Asked before the build: it takes minutes.
///
/// # Errors
/// It is taken, not allowed, or not an address.
pub fn ready_address(port: Option<u16>) -> Result<SocketAddr> {
    let wanted = env::var("BAZAR_ADDR").unwrap_or_else(|_| ADDRESS.to_owned());
    let mut address: SocketAddr = wanted
        .parse()
        .with_context(|| format!("BAZAR_ADDR is \"{wanted}\"; it should look like {ADDRESS}"))?;
    if let Some(port) = port {
        address.set_port(port);
    }
    match TcpListener::bind(address) {
        Ok(_) => Ok(address),
        Err(problem) if problem.kind() == ErrorKind::AddrInUse => bail!(
            "port {} is taken by another program. Stop it, or choose another port: cargo xtask serve --port {}",
            address.port(),
            address.port().checked_add(1).unwrap_or(3000)
        ),
        Err(problem) => bail!("cannot listen on {address}: {problem}"),
    }
}

/// Makes the folders the build and the shop write to.
///
/// # Errors
/// One is read-only.
pub fn ready_folders(workspace: &Workspace) -> Result<()> {
    writable(&workspace.target, "CARGO_TARGET_DIR")?;
    writable(&workspace.data(), "BAZAR_DATA_DIR")
}

fn writable(folder: &Path, setting: &str) -> Result<()> {
    // A file without a name, if the system can: nothing stays behind.
    fs::create_dir_all(folder)
        .and_then(|()| tempfile::tempfile_in(folder))
        .map(drop)
        .with_context(|| {
            format!(
                "cannot write to {}; make it writable or name another folder in {setting}",
                folder.display()
            )
        })
}

/// Lets the server load the demo district if its database is new.
///
/// # Errors
/// The database cannot be opened; the server says why.
pub fn seed(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut seed = Command::new(workspace.bazar(profile));
    environment(&mut seed, workspace, profile);
    process::run(seed.args(["seed", "--demo", "--if-empty"]))
}

/// The server's program with the settings of this repository.
pub fn bazar(workspace: &Workspace, profile: Profile, address: SocketAddr, command: &str) -> Command {
    let mut bazar = Command::new(workspace.bazar(profile));
    environment(&mut bazar, workspace, profile);
    bazar.arg(command).env("BAZAR_ADDR", address.to_string());
    bazar
}

/// What the reader has set himself stays.
fn environment(command: &mut Command, workspace: &Workspace, profile: Profile) {
    command.current_dir(&workspace.root);
    let settings: [(&str, OsString); 3] = [
        ("BAZAR_DATA_DIR", workspace.data().into()),
        ("BAZAR_SITE_DIR", workspace.site(profile).into()),
        ("BAZAR_LOCALES_DIR", workspace.root.join("locales").into()),
    ];
    for (name, value) in settings {
        if env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
}

/// Puts the server in this process' place: Ctrl-C and signals reach it without a go-between.
#[cfg(unix)]
fn become_server(command: &mut Command) -> Result<()> {
    report::notice("starting the shop; Ctrl-C ends it");
    Err(std::os::unix::process::CommandExt::exec(command)).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_server(command: &mut Command) -> Result<()> {
    report::notice("starting the shop; Ctrl-C ends it");
    process::run(command)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_taken_port_is_told_with_a_way_out() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let problem = ready_address(Some(port)).unwrap_err().to_string();
        assert!(problem.starts_with(&format!("port {port} is taken")), "{problem}");
        assert!(problem.contains("cargo xtask serve --port"), "{problem}");
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named_with_its_setting() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let problem = writable(&file.path().join("below"), "BAZAR_DATA_DIR")
            .unwrap_err()
            .to_string();
        assert!(problem.contains("BAZAR_DATA_DIR"), "{problem}");
    }
}
