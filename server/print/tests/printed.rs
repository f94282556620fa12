//! What is printed, read back from the file by somebody else's reader.

#![expect(clippy::unwrap_used, reason = "tests")]

use lopdf::Document;
use print::{
    FIRST_OBJECT, FilePart, Fonts, Label, LabelWords, MAX_PRINTED, Paper, PartedFile, Poster, PrintError, Slip,
    SlipLine, labels, labels_part, poster, slips, slips_part,
};
use proptest::prelude::*;

fn fonts() -> Fonts {
    Fonts::of(include_bytes!("fonts/sample.ttc").to_vec()).unwrap()
}

/// The text of a page, line by line as it is drawn: from left to right.
fn drawn(pdf: &[u8], page: u32) -> Vec<String> {
    let text = Document::load_mem(pdf).unwrap().extract_text(&[page]).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn pages(pdf: &[u8]) -> usize {
    Document::load_mem(pdf).unwrap().get_pages().len()
}

/// What is drawn, from left to right, without its spaces: the reader sees one wherever the font changes.
fn letters(pdf: &[u8], page: u32) -> String {
    without_spaces(&drawn(pdf, page).concat())
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

fn reversed(text: &str) -> String {
    text.chars().rev().filter(|c| !c.is_whitespace()).collect()
}

fn label() -> Label {
    Label {
        code: "7K3M-9QXT-V2WP".into(),
        link: "https://bazar.example/ug/orders/7K3M-9QXT-V2WP".into(),
        sender: "قەشقەر كوپىراتىپى".into(),
        receiver: Some("ئايگۈل".into()),
        phone: Some("138 0013 8000".into()),
        station: Some("S-014".into()),
        destination: vec![vec!["خانئېرىق 12-نومۇر 新疆".into()], vec!["تېل (0998-123456)".into()]],
    }
}

fn uyghur() -> LabelWords {
    LabelWords {
        to: "كىمگە".into(),
        from: "كىمدىن".into(),
        is_rtl: true,
    }
}

fn slip(lines: usize) -> Slip {
    let line = SlipLine {
        names: vec!["核桃".into(), "ياڭاق".into()],
        amounts: vec!["500克 × 2件".into(), "500 گرام × 2 دانە".into()],
        lots: Vec::new(),
        without_lot: Vec::new(),
    };
    Slip {
        code: "7K3M-9QXT-V2WP".into(),
        link: "https://bazar.example/zh/orders/7K3M-9QXT-V2WP".into(),
        title: vec!["装箱单".into(), "تىزىم".into()],
        sender: "قەشقەر".into(),
        receiver: Some("张伟".into()),
        date: vec!["2026-11-29".into()],
        lines: vec![line; lines],
        lot: vec!["批".into()],
        note_title: vec!["备注".into()],
        note: "tel. +86 138".into(),
        is_rtl: false,
    }
}

#[test]
fn uyghur_stands_from_right_to_left_and_numbers_in_it_from_left_to_right() {
    let pdf = labels(&fonts(), Paper::Roll100, &uyghur(), &[label()]).unwrap();
    let text = letters(&pdf, 1);
    for word in ["كىمگە", "كىمدىن", "ئايگۈل"] {
        assert!(text.contains(&reversed(word)), "{word} in {text}");
    }
    for number in ["7K3M-9QXT-V2WP", "13800138000", "S-014"] {
        assert!(text.contains(number), "{number} in {text}");
    }
    // Drawn from the left: the end of the line first, each number and the Chinese as they are read. Brackets are the
    // letters that were typed, turned round on paper.
    let lines = [
        format!("新疆{}-12{}", reversed("نومۇر"), reversed("خانئېرىق")),
        format!(")0998-123456({}", reversed("تېل")),
    ];
    for line in lines {
        assert!(text.contains(&line), "{line} in {text}");
    }
}

#[test]
fn a_packers_words_and_the_buyers_stand_in_one_line() {
    let pdf = slips(&fonts(), Paper::Roll100, &[slip(1)]).unwrap();
    let text = letters(&pdf, 1);
    assert!(text.contains(&format!("装箱单·{}", reversed("تىزىم"))), "{text}");
    // An amount of a language that runs from the right does so as a whole.
    let amount = format!("{}2×{}500", reversed("دانە"), reversed("گرام"));
    assert!(text.contains(&amount), "{text}");
    assert!(text.contains("500克×2件"), "{text}");
}

#[test]
fn the_lots_of_a_line_stand_where_one_would_write_them() {
    let mut with = slip(1);
    with.lines[0].lots = vec!["3 · 2026-10".into(), "4 · 2026-11-05".into()];
    let text = letters(&slips(&fonts(), Paper::Roll100, &[with.clone()]).unwrap(), 1);
    assert!(text.contains("批:3·2026-10/4·2026-11-05"), "{text}");
    with.is_rtl = true;
    let text = letters(&slips(&fonts(), Paper::Roll100, &[with]).unwrap(), 1);
    assert!(text.contains("3·2026-10"), "a number runs from the left: {text}");
    let text = letters(&slips(&fonts(), Paper::Roll100, &[slip(1)]).unwrap(), 1);
    assert!(text.contains("批") && !text.contains("批:"), "{text}");
}

#[test]
fn a_lot_is_never_broken_and_what_has_none_is_said() {
    let mut with = slip(1);
    let parts: Vec<String> = (1..=6)
        .map(|lot| format!("12\u{A0}×\u{A0}{lot}\u{A0}(2026-11-05)"))
        .collect();
    with.lines[0].lots.clone_from(&parts);
    with.lines[0].without_lot = vec!["备注 2件".into()];
    for is_rtl in [false, true] {
        with.is_rtl = is_rtl;
        let pdf = slips(&fonts(), Paper::Roll76, &[with.clone()]).unwrap();
        let text = letters(&pdf, 1);
        for part in &parts {
            let part = without_spaces(part);
            assert!(text.contains(&part), "{part} in {text}");
        }
        assert!(text.contains("备注2件"), "{text}");
    }
}

#[test]
fn letters_of_one_shape_are_told_apart() {
    // The heh of Arabic and the ae of Uyghur may share a drawing.
    let same = Label {
        receiver: Some("ه ە ي ى ې ئە".into()),
        ..label()
    };
    let pdf = labels(&fonts(), Paper::Roll76, &uyghur(), &[same]).unwrap();
    assert!(
        letters(&pdf, 1).contains(&reversed("ه ە ي ى ې ئە")),
        "{:?}",
        drawn(&pdf, 1)
    );
}

#[test]
fn four_labels_stand_on_an_office_page_and_one_on_a_roll() {
    for (paper, expected) in [(Paper::A4, 3), (Paper::Roll76, 9), (Paper::Roll100, 9)] {
        let pdf = labels(&fonts(), paper, &uyghur(), &vec![label(); 9]).unwrap();
        assert_eq!(pages(&pdf), expected, "{paper:?}");
        let document = Document::load_mem(&pdf).unwrap();
        for page in document.get_pages().values() {
            let tree = document
                .get_dictionary(*page)
                .unwrap()
                .get(b"Parent")
                .unwrap()
                .as_reference()
                .unwrap();
            let sides = document
                .get_dictionary(tree)
                .unwrap()
                .get(b"MediaBox")
                .unwrap()
                .as_array()
                .unwrap();
            let width = sides[2].as_float().unwrap() / 72.0 * 25.4;
            assert!((width - paper.size().0).abs() < 0.1, "{width}");
        }
    }
}

#[test]
fn no_more_than_may_be_is_printed() {
    let pdf = labels(&fonts(), Paper::Roll76, &uyghur(), &vec![label(); MAX_PRINTED + 1]).unwrap();
    assert_eq!(pages(&pdf), MAX_PRINTED);
    assert_eq!(pages(&labels(&fonts(), Paper::A4, &uyghur(), &[]).unwrap()), 1);
}

/// The file that these parts make, each stored and read back.
fn together(parts: &[FilePart]) -> Result<Vec<u8>, PrintError> {
    let (mut file, mut bytes) = PartedFile::begin();
    for part in parts {
        bytes.extend(file.add(FilePart::from_bytes(&part.to_bytes()).unwrap())?);
    }
    bytes.extend(file.end("labels-9"));
    Ok(bytes)
}

#[test]
fn a_file_of_parts_has_the_pages_of_all() {
    let first = labels_part(&fonts(), Paper::A4, &uyghur(), &vec![label(); 8], FIRST_OBJECT).unwrap();
    let second = labels_part(
        &fonts(),
        Paper::A4,
        &uyghur(),
        &[Label {
            code: "V2WP-9QXT-7K3M".into(),
            ..label()
        }],
        first.next_object(),
    )
    .unwrap();
    let pdf = together(&[first.clone(), second.clone()]).unwrap();
    assert_eq!(pages(&pdf), 3);
    for (page, code, other) in [
        (1, "7K3M-9QXT-V2WP", "V2WP-9QXT-7K3M"),
        (2, "7K3M-9QXT-V2WP", "V2WP-9QXT-7K3M"),
        (3, "V2WP-9QXT-7K3M", "7K3M-9QXT-V2WP"),
    ] {
        let text = letters(&pdf, page);
        assert!(text.contains(code) && !text.contains(other), "{page}: {text}");
    }
    assert!(
        letters(&pdf, 3).contains(&reversed("ئايگۈل")),
        "each part has its fonts"
    );
    // Each object is where the table says it is.
    let number = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().trim().parse::<usize>().unwrap();
    let find = |text: &[u8]| pdf.windows(text.len()).rposition(|window| window == text).unwrap();
    let table = find(b"xref\n0 ");
    let ends = find(b"startxref\n") + b"startxref\n".len();
    assert_eq!(number(&pdf[ends..pdf.len() - b"%%EOF\n".len()]), table);
    let lines = &pdf[table..find(b"trailer\n")];
    let entries: Vec<&[u8]> = lines
        .split(|byte| *byte == b'\n')
        .skip(2)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(entries.len(), usize::try_from(second.next_object()).unwrap());
    for (object, entry) in entries.iter().enumerate().skip(1) {
        assert_eq!(entry.len(), 19, "with the end of the line 20 bytes");
        let begins = format!("{object} 0 obj\n");
        assert!(pdf[number(&entry[..10])..].starts_with(begins.as_bytes()), "{object}");
    }
    // Slips likewise.
    let one = slips_part(&fonts(), Paper::Roll76, &[slip(2)], FIRST_OBJECT).unwrap();
    let two = slips_part(&fonts(), Paper::Roll76, &[slip(2)], one.next_object()).unwrap();
    assert_eq!(pages(&together(&[one, two]).unwrap()), 2);

    // Only the next part follows, and what is no part is not read as one.
    assert!(matches!(
        together(std::slice::from_ref(&second)),
        Err(PrintError::OtherPart)
    ));
    assert!(matches!(
        together(&[first.clone(), first.clone()]),
        Err(PrintError::OtherPart)
    ));
    let stored = second.to_bytes();
    for damaged in [&b""[..], b"BZP1", b"%PDF-1.7", &stored[..20], &stored[1..]] {
        assert_eq!(FilePart::from_bytes(damaged), None);
    }
}

#[test]
fn slips_share_an_office_page_and_a_long_one_goes_on() {
    let short = slips(&fonts(), Paper::A4, &[slip(2), slip(2)]).unwrap();
    assert_eq!(pages(&short), 1);
    let on_rolls = slips(&fonts(), Paper::Roll76, &[slip(2), slip(2)]).unwrap();
    assert_eq!(pages(&on_rolls), 2);
    let long = slips(&fonts(), Paper::Roll76, &[slip(30)]).unwrap();
    let all: Vec<String> = (1..=pages(&long))
        .map(|page| letters(&long, u32::try_from(page).unwrap()))
        .collect();
    assert!(all.len() > 5, "{}", all.len());
    assert_eq!(all.concat().matches("核桃").count(), 30);
    assert!(
        all.iter().all(|page| page.contains("7K3M-9QXT-V2WP")),
        "each page says whose it is"
    );
}

#[test]
fn the_longest_address_is_whole_on_the_narrowest_label() {
    // What the checkout takes at the most: 60 letters of a name, 120 of each line of the address.
    let long = |count: usize| "新疆巴扎核桃蜂蜜收".chars().cycle().take(count).collect::<String>();
    let full = Label {
        receiver: Some(long(60)),
        destination: vec![vec![long(10)], vec![long(120), reversed(&long(120))], vec![long(120)]],
        ..label()
    };
    let expected = 60 + 10 + 240 + 120;
    for paper in Paper::ALL {
        let pdf = labels(&fonts(), paper, &LabelWords::default(), std::slice::from_ref(&full)).unwrap();
        let chinese = letters(&pdf, 1)
            .chars()
            .filter(|c| ('\u{4e00}'..'\u{a000}').contains(c))
            .count();
        assert_eq!(chinese, expected, "{paper:?}");
    }
}

#[test]
fn what_is_left_out_ends_with_an_ellipsis() {
    let endless = Label {
        sender: "喀什巴扎".repeat(200),
        destination: vec![vec!["新疆".repeat(1_500)]],
        ..label()
    };
    let pdf = labels(&fonts(), Paper::Roll76, &LabelWords::default(), &[endless]).unwrap();
    assert_eq!(pages(&pdf), 1);
    assert_eq!(letters(&pdf, 1).matches('…').count(), 2, "{}", letters(&pdf, 1));
}

#[test]
fn a_poster_names_the_shop_in_its_languages() {
    let wanted = Poster {
        names: vec!["قەشقەر".into(), "喀什".into(), "Kashgar".into()],
        tagline: "ياڭاق".into(),
        scan: vec!["扫码购买".into(), "Escanea y compra".into()],
        link: "https://bazar.example/ug/shops/kashgar".into(),
    };
    let pdf = poster(&fonts(), &wanted).unwrap();
    let text = letters(&pdf, 1);
    for piece in [
        &reversed("قەشقەر"),
        "喀什",
        "Kashgar",
        "扫码购买",
        "Escaneaycompra",
        "https://bazar.example/ug/shops/kashgar",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}

#[test]
fn printers_are_told_not_to_fit_the_page_and_fonts_are_cut_down() {
    let pdf = labels(&fonts(), Paper::Roll76, &uyghur(), &[label()]).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let preferences = document
        .catalog()
        .unwrap()
        .get(b"ViewerPreferences")
        .unwrap()
        .as_dict()
        .unwrap();
    assert_eq!(preferences.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
    assert!(pdf.len() < 40_000, "{}", pdf.len());
}

#[test]
fn fonts_that_are_missing_or_damaged_are_said_so() {
    let missing = Fonts::read(std::path::Path::new("/nowhere/print.ttc"));
    assert!(matches!(missing, Err(PrintError::NoFonts { .. })));
    for damaged in [&b""[..], b"ttcf", b"\0\x01\0\0 no font at all"] {
        assert!(matches!(Fonts::of(damaged.to_vec()), Err(PrintError::DamagedFonts)));
    }
    // Half a file: an answer, whatever it is, and no panic.
    let whole = include_bytes!("fonts/sample.ttc");
    if let Ok(half) = Fonts::of(whole[..whole.len() / 2].to_vec()) {
        let _ = labels(&half, Paper::A4, &uyghur(), &[label()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_printed(
        receiver in "\\PC{0,60}",
        line in "[a-zA-Z0-9\u{600}-\u{6ff}\u{4e00}-\u{4f00}\u{200b}-\u{2069} \\-.,()\n]{0,200}",
        link in "[ -~]{0,80}",
    ) {
        let any = Label {
            code: link.chars().take(14).collect(),
            link,
            receiver: Some(receiver.clone()),
            sender: receiver.clone(),
            destination: vec![vec![line.clone(), receiver.clone()]],
            ..label()
        };
        for paper in Paper::ALL {
            let pdf = labels(&fonts(), paper, &uyghur(), std::slice::from_ref(&any)).unwrap();
            prop_assert_eq!(pages(&pdf), 1);
        }
        let any = Slip { note: line.clone(), receiver: Some(receiver), ..slip(1) };
        prop_assert!(pages(&slips(&fonts(), Paper::Roll76, &[any]).unwrap()) >= 1);
    }

    #[test]
    fn lines_hold_all_words(words in prop::collection::vec("[a-z]{1,12}", 1..30)) {
        let long = Label { destination: vec![vec![words.join(" ")]], ..label() };
        let pdf = labels(&fonts(), Paper::Roll76, &LabelWords::default(), &[long]).unwrap();
        let text = letters(&pdf, 1).replace(' ', "");
        prop_assert!(text.contains(&words.concat()));
    }
}
