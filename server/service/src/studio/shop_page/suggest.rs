//! Missing texts of the draft, written by a machine where the operator connected one. Somebody asks for them; a job has them
//! written, some at a time. They go into the draft and never straight to buyers, and say that a machine wrote them until
//! somebody says that they are right.

use std::collections::BTreeMap;
use std::time::Duration;

use db::Tx;
use db::entities::shop_translation_wish;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use domain::shop_page::{BlockId, ShopDocument, Suggested};
use domain::{Action, Actor, AuditAction, CooperativeId, Locale, SuggestionProblem};

use super::super::view::Suggestions;
use super::super::{audit, is_support, signature, signed};
use super::storage::{self, By};
use super::translating::draft_page;
use crate::Shop;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::translator::Translator;

/// A program that began longer ago than this has been ended in the middle.
const TURN: Duration = Duration::from_mins(3);
/// Texts of one question, at the most.
const TEXTS: usize = 20;
/// Characters of one question beside its first text, at the most.
const LETTERS: usize = 6_000;

/// A text that is to be written, or is.
#[derive(Clone, Debug)]
struct Line {
    block: BlockId,
    suggested: Suggested,
}

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
                let there = shop_translation_wish::Entity::find_by_id(own).one(tx).await?;
                if there.is_some_and(|wish| wish.problem.is_none()) {
                    return Ok(());
                }
                use shop_translation_wish::Column;
                let wish = shop_translation_wish::ActiveModel {
                    cooperative_id: Set(own),
                    user_id: Set(actor.user()),
                    by_centre: Set(is_support(actor)),
                    asked_at: Set(now),
                    taken_at: Set(None),
                    problem: Set(None),
                };
                let again = OnConflict::column(Column::CooperativeId)
                    .update_columns([
                        Column::UserId,
                        Column::ByCentre,
                        Column::AskedAt,
                        Column::TakenAt,
                        Column::Problem,
                    ])
                    .to_owned();
                shop_translation_wish::Entity::insert(wish)
                    .on_conflict(again)
                    .exec_without_returning(tx)
                    .await?;
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
    let wish = shop_translation_wish::Entity::find_by_id(own)
        .one(shop.db().read())
        .await?;
    let is_whole = missing(page, source).is_empty();
    Ok(match wish.map(|wish| wish.problem) {
        Some(None) => Suggestions::Waiting,
        _ if is_whole => Suggestions::Off,
        Some(Some(problem)) => Suggestions::Failed(problem),
        None => Suggestions::Possible,
    })
}

/// The texts that are not there, in the order of the parts. What is outdated was written by somebody and stays.
fn missing(page: &ShopDocument, source: Locale) -> Vec<Line> {
    let all = page.untranslated(source).into_iter();
    all.filter(|text| !text.is_outdated)
        .filter_map(|text| {
            let from = page.block(text.block)?.get(text.place.lang(source)).to_owned();
            Some(Line {
                block: text.block,
                suggested: Suggested {
                    place: text.place,
                    from,
                    text: String::new(),
                },
            })
        })
        .collect()
}

/// Has some texts of one page written; whether there was one to write.
pub(in crate::studio) async fn suggest_next_page(shop: &Shop, translator: &Translator) -> Result<bool> {
    let Some(wish) = take(shop).await? else {
        return Ok(false);
    };
    let own = wish.cooperative_id;
    let page = draft_page(shop.db().read(), own).await?;
    let (written, problem, is_more) = match page {
        Some((page, source)) => write(translator, source, missing(&page, source)).await,
        None => (Vec::new(), None, false),
    };
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            let (wish, written) = (wish.clone(), written.clone());
            Box::pin(async move {
                let kept = match keep(tx, &wish, &written, now).await {
                    Ok(kept) => kept,
                    // The cooperative is not there any more.
                    Err(Error::NotFound) => Kept::default(),
                    Err(error) => return Err(error),
                };
                let problem = problem.or(kept.is_too_long.then_some(SuggestionProblem::Unusable));
                end(tx, own, problem, is_more && kept.is_any).await
            })
        })
        .await?;
    Ok(true)
}

