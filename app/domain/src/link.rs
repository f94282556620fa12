//! Addresses on the web that a merchant may point to.

use std::fmt::Write as _;

use crate::{FieldCode, typed};

/// Longest address taken, in bytes.
const MAX: usize = 300;

/// An `https` address outside of the shop: nothing else may become a link, whatever was typed
/// (`javascript:` and `data:` would be programs).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebLink(String);

impl WebLink {
    /// Reads an address as people type it; without `https://` it is added.
    ///
    /// The host is a name with a dot, in ASCII (a name in another script has an `xn--` form), without user and port:
    /// `https://bazar@elsewhere` would look like another place than it leads to.
    pub fn parse(typed: &str) -> Result<Self, FieldCode> {
        let text: String = typed::plain(typed.trim()).collect();
        let rest = match text.get(..8) {
            Some(scheme) if scheme.eq_ignore_ascii_case("https://") => &text[8..],
            _ => text.as_str(),
        };
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if !is_host(host) {
            return Err(FieldCode::InvalidLink);
        }
        let mut link = format!("https://{}", host.to_ascii_lowercase());
        for c in path.chars() {
            push_escaped(&mut link, c)?;
        }
        if link.len() > MAX {
            return Err(FieldCode::TooLong);
        }
        Ok(Self(link))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether it leads to the first page of its place.
    pub fn is_front_page(&self) -> bool {
        let path = self.0.get("https://".len() + self.host().len()..);
        path.is_none_or(|path| path.trim_matches('/').is_empty())
    }

    /// The host, the part that says whose place it is.
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix("https://").unwrap_or_default();
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }
}

/// A character of the path as it may stand in an address: of other scripts the bytes of UTF-8 as `%E5` (RFC 3987, 3.1).
fn push_escaped(link: &mut String, c: char) -> Result<(), FieldCode> {
    if c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`') {
        link.push(c);
        return Ok(());
    }
    if c.is_ascii() || c.is_whitespace() || c.is_control() {
        return Err(FieldCode::InvalidLink);
    }
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a String cannot fail.
        let _ = write!(link, "%{byte:02X}");
    }
    Ok(())
}

/// Labels of letters, digits and inner hyphens, two at the least (RFC 1123, 2.1). The last one begins with a letter:
/// browsers take a host that ends in a number, `0x7f` too, for an address of numbers.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.len() <= 253
        && host.split('.').all(is_label)
        && last.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_read_as_people_type_them() {
        for (typed, link, host) in [
            ("https://badam.example/", "https://badam.example/", "badam.example"),
            (" badam.example ", "https://badam.example", "badam.example"),
            (
                "HTTPS://Badam.Example/Ug?a=b#c",
                "https://badam.example/Ug?a=b#c",
                "badam.example",
            ),
            (
                "ｈｔｔｐｓ：／／badam．example／１",
                "https://badam.example/1",
                "badam.example",
            ),
            (
                "\u{2066}badam.example\u{2069}",
                "https://badam.example",
                "badam.example",
            ),
            (
                "https://badam.example/店?q=باد",
                "https://badam.example/%E5%BA%97?q=%D8%A8%D8%A7%D8%AF",
                "badam.example",
            ),
            (
                "xn--fiqs8s.example/x",
                "https://xn--fiqs8s.example/x",
                "xn--fiqs8s.example",
            ),
        ] {
            let read = WebLink::parse(typed).unwrap_or_else(|code| panic!("{typed}: {code:?}"));
            assert_eq!((read.as_str(), read.host()), (link, host));
        }
    }

    #[test]
    fn nothing_else_becomes_a_link() {
        for typed in [
            "",
            "badam",
            "javascript:alert(1)",
            "JavaScript:alert(1)//.example",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x.y",
            "http://badam.example",
            "ftp://badam.example",
            "//badam.example",
            "https:badam.example",
            "https://",
            "https://.example",
            "https://badam.example.",
            "https://shop@badam.example",
            "https://badam.example:8080/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://2130706433/",
            "https://127.0.0.0x1/",
            "https://0x7f000001/",
            "https://-badam.example",
            "https://badam.example/\"onclick=x",
            "https://badam.example/<script>",
            "https://badam.example\\@evil.example",
            "https://badam.example/a b",
            "https://باداملىق.example",
        ] {
            assert_eq!(WebLink::parse(typed), Err(FieldCode::InvalidLink), "{typed:?}");
        }
        assert_eq!(
            WebLink::parse(&format!("a.example/{}", "a".repeat(MAX))),
            Err(FieldCode::TooLong)
        );
    }

    proptest! {
        #[test]
        fn what_is_read_is_https_ascii_and_stays_as_it_is(typed in "\\PC{0,40}|[a-z:/.@?#-]{0,40}") {
            if let Ok(link) = WebLink::parse(&typed) {
                prop_assert!(link.as_str().starts_with("https://"));
                prop_assert!(link.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert_eq!(WebLink::parse(link.as_str()), Ok(link.clone()));
            }
        }
    }
}
