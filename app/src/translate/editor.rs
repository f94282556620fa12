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
    let args = view.args.iter().map(|name| TextArg {
        name: name.clone(),
        sample: sample_of(name, &view.english).to_owned(),
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

/// An example of what fills a variable in: its name tells what it is, and English tells whether it is counted.
fn sample_of(name: &str, english: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_counted = english.contains(&format!("${name} ->")) || english.contains(&format!("NUMBER(${name}"));
    if is_counted || has(&["count", "page", "minute", "hour", "days", "least", "most", "left"]) {
        "3"
    } else if has(&["price", "amount", "sum", "total", "freight", "paid"]) {
        "¥12.50"
    } else if has(&["phone"]) {
        "0991-1234567"
    } else if has(&["code", "number"]) {
        "4F7K-2M9P"
    } else if has(&["date", "day", "time", "from", "until"]) {
        "2026-05-01"
    } else {
        "Badam 500 g"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_has_a_number_for_an_example() {
        assert_eq!(
            sample_of("things", "{ $things -> [one] One *[other] { $things } }"),
            "3"
        );
        assert_eq!(sample_of("count", "{ $count } items"), "3");
        assert_eq!(sample_of("price", "from { $price }"), "¥12.50");
        assert_eq!(sample_of("shop", "by { $shop }"), "Badam 500 g");
    }
}
