//! The fields of a part. A text stands in three languages side by side; what is chosen shows what it is.

use components::texts::PLACES;
use components::{ReadableValue, ValueShown, error_id, place_name};
use domain::shop_page::{BlockKind, Format, Place, RIGHT, SEEN, Spec, fingerprint};
use domain::view::Picture;
use domain::{Locale, TranslationState};
use l10n::{Words, format, t};
use leptos::prelude::*;
use service::studio::BlockEditor;

use super::super::texts::StateBadge;
use super::page::number;
use super::part::{DECIDE, Sent, THEIRS, languages};
use crate::cx::Cx;
use crate::ui::{
    Choice, FieldError, Hidden, Html, IntoHtml, LongTextField, SelectField, Shape, ShopPicture, TextField,
};

/// No `maxlength`, or one beyond any form: a browser would cut what is pasted without a word; the shop says that it is too long.
const UNCUT: u32 = 0;

/// Items shown behind those that are filled, to be filled next.
const SPARE: u8 = 2;

/// All places of parts of a kind.
pub(super) fn places(kind: BlockKind) -> Vec<Place> {
    let mut all = Vec::new();
    for slot in 0..=kind.last_slot() {
        for spec in kind.specs().iter().filter(|spec| spec.slots.has(slot)) {
            let place = Place::of(spec.field).item(slot);
            if spec.format.is_translated() {
                all.extend(Locale::BUILT_IN.map(|lang| place.lang(lang)));
            } else {
                all.push(place);
            }
        }
    }
    all
}

/// All fields of a part.
#[component]
pub(super) fn PartFields(
    /// The part, with what may be chosen.
    editor: BlockEditor,
    /// What was sent and not taken whole.
    sent: Sent,
) -> Html {
    let cx = Cx::here();
    let kind = editor.block.kind;
    let words = cx.shop().texts().words(cx.locale(), PLACES);
    let group = |slot: u8| {
        kind.specs()
            .iter()
            .filter(|spec| spec.slots.has(slot))
            .map(|spec| field(&cx, &words, &editor, &sent, spec, slot))
            .collect_view()
    };
    let own = group(0);
    let items = slots(&editor, &sent)
        .into_iter()
        .map(|slot| {
            let title = if kind.is_weekday(slot) {
                format::weekday_name(cx.locale(), slot).to_owned()
            } else if kind == BlockKind::Hours {
                cx.t(t::shopfront_closure(number(&cx, kind.item_number(slot))))
            } else {
                cx.t(t::shopfront_item(number(&cx, slot)))
            };
            view! {
                <fieldset class="c-fieldset c-card" data-testid="item">
                    <legend>{title}</legend>
                    {group(slot)}
                </fieldset>
            }
        })
        .collect_view();
    view! { {own}{items} }.into_html()
}

/// The items that are shown: filled ones and a few more, and all days of a week.
fn slots(editor: &BlockEditor, sent: &Sent) -> Vec<u8> {
    let kind = editor.block.kind;
    let is_filled = |slot: u8| {
        editor.block.values().any(|(place, _)| place.slot == slot)
            || sent
                .typed
                .iter()
                .any(|change| change.place.slot == slot && !change.new.is_empty())
    };
    let mut spare = SPARE;
    (1..=kind.last_slot())
        .filter(|slot| {
            if kind.is_weekday(*slot) || is_filled(*slot) {
                return true;
            }
            let is_shown = spare > 0;
            spare = spare.saturating_sub(1);
            is_shown
        })
        .collect()
}

/// One field, in all its languages.
fn field(cx: &Cx, words: &Words, editor: &BlockEditor, sent: &Sent, spec: &Spec, slot: u8) -> Html {
    let place = Place::of(spec.field).item(slot);
    if !spec.format.is_translated() {
        return one(cx, words, editor, sent, spec, place);
    }
    let fields = languages(editor.source)
        .into_iter()
        .map(|lang| one(cx, words, editor, sent, spec, place.lang(lang)))
        .collect_view();
    view! { <div class="c-langs">{fields}</div> }.into_html()
}

