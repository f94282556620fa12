//! Saving by itself: what differs from what was seen goes out, one call after the other, until the shop has all of it. What
//! is known stands in [`Pending`]; here are the form, the network and the device.

use components::{DraftState, SavingActions, SavingState, SavingTrouble};
use domain::Locale;
use domain::shop_page::{Block, Change, Place, RIGHT, SEEN, fingerprint};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

use super::call::{PartSaved, save_shop_part};
use super::pending::{Line, Pending, Typed};
use super::{OpenConflict, ShopPartProps};
use crate::call::Problem;
use crate::cart::store::{before_leaving, enqueue};
use crate::draft::Draft;

mod told;

/// Somebody who goes on typing is not saved yet.
const PAUSE_MS: i32 = 1_200;
/// After a call that did not get through it is tried again after so long, then after twice as long.
const FIRST_PAUSE_MS: i32 = 2_000;
/// And after so long at the most.
const LONGEST_PAUSE_MS: i32 = 30_000;

/// The form of a part and its saving. The page may be left at any moment: whatever waits looks first whether it is still there.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    pub state: RwSignal<SavingState>,
    pub troubles: RwSignal<Vec<SavingTrouble>>,
    /// The part with what is typed, for the preview.
    shown: RwSignal<Block>,
    locale: Locale,
    work: StoredValue<Work>,
    form: StoredValue<Option<HtmlFormElement>, LocalStorage>,
}

struct Work {
    draft: Draft,
    pending: Pending,
    /// Conflicts that the page itself told of: its button saves over them.
    told: Vec<OpenConflict>,
    /// Something chosen that is not among the choices any more.
    away: String,
    /// Counts what is typed: a newer one waits for its own pause.
    turn: u32,
    /// Before the next try.
    pause: i32,
    is_sending: bool,
}

impl Saving {
    pub fn new(props: &ShopPartProps, shown: RwSignal<Block>) -> Self {
        let words = components::words();
        Self {
            state: RwSignal::new(SavingState::Idle),
            troubles: RwSignal::new(Vec::new()),
            shown,
            locale: props.locale,
            work: StoredValue::new(Work {
                draft: Draft::new(&props.key),
                pending: Pending::new(props.block.clone(), props.source, props.locale, words),
                told: props.conflicts.clone(),
                away: props.saving.away.clone(),
                turn: 0,
                pause: FIRST_PAUSE_MS,
                is_sending: false,
            }),
            form: StoredValue::new_local(None),
        }
    }

