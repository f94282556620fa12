//! Text messages through a provider's HTTP interface. What it is called and what it answers is configured: there is no
//! common one.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use db::BoxFuture;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, Request, StatusCode, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;

use super::{Channel, ChannelError, Outgoing, SendError};
use crate::{cause_of, https};

/// Longest answer read, bytes.
const ANSWER: usize = 16 * 1024;

/// How the provider is asked. In address and body `{phone}` stands for the number with its plus sign, `{digits}` without,
/// `{text}`, `{lang}` and `{id}` for the message; each is written as the place needs it.
#[derive(Clone, Default)]
pub struct SmsOptions {
    /// Address, `https://…`; `http://` is taken for the machine itself only.
    pub url: String,
    /// HTTP method, `POST` if empty.
    pub method: String,
    /// Headers, `Name: value`, one a line.
    pub headers: String,
    /// Body. Its form follows from the `Content-Type` header: JSON, form, or plain text.
    pub body: String,
    /// Status codes that mean "taken", such as `200-299` (if empty) or `200,202`.
    pub success: String,
    /// A text the answer must contain, for providers that say 200 to everything; may be empty.
    pub success_text: String,
}

/// How a placeholder is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    Url,
    Plain,
}

/// See the [module](self).
#[derive(Clone)]
pub struct Sms {
    client: https::Client<Full<Bytes>>,
    url: String,
    method: Method,
    headers: HeaderMap,
    body: String,
    form: Form,
    success: Vec<RangeInclusive<u16>>,
    success_text: String,
}

impl std::fmt::Debug for Sms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sms")
    }
}

impl Sms {
    /// A channel to this provider; nothing is sent yet.
    ///
    /// # Errors
    /// Naming the setting that is not right.
    pub fn new(options: &SmsOptions) -> Result<Self, ChannelError> {
        let url = filled(&options.url, Form::Url, &EXAMPLE);
        let uri: Uri = url.parse().map_err(|error| ChannelError::new("BAZAR_SMS_URL", error))?;
        if !https::is_safe(&uri) {
            return Err(ChannelError::new("BAZAR_SMS_URL", "must be an https:// address"));
        }
        let method = match options.method.as_str() {
            "" => Method::POST,
            word => word
                .parse()
                .map_err(|error| ChannelError::new("BAZAR_SMS_METHOD", error))?,
        };
        let headers = headers(&options.headers)?;
        let form = match headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) {
            Some(kind) if kind.contains("json") => Form::Json,
            Some(kind) if kind.contains("x-www-form-urlencoded") => Form::Url,
            _ => Form::Plain,
        };
        if form == Form::Json
            && serde_json::from_str::<serde_json::Value>(&filled(&options.body, form, &EXAMPLE)).is_err()
        {
            return Err(ChannelError::new(
                "BAZAR_SMS_BODY",
                "is not JSON once it is filled in; placeholders stand between quotation marks",
            ));
        }
        let client =
            https::client(https::public_authorities()).map_err(|error| ChannelError::new("BAZAR_SMS_URL", error))?;
        Ok(Self {
            client,
            url: options.url.clone(),
            method,
            headers,
            body: options.body.clone(),
            form,
            success: statuses(&options.success)?,
            success_text: options.success_text.clone(),
        })
    }

    fn request(&self, message: &Outgoing) -> Result<Request<Full<Bytes>>, SendError> {
        let body = filled(&self.body, self.form, &values(message));
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(filled(&self.url, Form::Url, &values(message)))
            .body(Full::from(body))
            .map_err(|error| SendError::Never(error.to_string()))?;
        *request.headers_mut() = self.headers.clone();
        // A provider that knows it sends a repeated attempt once.
        if let Ok(id) = HeaderValue::from_str(&message.id) {
            request
                .headers_mut()
                .insert(HeaderName::from_static("idempotency-key"), id);
        }
        Ok(request)
    }
}

impl Channel for Sms {
    fn name(&self) -> &'static str {
        "sms"
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async move {
            let answer = self
                .client
                .request(self.request(message)?)
                .await
                .map_err(|error| SendError::Later(cause_of(&error)))?;
            let status = answer.status();
            let body = Limited::new(answer.into_body(), ANSWER)
                .collect()
                .await
                .map_err(|error| SendError::Later(format!("{status}: {error}")))?
                .to_bytes();
            let text = String::from_utf8_lossy(&body);
            let is_taken = self.success.iter().any(|range| range.contains(&status.as_u16()));
            if is_taken && text.contains(&self.success_text) {
                return Ok(());
            }
            let reason = format!("{status}: {text}");
            Err(if is_final(status) {
                SendError::Never(reason)
            } else {
                SendError::Later(reason)
            })
        })
    }
}

/// What is wrong with this message or receiver, rather than with the account, the limits or the provider.
fn is_final(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::UNPROCESSABLE_ENTITY
    )
}

fn headers(lines: &str) -> Result<HeaderMap, ChannelError> {
    let mut headers = HeaderMap::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parsed = line.split_once(':').and_then(|(name, value)| {
            let mut value: HeaderValue = value.trim().parse().ok()?;
            value.set_sensitive(true);
            Some((name.trim().parse::<HeaderName>().ok()?, value))
        });
        let Some((name, value)) = parsed else {
            return Err(ChannelError::new("BAZAR_SMS_HEADERS", "one `Name: value` a line"));
        };
        headers.append(name, value);
    }
    Ok(headers)
}

fn statuses(list: &str) -> Result<Vec<RangeInclusive<u16>>, ChannelError> {
    let list = if list.trim().is_empty() { "200-299" } else { list };
    list.split(',')
        .map(|part| {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            Some(from.trim().parse().ok()?..=to.trim().parse().ok()?)
        })
        .collect::<Option<_>>()
        .ok_or_else(|| ChannelError::new("BAZAR_SMS_SUCCESS", "status codes such as 200-299 or 200,202"))
}

/// What stands for the placeholders.
type Values<'m> = [(&'static str, &'m str); 5];

/// To try templates with.
const EXAMPLE: Values<'static> = [
    ("{phone}", "+8613800138000"),
    ("{digits}", "8613800138000"),
    ("{text}", "\"…\"\n"),
    ("{lang}", "zh-Hans"),
    ("{id}", "00000000000000000000000000000000"),
];

fn values(message: &Outgoing) -> Values<'_> {
    let phone = message.to.as_e164();
    [
        ("{phone}", phone),
        ("{digits}", phone.trim_start_matches('+')),
        ("{text}", message.text.as_str()),
        ("{lang}", message.locale.bcp47()),
        ("{id}", message.id.as_str()),
    ]
}

/// The template with the message in it. One pass: what a text contains is never taken for a placeholder.
fn filled(template: &str, form: Form, values: &Values<'_>) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        match values.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, value)) => {
                write_as(&mut text, form, value);
                rest = &rest[name.len()..];
            }
            None => {
                text.push('{');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn write_as(text: &mut String, form: Form, value: &str) {
    match form {
        Form::Plain => text.push_str(value),
        Form::Json => {
            // A JSON string without its quotation marks, which stand in the template.
            let quoted = serde_json::Value::from(value).to_string();
            text.push_str(&quoted[1..quoted.len() - 1]);
        }
        Form::Url => {
            for byte in value.bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                    text.push(char::from(byte));
                } else {
                    // Writing into a String does not fail.
                    let _ = write!(text, "%{byte:02X}");
                }
            }
        }
    }
}
