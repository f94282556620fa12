//! The language a translator reads the texts in: English, or another one of the shop. The browser remembers it.

use axum::http::header;
use axum::response::Response;
use domain::Locale;
use l10n::forms::split;
use l10n::t;
use l10n::unit::UnitId;
use leptos::prelude::*;
use service::wording::UnitView;

use super::text_page::form_label;
use super::words::Source;
use crate::cookies;
use crate::cx::Cx;
use crate::query::value_of;
use crate::ui::{Hidden, Html, IntoHtml, language_name};

/// What the language is sent by.
const FIELD: &str = "beside";
const ENGLISH: &str = "en";

/// A language that is translated from; English where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beside(pub Option<Locale>);

impl Beside {
    /// What the reader chose, else the language of the page. Nobody translates from the language they translate into.
    pub fn of(cx: &Cx, target: Locale) -> Self {
        let remembered = cookies::read(cx.headers(), cookies::BESIDE).unwrap_or_default();
        Self::chosen(&value_of(cx.query(), FIELD), remembered, cx.locale(), target)
    }

    fn chosen(asked: &str, remembered: &str, page: Locale, target: Locale) -> Self {
        let chosen = [asked, remembered].into_iter().find_map(Self::parse);
        let Self(lang) = chosen.unwrap_or(Self(Some(page)));
        Self(lang.filter(|lang| *lang != target))
    }

    fn parse(code: &str) -> Option<Self> {
        if code == ENGLISH {
            return Some(Self(None));
        }
        Locale::from_code(code).map(|lang| Self(Some(lang)))
    }

    fn code(self) -> &'static str {
        self.0.map_or(ENGLISH, Locale::code)
    }

    /// What it is called.
    pub fn name(self, cx: &Cx) -> String {
        self.0
            .map_or_else(|| cx.t(t::TRANSLATE_ENGLISH), |lang| language_name(cx, lang))
    }

    /// What a text says in it, and the language of that: English, where this one lacks the text.
    pub fn wording(self, cx: &Cx, unit: &UnitId, english: &str) -> (String, Option<Locale>) {
        let written = self
            .0
            .and_then(|lang| Some((lang, cx.shop().texts().written(lang, unit)?)));
        written.map_or_else(
            || (english.to_owned(), None),
            |(lang, written)| (written.source, Some(lang)),
        )
    }

    /// A word of the glossary in it: its own, where the glossary has one, else the English one.
    pub fn word(self, english: &str, others: &[(Locale, String)]) -> (String, Option<Locale>) {
        let found = others.iter().find(|(lang, _)| Some(*lang) == self.0);
        found.map_or_else(
            || (english.to_owned(), None),
            |(lang, word)| (word.clone(), Some(*lang)),
        )
    }
}

