//! Looks for the programs a command needs. What is missing is installed when we may (rustup always, apt as root);
//! else the reader is told the one command to type.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{process, report};

const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for the browser.
///
/// # Errors
/// It is missing and rustup is too, or has no network.
pub fn wasm_target() -> Result<()> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        bail!(
            "Rust's standard library for {WASM} is missing, and so is rustup to install it: https://rustup.rs, or your distribution's package libstd-rust-dev-wasm32"
        );
    }
    report::step("installing Rust's standard library for the browser", || {
        process::run(Command::new("rustup").args(["target", "add", WASM]))
    })
}

/// The source of Rust's standard library, with which the WASM is made smaller; nothing when it is not to be had.
///
/// # Errors
/// `rustc` does not run.
pub fn std_source() -> Result<Option<PathBuf>> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
    if !source.is_dir() && process::find("rustup").is_some() {
        let added = report::step("installing the source of Rust's standard library", || {
            process::run(Command::new("rustup").args(["component", "add", "rust-src"]))
        });
        if added.is_err() {
            report::notice("going on without: the WASM stays larger; the shop works");
        }
    }
    Ok(source.is_dir().then_some(source))
}

/// Node and npm: they bring wasm-opt, the font's tools and the browser tests.
///
/// # Errors
/// One is missing and cannot be installed from here.
pub fn npm() -> Result<()> {
    if process::find("node").is_none() || process::find("npm").is_none() {
        install("Node.js with npm", &["nodejs", "npm"])?;
    }
    Ok(())
}

/// The browser of the tests.
///
/// # Errors
/// As [`npm`].
pub fn chromium() -> Result<PathBuf> {
    let find = || {
        ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(process::find)
    };
    if let Some(path) = find() {
        return Ok(path);
    }
    install("Chromium", &["chromium"])?;
    find().context("Chromium was installed, but there is no `chromium` in PATH")
}

/// Java, for the validator of the browser tests.
///
/// # Errors
/// As [`npm`].
pub fn java() -> Result<()> {
    if process::find("java").is_none() {
        install("Java", &["default-jre-headless"])?;
    }
    Ok(())
}

/// Poppler's programs, which read printed pages for the pictures of their texts.
///
/// # Errors
/// As [`npm`].
pub fn poppler() -> Result<()> {
    if process::find("pdftoppm").is_none() || process::find("pdftotext").is_none() {
        install("Poppler", &["poppler-utils"])?;
    }
    Ok(())
}

/// Python, for programs of translators.
///
/// # Errors
/// As [`npm`].
pub fn python() -> Result<PathBuf> {
    if let Some(python) = process::find("python3") {
        return Ok(python);
    }
    install("Python", &["python3", "python3-venv"])?;
    process::find("python3").context("python3 was installed and cannot be found")
}

/// The folder with PostgreSQL's `initdb` and `postgres`; Debian keeps them out of PATH.
///
/// # Errors
/// As [`npm`].
pub fn postgres() -> Result<PathBuf> {
    if let Some(folder) = postgres_programs() {
        return Ok(folder);
    }
    install("PostgreSQL", &["postgresql"])?;
    postgres_programs().context("PostgreSQL was installed, but there is no `initdb` below /usr/lib/postgresql")
}

fn postgres_programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file())
        .collect();
    // The newest: "9" sorts after "15" as text, so by length first.
    folders.sort_by_key(|folder| (folder.as_os_str().len(), folder.clone()));
    folders
        .pop()
        .or_else(|| Some(process::find("initdb")?.parent()?.to_path_buf()))
}

/// Says whether we run as root, who alone may use apt and must not run PostgreSQL.
pub fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn install(what: &str, packages: &[&str]) -> Result<()> {
    let advice = format!("sudo apt-get install {}", packages.join(" "));
    if !is_root() || process::find("apt-get").is_none() {
        bail!("{what} is missing. Install it with: {advice}");
    }
    report::step(&format!("installing {what} ({})", packages.join(", ")), || {
        let apt = |arguments: &[&str]| {
            let mut command = Command::new("apt-get");
            command
                .env("DEBIAN_FRONTEND", "noninteractive")
                .arg("-qq")
                .args(arguments);
            process::run(&mut command)
        };
        let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
        // A fresh machine has no package lists yet.
        apt(&install)
            .or_else(|_| apt(&["update"]).and_then(|()| apt(&install)))
            .with_context(|| format!("{what} is missing and apt could not install it; try yourself: {advice}"))
    })
}
