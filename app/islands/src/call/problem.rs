//! What a call that was not carried out answers.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

use super::postcard_protocol::PostcardEncoding;

/// Why a call was not carried out. Sentences are finished, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// A rule of the shop says no, and this is why.
    Refused(String),
    /// The shop has too much to do: the same again in a moment.
    Busy,
    /// The shop cannot do it now, or was asked too often, and this says how long it takes: nothing was changed, and the same
    /// may be asked for again.
    Later(String),
    /// What it was about is not there any more: the cart became an order, the session ended.
    Over(String),
    /// There is no network, or it took too long. Whether it was done is not known: repeat it with the same key.
    Offline,
    /// The answer cannot be read, perhaps because the page is of an older build: send the form the ordinary way.
    Broken,
    /// There is no network: the service worker keeps it and sends it when there is one, and says so. The shop never answers
    /// this; the worker writes it by its place in this list (`frontend/service-worker/calls.js`).
    Kept(String),
}

impl FromServerFnError for Problem {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Broken
    }
}

#[cfg(feature = "ssr")]
impl Problem {
    /// Puts a use case's refusal into words and sets the status of the response.
    pub fn of(shop: &service::Shop, locale: domain::Locale, error: &service::Error) -> Self {
        use service::Error;

        let code = error.code();
        let seconds = match error {
            Error::TooMany { seconds } => Some(*seconds),
            _ => None,
        };
        answer_with(code, seconds);
        let says = || shop.texts().error(locale, code);
        match error {
            Error::Fields(fields) => Self::Refused(
                fields
                    .iter()
                    .next()
                    .map_or_else(says, |(_, field)| shop.texts().field_error(locale, field)),
            ),
            Error::NotFound => Self::Over(says()),
            Error::Internal(_) | Error::Unavailable(_) => {
                error.report();
                Self::passing(shop.texts(), locale, code, seconds).unwrap_or_else(|| Self::Refused(says()))
            }
            Error::Busy | Error::TooMany { .. } | Error::Refused(_) => {
                Self::passing(shop.texts(), locale, code, seconds).unwrap_or_else(|| Self::Refused(says()))
            }
        }
    }

    /// What passes by itself, and where it is known after how many seconds. Nothing for a refusal that stays one.
    pub fn passing(
        texts: &l10n::Texts,
        locale: domain::Locale,
        code: domain::ErrorCode,
        seconds: Option<u32>,
    ) -> Option<Self> {
        match code {
            domain::ErrorCode::Busy => Some(Self::Busy),
            domain::ErrorCode::Unavailable => Some(Self::Later(texts.error(locale, code))),
            domain::ErrorCode::TooFast | domain::ErrorCode::TooManyAttempts => {
                let says = texts.error(locale, code);
                Some(Self::Later(match seconds {
                    Some(seconds) => [&says, " ", &texts.get(locale, l10n::format::wait(seconds))].concat(),
                    None => says,
                }))
            }
            _ => None,
        }
    }

    /// The body of a response, and its type.
    pub fn body(&self) -> (&'static str, Vec<u8>) {
        use server_fn::ContentType;

        (
            PostcardEncoding::CONTENT_TYPE,
            postcard::to_allocvec(self).unwrap_or_default(),
        )
    }
}

/// The status of the answer, and after how many seconds it may be another one. (With that it counts as answered: a bare
/// 503 is taken for one of a layer below.)
#[cfg(feature = "ssr")]
fn answer_with(code: domain::ErrorCode, seconds: Option<u32>) {
    let Some(response) = use_context::<leptos_axum::ResponseOptions>() else {
        return;
    };
    let Ok(status) = http::StatusCode::from_u16(code.status()) else {
        return;
    };
    response.set_status(status);
    if matches!(
        status,
        http::StatusCode::SERVICE_UNAVAILABLE | http::StatusCode::TOO_MANY_REQUESTS
    ) {
        response.insert_header(http::header::RETRY_AFTER, http::HeaderValue::from(seconds.unwrap_or(5)));
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::{ErrorCode, Locale};
    use l10n::{Texts, format};

    use super::*;

    #[test]
    fn what_passes_by_itself_says_what_it_is() {
        let texts = Texts::built_in();
        for locale in Locale::BUILT_IN {
            let passing = |code, seconds| Problem::passing(&texts, locale, code, seconds);
            assert_eq!(passing(ErrorCode::Busy, None), Some(Problem::Busy));
            let away = texts.error(locale, ErrorCode::Unavailable);
            assert_eq!(passing(ErrorCode::Unavailable, None), Some(Problem::Later(away)));
            let Some(Problem::Later(often)) = passing(ErrorCode::TooManyAttempts, Some(61)) else {
                panic!("{locale:?}");
            };
            assert!(often.starts_with(&texts.error(locale, ErrorCode::TooManyAttempts)));
            assert!(
                often.ends_with(&texts.get(locale, format::wait(61))) && often.contains('2'),
                "{often}"
            );
            assert_eq!(passing(ErrorCode::SoldOut, None), None);
        }
    }

    #[test]
    fn a_body_comes_back() {
        for problem in [
            Problem::Busy,
            Problem::Later("a".to_owned()),
            Problem::Over("b".to_owned()),
            Problem::Kept("c".to_owned()),
        ] {
            let (kind, bytes) = problem.body();
            assert_eq!(kind, "application/x-postcard");
            assert_eq!(postcard::from_bytes::<Problem>(&bytes).unwrap(), problem);
        }
        // As the service worker writes it.
        assert_eq!(Problem::Kept("c".to_owned()).body().1, [6, 1, b'c']);
    }
}
