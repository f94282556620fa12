use std::sync::LazyLock;

use domain::Locale::{Es, Ug, Zh};
use domain::{ErrorCode, FieldCode, Locale};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use l10n::{Part, Text, Texts, Words, messages, t};
use proptest::prelude::*;

#[test]
fn a_text_is_found_by_its_name_and_by_its_id() {
    let texts = Texts::built_in();
    assert_eq!(texts.get(Ug, t::NAV_CART), "مال ھارۋىسى");
    assert_eq!(texts.get(Zh, t::NAV_CART), "购物车");
    assert_eq!(texts.by_id(Es, "nav-cart").as_deref(), Some("Carrito"));
    assert_eq!(texts.by_id(Es, "nav-card"), None);
    assert_eq!(texts.by_id(Es, "nav-cart-count"), None, "it needs an argument");
    assert_eq!(
        (t::NAV_CART.id(), Text::by_id("nav-cart")),
        ("nav-cart", Some(t::NAV_CART))
    );
    assert_eq!(t::page_position(1, 2).id(), "page-position");
}

#[test]
fn a_text_that_nothing_fills_in_names_what_would() {
    let texts = Texts::built_in();
    assert_eq!(
        texts.unfilled(Es, t::ids::PAGE_POSITION),
        "Página \u{2068}{ $page }\u{2069} de \u{2068}{ $pages }\u{2069}"
    );
    assert_eq!(texts.unfilled(Es, t::NAV_CART), "Carrito");
}

#[test]
fn arguments_are_isolated_grouped_and_counted() {
    let texts = Texts::built_in();
    assert_eq!(
        texts.get(Es, t::page_position(1, 12_345)),
        "Página \u{2068}1\u{2069} de \u{2068}12.345\u{2069}"
    );
    assert_eq!(texts.plain(Es, t::page_position(1, 12_345)), "Página 1 de 12.345");
    assert_eq!(texts.plain(Es, t::nav_cart_count(1)), "Carrito, 1 artículo");
    assert_eq!(texts.plain(Es, t::nav_cart_count(2)), "Carrito, 2 artículos");
    assert_eq!(texts.plain(Zh, t::nav_cart_count(1000_usize)), "购物车，1,000 件商品");
}

#[test]
fn parts_keep_arguments_apart_from_the_words() {
    let parts = Texts::built_in().parts(Ug, t::site_page_title("新疆大枣"));
    assert_eq!(
        parts,
        [Part::Isolated("新疆大枣".to_owned()), Part::Text(" · بازار".to_owned())]
    );
}

#[test]
fn a_name_cannot_turn_the_text_around_it() {
    let texts = Texts::built_in();
    let evil = "a\u{2069}\u{202E}b";
    assert_eq!(texts.get(Zh, t::site_page_title(evil)), "\u{2068}ab\u{2069} · 巴扎");
    let list = "\u{2068}a\u{2069}، \u{2068}b\u{2069}";
    assert_eq!(
        texts.get(Zh, t::site_page_title(list)),
        format!("\u{2068}{list}\u{2069} · 巴扎")
    );
}

#[test]
fn every_error_has_words_in_every_language() {
    let texts = Texts::built_in();
    for locale in Locale::BUILT_IN {
        for code in ErrorCode::ALL {
            assert!(
                texts.by_id(locale, &format!("error-{}", code.as_str())).is_some(),
                "{code:?}"
            );
            assert!(
                texts.error(locale, code).chars().count() > 15,
                "{code:?}: what happened, what was kept, what to do"
            );
        }
        for code in FieldCode::ALL {
            assert!(
                texts.by_id(locale, &format!("field-error-{}", code.as_str())).is_some(),
                "{code:?}"
            );
            assert!(!texts.field_error(locale, code).is_empty());
        }
        let hidden = texts.error(locale, ErrorCode::NotAllowed);
        assert_eq!(
            hidden,
            texts.error(locale, ErrorCode::NotFound),
            "must not tell that the page exists"
        );
    }
}

/// Sample arguments: a number where a message counts, which only the message itself knows, so both kinds.
fn fluent_says(locale: Locale, source: &str, id: &str, args: &[(&str, i64)]) -> Option<String> {
    let resource = FluentResource::try_new(source.to_owned()).unwrap();
    let language = if locale == Zh { "zh" } else { locale.code() };
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_builtins().unwrap();
    bundle.add_resource(resource).unwrap();
    let (message, attribute) = id.split_once('.').map_or((id, None), |(id, name)| (id, Some(name)));
    let message = bundle.get_message(message)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut values = FluentArgs::new();
    for (name, value) in args {
        values.set(*name, FluentValue::from(*value));
    }
    Some(
        bundle
            .format_pattern(pattern, Some(&values), &mut Vec::new())
            .into_owned(),
    )
}

