//! From files to what the shop says: the texts of a language put into each other and compared with English.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use domain::Locale;

use super::{Folder, Good, Known, Reference};
use crate::check::{
    Entry, Fault, Finding, Kind, MOST_GUESSES, compare_entry, is_of_its_kind, meant_names, nearest, translated,
};
use crate::fluent::{Compiled, Compiler, Limits, Value};
use crate::message::Text;
use crate::other_language::{Other, told as told_languages};
use crate::sources::Written;
use crate::texts::{for_program, write_number};
use crate::unit::UnitId;

/// What linking made of a file.
#[derive(Default)]
struct Linked {
    good: Vec<Good>,
    broken: HashSet<Text>,
    findings: Vec<Finding>,
    values: Vec<(Written, Value)>,
}

/// What linking made of a language.
#[derive(Default)]
struct LinkedLanguage {
    files: Vec<(PathBuf, Linked)>,
    /// Texts that are in no file and need others.
    others: Vec<(Text, Arc<str>)>,
}

impl Folder {
    /// Puts the texts of a language into each other, and compares them with English; true when a text that is in no file says
    /// something else by it. A text may need one of another file, so all of the language are looked at; what is wrong is told once.
    pub(super) fn link(&mut self, locale: Locale) -> bool {
        let LinkedLanguage { files, others } = self.linked(locale);
        let mut values: Vec<(PathBuf, Written, Value)> = Vec::new();
        for (path, linked) in files {
            let Some(known) = self.files.get_mut(&path) else {
                continue;
            };
            let findings = linked.findings.iter();
            let new = findings.filter(|finding| !known.told.contains(*finding)).cloned();
            self.findings.extend(new);
            known.good = linked.good;
            known.broken = linked.broken;
            known.told = linked.findings;
            let own = linked.values.into_iter();
            values.extend(own.map(|(written, value)| (path.clone(), written, value)));
        }
        let broken = self.broken_at_home();
        let mut seen: HashSet<UnitId> = HashSet::new();
        for (path, written, value) in values {
            let id = written.id.as_str();
            let is_first = seen.insert(written.id.clone());
            let is_copy = !is_first && !self.belongs(id, &path);
            if is_copy || Text::by_id(id).is_some_and(|text| broken.contains(&(locale, text))) {
                continue;
            }
            let key = (locale, id.to_owned());
            self.values.insert(key.clone(), value);
            self.written.insert(key, Arc::new(written));
        }
        let mut changed = false;
        for (text, pattern) in others {
            if self.good.get(&(locale, text)) != Some(&pattern) {
                self.good.insert((locale, text), pattern);
                changed = true;
            }
        }
        changed
    }

    fn linked(&self, locale: Locale) -> LinkedLanguage {
        let files = || self.files.iter().filter(move |(_, known)| known.locale == locale);
        let before = self.values.iter().filter(|((of, _), _)| *of == locale);
        // Of two with one name the last one is taken: what the files say over what was said, and of the files the one that counts.
        let now = files().rev().flat_map(|(_, known)| &known.file.entries);
        let at_home = files().flat_map(|(path, known)| {
            let entries = known.file.entries.iter();
            entries.filter(move |entry| self.belongs(&entry.id, path))
        });
        let texts = before
            .map(|((_, id), value)| (id.as_str(), value))
            .chain(now.chain(at_home).map(|entry| (entry.id.as_str(), &entry.value)));
        let broken = files().flat_map(|(_, known)| known.file.broken.iter().map(String::as_str));
        let mut compiler = Compiler::linking(locale.folder(), texts, broken, write_number, Limits::default());
        let mut all = LinkedLanguage::default();
        let mut guesses = 0;
        let mut of_another = self.told_of_other_languages(locale);
        for (path, known) in files() {
            let shown = path.display().to_string();
            let mut linked = Linked::default();
            if known.other.is_some() {
                linked.findings.append(&mut of_another);
            }
            let cut = self.cut_text(known);
            let broken = known.file.broken.iter();
            linked.broken.extend(broken.filter_map(|id| Text::by_id(id)));
            for entry in &known.file.entries {
                let is_cut = cut == Some(entry.id.as_str());
                let is_of_another = known.other.as_ref().is_some_and(|other| other.ids.contains(&entry.id));
                if is_cut {
                    linked.findings.push(entry.place(&shown).of(Fault::new(Kind::FileCut)));
                }
                if is_cut || is_of_another {
                    linked.broken.extend(Text::by_id(&entry.id));
                    continue;
                }
                let compiled = compiler.compile(&entry.id, &entry.value);
                self.judge(&shown, locale, entry, compiled, &mut linked, &mut guesses);
            }
            self.tell_names(known, &shown, &mut linked);
            all.files.push((path.clone(), linked));
        }
        // Texts that are in no file may need one that is.
        let present: HashSet<&str> = files()
            .flat_map(|(_, known)| known.file.entries.iter().map(|entry| entry.id.as_str()))
            .collect();
        for ((of, id), value) in &self.values {
            let Some(text) = Text::by_id(id).filter(|_| *of == locale && value.has_references()) else {
                continue;
            };
            if present.contains(id.as_str()) {
                continue;
            }
            let compiled = compiler.compile(id, value);
            let is_filled = compiled.args.iter().all(|arg| text.args().contains(&arg.as_str()));
            if compiled.is_usable() && is_filled {
                all.others
                    .push((text, for_program(&compiled.pattern, &compiled.args, text)));
            }
        }
        all
    }

