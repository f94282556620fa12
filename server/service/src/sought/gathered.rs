//! What was looked for in vain since the program started. Memory alone: with the program it is forgotten.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::{Locale, day_number};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::term::Term;
use super::{DAY, KEPT, MissedSearch, PEOPLE};
use crate::random::{self, NoRandomness};

/// Terms remembered at a time.
const TERMS: usize = 2_000;
/// People told apart for a term; there are not fewer when more are not counted.
const COUNTED: usize = 200;
/// People of one network that count for a term: it takes three networks until there are [enough](PEOPLE), so that from one or
/// two places, with however many carts, no text comes to the pages of others.
const OF_ONE_NETWORK: usize = 2;
/// Different terms that one network begins in a day.
const BEGUN: u32 = 50;
/// Networks of a day that are told apart.
const NETWORKS: usize = 10_000;
/// Terms that are written at a time.
const BATCH: usize = 100;

/// Who searches, as far as that can be told; forgotten with the request.
#[derive(Clone, Debug)]
pub(crate) struct Searcher {
    /// An account, a browser with a cart, else all of a network.
    pub person: String,
    /// Whether it is known by the network alone.
    pub is_network: bool,
    /// The network, as wide as one customer of a provider may have it.
    pub network: String,
}

/// One for the program.
#[derive(Debug, Default)]
pub(crate) struct MissedSearches(Mutex<Gathered>);

#[derive(Debug, Default)]
struct Gathered {
    terms: HashMap<String, Sought>,
    begun: Begun,
    /// What pages show; nothing before the first look.
    listed: Option<Vec<MissedSearch>>,
}

/// A term and who looked for it. Each has a salt of its own, so that nobody's terms can be put together, and it is gone with it.
#[derive(Debug)]
struct Sought {
    typed: String,
    lang: Locale,
    salt: [u8; 16],
    people: HashMap<u64, Seen>,
    last_at: i64,
    is_changed: bool,
}

/// When somebody looked for a term last, and from where at first.
#[derive(Clone, Copy, Debug)]
struct Seen {
    day: i64,
    network: u64,
    /// Known by a network alone. A phone has another address tomorrow: then the same person would be somebody else.
    is_network: bool,
}

impl Seen {
    /// Whether it still counts on `day`.
    const fn counts_on(self, day: i64) -> bool {
        if self.is_network {
            self.day == day
        } else {
            self.day > day - KEPT / DAY
        }
    }
}

/// How many terms each network has begun today, under a key that is thrown away with the day.
#[derive(Debug, Default)]
struct Begun {
    day: i64,
    salt: [u8; 16],
    terms: HashMap<u64, u32>,
}

/// A term that enough people looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ready {
    pub key: String,
    pub typed: String,
    pub lang: Locale,
    pub people: i64,
    /// The day on which it was looked for last, counted from 1970.
    pub day: i64,
}

impl MissedSearches {
    fn lock(&self) -> MutexGuard<'_, Gathered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a search that found nothing.
    pub(crate) fn note(&self, term: Term, who: &Searcher, now: i64) {
        let mut gathered = self.lock();
        // Without randomness nothing is counted: a hash that can be guessed would be somebody.
        drop(gathered.note(term, who, now));
    }

    /// Takes what has to be written, those looked for last at first.
    pub(crate) fn take(&self, now: i64) -> Vec<Ready> {
        let mut gathered = self.lock();
        gathered.forget(now);
        let mut ready: Vec<Ready> = gathered
            .terms
            .iter()
            .filter(|(_, sought)| sought.is_changed && sought.people.len() >= PEOPLE)
            .map(|(key, sought)| sought.ready(key))
            .collect();
        ready.sort_unstable_by(|a, b| (b.day, b.people, &a.key).cmp(&(a.day, a.people, &b.key)));
        ready.truncate(BATCH);
        for term in &ready {
            gathered.set_changed(&term.key, false);
        }
        ready
    }

    /// They could not be written: the next time they are tried again.
    pub(crate) fn give_back(&self, ready: &[Ready]) {
        let mut gathered = self.lock();
        for term in ready {
            gathered.set_changed(&term.key, true);
        }
    }

    /// The list that pages show; nothing before the first one is made.
    pub(crate) fn listed(&self) -> Option<Vec<MissedSearch>> {
        self.lock().listed.clone()
    }

    /// Remembers the list that pages show.
    pub(crate) fn remember(&self, list: Vec<MissedSearch>) {
        self.lock().listed = Some(list);
    }
}

