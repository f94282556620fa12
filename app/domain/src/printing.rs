//! Files to print that are made piece by piece.

use crate::named::named_enum;

named_enum! {
    /// Where such a file stands.
    pub enum PrintState {
        /// Its pieces are made one after the other.
        Making = "making",
        /// All of it is there.
        Ready = "ready",
        /// It could not be made, and is not tried again.
        Failed = "failed",
    }
}
