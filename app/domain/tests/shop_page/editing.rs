//! Editing a shop page: fields merge, nothing is put back silently, every step can be taken back.

use domain::shop_page::{
    BlockId, BlockKind, Change, Content, Difference, Field, MAX_BLOCKS, PageStep, Place, ShopDocument, StepRefusal,
    StepSummary, Theme, fingerprint,
};
use domain::{FieldCode, Locale, TranslationState};
use proptest::prelude::*;

use super::{COVER, SOURCE, TODAY, added, change, tagline};

#[test]
fn changes_to_different_fields_merge_and_to_the_same_one_both_are_shown() {
    let mut page = ShopDocument::default();
    let first = page
        .apply(COVER, SOURCE, &[change(tagline(Locale::Ug), "", "ئا")])
        .unwrap();
    assert!(first.step.is_some());
    // Somebody else opened the page before that.
    let second = page
        .apply(
            COVER,
            SOURCE,
            &[
                change(tagline(Locale::Ug), "", "بە"),
                change(tagline(Locale::Zh), "", "好"),
            ],
        )
        .unwrap();
    assert_eq!(second.conflicts.len(), 1);
    assert_eq!(second.conflicts[0].saved, "ئا");
    let cover = page.block(COVER).unwrap();
    assert_eq!(cover.get(tagline(Locale::Ug)), "ئا", "nothing is put back silently");
    assert_eq!(cover.get(tagline(Locale::Zh)), "好");
    // Having seen it, they may decide.
    let third = page
        .apply(COVER, SOURCE, &[change(tagline(Locale::Ug), "ئا", "بە")])
        .unwrap();
    assert!(third.conflicts.is_empty());
}

#[test]
fn the_same_form_sent_twice_is_one_save() {
    let mut page = ShopDocument::default();
    let form = [
        change(tagline(Locale::Ug), "", "ئا"),
        change(tagline(Locale::Es), "", "Hola"),
    ];
    assert!(page.apply(COVER, SOURCE, &form).unwrap().step.is_some());
    let again = page.apply(COVER, SOURCE, &form).unwrap();
    assert_eq!((again.step, again.conflicts.len()), (None, 0));
}

#[test]
fn a_changed_source_makes_its_translations_outdated_until_they_are_confirmed_or_written() {
    let mut page = ShopDocument::default();
    let all = [
        change(tagline(Locale::Zh), "", "好"),
        change(tagline(Locale::Es), "", "Hola"),
        change(tagline(Locale::Ug), "", "ئا"),
    ];
    page.apply(COVER, SOURCE, &all).unwrap();
    let state = |page: &ShopDocument, lang| page.block(COVER).unwrap().state(tagline(lang), SOURCE);
    assert_eq!(
        state(&page, Locale::Zh),
        Some(TranslationState::Human),
        "written in the same save"
    );
    page.apply(COVER, SOURCE, &[change(tagline(Locale::Ug), "ئا", "بە")])
        .unwrap();
    assert_eq!(state(&page, Locale::Ug), Some(TranslationState::Source));
    assert_eq!(state(&page, Locale::Zh), Some(TranslationState::Outdated));
    let right = Change {
        confirms: true,
        source: Some(fingerprint("بە")),
        ..change(tagline(Locale::Zh), "好", "好")
    };
    let outcome = page.apply(COVER, SOURCE, &[right]).unwrap();
    assert_eq!(state(&page, Locale::Zh), Some(TranslationState::Human));
    assert_eq!(state(&page, Locale::Es), Some(TranslationState::Outdated));
    page.undo(&outcome.step.unwrap()).unwrap();
    assert_eq!(state(&page, Locale::Zh), Some(TranslationState::Outdated));
}

#[test]
fn what_was_written_before_there_was_a_source_is_not_older_than_the_first_one() {
    let mut page = ShopDocument::default();
    let write = |page: &mut ShopDocument, lang, seen, new| {
        page.apply(COVER, SOURCE, &[change(tagline(lang), seen, new)]).unwrap();
    };
    let is_outdated = |page: &ShopDocument| page.block(COVER).unwrap().is_outdated(tagline(Locale::Es));
    write(&mut page, Locale::Es, "", "Hola");
    write(&mut page, SOURCE, "", "ئا");
    assert!(!is_outdated(&page));
    write(&mut page, SOURCE, "ئا", "بە");
    assert!(is_outdated(&page));
    // Taken away, the source has changed; and writing another one does not make right what was made of the first.
    write(&mut page, SOURCE, "بە", "ئا");
    assert!(!is_outdated(&page));
    write(&mut page, SOURCE, "ئا", "");
    assert!(is_outdated(&page));
    write(&mut page, SOURCE, "", "بە");
    assert!(is_outdated(&page));
    write(&mut page, SOURCE, "بە", "ئا");
    assert!(!is_outdated(&page));
}

