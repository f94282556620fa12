//! Pictures: where they are kept and how a page names them.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};

use crate::error::{Error, Result};

pub use domain::view::Picture;

/// The picture of a row.
pub(crate) fn of_row(row: &db::entities::media::Model) -> Picture {
    Picture {
        key: row.sha.clone(),
        width: u32::try_from(row.width).unwrap_or(1200),
        height: u32::try_from(row.height).unwrap_or(1200),
    }
}

/// Where rendered pictures are kept: a folder, or what an address names, such as a bucket that several programs share.
/// Names are content hashes, so a file never changes.
#[derive(Clone, Debug)]
pub struct PictureStore(Arc<dyn ObjectStore>);

/// Why a place for pictures cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PictureStoreError {
    /// The address names nothing pictures can be kept in.
    #[error("pictures cannot be kept in `{0}`: name a folder, or s3://bucket/prefix")]
    UnknownUrl(String),
    /// This program cannot do it.
    #[error("this program was built without S3: build it with `--features s3`, or keep pictures in a folder")]
    WithoutS3,
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

    /// Pictures at an address: `s3://bucket/prefix`, with keys, region and endpoint from the variables `AWS_*`.
    ///
    /// # Errors
    /// When it is no such address, or this program was built without the feature `s3`.
    pub fn at(url: &str) -> Result<Self, PictureStoreError> {
        if url.starts_with("s3://") {
            s3::open(url)
        } else {
            Err(PictureStoreError::UnknownUrl(url.to_owned()))
        }
    }

    /// The bytes of the file that has this name in its URL; nothing for anything that is not such a name.
    ///
    /// # Errors
    /// When the place does not answer.
    pub async fn read(&self, name: &str) -> Result<Option<Bytes>> {
        if media::parse_file_name(name).is_none() {
            return Ok(None);
        }
        let found = match self.0.get(&object_store::path::Path::from(name)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(unavailable(&error)),
        };
        found.bytes().await.map(Some).map_err(|error| unavailable(&error))
    }

    /// Writes the sizes of a picture; a file is complete or not there.
    ///
    /// # Errors
    /// When the place does not take them.
    pub async fn keep(&self, picture: &media::Ingested) -> Result<()> {
        for file in &picture.files {
            let name = format!("{}-{}.{}", picture.sha, file.width, file.format.ext());
            let bytes = PutPayload::from(file.bytes.clone());
            self.0
                .put(&object_store::path::Path::from(name), bytes)
                .await
                .map_err(Error::internal)?;
        }
        Ok(())
    }

    /// Whether all sizes of the picture `sha` are there.
    ///
    /// # Errors
    /// When the place does not answer.
    pub async fn has(&self, sha: &str) -> Result<bool> {
        for width in media::WIDTHS {
            for ext in ["webp", "jpg"] {
                let name = object_store::path::Path::from(format!("{sha}-{width}.{ext}"));
                match self.0.head(&name).await {
                    Ok(_) => {}
                    Err(object_store::Error::NotFound { .. }) => return Ok(false),
                    Err(error) => return Err(unavailable(&error)),
                }
            }
        }
        Ok(true)
    }
}

fn unavailable(error: &object_store::Error) -> Error {
    tracing::error!(%error, "pictures.unavailable");
    Error::Busy
}

#[cfg(feature = "s3")]
mod s3 {
    use std::sync::Arc;

    use object_store::aws::AmazonS3Builder;
    use object_store::prefix::PrefixStore;

    use super::{PictureStore, PictureStoreError};

    pub(super) fn open(url: &str) -> Result<PictureStore, PictureStoreError> {
        build(AmazonS3Builder::from_env(), url)
    }

