//! The shop page in the studio: the page itself with a way into each part, the part with its fields, the history, the link to
//! share. Plain forms; the part saves itself while one types where a script runs.

pub(super) mod cropping;
mod fields;
pub(super) mod history;
mod lines;
mod order;
pub(super) mod page;
pub(super) mod part;
pub(super) mod picture;
pub(super) mod share;
mod standing;
pub(super) mod texts;
mod tools;
