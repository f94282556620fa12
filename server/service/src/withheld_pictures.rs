//! Which pictures not everybody gets: read where what is in memory follows the database.

use std::collections::HashSet;

use db::entities::{category, cooperative, media as media_rows, product_media, review, review_photo, shop_picture};
use db::sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::ReviewState;

use crate::directory::HERO;
use crate::{Result, own_value};

/// The pictures that not everybody may see, as their rows name them. Goods or another review may show the same picture.
pub(crate) async fn names(db: &impl ConnectionTrait) -> Result<HashSet<String>> {
    let mut names: HashSet<String> = media_rows::Entity::find()
        .select_only()
        .column(media_rows::Column::Sha)
        .filter(media_rows::Column::WithdrawnAt.is_not_null())
        .filter(is_withheld())
        .into_tuple::<String>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    if !names.is_empty()
        && let Some(hero) = own_value::read(db, HERO).await?
    {
        names.retain(|name| !hero.contains(name.as_str()));
    }
    Ok(names)
}

/// Pictures that no product, category, cooperative or shop page shows, and no review that all read.
fn is_withheld() -> Condition {
    let published = Query::select()
        .expr(Expr::val(1))
        .from(review::Entity)
        .and_where(
            Expr::col((review::Entity, review::Column::Id))
                .equals((review_photo::Entity, review_photo::Column::ReviewId)),
        )
        .and_where(review::Column::State.eq(ReviewState::Published))
        .to_owned();
    is_unlinked(by_review().and_where(Expr::exists(published)).to_owned())
}

/// Reviews that show a picture.
pub(crate) fn by_review() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(review_photo::Entity)
        .and_where(
            Expr::col((review_photo::Entity, review_photo::Column::MediaId))
                .eq(Expr::col((media_rows::Entity, media_rows::Column::Id))),
        )
        .to_owned()
}

/// Pictures that no product, category, cooperative or shop page shows, and none of these reviews.
pub(crate) fn is_unlinked(by_review: SelectStatement) -> Condition {
    let shown = |statement: SelectStatement| Expr::exists(statement).not();
    let media = || Expr::col((media_rows::Entity, media_rows::Column::Id));
    let by_product = Query::select()
        .expr(Expr::val(1))
        .from(product_media::Entity)
        .and_where(Expr::col((product_media::Entity, product_media::Column::MediaId)).eq(media()))
        .to_owned();
    let by_category = Query::select()
        .expr(Expr::val(1))
        .from(category::Entity)
        .and_where(Expr::col((category::Entity, category::Column::PictureId)).eq(media()))
        .to_owned();
    let by_cooperative = Query::select()
        .expr(Expr::val(1))
        .from(cooperative::Entity)
        .and_where(Expr::col((cooperative::Entity, cooperative::Column::PictureId)).eq(media()))
        .to_owned();
    let by_shop_page = Query::select()
        .expr(Expr::val(1))
        .from(shop_picture::Entity)
        .and_where(Expr::col((shop_picture::Entity, shop_picture::Column::MediaId)).eq(media()))
        .to_owned();
    Condition::all()
        .add(shown(by_product))
        .add(shown(by_category))
        .add(shown(by_cooperative))
        .add(shown(by_shop_page))
        .add(shown(by_review))
}
