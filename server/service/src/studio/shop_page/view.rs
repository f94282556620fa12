//! What the pages of the editor show.

use domain::shop_page::{Block, Conflict, Difference, PartChange, Place, ShopDocument, StepSummary, Untranslated};
use domain::{FieldCode, LinkIn, Locale, ProductId, ShopEditId};

use super::super::crop::CropsView;
use super::super::view::Suggestions;
use crate::shops::CooperativePage;
use crate::{Picture, Shown};

/// The shop page as its people see it.
#[derive(Clone, Debug)]
pub struct ShopWorkbench {
    /// The page as buyers would see it, hidden parts too.
    pub page: CooperativePage,
    /// How often something was done with the draft.
    pub version: i64,
    /// What buyers see, when something was published.
    pub published: Option<Signed>,
    /// Whether buyers see something else.
    pub is_changed: bool,
    /// The draft could not be read, and is made of what buyers see.
    pub is_rebuilt: bool,
    /// What was changed since buyers were shown the page.
    pub changes: Vec<PageChange>,
    /// The texts that are missing or outdated in some language.
    pub untranslated: Vec<Untranslated>,
    /// Whether a machine can write those that are missing.
    pub suggestions: Suggestions,
    /// Another colour is among that.
    pub is_repainted: bool,
    /// What the reader did last and can take back.
    pub undo: Option<Edit>,
    /// What they did since, and others have written over: it cannot be taken back. The newest first.
    pub overwritten: Vec<Edit>,
}

/// A part that is not as buyers see it.
#[derive(Clone, Debug)]
pub struct PageChange {
    /// The part; one that is gone, as it was.
    pub block: Block,
    /// What became of it.
    pub changes: Vec<PartChange>,
    /// Who did it, each once, the last one first; as far as it is remembered.
    pub by: Vec<Signed>,
}

/// One part in its editor, with what may be chosen.
#[derive(Clone, Debug)]
pub struct BlockEditor {
    /// The part.
    pub block: Block,
    /// The page round it. It has goods only where this part shows some: all that may be chosen.
    pub page: CooperativePage,
    /// All goods stand in a part above.
    pub is_repeated: bool,
    /// The language its texts are written in first.
    pub source: Locale,
    /// Pictures that may be chosen.
    pub pictures: Vec<Picture>,
    /// What is being cropped for it.
    pub crops: CropsView,
    /// Goods that may be chosen.
    pub products: Vec<(ProductId, Shown)>,
    /// Goods that are chosen here and that buyers do not see now.
    pub away: Vec<(ProductId, Shown)>,
    /// Shelves that may be chosen, by their name in addresses.
    pub shelves: Vec<(String, Shown)>,
    /// On which shelf the goods of the page stand.
    pub shelf_of: Vec<(ProductId, String)>,
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Number of the published state.
    pub number: i64,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// Their name; empty when it is not known any more.
    pub by: String,
    /// The Centre's people at work for the cooperative.
    pub by_centre: bool,
}

/// Something done with the draft.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Its number.
    pub id: ShopEditId,
    /// What was done.
    pub step: StepSummary,
    /// Who did it, and when.
    pub signed: Signed,
    /// It was taken back.
    pub is_undone: bool,
    /// It takes back another one.
    pub is_undo: bool,
}

/// The page's history.
#[derive(Clone, Debug)]
pub struct ShopHistory {
    /// What was published, the newest first.
    pub revisions: Vec<Signed>,
    /// What was done with the draft, the newest first.
    pub edits: Vec<Edit>,
    /// The draft, to name parts by.
    pub draft: ShopDocument,
    /// The language that it is written in first.
    pub source: Locale,
}

/// A published state beside the draft.
#[derive(Clone, Debug)]
pub struct RevisionPage {
    /// Whose it is, and when.
    pub signed: Signed,
    /// What the draft has otherwise; nothing is known of a page that cannot be read: a later program's, or damaged.
    pub differences: Option<Vec<Difference>>,
}

/// What became of changes to a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockSaved {
    /// The part as it is saved now.
    pub block: Block,
    /// Places that somebody else changed, too.
    pub conflicts: Vec<Conflict>,
    /// Places whose value cannot be taken.
    pub wrong: Vec<(Place, FieldCode)>,
    /// Texts that were cleaned.
    pub cleaned: Vec<Cleaned>,
}

impl BlockSaved {
    /// Whether all was taken.
    pub const fn is_whole(&self) -> bool {
        self.conflicts.is_empty() && self.wrong.is_empty()
    }
}

/// A text that was not kept as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// Where.
    pub place: Place,
    /// Tags of a web page were taken out.
    pub had_markup: bool,
    /// Words with letters of another keyboard, as they were and as they are.
    pub words: Vec<(String, String)>,
    /// The address that was taken out of what was typed, or that begins with `https://` now.
    pub link: Option<LinkIn>,
}
