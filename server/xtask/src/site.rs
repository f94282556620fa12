//! The built site: a folder `assets` of files named after their content, so that browsers may keep them for ever, and
//! a `manifest.json` from the plain name to the hashed one. Text-like files have a `.br` and a `.gz` beside them.
//!
//! A step whose inputs are unchanged is not run again. Files appear by renaming and the manifest changes last: a
//! server that reads along never meets half a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::fingerprint::{Fingerprint, short_hash};
use crate::report;
use crate::workspace::{Profile, Workspace};

/// From the plain name ("style.css") to the file below `assets` ("style.0f3a….css").
pub type Manifest = BTreeMap<String, String>;

/// A file a step made.
pub struct Output {
    pub name: String,
    pub bytes: Vec<u8>,
    pub naming: Naming,
}

/// Whether the file's name carries the hash of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    Hashed,
    /// For a file that another one names from within, in a folder that is unique already.
    Kept,
    /// For the same, in this folder, which carries the hash of all that is in it.
    In(String),
}

impl Output {
    /// A file that may be named after its content.
    pub fn hashed(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            bytes,
            naming: Naming::Hashed,
        }
    }
}

/// What was built from what.
#[derive(Default, Serialize, Deserialize)]
struct Stamp {
    inputs: String,
    /// Plain names.
    outputs: Vec<String>,
}

/// An open site folder. Changes count from [`Site::publish`] on.
pub struct Site {
    folder: PathBuf,
    quality: i32,
    published: Manifest,
    manifest: Manifest,
    stamps_file: PathBuf,
    stamps: BTreeMap<String, Stamp>,
}

impl Site {
    /// Opens the site of a profile, empty when there is none yet.
    ///
    /// # Errors
    /// The target folder cannot be written.
    pub fn open(workspace: &Workspace, profile: Profile) -> Result<Self> {
        let name = match profile {
            Profile::Release => "site-release.json",
            Profile::Dev => "site-dev.json",
        };
        // Brotli's best takes seconds on a WASM; a developer's own machine gains nothing from it.
        let quality = match profile {
            Profile::Release => 11,
            Profile::Dev => 5,
        };
        Self::open_at(workspace.site(profile), workspace.scratch().join(name), quality)
    }

    fn open_at(folder: PathBuf, stamps_file: PathBuf, quality: i32) -> Result<Self> {
        let parent = stamps_file.parent().unwrap_or(&folder);
        for folder in [folder.as_path(), parent] {
            fs::create_dir_all(folder).with_context(|| format!("cannot create the folder {}", folder.display()))?;
        }
        // A file that does not parse is one we must write anew: start empty.
        let published: Manifest = read_json(&folder.join("manifest.json")).unwrap_or_default();
        let stamps = read_json(&stamps_file).unwrap_or_default();
        Ok(Self {
            manifest: published.clone(),
            published,
            folder,
            quality,
            stamps_file,
            stamps,
        })
    }

    /// What the site consists of so far.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Says whether a step with these inputs has its files in place.
    pub fn is_fresh(&self, step: &str, inputs: &str) -> bool {
        self.stamps.get(step).is_some_and(|stamp| {
            stamp.inputs == inputs
                && stamp
                    .outputs
                    .iter()
                    .all(|name| self.manifest.get(name).is_some_and(|file| self.file(file).is_file()))
        })
    }

    /// Runs a step if its inputs changed, and takes over its files.
    ///
    /// # Errors
    /// The step's own, or a file cannot be written.
    pub fn step(
        &mut self,
        step: &str,
        what: &str,
        inputs: Fingerprint,
        make: impl FnOnce(&Manifest) -> Result<Vec<Output>>,
    ) -> Result<()> {
        let inputs = inputs.finish();
        if self.is_fresh(step, &inputs) {
            return Ok(());
        }
        report::step(what, || {
            let outputs = make(&self.manifest)?;
            self.replace(step, inputs, outputs)
        })
    }

    /// Takes a step's files out of the site.
    pub fn drop_step(&mut self, step: &str) {
        for name in self.stamps.remove(step).unwrap_or_default().outputs {
            self.manifest.remove(&name);
        }
    }

    fn replace(&mut self, step: &str, inputs: String, outputs: Vec<Output>) -> Result<()> {
        self.drop_step(step);
        let mut stamp = Stamp {
            inputs,
            outputs: Vec::new(),
        };
        for output in outputs {
            let file = match output.naming {
                Naming::Hashed => hashed_name(&output.name, &output.bytes),
                Naming::Kept => output.name.clone(),
                Naming::In(folder) => format!("{folder}/{}", output.name),
            };
            self.write(&file, &output.bytes)?;
            self.manifest.insert(output.name.clone(), file);
            stamp.outputs.push(output.name);
        }
        self.stamps.insert(step.to_owned(), stamp);
        Ok(())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join("assets").join(name)
    }

    fn write(&self, file: &str, bytes: &[u8]) -> Result<()> {
        let path = self.file(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot create the folder {}", folder.display()))?;
        }
        if is_compressible(file) {
            let compressed = compress(bytes, self.quality)?;
            write_whole(&self.file(&format!("{file}.br")), &compressed)?;
            write_whole(&self.file(&format!("{file}.gz")), &gzip(bytes)?)?;
        }
        write_whole(&path, bytes)
    }

