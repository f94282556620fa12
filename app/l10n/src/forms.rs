//! A text that is one choice by a variable, as a form for each value: what translators write without Fluent's signs.

use crate::check::{Decimal, Plural, wanted_forms};
use crate::fluent::{Value, read};

/// The forms of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// The variable that chooses, without `$`.
    pub variable: String,
    /// Names of the forms, in the order of the text, and what they say.
    pub forms: Vec<(String, String)>,
    /// The one that is taken when no other fits.
    pub default: String,
}

/// Takes a text apart that is nothing but a choice by a variable; nothing for any other. Put together again it says the same.
pub fn split(source: &str) -> Option<Forms> {
    let inner = source.trim().strip_prefix('{')?.strip_suffix('}')?;
    let (head, body) = inner.split_once("->")?;
    let variable = head.trim().strip_prefix('$')?;
    if !variable
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    {
        return None;
    }
    let mut forms: Vec<(String, String)> = Vec::new();
    let mut default = None;
    let mut depth = 0_usize;
    for line in body.lines() {
        if line.trim().is_empty() {
            continue;
        }
        match key_of(line).filter(|_| depth == 0) {
            Some((key, is_default, text)) => {
                if is_default {
                    default = Some(key.to_owned());
                }
                forms.push((key.to_owned(), text.to_owned()));
            }
            None => {
                let (_, text) = forms.last_mut()?;
                text.push('\n');
                text.push_str(line.trim());
            }
        }
        depth = depth_after(depth, line)?;
    }
    let forms = Forms {
        variable: variable.to_owned(),
        forms,
        default: default?,
    };
    // What the lines alone do not tell, such as a sign in quotes, the parser does.
    (depth == 0 && means(&join(&forms)) == means(source) && means(source).is_some()).then_some(forms)
}

/// The forms to fill in where the language of a folder has no such text yet: by words as English has them, by number those that this
/// language has. Nothing when one field is enough.
pub fn to_fill_in(english: &str, folder: &str) -> Option<Forms> {
    let mut forms = split(english)?;
    let is_exact = |key: &str| Decimal::parse(key).is_some();
    let is_counted = |key: &str| is_exact(key) || Plural::parse(key).is_some_and(|plural| plural != Plural::Other);
    if forms.forms.iter().any(|(key, _)| is_counted(key)) {
        let wanted = wanted_forms(folder);
        forms.default = wanted.last()?.as_str().to_owned();
        forms.forms.retain(|(key, _)| is_exact(key));
        let own = wanted
            .into_iter()
            .map(|plural| (plural.as_str().to_owned(), String::new()));
        forms.forms.extend(own);
    }
    for (_, text) in &mut forms.forms {
        text.clear();
    }
    (forms.forms.len() > 1).then_some(forms)
}

/// The text of these forms.
pub fn join(forms: &Forms) -> String {
    let mut source = format!("{{ ${} ->\n", forms.variable);
    for (key, text) in &forms.forms {
        let star = if *key == forms.default { "   *" } else { "    " };
        source.push_str(star);
        source.push('[');
        source.push_str(key);
        source.push_str("] ");
        source.push_str(&lines_of(text).join("\n        "));
        source.push('\n');
    }
    source.push('}');
    source
}

/// The lines of a form's text. One that begins with a sign of Fluent is still words, unless it stands in a choice of its own.
fn lines_of(text: &str) -> Vec<String> {
    let mut depth = Some(0);
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_words = depth == Some(0) && !lines.is_empty();
        let sign = line.chars().next().filter(|c| is_words && matches!(c, '[' | '*' | '.'));
        lines.push(match sign {
            Some(sign) => format!("{{ \"{sign}\" }}{}", &line[sign.len_utf8()..]),
            None => line.to_owned(),
        });
        depth = depth.and_then(|depth| depth_after(depth, line));
    }
    lines
}

/// `[one] text` or `*[other] text`, with its name and whether it has the star.
fn key_of(line: &str) -> Option<(&str, bool, &str)> {
    let line = line.trim();
    let (line, is_default) = match line.strip_prefix('*') {
        Some(rest) => (rest, true),
        None => (line, false),
    };
    let (key, text) = line.strip_prefix('[')?.split_once(']')?;
    Some((key.trim(), is_default, text.trim()))
}

