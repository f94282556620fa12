//! Properties of freight: it grows with the weight, and its shares add up to the last fen.

use domain::{Currency, FreightTemplate, Money, Weight, share_freight};
use proptest::prelude::*;

fn fen(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

fn templates() -> impl Strategy<Value = FreightTemplate> {
    (1..=5_000i64, 0..=10_000i64, 1..=2_000i64, 0..=5_000i64).prop_map(
        |(first_grams, first_fen, step_grams, step_fen)| FreightTemplate {
            first_weight: Weight(first_grams),
            first_price: fen(first_fen),
            step_weight: Weight(step_grams),
            step_price: fen(step_fen),
        },
    )
}

proptest! {
    #[test]
    fn a_heavier_parcel_is_never_cheaper(
        template in templates(),
        lighter in 0..=50_000i64,
        more in 0..=50_000i64,
    ) {
        let price = |grams| template.price(Weight(grams)).map(|price| price.minor);
        prop_assert!(price(lighter)? <= price(lighter + more)?);
    }

    #[test]
    fn one_further_step_costs_one_further_price(template in templates(), over in 1..=50_000i64) {
        let weight = template.first_weight.grams() + over;
        let price = template.price(Weight(weight))?;
        let next = template.price(Weight(weight + template.step_weight.grams()))?;
        prop_assert_eq!(next.checked_sub(price), Ok(template.step_price));
    }

    #[test]
    fn freight_is_shared_without_losing_a_fen(
        freight in 0..=i64::MAX,
        grams in prop::collection::vec(
            prop_oneof![Just(0), 0..=20_000i64, 0..=i64::MAX, any::<i64>()], 1..12,
        ),
    ) {
        let weights: Vec<Weight> = grams.iter().copied().map(Weight).collect();
        let shares = share_freight(fen(freight), &weights)?;
        prop_assert_eq!(shares.len(), weights.len());
        prop_assert_eq!(Money::sum(Currency::Cny, shares.iter().copied()), Ok(fen(freight)));

        if weights.iter().any(|&weight| weight > Weight::ZERO) {
            for (share, weight) in shares.iter().zip(&weights) {
                prop_assert!(*weight > Weight::ZERO || share.is_zero(), "{:?} pays {:?}", weight, share);
            }
        } else {
            let sizes = shares.iter().map(|share| share.minor);
            prop_assert!(sizes.clone().max() <= sizes.min().map(|least| least + 1));
        }
    }

    #[test]
    fn no_template_panics([first, step, first_price, step_price, grams] in any::<[i64; 5]>()) {
        let template = FreightTemplate {
            first_weight: Weight(first),
            first_price: fen(first_price),
            step_weight: Weight(step),
            step_price: fen(step_price),
        };
        let _ = template.price(Weight(grams));
    }
}