#[test]
fn a_source_that_is_again_what_it_was_leaves_its_translations_up_to_date() {
    let mut page = ShopDocument::default();
    let all = [
        change(tagline(Locale::Ug), "", "ئا"),
        change(tagline(Locale::Zh), "", "好"),
        change(tagline(Locale::Es), "", "Hola"),
    ];
    page.apply(COVER, SOURCE, &all).unwrap();
    let first = page.clone();
    let write = |page: &mut ShopDocument, lang, seen, new| {
        let outcome = page.apply(COVER, SOURCE, &[change(tagline(lang), seen, new)]).unwrap();
        outcome.step.unwrap()
    };
    let is_outdated = |page: &ShopDocument, lang| page.block(COVER).unwrap().is_outdated(tagline(lang));
    let typed = write(&mut page, Locale::Ug, "ئا", "ئاب");
    assert!(is_outdated(&page, Locale::Zh));
    let differences = first.compare(&page);
    assert!(
        differences.contains(&Difference::Outdated(
            COVER,
            BlockKind::Cover,
            tagline(Locale::Zh),
            true
        )),
        "{differences:?}"
    );
    let deleted = write(&mut page, Locale::Ug, "ئاب", "ئا");
    assert!(page.is_same(&first) && first.compare(&page).is_empty());
    // As one thing it is none, and each of them can be taken back.
    assert!(typed.and_then(&deleted).is_some());
    page.undo(&deleted).unwrap();
    assert!(is_outdated(&page, Locale::Zh));

    // A translation that was made of another source is not made right by the first one.
    let mut page = first;
    write(&mut page, Locale::Ug, "ئا", "ئاب");
    write(&mut page, Locale::Zh, "好", "好吧");
    write(&mut page, Locale::Ug, "ئاب", "ئا");
    assert!(is_outdated(&page, Locale::Zh) && !is_outdated(&page, Locale::Es));
}

#[test]
fn what_is_wrong_is_named_and_the_rest_is_saved() {
    let mut page = ShopDocument::default();
    let outcome = page
        .apply(
            COVER,
            SOURCE,
            &[
                change(tagline(Locale::Ug), "", &"x".repeat(121)),
                change(Place::of(Field::Wechat), "", "badam"),
                change(tagline(Locale::Zh), "", "好"),
            ],
        )
        .unwrap();
    assert_eq!(
        outcome.wrong,
        [
            (tagline(Locale::Ug), FieldCode::TooLong),
            (Place::of(Field::Wechat), FieldCode::InvalidChoice)
        ]
    );
    assert_eq!(page.block(COVER).unwrap().get(tagline(Locale::Zh)), "好");
}

#[test]
fn the_cover_stays_and_a_page_has_an_end() {
    let mut page = ShopDocument::default();
    assert_eq!(page.remove(COVER), Err(StepRefusal::Fixed));
    assert_eq!(page.hide(COVER, true), Err(StepRefusal::Fixed));
    assert_eq!(page.add(BlockKind::Cover, None), Err(StepRefusal::Fixed));
    let story = added(&mut page, BlockKind::Story);
    page.shift(story, true).unwrap().unwrap();
    assert_eq!(page.shift(story, true), Ok(None), "not above the cover");
    while page.blocks().len() < MAX_BLOCKS {
        added(&mut page, BlockKind::Picture);
    }
    assert_eq!(page.add(BlockKind::Story, None), Err(StepRefusal::Full));
    assert_eq!(page.remove(BlockId(77_777)), Err(StepRefusal::Gone));
}

#[test]
fn a_number_is_used_once_whatever_is_taken_back() {
    let mut page = ShopDocument::default();
    let before = page.clone();
    let step = page.add(BlockKind::Story, None).unwrap();
    page.undo(&step).unwrap();
    assert!(page.is_same(&before));
    let story = added(&mut page, BlockKind::Story);
    assert_ne!(
        Some(story),
        match step {
            PageStep::Add { block, .. } => Some(block.id),
            _ => None,
        }
    );
    let step = page.replace(ShopDocument::default()).unwrap();
    assert!(added(&mut page, BlockKind::Story) > story);
    assert_eq!(
        page.undo(&step),
        Err(StepRefusal::Changed),
        "what was done since would be lost"
    );
}

#[test]
fn what_somebody_changed_since_is_not_taken_back() {
    let mut page = ShopDocument::default();
    let set = page
        .apply(COVER, SOURCE, &[change(tagline(Locale::Ug), "", "ئا")])
        .unwrap();
    let theme = page.paint(Theme::Leaf).unwrap();
    let story = added(&mut page, BlockKind::Story);
    let hide = page.hide(story, true).unwrap().unwrap();
    page.apply(COVER, SOURCE, &[change(tagline(Locale::Ug), "ئا", "بە")])
        .unwrap();
    page.paint(Theme::Plum);
    page.hide(story, false).unwrap();
    for step in [set.step.unwrap(), theme, hide] {
        assert_eq!(page.undo(&step), Err(StepRefusal::Changed), "{step:?}");
    }
}

