//! Plural categories of any language, from the rules of CLDR (Unicode Technical Standard 35, part 3, «Language Plural Rules»).
//!
//! Only the server knows all of them: it looks through translations with them and resolves what can be resolved before
//! anything is sent. `build.rs` uses this file as well, so nothing here uses the rest of the crate but `style`.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use crate::style::Decimal;

/// The category of a number in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plural {
    /// None of a thing, in Arabic or Latvian.
    Zero,
    /// One thing.
    One,
    /// A pair.
    Two,
    /// A few.
    Few,
    /// Many; in Spanish whole millions ("un millón de …").
    Many,
    /// Everything else.
    Other,
}

impl Plural {
    /// Every category, `other` last.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The word of CLDR and Fluent: `one`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The category written with exactly this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plural| plural.as_str() == word)
    }
}

/// What rules ask of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operands {
    /// `i`: what stands before the point.
    whole: u64,
    /// `v`: how many digits stand after it.
    digits: u64,
    /// `f`: those digits as a number.
    fraction: u64,
    /// `c` and `e`: the power of ten of a number such as 1.2 million, when it is written like this.
    exponent: u64,
}

impl Operands {
    /// Of a number written in full.
    pub fn of(number: Decimal) -> Self {
        let one = 10_u64.pow(u32::from(number.scale.min(18)));
        let units = number.units.unsigned_abs();
        Self {
            whole: units / one,
            digits: u64::from(number.scale),
            fraction: units % one,
            exponent: 0,
        }
    }

    /// Reads `1.5` and CLDR's `1.2c6`.
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['c', 'e']) {
            Some((digits, exponent)) => (digits, exponent.parse::<u8>().ok()?),
            None => (text, 0),
        };
        let mut number = Decimal::parse(digits)?;
        let moved = number.scale.min(exponent);
        number.scale -= moved;
        number.units = number
            .units
            .checked_mul(10_i64.checked_pow(u32::from(exponent - moved))?)?;
        Some(Self {
            exponent: u64::from(exponent),
            ..Self::of(number)
        })
    }

    /// `w` and `t`: digits after the point without zeros at the end, how many and which.
    const fn shortest(self) -> (u64, u64) {
        let (mut digits, mut fraction) = (self.digits, self.fraction);
        while digits > 0 && fraction.is_multiple_of(10) {
            fraction /= 10;
            digits -= 1;
        }
        (digits, fraction)
    }

    /// The value of an operand; `None` for one that is not whole.
    fn get(self, operand: Operand) -> Option<u64> {
        let (shortest_digits, shortest) = self.shortest();
        match operand {
            Operand::Number if shortest_digits > 0 => None,
            Operand::Number | Operand::Whole => Some(self.whole),
            Operand::Digits => Some(self.digits),
            Operand::ShortestDigits => Some(shortest_digits),
            Operand::Fraction => Some(self.fraction),
            Operand::Shortest => Some(shortest),
            Operand::Exponent => Some(self.exponent),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operand {
    Number,
    Whole,
    Digits,
    ShortestDigits,
    Fraction,
    Shortest,
    Exponent,
}

/// `i % 10 = 2..4,7`
#[derive(Debug, Clone, PartialEq, Eq)]
struct Relation {
    operand: Operand,
    modulus: Option<u64>,
    is_negated: bool,
    ranges: Vec<(u64, u64)>,
}

impl Relation {
    fn holds(&self, operands: Operands) -> bool {
        let is_within = operands.get(self.operand).is_some_and(|value| {
            let value = self.modulus.map_or(value, |modulus| value % modulus);
            self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&value))
        });
        is_within != self.is_negated
    }
}

/// When a category is meant: one of several conditions, each of relations that all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    category: Plural,
    conditions: Vec<Vec<Relation>>,
}

/// A rule that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The part that is not understood.
    pub part: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no plural rule", self.part)
    }
}

impl std::error::Error for RuleError {}

/// Reads a rule as CLDR writes it: `v = 0 and i % 10 = 2..4 and i % 100 != 12..14`.
///
/// # Errors
/// The part that is not understood.
pub fn parse(category: Plural, rule: &str) -> Result<Rule, RuleError> {
    let conditions = rule
        .split(" or ")
        .map(|condition| {
            let relations = condition.split(" and ").map(relation);
            relations.collect::<Result<Vec<Relation>, RuleError>>()
        })
        .collect::<Result<Vec<_>, RuleError>>()?;
    Ok(Rule { category, conditions })
}

fn relation(part: &str) -> Result<Relation, RuleError> {
    read_relation(part).ok_or_else(|| RuleError {
        part: part.trim().to_owned(),
    })
}

