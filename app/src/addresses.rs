//! Other spellings of the shop's addresses, as people type them and other programs change them: `/ZH/Products/`,
//! `/zh-CN//shops`, `/en`. They lead to the one address of a page; what is no page's stays unknown.

use domain::{Locale, Slug};

use crate::routes::PATTERNS;

/// A language that an address begins with.
enum Named {
    /// In another way than the shop names it: `zh-CN`, `UG`, `es_MX`.
    Spoken(Locale),
    /// One that many of the shop's readers know and the shop does not speak: they get what they get at the front door.
    Unspoken,
}

/// The language that the first segment of a path names in another way than the shop does; `reads` is that of whoever asks.
pub(crate) fn language(segment: &str, reads: impl FnOnce() -> Locale) -> Option<Locale> {
    Some(match named(segment)? {
        Named::Spoken(locale) => locale,
        Named::Unspoken => reads(),
    })
}

fn named(segment: &str) -> Option<Named> {
    let language = segment.split(['-', '_']).next().unwrap_or_default();
    // As long as a tag of BCP 47 with script and region, and of nothing else.
    let is_tag = segment.len() <= 12
        && segment.split(['-', '_']).all(|part| {
            let letters = part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            letters && (2..=8).contains(&part.len())
        });
    let is_one_of = |codes: &[&str]| codes.iter().any(|code| code.eq_ignore_ascii_case(language));
    if !is_tag {
        None
    } else if let Some(locale) = l10n::language::named(language) {
        Some(Named::Spoken(locale))
    } else {
        is_one_of(&["en", "eng"]).then_some(Named::Unspoken)
    }
}

/// Where another spelling of an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The address of the page. It begins with a language of the shop, so it never leads to another host.
    pub path: String,
    /// Whether somebody else is led elsewhere, by what they read.
    pub depends_on_reader: bool,
}

/// The address of the page that `path` is another spelling of, for somebody who `reads` this language; nothing when it is the
/// address itself, or no page's.
pub fn canonical(path: &str, reads: impl FnOnce() -> Locale) -> Option<Place> {
    if is_plain(path) {
        return None;
    }
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let Some(first) = segments.next() else {
        // Nothing but slashes is the front door.
        return path.starts_with("//").then(|| Place {
            path: "/".to_owned(),
            depends_on_reader: false,
        });
    };
    let named = Locale::from_code(first).map(Named::Spoken).or_else(|| named(first))?;
    let rest: Vec<&str> = segments.collect();
    let rest = PATTERNS.iter().find_map(|pattern| spelled(pattern, &rest))?;
    let (locale, depends_on_reader) = match named {
        Named::Spoken(locale) => (locale, false),
        Named::Unspoken => (reads(), true),
    };
    let canonical = format!("/{}{rest}", locale.code());
    (canonical != path).then_some(Place {
        path: canonical,
        depends_on_reader,
    })
}

/// Whether nothing about a path could be spelled otherwise: most requests.
fn is_plain(path: &str) -> bool {
    let first = path[1.min(path.len())..].split('/').next().unwrap_or_default();
    let is_even = !path.ends_with('/') && !path.contains("//");
    let is_small = !path.bytes().any(|byte| byte.is_ascii_uppercase());
    Locale::from_code(first).is_some() && is_even && is_small
}

