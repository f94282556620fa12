//! A text of the shop while it is being translated. The shop judges it a moment after one stops typing, or at once when one goes on
//! to something else, by the same rules as when it is saved; how it looks with other examples is filled in here, by the resolver that
//! fills in every text of the shop. The form round it saves the same without a script.

mod call;

use std::time::Duration;

use components::{FoundLevel, FoundLine, TextEditor, TextEditorActions, TextEditorView, TextPattern};
use domain::{BOX_MARK, Direction};
use l10n::{Arg, Part};
use leptos::html::Span;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, Node};

pub use call::{CheckText, TextChecked, check_text};
#[cfg(feature = "ssr")]
pub use call::{found_lines, text_pattern};

use crate::browser;
use crate::call::Problem;
use crate::island::island;

island! {
    /// Chips, preview, and what is wrong with the text. It belongs to the form round it.
    text_editor_island: TextEditorView => text_editor
}

/// Somebody who goes on typing is not asked after yet.
const PAUSE: Duration = Duration::from_millis(250);
/// By then the browser has filled fields of a page that came back, and a draft is back.
const SETTLED: Duration = Duration::from_millis(400);

fn text_editor(view: TextEditorView) -> impl IntoView {
    // The preview follows the rules of the language that is written, not those of the page's.
    #[cfg(feature = "hydrate")]
    l10n::language::open_other(view.language, view.rules.clone());
    let editor = Editor::new(&view);
    let place = NodeRef::<Span>::new();
    browser::with_form(place, move |form| editor.listen(form));
    let preview = components::live(move || {
        let samples = editor.samples.get();
        let shown = editor.shown.get()?;
        Some(editor.view.with_value(|view| filled(view, &shown, &samples)))
    });
    view! {
        <span node_ref=place hidden></span>
        <TextEditor
            view
            preview
            found=editor.found
            is_unchecked=editor.is_unchecked
            is_behind=editor.is_behind
            is_alive=editor.is_alive
            actions=editor
        />
    }
}

/// The text and what is known of it. The page may be left at any moment: whatever waits looks first whether it is still there.
#[derive(Clone, Copy)]
struct Editor {
    view: StoredValue<TextEditorView>,
    shown: RwSignal<Option<TextPattern>>,
    samples: RwSignal<Vec<String>>,
    found: RwSignal<Vec<FoundLine>>,
    is_unchecked: RwSignal<bool>,
    /// What was typed last is not answered yet.
    is_behind: RwSignal<bool>,
    is_alive: RwSignal<bool>,
    /// Counts what is typed: an answer about something older is not taken.
    turn: StoredValue<u32>,
    /// The turn that was asked about last.
    asked: StoredValue<u32>,
    form: StoredValue<Option<HtmlFormElement>, LocalStorage>,
    /// The field in which the cursor was last.
    field: StoredValue<Option<HtmlTextAreaElement>, LocalStorage>,
}

impl Editor {
    fn new(view: &TextEditorView) -> Self {
        Self {
            shown: RwSignal::new(view.shown.clone()),
            samples: RwSignal::new(view.args.iter().map(|arg| arg.sample.clone()).collect()),
            found: RwSignal::new(view.found.clone()),
            is_unchecked: RwSignal::new(false),
            is_behind: RwSignal::new(false),
            is_alive: RwSignal::new(false),
            view: StoredValue::new(view.clone()),
            turn: StoredValue::new(0),
            asked: StoredValue::new(0),
            form: StoredValue::new_local(None),
            field: StoredValue::new_local(None),
        }
    }

