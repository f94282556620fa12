//! Memberships: who may act for a cooperative, a station, a language or the Centre, and who may change that.

mod change;
mod list;
mod support;

pub(crate) use change::insert;
pub use change::{Invitation, appoint, invite, remove, set_role};
pub use list::{MemberView, Named, find, list, name_of, newest, word_of};
pub use support::{Visit, begin_support, choices, end_support, visits};

use db::entities::member_role;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{CooperativeId, Locale, Membership, MembershipId, StationId, Subject, UserId};

use crate::Result;

/// Everything a person may act by, the oldest first.
pub(crate) async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<(MembershipId, Membership)>> {
    let rows = member_role::Entity::find()
        .filter(member_role::Column::UserId.eq(user.get()))
        .order_by_asc(member_role::Column::Id)
        .all(db)
        .await?;
    Ok(rows
        .iter()
        .filter_map(|row| Some((MembershipId(row.id), membership_of(row)?)))
        .collect())
}

/// What a row says; none when a later program wrote it.
fn membership_of(row: &member_role::Model) -> Option<Membership> {
    Membership::new(subject_of(row)?, &row.role)
}

fn subject_of(row: &member_role::Model) -> Option<Subject> {
    match row.subject.as_str() {
        "centre" => Some(Subject::Centre),
        "cooperative" => row.cooperative_id.map(CooperativeId).map(Subject::Cooperative),
        "station" => row.station_id.map(StationId).map(Subject::Station),
        "language" => Locale::from_code(row.language.as_deref()?).map(Subject::Language),
        _ => None,
    }
}

/// The rows of one subject.
fn rows_of(subject: Subject) -> Condition {
    let kind = Condition::all().add(member_role::Column::Subject.eq(subject.kind()));
    match subject {
        Subject::Centre => kind,
        Subject::Cooperative(id) => kind.add(member_role::Column::CooperativeId.eq(id.get())),
        Subject::Station(id) => kind.add(member_role::Column::StationId.eq(id.get())),
        Subject::Language(locale) => kind.add(member_role::Column::Language.eq(locale.code())),
    }
}
