//! What lies in the folder of a running shop beside the texts it reads: files of languages, and what is read by nobody.

use std::path::Path;

use crate::check::{Finding, strays};
use crate::language::{folders, language_changes};

/// What is wrong there now: with the files of languages since they were read, with folders that are no language, and with files
/// whose names are only nearly those of texts. Touches the disk.
pub fn beside_texts(root: &Path) -> Vec<Finding> {
    let mut findings = language_changes(root);
    findings.extend(unread(root));
    findings
}

/// Folders and files that nobody reads.
fn unread(root: &Path) -> Vec<Finding> {
    let (shown, languages) = (root.display().to_string(), folders());
    let shown = shown.trim_end_matches('/');
    let mut findings = strays(root, shown, &languages);
    for language in languages {
        findings.extend(strays(&root.join(language), &format!("{shown}/{language}"), &[]));
    }
    findings
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;
    use crate::check::Kind;

    #[test]
    fn what_a_running_shop_does_not_read_is_told() {
        let root = tempfile::tempdir().unwrap();
        for (folder, file) in [
            ("es", "cart.ftl"),
            ("es", "cart.ftl.txt"),
            ("kk", "cart.ftl"),
            ("guide", "a.png"),
        ] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
            fs::write(root.path().join(folder).join(file), "cart-title = Carrito\n").unwrap();
        }
        let mut told = unread(root.path());
        told.sort_by(Finding::order);
        let shown = format!("{}/", root.path().display());
        let told: Vec<(Kind, String)> = told
            .into_iter()
            .map(|finding| (finding.kind, finding.path.replace(&shown, "")))
            .collect();
        let wanted = [
            (Kind::FileName, "es/cart.ftl.txt".to_owned()),
            (Kind::FolderOther, "kk".to_owned()),
        ];
        assert_eq!(told, wanted);
    }
}
