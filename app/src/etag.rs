//! What a browser has already: `If-None-Match` (RFC 9110, 13.1.2).

use axum::http::{HeaderMap, HeaderValue, header};

/// The tags in a value of `If-None-Match`. Whether one is weak says nothing here: a proxy that compresses makes it so.
pub(crate) fn tags(asked: &str) -> impl Iterator<Item = &str> {
    asked.split(',').map(|tag| without_weakness(tag.trim()))
}

/// Whether the browser has what `tag` stands for.
pub fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let Ok(tag) = tag.to_str() else { return false };
    let tag = without_weakness(tag);
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|asked| asked.to_str().ok())
        .flat_map(tags)
        .any(|known| known == tag || known == "*")
}

fn without_weakness(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_weak_and_among_others() {
        let knows = |asked: &[&'static str], tag: &'static str| {
            let asked = asked
                .iter()
                .map(|asked| (header::IF_NONE_MATCH, HeaderValue::from_static(asked)));
            let mut headers = HeaderMap::new();
            for (name, value) in asked {
                headers.append(name, value);
            }
            is_known(&headers, &HeaderValue::from_static(tag))
        };
        for asked in [
            &["\"a\""][..],
            &["W/\"a\""],
            &["\"b\",W/\"a\" , \"c\""],
            &["\"b\"", "\"a\""],
            &["*"],
        ] {
            assert!(knows(asked, "\"a\""), "{asked:?}");
            assert!(knows(asked, "W/\"a\""), "{asked:?}");
        }
        for asked in [&[][..], &[""], &["a"], &["\"b\""], &["\"aa\""], &["W/W/\"a\""]] {
            assert!(!knows(asked, "\"a\""), "{asked:?}");
        }
    }
}
