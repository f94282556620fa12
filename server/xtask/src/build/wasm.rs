//! What the browser runs: the crate `frontend` through Cargo, wasm-bindgen (as a library, so that its version cannot
//! differ from the crate's) and Binaryen's wasm-opt.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::parts::Parts;
use crate::fingerprint::{Fingerprint, files_below};
use crate::site::{Naming, Output, Site, compress};
use crate::tools::Tools;
use crate::workspace::{Profile, Workspace};
use crate::{process, report};

/// What rustc emits by default; wasm-opt must be told, and may not add more.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// For every crate of the WASM, in place of whatever flags one has set for programs of this machine; the last one adds
/// `lto`, and keeps the names, which wasm-bindgen needs and takes away.
const SMALL: [&str; 4] = [
    "-Copt-level=z",
    "-Cpanic=abort",
    "-Ccodegen-units=1",
    "-Clinker-plugin-lto",
];

/// Makes `frontend.js` and `frontend.wasm`. The script is given its WASM's address when it is started.
///
/// # Errors
/// The islands do not compile, or a tool fails.
pub fn build(workspace: &Workspace, profile: Profile, tools: Option<&Tools>, site: &mut Site) -> Result<()> {
    let raw = workspace.raw_wasm(profile);
    if !raw.is_file() {
        eprintln!("> compiling the islands for the browser (the first time takes some minutes)");
    }
    compile(workspace, profile)?;

    // Time matters more than bytes to a developer.
    let optimiser = tools.filter(|_| profile == Profile::Release);
    let inputs = Fingerprint::default()
        .text(env!("CARGO_PKG_VERSION"))
        .text("names")
        .text(&optimiser.map_or(Ok(String::new()), |_| {
            Tools::version(workspace).map(Fingerprint::finish)
        })?)
        .file(&raw)?;
    let scratch = workspace.scratch().join("wasm");
    site.step("wasm", "preparing the WASM for the browser", inputs, |_| {
        if scratch.exists() {
            fs::remove_dir_all(&scratch).with_context(|| format!("cannot empty {}", scratch.display()))?;
        }
        let bound = scratch.join("bound");
        let outputs = match profile {
            Profile::Dev => {
                let mut outputs = bind(&raw, profile, &bound)?;
                outputs.push(Output::hashed("frontend.wasm", wasm(&bound, "frontend_bg", optimiser)?));
                outputs
            }
            Profile::Release => in_parts(&raw, &scratch, &bound, optimiser)?,
        };
        let quality = if profile == Profile::Release { 11 } else { 5 };
        for output in &outputs {
            let size = compress(&output.bytes, quality)?.len();
            eprintln!("  {}: {} compressed", output.name, report::kilobytes(size));
        }
        Ok(outputs)
    })
}

/// The WASM split, and the scripts with the loader of its parts.
fn in_parts(raw: &Path, scratch: &Path, bound: &Path, optimiser: Option<&Tools>) -> Result<Vec<Output>> {
    let parts = Parts::of(raw, scratch)?;
    let mut outputs = bind(&parts.main, Profile::Release, bound)?;
    let files: BTreeMap<String, Vec<u8>> = parts
        .files
        .iter()
        .map(|stem| Ok((stem.clone(), wasm(scratch, stem, optimiser)?)))
        .collect::<Result<_>>()?;
    let script = outputs
        .iter_mut()
        .find(|output| output.name == "frontend.js")
        .context("wasm-bindgen wrote no frontend.js")?;
    script.bytes = parts
        .into_script(&String::from_utf8_lossy(&script.bytes), &files)?
        .into_bytes();
    outputs.push(Output::hashed("frontend.wasm", wasm(bound, "frontend_bg", optimiser)?));
    outputs.extend(
        files
            .into_iter()
            .map(|(stem, bytes)| Output::hashed(Parts::name(&stem), bytes)),
    );
    Ok(outputs)
}

/// A finished file, as small as the tools there are can make it.
fn wasm(folder: &Path, stem: &str, optimiser: Option<&Tools>) -> Result<Vec<u8>> {
    if let Some(tools) = optimiser {
        optimise(tools, folder, stem)?;
    }
    let path = folder.join(stem).with_extension("wasm");
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// Small code instead of fast code goes by compiler flags. A Cargo profile of its own would compile the macros, which
/// run on this machine, once more than the server's.
fn compile(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["rustc", "--package", "frontend", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--profile", profile.cargo()]);
    if profile == Profile::Release {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", SMALL.join("\x1f"));
        cargo.args(["--features", "parts", "--", "-Clinker-plugin-lto=no", "-Cembed-bitcode=yes", "-Clto=fat", "-Cstrip=none"]);
        // What is split needs to know who refers to what; data that is merged could not be told apart (cargo-leptos#679).
        cargo.args(["-Clink-arg=--emit-relocs", "-Clink-arg=--no-merge-data-segments"]);
    }
    process::run(&mut cargo).context("the islands did not compile")
}

/// Writes wasm-bindgen's files to the scratch folder and returns the scripts.
fn bind(raw: &Path, profile: Profile, scratch: &Path) -> Result<Vec<Output>> {
    let is_split = profile == Profile::Release;
    let mut bound = Bindgen::new()
        .input_path(raw)
        .out_name("frontend")
        .web(true)?
        .typescript(false)
        // The parts find by them what they share with the main file.
        .keep_lld_exports(is_split)
        .demangle(!is_split)
        .omit_default_module_path(true)
        // A developer's browser then says in which function it was.
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen failed")?;
    // Streams between Rust and JavaScript come along with `server_fn` (wasm-streams). No island uses them, but an
    // export keeps its function alive; without them the optimiser drops a tenth of the file.
    let exports = &mut bound.wasm_mut().exports;
    let unused: Vec<String> = exports
        .iter()
        .map(|export| export.name.clone())
        .filter(|name| name.trim_start_matches("__wbg_").starts_with("intounderlying"))
        .collect();
    for name in unused {
        exports.remove(name)?;
    }
    bound
        .emit(scratch)
        .context("the files of wasm-bindgen cannot be written")?;
    files_below(scratch)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "js"))
        .map(|file| {
            let name = file.strip_prefix(scratch)?.to_string_lossy().into_owned();
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            // Inline scripts of crates: frontend.js imports them as `./snippets/<crate>-<hash>/…`.
            let naming = if name.starts_with("snippets/") {
                Naming::Kept
            } else {
                Naming::Hashed
            };
            Ok(Output { name, bytes, naming })
        })
        .collect()
}

fn optimise(tools: &Tools, folder: &Path, stem: &str) -> Result<()> {
    let file = format!("{stem}.wasm");
    let mut wasm_opt = tools.wasm_opt();
    wasm_opt.current_dir(folder).arg("-Oz").args(FEATURES);
    process::run(wasm_opt.args([&file, "-o", &file])).context("wasm-opt failed")
}
