//! What `NUMBER()` and `DATETIME()` are told. An option that the shop cannot keep is a fault, never ignored.

use super::source::Inline;
use crate::check::{Decimal, Fault, Kind, MomentStyle, NumberStyle};

/// Most digits that are asked for.
const MOST_DIGITS: u8 = 18;

/// Options of `NUMBER()`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberOptions {
    /// How it is written.
    pub style: NumberStyle,
    /// Whether it is a place in a row, for the choice of a form.
    pub is_ordinal: bool,
    /// An option that changes the number itself, which a choice of forms does not look at.
    pub rounded: Option<&'static str>,
}

/// What is said in brackets of `NUMBER()`, over what is known of the number already.
///
/// # Errors
/// The first option that is none, or one with a value it cannot have.
pub fn number_options(named: &[(String, Inline)], known: NumberOptions) -> Result<NumberOptions, Fault> {
    let mut options = known;
    let (mut least, mut most) = (None, None);
    let (mut least_significant, mut most_significant) = (None, None);
    for (name, value) in named {
        let refused = || refused("NUMBER", name);
        match (name.as_str(), literal(value)) {
            ("minimumIntegerDigits", _) => options.style.integer = digits(value, 1).ok_or_else(refused)?,
            ("minimumFractionDigits", _) => least = Some(digits(value, 0).ok_or_else(refused)?),
            ("maximumFractionDigits", _) => most = Some(digits(value, 0).ok_or_else(refused)?),
            ("minimumSignificantDigits", _) => least_significant = Some(digits(value, 1).ok_or_else(refused)?),
            ("maximumSignificantDigits", _) => most_significant = Some(digits(value, 1).ok_or_else(refused)?),
            ("useGrouping", "true" | "auto" | "1") => options.style.is_grouped = true,
            ("useGrouping", "false" | "0") => options.style.is_grouped = false,
            ("style", "decimal") => options.style.is_percent = false,
            ("style", "percent") => options.style.is_percent = true,
            ("type", "cardinal") => options.is_ordinal = false,
            ("type", "ordinal") => options.is_ordinal = true,
            _ => return Err(refused()),
        }
    }
    // As in ECMA-402: without other word three digits after the point at most, of hundredths none.
    let usual = if options.style.is_percent { 0 } else { 3 };
    let from = least.unwrap_or_else(|| options.style.fraction.0.min(most.unwrap_or(MOST_DIGITS)));
    options.style.fraction = (from, most.unwrap_or_else(|| usual.max(from)));
    if options.style.fraction.1 < from {
        return Err(refused("NUMBER", "maximumFractionDigits"));
    }
    if least_significant.is_some() || most_significant.is_some() {
        let bounds = (least_significant.unwrap_or(1), most_significant.unwrap_or(MOST_DIGITS));
        if bounds.1 < bounds.0 {
            return Err(refused("NUMBER", "maximumSignificantDigits"));
        }
        options.style.significant = Some(bounds);
    }
    options.rounded = match options.style {
        NumberStyle { is_percent: true, .. } => Some("style"),
        NumberStyle {
            significant: Some(_), ..
        } => Some("maximumSignificantDigits"),
        _ if most.is_some() => Some("maximumFractionDigits"),
        _ => known.rounded,
    };
    Ok(options)
}

/// What is said in brackets of `DATETIME()`.
///
/// # Errors
/// An option that is none, or options that together say what the shop does not write.
pub fn moment_style(named: &[(String, Inline)]) -> Result<MomentStyle, Fault> {
    let known = [
        "dateStyle",
        "timeStyle",
        "weekday",
        "year",
        "month",
        "day",
        "hour",
        "minute",
    ];
    let mut said = [""; 8];
    for (name, value) in named {
        let Some(place) = known.iter().position(|known| known == name) else {
            return Err(refused("DATETIME", name));
        };
        said[place] = literal(value);
    }
    let is_clock = |hour: &str| matches!(hour, "numeric" | "2-digit");
    match said {
        ["" | "long", "", "", "", "", "", "", ""] | ["", "", "", "numeric", "long", "numeric", "", ""] => {
            Ok(MomentStyle::Date)
        }
        ["long", "short", "", "", "", "", "", ""] => Ok(MomentStyle::DateTime),
        ["", "short", "", "", "", "", "", ""] => Ok(MomentStyle::Time),
        ["", "", "", "", "", "", hour, "2-digit" | "numeric"] if is_clock(hour) => Ok(MomentStyle::Time),
        ["", "", "", "numeric", "long", "numeric", hour, "2-digit" | "numeric"] if is_clock(hour) => {
            Ok(MomentStyle::DateTime)
        }
        ["", "", "", "", "long", "numeric", "", ""] => Ok(MomentStyle::Day),
        ["", "", "", "", "long", "", "", ""] => Ok(MomentStyle::Month),
        ["", "", "", "numeric", "", "", "", ""] => Ok(MomentStyle::Year),
        ["", "", "long", "", "", "", "", ""] => Ok(MomentStyle::Weekday),
        ["", "", "short", "", "", "", "", ""] => Ok(MomentStyle::ShortWeekday),
        _ => {
            let name = named.last().map_or("", |(name, _)| name.as_str());
            Err(refused("DATETIME", name))
        }
    }
}

