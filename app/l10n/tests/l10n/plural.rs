//! CLDR's own samples of its plural rules.

use domain::Locale;
use l10n::plural::{Operands, Plural, PluralRules, rules_of};

/// `0~3` is 0, 1, 2 and 3, `0.0~0.2` counts in tenths.
fn numbers(sample: &str) -> Vec<String> {
    let Some((from, to)) = sample.split_once('~') else {
        return vec![sample.to_owned()];
    };
    let digits = from.split_once('.').map_or(0, |(_, digits)| digits.len());
    let units = |text: &str| text.replace('.', "").parse::<u64>().unwrap();
    let one = 10_u64.pow(u32::try_from(digits).unwrap());
    (units(from)..=units(to))
        .map(|units| match digits {
            0 => units.to_string(),
            _ => format!("{}.{:0digits$}", units / one, units % one),
        })
        .collect()
}

#[test]
fn every_sample_of_cldr_has_its_category() {
    let mut seen = 0;
    let lines = include_str!("plural-samples.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let (head, samples) = line.split_once(": ").unwrap();
        let (kind, language) = head.split_once(' ').unwrap();
        let rules = rules_of(language).unwrap();
        let of: fn(&PluralRules, Operands) -> Plural = match kind {
            "cardinal" => PluralRules::category,
            _ => PluralRules::ordinal,
        };
        for part in samples.split("; ") {
            let (category, samples) = part.split_once(':').unwrap();
            for number in samples.split_whitespace().flat_map(numbers) {
                let category = Plural::parse(category.trim()).unwrap();
                let operands = Operands::parse(&number).unwrap();
                assert_eq!(of(rules, operands), category, "{kind} {language} {number}");
                seen += 1;
            }
        }
    }
    assert!(seen > 3000, "{seen}");
}

/// The forms by which the shop's own languages are resolved are those of CLDR: a change of either is seen here.
#[test]
fn the_shops_languages_count_as_cldr_says() {
    use l10n::check::{By, Key, Pattern, Piece};
    let says = |text: &str| Pattern {
        pieces: vec![Piece::Text(text.to_owned())],
    };
    for locale in Locale::BUILT_IN {
        let rules = rules_of(locale.folder()).unwrap();
        assert_eq!(
            rules.ordinal_categories(),
            [Plural::Other],
            "{locale}: places in a row are told apart"
        );
        let forms = rules
            .categories()
            .into_iter()
            .filter(|category| *category != Plural::Other);
        let pattern = Pattern {
            pieces: vec![Piece::Choice {
                by: By {
                    variable: 0,
                    is_ordinal: false,
                    fraction: 0,
                },
                forms: forms
                    .map(|category| (Key::Category(category), says(category.as_str())))
                    .collect(),
                other: says("other"),
            }],
        };
        for number in [0_i64, 1, 2, 5, 11, 21, 100, 999_999, 1_000_000, 1_000_001, 7_000_000] {
            let operands = Operands::parse(&number.to_string()).unwrap();
            let said = pattern.fill(locale, &[number.into()]);
            assert_eq!(said, rules.category(operands).as_str(), "{locale} {number}");
        }
    }
}