/// One input with what belongs to it: what was seen, how the translation stands, what somebody else saved.
fn one(cx: &Cx, words: &Words, editor: &BlockEditor, sent: &Sent, spec: &Spec, place: Place) -> Html {
    let block = &editor.block;
    let saved = block.get(place);
    let name = place.to_string();
    let value = sent.at(place).unwrap_or(saved).to_owned();
    let label = place_name(words, block.kind, place);
    let error = sent.wrong(place);
    let error_text = sent.wrong_text(cx, block, editor.source, place);
    let lang = place.lang;
    let input = match spec.format {
        Format::Line | Format::Plain => {
            view! { <TextField name=name.clone() label value error error_text lang may_be_empty=true maxlength=UNCUT/> }.into_html()
        }
        Format::Prose(most) => {
            let rows = if most > 600 { 10 } else { 4 };
            view! { <LongTextField name=name.clone() label value error error_text lang rows may_be_empty=true maxlength=UNCUT/> }
                .into_html()
        }
        Format::Handle => view! {
            <TextField name=name.clone() label value error error_text is_ltr=true may_be_empty=true maxlength=UNCUT/>
        }
        .into_html(),
        Format::Link => view! {
            <TextField name=name.clone() label value error error_text is_ltr=true inputmode="url" autocomplete="url" may_be_empty=true maxlength=UNCUT/>
        }
        .into_html(),
        Format::Day => view! {
            <TextField name=name.clone() label value error error_text kind="date" is_ltr=true is_short=true may_be_empty=true/>
        }
        .into_html(),
        Format::Time => view! {
            <TextField name=name.clone() label value error error_text kind="time" is_ltr=true is_short=true may_be_empty=true/>
        }
        .into_html(),
        Format::Month => select(cx, &name, label, value, error, months(cx)),
        Format::Shelf => {
            let shelves = editor.shelves.iter().map(|(slug, shown)| choice(slug, shown)).collect();
            select(cx, &name, label, value, error, shelves)
        }
        Format::Product => {
            let mut products: Vec<Choice> =
                editor.products.iter().map(|(id, shown)| choice(&id.to_string(), shown)).collect();
            let gone = editor.away.iter().find(|(id, _)| id.to_string() == value);
            if let Some((_, shown)) = gone {
                products.insert(0, away(cx, &value, &shown.text).lang(shown.lang));
            }
            select(cx, &name, label, value, error, products)
        }
        Format::Picture => pictures(cx, &name, &label, &value, error, &editor.pictures),
    };
    let seen = format!("{:x}", fingerprint(saved));
    let overtaken = sent.conflict(place).map(|saved| {
        let value = ReadableValue::new(spec.format, saved, cx.locale(), |value| {
            name_of(editor, spec.format, value)
        });
        view! {
            <details open data-conflict=name.clone()>
                <summary>{cx.t(t::STUDIO_CONFLICT_SAVED)}</summary>
                <ValueShown value nothing=cx.t(t::SHOPFRONT_NOTHING) lang/>
                <label class="c-check">
                    <input type="radio" name=format!("{DECIDE}{name}") value="" checked/>
                    <span>{cx.t(t::SHOPFRONT_KEEP_MINE)}</span>
                </label>
                <label class="c-check">
                    <input type="radio" name=format!("{DECIDE}{name}") value=THEIRS/>
                    <span>{cx.t(t::SHOPFRONT_TAKE_THEIRS)}</span>
                </label>
            </details>
        }
    });
    let state = block.state(place, editor.source);
    let badge = lang.map(|_| view! { <p><StateBadge state/></p> });
    let confirmed = match state {
        Some(TranslationState::Outdated) => Some(t::STUDIO_STILL_RIGHT),
        Some(TranslationState::Machine) => Some(t::STUDIO_MACHINE_RIGHT),
        _ => None,
    };
    let right = confirmed.map(|text| {
        view! {
            <label class="c-check">
                <input type="checkbox" name=format!("{RIGHT}{name}") value="1"/>
                <span>{cx.t(text)}</span>
            </label>
        }
    });
    view! {
        <div class="c-stack">
            <Hidden name=format!("{SEEN}{name}") value=seen/>
            {input}{badge}{right}{overtaken}
        </div>
    }
    .into_html()
}

