//! Who somebody is: signing in by phone with a password or a one-time code, sessions, and limits on guessing.

mod arrival;
mod codes;
mod device;
mod guesses;
mod hashing;
mod limits;
mod own;
pub mod passkeys;
mod passwords;
mod session;
mod sign_in;

pub(crate) use crate::secret::keyed;
pub(crate) use arrival::Arrival;
pub(crate) use codes::{
    send_application_code, send_join_code, send_order_code, use_up_application_code, use_up_order_code,
};
pub(crate) use guesses::{
    OVER_ALL, OVER_ALL_PERIOD, of_application_proof, of_documents, of_network_a_day, of_order, of_order_digits,
    of_order_number, of_order_proof,
};
pub(crate) use limits::{Bucket, give_back, give_back_in, take, take_within};
pub(crate) use session::{act_in, set_support};

pub use codes::send_code;
pub use guesses::Guesser;
pub use own::{
    Account, Confirmed, Fresh, PasswordChange, Proof, account, change_password, confirm, require_fresh,
    send_confirm_code,
};
pub use passwords::{LONGEST as LONGEST_PASSWORD, hash as hash_password};
pub use session::{SessionView, act_by, actor, end_other_sessions, end_session, renewed_by, sign_out};
pub use sign_in::{SignIn, SignedIn, sign_in};

/// Name of the cookie by which a browser is known where somebody signed in before.
pub const DEVICE_COOKIE: &str = "__Host-device";
