//! What a translator is told about mistakes.

use std::fs;
use std::path::Path;

use domain::Locale;
use l10n::check::{FOLDERS, Report, nearest, parse_file};
use l10n::glossary::Glossary;
use l10n::verdict::{CheckOptions, CheckReport, Reference, check};
use l10n::{Finding, Kind, Level};
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

#[test]
fn the_guide_says_of_every_file_where_it_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let guide = fs::read_to_string(folder.join("README.md")).unwrap();
    for file in fs::read_dir(folder.join("en")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let area = name.trim_end_matches(".ftl");
        let is_told = guide
            .lines()
            .filter_map(|line| line.strip_prefix('|')?.split_once('|'))
            .any(|(files, _)| files.split('`').any(|known| known == area));
        assert!(is_told, "{name} has no line in locales/README.md");
    }
}

/// What is told of a folder whose English is its own.
fn check_folder(root: &Path) -> CheckReport {
    let options = CheckOptions {
        reference: Reference::Folder,
        ..CheckOptions::default()
    };
    check(root, &options)
}

/// All that keeps texts of a folder from being used.
fn errors(root: &Path) -> Vec<Finding> {
    let findings = check_folder(root).findings.into_iter();
    findings.filter(|finding| finding.level == Level::Error).collect()
}

/// Each in one line, the folder being `l`.
fn lines(root: &Path, findings: &[Finding]) -> Vec<String> {
    let root = format!("{}/", root.display());
    findings
        .iter()
        .map(|finding| finding.to_string().replace(&root, "l/"))
        .collect()
}

/// What keeps a shop from being built whose other languages are right but for `file`.
fn problems(file: &str, text: &str) -> Vec<String> {
    let root = shop_of(ENGLISH);
    fs::write(root.path().join(file), text).unwrap();
    let told = lines(root.path(), &errors(root.path()));
    told.into_iter().map(|line| line.replacen("l/", "", 1)).collect()
}

fn kinds(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.kind.as_str()).collect()
}

#[test]
fn the_folders_are_those_of_the_languages() {
    let folders: Vec<&str> = FOLDERS.into_iter().skip(1).collect();
    assert_eq!(folders, Locale::BUILT_IN.map(Locale::folder));
}

#[test]
fn this_shops_own_translations_are_without_fault() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let report = check(&root, &CheckOptions::default());
    let told: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(told, Vec::<String>::new());
    assert!(report.languages == 4 && report.units > 8000, "{} texts", report.units);
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
            "ug/cart.ftl:1: cart-titel: there is no text of this name in English; remove it, or add it to the English file → did you mean `cart-title`?",
            "ug/cart.ftl:2: cart-hello: $nam does not exist in English → did you mean `$name`?",
            "ug/cart.ftl:3: cart-items: $count is missing → English: { $count -> [one] one item *[other] { $count } items }",
            "ug/cart.ftl:4: cart-hello: this name is already there in line 2; keep one of them → English: Hello { $name }",
            "ug/cart.ftl:5: cart-title: this text is missing (line 1 of the English file) → did you mean `cart-titel`?",
            "ug/cart.ftl:5: cart-broken: a `}` is missing",
        ]
    );
}

