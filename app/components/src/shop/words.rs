//! What parts and their fields are called in the studio.

use domain::FieldCode;
use domain::shop_page::{BlockKind, Field, Format, Hint, Place};
use l10n::{Text, Words, format, t};

use crate::field::field_error_text;
use crate::text::language_name;

/// The texts that name places.
pub const PLACES: &[Text] = &[
    t::LANGUAGE_NAME_ES,
    t::LANGUAGE_NAME_UG,
    t::LANGUAGE_NAME_ZH,
    t::SHOPFRONT_DOUYIN,
    t::SHOPFRONT_FIELD_ANSWER,
    t::SHOPFRONT_FIELD_CAPTION,
    t::SHOPFRONT_FIELD_CLOSES,
    t::SHOPFRONT_FIELD_FROM,
    t::SHOPFRONT_FIELD_LINK,
    t::SHOPFRONT_FIELD_MAP,
    t::SHOPFRONT_FIELD_NAME,
    t::SHOPFRONT_FIELD_NUMBER,
    t::SHOPFRONT_FIELD_OPENS,
    t::SHOPFRONT_FIELD_OVER,
    t::SHOPFRONT_FIELD_PICTURE,
    t::SHOPFRONT_FIELD_PRODUCT,
    t::SHOPFRONT_FIELD_QUESTION,
    t::SHOPFRONT_FIELD_REASON,
    t::SHOPFRONT_FIELD_RIPE,
    t::SHOPFRONT_FIELD_ROLE,
    t::SHOPFRONT_FIELD_SHELF,
    t::SHOPFRONT_FIELD_TEXT,
    t::SHOPFRONT_FIELD_TITLE,
    t::SHOPFRONT_FIELD_UNTIL,
    t::SHOPFRONT_WECHAT,
    t::STUDIO_TAGLINE,
    t::ids::STUDIO_FIELD_IN,
];

/// What a part of this kind is called.
pub const fn kind_name(kind: BlockKind) -> Text {
    match kind {
        BlockKind::Cover => t::SHOPFRONT_KIND_COVER,
        BlockKind::Story => t::SHOPFRONT_KIND_STORY,
        BlockKind::Picture => t::SHOPFRONT_KIND_PICTURE,
        BlockKind::Gallery => t::SHOPFRONT_KIND_GALLERY,
        BlockKind::People => t::SHOPFRONT_KIND_PEOPLE,
        BlockKind::Products => t::SHOPFRONT_KIND_PRODUCTS,
        BlockKind::Season => t::SHOPFRONT_KIND_SEASON,
        BlockKind::Notice => t::SHOPFRONT_KIND_NOTICE,
        BlockKind::Hours => t::SHOPFRONT_KIND_HOURS,
        BlockKind::Video => t::SHOPFRONT_KIND_VIDEO,
        BlockKind::Certificates => t::SHOPFRONT_KIND_CERTIFICATES,
        BlockKind::Questions => t::SHOPFRONT_KIND_QUESTIONS,
        BlockKind::Contact => t::SHOPFRONT_KIND_CONTACT,
    }
}

/// What it is good for, in a sentence.
pub const fn kind_hint(kind: BlockKind) -> Text {
    match kind {
        BlockKind::Cover => t::SHOPFRONT_HINT_COVER,
        BlockKind::Story => t::SHOPFRONT_HINT_STORY,
        BlockKind::Picture => t::SHOPFRONT_HINT_PICTURE,
        BlockKind::Gallery => t::SHOPFRONT_HINT_GALLERY,
        BlockKind::People => t::SHOPFRONT_HINT_PEOPLE,
        BlockKind::Products => t::SHOPFRONT_HINT_PRODUCTS,
        BlockKind::Season => t::SHOPFRONT_HINT_SEASON,
        BlockKind::Notice => t::SHOPFRONT_HINT_NOTICE,
        BlockKind::Hours => t::SHOPFRONT_HINT_HOURS,
        BlockKind::Video => t::SHOPFRONT_HINT_VIDEO,
        BlockKind::Certificates => t::SHOPFRONT_HINT_CERTIFICATES,
        BlockKind::Questions => t::SHOPFRONT_HINT_QUESTIONS,
        BlockKind::Contact => t::SHOPFRONT_HINT_CONTACT,
    }
}

/// What a field is called.
pub const fn field_name(field: Field) -> Text {
    match field {
        Field::Picture => t::SHOPFRONT_FIELD_PICTURE,
        Field::Tagline => t::STUDIO_TAGLINE,
        Field::Title => t::SHOPFRONT_FIELD_TITLE,
        Field::Text => t::SHOPFRONT_FIELD_TEXT,
        Field::Caption => t::SHOPFRONT_FIELD_CAPTION,
        Field::Name => t::SHOPFRONT_FIELD_NAME,
        Field::Role => t::SHOPFRONT_FIELD_ROLE,
        Field::Shelf => t::SHOPFRONT_FIELD_SHELF,
        Field::Product => t::SHOPFRONT_FIELD_PRODUCT,
        Field::Ripe => t::SHOPFRONT_FIELD_RIPE,
        Field::Over => t::SHOPFRONT_FIELD_OVER,
        Field::From => t::SHOPFRONT_FIELD_FROM,
        Field::Until => t::SHOPFRONT_FIELD_UNTIL,
        Field::Opens => t::SHOPFRONT_FIELD_OPENS,
        Field::Closes => t::SHOPFRONT_FIELD_CLOSES,
        Field::Reason => t::SHOPFRONT_FIELD_REASON,
        Field::Link => t::SHOPFRONT_FIELD_LINK,
        Field::Number => t::SHOPFRONT_FIELD_NUMBER,
        Field::Question => t::SHOPFRONT_FIELD_QUESTION,
        Field::Answer => t::SHOPFRONT_FIELD_ANSWER,
        Field::Wechat => t::SHOPFRONT_WECHAT,
        Field::Douyin => t::SHOPFRONT_DOUYIN,
        Field::Map => t::SHOPFRONT_FIELD_MAP,
    }
}