fn depth_after(depth: usize, line: &str) -> Option<usize> {
    let mut depth = depth;
    for c in line.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    Some(depth)
}

/// What a text consists of; nothing when it cannot be read, or is more than one.
fn means(source: &str) -> Option<Value> {
    let resource = read("", &format!("a-b = {source}\n"));
    let mut values = resource.values.into_iter();
    let value = values.next()?;
    (resource.junk.is_empty() && values.next().is_none()).then_some(value)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_choice_is_its_forms_and_back() {
        let source = "{ $count ->\n    [one] { $count } product\n   *[other] { $count } products\n}";
        let forms = split(source).unwrap();
        assert_eq!(forms.variable, "count");
        assert_eq!(forms.default, "other");
        let shown: Vec<(&str, &str)> = forms
            .forms
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
            .collect();
        assert_eq!(shown, [("one", "{ $count } product"), ("other", "{ $count } products")]);
        assert_eq!(join(&forms), source);
    }

    #[test]
    fn what_is_more_than_a_choice_stays_as_it_is() {
        for source in [
            "Cart",
            "You have { $n ->\n    [one] a\n   *[other] b\n}",
            "{ $n ->\n    [one] a\n   *[other] b\n} left",
            "{ $n ->\n    [one] a\n   *[other] b\n}{ $n ->\n    [one] a\n   *[other] b\n}",
            "{ NUMBER($n) ->\n    [one] a\n   *[other] b\n}",
            "{ $n ->\n    [one] a\n    [other] b\n}",
            "{ $n }",
            "{",
        ] {
            assert_eq!(split(source), None, "{source}");
        }
    }

    #[test]
    fn words_that_begin_with_a_sign_of_fluent_are_words_of_their_form() {
        let mut forms = split("{ $n ->\n    [one] a\n   *[other] b\n}").unwrap();
        forms.forms[0].1 = "a\n[two] b\n.c\n*d".to_owned();
        let source = join(&forms);
        assert!(
            source.contains("{ \"[\" }two] b\n        { \".\" }c\n        { \"*\" }d\n"),
            "{source}"
        );
        assert_eq!(split(&source).unwrap().forms.len(), 2);
        // Sent once more as it stands in its field.
        assert_eq!(join(&split(&source).unwrap()), source);
    }

    #[test]
    fn a_language_has_the_fields_by_which_it_counts() {
        let keys = |english: &str, folder: &str| {
            let forms = to_fill_in(english, folder)?;
            assert!(forms.forms.iter().all(|(_, text)| text.is_empty()));
            let keys = forms.forms.iter().map(|(key, _)| {
                let star = if *key == forms.default { "*" } else { "" };
                format!("{star}{key}")
            });
            Some(keys.collect::<Vec<_>>().join(" "))
        };
        let counted = "{ $n ->\n    [one] a\n   *[other] b\n}";
        assert_eq!(keys(counted, "ug"), None);
        assert_eq!(keys(counted, "zh-Hans"), None);
        assert_eq!(keys(counted, "es").as_deref(), Some("one *other"));
        assert_eq!(keys(counted, "ru").as_deref(), Some("one few *many"));
        assert_eq!(keys(counted, "ar").as_deref(), Some("zero one two few many *other"));
        let none = "{ $n ->\n    [0] no\n    [one] a\n   *[other] b\n}";
        assert_eq!(keys(none, "zh-Hans").as_deref(), Some("0 *other"));
        let by_word = "{ $who ->\n    [buyer] a\n   *[other] b\n}";
        assert_eq!(keys(by_word, "ru").as_deref(), Some("buyer *other"));
        assert_eq!(keys("Cart", "es"), None);
    }

    #[test]
    fn a_choice_in_a_form_stays_in_it() {
        let source = "{ $n ->\n    [one] a\n   *[other]\n        { $m ->\n            [one] b\n           *[other] c\n        }\n}";
        let forms = split(source).unwrap();
        assert_eq!(forms.forms.len(), 2);
        assert!(forms.forms[1].1.contains("[one] b"));
        assert_eq!(means(&join(&forms)), means(source));
    }
}
