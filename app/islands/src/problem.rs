//! What an island shows when a server function refuses.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

/// A refusal, as a finished sentence in the reader's language. Without one the call never reached the shop: the form
/// is then sent the ordinary way, and the browser says what is wrong with the network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The sentence.
    pub text: Option<String>,
}

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        #[cfg(feature = "ssr")]
        refuse_malformed(&error);
        #[cfg(not(feature = "ssr"))]
        drop(error);
        Self::default()
    }
}

/// A body that is not this function's is the caller's mistake, not a failure of the shop.
#[cfg(feature = "ssr")]
fn refuse_malformed(error: &ServerFnErrorErr) {
    let is_callers = matches!(
        error,
        ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_)
    );
    if is_callers && let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[cfg(feature = "ssr")]
impl Problem {
    /// Puts a use case's refusal into words and sets the status of the response.
    pub fn of(shop: &service::Shop, locale: domain::Locale, error: &service::Error) -> Self {
        let code = error.code();
        if matches!(code, domain::ErrorCode::Internal | domain::ErrorCode::Unavailable) {
            error.report();
        }
        let text = match error {
            service::Error::Fields(fields) => fields.iter().next().map_or_else(
                || shop.texts().error(locale, code),
                |(_, field)| shop.texts().field_error(locale, field),
            ),
            _ => shop.texts().error(locale, code),
        };
        if let Some(response) = use_context::<leptos_axum::ResponseOptions>()
            && let Ok(status) = http::StatusCode::from_u16(code.status())
        {
            response.set_status(status);
        }
        Self { text: Some(text) }
    }
}
