//! The colours of a shop page.

use crate::named::named_enum;

named_enum! {
    /// Which colour can be pressed on a shop page. The colours themselves are tokens of the style sheet, each readable on its
    /// ground by day and in the dark; a test measures them.
    #[derive(Default)]
    pub enum Theme {
        #[default]
        Turquoise = "turquoise",
        Apricot = "apricot",
        Pomegranate = "pomegranate",
        Leaf = "leaf",
        Plum = "plum",
    }
}
