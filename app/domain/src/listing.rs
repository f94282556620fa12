//! Whether things of the catalogue and the district are shown and sold.

use crate::day::next_midnight;
use crate::named::named_enum;

named_enum! {
    pub enum ProductStatus {
        Published = "published",
        /// Not shown, and not sold.
        Draft = "draft",
    }
}

named_enum! {
    pub enum OfferStatus {
        Active = "active",
        /// Not sold any more; orders still name it.
        Inactive = "inactive",
    }
}

named_enum! {
    pub enum CooperativeStatus {
        /// It waits for the Centre.
        Pending = "pending",
        Approved = "approved",
        /// It sells nothing for now.
        Suspended = "suspended",
    }
}

named_enum! {
    /// What the Centre does with a cooperative.
    pub enum CooperativeStep {
        Suspend = "suspend",
        /// Lets it sell again.
        Admit = "admit",
    }
}

impl CooperativeStatus {
    /// Whether what it has published is in the shop and can be ordered. Orders that are placed go on in any case.
    pub const fn sells(self) -> bool {
        matches!(self, Self::Approved)
    }

    /// How it stands after `step`; nothing where that step does not follow.
    pub const fn after(self, step: CooperativeStep) -> Option<Self> {
        match (self, step) {
            (Self::Approved, CooperativeStep::Suspend) => Some(Self::Suspended),
            (Self::Suspended, CooperativeStep::Admit) => Some(Self::Approved),
            _ => None,
        }
    }
}

named_enum! {
    /// How far the Centre is with a cooperative that wants to sell here.
    pub enum ApplicationState {
        Waiting = "waiting",
        Admitted = "admitted",
        Refused = "refused",
    }
}

named_enum! {
    /// How far the Centre is with what a cooperative wants buyers to see.
    pub enum ProposalState {
        /// The Centre has not looked yet.
        Waiting = "waiting",
        /// It was not confirmed: the cooperative reads why, and saves something else.
        SentBack = "sent-back",
    }
}

named_enum! {
    pub enum StationStatus {
        Open = "open",
        /// Nothing is sent there any more; orders still name it.
        Closed = "closed",
    }
}

named_enum! {
    /// What the Centre does with a station.
    pub enum StationStep {
        Close = "close",
        /// Lets orders be sent there again.
        Open = "open",
    }
}

impl StationStatus {
    /// Whether new orders can be sent there. What is on its way is handed out in any case.
    pub const fn takes_orders(self) -> bool {
        matches!(self, Self::Open)
    }

    /// How it stands after `step`; nothing where that step does not follow.
    pub const fn after(self, step: StationStep) -> Option<Self> {
        match (self, step) {
            (Self::Open, StationStep::Close) => Some(Self::Closed),
            (Self::Closed, StationStep::Open) => Some(Self::Open),
            _ => None,
        }
    }
}

named_enum! {
    pub enum CategoryStatus {
        Shown = "shown",
        /// Nothing is in it, and nobody is offered it.
        Hidden = "hidden",
    }
}

named_enum! {
    /// Which way a category goes among the others.
    pub enum CategoryShift {
        Up = "up",
        Down = "down",
    }
}

/// How long a product is not sold, although it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// Until this time, milliseconds since 1970 UTC.
    Until(i64),
    /// Until somebody offers it again.
    UntilUndone,
}

impl Pause {
    /// What stands in the column for [`Pause::UntilUndone`]: later than any clock.
    const NEVER: i64 = i64::MAX;

    /// As it is stored.
    pub const fn to_ms(self) -> i64 {
        match self {
            Self::Until(ms) => ms,
            Self::UntilUndone => Self::NEVER,
        }
    }

    /// As it was stored.
    pub const fn of_ms(ms: i64) -> Self {
        match ms {
            Self::NEVER => Self::UntilUndone,
            ms => Self::Until(ms),
        }
    }
}

/// How a product stands with its buyers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Being written; only its cooperative sees it.
    Draft,
    OnSale,
    /// Shown as sold out.
    Paused(Pause),
    /// Put away; orders still name it.
    Archived,
}

named_enum! {
    /// What a cooperative does with a product.
    pub enum ListingStep {
        Publish = "publish",
        SoldOutToday = "sold-out-today",
        Pause = "pause",
        Resume = "resume",
        Archive = "archive",
        /// Takes it out of the archive, as a draft.
        Restore = "restore",
    }
}

impl Listing {
    /// How the columns of a product say it.
    pub const fn of(status: ProductStatus, paused_until: Option<i64>, archived_at: Option<i64>) -> Self {
        match (status, paused_until, archived_at) {
            (_, _, Some(_)) => Self::Archived,
            (ProductStatus::Draft, _, None) => Self::Draft,
            (ProductStatus::Published, None, None) => Self::OnSale,
            (ProductStatus::Published, Some(until), None) => Self::Paused(Pause::of_ms(until)),
        }
    }

