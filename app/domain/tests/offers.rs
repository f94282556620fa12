//! Properties of quantities and what they cost: only what is for sale is sold, and no input panics.

use domain::{Currency, MAX_STEPS, Money, OfferTerms, PriceSteps, PricedBy, Quantity, SoldBy, Unit, parse_price};
use proptest::prelude::*;

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(Unit::ALL.to_vec())
}

fn sold_by() -> impl Strategy<Value = SoldBy> {
    (units(), 1..=50i64, 1..=100i64, 0..=500i64).prop_map(|(unit, step, min, span)| SoldBy {
        unit,
        step,
        min,
        max: min + span,
    })
}

/// An offer, its price in minor units, and steps as one types them.
fn offers_with_steps() -> impl Strategy<Value = (SoldBy, i64, String)> {
    let steps = prop::collection::vec((1..=9i64, 1..=300i64), 0..=MAX_STEPS);
    (sold_by(), steps).prop_map(|(sold_by, steps)| {
        let max = sold_by.min + 60 * sold_by.step;
        let sold_by = SoldBy { max, ..sold_by };
        let price = 3_000;
        let (mut from, mut minor) = (sold_by.min, price);
        let mut text = String::new();
        for (more, less) in steps {
            (from, minor) = (from + more * sold_by.step, minor - less);
            let amount = domain::typed_stock(from, sold_by.unit);
            text.push_str(&format!("{amount}={}.{:02};", minor / 100, minor % 100));
        }
        (sold_by, price, text)
    })
}

/// The digits of a text, whichever script they are of.
fn latin_digits(text: &str) -> String {
    let value = |c: char| {
        ['0', '٠', '۰', '０']
            .into_iter()
            .find_map(|zero| u32::from(c).checked_sub(u32::from(zero)).filter(|value| *value < 10))
    };
    text.chars()
        .filter_map(value)
        .filter_map(|value| char::from_digit(value, 10))
        .collect()
}

proptest! {
    #[test]
    fn exactly_the_steps_from_the_smallest_to_the_largest_are_sold(
        sold_by in sold_by(),
        amount in -10..=700i64,
    ) {
        let for_sale = (sold_by.min..=sold_by.max).step_by(sold_by.step as usize);
        let is_for_sale = for_sale.into_iter().any(|step| step == amount);
        prop_assert_eq!(sold_by.accept(amount).is_ok(), is_for_sale);
        prop_assert_eq!(sold_by.parse(&amount.to_string()).is_ok(), is_for_sale);
    }

    #[test]
    fn a_field_never_panics_and_is_never_read_as_another_number(
        sold_by in (units(), any::<i64>(), any::<i64>(), any::<i64>())
            .prop_map(|(unit, step, min, max)| SoldBy { unit, step, min, max }),
        field in prop_oneof![any::<String>(), "[0-9]{1,30}", "[+-]?[0-9０-９٠-٩.]{1,6}"],
    ) {
        if let Ok(Quantity(amount)) = sold_by.parse(&field) {
            // With a unit behind it, it is that many times more.
            if !field.chars().any(char::is_alphabetic) {
                prop_assert_eq!(latin_digits(&field).parse(), Ok(amount), "{}", field);
            }
            prop_assert!(!field.contains(['+', '-']));
            prop_assert!(amount >= 1 && amount >= sold_by.min && amount <= sold_by.max);
        }
    }

    #[test]
    fn no_terms_panic(
        sold_unit in units(),
        priced_unit in units(),
        [reference_amount, minor, net_grams, gross_grams, amount] in any::<[i64; 5]>(),
        steps in prop_oneof!["[0-9=;]{0,40}", any::<String>()],
    ) {
        let terms = OfferTerms {
            sold_by: SoldBy { unit: sold_unit, step: 1, min: 1, max: i64::MAX },
            priced_by: PricedBy { unit: priced_unit, reference_amount },
            price: Money::new(minor, Currency::Cny),
            steps: PriceSteps::read(&steps),
            net_grams,
            gross_grams,
        };
        let _ = terms.line_total(Quantity(amount));
        let _ = terms.line_weight(Quantity(amount));
        let _ = terms.price_per_kg();
    }

    #[test]
    fn a_kilogram_of_loose_goods_costs_the_price_per_kilogram(
        minor in 0..=1_000_000i64,
        reference_amount in prop::sample::select(vec![1, 50, 100, 250, 500, 1000]),
    ) {
        let terms = OfferTerms {
            sold_by: SoldBy { unit: Unit::Gram, step: 1, min: 1, max: 100_000 },
            priced_by: PricedBy { unit: Unit::Gram, reference_amount },
            price: Money::new(minor, Currency::Cny),
            steps: PriceSteps::NONE,
            net_grams: 1,
            gross_grams: 1,
        };
        prop_assert_eq!(terms.line_total(Quantity(1000)).ok(), terms.price_per_kg());
    }

    #[test]
    fn an_amount_costs_the_step_it_reaches_and_never_more_than_without_steps(
        (sold_by, price, text) in offers_with_steps(),
        amount in 0..=700i64,
    ) {
        let price = Money::new(price, Currency::Cny);
        let steps = PriceSteps::parse(sold_by, price, &text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let terms = OfferTerms {
            sold_by,
            priced_by: PricedBy { unit: sold_by.unit, reference_amount: 1 },
            price,
            steps,
            net_grams: 1,
            gross_grams: 1,
        };
        let reached = steps.iter().filter(|step| step.from <= amount).last();
        let expected = reached.map_or(price.minor, |step| step.minor);
        prop_assert_eq!(terms.unit_price(Quantity(amount)).minor, expected);
        prop_assert!(expected <= price.minor);
        prop_assert_eq!(terms.line_total(Quantity(amount)).map(|total| total.minor).ok(), Some(expected * amount));
        if let Some(next) = terms.near_step(Quantity(amount), i64::MAX) {
            prop_assert!(next.from > amount && next.minor < expected);
        }
    }

    #[test]
    fn steps_are_read_as_they_are_written((sold_by, price, text) in offers_with_steps()) {
        let price = Money::new(price, Currency::Cny);
        let steps = PriceSteps::parse(sold_by, price, &text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(steps.iter().count() <= MAX_STEPS);
        prop_assert_eq!(PriceSteps::read(&steps.to_string()), steps);
        let typed = steps.typed(sold_by.unit, Currency::Cny);
        prop_assert_eq!(PriceSteps::parse(sold_by, price, &typed), Ok(steps), "{}", typed);
    }

    #[test]
    fn no_text_of_steps_panics_or_breaks_their_rules(
        sold_by in sold_by(),
        minor in any::<i64>(),
        field in prop_oneof![any::<String>(), "([0-9]{1,3}[=:][0-9]{1,4}[;\n]?){0,7}"],
    ) {
        let price = Money::new(minor, Currency::Cny);
        if let Ok(steps) = PriceSteps::parse(sold_by, price, &field) {
            prop_assert_eq!(steps.check(sold_by, price), Ok(()));
        }
    }

    #[test]
    fn a_price_is_read_as_it_is_written(
        minor in 0..=i64::MAX,
        separator in prop::sample::select(vec!['.', ',', '，', '．', '٫']),
    ) {
        let field = format!("{}{separator}{:02}", minor / 100, minor % 100);
        prop_assert_eq!(parse_price(Currency::Cny, &field), Ok(Money::new(minor, Currency::Cny)));
    }

    #[test]
    fn no_price_field_panics(field in any::<String>()) {
        if let Ok(price) = parse_price(Currency::Cny, &field) {
            prop_assert!(price.minor >= 0);
        }
    }
}
