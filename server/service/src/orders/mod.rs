//! Orders after they are placed: who may see them, what they look like, which steps are taken with them.

mod access;
mod change;
mod conversation;
mod decline;
mod own;
mod prove;
mod read;
mod reduce;
mod replace;
mod report;
mod report_photos;
mod steps;
mod stock;
mod view;

pub use crate::money::{Received, mark_paid};
pub(crate) use access::find_row;
pub use access::{OrderAccess, access, remember, remembered, unlock};
pub(crate) use change::expire_due_for_offer;
pub use change::{cancel, expire_due};
pub use conversation::{OrderMessage, ask};
pub(crate) use conversation::{Written, hide, messages_of, read_text, set_answered, write};
pub use decline::decline;
pub use own::{OwnOrder, list_own};
pub use prove::{Proof, prove, send_proof_code};
pub use read::view;
pub(crate) use read::{delivery_of, line_view, order_views, stored};
pub use reduce::reason_text;
pub(crate) use reduce::{Reduced, lines_of, sold_line};
pub(crate) use replace::{Last, Swap, Swapped};
pub use report::{ReportForm, kind_text, report};
pub(crate) use report::{open_reports, reported, reports_of, sent_again, to_send_again};
pub(crate) use report_photos::forget_report_photos;
pub use report_photos::{ReportPhotoOf, add_report_photo, receive_report_photo, remove_report_photo, report_photo};
pub(crate) use steps::{Group, How, event_row, state_of};
pub(crate) use stock::is_on_hand;
pub use view::{
    CancelView, DeliveryView, OrderGroupView, OrderLineView, OrderView, ReductionView, ReportView, ReturnsView,
    SentAgain,
};
