//! Asking [`domain::rights`], and what is answered to who may not: it is not there.

use domain::{Action, Actor, CooperativeId, Subject, UserId, rights};

use crate::error::{Error, Result};
use crate::security::{self, Event};

/// Whether `actor` may do `action` with `subject`; who may not is noted.
///
/// # Errors
/// [`Error::NotFound`] when not.
pub(crate) fn ask(actor: Actor, action: Action, subject: Subject) -> Result<()> {
    rights::may(actor, action, subject).map_err(|_| {
        // Whoever is nobody is asked to sign in: no line for each visitor who tries an address.
        if actor.user().is_some() {
            security::note(Event::Refused { actor, action, subject });
        }
        Error::NotFound
    })
}

/// Who of the Centre edits what the district has: stations, categories, search words.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub(crate) fn editor_of_district(actor: Actor) -> Result<UserId> {
    ask(actor, Action::EditSettings, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

/// The cooperative an actor works for and may do something with. Only [`own_cooperative`] makes one, so that a look-up
/// that takes it cannot be asked for another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OwnCooperative {
    id: CooperativeId,
}

impl OwnCooperative {
    /// Its id.
    pub const fn id(self) -> CooperativeId {
        self.id
    }
}

/// The cooperative of `actor`, for `action`.
///
/// # Errors
/// [`Error::NotFound`] when they work for none, or may not do that.
pub(crate) fn own_cooperative(actor: Actor, action: Action) -> Result<OwnCooperative> {
    let id = actor.cooperative().ok_or(Error::NotFound)?;
    ask(actor, action, Subject::Cooperative(id))?;
    Ok(OwnCooperative { id })
}