/// The page that has waited longest, for this program alone.
async fn take(shop: &Shop) -> Result<Option<shop_translation_wish::Model>> {
    use shop_translation_wish::Column;
    let now = shop.now();
    let turn = i64::try_from(TURN.as_millis()).unwrap_or(i64::MAX);
    let is_free = move || {
        Condition::all().add(Column::Problem.is_null()).add(
            Condition::any()
                .add(Column::TakenAt.is_null())
                .add(Column::TakenAt.lt(now - turn)),
        )
    };
    let next = shop_translation_wish::Entity::find()
        .filter(is_free())
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::CooperativeId)
        .one(shop.db().read())
        .await?;
    let Some(wish) = next else { return Ok(None) };
    let own = wish.cooperative_id;
    let taken = shop
        .db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = shop_translation_wish::Entity::update_many()
                    .col_expr(Column::TakenAt, Expr::value(Some(now)))
                    .filter(Column::CooperativeId.eq(own))
                    .filter(is_free())
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    Ok((taken == 1).then_some(wish))
}

/// The texts that the machine wrote, why there are not more, and whether there are more to be asked for.
async fn write(
    translator: &Translator,
    source: Locale,
    lines: Vec<Line>,
) -> (Vec<Line>, Option<SuggestionProblem>, bool) {
    let (mut written, mut problem, mut asked) = (Vec::new(), None, 0);
    for target in Locale::ALL {
        let of_target = lines.iter().filter(|line| line.suggested.place.lang == Some(target));
        let some = first_of(of_target);
        if some.is_empty() {
            continue;
        }
        asked += some.len();
        let texts: Vec<String> = some.iter().map(|line| line.suggested.from.clone()).collect();
        match translator.translate(source, target, &texts).await {
            Ok(answers) => {
                for (line, text) in some.into_iter().zip(answers) {
                    if text.trim().is_empty() {
                        problem = Some(SuggestionProblem::Unusable);
                        continue;
                    }
                    let mut line = line.clone();
                    line.suggested.text = text;
                    written.push(line);
                }
            }
            Err(why) => {
                problem = Some(why);
                // It would be asked in vain for each language.
                if why == SuggestionProblem::Unreachable {
                    break;
                }
            }
        }
    }
    let is_more = asked < lines.len();
    (written, problem, is_more)
}

/// As many as one question takes, at least one.
fn first_of<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<&'l Line> {
    let (mut some, mut letters) = (Vec::new(), 0);
    for line in lines.take(TEXTS) {
        letters += line.suggested.from.chars().count();
        if !some.is_empty() && letters > LETTERS {
            break;
        }
        some.push(line);
    }
    some
}

/// What became of texts that a machine wrote.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    is_any: bool,
    /// The page would be longer than any may be, or a text does not fit its field.
    is_too_long: bool,
}

async fn keep(tx: &Tx, wish: &shop_translation_wish::Model, written: &[Line], now: i64) -> Result<Kept> {
    let own = wish.cooperative_id;
    let by = By {
        user: wish.user_id,
        by_centre: wish.by_centre,
        at: now,
    };
    let mut parts: BTreeMap<BlockId, Vec<Suggested>> = BTreeMap::new();
    for line in written {
        parts.entry(line.block).or_default().push(line.suggested.clone());
    }
    let mut kept = Kept::default();
    for (part, texts) in parts {
        let mut draft = storage::lock(tx, own).await?;
        let source = draft.source;
        if let Some(block) = draft.document.block(part) {
            let is_fit = |text: &Suggested| {
                let format = block.format(text.place);
                format.is_some_and(|format| format.parse(&text.text).is_ok_and(|read| !read.is_empty()))
            };
            kept.is_too_long |= !texts.iter().all(is_fit);
        }
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

/// The wish is over, was in vain, or goes on with the texts that are left.
async fn end(tx: &Tx, own: CooperativeId, problem: Option<SuggestionProblem>, goes_on: bool) -> Result<()> {
    use shop_translation_wish::Column;
    if problem.is_none() && !goes_on {
        shop_translation_wish::Entity::delete_by_id(own).exec(tx).await?;
        return Ok(());
    }
    shop_translation_wish::Entity::update_many()
        .col_expr(Column::TakenAt, Expr::value(None::<i64>))
        .col_expr(Column::Problem, Expr::value(problem))
        .filter(Column::CooperativeId.eq(own))
        .exec(tx)
        .await?;
    Ok(())
}
