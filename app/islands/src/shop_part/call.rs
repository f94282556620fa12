//! Saving some fields of a part.

use domain::Locale;
use domain::shop_page::{Block, BlockId, Change, Conflict, Place};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::call::{Postcard, Problem};

/// What became of changes to a part. Sentences are finished, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartSaved {
    /// The part as it is saved now.
    pub block: Block,
    /// Places that somebody else changed, too.
    pub conflicts: Vec<Conflict>,
    /// Places whose value cannot be taken, and why.
    pub wrong: Vec<(Place, String)>,
    /// What was not kept as it was typed.
    pub told: Vec<String>,
}

/// Saves changes to a part of the shop page's draft, each for itself. The same again changes nothing.
///
/// # Errors
/// A [`Problem`], when there is no such part (any more), or whoever asks does not edit it.
#[server(prefix = "/api", endpoint = "save_shop_part", protocol = Postcard)]
pub async fn save_shop_part(
    /// Language of the answer.
    locale: Locale,
    /// The part.
    part: BlockId,
    /// What is to be saved.
    changes: Vec<Change>,
) -> Result<PartSaved, Problem> {
    let Some(service::Caller { shop, actor, .. }) = use_context() else {
        return Err(Problem::Broken);
    };
    let saved = service::studio::save_block(&shop, actor, part, &changes)
        .await
        .map_err(|error| Problem::of(&shop, locale, &error))?;
    let kind = saved.block.kind;
    let told = saved
        .cleaned
        .iter()
        .flat_map(|cleaned| cleaned_lines(&shop, locale, kind, cleaned))
        .collect();
    Ok(PartSaved {
        conflicts: saved.conflicts,
        wrong: saved
            .wrong
            .into_iter()
            .map(|(place, code)| (place, shop.texts().field_error(locale, code)))
            .collect(),
        told,
        block: saved.block,
    })
}

/// What was cleaned in a text, in sentences.
#[cfg(feature = "ssr")]
pub fn cleaned_lines(
    shop: &service::Shop,
    locale: Locale,
    kind: domain::shop_page::BlockKind,
    cleaned: &service::studio::Cleaned,
) -> Vec<String> {
    use l10n::t;

    let words = shop.texts().words(locale, components::texts::PLACES);
    let field = components::place_name(&words, kind, cleaned.place);
    let mut lines = Vec::new();
    if cleaned.had_markup {
        lines.push(shop.texts().get(locale, t::shopfront_cleaned_markup(field.clone())));
    }
    if !cleaned.words.is_empty() {
        let new: Vec<&str> = cleaned.words.iter().map(|(_, new)| new.as_str()).collect();
        lines.push(
            shop.texts()
                .get(locale, t::shopfront_cleaned_words(field, new.join(" "))),
        );
    }
    lines
}
