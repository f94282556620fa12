//! Fills a pattern with arguments and keeps each argument from turning the text around it.
//!
//! In a right-to-left sentence `¥12.50` or `0991-1234567` really flips without isolation, so it is never off by
//! default: markup isolates with `<bdi>` ([`Part`]), plain text with the characters FSI … PDI (Unicode UAX #9).

use std::borrow::Cow;

use domain::Locale;

use crate::format;
use crate::language::{get, place};
use crate::message::Arg;
#[cfg(feature = "full")]
use crate::style::{Decimal, MomentStyle, NumberStyle};

/// First strong isolate: what follows takes its direction from its own first letter.
const FSI: char = '\u{2068}';
/// Pop directional isolate: the end of it.
const PDI: char = '\u{2069}';

/// A stretch of a message for a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words of the translation.
    Text(String),
    /// An argument; a view puts it in `<bdi>`.
    Isolated(String),
}

/// The message with every argument between FSI and PDI.
pub(crate) fn isolated(pattern: &str, locale: Locale, args: &[Arg<'_>]) -> String {
    let mut out = String::new();
    walk(pattern, locale, args, &mut |part| match part {
        Bit::Text(text) => out.push_str(text),
        Bit::Argument(text) => {
            out.push(FSI);
            out.push_str(&harmless(text));
            out.push(PDI);
        }
    });
    out
}

/// The message without any direction characters, for `<title>`, e-mail subjects and logs.
#[cfg(feature = "fluent")]
pub(crate) fn plain(pattern: &str, locale: Locale, args: &[Arg<'_>]) -> String {
    let mut out = String::new();
    walk(pattern, locale, args, &mut |part| match part {
        Bit::Text(text) => out.push_str(text),
        Bit::Argument(text) => out.extend(text.chars().filter(|c| !is_control(*c))),
    });
    out
}

/// The message in parts, neighbouring text joined.
pub(crate) fn parts(pattern: &str, locale: Locale, args: &[Arg<'_>]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    walk(pattern, locale, args, &mut |part| match (part, out.last_mut()) {
        (Bit::Text(text), Some(Part::Text(last))) => last.push_str(text),
        (Bit::Text(text), _) => out.push(Part::Text(text.to_owned())),
        (Bit::Argument(text), _) => out.push(Part::Isolated(harmless(text).into_owned())),
    });
    out
}

/// A text that is being written, filled in with examples, as [`crate::Words::parts`] fills in those of a page. The pattern is in
/// the form in which a page takes its texts along.
#[cfg(feature = "full")]
pub fn fill(pattern: &str, locale: Locale, args: &[Arg<'_>]) -> Vec<Part> {
    parts(pattern, locale, args)
}

enum Bit<'x> {
    Text(&'x str),
    Argument(&'x str),
}

/// Fills a pattern in, which is a line of text as `check::pattern` writes it.
fn walk(pattern: &str, locale: Locale, args: &[Arg<'_>], out: &mut dyn FnMut(Bit<'_>)) {
    Walk { locale, args, out }.form(pattern, true);
}

struct Walk<'a, 'o> {
    locale: Locale,
    args: &'a [Arg<'a>],
    out: &'o mut dyn FnMut(Bit<'_>),
}

impl Walk<'_, '_> {
    /// Says a form, or passes over it; what is left begins with the sign that ends it.
    fn form<'p>(&mut self, pattern: &'p str, is_said: bool) -> &'p str {
        let mut left = pattern;
        loop {
            let is_sign = |byte: u8| matches!(byte, b'\\' | b'{' | b'}' | b';');
            let at = left.bytes().position(is_sign).unwrap_or(left.len());
            let (text, rest) = left.split_at(at);
            self.text(text, is_said);
            let Some(behind) = rest.get(1..) else {
                return rest;
            };
            left = match rest.as_bytes().first() {
                Some(b'\\') => {
                    let length = behind.chars().next().map_or(0, char::len_utf8);
                    let (letter, rest) = behind.split_at(length);
                    self.text(letter, is_said);
                    rest
                }
                Some(b'{') => self.placeable(behind, is_said),
                _ => return rest,
            };
        }
    }

    fn text(&mut self, text: &str, is_said: bool) {
        if is_said && !text.is_empty() {
            (self.out)(Bit::Text(text));
        }
    }

    /// What stands behind a `{`; what is left begins behind its `}`.
    fn placeable<'p>(&mut self, pattern: &'p str, is_said: bool) -> &'p str {
        let Some(end) = pattern.bytes().position(|byte| matches!(byte, b'}' | b'?')) else {
            return "";
        };
        let (head, rest) = pattern.split_at(end);
        let digits = head.bytes().take_while(u8::is_ascii_digit).count();
        let (number, style) = head.split_at(digits);
        let args = self.args;
        let arg = whole(number).and_then(|number| args.get(usize::try_from(number).ok()?));
        let mut left = &rest[1..];
        if rest.starts_with('}') {
            if let Some(arg) = arg.filter(|_| is_said) {
                self.argument(arg, style);
            }
            return left;
        }
        let mut is_open = is_said;
        while let Some((key, form)) = left.split_once(':') {
            let is_taken = is_open && (key.is_empty() || arg.is_some_and(|arg| fits(key, arg, style, self.locale)));
            let rest = self.form(form, is_taken);
            is_open &= !is_taken;
            left = rest.get(1..).unwrap_or_default();
            if !rest.starts_with(';') {
                break;
            }
        }
        left
    }

    #[cfg_attr(
        not(feature = "full"),
        expect(unused_variables, reason = "numbers are written in one way")
    )]
    fn argument(&mut self, arg: &Arg<'_>, style: &str) {
        let written = match arg {
            #[cfg(feature = "full")]
            Arg::Moment(moment) => {
                let style = style.strip_prefix('@').and_then(MomentStyle::read);
                format::moment(self.locale, *moment, style.unwrap_or(MomentStyle::Date))
            }
            #[cfg(feature = "full")]
            Arg::Decimal { units, scale } => {
                let plain = NumberStyle {
                    fraction: (*scale, (*scale).max(3)),
                    ..NumberStyle::default()
                };
                let style = style.strip_prefix('#').map_or(plain, NumberStyle::read);
                format::styled(self.locale, *units, *scale, style)
            }
            #[cfg(feature = "full")]
            Arg::Number(value) if style.starts_with('#') => {
                format::styled(self.locale, *value, 0, NumberStyle::read(&style[1..]))
            }
            Arg::Number(value) => format::number(self.locale, *value),
            Arg::Text(text) => return (self.out)(Bit::Argument(text)),
        };
        (self.out)(Bit::Argument(&written));
    }
}

