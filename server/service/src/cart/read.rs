//! A cart as its buyer sees it: today's names, prices and stock.

use db::Readable;
use db::entities::{cart, cart_line, product, product_card};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Currency, ErrorCode, Locale, Money, OfferId, ProductId, Quantity, Weight};

use super::{CartHandle, CartLine, CartSeller, CartView, LineState, is_open};
use crate::catalog::{OfferRow, offers_by_id};
use crate::error::{Error, Result};
use crate::{Picture, Shown};

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
    let lines = cart_line::Entity::find()
        .filter(cart_line::Column::CartId.eq(cart.id()))
        .order_by_asc(cart_line::Column::AddedAt)
        .order_by_asc(cart_line::Column::OfferId)
        .all(db)
        .await?;
    let ids: Vec<OfferId> = lines.iter().map(|l| l.offer_id).collect();
    let offers = offers_by_id(db, &ids).await?;
    let products: Vec<ProductId> = offers.values().map(|o| o.product_id).collect();
    let cards = product_card::Entity::find()
        .filter(product_card::Column::Lang.eq(locale))
        .filter(product_card::Column::ProductId.is_in(products))
        .readable(db)
        .await?;
    let mut view = empty(locale);
    view.count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    for line in lines {
        let Some(offer) = offers.get(&line.offer_id) else {
            continue;
        };
        let card = cards.iter().find(|c| c.product_id == offer.product_id);
        add_to_view(db, &mut view, &line, offer, card).await?;
    }
    Ok(view)
}

async fn add_to_view(
    db: &impl ConnectionTrait,
    view: &mut CartView,
    line: &cart_line::Model,
    offer: &OfferRow,
    card: Option<&product_card::Model>,
) -> Result<()> {
    let terms = offer.terms();
    let quantity = Quantity(line.quantity);
    let available = if card.is_some() { offer.available() } else { 0 };
    let state = match available {
        0 => LineState::Gone,
        some if some < line.quantity => LineState::Short,
        _ => LineState::Ready,
    };
    let total = terms.line_total(quantity)?;
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
        // The product was taken out of the shop: its URL name still tells which one it was.
        None => {
            let slug = product::Entity::find_by_id(offer.product_id)
                .one(db)
                .await?
                .map(|p| p.slug)
                .unwrap_or_default();
            (
                shown(&slug, Locale::default()),
                Picture::unpack(""),
                slug,
                Shown::default(),
                String::new(),
            )
        }
    };
    if state == LineState::Ready {
        view.goods = view.goods.checked_add(total)?;
        view.weight = terms
            .line_weight(quantity)
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
        quantity,
        total,
        available,
        state,
    });
    Ok(())
}
