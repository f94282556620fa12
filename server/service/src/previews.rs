//! Pictures beside shared links: one of the shop, of each product and each cooperative, in each language.
//!
//! One is made when somebody first asks for it, and kept under a name made of all that is on it: what changes gets another
//! one, and [`clear_unused`](crate::unused_pictures::clear_unused) takes the old ones away.
//! [Why so](../../docs/decisions/link-previews.md).

use std::error::Error as StdError;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use db::entities::product;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{Locale, OfferTerms, ProductId, ProductStatus, Slug, Unit, WIDEST_PICTURE, Weight};
use l10n::{format, t};
use media::{Area, Format};
use print::{CARD_SIZE, Card, Fonts};

use crate::catalog::{self, ListQuery, ProductCard};
use crate::{Picture, Result, Shop, shops};

/// Goes into each name: a new look makes all pictures anew.
const LOOK: &str = "1";

/// What a picture is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The shop itself, and every page that has no picture of its own.
    Shop,
    /// The product with this name in the URL.
    Product(String),
    /// The cooperative with this name in the URL.
    Cooperative(String),
}

/// What stands on one.
#[derive(Clone, Debug)]
pub struct Preview {
    version: String,
    card: Card,
    photograph: Picture,
}

impl Preview {
    fn new(locale: Locale, card: Card, photograph: Picture) -> Self {
        let said = [
            LOOK,
            locale.code(),
            &card.name,
            &card.price,
            &card.detail,
            &card.site,
            &photograph.key,
        ];
        Self {
            version: media::sha_of(said.join("\u{1f}").as_bytes()),
            card,
            photograph,
        }
    }

    /// The hash of all that is on it.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The picture it is made round.
    pub fn photograph(&self) -> &Picture {
        &self.photograph
    }
}

/// What stands on the picture of `subject`; nothing when no buyer sees such a thing.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn find(shop: &Shop, locale: Locale, subject: &Subject) -> Result<Option<Preview>> {
    let site = shop.texts().get(locale, t::SITE_NAME);
    let is_rtl = locale.dir() == domain::Direction::Rtl;
    let (card, photograph) = match subject {
        Subject::Shop => {
            let name = shop.texts().get(locale, t::SITE_TAGLINE);
            // A shop that has no picture yet has words.
            let hero = shop.directory().hero.clone().unwrap_or_else(|| Picture {
                key: String::new(),
                width: 1_200,
                height: 630,
            });
            (
                Card {
                    name,
                    ..Card::default()
                },
                hero,
            )
        }
        Subject::Product(slug) => {
            let Some(product) = product_card(shop, locale, slug).await? else {
                return Ok(None);
            };
            let card = Card {
                price: price_text(locale, &product.terms, product.offer_count > 1),
                name: product.name.text,
                detail: product.cooperative.text,
                ..Card::default()
            };
            (card, product.picture)
        }
        Subject::Cooperative(slug) => {
            let Some(cooperative) = shops::named(shop, locale, slug) else {
                return Ok(None);
            };
            let card = Card {
                name: cooperative.name.text,
                detail: cooperative.tagline.unwrap_or(cooperative.township).text,
                ..Card::default()
            };
            (card, cooperative.picture)
        }
    };
    let card = Card { site, is_rtl, ..card };
    Ok(Some(Preview::new(locale, card, photograph)))
}

/// A product as lists show it.
async fn product_card(shop: &Shop, locale: Locale, slug: &str) -> Result<Option<ProductCard>> {
    if Slug::parse(slug).is_err() {
        return Ok(None);
    }
    let id: Option<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::Slug.eq(slug))
        .filter(product::Column::Status.eq(ProductStatus::Published))
        .into_tuple()
        .one(shop.db().read())
        .await?;
    let Some(id) = id else {
        return Ok(None);
    };
    let card = catalog::cards_of(shop, &ListQuery::new(locale), &[id]).await?.pop();
    let directory = shop.directory();
    let sells = |card: &ProductCard| {
        let cooperative = directory.cooperative_by_slug(&card.cooperative_slug);
        cooperative.is_some_and(|cooperative| cooperative.sells())
    };
    Ok(card.filter(sells))
}

