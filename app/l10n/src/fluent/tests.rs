//! Fluent as its specification has it, beside the reference implementation.

use domain::Locale;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use proptest::prelude::*;

use super::{Limits, as_written};
use crate::check::{Decimal, File, Finding, Kind, NumberStyle, link, parse_file};
use crate::format;
use crate::message::Arg;
use crate::texts::write_number;

/// The arguments of the tests, in this order.
const NAMES: [&str; 2] = ["n", "name"];

fn read(locale: Locale, source: &str) -> (File, Vec<Finding>) {
    let mut files = [parse_file("f.ftl", locale.folder(), source)];
    let mut findings = link(&mut files, locale.folder(), write_number);
    let [mut file] = files;
    findings.append(&mut file.findings);
    (file, findings)
}

/// What a text says here; nothing when it cannot be used.
fn said(file: &File, locale: Locale, id: &str, args: &[Arg<'_>]) -> Option<String> {
    let entry = file.entries.iter().find(|entry| entry.id == id)?;
    let place = |arg: &String| NAMES.iter().position(|name| name == arg).unwrap_or(usize::MAX);
    let order: Vec<usize> = entry.args.iter().map(place).collect();
    Some(entry.pattern.renumbered(&order).fill(locale, args))
}

fn says(source: &str, id: &str, args: &[Arg<'_>]) -> String {
    let (file, findings) = read(Locale::Es, source);
    assert_eq!(findings, [], "{source}");
    said(&file, Locale::Es, id, args).unwrap_or_default()
}

/// Kinds of what is wrong, and what can be used all the same.
fn faults(source: &str) -> (Vec<Kind>, Vec<String>) {
    let (file, findings) = read(Locale::Es, source);
    let kinds = findings.iter().map(|finding| finding.kind).collect();
    (kinds, file.entries.into_iter().map(|entry| entry.id).collect())
}

#[test]
fn texts_stand_in_each_other() {
    let source = "-brand = Bazar\n    .gender = masculine\na-b = { -brand }: { a-c.label }\na-c = C\n    .label = { a-d }!\na-d = { $n } { $name }\n";
    assert_eq!(says(source, "a-b", &[7_i64.into(), "x".into()]), "Bazar: 7 x!");
    assert_eq!(says(source, "a-c.label", &[7_i64.into(), "x".into()]), "7 x!");
    let (file, _) = read(Locale::Es, source);
    let entry = file.entries.iter().find(|entry| entry.id == "a-b");
    assert_eq!(entry.map(|entry| entry.args.clone()).unwrap_or_default(), ["n", "name"]);
}

#[test]
fn a_term_knows_what_it_is_given_and_nothing_else() {
    let term = "-t = { $case ->\n    [gen] of it\n   *[nom] it\n}\n";
    let says = |text: &str| says(&format!("{term}a-b = {text}\n"), "a-b", &[1_i64.into()]);
    assert_eq!(says("{ -t }"), "it");
    assert_eq!(says("{ -t(case: \"gen\") }"), "of it");
    assert_eq!(says("{ -t(case: \"dat\") }"), "it");
    assert_eq!(says("{ -t(\"gen\") }"), "it", "what has no name does not reach it");
    let shown = "-t = { $name }\na-b = { -t(name: \"Ana\") } { $name }\n";
    assert_eq!(
        super::tests::says(shown, "a-b", &[0_i64.into(), "Eva".into()]),
        "Ana Eva"
    );
    let number = "-t = { $count ->\n    [1] one\n   *[other] { NUMBER($count, minimumFractionDigits: 1) }\n}\na-b = { -t(count: 1) } { -t(count: 2) }\n";
    assert_eq!(super::tests::says(number, "a-b", &[]), "one 2,0");
    let (kinds, good) = faults("-t = { $name }\na-b = { -t }\na-c = C\n");
    assert_eq!(kinds, [Kind::VariableMissing]);
    assert_eq!(good, ["-t", "a-c"]);
}

#[test]
fn attributes_of_terms_choose_forms() {
    let says = |gender: &str| {
        let source = format!(
            "-t = Casa\n    .gender = {gender}\na-b = {{ -t.gender ->\n    [masculine] nuevo\n    [feminine] nueva\n   *[other] nuevo/a\n}}\n"
        );
        says(&source, "a-b", &[])
    };
    assert_eq!(says("feminine"), "nueva");
    assert_eq!(says("masculine"), "nuevo");
    assert_eq!(says("none"), "nuevo/a");
}

#[test]
fn what_is_known_is_chosen_before_there_are_arguments() {
    for (text, said) in [
        ("{ \"a\" ->\n    [a] A\n   *[b] B\n}", "A"),
        ("{ 1 ->\n    [one] A\n   *[other] B\n}", "A"),
        ("{ 1.5 ->\n    [1.50] A\n   *[other] B\n}", "A"),
        ("{ NUMBER(3, type: \"ordinal\") ->\n    [3] A\n   *[other] B\n}", "A"),
        ("{ \"\\u0041\" }{ \"{\" }{ \"\\\"\" }{ \"\" }", "A{\""),
        (
            "{ 1234567.5 } { NUMBER(1.50) } { NUMBER(1.5, minimumFractionDigits: 2) }",
            "1.234.567,5 1,50 1,50",
        ),
        (
            "{ NUMBER(0.5, style: \"percent\", maximumFractionDigits: 0) }",
            "50\u{A0}%",
        ),
        ("{ { { \"deep\" } } }", "deep"),
    ] {
        assert_eq!(says(&format!("a-b = {text}\n"), "a-b", &[]), said, "{text}");
    }
}

#[test]
fn texts_that_lead_nowhere_or_round_in_a_circle_are_told_once_and_touch_no_other() {
    let (kinds, good) = faults("a-a = { a-b }\na-b = { a-c }\na-c = { a-b }\na-d = D\n");
    // Only those on the circle are told; what leads into it waits for them.
    assert_eq!(kinds, [Kind::Circle, Kind::Circle]);
    assert_eq!(good, ["a-d"]);
    assert_eq!(faults("a-a = { a-a }\n").0, [Kind::Circle]);
    assert_eq!(faults("-t = { -t }\na-a = { -t }\n").0, [Kind::Circle]);
    let (kinds, good) = faults("a-a = { a-x }\na-b = { a-a }\na-c = { -x } { a-d.x }\na-d = D\n");
    assert_eq!(
        kinds,
        [Kind::ReferenceUnknown, Kind::TermUnknown, Kind::AttributeUnknown]
    );
    assert_eq!(good, ["a-d"]);
    // A text with a mistake of its own: the cause alone is told.
    let (kinds, good) = faults("-t = { $x\na-a = { -t }\na-b = B\n");
    assert_eq!((kinds.len(), good), (1, vec!["a-b".to_owned()]));
}

#[test]
fn what_the_shop_cannot_do_is_told() {
    for (text, kind) in [
        ("{ HTML($n) }", Kind::FunctionUnknown),
        ("{ NUMBER($n, style: \"currency\") }", Kind::OptionUnknown),
        ("{ NUMBER($n, minimumFractionDigits: 99) }", Kind::OptionUnknown),
        ("{ DATETIME($n, dateStyle: \"full\") }", Kind::OptionUnknown),
        ("{ NUMBER(\"a\") }", Kind::CallArguments),
        ("{ NUMBER() }", Kind::CallArguments),
        (
            "{ NUMBER($n, maximumFractionDigits: 0) ->\n   *[other] a\n}",
            Kind::OptionUnknown,
        ),
        ("{ DATETIME($n) ->\n   *[other] a\n}", Kind::Selector),
        ("{ $n ->\n    [few] a\n   *[other] b\n}", Kind::FormUnknown),
        ("{ $n ->\n    [one] a\n    [oen] a\n   *[other] b\n}", Kind::FormUnknown),
        ("{ $n ->\n    [one] a\n    [one] c\n   *[other] b\n}", Kind::FormTwice),
    ] {
        let (kinds, good) = faults(&format!("a-b = {text}\n"));
        assert_eq!((kinds, good), (vec![kind], Vec::new()), "{text}");
    }
}

/// Ten texts that each need the next one ten times would be ten thousand million.
#[test]
fn a_few_lines_do_not_become_a_book() {
    let mut source = String::new();
    for number in 0..10 {
        let next = format!("{{ a-t{} }}", number + 1);
        source.push_str(&format!("a-t{number} = {}\n", next.repeat(10)));
    }
    source.push_str("a-t10 = laugh\na-z = short\n");
    let (kinds, good) = faults(&source);
    assert!(kinds.iter().all(|kind| *kind == Kind::Expansion), "{kinds:?}");
    assert!(good.contains(&"a-z".to_owned()) && good.contains(&"a-t10".to_owned()));
    assert!(!good.contains(&"a-t0".to_owned()));
    // Nothing is nothing, however often; that also has an end.
    let empty = source.replace("laugh", "{ \"\" }x");
    assert!(faults(&empty).0.contains(&Kind::Expansion));
}

#[test]
fn texts_within_texts_have_an_end() {
    let mut source = String::new();
    for number in 0..40 {
        source.push_str(&format!("a-t{number} = {{ a-t{} }}\n", number + 1));
    }
    source.push_str("a-t40 = end\n");
    let (kinds, good) = faults(&source);
    assert!(
        !kinds.is_empty() && kinds.iter().all(|kind| *kind == Kind::Deep),
        "{kinds:?}"
    );
    assert!(good.contains(&"a-t39".to_owned()));
    let nested = "{ ".repeat(49) + "$n" + &" }".repeat(49);
    let source = format!("a-a = {nested}\na-b = {}\n", nested.replace("$n", "a-a"));
    let limits = Limits::default();
    assert!(limits.depth < 40);
    assert_eq!(faults(&source).0, []);
}

#[test]
fn functions_within_functions_of_other_texts_have_an_end() {
    let nested = |inner: &str| format!("{}{inner}{}", "NUMBER(".repeat(90), ")".repeat(90));
    let mut source = String::new();
    for number in 0..18 {
        let inner = format!("a-t{}", number + 1);
        source.push_str(&format!("a-t{number} = x {{ {} }}\n", nested(&inner)));
    }
    source.push_str(&format!("a-t18 = x {{ {} }}\n", nested("$n")));
    let (kinds, good) = faults(&source);
    assert!(kinds.contains(&Kind::Deep), "{kinds:?}");
    assert_eq!(good, ["a-t18"]);
}

#[test]
fn what_terms_are_given_counts_each_time_it_is_written() {
    let long = "x".repeat(10_000);
    let mut source = String::from("-t = { $a ->\n   *[b] c\n}\n");
    source.push_str(&format!("a-b = {{ -t(a: \"{long}\") }}\n"));
    source.push_str(&format!("a-c = {}\n", "{ a-b }".repeat(10)));
    let (kinds, good) = faults(&source);
    assert_eq!(kinds, [Kind::Expansion]);
    assert_eq!(good, ["-t", "a-b"]);
}

#[test]
fn the_whole_language_has_an_end_as_well() {
    use super::{Compiler, Value};
    let long = Value {
        elements: vec![super::source::Element::Text("x".repeat(100))],
    };
    let limits = Limits {
        language: 250,
        ..Limits::default()
    };
    let mut compiler = Compiler::linking("es", [("a-a", &long)], [], as_written, limits);
    assert!(compiler.compile("a-a", &long).is_usable());
    assert!(compiler.compile("a-b", &long).is_usable());
    assert!(!compiler.compile("a-c", &long).is_usable());
}

// ---- beside fluent-bundle ----

/// A number as the shop writes it, with the options that the library has understood.
fn written(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else {
        return None;
    };
    let digits = |asked: Option<usize>| asked.and_then(|digits| u8::try_from(digits).ok());
    let number = Decimal::parse(&value.to_string())?;
    let least = digits(options.minimum_fraction_digits).unwrap_or(0);
    let style = NumberStyle {
        integer: digits(options.minimum_integer_digits).unwrap_or(1),
        fraction: (least, digits(options.maximum_fraction_digits).unwrap_or(least.max(3))),
        significant: digits(options.maximum_significant_digits).map(|most| (1, most)),
        is_grouped: options.use_grouping,
        is_percent: false,
    };
    Some(format::styled(locale, number.units, number.scale, style))
}

fn in_uyghur<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Locale::Ug, value)
}