fn choice(value: &str, shown: &service::Shown) -> Choice {
    Choice::new(value, shown.text.clone()).lang(shown.lang)
}

/// Something that was chosen and cannot be chosen anew: it stays until somebody chooses otherwise.
fn away(cx: &Cx, value: &str, name: &str) -> Choice {
    Choice::new(value, cx.t(t::shopfront_choice_away(name)))
}

/// What a chosen product or shelf is called.
fn name_of(editor: &BlockEditor, format: Format, value: &str) -> Option<String> {
    let found = if format == Format::Product {
        let mut goods = editor.products.iter().chain(&editor.away);
        goods.find(|(id, _)| id.to_string() == value).map(|(_, shown)| shown)
    } else {
        editor
            .shelves
            .iter()
            .find(|(slug, _)| slug == value)
            .map(|(_, shown)| shown)
    };
    found.map(|shown| shown.text.clone())
}

fn months(cx: &Cx) -> Vec<Choice> {
    (1..=12_u8)
        .map(|month| Choice::new(month.to_string(), format::month_name(cx.locale(), month)))
        .collect()
}

fn select(
    cx: &Cx,
    name: &str,
    label: String,
    value: String,
    error: Option<domain::FieldCode>,
    mut choices: Vec<Choice>,
) -> Html {
    // A list that does not have its value is sent empty, and what was chosen would be erased with the next save.
    if !value.is_empty() && !choices.iter().any(|choice| choice.value == value) {
        choices.insert(0, away(cx, &value, &value));
    }
    let groups = vec![(String::new(), choices)];
    view! {
        <SelectField name label value error groups placeholder=cx.t(t::SHOPFRONT_NOTHING_CHOSEN) may_be_empty=true/>
    }
    .into_html()
}

/// The pictures to choose from, behind the one that is chosen.
fn pictures(
    cx: &Cx,
    name: &str,
    label: &str,
    value: &str,
    error: Option<domain::FieldCode>,
    pictures: &[Picture],
) -> Html {
    let mut all: Vec<Picture> = pictures.to_vec();
    // One that is not among the newest is still there.
    if !value.is_empty() && !all.iter().any(|picture| picture.pack() == value) {
        all.insert(0, Picture::unpack(value));
    }
    let choices = all
        .into_iter()
        .zip(1..)
        .map(|(picture, place): (Picture, i64)| {
            let packed = picture.pack();
            let checked = packed == value;
            let alt = cx.t(t::shopfront_picture_number(format::number(cx.locale(), place)));
            view! {
                <label class="c-pick">
                    <input type="radio" name=name.to_owned() value=packed checked=checked/>
                    <ShopPicture picture shape=Shape::Thumb alt/>
                </label>
            }
        })
        .collect_view();
    let chosen = (!value.is_empty()).then(|| {
        view! { <span class="c-line__picture"><ShopPicture picture=Picture::unpack(value) shape=Shape::Thumb/></span> }
    });
    view! {
        <fieldset class="c-fieldset" id=components::field_id(name) aria-describedby=error.map(|_| error_id(name))>
            <legend>{label.to_owned()}</legend>
            {chosen}
            <details>
                <summary>{cx.t(t::SHOPFRONT_PICTURE_CHOOSE)}</summary>
                <div class="c-picks">
                    <label class="c-pick">
                        <input type="radio" name=name.to_owned() value="" checked={value.is_empty()}/>
                        <span>{cx.t(t::SHOPFRONT_PICTURE_NONE)}</span>
                    </label>
                    {choices}
                </div>
            </details>
            <FieldError name=name.to_owned() error/>
        </fieldset>
    }
    .into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_no_more_fields_than_any_may_send() {
        for kind in BlockKind::ALL {
            // Each with what was seen and with a decision, and each text with a box.
            assert!(places(kind).len() * 4 < crate::form::MAX_FIELDS, "{kind}");
        }
    }
}
