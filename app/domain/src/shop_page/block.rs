//! A part of a shop page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{BlockKind, Field, Format, Place, fingerprint};
use crate::view::{Picture, Shown};
use crate::{Locale, TranslationState};

/// A part's number. A page gives none twice; one that was made anew, because its draft could not be read, may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlockId(pub u32);

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A part of a shop page. What is empty is not among the values.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Block {
    /// Its number.
    pub id: BlockId,
    /// What it is.
    pub kind: BlockKind,
    /// Only the cooperative sees it.
    pub hidden: bool,
    values: BTreeMap<Place, String>,
    /// Translations whose source has changed since.
    outdated: BTreeSet<Place>,
    /// What the source of each of these was when they were up to date; not known for all.
    #[serde(default)]
    made_from: BTreeMap<Place, u64>,
    /// Translations that a machine wrote, and nobody has said to be right.
    #[serde(default)]
    by_machine: BTreeSet<Place>,
}

/// What a part shows, and how its texts stand.
impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            id,
            kind,
            hidden,
            values,
            outdated,
            made_from: _,
            by_machine,
        } = self;
        *id == other.id
            && *kind == other.kind
            && *hidden == other.hidden
            && *values == other.values
            && *outdated == other.outdated
            && *by_machine == other.by_machine
    }
}

impl Eq for Block {}

impl Block {
    /// An empty part.
    pub const fn new(id: BlockId, kind: BlockKind) -> Self {
        Self {
            id,
            kind,
            hidden: false,
            values: BTreeMap::new(),
            outdated: BTreeSet::new(),
            made_from: BTreeMap::new(),
            by_machine: BTreeSet::new(),
        }
    }

    /// The format of a place; nothing when the part has no such place.
    pub fn format(&self, place: Place) -> Option<Format> {
        let spec = self.kind.spec(place.field, place.slot)?;
        place.suits(spec.format).then_some(spec.format)
    }

    /// What stands at a place, empty when nothing does.
    pub fn get(&self, place: Place) -> &str {
        self.values.get(&place).map_or("", String::as_str)
    }

    /// Whether the translation at a place is older than its source.
    pub fn is_outdated(&self, place: Place) -> bool {
        self.outdated.contains(&place)
    }

    /// Whether a machine wrote what stands at a place, and nobody has said that it is right.
    pub fn is_by_machine(&self, place: Place) -> bool {
        self.by_machine.contains(&place)
    }

    /// Whether somebody may say that the translation at a place is right: it is older than its source, or a machine's.
    pub fn is_in_doubt(&self, place: Place) -> bool {
        self.is_outdated(place) || self.is_by_machine(place)
    }

    /// Whether a reader is shown a text that a machine wrote.
    pub fn reads_machine(&self, locale: Locale, source: Locale) -> bool {
        let is_read = |place: &Place| {
            let shown = self.shown(place.field, place.slot, locale, source);
            shown.is_some_and(|shown| Some(shown.lang) == place.lang)
        };
        self.by_machine
            .iter()
            .any(|place| !self.is_outdated(*place) && is_read(place))
    }

    /// How the text at a place stands; nothing where there is none.
    pub fn state(&self, place: Place, source: Locale) -> Option<TranslationState> {
        if self.get(place).is_empty() {
            return None;
        }
        Some(match place.lang {
            Some(lang) if lang == source => TranslationState::Source,
            _ if self.is_outdated(place) => TranslationState::Outdated,
            _ if self.is_by_machine(place) => TranslationState::Machine,
            _ => TranslationState::Human,
        })
    }

    /// All places with something, in order.
    pub fn values(&self) -> impl Iterator<Item = (Place, &str)> {
        self.values.iter().map(|(place, value)| (*place, value.as_str()))
    }

