//! How long to wait.

use crate::{Message, t};

/// When it may work again: to the minute below two hours, then to the hour. Never too early.
pub fn wait(seconds: u32) -> Message<'static> {
    let minutes = seconds.div_ceil(60);
    if seconds < 60 {
        t::error_wait(i64::from(seconds.max(1)))
    } else if minutes < 120 {
        t::error_wait_minutes(i64::from(minutes))
    } else {
        t::error_wait_hours(i64::from(minutes.div_ceil(60)))
    }
}
