//! Signing in with the fingerprint, face or lock of one's device: passkeys (WebAuthn, Level 2). What is looked at in an answer
//! and with which crates: `server/docs/decisions/passkeys.md`.

mod answer;
mod ask;
mod enter;
mod own;
mod place;

pub use ask::{Asked, ask_to_add, ask_to_confirm, ask_to_sign_in};
pub use enter::{PasskeySignIn, sign_in};
pub use own::{LONGEST_NAME, MOST, NewPasskey, PasskeyView, add, has_any, list, remove, rename};
pub use place::PasskeyPlace;

pub(super) use enter::prove_again;

use domain::ErrorCode;

use crate::error::Error;

/// The one answer to whatever does not fit: a device that is not known and a wrong answer look the same.
fn wrong() -> Error {
    Error::Refused(ErrorCode::SignInFailed)
}
