//! Just enough HTML to see what a browser would fetch: start tags with their attributes. Only for our own pages.

use std::collections::BTreeMap;

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    /// An attribute's value; empty when it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Says whether an attribute is exactly this.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }
}

/// All start and end tags in order; an end tag's name starts with "/". The content of scripts and styles is skipped.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/') {
            continue;
        }
        let name_end = rest
            .find(|c: char| c.is_ascii_whitespace() || c == '>')
            .unwrap_or(rest.len());
        let name = rest[..name_end].trim_end_matches('/').to_ascii_lowercase();
        let (attributes, after) = attributes(&rest[name_end..]);
        rest = after;
        if name == "script" || name == "style" {
            rest = rest.find(&format!("</{name}")).map_or("", |end| &rest[end..]);
        }
        tags.push(Tag { name, attributes });
    }
    tags
}

/// Reads attributes up to the ">" and returns what follows.
fn attributes(mut rest: &str) -> (BTreeMap<String, String>, &str) {
    let mut found = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return (found, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        let end = rest
            .find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c))
            .unwrap_or(rest.len());
        // A stray sign: step over it rather than stand still.
        let name = rest[..end].to_ascii_lowercase();
        rest = if end == 0 {
            rest.get(1..).unwrap_or_default()
        } else {
            &rest[end..]
        };
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            found.insert(name, String::new());
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|first| *first == '"' || *first == '\'');
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(
                value
                    .find(|c: char| c.is_ascii_whitespace() || c == '>')
                    .unwrap_or(value.len()),
            ),
        };
        found.insert(name, unescaped(value));
        rest = after;
    }
}

fn unescaped(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// The fields of the first posted form whose address contains a word, as a browser would send them untouched.
pub fn form(html: &str, word: &str) -> Option<(String, Vec<(String, String)>)> {
    let tags = tags(html);
    let is_wanted = |tag: &Tag| {
        let posts = tag
            .get("method")
            .is_some_and(|method| method.eq_ignore_ascii_case("post"));
        tag.name == "form" && posts && tag.get("action").is_some_and(|action| action.contains(word))
    };
    let start = tags.iter().position(is_wanted)?;
    let action = tags.get(start)?.get("action")?.to_owned();
    let mut fields: Vec<(String, String)> = Vec::new();
    for tag in tags.iter().skip(start + 1).take_while(|tag| tag.name != "/form") {
        let Some(name) = tag.get("name").filter(|_| tag.get("disabled").is_none()) else {
            continue;
        };
        let is_choice = tag.is("type", "radio") || tag.is("type", "checkbox");
        let known = fields.iter().any(|(field, _)| field == name);
        // A form without a choice made yet: take the first.
        let sends = match tag.name.as_str() {
            "input" => !is_choice || tag.get("checked").is_some() || !known,
            "button" => tag.get("value").is_some() && !known,
            _ => false,
        };
        if sends {
            if is_choice && tag.get("checked").is_some() {
                fields.retain(|(field, _)| field != name);
            }
            fields.push((name.to_owned(), tag.get("value").unwrap_or_default().to_owned()));
        }
    }
    Some((action, fields))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn tags_are_read_with_all_kinds_of_attributes() {
        let html = r#"<!DOCTYPE html><!-- <b> --><link rel=stylesheet href='/a.css'><img
            src="/x.webp?a=1&amp;b=2" lazy /><script>if (1<2) "<p>"</script><p>1 < 2</p>"#;
        let found = tags(html);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["link", "img", "script", "/script", "p", "/p"]);
        assert!(found[0].is("rel", "stylesheet") && found[0].is("href", "/a.css"));
        assert_eq!(found[1].get("src"), Some("/x.webp?a=1&b=2"));
        assert_eq!(found[1].get("lazy"), Some(""));
    }

    #[test]
    fn broken_html_ends() {
        for html in ["<", "<a", "<a href", "<a href=\"", "<a =\"\"=>", "<!--", "<script>"] {
            tags(html);
        }
    }

    #[test]
    fn a_form_is_sent_as_it_stands() {
        let html = r#"<form method=get action=/search><input name=q></form>
            <form method="post" action="/ug/cart/lines"><input type=hidden name=key value=k1>
            <input type=radio name=offer value=1><input type=radio name=offer value=2 checked>
            <input name=amount value=500><button>Add</button></form>"#;
        let (action, fields) = form(html, "/cart").unwrap();
        assert_eq!(action, "/ug/cart/lines");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(fields, [("key", "k1"), ("offer", "2"), ("amount", "500")]);
    }
}
