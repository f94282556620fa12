//! One part: as buyers see it, and its fields.

use axum::http::StatusCode;
use axum::response::Response;
use components::{Glimpse, SavingView, kind_hint, kind_name, place_name};
use domain::shop_page::{Block, BlockId, BlockKind, Change, Field, Place, RIGHT, SEEN, fingerprint};
use domain::{ErrorCode, FieldCode, Locale, ProductId};
use islands::{OpenConflict, ShopPartProps};
use l10n::{Text, format, t, tidy};
use leptos::prelude::*;
use service::studio::{BlockEditor, BlockSaved};

use super::super::crop;
use super::super::frame::{Done, StudioFrame, draft_of};
use super::super::glossary::GlossaryWords;
use super::super::menu::studio_meta;
use super::super::pictures_page::Crops;
use super::fields::PartFields;
use super::picture;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::{Named, StudioShop, StudioShopPart};
use crate::shops::front::place_of;
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, WrongField, language_name};

/// Before the place in the name of a choice: whose text is to stand, where somebody else changed it, too.
pub(super) const DECIDE: &str = "decide-";
/// That choice: what somebody else saved.
pub(super) const THEIRS: &str = "theirs";
/// Before the place of a picture in what is to come after saving: it is cropped.
pub(super) const CROP: &str = "crop-";
/// The field that says which language is written first.
const SOURCE: &str = "source";

/// What became of a form that was not taken whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    /// What was typed where it was not taken.
    pub typed: Vec<Change>,
    /// What became of it.
    pub saved: Option<BlockSaved>,
}

impl Sent {
    /// What was typed at a place.
    pub fn at(&self, place: Place) -> Option<&str> {
        self.typed
            .iter()
            .find(|change| change.place == place)
            .map(|change| change.new.as_str())
    }

    /// The conflicts, each with what its form was made from.
    fn conflicts(&self) -> Vec<OpenConflict> {
        let seen = |place: Place| {
            self.typed
                .iter()
                .find(|change| change.place == place)
                .map(|change| change.seen)
        };
        let conflicts = self.saved.iter().flat_map(|saved| &saved.conflicts);
        conflicts
            .filter_map(|conflict| {
                Some(OpenConflict {
                    seen: seen(conflict.place)?,
                    conflict: conflict.clone(),
                })
            })
            .collect()
    }

    /// Whether the form was saved whole.
    fn is_saved(&self) -> bool {
        self.saved.as_ref().is_some_and(BlockSaved::is_whole)
    }

    /// What somebody else saved at a place.
    pub fn conflict(&self, place: Place) -> Option<&str> {
        let conflicts = &self.saved.as_ref()?.conflicts;
        conflicts
            .iter()
            .find(|conflict| conflict.place == place)
            .map(|conflict| conflict.saved.as_str())
    }

    /// What is wrong at a place.
    pub fn wrong(&self, place: Place) -> Option<FieldCode> {
        let wrong = &self.saved.as_ref()?.wrong;
        wrong.iter().find(|(of, _)| *of == place).map(|(_, code)| *code)
    }

    /// The same in a sentence; empty when nothing is.
    pub fn wrong_text(&self, cx: &Cx, block: &Block, source: Locale, place: Place) -> String {
        let Some(code) = self.wrong(place) else {
            return String::new();
        };
        let words = cx.shop().texts().words(cx.locale(), components::texts::TROUBLES);
        let typed = self.at(place).unwrap_or_default();
        // As long as it is without what is taken out of it.
        let tidied = tidy(typed, place.lang.unwrap_or(source)).text;
        components::wrong_text(&words, block.format(place), code, tidied.trim().chars().count())
    }
}

/// The part.
pub async fn show(cx: Cx, Named(id): Named<BlockId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, id, Sent::default()).await
}

