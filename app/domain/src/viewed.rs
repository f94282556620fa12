//! What people look at and what is counted of it.

use crate::named::named_enum;

named_enum! {
    /// What was looked at.
    pub enum Viewed {
        Product = "product",
        /// The shop page of a cooperative.
        Shop = "shop",
        Picture = "picture",
    }
}

/// How often something was looked at, as far as that is shown: of less than [`FEW`](Self::FEW) times only that it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Views(i64);

impl Views {
    /// Fewer than this are not told apart: a cooperative must not see that one neighbour came.
    pub const FEW: i64 = 5;

    /// So many.
    pub const fn new(counted: i64) -> Self {
        if counted < Self::FEW { Self(0) } else { Self(counted) }
    }

    /// The number; nothing when there were few.
    pub const fn number(self) -> Option<i64> {
        if self.0 < Self::FEW { None } else { Some(self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_not_told_apart() {
        assert_eq!(Views::new(1), Views::new(4));
        assert_eq!(Views::new(4).number(), None);
        assert_eq!(Views::new(5).number(), Some(5));
    }
}
