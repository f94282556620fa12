//! Changing texts of a file while every byte of the others, of comments and of blank lines stays.

use std::ops::Range;

use l10n::unit::UnitId;
use thiserror::Error;

use crate::layout::{Entry, entries, has_value, line_end, meaning, source_of};

/// What becomes of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which.
    pub unit: UnitId,
    /// What it says from now on, as Fluent; without it the text is taken out.
    pub source: Option<String>,
    /// The text behind which a new one is put: its neighbour in English. At the end of the file when that is not there.
    pub after: Option<UnitId>,
    /// The comment above it from now on; without it the one that is there stays. Attributes have none of their own.
    pub comment: Option<String>,
}

impl Edit {
    /// The text says this, or is put at the end of the file.
    pub fn say(unit: UnitId, source: impl Into<String>) -> Self {
        Self {
            unit,
            source: Some(source.into()),
            after: None,
            comment: None,
        }
    }
}

/// Why a text was not changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SpliceError {
    /// There is nothing to take out.
    #[error("{0} is not in this file")]
    Unknown(UnitId),
    /// Nobody knows which is meant.
    #[error("{0} is in this file twice")]
    Twice(UnitId),
    /// What stands there now has a mistake, so that it is not known where it ends.
    #[error("{0} has a mistake in this file; put it right first")]
    Unreadable(UnitId),
    /// It is empty, or no value of one text.
    #[error("what {0} should say cannot be read as a text")]
    NotFluent(UnitId),
}

/// The file with the edits made, one after the other. Its way to end lines and its mark at the beginning stay.
///
/// # Errors
/// At the first edit that cannot be made.
pub fn splice(file: &str, edits: &[Edit]) -> Result<String, SpliceError> {
    let mut file = file.to_owned();
    for edit in edits {
        file = apply(&file, edit)?;
    }
    Ok(file)
}

fn apply(file: &str, edit: &Edit) -> Result<String, SpliceError> {
    let all = entries(file);
    let mut named = all.iter().filter(|entry| entry.id.as_str() == edit.unit.message());
    let entry = named.next();
    let is_twice = |entry: &Entry| entry.attributes.iter().filter(|one| one.id == edit.unit).count() > 1;
    if named.next().is_some() || entry.is_some_and(is_twice) {
        return Err(SpliceError::Twice(edit.unit.clone()));
    }
    if entry.is_some_and(|entry| !entry.is_whole) {
        return Err(SpliceError::Unreadable(edit.unit.clone()));
    }
    let Some(source) = &edit.source else {
        return taken_out(file, entry, &edit.unit);
    };
    let source = written(source).ok_or_else(|| SpliceError::NotFluent(edit.unit.clone()))?;
    let spliced = match entry {
        Some(entry) => {
            let changed = put(file, entry, edit, &source);
            with_comment(&changed, edit)
        }
        None => added(file, &all, edit, &source),
    };
    // Whatever the lines round it are: what was asked for is what is read.
    if says(&spliced, &edit.unit).and_then(|said| meaning(&said)) == meaning(&source) {
        Ok(spliced)
    } else {
        Err(SpliceError::NotFluent(edit.unit.clone()))
    }
}

/// A source as it can stand behind `=`: a text of several lines has them indented.
fn written(source: &str) -> Option<String> {
    let source = source.replace("\r\n", "\n");
    let source = source.trim_end_matches([' ', '\n', '\r']).trim_start_matches(' ');
    let inner = source.trim_start_matches([' ', '\n']);
    // Only a block whose first line stands further in than others needs to begin on a line of its own.
    let source = if inner.contains('\n') { source } else { inner };
    if meaning(source).is_some() {
        return Some(source.to_owned());
    }
    let mut indented = String::new();
    for (number, line) in source.split('\n').enumerate() {
        if number > 0 {
            indented.push('\n');
            if !line.is_empty() {
                indented.push_str("    ");
            }
        }
        indented.push_str(line);
    }
    meaning(&indented).is_some().then_some(indented)
}

/// Puts a value in the place of the one there, or a new attribute into its message.
fn put(file: &str, entry: &Entry, edit: &Edit, source: &str) -> String {
    let place = match edit.unit.attribute() {
        None => Some(&entry.value),
        Some(_) => entry
            .attributes
            .iter()
            .find(|attribute| attribute.id == edit.unit)
            .map(|attribute| &attribute.value),
    };
    if let Some(place) = place {
        return put_value(file, place, source);
    }
    let neighbour = entry
        .attributes
        .iter()
        .find(|attribute| Some(&attribute.id) == edit.after.as_ref());
    let at = neighbour.map_or(entry.lines.end, |attribute| attribute.lines.end);
    let name = edit.unit.attribute().unwrap_or_default();
    insert(file, at, &format!("    .{name} ={}\n", behind_equals(source)))
}

