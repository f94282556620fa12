//! `bazar l10n pseudo`: a folder of texts nobody wrote, to try the shop's layout with.

use std::path::Path;

use anyhow::bail;
use l10n::check::say_word;
use wording::{Pseudo, pseudo};

use super::check::own_language;
use super::files;

/// Fills `to` with the English texts, and with the same in this manner as the texts of `language`; answers how many files.
///
/// # Errors
/// When the English texts cannot be read, there are texts in `to` already, or it cannot be written.
pub fn make(folder: &Path, language: &str, kind: Pseudo, to: &Path) -> anyhow::Result<usize> {
    let english = files::read(folder, "en")?;
    if to.join("en").exists() || to.join(language).exists() {
        bail!(
            "{}: {}",
            to.display(),
            say_word("check-pseudo-there", own_language(), &[])
        );
    }
    for of in ["en", language] {
        let folder = to.join(of);
        std::fs::create_dir_all(&folder).map_err(|error| files::unwritten(&folder, &error))?;
    }
    for file in &english {
        files::write(&to.join("en").join(&file.name), &file.text)?;
        files::write(&to.join(language).join(&file.name), &pseudo(kind, &file.text))?;
    }
    Ok(english.len())
}
