//! Translations on the disk of a running shop.

use std::fs;
use std::path::Path;

use domain::Locale::{Es, Ug, Zh};
use l10n::{Finding, Texts, t};
use tempfile::TempDir;

fn shop() -> (TempDir, Texts) {
    let folder = TempDir::new().unwrap();
    for language in ["ug", "zh-Hans", "es"] {
        fs::create_dir(folder.path().join(language)).unwrap();
    }
    let texts = Texts::with_folder(folder.path().to_owned());
    (folder, texts)
}

fn save(folder: &TempDir, file: &str, text: &str) {
    fs::write(folder.path().join(file), text).unwrap();
}

fn told(findings: &[Finding], folder: &Path) -> Vec<String> {
    let root = format!("{}/", folder.display());
    findings
        .iter()
        .map(|finding| finding.to_string().replace(&root, ""))
        .collect()
}

#[test]
fn a_saved_file_is_taken_over_and_what_it_last_said_stays() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\nnav-about = Nosotros\n");
    assert!(texts.reload_if_changed().is_empty());
    assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
    assert_eq!(texts.get(Es, t::NAV_HOME), "Inicio", "what the file lacks is built in");
    assert_eq!(texts.get(Zh, t::NAV_CART), "购物车");

    save(&folder, "es/common.ftl", "nav-about = Nosotros\n");
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es/common.ftl:1: nav-cart: this text is no longer in this file; the shop goes on saying what it said"]
    );
    save(&folder, "es/common.ftl", "");
    assert!(texts.reload_if_changed().is_empty(), "an editor may be saving");
    assert_eq!(texts.reload_if_changed().len(), 1);
    fs::remove_file(folder.path().join("es/common.ftl")).unwrap();
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es/common.ftl:1: this file is gone; the shop goes on saying what it said"]
    );
    assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
    assert_eq!(texts.get(Es, t::NAV_ABOUT), "Nosotros");
    assert!(texts.reload_if_changed().is_empty(), "told once");
}

#[test]
fn what_is_in_no_file_any_more_is_a_problem_until_it_is_back() {
    let (folder, texts) = shop();
    let both = "nav-cart = Cesta\nnav-about = Nosotros\n";
    save(&folder, "es/common.ftl", both);
    texts.reload_if_changed();
    assert!(texts.problems().is_empty());
    // With a mistake it is there, and that is what is told.
    for (left, is_gone) in [
        ("nav-about = Nosotros\n", true),
        ("nav-cart = Cesta {\nnav-about = Nosotros\n", false),
    ] {
        save(&folder, "es/common.ftl", left);
        texts.reload_if_changed();
        texts.reload_if_changed();
        let problems = told(&texts.problems(), folder.path());
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains("nav-cart"), "{problems:?}");
        assert_eq!(
            problems[0].contains("is no longer in this file"),
            is_gone,
            "{problems:?}"
        );
    }
    save(&folder, "es/common.ftl", "nav-home = Inicio\n");
    texts.reload_if_changed();
    assert_eq!(texts.problems().len(), 1, "one line a file");
    fs::remove_file(folder.path().join("es/common.ftl")).unwrap();
    texts.reload_if_changed();
    assert_eq!(
        told(&texts.problems(), folder.path()),
        ["es:1: the files of this folder are gone; the shop goes on saying what it said"]
    );
    save(&folder, "es/common.ftl", &format!("{both}nav-home = Inicio\n"));
    texts.reload_if_changed();
    assert!(texts.problems().is_empty(), "{:?}", texts.problems());

    // So is a text in a second file, which is told once as well.
    save(&folder, "es/home.ftl", "nav-cart = Otra\n");
    assert_eq!(texts.reload_if_changed().len(), 1);
    assert_eq!(texts.problems().len(), 1);
    save(&folder, "es/home.ftl", "");
    texts.reload_if_changed();
    texts.reload_if_changed();
    assert!(texts.problems().is_empty(), "{:?}", texts.problems());
}

