//! Small drawings in lines. They stand in the document itself: a file each would cost a slow phone a request each.

use leptos::prelude::*;

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// Onwards, in the direction of reading.
    Arrow,
    /// The cart.
    Cart,
    /// Done, or there.
    Check,
    /// Opening hours, waiting.
    Clock,
    /// Closing or removing.
    Close,
    /// Languages.
    Globe,
    /// The first page.
    Home,
    /// Harvest and season.
    Leaf,
    /// All goods.
    Menu,
    /// Less.
    Minus,
    /// A telephone.
    Phone,
    /// A place.
    Pin,
    /// More, or into the cart.
    Plus,
    /// Searching.
    Search,
    /// A cooperative's shop.
    Shop,
    /// A pickup station.
    Station,
    /// Delivery.
    Truck,
    /// A person.
    User,
}

impl IconName {
    /// The line, on a field of 24 by 24.
    const fn line(self) -> &'static str {
        match self {
            Self::Arrow => "m9 5.5 6.5 6.5L9 18.5",
            Self::Cart => {
                "M3 4h2.2l2.3 11.2h10.2l2.3-8.2H6.1M9 17.8a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8m7.6 0a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8"
            }
            Self::Check => "m4.8 12.6 4.8 4.8L19.4 7",
            Self::Clock => "M12 3.2a8.8 8.8 0 1 0 0 17.6 8.8 8.8 0 0 0 0-17.6m0 3.6V12l3.6 2.3",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Globe => {
                "M12 3.2a8.8 8.8 0 1 0 0 17.6 8.8 8.8 0 0 0 0-17.6M3.4 12h17.2M12 3.2c2.6 2.4 3.9 5.3 3.9 8.8s-1.3 6.4-3.9 8.8c-2.6-2.4-3.9-5.3-3.9-8.8s1.3-6.4 3.9-8.8"
            }
            Self::Home => "M3.8 11.4 12 4l8.2 7.4M6 9.6V20h12V9.6M10 20v-5.6h4V20",
            Self::Leaf => "M4.6 19.4C3.4 11 8.5 4.8 20 4.2c.3 10.7-4.9 16.4-12.7 14.6M4.6 19.4C7 14.6 10 11.4 14 9.4",
            Self::Menu => "M4 4.5h6v6H4zm10 0h6v6h-6zM4 14h6v6H4zm10 0h6v6h-6z",
            Self::Minus => "M5 12h14",
            Self::Phone => {
                "M7.6 3.8 9.6 8 7.5 9.9c1.3 2.8 3.4 4.9 6.3 6.4l2-2.1 4.3 2c-.1 2.6-1.5 4.1-4 4C9.5 19.9 4 13.9 3.7 7.8c-.1-2.5 1.3-3.9 3.9-4z"
            }
            Self::Pin => {
                "M12 21.2c-4.6-4.9-6.9-8.5-6.9-11.4a6.9 6.9 0 0 1 13.8 0c0 2.9-2.3 6.5-6.9 11.4m0-13.9a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M10.8 4.2a6.6 6.6 0 1 0 0 13.2 6.6 6.6 0 0 0 0-13.2m4.9 11.5 4.8 4.8",
            Self::Shop => {
                "M4 10v10h16V10M3 9l1.8-5h14.4L21 9a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0M9.5 20v-5.5h5V20"
            }
            Self::Station => {
                "M12 21.2c-4.6-4.9-6.9-8.5-6.9-11.4a6.9 6.9 0 0 1 13.8 0c0 2.9-2.3 6.5-6.9 11.4M9 12.6V9.4l3-2.3 3 2.3v3.2z"
            }
            Self::Truck => {
                "M2.5 6h11.2v10.4H9.4M5.1 16.4H2.5V6m11.2 3.6h3.9l3.9 3.7v3.1h-1.9m-4.3 0h-1.6M7.3 14.9a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2m10.1 0a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2"
            }
            Self::User => "M12 4a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 12 4M4 20.4c.7-4 3.7-6.3 8-6.3s7.3 2.3 8 6.3",
        }
    }

    /// Drawings with a direction turn round where reading does.
    const fn class(self) -> &'static str {
        match self {
            Self::Arrow | Self::Truck => "c-icon c-icon--turns",
            _ => "c-icon",
        }
    }
}

/// A small drawing, of the size and colour of a letter; never read aloud, so a word has to stand beside it.
#[component]
pub fn Icon(
    /// Which drawing.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class=name.class() viewBox="0 0 24 24" aria-hidden="true">
            <path d=name.line()></path>
        </svg>
    }
}
