//! Texts that a machine suggests.

use crate::named::named_enum;

named_enum! {
    /// Why a machine wrote nothing.
    pub enum SuggestionProblem {
        /// It did not answer, or not in time.
        Unreachable = "unreachable",
        /// It answered that it does not do it.
        Refused = "refused",
        /// What it wrote is not what was asked for, or does not fit.
        Unusable = "unusable",
    }
}
