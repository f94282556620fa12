//! The right to a cart.

use domain::CartId;

/// A cart of this browser. Numbers of carts follow one another, so no use case takes a bare one. Only
/// [`open`](super::open) makes a handle, from the secret token of the cookie, and adding to a cart, for the one whose
/// token the browser is given with the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CartHandle(CartId);

impl CartHandle {
    /// Of a cart whose token this browser has shown, or gets now.
    pub(super) const fn of_token_holder(cart: CartId) -> Self {
        Self(cart)
    }

    /// The cart's number, which opens nothing.
    pub const fn id(self) -> CartId {
        self.0
    }
}
