//! What the browser runs: the crate `frontend` through Cargo, wasm-bindgen (as a library, so that its version cannot
//! differ from the crate's) and Binaryen's wasm-opt.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::glue::{imports, without_unused};
use super::names::ShortNames;
use super::parts::Parts;
use super::rustc;
use crate::doctor;
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

/// For the smallest file. The first kilobyte of the memory is the far end of the stack: no object has its place there.
/// What is flattened once and put together again comes out some 0.4 kB smaller on a product's page.
const OPTIMISE: [&str; 8] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

/// How the files are made: another way makes others of the same.
const HOW: [&str; 4] = [
    include_str!("wasm.rs"),
    include_str!("glue.rs"),
    include_str!("names.rs"),
    include_str!("parts.rs"),
];

/// For every crate of the WASM, in place of whatever flags one has set for programs of this machine; the last one adds
/// `lto`, and keeps the names, which wasm-bindgen needs and takes away.
const SMALL: [&str; 3] = ["-Copt-level=z", "-Ccodegen-units=1", "-Clinker-plugin-lto"];

/// What a page may load; the shop's never has the islands of the work areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bundle {
    /// A developer's: everything, in one file.
    All,
    /// Shoppers', in parts.
    Shop,
    /// Cooperatives', stations' and the Centre's.
    Work,
}

impl Bundle {
    /// The plain name of its script and its WASM, without the ending.
    const fn name(self) -> &'static str {
        match self {
            Self::All | Self::Shop => "frontend",
            Self::Work => "work",
        }
    }

    const fn features(self) -> &'static str {
        match self {
            Self::All => "shop,work",
            Self::Shop => "shop,parts",
            Self::Work => "work",
        }
    }
}

/// The bundles of a profile, as the compiler leaves them.
pub struct Compiled(Vec<(Bundle, PathBuf)>);

/// Compiles the islands: all of this that needs Cargo.
///
/// # Errors
/// They do not compile.
pub fn compile(workspace: &Workspace, profile: Profile) -> Result<Compiled> {
    let bundles: &[Bundle] = match profile {
        Profile::Dev => &[Bundle::All],
        Profile::Release => &[Bundle::Shop, Bundle::Work],
    };
    if !workspace.raw_wasm(profile).is_file() {
        eprintln!("> compiling the islands for the browser (the first time takes some minutes)");
    }
    bundles
        .iter()
        .map(|bundle| Ok((*bundle, compile_bundle(workspace, *bundle, profile)?)))
        .collect::<Result<_>>()
        .map(Compiled)
}

/// Makes `frontend.js` and `frontend.wasm`, and `work.js` and `work.wasm` of a release. A script is given its WASM's address
/// when it is started.
///
/// # Errors
/// A tool fails.
pub fn prepare(
    workspace: &Workspace,
    compiled: &Compiled,
    profile: Profile,
    tools: Option<&Tools>,
    site: &mut Site,
) -> Result<()> {
    compiled
        .0
        .iter()
        .try_for_each(|(bundle, raw)| prepare_bundle(workspace, *bundle, profile, raw, tools, site))
}

/// From the compiler's file to those of the site.
fn prepare_bundle(
    workspace: &Workspace,
    bundle: Bundle,
    profile: Profile,
    raw: &Path,
    tools: Option<&Tools>,
    site: &mut Site,
) -> Result<()> {
    // Time matters more than bytes to a developer.
    let optimiser = tools.filter(|_| profile == Profile::Release);
    let inputs = Fingerprint::default()
        .text(env!("CARGO_PKG_VERSION"))
        .text(&OPTIMISE.join(" "))
        .text(&HOW.join("\n"))
        .text(&optimiser.map_or(Ok(String::new()), |_| {
            Tools::version(workspace).map(Fingerprint::finish)
        })?)
        .file(raw)?;
    let name = bundle.name();
    let scratch = workspace.scratch().join("wasm").join(name);
    site.step(name, "preparing the WASM for the browser", inputs, |_| {
        if scratch.exists() {
            fs::remove_dir_all(&scratch).with_context(|| format!("cannot empty {}", scratch.display()))?;
        }
        let bound = scratch.join("bound");
        let outputs = match bundle {
            Bundle::Shop => in_parts(raw, &scratch, &bound, optimiser)?,
            Bundle::All | Bundle::Work => whole(raw, bundle, &bound, optimiser)?,
        };
        let quality = if profile == Profile::Release { 11 } else { 5 };
        for output in &outputs {
            let size = compress(&output.bytes, quality)?.len();
            eprintln!("  {}: {} compressed", output.name, report::kilobytes(size));
        }
        Ok(outputs)
    })
}

