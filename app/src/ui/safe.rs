//! The only place with a `<title>`; that of `<textarea>` is in `components`. The lint refuses the raw elements elsewhere.

use leptos::prelude::*;

use crate::html::{Html, IntoHtml};

pub use components::TextArea;

/// The document's title.
#[component]
pub fn PageTitle(
    /// The title, with anything in it.
    text: String,
) -> Html {
    // `<title>` as an element is escaped by Leptos itself; `leptos_meta::Title` is not.
    view! { <title>{text}</title> }.into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_be_closed_from_inside() {
        let html =
            Owner::new().with(|| view! { <PageTitle text="</title><script>alert(1)</script>".into()/> }.to_html());
        assert!(!html.contains("<script"), "{html}");
    }
}
