//! Pictures of a product.

use components::{Gallery, GalleryView};
use leptos::prelude::*;

use crate::island::island;

island! {
    /// The strip of pictures marks which one is seen.
    gallery_island in purchase: GalleryView => gallery, server
}

fn gallery(view: GalleryView) -> impl IntoView {
    view! { <Gallery view/> }
}
