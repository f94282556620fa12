//! Where in a file a finding stands: line, character, and the line itself.

use super::finding::{Fault, Finding};

/// The lines of a text in a file, its name in the first one.
#[derive(Clone, Copy, Debug)]
pub struct Place<'t> {
    /// The file as the reader would name it.
    pub path: &'t str,
    /// The name of the text.
    pub id: &'t str,
    /// Its lines, as they stand in the file.
    pub lines: &'t str,
    /// Number of the first, from 1.
    pub line: usize,
}

impl Place<'_> {
    /// The fault, at the letters it is about; of the whole text, at its name.
    pub fn of(&self, fault: Fault) -> Finding {
        let mut finding = Finding::new(fault.kind, self.path, self.line)
            .of(Some(self.id))
            .meant(fault.meant);
        finding.args = fault.args;
        let found = fault.at.as_deref().and_then(|letters| self.find(letters));
        let (line, column, length) = found.unwrap_or_else(|| self.name());
        finding.line = line;
        finding.column = column;
        finding.length = length;
        finding
    }

    fn find(&self, letters: &str) -> Option<(usize, usize, usize)> {
        // A variable reads as U+FFFC in the words of a text, and ends with `}` in the file.
        let letters = letters.replace('\u{FFFC}', "}");
        if letters.is_empty() {
            return None;
        }
        self.lines.lines().enumerate().find_map(|(number, line)| {
            let from = if number == 0 {
                line.find('=').map_or(0, |at| at + 1)
            } else {
                0
            };
            let at = from + line.get(from..)?.find(letters.as_str())?;
            let column = line.get(..at)?.chars().count() + 1;
            Some((self.line + number, column, letters.chars().count()))
        })
    }

    fn name(&self) -> (usize, usize, usize) {
        let name = self.id.split('.').next_back().unwrap_or_default();
        let first = self.lines.lines().next().unwrap_or_default();
        let column = first.find(name).map_or(1, |at| at + 1);
        (self.line, column, name.chars().count().max(1))
    }
}

/// Puts into each finding the line it points at.
pub fn show_lines(findings: &mut [Finding], path: &str, text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    for finding in findings.iter_mut().filter(|finding| finding.path == path) {
        let line = finding.line.checked_sub(1).and_then(|number| lines.get(number));
        finding.line_text = line.map(|line| (*line).to_owned()).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::super::finding::Kind;
    use super::*;

    #[test]
    fn a_fault_points_at_its_letters_and_else_at_the_name() {
        let place = Place {
            path: "f",
            id: "cart-hello",
            lines: "cart-hello = سالام\n    { $name }, «سۆز»\n",
            line: 7,
        };
        let told = |fault: Fault| {
            let finding = place.of(fault);
            (finding.line, finding.column, finding.length)
        };
        assert_eq!(told(Fault::new(Kind::Mark).at("\u{FFFC},")), (8, 13, 2));
        assert_eq!(told(Fault::new(Kind::Mark).at("سالام")), (7, 14, 5));
        assert_eq!(told(Fault::new(Kind::Mark).at("hello")), (7, 1, 10), "not in the name");
        assert_eq!(told(Fault::new(Kind::Mark)), (7, 1, 10));
    }
}