/// Whether a form of this key is meant by an argument. A number is meant by itself and by its category, a word by itself.
fn fits(key: &str, arg: &Arg<'_>, counted: &str, locale: Locale) -> bool {
    match arg {
        Arg::Number(value) => whole(key) == Some(*value) || key == category(locale, *value, counted),
        Arg::Text(text) => match key.strip_prefix('=') {
            Some(word) => word == text,
            None => CATEGORIES.iter().any(|name| name.strip_prefix(key) == Some(&**text)),
        },
        #[cfg(feature = "full")]
        Arg::Decimal { units, scale } => {
            let number = Decimal {
                units: *units,
                scale: *scale,
            };
            let short = number.shortest();
            let category = match short.scale {
                0 if *scale > 0 && counted.is_empty() => category(locale, short.units, "."),
                0 => category(locale, short.units, counted),
                _ => "r",
            };
            Decimal::parse(key) == Some(short) || key == category
        }
        #[cfg(feature = "full")]
        Arg::Moment(_) => false,
    }
}

/// Each category's letter and, behind it, its name: a text may be called like one.
const CATEGORIES: [&str; 6] = ["zzero", "oone", "ttwo", "ffew", "mmany", "rother"];

/// The letter of a category, by the rules that the language brings along. `counted` is `^` for a place in a row and `.` for a
/// number with digits after the point.
pub(crate) fn category(locale: Locale, value: i64, counted: &str) -> &'static str {
    let rules = match counted {
        "" => place::PLURAL,
        "^" => place::ORDINAL,
        _ => place::PLURAL_FRACTION,
    };
    by_rules(get(locale, rules), value.saturating_abs())
}

/// The letter of the first rule that holds of a whole number, `r` when none does. Rules such as `o=1 f10=2-4&100!12-14` are what
/// `plural` makes of those of CLDR: 1, or what ends in 2 to 4 and not in 12 to 14. They are read in one pass: every page brings
/// this along.
pub(crate) fn by_rules(rules: &'static str, value: i64) -> &'static str {
    // Of the rule that is being read, and of its relation: a modulus, where a range begins, and where it ends.
    let (mut letter, mut holds) = ("", true);
    let (mut numbers, mut at, mut is_outside) = ([0_i64; 3], 0, false);
    for (place, byte) in rules.bytes().chain([b' ']).enumerate() {
        match byte {
            b'0'..=b'9' => numbers[at] = numbers[at] * 10 + i64::from(byte - b'0'),
            b' ' | b'&' => {
                let [modulus, from, to] = numbers;
                let value = if modulus > 0 { value % modulus } else { value };
                let to = if at < 2 { from } else { to };
                holds &= (from..=to).contains(&value) != is_outside;
                (numbers, at, is_outside) = ([0; 3], 0, false);
                if byte == b' ' {
                    if holds && !letter.is_empty() {
                        return letter;
                    }
                    (letter, holds) = ("", true);
                }
            }
            b'=' | b'!' | b'-' => {
                at = 2.min(at + 1);
                is_outside |= byte == b'!';
            }
            _ => letter = rules.get(place..=place).unwrap_or_default(),
        }
    }
    "r"
}

/// A whole number as patterns write it: digits, behind `-` when it is below zero. It does less than `str::parse`, which is three
/// times its size, and every page brings this along.
pub fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !matches!(digits.len(), 1..=18) {
        return None;
    }
    let mut value = 0;
    for digit in digits.bytes() {
        let b'0'..=b'9' = digit else {
            return None;
        };
        value = value * 10 + i64::from(digit - b'0');
    }
    Some(if digits.len() < text.len() { -value } else { value })
}

/// A name typed by a stranger must not end our isolate or override directions: overrides go, and isolates stay only
/// when each is closed (a list of names that has been isolated already is).
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_control) {
        return Cow::Borrowed(text);
    }
    let mut depth = 0_usize;
    let mut closed = true;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            PDI if depth == 0 => closed = false,
            PDI => depth -= 1,
            _ => {}
        }
    }
    let keep_isolates = closed && depth == 0;
    let keep = |c: &char| !is_control(*c) || (keep_isolates && matches!(c, '\u{2066}'..='\u{2069}'));
    Cow::Owned(text.chars().filter(keep).collect())
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
