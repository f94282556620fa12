//! Pictures in the size and format the browser likes best.

use domain::view::Picture;
use leptos::prelude::*;

/// How wide a picture is shown, for the browser's choice of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A thumbnail in a line of a list.
    Thumb,
    /// A product in a grid.
    Card,
    /// A cooperative in a grid.
    Cover,
    /// A product on its own page.
    Product,
    /// The largest picture of a page.
    Main,
}

impl Shape {
    /// As wide as `style/` shows it.
    const fn sizes(self) -> &'static str {
        match self {
            Self::Thumb => "80px",
            Self::Card => "(min-width:1200px) 277px,(min-width:900px) 23vw,(min-width:640px) 31vw,44vw",
            Self::Cover => "(min-width:640px) 360px,82vw",
            Self::Product => "(min-width:1200px) 560px,(min-width:900px) 47vw,(max-height:799px) 40vw,100vw",
            // On a phone two thirds of the dots are sharp enough, and on a slow line half a second earlier.
            Self::Main => "(min-width:1200px) 700px,(min-width:900px) 58vw,(min-width:640px) 100vw,66vw",
        }
    }

    /// The widths offered, of those that pictures are made in.
    const fn widths(self) -> &'static [u32] {
        match self {
            Self::Thumb => &[160, 240],
            Self::Card => &[240, 360, 480, 640],
            Self::Cover => &[360, 480, 640, 800],
            Self::Product | Self::Main => &[240, 360, 480, 640, 800, 1200],
        }
    }

    /// The width for browsers that choose none.
    const fn width(self) -> u32 {
        match self {
            Self::Thumb => 320,
            Self::Card | Self::Cover => 640,
            Self::Product | Self::Main => 1200,
        }
    }
}

/// In the context of a page whose reader saves data: its pictures come as small as they are made.
#[derive(Clone, Copy, Debug)]
pub struct SavesData;

/// Such a page has no islands that show pictures, so the browser never asks.
fn saves_data() -> bool {
    cfg!(feature = "ssr") && use_context::<SavesData>().is_some()
}

/// The width for browsers that choose none, where data is saved: the smallest that is made for them.
const SMALLEST: u32 = 320;

/// The addresses and widths of a picture's sizes, as `srcset` wants them.
fn sizes_of(picture: &Picture, shape: Shape) -> String {
    let mut widths = shape.widths();
    if saves_data() {
        // The narrowest stands first.
        widths = widths.get(..1).unwrap_or(widths);
    }
    let mut all = String::new();
    for width in widths {
        for part in [
            picture.url(*width, "webp").as_str(),
            " ",
            width.to_string().as_str(),
            "w,",
        ] {
            all.push_str(part);
        }
    }
    all.pop();
    all
}

/// The sizes of a picture and how wide it is shown, as a `preload` in the head says it: the same choice as in the page.
#[must_use]
pub fn preload_of(picture: &Picture, shape: Shape) -> (String, &'static str) {
    (sizes_of(picture, shape), shape.sizes())
}

/// A picture of the shop. Its width and height stand in the markup, so nothing moves when it arrives.
#[component]
pub fn ShopPicture(
    /// The picture.
    picture: Picture,
    /// How wide it is shown.
    shape: Shape,
    /// What there is to see; empty when the text beside it says so already.
    #[prop(optional, into)]
    alt: String,
    /// The first thing one sees: fetched before all others.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let width = if saves_data() { SMALLEST } else { shape.width() };
    view! {
        <picture>
            <source type="image/webp" srcset=sizes_of(&picture, shape) sizes=shape.sizes()/>
            <img
                src=picture.url(width, "jpg")
                width=picture.width
                height=picture.height
                alt=alt
                loading=(!first).then_some("lazy")
                fetchpriority=first.then_some("high")
                decoding="async"
            />
        </picture>
    }
}