fn read_relation(part: &str) -> Option<Relation> {
    let (left, right) = part.split_once('=')?;
    let (left, is_negated) = match left.trim_end().strip_suffix('!') {
        Some(left) => (left, true),
        None => (left, false),
    };
    let (operand, modulus) = match left.split_once('%') {
        Some((operand, modulus)) => {
            let modulus: u64 = modulus.trim().parse().ok()?;
            if modulus == 0 {
                return None;
            }
            (operand, Some(modulus))
        }
        None => (left, None),
    };
    let operand = match operand.trim() {
        "n" => Operand::Number,
        "i" => Operand::Whole,
        "v" => Operand::Digits,
        "w" => Operand::ShortestDigits,
        "f" => Operand::Fraction,
        "t" => Operand::Shortest,
        "c" | "e" => Operand::Exponent,
        _ => return None,
    };
    let ranges = right
        .split(',')
        .map(|range| {
            let range = range.trim();
            let (from, to) = range.split_once("..").unwrap_or((range, range));
            Some((from.parse::<u64>().ok()?, to.parse::<u64>().ok()?))
        })
        .collect::<Option<Vec<_>>>()?;
    Some(Relation {
        operand,
        modulus,
        is_negated,
        ranges,
    })
}

/// How a language counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PluralRules {
    cardinal: Vec<Rule>,
    ordinal: Vec<Rule>,
}

impl PluralRules {
    /// Rules of a language that CLDR does not know, or knows otherwise; the first that holds counts.
    pub const fn new(cardinal: Vec<Rule>, ordinal: Vec<Rule>) -> Self {
        Self { cardinal, ordinal }
    }

    /// The category of a number of things.
    pub fn category(&self, operands: Operands) -> Plural {
        first(&self.cardinal, operands)
    }

    /// The category of a place in a row: 1st, 2nd.
    pub fn ordinal(&self, operands: Operands) -> Plural {
        first(&self.ordinal, operands)
    }

    /// The rules for whole numbers of things, as `resolve` reads them.
    pub fn whole(&self) -> String {
        short(&self.cardinal, 0)
    }

    /// The same for whole numbers that are shown with digits after the point.
    pub fn whole_with_fraction(&self) -> String {
        short(&self.cardinal, 1)
    }

    /// The same for places in a row.
    pub fn places(&self) -> String {
        short(&self.ordinal, 0)
    }

    /// The categories that numbers of things have in this language, `other` last.
    pub fn categories(&self) -> Vec<Plural> {
        let own = self.cardinal.iter().map(|rule| rule.category);
        own.chain([Plural::Other]).collect()
    }

    /// The categories of places in a row, `other` last.
    pub fn ordinal_categories(&self) -> Vec<Plural> {
        let own = self.ordinal.iter().map(|rule| rule.category);
        own.chain([Plural::Other]).collect()
    }
}

/// Rules for whole numbers, of which `digits` after the point are shown, in the words of a browser: a rule is the letter of its
/// category and relations with `&` between them, each a modulus, `=` or `!`, and a range.
fn short(rules: &[Rule], digits: u64) -> String {
    let written = rules.iter().flat_map(|rule| {
        let letter = rule.category.as_str().get(..1).unwrap_or_default();
        let conditions = rule
            .conditions
            .iter()
            .flat_map(move |relations| alternatives(relations, digits));
        conditions.map(move |relations| [letter, &relations].concat())
    });
    written.collect::<Vec<String>>().join(" ")
}

/// A condition as several that need one range each; none when no whole number meets it.
fn alternatives(relations: &[Relation], digits: u64) -> Vec<String> {
    let shown = Operands {
        whole: 0,
        digits,
        fraction: 0,
        exponent: 0,
    };
    let mut all = vec![Vec::new()];
    for relation in relations {
        match relation.operand {
            Operand::Number | Operand::Whole => {}
            // The same for all of these numbers.
            _ if relation.holds(shown) => continue,
            _ => return Vec::new(),
        }
        let modulus = relation.modulus.map(|modulus| modulus.to_string()).unwrap_or_default();
        let sign = if relation.is_negated { '!' } else { '=' };
        let ranges = relation.ranges.iter().map(|(from, to)| {
            if to == from {
                format!("{modulus}{sign}{from}")
            } else {
                format!("{modulus}{sign}{from}-{to}")
            }
        });
        let ranges: Vec<String> = ranges.collect();
        if relation.is_negated {
            for one in &mut all {
                one.extend(ranges.iter().cloned());
            }
        } else {
            let each = |one: &Vec<String>| {
                let one = one.clone();
                ranges
                    .clone()
                    .into_iter()
                    .map(move |range| [one.as_slice(), &[range]].concat())
            };
            all = all.iter().flat_map(each).collect();
        }
    }
    // Any number divides by 1.
    let written = |one: Vec<String>| {
        if one.is_empty() {
            "1=0".to_owned()
        } else {
            one.join("&")
        }
    };
    all.into_iter().map(written).collect()
}