    /// Writes the manifest and removes the files nobody names any more.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn publish(mut self) -> Result<Manifest> {
        if self.manifest != self.published || !self.folder.join("manifest.json").is_file() {
            let mut json = serde_json::to_vec_pretty(&self.manifest)?;
            json.push(b'\n');
            write_whole(&self.folder.join("manifest.json"), &json)?;
        }
        write_whole(&self.stamps_file, &serde_json::to_vec_pretty(&self.stamps)?)?;
        let kept: BTreeSet<&String> = self.manifest.values().collect();
        for old in self.published.values().filter(|file| !kept.contains(file)) {
            // Gone already is as good as removed.
            let _ = fs::remove_file(self.file(old));
            let _ = fs::remove_file(self.file(&format!("{old}.br")));
            let _ = fs::remove_file(self.file(&format!("{old}.gz")));
        }
        Ok(std::mem::take(&mut self.manifest))
    }
}

/// A file of the published site, by its plain name.
///
/// # Errors
/// It is not there.
pub fn read(workspace: &Workspace, profile: Profile, name: &str) -> Result<Vec<u8>> {
    let folder = workspace.site(profile);
    let manifest: Manifest = read_json(&folder.join("manifest.json")).context("the site is not built")?;
    let file = manifest.get(name).with_context(|| format!("the site has no {name}"))?;
    fs::read(folder.join("assets").join(file)).with_context(|| format!("cannot read {file}"))
}

/// "style.css" becomes "style.0f3a9c5d1e77.css".
pub fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let hash = short_hash(bytes);
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.') {
        Some((stem, end)) => format!("{folder}{slash}{stem}.{hash}.{end}"),
        None => format!("{folder}{slash}{file}.{hash}"),
    }
}

/// Fonts and photographs are compressed already.
fn is_compressible(file: &str) -> bool {
    let end = file.rsplit('.').next().unwrap_or_default();
    ["css", "js", "json", "map", "svg", "txt", "wasm", "webmanifest"].contains(&end)
}

/// For browsers that take no brotli over plain HTTP.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Brotli with the widest window browsers accept without asking.
///
/// # Errors
/// Out of memory, as far as one can tell.
pub fn compress(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings).context("brotli failed")?;
    Ok(compressed)
}

/// Writes a file so that it is there in full or not at all.
///
/// # Errors
/// The folder is read-only, or the disk full.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::Builder::new().prefix(".half-").tempfile_in(folder)?;
        file.write_all(bytes)?;
        // Temporary files are made for their owner alone; the server may run as someone else.
        #[cfg(unix)]
        fs::set_permissions(file.path(), std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
        file.persist(path)?;
        Ok(())
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

fn read_json<T: for<'a> Deserialize<'a>>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn open(folder: &Path) -> Site {
        Site::open_at(folder.join("site"), folder.join("stamps.json"), 5).unwrap()
    }

    fn build(folder: &Path, css: &str) -> (Manifest, bool) {
        let mut site = open(folder);
        let mut ran = false;
        site.step("styles", "styles", Fingerprint::default().text(css), |_| {
            ran = true;
            Ok(vec![Output::hashed("style.css", css.as_bytes().to_vec())])
        })
        .unwrap();
        (site.publish().unwrap(), ran)
    }

    #[test]
    fn names_carry_the_hash_before_the_ending() {
        assert_eq!(hashed_name("style.css", b""), "style.e3b0c44298fc.css");
        assert_eq!(hashed_name("icons/a.b.svg", b""), "icons/a.b.e3b0c44298fc.svg");
        assert_eq!(hashed_name("icons/plain", b""), "icons/plain.e3b0c44298fc");
    }

    #[test]
    fn a_step_runs_again_only_when_its_inputs_change_or_its_file_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let (first, ran) = build(folder.path(), "a{}");
        assert!(ran);
        assert!(!build(folder.path(), "a{}").1);

        fs::remove_file(folder.path().join("site/assets").join(&first["style.css"])).unwrap();
        assert!(build(folder.path(), "a{}").1);
    }

    #[test]
    fn a_replaced_file_goes_with_its_compressed_twin() {
        let folder = tempfile::tempdir().unwrap();
        let (first, _) = build(folder.path(), "a{}");
        let (second, _) = build(folder.path(), "b{}");
        let site = folder.path().join("site/assets");
        assert!(!site.join(&first["style.css"]).exists());
        assert!(!site.join(format!("{}.br", first["style.css"])).exists());
        assert!(site.join(format!("{}.br", second["style.css"])).exists());
        assert_eq!(fs::read(site.join(&second["style.css"])).unwrap(), b"b{}");
    }

    #[test]
    fn a_failing_step_leaves_the_site_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (first, _) = build(folder.path(), "a{}");
        let mut site = open(folder.path());
        let failed = site.step("styles", "styles", Fingerprint::default().text("new"), |_| {
            anyhow::bail!("no")
        });
        assert!(failed.is_err());
        assert_eq!(open(folder.path()).manifest(), &first);
        assert!(folder.path().join("site/assets").join(&first["style.css"]).exists());
    }

    #[test]
    fn brotli_gives_back_what_it_took() {
        let text = "بادام ".repeat(500);
        let compressed = compress(text.as_bytes(), 11).unwrap();
        assert!(compressed.len() < 100);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &compressed[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}
