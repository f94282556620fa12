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
    let words = shop.texts().words(locale, components::texts::TROUBLES);
    let why = |place: Place, code| {
        let typed = changes.iter().find(|change| change.place == place);
        let typed = typed.map(|change| change.new.as_str()).unwrap_or_default();
        // As long as it is without what is taken out of it.
        let tidied = l10n::tidy(typed, place.lang.unwrap_or(locale)).text;
        components::wrong_text(&words, saved.block.format(place), code, tidied.trim().chars().count())
    };
    let mut told: Vec<String> = saved
        .cleaned
        .iter()
        .flat_map(|cleaned| cleaned_lines(&shop, locale, kind, cleaned))
        .collect();
    let mut wrong = Vec::new();
    for (place, code) in &saved.wrong {
        let why = why(*place, *code);
        let is_confirmed = |change: &Change| {
            change.place == *place && change.confirms && domain::shop_page::fingerprint(&change.new) == change.seen
        };
        if *code == domain::FieldCode::SourceChanged || changes.iter().any(is_confirmed) {
            // Nothing is wrong with what stands in the field: it was only said to be right.
            let names = shop.texts().words(locale, components::texts::PLACES);
            told.push([&components::place_name(&names, kind, *place), ": ", &why].concat());
        } else {
            wrong.push((*place, why));
        }
    }
    Ok(PartSaved {
        conflicts: saved.conflicts,
        wrong,
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
                .get(locale, t::shopfront_cleaned_words(field.clone(), new.join(" "))),
        );
    }
    if let Some(found) = &cleaned.link {
        let link = found.link.as_str();
        let text = |text| shop.texts().get(locale, text);
        if found.had_words {
            lines.push(text(t::shopfront_cleaned_link(field.clone(), link)));
        }
        if found.was_insecure {
            lines.push(text(t::shopfront_cleaned_secure(field, link)));
        }
    }
    lines
}
