//! Which size a card shows, where one was asked for by its price or its amount.

use domain::{OfferStatus, PriceSteps, ProductId};

use super::product::{OfferRow, offers_of_all};
use super::view::ProductCard;
use crate::{Result, Shop};

/// Has each card show, of the sizes that `fits`, the one that its product's page would choose first. A card of which none does
/// stays as it is.
pub(crate) async fn show_sizes(shop: &Shop, cards: &mut [ProductCard], fits: impl Fn(&OfferRow) -> bool) -> Result<()> {
    let with_sizes: Vec<ProductId> = cards
        .iter()
        .filter(|card| card.offer_count > 1)
        .map(|card| card.id)
        .collect();
    if with_sizes.is_empty() {
        return Ok(());
    }
    let offers = offers_of_all(shop.db().read(), &with_sizes).await?;
    for card in cards {
        let fitting = offers
            .iter()
            .filter(|offer| offer.product_id == card.id && offer.status == OfferStatus::Active && fits(offer))
            .min_by_key(|offer| (offer.terms().rank(offer.available()), offer.id));
        let Some(offer) = fitting else { continue };
        card.offer = offer.id;
        card.terms = offer.terms();
        // A card adds the least that is sold, and no step begins there.
        card.terms.steps = PriceSteps::NONE;
        card.price_per_kg = card.terms.price_per_kg();
        card.available = offer.available() > 0;
    }
    Ok(())
}
