use domain::Locale::{self, Es, Ug, Zh};
use l10n::negotiate;

fn asked(accept_language: &str) -> Locale {
    negotiate(accept_language, None)
}

#[test]
fn every_name_of_a_language_leads_to_it() {
    for tag in [
        "ug",
        "ug-CN",
        "ug-Arab",
        "ug-Arab-CN",
        "UG_cn",
        "ug-Latn",
        "ug-Cyrl",
        "uig",
    ] {
        assert_eq!(asked(tag), Ug, "{tag}");
    }
    for tag in [
        "zh",
        "zh-CN",
        "zh-SG",
        "zh-Hans",
        "zh-Hans-CN",
        "zh-TW",
        "zh-HK",
        "zh-Hant",
        "cmn",
    ] {
        assert_eq!(asked(tag), Zh, "{tag}");
    }
    for tag in ["es", "es-ES", "es-MX", "es-419", "ES"] {
        assert_eq!(asked(tag), Es, "{tag}");
    }
}

#[test]
fn the_preferred_language_wins_then_the_first() {
    assert_eq!(asked("en-US,en;q=0.9,es;q=0.8,zh;q=0.7"), Es);
    assert_eq!(asked("es;q=0.5, ug;q=0.8"), Ug);
    assert_eq!(asked("es, ug"), Es);
    assert_eq!(asked("zh-CN,zh;q=0.9,ug;q=1.0"), Zh);
    assert_eq!(asked("es;q=0, ug;q=0.001"), Ug);
}

#[test]
fn what_cannot_be_understood_is_passed_over() {
    assert_eq!(asked(""), Zh);
    assert_eq!(asked("en, fr;q=0.9, *;q=0.1"), Zh);
    assert_eq!(asked("es;q=2, es;q=banana, es;level=1, ;;;,,ug;q=0.3"), Ug);
    assert_eq!(asked("español, ugric, \u{0}"), Zh);
}

#[test]
fn an_earlier_choice_comes_before_the_browser() {
    assert_eq!(negotiate("zh-CN", Some("ug")), Ug);
    assert_eq!(negotiate("zh-CN", Some("zh-Hans")), Zh);
    assert_eq!(negotiate("es", Some("klingon")), Es);
    assert_eq!(negotiate("es", Some("")), Es);
}
