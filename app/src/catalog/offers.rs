//! The forms that put a product into the cart. What they look like is in `components`; here is what they start from.

use components::{PurchaseView, SizeView, Steps, quantity_text, wrong_quantity_text};
use domain::view::OfferView;
use domain::{OfferId, Quantity, SoldBy, Unit};
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::routes::{Cart, CartLines};
use crate::ui::{Html, IntoHtml};

/// A quantity that was typed and could not be put into the cart.
#[derive(Clone, Debug)]
pub(crate) struct NotAdded {
    /// The size.
    pub offer: OfferId,
    /// As typed.
    pub quantity: String,
}

impl NotAdded {
    /// What is wrong with it, and what can be ordered; nothing when the size is not there any more.
    pub(super) fn problem(&self, offers: &[OfferView], cx: &Cx) -> Option<String> {
        let offer = offers.iter().find(|offer| offer.id == self.offer && offer.is_there())?;
        let sold_by = offer.terms.sold_by;
        let most = offer.most();
        // Fine by itself, it is too much only with what the cart holds already.
        let is_fine = SoldBy { max: most, ..sold_by }.parse(&self.quantity).is_ok();
        Some(if is_fine {
            let most = quantity_text(cx.locale(), Quantity(most), sold_by.unit);
            cx.t(t::product_quantity_with_cart(most))
        } else {
            let words = cx.shop().texts().words(cx.locale(), components::texts::PURCHASE);
            wrong_quantity_text(&words, sold_by, most)
        })
    }
}

/// The forms that put the product into the cart: one for each unit it is sold in.
#[component]
pub fn BuyForms(
    /// The sizes.
    offers: Vec<OfferView>,
    /// What was just not put into the cart.
    not_added: Option<NotAdded>,
) -> Html {
    if !offers.iter().any(OfferView::is_there) {
        return view! { <SoldOut/> }.into_html();
    }
    let main_unit = OfferView::first_choice(&offers).map(|offer| offer.terms.sold_by.unit);
    let (main, others): (Vec<_>, Vec<_>) = offers
        .into_iter()
        .partition(|o| Some(o.terms.sold_by.unit) == main_unit);
    let others = Unit::ALL
        .into_iter()
        .filter_map(|unit| {
            let offers: Vec<_> = others
                .iter()
                .filter(|o| o.terms.sold_by.unit == unit)
                .cloned()
                .collect();
            (!offers.is_empty()).then(|| view! { <BuyForm offers not_added=not_added.clone() is_main=false/> })
        })
        .collect_view();
    view! {
        <BuyForm offers=main not_added=not_added.clone() is_main=true/>
        {others}
    }
    .into_html()
}

/// One form: sizes of one unit, and how much of the chosen one.
#[component]
fn BuyForm(
    /// The sizes, all sold in the same unit.
    offers: Vec<OfferView>,
    /// What was just not put into the cart.
    not_added: Option<NotAdded>,
    /// The form whose button stays under the thumb.
    is_main: bool,
) -> Html {
    let cx = Cx::here();
    let refused = not_added.and_then(|typed| Some((typed.problem(&offers, &cx)?, typed)));
    let Some(chosen) = refused
        .as_ref()
        .and_then(|(_, typed)| offers.iter().find(|offer| offer.id == typed.offer))
        .or_else(|| OfferView::first_choice(&offers))
        .cloned()
    else {
        return Html::new("");
    };
    let (problem, typed) = refused.map_or_else(
        || (None, chosen.terms.sold_by.min.max(1).to_string()),
        |(problem, typed)| (Some(problem), typed.quantity),
    );
    let words = cx.shop().texts().words(cx.locale(), components::texts::PURCHASE);
    let label = match chosen.terms.sold_by.unit {
        Unit::Piece => t::PRODUCT_QUANTITY,
        Unit::Gram | Unit::Millilitre => t::PRODUCT_QUANTITY_GRAMS,
    };
    let view = PurchaseView {
        is_added: offers.iter().any(|offer| cx.take_added(offer.id)),
        sizes: offers.into_iter().map(|offer| SizeView::new(&words, offer)).collect(),
        steps: Steps::new(&words),
        label: words.get(label),
        locale: cx.locale(),
        chosen: chosen.id,
        typed,
        problem,
        is_main,
        action: cx.url(&CartLines::new()),
        back: cx.here_in(cx.locale()),
        cart: cx.url(&Cart::new()),
    };
    islands::purchase_island(words, view).into_html()
}

/// Nothing to choose.
#[component]
fn SoldOut() -> Html {
    let cx = Cx::here();
    view! {
        <div class="c-notice c-notice--error">
            <strong>{cx.tv(t::PRODUCT_STOCK_NONE)}</strong>
            <p>{cx.tv(t::PRODUCT_STOCK_NONE_TEXT)}</p>
        </div>
    }
    .into_html()
}
