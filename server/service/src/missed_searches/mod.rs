//! What people looked for and did not find: a word to cooperatives and to the Centre about what is in demand.
//!
//! Who searches stays unknown. A search is counted in memory, under a hash that can be compared with those of the same term
//! only; written down is a term that at least [`PEOPLE`] different people looked for, with their number. What looks as if
//! it said something about somebody is not even counted.

mod write;

use db::Readable;
use db::entities::missed_search;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, Locale, Subject};

use crate::error::{Error, Result};
use crate::rights::{ask, own_cooperative};
use crate::sought::{KEPT, Searcher, Term};
use crate::{Caller, Shop, Shown, search};

pub use write::write;

pub use crate::sought::{MissedSearch, PEOPLE};

/// Terms on a page.
const SHOWN: usize = 10;
/// Terms that are looked for again before a page shows them: some are found by now.
const LOOKED_AT: u64 = 30;

impl From<&Caller> for Searcher {
    fn from(caller: &Caller) -> Self {
        let network = caller.network.to_string();
        let person = match (caller.actor.user(), caller.cart) {
            (Some(user), _) => format!("user:{user}"),
            (None, Some(cart)) => format!("cart:{}", cart.id()),
            (None, None) => network.clone(),
        };
        Self { person, network }
    }
}

/// Counts a search that found nothing. It costs a page some microseconds and no database; who searches is not kept.
pub fn note(caller: &Caller, locale: Locale, typed: &str) {
    if let Some(term) = Term::read(typed, locale) {
        caller.shop.missed().note(term, &caller.into(), caller.shop.now());
    }
}

/// What many looked for and did not find, for whoever sees a cooperative's figures.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
#[crate::boxed]
pub async fn for_cooperative(shop: &Shop, actor: Actor) -> Result<Vec<MissedSearch>> {
    own_cooperative(actor, Action::SeeMoney)?;
    list(shop).await
}

/// The same for the Centre's people.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
#[crate::boxed]
pub async fn for_centre(shop: &Shop, actor: Actor) -> Result<Vec<MissedSearch>> {
    ask(actor, Action::OpenWork, Subject::Centre)?;
    list(shop).await
}

/// What would still not be found now; what was looked for last comes first.
async fn list(shop: &Shop) -> Result<Vec<MissedSearch>> {
    let now = shop.now();
    if let Some(list) = shop.missed().listed(now) {
        return Ok(list);
    }
    let rows = missed_search::Entity::find()
        .filter(missed_search::Column::SoughtAt.gt(now - KEPT))
        .order_by_desc(missed_search::Column::SoughtAt)
        .order_by_desc(missed_search::Column::People)
        .order_by_asc(missed_search::Column::Term)
        .limit(LOOKED_AT)
        .readable(shop.db().read())
        .await?;
    let mut list = Vec::new();
    for row in rows {
        if list.len() == SHOWN {
            break;
        }
        match search::find(shop, row.lang, &row.typed, 1).await {
            Ok(found) if found.total == 0 => {}
            Ok(_) => continue,
            // Buyers search: the page shows what is known so far, and does not remember it.
            Err(Error::Busy) => return Ok(list),
            Err(error) => return Err(error),
        }
        list.push(MissedSearch {
            typed: Shown {
                text: row.typed,
                lang: row.lang,
                outdated: false,
            },
            people: row.people,
        });
    }
    shop.missed().remember(now, list.clone());
    Ok(list)
}
