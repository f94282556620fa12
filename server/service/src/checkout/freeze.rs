//! What stands with an order from the moment it is placed, whatever becomes of the catalogue and the directory.

use std::collections::HashMap;

use db::Tx;
use db::entities::{offer, order_line, product};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use domain::{CategoryId, ErrorCode, GoodsClass, Money, OfferId, OrderId, Weight};

use crate::cart::{CartLine, CartSeller, CartView};
use crate::error::{Error, Result};
use crate::{Directory, Shown};

/// A station as it stands with the order from now on.
#[derive(Debug)]
pub(super) struct FrozenStation {
    pub code: String,
    pub name: Shown,
    pub township: Shown,
}

/// What one cooperative sends of an order.
#[derive(Debug)]
pub(super) struct Part<'c> {
    pub seller: &'c CartSeller,
    pub freight: Money,
    pub weight: Weight,
}

pub(super) fn lines(cart: &CartView) -> impl Iterator<Item = &CartLine> {
    cart.sellers.iter().flat_map(|s| &s.lines)
}

pub(super) fn seller_weight(seller: &CartSeller) -> Result<Weight> {
    let weights: Vec<Weight> = seller
        .lines
        .iter()
        .map(|line| line.terms.line_weight(line.quantity))
        .collect::<Result<_, _>>()
        .map_err(|_| Error::Refused(ErrorCode::AmountTooLarge))?;
    Weight::sum(weights).map_err(|_| Error::Refused(ErrorCode::AmountTooLarge))
}

/// What the goods of these parts are, by their offers: it decides what can be sent back.
pub(super) async fn classes(
    tx: &Tx,
    directory: &Directory,
    parts: &[Part<'_>],
) -> Result<HashMap<OfferId, GoodsClass>> {
    let offers = parts.iter().flat_map(|part| &part.seller.lines).map(|line| line.offer);
    let to_product = offer::Entity::belongs_to(product::Entity)
        .from(offer::Column::ProductId)
        .to(product::Column::Id)
        .into();
    let rows: Vec<(OfferId, CategoryId)> = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .join(JoinType::InnerJoin, to_product)
        .column(product::Column::CategoryId)
        .filter(offer::Column::Id.is_in(offers))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(offer, category)| (offer, directory.goods_class(category)))
        .collect())
}

/// A row of the order as its buyer saw it.
pub(super) fn frozen_line(order: OrderId, line: &CartLine, class: Option<GoodsClass>) -> order_line::ActiveModel {
    order_line::ActiveModel {
        order_id: Set(order),
        offer_id: Set(line.offer),
        product_slug: Set(line.product_slug.clone()),
        name: Set(line.name.text.clone()),
        name_lang: Set(line.name.lang),
        picture: Set(line.picture.pack()),
        unit: Set(line.terms.sold_by.unit),
        quantity: Set(line.quantity.amount()),
        net_grams: Set(line.terms.net_grams),
        reference_amount: Set(line.terms.priced_by.reference_amount),
        price_minor: Set(line.terms.unit_price(line.quantity).minor),
        total_minor: Set(line.total.minor),
        goods_class: Set(class),
        ..Default::default()
    }
}