impl Gathered {
    fn note(&mut self, term: Term, who: &Searcher, now: i64) -> Result<(), NoRandomness> {
        if !self.terms.contains_key(&term.key) {
            if !self.begun.take(&who.network, day_number(now))? {
                return Ok(());
            }
            self.make_room();
        }
        let sought = match self.terms.entry(term.key) {
            Entry::Occupied(place) => place.into_mut(),
            Entry::Vacant(place) => place.insert(Sought {
                typed: term.typed,
                lang: term.lang,
                salt: random::bytes()?,
                people: HashMap::new(),
                last_at: now,
                is_changed: false,
            }),
        };
        sought.note(who, now);
        Ok(())
    }

    /// Whoever was not here for thirty days counts no more, nor yesterday's networks, nor terms that nobody looks for.
    fn forget(&mut self, now: i64) {
        let today = day_number(now);
        self.terms.retain(|_, sought| {
            sought.forget(today);
            !sought.people.is_empty()
        });
    }

    /// Of too many terms the one goes that the fewest look for, and of those the oldest.
    fn make_room(&mut self) {
        if self.terms.len() < TERMS {
            return;
        }
        let least = self
            .terms
            .iter()
            .min_by_key(|(_, sought)| (sought.people.len(), sought.last_at));
        if let Some(key) = least.map(|(key, _)| key.clone()) {
            self.terms.remove(&key);
        }
    }

    fn set_changed(&mut self, key: &str, is_changed: bool) {
        if let Some(sought) = self.terms.get_mut(key) {
            sought.is_changed = is_changed;
        }
    }
}

impl Sought {
    fn forget(&mut self, today: i64) {
        self.people.retain(|_, seen| seen.counts_on(today));
    }

    fn note(&mut self, who: &Searcher, now: i64) {
        let (person, network) = (hash(&self.salt, &who.person), hash(&self.salt, &who.network));
        let day = day_number(now);
        self.forget(day);
        if let Some(seen) = self.people.get_mut(&person) {
            self.is_changed |= seen.day != day;
            seen.day = day;
        } else {
            let neighbours = self.people.values().filter(|seen| seen.network == network).count();
            if neighbours >= OF_ONE_NETWORK {
                return;
            }
            if self.people.len() < COUNTED {
                let is_network = who.is_network;
                self.people.insert(
                    person,
                    Seen {
                        day,
                        network,
                        is_network,
                    },
                );
                self.is_changed = true;
            } else {
                // Not counted, and yet it is looked for today.
                self.is_changed |= day_number(self.last_at) != day;
            }
        }
        self.last_at = now;
    }

    fn ready(&self, key: &str) -> Ready {
        Ready {
            key: key.to_owned(),
            typed: self.typed.clone(),
            lang: self.lang,
            people: i64::try_from(self.people.len()).unwrap_or(i64::MAX),
            day: day_number(self.last_at),
        }
    }
}

impl Begun {
    /// Whether this network may begin one more term today.
    fn take(&mut self, network: &str, day: i64) -> Result<bool, NoRandomness> {
        if self.day != day {
            *self = Self {
                day,
                salt: random::bytes()?,
                terms: HashMap::new(),
            };
        }
        let network = hash(&self.salt, network);
        if self.terms.len() >= NETWORKS && !self.terms.contains_key(&network) {
            return Ok(false);
        }
        let begun = self.terms.entry(network).or_default();
        *begun += 1;
        Ok(*begun <= BEGUN)
    }
}

