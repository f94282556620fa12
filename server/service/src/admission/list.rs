//! The cooperatives as the Centre sees them.

use std::collections::HashMap;

use db::Readable;
use db::entities::{cooperative_step, product, product_proposal, user};
use db::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use domain::{
    Action, Actor, CooperativeId, CooperativeStep, CooperativeStepId, Locale, ProposalState, Subject, UserId,
};

use crate::directory::{Cooperative, Directory};
use crate::error::{Error, Result};
use crate::{Shop, Shown, Suspension, rights};

/// Cooperatives on one page.
const PAGE: usize = 40;
/// Steps shown, the newest.
const STEPS: u64 = 50;

/// A cooperative in the Centre's list.
#[derive(Clone, Debug)]
pub struct CooperativeRow {
    /// Its number, by which the list is ordered.
    pub id: CooperativeId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Where it is.
    pub township: Shown,
    /// Its telephone, as it wrote it.
    pub phone: Option<String>,
    /// How many products it has published.
    pub product_count: u64,
    /// Since when and why it sells nothing.
    pub suspension: Option<Suspension>,
    /// Whether what it does with its goods waits for the Centre.
    pub needs_confirmation: bool,
}

/// A page of that list.
#[derive(Clone, Debug)]
pub struct CooperativeList {
    /// In the order in which they came.
    pub rows: Vec<CooperativeRow>,
    /// What the next page comes after, if there is one.
    pub next: Option<CooperativeId>,
}

/// A time a cooperative was suspended or admitted again.
#[derive(Clone, Debug)]
pub struct StepView {
    /// Its number.
    pub id: CooperativeStepId,
    /// What was done.
    pub step: CooperativeStep,
    /// Why.
    pub reason: String,
    /// By whom.
    pub who: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// A cooperative with what was done with it.
#[derive(Clone, Debug)]
pub struct CooperativeFile {
    /// The cooperative.
    pub row: CooperativeRow,
    /// Newest first.
    pub steps: Vec<StepView>,
    /// Of how many of its products something waits for the Centre.
    pub waiting: u64,
}

/// What is asked for; nothing is everything.
#[derive(Clone, Debug, Default)]
pub struct CooperativeQuery {
    /// A part of a name, or of a name in the URL.
    pub name: String,
    /// Only those that are suspended.
    pub only_suspended: bool,
    /// Only those after this one: the way to the next page.
    pub after: Option<CooperativeId>,
}

/// A page of the cooperatives.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
pub fn list(shop: &Shop, actor: Actor, locale: Locale, query: &CooperativeQuery) -> Result<CooperativeList> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let directory = shop.directory();
    // Some hundred, in memory.
    let mut found: Vec<&Cooperative> = directory
        .all_cooperatives()
        .filter(|found| !query.only_suspended || !found.sells())
        .filter(|found| query.after.is_none_or(|after| found.entry.id > after))
        .filter(|found| found.is_called(&query.name))
        .collect();
    found.sort_unstable_by_key(|found| found.entry.id);
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().map(|last| last.entry.id).filter(|_| has_more);
    let rows = found.into_iter().map(|found| row(&directory, found, locale)).collect();
    Ok(CooperativeList { rows, next })
}

fn row(directory: &Directory, found: &Cooperative, locale: Locale) -> CooperativeRow {
    CooperativeRow {
        id: found.entry.id,
        slug: found.entry.slug.clone(),
        name: found.entry.name(locale),
        township: directory.township_name(found.township, locale),
        phone: found.phone.clone(),
        product_count: found.product_count,
        suspension: found.suspension.clone(),
        needs_confirmation: found.needs_confirmation,
    }
}

/// The cooperative of this name in the URL.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn file(shop: &Shop, actor: Actor, locale: Locale, slug: &str) -> Result<CooperativeFile> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let directory = shop.directory();
    let found = directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?;
    let db = shop.db().read();
    let rows = cooperative_step::Entity::find()
        .filter(cooperative_step::Column::CooperativeId.eq(found.entry.id))
        .order_by_desc(cooperative_step::Column::Id)
        .limit(STEPS)
        .readable(db)
        .await?;
    let people: HashMap<UserId, String> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .column(user::Column::Name)
        .filter(user::Column::Id.is_in(rows.iter().map(|row| row.user_id)))
        .into_tuple::<(UserId, String)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let steps = rows.into_iter().map(|step| StepView {
        id: step.id,
        who: people.get(&step.user_id).cloned().unwrap_or_default(),
        step: step.step,
        reason: step.reason,
        at: step.at,
    });
    let products = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::CooperativeId.eq(found.entry.id))
        .into_query();
    let waiting = product_proposal::Entity::find()
        .filter(product_proposal::Column::State.eq(ProposalState::Waiting))
        .filter(product_proposal::Column::ProductId.in_subquery(products))
        .count(db)
        .await?;
    Ok(CooperativeFile {
        row: row(&directory, found, locale),
        steps: steps.collect(),
        waiting,
    })
}

/// That and why the cooperative of `actor` is suspended, when it is.
pub fn suspension(shop: &Shop, actor: Actor) -> Option<Suspension> {
    let directory = shop.directory();
    directory.cooperative(actor.cooperative()?)?.suspension.clone()
}
