//! Writes `names.rs`, a constant or function for every message, and `texts.rs`, the list of all and the files themselves.

use std::fmt::Write;
use std::path::Path;

use crate::check::{Entry, Language, snake_case};

/// Names that Rust keeps for itself and an argument may well have.
const KEYWORDS: [&str; 14] = [
    "as", "box", "const", "do", "for", "in", "loop", "match", "mod", "move", "ref", "type", "use", "where",
];

/// The names of all texts. The first language is the reference that names everything.
pub fn names(languages: &[Language]) -> String {
    let mut code = String::from("/// Every text of the shop, named after its id in `locales/en`.\npub mod t {\n");
    code.push_str(
        "    #[allow(unused_imports, clippy::allow_attributes, reason = \"a shop without arguments is possible\")]\n",
    );
    code.push_str("    use crate::{Arg, Message, Text};\n");
    for (number, entry) in reference(languages).iter().enumerate() {
        message(&mut code, number, entry);
    }
    code.push_str("\n    /// The texts with arguments by name alone, for lists of texts.\n    pub mod ids {\n        use crate::Text;\n");
    for (number, entry) in reference(languages).iter().enumerate() {
        if !entry.args.is_empty() {
            let name = snake_name(&entry.id).to_ascii_uppercase();
            let _ = writeln!(
                code,
                "        /// `{}`\n        pub const {name}: Text = Text::at({number});",
                entry.id
            );
        }
    }
    code.push_str("    }\n}\n");
    code
}

/// What is known of each text, and the files they stand in.
pub fn texts(languages: &[Language], root: &Path) -> String {
    let mut code = String::from("/// All messages in the order of their ids; a `Text` is a place in this list.\n");
    code.push_str("pub static KNOWN: &[crate::Known] = &[\n");
    for entry in reference(languages) {
        let (id, name, args) = (&entry.id, rust_name(entry), &entry.args);
        let _ = writeln!(
            code,
            "    crate::Known {{ id: {id:?}, name: {name:?}, args: &{args:?} }},"
        );
    }
    code.push_str("];\n\n/// Folder, file name and text of every file built in.\n");
    code.push_str("pub static FILES: &[(&str, &str, &str)] = &[\n");
    for language in languages {
        for file in &language.files {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            let path = root.join(language.folder).join(name);
            let (folder, path) = (language.folder, path.display().to_string());
            let _ = writeln!(code, "    ({folder:?}, {name:?}, include_str!({path:?})),");
        }
    }
    code.push_str("];\n");
    code
}

/// The messages of the reference and their attributes in the order of their ids. Terms are there for other texts only.
fn reference(languages: &[Language]) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = languages
        .iter()
        .take(1)
        .flat_map(|en| en.entries().map(|(_, entry)| entry))
        .filter(|entry| !entry.id.starts_with('-'))
        .collect();
    entries.sort_by(|a, b| a.id.cmp(&b.id));
    entries
}

/// `cart_title` of a message, `cart_title__label` of its attribute.
fn snake_name(id: &str) -> String {
    snake_case(id).replace('.', "__")
}

fn rust_name(entry: &Entry) -> String {
    let snake = snake_name(&entry.id);
    if entry.args.is_empty() {
        snake.to_ascii_uppercase()
    } else {
        snake
    }
}

fn message(code: &mut String, number: usize, entry: &Entry) {
    let mut doc = format!("```text\n{}\n```", entry.source.replace("```", "'''"));
    if !entry.comment.trim().is_empty() {
        let _ = write!(
            doc,
            "\n```text\n# {}\n```",
            entry.comment.trim().replace("```", "'''").replace('\n', "\n# ")
        );
    }
    let name = rust_name(entry);
    let _ = writeln!(code, "    #[doc = {doc:?}]");
    if entry.args.is_empty() {
        let _ = writeln!(code, "    pub const {name}: Text = Text::at({number});");
        return;
    }
    let args: Vec<String> = entry.args.iter().map(|arg| argument(arg)).collect();
    let takes = args
        .iter()
        .map(|arg| format!("{arg}: impl Into<Arg<'a>>"))
        .collect::<Vec<_>>()
        .join(", ");
    let gives = args
        .iter()
        .map(|arg| format!("{arg}.into()"))
        .collect::<Vec<_>>()
        .join(", ");
    if entry.id.contains('.') {
        code.push_str(
            "    #[allow(non_snake_case, clippy::allow_attributes, reason = \"two `_` part an attribute from its message\")]\n",
        );
    }
    let _ = writeln!(code, "    pub fn {name}<'a>({takes}) -> Message<'a> {{");
    let _ = writeln!(code, "        Message::with(Text::at({number}), vec![{gives}])\n    }}");
}

fn argument(name: &str) -> String {
    let snake = snake_case(name);
    if KEYWORDS.contains(&snake.as_str()) {
        format!("r#{snake}")
    } else {
        snake
    }
}
