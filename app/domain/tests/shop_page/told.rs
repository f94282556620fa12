//! What a shop page tells of itself: what is missing, what was changed since, what a translation was compared with.

use domain::shop_page::{
    Block, BlockId, BlockKind, Change, Field, GoodsOf, Hint, PageStep, PartChange, Place, ShopDocument, fingerprint,
};
use domain::{FieldCode, Locale, ProductId};

use super::{COVER, SOURCE, TODAY, added, change, tagline};

fn write(page: &mut ShopDocument, id: BlockId, place: Place, new: &str) -> PageStep {
    let seen = page.block(id).unwrap().get(place).to_owned();
    let outcome = page.apply(id, SOURCE, &[change(place, &seen, new)]).unwrap();
    outcome.step.unwrap()
}

fn told(kind: BlockKind, values: &[(Place, &str)]) -> Vec<(String, Hint)> {
    let mut page = ShopDocument::default();
    let id = added(&mut page, kind);
    let changes: Vec<Change> = values.iter().map(|(place, value)| change(*place, "", value)).collect();
    let outcome = page.apply(id, SOURCE, &changes).unwrap();
    assert!(outcome.wrong.is_empty(), "{outcome:?}");
    let hints = page.block(id).unwrap().hints(SOURCE, TODAY);
    hints
        .into_iter()
        .map(|(place, hint)| (place.to_string(), hint))
        .collect()
}

const fn item(field: Field, slot: u8) -> Place {
    Place::of(field).item(slot)
}

const fn in_source(field: Field, slot: u8) -> Place {
    item(field, slot).lang(SOURCE)
}

#[test]
fn what_is_written_by_half_is_told() {
    let portrait = format!("{}:640:480", "a".repeat(32));
    let text = in_source(Field::Text, 0);
    let map = Place::of(Field::Map);
    for (kind, values, place, hint) in [
        (
            BlockKind::Hours,
            vec![(item(Field::Opens, 3), "9")],
            "closes.3",
            Hint::OneTime,
        ),
        (
            BlockKind::Hours,
            vec![(item(Field::Closes, 3), "9")],
            "opens.3",
            Hint::OneTime,
        ),
        (
            BlockKind::Hours,
            vec![(item(Field::Opens, 1), "9"), (item(Field::Closes, 1), "09:00")],
            "closes.1",
            Hint::SameTime,
        ),
        (
            BlockKind::Hours,
            vec![(item(Field::Until, 8), "2026-11-30")],
            "from.8",
            Hint::NoFirstDay,
        ),
        (
            BlockKind::Hours,
            vec![
                (item(Field::From, 8), "2026-12-10"),
                (item(Field::Until, 8), "2026-12-05"),
            ],
            "until.8",
            Hint::Backwards,
        ),
        (
            BlockKind::Hours,
            vec![(item(Field::From, 8), "2026-11-22")],
            "from.8",
            Hint::Over,
        ),
        (
            BlockKind::Notice,
            vec![
                (Place::of(Field::From), "2026-12-01"),
                (Place::of(Field::Until), "2026-11-30"),
            ],
            "until",
            Hint::Backwards,
        ),
        (
            BlockKind::Notice,
            vec![(text, "x"), (Place::of(Field::Until), "2026-11-22")],
            "until",
            Hint::Over,
        ),
        (
            BlockKind::People,
            vec![(item(Field::Picture, 1), portrait.as_str())],
            "name.1",
            Hint::NoName,
        ),
        (
            BlockKind::Season,
            vec![(in_source(Field::Caption, 2), "x")],
            "ripe.2",
            Hint::NoSeason,
        ),
        (
            BlockKind::Season,
            vec![(item(Field::Ripe, 2), "6")],
            "caption.2-ug",
            Hint::NoSeason,
        ),
        (
            BlockKind::Questions,
            vec![(in_source(Field::Question, 1), "x")],
            "answer.1-ug",
            Hint::NoPair,
        ),
        (
            BlockKind::Certificates,
            vec![(item(Field::Number, 1), "7")],
            "caption.1-ug",
            Hint::NoCaption,
        ),
        (
            BlockKind::Gallery,
            vec![(in_source(Field::Caption, 1), "x")],
            "picture.1",
            Hint::NoPicture,
        ),
        (
            BlockKind::Video,
            vec![(in_source(Field::Caption, 0), "x")],
            "link",
            Hint::NoLink,
        ),
        (
            BlockKind::Video,
            vec![(Place::of(Field::Link), "www.douyin.com/")],
            "link",
            Hint::NoWay,
        ),
        (
            BlockKind::Contact,
            vec![(map, "map.example/x")],
            "text-ug",
            Hint::NoAddress,
        ),
        (
            BlockKind::Contact,
            vec![(map, "map.example"), (text, "x")],
            "map",
            Hint::NoWay,
        ),
        // A heading alone shows nothing.
        (
            BlockKind::Story,
            vec![(in_source(Field::Title, 0), "x")],
            "text-ug",
            Hint::Empty,
        ),
        (BlockKind::People, vec![], "name.1", Hint::Empty),
    ] {
        assert_eq!(told(kind, &values), [(place.to_owned(), hint)], "{kind}");
    }
}

