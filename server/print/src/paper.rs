//! The papers people have.

/// A paper to print on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// An office printer's: four labels a page, or slips one below the other.
    A4,
    /// A roll of labels 76 mm wide.
    Roll76,
    /// A roll of labels 100 mm wide.
    #[default]
    Roll100,
}

impl Paper {
    /// All of them, the most common last.
    pub const ALL: [Self; 3] = [Self::Roll100, Self::Roll76, Self::A4];

    /// The word for it in a form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Roll76 => "76x130",
            Self::Roll100 => "100x150",
        }
    }

    /// The paper with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.as_str() == word)
    }

    /// Width and height of a page, millimetres.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Roll76 => (76.0, 130.0),
            Self::Roll100 => (100.0, 150.0),
        }
    }
}