/// The answer, with what was chosen on this page, if anything was.
pub(super) fn remember(cx: &Cx, mut response: Response) -> Response {
    let asked = Beside::parse(&value_of(cx.query(), FIELD));
    if let Some(cookie) = asked.and_then(|beside| cookies::remember_beside(beside.code())) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Chooses another language to translate from; the page stays the same otherwise.
#[component]
pub(super) fn BesideForm(
    /// The language that is translated into.
    target: Locale,
    /// Where the page is.
    place: String,
    /// What its address says.
    #[prop(optional)]
    carried: Vec<(&'static str, String)>,
) -> Html {
    let cx = Cx::here();
    let here = Beside::of(&cx, target);
    let carried = carried
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    let others = Locale::all().iter().filter(|lang| **lang != target);
    let all = std::iter::once(Beside(None)).chain(others.map(|lang| Beside(Some(*lang))));
    let buttons = all
        .map(|beside| {
            let is_here = (beside == here).then_some("true");
            view! {
                <button class="c-button c-button--quiet" name=FIELD value=beside.code() aria-current=is_here>
                    {beside.name(&cx)}
                </button>
            }
        })
        .collect_view();
    view! {
        <details data-testid="beside">
            <summary>{cx.tv(t::translate_beside(here.name(&cx)))}</summary>
            <form class="c-row" method="get" action=place>
                {carried}
                {buttons}
            </form>
        </details>
    }
    .into_html()
}

/// What a text says, for whoever reads no Fluent: of a choice a line for each form, under the name of the field it is written in.
/// Who writes Fluent reads it too.
#[component]
fn Wording(
    /// The text.
    source: String,
    /// Its language; English where there is none.
    lang: Option<Locale>,
) -> Html {
    let cx = Cx::here();
    let is_raw = value_of(cx.query(), "raw") == "1";
    let Some(forms) = split(&source).filter(|_| !is_raw) else {
        return view! { <Source source lang/> }.into_html();
    };
    let lines = forms
        .forms
        .into_iter()
        .map(|(key, source)| {
            view! {
                <div data-form=key.clone()>
                    <p class="c-small c-muted">{form_label(&cx, &key)}</p>
                    <Source source lang/>
                </div>
            }
        })
        .collect_view();
    view! { {lines} }.into_html()
}

/// A text as it is translated from, and what is said about it. It stands right above the field.
#[component]
pub(super) fn Original(
    /// The text.
    view: UnitView,
) -> Html {
    let cx = Cx::here();
    let (source, from) = Beside::of(&cx, view.language).wording(&cx, &view.unit, &view.english);
    let comment = (!view.comment.is_empty()).then(|| {
        view! { <p class="c-small c-muted c-source" lang="en" dir="ltr">{view.comment.clone()}</p> }
    });
    view! {
        <section class="c-card c-original" data-testid="originals">
            <h2 class="c-small c-muted">{Beside(from).name(&cx)}</h2>
            <Wording source lang=from/>
            {comment}
        </section>
    }
    .into_html()
}

/// The same text in the other languages, and choosing the one that stands above the field.
#[component]
pub(super) fn Others(
    /// The text.
    view: UnitView,
    /// Where its page is.
    place: String,
    /// What its address says.
    carried: Vec<(&'static str, String)>,
) -> Html {
    let cx = Cx::here();
    let (_, from) = Beside::of(&cx, view.language).wording(&cx, &view.unit, &view.english);
    let target = view.language;
    let english = std::iter::once((Beside(None), view.english));
    let others = english
        .chain(
            view.others
                .into_iter()
                .map(|(lang, source)| (Beside(Some(lang)), source)),
        )
        .filter(|(lang, _)| lang.0 != from)
        .map(|(lang, source)| view! { <dt>{lang.name(&cx)}</dt><dd><Wording source lang=lang.0/></dd> })
        .collect_view();
    view! {
        <section class="c-card c-stack">
            <h2>{cx.t(t::TRANSLATE_OTHERS)}</h2>
            <dl>{others}</dl>
            <BesideForm target place carried/>
        </section>
    }
    .into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_read_and_never_the_language_that_is_written() {
        let chosen =
            |asked: &str, remembered: &str, page: Locale| Beside::chosen(asked, remembered, page, Locale::Ug).0;
        assert_eq!(chosen("", "", Locale::Ug), None, "English");
        assert_eq!(chosen("", "", Locale::Zh), Some(Locale::Zh), "the page is read");
        assert_eq!(chosen("", "es", Locale::Zh), Some(Locale::Es));
        assert_eq!(chosen("en", "es", Locale::Zh), None);
        assert_eq!(chosen("zh", "es", Locale::Ug), Some(Locale::Zh));
        assert_eq!(chosen("nothing", "", Locale::Ug), None);
        assert_eq!(chosen("ug", "", Locale::Zh), None);
    }

    #[test]
    fn a_word_is_said_in_the_language_that_is_read() {
        let others = [(Locale::Zh, "购物车".to_owned())];
        let word = |lang: Option<Locale>| Beside(lang).word("cart", &others);
        assert_eq!(word(Some(Locale::Zh)), ("购物车".to_owned(), Some(Locale::Zh)));
        assert_eq!(word(Some(Locale::Es)), ("cart".to_owned(), None));
        assert_eq!(word(None), ("cart".to_owned(), None));
    }
}
