//! The figures are those of CLDR 48.2 (Node 20, ICU 78.2), except where `format` says otherwise.

use domain::Locale::{Es, Ug, Zh};
use domain::{Currency, Locale, Money, Quantity, Unit, Weight};
use l10n::format;
use proptest::prelude::*;

const MAY_FIRST: i64 = 1_777_619_040_000; // 2026-05-01 15:04 in Beijing

fn yuan(fen: i64) -> Money {
    Money::new(fen, Currency::Cny)
}

/// What all three languages make of one value.
fn each<T>(write: impl Fn(Locale) -> T) -> [T; 3] {
    Locale::BUILT_IN.map(write)
}

#[test]
fn money_follows_each_language() {
    assert_eq!(
        each(|l| format::money(l, yuan(1250))),
        ["¥12.50", "¥12.50", "12,50\u{A0}CNY"]
    );
    assert_eq!(
        each(|l| format::money(l, yuan(123_450))),
        ["¥1,234.50", "¥1,234.50", "1234,50\u{A0}CNY"]
    );
    assert_eq!(
        each(|l| format::money(l, yuan(-1_234_560))),
        ["-¥12,345.60", "-¥12,345.60", "-12.345,60\u{A0}CNY"]
    );
    assert_eq!(each(|l| format::money(l, yuan(5))), ["¥0.05", "¥0.05", "0,05\u{A0}CNY"]);
    assert_eq!(
        each(|l| format::money(l, Money::new(1250, Currency::Eur))),
        ["€12.50", "€12.50", "12,50\u{A0}€"]
    );
    assert_eq!(
        each(|l| format::money(l, Money::new(1250, Currency::Usd))),
        ["$12.50", "US$12.50", "12,50\u{A0}US$"]
    );
}

#[test]
fn the_smallest_and_largest_amounts_do_not_overflow() {
    assert_eq!(format::money(Zh, yuan(i64::MIN)), "-¥92,233,720,368,547,758.08");
    assert_eq!(format::money(Es, yuan(i64::MAX)), "92.233.720.368.547.758,07\u{A0}CNY");
    assert_eq!(format::number(Ug, i64::MIN), "-9,223,372,036,854,775,808");
    assert_eq!(
        format::weight(Es, Weight(i64::MIN)),
        "-9.223.372.036.854.775,808\u{A0}kg"
    );
    assert!(!format::date_time(Ug, i64::MAX).is_empty() && !format::date_time(Ug, i64::MIN).is_empty());
}

#[test]
fn the_yuan_sign_is_the_one_in_latin_fonts() {
    assert!(format::money(Ug, yuan(1)).starts_with('\u{A5}'));
    assert!(format::money(Zh, yuan(1)).starts_with('\u{A5}'));
}

#[test]
fn money_parts_put_together_are_the_money() {
    let parts = format::money_parts(Es, yuan(-1250));
    assert_eq!(
        (parts.sign, parts.symbol, parts.number.as_str(), parts.symbol_first),
        ("-", "CNY", "12,50", false)
    );
    assert!(format::money_parts(Ug, yuan(1250)).symbol_first);
}

#[test]
fn spanish_groups_from_five_digits() {
    assert_eq!(each(|l| format::number(l, 999)), ["999", "999", "999"]);
    assert_eq!(each(|l| format::number(l, 1234)), ["1,234", "1,234", "1234"]);
    assert_eq!(each(|l| format::number(l, 12345)), ["12,345", "12,345", "12.345"]);
    assert_eq!(
        each(|l| format::number(l, -1_234_567)),
        ["-1,234,567", "-1,234,567", "-1.234.567"]
    );
    assert_eq!(each(|l| format::percent(l, 5)), ["5%", "5%", "5\u{A0}%"]);
}

#[test]
fn weights_and_quantities_name_their_unit() {
    assert_eq!(
        each(|l| format::weight(l, Weight(500))),
        ["500\u{A0}گرام", "500克", "500\u{A0}g"]
    );
    assert_eq!(
        each(|l| format::weight(l, Weight(1500))),
        ["1.5\u{A0}كىلوگرام", "1.5公斤", "1,5\u{A0}kg"]
    );
    assert_eq!(
        each(|l| format::weight(l, Weight(1_000))),
        ["1\u{A0}كىلوگرام", "1公斤", "1\u{A0}kg"]
    );
    assert_eq!(
        each(|l| format::weight(l, Weight(1_234_005)))[1..],
        ["1,234.005公斤", "1234,005\u{A0}kg"]
    );
    assert_eq!(each(|l| format::weight(l, Weight(0)))[1], "0克");
    assert_eq!(each(|l| format::quantity(l, Quantity(250), Unit::Gram))[1], "250克");
    assert_eq!(
        each(|l| format::quantity(l, Quantity(3), Unit::Piece)),
        ["3\u{A0}دانە", "3件", "3\u{A0}uds."]
    );
    assert_eq!(format::quantity(Es, Quantity(1), Unit::Piece), "1\u{A0}ud.");
    let bottle = each(|l| format::quantity(l, Quantity(1500), Unit::Millilitre));
    assert_eq!(bottle, ["1.5\u{A0}لىتېر", "1.5升", "1,5\u{A0}l"]);
}

#[test]
fn prices_per_weight_read_like_a_shop_sign() {
    assert_eq!(
        each(|l| format::price_per_kg(l, yuan(4500))),
        ["¥45.00/كىلوگرام", "¥45.00/公斤", "45,00\u{A0}CNY/kg"]
    );
    assert_eq!(format::price_per_grams(Zh, yuan(2250), 500), "¥22.50/斤");
    assert_eq!(
        format::price_per_grams(Es, yuan(2250), 500),
        "22,50\u{A0}CNY/500\u{A0}g"
    );
}

