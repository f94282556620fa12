//! How often pages and pictures were asked for since they were written down last, counted in memory: the part of `views` that
//! the whole program shares. Names and numbers alone: who asked is not here.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::Viewed;

/// Names of one kind that are counted between two writes; further ones are not, until the next.
const NAMES: usize = 20_000;

/// One for the program.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    products: Counter,
    shops: Counter,
    pictures: Counter,
}

/// What was seen, by its name in the address, and how often.
pub(crate) type Counted = (Viewed, Box<str>, i64);

impl Seen {
    /// Counts one.
    pub fn note(&self, kind: Viewed, name: &str) {
        self.of(kind).add(name, 1);
    }

    /// Takes what was counted.
    pub fn take(&self) -> Vec<Counted> {
        Viewed::ALL
            .into_iter()
            .flat_map(|kind| self.of(kind).take().map(move |(name, count)| (kind, name, count)))
            .collect()
    }

    /// Counts again what could not be written.
    pub fn give_back(&self, counted: &[Counted]) {
        for (kind, name, count) in counted {
            self.of(*kind).add(name, *count);
        }
    }

    const fn of(&self, kind: Viewed) -> &Counter {
        match kind {
            Viewed::Product => &self.products,
            Viewed::Shop => &self.shops,
            Viewed::Picture => &self.pictures,
        }
    }
}

#[derive(Debug, Default)]
struct Counter(Mutex<HashMap<Box<str>, i64>>);

impl Counter {
    fn add(&self, name: &str, more: i64) {
        let mut names = self.lock();
        if let Some(count) = names.get_mut(name) {
            *count = count.saturating_add(more);
        } else if names.len() < NAMES {
            names.insert(name.into(), more);
        }
    }

    fn take(&self) -> impl Iterator<Item = (Box<str>, i64)> {
        std::mem::take(&mut *self.lock()).into_iter()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Box<str>, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_written_is_counted_again() {
        let seen = Seen::default();
        seen.note(Viewed::Product, "badam");
        seen.note(Viewed::Product, "badam");
        seen.note(Viewed::Shop, "badam");
        let mut taken = seen.take();
        taken.sort_unstable();
        let expected: [Counted; 2] = [(Viewed::Product, "badam".into(), 2), (Viewed::Shop, "badam".into(), 1)];
        assert_eq!(taken, expected);
        seen.note(Viewed::Product, "badam");
        seen.give_back(&taken);
        let mut again = seen.take();
        again.sort_unstable();
        assert_eq!(again[0].2, 3);
        assert!(seen.take().is_empty());
    }

    #[test]
    fn memory_is_bounded_by_names() {
        let seen = Seen::default();
        for name in 0..NAMES + 5 {
            seen.note(Viewed::Picture, &name.to_string());
        }
        seen.note(Viewed::Picture, "0");
        let taken = seen.take();
        assert_eq!(taken.len(), NAMES);
        assert_eq!(taken.iter().map(|(.., count)| count).sum::<i64>(), NAMES as i64 + 1);
    }
}
