//! What buyers do not see although it is written, or hardly as it was meant, because something that belongs to it is missing or
//! over. Nothing is refused for it: one may be in the middle of writing.

use super::{Block, BlockKind, Field, GoodsOf, Place};
use crate::named::named_enum;
use crate::{Locale, ProductId, WebLink};

named_enum! {
    /// Why something that is written is not shown, or hardly as it was meant.
    pub enum Hint {
        /// Nothing is written that could be shown.
        Empty = "empty",
        /// It opens and nobody knows until when, or the reverse: the day counts as closed.
        OneTime = "one-time",
        /// It opens and closes at the same time, but not at midnight: that is all day. Where it closes before it opens, that is
        /// in the night after.
        SameTime = "same-time",
        /// Somebody without a name is not shown.
        NoName = "no-name",
        /// What is ripe needs a name and a first month.
        NoSeason = "no-season",
        /// A question needs an answer, and an answer a question.
        NoPair = "no-pair",
        /// A picture or number without a name is not shown.
        NoCaption = "no-caption",
        /// A caption without a picture is not shown.
        NoPicture = "no-picture",
        /// What is written about a film is not shown without a link to it.
        NoLink = "no-link",
        /// A link to a map says no address to whoever cannot open it.
        NoAddress = "no-address",
        /// A link to a film or a map that leads to the first page of the other place.
        NoWay = "no-way",
        /// Closed days need a first day.
        NoFirstDay = "no-first-day",
        /// The last day is before the first.
        Backwards = "backwards",
        /// The last day is over.
        Over = "over",
        /// A chosen product that buyers do not see now.
        Away = "away",
        /// Nothing of the chosen category is for sale.
        EmptyShelf = "empty-shelf",
        /// Nothing is for sale.
        NoGoods = "no-goods",
        /// All goods stand in a part above.
        Repeated = "repeated",
    }
}

/// What is known round a part.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// Which goods it shows, and those of them that buyers would see.
    pub goods: Option<(&'a GoodsOf, &'a [ProductId])>,
    /// For how many of the cooperative's goods it is known when they are ripe.
    pub seasons: usize,
}

impl Block {
    /// All that is missing: in the part, as [`hints`](Self::hints) finds it, and round it.
    pub fn missing(&self, source: Locale, today: &str, around: Around<'_>) -> Vec<(Place, Hint)> {
        let mut missing = self.hints(source, today);
        if let Some((wish, shown)) = around.goods {
            missing.extend(self.goods_hints(wish, shown));
        }
        let is_written = self.values().any(|(place, _)| place.field == Field::Ripe);
        if self.kind == BlockKind::Season && missing.is_empty() && !is_written && around.seasons == 0 {
            missing.push((Place::of(Field::Caption).item(1).lang(source), Hint::Empty));
        }
        missing
    }

    /// What is missing on the day `today` (`2026-11-23`), and where it would be written. A text that is missing is missed in
    /// `source`. Of goods nothing is known here: see [`goods_hints`](Self::goods_hints).
    pub fn hints(&self, source: Locale, today: &str) -> Vec<(Place, Hint)> {
        let item = |slot| Item {
            block: self,
            slot,
            source,
            today,
        };
        let mut hints: Vec<(Place, Hint)> = (0..=self.kind.last_slot())
            .filter_map(|slot| item(slot).hint())
            .collect();
        if hints.is_empty() && !self.has_content(source, today) {
            let field = first_needed(self.kind);
            let slot = u8::from(self.kind.spec(field, 0).is_none());
            hints.push((item(slot).place(field), Hint::Empty));
        }
        hints
    }

    /// What is missing of the goods of a part that shows some: `shown` are those that buyers would see of `wish`.
    pub fn goods_hints(&self, wish: &GoodsOf, shown: &[ProductId]) -> Vec<(Place, Hint)> {
        if self.kind != BlockKind::Products {
            return Vec::new();
        }
        let first = Place::of(Field::Product).item(1);
        match wish {
            GoodsOf::Chosen(_) => {
                let is_away = |id: &str| id.parse().is_ok_and(|id| !shown.contains(&ProductId(id)));
                let chosen = self.values().filter(|(place, _)| place.field == Field::Product);
                let away = chosen.filter(|(_, id)| is_away(id));
                away.map(|(place, _)| (place, Hint::Away)).collect()
            }
            GoodsOf::Repeated => vec![(first, Hint::Repeated)],
            _ if !shown.is_empty() => Vec::new(),
            GoodsOf::Shelf(_) => vec![(Place::of(Field::Shelf), Hint::EmptyShelf)],
            GoodsOf::All => vec![(first, Hint::NoGoods)],
        }
    }

    /// Whether there is something to show, on whatever day.
    fn has_content(&self, source: Locale, today: &str) -> bool {
        match self.kind {
            // One that begins later is whole.
            BlockKind::Notice => self
                .values()
                .any(|(place, _)| matches!(place.field, Field::Text | Field::Title)),
            _ => self.show(source, source, today).is_some(),
        }
    }
}

