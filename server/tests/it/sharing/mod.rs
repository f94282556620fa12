//! Passing addresses on, and being found: pictures beside links, what a head says, the one address of a page.

mod addresses;
mod head;
mod previews;
mod structured_data;
mod vocabulary;
