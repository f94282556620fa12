//! Memberships as they are stored: what a person may act by. Who gives and takes them is in [`members`](crate::members), who
//! acts by them in [`identity`](crate::identity).

use db::Readable;
use db::entities::member_role;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Membership, MembershipId, Subject, SubjectKind, UserId};

use crate::error::Result;

/// Everything a person may act by, the oldest first.
pub(crate) async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<(MembershipId, Membership)>> {
    let rows = member_role::Entity::find()
        .filter(member_role::Column::UserId.eq(user))
        .order_by_asc(member_role::Column::Id)
        .readable(db)
        .await?;
    Ok(rows
        .iter()
        .filter_map(|row| Some((row.id, membership_of(row)?)))
        .collect())
}

/// What a row says; none when its columns contradict each other.
pub(crate) fn membership_of(row: &member_role::Model) -> Option<Membership> {
    Membership::new(subject_of(row)?, row.role)
}

fn subject_of(row: &member_role::Model) -> Option<Subject> {
    match row.subject {
        SubjectKind::Centre => Some(Subject::Centre),
        SubjectKind::Cooperative => row.cooperative_id.map(Subject::Cooperative),
        SubjectKind::Station => row.station_id.map(Subject::Station),
        SubjectKind::Language => row.language.map(Subject::Language),
    }
}

/// The rows of one subject.
pub(crate) fn rows_of(subject: Subject) -> Condition {
    let kind = Condition::all().add(member_role::Column::Subject.eq(subject.kind()));
    match subject {
        Subject::Centre => kind,
        Subject::Cooperative(id) => kind.add(member_role::Column::CooperativeId.eq(id)),
        Subject::Station(id) => kind.add(member_role::Column::StationId.eq(id)),
        Subject::Language(locale) => kind.add(member_role::Column::Language.eq(locale)),
    }
}
