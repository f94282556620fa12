//! A cooperative as it stands in lists and beside its goods, and whether it sells.

use db::entities::cooperative;
use db::sea_orm::{ConnectionTrait, EntityTrait};
use domain::{CooperativeId, ErrorCode, Locale};

use crate::directory::{Cooperative, Directory};
use crate::error::{Error, Result};
use crate::{Picture, Shop, Shown};

/// A cooperative in a list or beside a product.
#[derive(Clone, Debug)]
pub struct CooperativeCard {
    /// The cooperative.
    pub id: CooperativeId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// One line about it.
    pub tagline: Option<Shown>,
    /// Where it is.
    pub township: Shown,
    /// Its cover picture, 16:9.
    pub picture: Picture,
    /// How many products it has in the shop.
    pub product_count: u64,
}

/// The first `count` cooperatives.
pub fn first(shop: &Shop, locale: Locale, count: usize) -> Vec<CooperativeCard> {
    let directory = shop.directory();
    let first = directory.cooperatives.iter().take(count);
    first.map(|c| card(&directory, c, locale)).collect()
}

/// The card of a cooperative.
pub(crate) fn card(directory: &Directory, cooperative: &Cooperative, locale: Locale) -> CooperativeCard {
    CooperativeCard {
        id: cooperative.entry.id,
        slug: cooperative.entry.slug.clone(),
        name: cooperative.entry.name(locale),
        tagline: cooperative
            .entry
            .texts
            .show("tagline", locale, cooperative.entry.source),
        township: directory.township_name(cooperative.township, locale),
        picture: cooperative.picture.clone(),
        product_count: cooperative.product_count,
    }
}

/// Whether what this cooperative has published can be ordered, as the transaction sees it, and whether it may publish more.
///
/// # Errors
/// [`ErrorCode::Suspended`] while it is; [`Error::NotFound`] when there is no such cooperative.
pub(crate) async fn require_selling(db: &impl ConnectionTrait, id: CooperativeId) -> Result<()> {
    let row = cooperative::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    if row.status.sells() {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::Suspended))
    }
}