    /// Follows the form from now on.
    pub fn listen(self, form: HtmlFormElement, is_saved: bool, is_refused: bool) {
        self.form.set_value(Some(form.clone()));
        self.open_conflicts();
        let opened = self.work.try_update_value(|work| {
            let opened = work.draft.open(&form, is_saved, is_refused);
            work.pending.is_restored = opened == DraftState::Restored;
            opened
        });
        // Fields that the browser filled when the page came back are shown, too.
        self.refresh();
        if is_refused || self.state.get_untracked() == SavingState::Restored {
            self.soon(0);
        } else if opened == Some(DraftState::Unsaved) {
            // Typed before the script was there.
            self.soon(PAUSE_MS);
        }
        let of_form = move |event: &Event| {
            let of = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let is_of = self
                .form
                .try_with_value(|form| form.as_ref().is_some_and(|form| form.contains(of.as_ref())));
            is_of == Some(true)
        };
        let typed = move |event: Event| {
            if of_form(&event) {
                self.typed();
            }
        };
        let left = move |event: Event| {
            if of_form(&event) {
                self.flush();
            }
        };
        let sent = move |event: Event| {
            if event
                .target()
                .is_some_and(|target| *target.unchecked_ref::<HtmlFormElement>() == form)
            {
                self.sent();
            }
        };
        let now = move |_: Event| self.flush();
        let listeners = [
            window_event_listener_untyped("input", typed),
            window_event_listener_untyped("focusout", left),
            window_event_listener_untyped("submit", sent),
            window_event_listener_untyped("online", now),
            window_event_listener_untyped("visibilitychange", now),
            window_event_listener_untyped("pagehide", now),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
        before_leaving(move || self.flush());
    }

    /// Takes over the conflicts that the page told of. Its form would save over them, since its reader was told; what is
    /// saved without them, or comes back another day, does not.
    fn open_conflicts(self) {
        let told = self.work.with_value(|work| work.told.clone());
        for OpenConflict { conflict, seen } in told {
            let place = conflict.place;
            self.see(place, seen);
            let name = self.choice(place, &conflict.saved);
            self.work
                .update_value(|work| work.pending.note_conflict(conflict, |_| name));
        }
    }

    /// The form itself is on its way.
    fn sent(self) {
        let told = self.work.try_update_value(|work| {
            work.draft.is_sending = true;
            work.draft.note_sent();
            std::mem::take(&mut work.told)
        });
        let is_open = |place: Place| {
            let is_it =
                |trouble: &SavingTrouble| matches!(trouble, SavingTrouble::Conflict { place: of, .. } if *of == place);
            self.work.with_value(|work| work.pending.troubles.iter().any(is_it))
        };
        for OpenConflict { conflict, .. } in told.unwrap_or_default() {
            if is_open(conflict.place) {
                self.see(conflict.place, fingerprint(&conflict.saved));
            }
        }
    }

    fn typed(self) {
        self.form.with_value(|form| {
            if let Some(form) = form {
                self.work.update_value(|work| {
                    work.draft.keep(form);
                    work.pending.is_touched = true;
                });
            }
        });
        self.refresh();
        self.soon(PAUSE_MS);
    }

    /// Shows the part with what is in the fields, and where saving stands.
    fn refresh(self) {
        let mut fields = self.fields();
        let agreed = self.work.try_with_value(|work| work.pending.agreed(&fields));
        for (place, saved) in agreed.into_iter().flatten() {
            self.see(place, fingerprint(&saved));
            fields = self.fields();
        }
        let found = self.work.try_update_value(|work| {
            let pending = &mut work.pending;
            pending.look(&fields);
            let is_settled = pending.is_settled(&fields);
            if is_settled {
                self.form.with_value(|form| {
                    if let Some(form) = form {
                        work.draft.settle(form);
                    }
                });
            }
            let pending = &work.pending;
            (pending.shown(&fields), pending.state(&fields), pending.troubles.clone())
        });
        if let Some((shown, state, troubles)) = found {
            set_if_new(self.shown, shown);
            set_if_new(self.state, state);
            set_if_new(self.troubles, troubles);
        }
        self.drop_decided();
    }

    /// The places of the form: what is typed, and the fingerprint of what was seen.
    fn fields(self) -> Vec<Typed> {
        let read = |form: &HtmlFormElement| {
            let data = FormData::new_with_form(form).ok()?;
            let fields = form.elements();
            let mut found = Vec::new();
            for at in 0..fields.length() {
                let Some(name) = fields.item(at).and_then(|field| field.get_attribute("name")) else {
                    continue;
                };
                let Some(place) = name.strip_prefix(SEEN).and_then(|place| Place::parse(place).ok()) else {
                    continue;
                };
                let seen = data.get(&name).as_string().unwrap_or_default();
                let typed = data.get(&place.to_string()).as_string();
                if let (Some(typed), Ok(seen)) = (typed, u64::from_str_radix(&seen, 16)) {
                    found.push(Typed {
                        place,
                        text: typed.replace("\r\n", "\n"),
                        seen,
                        confirms: data.has(&[RIGHT, &place.to_string()].concat()),
                    });
                }
            }
            Some(found)
        };
        self.form
            .try_with_value(|form| form.as_ref().and_then(read))
            .flatten()
            .unwrap_or_default()
    }

    /// What the shop does not have yet; nothing when the page is left.
    fn changes(self) -> Vec<Change> {
        let fields = self.fields();
        self.work
            .try_with_value(|work| work.pending.changes(&fields))
            .unwrap_or_default()
    }

    /// Sends what is new after a pause, unless something else is typed meanwhile.
    fn soon(self, pause: i32) {
        let turn = self.work.try_update_value(|work| {
            work.turn += 1;
            work.turn
        });
        let Some(turn) = turn else { return };
        spawn_local(async move {
            wait(pause).await;
            if self.work.try_with_value(|work| work.turn == turn) == Some(true) {
                self.flush();
            }
        });
    }

    /// Sends what is new, now. Whoever goes on to another page of the shop waits for it a moment.
    fn flush(self) {
        if self.changes().is_empty() {
            return;
        }
        let is_sending = self
            .work
            .try_update_value(|work| std::mem::replace(&mut work.is_sending, true));
        if is_sending == Some(false) {
            enqueue(self.send());
        }
    }

    async fn send(self) {
        loop {
            let changes = self.changes();
            let part = self.work.try_update_value(|work| {
                work.pending.is_touched = true;
                if !changes.is_empty() {
                    work.pending.line = Line::Busy;
                }
                work.pending.block.id
            });
            let Some(part) = part else { return };
            if changes.is_empty() {
                break;
            }
            self.refresh();
            let answer = save_shop_part(self.locale, part, changes.clone()).await;
            // The page may be left by now; what was typed is on the device.
            if self.work.try_with_value(|_| ()).is_none() {
                return;
            }
            match answer {
                Ok(saved) => self.take(&changes, saved),
                Err(problem) => {
                    self.fail(problem);
                    break;
                }
            }
        }
        self.work.update_value(|work| work.is_sending = false);
        self.refresh();
    }

    /// It did not get through. What may be better by itself is tried again.
    fn fail(self, problem: Problem) {
        let (state, is_passing) = match problem {
            Problem::Offline => (SavingState::Offline, true),
            Problem::Busy => (SavingState::Busy, true),
            Problem::Later(text) | Problem::Kept(text) => (SavingState::Later(text), true),
            Problem::Refused(text) => (SavingState::Refused(text), false),
            Problem::Over(_) => (SavingState::Over, false),
            Problem::Broken => (SavingState::ByForm, false),
        };
        let mut pause = 0;
        self.work.update_value(|work| {
            work.pending.line = Line::Stopped(state);
            pause = work.pause;
            work.pause = (pause * 2).min(LONGEST_PAUSE_MS);
        });
        if is_passing {
            self.soon(pause);
        }
    }

    /// Takes an answer over: what was seen is now what is saved.
    fn take(self, sent: &[Change], saved: PartSaved) {
        let PartSaved {
            block,
            conflicts,
            wrong,
            told,
        } = saved;
        let mut seen = Vec::new();
        self.work.update_value(|work| {
            work.pause = FIRST_PAUSE_MS;
            let away = work.away.clone();
            let name = |place: Place, value: &str| Some(self.choice(place, value).unwrap_or_else(|| away.clone()));
            seen = work.pending.take(sent, block, conflicts, wrong, told, name);
        });
        for (place, saved) in seen {
            self.see(place, fingerprint(&saved));
        }
        self.show_others();
        for change in sent.iter().filter(|change| change.confirms) {
            // One that was not taken is looked at again before it is sent again.
            let is_open = self
                .work
                .try_with_value(|work| work.pending.block.is_in_doubt(change.place));
            if is_open == Some(true) {
                self.untick(change.place);
            }
        }
        self.refresh();
    }

    /// Notes in the form which value was seen at a place.
    fn see(self, place: Place, seen: u64) {
        self.put(&[SEEN, &place.to_string()].concat(), &format!("{seen:x}"));
    }

    /// What a choice of a list is called; nothing where there is none with this value.
    fn choice(self, place: Place, value: &str) -> Option<String> {
        let mut found = None;
        self.each_field(&place.to_string(), |field| {
            if let Some(option) = field.dyn_ref().and_then(|select| option_of(select, value)) {
                found = option.text_content();
            }
        });
        found
    }

    /// Puts a value into a field of the form.
    fn put(self, name: &str, value: &str) {
        self.each_field(name, |field| {
            if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                if input.type_() == "radio" {
                    input.set_checked(input.value() == value);
                } else {
                    input.set_value(value);
                }
            } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                area.set_value(value);
            } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
                if option_of(select, value).is_none() {
                    // A list would be empty with a value it does not have, and the next save would erase it.
                    let away = self.work.try_with_value(|work| work.away.clone());
                    drop(add_option(select, value, &away.unwrap_or_default()));
                }
                select.set_value(value);
            }
        });
    }

    /// Does something with each field of this name.
    fn each_field(self, name: &str, mut run: impl FnMut(&web_sys::Element)) {
        let _: Option<()> = self.form.try_with_value(|form| {
            let Some(form) = form else { return };
            let fields = form.elements();
            for field in (0..fields.length()).filter_map(|at| fields.item(at)) {
                if field.get_attribute("name").as_deref() == Some(name) {
                    run(&field);
                }
            }
        });
    }

    /// A conflict is decided: what is saved there was seen.
    fn decide(self, place: Place) -> String {
        let saved = self.work.try_update_value(|work| {
            work.told.retain(|told| told.conflict.place != place);
            work.pending.decide(place)
        });
        let saved = saved.flatten().unwrap_or_default();
        self.see(place, fingerprint(&saved));
        saved
    }
}

impl SavingActions for Saving {
    fn keep_mine(self, place: Place) {
        self.decide(place);
        self.typed();
        self.flush();
    }

    fn take_theirs(self, place: Place) {
        let saved = self.decide(place);
        self.put(&place.to_string(), &saved);
        self.typed();
    }
}

fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|old| *old != value) == Some(true) {
        signal.set(value);
    }
}

fn option_of(select: &HtmlSelectElement, value: &str) -> Option<web_sys::Element> {
    (0..select.length())
        .filter_map(|at| select.item(at))
        .find(|option| option.get_attribute("value").as_deref() == Some(value))
}

fn add_option(select: &HtmlSelectElement, value: &str, text: &str) -> Result<(), JsValue> {
    let option = document().create_element("option")?;
    option.set_attribute("value", value)?;
    option.set_attribute("label", text)?;
    select.append_child(&option)?;
    Ok(())
}

async fn wait(ms: i32) {
    let pause = js_sys::Promise::new(&mut |over: js_sys::Function, _| {
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, ms));
    });
    let _: Result<JsValue, JsValue> = JsFuture::from(pause).await;
}