/// Saves what was changed in the fields.
pub async fn save(cx: Cx, Named(id): Named<BlockId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let changes = changes(&form);
    let saved = service::studio::save_block(cx.shop(), cx.actor(), id, &changes).await?;
    if saved.is_whole() && saved.cleaned.is_empty() {
        let then = form.get("then");
        let cropped = then.strip_prefix(CROP).and_then(|place| Place::parse(place).ok());
        let next = match (then, cropped) {
            ("picture", _) => picture::page_of(&cx, Some(id)),
            (_, Some(place)) => crop::page_of(&cx, id, place),
            _ => format!("{}?saved=1", cx.url(&StudioShopPart::new(&id.to_string()))),
        };
        return Ok(cx.see(&next));
    }
    let status = match (saved.wrong.is_empty(), saved.conflicts.is_empty()) {
        (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, false) => StatusCode::CONFLICT,
        // All is saved, and there is something to tell.
        (true, true) => StatusCode::OK,
    };
    let is_kept = |place: &Place| {
        saved.conflicts.iter().any(|conflict| conflict.place == *place)
            || saved.wrong.iter().any(|(wrong, _)| wrong == place)
    };
    let typed = changes.into_iter().filter(|change| is_kept(&change.place)).collect();
    render(
        &cx,
        status,
        id,
        Sent {
            typed,
            saved: Some(saved),
        },
    )
    .await
}

/// The fields that are not as they were when the form was made.
fn changes(form: &Form) -> Vec<Change> {
    let read = |seen: &str| u64::from_str_radix(seen, 16).ok();
    let source = Locale::from_code(form.get(SOURCE));
    form.with_prefix(SEEN)
        .filter(|(name, _)| form.get(&format!("{DECIDE}{name}")) != THEIRS)
        .filter_map(|(name, seen)| {
            let place = Place::parse(name).ok()?;
            let seen = read(seen)?;
            let beside = place.lang.and(source).map(|source| place.lang(source));
            let new = form.sent(name)?.replace("\r\n", "\n");
            let confirms = !form.get(&format!("{RIGHT}{name}")).is_empty();
            (fingerprint(&new) != seen || confirms).then_some(Change {
                place,
                seen,
                new,
                confirms,
                source: beside.and_then(|beside| read(form.get(&format!("{SEEN}{beside}")))),
            })
        })
        .collect()
}

async fn render(cx: &Cx, status: StatusCode, id: BlockId, sent: Sent) -> PageResult<Response> {
    let editor = service::studio::block_editor(cx.shop(), cx.actor(), cx.locale(), id).await?;
    let title = cx.t(kind_name(editor.block.kind));
    Ok(cx.page_with(status, studio_meta(title), || {
        view! { <PartPage editor sent/> }
    }))
}

/// One part.
#[component]
fn PartPage(
    /// The part, with what may be chosen.
    editor: BlockEditor,
    /// What was sent and not taken whole.
    sent: Sent,
) -> Html {
    let cx = Cx::here();
    let block = editor.block.clone();
    let back = format!("{}#{}", cx.url(&StudioShop::new()), components::block_anchor(block.id));
    let has_pictures = block
        .kind
        .specs()
        .iter()
        .any(|spec| spec.format == domain::shop_page::Format::Picture);
    let island = island(&cx, &editor, &sent);
    let source_texts: Vec<String> = block
        .values()
        .filter(|(place, _)| place.lang == Some(editor.source))
        .map(|(_, text)| text.to_owned())
        .collect();
    // What was typed is saved on the way to the picture.
    let picture = has_pictures.then(|| {
        view! { <button class="c-button" name="then" value="picture" data-testid="add-picture">{cx.t(t::SHOPFRONT_PICTURE_NEXT)}</button> }
    });
    let arrived = arrived(&cx, &editor);
    let (crops, croppable) = (editor.crops.clone(), croppable(&cx, &block));
    let action = cx.url(&StudioShopPart::new(&block.id.to_string()));
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(kind_name(block.kind))}</h1>
                <a class="c-button" href=back>{cx.t(t::SHOPFRONT_BLOCK_BACK)}</a>
            </div>
            <p class="c-muted">{cx.t(kind_hint(block.kind))}</p>
            <Done word="saved=1" text=t::SHOPFRONT_SAVED/>
            <Done word="added=1" text=t::SHOPFRONT_ADDED/>
            {arrived}
            <Crops crops here=action.clone()/>
            <Told block=block.clone() source=editor.source sent=sent.clone()/>
            <form class="c-form" method="post" action=action novalidate autocomplete="off" data-testid="part-form">
                {island}
                <Hidden name=SOURCE value=editor.source.code().to_owned()/>
                <p class="c-muted">{cx.tv(t::studio_source_note(language_name(&cx, editor.source)))}</p>
                <GlossaryWords source=editor.source texts=source_texts/>
                <PartFields editor sent/>
                <div class="c-save">
                    <p class="c-actions">
                        <button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button>
                        {picture}
                    </p>
                </div>
                {croppable}
            </form>
        </StudioFrame>
    }
    .into_html()
}

