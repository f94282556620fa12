//! Which texts of a page a language lacks.

use super::{BlockId, Place, ShopDocument};
use crate::Locale;

/// A translation that is missing, or older than its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untranslated {
    /// The part.
    pub block: BlockId,
    /// Where the translation stands, or is to stand.
    pub place: Place,
    /// It is there, and older than its source.
    pub is_outdated: bool,
}

impl ShopDocument {
    /// The translations that are missing or outdated, in the order of the parts; also those of parts that are hidden.
    pub fn untranslated(&self, source: Locale) -> Vec<Untranslated> {
        let mut found = Vec::new();
        for block in self.blocks() {
            let texts = block.values().map(|(place, _)| place);
            for of in texts.filter(|place| place.lang == Some(source)) {
                let others = Locale::BUILT_IN.into_iter().filter(|lang| *lang != source);
                for place in others.map(|lang| of.lang(lang)) {
                    let is_outdated = block.is_outdated(place);
                    if is_outdated || block.get(place).is_empty() {
                        found.push(Untranslated {
                            block: block.id,
                            place,
                            is_outdated,
                        });
                    }
                }
            }
        }
        found
    }
}