fn put_value(file: &str, place: &Range<usize>, source: &str) -> String {
    let old = &file[place.clone()];
    if has_value(file, place) && source_of(old) == source {
        return file.to_owned();
    }
    let inner = old.trim_start_matches([' ', '\r', '\n']);
    let is_block = old.len() > inner.len() && old[..old.len() - inner.len()].contains('\n') && !inner.is_empty();
    // A line of its own cannot begin with these.
    let may_stand_alone = !source.contains('\n') && !source.starts_with(['[', '*', '.', '}']);
    let (from, text) = if is_block && may_stand_alone {
        (place.end - inner.len(), source.to_owned())
    } else {
        (place.start, behind_equals(source))
    };
    let text = text.replace('\n', line_end(file));
    [&file[..from], &text, &file[place.end..]].concat()
}

/// A source with what parts it from its `=`: a space, unless it begins with a line of its own.
fn behind_equals(source: &str) -> String {
    let space = if source.starts_with('\n') { "" } else { " " };
    [space, source].concat()
}

/// Puts the comment that is asked for above the text.
fn with_comment(file: &str, edit: &Edit) -> String {
    let Some(comment) = &edit.comment else {
        return file.to_owned();
    };
    let all = entries(file);
    let found = all.iter().find(|entry| entry.id == edit.unit);
    let Some(place) = found.map(|entry| entry.comment.clone()) else {
        return file.to_owned();
    };
    let lines = comment_lines(comment).replace('\n', line_end(file));
    [&file[..place.start], &lines, &file[place.end..]].concat()
}

fn comment_lines(comment: &str) -> String {
    let line = |line: &str| {
        if line.trim().is_empty() {
            "#\n".to_owned()
        } else {
            format!("# {}\n", line.trim_end())
        }
    };
    comment.trim_end().lines().map(line).collect()
}

/// A text that was not there.
fn added(file: &str, all: &[Entry], edit: &Edit, source: &str) -> String {
    let neighbour = edit.after.as_ref().and_then(|after| {
        let is_it = |entry: &&Entry| entry.is_whole && entry.id.as_str() == after.message();
        all.iter().find(is_it)
    });
    let at = neighbour.map_or(file.len(), |entry| entry.lines.end);
    let comment = comment_lines(edit.comment.as_deref().unwrap_or_default());
    let text = match edit.unit.attribute() {
        None => format!("{comment}{} ={}\n", edit.unit, behind_equals(source)),
        Some(name) => format!("{} =\n    .{name} ={}\n", edit.unit.message(), behind_equals(source)),
    };
    insert(file, at, &text)
}

/// Puts whole lines behind a line; the last one of a file may have no end.
fn insert(file: &str, at: usize, lines: &str) -> String {
    let end = line_end(file);
    let (before, after) = file.split_at(at);
    let missing = if before.is_empty() || before.ends_with('\n') || before == crate::layout::MARK {
        ""
    } else {
        end
    };
    [before, missing, &lines.replace('\n', end), after].concat()
}

fn taken_out(file: &str, entry: Option<&Entry>, unit: &UnitId) -> Result<String, SpliceError> {
    let unknown = || SpliceError::Unknown(unit.clone());
    let entry = entry.ok_or_else(unknown)?;
    let whole = entry.comment.start..entry.lines.end;
    let has_own = has_value(file, &entry.value);
    let place = match unit.attribute() {
        None if !has_own => return Err(unknown()),
        // What is left of a term without a value is nothing.
        None if entry.attributes.is_empty() || unit.is_term() => whole,
        None => entry.value.clone(),
        Some(_) => {
            let mut own = entry.attributes.iter().filter(|attribute| attribute.id == *unit);
            let attribute = own.next().ok_or_else(unknown)?;
            if entry.attributes.len() == 1 && !has_own {
                whole
            } else {
                attribute.lines.clone()
            }
        }
    };
    Ok([&file[..place.start], &file[place.end..]].concat())
}