/// What a place is called: its field, the item or the weekday, the language.
pub fn place_name(words: &Words, kind: BlockKind, place: Place) -> String {
    let mut name = words.get(field_name(place.field));
    if place.slot > 0 {
        let item = if kind.is_weekday(place.slot) {
            format::weekday_name(words.locale(), place.slot).to_owned()
        } else {
            kind.item_number(place.slot).to_string()
        };
        name = [&item, " · ", &name].concat();
    }
    match place.lang {
        Some(lang) => words.get(t::studio_field_in(name, language_name(words, lang))),
        None => name,
    }
}

/// The texts that say what is missing in a part, and what is wrong with what was typed.
pub const TROUBLES: &[Text] = &[
    t::FIELD_ERROR_INSECURE_LINK,
    t::FIELD_ERROR_INVALID_CHOICE,
    t::FIELD_ERROR_INVALID_DAY,
    t::FIELD_ERROR_INVALID_LINK,
    t::FIELD_ERROR_INVALID_TEXT,
    t::FIELD_ERROR_INVALID_TIME,
    t::FIELD_ERROR_PAGE_FULL,
    t::FIELD_ERROR_REQUIRED,
    t::FIELD_ERROR_SOURCE_CHANGED,
    t::FIELD_ERROR_TOO_LONG,
    t::SHOPFRONT_MISSING,
    t::SHOPFRONT_MISSING_ADDRESS,
    t::SHOPFRONT_MISSING_AWAY,
    t::SHOPFRONT_MISSING_BACKWARDS,
    t::SHOPFRONT_MISSING_CAPTION,
    t::SHOPFRONT_MISSING_EMPTY,
    t::SHOPFRONT_MISSING_FIRST_DAY,
    t::SHOPFRONT_MISSING_GOODS,
    t::SHOPFRONT_MISSING_LINK,
    t::SHOPFRONT_MISSING_NAME,
    t::SHOPFRONT_MISSING_OVER,
    t::SHOPFRONT_MISSING_PAIR,
    t::SHOPFRONT_MISSING_PICTURE,
    t::SHOPFRONT_MISSING_REPEATED,
    t::SHOPFRONT_MISSING_SAME_TIME,
    t::SHOPFRONT_MISSING_SEASON,
    t::SHOPFRONT_MISSING_SHELF,
    t::SHOPFRONT_MISSING_TIME,
    t::SHOPFRONT_MISSING_WAY,
    t::ids::SHOPFRONT_TOO_LONG,
];

/// What buyers do not see because something is missing.
pub const fn hint_text(hint: Hint) -> Text {
    match hint {
        Hint::Empty => t::SHOPFRONT_MISSING_EMPTY,
        Hint::OneTime => t::SHOPFRONT_MISSING_TIME,
        Hint::SameTime => t::SHOPFRONT_MISSING_SAME_TIME,
        Hint::NoName => t::SHOPFRONT_MISSING_NAME,
        Hint::NoSeason => t::SHOPFRONT_MISSING_SEASON,
        Hint::NoPair => t::SHOPFRONT_MISSING_PAIR,
        Hint::NoCaption => t::SHOPFRONT_MISSING_CAPTION,
        Hint::NoPicture => t::SHOPFRONT_MISSING_PICTURE,
        Hint::NoLink => t::SHOPFRONT_MISSING_LINK,
        Hint::NoAddress => t::SHOPFRONT_MISSING_ADDRESS,
        Hint::NoWay => t::SHOPFRONT_MISSING_WAY,
        Hint::NoFirstDay => t::SHOPFRONT_MISSING_FIRST_DAY,
        Hint::Backwards => t::SHOPFRONT_MISSING_BACKWARDS,
        Hint::Over => t::SHOPFRONT_MISSING_OVER,
        Hint::Away => t::SHOPFRONT_MISSING_AWAY,
        Hint::EmptyShelf => t::SHOPFRONT_MISSING_SHELF,
        Hint::NoGoods => t::SHOPFRONT_MISSING_GOODS,
        Hint::Repeated => t::SHOPFRONT_MISSING_REPEATED,
    }
}

/// What is wrong with a text of so many characters in a field of this format.
pub fn wrong_text(words: &Words, format: Option<Format>, code: FieldCode, length: usize) -> String {
    match (code, format.and_then(Format::longest)) {
        (FieldCode::TooLong, Some(most)) => words.get(t::shopfront_too_long(most, length)),
        _ => words.get(field_error_text(code)),
    }
}
