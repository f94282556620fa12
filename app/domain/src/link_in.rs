//! An address in a text, as other apps copy it: "7.89 复制打开抖音，看看… https://v.douyin.com/abc/ …".

use crate::{FieldCode, WebLink, typed};

/// Places whose `http` addresses lead to the same under `https`.
const KNOWN: [&str; 14] = [
    "amap.com",
    "b23.tv",
    "baidu.com",
    "bilibili.com",
    "douyin.com",
    "iesdouyin.com",
    "kuaishou.com",
    "qq.com",
    "taobao.com",
    "weibo.com",
    "xhslink.com",
    "xiaohongshu.com",
    "youtu.be",
    "youtube.com",
];

/// An address, and what of the text it was found in is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkIn {
    /// It.
    pub link: WebLink,
    /// Words stood round it.
    pub had_words: bool,
    /// It began with `http://`.
    pub was_insecure: bool,
}

impl LinkIn {
    /// Finds the address in what was typed or pasted: an address alone, or the only one in a text.
    ///
    /// # Errors
    /// [`FieldCode::InvalidLink`] when there is none, or more than one, or when letters of another script right behind it leave
    /// only its front page: they may belong to it; [`FieldCode::InsecureLink`] for one that begins with `http://` and of which
    /// nobody knows that it may begin with `https://`; [`FieldCode::TooLong`].
    pub fn find(typed: &str) -> Result<Self, FieldCode> {
        let alone = WebLink::parse(typed);
        if let Ok(link) = alone {
            return Ok(Self {
                link,
                had_words: false,
                was_insecure: false,
            });
        }
        let text: String = typed::plain(typed.trim()).collect();
        // Letters are compared only: the text keeps its length in bytes.
        let lower = text.to_ascii_lowercase();
        let none = alone.err().unwrap_or(FieldCode::InvalidLink);
        let (start, scheme) = first_scheme(&lower).ok_or(none)?;
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_ascii_graphic()).unwrap_or(rest.len());
        let (written, behind) = rest.split_at(end);
        // One that is written inside of another is a part of it.
        if first_scheme(&behind.to_ascii_lowercase()).is_some() {
            return Err(none);
        }
        let address = written.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '>']);
        let link = WebLink::parse(address.get(scheme.len()..).unwrap_or_default())?;
        let was_insecure = scheme == "http://";
        if was_insecure && !is_known(link.host()) {
            return Err(FieldCode::InsecureLink);
        }
        // No mark stands between them.
        let is_cut = address.len() == written.len() && behind.starts_with(char::is_alphabetic);
        if is_cut && link.is_front_page() {
            return Err(FieldCode::InvalidLink);
        }
        Ok(Self {
            link,
            had_words: address.len() < text.len(),
            was_insecure,
        })
    }
}

/// Where the first address of a text begins, and with what.
fn first_scheme(lower: &str) -> Option<(usize, &'static str)> {
    ["https://", "http://"]
        .into_iter()
        .filter_map(|scheme| Some((lower.find(scheme)?, scheme)))
        .min()
}

fn is_known(host: &str) -> bool {
    KNOWN.iter().any(|known| {
        let before = host.strip_suffix(known);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_another_app_copies() {
        for (typed, link, had_words, was_insecure) in [
            (
                "7.89 复制打开抖音，看看【巴旦木】 https://v.douyin.com/abc/ q@e.oD 08/11",
                "https://v.douyin.com/abc/",
                true,
                false,
            ),
            (
                "看看 HTTPS://v.douyin.com/aBc/复制此链接",
                "https://v.douyin.com/aBc/",
                true,
                false,
            ),
            ("(https://badam.example/x).", "https://badam.example/x", true, false),
            ("http://xhslink.com/a", "https://xhslink.com/a", false, true),
            // An address that holds another is one.
            (
                "看 https://map.example/to?u=https://badam.example/ 店",
                "https://map.example/to?u=https://badam.example/",
                true,
                false,
            ),
            (
                "http://uri.amap.com/marker?callback=http://badam.example/x",
                "https://uri.amap.com/marker?callback=http://badam.example/x",
                false,
                true,
            ),
            ("看 https://badam.example，谢谢", "https://badam.example", true, false),
            ("看 http://v.douyin.com/a", "https://v.douyin.com/a", true, true),
            (
                "https://badam.example/店",
                "https://badam.example/%E5%BA%97",
                false,
                false,
            ),
        ] {
            let found = LinkIn::find(typed).unwrap_or_else(|code| panic!("{typed}: {code:?}"));
            assert_eq!(
                (found.link.as_str(), found.had_words, found.was_insecure),
                (link, had_words, was_insecure),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_address_stays_none_and_nobody_guesses() {
        for (typed, code) in [
            ("复制打开抖音", FieldCode::InvalidLink),
            ("https://a.example/ https://b.example/", FieldCode::InvalidLink),
            ("看 https://douyin.com@evil.example/", FieldCode::InvalidLink),
            ("javascript:alert(1)", FieldCode::InvalidLink),
            // Where the address ends is not known, and what is left of it leads elsewhere.
            ("看 https://badam.example/店", FieldCode::InvalidLink),
            ("看 https://badam.example店", FieldCode::InvalidLink),
            ("http://badam.example/", FieldCode::InsecureLink),
            ("http://evildouyin.com/", FieldCode::InsecureLink),
        ] {
            assert_eq!(LinkIn::find(typed).err(), Some(code), "{typed}");
        }
    }
}
