//! `bazar l10n export`: texts for a program of translators.

use std::io::Write;
use std::path::Path;

use wording::exchange::{self, Format, UnitState};

use super::files::{self, beside};

/// The texts of a language in this format; with `only_open` those that are missing or doubted.
///
/// # Errors
/// When the folder cannot be read.
pub fn export(folder: &Path, language: &str, format: Format, only_open: bool) -> anyhow::Result<Vec<u8>> {
    let (english, own) = (files::read(folder, "en")?, files::read(folder, language)?);
    let all = beside(&english, &own).into_iter();
    let rows: Vec<_> = all
        .filter(|text| !only_open || text.state() != UnitState::Translated)
        .map(|text| text.row())
        .collect();
    Ok(exchange::write(format, language, &rows))
}

/// Writes what is exported to a file, or where the command's output goes.
///
/// # Errors
/// When it cannot be written.
pub fn put(bytes: &[u8], to: Option<&Path>) -> anyhow::Result<()> {
    match to {
        Some(path) => std::fs::write(path, bytes).map_err(|error| files::unwritten(path, &error)),
        None => std::io::stdout()
            .write_all(bytes)
            .map_err(|error| files::unwritten(Path::new("stdout"), &error)),
    }
}
