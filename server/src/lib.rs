//! The program `bazar`: settings, the HTTP server round the shop, and its other commands.

mod assets;
pub mod audit;
pub mod backup;
pub mod config;
pub mod front;
pub mod jobs;
pub mod l10n;
pub mod listen;
pub mod machine;
pub mod members;
pub mod messages;
pub mod metrics;
pub mod middleware;
pub mod networks;
mod offline;
mod previews;
pub mod router;
pub mod seed;
pub mod serve;
mod sitemap;
pub mod telemetry;
mod text_files;
pub mod translate;
mod views;
