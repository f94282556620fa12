//! What is wrong in the form of a step with an order, for the summary at the top: of which order, in which field, and what was typed
//! there. A packing list has many forms, and the one that was sent may be far down.

use domain::FieldCode;
use l10n::t;
use service::orders::OrderLineView;
use service::studio::LineLots;

use super::order::NotTaken;
use super::weights::weight_bounds;
use crate::cx::Cx;
use crate::ui::{WrongField, error_text, length_error_text};

/// Most characters of what is said with a step.
pub(super) const SAID: u32 = 200;

/// The order whose form it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct SentFrom<'o> {
    /// Its code, as buyers read it.
    pub code: &'o str,
    /// What is in it.
    pub lines: &'o [OrderLineView],
    /// The lots it can be packed from.
    pub lots: &'o [LineLots],
    /// What the names of its fields end with, where a page has them more than once.
    pub suffix: &'o str,
}

/// The fields that are not right. Nothing when no step was sent, and when it was refused for another reason.
pub(super) fn wrong_step(cx: &Cx, not_taken: &NotTaken, from: SentFrom<'_>) -> Vec<WrongField> {
    // What is wrong with a message, or the answer to a report, stands beside it.
    let Some(why) = not_taken.why.as_ref().filter(|_| !not_taken.typed.command.is_empty()) else {
        return Vec::new();
    };
    let fields = why.errors.iter().filter_map(|(field, code)| {
        let (label, text) = said(cx, not_taken, from, field, code)?;
        Some(WrongField {
            name: format!("{field}{}", from.suffix),
            label: cx.t(t::changes_pack_wrong(from.code.to_owned(), label)),
            text,
        })
    });
    fields.collect()
}

/// What a field is called, and what is wrong with it.
fn said(cx: &Cx, not_taken: &NotTaken, from: SentFrom<'_>, field: &str, code: FieldCode) -> Option<(String, String)> {
    let typed = &not_taken.typed;
    if let Some(id) = field.strip_prefix("weight-") {
        let line = from.lines.iter().find(|line| line.id.to_string() == id)?;
        let weight = typed.weights.iter().find(|(of, _)| *of == line.id);
        let weight = weight.map_or("", |(_, typed)| typed.trim()).to_owned();
        let text = [cx.t(t::changes_pack_typed(weight)), weight_bounds(cx, line)].join(" ");
        return Some((line.name.text.clone(), text));
    }
    if let Some(id) = field.strip_prefix("lot-") {
        let lots = from.lots.iter().find(|lots| lots.offer.to_string() == id)?;
        let label = cx.t(t::goods_lot_choose(lots.name.text.clone()));
        return Some((label, error_text(cx, code)));
    }
    let (label, typed) = match field {
        "carrier" => (t::STUDIO_ORDER_CARRIER, &typed.carrier),
        "tracking" => (t::STUDIO_ORDER_TRACKING, &typed.tracking),
        "reason" => (t::STUDIO_ORDER_REASON, &typed.reason),
        "note" => (t::STUDIO_ORDER_REASON_NOTE, &typed.note),
        _ => return None,
    };
    Some((cx.t(label), length_error_text(cx, code, SAID, typed)))
}
