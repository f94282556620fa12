//! How the file of an import is read, to be mended: its kind, its letters, and what its columns are.

use domain::{Locale, TableColumn, TableEncoding, TableKind, TableSeparator};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::catalog::CategoryLink;
use service::studio::tables::{FileColumn, ImportPage, column_word, encoding_word, kind_word, separator_word};

use super::table::MATCH;
use crate::cx::Cx;
use crate::ui::{Choice, Hidden, Html, IntoHtml, SelectField, TextField, WrongField, error_text, language_name};

/// Columns whose meaning can be chosen on the page.
const COLUMNS: usize = 100;

fn choices<T: Copy>(
    cx: &Cx,
    all: &[T],
    word: fn(T) -> Text,
    value: fn(T) -> &'static str,
) -> Vec<(String, Vec<Choice>)> {
    let choices = all
        .iter()
        .map(|one| Choice::new(value(*one), cx.t(word(*one))))
        .collect();
    vec![(String::new(), choices)]
}

/// How the file is read, to be mended.
#[component]
pub(super) fn Matching(
    /// The page.
    url: String,
    /// The import.
    import: ImportPage,
    /// The shelves of the shop.
    categories: Vec<CategoryLink>,
    /// Fields that are not right.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let kinds = choices(&cx, &TableKind::ALL, kind_word, TableKind::as_str);
    let encodings = choices(&cx, &TableEncoding::ALL, encoding_word, TableEncoding::as_str);
    let separators = choices(&cx, &TableSeparator::ALL, separator_word, TableSeparator::as_str);
    let languages = Locale::BUILT_IN
        .map(|locale| Choice::new(locale.code(), language_name(&cx, locale)))
        .to_vec();
    let shelves = categories
        .into_iter()
        .map(|category| Choice::new(category.slug, category.name.text).lang(category.name.lang))
        .collect();
    let (used, others): (Vec<_>, Vec<_>) = import
        .columns
        .into_iter()
        .enumerate()
        .take(COLUMNS)
        .partition(|(_, column)| column.column != TableColumn::Ignore);
    let fields = |columns: Vec<(usize, FileColumn)>| {
        columns
            .into_iter()
            .map(|(number, column)| view! { <ColumnField number column/> })
            .collect_view()
    };
    let others = (!others.is_empty()).then(|| {
        let is_lost = used.is_empty();
        view! {
            <details open=is_lost>
                <summary>{cx.t(t::TABLES_COLUMNS_OTHERS)}</summary>
                <div class="c-stack">{fields(others)}</div>
            </details>
        }
    });
    let rate_error = errors.of("rate");
    view! {
        <section class="c-stack c-card">
            <h2 class="c-card__title">{cx.t(t::TABLES_RECOGNISED)}</h2>
            <p class="c-muted">{cx.t(t::TABLES_RECOGNISED_LEAD)}</p>
            <form class="c-form" method="post" action=url novalidate data-testid="match-columns">
                <Hidden name="command" value=MATCH/>
                <SelectField
                    name="kind"
                    label=cx.t(t::TABLES_KIND)
                    value=import.kind.as_str()
                    placeholder=cx.t(t::TABLES_KIND)
                    groups=kinds
                    error=errors.of("kind")
                />
                <div class="c-pair">
                    <SelectField
                        name="encoding"
                        label=cx.t(t::TABLES_ENCODING)
                        value=import.encoding.as_str()
                        placeholder=cx.t(t::TABLES_ENCODING)
                        groups=encodings
                        error=errors.of("encoding")
                    />
                    <SelectField
                        name="separator"
                        label=cx.t(t::TABLES_SEPARATOR)
                        value=import.separator.as_str()
                        placeholder=cx.t(t::TABLES_SEPARATOR)
                        groups=separators
                        error=errors.of("separator")
                    />
                </div>
                <SelectField
                    name="language"
                    label=cx.t(t::TABLES_LANGUAGE)
                    value=import.language.code()
                    placeholder=cx.t(t::TABLES_LANGUAGE)
                    groups=vec![(String::new(), languages)]
                    error=errors.of("language")
                />
                <SelectField
                    name="category"
                    label=cx.t(t::TABLES_CATEGORY)
                    value=import.category
                    placeholder=cx.t(t::TABLES_CATEGORY_AS_FILE)
                    groups=vec![(String::new(), shelves)]
                    error=errors.of("category")
                    may_be_empty=true
                />
                <TextField
                    name="rate"
                    label=cx.t(t::TABLES_RATE)
                    hint=cx.t(t::TABLES_RATE_HINT)
                    value=import.rate
                    error=rate_error
                    error_text=rate_error.map(|_| cx.t(t::TABLES_RATE_WRONG)).unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    may_be_empty=true
                    maxlength=12
                />
                <h3>{cx.t(t::TABLES_COLUMNS)}</h3>
                {fields(used)}
                {others}
                <p class="c-actions"><button class="c-button">{cx.t(t::TABLES_LOOK_AGAIN)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

/// What a column stands for.
#[component]
fn ColumnField(
    /// Which one, from 0.
    number: usize,
    /// The column.
    column: FileColumn,
) -> Html {
    let cx = Cx::here();
    let shown = format::number(cx.locale(), i64::try_from(number + 1).unwrap_or_default());
    let label = if column.heading.is_empty() {
        cx.t(t::tables_column_unnamed(shown))
    } else {
        column.heading
    };
    let hint = if column.examples.is_empty() {
        String::new()
    } else {
        cx.t(t::tables_example(format::list_and(cx.locale(), &column.examples)))
    };
    let value = match column.column {
        TableColumn::Ignore => "",
        column => column.as_str(),
    };
    let all: Vec<TableColumn> = TableColumn::ALL
        .into_iter()
        .filter(|column| *column != TableColumn::Ignore)
        .collect();
    view! {
        <SelectField
            name=format!("column-{number}")
            label
            hint
            value
            placeholder=cx.t(column_word(TableColumn::Ignore))
            groups=choices(&cx, &all, column_word, TableColumn::as_str)
            may_be_empty=true
        />
    }
    .into_html()
}

/// The wrong fields for the summary at the top.
pub(super) fn wrong_fields(cx: &Cx, errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .map(|(name, code)| {
            let label = match name {
                "rate" => t::TABLES_RATE,
                "kind" => t::TABLES_KIND,
                "encoding" => t::TABLES_ENCODING,
                "separator" => t::TABLES_SEPARATOR,
                "language" => t::TABLES_LANGUAGE,
                _ => t::TABLES_CATEGORY,
            };
            WrongField {
                name: name.to_owned(),
                label: cx.t(label),
                text: if name == "rate" {
                    cx.t(t::TABLES_RATE_WRONG)
                } else {
                    error_text(cx, code)
                },
            }
        })
        .collect()
}
