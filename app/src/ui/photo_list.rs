//! Small photos side by side, as buyers add them to what they write.

use leptos::prelude::*;

use crate::html::{Html, IntoHtml};

/// Small photos; each opens as large as it is. Nothing where there are none.
#[component]
pub fn PhotoList(
    /// Where each lies as large as it is, and the small one.
    photos: Vec<(String, Html)>,
    /// What tests find the list by.
    testid: &'static str,
) -> Html {
    if photos.is_empty() {
        return Html::new("");
    }
    let items = photos
        .into_iter()
        .map(|(large, small)| view! { <li><a href=large data-plain="">{small}</a></li> })
        .collect_view();
    view! { <ul class="c-photos" data-testid=testid>{items}</ul> }.into_html()
}
