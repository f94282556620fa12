//! The check's own sentences, in the translator's language. They are built in as they stand in `locales/*/check.ftl`: the build
//! speaks before there are texts, and a shop whose texts are broken has to say so.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_syntax::{ast, parser};

use super::finding::Kind;

type Sentences = HashMap<&'static str, Vec<Bit>>;

/// A piece of a sentence.
enum Bit {
    Words(&'static str),
    Arg(&'static str),
}

static ENGLISH: LazyLock<Sentences> = LazyLock::new(|| read(include_str!("../../../../locales/en/check.ftl")));
static UYGHUR: LazyLock<Sentences> = LazyLock::new(|| read(include_str!("../../../../locales/ug/check.ftl")));
static CHINESE: LazyLock<Sentences> = LazyLock::new(|| read(include_str!("../../../../locales/zh-Hans/check.ftl")));
static SPANISH: LazyLock<Sentences> = LazyLock::new(|| read(include_str!("../../../../locales/es/check.ftl")));

/// What an argument may be a word of, so that a finding reads in any language: `not-found` as the `cause` is
/// `check-cause-not-found`, `code` as what is `wanted` is `check-wanted-code`.
const WORDS: [&str; 41] = [
    "check-cause-not-found",
    "check-cause-not-allowed",
    "check-cause-is-folder",
    "check-cause-no-folder",
    "check-cause-full",
    "check-cause-read-only",
    "check-cause-too-many",
    "check-cause-damaged",
    "check-cause-network",
    "check-cause-link-circle",
    "check-cause-name",
    "check-cause-busy",
    "check-cause-memory",
    "check-cause-letters",
    "check-cause-there",
    "check-cause-too-large",
    "check-cause-interrupted",
    "check-cause-refused",
    "check-cause-not-empty",
    "check-cause-other-disk",
    "check-cause-links",
    "check-cause-gone",
    "check-wanted-text",
    "check-wanted-texts",
    "check-wanted-number",
    "check-wanted-part",
    "check-wanted-forms",
    "check-wanted-sign",
    "check-wanted-code",
    "check-wanted-tag",
    "check-wanted-names",
    "check-wanted-digits",
    "check-wanted-filled",
    "check-wanted-short",
    "check-wanted-parts",
    "check-wanted-pattern",
    "check-wanted-money",
    "check-wanted-piece",
    "check-wanted-letters",
    "check-wanted-months",
    "check-wanted-weekdays",
];

/// Begins a cause of which nothing is known but the number that the system has for it.
pub(super) const NUMBERED: &str = "number-";

/// The text that an argument is a word of; nothing when it stands for itself.
fn word_of(name: &str, value: &str) -> Option<&'static str> {
    if !matches!(name, "cause" | "wanted") {
        return None;
    }
    let id = format!("check-{name}-{value}");
    WORDS.into_iter().find(|word| *word == id)
}

/// The sentence of a kind in the language of a folder; with `more` among what fills it in, how often it is there beside, and with
/// `command` what puts all of them right.
pub fn say(kind: Kind, folder: &str, args: &[(&str, String)]) -> String {
    let said = say_word(kind.id(), folder, args);
    let has = |name: &str| args.iter().any(|(arg, _)| *arg == name);
    let more = match (has("more"), has("command")) {
        (false, _) => return said,
        (true, false) => "check-word-more",
        (true, true) => "check-word-more-fix",
    };
    // A Chinese bracket brings its own space.
    let space = if folder == "zh-Hans" { "" } else { " " };
    format!("{said}{space}{}", say_word(more, folder, args))
}

/// Any text of `check.ftl` by its id, in English where the language lacks it. In a language from right to left each argument is
/// isolated: names and signs would turn the sentence round.
pub fn say_word(id: &str, folder: &str, args: &[(&str, String)]) -> String {
    let own = sentences(folder).get(id);
    let Some(bits) = own.or_else(|| ENGLISH.get(id)) else {
        let values: Vec<&str> = args.iter().map(|(_, value)| value.as_str()).collect();
        return format!("{id} {}", values.join(" ")).trim_end().to_owned();
    };
    let is_isolated = own.is_some() && folder == "ug";
    let mut said = String::new();
    for bit in bits {
        match bit {
            Bit::Words(words) => said.push_str(words),
            Bit::Arg(name) => {
                let value = args
                    .iter()
                    .find(|(arg, _)| arg == name)
                    .map(|(_, value)| value.as_str());
                let value = value.unwrap_or(name);
                if let Some(word) = word_of(name, value) {
                    said.push_str(&say_word(word, folder, &[]));
                } else if let Some(number) = value.strip_prefix(NUMBERED).filter(|_| *name == "cause") {
                    let number = [("number", number.to_owned())];
                    said.push_str(&say_word("check-cause-number", folder, &number));
                } else if is_isolated {
                    said.extend(['\u{2068}'].into_iter().chain(value.chars()).chain(['\u{2069}']));
                } else {
                    said.push_str(value);
                }
            }
        }
    }
    said
}

fn sentences(folder: &str) -> &'static Sentences {
    match folder {
        "ug" => &UYGHUR,
        "zh-Hans" => &CHINESE,
        "es" => &SPANISH,
        _ => &ENGLISH,
    }
}

