//! The compiler for the WASM: this program stands in for `rustc`, so that what the standard library's own build needs
//! (`-Zbuild-std`, on a stable toolchain) is asked of the WASM's crates only. Set for all of Cargo it would have every
//! build script and macro of the workspace compiled once more.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

/// Tells this program that it is called as `rustc`.
const AS_RUSTC: &str = "BAZAR_XTASK_AS_RUSTC";
const TARGET: &str = "wasm32-unknown-unknown";

/// A panic ends the WASM at once, without words for it and without the code that would print them: a tenth of the file.
pub const WITHOUT_WORDS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Whether Cargo calls this program in place of `rustc`.
pub fn is_rustc() -> bool {
    std::env::var_os(AS_RUSTC).is_some()
}

/// Runs the compiler as Cargo asks.
pub fn rustc() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(compiler) = arguments.next() else {
        return ExitCode::FAILURE;
    };
    let arguments: Vec<OsString> = arguments.collect();
    let mut rustc = Command::new(compiler);
    if arguments
        .iter()
        .any(|argument| argument.to_string_lossy().contains(TARGET))
    {
        rustc.env("RUSTC_BOOTSTRAP", "1");
    }
    match rustc.args(arguments).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)),
        Err(problem) => {
            eprintln!("rustc does not start: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Has Cargo build the standard library too, from its source.
pub fn build_std(cargo: &mut Command) {
    if let Ok(own) = std::env::current_exe() {
        cargo.env("RUSTC_WRAPPER", own).env(AS_RUSTC, "1");
        // Cargo takes `-Z` on a stable channel only like this; rustc's own switch goes to the WASM's crates alone.
        cargo.env("__CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS", "nightly");
        cargo.arg("-Zbuild-std=std");
    }
}
