//! Texts of the shop page's parts in the files of translators: how a text is named outside, and what a row about one would do to
//! the draft. Each text stands in a row of its own, so that one that somebody changed meanwhile keeps no other away.

use std::collections::BTreeMap;

use db::Tx;
use domain::shop_page::{BlockId, BlockKind, Place, ShopDocument, fingerprint};
use domain::{CooperativeId, Locale, RowProblem, TableColumn, TranslationState, UserId};
use l10n::tidy;
use tables::{Item, Unit};

use super::super::shop_page::put_texts;
use super::plan::Wrong;
use super::text_columns;
use crate::error::Result;

/// Before the number of a part in the name of one of its texts.
const PART: &str = "part-";

/// A text of a part in one language. Written `part-3-caption.2-es`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartPlace {
    pub block: BlockId,
    pub place: Place,
    pub target: Locale,
}

impl PartPlace {
    pub fn write(self) -> String {
        format!("{PART}{}-{}", self.block, self.place)
    }

    pub fn parse(name: &str) -> Option<Self> {
        let (block, place) = name.trim().strip_prefix(PART)?.split_once('-')?;
        let place = Place::parse(place).ok()?;
        Some(Self {
            block: BlockId(block.parse().ok()?),
            place,
            target: place.lang?,
        })
    }
}

/// Whether a row is about a text of a part.
pub(super) fn is_of_part(item: &Item) -> bool {
    item.product.starts_with(PART)
}

/// The name of a unit: the text, and the fingerprint of the translation that there was. Written `part-3-title-es-<hash>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartUnit {
    pub of: PartPlace,
    pub was: u64,
}

impl PartUnit {
    pub fn write(self) -> String {
        format!("{}-{:016x}", self.of.write(), self.was)
    }

    pub fn parse(id: &str) -> Option<Self> {
        let (name, was) = id.trim().rsplit_once('-')?;
        Some(Self {
            of: PartPlace::parse(name)?,
            was: u64::from_str_radix(was, 16).ok()?,
        })
    }
}

/// The texts of the draft that are missing or outdated in `target`; without notes.
pub(super) fn units_of(page: &ShopDocument, source: Locale, target: Locale) -> Vec<Unit> {
    let all = page.untranslated(source).into_iter();
    all.filter(|text| text.place.lang == Some(target))
        .filter_map(|text| {
            let block = page.block(text.block)?;
            let (from, there) = (block.get(text.place.lang(source)), block.get(text.place));
            let of = PartPlace {
                block: text.block,
                place: text.place,
                target,
            };
            let unit = PartUnit {
                of,
                was: fingerprint(there),
            };
            Some(Unit {
                id: unit.write(),
                source: from.to_owned(),
                target: there.to_owned(),
                notes: Vec::new(),
            })
        })
        .collect()
}

/// The cell that says what stood there, and what it was translated from, when it went out.
/// `is_final`: the translator calls the text done.
pub(super) fn seen_cell(was: u64, source: &str, is_final: bool) -> String {
    let done = if is_final { FINAL } else { "" };
    format!("{was:016x}/{:016x}{done}", fingerprint(&plain(source)))
}

/// At the end of that cell: the translator calls the text done.
const FINAL: &str = "/final";

/// As translators' programs may give it back, and as it is compared.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

fn seen_of(cell: &str) -> Option<(u64, u64, bool)> {
    let cell = cell.trim();
    let done = cell.strip_suffix(FINAL);
    let (was, source) = done.unwrap_or(cell).split_once('/')?;
    let hash = |part: &str| u64::from_str_radix(part, 16).ok();
    Some((hash(was)?, hash(source)?, done.is_some()))
}

/// A text of a part as it would become.
#[derive(Clone, Debug)]
pub(super) struct PartChange {
    pub of: PartPlace,
    pub kind: BlockKind,
    pub row: u64,
    pub before: String,
    pub text: String,
    /// The text stays, and is up to date from now on.
    pub confirms: bool,
}

