//! The real program, killed and stopped while people buy.

mod audit;
mod backup;
mod bucket;
mod cluster;
mod faults;
mod kill;
mod outage;
pub mod program;
mod stop;
