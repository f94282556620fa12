//! Pictures that all saw with a review until it was hidden, held or taken back, or the picture was: whoever has the address of
//! their files gets them no more. Who wrote the review and the Centre go on seeing what belongs to it; at night
//! [`clear_unused`](crate::unused_pictures::clear_unused) takes away what belongs to none.

use db::Tx;
use db::entities::{media as media_rows, order, order_group, review, review_photo};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use domain::{Action, Actor, MediaId, OrderCode, ReviewId, Subject, rights};

use crate::{Result, Shop, orders, unused_pictures};

/// Notes of the pictures of a review that all see them from now on, or since when they do not.
pub(crate) async fn note_of_review(tx: &Tx, review: ReviewId, since: Option<i64>) -> Result<()> {
    let own = review_photo::Entity::find()
        .select_only()
        .column(review_photo::Column::MediaId)
        .filter(review_photo::Column::ReviewId.eq(review))
        .into_query();
    note(tx, Condition::all().add(media_rows::Column::Id.in_subquery(own)), since).await
}

/// Notes that a picture does not belong to its review any more.
pub(crate) async fn note_taken_away(tx: &Tx, picture: MediaId, now: i64) -> Result<()> {
    note(tx, Condition::all().add(media_rows::Column::Id.eq(picture)), Some(now)).await
}

async fn note(tx: &Tx, pictures: Condition, since: Option<i64>) -> Result<()> {
    media_rows::Entity::update_many()
        .col_expr(media_rows::Column::WithdrawnAt, Expr::value(since))
        .filter(pictures)
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether everybody may have the file with this name in its URL.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn is_for_all(shop: &Shop, name: &str) -> Result<bool> {
    let Some((sha, ..)) = media::parse_file_name(name) else {
        return Ok(true);
    };
    let db = shop.db().read();
    let row = media_rows::Entity::find()
        .filter(media_rows::Column::Sha.eq(sha))
        .one(db)
        .await?;
    match row.filter(|row| row.withdrawn_at.is_some()) {
        // Goods or another review may show the same picture.
        Some(row) => unused_pictures::is_shown(db, row.id).await,
        None => Ok(true),
    }
}

/// Whether this caller may have the file though not everybody may: the Centre, and a browser that opened the order whose
/// review the picture belongs to, by its order cookie.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn may_see(shop: &Shop, actor: Actor, orders_cookie: &str, name: &str) -> Result<bool> {
    if rights::may(actor, Action::ModerateTexts, Subject::Centre).is_ok() {
        return Ok(true);
    }
    let Some((sha, ..)) = media::parse_file_name(name) else {
        return Ok(false);
    };
    let picture = media_rows::Entity::find()
        .select_only()
        .column(media_rows::Column::Id)
        .filter(media_rows::Column::Sha.eq(sha))
        .into_query();
    let reviews = review_photo::Entity::find()
        .select_only()
        .column(review_photo::Column::ReviewId)
        .filter(review_photo::Column::MediaId.in_subquery(picture))
        .into_query();
    let bought = review::Entity::find()
        .select_only()
        .column(review::Column::OrderId)
        .filter(review::Column::Id.in_subquery(reviews))
        .filter(review::Column::OrderId.is_not_null())
        .into_query();
    let groups = order::Entity::find()
        .select_only()
        .column(order::Column::GroupId)
        .filter(order::Column::Id.in_subquery(bought))
        .into_query();
    let codes: Vec<String> = order_group::Entity::find()
        .select_only()
        .column(order_group::Column::Code)
        .filter(order_group::Column::Id.in_subquery(groups))
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let mut codes = codes.iter().filter_map(|code| OrderCode::parse(code).ok());
    Ok(codes.any(|code| orders::access(shop, orders_cookie, &code).is_some()))
}
