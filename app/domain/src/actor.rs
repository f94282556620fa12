//! In whose name something is looked up or changed.

use crate::{CartId, CooperativeId, UserId};

/// Whoever asks. Every look-up takes one and answers only with what that one may see, so that a
/// forgotten check is a missing argument rather than a leak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A visitor without a cart.
    Anonymous,
    /// A visitor with a cart.
    Shopper { cart: CartId },
    /// A member of a cooperative, at work for it.
    Cooperative { user: UserId, cooperative: CooperativeId },
    /// Someone of the district Centre.
    Centre { user: UserId },
}

impl Actor {
    /// The person who signed in, if anybody did.
    pub const fn user(self) -> Option<UserId> {
        match self {
            Self::Cooperative { user, .. } | Self::Centre { user } => Some(user),
            Self::Anonymous | Self::Shopper { .. } => None,
        }
    }

    /// The cooperative this actor works for, if any.
    pub const fn cooperative(self) -> Option<CooperativeId> {
        match self {
            Self::Cooperative { cooperative, .. } => Some(cooperative),
            Self::Anonymous | Self::Shopper { .. } | Self::Centre { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_signed_in_is_somebody() {
        let (user, cooperative) = (UserId(1), CooperativeId(2));
        assert_eq!(Actor::Anonymous.user(), None);
        assert_eq!(Actor::Shopper { cart: CartId(3) }.user(), None);
        assert_eq!(Actor::Centre { user }.user(), Some(user));
        assert_eq!(Actor::Cooperative { user, cooperative }.user(), Some(user));
    }

    #[test]
    fn the_centre_does_not_act_for_a_cooperative() {
        let (user, cooperative) = (UserId(1), CooperativeId(2));
        assert_eq!(
            Actor::Cooperative { user, cooperative }.cooperative(),
            Some(cooperative)
        );
        assert_eq!(Actor::Centre { user }.cooperative(), None);
    }
}
