//! The months in which goods are in season, two lists of which neither has to be chosen; and the year of their harvest.

use domain::FieldCode;
use l10n::{format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::catalog::Season;

use super::texts::SavedNow;
use crate::cx::Cx;
use crate::form::Form;
use crate::ui::{Choice, Html, IntoHtml, SelectField, TextField, error_text};

/// The fields.
const FROM: &str = "season-from";
const TO: &str = "season-to";
/// The year of the harvest.
pub(super) const YEAR: &str = "harvest-year";

/// What was chosen; nothing when the form has no such fields.
pub(super) fn sent_season(form: &Form) -> Option<(String, String)> {
    let sent = |name: &str| form.sent(name).map(ToOwned::to_owned);
    sent(FROM).zip(sent(TO))
}

/// The year that was typed; nothing when the form has no such field.
pub(super) fn sent_year(form: &Form) -> Option<String> {
    form.sent(YEAR).map(ToOwned::to_owned)
}

/// What is wrong with the year.
pub(super) fn year_error(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::InvalidDay | FieldCode::InvalidTime => cx.t(t::GOODS_HARVEST_YEAR_WRONG),
        _ => error_text(cx, code),
    }
}

/// Of which year's harvest goods are.
#[component]
pub(super) fn YearField(
    /// As saved.
    saved: Option<i64>,
    /// As typed, when it could not be saved.
    typed: Option<String>,
    /// What is wrong with it.
    error: Option<FieldCode>,
    /// Somebody else saved in between.
    is_conflict: bool,
) -> Html {
    let cx = Cx::here();
    let before = saved.map_or_else(String::new, |year| year.to_string());
    let is_other = is_conflict && typed.as_ref().is_some_and(|typed| typed.trim() != before);
    let now = is_other.then(|| view! { <SavedNow text=before.clone() lang=None/> });
    view! {
        <div class="c-stack">
            <TextField
                name=YEAR
                label=cx.t(t::GOODS_HARVEST_YEAR)
                hint=cx.t(t::GOODS_HARVEST_YEAR_HINT)
                value=typed.unwrap_or(before)
                error
                error_text=error.map(|code| year_error(&cx, code)).unwrap_or_default()
                inputmode="numeric"
                is_ltr=true
                is_short=true
                may_be_empty=true
                maxlength=10
            />
            {now}
        </div>
    }
    .into_html()
}

/// What is wrong with one of them. Of two months that belong together, the other one is missing.
pub(super) fn season_error(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::Required => cx.t(t::GOODS_SEASON_HALF),
        _ => error_text(cx, code),
    }
}

/// First and last month.
#[component]
pub(super) fn SeasonFields(
    /// As saved.
    saved: Option<Season>,
    /// As chosen, when it could not be saved.
    typed: Option<(String, String)>,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Somebody else saved in between.
    is_conflict: bool,
) -> Html {
    let cx = Cx::here();
    let name = |month: u8| format::month_name(cx.locale(), month);
    let before = saved.map_or_else(Default::default, |season| {
        (season.from.to_string(), season.to.to_string())
    });
    let is_other = is_conflict && typed.as_ref().is_some_and(|typed| *typed != before);
    let now = is_other.then(|| {
        let text = match saved {
            Some(season) => cx.t(t::product_season_months(name(season.from), name(season.to))),
            None => cx.t(t::GOODS_SEASON_NONE),
        };
        view! { <SavedNow text lang=Some(cx.locale())/> }
    });
    let (from, to) = typed.unwrap_or(before);
    let months = || {
        let months = (1..=12_u8).map(|month| Choice::new(month.to_string(), name(month)));
        vec![(String::new(), months.collect::<Vec<_>>())]
    };
    let (wrong_from, wrong_to) = (errors.of(FROM), errors.of(TO));
    let say = |code: Option<FieldCode>| code.map(|code| season_error(&cx, code)).unwrap_or_default();
    view! {
        <fieldset class="c-fieldset" data-testid="season">
            <legend>{cx.t(t::GOODS_SEASON)}</legend>
            <p class="c-muted">{cx.t(t::GOODS_SEASON_HINT)}</p>
            <div class="c-fields">
                <SelectField
                    name=FROM
                    label=cx.t(t::GOODS_SEASON_FROM)
                    value=from
                    placeholder=cx.t(t::GOODS_SEASON_NONE)
                    groups=months()
                    error=wrong_from
                    error_text=say(wrong_from)
                    may_be_empty=true
                />
                <SelectField
                    name=TO
                    label=cx.t(t::GOODS_SEASON_TO)
                    value=to
                    placeholder=cx.t(t::GOODS_SEASON_NONE)
                    groups=months()
                    error=wrong_to
                    error_text=say(wrong_to)
                    may_be_empty=true
                />
            </div>
            {now}
        </fieldset>
    }
    .into_html()
}
