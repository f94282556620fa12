//! Pictures of a district: drawn as SVG, kept as the same files an upload becomes.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;

use tokio::runtime::Handle;

use crate::Picture;
use crate::error::{Error, Result};
use crate::pictures::PictureStore;

/// Width illustrations are drawn at before they are scaled down.
const DRAWN: u32 = 1200;

/// Draws and keeps the pictures called `names`, on all cores; what is kept already is not drawn again.
/// `progress` is told after each how many are done.
pub(super) fn draw(
    folder: &Path,
    names: &[&str],
    store: &PictureStore,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<HashMap<String, Picture>> {
    let runtime = Handle::current();
    let waiting = Mutex::new(names.iter());
    let done = Mutex::new(HashMap::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
                        let Some(name) = next else { return Ok(()) };
                        let picture = draw_one(folder, name, store, &runtime)?;
                        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                        done.insert((*name).to_owned(), picture);
                        progress(done.len(), names.len());
                    }
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(Error::internal(std::io::Error::other("drawing a picture panicked"))))
        })
    })?;
    Ok(done.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn draw_one(folder: &Path, name: &str, store: &PictureStore, runtime: &Handle) -> Result<Picture> {
    let file = folder.join("pictures").join(format!("{name}.svg"));
    let svg = std::fs::read(&file).map_err(|error| {
        Error::internal(std::io::Error::new(
            error.kind(),
            format!("{}: {error}", file.display()),
        ))
    })?;
    let (width, height) = media::svg_size(&svg, DRAWN).map_err(Error::internal)?;
    let key = media::sha_of(&svg);
    if !runtime.block_on(store.has(&key))? {
        let drawn = media::ingest_svg(&svg, DRAWN).map_err(Error::internal)?;
        runtime.block_on(store.keep(&drawn))?;
    }
    Ok(Picture { key, width, height })
}
