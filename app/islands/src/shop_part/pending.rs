//! What is known of a part beside its form: what still has to go out, what the part looks like with it, and where saving
//! stands. Nothing here touches the document or the network.

use std::collections::BTreeMap;

use components::{ReadableValue, SavingState, SavingTrouble};
use domain::shop_page::{Block, Change, Conflict, Format, Place, fingerprint};
use domain::{FieldCode, Locale};
use l10n::Words;

/// Longest text of one field that is sent at all, bytes: tags of a web page are taken out by the shop, and what is left may fit.
const LONGEST: usize = 60_000;
/// Bytes of one call; the shop takes four times as many.
const CALL: usize = 60_000;
/// Changes of one call.
const CHANGES: usize = 100;

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// Which.
    pub place: Place,
    /// What is in it.
    pub text: String,
    /// The fingerprint of the value it was made from.
    pub seen: u64,
    /// The box beside it is ticked: the translation is right as it is.
    pub confirms: bool,
}

impl Typed {
    fn differs(&self) -> bool {
        fingerprint(&self.text) != self.seen
    }
}

/// What the last call came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Line {
    /// All was answered.
    #[default]
    Quiet,
    /// One is on its way.
    Busy,
    /// It did not get through, and this is what to say.
    Stopped(SavingState),
}

/// What was sent of a field: its text, whether it was confirmed, and beside which source.
type Answered = (String, bool, Option<u64>);

/// What is known of a part beside its form.
pub(super) struct Pending {
    /// The part as the shop said it last.
    pub block: Block,
    /// Fields of which something has to be decided, and what is told.
    pub troubles: Vec<SavingTrouble>,
    pub line: Line,
    /// What was brought back from the device is not sent yet.
    pub is_restored: bool,
    /// Something was typed or sent.
    pub is_touched: bool,
    source: Locale,
    locale: Locale,
    words: Words,
    /// What was typed and taken as something else, or not at all: not sent again until it is changed.
    answered: BTreeMap<Place, Answered>,
}

impl Pending {
    pub fn new(block: Block, source: Locale, locale: Locale, words: Words) -> Self {
        Self {
            block,
            troubles: Vec::new(),
            line: Line::Quiet,
            is_restored: false,
            is_touched: false,
            source,
            locale,
            words,
            answered: BTreeMap::new(),
        }
    }

    /// What the shop does not have yet and can be told now.
    pub fn changes(&self, fields: &[Typed]) -> Vec<Change> {
        let mut bytes = 0;
        fields
            .iter()
            .filter(|field| self.is_to_be_sent(field, fields))
            .take(CHANGES)
            .take_while(|field| {
                let is_first = bytes == 0;
                bytes += field.text.len() + 1;
                is_first || bytes <= CALL
            })
            .map(|field| Change {
                place: field.place,
                seen: field.seen,
                new: field.text.clone(),
                confirms: field.confirms,
                source: self.source_beside(field.place, fields),
            })
            .collect()
    }

    /// What was seen of the source beside a translation.
    fn source_beside(&self, place: Place, fields: &[Typed]) -> Option<u64> {
        let source = place.lang.map(|_| place.lang(self.source))?;
        fields
            .iter()
            .find(|field| field.place == source)
            .map(|field| field.seen)
    }

    fn is_to_be_sent(&self, field: &Typed, fields: &[Typed]) -> bool {
        let is_new = field.differs() || (field.confirms && self.block.is_in_doubt(field.place));
        let is_answered = self.answered.get(&field.place).is_some_and(|(text, confirms, source)| {
            let is_beside = !field.confirms || *source == self.source_beside(field.place, fields);
            *text == field.text && *confirms == field.confirms && is_beside
        });
        is_new && !is_answered && !self.is_conflict(field.place) && self.refusal(field).is_none()
    }

    /// Somebody else changed it, and nobody has decided yet.
    fn is_conflict(&self, place: Place) -> bool {
        let is_it =
            |trouble: &SavingTrouble| matches!(trouble, SavingTrouble::Conflict { place: of, .. } if *of == place);
        self.troubles.iter().any(is_it)
    }

    /// Why a value cannot be taken, where that is sure without asking.
    fn refusal(&self, field: &Typed) -> Option<String> {
        if !field.differs() {
            return None;
        }
        let format = self.block.format(field.place)?;
        let code = match format.parse(&field.text) {
            _ if field.text.len() > LONGEST => FieldCode::TooLong,
            Err(code) if !is_cleaned(format, &field.text) => code,
            _ => return None,
        };
        let length = field.text.trim().chars().count();
        Some(components::wrong_text(&self.words, Some(format), code, length))
    }

    /// Conflicts that are none any more, because the same stands in the field; and what is saved there.
    pub fn agreed(&self, fields: &[Typed]) -> Vec<(Place, String)> {
        let in_field = |place: Place| {
            fields
                .iter()
                .find(|field| field.place == place)
                .map(|field| &field.text)
        };
        self.troubles
            .iter()
            .filter_map(|trouble| match trouble {
                SavingTrouble::Conflict { place, saved, .. } if in_field(*place) == Some(saved) => {
                    Some((*place, saved.clone()))
                }
                _ => None,
            })
            .collect()
    }

