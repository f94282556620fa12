//! Lots in the work area: what they are called, the fields that make one, and those by which a parcel is packed from one.

use domain::{FieldCode, Locale, Quantity, Unit};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::lots::Lot;
use service::studio::{LineLots, LotForm};

use super::order::NotTaken;
use super::reduce::{size_text, size_word};
use super::texts::field_label;
use crate::cx::Cx;
use crate::form::Form;
use crate::routes::StudioLot;
use crate::ui::{
    Choice, Html, IntoHtml, QuantityText, SelectField, ShownName, Table, TextField, error_text, harvest_text,
    quantity_text,
};

/// A lot in one line, for titles and choices: `Lot 3 · 5 October 2026 · Bulaq`.
pub(super) fn lot_name(cx: &Cx, lot: &Lot) -> String {
    let harvested = lot.harvested.as_ref().map(|harvested| harvest_text(cx, harvested));
    let origin = lot.origin.as_ref().map(|origin| origin.text.clone());
    let said: Vec<String> = [Some(cx.t(t::goods_lot(lot.number))), harvested, origin]
        .into_iter()
        .flatten()
        // Each in its own direction.
        .map(|part| format!("\u{2068}{part}\u{2069}"))
        .collect();
    said.join(" · ")
}

/// A lot to choose, with what is left of it.
pub(super) fn lot_choice(cx: &Cx, lot: &Lot, unit: Unit) -> Choice {
    let left = quantity_text(cx, Quantity(lot.remaining), unit);
    Choice::new(
        lot.id.to_string(),
        format!("{}: \u{2068}{left}\u{2069}", lot_name(cx, lot)),
    )
}

/// What is said of an origin that buyers do not read yet. `asks_centre`: something of its product waits for the Centre.
pub(super) fn origin_waits_text(cx: &Cx, asks_centre: bool) -> String {
    cx.t(if asks_centre {
        t::GOODS_LOT_ORIGIN_WAITS
    } else {
        t::GOODS_LOT_ORIGIN_TAKEN_BACK
    })
}

/// The lot as it was sent.
pub(super) fn sent_lot(form: &Form) -> LotForm {
    LotForm {
        harvested: form.get("harvested").to_owned(),
        origin: form.get("origin").to_owned(),
    }
}

/// What a field of a lot is called; nothing for other fields.
pub(super) fn lot_label(cx: &Cx, field: &str, lang: Locale) -> Option<String> {
    match field {
        "harvested" => Some(cx.t(t::GOODS_HARVESTED)),
        "origin" if lang == cx.locale() => Some(cx.t(t::GOODS_ORIGIN)),
        "origin" => Some(field_label(cx, t::GOODS_ORIGIN, lang)),
        _ => None,
    }
}

/// What is wrong with a field of a lot.
pub(super) fn lot_error(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::InvalidDay => cx.t(t::GOODS_LOT_DAY),
        FieldCode::InvalidTime => cx.t(t::GOODS_LOT_FUTURE),
        FieldCode::InvalidChoice => cx.t(t::GOODS_LOT_NOTHING),
        code => error_text(cx, code),
    }
}

/// Harvest and origin, which make a lot; both may stay empty.
#[component]
pub(super) fn LotFields(
    /// What was typed.
    typed: LotForm,
    /// Fields that are not right.
    errors: FieldErrors,
    /// The language in which the origin is written.
    lang: Locale,
) -> Html {
    let cx = Cx::here();
    let is_open = !typed.is_empty();
    let field = |name: &'static str, hint: Text, value: String| {
        let is_day = name == "harvested";
        let error = errors.of(name);
        view! {
            <TextField
                name
                label=lot_label(&cx, name, lang).unwrap_or_default()
                hint=cx.t(hint)
                value
                error
                error_text=error.map(|code| lot_error(&cx, code)).unwrap_or_default()
                is_ltr=is_day
                is_short=is_day
                may_be_empty=true
                maxlength=if is_day { 20 } else { 120 }
                lang=(!is_day).then_some(lang)
            />
        }
    };
    view! {
        <details open=is_open data-testid="lot-fields">
            <summary>{cx.t(t::GOODS_LOT_TITLE)}</summary>
            <p class="c-muted">{cx.t(t::GOODS_LOT_TEXT)}</p>
            {field("harvested", t::GOODS_HARVESTED_HINT, typed.harvested)}
            {field("origin", t::GOODS_ORIGIN_HINT, typed.origin)}
        </details>
    }
    .into_html()
}

