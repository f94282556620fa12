//! What is sent, told and shown of a part beside its form.

use domain::shop_page::{BlockId, BlockKind, Field};
use l10n::Texts;

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

fn words() -> Words {
    Texts::built_in().words(Locale::Es, components::texts::TROUBLES)
}

fn pending(block: Block) -> Pending {
    Pending::new(block, SOURCE, Locale::Es, words())
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
    let [SavingTrouble::Wrong(of, why)] = &pending.troubles[..] else {
        panic!("{:?}", pending.troubles);
    };
    assert_eq!(*of, tagline(SOURCE));
    assert!(
        why.contains("120") && why.contains("200"),
        "the limit and the length: {why}"
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
    let fields = Locale::BUILT_IN.map(|lang| typed(lang, "", &text));
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
    let mut pending = self::pending(block.clone());
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
    let mut pending = Pending::new(goods, SOURCE, Locale::Es, words());
    let place = Place::of(Field::Product).item(1);
    let saved = "7".to_owned();
    pending.note_conflict(Conflict { place, saved }, |_| Some("Miel".to_owned()));
    let [SavingTrouble::Conflict { shown, .. }] = &pending.troubles[..] else {
        panic!("{:?}", pending.troubles);
    };
    assert_eq!(*shown, ReadableValue::Text("Miel".to_owned()));
}
