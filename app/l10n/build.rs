//! Checks all translations and turns the English ids into Rust names, so that a misspelt id or a forgotten argument
//! is an error of the compiler. Every problem is told at once, with its file and line.

#[path = "src/check/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the library uses the rest")]
mod check;
#[path = "build/generate.rs"]
mod generate;

use std::path::Path;
use std::{env, fs};

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned());
    let root = Path::new(&here).join("../../locales");
    for folder in check::FOLDERS {
        watch(&root.join(folder));
    }
    let report = check::check_folder(&root, "locales");
    for hint in &report.hints {
        println!("cargo::warning={hint}");
    }
    for problem in &report.problems {
        println!("cargo::error={problem}");
    }
    if !report.problems.is_empty() {
        let count = report.problems.len();
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