fn in_chinese<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Locale::Zh, value)
}

fn in_spanish<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Locale::Es, value)
}

/// What the library says of a message or an attribute.
fn theirs(locale: Locale, source: &str, id: &str, n: i64, name: &str) -> Option<String> {
    let resource = FluentResource::try_new(source.to_owned()).ok()?;
    let language = if locale == Locale::Zh { "zh" } else { locale.code() };
    let mut bundle = FluentBundle::new(vec![language.parse().ok()?]);
    bundle.set_use_isolating(false);
    match locale {
        Locale::Ug => bundle.set_formatter(Some(in_uyghur)),
        Locale::Zh | Locale::Added(_) => bundle.set_formatter(Some(in_chinese)),
        Locale::Es => bundle.set_formatter(Some(in_spanish)),
    }
    bundle.add_builtins().ok()?;
    bundle.add_resource(resource).ok()?;
    let (message, attribute) = id.split_once('.').map_or((id, None), |(id, name)| (id, Some(name)));
    let message = bundle.get_message(message)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut args = FluentArgs::new();
    args.set("n", FluentValue::from(n));
    args.set("name", FluentValue::from(name.to_owned()));
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    errors.is_empty().then_some(said)
}

/// Categories of whole numbers below a million: the library has Spanish without its `many`.
fn categories(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::Ug | Locale::Es => &["one", "other"],
        Locale::Zh | Locale::Added(_) => &["other"],
    }
}

