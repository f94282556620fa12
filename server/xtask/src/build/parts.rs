//! The WASM in parts: what every page hydrates stays in the main file, an island that names a part has its code in a file of
//! its own, and what two parts share in one that both load. (`app/docs/decisions/wasm-in-parts.md`)
//!
//! `wasm_split_cli_support` splits what Cargo linked, before wasm-bindgen. Its loader becomes a piece of `frontend.js`:
//! two scripts that name each other could not both be named after their content.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::site::hashed_name;

/// The module from which the split WASM imports its loaders.
const LOADER: &str = "./parts.js";

/// A split WASM.
pub struct Parts {
    /// What wasm-bindgen gets.
    pub main: PathBuf,
    /// Stems of the other files, below the same folder.
    pub files: Vec<String>,
    /// Part → the files it needs, in the order they are loaded.
    needs: BTreeMap<String, Vec<String>>,
    loader: String,
}

impl Parts {
    /// Splits `raw` into files below `folder`.
    ///
    /// # Errors
    /// The file was not linked with its relocations, or cannot be split.
    pub fn of(raw: &Path, folder: &Path) -> Result<Self> {
        let linked = fs::read(raw).with_context(|| format!("cannot read {}", raw.display()))?;
        let main = folder.join("main.wasm");
        let mut options = Options::new(&linked);
        options.output_dir = folder;
        options.main_out_path = &main;
        options.link_name = LOADER;
        options.main_module = "./frontend.js";
        let split = transform(options).map_err(|error| anyhow!("the WASM cannot be split: {error:?}"))?;
        let files = split.split_modules.iter().filter_map(|path| path.file_stem());
        Ok(Self {
            files: files.map(|stem| stem.to_string_lossy().into_owned()).collect(),
            needs: split.prefetch_map.into_iter().collect(),
            loader: fs::read_to_string(folder.join(LOADER))?,
            main,
        })
    }

    /// The plain name of a part's file in the site.
    pub fn name(stem: &str) -> String {
        format!("frontend.{}.wasm", stem.trim_start_matches("split_").replace('_', "-"))
    }

    /// The files each part needs, by the names they have in the site. `wasm` as in [`script`](Self::script).
    pub fn needs(&self, wasm: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<String>> {
        let hashed = |stem: &String| Some(hashed_name(&Self::name(stem), wasm.get(stem)?));
        self.needs
            .iter()
            .map(|(part, stems)| (part.clone(), stems.iter().filter_map(hashed).collect()))
            .collect()
    }

    /// wasm-bindgen's script with the loader in it. `wasm` are the finished files by their stems.
    ///
    /// # Errors
    /// The script does not import the loader as expected.
    pub fn script(&self, script: &str, wasm: &BTreeMap<String, Vec<u8>>) -> Result<String> {
        // Only the import of what is now in the same file is left out.
        let (_, loader) = self.loader.split_once('\n').context("the loader is empty")?;
        let exported: Vec<&str> = loader
            .lines()
            .filter_map(|line| line.strip_prefix("export const "))
            .filter_map(|line| line.split_once(" = "))
            .map(|(name, _)| name)
            .collect();
        let mut loader = loader.replace("export const ", "const ");
        for (stem, bytes) in wasm {
            let name = hashed_name(&Self::name(stem), bytes);
            loader = loader.replace(&format!("\"./{stem}.wasm\""), &format!("\"./{name}\""));
        }
        let mut lines = Vec::new();
        let mut is_imported = false;
        for line in script.lines() {
            let import = line
                .strip_prefix("import * as ")
                .and_then(|line| line.split_once(" from "))
                .filter(|(_, from)| from.contains(LOADER));
            match import {
                Some((name, _)) => {
                    is_imported = true;
                    let exported = exported.join(", ");
                    lines.push(format!(
                        "const {name} = (() => {{\n{loader}\nreturn {{ {exported} }};\n}})();"
                    ));
                }
                None => lines.push(line.to_owned()),
            }
        }
        ensure!(is_imported, "wasm-bindgen's script does not import {LOADER}");
        lines.push(format!(
            "export const parts = {};",
            serde_json::to_string(&self.needs(wasm))?
        ));
        Ok(lines.join("\n"))
    }
}
