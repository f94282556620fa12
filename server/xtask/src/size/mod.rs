//! `cargo xtask size`: what a first visit to each kind of page costs, in bytes on the wire, against the budgets of the
//! shop's first issue. The real server is asked over HTTP, with the demo district.

mod client;
mod html;
mod parts;
mod visit;

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde::Serialize;

use crate::report::{self, kilobytes};
use crate::tools::Need;
use crate::workspace::{Profile, Workspace};
use crate::{build, site};

pub use parts::parts;

use client::Shop;
use visit::{Kind, Visit};

const LANGUAGES: [&str; 3] = ["ug", "zh", "es"];

/// Bytes of one page, compressed where that helps; what the browser would fetch with an empty cache.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageSize {
    pub page: &'static str,
    pub lang: &'static str,
    pub html: usize,
    pub css: usize,
    pub js: usize,
    pub wasm: usize,
    pub font: usize,
    /// The pictures seen without scrolling, two at most.
    pub image: usize,
}

/// The line `--json` ends with.
#[derive(Serialize)]
struct Report<'a> {
    pages: &'a [PageSize],
}

/// A limit that must hold and one to aim at, in bytes.
struct Budget {
    what: &'static str,
    must: usize,
    aim: usize,
    measure: fn(&PageSize) -> usize,
    applies: fn(&PageSize) -> bool,
}

/// What a page may load, by kind.
const BUDGETS: [Budget; 9] = [
    Budget {
        what: "WASM + JS of home, list and shop",
        must: 52_000,
        aim: 40_000,
        measure: |size| size.wasm + size.js,
        applies: |size| matches!(size.page, "home" | "products" | "shop"),
    },
    Budget {
        what: "WASM + JS of a product page",
        must: 76_000,
        aim: 62_000,
        measure: |size| size.wasm + size.js,
        applies: |size| size.page == "product",
    },
    Budget {
        what: "WASM + JS of the checkout",
        must: 90_000,
        aim: 75_000,
        measure: |size| size.wasm + size.js,
        applies: |size| size.page == "checkout",
    },
    Budget {
        what: "WASM + JS of the cart",
        must: 110_000,
        aim: 92_000,
        measure: |size| size.wasm + size.js,
        applies: |size| size.page == "cart",
    },
    Budget {
        what: "WASM + JS of the work areas",
        must: 280_000,
        aim: 160_000,
        measure: |size| size.wasm + size.js,
        applies: |size| size.page == WORK,
    },
    Budget {
        what: "HTML + CSS of a product page",
        must: 20_000,
        aim: 12_000,
        measure: |size| size.html + size.css,
        applies: |size| size.page == "product",
    },
    Budget {
        what: "all of the home page with its first pictures",
        must: 160_000,
        aim: 110_000,
        measure: |size| size.html + size.css + size.js + size.wasm + size.font + size.image,
        applies: |size| size.page == "home",
    },
    Budget {
        what: "Uyghur font",
        must: 15_000,
        aim: 15_000,
        measure: |size| size.font,
        applies: |size| size.lang == "ug",
    },
    Budget {
        what: "font in a language that needs none",
        must: 0,
        aim: 0,
        measure: |size| size.font,
        applies: |size| size.lang != "ug",
    },
];

/// Measures every page kind in every language.
///
/// # Errors
/// Something does not build, a page does not answer, or a budget is exceeded.
pub fn size(workspace: &Workspace, json: bool) -> Result<()> {
    build::everything(workspace, Profile::Release, Need::Required)?;
    let shop = report::step("starting the shop with the demo district", || Shop::start(workspace))?;
    let parts: BTreeMap<String, Vec<String>> =
        serde_json::from_slice(&site::read(workspace, Profile::Release, "frontend.parts.json")?)?;
    let mut pages = Vec::new();
    for lang in LANGUAGES {
        let mut visit = Visit::new(&shop, lang, parts.clone())?;
        for kind in Kind::ALL {
            let size = visit
                .measure(kind)
                .with_context(|| format!("the {} page in {lang}", kind.name()))?;
            pages.push(size);
        }
    }
    drop(shop);
    pages.push(work_areas(workspace)?);
    table(&pages);
    let over = verdicts(&pages);
    if json {
        println!("{}", serde_json::to_string(&Report { pages: &pages })?);
    }
    if over > 0 {
        bail!("{over} of {} budgets exceeded", BUDGETS.len());
    }
    Ok(())
}

