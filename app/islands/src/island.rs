//! An island of our own making: what Leptos' `#[island]` does, with props in postcard instead of JSON. (JSON would cost
//! every page 25 kB; `app/docs/decisions/own-island-macro.md`.)

use components::{provide_awake, provide_words};
use l10n::Words;
use leptos::prelude::*;
use leptos::tachys::html::islands::Island;
use leptos::tachys::reactive_graph::OwnedView;

/// The markup of an island, made the same way on both sides.
fn markup<View: IntoView>(
    name: &'static str,
    words: Words,
    view: impl FnOnce() -> View + 'static,
) -> Island<OwnedView<View>> {
    let owned = Owner::new().with(|| {
        Owner::with_hydration(move || {
            provide_words(words);
            provide_awake();
            OwnedView::new(view())
        })
    });
    Island::new(name, owned)
}

/// An island in a page, with what wakes it.
#[cfg(feature = "ssr")]
pub(crate) fn render<Props: serde::Serialize + 'static, View: IntoView>(
    name: &'static str,
    words: Words,
    props: Props,
    view: impl FnOnce(Props) -> View + 'static,
) -> impl IntoView {
    let data = crate::wire::write(&props, &words);
    markup(name, words, move || view(props)).with_props(data)
}

/// Takes over the island's markup in the browser.
#[cfg(feature = "hydrate")]
pub(crate) fn wake<Props: serde::de::DeserializeOwned + 'static, View: IntoView>(
    element: &web_sys::HtmlElement,
    view: impl FnOnce(Props) -> View + 'static,
) where
    View::State: 'static,
{
    use leptos::tachys::view::Position;

    let data = element.dataset().get("props").unwrap_or_default();
    let Some((props, words)) = crate::wire::read(crate::browser::locale(), &data) else {
        leptos::logging::warn!("an island's data is of another build");
        return;
    };
    let state = markup("", words, move || view(props)).hydrate_from_position::<true>(element, Position::Current);
    LIVE.with_borrow_mut(|live| live.push((element.clone(), Box::new(state))));
}

#[cfg(feature = "hydrate")]
thread_local! {
    /// Islands and what keeps them going.
    static LIVE: std::cell::RefCell<Vec<(web_sys::HtmlElement, Box<dyn std::any::Any>)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Ends the islands whose markup is not in the document any more, listeners and all. `start.js` calls it when it has put
/// another page in place.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn release() {
    let gone: Vec<_> = LIVE.with_borrow_mut(|live| live.extract_if(.., |(element, _)| !element.is_connected()).collect());
    // What ends here may want to look at the others.
    drop(gone);
}

/// Declares an island: on the server a function that renders it, in the browser the export that wakes it. The name of both
/// is what `start.js` looks for. `in <part>`: its code is not in the file every page loads but in one of its own
/// (`app/docs/decisions/wasm-in-parts.md`); the export then answers a promise.
macro_rules! island {
    ($(#[$doc:meta])* $name:ident $(in $part:ident)?: $props:ty => $view:path, [$($texts:expr),+ $(,)?]) => {
        $(#[$doc])*
        #[cfg(feature = "ssr")]
        pub fn $name(texts: &l10n::Texts, locale: domain::Locale, props: $props) -> impl leptos::prelude::IntoView + use<> {
            let words = texts.words(locale, &[$($texts as &[l10n::Text]),+].concat());
            $crate::island::render(stringify!($name), words, props, $view)
        }

        // The page brings them along; in the browser they are only named.
        #[cfg(feature = "hydrate")]
        const _: &[&[l10n::Text]] = &[$($texts),+];

        $crate::island::wakes!($(#[$doc])* $name $(in $part)?: $props => $view);
    };
}

/// What wakes an island, see [`island!`].
macro_rules! wakes {
    ($(#[$doc:meta])* $name:ident: $props:ty => $view:path) => {
        $(#[$doc])*
        #[cfg(feature = "hydrate")]
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub fn $name(element: web_sys::HtmlElement) {
            $crate::island::wake::<$props, _>(&element, $view);
        }
    };
    ($(#[$doc:meta])* $name:ident in $part:ident: $props:ty => $view:path) => {
        #[cfg(not(feature = "parts"))]
        $crate::island::wakes!($(#[$doc])* $name: $props => $view);

        $(#[$doc])*
        #[cfg(feature = "parts")]
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub async fn $name(element: web_sys::HtmlElement) -> Result<(), wasm_bindgen::JsValue> {
            #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
            fn $name(element: web_sys::HtmlElement) -> Result<(), $crate::island::NotLoaded> {
                $crate::island::wake::<$props, _>(&element, $view);
                Ok(())
            }
            // The form stays as the server sent it.
            $name(element).await.map_err(|_| wasm_bindgen::JsValue::UNDEFINED)
        }
    };
}

/// The file of a part did not come.
#[cfg(feature = "parts")]
pub(crate) struct NotLoaded;

#[cfg(feature = "parts")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

pub(crate) use island;
pub(crate) use wakes;
