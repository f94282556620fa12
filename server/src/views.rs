//! Which answers are counted as a look at a page or a picture, by the request and the status alone: nothing is added to a page
//! for it, and nothing is remembered of who asked.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use domain::{Locale, Slug, Viewed};
use service::Shop;

/// Words in the name of a program that reads for others, or by itself, by the letter they begin with.
const fn robots(first: u8) -> &'static [&'static str] {
    match first {
        b'a' => &["archive"],
        b'b' => &["bot"],
        b'c' => &["crawl", "curl"],
        b'f' => &["fetch", "facebookexternalhit"],
        b'h' => &["headless", "http"],
        b'l' => &["lighthouse"],
        b'm' => &["monitor"],
        b'p' => &["preview", "python"],
        b's' => &["spider", "slurp", "scrap"],
        b'w' => &["wget"],
        _ => &[],
    }
}

/// Longest name that is looked at.
const LONGEST: usize = 400;

/// What somebody asks for, to be counted once it is answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Look {
    kind: Viewed,
    name: Box<str>,
}

impl Look {
    /// What this request would be a look at; nothing for a robot's, for one made ahead of a tap, and for one out of a work area.
    pub fn at(request: &Request) -> Option<Self> {
        if *request.method() != Method::GET {
            return None;
        }
        let look = Self::by_address(request.uri())?;
        let headers = request.headers();
        (!is_of_work_area(headers) && !is_ahead(headers) && is_browser(headers)).then_some(look)
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

/// Whoever names nothing is no browser either. Asked of each page that comes from memory: nothing is copied for it.
fn is_browser(headers: &HeaderMap) -> bool {
    let Some(name) = headers.get(header::USER_AGENT) else {
        return false;
    };
    let name = name.as_bytes();
    let name = &name[..name.len().min(LONGEST)];
    let mut is_browser = false;
    for at in 0..name.len() {
        let (before, rest) = name.split_at(at);
        let first = rest[0].to_ascii_lowercase();
        is_browser |= first == b'm' && begins(rest, "mozilla/");
        // Cubot makes phones.
        let is_phone = first == b'b' && ends(before, "cu");
        if !is_phone && robots(first).iter().any(|robot| begins(rest, robot)) {
            return false;
        }
    }
    is_browser
}

fn begins(text: &[u8], word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

fn ends(text: &[u8], word: &str) -> bool {
    let end = text.len().checked_sub(word.len()).and_then(|from| text.get(from..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a page of a work area shows it or leads to it; what people look at from there is their work.
fn is_of_work_area(headers: &HeaderMap) -> bool {
    let from = headers.get(header::REFERER).and_then(|from| from.to_str().ok());
    let place = from.and_then(|from| from.split_once("://"));
    let path = place.and_then(|(_, place)| place.split(['?', '#']).next());
    let area = path.and_then(|path| path.split('/').nth(2));
    // Buyers have an account, too.
    area.is_some_and(|area| !matches!(area, "account" | "apply") && app::area::is_work_area(area))
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
            ("user-agent", "Mozilla/5.0 (Linux) HeadlessChrome/142.0"),
            ("user-agent", "Mozilla/5.0 (compatible; somebody; +https://example.com)"),
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
    fn a_phone_that_is_called_like_a_robot_counts() {
        let name = "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Mobile Safari/537.36";
        assert!(look(Method::GET, PICTURE, &[("user-agent", name)]).is_some());
    }

    #[test]
    fn what_a_work_area_shows_and_leads_to_does_not_count() {
        for path in [PICTURE, "/ug/products/wild-honey", "/ug/shops/almonds"] {
            let from = |page| look(Method::GET, path, &[("referer", page)]).is_some();
            assert!(from("https://shop.example/ug/shops/almonds"), "{path}");
            assert!(from("https://shop.example/"), "{path}");
            assert!(from("https://shop.example/ug/account/sign-in"), "{path}");
            assert!(from("studio"), "{path}");
            assert!(!from("https://shop.example/ug/studio/shop"), "{path}");
            assert!(!from("https://shop.example/ug/studio?show=texts"), "{path}");
        }
    }
}
