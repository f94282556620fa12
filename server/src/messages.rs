//! Settings of messages to people: through which channel, and how many.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use service::messages::channel::{Channel, ChannelError, Page, Sms, SmsOptions, Smtp, SmtpOptions};
use service::messages::{Budgets, Office};

/// The way messages leave the shop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ChannelName {
    /// They stay on the Centre's page, where somebody reads them and passes them on; for development.
    #[default]
    Page,
    /// By mail, to a gateway for text messages or to a mailbox.
    Smtp,
    /// As text messages, through a provider's HTTP interface.
    Sms,
}

/// See the [module](self). What may hold a password is not shown by `--help`.
#[derive(Clone, Args)]
pub struct MessageSettings {
    /// How messages leave the shop.
    #[arg(
        id = "messages",
        long = "messages",
        env = "BAZAR_MESSAGES",
        value_enum,
        default_value_t
    )]
    pub channel: ChannelName,
    /// Mail server: `smtps://user:password@host:465`, `smtp://host:587?tls=required`.
    #[arg(long, env = "BAZAR_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Who mail is from.
    #[arg(long, env = "BAZAR_SMTP_FROM")]
    pub smtp_from: Option<String>,
    /// Who mail is to; `{phone}` stands for the number without its plus sign: `{phone}@sms.example`.
    #[arg(long, env = "BAZAR_SMTP_TO")]
    pub smtp_to: Option<String>,
    /// Address of the provider of text messages; `{phone}`, `{digits}`, `{text}`, `{lang}` and `{id}` are filled in.
    #[arg(long, env = "BAZAR_SMS_URL", hide_env_values = true)]
    pub sms_url: Option<String>,
    /// HTTP method.
    #[arg(long, env = "BAZAR_SMS_METHOD", default_value = "POST")]
    pub sms_method: String,
    /// HTTP headers, `Name: value`, one a line; `Content-Type` decides how the body is written.
    #[arg(long, env = "BAZAR_SMS_HEADERS", hide_env_values = true, default_value = "")]
    pub sms_headers: String,
    /// Body, with the same words filled in: `{"to":"{phone}","text":"{text}"}`.
    #[arg(long, env = "BAZAR_SMS_BODY", hide_env_values = true, default_value = "")]
    pub sms_body: String,
    /// Status codes that mean "taken".
    #[arg(long, env = "BAZAR_SMS_SUCCESS", default_value = "200-299")]
    pub sms_success: String,
    /// A text the answer must contain to mean "taken".
    #[arg(long, env = "BAZAR_SMS_SUCCESS_TEXT", default_value = "")]
    pub sms_success_text: String,
    /// Messages a day to one number.
    #[arg(long, env = "BAZAR_MESSAGES_PER_NUMBER", default_value_t = Budgets::default().receiver)]
    pub messages_per_number: i64,
    /// Messages a day caused from one network.
    #[arg(long, env = "BAZAR_MESSAGES_PER_NETWORK", default_value_t = Budgets::default().network)]
    pub messages_per_network: i64,
    /// Messages a day to each country the shop sells to.
    #[arg(long, env = "BAZAR_MESSAGES_PER_COUNTRY", default_value_t = Budgets::default().home_country)]
    pub messages_per_country: i64,
    /// Messages a day to each other country.
    #[arg(long, env = "BAZAR_MESSAGES_ABROAD", default_value_t = Budgets::default().other_country)]
    pub messages_abroad: i64,
    /// Messages a day in all.
    #[arg(long, env = "BAZAR_MESSAGES_PER_DAY", default_value_t = Budgets::default().all)]
    pub messages_per_day: i64,
    /// Country codes the shop sells to.
    #[arg(long, env = "BAZAR_MESSAGES_COUNTRIES", value_delimiter = ',', default_values_t = Budgets::default().home)]
    pub messages_countries: Vec<String>,
    /// Beginnings of numbers, with country code, that get no message at all.
    #[arg(long, env = "BAZAR_MESSAGES_NEVER", value_delimiter = ',', default_values_t = Budgets::default().never)]
    pub messages_never: Vec<String>,
}

impl std::fmt::Debug for MessageSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MessageSettings")
            .field("channel", &self.channel)
            .finish_non_exhaustive()
    }
}

/// What `bazar serve` has without any of these variables.
impl Default for MessageSettings {
    fn default() -> Self {
        let budgets = Budgets::default();
        Self {
            channel: ChannelName::Page,
            smtp_url: None,
            smtp_from: None,
            smtp_to: None,
            sms_url: None,
            sms_method: String::new(),
            sms_headers: String::new(),
            sms_body: String::new(),
            sms_success: String::new(),
            sms_success_text: String::new(),
            messages_per_number: budgets.receiver,
            messages_per_network: budgets.network,
            messages_per_country: budgets.home_country,
            messages_abroad: budgets.other_country,
            messages_per_day: budgets.all,
            messages_countries: budgets.home,
            messages_never: budgets.never,
        }
    }
}

impl MessageSettings {
    /// What posts and sends messages.
    ///
    /// # Errors
    /// Naming the variable that is missing or not right.
    pub fn office(&self) -> Result<Office, ChannelError> {
        let needed = |value: &Option<String>, setting| {
            value.clone().ok_or_else(|| ChannelError {
                setting,
                problem: "is needed for this way of sending messages".to_owned(),
            })
        };
        let channel: Arc<dyn Channel> = match self.channel {
            ChannelName::Page => Arc::new(Page),
            ChannelName::Smtp => Arc::new(Smtp::new(&SmtpOptions {
                url: needed(&self.smtp_url, "BAZAR_SMTP_URL")?,
                from: needed(&self.smtp_from, "BAZAR_SMTP_FROM")?,
                to: needed(&self.smtp_to, "BAZAR_SMTP_TO")?,
            })?),
            ChannelName::Sms => Arc::new(Sms::new(&SmsOptions {
                url: needed(&self.sms_url, "BAZAR_SMS_URL")?,
                method: self.sms_method.clone(),
                headers: self.sms_headers.clone(),
                body: self.sms_body.clone(),
                success: self.sms_success.clone(),
                success_text: self.sms_success_text.clone(),
            })?),
        };
        Ok(Office::new(
            channel,
            Budgets {
                receiver: self.messages_per_number,
                network: self.messages_per_network,
                home_country: self.messages_per_country,
                other_country: self.messages_abroad,
                all: self.messages_per_day,
                home: self.messages_countries.clone(),
                never: self.messages_never.clone(),
            },
        ))
    }
}
