//! What is known of a part beside its form: what still has to go out, what the part looks like with it, and where saving
//! stands. Nothing here touches the document or the network.

use std::collections::BTreeMap;

use components::{ReadableValue, SavingState, SavingTrouble};
use domain::shop_page::{Block, Change, Conflict, Format, Place, fingerprint};
use domain::{FieldCode, Locale};

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
    errors: Vec<(FieldCode, String)>,
    /// What was typed and taken as something else, or not at all: not sent again until it is changed.
    answered: BTreeMap<Place, (String, bool)>,
}

impl Pending {
    pub fn new(block: Block, source: Locale, locale: Locale, errors: Vec<(FieldCode, String)>) -> Self {
        Self {
            block,
            troubles: Vec::new(),
            line: Line::Quiet,
            is_restored: false,
            is_touched: false,
            source,
            locale,
            errors,
            answered: BTreeMap::new(),
        }
    }

    /// What the shop does not have yet and can be told now.
    pub fn changes(&self, fields: &[Typed]) -> Vec<Change> {
        let mut bytes = 0;
        fields
            .iter()
            .filter(|field| self.is_to_be_sent(field))
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
            })
            .collect()
    }

    fn is_to_be_sent(&self, field: &Typed) -> bool {
        let is_new = field.differs() || (field.confirms && self.block.is_outdated(field.place));
        let is_answered = self
            .answered
            .get(&field.place)
            .is_some_and(|(text, confirms)| *text == field.text && *confirms == field.confirms);
        is_new && !is_answered && !self.is_conflict(field.place) && self.refusal(field).is_none()
    }

    /// Somebody else changed it, and nobody has decided yet.
    fn is_conflict(&self, place: Place) -> bool {
        let is_it =
            |trouble: &SavingTrouble| matches!(trouble, SavingTrouble::Conflict { place: of, .. } if *of == place);
        self.troubles.iter().any(is_it)
    }

    /// Why a value cannot be taken, where that is sure without asking.
    fn refusal(&self, field: &Typed) -> Option<&str> {
        if !field.differs() {
            return None;
        }
        let format = self.block.format(field.place)?;
        let code = match format.parse(&field.text) {
            _ if field.text.len() > LONGEST => FieldCode::TooLong,
            Err(code) if !is_cleaned(format, &field.text) => code,
            _ => return None,
        };
        let text = self.errors.iter().find(|(of, _)| *of == code);
        text.map(|(_, text)| text.as_str())
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
            .map(|field| (field.place, self.refusal(field).map(str::to_owned)))
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
            let answer = (change.new.clone(), change.confirms);
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
                .is_some_and(|(text, _)| *text == field.text);
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
        let is_waiting = fields.iter().any(|field| self.is_to_be_sent(field));
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
        self.line != Line::Busy && !self.is_undecided() && !fields.iter().any(|field| self.is_to_be_sent(field))
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
mod tests {
    use domain::shop_page::{BlockId, BlockKind, Field};

    use super::*;

    const SOURCE: Locale = Locale::Ug;

    fn tagline(lang: Locale) -> Place {
        Place::of(Field::Tagline).lang(lang)
    }

    fn cover(lines: &[(Locale, &str)]) -> Block {
        let mut block = Block::new(BlockId(1), BlockKind::Cover);
        for (lang, text) in lines {
            block.set(tagline(*lang), text, SOURCE);
        }
        block
    }

    fn pending(block: Block) -> Pending {
        let errors = [FieldCode::TooLong, FieldCode::InvalidChoice].map(|code| (code, code.to_string()));
        Pending::new(block, SOURCE, Locale::Es, errors.to_vec())
    }

    fn typed(lang: Locale, seen: &str, text: &str) -> Typed {
        Typed {
            place: tagline(lang),
            text: text.to_owned(),
            seen: fingerprint(seen),
            confirms: false,
        }
    }

    fn conflict(lang: Locale, saved: &str) -> Conflict {
        Conflict {
            place: tagline(lang),
            saved: saved.to_owned(),
        }
    }

    fn saved(pending: &mut Pending, sent: &[Change], block: Block) -> Vec<(Place, String)> {
        pending.take(sent, block, Vec::new(), Vec::new(), Vec::new(), |_, _| None)
    }

    #[test]
    fn what_is_typed_and_deleted_again_is_nothing_to_save() {
        let mut pending = pending(cover(&[(SOURCE, "a")]));
        pending.is_touched = true;
        assert_eq!(pending.state(&[typed(SOURCE, "a", "ab")]), SavingState::Typed);
        let back = [typed(SOURCE, "a", "a")];
        assert_eq!(pending.state(&back), SavingState::Saved);
        assert!(pending.changes(&back).is_empty() && pending.is_settled(&back));
    }

    #[test]
    fn an_undecided_conflict_is_not_sent_with_other_fields_and_nothing_is_overwritten() {
        let mut pending = pending(cover(&[(SOURCE, "theirs")]));
        pending.note_conflict(conflict(SOURCE, "theirs"), |_| None);
        // The page that answers a form has seen what the other one saved.
        let fields = [typed(SOURCE, "theirs", "mine"), typed(Locale::Es, "", "otra")];
        let places: Vec<Place> = pending.changes(&fields).iter().map(|change| change.place).collect();
        assert_eq!(places, [tagline(Locale::Es)]);
        let sent = pending.changes(&fields);
        let block = cover(&[(SOURCE, "theirs"), (Locale::Es, "otra")]);
        assert_eq!(
            saved(&mut pending, &sent, block),
            [(tagline(Locale::Es), "otra".to_owned())]
        );
        let fields = [
            typed(SOURCE, "theirs", "mine, longer"),
            typed(Locale::Es, "otra", "otra"),
        ];
        pending.look(&fields);
        assert_eq!(
            pending.state(&fields),
            SavingState::Undecided,
            "and it does not say \"Saving\""
        );
        assert!(!pending.is_settled(&fields));
        assert_eq!(pending.decide(tagline(SOURCE)).as_deref(), Some("theirs"));
        assert_eq!(pending.changes(&fields).len(), 1, "a decision is sent");
    }

    #[test]
    fn a_conflict_over_the_same_words_is_none() {
        let mut pending = pending(cover(&[(SOURCE, "theirs")]));
        pending.note_conflict(conflict(SOURCE, "theirs"), |_| None);
        let fields = [typed(SOURCE, "", "theirs")];
        assert_eq!(pending.agreed(&fields), [(tagline(SOURCE), "theirs".to_owned())]);
    }

    #[test]
    fn a_trouble_ends_when_the_field_is_put_back() {
        let mut pending = pending(cover(&[(SOURCE, "a")]));
        pending.is_touched = true;
        let long = [typed(SOURCE, "a", &"x".repeat(200))];
        pending.look(&long);
        assert_eq!(
            pending.troubles,
            [SavingTrouble::Wrong(tagline(SOURCE), "too-long".to_owned())]
        );
        assert!(pending.changes(&long).is_empty(), "nobody is asked what is known");
        assert_eq!(pending.state(&long), SavingState::Undecided);
        let back = [typed(SOURCE, "a", "a")];
        pending.look(&back);
        assert!(pending.troubles.is_empty());
        assert_eq!(pending.state(&back), SavingState::Saved);
    }

    #[test]
    fn a_text_of_another_page_is_sent_since_its_tags_are_taken_out_but_not_without_end() {
        let mut pending = pending(cover(&[]));
        let tags = [typed(SOURCE, "", &"<b>x</b>".repeat(20))];
        pending.look(&tags);
        assert!(pending.troubles.is_empty());
        assert_eq!(pending.changes(&tags).len(), 1);
        let endless = [typed(SOURCE, "", &"<b>x</b>".repeat(20_000))];
        pending.look(&endless);
        assert!(pending.changes(&endless).is_empty() && pending.troubles.len() == 1);
    }

    #[test]
    fn a_call_never_grows_beyond_what_a_page_may_send_while_it_is_left() {
        let pending = pending(cover(&[]));
        let text = ["<i></i>".repeat(5000), "x".to_owned()].concat();
        let fields = Locale::ALL.map(|lang| typed(lang, "", &text));
        assert_eq!(pending.changes(&fields).len(), 1);
    }

    #[test]
    fn a_ticked_box_is_sent_once_and_only_while_it_means_something() {
        let mut block = cover(&[(SOURCE, "a"), (Locale::Es, "b")]);
        block.set(tagline(SOURCE), "c", SOURCE);
        let mut pending = pending(block.clone());
        let ticked = [Typed {
            confirms: true,
            ..typed(Locale::Es, "b", "b")
        }];
        assert!(!pending.shown(&ticked).is_outdated(tagline(Locale::Es)));
        let sent = pending.changes(&ticked);
        assert!(sent.len() == 1 && sent[0].confirms);
        assert!(!pending.is_settled(&ticked));
        let confirmed = {
            let mut block = block.clone();
            block.confirm(tagline(Locale::Es));
            block
        };
        saved(&mut pending, &sent, confirmed);
        assert!(pending.changes(&ticked).is_empty() && pending.is_settled(&ticked));
        // One that the shop did not take is not sent again and again.
        let mut pending = super::tests::pending(block.clone());
        saved(&mut pending, &sent, block);
        assert!(pending.changes(&ticked).is_empty());
    }

    #[test]
    fn the_preview_is_what_is_saved_with_what_is_typed() {
        let mut block = cover(&[(SOURCE, "a"), (Locale::Es, "b"), (Locale::Zh, "theirs")]);
        block.set(tagline(SOURCE), "c", SOURCE);
        let mut pending = pending(block);
        // An outdated translation that nobody touches keeps its label; what another one saved shows.
        let fields = [
            typed(SOURCE, "c", "c"),
            typed(Locale::Es, "b", "b"),
            typed(Locale::Zh, "older", "older"),
        ];
        let shown = pending.shown(&fields);
        assert!(shown.is_outdated(tagline(Locale::Es)));
        assert_eq!(shown.get(tagline(Locale::Zh)), "theirs");
        // What was cleaned shows clean, although the field has it as it was typed.
        let fields = [typed(SOURCE, "c", "<b>d</b>")];
        assert_eq!(pending.shown(&fields).get(tagline(SOURCE)), "<b>d</b>");
        let sent = pending.changes(&fields);
        saved(&mut pending, &sent, cover(&[(SOURCE, "d")]));
        let fields = [typed(SOURCE, "d", "<b>d</b>")];
        assert_eq!(pending.shown(&fields).get(tagline(SOURCE)), "d");
        assert!(pending.changes(&fields).is_empty());
    }

    #[test]
    fn a_lost_line_says_what_it_is_while_there_is_something_to_save() {
        let mut pending = pending(cover(&[]));
        let fields = [typed(SOURCE, "", "a")];
        for state in [
            SavingState::Offline,
            SavingState::Over,
            SavingState::Later("x".to_owned()),
        ] {
            pending.line = Line::Stopped(state.clone());
            assert_eq!(pending.state(&fields), state);
            assert_eq!(pending.state(&[typed(SOURCE, "", "")]), SavingState::Idle);
        }
        pending.line = Line::Quiet;
        pending.is_restored = true;
        assert_eq!(pending.state(&fields), SavingState::Restored);
    }

    #[test]
    fn choices_are_told_by_their_names() {
        let goods = Block::new(BlockId(2), BlockKind::Products);
        let mut pending = Pending::new(goods, SOURCE, Locale::Es, Vec::new());
        let place = Place::of(Field::Product).item(1);
        let saved = "7".to_owned();
        pending.note_conflict(Conflict { place, saved }, |_| Some("Miel".to_owned()));
        let [SavingTrouble::Conflict { shown, .. }] = &pending.troubles[..] else {
            panic!("{:?}", pending.troubles);
        };
        assert_eq!(*shown, ReadableValue::Text("Miel".to_owned()));
    }
}
