//! The files of a store as files: what is there since when, and taking one away.

use object_store::ObjectStoreExt;
use object_store::path::Path;

use super::{PictureStore, unavailable};
use crate::error::Result;

impl PictureStore {
    /// All files, and when each was written, milliseconds since 1970 UTC.
    pub(crate) async fn list(&self) -> Result<Vec<(Path, i64)>> {
        let all = self.0.list_with_delimiter(None).await.map_err(unavailable)?;
        let files = all.objects.into_iter();
        Ok(files
            .map(|file| (file.location, file.last_modified.timestamp_millis()))
            .collect())
    }

    /// Removes a file that is still as old as it was when it was listed.
    pub(crate) async fn remove(&self, path: &Path, before: i64) -> Result<bool> {
        let is_old = match self.0.head(path).await {
            Ok(file) => file.last_modified.timestamp_millis() < before,
            Err(object_store::Error::NotFound { .. }) => false,
            Err(error) => return Err(unavailable(error)),
        };
        if is_old {
            self.0.delete(path).await.map_err(unavailable)?;
        }
        Ok(is_old)
    }
}