    /// Whether nothing is written or chosen.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Puts a value at a place; empty takes it away. A changed source makes its translations outdated; once it is again what
    /// they were made from, they are not. What was written before there was a source is not older than the first one.
    pub fn set(&mut self, place: Place, value: &str, source: Locale) {
        if self.get(place) == value {
            self.confirm(place);
            return;
        }
        if place.lang == Some(source) {
            let is_first = self.get(place).is_empty();
            for lang in Locale::BUILT_IN.into_iter().filter(|lang| *lang != source) {
                let translation = place.lang(lang);
                if self.made_from.get(&translation) == Some(&fingerprint(value)) {
                    self.refresh(translation);
                } else if !is_first && !self.is_outdated(translation) {
                    self.outdate(translation, fingerprint(self.get(place)));
                }
            }
        }
        self.confirm(place);
        self.put(place, value);
    }

    /// Says that a translation is right although its source has changed, or although a machine wrote it.
    pub fn confirm(&mut self, place: Place) {
        self.refresh(place);
        self.by_machine.remove(&place);
    }

    /// Says that a translation is not older than its source.
    fn refresh(&mut self, place: Place) {
        self.outdated.remove(&place);
        self.made_from.remove(&place);
    }

    /// Says that a translation is older than its source, and of which source it was made.
    pub(super) fn outdate(&mut self, place: Place, source: u64) {
        if self.values.contains_key(&place) {
            self.outdated.insert(place);
            self.made_from.insert(place, source);
        }
    }

    /// Says that a translation is older than its source, of which nobody knows what it was.
    pub(super) fn mark(&mut self, place: Place) {
        if self.values.contains_key(&place) {
            self.outdated.insert(place);
        }
    }

    /// The text of a field for a reader: theirs, else the source, else the language they are likeliest to understand.
    pub fn shown(&self, field: Field, slot: u8, locale: Locale, source: Locale) -> Option<Shown> {
        locale.shown_in(source).find_map(|lang| {
            let place = Place::of(field).item(slot).lang(lang);
            let text = self.values.get(&place)?;
            Some(Shown {
                text: text.clone(),
                lang,
                outdated: self.is_outdated(place),
            })
        })
    }

    /// The picture of a field.
    pub fn picture(&self, slot: u8) -> Option<Picture> {
        let packed = self.get(Place::of(Field::Picture).item(slot));
        (!packed.is_empty()).then(|| Picture::unpack(packed))
    }

    /// The translations that a machine wrote.
    pub(super) const fn machine_marks(&self) -> &BTreeSet<Place> {
        &self.by_machine
    }

    /// Says that a machine wrote the translation at a place.
    pub(super) fn mark_machine(&mut self, place: Place) {
        if self.values.contains_key(&place) {
            self.by_machine.insert(place);
        }
    }

    pub(super) fn set_machine_marks(&mut self, marks: BTreeSet<Place>) {
        self.by_machine = marks;
        self.by_machine.retain(|place| self.values.contains_key(place));
    }

    /// The outdated translations.
    pub(super) const fn marks(&self) -> &BTreeSet<Place> {
        &self.outdated
    }

    /// Puts a value at a place and touches nothing else.
    pub(super) fn put(&mut self, place: Place, value: &str) {
        if value.is_empty() {
            self.values.remove(&place);
        } else {
            self.values.insert(place, value.to_owned());
        }
    }

    pub(super) fn set_marks(&mut self, marks: &BTreeSet<Place>) {
        self.outdated = marks
            .iter()
            .filter(|place| self.values.contains_key(place))
            .copied()
            .collect();
        self.made_from.retain(|place, _| self.outdated.contains(place));
    }

    /// The part with only what such a part may hold, each value in its canonical form.
    pub(super) fn checked(mut self) -> Self {
        let values = std::mem::take(&mut self.values);
        for (place, value) in values {
            let parsed = self.format(place).and_then(|format| format.parse(&value).ok());
            if let Some(value) = parsed.filter(|value| !value.is_empty()) {
                self.values.insert(place, value);
            }
        }
        let marks = std::mem::take(&mut self.outdated);
        self.set_marks(&marks);
        let marks = std::mem::take(&mut self.by_machine);
        self.set_machine_marks(marks);
        self
    }
}