#[test]
fn a_notice_shows_between_its_days_and_a_closure_until_it_is_over() {
    let mut page = ShopDocument::default();
    let notice = added(&mut page, BlockKind::Notice);
    let shows = |page: &ShopDocument, day| page.block(notice).unwrap().show(Locale::Zh, SOURCE, day).is_some();
    assert!(!shows(&page, TODAY), "nothing is written");
    page.apply(
        notice,
        SOURCE,
        &[
            change(Place::of(Field::Text).lang(Locale::Ug), "", "ھەسەل"),
            change(Place::of(Field::From), "", "2026-11-23"),
            change(Place::of(Field::Until), "", "2026-11-30"),
        ],
    );
    assert!(!shows(&page, "2026-11-22") && shows(&page, "2026-11-23"));
    assert!(shows(&page, "2026-11-30") && !shows(&page, "2026-12-01"));

    let hours = added(&mut page, BlockKind::Hours);
    let time = |field, day, time| change(Place::of(field).item(day), "", time);
    page.apply(
        hours,
        SOURCE,
        &[
            time(Field::Opens, 1, "9"),
            time(Field::Closes, 1, "18"),
            time(Field::Opens, 3, "09:00"),
            time(Field::Closes, 3, "18:00"),
            time(Field::Opens, 7, "10:00"),
            time(Field::From, 8, "2026-11-20"),
            time(Field::Until, 8, "2026-11-25"),
        ],
    );
    let shown = |day| match page
        .block(hours)
        .unwrap()
        .show(Locale::Zh, SOURCE, day)
        .unwrap()
        .content
    {
        Content::Hours { week, closures, .. } => (week, closures.len()),
        other => panic!("{other:?}"),
    };
    let (week, closures) = shown(TODAY);
    assert_eq!(
        (week.len(), week[0].days.as_slice(), closures),
        (1, [1, 3].as_slice(), 1)
    );
    assert_eq!(shown("2026-11-26").1, 0);

    let until_midnight = [
        change(Place::of(Field::Closes).item(1), "18:00", "24:00"),
        change(Place::of(Field::Closes).item(3), "18:00", "00:00"),
    ];
    page.apply(hours, SOURCE, &until_midnight);
    let week = match page
        .block(hours)
        .unwrap()
        .show(Locale::Zh, SOURCE, TODAY)
        .unwrap()
        .content
    {
        Content::Hours { week, .. } => week,
        other => panic!("{other:?}"),
    };
    assert_eq!((week.len(), week[0].opens, week[0].closes), (1, 540, 1440));
}

#[test]
fn goods_show_whatever_is_written() {
    let mut page = ShopDocument::default();
    assert!(page.shows_all_goods());
    let all = page.blocks()[1].id;
    page.apply(all, SOURCE, &[change(Place::of(Field::Product).item(1), "", "7")])
        .unwrap();
    assert!(!page.shows_all_goods());
    page.remove(all).unwrap();
    assert!(!page.shows_all_goods());
}

/// A step that somebody may take.
#[derive(Clone, Debug)]
enum Wish {
    Add(usize),
    Remove(usize),
    Shift(usize, bool),
    Hide(usize, bool),
    Paint(usize),
    Write(usize, Locale, String),
}

fn wish() -> impl Strategy<Value = Wish> {
    let place = 0..6_usize;
    let lang = proptest::sample::select(Locale::BUILT_IN.to_vec());
    prop_oneof![
        (0..BlockKind::ALL.len()).prop_map(Wish::Add),
        place.clone().prop_map(Wish::Remove),
        (place.clone(), any::<bool>()).prop_map(|(at, up)| Wish::Shift(at, up)),
        (place.clone(), any::<bool>()).prop_map(|(at, hidden)| Wish::Hide(at, hidden)),
        (0..Theme::ALL.len()).prop_map(Wish::Paint),
        (place, lang, "[a-c]{0,3}").prop_map(|(at, lang, text)| Wish::Write(at, lang, text)),
    ]
}

fn take(page: &mut ShopDocument, wish: &Wish) -> Option<PageStep> {
    let id = |at: &usize| page.blocks()[at % page.blocks().len()].id;
    match wish {
        Wish::Add(kind) => page.add(BlockKind::ALL[*kind], None).ok(),
        Wish::Remove(at) => page.remove(id(at)).ok(),
        Wish::Shift(at, up) => page.shift(id(at), *up).ok().flatten(),
        Wish::Hide(at, hidden) => page.hide(id(at), *hidden).ok().flatten(),
        Wish::Paint(theme) => page.paint(Theme::ALL[*theme]),
        Wish::Write(at, lang, text) => {
            let id = id(at);
            let field = match page.block(id)?.kind {
                BlockKind::Cover => Field::Tagline,
                BlockKind::Contact => Field::Text,
                _ => Field::Title,
            };
            let place = Place::of(field).lang(*lang);
            let seen = page.block(id)?.get(place).to_owned();
            page.apply(id, SOURCE, &[change(place, &seen, text)])?.step
        }
    }
}

