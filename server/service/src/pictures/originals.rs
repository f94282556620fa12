//! What pictures of a cooperative are cropped from: the file that is kept of what was sent, for as long as a picture is a part of
//! it. It lies where pictures are kept, under a name that is no picture's, so that nobody can ask for it by an address. Like all
//! files of pictures it is written anew: it does not say where it was taken.

use bytes::Bytes;
use db::Tx;
use db::entities::picture_original;
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};
use domain::{CooperativeId, Crop, MediaId};
use media::Original;
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

use super::{PictureStore, unavailable};
use crate::error::Result;

/// What the name of such a file begins with.
const BEGINS: &str = "original-";
/// What the name of the file ends with that pages show.
const SMALL: &str = "-small";

/// The name of a file: `sha` is hex of our own.
fn path(sha: &str) -> Path {
    Path::from(format!("{BEGINS}{sha}"))
}

/// The name of the same in a size for pages.
fn small(sha: &str) -> Path {
    Path::from(format!("{BEGINS}{sha}{SMALL}"))
}

/// The name in its row of what a file of this name belongs to, if it is such a file.
pub(crate) fn original_of(name: &str) -> Option<&str> {
    let sha = name.strip_prefix(BEGINS)?;
    Some(sha.strip_suffix(SMALL).unwrap_or(sha))
}

/// What a picture can be cropped from, and which part of it the picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub sha: String,
    /// Width and height of the file, pixels.
    pub size: (u32, u32),
    pub frame: Crop,
}

impl Kept {
    /// Of a picture that shows all of it.
    pub fn whole(original: &Original) -> Self {
        Self {
            sha: original.sha.clone(),
            size: (original.width, original.height),
            frame: Crop::WHOLE,
        }
    }

    /// Nothing for a row that makes no sense.
    fn of(row: &picture_original::Model) -> Option<Self> {
        let side = |value: i64| u16::try_from(value).ok();
        Some(Self {
            sha: row.sha.clone(),
            size: (
                u32::try_from(row.file_width).ok()?,
                u32::try_from(row.file_height).ok()?,
            ),
            frame: Crop::new(side(row.x)?, side(row.y)?, side(row.width)?, side(row.height)?).ok()?,
        })
    }
}

/// What this cooperative can crop its picture from; nothing where the picture is of before originals were kept, or came to it
/// from somebody else.
pub(crate) async fn kept_of(
    db: &impl ConnectionTrait,
    cooperative: CooperativeId,
    media: MediaId,
) -> Result<Option<Kept>> {
    let row = picture_original::Entity::find_by_id((cooperative, media))
        .one(db)
        .await?;
    Ok(row.as_ref().and_then(Kept::of))
}

/// Notes what a cooperative's picture can be cropped from. The same picture again is cropped from the same.
pub(crate) async fn note_kept(tx: &Tx, cooperative: CooperativeId, media: MediaId, kept: &Kept) -> Result<()> {
    let [x, y, width, height] = kept.frame.thousandths().map(i64::from);
    let row = picture_original::ActiveModel {
        cooperative_id: Set(cooperative),
        media_id: Set(media),
        sha: Set(kept.sha.clone()),
        file_width: Set(kept.size.0.into()),
        file_height: Set(kept.size.1.into()),
        x: Set(x),
        y: Set(y),
        width: Set(width),
        height: Set(height),
    };
    let unless_there = OnConflict::columns([
        picture_original::Column::CooperativeId,
        picture_original::Column::MediaId,
    ])
    .do_nothing()
    .to_owned();
    match picture_original::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

impl PictureStore {
    /// Keeps what pictures are cropped from.
    pub(crate) async fn keep_original(&self, original: &Original) -> Result<()> {
        self.put_private(path(&original.sha), Bytes::from(original.bytes.clone()))
            .await
    }

    /// Keeps the same in a size for pages.
    pub(crate) async fn keep_small_original(&self, sha: &str, file: Bytes) -> Result<()> {
        self.put_private(small(sha), file).await
    }

    async fn put_private(&self, path: Path, bytes: Bytes) -> Result<()> {
        self.0.put(&path, PutPayload::from(bytes)).await.map_err(unavailable)?;
        Ok(())
    }

    /// The file; nothing when it is gone.
    pub(crate) async fn read_original(&self, sha: &str) -> Result<Option<Bytes>> {
        self.read_private(&path(sha)).await
    }

    /// The same in a size for pages, or as it is where there is no such size.
    pub(crate) async fn read_small_original(&self, sha: &str) -> Result<Option<Bytes>> {
        match self.read_private(&small(sha)).await? {
            Some(file) => Ok(Some(file)),
            None => self.read_original(sha).await,
        }
    }

    async fn read_private(&self, path: &Path) -> Result<Option<Bytes>> {
        match self.0.get(path).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written_and_is_no_pictures() {
        let sha = "0123456789abcdef0123456789abcdef";
        for path in [path(sha), small(sha)] {
            assert_eq!(original_of(path.as_ref()), Some(sha));
            assert!(!media::is_file_name(path.as_ref()));
        }
        assert_eq!(original_of("upload-00-0.piece"), None);
    }
}
