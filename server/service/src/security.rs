//! What happens to accounts and rights, for the log: one line an event, at one place, with nothing personal in it. An
//! account stands there as a keyed hash of its number, a person as the number of their row.

use domain::{Action, Actor, CooperativeId, Subject, UserId};

/// Something an operator may have to look into.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event<'e> {
    /// Somebody signed in.
    SignedIn { user: UserId, by: &'e str },
    /// A password or code did not fit.
    SignInFailed { account: &'e str, by: &'e str },
    /// Too many did not.
    SignInRefused { account: &'e str },
    /// A code was asked for.
    CodeRequested { account: &'e str },
    /// Too many codes were.
    CodeRefused { account: &'e str },
    /// Somebody showed once more who they are.
    Confirmed { user: UserId, by: &'e str },
    /// A password was changed.
    PasswordChanged { user: UserId },
    /// A passkey was added to an account.
    PasskeyAdded { user: UserId },
    /// One was taken away.
    PasskeyRemoved { user: UserId },
    /// What a device answered does not fit, and why.
    PasskeyRefused { why: &'e str },
    /// A device counts less than it did: there may be two of it. It was refused.
    PasskeyCopied { user: UserId },
    /// A session ended before its time.
    SessionEnded { user: UserId, how: &'e str },
    /// An order was looked for with wrong digits too often.
    OrderRefused,
    /// The phone of an order was shown to be its buyer's.
    PhoneProved { account: &'e str },
    /// A code for that did not fit, or too many did not.
    PhoneNotProved { account: &'e str },
    /// Somebody wanted what they may not.
    Refused {
        actor: Actor,
        action: Action,
        subject: Subject,
    },
    /// A membership was given, changed or taken away.
    MembershipChanged {
        by: UserId,
        user: UserId,
        subject: Subject,
        how: &'e str,
    },
    /// Somebody came in by a link.
    Joined { user: UserId },
    /// Somebody of the Centre began to work for a cooperative, or ended it.
    Support {
        user: UserId,
        cooperative: Option<CooperativeId>,
    },
}

/// Writes the line.
pub(crate) fn note(event: Event<'_>) {
    match event {
        Event::SignedIn { user, by } => tracing::info!(%user, by, "security.signed_in"),
        Event::SignInFailed { account, by } => tracing::info!(account, by, "security.sign_in_failed"),
        Event::SignInRefused { account } => tracing::info!(account, "security.sign_in_refused"),
        Event::CodeRequested { account } => tracing::info!(account, "security.code_requested"),
        Event::CodeRefused { account } => tracing::info!(account, "security.code_refused"),
        Event::Confirmed { user, by } => tracing::info!(%user, by, "security.confirmed"),
        Event::PasswordChanged { user } => tracing::info!(%user, "security.password_changed"),
        Event::PasskeyAdded { user } => tracing::info!(%user, "security.passkey_added"),
        Event::PasskeyRemoved { user } => tracing::info!(%user, "security.passkey_removed"),
        Event::PasskeyRefused { why } => tracing::info!(why, "security.passkey_refused"),
        Event::PasskeyCopied { user } => tracing::warn!(%user, "security.passkey_copied"),
        Event::SessionEnded { user, how } => tracing::info!(%user, how, "security.session_ended"),
        Event::OrderRefused => tracing::info!("security.order_refused"),
        Event::PhoneProved { account } => tracing::info!(account, "security.phone_proved"),
        Event::PhoneNotProved { account } => tracing::info!(account, "security.phone_not_proved"),
        Event::Refused { actor, action, subject } => {
            let user = actor.user().map(UserId::get);
            tracing::info!(user, %action, %subject, "security.refused");
        }
        Event::MembershipChanged { by, user, subject, how } => {
            tracing::info!(%by, %user, %subject, how, "security.membership");
        }
        Event::Joined { user } => tracing::info!(%user, "security.joined"),
        Event::Support { user, cooperative } => {
            let cooperative = cooperative.map(CooperativeId::get);
            tracing::info!(%user, cooperative, "security.support");
        }
    }
}
