//! What messages name that can be ended: the address that shows what they are about, and ends them.

use std::fmt;
use std::sync::Arc;

use domain::Locale;

/// Makes the address that a message opens, of a language and the message's own link.
pub type Links = Arc<dyn Fn(Locale, &str) -> String + Send + Sync>;

/// [`Links`] as the shop holds them.
#[derive(Clone)]
pub(crate) struct HeldLinks(pub Links);

impl fmt::Debug for HeldLinks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HeldLinks(…)")
    }
}
