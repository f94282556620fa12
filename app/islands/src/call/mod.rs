//! Calling server functions by their names: what goes wrong, and how values travel.

mod postcard_protocol;
mod problem;

pub use postcard_protocol::Postcard;
#[cfg(feature = "ssr")]
pub use postcard_protocol::is_call;
pub use problem::Problem;
