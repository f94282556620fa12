//! Texts that a machine wrote: they say so until somebody says that they are right.

use domain::shop_page::{BlockKind, Change, Difference, PageStep, PartChange, ShopDocument, Suggested, fingerprint};
use domain::{FieldCode, Locale, TranslationState};

use super::{COVER, SOURCE, added, change, tagline};

fn suggested(from: &str, text: &str) -> Suggested {
    Suggested {
        place: tagline(Locale::Es),
        from: from.to_owned(),
        text: text.to_owned(),
    }
}

fn state(page: &ShopDocument) -> Option<TranslationState> {
    page.block(COVER).unwrap().state(tagline(Locale::Es), SOURCE)
}

/// A page whose Spanish line a machine wrote, and the step that did.
fn by_machine() -> (ShopDocument, PageStep) {
    let mut page = ShopDocument::default();
    page.apply(COVER, SOURCE, &[change(tagline(SOURCE), "", "ئا")]).unwrap();
    let step = page.suggest(COVER, SOURCE, &[suggested("ئا", " Hola ")]).unwrap();
    (page, step)
}

fn right(source: &str) -> Change {
    Change {
        confirms: true,
        source: Some(fingerprint(source)),
        ..change(tagline(Locale::Es), "Hola", "Hola")
    }
}

#[test]
fn only_what_is_empty_and_made_from_what_stands_there_is_written() {
    let (mut page, step) = by_machine();
    assert_eq!(page.block(COVER).unwrap().get(tagline(Locale::Es)), "Hola");
    assert_eq!(state(&page), Some(TranslationState::Machine));
    assert_eq!(
        page.suggest(COVER, SOURCE, &[suggested("ئا", "Otra")]),
        None,
        "it is there"
    );
    assert!(!step.is_empty());
    let mut page = ShopDocument::default();
    page.apply(COVER, SOURCE, &[change(tagline(SOURCE), "", "ئا")]).unwrap();
    for (what, wrong) in [
        ("made from another text", suggested("بە", "Hola")),
        ("too long", suggested("ئا", &"x".repeat(200))),
        ("nothing", suggested("ئا", " ")),
        (
            "the source itself",
            Suggested {
                place: tagline(SOURCE),
                ..suggested("", "ئا")
            },
        ),
    ] {
        assert_eq!(page.suggest(COVER, SOURCE, &[wrong]), None, "{what}");
    }
    let story = added(&mut page, BlockKind::Story);
    assert_eq!(
        page.suggest(story, SOURCE, &[suggested("ئا", "Hola")]),
        None,
        "no such field"
    );
}

#[test]
fn it_is_a_persons_once_somebody_says_so_or_writes() {
    let (mut page, _) = by_machine();
    let seen = page.apply(COVER, SOURCE, &[right("بە")]).unwrap();
    assert_eq!(seen.wrong, [(tagline(Locale::Es), FieldCode::SourceChanged)]);
    let before = page.clone();
    let done = page.apply(COVER, SOURCE, &[right("ئا")]).unwrap().step.unwrap();
    assert_eq!(state(&page), Some(TranslationState::Human));
    assert!(!before.is_same(&page));
    assert!(matches!(
        before.compare(&page)[..],
        [Difference::ByMachine(COVER, .., false)]
    ));
    assert_eq!(before.changed_parts(&page)[0].changes, [PartChange::Written]);
    let back = page.undo(&done).unwrap();
    assert_eq!(state(&page), Some(TranslationState::Machine));
    page.undo(&back).unwrap();
    assert_eq!(state(&page), Some(TranslationState::Human));

    let (mut page, _) = by_machine();
    let written = page
        .apply(COVER, SOURCE, &[change(tagline(Locale::Es), "Hola", "Buenas")])
        .unwrap();
    assert_eq!(state(&page), Some(TranslationState::Human));
    page.undo(&written.step.unwrap()).unwrap();
    assert_eq!(
        state(&page),
        Some(TranslationState::Machine),
        "the machine's words again"
    );
}

#[test]
fn it_is_outdated_like_any_other_and_taken_back_like_any_step() {
    let (mut page, step) = by_machine();
    page.apply(COVER, SOURCE, &[change(tagline(SOURCE), "ئا", "بە")])
        .unwrap();
    assert_eq!(state(&page), Some(TranslationState::Outdated));
    assert!(!page.block(COVER).unwrap().reads_machine(Locale::Es, SOURCE));
    page.apply(COVER, SOURCE, &[change(tagline(SOURCE), "بە", "ئا")])
        .unwrap();
    assert_eq!(state(&page), Some(TranslationState::Machine), "made from this");
    assert!(page.block(COVER).unwrap().reads_machine(Locale::Es, SOURCE));
    assert!(!page.block(COVER).unwrap().reads_machine(SOURCE, SOURCE));
    page.undo(&step).unwrap();
    assert_eq!(state(&page), None);
    assert!(!page.block(COVER).unwrap().is_by_machine(tagline(Locale::Es)));
}

#[test]
fn what_a_page_lacks_is_named_with_its_place() {
    let (mut page, _) = by_machine();
    let lacking = page.untranslated(SOURCE);
    assert_eq!(lacking.len(), 1);
    assert_eq!((lacking[0].place, lacking[0].is_outdated), (tagline(Locale::Zh), false));
    page.apply(COVER, SOURCE, &[change(tagline(SOURCE), "ئا", "بە")])
        .unwrap();
    let lacking: Vec<bool> = page.untranslated(SOURCE).iter().map(|text| text.is_outdated).collect();
    assert_eq!(lacking.iter().filter(|is_outdated| **is_outdated).count(), 1);
    assert_eq!(lacking.len(), 2);
}