/// These segments as the page of `pattern` spells them, if they are its own: its words, and names in small letters. Codes of
/// orders and links are left as they are.
fn spelled(pattern: &str, segments: &[&str]) -> Option<String> {
    let mut words = pattern.split('/').skip(2);
    let mut path = String::new();
    for segment in segments {
        let word = words.next()?;
        path.push('/');
        match word.strip_prefix('{') {
            Some("slug}") => {
                let name = segment.to_ascii_lowercase();
                Slug::parse(&name).ok()?;
                path.push_str(&name);
            }
            Some(_) => path.push_str(segment),
            None if word.eq_ignore_ascii_case(segment) => path.push_str(word),
            None => return None,
        }
    }
    words.next().is_none().then_some(path)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use proptest::prelude::*;

    use super::*;

    /// Where a path leads somebody who reads Chinese.
    fn place(path: &str) -> Option<String> {
        canonical(path, || Locale::Zh).map(|place| place.path)
    }

    #[test]
    fn other_spellings_lead_to_the_one_address() {
        for (path, wanted) in [
            ("/zh/", "/zh"),
            ("/ZH", "/zh"),
            ("/zh-CN", "/zh"),
            ("/zh-Hans/", "/zh"),
            ("/zh-hans-cn/products", "/zh/products"),
            ("/zh_TW/shops", "/zh/shops"),
            ("/cmn/shops", "/zh/shops"),
            ("/ug-CN/about", "/ug/about"),
            ("/uig", "/ug"),
            ("/UG-Arab/stations/", "/ug/stations"),
            ("/es-MX/products/badam-500", "/es/products/badam-500"),
            ("/en", "/zh"),
            ("/en-US/shops", "/zh/shops"),
            ("/zh/products/", "/zh/products"),
            ("//zh///products//", "/zh/products"),
            ("/zh/Products/Badam-500/", "/zh/products/badam-500"),
            ("/ES/SHOPS/Altun-Badam", "/es/shops/altun-badam"),
            ("/ug/Orders/7K3M-9QXT-V2WP", "/ug/orders/7K3M-9QXT-V2WP"),
            ("/zh/account/Sign-In", "/zh/account/sign-in"),
            ("/zh/account/JOIN/aBc", "/zh/account/join/aBc"),
            ("//", "/"),
        ] {
            assert_eq!(place(path).as_deref(), Some(wanted), "{path}");
            assert_eq!(place(wanted), None, "{wanted}: one step");
        }
    }

    #[test]
    fn a_language_the_shop_does_not_speak_leads_to_the_readers_own() {
        for (path, wanted) in [
            ("/en", "/ug"),
            ("/EN-us/Shops/", "/ug/shops"),
            ("/eng/products/badam-500", "/ug/products/badam-500"),
        ] {
            let place = canonical(path, || Locale::Ug).unwrap();
            assert_eq!((place.path.as_str(), place.depends_on_reader), (wanted, true), "{path}");
        }
        let place = canonical("/ES/shops", || Locale::Ug).unwrap();
        assert_eq!((place.path.as_str(), place.depends_on_reader), ("/es/shops", false));
        assert_eq!(canonical("/en/nothing", || Locale::Ug), None);
    }

    #[test]
    fn the_address_itself_and_what_is_no_page_stay() {
        for path in [
            "/",
            "",
            "/zh",
            "/zh/products",
            "/ug/orders/7K3M-9QXT-V2WP",
            "/zh/account/join/aBc",
            "/fr",
            "/zhongguo",
            "/zh-",
            "/zh--cn",
            "/en-of-everything/x",
            "/ZH/nothing",
            "/zh/nothing/",
            "/zh/products/a/b/",
            "/zh/products/%E5%B7%B4/",
            "/zh/products/a b",
            "/products/",
            "/api/add_to_cart/",
            "//evil.example/zh",
            "//evil.example",
            "/\\evil.example/",
            "/assets//x.js",
            "/healthz/",
            "/media/A.jpg",
            "/robots.txt/",
        ] {
            assert_eq!(place(path), None, "{path}");
        }
    }

    #[test]
    fn a_tag_of_a_language_is_nothing_else() {
        let language = |segment: &str| language(segment, || Locale::Es);
        assert_eq!(language("ZH-hans"), Some(Locale::Zh));
        assert_eq!(language("en"), Some(Locale::Es));
        for segment in [
            "",
            "z",
            "fr",
            "english",
            "zh.cn",
            "zh cn",
            "zh-verylongpart",
            "ug\u{661}",
        ] {
            assert_eq!(language(segment), None, "{segment}");
        }
    }

    proptest! {
        #[test]
        fn it_stays_in_the_shop_and_takes_one_step(path in "/{0,3}(zh|ZH|en|ug-CN|evil\\.example)?(/{0,2}[a-zA-Z0-9%.:@\\\\-]{0,9}){0,4}") {
            if let Some(found) = place(&path) {
                let own = ["/ug", "/zh", "/es"].iter().any(|own| found == *own || found.starts_with(&format!("{own}/")));
                prop_assert!(own || found == "/", "{path} → {found}");
                prop_assert_eq!(place(&found), None);
            }
        }
    }
}
