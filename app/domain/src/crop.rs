//! A part of a picture that is kept, the rest being cut off: measured in thousandths, so that it is the same whatever size of
//! the picture one looks at.

use crate::named::named_enum;

/// Width of the largest size that is kept of a picture, pixels.
pub const WIDEST_PICTURE: u32 = 1200;

/// Shortest side of a picture, pixels: below this it would be blurred.
pub const MIN_PICTURE_SIDE: u32 = 200;

/// All of a side, in thousandths.
const ALL: u16 = 1000;

named_enum! {
    /// The shape of what is kept.
    pub enum CropShape {
        /// Whatever one draws.
        Free = "free",
        Square = "square",
        /// As cameras have it.
        Landscape = "4-3",
        /// The same, upright.
        Portrait = "3-4",
        /// As films have it.
        Wide = "16-9",
    }
}

impl CropShape {
    /// Width and height in proportion; nothing when it may be any.
    pub const fn ratio(self) -> Option<(u32, u32)> {
        match self {
            Self::Free => None,
            Self::Square => Some((1, 1)),
            Self::Landscape => Some((4, 3)),
            Self::Portrait => Some((3, 4)),
            Self::Wide => Some((16, 9)),
        }
    }
}

named_enum! {
    /// Which part is kept where a shape leaves some over.
    pub enum CropKeep {
        /// The upper or the left one.
        First = "first",
        Middle = "middle",
        /// The lower or the right one.
        Last = "last",
    }
}

named_enum! {
    /// A corner of a frame, as it lies on the screen.
    pub enum CropCorner {
        TopLeft = "top-left",
        TopRight = "top-right",
        BottomLeft = "bottom-left",
        BottomRight = "bottom-right",
    }
}

impl CropCorner {
    const fn is_right(self) -> bool {
        matches!(self, Self::TopRight | Self::BottomRight)
    }

    const fn is_bottom(self) -> bool {
        matches!(self, Self::BottomLeft | Self::BottomRight)
    }
}

/// Why a picture is not cropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CropRefusal {
    /// All of it would be kept.
    Nothing,
    /// The part that is there already.
    Same,
    /// A side of what is kept would be shorter than [`MIN_PICTURE_SIDE`].
    TooSmall,
    /// It is no part of a picture.
    Outside,
    /// The same picture is being cropped otherwise.
    Already,
    /// It was cropped, or another one took its place, since the form was made.
    Replaced,
}

/// The part of a picture that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crop {
    x: u16,
    y: u16,
    width: u16,
    height: u16,
}

impl Crop {
    /// All of it.
    pub const WHOLE: Self = Self {
        x: 0,
        y: 0,
        width: ALL,
        height: ALL,
    };

    /// A part: how far it is from the left and from above, how wide and how high, in thousandths.
    ///
    /// # Errors
    /// [`CropRefusal::Outside`] when it is empty or reaches beyond the picture.
    pub const fn new(x: u16, y: u16, width: u16, height: u16) -> Result<Self, CropRefusal> {
        let is_inside = x < ALL && y < ALL && width <= ALL - x && height <= ALL - y;
        if is_inside && width > 0 && height > 0 {
            Ok(Self { x, y, width, height })
        } else {
            Err(CropRefusal::Outside)
        }
    }

    /// The largest part of this shape of a picture of `size`; all of it when it has that shape already, or may have any.
    pub fn of_shape(shape: CropShape, keep: CropKeep, size: (u32, u32)) -> Self {
        let Some((across, down)) = shape.ratio() else {
            return Self::WHOLE;
        };
        let (width, height) = (u64::from(size.0.max(1)), u64::from(size.1.max(1)));
        let (across, down) = (u64::from(across), u64::from(down));
        let side = |kept: u64, all: u64| thousandths((kept * 1000 + all / 2) / all);
        let start = |kept: u16| match keep {
            CropKeep::First => 0,
            CropKeep::Middle => (ALL - kept) / 2,
            CropKeep::Last => ALL - kept,
        };
        if width * down > height * across {
            let kept = side(height * across, width * down);
            Self {
                x: start(kept),
                width: kept,
                ..Self::WHOLE
            }
        } else {
            let kept = side(width * down, height * across);
            Self {
                y: start(kept),
                height: kept,
                ..Self::WHOLE
            }
        }
    }

    /// From the left, from above, width, height; thousandths.
    pub const fn thousandths(self) -> [u16; 4] {
        [self.x, self.y, self.width, self.height]
    }

