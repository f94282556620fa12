//! What stands by the field of a text: how it will look with examples, and what is wrong with it. With a script both follow what
//! is typed, see `islands::text_editor_island`.

use components::{TextArg, TextEditorView};
use l10n::language::page_data;
use l10n::{Finding, t};
use service::wording::UnitView;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// For a text as it stands.
pub(super) fn island(cx: &Cx, view: &UnitView) -> Html {
    island_of(cx, view, &view.standing, &view.findings)
}

/// For a text as it was typed, and what was found in it.
pub(super) fn island_of(cx: &Cx, view: &UnitView, source: &str, findings: &[Finding]) -> Html {
    let samples = samples_of(&view.args, &view.english, &view.comment);
    let args = view.args.iter().zip(samples).map(|(name, sample)| TextArg {
        name: name.clone(),
        sample: sample.to_owned(),
    });
    // Nothing is no text: it would be shown as its fallback.
    let shown = (!source.trim().is_empty())
        .then(|| islands::text_pattern(cx.shop().texts(), view.language, &view.unit, source, findings))
        .flatten();
    islands::text_editor_island(TextEditorView {
        unit: view.unit.to_string(),
        locale: cx.locale(),
        language: view.language,
        rules: page_data(view.language, true),
        args: args.collect(),
        max: view.max,
        shown,
        found: islands::found_lines(findings, cx.locale()),
        insert: cx.t(t::TEXTS_INSERT),
        preview: cx.t(t::TEXTS_PREVIEW),
        samples: cx.t(t::TEXTS_SAMPLES),
        broken: cx.t(t::TEXTS_PREVIEW_NONE),
        letters: cx.t(t::TEXTS_LETTERS),
        unchecked: cx.t(t::TEXTS_UNCHECKED),
    })
    .into_html()
}

/// What a variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filling {
    Number,
    Amount,
    Price,
    Phone,
    Code,
    Date,
    Name,
}

impl Filling {
    /// English tells whether it is counted, the comment above it what it is; else its name does.
    fn of(name: &str, english: &str, comment: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let is_counted = english.contains(&format!("${name} ->")) || english.contains(&format!("NUMBER(${name}"));
        if is_counted {
            return Self::Number;
        }
        if has(&["phone"]) {
            return Self::Phone;
        }
        let said = said_of(name, comment);
        let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
        if says(&["price", "cost", "fee", "paid"]) {
            Self::Price
        } else if says(&["amount", "how much", "piece", " kg"]) {
            Self::Amount
        } else if says(&["how many", "numbers", " orders"])
            || has(&["count", "page", "minute", "hour", "days", "least", "most", "number"])
        {
            Self::Number
        } else if has(&["price", "amount", "sum", "total", "freight", "paid"]) {
            Self::Price
        } else if has(&["step", "weight", "size", "quantity", "left"]) || ["min", "max"].contains(&name) {
            Self::Amount
        } else if has(&["code"]) {
            Self::Code
        } else if has(&["date", "day", "time", "from", "until"]) {
            Self::Date
        } else {
            Self::Name
        }
    }

    /// Examples, no two of which look alike.
    const fn samples(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["3", "12", "24", "5", "40", "8", "7", "15"],
            Self::Amount => &["500 g", "20 kg", "250 g", "3 kg", "100 g", "5 kg"],
            Self::Price => &["¥12.50", "¥240.00", "¥8.90", "¥36.00", "¥99.00", "¥5.20"],
            Self::Phone => &["0991-1234567", "0991-7654321"],
            Self::Code => &["4F7K-2M9P", "8H3X-5QTR", "6C2W-9NVJ"],
            Self::Date => &["2026-05-01", "2026-05-08", "2026-06-15", "2026-07-20"],
            Self::Name => &[
                "Badam 500 g",
                "Altun Badam",
                "Aynur",
                "Yeshil Bagh",
                "Anar 1 kg",
                "Ana Qoli",
                "Tursun",
                "Hesel 250 g",
            ],
        }
    }
}

/// What a comment says of a variable, without the names of variables: the sentence from its name on.
fn said_of(name: &str, comment: &str) -> String {
    let comment = comment.replace('\n', " ");
    let is_it = |word: &str| {
        word.strip_prefix('$')
            .is_some_and(|rest| rest.trim_end_matches([',', '.', ':', ';']) == name)
    };
    let words = comment.split(' ').skip_while(|&word| !is_it(word));
    let mut said = String::new();
    for word in words {
        if !word.starts_with('$') {
            said.push(' ');
            said.push_str(word);
        }
        if word.ends_with('.') {
            break;
        }
    }
    said
}

/// An example for each variable of a text. No two of them are the same: a preview shows when they stand in each other's place.
fn samples_of(args: &[String], english: &str, comment: &str) -> Vec<&'static str> {
    let mut before = Vec::new();
    let sample = |name: &String| {
        let filling = Filling::of(name, english, comment);
        let nth = before.iter().filter(|other| **other == filling).count();
        before.push(filling);
        filling.samples().iter().copied().cycle().nth(nth).unwrap_or_default()
    };
    args.iter().map(sample).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use l10n::sources::{english, english_of};
    use l10n::unit::UnitId;

    use super::*;

    fn sample(name: &str, english: &str) -> &'static str {
        samples_of(&[name.to_owned()], english, "")[0]
    }

    #[test]
    fn what_is_counted_has_a_number_for_an_example() {
        assert_eq!(sample("things", "{ $things -> [one] One *[other] { $things } }"), "3");
        assert_eq!(sample("count", "{ $count } items"), "3");
        assert_eq!(sample("price", "from { $price }"), "¥12.50");
        assert_eq!(sample("shop", "by { $shop }"), "Badam 500 g");
        assert_eq!(sample("weight", "{ $weight }"), "500 g");
    }

    #[test]
    fn a_comment_tells_what_fills_a_variable_in() {
        let samples = |unit: &str| {
            let (_, text) = english_of(&UnitId::parse(unit).unwrap()).unwrap();
            let samples = samples_of(&text.args, &text.source, &text.comment);
            let named = text.args.iter().map(String::as_str).zip(samples);
            named.collect::<std::collections::BTreeMap<_, _>>()
        };
        let steps = samples("cart-line-steps");
        assert_eq!((steps["min"], steps["max"], steps["step"]), ("500 g", "20 kg", "250 g"));
        let place = samples("page-position");
        assert_eq!((place["page"], place["pages"]), ("3", "12"));
        assert_eq!(samples("product-stock-few")["amount"], "500 g");
        let price = samples("checkout-change-price");
        assert_eq!((price["before"], price["now"]), ("¥12.50", "¥240.00"));
    }

    #[test]
    fn no_two_examples_of_a_text_are_the_same() {
        for text in english() {
            let mut samples = samples_of(&text.args, &text.source, &text.comment);
            samples.sort_unstable();
            samples.dedup();
            assert_eq!(samples.len(), text.args.len(), "{}", text.id);
        }
    }
}
