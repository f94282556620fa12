//! Pictures that came with a review which not everybody reads: it was hidden, held or taken back, or the picture was, or it is not
//! with its review yet. Whoever has the address of their files does not get them. Who wrote the review and the Centre see what
//! belongs to it, a cooperative what it sent itself; at night
//! [`clear_unused`](crate::unused_pictures::clear_unused) takes away what belongs to none.
//!
//! Only a review that all read makes such a picture everybody's again, or something else that shows it to all. That somebody
//! sends the same file does not: the old address would open again without anything that the Centre or a cooperative answers for.
//!
//! Files of pictures are asked for far more often than pages, so their names are in memory and follow the
//! database like all that is there.

use db::entities::{media as media_rows, order, order_group, picture_original, review, review_photo};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use db::{Readable, Tx};
use domain::{Action, Actor, MediaId, OrderCode, ReviewId, Subject, rights};

use crate::{Result, Shop, orders};

/// Notes of the pictures of a review that all see them from now on, or since when they do not.
pub(crate) async fn note_of_review(tx: &Tx, review: ReviewId, since: Option<i64>) -> Result<()> {
    let own = review_photo::Entity::find()
        .select_only()
        .column(review_photo::Column::MediaId)
        .filter(review_photo::Column::ReviewId.eq(review))
        .into_query();
    note(tx, Condition::all().add(media_rows::Column::Id.in_subquery(own)), since).await
}

/// Notes of one picture that all see it from now on, or since when they do not.
pub(crate) async fn note_of_picture(tx: &Tx, picture: MediaId, since: Option<i64>) -> Result<()> {
    note(tx, Condition::all().add(media_rows::Column::Id.eq(picture)), since).await
}

async fn note(tx: &Tx, pictures: Condition, since: Option<i64>) -> Result<()> {
    media_rows::Entity::update_many()
        .col_expr(media_rows::Column::WithdrawnAt, Expr::value(since))
        .filter(pictures)
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether everybody may have the file with this name in its URL, as the database said when it was last
/// [looked at](Shop::catch_up).
#[must_use]
pub fn is_for_all(shop: &Shop, name: &str) -> bool {
    media::parse_file_name(name).is_none_or(|(sha, ..)| !shop.withdrawn_pictures().contains(sha))
}

/// Whether this caller may have the file though not everybody may: the Centre, a member of a cooperative that sent the same
/// picture, and a browser that opened the order whose review the picture belongs to, by its order cookie.
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
    if let Some(cooperative) = actor.cooperative() {
        let sent = picture_original::Entity::find()
            .filter(picture_original::Column::CooperativeId.eq(cooperative))
            .filter(picture_original::Column::MediaId.in_subquery(picture.clone()));
        if sent.has_rows(shop.db().read()).await? {
            return Ok(true);
        }
    }
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