    /// The same in pixels of a picture of `size`.
    pub fn pixels(self, size: (u32, u32)) -> [u32; 4] {
        let at = |thousandths: u16, all: u32| {
            let pixels = (u64::from(thousandths) * u64::from(all) + 500) / 1000;
            u32::try_from(pixels).unwrap_or(all)
        };
        let (left, right) = (at(self.x, size.0), at(self.x + self.width, size.0));
        let (top, bottom) = (at(self.y, size.1), at(self.y + self.height, size.1));
        [left, top, right - left, bottom - top]
    }

    /// Whether a picture of `size` can be cropped so.
    ///
    /// # Errors
    /// [`CropRefusal::Nothing`] when nothing is cut off, [`CropRefusal::TooSmall`] when too little is left.
    pub fn check(self, size: (u32, u32)) -> Result<(), CropRefusal> {
        let [_, _, width, height] = self.pixels(size);
        if (width, height) == size {
            Err(CropRefusal::Nothing)
        } else if width.min(height) < MIN_PICTURE_SIDE {
            Err(CropRefusal::TooSmall)
        } else {
            Ok(())
        }
    }

    /// Whether a picture of `size` of which this part is shown now can be cropped so instead.
    ///
    /// # Errors
    /// As [`check`](Self::check), but that all of it may be kept again; [`CropRefusal::Same`] when it is the part that is shown.
    pub fn check_instead(self, now: Self, size: (u32, u32)) -> Result<(), CropRefusal> {
        if self == now && now != Self::WHOLE {
            return Err(CropRefusal::Same);
        }
        match self.check(size) {
            Err(CropRefusal::Nothing) if now != Self::WHOLE => Ok(()),
            checked => checked,
        }
    }

    /// The frame moved to the right and down, as far as the picture goes.
    #[must_use]
    pub fn moved(self, dx: i32, dy: i32) -> Self {
        let to = |from: u16, by: i32, side: u16| thousandths_within(i32::from(from) + by, 0, ALL - side);
        Self {
            x: to(self.x, dx, self.width),
            y: to(self.y, dy, self.height),
            ..self
        }
    }

    /// The largest frame of this shape within this one, round the same middle; the picture has `size`. It is no smaller than may
    /// be kept, and lies in the picture.
    #[must_use]
    pub fn reshaped(self, shape: CropShape, size: (u32, u32)) -> Self {
        if self == Self::WHOLE {
            return Self::of_shape(shape, CropKeep::Middle, size);
        }
        let Some((across, down)) = shape.ratio() else {
            return self;
        };
        let (w, h) = (u64::from(size.0.max(1)), u64::from(size.1.max(1)));
        let (across, down) = (u64::from(across), u64::from(down));
        let high = |width: u16| thousandths(u64::from(width) * w * down / (h * across));
        let wide = |height: u16| thousandths(u64::from(height) * h * across / (w * down));
        let (least_x, least_y) = (least(size.0), least(size.1));
        let inside = self.width.min(wide(self.height));
        let width = inside.max(wide(least_y)).max(least_x).min(wide(ALL));
        let height = high(width).max(least_y);
        let from = |start: u16, before: u16, now: u16| {
            let middle = i32::from(start) + (i32::from(before) - i32::from(now)) / 2;
            thousandths_within(middle.max(0), 0, ALL - now)
        };
        Self {
            x: from(self.x, self.width, width),
            y: from(self.y, self.height, height),
            width,
            height,
        }
    }

    /// The frame with one corner moved to the right and down, of a picture of `size`: the opposite corner stays, the shape is
    /// kept, and no side gets too short.
    #[must_use]
    pub fn stretched(self, corner: CropCorner, dx: i32, dy: i32, shape: CropShape, size: (u32, u32)) -> Self {
        let room = |is_far: bool, from: u16, side: u16| if is_far { ALL - from } else { from + side };
        let room_x = room(corner.is_right(), self.x, self.width);
        let room_y = room(corner.is_bottom(), self.y, self.height);
        let (least_x, least_y) = (least(size.0), least(size.1));
        let by = |is_far: bool, side: u16, by: i32| i32::from(side) + if is_far { by } else { -by };
        let mut width = thousandths_within(by(corner.is_right(), self.width, dx), least_x, room_x);
        let mut height = thousandths_within(by(corner.is_bottom(), self.height, dy), least_y, room_y);
        if let Some((across, down)) = shape.ratio() {
            // Thousandths of one side as thousandths of the other.
            let (w, h) = (u64::from(size.0.max(1)), u64::from(size.1.max(1)));
            let (across, down) = (u64::from(across), u64::from(down));
            let high = |width: u16| thousandths(u64::from(width) * w * down / (h * across));
            let wide = |height: u16| thousandths(u64::from(height) * h * across / (w * down));
            // Moved up and down alone, it is the height that counts.
            if dx == 0 {
                width = wide(height);
            }
            width = width.max(wide(least_y)).max(least_x).min(room_x).min(wide(room_y));
            height = high(width).max(least_y).min(room_y);
        }
        Self {
            x: if corner.is_right() {
                self.x
            } else {
                self.x + self.width - width
            },
            y: if corner.is_bottom() {
                self.y
            } else {
                self.y + self.height - height
            },
            width,
            height,
        }
    }
}

