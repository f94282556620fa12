//! Every page in every language, and what is true of all of them.

mod errors;
mod front;
mod kept;
mod machine;
pub mod rules;
mod samples;
