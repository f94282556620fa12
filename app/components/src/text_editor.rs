//! What stands by a text of the shop while it is being translated: chips for what the shop fills in, how the text will look with
//! examples, and what is wrong with it. The field it is written in belongs to the form round it.

use domain::Locale;
use l10n::Part;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use serde::{Deserialize, Serialize};

use crate::live::{live, on};
use crate::words::view_of;

/// Something that the shop fills in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextArg {
    /// Its name, without `$`.
    pub name: String,
    /// An example; a whole number counts as one.
    pub sample: String,
}

/// A text ready to be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPattern {
    /// As the resolver reads it.
    pub pattern: String,
    /// Names of its variables, in the order in which it counts them.
    pub args: Vec<String>,
}

/// How much something that was found matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FoundLevel {
    /// The text cannot be saved.
    Error,
    /// Very likely not what was meant.
    Warning,
    /// Worth a look.
    Hint,
}

/// Something that was found in a text, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundLine {
    /// How much it matters.
    pub level: FoundLevel,
    /// What is wrong, and what to do.
    pub text: String,
    /// What was probably meant.
    pub meant: Option<String>,
}

/// What the editor needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEditorView {
    /// The name of the text.
    pub unit: String,
    /// The reader's language.
    pub locale: Locale,
    /// The language of the text.
    pub language: Locale,
    /// How it counts and writes numbers, as a page says it of its own language.
    pub rules: String,
    /// What the shop fills in.
    pub args: Vec<TextArg>,
    /// How many letters there is room for, where there is little.
    pub max: Option<u16>,
    /// The text as it stands; nothing when it cannot be shown.
    pub shown: Option<TextPattern>,
    /// What was found in it.
    pub found: Vec<FoundLine>,
    /// Before the chips.
    pub insert: String,
    /// Above the preview.
    pub preview: String,
    /// Above the examples.
    pub samples: String,
    /// In place of a preview.
    pub broken: String,
    /// Before the number of letters.
    pub letters: String,
    /// While nothing can be checked.
    pub unchecked: String,
}

/// What chips and examples do.
pub trait TextEditorActions: Copy + Send + Sync + 'static {
    /// Puts a variable where the cursor is.
    fn put(self, name: &str);

    /// Another example for the variable at this place of the list.
    fn sample(self, place: usize, value: String);
}

/// What was found, chips, and preview. Without a script it tells of the text as it was saved.
#[component]
pub fn TextEditor<Actions: TextEditorActions>(
    /// What it needs.
    view: TextEditorView,
    /// The text filled in with the examples; nothing when it cannot be shown.
    preview: Signal<Option<Vec<Part>>>,
    /// What was found in it.
    found: RwSignal<Vec<FoundLine>>,
    /// Nobody answers what is asked about it.
    is_unchecked: RwSignal<bool>,
    /// What was typed last is not in `preview` and `found` yet.
    is_behind: RwSignal<bool>,
    /// A script listens.
    is_alive: RwSignal<bool>,
    /// What chips and examples do.
    actions: Actions,
) -> impl IntoView {
    let is_asleep = live(move || !is_alive.get());
    let chips = view
        .args
        .iter()
        .map(|arg| {
            let name = arg.name.clone();
            view! {
                <button
                    type="button"
                    class="c-button"
                    data-chip=arg.name.clone()
                    on:click=on(move |_| actions.put(&name))
                >
                    <bdi dir="ltr">{["{ $", &arg.name, " }"].concat()}</bdi>
                </button>
            }
        })
        .collect_view();
    let samples = view
        .args
        .iter()
        .enumerate()
        .map(|(place, arg)| {
            view! {
                <label class="c-field c-field--short">
                    <bdi class="c-field__label" dir="ltr">{["$", &arg.name].concat()}</bdi>
                    <input
                        class="c-field__input"
                        dir="auto"
                        autocomplete="off"
                        value=arg.sample.clone()
                        data-sample=arg.name.clone()
                        on:input=on(move |event| actions.sample(place, event_target_value(&event)))
                        // An example is no field of the form: Enter in it sends nothing.
                        on:keydown=on(|event: KeyboardEvent| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                            }
                        })
                    />
                </label>
            }
        })
        .collect_view();
    let has_args = !view.args.is_empty();
    let chips = has_args.then(|| {
        view! {
            <div hidden=is_asleep>
                <p class="c-small">{view.insert}</p>
                <div class="c-row" data-testid="chips">{chips}</div>
            </div>
        }
    });
    let samples = has_args.then(|| {
        view! {
            <div hidden=is_asleep>
                <p class="c-small">{view.samples}</p>
                <div class="c-row">{samples}</div>
            </div>
        }
    });
    let length = view.max.map(|max| {
        let count = live(move || {
            let length = preview.get().map_or(0, |parts| length_of(&parts));
            [&length.to_string(), " / ", &max.to_string()].concat()
        });
        view! { <p class="c-small">{view.letters}" "<bdi dir="ltr" data-testid="text-length">{count}</bdi></p> }
    });
    let broken = view.broken;
    let shown = move || match preview.get() {
        Some(parts) => Either::Left(view_of(parts)),
        None => Either::Right(view! { <span class="c-muted">{broken.clone()}</span> }),
    };
    let unchecked = live(move || {
        if is_unchecked.get() {
            view.unchecked.clone()
        } else {
            String::new()
        }
    });
    let lines = move || found.get().into_iter().map(found_line).collect_view();
    // Right below the field, where a refused form leads.
    view! {
        <div class="c-stack" aria-live="polite">{lines}</div>
        <p class="c-small" role="status">{unchecked}</p>
        {chips}
        <p class="c-small">{view.preview}</p>
        <p
            class="c-card"
            lang=view.language.bcp47()
            dir=view.language.dir().as_str()
            aria-busy=live(move || is_behind.get().then_some("true"))
            data-testid="text-preview"
        >
            {shown}
        </p>
        {length}
        {samples}
    }
}

