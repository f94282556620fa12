//! What is to be kept of a picture: a frame over it, drawn by finger or moved with the arrow keys. Without a script a shape and
//! which part are chosen.

use domain::{Crop, CropCorner, CropKeep, CropShape};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::{KeyboardEvent, PointerEvent};
use serde::{Deserialize, Serialize};

use crate::field::{error_id, field_id};
use crate::live::{live, on};

/// What the fields need. Their sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CropView {
    /// Where the picture is.
    pub src: String,
    /// What there is to see on it; may be empty.
    pub alt: String,
    /// Width and height of what it is cropped from, pixels.
    pub size: (u32, u32),
    /// The shape that is chosen.
    pub shape: CropShape,
    /// The same once a script runs, with which one can draw.
    pub drawn: CropShape,
    /// The frame that is there, or was drawn when it was not taken: from the left, from above, width and height, in thousandths.
    pub frame: Option<[u16; 4]>,
    /// The part that is chosen.
    pub keep: CropKeep,
    /// Shapes and what they are called.
    pub shapes: Vec<(CropShape, String)>,
    /// Parts and what they are called.
    pub keeps: Vec<(CropKeep, String)>,
    /// Above the shapes.
    pub shape_label: String,
    /// Above the parts.
    pub keep_label: String,
    /// What the frame is called.
    pub frame_label: String,
    /// How it is moved.
    pub hint: String,
    /// Before the size of what is kept.
    pub kept: String,
    /// What is wrong; empty when nothing is.
    pub error: String,
}

/// What can be done with the frame.
pub trait CropActions: Copy + Send + Sync + 'static {
    /// A pointer takes it, or one of its corners.
    fn take(self, event: PointerEvent);
    /// The pointer goes on.
    fn follow(self, event: PointerEvent);
    /// It lets go.
    fn let_go(self);
    /// A key is pressed.
    fn key(self, event: KeyboardEvent);
    /// Another shape is chosen, by its word.
    fn shape(self, word: String);
}

/// How large a handle is, in parts of the picture's width.
const HANDLE: u32 = 22;

/// The picture with its frame, and the fields that say the same.
#[component]
pub fn CropField<Actions: CropActions>(
    /// What they need.
    view: CropView,
    /// The frame; nothing as long as no script runs.
    crop: RwSignal<Option<Crop>>,
    /// The picture.
    area: NodeRef<Div>,
    /// What can be done with it.
    actions: Actions,
) -> impl IntoView {
    let size = view.size;
    let is_alive = live(move || crop.get().is_some());
    let is_still = live(move || crop.get().is_none());
    let side = move |at: usize| {
        live(move || {
            let sides = crop.get().map(Crop::thousandths);
            sides
                .and_then(|sides| sides.get(at).copied())
                .map_or_else(String::new, |side| side.to_string())
        })
    };
    let kept = live(move || match crop.get().map(|crop| crop.pixels(size)) {
        Some([_, _, width, height]) => [&width.to_string(), " × ", &height.to_string()].concat(),
        None => String::new(),
    });
    let shapes = view
        .shapes
        .into_iter()
        .map(|(shape, name)| {
            let selected = live(move || shape == crop.get().map_or(view.shape, |_| view.drawn));
            view! { <option value=shape.as_str() selected=selected>{name}</option> }
        })
        .collect_view();
    let keeps = view
        .keeps
        .into_iter()
        .map(|(keep, name)| view! { <option value=keep.as_str() selected={keep == view.keep}>{name}</option> })
        .collect_view();
    let is_wrong = !view.error.is_empty();
    let error = is_wrong.then(|| view! { <p class="c-field__error" id=error_id("shape")>{view.error}</p> });
    let (label, frame) = (view.frame_label, move || crop.get().map(|crop| frame(crop, size)));
    view! {
        <div class="c-crop c-stack" data-testid="crop">
            <div class="c-field">
                <label class="c-field__label" for=field_id("shape")>{view.shape_label}</label>
                <select
                    class="c-field__input"
                    id=field_id("shape")
                    name="shape"
                    autocomplete="off"
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=is_wrong.then(|| error_id("shape"))
                    on:change=on(move |event| actions.shape(event_target_value(&event)))
                >
                    {shapes}
                </select>
                {error}
            </div>
            <div class="c-field" hidden=is_alive>
                <label class="c-field__label" for=field_id("keep")>{view.keep_label}</label>
                <select class="c-field__input" id=field_id("keep") name="keep" autocomplete="off">{keeps}</select>
            </div>
            <p class="c-muted" hidden=is_still>{view.hint}</p>
            <div
                class="c-crop__picture"
                node_ref=area
                data-testid="crop-frame"
                tabindex=live(move || crop.get().map(|_| "0"))
                role=live(move || crop.get().map(|_| "application"))
                aria-label=live(move || crop.get().map(|_| label.clone()))
                on:pointerdown=on(move |event| actions.take(event))
                on:pointermove=on(move |event| actions.follow(event))
                on:pointerup=on(move |_: PointerEvent| actions.let_go())
                on:pointercancel=on(move |_: PointerEvent| actions.let_go())
                on:keydown=on(move |event| actions.key(event))
            >
                <img src=view.src width=size.0 height=size.1 alt=view.alt/>
                {frame}
            </div>
            <p hidden=is_still>{view.kept}" "<bdi role="status" data-testid="crop-size">{kept}</bdi></p>
            <input type="hidden" name="x" value=side(0)/>
            <input type="hidden" name="y" value=side(1)/>
            <input type="hidden" name="width" value=side(2)/>
            <input type="hidden" name="height" value=side(3)/>
        </div>
    }
}

/// What is cut off in shade, and the frame with a handle at each corner.
fn frame(crop: Crop, size: (u32, u32)) -> impl IntoView {
    let [x, y, width, height] = crop.pixels(size);
    let numbers = |numbers: &[u32]| numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    let (all, kept) = (
        numbers(&[0, 0, size.0, 0, size.0, size.1, 0, size.1]),
        numbers(&[x, y, x + width, y, x + width, y + height, x, y + height]),
    );
    let handles = CropCorner::ALL
        .map(|corner| {
            let [cx, cy] = corner_at(corner, crop, size);
            view! { <circle vector-effect="non-scaling-stroke" cx=cx cy=cy r={size.0 / HANDLE}></circle> }
        })
        .collect_view();
    view! {
        <svg viewBox=numbers(&[0, 0, size.0, size.1]) aria-hidden="true">
            <path class="c-crop__off" d=["M", &all, "ZM", &kept, "Z"].concat()></path>
            <path class="c-crop__frame" vector-effect="non-scaling-stroke" d=["M", &kept, "Z"].concat()></path>
            {handles}
        </svg>
    }
}

/// Where a corner of the frame lies, in pixels of the picture.
pub fn corner_at(corner: CropCorner, crop: Crop, size: (u32, u32)) -> [u32; 2] {
    let [x, y, width, height] = crop.pixels(size);
    match corner {
        CropCorner::TopLeft => [x, y],
        CropCorner::TopRight => [x + width, y],
        CropCorner::BottomLeft => [x, y + height],
        CropCorner::BottomRight => [x + width, y + height],
    }
}