/// What a row about a part would do to the draft; nothing where it says what is there. `page` is the draft with its language.
pub(super) fn plan(page: Option<&(ShopDocument, Locale)>, item: &Item) -> Result<Option<PartChange>, Vec<Wrong>> {
    let gone = || {
        vec![Wrong::new(
            item.row,
            TableColumn::Product,
            RowProblem::NotFound,
            &item.product,
        )]
    };
    let (document, source) = page.ok_or_else(gone)?;
    let of = PartPlace::parse(&item.product).ok_or_else(gone)?;
    let block = document.block(of.block).ok_or_else(gone)?;
    let format = block
        .format(of.place)
        .filter(|_| of.target != *source)
        .ok_or_else(gone)?;
    let (_, column) = text_columns(of.target);
    let wrong = |column, problem, text: &str| {
        let wrong = Wrong::new(item.row, column, problem, text);
        vec![wrong.in_part(block.kind, of.place)]
    };
    let typed = item.descriptions.iter().find(|(lang, _)| *lang == of.target);
    let typed = typed.map_or("", |(_, text)| text.as_str());
    // As it would be taken from whoever types it there.
    let tidied = tidy(typed, of.target).text;
    let text = format
        .parse(&tidied)
        .map_err(|code| wrong(column, code.into(), typed))?;
    let before = block.get(of.place);
    let (was, from, is_final) = seen_of(&item.seen).unwrap_or_default();
    let is_outdated = block.state(of.place, *source) == Some(TranslationState::Outdated);
    let confirms = is_final && is_outdated && text == before;
    let is_as_it_was = text == before || fingerprint(&text) == was;
    if text.is_empty() || (is_as_it_was && !confirms) {
        return Ok(None);
    }
    let now = fingerprint(&plain(block.get(of.place.lang(*source))));
    if fingerprint(before) != was || now != from {
        return Err(wrong(column, RowProblem::Changed, typed));
    }
    Ok(Some(PartChange {
        of,
        kind: block.kind,
        row: item.row,
        before: before.to_owned(),
        text,
        confirms,
    }))
}

/// Puts the texts into the draft, part by part; answers those that are not there because the page would be too long.
pub(super) async fn write(
    tx: &Tx,
    own: CooperativeId,
    changes: Vec<PartChange>,
    by: (UserId, bool, i64),
) -> Result<Vec<Wrong>> {
    let mut parts: BTreeMap<BlockId, Vec<PartChange>> = BTreeMap::new();
    for change in changes {
        parts.entry(change.of.block).or_default().push(change);
    }
    let mut wrong = Vec::new();
    for (part, changes) in parts {
        let texts: Vec<(Place, String, bool)> = changes
            .iter()
            .map(|change| (change.of.place, change.text.clone(), change.confirms))
            .collect();
        if !put_texts(tx, own, part, &texts, by).await? {
            wrong.extend(changes.iter().map(|change| {
                let (_, column) = text_columns(change.of.target);
                let wrong = Wrong::new(change.row, column, RowProblem::TooLong, &change.text);
                wrong.in_part(change.kind, change.of.place)
            }));
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use domain::shop_page::Field;

    use super::*;

    #[test]
    fn a_units_name_is_read_again_and_no_other() {
        for place in [
            Place::of(Field::Title).lang(Locale::Es),
            Place::of(Field::Caption).item(10).lang(Locale::Ug),
        ] {
            let unit = PartUnit {
                of: PartPlace {
                    block: BlockId(7),
                    place,
                    target: place.lang.unwrap_or(Locale::Es),
                },
                was: fingerprint(""),
            };
            assert_eq!(PartUnit::parse(&unit.write()), Some(unit));
        }
        for id in [
            "",
            "part-7-title-es",
            "part-7-title-0",
            "part-7-es-0",
            "part-x-title-es-0",
            "part-7-price-es-0",
            "part-7-title-fr-0",
            "product-7-name-es-0",
        ] {
            assert_eq!(PartUnit::parse(id), None, "{id}");
        }
    }
}