/// A text of some pieces; `level` says which others it may need.
fn text(locale: Locale, level: usize, depth: u32) -> BoxedStrategy<String> {
    let pieces = proptest::collection::vec(piece(locale, level, depth), 1..3);
    pieces.prop_map(|pieces| format!("a{}", pieces.concat())).boxed()
}

fn piece(locale: Locale, level: usize, depth: u32) -> BoxedStrategy<String> {
    let words = "[a-zA-Z ئا中，.]{0,6}".prop_map(|words| format!("{words}z"));
    let fixed = proptest::sample::select(vec![
        "{ $n }",
        "{ $name }",
        "{ { $n } }",
        "{ \"{\" }",
        "{ \"\\u06C7|;\" }",
        "{ 5 }",
        "{ -3 }",
        "{ 1.50 }",
        "{ 1234567 }",
        "{ NUMBER($n) }",
        "{ NUMBER($n, minimumFractionDigits: 2) }",
        "{ NUMBER($n, useGrouping: \"false\") }",
        "{ NUMBER($n, minimumIntegerDigits: 2) }",
        "{ NUMBER($n, maximumSignificantDigits: 2) }",
        "{ NUMBER(7, maximumFractionDigits: 1) }",
        "{ -term-a }",
        "{ -term-a(case: \"gen\") }",
        "{ -term-a(count: 1, case: \"x\") }",
        "{ -term-a(count: 2) }",
        "{ -term-b(what: \"W\") }",
        "{ -term-b(what: 1234) }",
    ])
    .prop_map(str::to_owned);
    let others: Vec<String> = [
        vec![],
        vec!["{ msg-a }", "{ msg-a.label }"],
        vec!["{ msg-a.label }", "{ msg-b }"],
    ][level]
        .iter()
        .map(|other| (*other).to_owned())
        .collect();
    let other = if others.is_empty() {
        Just("w".to_owned()).boxed()
    } else {
        proptest::sample::select(others).boxed()
    };
    if depth == 0 {
        return prop_oneof![words, fixed, other].boxed();
    }
    prop_oneof![2 => words, 3 => fixed, 1 => other, 3 => choice(locale, level, depth)].boxed()
}

