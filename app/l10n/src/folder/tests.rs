#![expect(clippy::unwrap_used, reason = "tests")]

use std::time::Duration;

use super::*;
use crate::texts::{built_in_values, reference};

/// A folder with one file, and what it says.
fn shop(text: &str) -> (tempfile::TempDir, PathBuf, Folder) {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("es")).unwrap();
    let file = root.path().join("es/common.ftl");
    fs::write(&file, text).unwrap();
    let folder = Folder::new(root.path().to_owned(), reference(), built_in_values());
    (root, file, folder)
}

fn says(folder: &Folder) -> Vec<String> {
    folder.overrides().map(|(.., pattern)| pattern.to_string()).collect()
}

/// As if all files had been as they are for an hour.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(3600)
}

#[cfg(unix)]
#[test]
fn a_file_that_is_the_same_by_its_stamp_is_read_with_all_others_only() {
    let (_root, file, mut folder) = shop("nav-cart = Cesta\n");
    let later = later();
    assert!(folder.look(Look::All, later));
    // A change of which the file system says nothing.
    fs::write(&file, "nav-cart = Bolsa\n").unwrap();
    let stamp = Stamp::of(&fs::metadata(&file).unwrap(), later);
    for known in folder.files.values_mut() {
        known.stamp = stamp;
    }
    assert!(!folder.look(Look::Stamps, later), "it is not read");
    assert_eq!(says(&folder), ["Cesta"]);
    assert!(folder.look(Look::All, later));
    assert_eq!(says(&folder), ["Bolsa"]);
}

#[test]
fn a_file_that_has_just_changed_is_read_again() {
    let (_root, file, mut folder) = shop("nav-cart = Cesta\n");
    assert!(folder.look(Look::All, SystemTime::now()));
    for word in ["Bolsa", "Carro", "Cesto"] {
        fs::write(&file, format!("nav-cart = {word}\n")).unwrap();
        assert!(folder.look(Look::Stamps, SystemTime::now()), "{word}");
        assert_eq!(says(&folder), [word]);
    }
}

#[cfg(unix)]
#[test]
fn what_could_not_be_read_is_tried_again_though_it_is_the_same() {
    let (_root, file, mut folder) = shop("nav-cart = Cesta\n");
    let later = later();
    fs::write(&file, b"\xFF\xFEn\0").unwrap();
    folder.look(Look::All, later);
    assert!(folder.files.values().all(|known| known.stamp.is_none()));
    fs::write(&file, "nav-cart = Cesta\n").unwrap();
    folder.look(Look::Stamps, later);
    assert!(folder.files.values().all(|known| known.stamp.is_some()));
    assert!(folder.problems().is_empty());
}

#[test]
fn texts_in_a_second_file_are_told_in_one_line_and_once() {
    let (root, _, mut folder) = shop("nav-cart = Cesta\nnav-home = Portada\nnav-about = Nosotros\n");
    fs::write(
        root.path().join("es/common (1).ftl"),
        "nav-cart = Vieja\nnav-home = Vieja\n",
    )
    .unwrap();
    folder.read_all();
    let told = folder.take_findings();
    assert_eq!(told, folder.problems());
    let [copy] = told.as_slice() else {
        panic!("one line: {told:?}")
    };
    assert_eq!((copy.kind, copy.line), (Kind::FileCopy, 1));
    assert!(copy.path.ends_with("es/common (1).ftl"), "{copy}");
    assert_eq!(copy.args[1], ("count", "2".to_owned()));
    assert!(!says(&folder).contains(&"Vieja".to_owned()));

    // It grows, which is the same cause; what is left is one text, which is told by its name.
    let save = |text: &str| fs::write(root.path().join("es/common (1).ftl"), text).unwrap();
    save("nav-cart = Vieja\nnav-home = Vieja\nnav-about = Vieja\n");
    folder.read_all();
    assert_eq!(folder.take_findings(), []);
    assert_eq!(folder.problems()[0].args[1], ("count", "3".to_owned()));
    save("nav-cart = Vieja\n");
    folder.read_all();
    let told = folder.take_findings();
    assert_eq!(told[0].kind, Kind::IdElsewhere);
    save("");
    folder.read_all();
    folder.read_all();
    assert_eq!(folder.take_findings(), []);
    assert_eq!(folder.problems(), []);
}

#[test]
fn a_file_that_is_empty_for_a_moment_lost_nothing() {
    let (_root, file, mut folder) = shop("nav-cart = Cesta\nnav-home = Portada\n");
    folder.read_all();
    folder.take_findings();
    // As between the two steps of a program that saves.
    fs::write(&file, "").unwrap();
    folder.read_all();
    assert_eq!((folder.take_findings(), folder.problems()), (Vec::new(), &[][..]));
    fs::write(&file, "nav-cart = Bolsa\nnav-home = Portada\n").unwrap();
    folder.read_all();
    assert_eq!(folder.take_findings(), []);
    assert!(says(&folder).contains(&"Bolsa".to_owned()));
    // It stays so.
    fs::write(&file, "").unwrap();
    folder.read_all();
    folder.read_all();
    let told: Vec<Kind> = folder.take_findings().iter().map(|finding| finding.kind).collect();
    assert_eq!(told, [Kind::IdsGone]);
}

