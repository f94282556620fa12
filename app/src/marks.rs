//! Translator mode: a page says which texts it is made of, so that each of them leads to where it is changed. Whoever is not in
//! the mode gets not a byte of it. In it, a page has none of the shop's own scripts, which would take its markup over.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::HeaderMap;
use domain::{Actor, UnitWork, UserId};

use crate::cookies;

/// How long the mode stays on, seconds: a day of work.
const STAYS_ON: u64 = 12 * 3600;

/// The texts that a page has shown so far, in their order, and what there is to do about them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    noted: Arc<Mutex<Vec<(String, String)>>>,
    work: Arc<HashMap<String, UnitWork>>,
}

/// A text of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The name of the text in the files.
    pub unit: String,
    /// What it says there, filled in.
    pub text: String,
    /// What there is to do about it, if anything.
    pub work: Option<UnitWork>,
}

impl Marks {
    /// For whoever turned the mode on and is still the one who is signed in: on a phone that several share, nobody gets the
    /// marks of somebody else. The translators' own pages have none.
    pub fn wanted(headers: &HeaderMap, actor: Actor, area: &str) -> Option<Self> {
        let user = actor.user().filter(|_| area != "translate")?;
        let is_on = cookies::read(headers, cookies::TEXTS) == Some(user.to_string().as_str());
        is_on.then(Self::default)
    }

    /// The same with what there is to do about texts, by their names.
    #[must_use]
    pub fn with_work(self, work: HashMap<String, UnitWork>) -> Self {
        Self {
            work: Arc::new(work),
            ..self
        }
    }

    /// Remembers a text, once however often the page says it.
    pub fn note(&self, unit: &str, text: &str) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let is_there = noted.iter().any(|known| known.0 == unit && known.1 == text);
        if !is_there {
            noted.push((unit.to_owned(), text.to_owned()));
        }
    }

    /// What was shown until now.
    pub fn texts(&self) -> Vec<Marked> {
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let marked = noted.iter().map(|(unit, text)| Marked {
            unit: unit.clone(),
            text: text.clone(),
            work: self.work.get(unit).copied(),
        });
        marked.collect()
    }
}

/// The cookie that turns the mode on for somebody.
pub(crate) fn turn_on(user: UserId) -> Option<axum::http::HeaderValue> {
    cookies::set(cookies::TEXTS, &user.to_string(), STAYS_ON)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn marks(cookie: &str, actor: Actor, area: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", cookie.parse().unwrap());
        Marks::wanted(&headers, actor, area).is_some()
    }

    #[test]
    fn only_who_turned_it_on_sees_marks() {
        let user = |id: i64| Actor::Person { user: UserId(id) };
        assert!(marks("lang=ug; __Host-texts=7", user(7), ""));
        assert!(marks("__Host-texts=7", user(7), "studio"));
        assert!(!marks("__Host-texts=7", user(8), ""));
        assert!(!marks("__Host-texts=7", Actor::Shopper, ""));
        assert!(!marks("__Host-texts=", user(7), ""));
        assert!(!marks("lang=ug", user(7), ""));
        assert!(!marks("__Host-texts=7", user(7), "translate"));
    }

    #[test]
    fn a_text_is_noted_once_for_each_way_it_is_filled_in() {
        let work = HashMap::from([("cart-title".to_owned(), UnitWork::Outdated)]);
        let marks = Marks::default().with_work(work);
        for (unit, text) in [
            ("cart-title", "Cart"),
            ("cart-count", "1"),
            ("cart-title", "Cart"),
            ("cart-count", "2"),
        ] {
            marks.note(unit, text);
        }
        let of = |unit: &str, text: &str, work: Option<UnitWork>| Marked {
            unit: unit.to_owned(),
            text: text.to_owned(),
            work,
        };
        assert_eq!(
            marks.texts(),
            [
                of("cart-title", "Cart", Some(UnitWork::Outdated)),
                of("cart-count", "1", None),
                of("cart-count", "2", None)
            ]
        );
    }
}