/// The bundle of the work areas, which no shopper loads.
const WORK: &str = "work areas";

/// What the work areas load; their pages are not measured.
fn work_areas(workspace: &Workspace) -> Result<PageSize> {
    let file = |name: &str| compressed(&site::read(workspace, Profile::Release, name)?);
    Ok(PageSize {
        page: WORK,
        lang: "–",
        js: file("work.js")? + file("start.js")? + file("later.js")?,
        wasm: file("work.wasm")?,
        ..PageSize::default()
    })
}

/// Bytes after Brotli's best.
fn compressed(bytes: &[u8]) -> Result<usize> {
    Ok(site::compress(bytes, 11)?.len())
}

fn table(pages: &[PageSize]) {
    println!(
        "{:<10} {:<4} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "page", "lang", "html", "css", "js", "wasm", "font", "image"
    );
    for size in pages {
        print!("{:<10} {:<4}", size.page, size.lang);
        for bytes in [size.html, size.css, size.js, size.wasm, size.font, size.image] {
            print!(" {:>9}", kilobytes(bytes));
        }
        println!();
    }
}

/// Prints the worst page per budget and counts the budgets it breaks.
fn verdicts(pages: &[PageSize]) -> usize {
    let mut over = 0;
    for budget in &BUDGETS {
        let concerned = pages.iter().filter(|size| (budget.applies)(size));
        let Some(worst) = concerned.max_by_key(|size| (budget.measure)(size)) else {
            continue;
        };
        let bytes = (budget.measure)(worst);
        let verdict = if bytes > budget.must {
            over += 1;
            "OVER"
        } else if bytes > budget.aim {
            "within"
        } else {
            "aim met"
        };
        println!(
            "{}: {} ({}/{}); must {}, aim {}: {verdict}",
            budget.what,
            kilobytes(bytes),
            worst.lang,
            worst.page,
            kilobytes(budget.must),
            kilobytes(budget.aim)
        );
    }
    over
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn page(page: &'static str, lang: &'static str) -> PageSize {
        PageSize {
            page,
            lang,
            html: 8_000,
            css: 4_000,
            js: 5_000,
            wasm: 40_000,
            ..PageSize::default()
        }
    }

    #[test]
    fn each_budget_counts_once_however_many_pages_break_it() {
        assert_eq!(verdicts(&[page("product", "ug"), page("home", "zh")]), 0);
        let heavy = PageSize {
            wasm: 120_000,
            ..page("home", "zh")
        };
        let chinese_font = PageSize {
            font: 1,
            ..page("home", "zh")
        };
        assert_eq!(verdicts(&[heavy.clone(), heavy, chinese_font]), 2);
    }

    #[test]
    fn the_html_budget_is_the_product_pages() {
        let big = PageSize {
            html: 19_000,
            ..page("products", "ug")
        };
        assert_eq!(verdicts(&[big]), 0);
        let big = PageSize {
            html: 19_000,
            ..page("product", "ug")
        };
        assert_eq!(verdicts(&[big]), 1);
    }

    #[test]
    fn the_json_has_the_agreed_names() {
        let json = serde_json::to_string(&page("product", "ug")).unwrap();
        assert_eq!(
            json,
            r#"{"page":"product","lang":"ug","html":8000,"css":4000,"js":5000,"wasm":40000,"font":0,"image":0}"#
        );
    }
}
