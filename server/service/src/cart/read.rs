//! A cart as its buyer sees it: today's names, prices and stock.

use std::collections::HashMap;

use db::Readable;
use db::entities::{cart, cart_line, offer, product, product_card};
use db::sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{Currency, ErrorCode, Locale, Money, ProductId, Quantity, Weight};

use super::{CartHandle, CartLine, CartSeller, CartView, LineState, is_open};
use crate::catalog::{OfferRow, offers};
use crate::error::{Error, Result};
use crate::texts::{self, TextSet};
use crate::{Picture, Shown};

/// A line with what it is a line of.
#[derive(Clone, Debug, FromQueryResult)]
struct LineRow {
    #[sea_orm(nested)]
    offer: OfferRow,
    quantity: i64,
}

pub(super) fn empty(locale: Locale) -> CartView {
    CartView {
        locale,
        sellers: Vec::new(),
        goods: Money::zero(Currency::Cny),
        weight: Weight(0),
        count: 0,
    }
}

/// Reads a cart with today's prices and stock; inside a transaction, as that transaction sees them.
pub(crate) async fn read(db: &impl ConnectionTrait, locale: Locale, cart: CartHandle) -> Result<CartView> {
    let row = cart::Entity::find_by_id(cart.id()).one(db).await?;
    if row.is_none_or(|row| !is_open(&row)) {
        return Ok(empty(locale));
    }
    read_lines(db, locale, cart).await
}

/// [`read`] for a cart that is known to be open, or was until this transaction.
pub(crate) async fn read_lines(db: &impl ConnectionTrait, locale: Locale, cart: CartHandle) -> Result<CartView> {
    let in_cart = offer::Entity::belongs_to(cart_line::Entity)
        .from(offer::Column::Id)
        .to(cart_line::Column::OfferId)
        .into();
    let lines: Vec<LineRow> = offers()
        .join(JoinType::InnerJoin, in_cart)
        .column(cart_line::Column::Quantity)
        .filter(cart_line::Column::CartId.eq(cart.id()))
        .order_by_asc(cart_line::Column::AddedAt)
        .order_by_asc(cart_line::Column::OfferId)
        .readable_as(db)
        .await?;
    let products: Vec<ProductId> = lines.iter().map(|line| line.offer.product_id).collect();
    let cards = product_card::Entity::find()
        .filter(product_card::Column::Lang.eq(locale.nearest_built_in()))
        .filter(product_card::Column::ProductId.is_in(products.iter().copied()))
        .readable(db)
        .await?;
    let is_gone = |id: &ProductId| cards.iter().all(|card| card.product_id != *id);
    let gone = read_gone(db, locale, products.into_iter().filter(is_gone).collect()).await?;
    let mut view = empty(locale);
    view.count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    for line in lines {
        let card = cards.iter().find(|c| c.product_id == line.offer.product_id);
        add_to_view(&mut view, &line, card, gone.get(&line.offer.product_id))?;
    }
    Ok(view)
}

/// Products that are not in the shop now: their names in the URL, and those that people read.
async fn read_gone(
    db: &impl ConnectionTrait,
    locale: Locale,
    ids: Vec<ProductId>,
) -> Result<HashMap<ProductId, (String, Shown)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let texts = texts::read(db, &ids).await?;
    let rows = product::Entity::find()
        .filter(product::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let name = match texts.get(&row.id) {
                Some(set) => set.name(locale, row.source_lang, &row.slug),
                None => TextSet::default().name(locale, row.source_lang, &row.slug),
            };
            (row.id, (row.slug, name))
        })
        .collect())
}

fn add_to_view(
    view: &mut CartView,
    LineRow { offer, quantity }: &LineRow,
    card: Option<&product_card::Model>,
    gone: Option<&(String, Shown)>,
) -> Result<()> {
    let terms = offer.terms();
    let wanted = Quantity(*quantity);
    let available = if card.is_some() { offer.available() } else { 0 };
    let state = match available {
        0 => LineState::Gone,
        some if some < wanted.amount() => LineState::Short,
        _ => LineState::Ready,
    };
    let total = terms.line_total(wanted)?;
    let shown = |text: &str, lang: Locale| Shown {
        text: text.to_owned(),
        lang,
        outdated: false,
    };
    let (name, picture, product_slug, seller, seller_slug) = match card {
        Some(card) => (
            shown(&card.name, card.name_lang),
            Picture::unpack(&card.picture),
            card.slug.clone(),
            shown(&card.cooperative_name, card.cooperative_name_lang),
            card.cooperative_slug.clone(),
        ),
        // Its seller shows nothing of it now; a cart still says which one it was.
        None => {
            let (slug, name) = gone.cloned().unwrap_or_default();
            (name, Picture::unpack(""), slug, Shown::default(), String::new())
        }
    };
    if state == LineState::Ready {
        view.goods = view.goods.checked_add(total)?;
        view.weight = terms
            .line_weight(wanted)
            .and_then(|weight| view.weight.checked_add(weight))
            .map_err(|_| Error::Refused(ErrorCode::AmountTooLarge))?;
    }
    let seller_view = match view.sellers.iter_mut().position(|s| s.slug == seller_slug) {
        Some(at) => &mut view.sellers[at],
        None => {
            let goods = Money::zero(terms.price.currency);
            view.sellers.push(CartSeller {
                name: seller,
                slug: seller_slug,
                lines: Vec::new(),
                goods,
            });
            let last = view.sellers.len() - 1;
            &mut view.sellers[last]
        }
    };
    if state == LineState::Ready {
        seller_view.goods = seller_view.goods.checked_add(total)?;
    }
    seller_view.lines.push(CartLine {
        offer: offer.id,
        product_slug,
        name,
        picture,
        terms,
        quantity: wanted,
        total,
        available,
        state,
    });
    Ok(())
}