#[test]
fn what_is_whole_is_told_to_nobody() {
    let text = in_source(Field::Text, 0);
    for (kind, values) in [
        // Also over midnight.
        (
            BlockKind::Hours,
            vec![
                (item(Field::Opens, 1), "22:00"),
                (item(Field::Closes, 1), "02:00"),
                (item(Field::From, 8), "2026-11-23"),
            ],
        ),
        // Until midnight.
        (
            BlockKind::Hours,
            vec![(item(Field::Opens, 1), "18"), (item(Field::Closes, 1), "24:00")],
        ),
        // All day.
        (
            BlockKind::Hours,
            vec![(item(Field::Opens, 1), "0"), (item(Field::Closes, 1), "24")],
        ),
        // One that begins later is not over.
        (
            BlockKind::Notice,
            vec![(text, "x"), (Place::of(Field::From), "2026-12-01")],
        ),
        (
            BlockKind::Contact,
            vec![(Place::of(Field::Map), "map.example/x"), (text, "x")],
        ),
        (BlockKind::Video, vec![(Place::of(Field::Link), "v.douyin.com/x")]),
        (BlockKind::Season, vec![]),
        (BlockKind::Products, vec![]),
    ] {
        assert_eq!(told(kind, &values), [], "{kind}");
    }
}

#[test]
fn goods_that_buyers_do_not_see_are_told() {
    let mut page = ShopDocument::default();
    let (first, second) = (page.blocks()[1].id, added(&mut page, BlockKind::Products));
    let of = |page: &ShopDocument, id: BlockId| page.block(id).unwrap().goods_of(page.is_repeated(id));
    assert_eq!((of(&page, first), of(&page, second)), (GoodsOf::All, GoodsOf::Repeated));
    let hints = |page: &ShopDocument, id, shown: &[i64]| {
        let shown: Vec<ProductId> = shown.iter().copied().map(ProductId).collect();
        let hints = page.block(id).unwrap().goods_hints(&of(page, id), &shown);
        hints
            .into_iter()
            .map(|(place, hint)| (place.to_string(), hint))
            .collect::<Vec<_>>()
    };
    assert_eq!(hints(&page, second, &[]), [("product.1".to_owned(), Hint::Repeated)]);
    assert_eq!(hints(&page, first, &[]), [("product.1".to_owned(), Hint::NoGoods)]);
    assert_eq!(hints(&page, first, &[3]), []);
    // Hidden, the first leaves them to the second.
    page.hide(first, true).unwrap();
    assert_eq!(of(&page, second), GoodsOf::All);
    write(&mut page, second, Place::of(Field::Shelf), "honey");
    assert_eq!(hints(&page, second, &[]), [("shelf".to_owned(), Hint::EmptyShelf)]);
    write(&mut page, second, item(Field::Product, 2), "7");
    write(&mut page, second, item(Field::Product, 4), "9");
    assert_eq!(hints(&page, second, &[7]), [("product.4".to_owned(), Hint::Away)]);
}

#[test]
fn of_many_goods_the_first_are_shown_and_that_there_are_more() {
    let goods: Vec<ProductId> = (1..=130).map(ProductId).collect();
    let pick = |wish: GoodsOf| wish.pick(&goods, |id| *id, |_| Some("honey"));
    let all = pick(GoodsOf::All);
    assert!(all.goods.len() == GoodsOf::OF_ALL && all.has_more);
    let shelf = pick(GoodsOf::Shelf("honey".to_owned()));
    assert!(shelf.goods.len() == GoodsOf::OF_A_SHELF && shelf.has_more);
    assert!(pick(GoodsOf::Shelf("nuts".to_owned())).goods.is_empty());
    let chosen = pick(GoodsOf::Chosen(vec![ProductId(9), ProductId(999), ProductId(2)]));
    assert_eq!(
        (chosen.goods, chosen.has_more),
        (vec![ProductId(9), ProductId(2)], false)
    );
}