fn refused(function: &str, option: &str) -> Fault {
    Fault::new(Kind::OptionUnknown)
        .arg("name", function)
        .arg("option", option)
        .at(option)
}

/// By the grammar a named argument is a text or a number.
fn literal(value: &Inline) -> &str {
    match value {
        Inline::Text(text) | Inline::Number(text) => text,
        _ => "",
    }
}

fn digits(value: &Inline, least: u8) -> Option<u8> {
    let Inline::Number(text) = value else { return None };
    let number = Decimal::parse(text)?.shortest();
    let digits = u8::try_from(number.units).ok().filter(|_| number.scale == 0)?;
    (least..=MOST_DIGITS).contains(&digits).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(options: &[(&str, &str)]) -> Vec<(String, Inline)> {
        let inline = |value: &str| match Decimal::parse(value) {
            Some(_) => Inline::Number(value.to_owned()),
            None => Inline::Text(value.to_owned()),
        };
        let options = options.iter();
        options
            .map(|(name, value)| ((*name).to_owned(), inline(value)))
            .collect()
    }

    #[test]
    fn digits_have_the_bounds_of_the_standard() {
        let fraction = |options: &[(&str, &str)]| {
            let read = number_options(&named(options), NumberOptions::default());
            read.map(|options| options.style.fraction)
                .map_err(|fault| fault.args[1].1.clone())
        };
        assert_eq!(fraction(&[]), Ok((0, 3)));
        assert_eq!(fraction(&[("minimumFractionDigits", "2")]), Ok((2, 3)));
        assert_eq!(fraction(&[("minimumFractionDigits", "5")]), Ok((5, 5)));
        assert_eq!(fraction(&[("maximumFractionDigits", "0")]), Ok((0, 0)));
        assert_eq!(fraction(&[("style", "percent")]), Ok((0, 0)));
        let wrong = [("minimumFractionDigits", "3"), ("maximumFractionDigits", "2")];
        assert_eq!(fraction(&wrong), Err("maximumFractionDigits".to_owned()));
        for wrong in [
            ("minimumIntegerDigits", "0"),
            ("minimumFractionDigits", "19"),
            ("maximumFractionDigits", "1.5"),
        ] {
            assert_eq!(fraction(&[wrong]), Err(wrong.0.to_owned()));
        }
        for wrong in [
            ("style", "currency"),
            ("currency", "EUR"),
            ("useGrouping", "maybe"),
            ("notation", "compact"),
        ] {
            assert_eq!(fraction(&[wrong]), Err(wrong.0.to_owned()));
        }
    }

    #[test]
    fn moments_are_written_as_the_shop_writes_them_or_not_at_all() {
        let style = |options: &[(&str, &str)]| moment_style(&named(options)).ok();
        assert_eq!(style(&[]), Some(MomentStyle::Date));
        assert_eq!(style(&[("dateStyle", "long")]), Some(MomentStyle::Date));
        assert_eq!(style(&[("day", "numeric"), ("month", "long")]), Some(MomentStyle::Day));
        assert_eq!(
            style(&[("hour", "2-digit"), ("minute", "2-digit")]),
            Some(MomentStyle::Time)
        );
        assert_eq!(style(&[("weekday", "short")]), Some(MomentStyle::ShortWeekday));
        for wrong in [
            &[("dateStyle", "full")][..],
            &[("month", "short")],
            &[("era", "long")],
            &[("hour", "numeric")],
            &[("dateStyle", "long"), ("year", "numeric")],
        ] {
            assert_eq!(style(wrong), None, "{wrong:?}");
        }
    }
}