fn first(rules: &[Rule], operands: Operands) -> Plural {
    let holds = |rule: &&Rule| {
        let mut conditions = rule.conditions.iter();
        conditions.any(|relations| relations.iter().all(|relation| relation.holds(operands)))
    };
    rules.iter().find(holds).map_or(Plural::Other, |rule| rule.category)
}

/// Rules by the tag of their language in small letters.
static KNOWN: LazyLock<HashMap<String, PluralRules>> = LazyLock::new(|| {
    let mut known: HashMap<String, PluralRules> = HashMap::new();
    let lines = include_str!("../data/plurals.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let Some((head, rules)) = line.split_once(':') else {
            continue;
        };
        let mut languages = head.split(' ');
        let is_ordinal = languages.next() == Some("ordinal");
        let rules: Vec<Rule> = rules.split(';').filter_map(named_rule).collect();
        for language in languages {
            let own = known.entry(language.to_ascii_lowercase()).or_default();
            let own = if is_ordinal {
                &mut own.ordinal
            } else {
                &mut own.cardinal
            };
            own.clone_from(&rules);
        }
    }
    known
});

/// `one n = 1`
fn named_rule(text: &str) -> Option<Rule> {
    let (category, rule) = text.trim().split_once(' ')?;
    parse(Plural::parse(category)?, rule).ok()
}

/// The rules of a language by its BCP 47 tag, `zh-Hans` by `zh`. `None` when CLDR does not know it.
pub fn rules_of(tag: &str) -> Option<&'static PluralRules> {
    let tag = tag.to_ascii_lowercase();
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    KNOWN.get(&tag).or_else(|| KNOWN.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_cldr_is_read() {
        for line in include_str!("../data/plurals.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let (_, rules) = line.split_once(':').unwrap_or_default();
            for rule in rules.split(';').filter(|rule| !rule.trim().is_empty()) {
                assert!(named_rule(rule).is_some(), "{rule}");
            }
        }
    }

    #[test]
    fn a_browser_chooses_as_cldr_does() {
        let numbers = (0..=1_200).chain([
            10_000, 45_000, 100_000, 300_000, 999_999, 1_000_000, 1_000_001, 7_000_000,
        ]);
        let letter = |plural: Plural| {
            if plural == Plural::Other {
                "r"
            } else {
                &plural.as_str()[..1]
            }
        };
        for (language, rules) in KNOWN.iter() {
            let leaked = |rules: String| -> &'static str { rules.leak() };
            let (whole, shown, places) = (
                leaked(rules.whole()),
                leaked(rules.whole_with_fraction()),
                leaked(rules.places()),
            );
            for number in numbers.clone() {
                let is = |written: &'static str| crate::resolve::by_rules(written, number);
                let operands = Operands::of(Decimal::whole(number));
                assert_eq!(
                    is(whole),
                    letter(rules.category(operands)),
                    "{language} {number}: {whole}"
                );
                assert_eq!(
                    is(places),
                    letter(rules.ordinal(operands)),
                    "{language} {number}: {places}"
                );
                let operands = Operands::of(Decimal {
                    units: number * 10,
                    scale: 1,
                });
                assert_eq!(
                    is(shown),
                    letter(rules.category(operands)),
                    "{language} {number}.0: {shown}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_rule_is_told() {
        for wrong in [
            "",
            "n",
            "n = ",
            "x = 1",
            "n % 0 = 1",
            "n = 1..",
            "n = 1 and",
            "n ! 1",
            "n = -1",
        ] {
            assert!(parse(Plural::One, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn languages_are_found_by_any_tag_of_theirs() {
        let names = |tag: &str| rules_of(tag).map(|rules| rules.categories().len());
        assert_eq!(names("ar-EG"), Some(6));
        assert_eq!((names("ru"), names("RU")), (Some(4), Some(4)));
        assert_eq!(
            (names("zh-Hans"), names("ug"), names("es")),
            (Some(1), Some(2), Some(3))
        );
        assert_eq!(names("xx"), None);
        assert_eq!(rules_of("en").map(|rules| rules.ordinal_categories().len()), Some(4));
    }
}
