//! The border of the shop: connections that keep it waiting, networks that ask too much, requests for somebody else.

mod budgets;
mod connections;
mod forms;
mod metrics;
mod origin;
mod proxy;
mod reservations;