#[test]
fn dates_are_those_of_the_shop() {
    assert_eq!(
        each(|l| format::date(l, MAY_FIRST)),
        ["1-ماي، 2026", "2026年5月1日", "1 de mayo de 2026"]
    );
    let times = ["1-ماي، 2026 15:04", "2026年5月1日 15:04", "1 de mayo de 2026, 15:04"];
    assert_eq!(each(|l| format::date_time(l, MAY_FIRST)), times);
    assert_eq!(
        each(|l| format::day_month(l, MAY_FIRST)),
        ["1-ماي", "5月1日", "1 de mayo"]
    );
    assert_eq!(format::machine_date_time(MAY_FIRST), "2026-05-01T15:04+08:00");
    assert_eq!(format::time_range(Ug, 9 * 60 + 30, 18 * 60 + 30), "09:30–18:30");
    assert_eq!(each(|l| format::month_name(l, 8)), ["ئاۋغۇست", "8月", "agosto"]);
    assert_eq!(each(|l| format::weekday_name(l, 1)), ["دۈشەنبە", "星期一", "lunes"]);
    assert_eq!(each(|l| format::weekday_short(l, 7)), ["يە", "周日", "dom"]);
}

#[test]
fn a_month_may_be_named() {
    for (typed, read) in [
        ("5 de octubre de 2026", "2026-10-5"),
        ("Octubre 2026", "2026-10"),
        ("octubre de 2026", "2026-10"),
        ("1-ماي، 2026", "2026-5-1"),
        ("2026-يىلى ئۆكتەبىر", "2026-10"),
        ("2026-يىلى ئۆكتەبىرنىڭ 5-كۈنى", "2026-10-5"),
        // No month, or too many.
        ("2026-10-05", "2026-10-05"),
        ("2026年10月5日", "2026年10月5日"),
        ("octubre", "octubre"),
        ("en octubre de 2026", "en octubre de 2026"),
        ("mayo o junio 2026", "mayo o junio 2026"),
    ] {
        assert_eq!(format::named_month(typed), read);
    }
}

#[test]
fn the_day_changes_at_midnight_in_beijing() {
    let midnight = 1_777_564_800_000; // 2026-05-01 00:00 in Beijing, 16:00 of April in UTC
    assert_eq!(format::date_time(Zh, midnight), "2026年5月1日 00:00");
    assert_eq!(format::date_time(Zh, midnight - 1), "2026年4月30日 23:59");
    assert_eq!(format::machine_date(951_753_600_000), "2000-02-29");
    assert_eq!(format::machine_date(-1), "1970-01-01");
    assert_eq!(format::machine_date(-8 * 3_600_000 - 1), "1969-12-31");
}

#[test]
fn lists_end_in_and() {
    let list = |l, items: &[&str]| format::list_and(l, items);
    assert_eq!(list(Ug, &["بادام", "ياڭاق", "ھەسەل"]), "بادام، ياڭاق ۋە ھەسەل");
    assert_eq!(list(Zh, &["巴旦木", "核桃", "蜂蜜"]), "巴旦木、核桃和蜂蜜");
    assert_eq!(list(Es, &["almendra", "nuez", "miel"]), "almendra, nuez y miel");
    assert_eq!(list(Es, &["miel", "higos"]), "miel e higos");
    assert_eq!(list(Es, &["agua", "hielo"]), "agua y hielo");
    assert_eq!(list(Es, &["miel"]), "miel");
    assert_eq!(list(Es, &[]), "");
}

/// A calendar on the wall: the day after this one.
fn next_day((year, month, day): (i64, u8, u8)) -> (i64, u8, u8) {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match (month, day) {
        (12, 31) => (year + 1, 1, 1),
        _ if day == length => (year, month + 1, 1),
        _ => (year, month, day + 1),
    }
}

#[test]
fn every_day_of_nine_centuries_follows_the_one_before() {
    // 1600-01-01 is the start of a cycle of 400 years, 135,140 days before 1970.
    let mut day = (1600, 1, 1);
    for number in -135_140..200_000 {
        let (year, month, date) = day;
        let noon_in_beijing = number * 86_400_000 + 4 * 3_600_000;
        assert_eq!(
            format::machine_date(noon_in_beijing),
            format!("{year}-{month:02}-{date:02}")
        );
        day = next_day(day);
    }
}

proptest! {
    #[test]
    fn one_day_more_is_the_next_date(days in -700_000_i64..2_000_000, minute in 0_i64..1440) {
        let at = |days: i64| days * 86_400_000 + (minute - 8 * 60) * 60_000;
        let text = format::machine_date(at(days));
        let parts: Vec<i64> = text.split('-').map(|part| part.parse().unwrap()).collect();
        let (year, month, day) = next_day((parts[0], parts[1] as u8, parts[2] as u8));
        prop_assert_eq!(format::machine_date(at(days + 1)), format!("{year:04}-{month:02}-{day:02}"));
        prop_assert_eq!(format::time(Ug, at(days)), format!("{:02}:{:02}", minute / 60, minute % 60));
    }

    #[test]
    fn no_digit_is_lost_in_grouping(value: i64) {
        for locale in Locale::BUILT_IN {
            let plain: String = format::number(locale, value).chars().filter(|c| !matches!(c, '.' | ',')).collect();
            prop_assert_eq!(plain, value.to_string());
            let fen: String = format::money(locale, yuan(value)).chars().filter(|c| matches!(c, '-' | '0'..='9')).collect();
            prop_assert_eq!(fen.parse::<i64>(), Ok(value));
        }
    }
}
