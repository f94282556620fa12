//! What the goods and shelves are called that parts of a page name.

use std::collections::HashMap;

use domain::shop_page::Format;
use domain::{Action, Actor, Locale};

use super::super::products;
use crate::error::Result;
use crate::rights::own_cooperative;
use crate::{Shop, Shown};

/// Names of what is chosen rather than written.
#[derive(Clone, Debug, Default)]
pub struct ChoiceNames {
    products: HashMap<String, Shown>,
    shelves: HashMap<String, Shown>,
}

impl ChoiceNames {
    /// What a value is called; nothing for what is not chosen, or not there any more.
    pub fn of(&self, format: Format, value: &str) -> Option<&Shown> {
        match format {
            Format::Product => self.products.get(value),
            Format::Shelf => self.shelves.get(value),
            _ => None,
        }
    }
}

/// The names of all goods and shelves that the actor's shop page may name.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who does not edit a shop page.
#[crate::boxed]
pub async fn choice_names(shop: &Shop, actor: Actor, locale: Locale) -> Result<ChoiceNames> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let goods = products::of_cooperative(shop, own, locale).await?;
    let directory = shop.directory();
    let shelves = directory.categories.iter();
    Ok(ChoiceNames {
        products: goods
            .into_iter()
            .map(|product| (product.id.to_string(), product.name))
            .collect(),
        shelves: shelves
            .map(|(category, _)| (category.slug.clone(), category.name(locale)))
            .collect(),
    })
}
