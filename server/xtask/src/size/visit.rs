//! A first visit to a page: what the browser fetches for it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use super::client::{Browser, Shop};
use super::html::{self, Tag};
use super::{PageSize, compressed};

/// A small phone: 360 CSS pixels at two device pixels each.
const SCREEN: f32 = 720.0;
const PICTURES: usize = 2;

/// The kinds of pages a shopper meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Home,
    Products,
    Product,
    Shop,
    Cart,
    Checkout,
}

impl Kind {
    /// The cart comes after the product that goes into it.
    pub const ALL: [Self; 6] = [
        Self::Home,
        Self::Products,
        Self::Product,
        Self::Shop,
        Self::Cart,
        Self::Checkout,
    ];

    /// The name in tables and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Products => "products",
            Self::Product => "product",
            Self::Shop => "shop",
            Self::Cart => "cart",
            Self::Checkout => "checkout",
        }
    }
}

/// Measures the pages of one language.
pub struct Visit {
    browser: Browser,
    lang: &'static str,
    product: String,
    shop: String,
    /// Part → its files.
    parts: BTreeMap<String, Vec<String>>,
    /// Each file is weighed once.
    weights: BTreeMap<String, File>,
}

#[derive(Clone)]
struct File {
    /// On the wire.
    size: usize,
    /// Read, for scripts and styles.
    text: String,
}

impl Visit {
    /// Finds a product and a cooperative, and puts the product into a cart.
    ///
    /// # Errors
    /// There is none, or no form to buy it with.
    pub fn new(shop: &Shop, lang: &'static str, parts: BTreeMap<String, Vec<String>>) -> Result<Self> {
        let mut browser = shop.browser();
        let product = first_link(&browser, lang, "products")?;
        let shop = first_link(&browser, lang, "shops")?;
        let page = browser.get(&product)?.text();
        let (action, fields) = html::form(&page, "/cart").with_context(|| format!("{product} has no form to buy"))?;
        browser.post(&action, &fields)?;
        Ok(Self {
            browser,
            lang,
            product,
            shop,
            parts,
            weights: BTreeMap::new(),
        })
    }

    /// Weighs a page and all it fetches.
    ///
    /// # Errors
    /// The page or a file of it is not answered with 200.
    pub fn measure(&mut self, kind: Kind) -> Result<PageSize> {
        let path = match kind {
            Kind::Home => format!("/{}", self.lang),
            Kind::Products => format!("/{}/products", self.lang),
            Kind::Product => self.product.clone(),
            Kind::Shop => self.shop.clone(),
            Kind::Cart => format!("/{}/cart", self.lang),
            Kind::Checkout => format!("/{}/checkout", self.lang),
        };
        let page = self.browser.get(&path)?;
        if page.status != 200 {
            bail!("GET {path} was answered with {}", page.status);
        }
        let html = page.text();
        let tags = html::tags(&html);
        let mut size = PageSize {
            page: kind.name(),
            lang: self.lang,
            html: compressed(&page.body)?,
            ..PageSize::default()
        };

        let mut styles = html.clone();
        for sheet in tags
            .iter()
            .filter(|tag| tag.name == "link" && tag.is("rel", "stylesheet"))
        {
            let file = self.file(sheet.get("href").unwrap_or_default())?;
            size.css += file.size;
            styles.push_str(&file.text);
        }
        for script in self.programs(&html, &tags)? {
            let weight = self.file(&script)?.size;
            if script.ends_with(".wasm") {
                size.wasm += weight
            } else {
                size.js += weight
            }
        }
        for font in fonts(&tags, &styles, self.lang) {
            size.font += self.file(&font)?.size;
        }
        for picture in first_pictures(&tags) {
            size.image += self.file(&picture)?.size;
        }
        Ok(size)
    }

    /// Scripts and WASM a page names, and those named by its scripts: `import` takes them from within.
    /// An island's part is fetched when the page has the island.
    fn programs(&mut self, html: &str, tags: &[Tag]) -> Result<BTreeSet<String>> {
        let mut found: BTreeSet<String> = tags
            .iter()
            .filter(|tag| tag.name == "leptos-island")
            .filter_map(|tag| self.parts.get(tag.get("data-component")?.strip_suffix("_island")?))
            .flatten()
            .map(|file| format!("/assets/{file}"))
            .collect();
        let mut waiting = addresses(html, &[".js", ".wasm"]);
        // Fetched when one goes into the search field, or taps what it is for.
        let when_used: BTreeSet<&str> = tags
            .iter()
            .flat_map(|tag| [tag.get("data-suggest"), tag.get("data-script")])
            .flatten()
            .collect();
        waiting.retain(|address| !when_used.contains(address.as_str()));
        while let Some(address) = waiting.pop() {
            if !address.starts_with("/assets/") || found.contains(&address) {
                continue;
            }
            if address.ends_with(".js") {
                let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
                let named = addresses(&self.file(&address)?.text, &[".js", ".wasm"]);
                waiting.extend(named.into_iter().map(|name| match name.strip_prefix("./") {
                    Some(beside) => format!("{folder}/{beside}"),
                    None => name,
                }));
            }
            found.insert(address);
        }
        Ok(found)
    }

    fn file(&mut self, address: &str) -> Result<File> {
        if let Some(known) = self.weights.get(address) {
            return Ok(known.clone());
        }
        let sent = self.browser.get_compressed(address)?;
        if sent.status != 200 {
            bail!("GET {address} was answered with {}", sent.status);
        }
        let text = match address.rsplit('.').next() {
            Some("js" | "css") if sent.is_compressed => self.browser.get(address)?.text(),
            Some("js" | "css") => sent.text(),
            _ => String::new(),
        };
        let file = File {
            size: sent.body.len(),
            text,
        };
        self.weights.insert(address.to_owned(), file.clone());
        Ok(file)
    }
}

