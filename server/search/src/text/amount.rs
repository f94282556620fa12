//! Amounts in what people type: `500 g`, `٥٠٠گرام`, `1公斤`, `２斤`, `半斤`, `medio kilo`, `يېرىم كىلو`.

use domain::Unit;

use super::{Script, Token, uyghur};

/// An amount that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Grams, millilitres or pieces.
    pub unit: Unit,
    pub value: i64,
}

/// Thousandths, in which numbers are read: `0.5` are 500.
const ONE: i64 = 1_000;
/// Largest number read, ones; more is nothing anybody buys.
const MOST: i64 = 1_000_000;

/// A unit: what it counts, and how many of that.
type Measure = (Unit, i64);

/// Takes the amounts out of what was typed: what is left is looked for in texts. Of several the first counts.
#[must_use]
pub fn take(tokens: &[Token]) -> (Vec<Token>, Option<Amount>) {
    let mut left: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut found = None;
    let mut rest: Vec<Token> = tokens.to_vec();
    rest.reverse();
    while let Some(token) = rest.pop() {
        let number = number_of(&token).or_else(|| next_is_unit(&token, &rest));
        if let Some(number) = number
            && let Some((amount, read, after)) = with_unit(number, &rest)
        {
            found = found.or(Some(amount));
            rest.truncate(rest.len() - read);
            rest.extend(after);
            continue;
        }
        if token.script == Script::Han
            && let Some((before, amount, after)) = in_run(&token.text)
        {
            found = found.or(Some(amount));
            rest.extend(run(after));
            left.extend(run(before));
            continue;
        }
        left.push(token);
    }
    (left, found)
}

/// Thousandths of a token of digits.
fn number_of(token: &Token) -> Option<i64> {
    (token.script == Script::Number).then(|| decimal(&token.text))?
}

/// Thousandths of a number in words; only before a unit.
fn next_is_unit(token: &Token, rest: &[Token]) -> Option<i64> {
    if !token.is_word() {
        return None;
    }
    let thousandths = match token.key().as_str() {
        "un" | "una" | "one" | "bir" => ONE,
        "dos" | "two" | "ikki" => 2 * ONE,
        "tres" | "three" | "uC" => 3 * ONE,
        "cuatro" | "four" | "tot" => 4 * ONE,
        "cinco" | "five" | "beS" => 5 * ONE,
        "diez" | "ten" | "on" => 10 * ONE,
        "medio" | "media" | "half" | "yerim" => ONE / 2,
        "cuarto" | "quarter" | "Carek" | "Cerek" => ONE / 4,
        _ => return None,
    };
    with_unit(thousandths, rest).is_some().then_some(thousandths)
}

/// The amount that a number and what follows are, how many tokens of `rest` (its end is next) are read, and what of the last
/// of them is left.
fn with_unit(thousandths: i64, rest: &[Token]) -> Option<(Amount, usize, Option<Token>)> {
    let mut read = 0;
    let mut next = rest.iter().rev();
    let mut token = next.next()?;
    // `un cuarto de kilo`, `half a kilo`.
    if token.is_word() && matches!(token.text.as_str(), "de" | "a" | "of") {
        token = next.next()?;
        read += 1;
    }
    read += 1;
    if token.script == Script::Han {
        let (measure, after) = han_measure(&token.text)?;
        // 公斤半 is a unit and a half.
        let (half, after) = after.strip_prefix('半').map_or((0, after), |after| (ONE / 2, after));
        return Some((amount(thousandths + half, measure)?, read, run(after)));
    }
    if !token.is_word() {
        return None;
    }
    let measure = measure_of(&token.key())?;
    let words: Vec<&str> = next.take(2).map(|token| token.text.as_str()).collect();
    if matches!(words.as_slice(), ["y", "medio" | "media"]) {
        return Some((amount(thousandths + ONE / 2, measure)?, read + 2, None));
    }
    Some((amount(thousandths, measure)?, read, None))
}

fn amount(thousandths: i64, (unit, each): Measure) -> Option<Amount> {
    let value = thousandths.checked_mul(each)? / ONE;
    (value > 0).then_some(Amount { unit, value })
}

fn run(text: &str) -> Option<Token> {
    (!text.is_empty()).then(|| Token {
        script: Script::Han,
        text: text.to_owned(),
        is_joined: true,
    })
}

