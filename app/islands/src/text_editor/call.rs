//! Looking at a text while it is being written.

use components::{FoundLine, TextPattern};
use domain::Locale;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::call::{Postcard, Problem};

/// What there is to say of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextChecked {
    /// What was found in it, in the reader's language.
    pub found: Vec<FoundLine>,
    /// The text ready to be filled in; nothing when it has an error.
    pub shown: Option<TextPattern>,
}

/// Judges a text as saving it would, and saves nothing.
///
/// # Errors
/// A [`Problem`], when there is no such text, or whoever asks does not translate.
#[server(prefix = "/api", endpoint = "check_text", protocol = Postcard)]
pub async fn check_text(
    /// Language of the answer.
    locale: Locale,
    /// The name of the text.
    unit: String,
    /// The fields it is written in, with their names in the form.
    fields: Vec<(String, String)>,
) -> Result<TextChecked, Problem> {
    let Some(service::Caller { shop, actor, .. }) = use_context() else {
        return Err(Problem::Broken);
    };
    let of_shop = shop.clone();
    // It is compared with all others of its language: nobody else waits for that.
    let checked = tokio::task::spawn_blocking(move || checked(&of_shop, actor, locale, &unit, &fields)).await;
    match checked {
        Ok(checked) => checked.map_err(|error| Problem::of(&shop, locale, &error)),
        Err(_) => Err(Problem::Busy),
    }
}

#[cfg(feature = "ssr")]
fn checked(
    shop: &service::Shop,
    actor: domain::Actor,
    locale: Locale,
    unit: &str,
    fields: &[(String, String)],
) -> service::Result<TextChecked> {
    let unit = l10n::unit::UnitId::parse(unit).ok_or(service::Error::NotFound)?;
    let source = source_of(fields);
    let findings = match service::wording::try_source(shop, actor, &unit, &source) {
        Ok(findings) => findings,
        // What no text may be, is something found in it; the call itself was carried out.
        Err(service::Error::Fields(errors)) => return Ok(not_a_text(shop, locale, &errors)),
        Err(error) => return Err(error),
    };
    let domain::Actor::Translator { language, .. } = actor else {
        return Err(service::Error::NotFound);
    };
    Ok(TextChecked {
        shown: text_pattern(shop.texts(), language, &unit, &source, &findings),
        found: found_lines(&findings, locale),
    })
}

/// What is said of nothing, of far too much, and of signs that no keyboard types.
#[cfg(feature = "ssr")]
fn not_a_text(shop: &service::Shop, locale: Locale, errors: &service::FieldErrors) -> TextChecked {
    let found = errors.iter().map(|(_, code)| FoundLine {
        level: components::FoundLevel::Error,
        text: shop.texts().field_error(locale, code),
        meant: None,
    });
    TextChecked {
        found: found.collect(),
        shown: None,
    }
}

/// What the fields say: one holds the whole text, or each holds a form of a choice.
#[cfg(feature = "ssr")]
fn source_of(fields: &[(String, String)]) -> String {
    let value = |name: &str| fields.iter().find(|(of, _)| of == name).map(|(_, value)| value.clone());
    if let Some(source) = value("source") {
        return source;
    }
    let forms = fields
        .iter()
        .filter_map(|(name, text)| Some((name.strip_prefix("form-")?.to_owned(), text.clone())));
    l10n::forms::join(&l10n::forms::Forms {
        variable: value("variable").unwrap_or_default(),
        forms: forms.collect(),
        default: value("default").unwrap_or_default(),
    })
}

/// What was found, as the reader is told.
#[cfg(feature = "ssr")]
pub fn found_lines(findings: &[l10n::Finding], locale: Locale) -> Vec<FoundLine> {
    use components::FoundLevel;

    let folder = locale.folder();
    findings
        .iter()
        .map(|finding| FoundLine {
            level: match finding.level {
                l10n::Level::Error => FoundLevel::Error,
                l10n::Level::Warning => FoundLevel::Warning,
                l10n::Level::Hint => FoundLevel::Hint,
            },
            text: finding.sentence(folder),
            meant: finding.suggestion(folder),
        })
        .collect()
}

/// A text with this source as a form sends it, ready to be filled in; nothing when it has an error, or when no page says it by
/// itself.
#[cfg(feature = "ssr")]
pub fn text_pattern(
    texts: &l10n::Texts,
    language: Locale,
    unit: &l10n::unit::UnitId,
    source: &str,
    findings: &[l10n::Finding],
) -> Option<TextPattern> {
    if findings.iter().any(|finding| finding.level == l10n::Level::Error) {
        return None;
    }
    let text = l10n::Text::by_id(unit.as_str())?;
    let said = l10n::Said {
        locale: language,
        unit: unit.clone(),
        // As it would be saved: a line that was begun with Enter belongs to the text.
        source: domain::parse_source(source).unwrap_or_else(|_| source.to_owned()),
    };
    let written = texts.with_own(&[said]).words(language, &[text]).write();
    let (_, pattern) = written.split_once(':')?;
    Some(TextPattern {
        pattern: pattern.to_owned(),
        args: text.args().iter().map(|name| (*name).to_owned()).collect(),
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use l10n::unit::UnitId;
    use l10n::{Arg, Part, Texts};

    use super::*;

    #[test]
    fn one_field_or_many_make_one_text() {
        let fields = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
        };
        assert_eq!(source_of(&fields(&[("source", "Carrito")])), "Carrito");
        let forms = fields(&[
            ("variable", "count"),
            ("form-one", "{ $count } cosa"),
            ("form-other", "{ $count } cosas"),
            ("default", "other"),
        ]);
        assert_eq!(
            source_of(&forms),
            "{ $count ->\n    [one] { $count } cosa\n   *[other] { $count } cosas\n}"
        );
    }

    #[test]
    fn a_preview_is_the_text_as_it_is_written_and_not_as_it_stands() {
        let unit = UnitId::parse("page-position").unwrap();
        let texts = Texts::built_in();
        let shown = text_pattern(&texts, Locale::Es, &unit, "{ $pages } ← { $page } {\"|\"}", &[]).unwrap();
        assert_eq!(shown.args, ["page", "pages"]);
        let parts = l10n::fill(&shown.pattern, Locale::Es, &[Arg::from(2_i64), Arg::from(7_i64)]);
        let said: String = parts
            .into_iter()
            .map(|part| match part {
                Part::Text(text) | Part::Isolated(text) => text,
            })
            .collect();
        assert_eq!(said, "7 ← 2 |");
        // Lines as somebody types them, and as a browser sends them.
        for typed in ["{ $page }\nئىككى { $pages }", "{ $page }\r\nئىككى { $pages }"] {
            let shown = text_pattern(&texts, Locale::Ug, &unit, typed, &[]).unwrap();
            assert!(shown.pattern.contains("ئىككى"), "{}", shown.pattern);
        }
        // The shop itself goes on saying what it said.
        let plain = texts.sample(Locale::Es, "page-position", &[2, 7]).unwrap();
        assert!(!plain.contains('←'), "{plain}");
    }
}
