//! What a translator is told about mistakes.

use std::fs;
use std::path::Path;

use domain::Locale;
use l10n::check::{FOLDERS, check_folder, nearest, parse_file};
use tempfile::TempDir;

const ENGLISH: &str = "\
cart-title = Cart
# $name: who it is
cart-hello = Hello { $name }
# $count: how many
cart-items = { $count ->
    [one] one item
   *[other] { $count } items
}
";

/// Problems of a shop whose other languages are right but for `file`, without the `l/` in front.
fn problems(file: &str, text: &str) -> Vec<String> {
    let root = TempDir::new().unwrap();
    for folder in FOLDERS {
        fs::create_dir(root.path().join(folder)).unwrap();
        fs::write(
            root.path().join(folder).join("cart.ftl"),
            ENGLISH.replace("[one]", if folder == "zh-Hans" { "[1]" } else { "[one]" }),
        )
        .unwrap();
    }
    fs::write(root.path().join(file), text).unwrap();
    let report = check_folder(root.path(), "l");
    report
        .problems
        .iter()
        .map(ToString::to_string)
        .map(|told| told.replacen("l/", "", 1))
        .collect()
}

#[test]
fn the_folders_are_those_of_the_languages() {
    let folders: Vec<&str> = FOLDERS.into_iter().skip(1).collect();
    assert_eq!(folders, Locale::ALL.map(Locale::folder));
}

#[test]
fn this_shops_own_translations_are_without_fault() {
    let report = check_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales"), "locales");
    assert_eq!(report.problems, []);
    let hints: Vec<String> = report.hints.iter().map(ToString::to_string).collect();
    assert_eq!(hints, Vec::<String>::new());
}

#[test]
fn all_mistakes_are_told_at_once_with_what_was_meant() {
    let ug = "\
cart-titel = ھارۋا
cart-hello = سالام { $nam }
cart-items = مال
cart-hello = سالام { $name }
cart-broken = { $name
";
    assert_eq!(
        problems("ug/cart.ftl", ug),
        [
            "ug/cart.ftl:1: `cart-titel` does not exist in English → did you mean `cart-title`?",
            "ug/cart.ftl:2: cart-hello: $nam does not exist in English → did you mean $name?",
            "ug/cart.ftl:3: cart-items: $count is missing → English: { $count -> [one] one item *[other] { $count } items }",
            "ug/cart.ftl:4: cart-hello: `cart-hello` is already there in line 2; keep one of them",
            "ug/cart.ftl:5: `cart-title` is missing → is it `cart-titel`, misspelt?",
            "ug/cart.ftl:5: cart-broken: a `}` is missing",
        ]
    );
}

#[test]
fn one_file_too_few_or_too_many() {
    assert_eq!(
        problems("es/more.ftl", "pay-now = Pagar\n")[0],
        "es/more.ftl:1: `pay-now` does not exist in English → remove it, or add it to the English file"
    );
    assert_eq!(
        problems("es/more.ftl", "cart-title = Carro\n"),
        ["es/more.ftl:1: `cart-title` is already in l/es/cart.ftl; keep one of them"]
    );
    let told = problems("en/pay.ftl", "pay-now = Pay now\n");
    assert_eq!(told.len(), 3);
    assert_eq!(
        told[0],
        "es/pay.ftl:1: `pay-now` is missing → English: Pay now (line 1 of the English file)"
    );
}

#[test]
fn english_has_to_explain_its_variables() {
    let told = problems("en/pay.ftl", "\npay-to = Pay { $name }\n");
    assert!(
        told.contains(&"en/pay.ftl:2: pay-to: a comment above must say what $name stands for".to_owned()),
        "{told:?}"
    );
}

#[test]
fn what_this_shop_does_not_use_is_refused_in_plain_words() {
    let cases = [
        ("cart-title = { NUMBER($n) }", "NUMBER() is not used here"),
        ("cart-title = { -brand }", "terms are not used here"),
        ("cart-title = { cart-hello }", "points at another message"),
        ("cart-title =\n    .label = x", "is an attribute"),
        ("cart-title = x\n    .label = x", "is an attribute"),
        ("Cart_Title = x", "an id is written area-thing"),
        ("cart = x", "an id is written area-thing"),
        (
            "cart-title = { $n ->\n    [few] x\n   *[other] y\n}",
            "this language has no form [few]",
        ),
        ("cart-title = { $n ->\n    [one] x\n   *[many] y\n}", "must be *[other]"),
        (
            "cart-title = { $n ->\n    [one] x\n    [one] z\n   *[other] y\n}",
            "is there twice",
        ),
        ("cart-title = a } b", "there is a `}` without its `{`"),
        ("cart-title =\ncart-more = x", "there is no text after `=`"),
    ];
    for (text, wanted) in cases {
        let told = parse_file("f", "es", text).problems;
        assert!(
            told.iter()
                .any(|problem| problem.line == 1 && problem.what.contains(wanted)),
            "{text}: {told:?}"
        );
    }
    assert!(
        parse_file("f", "es", "-brand = Bazar\n").problems[0]
            .what
            .contains("is a term")
    );
}

/// What the Spanish file is told when English says `$who` in both forms, or only in the other one.
fn told_about_spanish(english_one: &str, spanish_one: &str) -> Vec<String> {
    let root = TempDir::new().unwrap();
    for folder in FOLDERS {
        let form = |one: &str| format!("{{ $n ->\n    [one] {one}\n   *[other] {{ $n }} {{ $who }}\n}}");
        let text = match folder {
            "en" => form(english_one),
            "es" => form(spanish_one),
            _ => "{ $who } { $n }".to_owned(),
        };
        fs::create_dir(root.path().join(folder)).unwrap();
        let file = root.path().join(folder).join("cart.ftl");
        fs::write(file, format!("# $n: how many, $who: whose\ncart-of = {text}\n")).unwrap();
    }
    let problems = check_folder(root.path(), "l").problems;
    problems
        .iter()
        .map(|problem| format!("{} {}", problem.path, problem.what))
        .collect()
}

#[test]
fn a_form_that_forgets_a_variable_is_found() {
    let told = told_about_spanish("one of { $who }", "uno");
    assert_eq!(told, ["l/es/cart.ftl cart-of: $who is missing in one of the forms"]);
    assert_eq!(
        told_about_spanish("one", "uno"),
        Vec::<String>::new(),
        "English leaves it out too"
    );
}

#[test]
fn foreign_letters_and_punctuation_are_hinted_at() {
    let root = TempDir::new().unwrap();
    let texts = [
        ("en", "Honey? Yes!"),
        ("ug", "ه\u{647}سەل"),
        ("zh-Hans", "蜂蜜?"),
        ("es", "Miel?"),
    ];
    for (folder, text) in texts {
        fs::create_dir(root.path().join(folder)).unwrap();
        fs::write(root.path().join(folder).join("a.ftl"), format!("a-honey = {text}\n")).unwrap();
    }
    let hints: Vec<String> = check_folder(root.path(), "l")
        .hints
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(hints.len(), 3, "{hints:?}");
    assert!(hints[0].contains("U+0647") && hints[1].contains('？') && hints[2].contains('¿'));
}

#[test]
fn the_nearest_name_is_a_slip_away_or_nothing() {
    let names = ["cart-title", "cart-items", "pay-now"];
    assert_eq!(nearest("cart-titel", names), Some("cart-title"));
    assert_eq!(nearest("cart-itms", names), Some("cart-items"));
    assert_eq!(nearest("help-page", names), None);
}
