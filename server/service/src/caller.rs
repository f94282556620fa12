//! Who calls a server function.

use domain::Actor;

use crate::cart::CartHandle;
use crate::{Network, Shop};

/// The context of a server function.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The shop.
    pub shop: Shop,
    /// Who calls.
    pub actor: Actor,
    /// The cart of this browser.
    pub cart: Option<CartHandle>,
    /// Where the call comes from.
    pub network: Network,
}
