//! What people looked for and did not find: a word to cooperatives and to the Centre about what is in demand.
//!
//! Who searches stays unknown. A search is counted in memory, under a hash that can be compared with those of the same term
//! only; written down is a term that about [`PEOPLE`] people or more looked for, from different places, with their number. What
//! looks as if it said something about somebody is not even counted.

mod list;
mod write;

use domain::{Action, Actor, Locale, Subject};

use crate::error::Result;
use crate::rights::{ask, own_cooperative};
use crate::sought::{Searcher, Term};
use crate::{Caller, Shop};

pub use list::renew_list;
pub use write::write;

pub use crate::sought::{MissedSearch, PEOPLE};

impl From<&Caller> for Searcher {
    fn from(caller: &Caller) -> Self {
        let (person, is_network) = match (caller.actor.user(), caller.cart) {
            (Some(user), _) => (format!("user:{user}"), false),
            (None, Some(cart)) => (format!("cart:{}", cart.id()), false),
            (None, None) => (caller.network.to_string(), true),
        };
        Self {
            person,
            is_network,
            network: caller.network.whole().to_string(),
        }
    }
}

/// Counts a search that found nothing. It costs a page some microseconds and no database; who searches is not kept.
pub fn note(caller: &Caller, locale: Locale, typed: &str) {
    if let Some(term) = Term::read(typed, locale) {
        caller.shop.missed().note(term, &caller.into(), caller.shop.now());
    }
}

/// What many looked for and did not find, for whoever sees a cooperative's figures; nothing is known before the list is
/// [made](renew_list). It costs a page no search and no database.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody else.
pub fn for_cooperative(shop: &Shop, actor: Actor) -> Result<Option<Vec<MissedSearch>>> {
    own_cooperative(actor, Action::SeeMoney)?;
    Ok(shop.missed().listed())
}

/// The same for the Centre's people.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody else.
pub fn for_centre(shop: &Shop, actor: Actor) -> Result<Option<Vec<MissedSearch>>> {
    ask(actor, Action::OpenWork, Subject::Centre)?;
    Ok(shop.missed().listed())
}
