//! Papers that only the Centre opens: they lie where pictures are kept, under a name that is no picture's, so that nobody can
//! ask for them by an address.

use bytes::Bytes;
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

use super::{PictureStore, unavailable};
use crate::error::Result;

/// What the name of such a file begins with.
const BEGINS: &str = "document-";

/// The name of a file: `place` is random hex of our own.
fn path(place: &str) -> Path {
    Path::from(format!("{BEGINS}{place}"))
}

/// The place of a file of this name, if it is such a file.
pub(crate) fn document_place(name: &str) -> Option<&str> {
    name.strip_prefix(BEGINS)
}

impl PictureStore {
    pub(crate) async fn put_document(&self, place: &str, bytes: Vec<u8>) -> Result<()> {
        self.0
            .put(&path(place), PutPayload::from(bytes))
            .await
            .map_err(unavailable)?;
        Ok(())
    }

    /// The file; nothing when it is gone.
    pub(crate) async fn read_document(&self, place: &str) -> Result<Option<Bytes>> {
        match self.0.get(&path(place)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Removes a file. What cannot be removed now is found by
    /// [`clear_unused`](crate::unused_pictures::clear_unused).
    pub(crate) async fn drop_document(&self, place: &str) {
        match self.0.delete(&path(place)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "pictures.document_stays");
            }
        }
    }
}
