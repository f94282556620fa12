//! The real program, killed and stopped while people buy.

mod kill;
mod program;
mod stop;
