//! Where things are: the repository, Cargo's target folder, the built site.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;

/// How much the build optimises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// What a shop runs.
    Release,
    /// Quick to build, slow to run: for developers.
    Dev,
}

impl Profile {
    /// Cargo's name of the profile.
    pub fn cargo(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
        }
    }

    /// The folder below the target folder that Cargo uses for the profile.
    fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "debug",
        }
    }
}

/// The parts of `cargo metadata` that are used here.
#[derive(Clone, Debug, Deserialize)]
pub struct Workspace {
    #[serde(rename = "workspace_root")]
    pub root: PathBuf,
    #[serde(rename = "target_directory")]
    pub target: PathBuf,
    /// Where Cargo keeps what it compiles; Cargo 1.90 and before do not say.
    #[serde(rename = "build_directory")]
    build: Option<PathBuf>,
    pub packages: Vec<Package>,
}

/// A crate of this workspace.
#[derive(Clone, Debug, Deserialize)]
pub struct Package {
    pub name: String,
    pub manifest_path: PathBuf,
    pub dependencies: Vec<Dependency>,
}

/// One line of a crate's dependencies.
#[derive(Clone, Debug, Deserialize)]
pub struct Dependency {
    pub name: String,
    /// None for an ordinary one, else "dev" or "build".
    pub kind: Option<String>,
    /// The folder of a crate of this workspace; None for the registry's.
    pub path: Option<PathBuf>,
}

impl Workspace {
    /// Asks Cargo, so that CARGO_TARGET_DIR and the configuration files count.
    pub fn find() -> Result<Self> {
        // `cargo run` says which checkout it runs for. What was compiled in may be another one's: two checkouts that
        // share a target folder share this program too.
        let folder = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        Self::at(&Path::new(&folder).join("Cargo.toml"))
    }

    /// The workspace of this file.
    ///
    /// # Errors
    /// Cargo does not know it.
    pub fn at(manifest: &Path) -> Result<Self> {
        let mut command = cargo();
        command.args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"]);
        let answer = process::output(command.arg(manifest))?;
        serde_json::from_str(&answer).context("`cargo metadata` answered something else than its JSON")
    }

    /// `cargo`, started at the repository's root.
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }

    /// The folder the server delivers styles, scripts, WASM and pictures from. Each profile has its own, so that `dev`
    /// and `serve` do not rebuild each other's files.
    pub fn site(&self, profile: Profile) -> PathBuf {
        self.target.join(match profile {
            Profile::Release => "site",
            Profile::Dev => "site-dev",
        })
    }

    /// The server's program.
    pub fn bazar(&self, profile: Profile) -> PathBuf {
        self.target.join(profile.folder()).join("bazar")
    }

    /// The WASM as Cargo leaves it, before wasm-bindgen.
    pub fn raw_wasm(&self, profile: Profile) -> PathBuf {
        self.target
            .join("wasm32-unknown-unknown")
            .join(profile.folder())
            .join("frontend.wasm")
    }

    /// The folder of what Cargo compiles on the way.
    pub fn build_folder(&self) -> &Path {
        self.build.as_deref().unwrap_or(&self.target)
    }

    /// Our own scratch folder: what was built from what, and half-finished work.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The shop's database and uploads: `BAZAR_DATA_DIR`, else `data` in the repository.
    pub fn data(&self) -> PathBuf {
        env::var_os("BAZAR_DATA_DIR").map_or_else(|| self.root.join("data"), PathBuf::from)
    }
}

fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // `cargo run` describes *this* crate in the environment; build scripts that look at it would all run again.
    for (name, _) in env::vars_os() {
        let own = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_BIN_NAME"
        });
        if own {
            command.env_remove(name);
        }
    }
    command
}