#[test]
fn a_translation_is_right_beside_the_source_that_was_seen() {
    let mut page = ShopDocument::default();
    for (lang, text) in [(Locale::Ug, "ئا"), (Locale::Zh, "好"), (Locale::Es, "Hola")] {
        write(&mut page, COVER, tagline(lang), text);
    }
    write(&mut page, COVER, tagline(SOURCE), "بە");
    let right = |source: Option<&str>| Change {
        confirms: true,
        source: source.map(fingerprint),
        ..change(tagline(Locale::Zh), "好", "好")
    };
    // Meanwhile somebody else changes the source once more.
    write(&mut page, COVER, tagline(SOURCE), "تە");
    for overtaken in [right(Some("بە")), right(None)] {
        let outcome = page.apply(COVER, SOURCE, &[overtaken]).unwrap();
        assert_eq!(outcome.wrong, [(tagline(Locale::Zh), FieldCode::SourceChanged)]);
        assert!(page.block(COVER).unwrap().is_outdated(tagline(Locale::Zh)));
    }
    // What is written beside the older source is saved, and is older than it.
    let written = Change {
        source: Some(fingerprint("بە")),
        ..change(tagline(Locale::Es), "Hola", "Buenas")
    };
    page.apply(COVER, SOURCE, &[written]).unwrap();
    let cover = page.block(COVER).unwrap();
    assert_eq!(cover.get(tagline(Locale::Es)), "Buenas");
    assert!(cover.is_outdated(tagline(Locale::Es)));
    // Whoever writes the source and confirms in one save has seen both.
    let source = change(tagline(SOURCE), "تە", "جە");
    let outcome = page.apply(COVER, SOURCE, &[right(Some("تە")), source]).unwrap();
    assert!(outcome.wrong.is_empty());
    assert!(!page.block(COVER).unwrap().is_outdated(tagline(Locale::Zh)));
}

#[test]
fn the_marks_an_edit_made_go_with_it_whatever_was_done_beside_it() {
    let mut page = ShopDocument::default();
    let story = added(&mut page, BlockKind::Story);
    let place = |field, lang| Place::of(field).lang(lang);
    for field in [Field::Title, Field::Text] {
        for lang in [SOURCE, Locale::Zh] {
            write(&mut page, story, place(field, lang), "a");
        }
    }
    let is_outdated = |page: &ShopDocument, field| page.block(story).unwrap().is_outdated(place(field, Locale::Zh));
    let title = write(&mut page, story, place(Field::Title, SOURCE), "b");
    // Another one changes another text of the part.
    write(&mut page, story, place(Field::Text, SOURCE), "b");
    assert!(is_outdated(&page, Field::Title) && is_outdated(&page, Field::Text));
    page.undo(&title).unwrap();
    assert!(
        !is_outdated(&page, Field::Title),
        "its source is again what it was made of"
    );
    assert!(is_outdated(&page, Field::Text), "that is another one's");
}

#[test]
fn what_was_changed_is_told_by_parts() {
    let mut old = ShopDocument::default();
    let [story, hours, video] =
        [BlockKind::Story, BlockKind::Hours, BlockKind::Video].map(|kind| added(&mut old, kind));
    let mut new = old.clone();
    let changes = |new: &ShopDocument| -> Vec<(BlockId, Vec<PartChange>)> {
        let parts = old.changed_parts(new).into_iter();
        parts.map(|part| (part.block.id, part.changes)).collect()
    };
    assert_eq!(changes(&new), []);
    write(&mut new, story, in_source(Field::Title, 0), "x");
    new.hide(story, true).unwrap();
    new.remove(hours).unwrap();
    // One part goes up past two others: one is moved.
    new.shift(video, true).unwrap();
    new.shift(video, true).unwrap();
    let people = added(&mut new, BlockKind::People);
    write(&mut new, people, item(Field::Name, 1), "x");
    assert_eq!(
        changes(&new),
        [
            (video, vec![PartChange::Moved]),
            (story, vec![PartChange::Written, PartChange::Hidden]),
            (people, vec![PartChange::Added]),
            (hours, vec![PartChange::Removed]),
        ]
    );
    let kept = |block: &Block| block.id == hours;
    assert!(
        old.changed_parts(&new).iter().any(|part| kept(&part.block)),
        "it is named as it was"
    );
}

#[test]
fn what_buyers_see_neither_before_nor_after_is_no_change_for_them() {
    let mut old = ShopDocument::default();
    let [story, hours, video] =
        [BlockKind::Story, BlockKind::Hours, BlockKind::Video].map(|kind| added(&mut old, kind));
    for id in [hours, video] {
        old.hide(id, true).unwrap();
    }
    let mut new = old.clone();
    write(&mut new, hours, in_source(Field::Title, 0), "x");
    new.shift(hours, true).unwrap();
    new.remove(video).unwrap();
    let people = added(&mut new, BlockKind::People);
    new.hide(people, true).unwrap();
    assert!(!old.is_same(&new));
    assert_eq!(old.changed_parts(&new), []);
    // Shown, it is one; and a part that goes over to the hidden ones is one, too.
    new.shift(hours, false).unwrap();
    new.hide(hours, false).unwrap();
    new.hide(story, true).unwrap();
    let changes: Vec<_> = old
        .changed_parts(&new)
        .into_iter()
        .map(|part| (part.block.id, part.changes))
        .collect();
    assert_eq!(
        changes,
        [
            (story, vec![PartChange::Hidden]),
            (hours, vec![PartChange::Written, PartChange::Shown]),
        ]
    );
}
