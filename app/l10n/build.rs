//! Checks all translations and turns the English ids into Rust names, so that a misspelt id or a forgotten argument
//! is an error of the compiler. Every problem is told at once, with its file and line.

#![expect(dead_code, unused_imports, reason = "the library uses the rest of these modules")]

#[path = "src/check/mod.rs"]
mod check;
#[path = "src/fluent/mod.rs"]
mod fluent;
#[path = "build/generate.rs"]
mod generate;
#[path = "src/plural.rs"]
mod plural;
#[path = "src/style.rs"]
mod style;
#[path = "src/unit.rs"]
mod unit;

use std::path::Path;
use std::{env, fs};

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned());
    let root = Path::new(&here).join("../../locales");
    for folder in check::FOLDERS {
        watch(&root.join(folder));
    }
    let report = check::check_folder(&root, "locales", &|_| Vec::new());
    for warning in report.at(check::Level::Warning) {
        println!("cargo::warning={warning}");
    }
    for error in report.at(check::Level::Error) {
        println!("cargo::error={error}");
    }
    let count = report.at(check::Level::Error).count();
    if count > 0 {
        println!("cargo::error=translations: {count} to put right, see locales/README.md");
        return;
    }
    let out = env::var("OUT_DIR").unwrap_or_else(|_| ".".to_owned());
    // The browser is sent the texts it needs with each page, and knows only their names.
    for (file, code) in [
        ("names.rs", generate::names(&report.languages)),
        ("texts.rs", generate::texts(&report.languages, &root)),
    ] {
        if let Err(error) = fs::write(Path::new(&out).join(file), code) {
            println!("cargo::error=cannot write {file}: {error}");
        }
    }
}

/// The folder for files that come and go, each file for its content.
fn watch(folder: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        if file.path().extension().is_some_and(|extension| extension == "ftl") {
            println!("cargo::rerun-if-changed={}", file.path().display());
        }
    }
}
