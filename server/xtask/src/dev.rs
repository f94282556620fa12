//! `cargo xtask dev`: builds in the quick profile, serves, and keeps up with changes. A style or text needs no
//! compiler; Rust is built again and the server restarted. Open pages reload when `<site>/reload` changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher};

use crate::process::Running;
use crate::tools::Need;
use crate::workspace::{Profile, Workspace};
use crate::{build, report, serve, site};

const PROFILE: Profile = Profile::Dev;
const WATCHED: [&str; 6] = ["app", "frontend", "locales", "server", "style", "Cargo.toml"];
/// Editors write a file in several steps, and "save all" several files.
const SETTLED: Duration = Duration::from_millis(80);
const PATIENCE: Duration = Duration::from_secs(10);

/// What a change asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Work {
    /// Texts are read from disk by the running server.
    Texts,
    Looks,
    /// The browser's crates; the server renders them too.
    Both,
    Server,
}

enum News {
    Changed(PathBuf),
    Quit,
}

/// Serves until Ctrl-C.
///
/// # Errors
/// The first build fails, or the folders cannot be watched. Later failures are shown and waited out.
pub fn dev(workspace: &Workspace, port: Option<u16>) -> Result<()> {
    let address = serve::ready_address(port)?;
    serve::ready_folders(workspace)?;
    build::everything(workspace, PROFILE, Need::Optional)?;
    serve::seed(workspace, PROFILE)?;

    let (sender, news) = channel();
    let quit = sender.clone();
    ctrlc::set_handler(move || {
        // Nobody listens any more: we are ending already.
        let _ = quit.send(News::Quit);
    })
    .context("cannot listen for Ctrl-C")?;
    let _watcher = watch(workspace, sender)?;

    let start = || -> Result<Running> {
        let mut bazar = serve::bazar(workspace, PROFILE, address, "serve");
        bazar
            .env("BAZAR_DEV", "1")
            .spawn()
            .map(Running)
            .context("cannot start the server")
    };
    let mut server = start()?;
    report::notice("watching for changes; Ctrl-C ends");
    while let Some(changed) = next_changes(&news) {
        let works: BTreeSet<Work> = changed
            .iter()
            .filter_map(|path| work_for(relative(workspace, path)))
            .collect();
        // Open pages show changed texts by themselves.
        if works.iter().all(|work| *work == Work::Texts) {
            continue;
        }
        let began = Instant::now();
        match rebuild(workspace, &works) {
            Ok(()) => {
                if works.contains(&Work::Server) || works.contains(&Work::Both) {
                    server.stop(PATIENCE);
                    server = start()?;
                }
                reload_pages(workspace)?;
                report::notice(&format!("up to date after {:.1} s", began.elapsed().as_secs_f32()));
            }
            Err(problem) => report::notice(&format!("{problem:#}; the shop goes on as it was")),
        }
    }
    server.stop(PATIENCE);
    Ok(())
}

fn watch(workspace: &Workspace, sender: Sender<News>) -> Result<notify::RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading counts as an event too, and the compiler reads everything.
        if let Ok(event) = event
            && !matches!(event.kind, EventKind::Access(_))
        {
            for path in event.paths {
                let _ = sender.send(News::Changed(path));
            }
        }
    })
    .context("cannot watch for changes")?;
    for name in WATCHED {
        let path = workspace.root.join(name);
        if path.exists() {
            watcher
                .watch(&path, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {}", path.display()))?;
        }
    }
    Ok(watcher)
}

/// Waits for a change and for the quiet after it; None at the end.
fn next_changes(news: &Receiver<News>) -> Option<Vec<PathBuf>> {
    let News::Changed(first) = news.recv().ok()? else {
        return None;
    };
    let mut changed = vec![first];
    loop {
        match news.recv_timeout(SETTLED) {
            Ok(News::Changed(path)) => changed.push(path),
            Err(RecvTimeoutError::Timeout) => return Some(changed),
            Ok(News::Quit) | Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

fn relative<'a>(workspace: &Workspace, path: &'a Path) -> &'a Path {
    path.strip_prefix(&workspace.root).unwrap_or(path)
}

fn work_for(path: &Path) -> Option<Work> {
    let hidden = path.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
    if hidden || path.starts_with("server/xtask") {
        return None;
    }
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    let in_browser = ["app/components", "app/islands", "app/domain", "app/l10n", "frontend"]
        .iter()
        .any(|crate_| path.starts_with(crate_));
    match end {
        "ftl" => Some(Work::Texts),
        "css" => Some(Work::Looks),
        _ if path.starts_with("style/assets") => Some(Work::Looks),
        // The guide for translators is built in, drawings and all.
        "md" | "svg" if path.starts_with("locales/guide") => Some(Work::Server),
        "js" if path.starts_with("frontend") => Some(Work::Looks),
        "rs" | "toml" if in_browser || path == Path::new("Cargo.toml") => Some(Work::Both),
        "rs" | "toml" => Some(Work::Server),
        // An editor's backup file, a README.
        _ => None,
    }
}

fn rebuild(workspace: &Workspace, works: &BTreeSet<Work>) -> Result<()> {
    if works.contains(&Work::Both) {
        build::everything(workspace, PROFILE, Need::Optional)
    } else {
        if works.contains(&Work::Looks) {
            build::looks(workspace, PROFILE)?;
        }
        if works.contains(&Work::Server) {
            build::server(workspace, PROFILE)
        } else {
            Ok(())
        }
    }
}

/// The server watches this file and tells the open pages.
fn reload_pages(workspace: &Workspace) -> Result<()> {
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
    site::write_whole(&workspace.site(PROFILE).join("reload"), format!("{now}\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rust_needs_a_compiler() {
        for (path, work) in [
            ("locales/ug/cart.ftl", Some(Work::Texts)),
            ("locales/guide/ug.md", Some(Work::Server)),
            ("locales/guide/pictures/mark.svg", Some(Work::Server)),
            ("locales/README.md", None),
            ("style/cart.css", Some(Work::Looks)),
            ("style/assets/icons/cart.svg", Some(Work::Looks)),
            ("frontend/start.js", Some(Work::Looks)),
            ("app/islands/src/cart.rs", Some(Work::Both)),
            ("app/domain/src/money.rs", Some(Work::Both)),
            ("Cargo.toml", Some(Work::Both)),
            ("app/src/cart/page.rs", Some(Work::Server)),
            ("server/service/Cargo.toml", Some(Work::Server)),
            ("server/xtask/src/dev.rs", None),
            ("app/README.md", None),
            ("app/src/.page.rs.swp", None),
        ] {
            assert_eq!(work_for(Path::new(path)), work, "{path}");
        }
    }
}
