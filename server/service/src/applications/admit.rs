//! Deciding about an application: admitting it makes the cooperative, with the applicant as its owner.

use db::Tx;
use db::entities::{application, cooperative};
use db::sea_orm::sea_query::{Expr, LockType, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Action, Actor, ApplicationId, ApplicationState, AuditAction, CooperativeId, CooperativeRole, CooperativeStatus,
    ErrorCode, FieldCode, Membership, MessageText, PersonName, Phone, PublicName, Slug, Subject, UserId,
};

use crate::error::{Error, Result, text_code};
use crate::messages::{self, Notice};
use crate::texts::{Writing, replace};
use crate::{Shop, audit, members, rights};

/// Admits an application: the cooperative is there, whoever wrote it is its owner, and what they do with their goods waits
/// for the Centre until it is set otherwise. They are told by message. `slug` is the cooperative's name in the URL, as typed.
///
/// # Errors
/// [`Error::Fields`] on `slug`: [none that something new may have](Slug::parse_new), or [taken](FieldCode::InvalidChoice);
/// [`ErrorCode::InvalidTransition`] when it is decided already; [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn admit(shop: &Shop, actor: Actor, id: ApplicationId, slug: &str) -> Result<()> {
    let user = who(actor)?;
    let slug = match slug.trim() {
        "" => return Err(Error::field("slug", FieldCode::Required)),
        typed => Slug::parse_new(typed).map_err(|_| Error::field("slug", FieldCode::InvalidText))?,
    };
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let slug = slug.as_str().to_owned();
            Box::pin(async move {
                let row = lock(tx, id).await?;
                let made = make(tx, &row, slug, user, now).await?;
                decide(tx, id, ApplicationState::Admitted, "", Some(made), user, now).await?;
                let notice = Notice::ApplicationAdmitted {
                    phone: Phone::parse(&row.phone).map_err(Error::internal)?,
                    locale: row.lang,
                    name: row.name,
                };
                messages::tell(tx, now, notice).await?;
                note(
                    tx,
                    now,
                    user,
                    AuditAction::ApplicationAdmit,
                    id,
                    &format!("cooperative:{made}"),
                )
                .await
            })
        })
        .await
}

/// The cooperative with its name and its owner. Of two that get the same name in the URL at once the second finds it taken.
async fn make(tx: &Tx, row: &application::Model, slug: String, by: UserId, now: i64) -> Result<CooperativeId> {
    use cooperative::Column;
    // Cooperatives write in the languages that are built in.
    let source = row.lang.nearest_built_in();
    let made = cooperative::ActiveModel {
        slug: Set(slug.clone()),
        township_id: Set(row.township_id),
        source_lang: Set(source),
        status: Set(CooperativeStatus::Approved),
        version: Set(1),
        needs_confirmation: Set(true),
        ..Default::default()
    };
    let unless_there = OnConflict::column(Column::Slug).do_nothing().to_owned();
    match cooperative::Entity::insert(made)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(1..) => {}
        Ok(0) | Err(DbErr::RecordNotInserted) => return Err(Error::field("slug", FieldCode::InvalidChoice)),
        Err(error) => return Err(error.into()),
    }
    let found = cooperative::Entity::find().filter(Column::Slug.eq(slug.as_str()));
    let id = found.one(tx).await?.ok_or(Error::Busy)?.id;
    // What was sent before names were held to be none may have a tag.
    let plain = |name: &str| name.replace(['<', '>'], " ");
    let name = PublicName::parse(&plain(&row.name)).map_err(Error::internal)?;
    let texts = [(source, name.into_string())];
    replace(tx, Writing { user: by, now }, id, source, "name", &texts).await?;
    let phone = Phone::parse(&row.phone).map_err(Error::internal)?;
    let person = PersonName::parse(&plain(&row.person)).map_err(Error::internal)?;
    let owner = members::user_of(tx, &phone, &person, now).await?;
    members::insert(tx, now, owner, Membership::Cooperative(id, CooperativeRole::Owner)).await?;
    Ok(id)
}

/// Refuses an application; whoever wrote it is told why by message.
///
/// # Errors
/// [`Error::Fields`] on `reason`; [`ErrorCode::InvalidTransition`] when it is decided already; [`Error::NotFound`] for who
/// may not, and when there is none.
#[crate::boxed]
pub async fn refuse(shop: &Shop, actor: Actor, id: ApplicationId, reason: &str) -> Result<()> {
    let user = who(actor)?;
    let reason = MessageText::parse(reason).map_err(|error| Error::field("reason", text_code(error)))?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let reason = reason.as_str().to_owned();
            Box::pin(async move {
                let row = lock(tx, id).await?;
                decide(tx, id, ApplicationState::Refused, &reason, None, user, now).await?;
                let notice = Notice::ApplicationRefused {
                    phone: Phone::parse(&row.phone).map_err(Error::internal)?,
                    locale: row.lang,
                    name: row.name,
                    reason,
                };
                messages::tell(tx, now, notice).await?;
                note(tx, now, user, AuditAction::ApplicationRefuse, id, "").await
            })
        })
        .await
}

fn who(actor: Actor) -> Result<UserId> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

/// An application that waits; of two who decide the second finds it decided.
async fn lock(tx: &Tx, id: ApplicationId) -> Result<application::Model> {
    let row = application::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    if row.state == ApplicationState::Waiting {
        Ok(row)
    } else {
        Err(Error::Refused(ErrorCode::InvalidTransition))
    }
}

async fn decide(
    tx: &Tx,
    id: ApplicationId,
    state: ApplicationState,
    reason: &str,
    made: Option<CooperativeId>,
    user: UserId,
    now: i64,
) -> Result<()> {
    use application::Column;
    application::Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::Reason, Expr::value(reason))
        .col_expr(Column::CooperativeId, Expr::value(made))
        .col_expr(Column::DecidedAt, Expr::value(now))
        .col_expr(Column::DecidedBy, Expr::value(user))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn note(tx: &Tx, now: i64, user: UserId, action: AuditAction, id: ApplicationId, detail: &str) -> Result<()> {
    audit::note(
        tx,
        now,
        &format!("user:{user}"),
        action,
        &format!("application:{id}"),
        detail,
    )
    .await
}
