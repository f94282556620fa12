//! The sentences one page or island may need, apart from all others: what an island is hydrated with.
//!
//! On the way they are text, `id:pattern|id:pattern|…`, so that they compress together with the page they stand in. How a pattern
//! is written is in `check::pattern`; it is filled in as it stands there, on both sides by [`resolve`].

use std::sync::Arc;

use domain::Locale;

use crate::message::{Message, Text};
use crate::resolve::{self, Part, whole};

/// Some texts in one language. Cloning is cheap and shares them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    locale: Locale,
    written: String,
    /// Where in it the pattern of each text begins and ends; by number.
    places: Vec<(Text, usize, usize)>,
}

impl Words {
    #[cfg(feature = "fluent")]
    pub(crate) fn new(locale: Locale, mut patterns: Vec<(Text, Arc<str>)>) -> Self {
        patterns.sort_by_key(|(text, _)| *text);
        patterns.dedup_by_key(|(text, _)| *text);
        let written: Vec<String> = patterns
            .iter()
            .map(|(text, pattern)| format!("{}:{pattern}", text.number()))
            .collect();
        Self::read(locale, &written.join("|"))
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// A text for attributes: arguments stand between isolating characters. Empty when it is not among these, which
    /// tests of the components look for.
    pub fn get<'a>(&self, message: impl Into<Message<'a>>) -> String {
        let message = message.into();
        self.pattern(message.text)
            .map(|pattern| resolve::isolated(pattern, self.0.locale, &message.args))
            .unwrap_or_default()
    }

    /// A text in parts for a view, which puts the isolated ones in `<bdi>`.
    pub fn parts<'a>(&self, message: impl Into<Message<'a>>) -> Vec<Part> {
        let message = message.into();
        self.pattern(message.text)
            .map(|pattern| resolve::parts(pattern, self.0.locale, &message.args))
            .unwrap_or_default()
    }

    fn pattern(&self, text: Text) -> Option<&str> {
        let places = &self.0.places;
        let place = places.binary_search_by_key(&text, |(text, ..)| *text);
        debug_assert!(place.is_ok(), "a text that was not taken along: {text:?}");
        let (_, from, to) = *places.get(place.ok()?)?;
        self.0.written.get(from..to)
    }

    /// The texts as [`read`](Self::read) takes them.
    pub fn write(&self) -> String {
        self.0.written.clone()
    }

    /// Texts that were [written](Self::write) by the same build. What cannot be read is left out.
    pub fn read(locale: Locale, written: &str) -> Self {
        let mut places = Vec::new();
        let mut begin = 0;
        while let Some((number, pattern)) = written.get(begin..).and_then(|left| left.split_once(':')) {
            let from = begin + number.len() + 1;
            let to = from + end_of(pattern);
            if let Some(number) = whole(number).and_then(|number| u16::try_from(number).ok()) {
                places.push((Text::at(number), from, to));
            }
            begin = to + 1;
        }
        let written = written.to_owned();
        Self(Arc::new(Inner {
            locale,
            written,
            places,
        }))
    }
}

/// Where a pattern ends: at the first `|` that is not a letter of it.
fn end_of(pattern: &str) -> usize {
    let mut bytes = pattern.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'|' => return at,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    pattern.len()
}

#[cfg(all(test, feature = "fluent"))]
mod tests {
    use super::*;
    use crate::check::{By, Decimal, Key, MomentStyle, NumberStyle, Pattern, Piece, Plural, Style};
    use crate::message::Arg;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn says(text: &str) -> Pattern {
        Pattern {
            pieces: vec![Piece::Text(text.to_owned())],
        }
    }

    fn shows(number: usize) -> Piece {
        Piece::Variable { number, style: None }
    }

    fn chooses(by: By, forms: Vec<(Key, Pattern)>, other: Pattern) -> Pattern {
        Pattern {
            pieces: vec![Piece::Choice { by, forms, other }],
        }
    }

    const FIRST: By = By {
        variable: 0,
        is_ordinal: false,
        fraction: 0,
    };

