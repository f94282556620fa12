//! Who somebody is: signing in by phone with a password or a one-time code, sessions, and limits on guessing.

mod limits;
mod passwords;
mod session;
mod sign_in;

pub(crate) use limits::limit;
pub use passwords::hash as hash_password;
pub use session::{actor, sign_out};
pub use sign_in::{SignedIn, send_code, sign_in};

/// A short random word: marks a response's own scripts, names a failure in the log.
pub fn nonce() -> String {
    crate::random::bytes::<16>().map(hex::encode).unwrap_or_default()
}
