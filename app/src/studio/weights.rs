//! What the scales say of goods that are sold by weight, typed where a parcel is packed.

use domain::{OrderLineId, Quantity, Unit, WEIGHING_TOLERANCE, least_weighed, most_weighed};
use l10n::{format, t};
use leptos::prelude::*;
use service::orders::OrderLineView;

use super::goods_words::store_unit;
use super::order::NotTaken;
use crate::cx::Cx;
use crate::form::Form;
use crate::ui::{Html, IntoHtml, TextField, quantity_text};

/// The weights as they were sent by a form whose fields end with `end`.
pub(super) fn sent_weights(form: &Form, end: &str) -> Vec<(OrderLineId, String)> {
    form.with_prefix("weight-")
        .filter_map(|(rest, typed)| Some((OrderLineId(rest.strip_suffix(end)?.parse().ok()?), typed.to_owned())))
        .collect()
}

/// What the scales may say of a line.
pub(super) fn weight_bounds(cx: &Cx, line: &OrderLineView) -> String {
    let sent = line.quantity.amount();
    let text = |amount: i64| quantity_text(cx, Quantity(amount), line.unit);
    cx.t(t::changes_pack_weight_bounds(
        text(least_weighed(sent)),
        text(most_weighed(sent)),
    ))
}

/// A field for each line that is sold by weight, and what becomes of the price. Nothing where there is no such line.
#[component]
pub(super) fn WeightFields(
    /// The lines of the order.
    lines: Vec<OrderLineView>,
    /// A step that was not taken.
    not_taken: NotTaken,
    /// What the names of the fields end with, where a page has them more than once.
    #[prop(optional, into)]
    name_suffix: String,
) -> Html {
    let cx = Cx::here();
    let mut lines = lines;
    lines.retain(|line| line.unit != Unit::Piece && line.quantity.amount() > 0);
    if lines.is_empty() {
        return Html::new("");
    }
    let fields = lines
        .into_iter()
        .map(|line| {
            let field = format!("weight-{}", line.id);
            let typed = not_taken.typed.weights.iter().find(|(of, _)| *of == line.id);
            let most = quantity_text(&cx, line.quantity, line.unit);
            let error = not_taken.error(&field);
            let error_text = error.map(|_| weight_bounds(&cx, &line)).unwrap_or_default();
            view! {
                <TextField
                    name=format!("{field}{name_suffix}")
                    label=cx.t(t::changes_pack_weight(line.name.text, store_unit(&cx, line.unit)))
                    hint=cx.t(t::changes_pack_weight_hint(most))
                    value=typed.map(|(_, typed)| typed.clone()).unwrap_or_default()
                    error
                    error_text
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    may_be_empty=true
                    maxlength=20
                />
            }
        })
        .collect_view();
    let more = format::percent(cx.locale(), WEIGHING_TOLERANCE);
    view! {
        {fields}
        <p class="c-muted" data-testid="pack-weights">{cx.t(t::changes_pack_weights(more))}</p>
    }
    .into_html()
}