#[test]
fn the_last_text_of_a_file_that_is_not_whole_stays_as_it_was() {
    let (_root, file, mut folder) = shop("nav-home = Portada\nnav-cart = Cesta\n");
    folder.read_all();
    fs::write(&file, "nav-home = Portada nueva\nnav-cart = Ces").unwrap();
    folder.read_all();
    let told: Vec<Kind> = folder.take_findings().iter().map(|finding| finding.kind).collect();
    assert_eq!(told, [Kind::FileCut]);
    let mut says = says(&folder);
    says.sort();
    assert_eq!(says, ["Cesta", "Portada nueva"]);
}

#[test]
fn a_text_that_begins_within_another_one_keeps_both_as_they_were() {
    let (_root, file, mut folder) = shop("nav-home = Portada\nnav-cart = Cesta\n");
    folder.read_all();
    fs::write(&file, "nav-home = Portada nuevanav-cart = Cesta\n").unwrap();
    folder.read_all();
    let told = folder.take_findings();
    let kinds: Vec<Kind> = told.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::LineEnd]);
    assert!(told[0].sentence("en").contains("nav-cart"), "{}", told[0]);
    let mut says = says(&folder);
    says.sort();
    assert_eq!(says, ["Cesta", "Portada"]);
}

#[test]
fn a_file_of_another_language_changes_nothing_and_is_told_in_one_line() {
    let (root, file, mut folder) = shop("nav-cart = Cesta\n");
    folder.read_all();
    let uyghur = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/ug");
    fs::copy(uyghur.join("common.ftl"), &file).unwrap();
    folder.read_all();
    let told = folder.take_findings();
    let kinds: Vec<Kind> = told.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::FileLanguage]);
    let own = says(&folder);
    assert!(own.contains(&"Cesta".to_owned()), "{own:?}");
    assert!(own.iter().all(|text| !text.contains('ى')), "{own:?}");
    // All of the folder.
    for name in ["cart.ftl", "home.ftl", "about.ftl"] {
        fs::copy(uyghur.join(name), root.path().join("es").join(name)).unwrap();
    }
    folder.read_all();
    let told = folder.take_findings();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].path, root.path().join("es").display().to_string());
}

#[test]
fn a_file_under_another_name_is_not_gone() {
    let (root, file, mut folder) = shop("nav-cart = Cesta\n");
    folder.read_all();
    fs::rename(&file, root.path().join("es/comun.ftl")).unwrap();
    folder.read_all();
    assert_eq!(folder.take_findings(), []);
    assert_eq!(folder.problems(), []);
}

#[test]
fn what_editors_leave_beside_a_file_is_none() {
    let (root, _, mut folder) = shop("nav-cart = Cesta\n");
    for beside in [
        "common.ftl~",
        ".#common.ftl",
        ".common.ftl.swp",
        "#common.ftl#",
        "common.ftl.orig",
    ] {
        fs::write(root.path().join("es").join(beside), "nav-cart = Vieja\n").unwrap();
    }
    folder.read_all();
    assert_eq!(
        (folder.take_findings(), says(&folder)),
        (Vec::new(), vec!["Cesta".to_owned()])
    );
}

#[test]
fn what_was_done_to_a_whole_file_is_one_line_and_all_its_texts_stay() {
    let names = ["home", "products", "search", "cart", "about", "language"];
    let good = names.map(|name| format!("nav-{name} = Otra {name}\n")).concat();
    let (_root, file, mut folder) = shop(&good);
    folder.read_all();
    let sorted = |mut said: Vec<String>| {
        said.sort();
        said
    };
    let before = sorted(says(&folder));
    assert_eq!(before.len(), names.len());
    let kinds = |findings: &[Finding]| findings.iter().map(|finding| finding.kind).collect::<Vec<Kind>>();
    for (text, kind) in [
        (good.replace("nav-", "navegar-"), Kind::NamesTranslated),
        (good.replace("nav-", "\tnav-"), Kind::LinesIndented),
        (good.replace("nav-", "# nav-"), Kind::TextsOff),
        (good.replace(" =", ":"), Kind::EqualsOther),
    ] {
        fs::write(&file, &good).unwrap();
        folder.read_all();
        assert_eq!(
            (kinds(&folder.take_findings()), kinds(folder.problems())),
            (vec![], vec![])
        );
        fs::write(&file, text).unwrap();
        folder.read_all();
        let told = folder.take_findings();
        assert_eq!((kinds(&told), kinds(folder.problems())), (vec![kind], vec![kind]));
        assert_eq!(told[0].args[0], ("count", "6".to_owned()));
        assert_eq!(sorted(says(&folder)), before);
    }
}
