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
    /// The largest picture of a page.
    Main,
}

impl Shape {
    const fn sizes(self) -> &'static str {
        match self {
            Self::Thumb => "80px",
            Self::Card => "(min-width:1024px) 264px,(min-width:640px) 31vw,47vw",
            Self::Cover => "(min-width:640px) 360px,82vw",
            Self::Main => "(min-width:900px) 560px,100vw",
        }
    }

    /// The size for browsers that choose none.
    const fn width(self) -> u32 {
        match self {
            Self::Thumb => 320,
            Self::Card | Self::Cover => 640,
            Self::Main => 1200,
        }
    }
}

/// The addresses and widths of a picture's sizes, as `srcset` wants them.
fn sizes_of(picture: &Picture, format: &str, shape: Shape) -> String {
    let small = format!("{} 320w", picture.url(320, format));
    match shape {
        Shape::Thumb => small,
        Shape::Card | Shape::Cover => format!("{small},{} 640w", picture.url(640, format)),
        Shape::Main => format!(
            "{small},{} 640w,{} 1200w",
            picture.url(640, format),
            picture.url(1200, format)
        ),
    }
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
    view! {
        <picture>
            <source type="image/webp" srcset=sizes_of(&picture, "webp", shape) sizes=shape.sizes()/>
            <img
                src=picture.url(shape.width(), "jpg")
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
