//! Paragraphs and pictures.

use domain::Locale;
use domain::shop_page::BlockId;
use domain::view::{Picture, Shown};
use l10n::t;
use leptos::prelude::*;

use super::block_anchor;
use crate::picture::{Shape, ShopPicture};
use crate::text::{ShownText, language_name};
use crate::words::{Say, words};

/// A long text in paragraphs, with a label above when it is in another language or may be out of date.
pub(super) fn paragraphs(shown: Shown, locale: Locale) -> impl IntoView {
    let elsewhere = (shown.lang != locale).then(|| {
        let language = language_name(&words(), shown.lang);
        view! { <p class="c-shown__lang"><Say text=t::language_shown_in(language)/></p> }
    });
    let outdated = shown
        .outdated
        .then(|| view! { <p class="c-shown__lang"><Say text=t::LANGUAGE_TRANSLATION_OUTDATED/></p> });
    let lang = shown.lang.bcp47();
    let lines = shown
        .text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p lang=lang dir="auto">{line.to_owned()}</p> })
        .collect_view();
    view! { <div class="c-prose">{elsewhere}{outdated}{lines}</div> }
}

pub(super) fn story(text: Option<Shown>, picture: Option<Picture>, locale: Locale) -> impl IntoView {
    let picture = picture.map(|picture| view! { <p class="c-figure"><ShopPicture picture shape=Shape::Main/></p> });
    let text = text.map(|shown| paragraphs(shown, locale));
    view! { {picture}{text} }
}

/// A picture. What is written below it says what there is to see; where nothing is, it is one of the cooperative.
fn captioned(picture: Picture, caption: Option<Shown>, shape: Shape, name: Shown) -> impl IntoView {
    let (alt, lang) = match caption {
        Some(_) => (String::new(), None),
        None => (name.text, Some(name.lang.bcp47())),
    };
    let caption = caption.map(|shown| view! { <figcaption class="c-muted"><ShownText shown/></figcaption> });
    view! { <figure class="c-figure" lang=lang><ShopPicture picture shape alt/>{caption}</figure> }
}

pub(super) fn figure(picture: Picture, caption: Option<Shown>, name: Shown) -> impl IntoView {
    captioned(picture, caption, Shape::Main, name)
}

pub(super) fn gallery(pictures: Vec<(Picture, Option<Shown>)>, name: Shown) -> impl IntoView {
    let items = pictures
        .into_iter()
        .map(|(picture, caption)| view! { <li>{captioned(picture, caption, Shape::Card, name.clone())}</li> })
        .collect_view();
    view! { <ul class="c-grid">{items}</ul> }
}

pub(super) fn notice(id: BlockId, title: Option<Shown>, text: Option<Shown>, locale: Locale) -> impl IntoView {
    let title = title.map(|shown| view! { <strong><ShownText shown/></strong> });
    let text = text.map(|shown| paragraphs(shown, locale));
    view! { <div class="c-notice c-section" id=block_anchor(id)>{title}{text}</div> }
}

pub(super) fn questions(questions: Vec<(Shown, Shown)>, locale: Locale) -> impl IntoView {
    questions
        .into_iter()
        .map(|(question, answer)| {
            view! {
                <details class="c-question">
                    <summary><ShownText shown=question/></summary>
                    {paragraphs(answer, locale)}
                </details>
            }
        })
        .collect_view()
}
