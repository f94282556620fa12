//! Pictures: where they are kept and how a page names them.

mod bucket;
mod documents;
mod files;
mod incoming;
mod originals;
mod pieces;
mod previews;
mod reports;
mod row;
mod workshop;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};

use crate::error::{Error, Result};

pub(crate) use documents::document_place;
pub use domain::view::Picture;
pub use incoming::Incoming;
pub(crate) use originals::{Kept, kept_of, note_kept, original_of};
pub(crate) use pieces::{IncomingFile, PIECE, new_place};
pub(crate) use previews::is_preview;
pub use reports::PhotoSize;
pub(crate) use reports::{ReportPhotoFiles, report_place};
pub(crate) use row::{Made, own_media_row, withheld_media_row};
pub(crate) use workshop::{Case, ReceivingPlace, Workshop, refusal_of};

/// The picture of a row.
pub(crate) fn of_row(row: &db::entities::media::Model) -> Picture {
    Picture {
        key: row.sha.clone(),
        width: u32::try_from(row.width).unwrap_or(1200),
        height: u32::try_from(row.height).unwrap_or(1200),
    }
}

/// The field in which the words for a picture are kept, among the texts of its product: a picture that two products show
/// may say something else with each.
pub(crate) fn text_field(id: domain::MediaId) -> String {
    format!("picture-{id}")
}

/// Where rendered pictures are kept: a folder, or what an address names, such as a bucket that several programs share.
/// Names are content hashes, so a file never changes.
#[derive(Clone, Debug)]
pub struct PictureStore(Arc<dyn ObjectStore>);

/// Why a place for pictures cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PictureStoreError {
    /// The address names nothing pictures can be kept in.
    #[error("pictures cannot be kept in `{0}`: name s3://bucket/prefix?endpoint=https://…&region=…")]
    UnknownUrl(String),
    /// The file of certificates cannot be used.
    #[error("the certificates in {} cannot be used", file.display())]
    Authorities {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The folder cannot be made, or the settings of the bucket are not right.
    #[error("the place for pictures cannot be opened")]
    Open(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl PictureStore {
    /// Pictures in a folder, which is made if it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn in_folder(folder: &Path) -> Result<Self, PictureStoreError> {
        std::fs::create_dir_all(folder).map_err(|error| PictureStoreError::Open(error.into()))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| PictureStoreError::Open(error.into()))?;
        Ok(Self(Arc::new(store)))
    }

    /// Pictures in memory, for tests.
    pub fn in_memory() -> Self {
        Self(Arc::new(InMemory::new()))
    }

    /// Pictures at an address: `s3://bucket/prefix?endpoint=…&region=…`, with keys, and what the address does not say, from
    /// the variables `AWS_*`.
    ///
    /// `authorities` is a PEM file of certificates that are believed beside those that all the world believes.
    ///
    /// # Errors
    /// When it is no such address, or the file holds none.
    pub fn at(url: &str, authorities: Option<&Path>) -> Result<Self, PictureStoreError> {
        bucket::open(url, authorities)
    }

    /// The bytes of the file that has this name in its URL; nothing for anything that is not such a name.
    ///
    /// # Errors
    /// When the place does not answer.
    #[crate::boxed]
    pub async fn read(&self, name: &str) -> Result<Option<Bytes>> {
        if media::parse_file_name(name).is_none() {
            return Ok(None);
        }
        let found = match self.0.get(&object_store::path::Path::from(name)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(unavailable(error)),
        };
        found.bytes().await.map(Some).map_err(unavailable)
    }

    /// Writes the sizes of a picture; a file is complete or not there.
    ///
    /// # Errors
    /// When the place does not take them.
    #[crate::boxed]
    pub async fn keep(&self, picture: &media::Ingested) -> Result<()> {
        self.keep_files(&picture.sha, &picture.files).await
    }

    /// Writes some sizes of the picture `sha`.
    pub(crate) async fn keep_files(&self, sha: &str, files: &[media::Rendition]) -> Result<()> {
        for file in files {
            let name = media::file_name(sha, file.width, file.format);
            let bytes = PutPayload::from(file.bytes.clone());
            self.0
                .put(&object_store::path::Path::from(name), bytes)
                .await
                .map_err(unavailable)?;
        }
        Ok(())
    }

    /// Whether all sizes of the picture `sha` are there.
    ///
    /// # Errors
    /// When the place does not answer.
    #[crate::boxed]
    pub async fn has(&self, sha: &str) -> Result<bool> {
        Ok(self.missing(sha).await?.is_empty())
    }

    /// The sizes of the picture `sha` that are not there.
    pub(crate) async fn missing(&self, sha: &str) -> Result<Vec<(u32, media::Format)>> {
        let mut missing = Vec::new();
        for format in media::Format::ALL {
            for &width in format.widths() {
                let name = object_store::path::Path::from(media::file_name(sha, width, format));
                match self.0.head(&name).await {
                    Ok(_) => {}
                    Err(object_store::Error::NotFound { .. }) => missing.push((width, format)),
                    Err(error) => return Err(unavailable(error)),
                }
            }
        }
        Ok(missing)
    }
}