#[test]
fn every_message_reads_as_the_fluent_library_reads_it() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let folder = Texts::built_in();
    for locale in Locale::BUILT_IN {
        let mut seen = 0;
        for file in std::fs::read_dir(root.join(locale.folder())).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "ftl") {
                continue;
            }
            let source = std::fs::read_to_string(path).unwrap();
            for known in messages() {
                for count in [0, 1, 2, 5, 11, 21, 100] {
                    let args: Vec<_> = known
                        .args
                        .iter()
                        .enumerate()
                        .map(|(n, name)| (*name, count + n as i64))
                        .collect();
                    let Some(theirs) = fluent_says(locale, &source, known.id, &args) else {
                        break;
                    };
                    let numbers: Vec<i64> = args.iter().map(|(_, value)| *value).collect();
                    assert_eq!(
                        folder.sample(locale, known.id, &numbers).unwrap(),
                        theirs,
                        "{locale} {}",
                        known.id
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen >= messages().len());
    }
}

#[test]
fn of_the_forms_that_fit_the_first_is_taken_as_in_fluent() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("es")).unwrap();
    let texts = Texts::with_folder(folder.path().to_owned());
    for value in [
        "{ $count ->\n   *[other] a\n    [1] b\n}",
        "{ $count ->\n   *[one] a\n    [1] b\n    [other] c\n}",
        "{ $count ->\n    [one] a\n    [1] b\n   *[two] c\n}",
        "{ $count ->\n    [other] a\n   *[one] b\n}",
        "{ NUMBER($count) ->\n    [1] a\n    [one] b\n   *[other] { NUMBER($count) }\n}",
    ] {
        let source = format!("nav-cart-count = {value}\n");
        std::fs::write(folder.path().join("es/common.ftl"), &source).unwrap();
        let problems = texts.reload_if_changed();
        assert!(problems.is_empty(), "{problems:?}");
        let words = texts.words(Es, &[t::ids::NAV_CART_COUNT]);
        for count in [0, 1, 2, 5] {
            let theirs = fluent_says(Es, &source, "nav-cart-count", &[("count", count)]).unwrap();
            assert_eq!(texts.plain(Es, t::nav_cart_count(count)), theirs, "{value} {count}");
            let sent = Words::read(Es, &words.write()).get(t::nav_cart_count(count));
            assert_eq!(sent.replace(['\u{2068}', '\u{2069}'], ""), theirs, "{value} {count}");
        }
    }
}

proptest! {
    #[test]
    fn isolates_are_always_closed(name in "[a-z\u{627}\u{5927}\u{202A}-\u{202E}\u{2066}-\u{2069} ]{0,12}") {
        static TEXTS: LazyLock<Texts> = LazyLock::new(Texts::built_in);
        for locale in Locale::BUILT_IN {
            let mut depth = 0_i32;
            for c in TEXTS.get(locale, t::site_page_title(&name)).chars() {
                match c {
                    '\u{2066}'..='\u{2068}' => depth += 1,
                    '\u{2069}' => depth -= 1,
                    '\u{202A}'..='\u{202E}' => prop_assert!(false, "an override came through"),
                    _ => {}
                }
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
        }
    }
}

#[test]
fn an_islands_words_say_what_the_shops_texts_say() {
    let texts = Texts::built_in();
    let all: Vec<Text> = messages().iter().filter_map(|known| Text::by_id(known.id)).collect();
    for locale in Locale::BUILT_IN {
        let words = texts.words(locale, &all);
        let read = Words::read(locale, &words.write());
        assert_eq!(read, words, "{locale}");
        for count in [0_i64, 1, 2, 1_000_000] {
            assert_eq!(
                read.get(t::nav_cart_count(count)),
                texts.get(locale, t::nav_cart_count(count))
            );
            assert_eq!(
                read.parts(t::page_position(count, 9)),
                texts.parts(locale, t::page_position(count, 9))
            );
        }
    }
}

/// Some texts name a bound of the shop in figures; who changes the bound changes them.
#[test]
fn texts_that_name_a_bound_name_the_one_that_holds() {
    let texts = Texts::built_in();
    let megabytes = |bytes: u64| (bytes / (1024 * 1024)).to_string();
    for (id, bound) in [
        ("error-pictures-full", domain::MAX_PICTURES.to_string()),
        ("pictures-refused-full", domain::MAX_PICTURES.to_string()),
        ("pictures-file-hint", megabytes(domain::MAX_PICTURE_BYTES)),
        ("pictures-refused-too-many-bytes", megabytes(domain::MAX_PICTURE_BYTES)),
        ("tables-file-hint", megabytes(domain::MAX_TABLE_BYTES)),
    ] {
        for locale in Locale::BUILT_IN {
            let text = texts.by_id(locale, id).unwrap();
            let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
            assert!(numbers.contains(&bound.as_str()), "{locale}: {id}: {text}");
        }
    }
}
