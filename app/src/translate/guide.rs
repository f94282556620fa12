//! `/translate/guide`: how translators work. The same text lies in `locales/guide`, where it is written.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use domain::Locale;
use leptos::prelude::*;

use super::frame::{TranslateFrame, translate_meta};
use super::markdown::{Text, read};
use crate::account::sign_in_first;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::routes::{Route, TranslateGuide};
use crate::ui::{Html, IntoHtml};

/// What the others say as well; the shop is shown to nobody in it.
#[cfg(test)]
const EN: &str = include_str!("../../../locales/guide/en.md");
const UG: &str = include_str!("../../../locales/guide/ug.md");
const ZH: &str = include_str!("../../../locales/guide/zh-Hans.md");
const ES: &str = include_str!("../../../locales/guide/es.md");

/// Drawings without words, by the names they have in the texts.
const PICTURES: [(&str, &str); 2] = [
    (
        "pictures/mark.svg",
        include_str!("../../../locales/guide/pictures/mark.svg"),
    ),
    (
        "pictures/write.svg",
        include_str!("../../../locales/guide/pictures/write.svg"),
    ),
];

/// The page.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route(TranslateGuide::PATTERN, get(show))
}

/// Shows it in the reader's language.
async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::wording::open(cx.actor())?;
    // Readers of an added language get what the shop's other texts are to them.
    let language = cx.locale().nearest_built_in();
    let guide = read(written_in(language), &PICTURES);
    let title = guide.title.clone();
    Ok(cx.page(translate_meta(title), || view! { <GuidePage guide language/> }))
}

/// The guide in a language that is built in.
const fn written_in(language: Locale) -> &'static str {
    match language {
        Locale::Ug => UG,
        Locale::Zh | Locale::Added(_) => ZH,
        Locale::Es => ES,
    }
}

/// The guide.
#[component]
fn GuidePage(
    /// The guide.
    guide: Text,
    /// Its language.
    language: Locale,
) -> Html {
    view! {
        <TranslateFrame title=guide.title>
            <article
                class="c-prose c-guide"
                lang=language.bcp47()
                dir=language.dir().as_str()
                data-testid="guide"
            >
                {Html::new(guide.html)}
            </article>
        </TranslateFrame>
    }
    .into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_says_the_same_in_every_language() {
        let shape = |written: &str| {
            let html = read(written, &PICTURES).html;
            ["<h2", "<svg", "<li>", "<pre"].map(|part| html.matches(part).count())
        };
        let english = shape(EN);
        assert!(english.iter().all(|count| *count > 0), "{english:?}");
        for (language, written) in [("ug", UG), ("zh", ZH), ("es", ES)] {
            let [sections, pictures, lines, code] = shape(written);
            assert_eq!(
                [sections, pictures, code],
                [english[0], english[1], english[3]],
                "{language}"
            );
            // Each language has a line or two of its own about its marks.
            assert!(lines.abs_diff(english[2]) <= 1, "{language}: {lines} lines");
        }
    }

    #[test]
    fn nothing_of_the_way_it_is_written_is_seen() {
        for written in [EN, UG, ZH, ES] {
            let html = read(written, &PICTURES).html;
            for sign in ["**", "](", "`", "\n#", "<p></p>"] {
                assert!(!html.contains(sign), "{sign}: {html}");
            }
        }
    }
}
