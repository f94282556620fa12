//! Parts of a page that are HTML already.
//!
//! A page is rendered once, on the server, and what has been rendered is never looked at again. So each component ends
//! with [`into_html`](IntoHtml::into_html): its view becomes text there, and no type grows beyond one component. Views that
//! are nested through a whole page are types that take minutes to compile, and [`AnyView`](leptos::prelude::AnyView)
//! carries the code for hydrating, rebuilding and streaming along, which nobody calls here.

use leptos::children::{ChildrenOptContainer, ToChildren};
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos::tachys::view::Position;

/// A part of a page, rendered.
pub type Html = InertElement;

/// About what a component weighs in bytes.
const USUAL: usize = 512;

/// Rendering a view to a part of a page.
pub trait IntoHtml {
    /// The view as HTML, escaped as its elements ask for.
    fn into_html(self) -> Html;
}

impl<V: RenderHtml> IntoHtml for V {
    fn into_html(self) -> Html {
        let mut html = String::with_capacity(USUAL);
        self.to_html_with_buf(&mut html, &mut Position::FirstChild, true, false, Vec::new());
        Html::new(html)
    }
}

/// What stands between the tags of a component that frames it.
pub struct Contents(Html);

impl Contents {
    /// The part itself.
    pub fn into_inner(self) -> Html {
        self.0
    }
}

impl<V: RenderHtml, Make: FnOnce() -> V> ToChildren<Make> for Contents {
    fn to_children(make: Make) -> Self {
        Self(make().into_html())
    }
}

impl<V: RenderHtml> ToChildren<ChildrenOptContainer<V>> for Contents {
    fn to_children(contents: ChildrenOptContainer<V>) -> Self {
        Self(contents.0.into_html())
    }
}
