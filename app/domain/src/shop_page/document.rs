//! A shop page as it is stored.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Block, BlockId, BlockKind, Place, Theme};
use crate::Locale;

/// Most parts a page has.
pub const MAX_BLOCKS: usize = 30;

/// A document that is no shop page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a shop page: no cover, too many parts, or one twice")]
pub struct DocumentError;

/// A shop page: its colour and its parts, the cover first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopDocument {
    /// The colour.
    pub theme: Theme,
    /// The number of the next new part.
    next: u32,
    /// The parts, in their order.
    blocks: Vec<Block>,
}

impl Default for ShopDocument {
    /// A page with nothing written: name and goods show all the same.
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            next: 3,
            blocks: vec![
                Block::new(BlockId(1), BlockKind::Cover),
                Block::new(BlockId(2), BlockKind::Products),
            ],
        }
    }
}

impl ShopDocument {
    /// The parts, in their order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The part with this number.
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// Leaves only what buyers see.
    pub fn remove_hidden(&mut self) {
        self.blocks.retain(|block| !block.hidden);
    }

    /// The place of a part among the others.
    pub fn position(&self, id: BlockId) -> Option<usize> {
        self.blocks.iter().position(|block| block.id == id)
    }

    pub(super) fn block_mut(&mut self, id: BlockId) -> Option<&mut Block> {
        self.blocks.iter_mut().find(|block| block.id == id)
    }

    pub(super) const fn blocks_mut(&mut self) -> &mut Vec<Block> {
        &mut self.blocks
    }

    /// A number nobody used.
    pub(super) const fn next_id(&mut self) -> BlockId {
        let id = BlockId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }

    /// Goes on numbering after those of another page.
    pub(super) fn number_after(&mut self, other: &Self) {
        self.next = self.next.max(other.next);
    }

    /// Whether both show the same.
    pub fn is_same(&self, other: &Self) -> bool {
        self.theme == other.theme && self.blocks == other.blocks
    }

    /// Adds a part at the end: for pages made by a program. Nothing when the page is full.
    pub fn push(&mut self, kind: BlockKind, values: &[(Place, String)], source: Locale) -> Option<BlockId> {
        if self.blocks.len() >= MAX_BLOCKS || kind.is_fixed() {
            return None;
        }
        let mut block = Block::new(self.next_id(), kind);
        fill(&mut block, values, source);
        let id = block.id;
        self.blocks.push(block);
        Some(id)
    }

    /// Sets values of the cover: for pages made by a program.
    pub fn cover(&mut self, values: &[(Place, String)], source: Locale) {
        if let Some(cover) = self.blocks.first_mut() {
            fill(cover, values, source);
        }
    }

    /// Says that these texts of a part are older than their source: for pages made by a program.
    pub fn mark_outdated(&mut self, id: BlockId, places: &[Place]) {
        if let Some(block) = self.block_mut(id) {
            for place in places {
                block.mark(*place);
            }
        }
    }

    /// Says that a machine wrote these texts of a part: for pages made by a program.
    pub fn mark_by_machine(&mut self, id: BlockId, places: &[Place]) {
        if let Some(block) = self.block_mut(id) {
            for place in places {
                block.mark_machine(*place);
            }
        }
    }

    /// Puts the goods after all that was added.
    #[must_use]
    pub fn goods_last(mut self) -> Self {
        if let Some(place) = self.blocks.iter().position(|block| block.kind == BlockKind::Products) {
            let goods = self.blocks.remove(place);
            self.blocks.push(goods);
        }
        self
    }

    /// A document that came out of storage, with only what a shop page may hold: what another program wrote, or what was
    /// damaged, is left out.
    ///
    /// # Errors
    /// [`DocumentError`] when it is no page at all.
    pub fn checked(self) -> Result<Self, DocumentError> {
        let mut seen = HashSet::new();
        let is_page = self.blocks.len() <= MAX_BLOCKS
            && self.blocks.iter().all(|block| seen.insert(block.id))
            && self.blocks.iter().position(|block| block.kind.is_fixed()) == Some(0)
            && self.blocks.iter().filter(|block| block.kind.is_fixed()).count() == 1;
        if !is_page {
            return Err(DocumentError);
        }
        let highest = self.blocks.iter().map(|block| block.id.0).max().unwrap_or(0);
        Ok(Self {
            theme: self.theme,
            next: self.next.max(highest.saturating_add(1)),
            blocks: self.blocks.into_iter().map(Block::checked).collect(),
        })
    }
}

fn fill(block: &mut Block, values: &[(Place, String)], source: Locale) {
    // The source first, so that the translations beside it are up to date.
    let (first, rest): (Vec<_>, Vec<_>) = values.iter().partition(|(place, _)| place.lang == Some(source));
    for (place, value) in first.into_iter().chain(rest) {
        let parsed = block.format(*place).and_then(|format| format.parse(value).ok());
        if let Some(value) = parsed {
            block.set(*place, &value, source);
        }
    }
}