    /// What a pattern says with these arguments, after it was sent to a browser.
    fn said(pattern: &Pattern, args: &[Arg<'_>]) -> String {
        let one = (Text::at(7), Arc::from(pattern.write()));
        let other = (Text::at(300), Arc::from("|".replace('|', "\\|")));
        let words = Words::new(Locale::Es, vec![other, one.clone(), one]);
        let read = Words::read(Locale::Es, &words.write());
        assert_eq!(read, words);
        assert_eq!(read.get(Text::at(300)), "|");
        let message = Message::with(Text::at(7), args.to_vec());
        read.get(message).replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn what_is_sent_says_what_was_written() {
        let mut pattern = chooses(
            FIRST,
            vec![
                (Key::Number(-12), says("none:")),
                (
                    Key::Category(Plural::One),
                    Pattern {
                        pieces: vec![shows(0), text(" thing;")],
                    },
                ),
                (Key::Category(Plural::Many), Pattern::default()),
            ],
            Pattern {
                pieces: vec![text("}"), shows(2)],
            },
        );
        pattern.pieces.insert(0, text("a|b;{c}\\ \"ئ"));
        pattern.pieces.insert(1, shows(1));
        pattern.pieces.push(text("end"));
        let with = |count: i64| said(&pattern, &[count.into(), "two".into(), "three".into()]);
        assert_eq!(with(-12), "a|b;{c}\\ \"ئtwonone:end");
        assert_eq!(with(1), "a|b;{c}\\ \"ئtwo1 thing;end");
        assert_eq!(with(2_000_000), "a|b;{c}\\ \"ئtwoend");
        assert_eq!(with(5), "a|b;{c}\\ \"ئtwo}threeend");
        assert_eq!(said(&Pattern::default(), &[]), "");
    }

    #[test]
    fn forms_are_chosen_by_words_and_within_forms() {
        let inner = chooses(
            By { variable: 1, ..FIRST },
            vec![(Key::Category(Plural::One), says("una"))],
            says("muchas"),
        );
        let pattern = chooses(FIRST, vec![(Key::Word("female".to_owned()), inner)], says("uno"));
        assert_eq!(said(&pattern, &["female".into(), 1_i64.into()]), "una");
        assert_eq!(said(&pattern, &["female".into(), 2_i64.into()]), "muchas");
        assert_eq!(said(&pattern, &["male".into(), 1_i64.into()]), "uno");
        assert_eq!(said(&pattern, &[]), "uno");
        let called = chooses(FIRST, vec![(Key::Category(Plural::One), says("a"))], says("b"));
        assert_eq!(said(&called, &["one".into()]), "a");
        assert_eq!(said(&called, &["o".into()]), "b");
        assert_eq!(said(&called, &["1".into()]), "b");
    }

    #[test]
    fn numbers_and_moments_are_written_as_the_text_asks() {
        let style = NumberStyle {
            fraction: (2, 3),
            ..NumberStyle::default()
        };
        let with = |style: Style| Pattern {
            pieces: vec![Piece::Variable {
                number: 0,
                style: Some(style),
            }],
        };
        assert_eq!(said(&with(Style::Number(style)), &[5_i64.into()]), "5,00");
        let half = Arg::Decimal { units: 5, scale: 1 };
        assert_eq!(said(&with(Style::Number(style)), std::slice::from_ref(&half)), "0,50");
        let moment = Arg::Moment(1_777_619_040_000);
        assert_eq!(said(&with(Style::Moment(MomentStyle::Time)), &[moment]), "15:04");
        let pattern = chooses(
            FIRST,
            vec![(Key::Decimal(Decimal { units: 5, scale: 1 }), says("half"))],
            says("other"),
        );
        assert_eq!(said(&pattern, &[half]), "half");
        assert_eq!(said(&pattern, &[5_i64.into()]), "other");
        let million = |by: By| {
            said(
                &chooses(by, vec![(Key::Category(Plural::Many), says("a"))], says("b")),
                &[1_000_000_i64.into()],
            )
        };
        assert_eq!(million(FIRST), "a");
        assert_eq!(million(By { fraction: 1, ..FIRST }), "b");
        assert_eq!(
            million(By {
                is_ordinal: true,
                ..FIRST
            }),
            "b"
        );
    }

    #[test]
    fn broken_words_are_left_out_rather_than_a_panic() {
        for broken in [
            "",
            ":",
            "x:y",
            "1:{",
            "1:{x}",
            "1:{0?",
            "1:{0?o",
            "1:{0?o:",
            "1:\\",
            "1:a|",
            "|||",
            "1:{0?:}|2",
            "1:{0#}",
            "1:{0@}",
            "1:{0^?",
            "1:}",
            "1:;",
            "1:{0?;}",
            "1:\\ئ|2:\\",
        ] {
            let words = Words::read(Locale::Es, broken);
            for (text, ..) in &words.0.places {
                drop(words.get(Message::with(*text, vec![1_i64.into()])));
            }
        }
    }
}
