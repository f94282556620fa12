//! Passkeys: what a device is asked for.

use crate::named::named_enum;

named_enum! {
    /// What a device is asked for. Its answer is good for nothing else.
    pub enum PasskeyPurpose {
        /// To sign in.
        SignIn = "sign-in",
        /// To make a passkey.
        Add = "add",
        /// To show once more who somebody is.
        Confirm = "confirm",
    }
}