/// A place that does not answer, answers with an error or refuses the shop's keys: nothing the reader can mend, and over
/// when the operator has mended it.
fn unavailable(error: object_store::Error) -> Error {
    Error::Unavailable(Box::new(error))
}

#[cfg(test)]
mod fake;

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// Half a hash, as names of pictures begin.
    const SHA: &str = "0123456789abcdef0123456789abcdef";

    pub(super) fn picture() -> media::Ingested {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="red"/></svg>"#;
        media::ingest_svg(svg.as_bytes(), 1200).unwrap()
    }

    pub(super) async fn keeps_and_gives_back(store: PictureStore) {
        let picture = picture();
        assert!(!store.has(&picture.sha).await.unwrap());
        store.keep(&picture).await.unwrap();
        assert!(store.has(&picture.sha).await.unwrap());
        for file in &picture.files {
            let name = format!("{}-{}.{}", picture.sha, file.width, file.format.ext());
            assert_eq!(store.read(&name).await.unwrap().unwrap(), file.bytes);
        }
        // Again is no mistake: another program may keep the same picture.
        store.keep(&picture).await.unwrap();
        for name in [
            "",
            "secret",
            "../secret",
            "a/b",
            "%2e%2e%2fsecret",
            &format!("{SHA}-640.webp"),
        ] {
            assert!(store.read(name).await.unwrap().is_none(), "{name}");
        }
    }

    #[tokio::test]
    async fn a_folder_and_a_store_of_objects_are_alike() {
        let folder = tempfile::tempdir().unwrap();
        let media = folder.path().join("new").join("media");
        std::fs::write(folder.path().join("secret"), "x").unwrap();
        keeps_and_gives_back(PictureStore::in_folder(&media).unwrap()).await;
        keeps_and_gives_back(PictureStore::in_memory()).await;
    }

    #[test]
    fn an_address_that_names_no_place_is_refused() {
        for url in [
            "",
            "ftp://a/b",
            "http://bucket",
            "media",
            "s3://",
            "s3:///prefix",
            "s3://a?endpont=b",
            "s3://a?b",
        ] {
            assert!(
                matches!(PictureStore::at(url, None), Err(PictureStoreError::UnknownUrl(_))),
                "{url}"
            );
        }
    }

    /// Against a store that is there: `BAZAR_TEST_S3_URL=s3://bucket/prefix?endpoint=…`, with its keys in `AWS_*`.
    #[tokio::test]
    async fn a_real_bucket_is_like_a_folder() {
        let Ok(url) = std::env::var("BAZAR_TEST_S3_URL") else {
            return;
        };
        let prefix = hex::encode(crate::random::bytes::<8>().unwrap());
        let url = url.replacen('?', &format!("/{prefix}?"), 1);
        keeps_and_gives_back(PictureStore::at(&url, None).unwrap()).await;
    }
}