/// From which lots a parcel is packed, or was. Nothing where there are none.
#[component]
pub(super) fn LotList(
    /// The lots, by size.
    lots: Vec<LineLots>,
) -> Html {
    let cx = Cx::here();
    if lots.is_empty() {
        return Html::new("");
    }
    let lines = lots
        .into_iter()
        .map(|line| {
            let unit = line.unit;
            let name = || {
                let size = size_text(&cx, unit, line.net_grams);
                view! { <ShownName shown=line.name.clone()/>" "{size} }
            };
            let without = (line.without.amount() > 0).then(|| {
                let said = cx.tv(t::goods_lot_without(quantity_text(&cx, line.without, unit)));
                view! { <li data-testid="without-lot">{name()}" — "{said}</li> }
            });
            let from = line
                .from
                .iter()
                .map(|(lot, quantity)| {
                    let quantity = *quantity;
                    view! {
                        <li data-testid="lot-of-line">
                            {name()}" — "<bdi>{lot_name(&cx, lot)}</bdi>": "<QuantityText quantity unit/>
                        </li>
                    }
                })
                .collect_view();
            view! { {from}{without} }
        })
        .collect_view();
    view! {
        <div data-testid="lots">
            <small class="c-muted">{cx.t(t::GOODS_LOTS)}</small>
            <ul>{lines}</ul>
        </div>
    }
    .into_html()
}

/// Where there are several lots of a size, from which one a parcel is packed. A choice that was not right has its field also
/// when by now only one is left.
#[component]
pub(super) fn LotChoices(
    /// The lots, by size.
    lots: Vec<LineLots>,
    /// A step that was not taken.
    not_taken: NotTaken,
    /// What the names of the fields end with, where a page has them more than once.
    #[prop(optional, into)]
    name_suffix: String,
) -> Html {
    let cx = Cx::here();
    lots.into_iter()
        .map(|line| (format!("lot-{}", line.offer), line))
        .filter(|(field, line)| line.there.len() > 1 || not_taken.error(field).is_some())
        .map(|(field, line)| {
            let typed = not_taken.typed.lots.iter().find(|(offer, _)| *offer == line.offer);
            let choices = line.there.iter().map(|lot| lot_choice(&cx, lot, line.unit)).collect();
            let size = size_word(&cx, line.unit, line.net_grams);
            let name = [Some(line.name.text), size]
                .into_iter()
                .flatten()
                // Each in its own direction.
                .map(|part| format!("\u{2068}{part}\u{2069}"))
                .collect::<Vec<_>>()
                .join(" ");
            view! {
                <SelectField
                    name=format!("{field}{name_suffix}")
                    label=cx.t(t::goods_lot_choose(name))
                    value=typed.map(|(_, typed)| typed.clone()).unwrap_or_default()
                    error=not_taken.error(&field)
                    placeholder=cx.t(t::GOODS_LOT_OLDEST)
                    groups=vec![(String::new(), choices)]
                    may_be_empty=true
                />
            }
        })
        .collect_view()
        .into_html()
}

/// The lots of a size, and what is left of each.
#[component]
pub(super) fn LotTable(
    /// The lots.
    lots: Vec<Lot>,
    /// Unit of their amounts.
    unit: Unit,
    /// Whether the reader may see who got something of them.
    reads_orders: bool,
    /// Whether something of the product waits for the Centre.
    asks_centre: bool,
) -> Html {
    let cx = Cx::here();
    if lots.is_empty() {
        return Html::new("");
    }
    let rows = lots
        .into_iter()
        .map(|lot| {
            let number = cx.t(t::goods_lot(lot.number));
            let name = if reads_orders {
                let url = cx.url(&StudioLot::new(&lot.id.to_string()));
                view! { <a href=url>{number}</a> }.into_html()
            } else {
                number.into_html()
            };
            let harvested = lot
                .harvested
                .map(|harvested| harvest_text(&cx, &harvested))
                .unwrap_or_default();
            let waits = lot
                .origin_waits
                .then(|| view! { <br/><small class="c-muted">{origin_waits_text(&cx, asks_centre)}</small> });
            let origin = lot.origin.map(|shown| view! { <span><ShownName shown/>{waits}</span> });
            view! {
                <tr data-testid="lot">
                    <td data-label=cx.t(t::GOODS_LOTS)>{name}</td>
                    <td data-label=cx.t(t::GOODS_HARVESTED)><bdi>{harvested}</bdi></td>
                    <td data-label=cx.t(t::GOODS_ORIGIN)>{origin}</td>
                    <td data-label=cx.t(t::GOODS_LOT_CAME)><QuantityText quantity=Quantity(lot.amount) unit/></td>
                    <td data-label=cx.t(t::GOODS_LOT_LEFT)><QuantityText quantity=Quantity(lot.remaining) unit/></td>
                </tr>
            }
        })
        .collect_view();
    let heads: Vec<Text> = vec![
        t::GOODS_LOTS,
        t::GOODS_HARVESTED,
        t::GOODS_ORIGIN,
        t::GOODS_LOT_CAME,
        t::GOODS_LOT_LEFT,
    ];
    view! { <h2>{cx.t(t::GOODS_LOTS)}</h2><Table heads>{rows}</Table> }.into_html()
}