    /// Of names that were translated in a whole file it is told once, and the texts of those that were meant are there.
    fn tell_names(&self, known: &Known, shown: &str, linked: &mut Linked) {
        let is_unknown = |finding: &&Finding| finding.kind == Kind::ReleaseUnknown;
        let told: Vec<String> = linked
            .findings
            .iter()
            .filter(is_unknown)
            .filter_map(|finding| Some(finding.unit.as_ref()?.to_string()))
            .collect();
        if told.is_empty() {
            return;
        }
        let here: HashSet<&str> = known
            .file
            .entries
            .iter()
            .map(|entry| entry.id.as_str())
            .chain(known.file.broken.iter().map(String::as_str))
            .collect();
        let name = shown.rsplit(['/', '\\']).next().unwrap_or_default();
        let english = self.reference.iter().filter(|(_, of)| of.file == name);
        let lacking: Vec<&str> = english
            .map(|(id, _)| id.as_str())
            .filter(|id| !id.starts_with('-') && !here.contains(id))
            .collect();
        let unknown: Vec<&str> = told.iter().map(String::as_str).collect();
        let pairs = meant_names(&unknown, &lacking);
        let Some((first, _)) = pairs.first() else { return };
        let place = known.file.entries.iter().find(|entry| entry.id == *first);
        let explained = place
            .zip(translated(&pairs))
            .map(|(entry, fault)| entry.place(shown).of(fault));
        linked
            .broken
            .extend(pairs.iter().filter_map(|(_, meant)| Text::by_id(meant)));
        let is_explained = |finding: &Finding| {
            let unit = finding.unit.as_ref().map(UnitId::as_str);
            finding.kind == Kind::ReleaseUnknown && pairs.iter().any(|(id, _)| Some(*id) == unit)
        };
        linked.findings.retain(|finding| !is_explained(finding));
        linked.findings.extend(explained);
    }

    /// What is told of the files of a language that are in another one.
    fn told_of_other_languages(&self, locale: Locale) -> Vec<Finding> {
        let own = self.files.iter().filter(|(_, known)| known.locale == locale);
        let others: Vec<(String, &Other)> = own
            .clone()
            .filter_map(|(path, known)| Some((path.display().to_string(), known.other.as_ref()?)))
            .collect();
        let files: Vec<(&str, &Other)> = others.iter().map(|(path, other)| (path.as_str(), *other)).collect();
        let shown = self.root.join(locale.folder()).display().to_string();
        told_languages(&shown, own.count(), &files)
    }

    /// The text in which a file ends without the end of a line while texts that English has behind it are missing: it may be half
    /// of one, as of a file that is still being saved.
    fn cut_text<'k>(&self, known: &'k Known) -> Option<&'k str> {
        let id = known.file.open.as_deref()?;
        let last = self.reference.get(id)?;
        let entries = known.file.entries.iter().map(|entry| &entry.id);
        let here: HashSet<&String> = entries.chain(&known.file.broken).collect();
        let is_missing = |(other, of): (&String, &Reference)| {
            let is_behind = of.file == last.file && of.entry.line > last.entry.line;
            is_behind && !other.starts_with('-') && !here.contains(other)
        };
        self.reference.iter().any(is_missing).then_some(id)
    }

    /// What a text says with those it needs, or why it cannot be said. `guesses` counts how often a name was looked for.
    fn judge(
        &self,
        shown: &str,
        locale: Locale,
        entry: &Entry,
        compiled: Compiled,
        linked: &mut Linked,
        guesses: &mut usize,
    ) {
        if !compiled.is_usable() {
            let place = entry.place(shown);
            let faults = compiled.faults.into_iter();
            linked.findings.extend(faults.map(|fault| place.of(fault)));
            linked.broken.extend(Text::by_id(&entry.id));
            return;
        }
        let value = Written::of(shown, entry).map(|written| (written, entry.value.clone()));
        // A term is for other texts; no program asks for it.
        if entry.id.starts_with('-') {
            linked.values.extend(value);
            return;
        }
        let entry = Entry {
            args: compiled.args,
            pattern: compiled.pattern,
            ..entry.clone()
        };
        match self.accept(shown, locale, &entry, guesses) {
            // Of two with one name nobody knows which is meant.
            Ok(text) if linked.broken.contains(&text) => {}
            Ok(text) => {
                linked.good.push(Good {
                    text,
                    line: entry.line,
                    pattern: for_program(&entry.pattern, &entry.args, text),
                });
                linked.values.extend(value);
            }
            Err(finding) => {
                linked.broken.extend(Text::by_id(&entry.id));
                linked.findings.push(*finding);
            }
        }
    }

    fn accept(&self, path: &str, locale: Locale, entry: &Entry, guesses: &mut usize) -> Result<Text, Box<Finding>> {
        let mut unknown = || {
            *guesses += 1;
            let ids = self.reference.keys().map(String::as_str);
            let guess = || nearest(&entry.id, ids.filter(|id| is_of_its_kind(&entry.id, id)));
            let near = (*guesses <= MOST_GUESSES).then(guess).flatten();
            let fault = Fault::new(Kind::ReleaseUnknown).meant(near.map(str::to_owned));
            Box::new(entry.place(path).of(fault))
        };
        let Some(reference) = self.reference.get(&entry.id) else {
            return Err(unknown());
        };
        match compare_entry(reference.entry, path, locale.folder(), entry) {
            Some(finding) => Err(Box::new(finding)),
            None => Text::by_id(&entry.id).ok_or_else(unknown),
        }
    }
}