/// Reads thousandths. A comma or a stop is decimal, unless three digits follow it: `1,000` are a thousand, `0.500` a half.
fn decimal(text: &str) -> Option<i64> {
    if let Some((over, under)) = text.split_once(['/', '\u{2044}']) {
        let (over, under): (i64, i64) = (over.parse().ok()?, under.parse().ok()?);
        return (over <= MOST && under > 0).then(|| over * ONE / under);
    }
    let mut groups = text.split(['.', ',']);
    let first = groups.next()?;
    let mut whole: i64 = first.parse().ok()?;
    let groups: Vec<&str> = groups.collect();
    if !groups.is_empty() && whole != 0 && groups.iter().all(|group| group.len() == 3) {
        for group in groups {
            whole = whole.checked_mul(1_000)?.checked_add(group.parse().ok()?)?;
        }
        return (whole <= MOST).then_some(whole * ONE);
    }
    let digits: String = groups
        .first()
        .map_or("", |group| *group)
        .chars()
        .chain("000".chars())
        .take(3)
        .collect();
    let part: i64 = digits.parse().ok()?;
    (whole <= MOST && groups.len() <= 1).then_some(whole * ONE + part)
}

/// The unit at the start of a run of Chinese, and what follows it.
fn han_measure(text: &str) -> Option<(Measure, &str)> {
    [
        ("公斤", (Unit::Gram, 1_000)),
        ("千克", (Unit::Gram, 1_000)),
        ("市斤", (Unit::Gram, 500)),
        ("毫升", (Unit::Millilitre, 1)),
        ("斤", (Unit::Gram, 500)),
        ("克", (Unit::Gram, 1)),
        ("两", (Unit::Gram, 50)),
        ("升", (Unit::Millilitre, 1_000)),
        ("个", (Unit::Piece, 1)),
        ("件", (Unit::Piece, 1)),
        ("盒", (Unit::Piece, 1)),
        ("袋", (Unit::Piece, 1)),
        ("瓶", (Unit::Piece, 1)),
        ("箱", (Unit::Piece, 1)),
        ("罐", (Unit::Piece, 1)),
        ("包", (Unit::Piece, 1)),
        ("份", (Unit::Piece, 1)),
    ]
    .into_iter()
    .find_map(|(unit, measure)| {
        let after = text.strip_prefix(unit)?;
        // 500克装: packed by so much.
        let is_packed = measure.0 != Unit::Piece;
        let after = after.strip_prefix('装').filter(|_| is_packed).unwrap_or(after);
        Some((measure, after))
    })
}

/// An amount in Chinese numerals in a run, and what stands before and after it. Only weights and volumes: 三件 may be a name.
fn in_run(text: &str) -> Option<(&str, Amount, &str)> {
    for (place, _) in text.char_indices() {
        let Some((thousandths, after)) = numeral(&text[place..]) else {
            continue;
        };
        let Some((measure, after)) = han_measure(after) else {
            continue;
        };
        if measure.0 != Unit::Piece {
            let (half, after) = after.strip_prefix('半').map_or((0, after), |after| (ONE / 2, after));
            return Some((&text[..place], amount(thousandths + half, measure)?, after));
        }
    }
    None
}

