//! Names of texts that were translated, or changed in another way, in a whole file: which of English were meant.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::compare::{is_own, is_unreadable, known_ids, name_of};
use super::finding::{Fault, Finding, Kind};
use super::parse::MANY;
use super::whole::FIX;
use super::{Entry, Language};

/// Texts with one ending that are looked at.
const MOST_ALIKE: usize = 50;

/// Names that English does not have, each with the one that was meant: those of which at least five differ from one that is
/// lacking in the same way, as in `carrito-` for `cart-`, or in that `cart-` was left out.
pub fn meant_names<'n>(unknown: &[&'n str], lacking: &[&'n str]) -> Vec<(&'n str, &'n str)> {
    let mut by_ending: HashMap<&str, Vec<&'n str>> = HashMap::new();
    for id in lacking.iter().copied() {
        for ending in endings(id) {
            let alike = by_ending.entry(ending).or_default();
            if alike.len() < MOST_ALIKE {
                alike.push(id);
            }
        }
    }
    let (mut pairs, mut known): (Vec<(&str, &str)>, HashSet<&str>) = (Vec::new(), HashSet::new());
    loop {
        let mut ways: BTreeMap<(&str, &str), Vec<(&'n str, &'n str)>> = BTreeMap::new();
        for id in unknown.iter().copied().filter(|id| !known.contains(id)) {
            // The longest one: the rest is what differs.
            let mut own = std::iter::once(id).chain(endings(id));
            let Some((ending, alike)) = own.find_map(|ending| Some((ending, by_ending.get(ending)?))) else {
                continue;
            };
            // Two texts cannot be meant to have one name.
            for meant in alike.iter().copied().filter(|meant| !known.contains(meant)) {
                let way = (begin(id, ending), begin(meant, ending));
                ways.entry(way).or_default().push((id, meant));
            }
        }
        let most = ways.into_values().max_by_key(Vec::len).unwrap_or_default();
        if most.len() < MANY {
            return pairs;
        }
        known.extend(most.iter().flat_map(|(id, meant)| [*id, *meant]));
        pairs.extend(most);
    }
}

/// What a name ends with, behind each `-`, the longest first.
fn endings(id: &str) -> impl Iterator<Item = &str> {
    id.match_indices('-').filter_map(move |(at, _)| id.get(at + 1..))
}

fn begin<'n>(id: &'n str, ending: &str) -> &'n str {
    id.strip_suffix(ending).unwrap_or(id)
}

/// What is told of the names in the files of a language, and which texts it explains.
#[derive(Debug, Default)]
pub(super) struct OwnNames<'l> {
    pub findings: Vec<Finding>,
    /// They are in no English file.
    pub unknown: HashSet<&'l str>,
    /// They are lacking under their own name.
    pub meant: HashSet<&'l str>,
}

/// Names of a language that English does not have, where they are those of a whole file.
pub(super) fn own_names<'l>(reference: &'l Language, language: &'l Language) -> OwnNames<'l> {
    let (here, there) = (known_ids(language), known_ids(reference));
    let mut own = OwnNames::default();
    for file in &language.files {
        let is_unknown = |entry: &&Entry| !is_own(&entry.id) && !there.contains(entry.id.as_str());
        let unknown: Vec<&Entry> = file.entries.iter().filter(is_unknown).collect();
        if unknown.len() < MANY || is_unreadable(reference, name_of(file)) {
            continue;
        }
        let Some(original) = reference.files.iter().find(|other| name_of(other) == name_of(file)) else {
            continue;
        };
        let is_lacking = |id: &&str| !is_own(id) && !here.contains(id);
        let ids = original.entries.iter().map(|entry| entry.id.as_str());
        let mut lacking: Vec<&str> = ids.filter(is_lacking).collect();
        let names: Vec<&str> = unknown.iter().map(|entry| entry.id.as_str()).collect();
        let pairs = meant_names(&names, &lacking);
        let place_of = |id: &str| {
            unknown
                .iter()
                .find(|entry| entry.id == id)
                .map(|entry| entry.place(&file.path))
        };
        if let Some((fault, place)) = translated(&pairs).zip(pairs.first().and_then(|(id, _)| place_of(id))) {
            own.findings.push(place.of(fault));
        }
        own.unknown.extend(pairs.iter().map(|(id, _)| *id));
        own.meant.extend(pairs.iter().map(|(_, meant)| *meant));
        lacking.retain(|id| !own.meant.contains(id));
        let rest: Vec<&str> = names.into_iter().filter(|id| !own.unknown.contains(id)).collect();
        let is_most = rest.len() >= MANY && rest.len() * 2 > file.entries.len();
        if let Some(place) = rest
            .first()
            .and_then(|id| place_of(id))
            .filter(|_| is_most && lacking.len() >= MANY)
        {
            let fault = Fault::new(Kind::NamesUnknown)
                .arg("count", rest.len().to_string())
                .arg("english", original.path.as_str());
            own.findings.push(place.of(fault));
            own.unknown.extend(rest);
            own.meant.extend(lacking);
        }
    }
    own
}

