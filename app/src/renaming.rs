//! What a cooperative is called now, beside what its owner asks for.

use domain::Locale;
use l10n::{Text, t};
use leptos::prelude::*;
use service::renaming::Naming;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, Table, language_name};

/// Name and telephone before and after, a row for each that is to be another.
#[component]
pub(crate) fn NamingDiff(
    /// As buyers read it.
    now: Naming,
    /// As it is to be.
    asked: Naming,
) -> Html {
    let cx = Cx::here();
    let heads = vec![t::CENTRE_SETTINGS_WHAT, t::CENTRE_SETTINGS_BEFORE, t::RENAMING_AFTER];
    let mut rows: Vec<(String, Option<Locale>, String, String)> = Locale::BUILT_IN
        .into_iter()
        .map(|lang| {
            let label = cx.t(t::studio_field_in(cx.t(t::RENAMING_NAME), language_name(&cx, lang)));
            (
                label,
                Some(lang),
                now.name(lang).to_owned(),
                asked.name(lang).to_owned(),
            )
        })
        .collect();
    rows.push((
        cx.t(t::RENAMING_PHONE),
        None,
        now.phone.unwrap_or_default(),
        asked.phone.unwrap_or_default(),
    ));
    let said = |text: String, lang: Option<Locale>| {
        if text.is_empty() {
            return view! { <span class="c-muted">{cx.t(t::CENTRE_SETTINGS_NOTHING)}</span> }.into_html();
        }
        match lang {
            Some(lang) => view! { <bdi lang=lang.bcp47() dir="auto">{text}</bdi> }.into_html(),
            None => view! { <bdi dir="ltr">{text}</bdi> }.into_html(),
        }
    };
    let cell = |head: Text, text: String, lang: Option<Locale>| {
        view! { <td data-label=cx.t(head)>{said(text, lang)}</td> }
    };
    let rows = rows
        .into_iter()
        .filter(|(_, _, before, after)| before != after)
        .map(|(label, lang, before, after)| {
            view! {
                <tr data-testid="naming-change">
                    <td data-label=cx.t(t::CENTRE_SETTINGS_WHAT)>{label}</td>
                    {cell(t::CENTRE_SETTINGS_BEFORE, before, lang)}
                    {cell(t::RENAMING_AFTER, after, lang)}
                </tr>
            }
        })
        .collect_view();
    view! { <Table heads>{rows}</Table> }.into_html()
}
