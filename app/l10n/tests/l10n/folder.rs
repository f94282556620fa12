//! Translations on the disk of a running shop.

use std::fs;
use std::path::Path;

use domain::Locale::{Es, Ug, Zh};
use l10n::{Problem, Texts, t};
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

fn told(problems: &[Problem], folder: &Path) -> Vec<String> {
    let root = format!("{}/", folder.display());
    problems
        .iter()
        .map(|problem| problem.to_string().replace(&root, ""))
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
        ["es/common.ftl:1: `nav-cart` is no longer in this file → the shop goes on saying what it said"]
    );
    save(&folder, "es/common.ftl", "");
    assert_eq!(texts.reload_if_changed().len(), 1);
    fs::remove_file(folder.path().join("es/common.ftl")).unwrap();
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es/common.ftl:1: this file is gone → the shop goes on saying what it said"]
    );
    assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
    assert_eq!(texts.get(Es, t::NAV_ABOUT), "Nosotros");
    assert!(texts.reload_if_changed().is_empty(), "told once");
}

#[test]
fn a_folder_that_is_gone_is_told_in_one_line_and_a_renamed_file_in_none_of_its_texts() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    save(&folder, "es/home.ftl", "nav-about = Nosotros\n");
    texts.reload_if_changed();
    fs::rename(folder.path().join("es/home.ftl"), folder.path().join("es/start.ftl")).unwrap();
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es/home.ftl:1: this file is gone → the shop goes on saying what it said"]
    );
    fs::remove_dir_all(folder.path().join("es")).unwrap();
    assert_eq!(
        told(&texts.reload_if_changed(), folder.path()),
        ["es:1: the files of this folder are gone → the shop goes on saying what it said"]
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
                "{copy}:1: `nav-cart` is already in {}/es/common.ftl → that one is shown; keep one of them",
                folder.path().display()
            )
            .replace(&format!("{}/", folder.path().display()), "")]
        );
        assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
        assert!(texts.reload_if_changed().is_empty(), "told once");
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
            "ug/common.ftl:2: nav-cart: right after `$`, without a space, stands the name of a variable: { $name }",
            "ug/common.ftl:3: page-position: $pag does not exist in English → did you mean $page?",
            "ug/common.ftl:4: `nav-hom` does not exist in this shop → did you mean `nav-home`?",
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
        ["es/common.ftl:2: nav-cart: `=` is missing after the id"]
    );
    let nowhere = Texts::with_folder(folder.path().join("missing"));
    assert_eq!(
        (nowhere.reload_if_changed(), nowhere.get(Es, t::NAV_HOME)),
        (vec![], "Inicio".to_owned())
    );
}
