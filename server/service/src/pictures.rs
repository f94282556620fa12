//! Pictures: where they are kept and how a page names them.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// A picture in three sizes and two formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// First half of the SHA-256 of its source, hex.
    pub key: String,
    /// Width of the largest size, pixels.
    pub width: u32,
    /// Height of the largest size, pixels.
    pub height: u32,
}

impl Picture {
    /// The URL of one size; `format` is `webp` or `jpg`.
    pub fn url(&self, width: u32, format: &str) -> String {
        format!("/media/{}-{width}.{format}", self.key)
    }

    /// Stored form in a read model: `key:width:height`.
    pub(crate) fn pack(&self) -> String {
        format!("{}:{}:{}", self.key, self.width, self.height)
    }

    /// Reads [`pack`](Self::pack). What cannot be read shows no picture, and a test finds it.
    pub(crate) fn unpack(text: &str) -> Self {
        let mut parts = text.split(':');
        let key = parts.next().unwrap_or_default().to_owned();
        let mut number = || parts.next().and_then(|p| p.parse().ok()).unwrap_or(1200);
        Self {
            key,
            width: number(),
            height: number(),
        }
    }
}

impl From<&db::entities::media::Model> for Picture {
    fn from(row: &db::entities::media::Model) -> Self {
        Self {
            key: row.sha.clone(),
            width: u32::try_from(row.width).unwrap_or(1200),
            height: u32::try_from(row.height).unwrap_or(1200),
        }
    }
}

/// The folder of rendered pictures. Names are content hashes, so a file never changes.
#[derive(Clone, Debug)]
pub struct PictureStore {
    folder: PathBuf,
}

impl PictureStore {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The file of a picture's name as it stands in its URL; `None` for anything that is not such a name.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        media::parse_file_name(name)?;
        Some(self.folder.join(name))
    }

    /// Writes the sizes of a picture; a file is complete or not there.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep(&self, picture: &media::Ingested) -> Result<()> {
        std::fs::create_dir_all(&self.folder).map_err(Error::internal)?;
        for file in &picture.files {
            let name = format!("{}-{}.{}", picture.sha, file.width, file.format.ext());
            write_whole(&self.folder.join(name), &file.bytes).map_err(Error::internal)?;
        }
        Ok(())
    }

    /// Whether all sizes of the picture `sha` are there.
    pub fn has(&self, sha: &str) -> bool {
        media::WIDTHS.iter().all(|width| {
            ["webp", "jpg"]
                .iter()
                .all(|ext| self.folder.join(format!("{sha}-{width}.{ext}")).is_file())
        })
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let unfinished = path.with_extension("part");
    std::fs::write(&unfinished, bytes)?;
    std::fs::rename(unfinished, path)
}
