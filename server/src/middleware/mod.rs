//! Layers round every request.

pub mod addresses;
pub mod budgets;
pub mod headers;
pub mod log;
pub mod origin;
pub mod refuse;