/// Forms by each kind of what can choose, in any order, with the star at any of them.
fn choice(locale: Locale, level: usize, depth: u32) -> BoxedStrategy<String> {
    let own = categories(locale);
    let counted: Vec<&str> = ["0", "1", "2", "1234"].into_iter().chain(own.iter().copied()).collect();
    // Keys that are numbers are left out where there are options: the library finds 1 and 1.0 different numbers.
    let selectors = vec![
        ("$n", counted.clone()),
        ("NUMBER($n)", counted.clone()),
        ("1", counted),
        ("NUMBER($n, minimumFractionDigits: 1)", own.to_vec()),
        ("$name", vec!["male", "female", "x"]),
        ("$name", own.to_vec()),
        ("\"male\"", vec!["male", "female"]),
        ("-term-a.gender", vec!["masculine", "feminine", "other"]),
    ];
    proptest::sample::select(selectors)
        .prop_flat_map(move |(selector, keys)| {
            let most = keys.len().min(4);
            let keys = proptest::sample::subsequence(keys, 1..=most).prop_shuffle();
            let forms = proptest::collection::vec(text(locale, level, depth - 1), most);
            (Just(selector), keys, forms, any::<proptest::sample::Index>())
        })
        .prop_map(|(selector, keys, forms, star)| {
            let star = star.index(keys.len());
            let forms = keys.iter().zip(forms).enumerate().map(|(place, (key, form))| {
                let mark = if place == star { "*" } else { "" };
                format!("\n    {mark}[{key}] {form}")
            });
            format!("{{ {selector} ->{}\n    }}", forms.collect::<String>())
        })
        .boxed()
}

