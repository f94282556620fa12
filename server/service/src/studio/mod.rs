//! A cooperative's work area. Every use case takes the actor and answers [`Error::NotFound`](crate::Error) to anybody
//! who is not of that cooperative; the cooperative comes from the session, never from the request.

mod orders;
mod product;
mod shop_page;
mod texts;
mod view;

use db::Readable;
use db::entities::product as products;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Action, Actor, CooperativeId, Locale, ProductId, Subject, TranslationState, rights};

use crate::catalog::{self, ListQuery};
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};
use crate::{Picture, Shop, members};

pub use orders::{move_on, order, orders};
pub use product::{product_editor, save_product};
pub use shop_page::{save_shop, shop_editor};
pub use view::*;

/// How the actor stands in the history: `user:7`, or `support:7` for the Centre's people at work for the cooperative.
fn signature(actor: Actor) -> String {
    match (actor, actor.user()) {
        (Actor::Support { user, .. }, _) => format!("support:{user}"),
        (_, Some(user)) => format!("user:{user}"),
        (_, None) => "nobody".to_owned(),
    }
}

/// The first page of the studio.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
pub async fn home(shop: &Shop, actor: Actor, locale: Locale) -> Result<StudioHome> {
    let id = own_cooperative(actor, Action::OpenWork)?.id();
    let directory = shop.directory();
    let cooperative = directory.cooperative(id).ok_or(Error::NotFound)?;
    Ok(StudioHome {
        name: cooperative.entry.name(locale),
        slug: cooperative.entry.slug.clone(),
        waiting: orders::waiting(shop, id).await?,
        orders: newest_orders(shop, actor, locale).await?,
        visits: members::visits(shop, actor).await?,
        products: list_products(shop, id, locale).await?,
    })
}

/// None for roles that have nothing to do with orders.
async fn newest_orders(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<StudioOrder>> {
    let own = actor.cooperative().map(Subject::Cooperative);
    if own.is_none_or(|own| rights::may(actor, Action::ReadOrders, own).is_err()) {
        return Ok(Vec::new());
    }
    Ok(orders(shop, actor, locale, 1).await?.into_iter().take(5).collect())
}

async fn list_products(shop: &Shop, id: CooperativeId, locale: Locale) -> Result<Vec<StudioProduct>> {
    let db = shop.db().read();
    let rows = products::Entity::find()
        .filter(products::Column::CooperativeId.eq(id))
        .order_by_asc(products::Column::Id)
        .readable(db)
        .await?;
    let ids: Vec<ProductId> = rows.iter().map(|p| p.id).collect();
    let mut texts = read(db, &ids).await?;
    let query = ListQuery {
        cooperative: Some(id),
        ..ListQuery::new(locale)
    };
    let cards = catalog::cards(shop, &query, 500).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let texts = texts.remove(&row.id).unwrap_or_default();
            let card = cards.iter().find(|c| c.id == row.id)?;
            Some(StudioProduct {
                id: row.id,
                name: card.name.clone(),
                picture: card.picture.clone(),
                price: card.terms.price,
                available: card.available,
                missing: languages(&texts, |t| t.is_none()),
                outdated: languages(&texts, |t| t == Some(TranslationState::Outdated)),
                slug: row.slug,
            })
        })
        .collect())
}

fn languages(texts: &TextSet, wanted: impl Fn(Option<TranslationState>) -> bool) -> Vec<Locale> {
    Locale::ALL
        .into_iter()
        .filter(|locale| {
            ["name", "description"]
                .iter()
                .any(|f| wanted(texts.exact(f, *locale).map(|t| t.state)))
        })
        .collect()
}

fn no_picture() -> Picture {
    Picture {
        key: String::new(),
        width: 1200,
        height: 1200,
    }
}
