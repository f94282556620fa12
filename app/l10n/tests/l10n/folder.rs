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
fn a_saved_file_is_taken_over_and_a_removed_one_given_up() {
    let (folder, texts) = shop();
    save(&folder, "es/common.ftl", "nav-cart = Cesta\n");
    assert!(texts.reload_if_changed().is_empty());
    assert_eq!(texts.get(Es, t::NAV_CART), "Cesta");
    assert_eq!(texts.get(Es, t::NAV_HOME), "Inicio", "what the file lacks is built in");
    assert_eq!(texts.get(Zh, t::NAV_CART), "购物车");

    fs::remove_file(folder.path().join("es/common.ftl")).unwrap();
    texts.reload_if_changed();
    assert_eq!(texts.get(Es, t::NAV_CART), "Carrito");
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
            "ug/common.ftl:2: nav-cart: a name is expected here: letters, then digits or `-`",
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
