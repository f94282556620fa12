//! The parts of a cooperative's shop page: on the page itself, and as they are being written in the studio.

mod contact;
mod cover;
mod goods;
mod missing;
mod order;
mod people;
mod prose;
mod season;
mod value;
mod words;

use domain::Locale;
use domain::shop_page::{BlockId, Content, Ripe, ShownBlock, Theme};
use domain::view::Shown;
use l10n::{Text, t};
use leptos::either::{Either, EitherOf13};
use leptos::prelude::*;

pub use cover::ShopHead;
pub use goods::{Glimpse, GoodsGlimpses};
pub use missing::{MissingLine, MissingLines};
pub use order::{OrderActions, OrderList, OrderPart, OrderState, OrderView};
pub use value::{ReadableValue, ValueShown};
pub use words::{PLACES, TROUBLES, field_name, hint_text, kind_hint, kind_name, place_name, wrong_text};

use crate::text::ShownText;
use crate::words::Say;

/// The texts a page may show.
pub const TEXTS: &[Text] = &[
    t::LANGUAGE_NAME_ES,
    t::LANGUAGE_NAME_UG,
    t::LANGUAGE_NAME_ZH,
    t::ids::LANGUAGE_SHOWN_IN,
    t::LANGUAGE_TRANSLATION_OUTDATED,
    t::PRODUCT_SEASON_NOW,
    t::SHOPFRONT_CERTIFICATES_TITLE,
    t::ids::SHOPFRONT_CERTIFICATE_NUMBER,
    t::ids::SHOPFRONT_CLOSED,
    t::ids::SHOPFRONT_CLOSED_DAY,
    t::SHOPFRONT_CONTACT_TITLE,
    t::SHOPFRONT_DOUYIN,
    t::SHOPFRONT_HOURS_TITLE,
    t::SHOPFRONT_LINK,
    t::SHOPFRONT_MAP,
    t::SHOPFRONT_PEOPLE_TITLE,
    t::SHOPFRONT_QUESTIONS_TITLE,
    t::SHOPFRONT_SEASON_TITLE,
    t::SHOPFRONT_VIDEO,
    t::SHOPFRONT_WECHAT,
    t::SHOPS_FACT_FAMILIES,
    t::SHOPS_FACT_FOUNDED,
    t::SHOPS_FACT_PHONE,
    t::SHOPS_FACT_TOWNSHIP,
    t::SHOPS_PRODUCTS_TITLE,
    t::SHOPS_STORY_TITLE,
    t::STATIONS_HOURS_DAILY,
];

/// What all parts of a page know.
#[derive(Clone, Debug)]
pub struct ShopPlace {
    /// The reader's language.
    pub locale: Locale,
    /// The month in the shop, 1–12.
    pub month: u8,
    /// What the cover says beside its own fields.
    pub head: ShopHead,
    /// What the cooperative's goods say is ripe when.
    pub ripe: Vec<Ripe>,
    /// It is being written: the page round it has a heading of its own.
    pub is_preview: bool,
}

/// The class of a page in this colour.
pub const fn theme_class(theme: Theme) -> &'static str {
    match theme {
        Theme::Turquoise => "c-shop",
        Theme::Apricot => "c-shop c-shop--apricot",
        Theme::Pomegranate => "c-shop c-shop--pomegranate",
        Theme::Leaf => "c-shop c-shop--leaf",
        Theme::Plum => "c-shop c-shop--plum",
    }
}

/// The `id` of a part in its page.
pub fn block_anchor(id: BlockId) -> String {
    ["part-", &id.to_string()].concat()
}

/// One part of a shop page.
#[component]
pub fn ShopBlock<Goods: IntoView + 'static>(
    /// The part.
    block: ShownBlock,
    /// What it knows of the page.
    place: ShopPlace,
    /// The goods, where it shows some.
    goods: Goods,
) -> impl IntoView {
    let ShownBlock { id, title, content } = block;
    let locale = place.locale;
    let section = |otherwise: Option<Text>, title: Option<Shown>| Section {
        id,
        locale,
        title,
        otherwise,
    };
    match content {
        Content::Cover { picture, tagline } => EitherOf13::A(cover::cover(place, picture, tagline, id)),
        Content::Story { text, picture } => {
            EitherOf13::B(section(Some(t::SHOPS_STORY_TITLE), title).around(prose::story(text, picture, locale)))
        }
        Content::Picture { picture, caption } => {
            EitherOf13::C(section(None, title).around(prose::figure(picture, caption, place.head.name)))
        }
        Content::Gallery(pictures) => {
            EitherOf13::D(section(None, title).around(prose::gallery(pictures, place.head.name)))
        }
        Content::People(people) => {
            EitherOf13::E(section(Some(t::SHOPFRONT_PEOPLE_TITLE), title).around(people::people(people)))
        }
        Content::Products => EitherOf13::F(section(Some(t::SHOPS_PRODUCTS_TITLE), title).around(goods)),
        Content::Season(rows) => {
            let rows = if rows.is_empty() { place.ripe } else { rows };
            EitherOf13::G(section(Some(t::SHOPFRONT_SEASON_TITLE), title).around(season::calendar(
                rows,
                locale,
                place.month,
            )))
        }
        Content::Notice(text) => EitherOf13::H(prose::notice(id, title, text, locale)),
        Content::Hours { text, week, closures } => EitherOf13::I(
            section(Some(t::SHOPFRONT_HOURS_TITLE), title).around(contact::hours(text, week, closures, locale)),
        ),
        Content::Video { link, caption } => {
            EitherOf13::J(section(None, title).around(contact::video(link, caption, locale)))
        }
        Content::Certificates(certificates) => EitherOf13::K(
            section(Some(t::SHOPFRONT_CERTIFICATES_TITLE), title).around(people::certificates(certificates)),
        ),
        Content::Questions(questions) => EitherOf13::L(
            section(Some(t::SHOPFRONT_QUESTIONS_TITLE), title).around(prose::questions(questions, locale)),
        ),
        Content::Contact {
            text,
            wechat,
            douyin,
            link,
            map,
        } => EitherOf13::M(
            section(Some(t::SHOPFRONT_CONTACT_TITLE), title)
                .around(contact::contact(text, wechat, douyin, link, map, locale)),
        ),
    }
}

/// A part with a heading: its own, else that of its kind. One that is written in another language only stands where the kind has
/// none.
struct Section {
    id: BlockId,
    locale: Locale,
    title: Option<Shown>,
    otherwise: Option<Text>,
}

impl Section {
    fn around<Inner: IntoView>(self, inner: Inner) -> impl IntoView {
        let is_own = |shown: &Shown| shown.lang == self.locale || self.otherwise.is_none();
        let title = match (self.title.filter(is_own), self.otherwise) {
            (Some(shown), _) => Some(Either::Left(view! { <h2><ShownText shown/></h2> })),
            (None, Some(text)) => Some(Either::Right(view! { <h2><Say text/></h2> })),
            (None, None) => None,
        };
        view! { <section class="c-section" id=block_anchor(self.id)>{title}{inner}</section> }
    }
}
