//! The program of the release before, on a database that the current program has brought up to date: the tests of
//! `upgrade` in `server/tests/it`, with a build of that program. Which release it is stands in [`RELEASE`].

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Verdict;
use crate::process;
use crate::report;
use crate::workspace::{Package, Workspace};

/// Holds the commit of the last release.
const RELEASE: &str = "server/tests/last_release";
/// The demo district of the tests, as that release reads it.
const DISTRICT: &str = "server/testing/district";

/// Builds that program, if it was not built before, and runs the tests with it.
///
/// # Errors
/// It does not compile, or a test fails.
pub fn test(workspace: &Workspace) -> Result<Verdict> {
    let commit = release(&fs::read_to_string(workspace.root.join(RELEASE)).context(RELEASE)?)?;
    if !has(workspace, &commit) {
        report::notice("##################################################################");
        report::notice(&format!("The history here does not hold the last release, {commit}"));
        report::notice("(a shallow clone?): THE UPGRADE FROM IT IS NOT TESTED");
        report::notice("`git fetch --unshallow` brings it.");
        report::notice("##################################################################");
        return Ok(Verdict::Skipped);
    }
    let built = workspace.scratch().join("last-release").join(&commit);
    if !built.join("bazar").is_file() {
        report::step(&format!("building the program of the last release, {commit}"), || {
            build(workspace, &commit, &built)
        })?;
    }
    super::run(workspace, |cargo| {
        if process::find("cargo-nextest").is_some() {
            cargo.args(["--run-ignored=all", "-E", "binary(it) & test(/^upgrade::/)"]);
        } else {
            cargo.args(["--test", "it", "upgrade::", "--", "--ignored"]);
        }
        cargo.env("BAZAR_LAST_RELEASE", &built);
    })?;
    Ok(Verdict::Passed)
}

/// The commit in the text of [`RELEASE`].
fn release(text: &str) -> Result<String> {
    let lines = text.lines().map(str::trim);
    let commit = lines
        .into_iter()
        .find(|line| !line.is_empty() && !line.starts_with('#'));
    match commit {
        Some(commit) if commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            Ok(commit.to_owned())
        }
        _ => bail!("{RELEASE} holds no commit of 40 hexadecimal digits"),
    }
}

fn git(workspace: &Workspace) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(&workspace.root);
    git
}

fn has(workspace: &Workspace, commit: &str) -> bool {
    let object = format!("{commit}^{{commit}}");
    process::output(git(workspace).args(["cat-file", "-e", &object])).is_ok()
}

/// Checks the commit out beside the target folder's other files, builds it, and leaves the program and the district in
/// `built`.
fn build(workspace: &Workspace, commit: &str, built: &Path) -> Result<()> {
    let checkout = workspace.scratch().join("last-release/checkout");
    remove_checkout(workspace, &checkout)?;
    let mut add = git(workspace);
    add.args(["worktree", "add", "--quiet", "--detach", "--force"]);
    process::run(add.arg(&checkout).arg(commit))?;
    let compiled = compile(workspace, &checkout).and_then(|program| {
        fs::create_dir_all(built)?;
        copy(&checkout.join(DISTRICT), &built.join("district"))?;
        // The program last: with it the folder is whole.
        fs::copy(program, built.join("bazar.new"))?;
        fs::rename(built.join("bazar.new"), built.join("bazar"))?;
        Ok(())
    });
    remove_checkout(workspace, &checkout)?;
    compiled
}

/// As the tests are built, and with the same crates of others.
fn compile(workspace: &Workspace, checkout: &Path) -> Result<PathBuf> {
    let target = workspace.scratch().join("last-release/target");
    let old = Workspace::at(&checkout.join("Cargo.toml"))?;
    let mut cargo = old.cargo();
    cargo.args(["build", "--workspace", "--exclude", "frontend", "--bin", "bazar"]);
    // There are none; who asks for examples gets the crates with the features of the tests.
    cargo.arg("--examples");
    for package in &old.packages {
        cargo.args(["--config", &apart(package)]);
    }
    cargo.env("CARGO_TARGET_DIR", &target);
    cargo.env("CARGO_BUILD_BUILD_DIR", workspace.build_folder());
    process::run(&mut cargo).context("the last release did not compile")?;
    Ok(target.join("debug/bazar"))
}

/// A setting that makes Cargo file a crate under another hash than this checkout's. Two checkouts in one build folder take
/// each other's crates for their own: Cargo tells them apart by their place in the workspace and by such settings, and
/// whether they are fresh by the time of the files.
fn apart(package: &Package) -> String {
    format!("profile.dev.package.{}.codegen-units=255", package.name)
}

fn remove_checkout(workspace: &Workspace, checkout: &Path) -> Result<()> {
    if checkout.exists() {
        fs::remove_dir_all(checkout).with_context(|| checkout.display().to_string())?;
    }
    process::run(git(workspace).args(["worktree", "prune"]))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a name")?);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_last_release_is_a_commit() {
        let commit = "796fc3b".to_owned() + &"0".repeat(33);
        assert_eq!(release(&format!("# as of today\n{commit}\n")).unwrap(), commit);
        for wrong in ["", "# nothing\n", "796fc3b", "main", &"g".repeat(40)] {
            assert!(release(wrong).is_err(), "{wrong}");
        }
        release(include_str!("../../../tests/last_release")).unwrap();
    }
}
