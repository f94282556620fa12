//! Goods in a page that is being written: to be recognised, not to be bought.

use domain::ProductId;
use domain::view::{Picture, Shown};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::picture::{Shape, ShopPicture};
use crate::text::ShownName;

/// A product at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glimpse {
    /// The product.
    pub id: ProductId,
    /// Its name.
    pub name: Shown,
    /// Its picture.
    pub picture: Picture,
    /// The shelf it stands on, by its name in addresses.
    pub shelf: Option<String>,
}

/// Products at a glance.
#[component]
pub fn GoodsGlimpses(
    /// They.
    goods: Vec<Glimpse>,
) -> impl IntoView {
    let tiles = goods
        .into_iter()
        .map(|product| {
            view! {
                <li>
                    <article class="c-product">
                        <span class="c-product__picture"><ShopPicture picture=product.picture shape=Shape::Card/></span>
                        <h3 class="c-product__name"><ShownName shown=product.name/></h3>
                    </article>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="c-grid">{tiles}</ul> }
}
