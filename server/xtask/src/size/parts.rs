//! `cargo xtask size --parts`: which crates the shop's WASM consists of. Counted on the linked file, which still has its
//! names; wasm-opt and Brotli make about a third of it later, of each crate much the same share.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use walrus::{FunctionKind, Module};

use crate::build;
use crate::report::kilobytes;
use crate::tools::Need;
use crate::workspace::{Profile, Workspace};

/// Prints the crates, largest first.
///
/// # Errors
/// The site does not build, or its WASM cannot be read.
pub fn parts(workspace: &Workspace) -> Result<()> {
    build::site(workspace, Profile::Release, Need::Required)?;
    let raw = workspace.raw_wasm(Profile::Release);
    let module = Module::from_file(&raw).with_context(|| format!("cannot read {}", raw.display()))?;
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for function in module.funcs.iter() {
        if let FunctionKind::Local(local) = &function.kind {
            let bytes = local.original_range.as_ref().map_or(0, |range| range.len());
            *crates
                .entry(crate_of(function.name.as_deref().unwrap_or_default()))
                .or_default() += bytes;
        }
    }
    let data: usize = module.data.iter().map(|data| data.value.len()).sum();
    crates.insert("(texts and tables)".to_owned(), data);
    let mut crates: Vec<(String, usize)> = crates.into_iter().collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let all: usize = crates.iter().map(|(_, bytes)| bytes).sum();
    for (name, bytes) in &crates {
        let share = bytes * 1000 / all.max(1);
        println!(
            "{name:<28} {:>10} {:>3}.{} %",
            kilobytes(*bytes),
            share / 10,
            share % 10
        );
    }
    println!("{:<28} {:>10}", "all, before wasm-opt", kilobytes(all));
    Ok(())
}

/// The crate a function comes from. Of `<islands::A as core::B>::f` it is the type's: it is there for its sake.
fn crate_of(symbol: &str) -> String {
    let name = rustc_demangle::demangle(symbol).to_string();
    let path = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = ["mut ", "const ", "dyn ", "impl "]
        .iter()
        .fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    match path.split_once("::") {
        Some((first, _)) if first.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => first.to_owned(),
        _ => "(others)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        for (symbol, name) in [
            ("_ZN7islands4cart5store4show17h0123456789abcdefE", "islands"),
            ("<tachys::view::Either as tachys::Render>::build", "tachys"),
            ("<&mut postcard::Serializer as serde::Serializer>::x", "postcard"),
            ("core::ptr::drop_in_place<islands::Toast>", "core"),
            ("memcpy", "(others)"),
            ("", "(others)"),
        ] {
            assert_eq!(crate_of(symbol), name, "{symbol}");
        }
    }
}
