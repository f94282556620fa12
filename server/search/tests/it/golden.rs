//! The golden set over the goods of the demo district: what people type finds what they want. `golden/README.md` says how the
//! figures are made; `--nocapture` shows them by kind, and what was missed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use domain::Locale;
use search::Query;
use serde::Deserialize;

use crate::demo::Demo;

/// Results that are looked at.
const FIRST: usize = 5;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    kind: Vec<KindOfQuery>,
}

#[derive(Deserialize)]
struct KindOfQuery {
    name: String,
    queries: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    q: String,
    lang: String,
    #[serde(default)]
    wants: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    amount_grams: Option<i64>,
}

/// Sums of one kind.
#[derive(Clone, Copy, Default)]
struct Figures {
    queries: f64,
    recall: f64,
    precision: f64,
}

impl Figures {
    fn add(&mut self, other: Self) {
        self.queries += other.queries;
        self.recall += other.recall;
        self.precision += other.precision;
    }

    fn line(&self, name: &str) -> String {
        let queries = self.queries.max(1.0);
        format!(
            "{name:<24} {:>4} {:>6.3} {:>6.3}",
            self.queries,
            self.recall / queries,
            self.precision / queries
        )
    }
}

fn resolve(sets: &BTreeMap<String, Vec<String>>, names: &[String], into: &mut BTreeSet<String>) {
    for name in names {
        match name.strip_prefix('@') {
            Some(set) => resolve(sets, &sets[set], into),
            None => {
                into.insert(name.clone());
            }
        }
    }
}

fn count(part: usize, of: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(of).unwrap())
}

#[test]
fn the_golden_set_is_found() {
    let folder = std::env::var("GOLDEN").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/golden").to_owned());
    let folder = Path::new(&folder);
    let demo = Demo::read();
    let sets: BTreeMap<String, Vec<String>> =
        toml::from_str(&fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/golden/sets.toml")).unwrap()).unwrap();
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("sets.toml"));
    files.sort();
    let (mut all, mut wrong, mut lines) = (Figures::default(), Vec::new(), Vec::new());
    for path in files {
        let file: File = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for kind in file.kind {
            let mut figures = Figures::default();
            for asked in &kind.queries {
                figures.add(ask(&demo, &sets, &kind.name, asked, &mut wrong));
            }
            lines.push(figures.line(&kind.name));
            all.add(figures);
        }
    }
    println!("{}\n{}", lines.join("\n"), all.line("all"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all.queries > 400.0, "{} queries", all.queries);
    assert!(all.recall / all.queries >= 0.97, "{}", all.line("recall"));
    assert!(all.precision / all.queries >= 0.8, "{}", all.line("precision"));
}

fn ask(
    demo: &Demo,
    sets: &BTreeMap<String, Vec<String>>,
    kind: &str,
    asked: &Asked,
    wrong: &mut Vec<String>,
) -> Figures {
    let locale = Locale::from_code(&asked.lang).unwrap();
    let mut query = Query::new(&asked.q, locale);
    query.per_page = 100;
    let found = demo.index.searcher().search(&query, &demo.synonyms).unwrap();
    let slugs: Vec<&str> = found
        .hits
        .iter()
        .map(|hit| demo.slugs[&hit.product.get()].as_str())
        .collect();
    let mut never = BTreeSet::new();
    resolve(sets, &asked.never, &mut never);
    for slug in slugs.iter().filter(|slug| never.contains(**slug)) {
        wrong.push(format!("{kind}: {} finds {slug}", asked.q));
    }
    let mut wants = BTreeSet::new();
    resolve(sets, &asked.wants, &mut wants);
    for slug in &wants {
        assert!(
            demo.slugs.values().any(|known| known == slug),
            "{kind}: {} wants {slug}, which nobody sells",
            asked.q
        );
    }
    if wants.is_empty() {
        return Figures::default();
    }
    let first: Vec<&str> = slugs.iter().copied().take(FIRST).collect();
    let reachable = FIRST.min(wants.len());
    let good = first.iter().filter(|slug| wants.contains(**slug)).count();
    let best = first
        .iter()
        .take(reachable)
        .filter(|slug| wants.contains(**slug))
        .count();
    if good < reachable || best < reachable {
        let partial = if found.partial { ", partial" } else { "" };
        println!(
            "{kind}: {} ({}{partial}, {:?}): {good} of {reachable}: {first:?} not {:?}",
            asked.q,
            found.total,
            found.corrected,
            wants
                .iter()
                .filter(|slug| !first.contains(&slug.as_str()))
                .take(5)
                .collect::<Vec<_>>(),
        );
    }
    if let (Some(grams), Some(hit)) = (asked.amount_grams, found.hits.first())
        && (found.amount.map(|amount| amount.value) != Some(grams) || hit.offer.is_none())
    {
        wrong.push(format!(
            "{kind}: {}: {:?}, {:?} is not {grams} g",
            asked.q, found.amount, hit.offer
        ));
    }
    Figures {
        queries: 1.0,
        recall: count(good, reachable),
        precision: count(best, reachable),
    }
}
