//! A cart's life: changed until it becomes an order group, or is left behind.

use crate::{Refusal, named::named_enum};

named_enum! {
    pub enum CartStatus {
        Open = "open",
        /// Became an order group; it stays as the record of what was asked for.
        Completed = "completed",
        /// Left behind; kept readable, never sold from.
        Abandoned = "abandoned",
    }
}

impl CartStatus {
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Abandoned)
    }
}

named_enum! {
    pub enum CartCommand {
        /// Add, change or remove a line.
        Change = "change",
        /// Turn the cart into an order group.
        Complete = "complete",
        Abandon = "abandon",
    }
}

/// What happened to a cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CartEvent {
    Completed,
    Abandoned,
}

/// A cart as its rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CartState {
    pub status: CartStatus,
    /// How many lines it has.
    pub lines: usize,
}

impl CartState {
    /// Takes one step, or refuses it.
    pub fn apply(self, command: &CartCommand, _now_ms: i64) -> Result<(Self, Vec<CartEvent>), Refusal> {
        if self.status != CartStatus::Open {
            return Err(Refusal::InvalidTransition {
                state: self.status.as_str(),
                command: command.as_str(),
            });
        }
        match command {
            CartCommand::Change => Ok((self, vec![])),
            CartCommand::Complete if self.lines == 0 => Err(Refusal::CartEmpty),
            CartCommand::Complete => Ok((
                Self {
                    status: CartStatus::Completed,
                    ..self
                },
                vec![CartEvent::Completed],
            )),
            CartCommand::Abandon => Ok((
                Self {
                    status: CartStatus::Abandoned,
                    ..self
                },
                vec![CartEvent::Abandoned],
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: CartState = CartState {
        status: CartStatus::Open,
        lines: 2,
    };

    #[test]
    fn a_cart_becomes_an_order_group_once() {
        let completed = CartState {
            status: CartStatus::Completed,
            ..OPEN
        };
        assert_eq!(
            OPEN.apply(&CartCommand::Complete, 0),
            Ok((completed, vec![CartEvent::Completed]))
        );
        for command in CartCommand::ALL {
            assert!(completed.apply(&command, 0).is_err(), "{command}");
        }
    }

    #[test]
    fn an_empty_cart_is_not_ordered() {
        let empty = CartState { lines: 0, ..OPEN };
        assert_eq!(empty.apply(&CartCommand::Complete, 0), Err(Refusal::CartEmpty));
        assert_eq!(empty.apply(&CartCommand::Change, 0), Ok((empty, vec![])));
    }
}
