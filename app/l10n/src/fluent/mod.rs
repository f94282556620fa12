//! Fluent as its specification has it: values as they were written ([`source`]), and patterns compiled from all texts of a
//! language with each other ([`compile`]).
//!
//! `build.rs` includes this folder as well, beside the check; like that it uses nothing of the rest of the crate but `plural`,
//! `style` and `unit`.

mod choice;
pub mod compile;
mod operand;
mod options;
pub mod resource;
pub mod source;
#[cfg(test)]
mod tests;

pub use compile::{Compiled, Compiler, Limits, WriteNumber, as_written};
pub use resource::{Junk, Resource, read};
pub use source::Value;