#[test]
fn a_folder_that_is_gone_is_told_in_one_line_and_a_renamed_file_in_none_of_its_texts() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    save(&folder, "es/home.ftl", "nav-about = Nosotros\n");
    texts.reload_if_changed();
    fs::rename(folder.path().join("es/home.ftl"), folder.path().join("es/start.ftl")).unwrap();
    assert!(texts.reload_if_changed().is_empty(), "its texts are there");
    fs::remove_dir_all(folder.path().join("es")).unwrap();
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es:1: the files of this folder are gone; the shop goes on saying what it said"]
    );
    assert_eq!(
        (texts.get(Es, t::NAV_CART), texts.get(Es, t::NAV_ABOUT)),
        ("Cesta".to_owned(), "Nosotros".to_owned())
    );
}

#[test]
fn a_mistake_keeps_the_last_good_text_and_not_the_one_built_in() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\nnav-home = Portada\n");
    texts.reload_if_changed();
    let mistakes = [
        "nav-cart = Cesta\nde la compra\nnav-home = Principio\n",
        "nav-cart = Cesta de\n\tla compra\nnav-home = Principio\n",
        "nav-cart = Cesta\n    [de] la compra\nnav-home = Principio\n",
        "nav-cart = Cesta {\nnav-home = Principio\n",
        "nav-cart = { $nombre }\nnav-home = Principio\n",
        "nav-cart = Carro\nnav-cart = Cesto\nnav-home = Principio\n",
        "nav-cart = Ces\u{FFFD}ta\nnav-home = Principio\n",
        "nav-cart =\nnav-home = Principio\n",
    ];
    for mistake in mistakes {
        save(&folder, "es/common.ftl", mistake);
        let problems = told(&texts.reload_if_changed(), folder.path());
        assert_eq!(problems.len(), 1, "{mistake:?}: {problems:?}");
        assert!(problems[0].contains("nav-cart"), "{problems:?}");
        assert_eq!(texts.get(Es, t::NAV_CART), "Cesta", "{mistake:?}");
        assert_eq!(texts.get(Es, t::NAV_HOME), "Principio", "{mistake:?}");
    }
}

#[test]
fn a_file_that_is_deep_large_or_no_file_does_not_hurt() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    texts.reload_if_changed();
    for bad in [
        format!("nav-cart = {}\n", "{".repeat(2700)),
        format!("nav-cart = {{ {}\n", "A(".repeat(100_000)),
        format!("nav-cart = {}\n", "x".repeat(600_000)),
        "nav-cart = ".to_owned() + &"{ $n ->\n *[other] ".repeat(5000),
        "x".repeat(2_000_000),
    ] {
        save(&folder, "es/common.ftl", &bad);
        assert_eq!(texts.reload_if_changed().len(), 1, "{}", &bad[..40]);
        assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
    }
    fs::create_dir(folder.path().join("es/folder.ftl")).unwrap();
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es/folder.ftl:1: this is no file that can be read"]
    );
}

#[test]
fn a_change_is_seen_whatever_time_and_length_say() {
    let (folder, texts) = shop();
    let file = folder.path().join("es/common.ftl");
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    texts.reload_if_changed();
    save(&folder, "es/common.ftl", "nav-cart = Bolsa\n");
    fs::File::options()
        .write(true)
        .open(&file)
        .unwrap()
        .set_modified(time)
        .unwrap();
    texts.reload_if_changed();
    assert_eq!(texts.get(Es, t::NAV_CART), "Bolsa");
}

