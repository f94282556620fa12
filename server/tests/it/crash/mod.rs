//! The real program, killed and stopped while people buy.

mod backup;
mod faults;
mod kill;
mod program;
mod stop;
