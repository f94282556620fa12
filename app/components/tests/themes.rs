//! The colours of shop pages can be read on their grounds, by day and in the dark.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::HashMap;

use domain::shop_page::Theme;

/// A sheet's custom properties by selector, apart for day and dark.
fn tokens(sheet: &str) -> [HashMap<String, HashMap<String, String>>; 2] {
    let (day, dark) = sheet.split_once("@media (prefers-color-scheme: dark)").unwrap();
    [day, dark].map(|part| {
        let mut found: HashMap<String, HashMap<String, String>> = HashMap::new();
        for rule in part.split('}') {
            let Some((selector, body)) = rule.rsplit_once('{') else {
                continue;
            };
            let selector = selector.rsplit(['}', '{', '/', ';']).next().unwrap().trim().to_owned();
            for line in body.split(';') {
                if let Some((name, value)) = line.trim().split_once(':')
                    && name.starts_with("--")
                {
                    let of = found.entry(selector.clone()).or_default();
                    of.insert(name.to_owned(), value.trim().to_owned());
                }
            }
        }
        found
    })
}

/// Relative luminance (WCAG 2.2, 1.4.3).
fn luminance(color: &str) -> f64 {
    let hex = color.trim_start_matches('#');
    let hex = if hex.len() == 3 {
        hex.chars().flat_map(|c| [c, c]).collect()
    } else {
        hex.to_owned()
    };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_can_be_read() {
    let base = tokens(include_str!("../../../style/tokens.css"));
    let shops = tokens(include_str!("../../../style/shops.css"));
    for theme in Theme::ALL {
        for (base, shops) in base.iter().zip(&shops) {
            let root = &base[":root"];
            let class = components::theme_class(theme).split(' ').next_back().unwrap();
            let own = shops.get(&format!(".{class}"));
            assert!(own.is_some() || theme == Theme::default(), "{theme} has no colours");
            let token = |name: &str| own.and_then(|own| own.get(name)).unwrap_or_else(|| &root[name]).clone();
            for (text, ground) in [
                ("--press", "--ground"),
                ("--press", "--paper"),
                ("--press", "--sunk"),
                ("--on-press", "--press"),
                ("--on-press", "--press-deep"),
                ("--press-deep", "--press-wash"),
                ("--ink", "--press-wash"),
            ] {
                let found = contrast(&token(text), &token(ground));
                assert!(found >= 4.5, "{theme}: {text} on {ground}: {found:.2}");
            }
        }
    }
}
