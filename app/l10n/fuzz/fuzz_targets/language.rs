//! Any text as a `language.toml`, and as a glossary.

#![no_main]

use l10n::glossary::Glossary;
use l10n::language::read_language_file;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match read_language_file(text) {
        Ok(file) => assert!((2..=3).contains(&file.code.len()) && !file.name.is_empty()),
        Err(faults) => {
            assert!(!faults.is_empty());
            let lines = text.lines().count().max(1) + 1;
            assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line)));
        }
    }
    let glossary = Glossary::read(text);
    assert!(glossary.len() + glossary.findings("g.csv").len() <= text.lines().count());
});
