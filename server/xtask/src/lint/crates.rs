//! Crates point one way (DESIGN: domain ← l10n, domain ← db ← service ← app ← server, …), and what the browser gets
//! holds no page and no server code.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Finding;
use crate::process;
use crate::workspace::{Package, Workspace};

/// Each crate and the crates of this workspace it may use. One that is missing here is a finding: decide first.
const MAY_USE: [(&str, &[&str]); 17] = [
    ("domain", &[]),
    ("l10n", &["domain"]),
    ("media", &["domain"]),
    ("print", &[]),
    ("db", &["domain"]),
    ("search", &["domain", "l10n"]),
    ("tables", &["domain"]),
    ("wording", &["domain", "l10n", "tables"]),
    (
        "service",
        &["db", "domain", "l10n", "media", "print", "search", "tables", "wording"],
    ),
    // Its server half may call use cases; that the browser's half does not, `linked` checks.
    ("components", &["domain", "l10n"]),
    ("islands", &["components", "domain", "l10n", "service"]),
    ("app", &["components", "domain", "islands", "l10n", "service"]),
    ("frontend", &["islands"]),
    (
        "server",
        &["app", "db", "domain", "islands", "l10n", "media", "service", "wording"],
    ),
    ("testing", &["db", "domain", "l10n", "media", "service"]),
    ("tools", &["db", "domain", "media", "print", "tables"]),
    ("xtask", &[]),
];

/// What must never be linked into the WASM: our own server side, and what would double its size.
const NOT_IN_WASM: [&str; 12] = [
    "app",
    "axum",
    "db",
    "fluent-bundle",
    "fluent-syntax",
    "media",
    "print",
    "sea-orm",
    "search",
    "server",
    "service",
    "tokio",
];

/// Checks the crates' manifests and what Cargo would link into the WASM.
///
/// # Errors
/// Cargo cannot resolve the dependencies.
pub fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = workspace.packages.iter().flat_map(direction).collect();
    let mut cargo = workspace.cargo();
    cargo.args(["tree", "--package", "frontend", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    findings.extend(linked(&process::output(&mut cargo)?));
    Ok(findings)
}

fn direction(package: &Package) -> Vec<Finding> {
    let finding = |word: &str, message: String| {
        let manifest = fs::read_to_string(&package.manifest_path).unwrap_or_default();
        let line = manifest.lines().position(|line| line.starts_with(word));
        Finding::new(&package.manifest_path, line.map_or(1, |at| at + 1), message)
    };
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == package.name) else {
        let message = "a new crate; say in xtask's lint/crates.rs what it may use";
        return vec![finding("name", message.to_owned())];
    };
    package
        .dependencies
        .iter()
        .filter(|used| used.path.is_some() && used.kind.as_deref() != Some("dev"))
        .filter(|used| !allowed.contains(&used.name.as_str()))
        .map(|used| {
            let message = format!(
                "{} must not use {}: crates point one way (DESIGN)",
                package.name, used.name
            );
            finding(&used.name, message)
        })
        .collect()
}

fn linked(tree: &str) -> Vec<Finding> {
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names
        .filter(|name| NOT_IN_WASM.contains(name))
        .map(|name| {
            let why = format!("cargo tree -p frontend --target wasm32-unknown-unknown -e normal -i {name}");
            Finding::new(
                Path::new("frontend/Cargo.toml"),
                1,
                format!("{name} would be linked into the WASM; see `{why}`"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Dependency;

    fn package(name: &str, uses: &[(&str, Option<&str>)]) -> Package {
        let dependency = |(name, kind): &(&str, Option<&str>)| Dependency {
            name: (*name).to_owned(),
            kind: kind.map(str::to_owned),
            path: Some("/".into()),
        };
        Package {
            name: name.to_owned(),
            manifest_path: "Cargo.toml".into(),
            dependencies: uses.iter().map(dependency).collect(),
        }
    }

    #[test]
    fn crates_point_one_way() {
        assert!(direction(&package("db", &[("domain", None)])).is_empty());
        assert_eq!(direction(&package("domain", &[("db", None)])).len(), 1);
        // Tests may use what they like.
        assert!(direction(&package("domain", &[("db", Some("dev"))])).is_empty());
        assert_eq!(direction(&package("surprise", &[])).len(), 1);
    }

    #[test]
    fn server_code_in_the_wasm_is_found() {
        assert_eq!(
            linked("frontend v0.1.0\nislands v0.1.0 (/x)\nservice v0.1.0 (/x)\nserde v1.0.0\n").len(),
            1
        );
    }
}