/// What is told of names that were meant to be others.
pub fn translated(pairs: &[(&str, &str)]) -> Option<Fault> {
    let (name, instead) = pairs.first()?;
    let fault = Fault::new(Kind::NamesTranslated)
        .arg("count", pairs.len().to_string())
        .arg("name", *name)
        .arg("instead", *instead)
        .arg("command", FIX);
    Some(fault)
}

#[cfg(test)]
mod tests {
    use super::super::compare::compare_languages;
    use super::super::parse_file;
    use super::*;

    const ENGLISH: [&str; 6] = [
        "cart-title",
        "cart-empty-title",
        "cart-empty-text",
        "cart-remove",
        "cart-undo",
        "nav-cart",
    ];

    fn file(language: &'static str, names: &[&str]) -> Language {
        let lines: Vec<String> = names.iter().map(|name| format!("{name} = Abc\n")).collect();
        Language {
            folder: language,
            files: vec![parse_file(&format!("l/{language}/cart.ftl"), language, &lines.concat())],
            ..Language::default()
        }
    }

    #[test]
    fn names_that_differ_in_one_way_are_those_that_were_meant() {
        for (from, to) in [
            ("carrito-", "cart-"),
            ("cesta-de-compra-", "cart-"),
            ("shop-cart-", "cart-"),
        ] {
            let names: Vec<String> = ENGLISH.iter().map(|id| id.replacen("cart-", from, 1)).collect();
            let unknown: Vec<&str> = names.iter().map(String::as_str).take(5).collect();
            let pairs = meant_names(&unknown, &ENGLISH[..5]);
            assert_eq!(pairs.len(), 5, "{from}");
            for (own, meant) in pairs {
                assert_eq!(own.replacen(from, to, 1), meant);
            }
        }
        let bare = ["title", "empty-title", "empty-text", "remove", "undo"];
        assert_eq!(meant_names(&bare, &ENGLISH).len(), 5);
        // A file that has them in two languages: no name is given twice.
        let [french, spanish] = ["panier-", "carrito-"].map(|from| ENGLISH.map(|id| id.replacen("cart-", from, 1)));
        let both: Vec<&str> = french[..5].iter().chain(&spanish[..5]).map(String::as_str).collect();
        assert_eq!(meant_names(&both, &ENGLISH[..5]).len(), 5);
        // Chance, and too few of them.
        assert_eq!(
            meant_names(&["a-title", "b-remove", "c-undo", "d-text", "e-cart"], &ENGLISH),
            []
        );
        assert_eq!(meant_names(&["carrito-title", "carrito-undo"], &ENGLISH), []);
        assert_eq!(meant_names(&["carrito-title"; 0], &[]), []);
    }

    #[test]
    fn a_file_with_translated_names_is_one_finding() {
        let told = |names: &[&str]| {
            let languages = [file("en", &ENGLISH), file("es", names)];
            let found = compare_languages(&languages, "l").into_iter();
            found
                .map(|finding| (finding.kind, finding.line, finding.args))
                .collect::<Vec<_>>()
        };
        let names = ENGLISH.map(|id| id.replacen("cart-", "carrito-", 1));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let args = vec![
            ("count", "5".to_owned()),
            ("name", "carrito-title".to_owned()),
            ("instead", "cart-title".to_owned()),
            ("command", FIX.to_owned()),
        ];
        assert_eq!(told(&names), [(Kind::NamesTranslated, 1, args)]);
        let other = ["uno-a", "dos-b", "tres-c", "cuatro-d", "cinco-e", "seis-f"];
        let args = vec![("count", "6".to_owned()), ("english", "l/en/cart.ftl".to_owned())];
        assert_eq!(told(&other), [(Kind::NamesUnknown, 1, args)]);
        // One by one they are told as before.
        let few = [
            "carrito-title",
            "cart-empty-title",
            "cart-empty-text",
            "cart-remove",
            "cart-undo",
            "nav-cart",
        ];
        let kinds: Vec<Kind> = told(&few).into_iter().map(|(kind, ..)| kind).collect();
        assert_eq!(kinds, [Kind::IdUnknown, Kind::IdMissing]);
    }
}
