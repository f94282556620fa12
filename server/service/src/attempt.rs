//! A form that was sent, as the shop's handle carries it; what is done with it is in [`once`](crate::once).

use domain::IdempotencyKey;

/// A form that was sent: its key, and what it asks for.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub(crate) key: IdempotencyKey,
    /// Tells the same form sent again from another one under the same key; says nothing to who reads the table.
    pub(crate) fingerprint: String,
}
