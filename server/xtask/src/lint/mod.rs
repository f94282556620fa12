//! `cargo xtask lint`: the rules of this repository that no compiler checks. Each finding is a line "file:line: what
//! is wrong and what to do instead".

mod areas;
mod crates;
mod css;
mod futures;
mod islands;
mod pictures;
mod rust;
mod texts;
mod views;

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::fingerprint::files_with;
use crate::workspace::Workspace;

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub file: PathBuf,
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

impl Finding {
    fn new(file: &Path, line: usize, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.message)
    }
}

/// A source file with its path from the repository's root.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

/// Checks everything and prints the findings.
///
/// # Errors
/// There are findings, or a file cannot be read.
pub fn lint(workspace: &Workspace) -> Result<()> {
    let rust = rust_sources(workspace)?;
    let english = sources(workspace, &["locales/en"], "ftl")?;
    let styles = sources(workspace, &["style"], "css")?;

    let mut findings = Vec::new();
    for source in rust.iter().filter(|source| source.path.starts_with("app")) {
        findings.extend(views::check(source)?);
    }
    let in_browser = |source: &&Source| {
        ["app/islands/src", "app/components/src"]
            .iter()
            .any(|folder| source.path.starts_with(folder))
    };
    for source in rust.iter().filter(in_browser) {
        findings.extend(islands::check(source)?);
    }
    for source in rust
        .iter()
        .filter(|source| source.path.starts_with("server/service/src"))
    {
        findings.extend(futures::check(source)?);
    }
    findings.extend(texts::check(&english, &rust)?);
    for list in sources(workspace, &["end2end/pictures"], "tsv")? {
        findings.extend(pictures::check(&list, &english));
    }
    for source in &styles {
        findings.extend(css::check(source));
    }
    findings.extend(areas::check(&rust)?);
    findings.extend(crates::check(workspace)?);
    findings.sort();
    findings.dedup();

    for finding in &mut findings {
        if let Ok(file) = finding.file.strip_prefix(&workspace.root) {
            finding.file = file.to_owned();
        }
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            println!(
                "lint: {} Rust files, {} style sheets and {} text files are in order",
                rust.len(),
                styles.len(),
                english.len()
            );
            Ok(())
        }
        1 => bail!("lint: 1 finding"),
        count => bail!("lint: {count} findings"),
    }
}

/// All Rust of the shop; this crate has no pages and no texts.
fn rust_sources(workspace: &Workspace) -> Result<Vec<Source>> {
    let mut sources = sources(workspace, &["app", "frontend", "server"], "rs")?;
    sources.retain(|source| !source.path.starts_with("server/xtask"));
    Ok(sources)
}

fn sources(workspace: &Workspace, folders: &[&str], extension: &str) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in folders {
        for file in files_with(&workspace.root.join(folder), extension)? {
            let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let path = file.strip_prefix(&workspace.root).unwrap_or(&file).to_owned();
            sources.push(Source { path, text });
        }
    }
    Ok(sources)
}
