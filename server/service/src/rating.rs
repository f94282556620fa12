//! What the stars of a product's reviews come to.

/// How good all together found a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// How many reviews there are; one at least.
    pub count: u64,
    /// The average of their stars in tenths, rounded.
    pub tenths: u64,
}

impl Rating {
    /// Of so many reviews that gave so many stars together; nothing while there are none.
    pub(crate) fn new(count: u64, stars: u64) -> Option<Self> {
        (count > 0).then(|| Self {
            count,
            tenths: (stars * 10 + count / 2) / count,
        })
    }
}
