//! The kinds of parts a shop page has, and the fields of each.

use super::Format;
use crate::named::named_enum;

named_enum! {
    /// What a part of a shop page is.
    pub enum BlockKind {
        /// Picture, name and one line: always there, always first.
        Cover = "cover",
        /// Title, picture and paragraphs.
        Story = "story",
        Picture = "picture",
        /// Pictures side by side.
        Gallery = "gallery",
        /// Who works here.
        People = "people",
        /// Goods: chosen ones, those of a shelf, or all.
        Products = "products",
        /// What is ripe when.
        Season = "season",
        /// News, shown between two days.
        Notice = "notice",
        /// When one may come, and when not.
        Hours = "hours",
        /// A film elsewhere.
        Video = "video",
        /// What an office has attested.
        Certificates = "certificates",
        Questions = "questions",
        /// How to reach the cooperative elsewhere.
        Contact = "contact",
    }
}

named_enum! {
    /// A field of a part.
    pub enum Field {
        Picture = "picture",
        Tagline = "tagline",
        Title = "title",
        Text = "text",
        Caption = "caption",
        Name = "name",
        Role = "role",
        Shelf = "shelf",
        Product = "product",
        /// First month.
        Ripe = "ripe",
        /// Last month.
        Over = "over",
        /// First day.
        From = "from",
        /// Last day.
        Until = "until",
        Opens = "opens",
        Closes = "closes",
        Reason = "reason",
        Link = "link",
        Number = "number",
        Question = "question",
        Answer = "answer",
        Wechat = "wechat",
        Douyin = "douyin",
        Map = "map",
    }
}

/// Which places of a part a field has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slots {
    /// One.
    One,
    /// One in each item, numbered from the first to the last.
    Items(u8, u8),
}

impl Slots {
    /// Whether an item of this number has the field; 0 is the part itself.
    pub const fn has(self, slot: u8) -> bool {
        match self {
            Self::One => slot == 0,
            Self::Items(first, last) => first <= slot && slot <= last,
        }
    }
}

/// A field a part may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The field.
    pub field: Field,
    /// What it holds.
    pub format: Format,
    /// How often.
    pub slots: Slots,
}

const fn one(field: Field, format: Format) -> Spec {
    Spec {
        field,
        format,
        slots: Slots::One,
    }
}

const fn items(field: Field, format: Format, first: u8, last: u8) -> Spec {
    Spec {
        field,
        format,
        slots: Slots::Items(first, last),
    }
}

/// The days of a week, which an hours part has as its first items.
const DAYS: u8 = 7;

impl BlockKind {
    /// Its fields, in the order of the form.
    pub const fn specs(self) -> &'static [Spec] {
        match self {
            Self::Cover => const { &[one(Field::Picture, Format::Picture), one(Field::Tagline, Format::Line)] },
            Self::Story => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        one(Field::Text, Format::Prose(5000)),
                        one(Field::Picture, Format::Picture),
                    ]
                }
            }
            Self::Picture => const { &[one(Field::Picture, Format::Picture), one(Field::Caption, Format::Line)] },
            Self::Gallery => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        items(Field::Picture, Format::Picture, 1, 8),
                        items(Field::Caption, Format::Line, 1, 8),
                    ]
                }
            }
            Self::People => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        items(Field::Picture, Format::Picture, 1, 8),
                        items(Field::Name, Format::Plain, 1, 8),
                        items(Field::Role, Format::Line, 1, 8),
                    ]
                }
            }
            Self::Products => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        one(Field::Shelf, Format::Shelf),
                        items(Field::Product, Format::Product, 1, 8),
                    ]
                }
            }
            Self::Season => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        items(Field::Caption, Format::Line, 1, 8),
                        items(Field::Ripe, Format::Month, 1, 8),
                        items(Field::Over, Format::Month, 1, 8),
                    ]
                }
            }
            Self::Notice => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        one(Field::Text, Format::Prose(600)),
                        one(Field::From, Format::Day),
                        one(Field::Until, Format::Day),
                    ]
                }
            }
            Self::Hours => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        one(Field::Text, Format::Prose(600)),
                        items(Field::Opens, Format::Time, 1, DAYS),
                        items(Field::Closes, Format::Time, 1, DAYS),
                        items(Field::From, Format::Day, DAYS + 1, DAYS + 4),
                        items(Field::Until, Format::Day, DAYS + 1, DAYS + 4),
                        items(Field::Reason, Format::Line, DAYS + 1, DAYS + 4),
                    ]
                }
            }
            Self::Video => const { &[one(Field::Link, Format::Link), one(Field::Caption, Format::Line)] },
            Self::Certificates => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        items(Field::Picture, Format::Picture, 1, 6),
                        items(Field::Caption, Format::Line, 1, 6),
                        items(Field::Number, Format::Plain, 1, 6),
                    ]
                }
            }
            Self::Questions => {
                const {
                    &[
                        one(Field::Title, Format::Line),
                        items(Field::Question, Format::Line, 1, 8),
                        items(Field::Answer, Format::Prose(600), 1, 8),
                    ]
                }
            }
            Self::Contact => {
                const {
                    &[
                        one(Field::Text, Format::Prose(600)),
                        one(Field::Wechat, Format::Handle),
                        one(Field::Douyin, Format::Handle),
                        one(Field::Link, Format::Link),
                        one(Field::Map, Format::Link),
                    ]
                }
            }
        }
    }

    /// The field of this name in the item of this number (0: in the part itself).
    pub fn spec(self, field: Field, slot: u8) -> Option<&'static Spec> {
        self.specs()
            .iter()
            .find(|spec| spec.field == field && spec.slots.has(slot))
    }

    /// The number of its last item; 0 when it has none.
    pub fn last_slot(self) -> u8 {
        let last = |spec: &Spec| match spec.slots {
            Slots::One => 0,
            Slots::Items(_, last) => last,
        };
        self.specs().iter().map(last).max().unwrap_or(0)
    }

    /// Whether it stays where it is and cannot be taken away: the cover has the shop's name.
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::Cover)
    }

    /// The number of an item as people count; those behind the days of a week begin again with 1.
    pub const fn item_number(self, slot: u8) -> u8 {
        match self {
            Self::Hours => slot.saturating_sub(DAYS),
            _ => slot,
        }
    }

    /// Whether its items are the days of a week up to this number.
    pub const fn is_weekday(self, slot: u8) -> bool {
        matches!(self, Self::Hours) && 1 <= slot && slot <= DAYS
    }
}
