//! A part of a shop page as a reader sees it. Made by the same function on the server and in the editor's browser.

use serde::{Deserialize, Serialize};

use super::{Block, BlockId, BlockKind, Field, Place};
use crate::view::{Picture, Shown};
use crate::{Locale, WebLink};

/// A part that has something to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBlock {
    /// Its number.
    pub id: BlockId,
    /// Its heading.
    pub title: Option<Shown>,
    /// What stands below.
    pub content: Content,
}

/// What a part shows below its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The cover.
    Cover {
        /// The largest picture of the page.
        picture: Option<Picture>,
        /// One line.
        tagline: Option<Shown>,
    },
    /// Paragraphs.
    Story {
        /// They.
        text: Option<Shown>,
        /// Beside them.
        picture: Option<Picture>,
    },
    /// A picture.
    Picture {
        /// It.
        picture: Picture,
        /// What it shows.
        caption: Option<Shown>,
    },
    /// Pictures and what they show.
    Gallery(Vec<(Picture, Option<Shown>)>),
    /// People.
    People(Vec<Person>),
    /// Goods: those of [`Block::goods_of`].
    Products,
    /// What is ripe when; nothing means: as the goods say.
    Season(Vec<Ripe>),
    /// News.
    Notice(Option<Shown>),
    /// When one may come.
    Hours {
        /// How to visit.
        text: Option<Shown>,
        /// The week.
        week: Vec<OpenDays>,
        /// Days without.
        closures: Vec<Closure>,
    },
    /// A film elsewhere.
    Video {
        /// Where.
        link: WebLink,
        /// What it shows.
        caption: Option<Shown>,
    },
    /// Certificates.
    Certificates(Vec<ShownCertificate>),
    /// Questions and their answers.
    Questions(Vec<(Shown, Shown)>),
    /// Ways to reach the cooperative.
    Contact {
        /// A sentence about it.
        text: Option<Shown>,
        /// Name in WeChat, empty for none.
        wechat: String,
        /// Name in Douyin, empty for none.
        douyin: String,
        /// Its place on the web.
        link: Option<WebLink>,
        /// Its place on a map.
        map: Option<WebLink>,
    },
}

/// Somebody who works there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their portrait.
    pub picture: Option<Picture>,
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: Option<Shown>,
}

/// Something that is ripe in some months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ripe {
    /// What.
    pub name: Shown,
    /// First month, 1–12.
    pub from: u8,
    /// Last month, 1–12; may lie in the next year.
    pub to: u8,
}

impl Ripe {
    /// Whether it is ripe in this month.
    pub const fn contains(&self, month: u8) -> bool {
        if self.from <= self.to {
            self.from <= month && month <= self.to
        } else {
            self.from <= month || month <= self.to
        }
    }
}

/// Days of the week with the same hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDays {
    /// ISO weekdays, Monday = 1.
    pub days: Vec<u8>,
    /// First minute after midnight.
    pub opens: u16,
    /// Last minute after midnight, 1440 at the end of the day; where it is not after the first, in the night after.
    pub closes: u16,
}

/// Days on which nobody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// First day, `2026-11-23`.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Why.
    pub reason: Option<Shown>,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCertificate {
    /// It, photographed.
    pub picture: Option<Picture>,
    /// What it attests.
    pub name: Shown,
    /// Its number, empty for none.
    pub number: String,
}