/// Letters a reader sees.
fn length_of(parts: &[Part]) -> usize {
    let of = |part: &Part| match part {
        Part::Text(text) | Part::Isolated(text) => text.chars().count(),
    };
    parts.iter().map(of).sum()
}

fn found_line(line: FoundLine) -> impl IntoView {
    let (class, level) = match line.level {
        FoundLevel::Error => ("c-notice c-notice--error", "error"),
        FoundLevel::Warning => ("c-notice c-notice--warn", "warning"),
        FoundLevel::Hint => ("c-notice", "hint"),
    };
    let meant = line.meant.map(|meant| view! { <p>{meant}</p> });
    view! { <div class=class data-testid="text-found" data-level=level><p>{line.text}</p>{meant}</div> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[derive(Clone, Copy)]
    struct Nothing;

    impl TextEditorActions for Nothing {
        fn put(self, _: &str) {}

        fn sample(self, _: usize, _: String) {}
    }

    fn html(preview: Option<Vec<Part>>, max: Option<u16>) -> String {
        let text = |text: &str| text.to_owned();
        let view = TextEditorView {
            unit: text("cart-count"),
            locale: Locale::Zh,
            language: Locale::Ug,
            rules: String::new(),
            args: vec![TextArg {
                name: text("count"),
                sample: text("2"),
            }],
            max,
            shown: None,
            found: Vec::new(),
            insert: text("insert"),
            preview: text("preview"),
            samples: text("samples"),
            broken: text("broken"),
            letters: text("letters"),
            unchecked: text("unchecked"),
        };
        Owner::new().with(|| {
            let found = RwSignal::new(vec![FoundLine {
                level: FoundLevel::Warning,
                text: text("an <English> comma"),
                meant: Some(text("،")),
            }]);
            view! {
                <TextEditor
                    view
                    preview=Signal::stored(preview)
                    found
                    is_unchecked=RwSignal::new(false)
                    is_behind=RwSignal::new(false)
                    is_alive=RwSignal::new(false)
                    actions=Nothing
                />
            }
            .to_html()
        })
    }

    #[test]
    fn a_text_is_shown_in_its_own_direction_with_what_fills_it_in_apart() {
        let parts = vec![Part::Isolated("2".to_owned()), Part::Text(" دانە <b>".to_owned())];
        let html = html(Some(parts), Some(12));
        assert!(html.contains("dir=\"rtl\"") && html.contains("<bdi>2</bdi>"), "{html}");
        assert!(
            html.contains("&lt;b&gt;") && html.contains("an &lt;English&gt; comma"),
            "{html}"
        );
        assert!(html.contains("10 / 12"), "{html}");
        // What is wrong stands before what helps: it is not to be scrolled for.
        assert!(html.find("text-found") < html.find("chips"), "{html}");
        // How it will look stands before the examples it is made of.
        assert!(html.find("chips") < html.find("text-preview"), "{html}");
        assert!(html.find("text-preview") < html.find("data-sample"), "{html}");
        assert!(!html.contains("broken") && !html.contains("unchecked"), "{html}");
    }

    #[test]
    fn chips_wait_for_a_script_and_a_broken_text_says_so() {
        let html = html(None, None);
        assert!(html.contains("<div hidden"), "{html}");
        assert!(html.contains("{ $count }") && html.contains("broken"), "{html}");
        assert!(!html.contains("letters"), "{html}");
    }
}