/// What a product costs, as its page says it; of a piece also its weight, where there are `other_sizes` that cost something else.
fn price_text(locale: Locale, terms: &OfferTerms, other_sizes: bool) -> String {
    match terms.priced_by.unit {
        Unit::Gram => format::price_per_grams(locale, terms.price, terms.priced_by.reference_amount),
        Unit::Piece if other_sizes && terms.net_grams > 0 => {
            let price = format::money(locale, terms.price);
            format!("{price} · {}", format::weight(locale, Weight(terms.net_grams)))
        }
        Unit::Piece | Unit::Millilitre => format::money(locale, terms.price),
    }
}

/// The JPEG file. Nothing when it is not there and cannot be made now: too many are asked for, or the site has no `fonts`. The
/// [photograph](Preview::photograph) alone takes its place then.
///
/// # Errors
/// When the place of the pictures does not answer.
#[crate::boxed]
pub async fn file(shop: &Shop, preview: Preview, fonts: Option<PathBuf>) -> Result<Option<Bytes>> {
    let store = shop.pictures();
    if let Some(file) = store.read_preview(&preview.version).await? {
        return Ok(Some(file));
    }
    let Some(fonts) = fonts else {
        return Ok(None);
    };
    let Some(turn) = shop.press().turn().await else {
        return Ok(None);
    };
    // Whoever was before us may have asked for the same one.
    if let Some(file) = store.read_preview(&preview.version).await? {
        return Ok(Some(file));
    }
    if !shop.press().may_make(shop.now()) {
        tracing::warn!("previews.over_budget");
        return Ok(None);
    }
    let name = media::file_name(&preview.photograph.key, WIDEST_PICTURE, Format::Jpeg);
    let photograph = store.read(&name).await?;
    let Preview { version, card, .. } = preview;
    let made = tokio::task::spawn_blocking(move || {
        let file = draw(&fonts, &card, photograph.as_deref());
        // Nobody else's turn until it is kept, even when whoever asked is gone.
        (file, turn)
    });
    match made.await {
        Ok((Ok(file), _turn)) => {
            let file = Bytes::from(file);
            if let Err(error) = store.put_preview(&version, file.clone()).await {
                tracing::warn!(error = &error as &dyn StdError, "previews.not_kept");
            }
            Ok(Some(file))
        }
        Ok((Err(error), _turn)) => {
            tracing::error!(error = &*error as &dyn StdError, "previews.failed");
            Ok(None)
        }
        // The panic itself was logged.
        Err(_) => Ok(None),
    }
}

/// Blocks the thread for some tenths of a second.
fn draw(fonts: &Path, card: &Card, photograph: Option<&[u8]>) -> Result<Vec<u8>, Box<dyn StdError + Send + Sync>> {
    let svg = print::card(&Fonts::read(fonts)?, card)?;
    let window = card.window();
    let area = Area {
        left: window.left,
        top: window.top,
        width: window.width,
        height: window.height,
    };
    Ok(media::preview(svg.as_bytes(), CARD_SIZE.0, photograph, area)?)
}

#[cfg(test)]
mod tests {
    use domain::{Currency, Money, PriceSteps, PricedBy, SoldBy};

    use super::*;

    #[test]
    fn a_price_says_for_how_much_it_is() {
        let terms = |unit: Unit, amount: i64| OfferTerms {
            sold_by: SoldBy {
                unit,
                step: 1,
                min: 1,
                max: 9,
            },
            priced_by: PricedBy {
                unit,
                reference_amount: amount,
            },
            price: Money::new(2_500, Currency::Cny),
            steps: PriceSteps::NONE,
            net_grams: 500,
            gross_grams: 520,
        };
        let packet = terms(Unit::Piece, 1);
        assert_eq!(price_text(Locale::Zh, &packet, false), "¥25.00");
        assert_eq!(price_text(Locale::Zh, &packet, true), "¥25.00 · 500克");
        let loose = terms(Unit::Gram, 1_000);
        for other_sizes in [false, true] {
            assert_eq!(price_text(Locale::Zh, &loose, other_sizes), "¥25.00/公斤");
        }
    }
}