    fn listen(self, form: HtmlFormElement) {
        self.form.set_value(Some(form));
        self.is_alive.set(true);
        set_timeout(
            move || {
                if self.turn.try_get_value() == Some(0) && self.is_filled() {
                    self.typed();
                }
            },
            SETTLED,
        );
        let listeners = [
            window_event_listener_untyped("input", move |event| {
                if self.field_at(&event).is_some() {
                    self.typed();
                }
            }),
            window_event_listener_untyped("focusin", move |event| {
                if let Some(field) = self.field_at(&event) {
                    self.field.set_value(Some(field));
                }
            }),
            window_event_listener_untyped("focusout", move |event| {
                if self.field_at(&event).is_some() {
                    self.ask();
                }
            }),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// Whether a field says something else than the page came with.
    fn is_filled(self) -> bool {
        let is_changed = |field: &HtmlTextAreaElement| field.default_value().is_ok_and(|value| value != field.value());
        let form = self.form.try_get_value().flatten();
        form.is_some_and(|form| fields_of(&form).iter().any(is_changed))
    }

    /// The field of the text that an event is about.
    fn field_at(self, event: &Event) -> Option<HtmlTextAreaElement> {
        let field = event.target()?.dyn_into::<HtmlTextAreaElement>().ok()?;
        let node: &Node = field.as_ref();
        let is_ours = self
            .form
            .try_with_value(|form| form.as_ref().is_some_and(|form| form.contains(Some(node))));
        (is_ours == Some(true) && is_of_text(&field.name())).then_some(field)
    }

    /// Something was typed: it is looked at when nothing more comes for a moment.
    fn typed(self) {
        let Some(turn) = self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        }) else {
            return;
        };
        self.is_behind.set(true);
        set_timeout(
            move || {
                if self.turn.try_get_value() == Some(turn) {
                    self.ask();
                }
            },
            PAUSE,
        );
    }

    /// Has what was typed last looked at, once.
    fn ask(self) {
        let Some(turn) = self.turn.try_get_value() else {
            return;
        };
        let before = self.asked.try_update_value(|asked| std::mem::replace(asked, turn));
        if before.is_some_and(|before| before != turn) {
            spawn_local(self.check(turn));
        }
    }

    async fn check(self, turn: u32) {
        let Some(Some(form)) = self.form.try_get_value() else {
            return;
        };
        let fields = typed_in(&form);
        let Some((locale, unit)) = self.view.try_with_value(|view| (view.locale, view.unit.clone())) else {
            return;
        };
        let answer = check_text(locale, unit, fields).await;
        // The page was left, or something newer was typed.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        let mut is_unchecked = false;
        match answer {
            Ok(checked) => {
                self.found.set(checked.found);
                self.shown.set(checked.shown);
            }
            Err(Problem::Refused(text) | Problem::Over(text) | Problem::Later(text)) => {
                self.found.set(vec![FoundLine {
                    level: FoundLevel::Error,
                    text,
                    meant: None,
                }]);
                self.shown.set(None);
            }
            // What was said of the text before stays.
            Err(Problem::Busy | Problem::Offline | Problem::Broken | Problem::Kept(_)) => is_unchecked = true,
        }
        self.is_unchecked.set(is_unchecked);
        self.is_behind.set(false);
    }
}

impl TextEditorActions for Editor {
    fn put(self, name: &str) {
        let Some(Some(form)) = self.form.try_get_value() else {
            return;
        };
        let last = self.field.try_get_value().flatten();
        let (field, is_new) = match last {
            Some(field) => (field, false),
            None => match fields_of(&form).into_iter().next() {
                Some(field) => (field, true),
                None => return,
            },
        };
        let length = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        let is_rtl = self.view.try_with_value(|view| view.language.dir() == Direction::Rtl) == Some(true);
        let chip = chip(name, is_rtl);
        // Where nobody was yet, it goes to the end.
        let end = length(&field.value());
        let at = match field.selection_start() {
            Ok(Some(at)) if !is_new => at,
            _ => {
                drop(field.set_selection_range(end, end));
                end
            }
        };
        if field.set_range_text(&chip).is_err() {
            return;
        }
        let behind = at.saturating_add(length(&chip));
        drop(field.set_selection_range(behind, behind));
        drop(field.focus());
        browser::say_typed(&field);
    }

    fn sample(self, place: usize, value: String) {
        self.samples.update(|samples| {
            if let Some(sample) = samples.get_mut(place) {
                *sample = value;
            }
        });
        // Whoever looks at the examples is done with the text for now.
        self.ask();
    }
}