proptest! {
    #[test]
    fn all_that_was_done_can_be_taken_back_in_turn(wishes in proptest::collection::vec(wish(), 0..30)) {
        let mut page = ShopDocument::default();
        let mut done = Vec::new();
        for wish in &wishes {
            let before = page.clone();
            match take(&mut page, wish) {
                Some(step) => done.push((before, step)),
                None => prop_assert!(page.is_same(&before), "{wish:?}"),
            }
            prop_assert_eq!(page.clone().checked(), Ok(page.clone()), "what is made can be stored");
        }
        while let Some((before, step)) = done.pop() {
            let after = page.clone();
            let back = page.undo(&step);
            prop_assert!(back.is_ok(), "{:?}", step);
            prop_assert!(page.is_same(&before), "{:?}", step);
            // Taking back is a step that can be taken back.
            let mut again = page.clone();
            prop_assert!(again.undo(&back.unwrap()).is_ok(), "{:?}", step);
            prop_assert!(again.is_same(&after), "{:?}", step);
        }
    }
}

#[test]
fn texts_that_come_together_are_up_to_date_whatever_their_order() {
    for source in Locale::BUILT_IN {
        let mut page = ShopDocument::default();
        let title = Place::of(Field::Title);
        let texts: Vec<_> = Locale::BUILT_IN
            .into_iter()
            .map(|lang| (title.lang(lang), lang.code().to_owned()))
            .collect();
        for texts in [texts.clone(), texts.into_iter().rev().collect()] {
            let id = page.push(BlockKind::Story, &texts, source).unwrap();
            let block = page.block(id).unwrap();
            for (place, text) in &texts {
                assert_eq!(block.get(*place), text, "{source}");
                assert!(!block.is_outdated(*place), "{source}: {place}");
            }
        }
    }
}

#[test]
fn a_part_goes_below_another_one_and_back() {
    let mut page = ShopDocument::default();
    let [story, hours, video] =
        [BlockKind::Story, BlockKind::Hours, BlockKind::Video].map(|kind| added(&mut page, kind));
    let order = |page: &ShopDocument| page.blocks().iter().map(|block| block.id).collect::<Vec<_>>();
    let before = order(&page);
    let goods = before[1];
    let down = page.move_below(goods, hours).unwrap().unwrap();
    assert_eq!(order(&page), [COVER, story, hours, goods, video]);
    assert_eq!(page.move_below(goods, hours), Ok(None));
    let up = page.move_below(video, COVER).unwrap().unwrap();
    assert_eq!(order(&page), [COVER, video, story, hours, goods]);
    assert_eq!(page.move_below(COVER, video), Err(StepRefusal::Fixed));
    assert_eq!(page.undo(&down), Err(StepRefusal::Changed));
    let again = page.undo(&up).unwrap();
    page.undo(&down).unwrap();
    assert_eq!(order(&page), before);
    page.undo(&again).unwrap();
    assert_eq!(order(&page)[1], video, "and that can be taken back, too");
}

#[test]
fn programs_that_know_only_neighbours_do_not_misread_a_part_that_went_far() {
    let mut page = ShopDocument::default();
    let [story, goods, hours] =
        [BlockKind::Story, BlockKind::Products, BlockKind::Hours].map(|kind| added(&mut page, kind));
    let order = |page: &ShopDocument| page.blocks().iter().map(|block| block.id).collect::<Vec<_>>();
    let before = order(&page);
    let far = page.move_below(story, hours).unwrap().unwrap();
    let (from, to) = (before.iter().position(|id| *id == story).unwrap(), before.len() - 1);
    assert_eq!(far, PageStep::Carry { block: story, from, to });
    assert_eq!(
        far.summary(),
        StepSummary::Move(story),
        "the history names it as before"
    );
    assert_eq!(far.block(), Some(story));
    let back = page.undo(&far).unwrap();
    assert_eq!(order(&page), before);
    assert!(matches!(back, PageStep::Carry { .. }));
    let near = page.shift(goods, true).unwrap().unwrap();
    assert!(matches!(near, PageStep::Move { .. }));
    // As it would have been noted before there was a second kind: the story went down past the goods.
    let old = PageStep::Move {
        block: story,
        from,
        to: from + 1,
    };
    page.undo(&old).unwrap();
    assert_eq!(order(&page), before);
}
