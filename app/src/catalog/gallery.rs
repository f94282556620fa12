//! Pictures of a product, side by side: one leafs through them with a thumb, and a tap shows them over the whole screen.

use l10n::t;
use leptos::prelude::*;
use service::Picture;

use crate::cx::Cx;
use crate::ui::{Contents, Html, IntoHtml, Shape, ShopPicture};

/// The strip of pictures. Each is a link to itself in large; `frontend/enlarge.js`, which comes when one is tapped, shows all
/// of them over the page instead.
#[component]
pub(super) fn Gallery(
    /// The pictures.
    pictures: Vec<Picture>,
    /// What each shows, where the cooperative said so in the page's language.
    texts: Vec<Option<String>>,
    /// The product they show.
    name: String,
    /// What stands over them.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let count = pictures.len();
    let title = |place: usize| match count {
        1 => name.clone(),
        _ => cx.t(t::product_picture_alt(name.as_str(), place, count)),
    };
    let script = cx.assets().url("enlarge.js");
    let items = pictures
        .into_iter()
        .zip(texts)
        .zip(1..)
        .map(|((picture, text), place)| {
            let alt = text.unwrap_or_else(|| title(place));
            let large = picture.url(1200, "jpg");
            let position = (count > 1).then(|| {
                view! { <span class="c-badge" aria-hidden="true"><bdi>{place}"/"{count}</bdi></span> }
            });
            view! {
                <li>
                    <a href=large data-script=script.clone()>
                        <ShopPicture picture shape=Shape::Product alt first={place == 1}/>
                        {position}
                        <span class="c-hidden">{cx.t(t::PRODUCT_PICTURES_ENLARGE)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="c-detail__pictures">
            <ul class="c-gallery" aria-label=cx.t(t::PRODUCT_PICTURES) data-close=cx.t(t::BUTTON_CLOSE)>{items}</ul>
            {children.into_inner()}
        </div>
    }
    .into_html()
}