/// Says of the photo that was just sent whether the part shows it, and where. The newest photo of the page comes first among
/// those to choose from.
fn arrived(cx: &Cx, editor: &BlockEditor) -> Option<Html> {
    if cx.query() != "picture=1" {
        return None;
    }
    let newest = editor.pictures.first()?.pack();
    let place = editor
        .block
        .values()
        .find(|(place, value)| place.field == Field::Picture && *value == newest);
    let (word, text) = match place {
        Some((place, _)) => {
            let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
            let name = place_name(&words, editor.block.kind, place);
            ("photo-placed", cx.t(t::shopfront_picture_placed(name)))
        }
        None => ("photo-to-choose", cx.t(t::SHOPFRONT_PICTURE_TO_CHOOSE)),
    };
    let notice = view! {
        <div class="c-notice c-notice--good" id="notice" role="status" data-testid=word><p>{text}</p></div>
    };
    Some(notice.into_html())
}

/// Buttons that save the part and then crop one of its pictures. They stand behind the one that saves: it is what Enter does.
fn croppable(cx: &Cx, block: &Block) -> Option<Html> {
    let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
    let mut buttons = Vec::new();
    for (place, value) in block.values() {
        if place.field != Field::Picture || value.is_empty() {
            continue;
        }
        let name = place_name(&words, block.kind, place);
        let aloud = cx.t(t::shopfront_picture_crop_named(name.as_str()));
        buttons.push(view! {
            <button class="c-button" name="then" value=format!("{CROP}{place}") aria-label=aloud data-testid="crop-picture">
                {name}
            </button>
        });
    }
    (!buttons.is_empty()).then(|| {
        view! {
            <details class="c-card">
                <summary>{cx.t(t::SHOPFRONT_PICTURE_CROP)}</summary>
                <p class="c-row">{buttons}</p>
            </details>
        }
        .into_html()
    })
}

/// Goods that the preview knows at the most: a page that a slow line brings.
const GLIMPSES: usize = 500;

/// The part as buyers see it, alive while one types, and where its saving stands.
fn island(cx: &Cx, editor: &BlockEditor, sent: &Sent) -> Html {
    let place = place_of(cx, &editor.page);
    let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
    let kind = editor.block.kind;
    let labels = super::fields::places(kind)
        .into_iter()
        .map(|of| (of, place_name(&words, kind, of)))
        .collect();
    let shelf_of = |id: ProductId| {
        let mut shelves = editor.shelf_of.iter();
        shelves.find(|(of, _)| *of == id).map(|(_, shelf)| shelf.clone())
    };
    // A calendar needs to know when goods are ripe, and shows none.
    let shows_goods = kind == BlockKind::Products;
    let is_chosen = |id: ProductId| {
        let mut values = editor.block.values();
        values.any(|(place, value)| place.field == Field::Product && value == id.to_string())
    };
    let cards = editor.page.products.iter().enumerate();
    let cards = cards.filter(|(at, card)| shows_goods && (*at < GLIMPSES || is_chosen(card.id)));
    let goods = cards.map(|(_, card)| Glimpse {
        id: card.id,
        name: card.name.clone(),
        picture: card.picture.clone(),
        shelf: shelf_of(card.id),
    });
    let say = |text: Text| cx.t(text);
    let props = ShopPartProps {
        block: editor.block.clone(),
        source: editor.source,
        locale: cx.locale(),
        today: format::machine_date(cx.now()),
        month: place.month,
        head: place.head,
        ripe: place.ripe,
        goods: goods.collect(),
        is_repeated: editor.is_repeated,
        theme: editor.page.document.theme,
        // Also when there was something to tell of it, and when a photo was added on the way.
        is_saved: sent.is_saved() || matches!(cx.query(), "saved=1" | "picture=1" | "cropped=1"),
        is_refused: !sent.typed.is_empty(),
        conflicts: sent.conflicts(),
        key: draft_key(cx, editor.block.id),
        title: say(t::SHOPFRONT_BLOCK_PREVIEW),
        empty: say(t::SHOPFRONT_EMPTY),
        saving: SavingView {
            sending: say(t::SHOPFRONT_AUTO_SENDING),
            saved: say(t::SHOPFRONT_AUTO_SAVED),
            undecided: say(t::SHOPFRONT_SAVED_REST),
            offline: say(t::SHOPFRONT_AUTO_OFFLINE),
            busy: say(t::SHOPFRONT_AUTO_BUSY),
            over: say(t::SHOPFRONT_AUTO_OVER),
            reopen: say(t::SHOPFRONT_AUTO_REOPEN),
            here: cx.url(&StudioShopPart::new(&editor.block.id.to_string())),
            by_form: say(t::SHOPFRONT_AUTO_BY_FORM),
            restored: say(t::SHOPFRONT_AUTO_RESTORED),
            conflict: say(t::SHOPFRONT_CONFLICT),
            saved_now: say(t::STUDIO_CONFLICT_SAVED),
            nothing: say(t::SHOPFRONT_NOTHING),
            away: say(t::SHOPFRONT_AWAY),
            keep_mine: say(t::SHOPFRONT_KEEP_MINE),
            take_theirs: say(t::SHOPFRONT_TAKE_THEIRS),
            labels,
        },
    };
    islands::shop_part_island(cx.shop().texts(), cx.locale(), props).into_html()
}

