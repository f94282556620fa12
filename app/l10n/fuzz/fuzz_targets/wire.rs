//! Any text as what a page sends to its islands.

#![no_main]

use domain::Locale;
use l10n::{Text, Words, messages, t};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pattern: &str| {
    // A text with arguments, by its place among all.
    let id = t::ids::PAGE_POSITION.id();
    let place = messages()
        .iter()
        .position(|known| known.id == id)
        .expect("a text of the shop");
    let words = Words::read(Locale::Es, &format!("{place}:{pattern}"));
    drop(words.parts(t::page_position(1_000_000, "two")));
    drop(words.get(Text::by_id(id).expect("the same")));
    assert_eq!(Words::read(Locale::Es, &words.write()), words);
});
