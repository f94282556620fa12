//! Cooperatives and their shop pages.

mod view;

use domain::Locale;

use crate::catalog::{self, ListQuery};
use crate::directory::{Cooperative, Directory};
use crate::{Result, Shop};

pub use view::{CooperativeCard, CooperativePage};

/// All cooperatives that sell.
pub fn list(shop: &Shop, locale: Locale) -> Vec<CooperativeCard> {
    let directory = shop.directory();
    directory
        .cooperatives
        .iter()
        .map(|c| card(&directory, c, locale))
        .collect()
}

/// The shop page of the cooperative with this name in the URL.
///
/// # Errors
/// When the database does not answer.
pub async fn find(shop: &Shop, locale: Locale, slug: &str) -> Result<Option<CooperativePage>> {
    let directory = shop.directory();
    let Some(cooperative) = directory.cooperative_by_slug(slug) else {
        return Ok(None);
    };
    let query = ListQuery {
        cooperative: Some(cooperative.entry.id),
        ..ListQuery::new(locale)
    };
    let products = catalog::cards(shop, &query, 100).await?;
    Ok(Some(CooperativePage {
        card: card(&directory, cooperative, locale),
        story: cooperative.entry.texts.show("story", locale, cooperative.entry.source),
        founded: cooperative.founded,
        members: cooperative.members,
        phone: cooperative.phone.clone(),
        link: cooperative.link.clone(),
        products,
    }))
}

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
