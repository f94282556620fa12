//! Layers round every request.

pub mod headers;
pub mod log;
pub mod refuse;
