//! Missing texts of the draft, written by a machine where the operator connected one. Somebody asks for them; a job has them
//! written, some at a time. They go into the draft and never straight to buyers, and say that a machine wrote them until
//! somebody says that they are right.

use std::collections::BTreeMap;

use db::Tx;
use db::entities::shop_translation_wish;
use db::sea_orm::ActiveValue::Set;
use domain::shop_page::{BlockId, Place, ShopDocument, Suggested};
use domain::{Action, Actor, AuditAction, CooperativeId, Locale, SuggestionProblem};
use l10n::tidy;

use super::super::view::Suggestions;
use super::super::wishes::{self, Line, Written};
use super::super::{audit, is_support, signature, signed};
use super::storage::{self, By};
use super::translating::draft_page;
use crate::Shop;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::translator::Translator;

/// A text of a part of the draft.
type Text = Line<(BlockId, Place)>;

/// Asks for the texts that the draft lacks. They are there a little later.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a shop page, or when no machine is connected.
#[crate::boxed]
pub async fn ask_page_suggestions(shop: &Shop, actor: Actor) -> Result<()> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    if shop.translator().is_none() {
        return Err(Error::NotFound);
    }
    let (now, by) = (shop.now(), signature(actor));
    shop.db()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                storage::lock(tx, own).await?;
                let wish = shop_translation_wish::ActiveModel {
                    cooperative_id: Set(own),
                    user_id: Set(actor.user()),
                    by_centre: Set(is_support(actor)),
                    asked_at: Set(now),
                    taken_at: Set(None),
                    problem: Set(None),
                };
                if !wishes::ask::<shop_translation_wish::Entity>(tx, own.get(), wish).await? {
                    return Ok(());
                }
                audit(tx, now, &by, AuditAction::ShopSuggest, &format!("cooperative:{own}")).await
            })
        })
        .await
}

/// What the page of the draft says of it.
pub(super) async fn suggestions_of(
    shop: &Shop,
    own: CooperativeId,
    page: &ShopDocument,
    source: Locale,
) -> Result<Suggestions> {
    if shop.translator().is_none() {
        return Ok(Suggestions::Off);
    }
    let is_whole = missing(page, source).is_empty();
    wishes::standing::<shop_translation_wish::Entity>(shop, own.get(), is_whole).await
}

/// The texts that are not there, in the order of the parts. What is outdated was written by somebody and stays.
fn missing(page: &ShopDocument, source: Locale) -> Vec<Text> {
    let all = page.untranslated(source).into_iter();
    all.filter(|text| !text.is_outdated)
        .filter_map(|text| {
            let from = page.block(text.block)?.get(text.place.lang(source)).to_owned();
            Some(Line {
                place: (text.block, text.place),
                lang: text.place.lang?,
                from,
                text: String::new(),
            })
        })
        .collect()
}

/// The text as its place takes it, cleaned as one that somebody types there.
fn fitting(page: &ShopDocument, line: &Text, text: &str) -> Option<String> {
    let (part, place) = line.place;
    let format = page.block(part)?.format(place)?;
    let read = format.parse(&tidy(text, line.lang).text).ok()?;
    (!read.is_empty()).then_some(read)
}

/// Has some texts of one page written; whether there was one to write.
pub(in crate::studio) async fn suggest_next_page(shop: &Shop, translator: &Translator) -> Result<bool> {
    let Some(wish) = wishes::take::<shop_translation_wish::Entity>(shop).await? else {
        return Ok(false);
    };
    let page = draft_page(shop.db().read(), wish.cooperative_id).await?;
    let written = match &page {
        Some((page, source)) => {
            let fitting = |line: &Text, text: &str| fitting(page, line, text);
            wishes::write(translator, &shop.glossary(), *source, &missing(page, *source), fitting).await
        }
        None => Written {
            lines: Vec::new(),
            problem: None,
            is_more: false,
        },
    };
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            let (wish, written) = (wish.clone(), written.clone());
            Box::pin(async move {
                let kept = match keep(tx, &wish, &written.lines, now).await {
                    Ok(kept) => kept,
                    // The cooperative is not there any more.
                    Err(Error::NotFound) => Kept::default(),
                    Err(error) => return Err(error),
                };
                let problem = written
                    .problem
                    .or(kept.is_too_long.then_some(SuggestionProblem::Unusable));
                let (own, goes_on) = (wish.cooperative_id.get(), written.is_more && kept.is_any);
                wishes::end::<shop_translation_wish::Entity>(tx, own, problem, goes_on).await
            })
        })
        .await?;
    Ok(true)
}

/// What became of texts that a machine wrote.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    is_any: bool,
    /// The page would be longer than any may be.
    is_too_long: bool,
}

async fn keep(tx: &Tx, wish: &shop_translation_wish::Model, written: &[Text], now: i64) -> Result<Kept> {
    let own = wish.cooperative_id;
    let by = By {
        user: wish.user_id,
        by_centre: wish.by_centre,
        at: now,
    };
    let mut parts: BTreeMap<BlockId, Vec<Suggested>> = BTreeMap::new();
    for line in written {
        let (part, place) = line.place;
        parts.entry(part).or_default().push(Suggested {
            place,
            from: line.from.clone(),
            text: line.text.clone(),
        });
    }
    let mut kept = Kept::default();
    for (part, texts) in parts {
        let mut draft = storage::lock(tx, own).await?;
        let source = draft.source;
        let Some(step) = draft.document.suggest(part, source, &texts) else {
            continue;
        };
        if draft.is_too_long()? {
            kept.is_too_long = true;
            break;
        }
        if storage::note(tx, own, &draft, &step, by).await?
            && let Some(user) = wish.user_id
        {
            let who = signed(user, wish.by_centre);
            let what = format!("part:{part}");
            crate::audit::note(
                tx,
                now,
                &who,
                AuditAction::ShopEdit,
                &format!("cooperative:{own}"),
                &what,
            )
            .await?;
        }
        kept.is_any = true;
    }
    Ok(kept)
}
