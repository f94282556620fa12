//! A clerk's own shifts.

use db::Readable;
use db::entities::shift;
use db::sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};
use domain::{Action, Actor, ShiftState, StationId, Subject, UserId};

use super::rows::{closed_views, left_before, open_views, yuan};
use super::view::{OpenShift, OwnShifts};
use crate::Shop;
use crate::drawers::shifts_of;
use crate::error::{Error, Result};
use crate::rights;

/// Shifts that are over, on a clerk's page.
const PAST: u64 = 10;

/// The station at which an actor takes cash in shifts, and who they are; nothing for the Centre's people, whose cash is in no
/// station's drawer.
pub(crate) fn clerk_of(actor: Actor) -> Option<(StationId, UserId)> {
    actor.station().zip(actor.user())
}

/// The same, for who has shifts at all.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who takes cash at a station.
pub(super) fn clerk(actor: Actor) -> Result<(StationId, UserId)> {
    let (station, user) = clerk_of(actor).ok_or(Error::NotFound)?;
    rights::ask(actor, Action::TakeCash, Subject::Station(station))?;
    Ok((station, user))
}

/// The shift that runs.
pub(crate) async fn open_now(
    db: &impl ConnectionTrait,
    station: StationId,
    clerk: UserId,
) -> Result<Option<OpenShift>> {
    let rows = shifts_of(station, clerk, ShiftState::Open).all(db).await?;
    let views = open_views(db, rows).await?;
    Ok(views.into_iter().next().map(|(_, view)| view))
}

/// The shifts of whoever asks, at their station.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who takes cash at a station.
#[crate::boxed]
pub async fn own(shop: &Shop, actor: Actor) -> Result<OwnShifts> {
    let (station, user) = clerk(actor)?;
    let db = shop.db().read();
    let past = shifts_of(station, user, ShiftState::Closed)
        .order_by_desc(shift::Column::ClosedAt)
        .order_by_desc(shift::Column::Id)
        .limit(PAST)
        .readable(db)
        .await?;
    Ok(OwnShifts {
        open: open_now(db, station, user).await?,
        left: left_before(db, station, user).await?.map(yuan),
        past: closed_views(db, past).await?,
    })
}