/// The name of a part's draft on the device.
pub(super) fn draft_key(cx: &Cx, block: BlockId) -> String {
    format!("shop-part/{}/{block}", draft_of(cx))
}

/// What became of a form that was not taken whole, or not as it was typed.
#[component]
fn Told(
    /// The part.
    block: Block,
    /// The language its texts are written in first.
    source: Locale,
    /// What was sent.
    sent: Sent,
) -> Html {
    let cx = Cx::here();
    let Some(saved) = sent.saved.clone() else {
        return Html::new("");
    };
    let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
    let name = |place: Place| place_name(&words, block.kind, place);
    let wrong: Vec<WrongField> = saved
        .wrong
        .iter()
        .map(|(place, _)| WrongField {
            name: place.to_string(),
            label: name(*place),
            text: sent.wrong_text(&cx, &block, source, *place),
        })
        .collect();
    let conflict = (!saved.conflicts.is_empty()).then(|| {
        let names: Vec<String> = saved.conflicts.iter().map(|conflict| name(conflict.place)).collect();
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict" data-conflict="">
                <strong>{names.join(" · ")}</strong>
                <p>{cx.t(t::SHOPFRONT_CONFLICT)}" "{cx.t(t::SHOPFRONT_CONFLICT_AGAIN)}</p>
            </div>
        }
    });
    let cleaned = saved
        .cleaned
        .iter()
        .flat_map(|cleaned| islands::cleaned_lines(cx.shop(), cx.locale(), block.kind, cleaned))
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let cleaned = (!saved.cleaned.is_empty()).then(|| {
        view! { <div class="c-notice" role="status" data-testid="cleaned"><ul>{cleaned}</ul></div> }
    });
    let rest = if saved.is_whole() {
        t::SHOPFRONT_SAVED
    } else {
        t::SHOPFRONT_SAVED_REST
    };
    // What is wrong says already that all else is saved.
    let rest = wrong.is_empty().then(|| view! { <p class="c-muted">{cx.t(rest)}</p> });
    view! {
        <ErrorSummary fields=wrong title=Some(t::SHOPFRONT_REFUSED)/>
        {conflict}
        {cleaned}
        {rest}
    }
    .into_html()
}

/// A form that names no part is not one of ours.
pub(super) fn part_of(form: &Form) -> Result<BlockId, ErrorCode> {
    form.get("part").parse().map(BlockId).map_err(|_| ErrorCode::Invalid)
}

/// The languages of a field, the source first.
pub(super) fn languages(source: Locale) -> [Locale; 3] {
    let mut languages = Locale::BUILT_IN;
    languages.sort_by_key(|lang| *lang != source);
    languages
}
