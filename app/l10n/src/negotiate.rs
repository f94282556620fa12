//! Which language a visitor of `/` gets.

use domain::Locale;

use crate::language::named;

/// For visitors none of whose languages the shop speaks: most of its buyers, all over the country, read Chinese.
const DEFAULT: Locale = Locale::Zh;

/// The language for someone who has not chosen one in the URL: the cookie's, else the best of `Accept-Language`
/// (RFC 9110, 12.5.4), else Chinese.
pub fn negotiate(accept_language: &str, cookie: Option<&str>) -> Locale {
    if let Some(locale) = cookie.and_then(|cookie| named(cookie.trim())) {
        return locale;
    }
    let mut best: Option<(u16, Locale)> = None;
    for range in accept_language.split(',') {
        let (tag, quality) = match range.split_once(';') {
            Some((tag, parameter)) => (tag, quality(parameter)),
            None => (range, Some(1000)),
        };
        let (Some(locale), Some(quality)) = (named(tag.trim()), quality) else {
            continue;
        };
        // The first of equals wins: browsers list languages in order of preference.
        if quality > 0 && best.is_none_or(|(most, _)| quality > most) {
            best = Some((quality, locale));
        }
    }
    best.map_or(DEFAULT, |(_, locale)| locale)
}

/// `q=0.8` as thousandths.
fn quality(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.trim().split_once('=')?;
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let digits = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !name.trim().eq_ignore_ascii_case("q") || !digits {
        return None;
    }
    let thousandths = format!("{fraction:0<3}").parse().unwrap_or(0);
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}
