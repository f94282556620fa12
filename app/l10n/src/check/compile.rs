//! Texts compiled: one by itself, for what is wrong in it alone, and all of a language with each other.

use super::finding::Finding;
use super::parse::File;
use crate::fluent::source::Value;
use crate::fluent::{Compiled, Compiler, Limits, WriteNumber};

/// A text by itself; other texts that stand in it are left as references.
pub fn draft(name: &str, value: &Value, folder: &str) -> Compiled {
    Compiler::alone(folder).compile(name, value)
}

/// Puts the texts of a language into each other. Those that cannot be used go to the broken ones of their file; what is told of
/// them is the cause, not that others need them.
pub fn link(files: &mut [File], folder: &str, write_number: WriteNumber) -> Vec<Finding> {
    let compiled: Vec<Vec<Compiled>> = {
        let entries = files.iter().flat_map(|file| &file.entries);
        let texts = entries.map(|entry| (entry.id.as_str(), &entry.value));
        let broken = files.iter().flat_map(|file| file.broken.iter().map(String::as_str));
        let mut compiler = Compiler::linking(folder, texts, broken, write_number, Limits::default());
        let mut compiled = Vec::new();
        for file in files.iter() {
            let entries = file.entries.iter();
            compiled.push(entries.map(|entry| compiler.compile(&entry.id, &entry.value)).collect());
        }
        compiled
    };
    let mut findings = Vec::new();
    for (file, compiled) in files.iter_mut().zip(compiled) {
        let entries = std::mem::take(&mut file.entries);
        for (mut entry, compiled) in entries.into_iter().zip(compiled) {
            if compiled.is_usable() {
                entry.args = compiled.args;
                entry.pattern = compiled.pattern;
                file.entries.push(entry);
                continue;
            }
            let place = entry.place(&file.path);
            findings.extend(compiled.faults.into_iter().map(|fault| place.of(fault)));
            file.broken.push(entry.id);
        }
    }
    findings
}
