//! Orders after they are placed: who may see them, what they look like, how they are cancelled and expire.

mod access;
mod change;
mod read;
mod view;

pub use access::{OrderAccess, access, remember, unlock};
pub use change::{Received, cancel, expire_due, mark_paid};
pub(crate) use change::{
    convert_reservations, event_row, expire_due_for_offer, free_stock, group_and_payment, note_event, settle, state_of,
};
pub use read::view;
pub(crate) use read::{delivery_of, line_view, order_views};
pub use view::{DeliveryView, OrderEventView, OrderGroupView, OrderLineView, OrderView};
