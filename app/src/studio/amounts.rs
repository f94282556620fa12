//! In which amounts a size is sold: the fields of its form, and what can be wrong with them.

use domain::{
    BUYER_LIMIT_DAYS, FieldCode, OfferId, OfferTerms, Quantity, QuantityError, SoldBy, Unit, parse_stock, typed_stock,
};
use l10n::{format, t};
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
        buyer: form.sent(&AmountPart::Buyer.field(size)).map(ToOwned::to_owned),
    }
}

/// What of a size's amounts a field holds.
#[derive(Clone, Copy)]
pub(super) enum AmountPart {
    Least,
    By,
    Most,
    /// What one buyer may have within 30 days.
    Buyer,
}

impl AmountPart {
    pub const ALL: [Self; 4] = [Self::Least, Self::By, Self::Most, Self::Buyer];

    pub fn field(self, size: OfferId) -> String {
        let name = match self {
            Self::Least => "least",
            Self::By => "by",
            Self::Most => "most",
            Self::Buyer => "buyer",
        };
        format!("{name}-{size}")
    }

    pub fn label(self, cx: &Cx, unit: Unit) -> String {
        let unit = store_unit(cx, unit);
        cx.t(match self {
            Self::Least => t::goods_least(unit),
            Self::By => t::goods_by(unit),
            Self::Most => t::goods_most(unit),
            Self::Buyer => t::goods_buyer(buyer_days(cx), unit),
        })
    }

    /// What stands below it.
    pub fn hint(self, cx: &Cx) -> String {
        match self {
            Self::Least | Self::By | Self::Most => String::new(),
            Self::Buyer => cx.t(t::GOODS_BUYER_HINT),
        }
    }

    /// Whether nothing may stand in it.
    pub const fn may_be_empty(self) -> bool {
        matches!(self, Self::Buyer)
    }

    /// What it holds while nobody has typed.
    pub fn saved(self, row: &StockRow) -> String {
        let sold_by = row.terms.sold_by;
        let amount = match self {
            Self::Least => Some(sold_by.min),
            Self::By => Some(sold_by.step),
            Self::Most => Some(sold_by.max),
            Self::Buyer => row.buyer_limit,
        };
        amount.map_or_else(String::new, |amount| typed_stock(amount, sold_by.unit))
    }

    pub fn typed(self, amounts: &AmountsForm) -> &str {
        match self {
            Self::Least => &amounts.least,
            Self::By => &amounts.by,
            Self::Most => &amounts.most,
            Self::Buyer => amounts.buyer.as_deref().unwrap_or_default(),
        }
    }

    /// What is wrong with it beside the others as they were typed.
    pub fn error(self, cx: &Cx, code: FieldCode, terms: &OfferTerms, amounts: &AmountsForm) -> String {
        let sold_by = typed_portions(terms.sold_by, &amounts.least, &amounts.by);
        let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
        match (self, code) {
            (Self::Most | Self::Buyer, FieldCode::InvalidChoice) => {
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
            (Self::Most | Self::Buyer, _) => match beside(sold_by, self.typed(amounts)) {
                Some([below, above]) => cx.t(t::goods_most_off_step(amount(below), amount(above))),
                None if matches!(self, Self::Buyer) => buyer_bounds(cx, sold_by),
                None => {
                    let [min, max, step] = bounds(cx, sold_by);
                    cx.t(t::goods_most_bounds(min, max, step))
                }
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

/// How many days back the orders of a buyer count, as a text.
pub(super) fn buyer_days(cx: &Cx) -> String {
    format::number(cx.locale(), BUYER_LIMIT_DAYS)
}

/// In which bounds that can be which one buyer may have.
pub(super) fn buyer_bounds(cx: &Cx, sold_by: SoldBy) -> String {
    let [min, max, step] = bounds(cx, sold_by);
    cx.t(t::goods_buyer_bounds(min, max, step))
}

/// The least, the most and the steps of a bound for what is bought, at once or by one buyer.
fn bounds(cx: &Cx, sold_by: SoldBy) -> [String; 3] {
    [
        sold_by.min.max(1),
        sold_by.up_to_any().most_of(i64::MAX),
        sold_by.step.max(1),
    ]
    .map(|amount| quantity_text(cx, Quantity(amount), sold_by.unit))
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