    /// Whether buyers see it.
    pub const fn status(self) -> ProductStatus {
        match self {
            Self::OnSale | Self::Paused(_) => ProductStatus::Published,
            Self::Draft | Self::Archived => ProductStatus::Draft,
        }
    }

    /// Until when it is paused, as it is stored.
    pub const fn paused_until(self) -> Option<i64> {
        match self {
            Self::Paused(pause) => Some(pause.to_ms()),
            _ => None,
        }
    }

    /// How it stands after `step`, taken at `now`; nothing where that step does not follow. One that is taken already
    /// leaves it as it is.
    pub const fn apply(self, step: ListingStep, now: i64) -> Option<Self> {
        match (step, self) {
            (ListingStep::Publish, Self::Draft | Self::OnSale) => Some(Self::OnSale),
            (ListingStep::SoldOutToday, Self::OnSale | Self::Paused(_)) => {
                Some(Self::Paused(Pause::Until(next_midnight(now))))
            }
            (ListingStep::Pause, Self::OnSale | Self::Paused(_)) => Some(Self::Paused(Pause::UntilUndone)),
            (ListingStep::Resume, Self::OnSale | Self::Paused(_)) => Some(Self::OnSale),
            (ListingStep::Archive, _) => Some(Self::Archived),
            (ListingStep::Restore, Self::Archived | Self::Draft) => Some(Self::Draft),
            _ => None,
        }
    }

    /// The steps that lead somewhere else, the commonest first.
    pub fn steps(self) -> Vec<ListingStep> {
        match self {
            Self::Draft => vec![ListingStep::Publish, ListingStep::Archive],
            Self::OnSale => vec![ListingStep::SoldOutToday, ListingStep::Pause, ListingStep::Archive],
            Self::Paused(Pause::Until(_)) => vec![ListingStep::Resume, ListingStep::Pause, ListingStep::Archive],
            Self::Paused(Pause::UntilUndone) => vec![ListingStep::Resume, ListingStep::Archive],
            Self::Archived => vec![ListingStep::Restore],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_795_406_400_000;
    const ALL: [Listing; 5] = [
        Listing::Draft,
        Listing::OnSale,
        Listing::Paused(Pause::Until(NOON)),
        Listing::Paused(Pause::UntilUndone),
        Listing::Archived,
    ];

    #[test]
    fn what_is_stored_is_read_as_the_same() {
        for listing in ALL {
            let archived = (listing == Listing::Archived).then_some(NOON);
            assert_eq!(Listing::of(listing.status(), listing.paused_until(), archived), listing);
        }
    }

    #[test]
    fn sold_out_today_ends_at_midnight_and_a_pause_when_it_is_undone() {
        let midnight = NOON + 12 * 60 * 60 * 1000;
        assert_eq!(
            Listing::OnSale.apply(ListingStep::SoldOutToday, NOON),
            Some(Listing::Paused(Pause::Until(midnight)))
        );
        assert_eq!(
            Listing::OnSale.apply(ListingStep::Pause, NOON),
            Some(Listing::Paused(Pause::UntilUndone))
        );
    }

    #[test]
    fn nothing_is_sold_that_was_not_published() {
        for step in [ListingStep::SoldOutToday, ListingStep::Pause, ListingStep::Resume] {
            assert_eq!(Listing::Draft.apply(step, NOON), None, "{step}");
            assert_eq!(Listing::Archived.apply(step, NOON), None, "{step}");
        }
        assert_eq!(
            Listing::Archived.apply(ListingStep::Publish, NOON),
            None,
            "first a draft again"
        );
        assert_eq!(
            Listing::Archived.apply(ListingStep::Restore, NOON),
            Some(Listing::Draft)
        );
        assert_eq!(Listing::OnSale.apply(ListingStep::Restore, NOON), None);
    }

    #[test]
    fn a_cooperative_that_is_suspended_sells_nothing_until_it_is_admitted() {
        let (suspend, admit) = (CooperativeStep::Suspend, CooperativeStep::Admit);
        let suspended = CooperativeStatus::Approved.after(suspend);
        assert_eq!(suspended, Some(CooperativeStatus::Suspended));
        assert!(CooperativeStatus::Approved.sells() && !CooperativeStatus::Suspended.sells());
        assert_eq!(
            CooperativeStatus::Suspended.after(admit),
            Some(CooperativeStatus::Approved)
        );
        for (status, step) in [
            (CooperativeStatus::Suspended, suspend),
            (CooperativeStatus::Approved, admit),
            // Admission begins with more than a step.
            (CooperativeStatus::Pending, admit),
            (CooperativeStatus::Pending, suspend),
        ] {
            assert_eq!(status.after(step), None, "{status} {step}");
        }
    }

    #[test]
    fn every_step_that_is_offered_leads_on() {
        for listing in ALL {
            for step in listing.steps() {
                let next = listing.apply(step, NOON);
                assert!(next.is_some_and(|next| next != listing), "{listing:?} {step}");
            }
        }
    }
}