#[test]
fn a_copy_beside_a_file_is_told_and_the_file_is_what_counts() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    for copy in ["es/common (1).ftl", "es/z.ftl"] {
        save(&folder, copy, "nav-cart = Vieja\n");
        assert_eq!(
            told(&texts.reload_if_changed(), folder.path()),
            [format!(
                "{copy}:1: nav-cart: this text is already in {}/es/common.ftl, and that one counts; keep one of them",
                folder.path().display()
            )
            .replace(&format!("{}/", folder.path().display()), "")]
        );
        assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
        // What other programs are told, and translators shown.
        let said = texts.folder_says();
        let sources: Vec<&str> = said.iter().map(|said| said.source.as_str()).collect();
        assert_eq!(sources, ["Cesta"], "{copy}");
        assert!(texts.reload_if_changed().is_empty(), "told once");
    }
    // Nor does it count when the file has a mistake, or cannot be read.
    for broken in [&b"nav-cart = Cesta { $x }\n"[..], b"\xFF\xFEn\0"] {
        fs::write(folder.path().join("es/common.ftl"), broken).unwrap();
        assert_eq!(texts.reload_if_changed().len(), 1);
        assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
        let said = texts.folder_says();
        let sources: Vec<&str> = said.iter().map(|said| said.source.as_str()).collect();
        assert_eq!(sources, ["Cesta"]);
    }
}

#[test]
fn only_a_change_swaps_the_texts() {
    let (folder, texts) = shop();
    assert_eq!(texts.generation(), 0);
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    texts.reload_if_changed();
    assert_eq!(texts.generation(), 1);
    texts.reload_if_changed();
    assert_eq!(texts.generation(), 1);
    save(&folder, "es/common.ftl", "nav-cart = La cesta\n");
    texts.clone().reload_if_changed();
    assert_eq!(
        (texts.generation(), texts.get(Es, t::NAV_CART)),
        (2, "La cesta".to_owned())
    );
}

#[test]
fn a_broken_message_falls_back_alone() {
    let (folder, texts) = shop();
    let ug = "nav-home = باش\nnav-cart = { $\npage-position = { $pag } / { $pages }\nnav-hom = ئۆي\nnav-about = بىز\n";
    save(&folder, "ug/common.ftl", ug);
    let problems = told(&texts.reload_if_changed(), folder.path());
    assert_eq!(
        problems,
        [
            "ug/common.ftl:2: nav-cart: right after `$`, without a space, stands the name of a variable: `{ $name }`",
            "ug/common.ftl:3: page-position: $pag does not exist in English → did you mean `$page`?",
            "ug/common.ftl:4: nav-hom: this text does not exist in this release of the shop, so the shop leaves it out → did you mean `nav-home`?",
        ]
    );
    assert_eq!(texts.get(Ug, t::NAV_HOME), "باش");
    assert_eq!(texts.get(Ug, t::NAV_ABOUT), "بىز");
    assert_eq!(texts.get(Ug, t::NAV_CART), "مال ھارۋىسى");
    assert_eq!(texts.plain(Ug, t::page_position(1, 2)), "1-بەت، جەمئىي 2 بەت");
    assert!(texts.reload_if_changed().is_empty(), "told once");
}

#[test]
fn a_file_of_which_nothing_can_be_read_changes_nothing() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    texts.reload_if_changed();
    fs::write(folder.path().join("es/common.ftl"), b"nav-cart = Cest\xFF\xFE\n").unwrap();
    assert_eq!(texts.reload_if_changed().len(), 1);
    save(&folder, "es/common.ftl", "<<<<<<< mine\n=======\n");
    assert!(!texts.reload_if_changed().is_empty());
    assert_eq!(
        (texts.generation(), texts.get(Es, t::NAV_CART)),
        (1, "Cesta".to_owned())
    );
}

