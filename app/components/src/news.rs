//! What a work area says when something new has come while it was open.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::{live, on};

/// What waits, as the shop tells an open page in one line: `newest|count|orders|questions|to answer|asked|reviews|reports`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsLine {
    /// The number of the newest order to be accepted; 0 when there is none.
    pub newest: i64,
    /// How many there are.
    pub count: u64,
    /// The same as it is shown.
    pub orders: String,
    /// How many orders' buyers wait for an answer, as it is shown.
    pub questions: String,
    /// How many questions about products and reviews wait for an answer, as it is shown; empty for none.
    pub to_answer: String,
    /// How many questions about products that are, as it is shown.
    pub asked: String,
    /// How many reviews that are, as it is shown.
    pub reviews: String,
    /// In how many orders a damage report waits for an answer, as it is shown.
    pub reports: String,
}

/// A number on the first page that changes while the page is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewsOf {
    /// Orders to be accepted.
    Orders,
    /// Orders whose buyers wait for an answer.
    Messages,
    /// Orders with damage reports to be answered.
    Reports,
    /// Questions about products to be answered.
    Asked,
    /// Reviews to be answered.
    Reviews,
}

impl NewsLine {
    /// The line.
    pub fn write(&self) -> String {
        format!(
            "{}|{}|{}|{}|{}|{}|{}|{}",
            self.newest,
            self.count,
            self.orders,
            self.questions,
            self.to_answer,
            self.asked,
            self.reviews,
            self.reports
        )
    }

    /// Reads the line; nothing when it is of another build.
    pub fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('|');
        Some(Self {
            newest: parts.next()?.parse().ok()?,
            count: parts.next()?.parse().ok()?,
            orders: parts.next()?.to_owned(),
            questions: parts.next()?.to_owned(),
            to_answer: parts.next()?.to_owned(),
            asked: parts.next()?.to_owned(),
            reviews: parts.next()?.to_owned(),
            reports: parts.next()?.to_owned(),
        })
    }

    /// One of its numbers, as it is shown.
    pub fn count_of(&self, of: NewsOf) -> &str {
        match of {
            NewsOf::Orders => &self.orders,
            NewsOf::Messages => &self.questions,
            NewsOf::Reports => &self.reports,
            NewsOf::Asked => &self.asked,
            NewsOf::Reviews => &self.reviews,
        }
    }

    /// Whether an order came to what was known before.
    pub const fn is_news_to(&self, before: &Self) -> bool {
        self.newest > before.newest || self.count > before.count
    }
}

/// What the notice needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsView {
    /// Where the page listens.
    pub url: String,
    /// Whose news: what was seen is remembered for each.
    pub whose: String,
    /// The list of new orders.
    pub orders: String,
    /// Said when an order has come.
    pub text: String,
    /// The link to it.
    pub see: String,
    /// The button that turns the sound on and off, where the page has it: when it is off, and when it is on.
    pub sound: Option<(String, String)>,
}

/// The notice, and the button for the sound. Without a script there is none: the first page counts what waits.
#[component]
pub fn NewsNotice(
    /// What it needs.
    view: NewsView,
    /// Whether an order has come that was not looked at.
    has_come: RwSignal<bool>,
    /// Whether it is heard.
    has_sound: RwSignal<bool>,
    /// Whether the page listens.
    is_listening: RwSignal<bool>,
    /// Called by the button.
    turn: Callback<()>,
) -> impl IntoView {
    let NewsView {
        orders,
        text,
        see,
        sound,
        ..
    } = view;
    let said = live(move || has_come.get().then(|| text.clone()));
    let sound = sound.map(|(off, sounds)| {
        let label = live(move || if has_sound.get() { sounds.clone() } else { off.clone() });
        view! {
            <button
                type="button"
                class="c-button c-button--quiet"
                data-testid="sound"
                aria-pressed=live(move || if has_sound.get() { "true" } else { "false" })
                hidden=live(move || !is_listening.get())
                on:click=on(move |_| turn.run(()))
            >
                {label}
            </button>
        }
    });
    view! {
        <div class="c-news c-screen" data-testid="news">
            <div role="status" class="c-notice c-notice--good" hidden=live(move || !has_come.get())>
                <p>{said}</p>
                <p><a class="c-button" href=orders>{see}</a></p>
            </div>
            {sound}
        </div>
    }
}

/// What the number in the menu needs: nothing, it is heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsCountView {}

/// How many of something are new, in the menu.
#[component]
pub fn NewsCount(
    /// The number as it is shown; empty for none.
    count: RwSignal<String>,
    /// Its name for tests.
    name: &'static str,
) -> impl IntoView {
    view! {
        <bdi class="c-badge" data-testid=name hidden=live(move || count.with(String::is_empty))>
            {live(move || count.get())}
        </bdi>
    }
}

/// What a number on the first page needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsTileView {
    /// Of what it is.
    pub of: NewsOf,
    /// The number as the page counted it.
    pub count: String,
}

/// A number on the first page.
#[component]
pub fn NewsTile(
    /// The number as it is shown.
    count: Signal<String>,
) -> impl IntoView {
    view! { <bdi>{count}</bdi> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let line = NewsLine {
            newest: 7,
            count: 99,
            orders: "99+".to_owned(),
            questions: "٢".to_owned(),
            to_answer: String::new(),
            asked: "1".to_owned(),
            reviews: "2".to_owned(),
            reports: "3".to_owned(),
        };
        let of = [
            NewsOf::Orders,
            NewsOf::Messages,
            NewsOf::Reports,
            NewsOf::Asked,
            NewsOf::Reviews,
        ];
        assert_eq!(of.map(|of| line.count_of(of)), ["99+", "٢", "3", "1", "2"]);
        assert_eq!(NewsLine::read(&line.write()), Some(line));
        for other in ["", "x|1|1|1|1|1|1|1", "1|1|1|1|1|1|1", "1|1|1|1|1", "7"] {
            assert_eq!(NewsLine::read(other), None, "{other}");
        }
    }

    #[test]
    fn an_order_is_news_and_one_that_is_done_is_not() {
        let line = |newest, count| NewsLine {
            newest,
            count,
            ..NewsLine::default()
        };
        assert!(line(8, 1).is_news_to(&line(7, 1)), "one accepted, one come");
        assert!(line(7, 2).is_news_to(&line(7, 1)), "an older one was paid");
        assert!(!line(7, 1).is_news_to(&line(7, 2)));
        assert!(!line(0, 0).is_news_to(&line(7, 1)));
    }
}
