//! Names of the built files: styles, scripts, WASM and fonts, as `cargo xtask build` lists them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use axum::body::Bytes;

/// The built site.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Folder of the built files.
    pub folder: PathBuf,
    /// Plain name → name with its content hash.
    names: HashMap<String, String>,
    /// The whole style sheet, put into each document: an external one costs a slow phone 0.6 s of first paint.
    pub style: Bytes,
}

impl Assets {
    /// Reads `manifest.json` and the style sheet from `folder`.
    ///
    /// # Errors
    /// When the site was not built.
    pub fn load(folder: &Path) -> std::io::Result<Self> {
        let manifest = std::fs::read_to_string(folder.join("manifest.json"))?;
        let names: HashMap<String, String> = serde_json::from_str(&manifest)?;
        let style = match names.get("style.css") {
            Some(name) => std::fs::read(folder.join("assets").join(name))?.into(),
            None => Bytes::new(),
        };
        Ok(Self {
            folder: folder.to_owned(),
            names,
            style,
        })
    }

    /// The URL of a built file, if there is one of that name.
    pub fn url(&self, name: &str) -> Option<String> {
        self.names.get(name).map(|hashed| format!("/assets/{hashed}"))
    }

    /// A word that changes with every build.
    pub fn build(&self) -> &str {
        self.names.get("frontend.wasm").map_or("none", String::as_str)
    }
}
