//! A value of a part as people read it, where two of them stand side by side: in a conflict, in the history.

use domain::shop_page::Format;
use domain::view::Picture;
use domain::{Day, Locale};
use l10n::format;
use leptos::either::EitherOf3;
use leptos::prelude::*;

use crate::picture::{Shape, ShopPicture};

/// What a value is to its readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadableValue {
    /// Nothing is there.
    Nothing,
    /// Words, in lines.
    Text(String),
    /// A picture.
    Picture(Picture),
}

impl ReadableValue {
    /// Reads a stored value. `name` knows what products and shelves are called.
    pub fn new(format: Format, value: &str, locale: Locale, name: impl FnOnce(&str) -> Option<String>) -> Self {
        let named = match format {
            _ if value.is_empty() => return Self::Nothing,
            Format::Picture => return Self::Picture(Picture::unpack(value)),
            Format::Day => Day::parse(value).map(|day| format::date(locale, day.start_ms())),
            Format::Month => {
                let month = value.parse().ok().filter(|month| (1..=12).contains(month));
                month.map(|month| format::month_name(locale, month))
            }
            Format::Product | Format::Shelf => name(value),
            _ => None,
        };
        Self::Text(named.unwrap_or_else(|| value.to_owned()))
    }
}

/// A value as people read it.
#[component]
pub fn ValueShown(
    /// It.
    value: ReadableValue,
    /// What stands where nothing is.
    nothing: String,
    /// Its language, where it is written in one.
    lang: Option<Locale>,
) -> impl IntoView {
    match value {
        ReadableValue::Nothing => EitherOf3::A(view! { <p class="c-muted">{nothing}</p> }),
        ReadableValue::Picture(picture) => EitherOf3::B(view! {
            <p class="c-line__picture"><ShopPicture picture shape=Shape::Thumb/></p>
        }),
        ReadableValue::Text(text) => {
            let lang = lang.map(Locale::bcp47);
            let lines = text
                .lines()
                .map(|line| view! { <p lang=lang dir="auto">{line.to_owned()}</p> })
                .collect_view();
            EitherOf3::C(lines)
        }
    }
}
