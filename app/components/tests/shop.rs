//! The parts of a shop page and the line about their saving, rendered to a string with the words that the editor's island
//! takes along and no others: a text that is missing would panic here.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "tests")]

use components::{
    ReadableValue, SavingActions, SavingLine, SavingState, SavingTrouble, SavingView, ShopBlock, ShopHead, ShopPlace,
    UnsentLine, UnsentPart, ValueShown, place_name, provide_words, texts,
};
use domain::Locale;
use domain::shop_page::{Block, BlockId, BlockKind, Field, Format, Place, Ripe};
use domain::view::{Picture, Shown};
use l10n::Texts;
use leptos::prelude::*;

const PICTURE: &str = "0123456789abcdef0123456789abcdef:1200:800";
const TODAY: &str = "2026-11-29";

fn html<View: IntoView>(locale: Locale, view: impl FnOnce() -> View) -> String {
    Owner::new().with(|| {
        provide_words(Texts::built_in().words(locale, texts::SHOP));
        view().to_html()
    })
}

/// What a merchant might choose or write at a place.
fn sample(format: Format, place: Place) -> String {
    match format {
        Format::Line | Format::Prose(_) => format!("<b>{place}</b>"),
        Format::Plain => format!("& {}", place.slot),
        Format::Handle => "badam_88".to_owned(),
        Format::Link => "https://example.org/x".to_owned(),
        Format::Picture => PICTURE.to_owned(),
        Format::Product => "7".to_owned(),
        Format::Shelf => "nuts".to_owned(),
        Format::Day => TODAY.to_owned(),
        Format::Month => "11".to_owned(),
        Format::Time => "09:00".to_owned(),
    }
}

/// A part with something everywhere, in these languages.
fn full(kind: BlockKind, langs: &[Locale]) -> Block {
    let mut block = Block::new(BlockId(3), kind);
    for slot in 0..=kind.last_slot() {
        for spec in kind.specs().iter().filter(|spec| spec.slots.has(slot)) {
            let place = Place::of(spec.field).item(slot);
            let places: Vec<Place> = match spec.format.is_translated() {
                true => langs.iter().map(|lang| place.lang(*lang)).collect(),
                false => vec![place],
            };
            for place in places {
                let value = spec.format.parse(&sample(spec.format, place)).unwrap();
                block.set(place, &value, Locale::Ug);
            }
        }
    }
    block
}

fn name() -> Shown {
    Shown {
        text: "Altun".to_owned(),
        lang: Locale::Es,
        outdated: false,
    }
}

fn place(locale: Locale) -> ShopPlace {
    ShopPlace {
        locale,
        month: 11,
        head: ShopHead {
            name: name(),
            township: name(),
            picture: Picture::unpack(PICTURE),
            founded: Some(1999),
            members: Some(40),
            phone: Some("+86 138".to_owned()),
        },
        ripe: vec![Ripe {
            name: name(),
            from: 9,
            to: 2,
        }],
        is_preview: true,
    }
}

fn part(locale: Locale, block: &Block) -> String {
    let block = block.show(locale, Locale::Ug, TODAY).unwrap();
    html(locale, || {
        let goods = view! { <i class="goods"></i> };
        view! { <ShopBlock block place=place(locale) goods/> }
    })
}

#[test]
fn every_kind_of_part_shows_what_is_in_it_and_nothing_as_markup() {
    for locale in Locale::BUILT_IN {
        for kind in BlockKind::ALL {
            let html = part(locale, &full(kind, &Locale::BUILT_IN));
            assert!(html.contains("id=\"part-3\""), "{kind}: {html}");
            assert!(!html.contains("<b>"), "{kind}: {html}");
            assert!(
                !html.contains("<ul></ul>") && !html.contains("<dl class=\"c-facts\"></dl>"),
                "{kind}"
            );
            let has_lines = kind.specs().iter().any(|spec| spec.format.is_translated());
            let own = format!("-{}", locale.code());
            assert_eq!(html.contains(&own), has_lines, "{kind}: in the reader's language");
            // Nothing of another language where there is one's own.
            assert!(
                !html.contains("c-shown__lang") || kind == BlockKind::Season || kind == BlockKind::Cover,
                "{kind}: {html}"
            );
        }
    }
}

#[test]
fn a_text_of_another_language_says_so_and_so_does_one_that_may_be_out_of_date() {
    let mut block = full(BlockKind::Story, &[Locale::Ug, Locale::Es]);
    let text = Place::of(Field::Text);
    assert!(part(Locale::Zh, &block).contains("c-shown__lang"));
    assert!(!part(Locale::Es, &block).contains("c-shown__lang"));
    block.set(text.lang(Locale::Ug), "another", Locale::Ug);
    assert!(part(Locale::Es, &block).contains("c-shown__lang"));
}

#[test]
fn a_part_with_little_in_it_has_no_empty_lists() {
    let with = |kind: BlockKind, field: Field, value: &str| {
        let mut block = Block::new(BlockId(3), kind);
        let place = Place::of(field);
        let place = if matches!(field, Field::Text) {
            place.lang(Locale::Ug)
        } else {
            place
        };
        block.set(place, value, Locale::Ug);
        part(Locale::Ug, &block)
    };
    let hours = with(BlockKind::Hours, Field::Text, "come");
    assert!(
        hours.contains("come") && !hours.contains("<ul") && !hours.contains("<svg"),
        "{hours}"
    );
    let contact = with(BlockKind::Contact, Field::Link, "https://example.org/");
    assert!(contact.contains("example.org") && !contact.contains("<dl"), "{contact}");
}

