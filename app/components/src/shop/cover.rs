//! The cover: picture, name, one line, and the facts the shop knows.

use domain::shop_page::BlockId;
use domain::view::{Picture, Shown};
use l10n::{Text, t};
use leptos::either::Either;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{ShopPlace, block_anchor};
use crate::picture::{Shape, ShopPicture};
use crate::text::{ShownName, ShownText};
use crate::words::Say;

/// What a cover says beside its own fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopHead {
    /// The cooperative's name.
    pub name: Shown,
    /// Where it is.
    pub township: Shown,
    /// Its picture in lists, until the page has one of its own.
    pub picture: Picture,
    /// Year it was founded.
    pub founded: Option<i64>,
    /// Families in it.
    pub members: Option<i64>,
    /// Its phone number, as shown.
    pub phone: Option<String>,
}

pub(super) fn cover(place: ShopPlace, picture: Option<Picture>, tagline: Option<Shown>, id: BlockId) -> impl IntoView {
    let head = place.head;
    let picture = picture.unwrap_or(head.picture);
    let name = if place.is_preview {
        Either::Left(view! { <h2 class="c-title"><ShownText shown=head.name/></h2> })
    } else {
        Either::Right(view! { <h1 class="c-title"><ShownText shown=head.name/></h1> })
    };
    let tagline = tagline.map(|shown| view! { <p class="c-lead"><ShownText shown/></p> });
    let number = |name: Text, value: i64| view! { <div><dt><Say text=name/></dt><dd><bdi>{value}</bdi></dd></div> };
    let phone = head.phone.map(|phone| {
        let dialled: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! {
            <div>
                <dt><Say text=t::SHOPS_FACT_PHONE/></dt>
                <dd><a class="c-phone" href=["tel:", &dialled].concat()><bdi dir="ltr">{phone}</bdi></a></dd>
            </div>
        }
    });
    view! {
        <header class="c-cover" id=block_anchor(id)>
            <ShopPicture picture shape=Shape::Main first=true/>
            <div class="c-cover__text">
                {name}
                {tagline}
                <dl class="c-facts">
                    <div><dt><Say text=t::SHOPS_FACT_TOWNSHIP/></dt><dd><ShownName shown=head.township/></dd></div>
                    {head.founded.map(|year| number(t::SHOPS_FACT_FOUNDED, year))}
                    {head.members.map(|families| number(t::SHOPS_FACT_FAMILIES, families))}
                    {phone}
                </dl>
            </div>
        </header>
    }
}