/// The size of the largest file that is kept of a picture of `size`.
pub fn kept_size((width, height): (u32, u32)) -> (u32, u32) {
    if width <= WIDEST_PICTURE {
        return (width, height);
    }
    let (from, to) = (u64::from(width), u64::from(WIDEST_PICTURE));
    let scaled = (u64::from(height) * to + from / 2) / from;
    (WIDEST_PICTURE, u32::try_from(scaled).unwrap_or(u32::MAX).max(1))
}

/// The shortest side that may be kept of one of so many pixels.
fn least(pixels: u32) -> u16 {
    thousandths((u64::from(MIN_PICTURE_SIDE) * 1000).div_ceil(u64::from(pixels.max(1))))
}

fn thousandths(value: u64) -> u16 {
    u16::try_from(value.clamp(1, ALL.into())).unwrap_or(ALL)
}

/// Between these; the upper bound where they contradict each other.
fn thousandths_within(value: i32, low: u16, high: u16) -> u16 {
    u16::try_from(value.max(low.into()).min(high.into())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const PHOTO: (u32, u32) = (1200, 900);

    #[test]
    fn a_part_lies_in_its_picture() {
        assert_eq!(Crop::new(0, 0, 1000, 1000), Ok(Crop::WHOLE));
        assert_eq!(
            Crop::new(250, 100, 750, 900).unwrap().thousandths(),
            [250, 100, 750, 900]
        );
        for (x, y, width, height) in [
            (0, 0, 0, 10),
            (0, 0, 10, 0),
            (1, 0, 1000, 10),
            (0, 1, 10, 1000),
            (1000, 0, 1, 1),
            (0, u16::MAX, 1, 1),
            (0, 0, u16::MAX, 1),
        ] {
            assert_eq!(
                Crop::new(x, y, width, height),
                Err(CropRefusal::Outside),
                "{x} {y} {width} {height}"
            );
        }
    }

    #[test]
    fn a_shape_keeps_as_much_as_it_can_of_the_part_that_is_wanted() {
        for (shape, keep, size, expected) in [
            (CropShape::Square, CropKeep::First, PHOTO, [0, 0, 750, 1000]),
            (CropShape::Square, CropKeep::Middle, PHOTO, [125, 0, 750, 1000]),
            (CropShape::Square, CropKeep::Last, PHOTO, [250, 0, 750, 1000]),
            (CropShape::Square, CropKeep::Last, (900, 1200), [0, 250, 1000, 750]),
            (CropShape::Wide, CropKeep::First, PHOTO, [0, 0, 1000, 750]),
            (CropShape::Landscape, CropKeep::First, PHOTO, [0, 0, 1000, 1000]),
            (CropShape::Free, CropKeep::First, PHOTO, [0, 0, 1000, 1000]),
        ] {
            assert_eq!(
                Crop::of_shape(shape, keep, size).thousandths(),
                expected,
                "{shape} {keep} {size:?}"
            );
        }
        assert_eq!(
            Crop::of_shape(CropShape::Square, CropKeep::Last, PHOTO).pixels(PHOTO),
            [300, 0, 900, 900]
        );
    }

    #[test]
    fn what_is_left_has_enough_pixels_and_something_is_cut_off() {
        assert_eq!(Crop::WHOLE.check(PHOTO), Err(CropRefusal::Nothing));
        // 200 of 1200 pixels are 167 thousandths, 200 of 900 are 223.
        assert_eq!(
            Crop::new(0, 0, 166, 1000).unwrap().check(PHOTO),
            Err(CropRefusal::TooSmall)
        );
        assert_eq!(
            Crop::new(0, 0, 1000, 221).unwrap().check(PHOTO),
            Err(CropRefusal::TooSmall)
        );
        assert_eq!(Crop::new(833, 777, 167, 223).unwrap().check(PHOTO), Ok(()));
        // Of a picture of this size every part is too small.
        assert_eq!(
            Crop::new(0, 0, 999, 900).unwrap().check((200, 200)),
            Err(CropRefusal::TooSmall)
        );
    }

    #[test]
    fn what_was_cut_off_can_be_had_again() {
        let (now, other) = (
            Crop::new(100, 100, 500, 500).unwrap(),
            Crop::new(0, 0, 500, 500).unwrap(),
        );
        assert_eq!(Crop::WHOLE.check_instead(now, PHOTO), Ok(()));
        assert_eq!(other.check_instead(now, PHOTO), Ok(()));
        assert_eq!(now.check_instead(now, PHOTO), Err(CropRefusal::Same));
        assert_eq!(now.check_instead(Crop::WHOLE, PHOTO), Ok(()));
        assert_eq!(Crop::WHOLE.check_instead(Crop::WHOLE, PHOTO), Err(CropRefusal::Nothing));
        let thin = Crop::new(0, 0, 100, 1000).unwrap();
        assert_eq!(thin.check_instead(now, PHOTO), Err(CropRefusal::TooSmall));
    }

    #[test]
    fn a_frame_is_moved_as_far_as_the_picture_goes() {
        let frame = Crop::new(100, 100, 500, 500).unwrap();
        assert_eq!(frame.moved(50, -30).thousandths(), [150, 70, 500, 500]);
        assert_eq!(frame.moved(-5000, 5000).thousandths(), [0, 500, 500, 500]);
        assert_eq!(Crop::WHOLE.moved(10, 10), Crop::WHOLE);
    }

    #[test]
    fn another_shape_keeps_the_middle_of_the_frame() {
        let frame = Crop::new(100, 200, 600, 400).unwrap();
        let to = |crop: Crop, shape| crop.reshaped(shape, PHOTO).thousandths();
        // 400 of 900 pixels are 300 of 1200.
        assert_eq!(to(frame, CropShape::Square), [250, 200, 300, 400]);
        assert_eq!(to(frame, CropShape::Free), [100, 200, 600, 400]);
        assert_eq!(to(Crop::WHOLE, CropShape::Square), [125, 0, 750, 1000]);
        // Too small for the shape it grows, and stays in the picture.
        let corner = Crop::new(833, 777, 167, 223).unwrap();
        for shape in CropShape::ALL {
            let [x, y, width, height] = to(corner, shape);
            let crop = Crop::new(x, y, width, height).unwrap();
            assert_eq!(crop.check(PHOTO), Ok(()), "{shape}");
        }
    }

    #[test]
    fn a_corner_is_moved_and_the_opposite_one_stays() {
        let frame = Crop::new(100, 100, 500, 500).unwrap();
        let to = |corner, dx, dy| frame.stretched(corner, dx, dy, CropShape::Free, PHOTO).thousandths();
        assert_eq!(to(CropCorner::BottomRight, 100, -50), [100, 100, 600, 450]);
        assert_eq!(to(CropCorner::TopLeft, 100, -50), [200, 50, 400, 550]);
        assert_eq!(to(CropCorner::TopRight, 5000, -5000), [100, 0, 900, 600]);
        assert_eq!(
            to(CropCorner::BottomLeft, 5000, -5000),
            [433, 100, 167, 223],
            "no shorter than it may be"
        );
    }

    #[test]
    fn a_shape_stays_what_it_is_and_every_frame_can_be_taken() {
        let shapes = CropShape::ALL;
        for size in [PHOTO, (900, 1200), (400, 300), (1200, 250)] {
            for shape in shapes {
                let start = Crop::of_shape(shape, CropKeep::Middle, size);
                for corner in CropCorner::ALL {
                    for (dx, dy) in [
                        (-300, -300),
                        (300, 40),
                        (-90, 900),
                        (0, -200),
                        (-1000, -1000),
                        (1000, 1000),
                    ] {
                        let [x, y, width, height] = start.stretched(corner, dx, dy, shape, size).thousandths();
                        assert!(
                            Crop::new(x, y, width, height).is_ok(),
                            "{size:?} {shape} {corner} {dx} {dy}"
                        );
                        if size == PHOTO {
                            let checked = Crop::new(x, y, width, height).unwrap().check(size);
                            assert_ne!(checked, Err(CropRefusal::TooSmall), "{shape} {corner} {dx} {dy}");
                        }
                        let Some((across, down)) = shape.ratio() else {
                            continue;
                        };
                        let [_, _, w, h] = Crop::new(x, y, width, height).unwrap().pixels(size);
                        let off = i64::from(w * down) - i64::from(h * across);
                        // A thousandth of a side is up to two pixels.
                        assert!(off.unsigned_abs() <= 80, "{size:?} {shape} {corner} {dx} {dy}: {w} {h}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_kept_is_no_wider_than_the_widest() {
        assert_eq!(kept_size((4000, 3000)), (1200, 900));
        assert_eq!(kept_size((1201, 1)), (1200, 1));
        assert_eq!(kept_size((400, 5000)), (400, 5000));
    }
}