impl Block {
    /// The part for a reader on the day `today` (`2026-11-23`); nothing when there is nothing to show. Whether it is hidden is
    /// not asked here: its editor sees it all the same.
    pub fn show(&self, locale: Locale, source: Locale, today: &str) -> Option<ShownBlock> {
        let reader = Reader {
            block: self,
            locale,
            source,
        };
        let content = match self.kind {
            BlockKind::Cover => Content::Cover {
                picture: self.picture(0),
                tagline: reader.text(Field::Tagline, 0),
            },
            BlockKind::Story => {
                let (text, picture) = (reader.text(Field::Text, 0), self.picture(0));
                (text.is_some() || picture.is_some()).then_some(Content::Story { text, picture })?
            }
            BlockKind::Picture => Content::Picture {
                picture: self.picture(0)?,
                caption: reader.text(Field::Caption, 0),
            },
            BlockKind::Gallery => {
                Content::Gallery(reader.all(|slot| Some((self.picture(slot)?, reader.text(Field::Caption, slot))))?)
            }
            BlockKind::People => Content::People(reader.all(|slot| reader.person(slot))?),
            BlockKind::Products => Content::Products,
            BlockKind::Season => Content::Season(reader.slots().filter_map(|slot| reader.ripe(slot)).collect()),
            BlockKind::Notice => {
                let from = reader.plain(Field::From, 0).is_none_or(|from| from <= today);
                let until = reader.plain(Field::Until, 0).is_none_or(|until| today <= until);
                let text = reader.text(Field::Text, 0);
                let is_there = text.is_some() || reader.text(Field::Title, 0).is_some();
                (from && until && is_there).then_some(Content::Notice(text))?
            }
            BlockKind::Hours => reader.hours(today)?,
            BlockKind::Video => Content::Video {
                link: reader.link(Field::Link)?,
                caption: reader.text(Field::Caption, 0),
            },
            BlockKind::Certificates => Content::Certificates(reader.all(|slot| {
                Some(ShownCertificate {
                    name: reader.text(Field::Caption, slot)?,
                    picture: self.picture(slot),
                    number: self.get(Place::of(Field::Number).item(slot)).to_owned(),
                })
            })?),
            BlockKind::Questions => Content::Questions(
                reader.all(|slot| Some((reader.text(Field::Question, slot)?, reader.text(Field::Answer, slot)?)))?,
            ),
            BlockKind::Contact => (!self.is_empty()).then(|| Content::Contact {
                text: reader.text(Field::Text, 0),
                wechat: self.get(Place::of(Field::Wechat)).to_owned(),
                douyin: self.get(Place::of(Field::Douyin)).to_owned(),
                link: reader.link(Field::Link),
                map: reader.link(Field::Map),
            })?,
        };
        Some(ShownBlock {
            id: self.id,
            title: reader.text(Field::Title, 0),
            content,
        })
    }
}

/// A part and who reads it.
#[derive(Clone, Copy)]
struct Reader<'b> {
    block: &'b Block,
    locale: Locale,
    source: Locale,
}

impl<'b> Reader<'b> {
    fn text(self, field: Field, slot: u8) -> Option<Shown> {
        self.block.shown(field, slot, self.locale, self.source)
    }

    fn plain(self, field: Field, slot: u8) -> Option<&'b str> {
        let value = self.block.get(Place::of(field).item(slot));
        (!value.is_empty()).then_some(value)
    }

    fn link(self, field: Field) -> Option<WebLink> {
        WebLink::parse(self.plain(field, 0)?).ok()
    }

    fn slots(self) -> std::ops::RangeInclusive<u8> {
        1..=self.block.kind.last_slot()
    }

    /// The items that have something to show; nothing when none has.
    fn all<T>(self, item: impl Fn(u8) -> Option<T>) -> Option<Vec<T>> {
        let items: Vec<T> = self.slots().filter_map(item).collect();
        (!items.is_empty()).then_some(items)
    }

    fn person(self, slot: u8) -> Option<Person> {
        Some(Person {
            name: self.plain(Field::Name, slot)?.to_owned(),
            picture: self.block.picture(slot),
            role: self.text(Field::Role, slot),
        })
    }

    fn ripe(self, slot: u8) -> Option<Ripe> {
        let month = |field| self.plain(field, slot)?.parse::<u8>().ok();
        let from = month(Field::Ripe)?;
        Some(Ripe {
            name: self.text(Field::Caption, slot)?,
            from,
            to: month(Field::Over).unwrap_or(from),
        })
    }

    fn hours(self, today: &str) -> Option<Content> {
        let mut week: Vec<OpenDays> = Vec::new();
        for slot in self.slots().filter(|slot| self.block.kind.is_weekday(*slot)) {
            let minute = |field| minutes(self.plain(field, slot)?);
            let (Some(opens), Some(closes)) = (minute(Field::Opens), minute(Field::Closes)) else {
                continue;
            };
            let closes = if closes == 0 { 24 * 60 } else { closes };
            match week
                .iter_mut()
                .find(|open| open.opens == opens && open.closes == closes)
            {
                Some(open) => open.days.push(slot),
                None => week.push(OpenDays {
                    days: vec![slot],
                    opens,
                    closes,
                }),
            }
        }
        let closures: Vec<Closure> = self.slots().filter_map(|slot| self.closure(slot, today)).collect();
        let text = self.text(Field::Text, 0);
        (text.is_some() || !week.is_empty() || !closures.is_empty()).then_some(Content::Hours { text, week, closures })
    }

    fn closure(self, slot: u8, today: &str) -> Option<Closure> {
        let from = self.plain(Field::From, slot)?;
        let until = self.plain(Field::Until, slot).unwrap_or(from);
        (until >= today && until >= from).then(|| Closure {
            from: from.to_owned(),
            until: until.to_owned(),
            reason: self.text(Field::Reason, slot),
        })
    }
}

fn minutes(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?)
}