/// What a text of the file says.
fn says(file: &str, unit: &UnitId) -> Option<String> {
    let all = entries(file);
    let entry = all.iter().find(|entry| entry.id.as_str() == unit.message())?;
    let value = match unit.attribute() {
        None => &entry.value,
        Some(_) => &entry.attributes.iter().find(|attribute| attribute.id == *unit)?.value,
    };
    (entry.is_whole && has_value(file, value)).then(|| source_of(&file[value.clone()]))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use proptest::prelude::*;

    use super::*;
    use crate::layout::units;

    const FILE: &str = "# File\n\n# Title\na-b = One\n\n\n# Two lines\na-c =\n    First\n    second\n    .label = L\na-d = { $n ->\n    [one] x\n   *[other] y\n}\n# end\n";

    fn id(text: &str) -> UnitId {
        UnitId::parse(text).unwrap()
    }

    fn after(edits: &[Edit]) -> String {
        splice(FILE, edits).unwrap()
    }

    #[test]
    fn what_is_not_edited_stays_to_the_byte() {
        assert_eq!(after(&[]), FILE);
        assert_eq!(after(&[Edit::say(id("a-b"), "Uno")]), FILE.replace("= One", "= Uno"));
        assert_eq!(
            after(&[Edit::say(id("a-c"), "x")]),
            FILE.replace("First\n    second", "x"),
            "a block stays one"
        );
        assert_eq!(after(&[Edit::say(id("a-c.label"), "M")]), FILE.replace("= L", "= M"));
        assert_eq!(
            after(&[Edit::say(id("a-d"), "z\nw")]),
            FILE.replace("{ $n ->\n    [one] x\n   *[other] y\n}", "z\n    w")
        );
    }

    #[test]
    fn windows_files_and_marks_stay_what_they_are() {
        let file = format!("\u{FEFF}{}", FILE.replace('\n', "\r\n"));
        let edits = [
            Edit::say(id("a-b"), "One\n    two"),
            Edit::say(id("a-x"), "X"),
            Edit::say(id("a-c.hint"), "H"),
        ];
        let spliced = splice(&file, &edits).unwrap();
        assert!(spliced.starts_with("\u{FEFF}# File\r\n"));
        assert_eq!(spliced.matches('\n').count(), spliced.matches("\r\n").count());
        assert!(spliced.contains("a-b = One\r\n    two\r\n\r\n") && spliced.ends_with("# end\r\na-x = X\r\n"));
        assert!(spliced.contains("    .label = L\r\n    .hint = H\r\na-d"));
    }

    #[test]
    fn a_new_text_goes_behind_its_neighbour() {
        let edit = Edit {
            after: Some(id("a-b")),
            comment: Some("Where\n\n$n: what".to_owned()),
            ..Edit::say(id("a-new"), "New { $n }")
        };
        let expected = FILE.replace("a-b = One\n", "a-b = One\n# Where\n#\n# $n: what\na-new = New { $n }\n");
        assert_eq!(after(&[edit]), expected);
        let open = splice("a-b = x", &[Edit::say(id("a-c"), "y")]).unwrap();
        assert_eq!(open, "a-b = x\na-c = y\n");
        assert_eq!(
            splice("", &[Edit::say(id("a-c.label"), "y")]).unwrap(),
            "a-c =\n    .label = y\n"
        );
    }

    #[test]
    fn a_text_is_taken_out_with_its_comment() {
        let out = |unit: &str| Edit {
            source: None,
            ..Edit::say(id(unit), "")
        };
        assert_eq!(after(&[out("a-b")]), FILE.replace("# Title\na-b = One\n", ""));
        assert_eq!(after(&[out("a-c.label")]), FILE.replace("    .label = L\n", ""));
        let only_label = after(&[out("a-c")]);
        assert!(
            only_label.contains("# Two lines\na-c =\n    .label = L\n"),
            "{only_label}"
        );
        assert_eq!(splice(FILE, &[out("a-x")]), Err(SpliceError::Unknown(id("a-x"))));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for source in ["", " ", "{ $n", "a }", "x\n    .label = y", "{ $n -> [one] x }"] {
            let refused = splice(FILE, &[Edit::say(id("a-b"), source)]);
            assert_eq!(refused, Err(SpliceError::NotFluent(id("a-b"))), "{source:?}");
        }
        let broken = splice("a-b = { $n\na-c = x\n", &[Edit::say(id("a-b"), "y")]);
        assert_eq!(broken, Err(SpliceError::Unreadable(id("a-b"))));
        let twice = splice("a-b = x\na-b = y\n", &[Edit::say(id("a-b"), "y")]);
        assert_eq!(twice, Err(SpliceError::Twice(id("a-b"))));
        // Lines that would begin other texts are lines of this one.
        let tricky = splice(FILE, &[Edit::say(id("a-b"), "x\na-z = y\n# z")]).unwrap();
        assert!(tricky.contains("a-b = x\n    a-z = y\n    # z\n"), "{tricky}");
    }

    proptest! {
        #[test]
        fn saying_the_same_changes_nothing(file in "(# c\n|\n|a-[bcd] =( |\n  )x( y)?(\n {1,4}z)?\n|    \\.l = (m|\n  n)\n|loose\n){0,8}") {
            let edits: Vec<Edit> = units(&file)
                .into_iter()
                .map(|unit| Edit::say(unit.id, unit.source))
                .collect();
            for edit in edits {
                match splice(&file, std::slice::from_ref(&edit)) {
                    Ok(spliced) => prop_assert_eq!(&spliced, &file),
                    Err(error) => prop_assert_eq!(error, SpliceError::Twice(edit.unit)),
                }
            }
        }

        #[test]
        fn what_is_spliced_reads_as_it_was_asked(source in "[a-cب好 {}$n.*\\[\\]#=\n\"-]{1,24}") {
            let wanted = written(&source).and_then(|source| meaning(&source));
            match splice(FILE, &[Edit::say(id("a-c"), source.clone())]) {
                Ok(spliced) => {
                    prop_assert_eq!(says(&spliced, &id("a-c")).and_then(|said| meaning(&said)), wanted);
                    let others = |file: &str| -> Vec<_> {
                        let of = |unit: crate::layout::Written| (unit.id, unit.comment, unit.source);
                        units(file).into_iter().map(of).filter(|(unit, ..)| unit.as_str() != "a-c").collect()
                    };
                    prop_assert_eq!(others(&spliced), others(FILE));
                }
                Err(error) => {
                    prop_assert_eq!(error, SpliceError::NotFluent(id("a-c")));
                    prop_assert!(wanted.is_none(), "{source:?}");
                }
            }
        }
    }
}
