//! What buyers do not see although it is written, because something that belongs to it is missing. Nothing is refused for it:
//! one may be in the middle of writing.

use super::{Block, BlockKind, Field, Place};
use crate::Locale;

/// Why something that is written is not shown, or hardly as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// It opens and nobody knows until when, or the reverse: the day counts as closed.
    OneTime,
    /// It opens and closes at the same time.
    SameTime,
    /// Somebody without a name is not shown.
    NoName,
    /// What is ripe needs a name and a first month.
    NoSeason,
    /// A question needs an answer, and an answer a question.
    NoPair,
    /// A picture or number without a name is not shown.
    NoCaption,
    /// A caption without a picture is not shown.
    NoPicture,
    /// Closed days need a first day.
    NoFirstDay,
    /// The last day is before the first.
    Backwards,
}

impl Hint {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::OneTime,
        Self::SameTime,
        Self::NoName,
        Self::NoSeason,
        Self::NoPair,
        Self::NoCaption,
        Self::NoPicture,
        Self::NoFirstDay,
        Self::Backwards,
    ];
}

impl Block {
    /// What is missing, and where it would be written. A text that is missing is missed in `source`.
    pub fn hints(&self, source: Locale) -> Vec<(Place, Hint)> {
        let mut hints = Vec::new();
        for slot in 0..=self.kind.last_slot() {
            let item = Item {
                block: self,
                slot,
                source,
            };
            hints.extend(item.hint());
        }
        hints
    }
}

/// A part's item, or the part itself.
#[derive(Clone, Copy)]
struct Item<'b> {
    block: &'b Block,
    slot: u8,
    source: Locale,
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
        let in_a_language = Locale::ALL
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
                    let is_same =
                        self.has(Field::Closes) && self.block.get(closes) == self.block.get(self.place(Field::Opens));
                    is_same.then_some((closes, Hint::SameTime))
                })
            }
            BlockKind::Hours if is_item => self
                .needs(Field::From, &[Field::Until, Field::Reason], Hint::NoFirstDay)
                .or_else(|| self.backwards()),
            BlockKind::Notice => self.backwards(),
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
            _ => None,
        }
    }

    /// Days are written so that the later one is the greater text.
    fn backwards(self) -> Option<(Place, Hint)> {
        let until = self.place(Field::Until);
        let is_before = self.has(Field::Until) && self.block.get(until) < self.block.get(self.place(Field::From));
        is_before.then_some((until, Hint::Backwards))
    }
}
