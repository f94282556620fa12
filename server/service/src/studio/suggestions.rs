//! Missing texts of a product, written by a machine where the operator connected one. Somebody asks for them; a job has them
//! written, beside the requests. What the machine wrote says so until a person saves or confirms it, and it never takes the
//! place of what is there.

use db::Tx;
use db::entities::{product, translation_wish};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{Action, Actor, AuditAction, Locale, LongText, ProductId, ProposalState, PublicName, TextOwner};

use super::product::lock_product;
use super::shop_page::suggest_next_page;
use super::texts::{self, Field};
use super::view::Suggestions;
use super::wishes::{self, Line, Written};
use super::{audit, signature};
use crate::catalog::rebuild_cards;
use crate::error::{Error, Result};
use crate::proposals::{Change, Proposal};
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};
use crate::{Shop, proposals};

const NAME: &str = "name";
const DESCRIPTION: &str = "description";

/// A text of a product; its place is its field.
type Text = Line<&'static str>;

/// Whether a text was written or taken away, and the Centre has not confirmed that.
fn waits_in(waits: Option<&Proposal>, line: &Text) -> bool {
    let mut texts = waits.into_iter().flat_map(|waits| &waits.proposed.texts);
    texts.any(|text| text.field == line.place && text.lang == line.lang)
}

/// Asks for the texts that a product lacks. They are there a little later.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's, or when no machine is connected.
#[crate::boxed]
pub async fn ask_suggestions(shop: &Shop, actor: Actor, id: ProductId) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    if shop.translator().is_none() {
        return Err(Error::NotFound);
    }
    let (now, by) = (shop.now(), signature(actor));
    shop.db()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                lock_product(tx, own.id(), id).await?;
                let wish = translation_wish::ActiveModel {
                    product_id: Set(id),
                    asked_at: Set(now),
                    taken_at: Set(None),
                    problem: Set(None),
                };
                if !wishes::ask::<translation_wish::Entity>(tx, id.get(), wish).await? {
                    return Ok(());
                }
                audit(tx, now, &by, AuditAction::ProductSuggest, &format!("product:{id}")).await
            })
        })
        .await
}

/// What the editor of a product says of it.
pub(super) async fn suggestions_of(
    shop: &Shop,
    id: ProductId,
    texts: &TextSet,
    source: Locale,
    waits: Option<&Proposal>,
) -> Result<Suggestions> {
    // What was sent back is for people to change: it keeps its reason until they do.
    let is_sent_back = waits.is_some_and(|waits| waits.state == ProposalState::SentBack);
    if shop.translator().is_none() || is_sent_back {
        return Ok(Suggestions::Off);
    }
    let is_whole = missing(texts, source).is_empty();
    wishes::standing::<translation_wish::Entity>(shop, id.get(), is_whole).await
}

/// Texts that are there in the source's language alone.
fn missing(texts: &TextSet, source: Locale) -> Vec<Text> {
    let targets = Locale::BUILT_IN.into_iter().filter(|lang| *lang != source);
    targets
        .flat_map(|lang| [NAME, DESCRIPTION].map(|field| (lang, field)))
        .filter(|(lang, field)| texts.exact(field, *lang).is_none())
        .filter_map(|(lang, field)| {
            let from = texts.exact(field, source)?.text.clone();
            (!from.trim().is_empty()).then_some(Line {
                place: field,
                lang,
                from,
                text: String::new(),
            })
        })
        .collect()
}

/// Has the texts of one product written, or some of one shop page where no product waits; whether there was one to write.
///
/// # Errors
/// When the database does not answer; it is done a little later.
#[crate::boxed]
pub async fn suggest_next(shop: &Shop) -> Result<bool> {
    let Some(translator) = shop.translator() else {
        return Ok(false);
    };
    let Some(wish) = wishes::take::<translation_wish::Entity>(shop).await? else {
        return suggest_next_page(shop, translator).await;
    };
    let id = wish.product_id;
    let db = shop.db().read();
    let Some(row) = product::Entity::find_by_id(id).one(db).await? else {
        return Ok(true);
    };
    let mut texts = read(db, &[id]).await?.remove(&id).unwrap_or_default();
    let waits = proposals::of(db, id).await?;
    if let Some(waits) = &waits {
        waits.proposed.overlay_texts(&mut texts, row.source_lang);
    }
    let mut lines = missing(&texts, row.source_lang);
    lines.retain(|line| !waits_in(waits.as_ref(), line));
    let written = wishes::write(translator, &shop.glossary(), row.source_lang, &lines, fitting).await;
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            let written = written.clone();
            Box::pin(async move { keep(tx, now, id, &written).await })
        })
        .await?;
    Ok(true)
}

/// The text as the field takes it.
fn fitting(line: &Text, text: &str) -> Option<String> {
    match line.place {
        NAME => PublicName::parse(text).ok().map(PublicName::into_string),
        _ => LongText::parse(text).ok().map(LongText::into_string),
    }
    .filter(|text| !text.trim().is_empty())
}

async fn keep(tx: &Tx, now: i64, id: ProductId, written: &Written<&'static str>) -> Result<()> {
    let found = product::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    let Some(row) = found else { return Ok(()) };
    let is_changed = match proposals::open(tx, &row).await? {
        Some(change) => propose(tx, now, change, row.source_lang, &written.lines).await?,
        None => {
            let mut is_changed = false;
            for line in &written.lines {
                let field = Field {
                    owner: TextOwner::Product,
                    id: id.get(),
                    name: line.place,
                    source: row.source_lang,
                };
                is_changed |= texts::suggest(tx, now, field, line.lang, &line.text, &line.from).await?;
            }
            is_changed
        }
    };
    if is_changed {
        // An editor that is open lacks these texts: it must not take them away by saving.
        product::Entity::update_many()
            .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
            .col_expr(product::Column::UpdatedAt, Expr::value(now))
            .filter(product::Column::Id.eq(id))
            .exec(tx)
            .await?;
        rebuild_cards(tx, id).await?;
    }
    let goes_on = written.is_more && is_changed;
    wishes::end::<translation_wish::Entity>(tx, id.get(), written.problem, goes_on).await
}

/// Lets the texts wait for the Centre with the rest; whether there were any. What was sent back keeps its reason until somebody
/// changes it.
async fn propose(tx: &Tx, now: i64, mut change: Change, source: Locale, lines: &[Text]) -> Result<bool> {
    if change.is_sent_back() {
        return Ok(false);
    }
    let mut is_changed = false;
    for line in lines {
        is_changed |= change.suggest(line.place, line.lang, source, &line.text, &line.from);
    }
    change.save(tx, now).await?;
    Ok(is_changed)
}
