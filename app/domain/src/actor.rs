//! In whose name something is looked up or changed.

use crate::{
    CentreRole, CooperativeId, CooperativeRole, Locale, Membership, StationId, StationRole, TranslatorRole, UserId,
};

/// Whoever asks: the person, and the one membership they act by. Every look-up takes one and answers only with what that
/// one may see, so that a forgotten check is a missing argument rather than a leak. What each may do is in
/// [`rights`](crate::rights).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A visitor without a cart.
    Anonymous,
    /// A visitor with a cart. Which one, only the cookie's token says: use cases take its handle, never a number.
    Shopper,
    /// Signed in, and a member of nothing (any more).
    Person { user: UserId },
    /// A member of a cooperative, at work for it.
    Cooperative {
        user: UserId,
        cooperative: CooperativeId,
        role: CooperativeRole,
    },
    /// Somebody at a station.
    Station {
        user: UserId,
        station: StationId,
        role: StationRole,
    },
    /// Somebody who translates the shop.
    Translator {
        user: UserId,
        language: Locale,
        role: TranslatorRole,
    },
    /// Somebody of the district Centre.
    Centre { user: UserId, role: CentreRole },
    /// Somebody of the Centre who works in a cooperative's studio in its name, for as long as they say so.
    Support { user: UserId, cooperative: CooperativeId },
}

impl Actor {
    /// A person acting by one of their memberships.
    pub const fn of(user: UserId, membership: Membership) -> Self {
        match membership {
            Membership::Centre(role) => Self::Centre { user, role },
            Membership::Cooperative(cooperative, role) => Self::Cooperative {
                user,
                cooperative,
                role,
            },
            Membership::Station(station, role) => Self::Station { user, station, role },
            Membership::Translator(language, role) => Self::Translator { user, language, role },
        }
    }

    /// The person who signed in, if anybody did.
    pub const fn user(self) -> Option<UserId> {
        match self {
            Self::Person { user }
            | Self::Cooperative { user, .. }
            | Self::Station { user, .. }
            | Self::Translator { user, .. }
            | Self::Centre { user, .. }
            | Self::Support { user, .. } => Some(user),
            Self::Anonymous | Self::Shopper => None,
        }
    }

    /// The cooperative this actor works for, if any.
    pub const fn cooperative(self) -> Option<CooperativeId> {
        match self {
            Self::Cooperative { cooperative, .. } | Self::Support { cooperative, .. } => Some(cooperative),
            _ => None,
        }
    }

    /// The station this actor works at, if any.
    pub const fn station(self) -> Option<StationId> {
        match self {
            Self::Station { station, .. } => Some(station),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USER: UserId = UserId(1);
    const COOPERATIVE: CooperativeId = CooperativeId(2);

    #[test]
    fn only_who_signed_in_is_somebody() {
        assert_eq!(Actor::Anonymous.user(), None);
        assert_eq!(Actor::Shopper.user(), None);
        for membership in [
            Membership::Centre(CentreRole::Finance),
            Membership::Cooperative(COOPERATIVE, CooperativeRole::Packer),
            Membership::Station(StationId(4), StationRole::Clerk),
            Membership::Translator(Locale::Es, TranslatorRole::Reviewer),
        ] {
            assert_eq!(Actor::of(USER, membership).user(), Some(USER));
        }
    }

    #[test]
    fn the_centre_acts_for_a_cooperative_only_when_it_says_so() {
        let role = CentreRole::Support;
        assert_eq!(Actor::Centre { user: USER, role }.cooperative(), None);
        let support = Actor::Support {
            user: USER,
            cooperative: COOPERATIVE,
        };
        assert_eq!(support.cooperative(), Some(COOPERATIVE));
    }
}
