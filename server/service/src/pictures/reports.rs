//! Photos with reports of damage: they lie where pictures are kept, under names that are no picture's, so that nobody can ask for
//! them by an address. Each in a size for pages and a large one, both made anew.

use bytes::Bytes;
use media::{Format, Ingested};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

use super::{PictureStore, unavailable};
use crate::error::Result;

/// What the names of such files begin with.
const BEGINS: &str = "report-";
/// What the name of the one for pages ends with.
const SMALL: &str = "-small";
/// The least width of the one for pages, pixels.
const SMALL_WIDTH: u32 = 320;

/// Which of the two files of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoSize {
    /// For a page.
    Small,
    /// To look closely.
    Large,
}

/// The name of a file: `place` is random hex of our own.
fn path(place: &str, size: PhotoSize) -> Path {
    let end = match size {
        PhotoSize::Small => SMALL,
        PhotoSize::Large => "",
    };
    Path::from(format!("{BEGINS}{place}{end}"))
}

/// The place of a file of this name, if it is such a file.
pub(crate) fn report_place(name: &str) -> Option<&str> {
    let place = name.strip_prefix(BEGINS)?;
    Some(place.strip_suffix(SMALL).unwrap_or(place))
}

/// Both files of a photo, made of a picture: JPEG, which every device opens.
#[derive(Debug)]
pub(crate) struct ReportPhotoFiles {
    small: Vec<u8>,
    large: Vec<u8>,
}

impl ReportPhotoFiles {
    /// Nothing for a picture without a JPEG, which there is none of.
    pub fn of(picture: Ingested) -> Option<Self> {
        let mut jpegs: Vec<_> = picture
            .files
            .into_iter()
            .filter(|file| file.format == Format::Jpeg)
            .collect();
        jpegs.sort_by_key(|file| file.width);
        let large = jpegs.pop()?.bytes;
        let small = jpegs.into_iter().find(|file| file.width >= SMALL_WIDTH);
        Some(Self {
            small: small.map_or_else(|| large.clone(), |file| file.bytes),
            large,
        })
    }
}

impl PictureStore {
    pub(crate) async fn put_report_photo(&self, place: &str, files: ReportPhotoFiles) -> Result<()> {
        for (size, bytes) in [(PhotoSize::Small, files.small), (PhotoSize::Large, files.large)] {
            self.0
                .put(&path(place, size), PutPayload::from(bytes))
                .await
                .map_err(unavailable)?;
        }
        Ok(())
    }

    /// The file; nothing when it is gone.
    pub(crate) async fn read_report_photo(&self, place: &str, size: PhotoSize) -> Result<Option<Bytes>> {
        match self.0.get(&path(place, size)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Removes both files. What cannot be removed now is found by
    /// [`clear_unused`](crate::unused_pictures::clear_unused).
    pub(crate) async fn drop_report_photo(&self, place: &str) {
        for size in [PhotoSize::Small, PhotoSize::Large] {
            match self.0.delete(&path(place, size)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => {
                    tracing::warn!(error = &error as &dyn std::error::Error, "pictures.report_photo_stays");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_these_files_are_no_pictures() {
        let place = "0123456789abcdef0123456789abcdef";
        for size in [PhotoSize::Small, PhotoSize::Large] {
            let name = path(place, size);
            assert!(!media::is_file_name(name.as_ref()), "{name}");
            assert_eq!(report_place(name.as_ref()), Some(place));
        }
        assert_eq!(report_place(&media::file_name(place, 320, Format::Jpeg)), None);
    }
}
