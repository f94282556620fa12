//! Files that come in pieces: each piece lies by itself where pictures are kept, under a name that is no picture's, so that
//! nobody can ask for it. Of a file of 25 megabytes no more than a piece is in memory until its sizes are made.

use bytes::Bytes;
use domain::{MAX_PICTURE_BYTES, MAX_PIECE, PictureRefusal};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

use super::{PictureStore, unavailable};
use crate::error::Result;
use crate::random;

/// What the name of a piece ends with.
pub(crate) const PIECE: &str = ".piece";

/// The name of a piece: `place` is random hex of our own.
fn piece(place: &str, number: u64) -> Path {
    Path::from(format!("upload-{place}-{number}{PIECE}"))
}

/// A name for the pieces of a new file.
///
/// # Errors
/// When the operating system gives no randomness.
pub(crate) fn new_place() -> Result<String> {
    Ok(hex::encode(random::bytes::<16>()?))
}

impl PictureStore {
    /// Writes one piece; the same piece again takes the place of the first.
    pub(crate) async fn put_piece(&self, place: &str, number: u64, bytes: Bytes) -> Result<()> {
        self.0
            .put(&piece(place, number), PutPayload::from(bytes))
            .await
            .map_err(unavailable)?;
        Ok(())
    }

    /// The file that the first `count` pieces make; nothing when one of them is gone.
    pub(crate) async fn whole(&self, place: &str, count: u64) -> Result<Option<Vec<u8>>> {
        let mut whole = Vec::new();
        for number in 0..count {
            let found = match self.0.get(&piece(place, number)).await {
                Ok(found) => found,
                Err(object_store::Error::NotFound { .. }) => return Ok(None),
                Err(error) => return Err(unavailable(error)),
            };
            whole.extend_from_slice(&found.bytes().await.map_err(unavailable)?);
            if whole.len() as u64 > MAX_PICTURE_BYTES {
                return Ok(None);
            }
        }
        Ok(Some(whole))
    }

    /// One piece; nothing when it is gone.
    pub(crate) async fn read_piece(&self, place: &str, number: u64) -> Result<Option<Bytes>> {
        match self.0.get(&piece(place, number)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Removes the first `count` pieces, and one that was written but not counted. What cannot be removed now is found
    /// by [`clear_unused`](crate::unused_pictures::clear_unused).
    pub(crate) async fn drop_pieces(&self, place: &str, count: u64) {
        for number in 0..=count {
            match self.0.delete(&piece(place, number)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => {
                    tracing::warn!(error = &error as &dyn std::error::Error, "pictures.piece_stays");
                    return;
                }
            }
        }
    }
}

/// A file as it comes in with a form, written away piece by piece.
#[derive(Debug)]
pub(crate) struct IncomingFile {
    store: PictureStore,
    place: String,
    pieces: u64,
    size: u64,
    buffer: Vec<u8>,
    hash: sha2::Sha256,
    is_dropped: bool,
}

impl IncomingFile {
    /// A file of which nothing is here yet.
    pub fn new(store: &PictureStore) -> Result<Self> {
        Ok(Self {
            store: store.clone(),
            place: new_place()?,
            pieces: 0,
            size: 0,
            buffer: Vec::new(),
            hash: sha2::Digest::new(),
            is_dropped: false,
        })
    }

    /// Takes the next bytes, or says why the file cannot be a picture of the shop.
    #[crate::boxed]
    pub async fn push(&mut self, bytes: &[u8]) -> Result<Result<(), PictureRefusal>> {
        self.size += bytes.len() as u64;
        if self.size > MAX_PICTURE_BYTES {
            return Ok(Err(PictureRefusal::TooManyBytes));
        }
        sha2::Digest::update(&mut self.hash, bytes);
        self.buffer.extend_from_slice(bytes);
        while self.buffer.len() >= MAX_PIECE {
            let rest = self.buffer.split_off(MAX_PIECE);
            let piece = std::mem::replace(&mut self.buffer, rest);
            self.put(piece).await?;
        }
        Ok(Ok(()))
    }

    async fn put(&mut self, piece: Vec<u8>) -> Result<()> {
        self.store
            .put_piece(&self.place, self.pieces, Bytes::from(piece))
            .await?;
        self.pieces += 1;
        Ok(())
    }

    /// All bytes are here.
    #[crate::boxed]
    pub async fn finish(&mut self) -> Result<()> {
        if !self.buffer.is_empty() {
            let last = std::mem::take(&mut self.buffer);
            self.put(last).await?;
        }
        Ok(())
    }

    /// How many bytes came.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// What its pieces are called.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The hash of its bytes.
    pub fn hash(&self) -> String {
        hex::encode(sha2::Digest::finalize(self.hash.clone()))
    }

    /// The whole file.
    #[crate::boxed]
    pub async fn read(&self) -> Result<Option<Vec<u8>>> {
        self.store.whole(&self.place, self.pieces).await
    }

    /// How many pieces there are.
    pub const fn pieces(&self) -> u64 {
        self.pieces
    }

    /// Its pieces stay: a row says where they are.
    pub fn stays(&mut self) {
        self.is_dropped = true;
    }

    /// Removes what was written.
    #[crate::boxed]
    pub async fn remove(&mut self) {
        self.is_dropped = true;
        self.store.drop_pieces(&self.place, self.pieces).await;
    }
}

/// A form that breaks off takes its pieces along.
impl Drop for IncomingFile {
    fn drop(&mut self) {
        if self.is_dropped || (self.pieces == 0 && self.size == 0) {
            return;
        }
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let (store, place, pieces) = (self.store.clone(), std::mem::take(&mut self.place), self.pieces);
            runtime.spawn(async move { store.drop_pieces(&place, pieces).await });
        }
    }
}
