//! How the shop's texts are laid out: whatever is filled in, the order of digits, prices and codes stays.

use domain::Locale;
use unicode_bidi::{BidiInfo, Level};

use crate::message::{Arg, Message, Text, messages};
use crate::texts::Texts;

/// What is filled in: a price, a phone number, a day, a name in other letters, a code.
const SAMPLES: [&str; 5] = ["¥12.50", "0991-1234567", "2026-05-01", "王小明", "BZ-2K7Q"];

/// The letters of a text from left to right, as they stand on the screen.
fn on_screen(locale: Locale, text: &str) -> String {
    let level = match locale {
        Locale::Ug => Level::rtl(),
        _ => Level::ltr(),
    };
    let info = BidiInfo::new(text, Some(level));
    let mut shown = String::new();
    for paragraph in &info.paragraphs {
        let line = info.reorder_line(paragraph, paragraph.range.clone());
        shown.extend(line.chars().filter(|c| !is_control(*c)));
    }
    shown
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// Runs of Latin letters, digits and the signs within them that are read from left to right in every language. A dash is none of
/// them: `24–48` begins at the right in Uyghur.
fn codes(text: &str) -> Vec<String> {
    let is_of_code = |c: char| c.is_ascii_alphanumeric() || "¥.,:/@_+-%#=&?".contains(c);
    text.split(|c: char| !is_of_code(c))
        .map(|code| code.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '¥'))
        .filter(|code| code.len() > 1)
        .map(str::to_owned)
        .collect()
}

/// Codes of a text that are in another order on the screen.
fn turned(locale: Locale, text: &str) -> Vec<String> {
    let shown = on_screen(locale, text);
    let samples = SAMPLES.into_iter().filter(|sample| text.contains(sample));
    let all = codes(text).into_iter().chain(samples.map(str::to_owned));
    all.filter(|code| !shown.contains(code.as_str())).collect()
}

#[test]
fn the_order_of_digits_prices_and_codes_stays_in_every_text() {
    let texts = Texts::built_in();
    let mut told = Vec::new();
    for known in messages() {
        let Some(text) = Text::by_id(known.id) else { continue };
        for round in 0..SAMPLES.len() {
            let args: Vec<Arg<'_>> = (0..known.args.len())
                .map(|number| match round {
                    0 => Arg::from(1_i64),
                    1 => Arg::from(12_500_i64),
                    _ => Arg::from(SAMPLES[(number + round) % SAMPLES.len()]),
                })
                .collect();
            for locale in Locale::BUILT_IN {
                let said = texts.get(locale, Message::with(text, args.clone()));
                for code in turned(locale, &said) {
                    told.push(format!("{locale} {}: {code} in {said}", known.id));
                }
            }
        }
    }
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_code_that_nothing_holds_together_is_seen_to_turn() {
    assert_eq!(
        turned(Locale::Ug, "سالام 2026-05-01 بولدى"),
        ["2026-05-01", "2026-05-01"]
    );
    assert!(turned(Locale::Ug, "سالام \u{2068}2026-05-01\u{2069} بولدى").is_empty());
    assert!(turned(Locale::Es, "Hola 2026-05-01").is_empty());
}
