//! Which answers are counted as a look at a page or a picture, by the request and the status alone: nothing is added to a page
//! for it, and nothing is remembered of who asked.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use domain::{Locale, Slug, Viewed};
use service::Shop;

/// Words in the name of a program that reads for others, or by itself. Whoever names nothing is no browser either.
const ROBOTS: [&str; 16] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "scrap",
    "fetch",
    "preview",
    "monitor",
    "headless",
    "lighthouse",
    "archive",
    "curl",
    "wget",
    "python",
    "http",
    "facebookexternalhit",
];
/// Longest name that is looked at.
const LONGEST: usize = 400;

/// What somebody asks for, to be counted once it is answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Look {
    kind: Viewed,
    name: Box<str>,
}

impl Look {
    /// What this request would be a look at; nothing for a robot's, for one made ahead of a tap, and for a work area's pictures.
    pub fn at(request: &Request) -> Option<Self> {
        if *request.method() != Method::GET {
            return None;
        }
        let look = Self::by_address(request.uri())?;
        let headers = request.headers();
        let is_work = look.kind == Viewed::Picture && is_of_work_area(headers);
        (!is_work && !is_ahead(headers) && is_browser(headers)).then_some(look)
    }

    fn by_address(uri: &Uri) -> Option<Self> {
        let mut segments = uri.path().strip_prefix('/')?.split('/');
        let (first, second, third) = (segments.next()?, segments.next()?, segments.next());
        if segments.next().is_some() {
            return None;
        }
        let (kind, name) = match (first, second, third) {
            ("media", file, None) => (Viewed::Picture, media::parse_file_name(file)?.0),
            (lang, "products", Some(slug)) if is_page(lang, slug) => (Viewed::Product, slug),
            (lang, "shops", Some(slug)) if is_page(lang, slug) => (Viewed::Shop, slug),
            _ => return None,
        };
        Some(Self {
            kind,
            name: name.into(),
        })
    }

    /// Counts it, if it was answered.
    pub fn count(self, shop: &Shop, status: StatusCode) {
        if matches!(status, StatusCode::OK | StatusCode::NOT_MODIFIED) {
            service::views::note(shop, self.kind, &self.name);
        }
    }
}

fn is_page(lang: &str, slug: &str) -> bool {
    Locale::from_code(lang).is_some() && Slug::parse(slug).is_ok_and(|parsed| parsed.as_str() == slug)
}

/// Browsers load a page ahead of a tap, and say so.
fn is_ahead(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-purpose", "x-moz"]
        .into_iter()
        .filter_map(|name| headers.get(name)?.to_str().ok())
        .any(|purpose| {
            ["prefetch", "prerender", "preview"]
                .iter()
                .any(|word| purpose.contains(word))
        })
}

fn is_browser(headers: &HeaderMap) -> bool {
    let name = headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok());
    let name: String = name.unwrap_or_default().chars().take(LONGEST).collect();
    // Cubot makes phones.
    let name = name.to_ascii_lowercase().replace("cubot", "");
    name.contains("mozilla/") && !ROBOTS.iter().any(|robot| name.contains(robot))
}

/// Whether a page of a work area shows it; what people look at there is their work.
fn is_of_work_area(headers: &HeaderMap) -> bool {
    let from = headers.get(header::REFERER).and_then(|from| from.to_str().ok());
    let path = from
        .and_then(|from| from.parse::<Uri>().ok())
        .map(|from| from.path().to_owned());
    let area = path.as_deref().and_then(|path| path.split('/').nth(2));
    area.is_some_and(app::cx::is_work_area)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use axum::body::Body;

    use super::*;

    const PHONE: &str =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 MicroMessenger/8.0";
    const PICTURE: &str = "/media/0123456789abcdef0123456789abcdef-640.webp";

    fn look(method: Method, path: &str, headers: &[(&str, &str)]) -> Option<Look> {
        let mut request = Request::builder().method(method).uri(path).header("user-agent", PHONE);
        for (name, value) in headers {
            if *name == "user-agent" {
                request.headers_mut().unwrap().remove("user-agent");
            }
            request = request.header(*name, *value);
        }
        Look::at(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn pages_of_goods_and_shops_and_pictures_are_looked_at() {
        for (path, kind, name) in [
            ("/ug/products/wild-honey", Viewed::Product, "wild-honey"),
            ("/zh/shops/almonds?from=poster", Viewed::Shop, "almonds"),
            (PICTURE, Viewed::Picture, "0123456789abcdef0123456789abcdef"),
        ] {
            let found = look(Method::GET, path, &[]).unwrap();
            assert_eq!((found.kind, &*found.name), (kind, name));
            assert_eq!(look(Method::HEAD, path, &[]), None, "{path}");
        }
        for path in [
            "/",
            "/ug/products",
            "/ug/products/",
            "/ug/products/a/b",
            "/ug/products/A%20b",
            "/xx/products/wild-honey",
            "/ug/studio/shop",
            "/ug/studio/products/7",
            "/media/secret",
            "/assets/shop.css",
        ] {
            assert_eq!(look(Method::GET, path, &[]), None, "{path}");
        }
    }

    #[test]
    fn robots_and_what_is_loaded_ahead_do_not_count() {
        for header in [
            (
                "user-agent",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            ),
            ("user-agent", "Mozilla/5.0 (compatible; Baiduspider/2.0)"),
            ("user-agent", "curl/8.9"),
            ("user-agent", ""),
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
        ] {
            assert_eq!(
                look(Method::GET, "/ug/products/wild-honey", &[header]),
                None,
                "{header:?}"
            );
        }
    }

    #[test]
    fn pictures_of_a_work_area_do_not_count() {
        let from = |page| look(Method::GET, PICTURE, &[("referer", page)]).is_some();
        assert!(from("https://shop.example/ug/shops/almonds"));
        assert!(!from("https://shop.example/ug/studio/shop"));
    }
}
