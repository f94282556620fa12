//! From the sources to a server and the site it delivers.

mod assets;
mod fonts;
mod glue;
mod long_forms;
mod names;
mod parts;
mod rustc;
mod scripts;
mod server;
mod service_worker;
mod styles;
mod wasm;

use std::fs::{self, File};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, anyhow};

use crate::doctor;
use crate::site::{Manifest, Site};
use crate::tools::{Need, Tools};
use crate::workspace::{Profile, Workspace};

pub use rustc::{is_rustc, rustc};
pub use server::server;

/// Where the server delivers the site's `assets`: the address of a file is this and its name in the manifest.
pub const SITE_URL: &str = "/assets/";

/// Everything `bazar serve` needs.
///
/// # Errors
/// A tool is missing, something does not compile, or a folder is read-only.
pub fn everything(workspace: &Workspace, profile: Profile, need: Need) -> Result<()> {
    thread::scope(|scope| {
        let mut serving = None;
        let site = site_and(workspace, profile, need, || {
            serving = Some(scope.spawn(|| server(workspace, profile)));
        });
        let server = serving.map_or(Ok(()), joined);
        site.and(server)
    })
}

/// Fonts, pictures, styles, scripts and WASM.
///
/// # Errors
/// As [`everything`].
pub fn site(workspace: &Workspace, profile: Profile, need: Need) -> Result<Manifest> {
    site_and(workspace, profile, need, || ())
}

/// [`site`], which calls `compiled` when it does not need Cargo any more. What is no work for Cargo keeps one core busy, or
/// waits for npm: it is done beside the compiler.
fn site_and(workspace: &Workspace, profile: Profile, need: Need, compiled: impl FnOnce()) -> Result<Manifest> {
    doctor::wasm_target()?;
    let _alone = alone(workspace)?;
    thread::scope(|scope| {
        let compiling = scope.spawn(|| wasm::compile(workspace, profile));
        let tools = Tools::find(workspace, need)?;
        let mut site = Site::open(workspace, profile)?;
        fonts::build(workspace, tools.as_ref(), &mut site)?;
        assets::build(workspace, &mut site)?;
        scripts::build(workspace, tools.as_ref(), &mut site)?;
        service_worker::build(workspace, tools.as_ref(), &mut site)?;
        styles::build(workspace, &mut site)?;
        let islands = joined(compiling)?;
        compiled();
        wasm::prepare(workspace, &islands, profile, tools.as_ref(), &mut site)?;
        site.publish()
    })
}

/// Waits until no other build works in the same folder; holds for as long as what it returns.
fn alone(workspace: &Workspace) -> Result<File> {
    let path = workspace.scratch().join("lock");
    fs::create_dir_all(workspace.scratch())
        .and_then(|()| File::create(&path))
        .and_then(|lock| {
            if lock.try_lock().is_err() {
                eprintln!("> waiting for another build to end");
                lock.lock()?;
            }
            Ok(lock)
        })
        .with_context(|| format!("cannot lock {}", path.display()))
}

fn joined<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    thread.join().unwrap_or_else(|_| Err(anyhow!("the build broke off")))
}

/// Only what needs no compiler: for a change of style or picture while developing.
///
/// # Errors
/// The style sheet does not parse, or a folder is read-only.
pub fn looks(workspace: &Workspace, profile: Profile) -> Result<Manifest> {
    let _alone = alone(workspace)?;
    let mut site = Site::open(workspace, profile)?;
    assets::build(workspace, &mut site)?;
    scripts::build(workspace, None, &mut site)?;
    service_worker::build(workspace, None, &mut site)?;
    styles::build(workspace, &mut site)?;
    site.publish()
}