#[test]
fn a_finding_points_at_the_letters_it_is_about() {
    let root = shop_of(ENGLISH);
    let zh = "cart-title = 购物车\ncart-hello =\n    你好, { $nam }\ncart-items = { $count } 件買\n";
    fs::write(root.path().join("zh-Hans/cart.ftl"), zh).unwrap();
    let findings = check_folder(root.path()).findings;
    let told: Vec<(&str, usize, usize, usize, &str)> = findings
        .iter()
        .filter(|finding| finding.path.ends_with("zh-Hans/cart.ftl"))
        .map(|finding| {
            let line = finding.line_text.as_str();
            (
                finding.kind.as_str(),
                finding.line,
                finding.column,
                finding.length,
                line,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("variable-unknown", 3, 11, 4, "    你好, { $nam }"),
            ("mark", 3, 6, 2, "    你好, { $nam }"),
            ("traditional", 4, 26, 1, "cart-items = { $count } 件買"),
        ]
    );
}

#[test]
fn one_file_too_few_or_too_many() {
    assert_eq!(
        problems("es/more.ftl", "pay-now = Pagar\n")[0],
        "es/more.ftl:1: pay-now: there is no text of this name in English; remove it, or add it to the English file"
    );
    assert_eq!(
        problems("es/more.ftl", "cart-title = Carro\n"),
        [
            "es/more.ftl:1: cart-title: this text is already in l/es/cart.ftl, and that one counts; keep one of them → English: Cart"
        ]
    );
    let told = problems("en/pay.ftl", "pay-now = Pay now\n");
    assert_eq!(told.len(), 3);
    assert_eq!(
        told[0],
        "es/pay.ftl:1: this file is missing: copy l/en/pay.ftl and translate its texts"
    );
}

#[test]
fn a_file_or_folder_that_cannot_be_read_is_one_line() {
    for (bytes, encoding) in [
        (&b"\xFF\xFEc\0a\0r\0t\0"[..], "UTF-16"),
        (&b"cart-title = Coraz\xF3n\n"[..], "Windows-1252"),
    ] {
        let root = shop_of(ENGLISH);
        fs::write(root.path().join("es/cart.ftl"), bytes).unwrap();
        let told = errors(root.path());
        assert_eq!(kinds(&told), ["file-encoding"]);
        assert_eq!(told[0].args, [("encoding", encoding.to_owned())]);
        fs::write(root.path().join("en/cart.ftl"), bytes).unwrap();
        let told = errors(root.path());
        assert!(told[0].path.ends_with("en/cart.ftl") && told.len() <= 2, "{told:?}");
    }
    for folder in ["es", "en"] {
        let root = shop_of(ENGLISH);
        fs::remove_dir_all(root.path().join(folder)).unwrap();
        assert_eq!(kinds(&errors(root.path())), ["folder-unreadable"], "{folder}");
    }
}

#[test]
fn each_mistake_is_told_by_its_kind_and_where_it_is_mended() {
    let cases = [
        ("cart-title = A\nand more", 2, 1, Kind::LineLoose),
        ("cart-title = A\n\tand more", 2, 2, Kind::LineTab),
        ("cart-title = A\n    [and] more", 2, 5, Kind::LineSign),
        ("cart-title = A\n    .and more", 2, 5, Kind::LineSign),
        ("cart-title = A\n\n\nand more", 4, 1, Kind::LineLoose),
        ("cart-title = A\n<<<<<<< mine\n", 2, 1, Kind::Merge),
        ("cart-title = { $ }", 1, 0, Kind::VariableSpace),
        ("cart-title = { $ n }", 1, 0, Kind::VariableSpace),
        ("cart-title = { $ئىسىم }", 1, 0, Kind::VariableForeign),
        ("cart-title = { $1 }", 1, 0, Kind::VariableDigit),
        ("cart-title = A {\ncart-more = B", 1, 0, Kind::PlaceableEmpty),
        ("cart-title = { $n ->\n    [] a\n   *[other] b\n}", 2, 0, Kind::FormName),
        ("cart-title = { $n -> [one] a\n   *[other] b\n}", 1, 0, Kind::ArrowLine),
        (
            "cart-title = { $n ->\n    [one]\n   *[other] b\n}",
            2,
            0,
            Kind::FormEmpty,
        ),
        ("سېۋەت = A", 1, 1, Kind::NameForeign),
        ("cart-title = { other ->\n   *[other] b\n}", 1, 0, Kind::Selector),
        ("cart-title = { \"a }", 1, 0, Kind::QuoteOpen),
        ("cart-title = A\tB", 1, 15, Kind::SignTab),
        ("cart-title = A\u{0}B", 1, 15, Kind::SignMachine),
        ("cart-title = A\u{FFFD}B", 1, 15, Kind::LetterLost),
        ("cart-title = cafÃ© ya", 1, 17, Kind::Mojibake),
        ("cart-title = \u{200B}", 1, 1, Kind::TextEmpty),
        ("cart-title = \u{2067}A", 1, 1, Kind::Direction),
        ("#no space\ncart-title = A", 1, 0, Kind::CommentSpace),
        ("cart-title = a } b", 1, 0, Kind::BraceClosing),
        ("cart-title =\ncart-more = x", 1, 0, Kind::ValueMissing),
        ("Cart_Title = x", 1, 1, Kind::IdShape),
        ("cart = x", 1, 1, Kind::IdShape),
    ];
    for (text, line, column, kind) in cases {
        let told = parse_file("f", "es", text).findings;
        let first = told.first().unwrap();
        assert_eq!((first.kind, first.line), (kind, line), "{text:?}: {told:?}");
        assert!(column == 0 || first.column == column, "{text:?}: {told:?}");
        assert!(first.column >= 1 && first.length >= 1, "{text:?}: {told:?}");
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
    assert_eq!(comments.findings, []);
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
        // Whatever is told, it can be told in every language.
        for finding in &file.findings {
            for folder in FOLDERS {
                prop_assert!(!finding.sentence(folder).is_empty());
            }
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
    let file = parse_file("f", "es", &nested(101));
    assert_eq!(
        (file.entries.len(), file.findings.len(), file.broken),
        (0, 1, vec!["a-b".to_owned()])
    );
}

#[test]
fn a_file_of_nothing_but_mistakes_has_a_bounded_list() {
    let text = "a-b = {\n".repeat(50_000);
    assert!(parse_file("f", "es", &text).findings.len() < 300);
    let long = format!("{} = x\n", "a-".repeat(4000));
    assert_eq!(parse_file("f", "es", &long).findings.len(), 1);
}

#[test]
fn a_text_left_in_english_is_told_in_each_language() {
    let root = shop_of("cart-title = Shop of the week\ncart-brand = Bazar\n");
    let told = kinds(&check_folder(root.path()).findings);
    assert_eq!(
        told.iter().filter(|kind| **kind == "english-left").count(),
        3,
        "{told:?}"
    );
}

#[test]
fn english_has_to_explain_its_variables() {
    let told = problems("en/pay.ftl", "\npay-to = Pay { $name }\n");
    assert!(
        told.contains(&"en/pay.ftl:2: pay-to: a comment above must say what this stands for: $name".to_owned()),
        "{told:?}"
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
    let told = errors(root.path());
    told.iter()
        .map(|finding| format!("{} {}", finding.kind.as_str(), finding.sentence("es")))
        .collect()
}

#[test]
fn a_form_that_forgets_a_variable_is_found() {
    let told = told_about_spanish("one of { $who }", "uno");
    assert_eq!(told, ["variable-form falta $who en una de las formas"]);
    assert_eq!(
        told_about_spanish("one", "uno"),
        Vec::<String>::new(),
        "English leaves it out too"
    );
}

#[test]
fn attributes_and_terms_are_compared_both_ways() {
    let root = TempDir::new().unwrap();
    for folder in FOLDERS {
        let text = match folder {
            // Of the attribute the name is another one; of the terms one is needed and not there.
            "es" => "-marca = Bazar\ncart-title = Carrito\n    .labell = De { -marc }\n",
            _ => "-brand = Bazar\ncart-title = Cart\n    .label = Of { -brand }\n",
        };
        fs::create_dir(root.path().join(folder)).unwrap();
        fs::write(root.path().join(folder).join("cart.ftl"), text).unwrap();
    }
    let told: Vec<(&str, Option<String>)> = errors(root.path())
        .iter()
        .map(|finding| {
            let unit = finding.unit.as_ref().map(ToString::to_string);
            (finding.kind.as_str(), unit)
        })
        .collect();
    let label = |name: &str| Some(format!("cart-title.{name}"));
    assert!(told.contains(&("id-missing", label("label"))), "{told:?}");
    assert!(told.contains(&("term-unknown", label("labell"))), "{told:?}");
    assert!(
        told.iter().all(|(_, unit)| unit.as_deref() != Some("-brand")),
        "{told:?}"
    );
}

#[test]
fn a_release_of_another_english_is_told() {
    let root = shop_of(ENGLISH);
    let both = check(root.path(), &CheckOptions::default());
    let unknown = both
        .findings
        .iter()
        .filter(|finding| finding.kind == Kind::ReleaseUnknown);
    assert!(unknown.count() >= 1, "{:?}", kinds(&both.findings));
    fs::remove_dir_all(root.path().join("en")).unwrap();
    let options = CheckOptions {
        reference: Reference::BuiltIn,
        languages: Some(vec!["es".to_owned()]),
        level: Level::Error,
        glossary: Glossary::built_in(),
    };
    let built_in = check(root.path(), &options);
    assert!(built_in.findings.iter().all(|finding| finding.path.contains("/es/")));
    assert!(kinds(&built_in.findings).contains(&"file-missing"));
    assert_eq!(built_in.languages, 2);
}

#[test]
fn the_nearest_name_is_a_slip_away_or_nothing() {
    let names = ["cart-title", "cart-items", "pay-now"];
    assert_eq!(nearest("cart-titel", names), Some("cart-title"));
    assert_eq!(nearest("cart-itms", names), Some("cart-items"));
    assert_eq!(nearest("help-page", names), None);
    // Up to a third of the letters may differ, not one more.
    assert_eq!(nearest("abcdef", ["axcdxf"]), Some("axcdxf"));
    assert_eq!(nearest("abcdef", ["axcxxf"]), None);
    assert_eq!(
        nearest("abcdef", ["bacdfe"]),
        Some("bacdfe"),
        "neighbours swapped twice"
    );
    assert_eq!(nearest("abcdef", ["abcdefghi"]), None);
}

#[test]
fn a_copy_beside_a_file_is_what_is_told_whichever_comes_first() {
    for copy in ["es/cart (1).ftl", "es/z.ftl"] {
        let told = problems(copy, "cart-title = Carro\n");
        assert_eq!(
            told,
            [format!(
                "{copy}:1: cart-title: this text is already in l/es/cart.ftl, and that one counts; keep one of them → English: Cart"
            )]
        );
    }
}

/// `cargo test --release -p l10n --test l10n -- --ignored --nocapture names_of_nobody` prints the time; no test waits for it.
#[test]
#[ignore = "a figure, not a promise: run it in release"]
fn names_of_nobody_are_told_in_bounded_time() {
    let file = |prefix: &str, end: &str| {
        let lines: Vec<String> = (0..2000)
            .map(|number| format!("{prefix}-thing-{number}{end} = x\n"))
            .collect();
        lines.concat()
    };
    let root = shop_of(&file("cart-page", ""));
    for (other, kind) in [
        (file("basket-site", ""), "names-translated"),
        (file("basket-site", "x"), "names-unknown"),
        // Less than half of them: each is told.
        (file("cart-page", "") + &file("basket-site", "x"), "id-unknown"),
    ] {
        fs::write(root.path().join("es/cart.ftl"), other).unwrap();
        let start = std::time::Instant::now();
        let told = kinds(&check_folder(root.path()).findings);
        assert!(told.contains(&kind), "{kind}");
        println!("4,000 names nobody knows, {kind}: {} ms", start.elapsed().as_millis());
    }
}

#[test]
fn an_empty_report_has_nothing_of_any_level() {
    let report = Report::default();
    assert!(
        [Level::Error, Level::Warning, Level::Hint]
            .iter()
            .all(|level| report.at(*level).next().is_none())
    );
}
