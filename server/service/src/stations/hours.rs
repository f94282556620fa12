//! Opening hours as people write them: `09:30–13:00, 15:00–19:30`.

use domain::{plain_dashes, plain_digits};

/// From when until when, minutes after midnight.
pub(super) type Span = (u16, u16);

/// Spans of one day at the most.
const SPANS: usize = 3;

/// Reads the hours of one day; nothing written is a closed day. They come in order.
///
/// # Errors
/// Nothing when it is not understood, or two spans overlap.
pub(super) fn parse(typed: &str) -> Option<Vec<Span>> {
    let typed = plain_dashes(&plain_digits(typed));
    let parts = typed.split([',', '،', '、', ';', '؛']).map(str::trim);
    let mut spans = parts
        .filter(|part| !part.is_empty())
        .map(span)
        .collect::<Option<Vec<Span>>>()?;
    spans.sort_unstable();
    let is_apart = spans.windows(2).all(|pair| pair[0].1 <= pair[1].0);
    (is_apart && spans.len() <= SPANS).then_some(spans)
}

fn span(part: &str) -> Option<Span> {
    let (opens, closes) = part.split_once(['-', '~', '至'])?;
    let (opens, closes) = (minute(opens)?, minute(closes)?);
    (opens < closes).then_some((opens, closes))
}

/// A time of the day, `9`, `9:30` or `9.30`; `24:00` is midnight at its end.
fn minute(typed: &str) -> Option<u16> {
    let typed = typed.trim();
    let (hour, minute) = typed.split_once([':', '.', '：']).unwrap_or((typed, "0"));
    let number = |text: &str| {
        let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= 24 * 60).then_some(at)
}

/// The hours of one day, as one writes them.
pub(super) fn written(spans: &[Span]) -> String {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let spans: Vec<String> = spans
        .iter()
        .map(|(opens, closes)| format!("{}–{}", time(*opens), time(*closes)))
        .collect();
    spans.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_they_are_written_anywhere() {
        for (typed, hours) in [
            ("", ""),
            ("9-18", "09:00–18:00"),
            (" 09:30 – 18:30 ", "09:30–18:30"),
            ("9.30-13.00،15-24:00", "09:30–13:00, 15:00–24:00"),
            ("１５：００～１９：３０、9：00-12:00", "09:00–12:00, 15:00–19:30"),
            ("۹:۳۰-۱۸", "09:30–18:00"),
        ] {
            assert_eq!(
                parse(typed).map(|spans| written(&spans)).as_deref(),
                Some(hours),
                "{typed}"
            );
        }
    }

    #[test]
    fn hours_that_cannot_be_are_not_read() {
        for typed in [
            "x",
            "9",
            "18-9",
            "9-9",
            "9-25",
            "9:60-12",
            "9-24:01",
            "9-13, 12-15",
            "1-2,3-4,5-6,7-8",
            "+9-12",
            "009-12",
            "-",
        ] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }
}
