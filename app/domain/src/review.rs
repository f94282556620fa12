//! What buyers say about goods they got: stars, a text, pictures; and what becomes of it.

use crate::named::named_enum;
use crate::typed;

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
        /// A telephone number, or another number to be reached by.
        Phone = "phone",
    }
}

/// Digits from which on a number may be one to be reached by: those of prices, weights and years are shorter.
const REACHED_BY: usize = 7;

/// Ends of names of places in the net that people write without `http`.
const ENDS: [&str; 10] = ["com", "cn", "net", "org", "top", "vip", "shop", "xyz", "info", "cc"];

/// What in a text of a stranger has to be looked at before all see it: a way out of the shop.
pub fn held_for(text: &str) -> Option<HeldFor> {
    let plain: String = typed::plain(text).collect::<String>().to_lowercase();
    if has_link(&plain) {
        Some(HeldFor::Link)
    } else if has_number(&plain) {
        Some(HeldFor::Phone)
    } else {
        None
    }
}

fn has_link(text: &str) -> bool {
    if text.contains("://") || text.contains("www.") {
        return true;
    }
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '@' | '_');
    text.split(|c: char| !is_of_name(c)).any(|word| {
        let mut parts = word.rsplit('.');
        let end = parts.next().unwrap_or_default();
        let name = parts.next().unwrap_or_default();
        // `5.cn` is a number and a word that ran together; `a.com` is a place, and so is `a@b.com`.
        ENDS.contains(&end) && name.chars().any(|c| c.is_ascii_alphabetic())
    })
}

/// Whether there are that many digits in a row, whatever stands between them to look like something else.
fn has_number(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits += 1;
            if digits >= REACHED_BY {
                return true;
            }
        } else if !is_between(c) {
            digits = 0;
        }
    }
    false
}

/// What people put between the digits of a number.
fn is_between(c: char) -> bool {
    let is_space = typed::is_blank(c) && c != '\n';
    is_space || typed::is_dash(c) || matches!(c, '(' | ')' | '+' | '.' | '/')
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

    #[test]
    fn ways_out_of_the_shop_are_held() {
        for text in [
            "https://evil.example/x",
            "HTTP://a.b",
            "see www.badam.example",
            "更便宜：badam-shop.com",
            "بۇ يەردە ئەرزان badam.cn",
            "write to ali@mail.org",
            "ＷＷＷ．ｂａｄａｍ．ｃｏｍ",
        ] {
            assert_eq!(held_for(text), Some(HeldFor::Link), "{text}");
        }
        for text in [
            "加我微信 13800138000",
            "تېلېفون: 138 0013 8000",
            "138-0013-8000",
            "١٣٨٠٠١٣٨٠٠٠",
            "qq 1234567",
            "+34 600 11 22 33",
        ] {
            assert_eq!(held_for(text), Some(HeldFor::Phone), "{text}");
        }
    }

    #[test]
    fn what_people_say_of_goods_is_not() {
        for text in [
            "",
            "很好吃，500克一袋，买了3袋，25.90元",
            "ناھايىتى تاتلىق. 500 گرام، 25.90 يۈەن.",
            "Muy buenas. Compré 2,5 kg en 2026 y llegó en 4-8 días.",
            "Good.Very good",
            "Muy bueno.Es fresco.Me gusta",
            "1 2 3\n4 5 6\n7 8 9",
            "10 kg 10 kg 10 kg",
        ] {
            assert_eq!(held_for(text), None, "{text}");
        }
    }
}
