//! A picture as it comes in with a form, whatever it is of.

use domain::PictureRefusal;

use super::{IncomingFile, PictureStore, ReceivingPlace};
use crate::error::Result;

/// A picture that comes in with a form, and what it becomes a picture of.
#[derive(Debug)]
pub struct Incoming<Of> {
    pub(crate) of: Of,
    pub(crate) file: IncomingFile,
    refused: Option<PictureRefusal>,
    is_chosen: bool,
    _place: ReceivingPlace,
}

impl<Of: Send> Incoming<Of> {
    /// A picture that is about to come.
    ///
    /// # Errors
    /// When the system has no randomness for a name.
    pub(crate) fn new(store: &PictureStore, place: ReceivingPlace, of: Of) -> Result<Self> {
        Ok(Self {
            of,
            file: IncomingFile::new(store)?,
            refused: None,
            is_chosen: false,
            _place: place,
        })
    }

    /// Takes the next bytes of the file. Once it is clear that it cannot be a picture of the shop, they are let go.
    ///
    /// # Errors
    /// When the place of the pictures does not take them.
    #[crate::boxed]
    pub async fn push(&mut self, bytes: &[u8]) -> Result<()> {
        if self.refused.is_some() {
            return Ok(());
        }
        if let Err(refusal) = self.file.push(bytes).await? {
            self.refused = Some(refusal);
            self.file.remove().await;
        }
        Ok(())
    }

    /// Notes that a file was chosen, whatever it holds.
    pub const fn choose(&mut self) {
        self.is_chosen = true;
    }

    /// Why no picture can be made of what came.
    pub(crate) const fn refusal(&self) -> Option<PictureRefusal> {
        match (self.refused, self.file.size(), self.is_chosen) {
            (Some(refusal), _, _) => Some(refusal),
            (None, 0, true) => Some(PictureRefusal::Empty),
            (None, 0, false) => Some(PictureRefusal::Missing),
            (None, _, _) => None,
        }
    }

    /// How many bytes came so far.
    pub const fn size(&self) -> u64 {
        self.file.size()
    }

    /// What stands for the file in the fields of its form.
    pub fn fingerprint(&self) -> String {
        self.file.hash()
    }
}
