//! Texts that say what others of their file said: a part of it was moved without the names, or two were swapped.

use std::collections::HashMap;

use crate::check::{Entry, FOLDERS, Fault, File, Finding, Kind, MANY};
use crate::sources::built_in;
use crate::unit::UnitId;

/// What is told of a file of the language in `folder`, by what the program was built with in it.
pub(crate) fn moved(folder: &str, file: &File) -> Vec<Finding> {
    let changed: Vec<(&Entry, &str)> = file
        .entries
        .iter()
        .filter_map(|entry| Some((entry, said(folder, &entry.id)?)))
        .filter(|(entry, before)| entry.source != *before)
        .collect();
    let mut by_source: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for (entry, before) in &changed {
        by_source.entry(before).or_default().push(entry);
    }
    // What several said is nobody's, and in some languages two texts are the same.
    let of_whom = |entry: &Entry| -> Option<&Entry> {
        let [other] = by_source.get(entry.source.as_str())?.as_slice() else {
            return None;
        };
        (said(FOLDERS[0], &entry.id) != said(FOLDERS[0], &other.id)).then_some(*other)
    };
    let moved: Vec<(&Entry, &Entry)> = changed
        .iter()
        .filter_map(|(entry, _)| Some((*entry, of_whom(entry)?)))
        .collect();
    if let Some((first, _)) = moved.first().filter(|_| moved.len() >= MANY) {
        let fault = Fault::new(Kind::TextsMoved).arg("count", moved.len().to_string());
        return vec![first.place(&file.path).of(fault)];
    }
    let is_swapped = |(entry, other): &&(&Entry, &Entry)| {
        entry.line < other.line && of_whom(other).is_some_and(|back| back.id == entry.id)
    };
    let swapped = moved.iter().filter(is_swapped);
    swapped
        .map(|(entry, other)| {
            let fault = Fault::new(Kind::TextsSwapped).arg("name", other.id.as_str());
            entry.place(&file.path).of(fault)
        })
        .collect()
}

/// What a text said when the program was built.
fn said(folder: &str, id: &str) -> Option<&'static str> {
    let written = built_in(folder, &UnitId::parse(id)?)?;
    Some(written.source.as_str())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::check::parse_file;
    use crate::generated::FILES;

    fn told(text: &str) -> Vec<(Kind, Option<String>, String)> {
        let found = moved("es", &parse_file("l/es/cart.ftl", "es", text)).into_iter();
        found
            .map(|finding| {
                let unit = finding.unit.map(|unit| unit.to_string());
                (finding.kind, unit, finding.args[0].1.clone())
            })
            .collect()
    }

    #[test]
    fn texts_that_say_what_others_said_are_told_by_pairs_or_as_one_cause() {
        let mut files = FILES.iter();
        let (_, _, cart) = files
            .find(|(folder, name, _)| *folder == "es" && *name == "cart.ftl")
            .unwrap();
        assert_eq!(told(cart), []);
        let changed = cart
            .replace("\ncart-undo = Deshacer\n", "\ncart-undo = Quitar\n")
            .replace("\ncart-remove = Quitar\n", "\ncart-remove = Deshacer\n");
        let pair = (
            Kind::TextsSwapped,
            Some("cart-remove".to_owned()),
            "cart-undo".to_owned(),
        );
        assert_eq!(told(&changed), [pair]);
        // One that was copied was meant to say the same, perhaps.
        let changed = cart.replace("\ncart-undo = Deshacer\n", "\ncart-undo = Quitar\n");
        assert_ne!(changed, *cart);
        assert_eq!(told(&changed), []);

        let texts: Vec<(&str, &str)> = cart.lines().filter_map(|line| line.split_once(" = ")).collect();
        let behind = texts.iter().skip(1).chain(texts.first());
        let lines = texts.iter().zip(behind);
        let shifted: String = lines
            .map(|((name, _), (_, text))| format!("{name} = {text}\n"))
            .collect();
        let told = told(&shifted);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].0, Kind::TextsMoved);
        assert!(told[0].2.parse::<usize>().unwrap() > texts.len() / 2, "{told:?}");
    }
}
