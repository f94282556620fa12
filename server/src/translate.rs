//! Settings of the machine that suggests texts.

use clap::Args;
use service::translator::{Translator, TranslatorError, TranslatorOptions};

/// See the [module](self). What may hold a key is not shown by `--help`.
#[derive(Clone, Default, Args)]
pub struct TranslateSettings {
    /// Address of a service that translates texts: it gets `{source, target, texts, glossary}` as JSON and answers `{texts}`.
    /// Without it no texts are suggested.
    #[arg(long, env = "BAZAR_TRANSLATE_URL", hide_env_values = true)]
    pub translate_url: Option<String>,
    /// Its key, sent as `Authorization: Bearer …`.
    #[arg(long, env = "BAZAR_TRANSLATE_KEY", hide_env_values = true, default_value = "")]
    pub translate_key: String,
}

impl std::fmt::Debug for TranslateSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let is_on = self.translate_url.is_some();
        f.debug_struct("TranslateSettings")
            .field("is_on", &is_on)
            .finish_non_exhaustive()
    }
}

impl TranslateSettings {
    /// The machine, if one is named.
    ///
    /// # Errors
    /// Naming the variable that is not right.
    pub fn translator(&self) -> Result<Option<Translator>, TranslatorError> {
        let Some(url) = self.translate_url.as_ref().filter(|url| !url.trim().is_empty()) else {
            return Ok(None);
        };
        Translator::new(&TranslatorOptions {
            url: url.trim().to_owned(),
            key: self.translate_key.clone(),
        })
        .map(Some)
    }
}
