//! Memberships as they are stored: what a person may act by. Who gives and takes them is in [`members`](crate::members), who
//! acts by them in [`identity`](crate::identity).

use db::entities::member_role;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{CooperativeId, Locale, Membership, MembershipId, StationId, Subject, UserId};

use crate::error::Result;

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
pub(crate) fn membership_of(row: &member_role::Model) -> Option<Membership> {
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
pub(crate) fn rows_of(subject: Subject) -> Condition {
    let kind = Condition::all().add(member_role::Column::Subject.eq(subject.kind()));
    match subject {
        Subject::Centre => kind,
        Subject::Cooperative(id) => kind.add(member_role::Column::CooperativeId.eq(id.get())),
        Subject::Station(id) => kind.add(member_role::Column::StationId.eq(id.get())),
        Subject::Language(locale) => kind.add(member_role::Column::Language.eq(locale.code())),
    }
}
