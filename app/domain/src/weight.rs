//! Weights in whole grams.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A weight that does not fit in 64 bits of grams: only absurd input gets here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the weight does not fit")]
pub struct WeightOverflow;

/// A weight in grams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(pub i64);

impl Weight {
    pub const ZERO: Self = Self(0);

    pub const fn grams(self) -> i64 {
        self.0
    }

    /// The sum; refuses overflow.
    pub fn checked_add(self, other: Self) -> Result<Self, WeightOverflow> {
        self.0.checked_add(other.0).map(Self).ok_or(WeightOverflow)
    }

    /// The weight `count` times; refuses overflow.
    pub fn times(self, count: i64) -> Result<Self, WeightOverflow> {
        self.0.checked_mul(count).map(Self).ok_or(WeightOverflow)
    }

    /// The sum of `weights`, zero when there are none; refuses overflow.
    pub fn sum(weights: impl IntoIterator<Item = Self>) -> Result<Self, WeightOverflow> {
        weights.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_and_multiply_in_grams() {
        assert_eq!(Weight::sum([Weight(500), Weight(250)]), Ok(Weight(750)));
        assert_eq!(Weight(500).times(3), Ok(Weight(1500)));
        assert_eq!(Weight::sum([]), Ok(Weight::ZERO));
    }

    #[test]
    fn absurd_weights_are_refused_rather_than_wrapped() {
        assert_eq!(Weight(i64::MAX).checked_add(Weight(1)), Err(WeightOverflow));
        assert_eq!(Weight(i64::MAX).times(2), Err(WeightOverflow));
    }
}
