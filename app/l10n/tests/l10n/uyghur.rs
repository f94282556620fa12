use l10n::uyghur::{normalise, search_key, sort_key, uly};
use proptest::prelude::*;

#[test]
fn look_alike_letters_become_uyghur_ones() {
    let cases = [
        (
            "\u{FEEB}\u{FEEA}\u{FEB4}\u{FEEA}\u{FEDD}",
            "ھەسەل",
            "presentation forms tell ھ from ە",
        ),
        ("\u{FBEB}\u{FEE7}\u{FE8E}\u{FEAD}", "ئانار", "a ligature is two letters"),
        ("ن\u{647}\u{200C}ن", "نەن", "heh and ZWNJ is ە"),
        ("\u{647}ەس\u{647}", "ھەسە", "heh before a letter is ھ, else ە"),
        ("ئ\u{647}نجۈر", "ئەنجۈر", "after the carrier only ە can stand"),
        ("\u{6A9}ىشمىش", "كىشمىش", "keheh"),
        ("\u{6AA}ىشمىش", "كىشمىش", "swash kaf"),
        ("چا\u{6CC}", "چاى", "Farsi yeh at the end"),
        ("\u{6CC}ا\u{6AD}اق", "ياڭاق", "Farsi yeh before a vowel"),
        (
            "\u{6C5}ر\u{6C9}\u{6CE}",
            "ۆرۈې",
            "letters of the Kyrgyz and Kazakh keyboards",
        ),
        ("\u{64A}\u{654}انار", "ئانار", "decomposed hemze"),
        ("و\u{64F}و\u{670}و\u{65A}", "ۇۈۆ", "marks on waw"),
        (
            "ب\u{640}ـادا\u{64E}م\u{200F}",
            "بادام",
            "tatweel, vowel mark and direction mark",
        ),
        ("٢٠۲۶ ５００ｇ", "2026 500g", "digits and full-width"),
        ("新疆 Melón", "新疆 Melón", "other scripts stay"),
    ];
    for (typed, wanted, why) in cases {
        assert_eq!(normalise(typed), wanted, "{why}");
    }
}

#[test]
fn words_sort_as_in_a_dictionary() {
    let dictionary = [
        "ئانار",
        "ئەنجۈر",
        "بادام",
        "تاۋۇز",
        "خورما",
        "شاپتۇل",
        "قوغۇن",
        "كىشمىش",
        "گۈرۈچ",
        "ھەسەل",
        "ئوتۇن",
        "ئۇن",
        "ئۆرۈك",
        "ئۈزۈم",
        "ۋاقىت",
        "ئېرىق",
        "ئىسسىق",
        "ياڭاق",
    ];
    let mut sorted = dictionary;
    sorted.reverse();
    sorted.sort_by_key(|word| sort_key(word));
    assert_eq!(sorted, dictionary);
}

#[test]
fn a_word_sorts_before_what_it_begins() {
    assert!(sort_key("ئانار") < sort_key("ئانار سۈيى"));
    assert!(sort_key("ئانار سۈيى") < sort_key("ئانارلىق"));
    assert!(sort_key("2 بادام") < sort_key("بادام") && sort_key("ياڭاق") < sort_key("Badam"));
    assert!(sort_key("Badam") < sort_key("巴旦木"));
    assert_eq!(sort_key("بادام"), sort_key("\u{FE91}\u{FE8E}\u{FEA9}\u{FE8E}\u{FEE1}"));
}

#[test]
fn uly_follows_the_standard() {
    let cases = [
        ("بادام", "badam"),
        ("ياڭاق", "yangaq"),
        ("قىزىل چىلان", "qizil chilan"),
        ("ئۈزۈم", "üzüm"),
        ("ئۆرۈك قېقى", "örük qéqi"),
        ("سەنئەت", "sen'et"),
        ("شېئىر", "shéir"),
        ("ئىنگلىز", "in'gliz"),
        ("مەسھەپ", "mes'hep"),
        ("نغ", "n'gh"),
        ("ژۇرنال", "zhurnal"),
        ("بازار، ياخشىمۇ؟", "bazar, yaxshimu?"),
        ("500 گرام", "500 gram"),
    ];
    for (uyghur, latin) in cases {
        assert_eq!(uly(uyghur), latin);
    }
}

#[test]
fn one_key_for_every_way_to_type_a_name() {
    let alike: [&[&str]; 8] = [
        &[
            "بادام",
            "badam",
            "Badam",
            "BADAM",
            "\u{FE91}\u{FE8E}\u{FEA9}\u{FE8E}\u{FEE1}",
            " ｂａｄａｍ ",
        ],
        &["ئۆرۈك", "örük", "oruk", "ÖRÜK", "o\u{308}ru\u{308}k"],
        &["ھەسەل", "hesel", "häsäl", "həsəl", "\u{62D}ەسەل"],
        &["مەسھەپ", "mes'hep", "mes’hep", "meshep"],
        &["خورما", "xorma", "khorma"],
        &["تاۋۇز", "tawuz", "tavuz"],
        &["melón", "melon", "MELÓN", "melo\u{301}n"],
        &["castaña", "castana"],
    ];
    for group in alike {
        let keys: Vec<String> = group.iter().map(|typed| search_key(typed)).collect();
        assert!(keys.iter().all(|key| *key == keys[0]), "{group:?} {keys:?}");
    }
    assert_eq!(search_key("新疆·大枣（500g）"), "新疆 大枣 500g");
    assert!(search_key("纸皮核桃").contains(&search_key("核桃")));
    assert_ne!(search_key("ئانار"), search_key("ئەنجۈر"));
}

proptest! {
    #[test]
    fn normalising_twice_changes_nothing(text in "[\u{600}-\u{6FF}\u{FB50}-\u{FBFF}\u{FE70}-\u{FEFF}\u{200B}-\u{200F} a-z]{0,24}") {
        let once = normalise(&text);
        prop_assert_eq!(normalise(&once), once);
    }

    #[test]
    fn a_key_of_a_key_is_itself(text in "\\PC{0,24}") {
        let key = search_key(&text);
        prop_assert_eq!(search_key(&key), key);
    }
}

/// Endings that are written joined to what they follow: after a number or a name there is nothing to join them to.
const SUFFIXES: [&str; 22] = [
    "دىن", "تىن", "نىڭ", "نى", "غا", "گە", "كە", "قا", "دا", "دە", "تا", "تە", "غىچە", "گىچە", "كىچە", "قىچە", "لىق",
    "لىك", "دىكى", "تىكى", "لار", "لەر",
];

#[test]
fn no_text_hangs_a_suffix_on_what_is_filled_in() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/ug");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for after in line.split('}').skip(1) {
                let word = after.trim_start_matches([' ', '\u{A0}', '-']);
                let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
                if SUFFIXES.contains(&&word[..end]) {
                    found.push(line.to_owned());
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
