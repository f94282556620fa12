//! Names of the built files: styles, scripts, WASM and fonts, as `cargo xtask build` lists them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use axum::http::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The built site.
#[derive(Clone, Debug)]
pub struct Assets {
    /// Folder of the built files.
    pub folder: PathBuf,
    /// Plain name → name with its content hash.
    names: HashMap<String, String>,
    /// See [`build`](Self::build).
    build: String,
    /// The `<style>` element with the whole style sheet, put into each document: an external one costs a slow phone 0.6 s
    /// of first paint.
    pub style: String,
    /// The same of what only the work areas need: it stands in their documents after the other, and no shopper loads it
    /// ([`Assets::has_work_scripts`]).
    pub work_style: String,
    /// The Content-Security-Policy of pages: nothing runs but the shop's own files, nothing frames the page.
    pub policy: HeaderValue,
}

impl Assets {
    /// Reads `manifest.json` and the style sheet from `folder`.
    ///
    /// # Errors
    /// When the site was not built.
    pub fn load(folder: &Path) -> std::io::Result<Self> {
        let manifest = std::fs::read_to_string(folder.join("manifest.json"))?;
        let names: HashMap<String, String> = serde_json::from_str(&manifest)?;
        let sheet = |name: &str| match names.get(name) {
            Some(name) => std::fs::read_to_string(folder.join("assets").join(name)),
            None => Ok(String::new()),
        };
        let (style, work_style) = (sheet("style.css")?, sheet("work.css")?);
        // Names carry the hash of what is in the file.
        let mut runs: Vec<&str> = names.values().filter_map(|name| name.strip_suffix(".wasm")).collect();
        runs.sort_unstable();
        let build = runs.iter().filter_map(|name| name.rsplit('.').next()).collect();
        Ok(Self {
            folder: folder.to_owned(),
            build,
            names,
            policy: policy([&style, &work_style])?,
            style: format!("<style>{style}</style>"),
            work_style: format!("<style>{work_style}</style>"),
        })
    }

    /// The URL of a built file, if there is one of that name.
    pub fn url(&self, name: &str) -> Option<String> {
        self.names.get(name).map(|hashed| format!("/assets/{hashed}"))
    }

    /// Where a built file lies, if there is one of that name.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.names
            .get(name)
            .map(|hashed| self.folder.join("assets").join(hashed))
    }

    /// Whether the work areas have scripts of their own, so that one comes to them by a new document. A developer's build has
    /// one bundle: there one goes from the shop into them, and every document has their style.
    pub fn has_work_scripts(&self) -> bool {
        self.names.contains_key("work.wasm")
    }

    /// A word that changes with every build of what the browser runs.
    pub fn build(&self) -> &str {
        &self.build
    }
}

/// The policy is the same for every page: the style sheets in a page are named by their hashes, scripts are files.
fn policy(styles: [&str; 2]) -> std::io::Result<HeaderValue> {
    let [hash, of_work] = styles.map(|style| STANDARD.encode(Sha256::digest(style)));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-{hash}' 'sha256-{of_work}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    );
    HeaderValue::from_str(&policy).map_err(std::io::Error::other)
}
