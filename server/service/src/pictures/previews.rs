//! Pictures beside shared links: they lie where pictures are kept, each under the hash of what is on it.

use bytes::Bytes;
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

use super::{PictureStore, unavailable};
use crate::error::Result;

/// What the name of such a file begins with.
const BEGINS: &str = "preview-";

/// The name of a file: `version` is hex of our own.
fn path(version: &str) -> Path {
    Path::from(format!("{BEGINS}{version}.jpg"))
}

/// Whether a file of this name is one of these.
pub(crate) fn is_preview(name: &str) -> bool {
    name.starts_with(BEGINS)
}

impl PictureStore {
    pub(crate) async fn put_preview(&self, version: &str, file: Bytes) -> Result<()> {
        self.0
            .put(&path(version), PutPayload::from(file))
            .await
            .map_err(unavailable)?;
        Ok(())
    }

    /// The file; nothing when it was not made yet, or cleared away.
    pub(crate) async fn read_preview(&self, version: &str) -> Result<Option<Bytes>> {
        match self.0.get(&path(version)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }
}