#[test]
fn what_a_picture_shows_is_read_once() {
    for kind in [BlockKind::Picture, BlockKind::Gallery] {
        let block = full(kind, &[Locale::Ug]);
        let html = part(Locale::Ug, &block);
        let caption = if kind == BlockKind::Picture {
            "caption-ug"
        } else {
            "caption.1-ug"
        };
        assert_eq!(html.matches(caption).count(), 1, "{html}");
        let mut bare = Block::new(BlockId(3), kind);
        let slot = u8::from(kind == BlockKind::Gallery);
        bare.set(Place::of(Field::Picture).item(slot), PICTURE, Locale::Ug);
        let html = part(Locale::Ug, &bare);
        assert!(html.contains("alt=\"Altun\"") && html.contains("lang=\"es\""), "{html}");
    }
}

#[derive(Clone, Copy)]
struct Nothing;

impl SavingActions for Nothing {
    fn keep_mine(self, _: Place) {}
    fn take_theirs(self, _: Place) {}
}

fn view(labels: Vec<(Place, String)>) -> SavingView {
    let say = |word: &str| format!("[{word}]");
    SavingView {
        sending: say("sending"),
        saved: say("saved"),
        undecided: say("undecided"),
        offline: say("offline"),
        busy: say("busy"),
        over: say("over"),
        reopen: say("reopen"),
        here: "/es/studio/shop/parts/3".to_owned(),
        by_form: say("by-form"),
        restored: say("restored"),
        conflict: say("conflict"),
        saved_now: say("saved-now"),
        nothing: say("nothing"),
        away: say("away"),
        keep_mine: say("mine"),
        take_theirs: say("theirs"),
        labels,
    }
}

fn saving(state: SavingState, troubles: Vec<SavingTrouble>) -> String {
    let place = Place::of(Field::Picture);
    let words = Texts::built_in().words(Locale::Es, texts::PLACES);
    let labels = vec![(place, place_name(&words, BlockKind::Cover, place))];
    html(Locale::Es, || {
        let (state, troubles) = (RwSignal::new(state), RwSignal::new(troubles));
        view! { <SavingLine view=view(labels) state troubles actions=Nothing/> }
    })
}

#[test]
fn saving_says_where_it_stands_and_never_another_thing() {
    for (state, says) in [
        (SavingState::Idle, ""),
        (SavingState::Typed, "[sending]"),
        (SavingState::Sending, "[sending]"),
        (SavingState::Saved, "[saved]"),
        (SavingState::Undecided, "[undecided]"),
        (SavingState::Offline, "[offline]"),
        (SavingState::Busy, "[busy]"),
        (SavingState::Later("in a minute".to_owned()), "in a minute"),
        (SavingState::Refused("no".to_owned()), "no"),
        (SavingState::Over, "[over]"),
        (SavingState::ByForm, "[by-form]"),
        (SavingState::Restored, "[restored]"),
    ] {
        let html = saving(state.clone(), Vec::new());
        assert!(
            html.contains(&format!("<p role=\"status\">{says}")),
            "{state:?}: {html}"
        );
        // Only where a session may have ended there is a way to sign in and come back.
        let is_over = state == SavingState::Over;
        assert_eq!(html.contains("href=\"/es/studio/shop/parts/3\""), is_over, "{html}");
        assert!(!html.contains("data-testid=\"trouble\""));
    }
}

#[test]
fn a_conflict_shows_what_is_saved_as_people_read_it() {
    let place = Place::of(Field::Picture);
    let conflict = |saved: &str| SavingTrouble::Conflict {
        place,
        saved: saved.to_owned(),
        shown: ReadableValue::new(Format::Picture, saved, Locale::Es, |_| None),
    };
    let html = saving(SavingState::Undecided, vec![conflict(PICTURE)]);
    assert!(html.contains("<img") && !html.contains(PICTURE), "{html}");
    assert!(
        html.contains("[conflict]") && html.contains("[mine]") && html.contains("[theirs]"),
        "{html}"
    );
    let html = saving(SavingState::Undecided, vec![conflict("")]);
    assert!(html.contains("[nothing]"), "{html}");
    let html = saving(
        SavingState::Undecided,
        vec![SavingTrouble::Wrong(place, "why".to_owned())],
    );
    assert!(html.contains("why") && !html.contains("[mine]"), "{html}");
}

#[test]
fn values_are_shown_by_their_names() {
    let shown = |format: Format, value: &str| {
        let value = ReadableValue::new(format, value, Locale::Es, |_| Some("Miel".to_owned()));
        html(
            Locale::Es,
            || view! { <ValueShown value nothing="-".to_owned() lang=None/> },
        )
    };
    assert!(shown(Format::Product, "7").contains("Miel"));
    assert!(shown(Format::Shelf, "honey").contains("Miel"));
    assert!(shown(Format::Month, "11").contains("noviembre"));
    let day = shown(Format::Day, TODAY);
    assert!(day.contains("29") && !day.contains(TODAY), "{day}");
    assert!(shown(Format::Picture, PICTURE).contains("<img"));
    let lines = shown(Format::Prose(600), "<b>\n2");
    assert_eq!(lines.matches("<p").count(), 2, "{lines}");
}

#[test]
fn what_is_on_the_device_only_is_named_with_the_way_there() {
    let part = UnsentPart {
        key: "shop-part/1/2/3".to_owned(),
        name: "Historia".to_owned(),
        url: "/es/studio/shop/parts/3".to_owned(),
    };
    let line = |parts: Vec<UnsentPart>| {
        html(
            Locale::Es,
            || view! { <UnsentLine lead="[unsent]".to_owned() unsent=RwSignal::new(parts)/> },
        )
    };
    let some = line(vec![part]);
    assert!(
        some.contains("[unsent]") && some.contains("href=\"/es/studio/shop/parts/3\""),
        "{some}"
    );
    assert!(!line(Vec::new()).contains("[unsent]"));
}