/// A variable for the field. In one that runs from right to left it is marked, as the server marks those that stand there already.
fn chip(name: &str, is_rtl: bool) -> String {
    let mut mark = [0; BOX_MARK.len_utf8()];
    let mark: &str = if is_rtl { BOX_MARK.encode_utf8(&mut mark) } else { "" };
    [mark, "{ $", name, " }", mark].concat()
}

/// The text with its examples, each taken by the name of its variable.
fn filled(view: &TextEditorView, shown: &TextPattern, samples: &[String]) -> Vec<Part> {
    let sample_of = |name: &String| {
        let place = view.args.iter().position(|arg| arg.name == *name);
        let sample = place.and_then(|place| samples.get(place)).map_or("", String::as_str);
        match sample.trim().parse::<i64>() {
            Ok(number) => Arg::from(number),
            Err(_) => Arg::from(sample.to_owned()),
        }
    };
    let args: Vec<Arg<'static>> = shown.args.iter().map(sample_of).collect();
    l10n::fill(&shown.pattern, view.language, &args)
}

/// The fields in which the text is written: one, or one a form.
fn fields_of(form: &HtmlFormElement) -> Vec<HtmlTextAreaElement> {
    let elements = form.elements();
    (0..elements.length())
        .filter_map(|place| elements.item(place)?.dyn_into::<HtmlTextAreaElement>().ok())
        .filter(|field| is_of_text(&field.name()))
        .collect()
}

/// What the fields say, and what the form says of them.
fn typed_in(form: &HtmlFormElement) -> Vec<(String, String)> {
    let elements = form.elements();
    let hidden = (0..elements.length())
        .filter_map(|place| elements.item(place)?.dyn_into::<HtmlInputElement>().ok())
        .map(|input| (input.name(), input.value()))
        .filter(|(name, _)| matches!(name.as_str(), "variable" | "default"));
    let typed = fields_of(form).into_iter().map(|field| (field.name(), field.value()));
    typed.chain(hidden).collect()
}

fn is_of_text(name: &str) -> bool {
    name == "source" || name.starts_with("form-")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use components::TextArg;
    use domain::Locale;

    use super::*;

    fn view(language: Locale) -> TextEditorView {
        let text = String::new;
        TextEditorView {
            unit: "cart-count".to_owned(),
            locale: Locale::Zh,
            language,
            rules: text(),
            args: ["shop", "count"]
                .map(|name| TextArg {
                    name: name.to_owned(),
                    sample: text(),
                })
                .into(),
            max: None,
            shown: None,
            found: Vec::new(),
            insert: text(),
            preview: text(),
            samples: text(),
            broken: text(),
            letters: text(),
            unchecked: text(),
        }
    }

    #[test]
    fn examples_are_taken_by_name_and_numbers_count() {
        // The text counts before it names, and English did not.
        let shown = TextPattern {
            pattern: "{1}: {0?o:una cosa;:{0} cosas}".to_owned(),
            args: vec!["count".to_owned(), "shop".to_owned()],
        };
        let said = |count: &str| {
            filled(&view(Locale::Es), &shown, &["Altun".to_owned(), count.to_owned()])
                .into_iter()
                .map(|part| match part {
                    Part::Text(text) => text,
                    Part::Isolated(text) => ["[", &text, "]"].concat(),
                })
                .collect::<String>()
        };
        assert_eq!(said("1"), "[Altun]: una cosa");
        assert_eq!(said(" 1 "), "[Altun]: una cosa");
        let number = l10n::format::number(Locale::Es, 12_000);
        assert_eq!(said("12000"), format!("[Altun]: [{number}] cosas"));
        assert_eq!(said("many"), "[Altun]: [many] cosas");
    }

    #[test]
    fn a_chip_is_marked_where_the_field_runs_from_right_to_left() {
        assert_eq!(chip("page", false), "{ $page }");
        assert_eq!(chip("page", true), "\u{200E}{ $page }\u{200E}");
    }

    #[test]
    fn only_the_texts_own_fields_are_looked_at() {
        assert!(is_of_text("source") && is_of_text("form-one"));
        assert!(!is_of_text("note") && !is_of_text("comment") && !is_of_text(""));
    }
}