fn read(file: &'static str) -> Sentences {
    let resource = parser::parse(file).unwrap_or_else(|(resource, _)| resource);
    let mut sentences = Sentences::new();
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else { continue };
        let Some(value) = message.value else { continue };
        let bits = value.elements.into_iter().filter_map(bit);
        sentences.insert(message.id.name, bits.collect());
    }
    sentences
}

fn bit(element: ast::PatternElement<&'static str>) -> Option<Bit> {
    match element {
        ast::PatternElement::TextElement { value } => Some(Bit::Words(value)),
        ast::PatternElement::Placeable {
            expression: ast::Expression::Inline(inline),
        } => match inline {
            ast::InlineExpression::VariableReference { id } => Some(Bit::Arg(id.name)),
            ast::InlineExpression::StringLiteral { value } => Some(Bit::Words(value)),
            _ => None,
        },
        ast::PatternElement::Placeable { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const FOLDERS: [&str; 4] = ["en", "ug", "zh-Hans", "es"];

    fn args_of(folder: &str, id: &str) -> Option<BTreeSet<&'static str>> {
        let bits = sentences(folder).get(id)?.iter();
        Some(
            bits.filter_map(|bit| match bit {
                Bit::Arg(name) => Some(*name),
                Bit::Words(_) => None,
            })
            .collect(),
        )
    }

    #[test]
    fn every_kind_has_its_sentence_in_every_language_with_the_same_arguments() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(*kind));
            let english = args_of("en", kind.id());
            assert!(english.is_some(), "{}", kind.id());
            for folder in FOLDERS {
                assert_eq!(args_of(folder, kind.id()), english, "{folder} {}", kind.id());
            }
        }
    }

    #[test]
    fn what_an_argument_is_a_word_of_is_said_in_every_language() {
        let mut said = BTreeSet::new();
        for folder in FOLDERS {
            for id in WORDS {
                assert_eq!(args_of(folder, id), Some(BTreeSet::new()), "{folder} {id}");
                said.insert((id, say_word(id, folder, &[])));
            }
        }
        assert_eq!(
            said.len(),
            FOLDERS.len() * WORDS.len(),
            "no language has the words of another"
        );
        let args = [("cause", "not-allowed".to_owned())];
        let told = FOLDERS.map(|folder| say(Kind::FileUnreadable, folder, &args));
        assert!(told.iter().all(|told| !told.contains("not-allowed")), "{told:?}");
        assert!(
            told[3].contains(&say_word("check-cause-not-allowed", "es", &[])),
            "{told:?}"
        );
        let number = [("cause", "number-99".to_owned())];
        let told: BTreeSet<String> = FOLDERS
            .into_iter()
            .map(|folder| say(Kind::FileUnreadable, folder, &number))
            .collect();
        assert!(
            told.len() == FOLDERS.len() && told.iter().all(|told| told.contains("99")),
            "{told:?}"
        );
        // What no word is known for stands for itself, and only these arguments are words.
        let args = [("cause", "no such thing (os error 99)".to_owned())];
        assert!(say(Kind::FileUnreadable, "es", &args).ends_with("no such thing (os error 99)"));
        assert!(say(Kind::VariableUnknown, "es", &[("name", "full".to_owned())]).starts_with("full "));
    }

    #[test]
    fn arguments_stand_apart_in_a_sentence_from_right_to_left() {
        let args = [("name", "$count".to_owned())];
        assert!(say(Kind::VariableUnknown, "en", &args).contains("$count"));
        assert!(say(Kind::VariableUnknown, "ug", &args).contains("\u{2068}$count\u{2069}"));
        assert_eq!(say_word("no-such", "es", &args), "no-such $count");
    }
}
