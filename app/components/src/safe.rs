//! The only place with a `<textarea>`. Leptos 0.8 writes a textarea's children unescaped (leptos#4819, fixed in 0.9 by
//! #4821), so the text is escaped here; the lint refuses the raw element elsewhere.

use domain::Direction;
use leptos::prelude::*;

/// A text of several lines.
#[component]
pub fn TextArea(
    /// Name of the field.
    name: String,
    /// `id` of the element, for its label.
    id: String,
    /// What is in it.
    value: String,
    /// BCP 47 tag of the language to be typed.
    #[prop(optional, into)]
    lang: String,
    /// Which way it runs; by what it begins with where nothing is said.
    #[prop(default = None)]
    dir: Option<Direction>,
    /// Rows shown.
    #[prop(default = 6)]
    rows: u32,
    /// Longest text in characters.
    #[prop(default = 5000)]
    maxlength: u32,
    /// Whether the value is not right.
    #[prop(optional)]
    invalid: bool,
    /// `id` of the text that says what is wrong or how to fill it.
    #[prop(optional, into)]
    described_by: String,
) -> impl IntoView {
    // A browser drops one newline right after the tag: without this one, a text that begins with one would lose it. As
    // inner HTML it is nothing that a browser has to find again when it takes the markup over.
    let escaped = ["\n", &escape(&value)].concat();
    view! {
        <textarea
            class="c-field__input c-field__input--long"
            name=name
            id=id
            lang=(!lang.is_empty()).then_some(lang)
            dir=dir.map_or("auto", Direction::as_str)
            rows=rows
            maxlength=maxlength
            aria-invalid=invalid.then_some("true")
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            inner_html=escaped
        ></textarea>
    }
}

/// Escapes text for element content.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_textarea_cannot_be_closed_from_inside() {
        let html = Owner::new().with(|| {
            view! { <TextArea name="story".into() id="s".into() value="</textarea><script>alert(1)</script>".into()/> }.to_html()
        });
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;"), "{html}");
    }

    #[test]
    fn a_text_runs_as_it_is_told_or_by_what_it_begins_with() {
        for (dir, expected) in [
            (Some(Direction::Rtl), "dir=\"rtl\""),
            (Some(Direction::Ltr), "dir=\"ltr\""),
            (None, "dir=\"auto\""),
        ] {
            let html = Owner::new().with(|| {
                view! { <TextArea name="source".into() id="s".into() value="{ $more }".into() dir/> }.to_html()
            });
            assert!(html.contains(expected) && html.contains("{ $more }"), "{html}");
        }
    }
}
