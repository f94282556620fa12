//! Files of other projects, read as ours are: `cargo xtask l10n-corpus` fetches them and runs this.

use std::fs;
use std::path::{Path, PathBuf};

use domain::Locale;
use l10n::Arg;
use l10n::check::{link, parse_file};
use l10n::fluent::as_written;
use l10n::fluent::source::{Element, Inline};
use l10n::fluent::{Value, read};
use serde_json::Value as Json;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            found.push(path);
        }
    }
}

#[test]
#[ignore = "needs files of other projects: cargo xtask l10n-corpus"]
fn files_of_other_projects_are_read_as_they_are_meant() {
    let root = std::env::var_os("L10N_CORPUS").unwrap();
    let mut found = Vec::new();
    files(Path::new(&root), &mut found);
    let (mut units, mut compared) = (0, 0);
    for path in &found {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let resource = read("f.ftl", &text);
        for unit in &resource.units {
            assert_eq!(
                text[unit.span.clone()].replace("\r\n", "\n"),
                unit.source,
                "{path:?} {}",
                unit.id
            );
        }
        units += resource.units.len();
        say_all(&text);
        if let Ok(json) = fs::read(path.with_extension("json")) {
            compare(path, &text, &serde_json::from_slice(&json).unwrap());
            compared += 1;
        }
    }
    println!(
        "{} files, {units} texts, {compared} compared with the structure they are meant to have",
        found.len()
    );
    assert!(units > 10_000 && compared > 20, "{units} {compared}");
}

/// Whatever such a file says of a language that we have: it is filled in or told, and never hurts.
fn say_all(text: &str) {
    let mut files = [parse_file("f.ftl", "es", text)];
    drop(link(&mut files, "es", as_written));
    for entry in &files[0].entries {
        drop(entry.pattern.fill(Locale::Es, &vec![Arg::Number(1); entry.args.len()]));
    }
}

/// A fixture of the specification with its structure. Of one that has junk we read less: no text of which a part is lost.
fn compare(path: &Path, text: &str, json: &Json) {
    let mut theirs = Vec::new();
    let body = json["body"].as_array().unwrap();
    for entry in body {
        let sign = match entry["type"].as_str().unwrap() {
            "Message" => "",
            "Term" => "-",
            _ => continue,
        };
        let id = format!("{sign}{}", entry["id"]["name"].as_str().unwrap());
        if entry["value"].is_object() {
            theirs.push((id.clone(), shape_of(&entry["value"])));
        }
        for attribute in entry["attributes"].as_array().unwrap() {
            let name = attribute["id"]["name"].as_str().unwrap();
            theirs.push((format!("{id}.{name}"), shape_of(&attribute["value"])));
        }
    }
    let ours: Vec<(String, String)> = values(text);
    if body.iter().any(|entry| entry["type"] == "Junk") {
        for own in &ours {
            assert!(theirs.contains(own), "{path:?}: {own:?}");
        }
    } else {
        assert_eq!(ours, theirs, "{path:?}");
    }
}

/// Each value of a file with its name, and what it consists of.
fn values(text: &str) -> Vec<(String, String)> {
    let resource = read("f.ftl", text);
    let ids = resource.units.iter().map(|unit| unit.id.to_string());
    ids.zip(resource.values.iter().map(shape)).collect()
}

fn shape(value: &Value) -> String {
    value.elements.iter().map(element).collect()
}

fn element(element: &Element) -> String {
    match element {
        Element::Text(text) => text.clone(),
        Element::Placeable(found) => format!("⟦{}⟧", inline(found)),
        Element::Select { selector, variants } => {
            let forms = variants.iter().map(|variant| {
                let star = if variant.is_default { "*" } else { "" };
                format!("{star}[{}]{}", variant.key, shape(&variant.value))
            });
            format!("⟦{}→{}⟧", inline(selector), forms.collect::<String>())
        }
    }
}

fn inline(found: &Inline) -> String {
    let named = |named: &[(String, Inline)]| -> String { named.iter().map(|(name, _)| format!("{name}:")).collect() };
    match found {
        Inline::Text(_) => "\"".to_owned(),
        Inline::Number(number) => number.clone(),
        Inline::Variable(name) => format!("${name}"),
        Inline::Function {
            name,
            positional,
            named: options,
        } => {
            let positional: String = positional.iter().map(inline).collect();
            format!("{name}({positional}{})", named(options))
        }
        Inline::Reference { unit, arguments } => {
            let unit = unit.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{unit}{}", named(arguments))
        }
        Inline::Nested(nested) => element(nested),
    }
}

fn shape_of(pattern: &Json) -> String {
    let elements = pattern["elements"].as_array().unwrap().iter();
    elements
        .map(|element| match element["value"].as_str() {
            Some(text) => text.to_owned(),
            None => format!("⟦{}⟧", expression(&element["expression"])),
        })
        .collect()
}

fn expression(json: &Json) -> String {
    let name = || json["id"]["name"].as_str().unwrap();
    let all = |list: &Json, show: &dyn Fn(&Json) -> String| -> String {
        list.as_array()
            .map(|list| list.iter().map(show).collect())
            .unwrap_or_default()
    };
    let options = |arguments: &Json| {
        all(&arguments["named"], &|argument| {
            format!("{}:", argument["name"]["name"].as_str().unwrap())
        })
    };
    let attribute = || {
        json["attribute"]["name"]
            .as_str()
            .map(|name| format!(".{name}"))
            .unwrap_or_default()
    };
    match json["type"].as_str().unwrap() {
        "StringLiteral" => "\"".to_owned(),
        "NumberLiteral" => json["value"].as_str().unwrap().to_owned(),
        "VariableReference" => format!("${}", name()),
        "FunctionReference" => {
            let arguments = &json["arguments"];
            format!(
                "{}({}{})",
                name(),
                all(&arguments["positional"], &expression),
                options(arguments)
            )
        }
        "MessageReference" => format!("{}{}", name(), attribute()),
        "TermReference" => format!("-{}{}{}", name(), attribute(), options(&json["arguments"])),
        "Placeable" => format!("⟦{}⟧", expression(&json["expression"])),
        "SelectExpression" => {
            let forms = all(&json["variants"], &|variant| {
                let star = if variant["default"] == true { "*" } else { "" };
                let key = variant["key"]["name"]
                    .as_str()
                    .or_else(|| variant["key"]["value"].as_str());
                format!("{star}[{}]{}", key.unwrap(), shape_of(&variant["value"]))
            });
            format!("{}→{forms}", expression(&json["selector"]))
        }
        other => format!("?{other}"),
    }
}
