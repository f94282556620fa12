//! Memberships: who may act for a cooperative, a station, a language or the Centre, and who may change that.

mod change;
mod join;
mod links;
mod list;
mod support;

pub use change::{Invitation, appoint, invite, remove, set_role};
pub(crate) use change::{insert, user_of};
pub use join::{Guest, came_by, join, join_as, send_join_code};
pub use links::{InviteLink, Invited, end_link, invited, link_roles, links, make_link};
pub use list::{MemberView, Named, find, list, name_of, newest, word_of};
pub use support::{SupportOrder, Visit, begin_support, choices, end_support, parts_of_order, visits};
