//! How somebody showed who they are.

use crate::named::named_enum;

named_enum! {
    /// How somebody showed who they are.
    pub enum ProvedBy {
        Password = "password",
        Code = "code",
    }
}
