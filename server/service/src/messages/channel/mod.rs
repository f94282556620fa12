//! Ways out of the shop for a message: a page somebody reads, a mail server, a provider of text messages.

mod sms;
mod smtp;

use std::fmt::Debug;

use db::BoxFuture;
use domain::{Locale, Phone};

pub use sms::{Sms, SmsOptions};
pub use smtp::{Smtp, SmtpOptions};

/// The name of the channel in which the Centre reads messages and passes them on.
pub const PAGE: &str = "page";

/// A message as a channel gets it. Personal data: `Debug` shows the id alone.
#[derive(Clone)]
pub struct Outgoing {
    /// The same for every attempt: a provider that knows it can drop a second one.
    pub id: String,
    /// Whose phone.
    pub to: Phone,
    /// What it says.
    pub text: String,
    /// In which language.
    pub locale: Locale,
    /// A heading, where the channel has one.
    pub subject: String,
}

impl Debug for Outgoing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outgoing").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Why a message did not go out. The text is for the Centre's page, not for the log: a provider may repeat the number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Worth another attempt after a pause.
    #[error("not now: {0}")]
    Later(String),
    /// The receiver or the message is refused for good.
    #[error("refused: {0}")]
    Never(String),
}

/// Why a channel cannot be set up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting}: {problem}")]
pub struct ChannelError {
    /// The setting that is not right.
    pub setting: &'static str,
    /// What is wrong with it.
    pub problem: String,
}

impl ChannelError {
    pub(super) fn new(setting: &'static str, problem: impl ToString) -> Self {
        Self {
            setting,
            problem: problem.to_string(),
        }
    }
}

/// A way out.
pub trait Channel: Debug + Send + Sync {
    /// Its name, as it is stored with the messages it was given.
    fn name(&self) -> &'static str;

    /// Hands a message over. Success means that the other side has taken it.
    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), SendError>>;
}

/// Messages stay on the Centre's page, where somebody reads them and passes them on: for development, and until a
/// provider is connected.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page;

impl Channel for Page {
    fn name(&self) -> &'static str {
        PAGE
    }

    fn send<'a>(&'a self, _: &'a Outgoing) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async { Ok(()) })
    }
}
