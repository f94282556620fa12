//! Languages that are added while the program runs: their data files and texts are those of the server's tests. Languages are
//! added once for a whole program, so these tests have a program of their own.

#![cfg(feature = "fluent")]
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::PathBuf;
use std::sync::LazyLock;

use domain::{Currency, Direction, Locale, Money, Quantity, Translated, TranslationState, Unit, Weight, pick};
use l10n::language::{add_languages, folders, named, page_data};
use l10n::verdict::{CheckOptions, Reference, check};
use l10n::{Level, Texts, format, is_in_other_letters, negotiate, t};

/// 2026-05-01 15:04 in Beijing, a Friday.
const MAY_FIRST: i64 = 1_777_619_040_000;

static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
    assert!(add_languages(&fixtures()).is_empty());
    Texts::with_folder(fixtures())
});

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../server/testing/languages")
}

fn language(code: &str) -> Locale {
    LazyLock::force(&TEXTS);
    Locale::from_code(code).unwrap()
}

fn yuan(fen: i64) -> Money {
    Money::new(fen, Currency::Cny)
}

#[test]
fn an_added_language_is_what_its_file_says() {
    let kazakh = language("kk");
    assert_eq!(
        (kazakh.bcp47(), kazakh.folder(), kazakh.native_name()),
        ("kk-Arab", "kk-Arab", "قازاقشا")
    );
    assert_eq!((kazakh.dir(), language("ru").dir()), (Direction::Rtl, Direction::Ltr));
    assert_eq!(kazakh.fallbacks(), [Locale::Ug, Locale::Zh, Locale::Es]);
    assert_eq!(language("ru").nearest_built_in(), Locale::Zh);
    assert_eq!(Locale::all().len(), 6);
    assert_eq!(folders(), ["en", "ug", "zh-Hans", "es", "ar", "kk-Arab", "ru"]);
    for locale in Locale::all() {
        assert_eq!(Locale::all()[locale.index()], *locale);
        let sent = serde_json::to_string(locale).unwrap();
        assert_eq!(sent, format!("\"{}\"", locale.code()));
        assert_eq!(serde_json::from_str::<Locale>(&sent).unwrap(), *locale);
    }
    assert!(serde_json::from_str::<Locale>("\"fr\"").is_err());
}

#[test]
fn readers_of_an_added_language_get_the_one_they_understand_before_the_writers() {
    let text = |lang: Locale| Translated {
        text: lang.native_name().to_owned(),
        lang,
        state: TranslationState::Human,
    };
    let all = [text(Locale::Ug), text(Locale::Es), text(Locale::Zh)];
    let shown = |wanted: Locale, source, from: &[Translated]| pick(wanted, source, from).map(|text| text.lang);
    // As lists have it, which are kept ready in the built-in languages.
    assert_eq!(shown(language("ru"), Locale::Ug, &all), Some(Locale::Zh));
    assert_eq!(shown(language("ru"), Locale::Ug, &all[..2]), Some(Locale::Ug));
    assert_eq!(shown(language("kk"), Locale::Es, &all), Some(Locale::Ug));
    assert_eq!(shown(language("kk"), Locale::Es, &all[1..]), Some(Locale::Es));
}

#[test]
fn languages_are_added_once() {
    let before = language("ar");
    let problems = add_languages(&fixtures());
    assert_eq!(problems.len(), 1);
    assert_eq!(Locale::from_code("ar"), Some(before));
}

#[test]
fn browsers_that_ask_for_it_get_it() {
    let russian = language("ru");
    assert_eq!(negotiate("ru-RU,ru;q=0.9,en;q=0.8", None), russian);
    assert_eq!(negotiate("zh", Some("ru")), russian);
    assert_eq!(named("kk-Arab"), Some(language("kk")));
    assert_eq!(named("ara"), Some(language("ar")));
    assert_eq!(named("fr"), None);
}

#[test]
fn numbers_money_and_amounts_are_written_as_the_file_says() {
    let (arabic, russian, kazakh) = (language("ar"), language("ru"), language("kk"));
    assert_eq!(format::number(arabic, -1_234_567), "-١٬٢٣٤٬٥٦٧");
    assert_eq!(format::number(russian, 1234), "1234");
    assert_eq!(format::number(russian, 12_345), "12\u{A0}345");
    assert_eq!(format::money(arabic, yuan(123_450)), "١٬٢٣٤٫٥٠\u{A0}¥");
    assert_eq!(format::money(russian, yuan(-1250)), "-12,50\u{A0}¥");
    let parts = format::money_parts(russian, yuan(1250));
    assert_eq!(
        (parts.symbol, parts.number.as_str(), parts.symbol_first),
        ("¥", "12,50", false)
    );
    assert!(format::money_parts(kazakh, yuan(1250)).symbol_first);
    assert_eq!(format::percent(arabic, 5), "٥٪");
    assert_eq!(format::tenths(russian, 47), "4,7");
    assert_eq!(format::weight(arabic, Weight(1500)), "١٫٥\u{A0}كغ");
    assert_eq!(
        format::price_per_grams(russian, yuan(2250), 500),
        "22,50\u{A0}¥/500\u{A0}г"
    );
    assert_eq!(format::price_per_kg(russian, yuan(4500)), "45,00\u{A0}¥/кг");
    // Each plural form has its own.
    let pieces = |amount| format::quantity(arabic, Quantity(amount), Unit::Piece);
    assert_eq!(
        [0, 1, 2, 3, 11, 100].map(pieces),
        [
            "٠\u{A0}قطع",
            "قطعة واحدة (١)",
            "قطعتان (٢)",
            "٣\u{A0}قطع",
            "١١\u{A0}قطعة",
            "١٠٠\u{A0}قطعة"
        ]
    );
}

