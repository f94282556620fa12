//! Messages by mail: to a gateway that turns mail into text messages, or to the mailbox of whoever passes them on.

use db::BoxFuture;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{Channel, ChannelError, Outgoing, SendError};
use crate::cause_of;

/// How to reach the mail server.
#[derive(Clone, Default)]
pub struct SmtpOptions {
    /// `smtps://user:password@host:465`, `smtp://host:587?tls=required`; `smtp://127.0.0.1:25` without encryption for a
    /// server on the same machine.
    pub url: String,
    /// Who it is from.
    pub from: String,
    /// Who it is to; `{phone}` stands for the number without its plus sign.
    pub to: String,
}

/// See the [module](self).
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    to: String,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Smtp")
    }
}

impl Smtp {
    /// A channel to this server; nothing is sent yet.
    ///
    /// # Errors
    /// Naming the setting that is not right.
    pub fn new(options: &SmtpOptions) -> Result<Self, ChannelError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&options.url)
            .map_err(|_| {
                ChannelError::new(
                    "BAZAR_SMTP_URL",
                    "not an address such as smtps://user:password@host:465",
                )
            })?
            .timeout(Some(std::time::Duration::from_secs(15)))
            .build();
        let from = options
            .from
            .parse()
            .map_err(|error| ChannelError::new("BAZAR_SMTP_FROM", error))?;
        let channel = Self {
            transport,
            from,
            to: options.to.clone(),
        };
        channel
            .mailbox("8613800138000")
            .map_err(|error| ChannelError::new("BAZAR_SMTP_TO", error))?;
        Ok(channel)
    }

    fn mailbox(&self, digits: &str) -> Result<Mailbox, lettre::address::AddressError> {
        self.to.replace("{phone}", digits).parse()
    }

    fn mail(&self, message: &Outgoing) -> Result<Message, SendError> {
        let never = |error: &dyn std::fmt::Display| SendError::Never(error.to_string());
        let digits = message.to.as_e164().trim_start_matches('+');
        let domain = self.from.email.domain();
        let mut mail = Message::builder()
            .from(self.from.clone())
            .to(self.mailbox(digits).map_err(|error| never(&error))?)
            .subject(message.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", message.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(message.text.clone())
            .map_err(|error| never(&error))?;
        // RFC 3282; and nobody's "out of office" is wanted (RFC 3834).
        for (name, value) in [
            ("Content-Language", message.locale.bcp47()),
            ("Auto-Submitted", "auto-generated"),
        ] {
            let name = HeaderName::new_from_ascii_str(name);
            mail.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
        }
        Ok(mail)
    }
}

impl Channel for Smtp {
    fn name(&self) -> &'static str {
        "smtp"
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async move {
            let mail = self.mail(message)?;
            match self.transport.send(mail).await {
                Ok(_) => Ok(()),
                Err(error) => {
                    // 55x is about this mailbox or message. Other 5xx are mistakes of set-up: what waits is not lost.
                    let is_refused = error.status().is_some_and(|code| code.to_string().starts_with("55"));
                    let reason = cause_of(&error);
                    Err(if is_refused {
                        SendError::Never(reason)
                    } else {
                        SendError::Later(reason)
                    })
                }
            }
        })
    }
}
