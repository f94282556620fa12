//! What buyers say about goods they got: stars, a text, pictures; and what becomes of it.

use crate::named::named_enum;

/// Pictures with one review.
pub const MAX_REVIEW_PHOTOS: usize = 3;

/// How good something was: from one star to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stars(u8);

impl Stars {
    /// All of them, the best first.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// So many stars, where there are as many.
    pub const fn new(stars: u8) -> Option<Self> {
        if matches!(stars, 1..=5) {
            Some(Self(stars))
        } else {
            None
        }
    }

    /// As forms and addresses write them: one digit.
    pub fn parse(typed: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stars| stars.as_str() == typed)
    }

    /// How many.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The digit that forms and addresses have.
    pub const fn as_str(self) -> &'static str {
        match self.0 {
            1 => "1",
            2 => "2",
            3 => "3",
            4 => "4",
            _ => "5",
        }
    }
}

named_enum! {
    /// Who sees a review.
    pub enum ReviewState {
        /// Everybody.
        Published = "published",
        /// Its writer, until the Centre has looked at it.
        Held = "held",
        /// Its writer: the Centre took it away, for a reason.
        Hidden = "hidden",
        /// Nobody: its writer took it back.
        Removed = "removed",
    }
}

named_enum! {
    /// Why the Centre takes a review away.
    pub enum HideReason {
        Insult = "insult",
        /// Somebody's name, number or address.
        Personal = "personal",
        Advertising = "advertising",
        /// It is not about the goods.
        Unrelated = "unrelated",
        Untrue = "untrue",
    }
}

named_enum! {
    /// Which reviews of its goods a cooperative looks at.
    #[derive(Default)]
    pub enum ReviewFilter {
        #[default]
        All = "all",
        /// Those it has not answered.
        Unanswered = "unanswered",
        /// Three stars and less.
        LowStars = "low",
    }
}

named_enum! {
    /// What in a stranger's text the Centre looks at before all see it.
    pub enum HeldFor {
        Link = "link",
        /// A telephone number, or another number or a name to be reached by.
        Phone = "phone",
        /// Its writer is called like the shop's own people.
        Name = "name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_one_to_five() {
        assert_eq!(Stars::new(0), None);
        assert_eq!(Stars::new(6), None);
        for stars in Stars::ALL {
            assert_eq!(Stars::new(stars.get()), Some(stars));
            assert_eq!(Stars::parse(stars.as_str()), Some(stars));
            assert_eq!(stars.as_str(), stars.get().to_string());
        }
        for typed in ["", "0", "6", "05", "5 ", "٥", "-1"] {
            assert_eq!(Stars::parse(typed), None, "{typed:?}");
        }
    }
}
