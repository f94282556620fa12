//! In which amounts a size is sold: the fields of its form, and what can be wrong with them.

use domain::{FieldCode, OfferId, OfferTerms, Quantity, QuantityError, SoldBy, Unit, parse_stock, typed_stock};
use l10n::t;
use service::FieldErrors;
use service::studio::{AmountsForm, StockRow};

use super::goods_words::store_unit;
use crate::cx::Cx;
use crate::form::Form;
use crate::ui::{WrongField, quantity_text};

/// The amounts of a size that is there.
pub(super) fn sent_amounts(form: &Form, size: OfferId) -> AmountsForm {
    let field = |part: AmountPart| form.get(&part.field(size)).to_owned();
    AmountsForm {
        least: field(AmountPart::Least),
        by: field(AmountPart::By),
        most: field(AmountPart::Most),
    }
}

/// What of a size's amounts a field holds.
#[derive(Clone, Copy)]
pub(super) enum AmountPart {
    Least,
    By,
    Most,
}

impl AmountPart {
    pub const ALL: [Self; 3] = [Self::Least, Self::By, Self::Most];

    pub fn field(self, size: OfferId) -> String {
        let name = match self {
            Self::Least => "least",
            Self::By => "by",
            Self::Most => "most",
        };
        format!("{name}-{size}")
    }

    pub fn label(self, cx: &Cx, unit: Unit) -> String {
        let unit = store_unit(cx, unit);
        cx.t(match self {
            Self::Least => t::goods_least(unit),
            Self::By => t::goods_by(unit),
            Self::Most => t::goods_most(unit),
        })
    }

    /// What it holds while nobody has typed.
    pub fn saved(self, sold_by: SoldBy) -> String {
        let amount = match self {
            Self::Least => sold_by.min,
            Self::By => sold_by.step,
            Self::Most => sold_by.max,
        };
        typed_stock(amount, sold_by.unit)
    }

    pub fn typed(self, amounts: &AmountsForm) -> &str {
        match self {
            Self::Least => &amounts.least,
            Self::By => &amounts.by,
            Self::Most => &amounts.most,
        }
    }

    /// What is wrong with it beside the others as they were typed.
    pub fn error(self, cx: &Cx, code: FieldCode, terms: &OfferTerms, amounts: &AmountsForm) -> String {
        let sold_by = typed_portions(terms.sold_by, &amounts.least, &amounts.by);
        let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
        match (self, code) {
            (Self::Most, FieldCode::InvalidChoice) => {
                let last = terms.steps.iter().last().map_or(sold_by.min, |step| step.from);
                cx.t(t::goods_most_below_steps(amount(last)))
            }
            (_, FieldCode::InvalidChoice) => {
                let missed = terms.steps.iter().find(|step| {
                    let is_sold = sold_by.up_to_any().accept(step.from).is_ok();
                    !is_sold || step.from == sold_by.min
                });
                cx.t(t::goods_by_off_steps(amount(
                    missed.map_or(sold_by.min, |step| step.from),
                )))
            }
            (Self::Most, _) => match beside(sold_by, &amounts.most) {
                Some([below, above]) => cx.t(t::goods_most_off_step(amount(below), amount(above))),
                None => cx.t(t::goods_most_bounds(
                    amount(sold_by.min.max(1)),
                    amount(sold_by.up_to_any().most_of(i64::MAX)),
                    amount(sold_by.step.max(1)),
                )),
            },
            _ => portion_bounds(cx, sold_by),
        }
    }
}

/// The next amounts below and above one that was typed and lies between two that are sold.
fn beside(sold_by: SoldBy, typed: &str) -> Option<[i64; 2]> {
    let wide = sold_by.up_to_any();
    let amount = parse_stock(typed, wide.unit).ok()?;
    let [below, above] = [false, true].map(|is_up| wide.step_from(amount, is_up, i64::MAX));
    let is_between = matches!(wide.accept(amount), Err(QuantityError::OffStep { .. })) && above > below;
    is_between.then_some([below, above])
}

/// In which bounds the least and the step can be.
pub(super) fn portion_bounds(cx: &Cx, sold_by: SoldBy) -> String {
    let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
    cx.t(t::goods_portion_bounds(
        amount(sold_by.least_portion()),
        amount(sold_by.up_to_any().max),
    ))
}

/// How something is sold once the least and the step are as typed; what cannot be read stays.
pub(super) fn typed_portions(sold_by: SoldBy, least: &str, by: &str) -> SoldBy {
    SoldBy {
        min: sold_by.parse_portion(least).unwrap_or(sold_by.min),
        step: sold_by.parse_portion(by).unwrap_or(sold_by.step),
        ..sold_by
    }
}

/// The wrong amounts of a size for the summary at the top.
pub(super) fn wrong_amounts(cx: &Cx, row: &StockRow, amounts: &AmountsForm, errors: &FieldErrors) -> Vec<WrongField> {
    let wrong = |part: AmountPart| {
        let name = part.field(row.offer);
        let code = errors.of(&name)?;
        Some(WrongField {
            name,
            label: part.label(cx, row.terms.sold_by.unit),
            text: part.error(cx, code, &row.terms, amounts),
        })
    };
    AmountPart::ALL.into_iter().filter_map(wrong).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_amounts_both_are_named() {
        let sixes = SoldBy {
            unit: Unit::Piece,
            step: 6,
            min: 6,
            max: 99,
        };
        assert_eq!(beside(sixes, "20"), Some([18, 24]));
        assert_eq!(beside(sixes, "１００"), Some([96, 102]), "above what is sold now");
        for typed in ["24", "5", "999", "1001", "many", ""] {
            assert_eq!(beside(sixes, typed), None, "{typed:?}");
        }
    }
}
