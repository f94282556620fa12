//! The form that puts a product into the cart. What it looks like is in `components`; here is what it starts from, and how the
//! amount it sends is read.

use components::{PurchaseView, SHOWN, SizeView, Steps, least_field_name, quantity_with_cart, wrong_quantity_text};
use domain::view::OfferView;
use domain::{OfferId, Quantity, SoldBy, Unit};
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::form::Form;
use crate::routes::{Cart, CartLines};
use crate::ui::{Html, IntoHtml};

/// A quantity that was typed and could not be put into the cart.
#[derive(Clone, Debug)]
pub(crate) struct NotAdded {
    /// The size.
    pub offer: OfferId,
    /// As typed.
    pub quantity: String,
    /// How much of the size is in the cart already.
    pub held: Quantity,
}

impl NotAdded {
    /// What is wrong with it, and what can be ordered; nothing when the size is not there any more.
    pub(super) fn problem(&self, offers: &[OfferView], cx: &Cx) -> Option<String> {
        let offer = offers.iter().find(|offer| offer.id == self.offer && offer.is_there())?;
        let sold_by = offer.terms.sold_by;
        let most = offer.most();
        let with_cart = quantity_with_cart(cx.locale(), sold_by, most, &self.quantity, self.held);
        Some(with_cart.map_or_else(
            || {
                let words = cx.texts().words(cx.locale(), components::texts::PURCHASE);
                wrong_quantity_text(&words, sold_by, most)
            },
            |says| cx.t(says),
        ))
    }
}

/// The amount that a buying form means: what was typed, or the least of the chosen size when the field was left as the page
/// showed it for another one.
pub(crate) fn amount_of(form: &Form, offer: OfferId) -> &str {
    let typed = form.get("quantity");
    let least = form.get(&least_field_name(offer));
    if !least.is_empty() && typed == form.get(SHOWN) {
        least
    } else {
        typed
    }
}

/// The form that puts the product into the cart: its sizes, and how much of the chosen one.
#[component]
pub fn BuyForm(
    /// The sizes.
    offers: Vec<OfferView>,
    /// What was just not put into the cart.
    not_added: Option<NotAdded>,
) -> Html {
    if !offers.iter().any(OfferView::is_there) {
        return view! { <SoldOut/> }.into_html();
    }
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
    cx.mark_texts(components::texts::PURCHASE);
    let words = cx.texts().words(cx.locale(), components::texts::PURCHASE);
    let unit = chosen.terms.sold_by.unit;
    let is_one_unit = offers.iter().all(|offer| offer.terms.sold_by.unit == unit);
    let is_other = |sold_by: SoldBy| sold_by.unit != unit || (problem.is_none() && sold_by.parse(&typed).is_err());
    let least: Vec<(OfferId, i64)> = offers
        .iter()
        .map(|offer| (offer.id, offer.terms.sold_by))
        .filter(|(_, sold_by)| is_other(*sold_by))
        .map(|(id, sold_by)| (id, sold_by.min.max(1)))
        .collect();
    let label = match unit {
        Unit::Gram | Unit::Millilitre if is_one_unit => t::PRODUCT_QUANTITY_GRAMS,
        _ => t::PRODUCT_QUANTITY,
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
        least,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_shown_for_another_unit_becomes_the_least_and_a_typed_one_stays() {
        let amount = |offer: i64, typed: &str| {
            let fields = [("offer", "1"), ("quantity", typed), ("shown", "1"), ("least-7", "500")];
            let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
            amount_of(&Form::of(fields.to_vec()), OfferId(offer)).to_owned()
        };
        assert_eq!(amount(7, "1"), "500");
        assert_eq!(amount(7, "2"), "2", "what was typed is told to be too little");
        assert_eq!(amount(7, "1500"), "1500");
        assert_eq!(amount(1, "1"), "1");
        let plain = Form::of(vec![("quantity".to_owned(), String::new())]);
        assert_eq!(amount_of(&plain, OfferId(7)), "");
    }
}
