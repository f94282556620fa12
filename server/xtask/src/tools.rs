//! What the build takes from npm: wasm-opt and the font subsetter, at the versions of `tools/package-lock.json`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::fingerprint::Fingerprint;
use crate::workspace::Workspace;
use crate::{doctor, process, report, site};

/// Whether a build may go on without the tools: the shop then works, with a larger WASM and the system's fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Optional,
    Required,
}

/// The folder `node_modules` of the tools lies in.
pub struct Tools(PathBuf);

impl Tools {
    /// Installs the tools when they are not there in the right versions; None, with a notice, when that is not
    /// possible and they are optional.
    ///
    /// # Errors
    /// They are required and npm or the network is missing.
    pub fn find(workspace: &Workspace, need: Need) -> Result<Option<Self>> {
        match (Self::install(workspace), need) {
            (Ok(tools), _) => Ok(Some(tools)),
            (Err(problem), Need::Required) => Err(problem),
            (Err(problem), Need::Optional) => {
                report::notice(&format!("{problem:#}"));
                report::notice(
                    "going on without: the WASM stays larger, Uyghur text uses the system's fonts, and labels cannot be printed; the shop works",
                );
                Ok(None)
            }
        }
    }

    fn install(workspace: &Workspace) -> Result<Self> {
        let source = Self::source(workspace);
        let folder = workspace.target.join("tools");
        let ready = folder.join("ready");
        let wanted = Self::version(workspace)?.finish();
        if fs::read_to_string(&ready).is_ok_and(|found| found == wanted) {
            return Ok(Self(folder));
        }
        doctor::npm()?;
        fs::create_dir_all(&folder).with_context(|| format!("cannot create the folder {}", folder.display()))?;
        for name in [
            "package.json",
            "package-lock.json",
            "subset-font.mjs",
            "print-fonts.mjs",
        ] {
            let to = folder.join(name);
            fs::copy(source.join(name), &to).with_context(|| format!("cannot write {}", to.display()))?;
        }
        report::step("fetching wasm-opt and the font tools from npm (115 MB on disk)", || {
            let mut npm = Command::new("npm");
            npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(&folder);
            process::run(&mut npm).context("npm could not install the build tools")
        })?;
        site::write_whole(&ready, wanted.as_bytes())?;
        Ok(Self(folder))
    }

    /// What the tools' results depend on.
    ///
    /// # Errors
    /// The repository's copy cannot be read.
    pub fn version(workspace: &Workspace) -> Result<Fingerprint> {
        let source = Self::source(workspace);
        Fingerprint::default()
            .file(&source.join("package-lock.json"))?
            .file(&source.join("subset-font.mjs"))?
            .file(&source.join("print-fonts.mjs"))
    }

    /// Binaryen's optimiser.
    pub fn wasm_opt(&self) -> Command {
        Command::new(self.0.join("node_modules/.bin/wasm-opt"))
    }

    /// A script without what only people need.
    ///
    /// # Errors
    /// It is no script.
    pub fn minified(&self, script: &[u8]) -> Result<Vec<u8>> {
        let mut esbuild = Command::new(self.0.join("node_modules/.bin/esbuild"));
        esbuild.args(["--minify", "--format=esm", "--charset=utf8", "--log-level=error"]);
        process::through(&mut esbuild, script)
    }

    /// The same of a script together with the modules it imports.
    ///
    /// # Errors
    /// It is no script, or a module is missing.
    pub fn joined(&self, script: &Path) -> Result<Vec<u8>> {
        let mut esbuild = Command::new(self.0.join("node_modules/.bin/esbuild"));
        esbuild.args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--charset=utf8",
            "--log-level=error",
        ]);
        Ok(process::output(esbuild.arg(script))?.into_bytes())
    }

    /// Cuts one weight of Vazirmatn down to Uyghur.
    ///
    /// # Errors
    /// The tool failed or its file cannot be read.
    pub fn uyghur_font(&self, weight: u16, scratch: &Path) -> Result<Vec<u8>> {
        let font = format!("node_modules/@fontsource/vazirmatn/files/vazirmatn-arabic-{weight}-normal.woff2");
        let to = scratch.join(format!("uyghur-{weight}.woff2"));
        let mut node = Command::new("node");
        node.current_dir(&self.0).arg("subset-font.mjs").arg(font).arg(&to);
        process::run(&mut node)?;
        fs::read(&to).with_context(|| format!("cannot read {}", to.display()))
    }

    /// The fonts of printed pages, in one collection.
    ///
    /// # Errors
    /// The tool failed or its file cannot be read.
    pub fn print_fonts(&self, scratch: &Path) -> Result<Vec<u8>> {
        let to = scratch.join("print.ttc");
        let mut node = Command::new("node");
        node.current_dir(&self.0).arg("print-fonts.mjs").arg(&to);
        process::run(&mut node)?;
        fs::read(&to).with_context(|| format!("cannot read {}", to.display()))
    }

    fn source(workspace: &Workspace) -> PathBuf {
        workspace.root.join("server/xtask/tools")
    }
}
