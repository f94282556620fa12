//! An island of our own making: what Leptos' `#[island]` does, with props in postcard instead of JSON. (JSON would cost
//! every page 25 kB; `app/docs/decisions/own-island-macro.md`.)

use components::{provide_hydrated, provide_words};
use l10n::Words;
use leptos::prelude::*;
use leptos::tachys::html::islands::Island;
use leptos::tachys::reactive_graph::OwnedView;

/// The markup of an island, made the same way on both sides.
fn markup<View: IntoView>(name: &'static str, view: impl FnOnce() -> View + 'static) -> Island<OwnedView<View>> {
    let owned = Owner::new().with(|| {
        Owner::with_hydration(move || {
            provide_hydrated();
            OwnedView::new(view())
        })
    });
    Island::new(name, owned)
}

/// An island in a page, with the data that hydrates it.
#[cfg(feature = "ssr")]
pub(crate) fn render<View: IntoView>(
    name: &'static str,
    data: String,
    view: impl FnOnce() -> View + 'static,
) -> Island<OwnedView<View>> {
    markup(name, view).with_props(data)
}

/// An island's view with its words at hand.
pub(crate) fn with_words<Props, View: IntoView>(words: Words, props: Props, view: impl FnOnce(Props) -> View) -> View {
    provide_words(words);
    view(props)
}

/// Takes over the island's markup in the browser. The words are read by those islands alone that show some.
#[cfg(feature = "hydrate")]
pub(crate) fn hydrate<Data, View: IntoView>(
    element: &web_sys::HtmlElement,
    read: impl FnOnce(&str) -> Option<Data>,
    view: impl FnOnce(Data) -> View + 'static,
) where
    Data: 'static,
    View::State: 'static,
{
    use leptos::tachys::view::Position;

    let Some(data) = read(&element.dataset().get("props").unwrap_or_default()) else {
        leptos::logging::warn!("an island's data is of another build");
        return;
    };
    let state = markup("", move || view(data)).hydrate_from_position::<true>(element, Position::Current);
    LIVE.with_borrow_mut(|live| live.push((element.clone(), Box::new(state))));
}

#[cfg(feature = "hydrate")]
thread_local! {
    /// Islands and what keeps them going.
    static LIVE: std::cell::RefCell<Vec<(web_sys::HtmlElement, Box<dyn std::any::Any>)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Ends the islands of a page that is not shown again, listeners and all. The browser calls it when it lets go of that page: one
/// that Back may show again keeps its islands, though it is not in the document.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn release(page: web_sys::Node) {
    let gone: Vec<_> = LIVE.with_borrow_mut(move |live| {
        live.extract_if(.., |(element, _)| page.contains(Some(element.as_ref())))
            .collect()
    });
    // What ends here may want to look at the others.
    drop(gone);
}

/// Declares an island: on the server a function that renders it, in the browser the export that hydrates it. The name of both
/// is what `start.js` looks for.
///
/// - `name: Props => view` shows no words but those in its data.
/// - `name in part: …` has its code not in the file every page loads but in one of its own
///   (`app/docs/decisions/wasm-in-parts.md`); the export then answers a promise.
/// - `… => view, server` has words for what only the server renders; `… => view, [texts]` takes these texts along.
macro_rules! island {
    ($(#[$doc:meta])* $name:ident: $props:ty => $view:path) => {
        $(#[$doc])*
        #[cfg(feature = "ssr")]
        pub fn $name(props: $props) -> impl leptos::prelude::IntoView + use<> {
            let data = $crate::wire::write_props(&props);
            $crate::island::render(stringify!($name), data, move || $view(props))
        }

        $(#[$doc])*
        #[cfg(feature = "hydrate")]
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub fn $name(element: web_sys::HtmlElement) {
            $crate::island::hydrate(&element, $crate::wire::read_props, |props: $props| $view(props));
        }
    };
    ($(#[$doc:meta])* $name:ident in $part:ident: $props:ty => $view:path, server) => {
        $(#[$doc])*
        #[cfg(feature = "ssr")]
        pub fn $name(words: l10n::Words, props: $props) -> impl leptos::prelude::IntoView + use<> {
            let data = $crate::wire::write_props(&props);
            $crate::island::render(stringify!($name), data, move || $crate::island::with_words(words, props, $view))
        }

        $crate::island::hydrates_in_part!($(#[$doc])* $name in $part: $crate::wire::read_props::<$props>, $view);
    };
    ($(#[$doc:meta])* $name:ident in $part:ident: $props:ty => $view:path, [$($texts:expr),* $(,)?]) => {
        $(#[$doc])*
        #[cfg(feature = "ssr")]
        pub fn $name(texts: &l10n::Texts, locale: domain::Locale, props: $props) -> impl leptos::prelude::IntoView + use<> {
            let words = texts.words(locale, &[$($texts as &[l10n::Text]),*].concat());
            let data = $crate::wire::write(&props, &words);
            $crate::island::render(stringify!($name), data, move || $crate::island::with_words(words, props, $view))
        }

        // The page brings them along; in the browser they are only named.
        #[cfg(feature = "hydrate")]
        const _: &[&[l10n::Text]] = &[$($texts),*];

        $crate::island::hydrates_in_part!(
            $(#[$doc])* $name in $part: |data| $crate::wire::read::<$props>($crate::browser::locale(), data),
            |(props, words)| $crate::island::with_words(words, props, $view)
        );
    };
}

/// What hydrates an island whose code may be in a part, see [`island!`].
#[cfg(any(feature = "ssr", feature = "shop", feature = "work"))]
macro_rules! hydrates_in_part {
    ($(#[$doc:meta])* $name:ident in $part:ident: $read:expr, $view:expr) => {
        $(#[$doc])*
        #[cfg(all(feature = "hydrate", not(feature = "parts")))]
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub fn $name(element: web_sys::HtmlElement) {
            $crate::island::hydrate(&element, $read, $view);
        }

        $(#[$doc])*
        #[cfg(feature = "parts")]
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub fn $name(element: web_sys::HtmlElement) -> js_sys::Promise {
            #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
            fn $name(element: web_sys::HtmlElement) -> Result<(), $crate::island::NotLoaded> {
                l10n::language::open_added();
                $crate::island::hydrate(&element, $read, $view);
                Ok(())
            }
            $crate::island::promise(Box::pin($name(element)))
        }
    };
}

/// Kept when the island is hydrated. When its file does not come, its form stays as the server sent it.
#[cfg(feature = "parts")]
pub(crate) fn promise(hydrating: std::pin::Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>>) -> js_sys::Promise {
    let mut hydrating = Some(hydrating);
    js_sys::Promise::new(&mut |kept, broken| {
        if let Some(hydrating) = hydrating.take() {
            leptos::task::spawn_local(async move {
                let told = if hydrating.await.is_ok() { kept } else { broken };
                drop(told.call0(&wasm_bindgen::JsValue::UNDEFINED));
            });
        }
    })
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

#[cfg(any(feature = "ssr", feature = "shop", feature = "work"))]
pub(crate) use hydrates_in_part;
pub(crate) use island;
