//! Where a part of a shop page stands that saves itself while one types.

use domain::shop_page::Place;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::{live, on};
use crate::shop::{ReadableValue, ValueShown};

/// Where the form stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavingState {
    /// Nothing was typed yet.
    Idle,
    /// What was typed is on this device only, for a moment.
    Typed,
    /// It is on its way.
    Sending,
    /// The shop has all of it.
    Saved,
    /// The shop has all but the fields of which something has to be decided.
    Undecided,
    /// There is no network; what was typed is on this device.
    Offline,
    /// The shop has too much to do; it is tried again.
    Busy,
    /// The shop cannot do it now and says why; it is tried again.
    Later(String),
    /// The shop does not do it and says why.
    Refused(String),
    /// The session ended, or the part is not there any more.
    Over,
    /// The page is of an older build: the form saves it.
    ByForm,
    /// What was typed an earlier time stands in the fields again, and is on its way.
    Restored,
}

/// What the line needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavingView {
    /// While it is on its way.
    pub sending: String,
    /// When the shop has it.
    pub saved: String,
    /// When the shop has all but what has to be decided.
    pub undecided: String,
    /// Without a network.
    pub offline: String,
    /// When the shop has too much to do.
    pub busy: String,
    /// When it cannot be saved from this page any more.
    pub over: String,
    /// Under that, the link to [`here`](Self::here).
    pub reopen: String,
    /// The page of the part; whoever is signed out signs in first and comes back.
    pub here: String,
    /// When only the form can save it.
    pub by_form: String,
    /// When it was brought back.
    pub restored: String,
    /// Above fields that somebody else changed, too.
    pub conflict: String,
    /// Before what is saved at such a field.
    pub saved_now: String,
    /// Where nothing is saved.
    pub nothing: String,
    /// Something chosen that is not among the choices any more.
    pub away: String,
    /// Button: what I typed is to stand.
    pub keep_mine: String,
    /// Button: what they typed is to stand.
    pub take_theirs: String,
    /// Names of the fields.
    pub labels: Vec<(Place, String)>,
}

/// A field that could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Somebody else changed it, too.
    Conflict {
        /// The field.
        place: Place,
        /// What is saved there.
        saved: String,
        /// The same as people read it.
        shown: ReadableValue,
    },
    /// It cannot be taken, and this is why.
    Wrong(Place, String),
    /// Something to be told of what was saved.
    Told(String),
}

/// What the buttons of a conflict do.
pub trait SavingActions: Copy + Send + Sync + 'static {
    /// What I typed is to stand.
    fn keep_mine(self, place: Place);

    /// What they typed is to stand.
    fn take_theirs(self, place: Place);
}

/// Says where the form stands, and of which fields something has to be decided. Without a script it says nothing.
#[component]
pub fn SavingLine<Actions: SavingActions>(
    /// What it needs.
    view: SavingView,
    /// Where the form stands.
    state: RwSignal<SavingState>,
    /// Fields that could not be saved.
    troubles: RwSignal<Vec<Trouble>>,
    /// What the buttons do.
    actions: Actions,
) -> impl IntoView {
    let words = StoredValue::new(view);
    let text = live(move || {
        words.with_value(|words| match state.get() {
            SavingState::Idle => String::new(),
            SavingState::Typed | SavingState::Sending => words.sending.clone(),
            SavingState::Saved => words.saved.clone(),
            SavingState::Undecided => words.undecided.clone(),
            SavingState::Offline => words.offline.clone(),
            SavingState::Busy => words.busy.clone(),
            SavingState::Later(text) | SavingState::Refused(text) => text,
            SavingState::Over => words.over.clone(),
            SavingState::ByForm => words.by_form.clone(),
            SavingState::Restored => words.restored.clone(),
        })
    });
    let reopen = move || {
        (state.get() == SavingState::Over).then(|| {
            let (here, reopen) = words.with_value(|words| (words.here.clone(), words.reopen.clone()));
            view! { <a class="c-button" href=here data-plain="">{reopen}</a> }
        })
    };
    let list = move || {
        troubles
            .get()
            .into_iter()
            .map(|trouble| view! { <TroubleLine words trouble actions/> })
            .collect_view()
    };
    view! {
        <div class="c-draft" data-testid="saving">
            <p role="status">{text}</p>
            {reopen}
        </div>
        <div aria-live="polite">{list}</div>
    }
}

/// One field that could not be saved.
#[component]
fn TroubleLine<Actions: SavingActions>(
    /// What the line needs.
    words: StoredValue<SavingView>,
    /// The field.
    trouble: Trouble,
    /// What the buttons do.
    actions: Actions,
) -> impl IntoView {
    let name = move |place: Place| {
        words.with_value(|words| {
            let label = words.labels.iter().find(|(of, _)| *of == place);
            label.map(|(_, label)| label.clone()).unwrap_or_default()
        })
    };
    let (title, text, conflict) = match trouble {
        Trouble::Conflict { place, shown, .. } => {
            let lead = words.with_value(|words| words.conflict.clone());
            (name(place), lead, Some((place, shown)))
        }
        Trouble::Wrong(place, why) => (name(place), why, None),
        Trouble::Told(text) => (String::new(), text, None),
    };
    let conflict = conflict.map(|(place, shown)| {
        let (saved_now, nothing, mine, theirs) = words.with_value(|words| {
            (
                words.saved_now.clone(),
                words.nothing.clone(),
                words.keep_mine.clone(),
                words.take_theirs.clone(),
            )
        });
        view! {
            <p class="c-muted">{saved_now}</p>
            <ValueShown value=shown nothing lang=place.lang/>
            <p class="c-actions">
                <button type="button" class="c-button" on:click=on(move |_| actions.keep_mine(place))>{mine}</button>
                <button type="button" class="c-button" on:click=on(move |_| actions.take_theirs(place))>{theirs}</button>
            </p>
        }
    });
    view! {
        <div class="c-notice c-notice--warn" data-testid="trouble">
            <strong>{title}</strong>
            <p dir="auto">{text}</p>
            {conflict}
        </div>
    }
}

/// What the line about other parts needs. Its sentence comes finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsentView {
    /// Before the parts.
    pub lead: String,
    /// Parts of the page whose texts may be on this device.
    pub parts: Vec<UnsentPart>,
}

/// A part whose text may be on this device only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsentPart {
    /// Whose draft of which part.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Where it is written, and sent.
    pub url: String,
}

/// Says which parts of the page have text that is on this device only. Without a script it says nothing.
#[component]
pub fn UnsentLine(
    /// Before the parts.
    lead: String,
    /// Those that have some.
    unsent: RwSignal<Vec<UnsentPart>>,
) -> impl IntoView {
    let list = move || {
        let parts = unsent.get();
        (!parts.is_empty()).then(|| {
            let links = parts
                .into_iter()
                .map(|part| view! { <a class="c-button" href=part.url>{part.name}</a> })
                .collect_view();
            view! {
                <div class="c-notice c-notice--warn" data-testid="unsent">
                    <p>{lead.clone()}</p>
                    <p class="c-actions">{links}</p>
                </div>
            }
        })
    };
    view! { <div aria-live="polite">{list}</div> }
}
