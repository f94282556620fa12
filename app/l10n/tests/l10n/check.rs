//! What a translator is told about mistakes.

use std::fs;
use std::path::Path;

use domain::Locale;
use l10n::check::{FOLDERS, check_folder, nearest, parse_file};
use proptest::prelude::*;
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

/// The same file in every language.
fn shop_of(text: &str) -> TempDir {
    let root = TempDir::new().unwrap();
    for folder in FOLDERS {
        fs::create_dir(root.path().join(folder)).unwrap();
        let text = text.replace("[one]", if folder == "zh-Hans" { "[1]" } else { "[one]" });
        fs::write(root.path().join(folder).join("cart.ftl"), text).unwrap();
    }
    root
}

/// Problems of a shop whose other languages are right but for `file`, without the `l/` in front.
fn problems(file: &str, text: &str) -> Vec<String> {
    let root = shop_of(ENGLISH);
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
        "es/pay.ftl:1: this file is missing → copy l/en/pay.ftl and translate its texts"
    );
}

#[test]
fn a_file_or_folder_that_cannot_be_read_is_one_line() {
    for (bytes, told) in [
        (&b"\xFF\xFEc\0a\0r\0t\0"[..], "it seems to be UTF-16"),
        (&b"cart-title = Coraz\xF3n\n"[..], "it seems to be Windows-1252"),
    ] {
        let root = shop_of(ENGLISH);
        fs::write(root.path().join("es/cart.ftl"), bytes).unwrap();
        let problems = check_folder(root.path(), "l").problems;
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].what.contains(told), "{problems:?}");
        fs::write(root.path().join("en/cart.ftl"), bytes).unwrap();
        let problems = check_folder(root.path(), "l").problems;
        assert!(
            problems[0].path == "l/en/cart.ftl" && problems.len() <= 2,
            "{problems:?}"
        );
    }
    for folder in ["es", "en"] {
        let root = shop_of(ENGLISH);
        fs::remove_dir_all(root.path().join(folder)).unwrap();
        let problems = check_folder(root.path(), "l").problems;
        assert_eq!(problems.len(), 1, "{folder}: {problems:?}");
    }
}

#[test]
fn each_mistake_has_a_sentence_and_the_line_where_it_is_mended() {
    let cases = [
        ("cart-title = A\nand more", 2, "does not begin with spaces"),
        ("cart-title = A\n\tand more", 2, "begins with a tab"),
        ("cart-title = A\n    [and] more", 2, "cannot begin with `[`"),
        ("cart-title = A\n    .and more", 2, "cannot begin with `.`"),
        ("cart-title = A\n\n\nand more", 4, "does not begin with spaces"),
        ("cart-title = A\n<<<<<<< mine\n", 2, "two versions of this file"),
        ("cart-title = A {\ncart-more = B", 1, "between `{` and `}`"),
        ("cart-title = { $ }", 1, "right after `$`, without a space"),
        ("cart-title = { $ n }", 1, "right after `$`, without a space"),
        ("cart-title = { $ئىسىم }", 1, "in Latin letters"),
        ("cart-title = { $1 }", 1, "begins with a letter"),
        (
            "cart-title = { $n ->\n    [] a\n   *[other] b\n}",
            2,
            "between `[` and `]`",
        ),
        (
            "cart-title = { $n -> [one] a\n   *[other] b\n}",
            1,
            "after `->` the line ends",
        ),
        (
            "cart-title = { $n ->\n    [one]\n   *[other] b\n}",
            2,
            "a form has no text",
        ),
        ("سېۋەت = A", 1, "its English name in Latin letters"),
        (
            "cart-title = { other ->\n   *[other] b\n}",
            1,
            "only a variable can be counted",
        ),
        ("cart-title = { \"a }", 1, "a `\"` is missing"),
        ("cart-title = A\tB", 1, "a tab stands in it"),
        ("cart-title = A\u{0}B", 1, "U+0000"),
        ("cart-title = \u{200B}", 1, "this text is empty"),
        ("#no space\ncart-title = A", 1, "after `#` stands a space"),
    ];
    for (text, line, wanted) in cases {
        let told = parse_file("f", "es", text).problems;
        let first = told.first().unwrap();
        assert!(first.line == line && first.what.contains(wanted), "{text:?}: {told:?}");
    }
}

#[test]
fn a_text_with_a_mistake_neither_shortens_itself_nor_takes_its_neighbours() {
    let text = "a-one = A\nand more\na-two = B {\na-three = C\na-four = D }\n#no space\na-five = E\n\ta-six = F\na-seven = G\n";
    let file = parse_file("f", "es", text);
    let good: Vec<&str> = file.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(good, ["a-three", "a-seven"]);
    assert_eq!(file.broken, ["a-one", "a-two", "a-four", "a-five"]);
    let sources: Vec<&str> = file.entries.iter().map(|entry| entry.source.as_str()).collect();
    assert_eq!(sources, ["C", "G"]);
    let comments = parse_file("f", "en", "# $n: how many\na-b = { $n }\n\n# of none\n\na-c = C\n");
    assert_eq!(comments.problems, []);
    assert_eq!(comments.entries[0].comment, "$n: how many");
}

proptest! {
    #[test]
    fn whatever_stands_above_a_text_it_is_read_as_it_is(
        above in "(a-b = |a-c = |-a = |\\{|\\}|\\[one\\]|\\*\\[other\\]| ->|\\$n|NUMBER\\(|\\)|\"|\n|    |\t|# |x|\u{627}|=){0,60}",
    ) {
        let file = parse_file("f", "es", &format!("{above}\n\nz-z = good\n"));
        let last = file.entries.last().map(|entry| (entry.id.as_str(), entry.source.as_str()));
        prop_assert_eq!(last, Some(("z-z", "good")));
        for entry in &file.entries {
            prop_assert!(!entry.source.contains("\na-b ="), "{:?}", entry.source);
        }
    }
}

#[test]
fn the_deepest_text_that_is_parsed_is_parsed_to_its_end() {
    let nested = |depth: usize| {
        format!(
            "a-b = {}x{}\n",
            "{ $n ->\n *[other] ".repeat(depth),
            "\n}".repeat(depth)
        )
    };
    assert_eq!(parse_file("f", "es", &nested(100)).entries.len(), 1);
    let star_first = format!(
        "a-b = {}x{}\n",
        "{ $n ->\n *[one] ".repeat(100),
        "\n [1] y\n}".repeat(100)
    );
    assert!(
        !parse_file("f", "es", &star_first).problems.is_empty(),
        "nor does it grow"
    );
    let file = parse_file("f", "es", &nested(101));
    assert_eq!(
        (file.entries.len(), file.problems.len(), file.broken),
        (0, 1, vec!["a-b".to_owned()])
    );
}

#[test]
fn a_file_of_nothing_but_mistakes_has_a_bounded_list() {
    let text = "a-b = {\n".repeat(50_000);
    assert!(parse_file("f", "es", &text).problems.len() < 300);
    let long = format!("{} = x\n", "a-".repeat(4000));
    assert_eq!(parse_file("f", "es", &long).problems.len(), 1);
}

#[test]
fn a_text_left_in_english_is_hinted_at() {
    let root = shop_of("cart-title = Cart of the week\ncart-brand = Bazar\n");
    let hints = check_folder(root.path(), "l").hints;
    let told: Vec<&str> = hints.iter().map(|hint| hint.what.as_str()).collect();
    assert_eq!(told, ["cart-title: this is still the English text"; 3]);
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
        (
            "cart-title = { NUMBER($n, style: \"percent\") }",
            "NUMBER() is not used here",
        ),
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
