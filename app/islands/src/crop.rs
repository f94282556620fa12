//! The frame that says what is kept of a picture: taken by a finger or a mouse, at a corner or in its middle, or moved with the
//! arrow keys; with Shift they move its lower right corner. The fields round it say a shape and a part where this does not run.

use components::{CropActions, CropField, CropView, corner_at};
use domain::{Crop, CropCorner, CropShape};
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::island::island;

island! {
    /// The frame over a picture.
    crop_island: CropView => crop
}

/// So near to a corner a finger means it, pixels of the screen.
const NEAR: f64 = 36.0;
/// So far an arrow key moves, thousandths.
const STEP: i32 = 10;

fn crop(view: CropView) -> impl IntoView {
    let frame = Frame {
        crop: RwSignal::new(None),
        area: NodeRef::new(),
        size: view.size,
        shape: StoredValue::new(view.drawn),
        drawn: StoredValue::new(Crop::WHOLE),
        drag: StoredValue::new(None),
    };
    let before = view
        .frame
        .and_then(|[x, y, width, height]| Crop::new(x, y, width, height).ok());
    components::effect(move |is_done| {
        if is_done.is_none() {
            match before {
                Some(before) => frame.draw(before),
                None => frame.reshape(frame.shape.get_value()),
            }
        }
        true
    });
    view! { <CropField view crop=frame.crop area=frame.area actions=frame/> }
}

/// The frame and who holds it.
#[derive(Clone, Copy)]
struct Frame {
    crop: RwSignal<Option<Crop>>,
    area: NodeRef<Div>,
    size: (u32, u32),
    shape: StoredValue<CropShape>,
    /// The frame as it was drawn last: each shape is fitted into this one.
    drawn: StoredValue<Crop>,
    drag: StoredValue<Option<Drag>>,
}

/// A pointer that holds the frame.
#[derive(Clone, Copy)]
struct Drag {
    pointer: i32,
    /// The corner it holds; nothing when it moves the whole frame.
    corner: Option<CropCorner>,
    /// Where it was, from the left and from above of the screen.
    from: (f64, f64),
    /// The frame then.
    crop: Crop,
}

impl Frame {
    /// The frame that was drawn, in this shape.
    fn reshape(self, shape: CropShape) {
        self.shape.set_value(shape);
        self.crop.set(Some(self.drawn.get_value().reshaped(shape, self.size)));
    }

    fn draw(self, crop: Crop) {
        self.drawn.set_value(crop);
        self.crop.set(Some(crop));
    }

    fn stretched(self, crop: Crop, corner: CropCorner, dx: i32, dy: i32) -> Crop {
        crop.stretched(corner, dx, dy, self.shape.get_value(), self.size)
    }
}

impl CropActions for Frame {
    fn take(self, event: PointerEvent) {
        let (Some(area), Some(crop)) = (self.area.get_untracked(), self.crop.get_untracked()) else {
            return;
        };
        if !event.is_primary() || event.button() != 0 {
            return;
        }
        // A mouse would drag the picture.
        event.prevent_default();
        let place = area.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let scale = place.width() / f64::from(self.size.0);
        let on_screen = |corner| {
            let [at_x, at_y] = corner_at(corner, crop, self.size);
            (
                place.left() + f64::from(at_x) * scale,
                place.top() + f64::from(at_y) * scale,
            )
        };
        let far = |corner: &CropCorner| {
            let (at_x, at_y) = on_screen(*corner);
            (at_x - x).hypot(at_y - y)
        };
        let nearest = CropCorner::ALL.into_iter().min_by(|a, b| far(a).total_cmp(&far(b)));
        let corner = nearest.filter(|corner| far(corner) <= NEAR);
        drop(area.set_pointer_capture(event.pointer_id()));
        self.drag.set_value(Some(Drag {
            pointer: event.pointer_id(),
            corner,
            from: (x, y),
            crop,
        }));
    }

    fn follow(self, event: PointerEvent) {
        let (Some(area), Some(drag)) = (self.area.get_untracked(), self.drag.get_value()) else {
            return;
        };
        if drag.pointer != event.pointer_id() {
            return;
        }
        let place = area.get_bounding_client_rect();
        let moved = |to: i32, from: f64, all: f64| ((f64::from(to) - from) * 1000.0 / all.max(1.0)) as i32;
        let dx = moved(event.client_x(), drag.from.0, place.width());
        let dy = moved(event.client_y(), drag.from.1, place.height());
        let crop = match drag.corner {
            Some(corner) => self.stretched(drag.crop, corner, dx, dy),
            None => drag.crop.moved(dx, dy),
        };
        if self.crop.get_untracked() != Some(crop) {
            self.draw(crop);
        }
    }

    fn let_go(self) {
        self.drag.set_value(None);
    }

    fn key(self, event: KeyboardEvent) {
        let (dx, dy) = match event.key().as_str() {
            "ArrowLeft" => (-STEP, 0),
            "ArrowRight" => (STEP, 0),
            "ArrowUp" => (0, -STEP),
            "ArrowDown" => (0, STEP),
            _ => return,
        };
        let Some(crop) = self.crop.get_untracked() else {
            return;
        };
        // The page stays where it is.
        event.prevent_default();
        self.draw(if event.shift_key() {
            self.stretched(crop, CropCorner::BottomRight, dx, dy)
        } else {
            crop.moved(dx, dy)
        });
    }

    fn shape(self, word: String) {
        self.reshape(CropShape::parse(&word).unwrap_or(CropShape::Free));
    }
}