/// The beginning of a keyed hash: enough to tell two hundred apart.
fn hash(salt: &[u8; 16], of: &str) -> u64 {
    // A key of any length is fine for HMAC, so this cannot fail.
    Hmac::<Sha256>::new_from_slice(salt).map_or(0, |mut mac| {
        mac.update(of.as_bytes());
        let bytes = mac.finalize().into_bytes();
        bytes.iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// 23 November 2026, noon in Beijing.
    const NOON: i64 = 1_795_406_400_000;

    fn search(missed: &MissedSearches, typed: &str, person: &str, network: &str, now: i64) {
        let who = Searcher {
            person: person.to_owned(),
            is_network: person == network,
            network: network.to_owned(),
        };
        missed.note(Term::read(typed, Locale::Es).unwrap(), &who, now);
    }

    /// A word for each number.
    fn word(number: usize) -> String {
        let letter = |place: u32| char::from(b'a' + u8::try_from(number / 26_usize.pow(place) % 26).unwrap());
        (0..4).map(letter).collect()
    }

    #[test]
    fn somebody_who_comes_again_is_one_however_many_days_go_by() {
        let missed = MissedSearches::default();
        for day in 0..29 {
            search(&missed, "azafrán", "user:1", "a", NOON + day * DAY);
        }
        for (person, network) in [("cart:1", "b"), ("cart:2", "c"), ("d", "d")] {
            search(&missed, "Azafran", person, network, NOON + 28 * DAY);
        }
        assert!(missed.take(NOON + 28 * DAY).is_empty(), "four people");
        search(&missed, "azafrán", "e", "e", NOON + 28 * DAY);
        let ready = missed.take(NOON + 28 * DAY);
        assert_eq!(
            (ready.len(), ready[0].people, ready[0].typed.as_str()),
            (1, 5, "azafrán")
        );
        assert!(missed.take(NOON + 28 * DAY).is_empty(), "nothing new");
        missed.give_back(&ready);
        assert_eq!(missed.take(NOON + 28 * DAY), ready);
    }

    #[test]
    fn people_count_for_thirty_days() {
        let missed = MissedSearches::default();
        for (network, day) in [("a", 0), ("b", 0), ("c", 20), ("d", 30), ("e", 30)] {
            search(
                &missed,
                "azafrán",
                &format!("cart:{network}"),
                network,
                NOON + day * DAY,
            );
        }
        assert!(missed.take(NOON + 30 * DAY).is_empty(), "two were here too long ago");
        for (network, day) in [("f", 29), ("g", 30)] {
            search(
                &missed,
                "azafrán",
                &format!("cart:{network}"),
                network,
                NOON + day * DAY,
            );
        }
        assert_eq!(missed.take(NOON + 30 * DAY)[0].people, 5);
    }

    #[test]
    fn a_phone_that_gets_a_new_address_each_day_is_not_many() {
        let missed = MissedSearches::default();
        for day in 0..20 {
            let address = format!("198.51.100.{day}");
            search(&missed, "azafrán", &address, &address, NOON + day * DAY);
            assert!(missed.take(NOON + day * DAY).is_empty(), "day {day}");
        }
        // Nor where nothing was taken in between.
        let missed = MissedSearches::default();
        for day in 0..20 {
            let address = format!("198.51.100.{day}");
            search(&missed, "azafrán", &address, &address, NOON + day * DAY);
        }
        assert_eq!(
            missed
                .lock()
                .terms
                .values()
                .map(|sought| sought.people.len())
                .sum::<usize>(),
            1
        );
        // Those of one day are as many as they are.
        for address in ["a", "b", "c", "d"] {
            search(&missed, "azafrán", address, address, NOON + 19 * DAY);
        }
        assert_eq!(missed.take(NOON + 19 * DAY)[0].people, 5);
    }

    #[test]
    fn two_networks_are_not_enough() {
        let missed = MissedSearches::default();
        for cart in 0..100 {
            for network in ["a", "b"] {
                search(&missed, "compra aquí", &format!("cart:{network}{cart}"), network, NOON);
            }
        }
        assert!(missed.take(NOON).is_empty());
        search(&missed, "compra aquí", "c", "c", NOON);
        assert_eq!(missed.take(NOON)[0].people, 5);
    }

    #[test]
    fn what_more_than_are_counted_look_for_is_still_looked_for() {
        let missed = MissedSearches::default();
        for person in 0..COUNTED {
            search(
                &missed,
                "azafrán",
                &format!("cart:{person}"),
                &format!("a{person}"),
                NOON,
            );
        }
        assert_eq!(missed.take(NOON)[0].people, 200);
        let tomorrow = NOON + DAY;
        search(&missed, "azafrán", "cart:201", "b", tomorrow);
        let ready = missed.take(tomorrow);
        assert_eq!((ready[0].people, ready[0].day), (200, day_number(tomorrow)));
        search(&missed, "azafrán", "cart:202", "c", tomorrow);
        assert!(missed.take(tomorrow).is_empty(), "nothing new");
    }

    #[test]
    fn a_flood_neither_grows_nor_pushes_out_what_many_look_for() {
        let missed = MissedSearches::default();
        for person in ["a", "b", "c", "d", "e"] {
            search(&missed, "azafrán", &format!("cart:{person}"), person, NOON);
        }
        for number in 0..1_000 {
            search(&missed, &word(number), "flood", "flood", NOON + 1);
        }
        assert_eq!(missed.lock().terms.len(), 1 + BEGUN as usize);
        for number in 0..3 * TERMS {
            let network = format!("flood {}", number % 200);
            search(&missed, &word(number), &network, &network, NOON + 2);
        }
        assert_eq!(missed.lock().terms.len(), TERMS);
        assert_eq!(missed.take(NOON).len(), 1, "it is still there");
        search(&missed, "azafrán", "f", "f", NOON + DAY);
        assert_eq!(missed.take(NOON + DAY)[0].people, 6);
    }
}
