//! Where a form may send the reader afterwards: only to pages of this shop.

use std::fmt;

/// Longest path taken, bytes; longer ones come from no page of ours.
const MAX: usize = 2000;

/// A path of this shop with its query, such as `/ug/products?page=2`. Never another host, whatever a link was made
/// to say (abuse case A-54).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPath(String);

impl OwnPath {
    /// The path a form or link named, if it is one of this shop.
    ///
    /// It begins with exactly one slash: browsers read `//host` and `/\host` as another host, and drop tabs and
    /// newlines before they look. Only visible ASCII, as every URL the shop prints.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('/')?;
        let is_own = !rest.starts_with('/')
            && text.len() <= MAX
            && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let path = text.split('#').next().unwrap_or_default();
        is_own.then(|| Self(path.to_owned()))
    }

    /// The path as it goes into a `Location` header or a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment of a path such as `/ug/products/badam` below `parent`, whatever its query.
    pub fn child_of(&self, parent: &str) -> Option<&str> {
        let path = self.0.split('?').next()?;
        let child = path.strip_prefix(parent)?.strip_prefix('/')?;
        (!child.is_empty() && !child.contains('/')).then_some(child)
    }

    /// The path with `name=value` in its query, once, and the page opened at the element `fragment`.
    pub fn with(&self, name: &str, value: impl fmt::Display, fragment: &str) -> String {
        let (path, query) = self.0.split_once('?').unwrap_or((&self.0, ""));
        let of = |pair: &str| pair.split('=').next() == Some(name);
        let mut pairs: Vec<String> = query
            .split('&')
            .filter(|kept| !kept.is_empty() && !of(kept))
            .map(str::to_owned)
            .collect();
        pairs.push(format!("{name}={value}"));
        format!("{path}?{}#{fragment}", pairs.join("&"))
    }
}

impl fmt::Display for OwnPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn own_pages_pass() {
        for path in [
            "/",
            "/ug",
            "/ug/products?page=2&q=%D8%A8",
            "/zh/products/badam-500",
            "/es/search?q=a+b",
        ] {
            assert_eq!(OwnPath::parse(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn other_hosts_do_not_pass() {
        for path in [
            "",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/a\\..\\evil",
            "https:evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "evil.example",
            " /ug",
            "/\t/evil.example",
            "/\n/evil.example",
            "/ug\r\nSet-Cookie: a=b",
            "/ug/\u{202e}evil",
            "/ئۇيغۇر",
            "?next=/ug",
        ] {
            assert_eq!(OwnPath::parse(path), None, "{path:?}");
        }
        assert_eq!(OwnPath::parse(&format!("/{}", "a".repeat(MAX))), None);
    }

    #[test]
    fn a_page_is_known_by_its_parent() {
        let child = |path: &str| {
            OwnPath::parse(path)
                .unwrap()
                .child_of("/ug/products")
                .map(str::to_owned)
        };
        assert_eq!(child("/ug/products/badam?added=1"), Some("badam".to_owned()));
        for path in [
            "/ug/products",
            "/ug/products/",
            "/ug/products?q=/x",
            "/ug/products/a/b",
            "/zh/products/badam",
            "/ug/productsbadam",
        ] {
            assert_eq!(child(path), None, "{path}");
        }
    }

    #[test]
    fn a_message_is_added_once_and_the_fragment_replaced() {
        let with = |path: &str| OwnPath::parse(path).unwrap().with("added", 7, "status");
        assert_eq!(with("/ug/products"), "/ug/products?added=7#status");
        assert_eq!(with("/ug/products?page=2#top"), "/ug/products?page=2&added=7#status");
        assert_eq!(
            with("/ug/products?added=1&page=2"),
            "/ug/products?page=2&added=7#status"
        );
    }
}
