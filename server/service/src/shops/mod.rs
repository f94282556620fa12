//! Cooperatives and their shop pages.

mod view;

use domain::Locale;

use crate::catalog::{self, ListQuery};
use crate::cooperatives::card;
use crate::directory::Cooperative;
use crate::{Result, Shop};

pub use crate::cooperatives::{CooperativeCard, first};
pub use view::{CooperativePage, ShopList};

/// Cooperatives on a page of the list.
pub const PAGE: usize = 36;

/// A page of the cooperatives that sell; of one township when it is named.
pub fn list(shop: &Shop, locale: Locale, township: Option<&str>, page: usize) -> ShopList {
    let directory = shop.directory();
    let chosen = township.and_then(|slug| directory.townships.iter().find(|t| t.slug == slug));
    let found: Vec<&Cooperative> = directory
        .cooperatives
        .iter()
        .filter(|c| chosen.is_none_or(|t| t.id == c.township))
        .collect();
    let pages = found.len().div_ceil(PAGE).max(1);
    let page = page.clamp(1, pages);
    ShopList {
        cards: found
            .iter()
            .skip((page - 1) * PAGE)
            .take(PAGE)
            .map(|c| card(&directory, c, locale))
            .collect(),
        total: found.len(),
        page,
        pages,
        townships: directory
            .townships
            .iter()
            .map(|t| (t.slug.clone(), t.name(locale)))
            .collect(),
        chosen: chosen.map(|t| t.slug.clone()),
    }
}

/// How many cooperatives sell.
pub fn count(shop: &Shop) -> usize {
    shop.directory().cooperatives.len()
}

/// Names in the URL of all cooperatives that sell.
pub fn public_slugs(shop: &Shop) -> Vec<String> {
    let directory = shop.directory();
    directory.cooperatives.iter().map(|c| c.entry.slug.clone()).collect()
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
