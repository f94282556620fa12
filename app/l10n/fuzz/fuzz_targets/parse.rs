//! Any text as a file: read as units, and as the texts of a language.

#![no_main]

use l10n::check::{FOLDERS, parse_file};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for unit in l10n::fluent::read("f.ftl", text).units {
        assert_eq!(text[unit.span.clone()].replace("\r\n", "\n"), unit.source);
    }
    for folder in FOLDERS {
        let file = parse_file("f.ftl", folder, text);
        assert!(file.entries.iter().all(|entry| !entry.source.is_empty()));
    }
});