/// The first link to a single one below a list page.
fn first_link(browser: &Browser, lang: &str, list: &str) -> Result<String> {
    let path = format!("/{lang}/{list}");
    let page = browser.get(&path)?.text();
    let below = format!("{path}/");
    let links = html::tags(&page).into_iter().filter(|tag| tag.name == "a");
    let link = links.filter_map(|tag| tag.get("href").map(str::to_owned)).find(|href| {
        href.strip_prefix(&below)
            .is_some_and(|slug| !slug.is_empty() && !slug.contains(['/', '?', '#']))
    });
    link.with_context(|| format!("{path} links to nothing below it"))
}

/// Quoted addresses of these endings in HTML or a script. Of relative ones only wasm-bindgen's snippets are files; it
/// also writes "./frontend_bg.js" for what it fills in itself.
fn addresses(text: &str, endings: &[&str]) -> Vec<String> {
    let quoted = text.split(['"', '\'', '`', '(', ')', ' ', '\n', '=', '>']);
    let is_address = |word: &&str| {
        (word.starts_with('/') || word.starts_with("./snippets/")) && endings.iter().any(|end| word.ends_with(end))
    };
    quoted.filter(is_address).map(str::to_owned).collect()
}

/// Preloaded fonts, and those the styles name when the page is in Uyghur: their letters are then on it. That no other
/// page draws them is the browser tests' business.
fn fonts(tags: &[Tag], styles: &str, lang: &str) -> BTreeSet<String> {
    let preloads = tags
        .iter()
        .filter(|tag| tag.name == "link" && tag.is("rel", "preload") && tag.is("as", "font"));
    let mut fonts: BTreeSet<String> = preloads.filter_map(|tag| tag.get("href")).map(str::to_owned).collect();
    if lang == "ug" {
        fonts.extend(addresses(styles, &[".woff2"]));
    }
    fonts
}

/// The pictures a phone shows first: what is not lazy, in the size it would choose.
fn first_pictures(tags: &[Tag]) -> Vec<String> {
    let mut pictures: Vec<String> = Vec::new();
    let mut source: Option<&Tag> = None;
    for tag in tags {
        match tag.name.as_str() {
            // The first one wins; ours are ordered from small to large formats.
            "source" => source = source.or(Some(tag)),
            "/picture" => source = None,
            "img" if !tag.is("loading", "lazy") => {
                let chosen = source.and_then(chosen).or_else(|| chosen(tag));
                pictures.extend(chosen.or_else(|| tag.get("src").map(str::to_owned)));
            }
            _ => {}
        }
    }
    // Icons in the page are no pictures.
    pictures.retain(|address| !address.starts_with("data:") && !address.ends_with(".svg"));
    pictures.dedup();
    pictures.truncate(PICTURES);
    pictures
}

/// The candidate of a `srcset` that fills the place, or the largest.
fn chosen(tag: &Tag) -> Option<String> {
    let mut candidates: Vec<(f32, &str)> = tag
        .get("srcset")?
        .split(',')
        .filter_map(|candidate| {
            let (address, width) = candidate.trim().split_once(' ')?;
            Some((width.trim().strip_suffix('w')?.parse().ok()?, address))
        })
        .collect();
    candidates.sort_by(|one, other| one.0.total_cmp(&other.0));
    // The phone's entry of `sizes` is the one of low screens, or the last, which has no condition.
    let place = tag.get("sizes").and_then(|sizes| {
        let low = sizes.split(',').find(|entry| entry.trim().starts_with("(max-height"));
        let entry = low.or_else(|| sizes.rsplit(',').next())?;
        entry.trim().rsplit(' ').next()?.strip_suffix("vw")?.parse::<f32>().ok()
    });
    let needed = SCREEN * place.unwrap_or(100.0) / 100.0;
    let fitting = candidates
        .iter()
        .find(|(width, _)| *width >= needed)
        .or(candidates.last());
    fitting.map(|(_, address)| (*address).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_found_wherever_they_are_named() {
        let html = r#"<link rel="modulepreload" href="/assets/frontend.1.js"><script>import("/assets/nav.2.js")</script><a href="/ug/x">"#;
        let glue = r#"import * as a from "./snippets/leptos-1/inline0.js"; imports["./frontend_bg.js"]"#;
        assert_eq!(addresses(glue, &[".js"]), ["./snippets/leptos-1/inline0.js"]);
        assert_eq!(addresses(html, &[".js"]), ["/assets/frontend.1.js", "/assets/nav.2.js"]);
    }

    #[test]
    fn a_phone_takes_the_first_two_pictures_in_its_size() {
        let html = r#"<img src="/logo.svg"><picture><source type="image/webp" sizes="50vw" srcset="/a-320.webp 320w, /a-640.webp 640w"><img src="/a.jpg"></picture>
            <img src="/b.jpg"><img src="/c.jpg" loading="lazy"><img src="/d.jpg">"#;
        assert_eq!(first_pictures(&html::tags(html)), ["/a-640.webp", "/b.jpg"]);
        let low = html.replace("50vw", "(min-width:900px) 47vw,(max-height:799px) 40vw,100vw");
        assert_eq!(first_pictures(&html::tags(&low)), ["/a-320.webp", "/b.jpg"]);
    }

    #[test]
    fn the_font_counts_on_uyghur_pages() {
        let css = r#"<style>@font-face{src:url("/assets/uyghur-400.1.woff2")}</style>"#;
        assert_eq!(fonts(&html::tags(css), css, "ug").len(), 1);
        assert!(fonts(&html::tags(css), css, "zh").is_empty());
    }
}
