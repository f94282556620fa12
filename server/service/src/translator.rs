//! A service elsewhere that translates texts, if the operator named one: it gets `{source, target, texts, glossary}` as JSON and
//! answers `{texts}`. Only that address is asked, and where it sends one on to is not followed.

use std::time::Duration;

use domain::{Locale, SuggestionProblem};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use l10n::glossary::{Glossary, Term};
use serde::Deserialize;

use crate::https;

/// Longest answer read, bytes.
const ANSWER: usize = 256 * 1024;
/// Longest time an answer may take, from asking until its last byte.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the service is asked.
#[derive(Clone, Default)]
pub struct TranslatorOptions {
    /// Address, `https://…`; `http://` is taken for the machine itself only.
    pub url: String,
    /// Sent as `Authorization: Bearer …`; empty for none.
    pub key: String,
}

/// Why it cannot be set up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting}: {problem}")]
pub struct TranslatorError {
    /// The setting that is not right.
    pub setting: &'static str,
    /// What is wrong with it.
    pub problem: String,
}

/// See the [module](self).
#[derive(Clone)]
pub struct Translator {
    client: https::Client<Full<Bytes>>,
    url: Uri,
    key: Option<HeaderValue>,
}

impl std::fmt::Debug for Translator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Translator")
    }
}

#[derive(Deserialize)]
struct Answer {
    texts: Vec<String>,
}

impl Translator {
    /// A way to this service; nothing is sent yet.
    ///
    /// # Errors
    /// Naming the setting that is not right.
    pub fn new(options: &TranslatorOptions) -> Result<Self, TranslatorError> {
        let wrong = |setting, problem: &dyn ToString| TranslatorError {
            setting,
            problem: problem.to_string(),
        };
        let url: Uri = options
            .url
            .parse()
            .map_err(|error: http::uri::InvalidUri| wrong("BAZAR_TRANSLATE_URL", &error))?;
        if !https::is_safe(&url) {
            return Err(wrong("BAZAR_TRANSLATE_URL", &"must be an https:// address"));
        }
        let key = match options.key.trim() {
            "" => None,
            key => {
                let mut value = HeaderValue::from_str(&format!("Bearer {key}"))
                    .map_err(|_| wrong("BAZAR_TRANSLATE_KEY", &"has characters that no key has"))?;
                value.set_sensitive(true);
                Some(value)
            }
        };
        let client =
            https::client(https::public_authorities()).map_err(|error| wrong("BAZAR_TRANSLATE_URL", &error))?;
        Ok(Self { client, url, key })
    }

    /// The texts in another language, in the same order. The words of the `glossary` that occur in them go with them.
    ///
    /// # Errors
    /// Why there are none.
    #[crate::boxed]
    pub async fn translate(
        &self,
        source: Locale,
        target: Locale,
        texts: &[String],
        glossary: &Glossary,
    ) -> Result<Vec<String>, SuggestionProblem> {
        tokio::time::timeout(PATIENCE, self.ask(source, target, texts, glossary))
            .await
            .unwrap_or(Err(SuggestionProblem::Unreachable))
    }

    async fn ask(
        &self,
        source: Locale,
        target: Locale,
        texts: &[String],
        glossary: &Glossary,
    ) -> Result<Vec<String>, SuggestionProblem> {
        let words: Vec<serde_json::Value> = glossary
            .terms_in(source, target, texts.iter().map(String::as_str))
            .into_iter()
            .map(|Term { source, target }| serde_json::json!({ "source": source, "target": target }))
            .collect();
        let question = serde_json::json!({
            "source": source.bcp47(),
            "target": target.bcp47(),
            "texts": texts,
            "glossary": words,
        });
        let mut request = Request::post(self.url.clone())
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .body(Full::from(question.to_string()))
            .map_err(|_| SuggestionProblem::Refused)?;
        if let Some(key) = &self.key {
            request.headers_mut().insert(AUTHORIZATION, key.clone());
        }
        let answer = self.client.request(request).await.map_err(|error| {
            tracing::warn!(error = &error as &dyn std::error::Error, "translator.ask");
            SuggestionProblem::Unreachable
        })?;
        let status = answer.status();
        if !status.is_success() {
            tracing::warn!(http.status = status.as_u16(), "translator.ask");
            return Err(if status.is_server_error() {
                SuggestionProblem::Unreachable
            } else {
                SuggestionProblem::Refused
            });
        }
        let body = Limited::new(answer.into_body(), ANSWER)
            .collect()
            .await
            .map_err(|_| SuggestionProblem::Unusable)?
            .to_bytes();
        let answer: Answer = serde_json::from_slice(&body).map_err(|_| SuggestionProblem::Unusable)?;
        if answer.texts.len() != texts.len() {
            return Err(SuggestionProblem::Unusable);
        }
        Ok(answer.texts)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn only_a_safe_address_is_taken_and_the_key_is_not_shown() {
        for url in [
            "",
            "translate",
            "ftp://a/b",
            "http://elsewhere.example/",
            "http://10.0.0.7/",
        ] {
            let options = TranslatorOptions {
                url: url.to_owned(),
                ..TranslatorOptions::default()
            };
            assert_eq!(
                Translator::new(&options).unwrap_err().setting,
                "BAZAR_TRANSLATE_URL",
                "{url}"
            );
        }
        let options = TranslatorOptions {
            url: "https://translate.example/v1".to_owned(),
            key: "secret".to_owned(),
        };
        assert!(!format!("{:?}", Translator::new(&options).unwrap()).contains("secret"));
    }
}
