//! A glossary that went while no program ran: the one that starts then finds none, and only a note says that there was one.

use std::fs;
use std::path::Path;

use l10n::Finding;
use l10n::glossary::built_in_glossary;

/// In the folder of data: the path of the glossary that was seen last.
pub(super) const NOTE: &str = "texts-glossary.txt";
/// In the folder of texts.
const GLOSSARY: &str = "glossary.csv";

/// See the [module](self).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SeenGlossary {
    /// By this program, which goes on with its words.
    is_seen: bool,
}

impl SeenGlossary {
    /// What is told of the glossary of the folder `root` when it went before this program started. Notes one that is there. Touches
    /// the disk.
    pub fn look(&mut self, root: &Path, note: &Path) -> Option<Finding> {
        let path = root.join(GLOSSARY);
        let shown = path.display().to_string();
        if path.is_file() {
            if !self.is_seen {
                self.is_seen = true;
                // A folder of data that cannot be written is told of the note of the texts.
                let _ = fs::write(note, &shown);
            }
            return None;
        }
        if self.is_seen {
            return None;
        }
        let noted = fs::read_to_string(note).ok()?;
        (noted == shown).then(|| built_in_glossary(&shown, NOTE))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use l10n::Kind;

    use super::*;

    #[test]
    fn a_glossary_that_went_while_no_program_ran_is_told() {
        let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (root, note) = (folder.path(), data.path().join(NOTE));
        let file = root.join(GLOSSARY);
        let after_a_start = |root: &Path| SeenGlossary::default().look(root, &note);
        assert_eq!(after_a_start(root), None, "there never was one");
        let mut seen = SeenGlossary::default();
        fs::write(&file, "").unwrap();
        assert_eq!(seen.look(root, &note), None);
        fs::remove_file(&file).unwrap();
        assert_eq!(seen.look(root, &note), None, "this program goes on with its words");
        let told = after_a_start(root).unwrap();
        assert_eq!(told.kind, Kind::GlossaryBuiltIn);
        assert!(told.path.ends_with(GLOSSARY), "{}", told.path);
        let other = tempfile::tempdir().unwrap();
        assert_eq!(after_a_start(other.path()), None, "another folder");
        fs::write(&file, "").unwrap();
        assert_eq!(after_a_start(root), None, "it is back");
        fs::remove_file(&file).unwrap();
        assert!(after_a_start(root).is_some());
        fs::remove_file(&note).unwrap();
        assert_eq!(after_a_start(root), None, "nobody waits for it");
    }
}
