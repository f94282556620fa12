//! A file in parts. Each has pages of its own with the fonts they need, is made by itself and can be stored; once all are there
//! they are sent one after the other, and only where their objects begin is remembered.
//!
//! The objects of a file are numbered without a gap: what it has once first, then those of each part.

use std::fmt::Write as _;

use pdf_writer::{Chunk, Name, Ref, TextStr};

use crate::error::PrintError;

/// What a file has once.
const CATALOG: i32 = 1;
/// The root of the page tree, above the node of each part.
pub(crate) const TREE: i32 = 2;
const INFO: i32 = 3;
/// The number of the first object of the first part.
pub const FIRST_OBJECT: i32 = 4;

/// The beginning of a file: its version, and a line that tells programs that it is no text.
const HEADER: &[u8] = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n";
/// The beginning of a stored part.
const STORED: &[u8; 4] = b"BZP1";

/// Pages of a file with all that they need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePart {
    /// The number of its first object.
    first: i32,
    /// The object that holds its pages together.
    node: i32,
    /// How many pages these are.
    pages: i32,
    /// Where each of its objects begins, in the order of their numbers.
    places: Vec<u32>,
    bytes: Vec<u8>,
}

impl FilePart {
    /// The number of the first object behind it.
    pub fn next_object(&self) -> i32 {
        self.first + count(self.places.len())
    }

    /// As bytes to be stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut stored = STORED.to_vec();
        for number in [self.first, self.node, self.pages, count(self.places.len())] {
            stored.extend(number.to_le_bytes());
        }
        for place in &self.places {
            stored.extend(place.to_le_bytes());
        }
        stored.extend_from_slice(&self.bytes);
        stored
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; nothing of anything else.
    pub fn from_bytes(stored: &[u8]) -> Option<Self> {
        let mut rest = stored.strip_prefix(STORED)?;
        let mut word = || {
            let (word, behind) = rest.split_first_chunk::<4>()?;
            rest = behind;
            Some(*word)
        };
        let mut number = || word().map(i32::from_le_bytes);
        let (first, node, pages, objects) = (number()?, number()?, number()?, number()?);
        // No more than the bytes have room for is believed.
        let objects = usize::try_from(objects)
            .ok()
            .filter(|objects| *objects <= stored.len() / 4)?;
        let places: Option<Vec<u32>> = (0..objects).map(|_| word().map(u32::from_le_bytes)).collect();
        Some(Self {
            first,
            node,
            pages,
            places: places?,
            bytes: rest.to_vec(),
        })
    }
}

/// The objects of a part as they are written.
pub(crate) struct Objects {
    first: i32,
    places: Vec<u32>,
    bytes: Vec<u8>,
}

impl Objects {
    /// None yet; `first` is the number of the first one.
    pub fn starting_at(first: i32) -> Self {
        Self {
            first,
            places: Vec::new(),
            bytes: Vec::new(),
        }
    }

    /// The number of an object that is written later.
    pub fn number(&mut self) -> Ref {
        self.places.push(0);
        Ref::new(self.first + count(self.places.len()) - 1)
    }

    /// Writes the object of this number.
    pub fn write(&mut self, id: Ref, write: impl FnOnce(&mut Chunk)) {
        let mut chunk = Chunk::new();
        write(&mut chunk);
        let place = usize::try_from(id.get() - self.first).ok();
        if let Some(place) = place.and_then(|place| self.places.get_mut(place)) {
            *place = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        }
        self.bytes.extend_from_slice(chunk.as_bytes());
    }

    /// All of them, once each is written; `node` holds so many pages together.
    pub fn into_part(self, node: Ref, pages: i32) -> FilePart {
        FilePart {
            first: self.first,
            node: node.get(),
            pages,
            places: self.places,
            bytes: self.bytes,
        }
    }
}

/// A file that is put together of parts.
#[derive(Debug)]
pub struct PartedFile {
    /// How long it is so far.
    length: u64,
    /// Where each object of the parts so far begins.
    places: Vec<u64>,
    /// The node of each part.
    nodes: Vec<i32>,
    pages: i32,
}

impl PartedFile {
    /// A file, and its first bytes.
    pub fn begin() -> (Self, Vec<u8>) {
        let file = Self {
            length: HEADER.len() as u64,
            places: Vec::new(),
            nodes: Vec::new(),
            pages: 0,
        };
        (file, HEADER.to_vec())
    }

    /// Adds the next part, whose bytes follow.
    ///
    /// # Errors
    /// [`PrintError::OtherPart`] when it is not the next one.
    pub fn add(&mut self, part: FilePart) -> Result<Vec<u8>, PrintError> {
        if part.first != FIRST_OBJECT + count(self.places.len()) {
            return Err(PrintError::OtherPart);
        }
        let begins = self.length;
        self.places
            .extend(part.places.iter().map(|place| begins + u64::from(*place)));
        self.nodes.push(part.node);
        self.pages = self.pages.saturating_add(part.pages);
        self.length += part.bytes.len() as u64;
        Ok(part.bytes)
    }

    /// The last bytes of the file.
    pub fn end(self, title: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut roots = [0; 3];
        for (place, number) in roots.iter_mut().zip([CATALOG, TREE, INFO]) {
            *place = self.length + bytes.len() as u64;
            let mut chunk = Chunk::new();
            self.write_root(&mut chunk, number, title);
            bytes.extend_from_slice(chunk.as_bytes());
        }
        let table = self.length + bytes.len() as u64;
        let objects = FIRST_OBJECT + count(self.places.len());
        // Each line of the table has 20 bytes, its end included.
        let mut text = format!("xref\n0 {objects}\n0000000000 65535 f \n");
        for place in roots.iter().chain(&self.places) {
            // Nothing can fail while text is added to text.
            let _ = writeln!(text, "{place:010} 00000 n ");
        }
        let _ = writeln!(
            text,
            "trailer\n<< /Size {objects} /Root {CATALOG} 0 R /Info {INFO} 0 R >>\nstartxref\n{table}\n%%EOF"
        );
        bytes.extend_from_slice(text.as_bytes());
        bytes
    }

    fn write_root(&self, chunk: &mut Chunk, number: i32, title: &str) {
        let id = Ref::new(number);
        match number {
            CATALOG => {
                let mut root = chunk.indirect(id).dict();
                root.pair(Name(b"Type"), Name(b"Catalog"));
                root.pair(Name(b"Pages"), Ref::new(TREE));
                // A label must come out in its own size: no printer dialogue is to fit it to the page.
                let mut preferences = root.insert(Name(b"ViewerPreferences")).dict();
                preferences.pair(Name(b"PrintScaling"), Name(b"None"));
            }
            TREE => {
                chunk
                    .pages(id)
                    .kids(self.nodes.iter().map(|node| Ref::new(*node)))
                    .count(self.pages);
            }
            _ => {
                let mut info = chunk.indirect(id).dict();
                info.pair(Name(b"Title"), TextStr(title));
                info.pair(Name(b"Producer"), TextStr("Bazar"));
            }
        }
    }
}

/// As files count.
fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
