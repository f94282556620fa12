use domain::Locale;
use l10n::tidy;
use proptest::prelude::*;

#[test]
fn tags_of_a_pasted_page_go_and_its_lines_stay() {
    let clean = |typed: &str| tidy(typed, Locale::Es).text;
    for (typed, text) in [
        ("<b>Miel</b> de <i class=\"x\">acacia</i>", "Miel de acacia"),
        ("<p>Uno</p><p>Dos</p>", "Uno\nDos\n"),
        ("Uno<br/>Dos", "Uno\nDos"),
        ("a<script>alert('x')</script>b<style>p{}</style>c", "abc"),
        ("a<!-- nota -->b", "ab"),
        ("1&nbsp;kg", "1 kg"),
        ("<script>sin fin", "sin fin"),
        ("a<style>b<script>c</script>", "ab"),
        ("<P CLASS=x>Uno</P><o:p></o:p><?xml:namespace prefix = o/>", "Uno\n"),
        ("<a href='https://x.example/?a=1'>aquí</a>", "aquí"),
    ] {
        assert_eq!(clean(typed), text, "{typed}");
        assert!(tidy(typed, Locale::Es).had_markup, "{typed}");
    }
    for typed in [
        "1 < 2 > 0",
        "a<3",
        "<",
        "<<",
        "precio <10",
        "x <y",
        "a & b &amp; c",
        "escribe a <badam@example.com>",
        "x <y and z> w",
        "si <a and b> entonces",
        "véase <https://x.example>",
        "<!-- sin fin",
    ] {
        assert_eq!(clean(typed), typed);
        assert!(!tidy(typed, Locale::Es).is_changed(), "{typed}");
    }
}

#[test]
fn a_space_that_does_not_break_is_no_formatting() {
    let tidied = tidy("1\u{A0}kg", Locale::Es);
    assert_eq!(tidied.text, "1 kg");
    assert!(!tidied.is_changed());
}

#[test]
fn beginnings_without_an_end_stay_and_cost_no_more_than_a_text() {
    for begin in ["<a", "<!--", "<script>", "<", "</", "<style x=\""] {
        let typed = begin.repeat(20_000);
        let kept = tidy(&typed, Locale::Es).text;
        assert!(kept.is_empty() || kept == typed, "{begin}");
    }
}

#[test]
fn letters_of_other_keyboards_become_uyghur_ones_and_are_named() {
    let tidied = tidy(
        "ئالتۇن باد\u{627}م \u{FEEB}\u{FEEA}\u{FEB4}\u{FEEA}\u{FEDD} \u{6A9}ىشمىش چا\u{6CC} ن\u{647}ن",
        Locale::Ug,
    );
    assert_eq!(tidied.text, "ئالتۇن بادام ھەسەل كىشمىش چاى نھن");
    let new: Vec<&str> = tidied.words.iter().map(|(_, new)| new.as_str()).collect();
    assert_eq!(new, ["ھەسەل", "كىشمىش", "چاى", "نھن"]);
    assert!(!tidied.had_markup);
    let right = "بىزنىڭ باغ: ٣ تۈپ، «ئانار»؛ ５ kg — 巴旦木";
    assert!(
        !tidy(right, Locale::Ug).is_changed(),
        "digits, marks and other scripts stay"
    );
    let other = "کتاب";
    assert_eq!(
        tidy(other, Locale::Zh).text,
        other,
        "a quotation in another language stays"
    );
}

proptest! {
    #[test]
    fn what_is_no_known_tag_stays_letter_for_letter(typed in "[<>/yzé@.=:! ]{0,60}") {
        prop_assert_eq!(tidy(&typed, Locale::Es).text, typed);
    }

    #[test]
    fn of_a_page_all_words_stay(
        parts in proptest::collection::vec(
            ("[<>a-z ]{0,3}[0-9é]{1,4}", proptest::sample::select(&["<b>", "</b>", "<p class=\"x\">", "<br/>", "<td nowrap>"])),
            0..12,
        ),
    ) {
        // A `<` of the text before a digit begins no tag.
        let text: String = parts.iter().map(|(text, _)| text.replace(['<', '>'], "<")).collect();
        let page: String = parts.iter().flat_map(|(text, tag)| [text.replace(['<', '>'], "<"), (*tag).to_owned()]).collect();
        let without_spaces = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(without_spaces(&tidy(&page, Locale::Es).text), without_spaces(&text));
    }

    #[test]
    fn what_is_clean_stays(typed in "\\PC{0,60}|[<>/a-p! \u{FEEB}\u{647}\u{6CC}]{0,30}") {
        for lang in Locale::BUILT_IN {
            let once = tidy(&typed, lang).text;
            let again = standard(&once, lang);
            prop_assert_eq!(&again, &once);
        }
    }
}

/// Letters alone: a tag that only stands there after another one was taken out is a text.
fn standard(text: &str, lang: Locale) -> String {
    l10n::uyghur::standard_letters(text, lang == Locale::Ug)
}
