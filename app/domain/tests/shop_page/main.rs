//! A shop page: how it is edited, and what it tells of itself.

#![expect(clippy::unwrap_used, reason = "tests")]

mod editing;
mod machine;
mod told;

use domain::Locale;
use domain::shop_page::{BlockId, BlockKind, Change, Field, PageStep, Place, ShopDocument, fingerprint};

const SOURCE: Locale = Locale::Ug;
const COVER: BlockId = BlockId(1);
const TODAY: &str = "2026-11-23";

fn change(place: Place, seen: &str, new: &str) -> Change {
    Change {
        place,
        seen: fingerprint(seen),
        new: new.to_owned(),
        confirms: false,
        source: None,
    }
}

fn tagline(lang: Locale) -> Place {
    Place::of(Field::Tagline).lang(lang)
}

fn added(page: &mut ShopDocument, kind: BlockKind) -> BlockId {
    match page.add(kind, None).unwrap() {
        PageStep::Add { block, .. } => block.id,
        other => panic!("{other:?}"),
    }
}
