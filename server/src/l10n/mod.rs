//! The translators' commands, `bazar l10n`, and what a shop served for them adds to its pages.

pub mod check;
pub mod commands;
pub mod export;
pub mod files;
pub mod fix;
pub mod import;
pub mod live;
pub mod output;
pub mod pseudo;
pub mod report;
pub mod take;