    pub(super) fn build(settings: AmazonS3Builder, url: &str) -> Result<PictureStore, PictureStoreError> {
        // Set already by somebody else is as good.
        drop(rustls::crypto::ring::default_provider().install_default());
        let (_, prefix) = url.trim_start_matches("s3://").split_once('/').unwrap_or(("", ""));
        let store = settings
            .with_url(url)
            .build()
            .map_err(|error| PictureStoreError::Open(Box::new(error)))?;
        let prefix = prefix.trim_matches('/');
        Ok(PictureStore(if prefix.is_empty() {
            Arc::new(store)
        } else {
            Arc::new(PrefixStore::new(store, prefix))
        }))
    }
}

#[cfg(not(feature = "s3"))]
mod s3 {
    use super::{PictureStore, PictureStoreError};

    pub(super) fn open(_: &str) -> Result<PictureStore, PictureStoreError> {
        Err(PictureStoreError::WithoutS3)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// Half a hash, as names of pictures begin.
    const SHA: &str = "0123456789abcdef0123456789abcdef";

    fn picture() -> media::Ingested {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="red"/></svg>"#;
        media::ingest_svg(svg.as_bytes(), 1200).unwrap()
    }

    async fn keeps_and_gives_back(store: PictureStore) {
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
        for url in ["", "ftp://a/b", "http://bucket", "media"] {
            assert!(
                matches!(PictureStore::at(url), Err(PictureStoreError::UnknownUrl(_))),
                "{url}"
            );
        }
        #[cfg(not(feature = "s3"))]
        assert!(matches!(
            PictureStore::at("s3://bucket"),
            Err(PictureStoreError::WithoutS3)
        ));
    }

    #[cfg(feature = "s3")]
    mod bucket {
        use std::collections::HashMap;
        use std::sync::{Arc, Mutex};

        use object_store::aws::AmazonS3Builder;
        use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream};
        use tokio::net::{TcpListener, TcpStream};

        use super::super::s3::build;
        use super::keeps_and_gives_back;

        type Objects = Arc<Mutex<HashMap<String, Vec<u8>>>>;

        /// One request as S3 would answer it, as far as pictures need it.
        async fn answer(stream: TcpStream, objects: Objects) -> std::io::Result<()> {
            let mut stream = BufStream::new(stream);
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                stream.read_line(&mut line).await?;
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                if line.trim().is_empty() {
                    break;
                }
                head.push_str(&line);
            }
            let mut body = vec![0; length];
            stream.read_exact(&mut body).await?;
            assert!(head.contains("AWS4-HMAC-SHA256"), "signed: {head}");
            let mut words = head.split_whitespace();
            let (method, path) = (words.next().unwrap(), words.next().unwrap().to_owned());
            let found = objects.lock().unwrap().get(&path).cloned();
            let rest = "ETag: \"1\"\r\nLast-Modified: Mon, 23 Nov 2026 04:00:00 GMT\r\nConnection: close\r\n\r\n";
            let (status, length, body) = match (method, found) {
                ("PUT", _) => {
                    objects.lock().unwrap().insert(path, body);
                    ("200 OK", 0, Vec::new())
                }
                ("GET", Some(body)) => ("200 OK", body.len(), body),
                ("HEAD", Some(body)) => ("200 OK", body.len(), Vec::new()),
                _ => ("404 Not Found", 0, Vec::new()),
            };
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{rest}");
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(&body).await?;
            stream.flush().await
        }

        #[tokio::test]
        async fn a_bucket_is_like_a_folder() {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let endpoint = format!("http://{}", listener.local_addr().unwrap());
            let objects = Objects::default();
            let kept = objects.clone();
            tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(answer(stream, objects.clone()));
                }
            });
            let settings = AmazonS3Builder::new()
                .with_endpoint(endpoint)
                .with_allow_http(true)
                .with_region("cn-1")
                .with_access_key_id("key")
                .with_secret_access_key("secret");
            keeps_and_gives_back(build(settings, "s3://pictures/of/the-shop").unwrap()).await;
            let kept = kept.lock().unwrap();
            assert!(
                kept.len() >= 2 && kept.keys().all(|name| name.starts_with("/pictures/of/the-shop/")),
                "{:?}",
                kept.keys()
            );
        }
    }
}
