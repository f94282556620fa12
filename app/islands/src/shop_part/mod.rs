//! A part of a shop page while it is being written: it shows what buyers will see, and saves itself. What is typed is on the
//! device at once, and at the shop a moment later or when there is a network again. The form round it saves the same without
//! a script; values go into its fields, and nothing else of the page is written.

mod call;
mod pending;
mod saving;
mod unsent;

use components::{Glimpse, GoodsGlimpses, SavingLine, SavingView, ShopBlock, ShopHead, ShopPlace};
use domain::Locale;
use domain::shop_page::{Block, Conflict, Content, Ripe, Theme};
use leptos::either::Either;
use leptos::html::Span;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

#[cfg(feature = "ssr")]
pub use call::cleaned_lines;
pub use call::{PartSaved, SaveShopPart, save_shop_part};
pub use unsent::unsent_island;

use crate::island::island;
use saving::Saving;

/// What the island is hydrated with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopPartProps {
    /// The part as it is saved.
    pub block: Block,
    /// The language its texts are written in first.
    pub source: Locale,
    /// The reader's language.
    pub locale: Locale,
    /// The day in the shop, `2026-11-23`.
    pub today: String,
    /// The month in the shop.
    pub month: u8,
    /// What a cover says beside its own fields.
    pub head: ShopHead,
    /// What the goods say is ripe when.
    pub ripe: Vec<Ripe>,
    /// The goods.
    pub goods: Vec<Glimpse>,
    /// The page's colour.
    pub theme: Theme,
    /// The page answers a form that was just saved.
    pub is_saved: bool,
    /// The page answers a form of which not all was taken: its fields hold what was sent.
    pub is_refused: bool,
    /// The conflicts it tells of.
    pub conflicts: Vec<OpenConflict>,
    /// Whose draft of which part.
    pub key: String,
    /// Heading over the part.
    pub title: String,
    /// Instead of a part with nothing to show.
    pub empty: String,
    /// Sentences about saving.
    pub saving: SavingView,
}

/// A conflict that the page tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenConflict {
    /// Where, and what is saved there.
    pub conflict: Conflict,
    /// The fingerprint of the value that the form was made from.
    pub seen: u64,
}

island! {
    /// The part as buyers see it, and where its saving stands. It belongs to the form round it.
    shop_part_island in shop_part: ShopPartProps => shop_part, [components::texts::SHOP]
}

fn shop_part(props: ShopPartProps) -> impl IntoView {
    let shown = RwSignal::new(props.block.clone());
    let saving = Saving::new(&props, shown);
    let ShopPartProps {
        source,
        locale,
        today,
        month,
        head,
        ripe,
        goods,
        theme,
        is_saved,
        is_refused,
        title,
        empty,
        saving: words,
        ..
    } = props;
    let place = NodeRef::<Span>::new();
    components::effect(move |is_done| {
        let form = place
            .get()
            .and_then(|place| place.closest("form").ok().flatten())
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        if let (Some(form), None) = (form, is_done) {
            saving.listen(form, is_saved, is_refused);
        }
        true
    });
    let page = ShopPlace {
        locale,
        month,
        head,
        ripe,
        is_preview: true,
    };
    let words_at_hand = components::words();
    let preview = move || {
        // What is made later is made outside of the island's own first round.
        components::provide_words(words_at_hand.clone());
        let block = shown.get().show(locale, source, &today).and_then(|block| {
            let goods = goods_of(&block.content, &goods, &page.ripe)?;
            Some((block, goods))
        });
        match block {
            Some((block, goods)) => {
                let goods = view! { <GoodsGlimpses goods/> };
                Either::Left(view! { <ShopBlock block place=page.clone() goods/> })
            }
            None => Either::Right(view! { <p class="c-muted">{empty.clone()}</p> }),
        }
    };
    view! {
        <span node_ref=place hidden></span>
        <section class="c-part" data-testid="preview">
            <p class="c-part__bar"><strong>{title}</strong></p>
            <div class=components::theme_class(theme)>{preview}</div>
        </section>
        <SavingLine view=words state=saving.state troubles=saving.troubles actions=saving/>
    }
}

/// The goods a part shows, as on the page: chosen ones, else those of its shelf, else a few of all. Nothing when buyers would
/// not see the part, because there is nothing in it.
fn goods_of(content: &Content, goods: &[Glimpse], ripe: &[Ripe]) -> Option<Vec<Glimpse>> {
    let shown: Vec<Glimpse> = match content {
        Content::Season(rows) => return (!rows.is_empty() || !ripe.is_empty()).then(Vec::new),
        Content::Products { products, .. } if !products.is_empty() => products
            .iter()
            .filter_map(|id| goods.iter().find(|product| product.id == *id))
            .cloned()
            .collect(),
        Content::Products { shelf, .. } => {
            let is_there = |product: &&Glimpse| shelf.is_none() || product.shelf == *shelf;
            goods.iter().filter(is_there).take(8).cloned().collect()
        }
        _ => return Some(Vec::new()),
    };
    (!shown.is_empty()).then_some(shown)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::view::{Picture, Shown};
    use domain::{Locale, ProductId};

    use super::*;

    fn product(id: i64, shelf: &str) -> Glimpse {
        Glimpse {
            id: ProductId(id),
            name: Shown {
                text: id.to_string(),
                lang: Locale::Es,
                outdated: false,
            },
            picture: Picture::unpack("a:1:1"),
            shelf: Some(shelf.to_owned()),
        }
    }

    #[test]
    fn the_preview_shows_the_goods_that_buyers_will_see() {
        let goods = [product(1, "nuts"), product(2, "honey"), product(3, "honey")];
        let shown = |shelf: Option<&str>, products: &[i64]| {
            let content = Content::Products {
                shelf: shelf.map(str::to_owned),
                products: products.iter().copied().map(ProductId).collect(),
            };
            goods_of(&content, &goods, &[]).map(|goods| goods.iter().map(|product| product.id.get()).collect())
        };
        assert_eq!(shown(None, &[]), Some(vec![1, 2, 3]));
        assert_eq!(shown(Some("honey"), &[]), Some(vec![2, 3]));
        assert_eq!(shown(Some("honey"), &[3, 1, 9]), Some(vec![3, 1]));
        assert_eq!(shown(Some("fruit"), &[]), None, "buyers see no empty part");
        assert_eq!(shown(None, &[9]), None);
        assert_eq!(goods_of(&Content::Season(Vec::new()), &goods, &[]), None);
    }
}