#[test]
fn days_and_lists_are_written_as_the_file_says() {
    let (arabic, russian, kazakh) = (language("ar"), language("ru"), language("kk"));
    assert_eq!(format::date(arabic, MAY_FIRST), "١ مايو ٢٠٢٦");
    assert_eq!(format::date(kazakh, MAY_FIRST), "2026 جىلعى 1 مامىر");
    assert_eq!(format::date_time(russian, MAY_FIRST), "1 мая 2026\u{A0}г., 15:04");
    assert_eq!(format::time(arabic, MAY_FIRST), "١٥:٠٤");
    assert_eq!(format::day_month(russian, MAY_FIRST), "1 мая");
    assert_eq!(format::weekdays(russian, &[1, 2, 3]), "пн–ср");
    assert_eq!(format::weekdays(arabic, &[1, 5]), "الاثنين، الجمعة");
    assert_eq!(
        format::list_and(russian, &["миндаль", "изюм", "мёд"]),
        "миндаль, изюм и мёд"
    );
    assert_eq!(format::named_month("1 мая 2026"), "2026-5-1");
    // What machines read is the same in each.
    assert_eq!(format::machine_date(MAY_FIRST), "2026-05-01");
}

#[test]
fn texts_have_the_plural_forms_of_the_language() {
    let count = |code: &str, number: i64| TEXTS.plain(language(code), t::catalog_list_count(number));
    assert_eq!(
        [1, 2, 5, 11, 21, 112].map(|number| count("ru", number)),
        [
            "1 товар",
            "2 товара",
            "5 товаров",
            "11 товаров",
            "21 товар",
            "112 товаров"
        ]
    );
    assert_eq!(
        [0, 1, 2, 7, 15, 101].map(|number| count("ar", number)),
        [
            "٠ منتجات",
            "منتج واحد (١)",
            "منتجان (٢)",
            "٧ منتجات",
            "١٥ منتجًا",
            "١٠١ منتج"
        ]
    );
    assert_eq!(count("kk", 3), "3 تاۋار");
}

#[test]
fn what_a_language_lacks_is_said_in_its_fallback() {
    let said = |locale| TEXTS.get(locale, t::CART_UNDO);
    assert_eq!(said(language("ru")), said(Locale::Zh));
    assert_eq!(said(language("kk")), said(Locale::Ug));
    assert_ne!(said(Locale::Ug), said(Locale::Zh));
    assert_eq!(TEXTS.get(language("ru"), t::CART_TITLE), "Корзина");
    let words = TEXTS.words(language("ar"), &[t::CART_TITLE, t::CART_UNDO]);
    assert_eq!(words.get(t::CART_TITLE), "السلة");
    assert_eq!(words.get(t::CART_UNDO), said(Locale::Ug));
}

#[test]
fn its_files_are_checked_and_what_they_lack_is_no_mistake() {
    LazyLock::force(&TEXTS);
    let options = CheckOptions {
        reference: Reference::BuiltIn,
        languages: Some(["ar", "kk-Arab", "ru"].map(str::to_owned).to_vec()),
        level: Level::Warning,
        ..CheckOptions::default()
    };
    let report = check(&fixtures(), &options);
    assert_eq!(report.findings, Vec::new());
    // English among them.
    assert_eq!(report.languages, 4);
    // A form that the language needs.
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("ru")).unwrap();
    let text = "catalog-list-count = { $count ->\n    [one] { $count } товар\n   *[other] { $count } товара\n}\n";
    std::fs::write(folder.path().join("ru/catalog.ftl"), text).unwrap();
    let options = CheckOptions {
        languages: Some(vec!["ru".to_owned()]),
        level: Level::Hint,
        ..options
    };
    let report = check(folder.path(), &options);
    let told: Vec<&str> = report.findings.iter().map(|finding| finding.kind.as_str()).collect();
    assert_eq!(told, ["form-lacking"]);
    // A mark of another language.
    std::fs::create_dir(folder.path().join("ar")).unwrap();
    std::fs::write(folder.path().join("ar/cart.ftl"), "cart-title = السلة, حقا\n").unwrap();
    let options = CheckOptions {
        languages: Some(vec!["ar".to_owned()]),
        ..options
    };
    let report = check(folder.path(), &options);
    let told: Vec<&str> = report.findings.iter().map(|finding| finding.kind.as_str()).collect();
    assert_eq!(told, ["mark"]);
}

#[test]
fn letters_of_another_script_are_noticed() {
    assert!(!is_in_other_letters(language("ru"), "Миндаль Omega"));
    assert!(is_in_other_letters(language("ru"), "Almendra"));
    assert!(is_in_other_letters(language("kk"), "Миндаль"));
}

#[test]
fn a_page_names_the_added_languages_to_its_scripts() {
    let data = page_data(language("ar"), false);
    let (own, added) = data.split_once('~').unwrap();
    assert!(own.starts_with("٬|4|٫|٠١٢٣٤٥٦٧٨٩|z=0 o=1 t=2 f100=3-10 m100=11-99|"));
    assert_eq!(added, "ar|ar|rtl|العربية|kk|kk-Arab|rtl|قازاقشا|ru|ru|ltr|Русский");
    let russian = page_data(language("ru"), false);
    assert!(
        russian.contains("|o10=1&100!11 f10=2-4&100!12-14 m10=0 m10=5-9 m100=11-14|"),
        "{russian}"
    );
}
