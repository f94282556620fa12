//! Sizes that pictures have not got which were made when there were fewer: whoever asks for one gets the next wider one for now,
//! and all that a picture has not got are made in the background, one picture at a time.

use bytes::Bytes;
use media::{Format, file_name};

use crate::{Result, Shop};

/// A file of a picture.
#[derive(Clone, Debug)]
pub struct FoundFile {
    /// What is in it.
    pub bytes: Bytes,
    /// Whether it is the size that was asked for, which never changes; else it is a wider one, for a while.
    pub is_exact: bool,
}

/// The file that has this name in its URL, or a wider one of its picture while it is being made; nothing for anything that is
/// no name of a picture there is.
///
/// # Errors
/// When the place of the pictures does not answer.
#[crate::boxed]
pub async fn find_file(shop: &Shop, name: &str) -> Result<Option<FoundFile>> {
    let store = shop.pictures();
    if let Some(bytes) = store.read(name).await? {
        return Ok(Some(FoundFile { bytes, is_exact: true }));
    }
    let Some((sha, width, format)) = media::parse_file_name(name) else {
        return Ok(None);
    };
    // Those of a JPEG are the ones that were always made, of both formats.
    for &wider in Format::Jpeg.widths().iter().filter(|wider| **wider > width) {
        if let Some(bytes) = store.read(&file_name(sha, wider, format)).await? {
            make_missing(shop, sha);
            return Ok(Some(FoundFile { bytes, is_exact: false }));
        }
    }
    Ok(None)
}

/// Starts making what a picture has not got, unless that was tried before or enough others wait.
fn make_missing(shop: &Shop, sha: &str) {
    let Some(place) = shop.workshop().place_for(sha) else {
        return;
    };
    let (shop, sha) = (shop.clone(), sha.to_owned());
    tokio::spawn(async move {
        if let Err(error) = make(&shop, &sha).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                picture = sha,
                "pictures.sizes"
            );
        }
        drop(place);
    });
}

async fn make(shop: &Shop, sha: &str) -> Result<()> {
    let store = shop.pictures();
    let missing = store.missing(sha).await?;
    let widest = Format::Jpeg.widths().last().map_or(0, |width| *width);
    let name = file_name(sha, widest, Format::Jpeg);
    let file = async { Ok::<_, crate::Error>(store.read(&name).await?.map(Vec::from)) };
    match shop.workshop().make_missing_as_job(file, missing).await? {
        Ok(files) => store.keep_files(sha, &files).await,
        // Why was logged; the wider file goes on being sent.
        Err(_) => Ok(()),
    }
}
