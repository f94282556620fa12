//! Pictures of a product, side by side: one leafs through them with a thumb, or by the dots below.

use domain::view::Picture;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::inert::inert_contents;
use crate::live::{live, on};
use crate::picture::{Shape, ShopPicture};

/// The pictures of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GalleryView {
    /// The pictures and what each shows; never empty.
    pub pictures: Vec<(Picture, String)>,
    /// What the row is called, read aloud.
    pub label: String,
}

/// The strip of pictures and the dots. Without a script the dots are links, and the strip scrolls by itself.
#[component]
pub fn Gallery(
    /// The pictures.
    view: GalleryView,
) -> impl IntoView {
    let seen = RwSignal::new(0);
    let count = view.pictures.len();
    let dots = (count > 1).then(|| {
        let dots = view
            .pictures
            .iter()
            .enumerate()
            .map(|(place, (_, label))| {
                view! {
                    <a
                        href=["#", &picture_id(place)].concat()
                        aria-current=live(move || (seen.get() == place).then_some("true"))
                        aria-label=label.clone()
                    ></a>
                }
            })
            .collect_view();
        view! { <p class="c-dots">{dots}</p> }
    });
    let items = inert_contents(|| {
        view.pictures
            .into_iter()
            .enumerate()
            .map(|(place, (picture, alt))| {
                view! { <li id=picture_id(place)><ShopPicture picture shape=Shape::Main alt first={place == 0}/></li> }
            })
            .collect_view()
    });
    // A box that scrolls must be reachable from the keyboard.
    let tabindex = (count > 1).then_some("0");
    let on_scroll = on(move |event: leptos::ev::Event| {
        let strip: leptos::web_sys::HtmlElement = event_target(&event);
        let width = strip.client_width().max(1);
        // Right-to-left strips count from zero downwards.
        let place = (strip.scroll_left().abs() + width / 2) / width;
        seen.set(usize::try_from(place).unwrap_or_default());
    });
    view! {
        <ul class="c-gallery" tabindex=tabindex aria-label=view.label on:scroll=on_scroll>{items}</ul>
        {dots}
    }
}

fn picture_id(place: usize) -> String {
    ["picture-", &(place + 1).to_string()].concat()
}