/// The WASM and its scripts as they are linked.
fn whole(raw: &Path, bundle: Bundle, bound: &Path, optimiser: Option<&Tools>) -> Result<Vec<Output>> {
    let mut outputs = bind(raw, bundle, bound)?;
    let wasm = wasm(bound, &format!("{}_bg", bundle.name()), optimiser)?;
    if let Some(tools) = optimiser {
        let script = script(&mut outputs, bundle)?;
        let glue = without_unused(&String::from_utf8_lossy(&script.bytes), &imports(&wasm)?);
        script.bytes = tools.minified(glue.as_bytes())?;
    }
    outputs.push(Output::hashed(format!("{}.wasm", bundle.name()), wasm));
    Ok(outputs)
}

/// The WASM split, and the scripts with the loader of its parts.
fn in_parts(raw: &Path, scratch: &Path, bound: &Path, optimiser: Option<&Tools>) -> Result<Vec<Output>> {
    let parts = Parts::of(raw, scratch)?;
    let mut outputs = bind(&parts.main, Bundle::Shop, bound)?;
    let files: BTreeMap<String, Vec<u8>> = parts
        .files
        .iter()
        .map(|stem| Ok((stem.clone(), wasm(scratch, stem, optimiser)?)))
        .collect::<Result<_>>()?;
    let main = wasm(bound, "frontend_bg", optimiser)?;
    let script = script(&mut outputs, Bundle::Shop)?;
    let glue = without_unused(&String::from_utf8_lossy(&script.bytes), &imports(&main)?);
    script.bytes = parts.script(&glue, &files)?.into_bytes();
    if let Some(tools) = optimiser {
        script.bytes = tools.minified(&script.bytes)?;
    }
    let needs = serde_json::to_vec(&parts.needs(&files))?;
    outputs.push(Output::hashed("frontend.wasm", main));
    outputs.extend(
        files
            .into_iter()
            .map(|(stem, bytes)| Output::hashed(Parts::name(&stem), bytes)),
    );
    outputs.push(Output::hashed("frontend.parts.json", needs));
    Ok(outputs)
}

/// A bundle's script among what wasm-bindgen wrote.
fn script(outputs: &mut [Output], bundle: Bundle) -> Result<&mut Output> {
    let name = format!("{}.js", bundle.name());
    outputs
        .iter_mut()
        .find(|output| output.name == name)
        .with_context(|| format!("wasm-bindgen wrote no {name}"))
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
/// run on this machine, once more than the server's. Answers where the file is: the next bundle takes Cargo's place for it.
fn compile_bundle(workspace: &Workspace, bundle: Bundle, profile: Profile) -> Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(["rustc", "--package", "frontend", "--target", "wasm32-unknown-unknown"]);
    cargo.args([
        "--profile",
        profile.cargo(),
        "--no-default-features",
        "--features",
        bundle.features(),
    ]);
    if profile == Profile::Release {
        let mut flags = SMALL.to_vec();
        if doctor::std_source()?.is_some() {
            rustc::build_std(&mut cargo);
            flags.extend(rustc::WITHOUT_WORDS);
        } else {
            flags.push("-Cpanic=abort");
        }
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        cargo.args([
            "--",
            "-Clinker-plugin-lto=no",
            "-Cembed-bitcode=yes",
            "-Clto=fat",
            "-Cstrip=none",
        ]);
    }
    if bundle == Bundle::Shop {
        // What is split needs to know who refers to what; data that is merged could not be told apart (cargo-leptos#679).
        cargo.args(["-Clink-arg=--emit-relocs", "-Clink-arg=--no-merge-data-segments"]);
    }
    process::run(&mut cargo).context("the islands did not compile")?;
    let folder = workspace.scratch().join("wasm");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create the folder {}", folder.display()))?;
    let own = folder.join(format!("{}.wasm", bundle.name()));
    fs::copy(workspace.raw_wasm(profile), &own).with_context(|| format!("cannot write {}", own.display()))?;
    Ok(own)
}

/// Writes wasm-bindgen's files to the scratch folder and returns the scripts.
fn bind(raw: &Path, bundle: Bundle, scratch: &Path) -> Result<Vec<Output>> {
    let is_split = bundle == Bundle::Shop;
    let mut bound = Bindgen::new()
        .input_path(raw)
        .out_name(bundle.name())
        .web(true)?
        .typescript(false)
        // The parts find by them what they share with the main file.
        .keep_lld_exports(is_split)
        .demangle(!is_split)
        .omit_default_module_path(true)
        // A developer's browser then says in which function it was.
        .remove_name_section(bundle != Bundle::All)
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
    // A developer reads them.
    let names = if bundle == Bundle::All {
        ShortNames::default()
    } else {
        ShortNames::give(bound.wasm_mut())
    };
    bound
        .emit(scratch)
        .context("the files of wasm-bindgen cannot be written")?;
    files_below(scratch)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "js"))
        .map(|file| {
            let name = file.strip_prefix(scratch)?.to_string_lossy().into_owned();
            let script = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let bytes = names.in_script(&script).into_bytes();
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
    wasm_opt.current_dir(folder).args(OPTIMISE).args(FEATURES);
    process::run(wasm_opt.args([&file, "-o", &file])).context("wasm-opt failed")
}