#[test]
fn plural_forms_follow_the_language() {
    let (folder, texts) = shop();
    let es = "nav-cart-count = { $count ->\n    [0] nada\n    [one] uno\n    [many] { $count } de cosas\n   *[other] { $count } cosas\n}\n";
    save(&folder, "es/a.ftl", es);
    save(
        &folder,
        "zh-Hans/a.ftl",
        "nav-cart-count = { $count ->\n    [1] 一件\n   *[other] { $count }件\n}\n",
    );
    assert_eq!(told(&texts.reload_if_changed(), folder.path()), Vec::<String>::new());
    let es = |count: i64| texts.plain(Es, t::nav_cart_count(count));
    assert_eq!(
        [es(0), es(1), es(2), es(1000)],
        ["nada", "uno", "2 cosas", "1000 cosas"]
    );
    assert_eq!(
        [es(1_000_000), es(1_000_001)],
        ["1.000.000 de cosas", "1.000.001 cosas"]
    );
    assert_eq!(texts.plain(Zh, t::nav_cart_count(1)), "一件");
    assert_eq!(texts.plain(Zh, t::nav_cart_count(2)), "2件");
    assert_eq!(
        texts.plain(Zh, t::nav_cart_count("many")),
        "many件",
        "words take the starred form"
    );
}

#[test]
fn arguments_may_come_in_another_order() {
    let (folder, texts) = shop();
    save(
        &folder,
        "zh-Hans/common.ftl",
        "\u{FEFF}page-position = 共{ $pages }页，第{ $page }页\r\n",
    );
    assert!(
        texts.reload_if_changed().is_empty(),
        "and Notepad's marks are no mistake"
    );
    assert_eq!(texts.plain(Zh, t::page_position(3, 9)), "共9页，第3页");
}

#[test]
fn the_first_call_tells_what_was_wrong_at_the_start() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("es")).unwrap();
    save(&folder, "es/common.ftl", "nav-home = Portada\nnav-cart\n");
    let texts = Texts::with_folder(folder.path().to_owned());
    assert_eq!(texts.get(Es, t::NAV_HOME), "Portada");
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es/common.ftl:2: nav-cart: `=` is missing after the name"]
    );
    let nowhere = Texts::with_folder(folder.path().join("missing"));
    assert_eq!(
        (nowhere.reload_if_changed(), nowhere.get(Es, t::NAV_HOME)),
        (vec![], "Inicio".to_owned())
    );
}

#[test]
fn texts_of_several_files_stand_in_each_other() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta de { -shop }\n");
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()).len(),
        1,
        "there is no such term yet"
    );
    save(&folder, "es/terms.ftl", "-shop = Bazar\n");
    assert!(texts.reload_if_changed().is_empty());
    assert_eq!(texts.get(Es, t::NAV_CART), "Cesta de Bazar");

    // The term alone changes: the text follows, though its file is the same.
    save(&folder, "es/terms.ftl", "-shop = El Bazar\n");
    let before = texts.generation();
    assert!(texts.reload_if_changed().is_empty());
    assert_eq!(texts.get(Es, t::NAV_CART), "Cesta de El Bazar");
    assert!(texts.generation() > before, "pages kept for everybody are made again");

    // A mistake in the term, or its file gone: what it last said stays in other texts, also in new ones.
    save(&folder, "es/terms.ftl", "-shop = El {\n");
    assert_eq!(texts.reload_if_changed().len(), 1);
    save(&folder, "es/common.ftl", "nav-cart = { -shop }: cesta\n");
    assert!(texts.reload_if_changed().is_empty());
    assert_eq!(texts.get(Es, t::NAV_CART), "El Bazar: cesta");
    assert_eq!(
        texts.get(Ug, t::NAV_CART),
        Texts::built_in().get(Ug, t::NAV_CART),
        "a language has its own terms"
    );

    // A circle holds what is on it, and nothing else.
    save(
        &folder,
        "es/common.ftl",
        "nav-cart = { nav-about }\nnav-about = { nav-cart }\nnav-home = Portada\n",
    );
    assert_eq!(texts.reload_if_changed().len(), 2);
    assert_eq!(texts.get(Es, t::NAV_CART), "El Bazar: cesta");
    assert_eq!(texts.get(Es, t::NAV_HOME), "Portada");
}