/// Terms, and three messages that may each need those before them.
fn resource(locale: Locale) -> impl Strategy<Value = String> {
    let one = if locale == Locale::Zh { "1" } else { "one" };
    let all = (
        text(locale, 0, 2),
        text(locale, 0, 1),
        text(locale, 1, 1),
        text(locale, 2, 2),
    );
    all.prop_map(move |(a, label, b, c)| {
        format!(
            "-term-a = {{ $case ->\n    [gen] of A\n   *[nom] A\n}} {{ $count ->\n    [{one}] once\n   *[other] more\n}}\n    .gender = feminine\n\
             -term-b = {{ $what }}: {{ -term-a(case: \"gen\") }}\n\
             msg-a = {a}\n    .label = {label}\nmsg-b = {b}\nmsg-c = {c}\n"
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_read_as_the_fluent_library_reads_them(
        (locale, source) in proptest::sample::select(vec![Locale::Ug, Locale::Zh, Locale::Es])
            .prop_flat_map(|locale| (Just(locale), resource(locale)))
    ) {
        let (file, findings) = read(locale, &source);
        // More brackets than a text may have are another test's.
        prop_assume!(!findings.iter().any(|finding| finding.kind == Kind::TextBrackets));
        prop_assert!(findings.is_empty(), "{:?}\n{}", findings, source);
        for id in ["msg-a", "msg-a.label", "msg-b", "msg-c"] {
            for (n, name) in [(0, "male"), (1, "female"), (2, "one"), (1234, "x"), (-1, "")] {
                // The library counts a hundred placeables and stops.
                let Some(theirs) = theirs(locale, &source, id, n, name) else { continue };
                let ours = said(&file, locale, id, &[n.into(), name.into()]);
                prop_assert_eq!(ours.as_deref(), Some(theirs.as_str()), "{} {} {}\n{}", id, n, name, source);
            }
        }
    }

    /// Whatever somebody makes of a file: nothing panics, and what is used can be sent and filled in.
    #[test]
    fn no_file_hurts(source in "([a-z-]{1,3}( = )?|[{}\\[\\]*.#$\"\\\\|;:()>-]|NUMBER|\n    |\n|\r\n|[ئ中 0-9]){0,60}") {
        let (file, _) = read(Locale::Ug, &source);
        for entry in &file.entries {
            drop(said(&file, Locale::Ug, &entry.id, &[1_i64.into(), "x".into()]));
        }
        for unit in super::read("f.ftl", &source).units {
            prop_assert_eq!(source[unit.span.clone()].replace("\r\n", "\n"), unit.source);
        }
    }
}