/// The thousandths of the numeral at the start of a text, up to 九百九十九, and what follows it. A 两 before a unit is two.
fn numeral(text: &str) -> Option<(i64, &str)> {
    if let Some(after) = text.strip_prefix('半') {
        return Some((ONE / 2, after));
    }
    let (mut sum, mut digit, mut rest) = (0, None, text);
    while let Some(c) = rest.chars().next() {
        match (digit_of(c), digit) {
            // 二两 is two of a unit.
            (Some(_), Some(_)) => break,
            (Some(value), None) => digit = Some(value),
            (None, _) => {
                let times = match c {
                    '十' => 10,
                    '百' => 100,
                    _ => break,
                };
                sum += digit.take().unwrap_or(1) * times;
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    let value = sum + digit.unwrap_or(0);
    (value > 0).then_some((value * ONE, rest))
}

const fn digit_of(c: char) -> Option<i64> {
    Some(match c {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The unit that a word is, also with a Uyghur ending (`500 گراملىق`).
fn measure_of(key: &str) -> Option<Measure> {
    named_measure(key).or_else(|| uyghur::stems(key).iter().find_map(|stem| named_measure(stem)))
}

fn named_measure(key: &str) -> Option<Measure> {
    Some(match key {
        "g" | "gr" | "grs" | "gm" | "gram" | "grams" | "gramm" | "gramo" | "gramos" => (Unit::Gram, 1),
        "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramm" | "kilogiram" | "kilogramo"
        | "kilogramos" => (Unit::Gram, 1_000),
        // The Chinese pound, as Uyghur and pinyin write it.
        "jiN" | "jin" => (Unit::Gram, 500),
        "ml" | "millilitir" | "millilitr" | "mililitro" | "mililitros" | "milliliter" | "millilitre" => {
            (Unit::Millilitre, 1)
        }
        "l" | "lt" | "litir" | "liter" | "litr" | "litro" | "litros" | "litre" | "litres" | "liters" => {
            (Unit::Millilitre, 1_000)
        }
        "dane" | "xalta" | "quta" | "botulka" | "pieza" | "piezas" | "ud" | "uds" | "unidad" | "unidades" | "bolsa"
        | "bolsas" | "caja" | "cajas" | "bote" | "botes" | "tarro" | "tarros" | "paquete" | "paquetes" | "pack"
        | "packs" | "piece" | "pieces" | "pcs" | "box" | "boxes" | "bag" | "bags" | "jar" | "jars" => (Unit::Piece, 1),
        _ => return None,
    })
}

/// Whether a word names a weight by itself, as in `almendras por kilo`: it says little about what is wanted.
#[must_use]
pub fn is_unit(key: &str) -> bool {
    named_measure(key).is_some_and(|(unit, _)| unit != Unit::Piece)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::cut;

    fn taken(text: &str) -> (String, Option<(Unit, i64)>) {
        let (left, amount) = take(&cut(text));
        let left: Vec<String> = left.into_iter().map(|token| token.text).collect();
        (left.join(" "), amount.map(|amount| (amount.unit, amount.value)))
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, left, grams) in [
            ("miel 500 g", "miel", 500),
            ("500g miel", "miel", 500),
            ("بادام ٥٠٠گرام", "بادام", 500),
            ("بادام ۵۰۰ گراملىق", "بادام", 500),
            ("巴旦木 1公斤", "巴旦木", 1_000),
            ("２斤紅棗", "红枣", 1_000),
            ("红枣500克", "红枣", 500),
            ("红枣500克礼盒", "红枣 礼盒", 500),
            ("一公斤核桃", "核桃", 1_000),
            ("核桃半斤", "核桃", 250),
            ("两斤半核桃", "核桃", 1_250),
            ("二两枸杞", "枸杞", 100),
            ("500克装红枣", "红枣", 500),
            ("五百克红枣", "红枣", 500),
            ("二百五十克红枣", "红枣", 250),
            ("十斤核桃", "核桃", 5_000),
            ("0.5kg miel", "miel", 500),
            ("0,5 kg miel", "miel", 500),
            ("1,000 g miel", "miel", 1_000),
            ("1.000 g miel", "miel", 1_000),
            ("medio kilo de miel", "de miel", 500),
            ("un cuarto de kilo de miel", "un de miel", 250),
            ("kilo y medio miel", "kilo y medio miel", 0),
            ("1 kilo y medio miel", "miel", 1_500),
            ("1/2 kilo miel", "miel", 500),
            ("½ kilo miel", "miel", 500),
            ("يېرىم كىلو بادام", "بادام", 500),
            ("ئىككى كىلولۇق بادام", "بادام", 2_000),
            ("5 kilo de nueces", "de nueces", 5_000),
            ("бадам 500 грамм", "бадам", 500),
        ] {
            let expected = (grams > 0).then_some((Unit::Gram, grams));
            assert_eq!(taken(text), (left.to_owned(), expected), "{text}");
        }
        assert_eq!(taken("蜂蜜500毫升"), ("蜂蜜".to_owned(), Some((Unit::Millilitre, 500))));
        assert_eq!(taken("2 cajas higos"), ("higos".to_owned(), Some((Unit::Piece, 2))));
        for text in ["八仙果", "2026", "一品红", "miel 0 g", "badam 3"] {
            assert_eq!(taken(text).1, None, "{text}");
        }
    }
}