/// The field without which a part of this kind shows nothing.
const fn first_needed(kind: BlockKind) -> Field {
    match kind {
        BlockKind::Cover => Field::Tagline,
        BlockKind::Story | BlockKind::Notice | BlockKind::Contact => Field::Text,
        BlockKind::Picture | BlockKind::Gallery => Field::Picture,
        BlockKind::People => Field::Name,
        BlockKind::Products => Field::Product,
        BlockKind::Season | BlockKind::Certificates => Field::Caption,
        BlockKind::Hours => Field::Opens,
        BlockKind::Video => Field::Link,
        BlockKind::Questions => Field::Question,
    }
}

/// A part's item, or the part itself.
#[derive(Clone, Copy)]
struct Item<'b> {
    block: &'b Block,
    slot: u8,
    source: Locale,
    today: &'b str,
}

impl Item<'_> {
    fn place(self, field: Field) -> Place {
        let place = Place::of(field).item(self.slot);
        let is_text = self
            .block
            .kind
            .spec(field, self.slot)
            .is_some_and(|spec| spec.format.is_translated());
        if is_text { place.lang(self.source) } else { place }
    }

    /// Whether anything is written there, in any language.
    fn has(self, field: Field) -> bool {
        let place = Place::of(field).item(self.slot);
        let in_a_language = Locale::BUILT_IN
            .iter()
            .any(|lang| !self.block.get(place.lang(*lang)).is_empty());
        in_a_language || !self.block.get(place).is_empty()
    }

    /// The hint when only one of both is written.
    fn both(self, one: Field, other: Field, hint: Hint) -> Option<(Place, Hint)> {
        match (self.has(one), self.has(other)) {
            (true, false) => Some((self.place(other), hint)),
            (false, true) => Some((self.place(one), hint)),
            _ => None,
        }
    }

    /// The hint when `needed` is not written and one of the others is.
    fn needs(self, needed: Field, others: &[Field], hint: Hint) -> Option<(Place, Hint)> {
        let is_missing = !self.has(needed) && others.iter().any(|field| self.has(*field));
        is_missing.then(|| (self.place(needed), hint))
    }

    fn hint(self) -> Option<(Place, Hint)> {
        let is_item = self.slot > 0;
        match self.block.kind {
            BlockKind::Hours if self.block.kind.is_weekday(self.slot) => {
                self.both(Field::Opens, Field::Closes, Hint::OneTime).or_else(|| {
                    let closes = self.place(Field::Closes);
                    let (from, to) = (self.block.get(self.place(Field::Opens)), self.block.get(closes));
                    let is_all_day = to == "00:00";
                    (self.has(Field::Closes) && from == to && !is_all_day).then_some((closes, Hint::SameTime))
                })
            }
            BlockKind::Hours if is_item => self
                .needs(Field::From, &[Field::Until, Field::Reason], Hint::NoFirstDay)
                .or_else(|| self.backwards())
                .or_else(|| self.over(&[Field::Until, Field::From])),
            BlockKind::Notice => self.backwards().or_else(|| self.over(&[Field::Until])),
            BlockKind::People if is_item => self.needs(Field::Name, &[Field::Picture, Field::Role], Hint::NoName),
            BlockKind::Season if is_item => self
                .needs(Field::Caption, &[Field::Ripe, Field::Over], Hint::NoSeason)
                .or_else(|| self.needs(Field::Ripe, &[Field::Caption], Hint::NoSeason)),
            BlockKind::Questions if is_item => self.both(Field::Question, Field::Answer, Hint::NoPair),
            BlockKind::Certificates if is_item => {
                self.needs(Field::Caption, &[Field::Picture, Field::Number], Hint::NoCaption)
            }
            BlockKind::Gallery if is_item => self.needs(Field::Picture, &[Field::Caption], Hint::NoPicture),
            BlockKind::Picture => self.needs(Field::Picture, &[Field::Caption], Hint::NoPicture),
            BlockKind::Video => self
                .needs(Field::Link, &[Field::Caption], Hint::NoLink)
                .or_else(|| self.no_way(Field::Link)),
            BlockKind::Contact => self
                .no_way(Field::Map)
                .or_else(|| self.needs(Field::Text, &[Field::Map], Hint::NoAddress)),
            _ => None,
        }
    }

    /// Days are written so that the later one is the greater text.
    fn backwards(self) -> Option<(Place, Hint)> {
        let until = self.place(Field::Until);
        let is_before = self.has(Field::Until) && self.block.get(until) < self.block.get(self.place(Field::From));
        is_before.then_some((until, Hint::Backwards))
    }

    /// The hint when the first of these days that is written is over.
    fn over(self, days: &[Field]) -> Option<(Place, Hint)> {
        let last = days.iter().find(|field| self.has(**field))?;
        let place = self.place(*last);
        (self.block.get(place) < self.today).then_some((place, Hint::Over))
    }

    fn no_way(self, field: Field) -> Option<(Place, Hint)> {
        let place = self.place(field);
        let link = WebLink::parse(self.block.get(place)).ok()?;
        link.is_front_page().then_some((place, Hint::NoWay))
    }
}
