//! A part of a shop page while it is being written: it shows what buyers will see, and saves itself. What is typed is on the
//! device at once, and at the shop a moment later or when there is a network again. The form round it saves the same without
//! a script; values go into its fields, and nothing else of the page is written.

mod call;
mod pending;
mod saving;
mod unsent;

use components::{
    Glimpse, GoodsGlimpses, MissingLine, MissingLines, SavingLine, SavingView, ShopBlock, ShopHead, ShopPlace,
};
use domain::shop_page::{Around, Block, Conflict, Content, GoodsOf, Hint, Place, Ripe, Theme};
use domain::{Locale, ProductId};
use l10n::Words;
use leptos::either::Either;
use leptos::html::Span;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use call::cleaned_lines;
pub use call::{PartSaved, SaveShopPart, save_shop_part};
pub use unsent::unsent_island;

use crate::browser;
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
    /// All goods stand in a part above.
    pub is_repeated: bool,
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
    shop_part_island in shop_part: ShopPartProps => shop_part, [components::texts::SHOP, components::texts::TROUBLES]
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
        is_repeated,
        theme,
        is_saved,
        is_refused,
        title,
        empty,
        saving: words,
        ..
    } = props;
    let labels = words.labels.clone();
    let place = NodeRef::<Span>::new();
    browser::with_form(place, move |form| saving.listen(form, is_saved, is_refused));
    let page = ShopPlace {
        locale,
        month,
        head,
        ripe,
        is_preview: true,
    };
    let words_at_hand = components::words();
    let missing = {
        let (words, today, goods, seasons) = (words_at_hand.clone(), today.clone(), goods.clone(), page.ripe.len());
        move || {
            components::provide_words(words.clone());
            let lines: Vec<MissingLine> = shown.with(|block| {
                let (wish, goods) = goods_of(block, is_repeated, &goods);
                let ids: Vec<ProductId> = goods.iter().map(|product| product.id).collect();
                let around = Around {
                    goods: Some((&wish, ids.as_slice())),
                    seasons,
                };
                let missing = block.missing(source, &today, around).into_iter();
                missing
                    .map(|(of, hint)| missing_line(&words, &labels, of, hint))
                    .collect()
            });
            view! { <MissingLines lines/> }
        }
    };
    let preview = move || {
        // What is made later is made outside of the island's own first round.
        components::provide_words(words_at_hand.clone());
        let block = shown.get();
        let seen = block.show(locale, source, &today).and_then(|seen| {
            let (_, goods) = goods_of(&block, is_repeated, &goods);
            has_goods(&seen.content, &goods, &page.ripe).then_some((seen, goods))
        });
        match seen {
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
        <div aria-live="polite">{missing}</div>
        <SavingLine view=words state=saving.state troubles=saving.troubles actions=saving/>
    }
}

/// Which goods a part shows, and what there is of them: by the same rule as the page.
fn goods_of(block: &Block, is_repeated: bool, goods: &[Glimpse]) -> (GoodsOf, Vec<Glimpse>) {
    let wish = block.goods_of(is_repeated);
    let picked = wish.pick(goods, |product| product.id, |product| product.shelf.as_deref());
    (wish, picked.goods)
}

/// Buyers do not see a part of goods, or of their seasons, without any.
const fn has_goods(content: &Content, goods: &[Glimpse], ripe: &[Ripe]) -> bool {
    match content {
        Content::Season(rows) => !rows.is_empty() || !ripe.is_empty(),
        Content::Products => !goods.is_empty(),
        _ => true,
    }
}

/// Something that is missing, with the way to its field.
fn missing_line(words: &Words, labels: &[(Place, String)], of: Place, hint: Hint) -> MissingLine {
    let label = labels.iter().find(|(place, _)| *place == of);
    MissingLine {
        href: ["#", &components::field_id(&of.to_string())].concat(),
        label: label.map(|(_, label)| label.clone()).unwrap_or_default(),
        text: words.get(components::hint_text(hint)),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::shop_page::{BlockId, BlockKind, Field};
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
        let shown = |shelf: Option<&str>, products: &[i64], is_repeated| {
            let mut block = Block::new(BlockId(2), BlockKind::Products);
            block.set(Place::of(Field::Shelf), shelf.unwrap_or_default(), Locale::Es);
            for (slot, id) in (1..).zip(products) {
                block.set(Place::of(Field::Product).item(slot), &id.to_string(), Locale::Es);
            }
            let (_, picked) = goods_of(&block, is_repeated, &goods);
            picked.iter().map(|product| product.id.get()).collect::<Vec<_>>()
        };
        assert_eq!(shown(None, &[], false), [1, 2, 3]);
        assert!(shown(None, &[], true).is_empty(), "they stand in a part above");
        assert_eq!(shown(Some("honey"), &[], true), [2, 3]);
        assert_eq!(shown(Some("honey"), &[3, 1, 9], false), [3, 1]);
        assert!(shown(Some("fruit"), &[], false).is_empty());
        assert!(!has_goods(&Content::Products, &[], &[]), "buyers see no empty part");
        assert!(!has_goods(&Content::Season(Vec::new()), &goods, &[]));
    }
}