    /// Brings the troubles in line with what is in the fields.
    pub fn look(&mut self, fields: &[Typed]) {
        let found: Vec<(Place, Option<String>)> = fields
            .iter()
            .filter(|field| field.differs())
            .map(|field| (field.place, self.refusal(field)))
            .collect();
        // What is back to what was seen has nothing to be decided.
        self.troubles.retain(|trouble| match trouble {
            SavingTrouble::Conflict { place, .. } | SavingTrouble::Wrong(place, _) => {
                found.iter().any(|(of, _)| of == place)
            }
            SavingTrouble::Told(_) => true,
        });
        for (place, why) in found {
            let Some(why) = why.filter(|_| !self.is_conflict(place)) else {
                continue;
            };
            let is_it = |trouble: &&mut SavingTrouble| matches!(trouble, SavingTrouble::Wrong(of, _) if *of == place);
            match self.troubles.iter_mut().find(is_it) {
                Some(trouble) => *trouble = SavingTrouble::Wrong(place, why),
                None => self.troubles.push(SavingTrouble::Wrong(place, why)),
            }
        }
    }

    /// Somebody else changed a place, too.
    pub fn note_conflict(&mut self, conflict: Conflict, name: impl FnOnce(&str) -> Option<String>) {
        let Conflict { place, saved } = conflict;
        let format = self.block.format(place).unwrap_or(Format::Plain);
        let shown = ReadableValue::new(format, &saved, self.locale, name);
        self.troubles.push(SavingTrouble::Conflict { place, saved, shown });
    }

    /// An answer to these changes came; answers the places at which what is saved now was seen with it.
    pub fn take(
        &mut self,
        sent: &[Change],
        block: Block,
        conflicts: Vec<Conflict>,
        wrong: Vec<(Place, String)>,
        told: Vec<String>,
        name: impl Fn(Place, &str) -> Option<String>,
    ) -> Vec<(Place, String)> {
        self.line = Line::Quiet;
        self.is_restored = false;
        self.block = block;
        let is_sent = |place: Place| sent.iter().any(|change| change.place == place);
        self.troubles.retain(|trouble| match trouble {
            SavingTrouble::Conflict { place, .. } | SavingTrouble::Wrong(place, _) => !is_sent(*place),
            SavingTrouble::Told(_) => false,
        });
        for change in sent {
            let answer = (change.new.clone(), change.confirms, change.source);
            self.answered.insert(change.place, answer);
        }
        let is_open = |place: Place| {
            conflicts.iter().any(|conflict| conflict.place == place) || wrong.iter().any(|(of, _)| *of == place)
        };
        let seen = sent
            .iter()
            .filter(|change| !is_open(change.place))
            .map(|change| (change.place, self.block.get(change.place).to_owned()))
            .collect();
        for conflict in conflicts {
            let place = conflict.place;
            self.note_conflict(conflict, |value| name(place, value));
        }
        self.troubles
            .extend(wrong.into_iter().map(|(place, why)| SavingTrouble::Wrong(place, why)));
        self.troubles.extend(told.into_iter().map(SavingTrouble::Told));
        seen
    }

    /// A conflict is decided; answers what is saved there.
    pub fn decide(&mut self, place: Place) -> Option<String> {
        let at = self
            .troubles
            .iter()
            .position(|trouble| matches!(trouble, SavingTrouble::Conflict { place: of, .. } if *of == place))?;
        self.answered.remove(&place);
        match self.troubles.remove(at) {
            SavingTrouble::Conflict { saved, .. } => Some(saved),
            SavingTrouble::Wrong(..) | SavingTrouble::Told(_) => None,
        }
    }

    /// The part with what is in the fields and the shop does not have. What cannot be taken is shown as it was, and a field
    /// that nobody touched here as it is saved.
    pub fn shown(&self, fields: &[Typed]) -> Block {
        let mut block = self.block.clone();
        let is_mine = |field: &&Typed| {
            let is_answered = self
                .answered
                .get(&field.place)
                .is_some_and(|(text, ..)| *text == field.text);
            field.differs() && (!is_answered || self.is_conflict(field.place))
        };
        // The source first, so that a translation written with it is up to date.
        let (first, rest): (Vec<&Typed>, Vec<&Typed>) = fields
            .iter()
            .filter(is_mine)
            .partition(|field| field.place.lang == Some(self.source));
        for field in first.into_iter().chain(rest) {
            let value = block.format(field.place).map(|format| format.parse(&field.text));
            if let Some(Ok(value)) = value
                && block.get(field.place) != value
            {
                block.set(field.place, &value, self.source);
            }
        }
        for field in fields.iter().filter(|field| field.confirms) {
            block.confirm(field.place);
        }
        block
    }

    /// Where saving stands.
    pub fn state(&self, fields: &[Typed]) -> SavingState {
        let is_waiting = fields.iter().any(|field| self.is_to_be_sent(field, fields));
        match &self.line {
            Line::Busy => SavingState::Sending,
            Line::Stopped(state) if is_waiting => state.clone(),
            _ if is_waiting && self.is_restored => SavingState::Restored,
            _ if is_waiting => SavingState::Typed,
            _ if self.is_undecided() => SavingState::Undecided,
            _ if self.is_touched => SavingState::Saved,
            _ => SavingState::Idle,
        }
    }

    /// Whether the shop has all that is in the fields.
    pub fn is_settled(&self, fields: &[Typed]) -> bool {
        self.line != Line::Busy && !self.is_undecided() && !fields.iter().any(|field| self.is_to_be_sent(field, fields))
    }

    fn is_undecided(&self) -> bool {
        self.troubles
            .iter()
            .any(|trouble| !matches!(trouble, SavingTrouble::Told(_)))
    }
}

/// Whether the shop may take something out of a text before it looks at it.
fn is_cleaned(format: Format, text: &str) -> bool {
    (format.is_translated() || format == Format::Plain) && text.contains(['<', '&'])
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
