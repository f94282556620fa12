//! Every page in every language, and what is true of all of them.

mod errors;
mod fresh;
mod front;
mod machine;
mod public;
pub mod rules;
pub mod samples;
