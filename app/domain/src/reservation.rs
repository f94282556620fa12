//! Stock held for an order: taken for good, given back, or lapsed.

use crate::{Refusal, named::named_enum};

named_enum! {
    pub enum ReservationStatus {
        /// Held; nobody else can buy it.
        Active = "active",
        /// The stock belongs to the order.
        Converted = "converted",
        /// Given back with a cancelled order.
        Released = "released",
        /// Given back because the order was not paid in time.
        Expired = "expired",
    }
}

impl ReservationStatus {
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Released | Self::Expired)
    }
}

named_enum! {
    pub enum ReservationCommand {
        /// The order was accepted or paid: the stock is no longer waiting.
        Convert = "convert",
        /// It was accepted by mistake and is not paid: the stock waits again.
        Reopen = "reopen",
        /// The order was cancelled.
        Release = "release",
        /// The order was not paid in time.
        Expire = "expire",
    }
}

/// What happened to a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReservationEvent {
    Converted,
    Reopened,
    /// The amount is for sale again.
    Released,
    /// The amount is for sale again.
    Expired,
}

/// A reservation as its rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReservationState {
    pub status: ReservationStatus,
    /// From when on it may expire, ms since 1970 UTC.
    pub expires_at_ms: i64,
}

impl ReservationState {
    /// Stock held until `expires_at_ms` at least.
    pub const fn active(expires_at_ms: i64) -> Self {
        Self {
            status: ReservationStatus::Active,
            expires_at_ms,
        }
    }

    /// Takes one step, or refuses it.
    ///
    /// The clock alone gives nothing back: until [`ReservationCommand::Expire`] was applied the
    /// stock is still held, so a buyer who pays a minute late gets the goods.
    pub fn apply(self, command: &ReservationCommand, now_ms: i64) -> Result<(Self, Vec<ReservationEvent>), Refusal> {
        use ReservationStatus::{Active, Converted, Expired, Released};

        let (status, event) = match (self.status, command) {
            (Active, ReservationCommand::Convert) => (Converted, ReservationEvent::Converted),
            (Converted, ReservationCommand::Reopen) => (Active, ReservationEvent::Reopened),
            // An accepted order can still be cancelled before its goods leave.
            (Active | Converted, ReservationCommand::Release) => (Released, ReservationEvent::Released),
            (Active, ReservationCommand::Expire) if now_ms < self.expires_at_ms => {
                return Err(Refusal::NotDue {
                    due_ms: self.expires_at_ms,
                });
            }
            (Active, ReservationCommand::Expire) => (Expired, ReservationEvent::Expired),
            (status, command) => {
                return Err(Refusal::InvalidTransition {
                    state: status.as_str(),
                    command: command.as_str(),
                });
            }
        };
        Ok((Self { status, ..self }, vec![event]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUE_MS: i64 = 1_000;

    #[test]
    fn stock_is_held_until_its_time_is_over() {
        let expire_at = |now_ms| ReservationState::active(DUE_MS).apply(&ReservationCommand::Expire, now_ms);
        assert_eq!(expire_at(DUE_MS - 1), Err(Refusal::NotDue { due_ms: DUE_MS }));
        assert!(expire_at(DUE_MS).is_ok());
    }

    #[test]
    fn who_pays_before_the_stock_was_given_back_still_gets_it() {
        let late = ReservationState::active(DUE_MS).apply(&ReservationCommand::Convert, DUE_MS + 1);
        assert_eq!(
            late.map(|(reservation, _)| reservation.status),
            Ok(ReservationStatus::Converted)
        );
    }

    #[test]
    fn an_orders_stock_is_given_back_only_by_calling_it_off() {
        let converted = ReservationState {
            status: ReservationStatus::Converted,
            ..ReservationState::active(DUE_MS)
        };
        assert!(converted.apply(&ReservationCommand::Expire, i64::MAX).is_err());
        assert!(converted.apply(&ReservationCommand::Release, 0).is_ok());
    }
}
