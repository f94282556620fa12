//! Pictures of a product.

use components::{Gallery, GalleryView};
use leptos::prelude::*;

use crate::island::island;

island! {
    /// The strip of pictures marks which one is seen.
    gallery_island: GalleryView => gallery, [&[]]
}

fn gallery(view: GalleryView) -> impl IntoView {
    view! { <Gallery view/> }
}
