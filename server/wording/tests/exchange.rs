//! Texts go out to other programs and come back as they went.
#![expect(clippy::unwrap_used, reason = "tests")]

use l10n::unit::UnitId;
use proptest::prelude::*;
use wording::exchange::{Exchange, ExchangeError, ExchangeRow, Format, UnitState, read, write};

fn row(id: &str, english: &str, source: Option<&str>) -> ExchangeRow {
    ExchangeRow {
        id: UnitId::parse(id).unwrap(),
        file: "cart.ftl".to_owned(),
        english: english.to_owned(),
        source: source.map(str::to_owned),
        comment: String::new(),
        state: if source.is_some() {
            UnitState::Translated
        } else {
            UnitState::Missing
        },
    }
}

fn text(exchange: &[u8]) -> &str {
    std::str::from_utf8(exchange).unwrap()
}

fn rows() -> impl Strategy<Value = Vec<ExchangeRow>> {
    let words = || "[a-z بۇ好<>&\"'\\\\=+#%~|{}$,;:\n\t]{0,12}|\\{ \\$count \\} x|a ?\\{\\$n\\}\\{ \\$n \\}|\\]\\]>|<!--|&amp;|\\\\n";
    let said = words().prop_filter("a text says something", |text| !text.trim().is_empty());
    let state = prop::sample::select(vec![UnitState::Translated, UnitState::Doubtful, UnitState::Outdated]);
    let translation = prop_oneof![
        Just((None, UnitState::Missing)),
        (said, state).prop_map(|(text, state)| (Some(text), state)),
    ];
    let one = (
        "-?[a-z]{1,3}(\\.[a-z]{1,3})?",
        "[a-c]{1,2}\\.ftl",
        words(),
        translation,
        words(),
    );
    prop::collection::vec(one, 0..8).prop_map(|all| {
        let mut rows: Vec<ExchangeRow> = Vec::new();
        for (id, file, english, (source, state), comment) in all {
            let id = UnitId::parse(&id).unwrap();
            if rows.iter().all(|row| row.id != id) {
                rows.push(ExchangeRow {
                    id,
                    file,
                    english,
                    source,
                    comment,
                    state,
                });
            }
        }
        rows
    })
}

proptest! {
    #[test]
    fn what_goes_out_comes_back_as_it_was(rows in rows()) {
        for format in Format::ALL {
            let file = write(format, "zh-Hans", &rows);
            let back = read(format, &file).map(|back| back.rows);
            prop_assert_eq!(back.as_ref(), Ok(&rows), "{}\n{}", format.as_str(), text(&file));
        }
    }

    #[test]
    fn nothing_that_comes_in_ends_the_program(bytes in prop::collection::vec(any::<u8>(), 0..200), cut in 0_usize..2000) {
        let good = [row("a-b", "Hello { $n }", Some("سالام { $n }"))];
        for format in Format::ALL {
            drop(read(format, &bytes));
            let mut file = write(format, "ug", &good);
            file.truncate(cut);
            file.extend(&bytes);
            drop(read(format, &file));
        }
    }
}

#[test]
fn the_language_is_known_where_the_file_says_it() {
    let rows = [row("a-b", "Hello", Some("你好"))];
    for format in Format::ALL {
        let expected = (format != Format::Csv).then(|| "zh-Hans".to_owned());
        assert_eq!(
            read(format, &write(format, "zh-Hans", &rows)).unwrap().language,
            expected,
            "{format:?}"
        );
    }
}

#[test]
fn variables_are_elements_that_a_translator_cannot_misspell() {
    let file = write(
        Format::Xliff2,
        "es",
        &[row(
            "a-b",
            "Page { $page } of { $pages }",
            Some("{ $page } de { $pages }"),
        )],
    );
    let file = text(&file);
    assert!(
        file.contains("<data id=\"d1\" xml:space=\"preserve\">{ $page }</data>"),
        "{file}"
    );
    assert!(file.contains(
        "<source xml:space=\"preserve\">Page <ph id=\"1\" dataRef=\"d1\"/> of <ph id=\"2\" dataRef=\"d2\"/></source>"
    ));
    assert!(file.contains(
        "<target xml:space=\"preserve\"><ph id=\"1\" dataRef=\"d1\"/> de <ph id=\"2\" dataRef=\"d2\"/></target>"
    ));
    // A program pairs them by their numbers; what English does not have, or not so often, has a new one.
    let other = [row("a-b", "{ $a } { $b }", Some("{ $b } {$a} { $b } { $c }"))];
    let file = write(Format::Xliff2, "es", &other);
    let target = text(&file).split_once("<target").unwrap().1;
    let numbers: Vec<&str> = target
        .split("<ph id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(numbers, ["2", "1", "3", "4"], "{target}");
    let forms = "{ $n ->\n    [one] { $n } thing\n   *[other] { $n } things\n}";
    let file = write(Format::Xliff2, "es", &[row("a-b", forms, None)]);
    assert!(
        text(&file).contains(">{ $n -&gt;\n    [one] <ph id=\"1\""),
        "{}",
        text(&file)
    );
}

#[test]
fn what_other_programs_make_of_a_file_is_read() {
    let xliff = "<?xml version='1.0'?><xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' trgLang='es'>\
        <file id='1' original='cart.ftl'><unit id='a-b'><mtc:matches xmlns:mtc='urn:x'><mtc:match><target>no</target></mtc:match></mtc:matches>\
        <originalData><data id='x'>{ $n }</data></originalData>\
        <segment><source>One <ph id='1' dataRef='x'/></source><target><mrk id='m'>Un<![CDATA[o]]></mrk>&#x20;<ph id='2' dataRef='x'/></target></segment></unit></file></xliff>";
    let back = read(Format::Xliff2, xliff.as_bytes()).unwrap();
    assert_eq!(back.rows, [row("a-b", "One { $n }", Some("Uno { $n }"))]);
    let csv = "\u{FEFF}Comment;Translation;English;ID\r\n;'=Uno;One;a-b\r\n\r\n;;Two;a-c\r\n";
    let back = read(Format::Csv, csv.as_bytes()).unwrap();
    let without_file = |id, english, source| ExchangeRow {
        file: String::new(),
        ..row(id, english, source)
    };
    assert_eq!(
        back.rows,
        [
            without_file("a-b", "One", Some("=Uno")),
            without_file("a-c", "Two", None)
        ]
    );
    let po = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\n#| msgid \"Old\"\n#: cart.ftl:12\n#, fuzzy\nmsgctxt \"a-b\"\nmsgid \"\"\n\"On\"\n\"e\"\nmsgstr \"Uno\"\n\n#~ msgid \"gone\"\n#~ msgstr \"ido\"\n";
    let back = read(Format::Po, po.as_bytes()).unwrap();
    let doubtful = ExchangeRow {
        state: UnitState::Doubtful,
        ..row("a-b", "One", Some("Uno"))
    };
    assert_eq!(
        back,
        Exchange {
            language: Some("es".to_owned()),
            rows: vec![doubtful],
            ..Exchange::default()
        }
    );
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            text(&write(Format::Tmx, "es", &[row("a-b", "One", Some("Uno"))]))
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    assert_eq!(read(Format::Tmx, &utf16).unwrap().rows.len(), 1);
}

#[test]
fn what_could_grow_or_is_something_else_is_refused() {
    let bomb = "<!DOCTYPE xliff [<!ENTITY a 'aaaa'>]><xliff version='2.0'/>";
    assert_eq!(read(Format::Xliff2, bomb.as_bytes()), Err(ExchangeError::Entities));
    let bomb = "<!DOCTYPE tmx [<!ENTITY a 'aaaa'>]><tmx version='1.4'/>";
    assert_eq!(read(Format::Tmx, bomb.as_bytes()), Err(ExchangeError::Entities));
    let named = "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx version='1.4'><body/></tmx>";
    assert_eq!(read(Format::Tmx, named.as_bytes()), Ok(Exchange::default()));
    let older = "<xliff version='1.2'></xliff>";
    assert_eq!(
        read(Format::Xliff2, older.as_bytes()),
        Err(ExchangeError::OtherFormat("XLIFF 2"))
    );
    let deep = format!("<xliff version='2.0'>{}", "<a>".repeat(5000));
    assert!(matches!(
        read(Format::Xliff2, deep.as_bytes()),
        Err(ExchangeError::Damaged(_))
    ));
    for format in Format::ALL {
        assert!(read(format, b"").is_err(), "{format:?}");
        assert!(read(format, b"nothing of the kind").is_err(), "{format:?}");
        let twice = [row("a-b", "x", None), row("a-b", "y", None)];
        let told = ExchangeError::Twice(UnitId::parse("a-b").unwrap());
        assert_eq!(read(format, &write(format, "es", &twice)), Err(told), "{format:?}");
        let long = [row("a-b", &"x".repeat(30_000), None)];
        assert_eq!(
            read(format, &write(format, "es", &long)),
            Err(ExchangeError::TooLong("a-b".to_owned())),
            "{format:?}"
        );
    }
    let bare = "msgctxt \"a-b\"\nmsgid \"x\"\nmsgstr \"a \"b\" c\"\n";
    assert!(matches!(
        read(Format::Po, bare.as_bytes()),
        Err(ExchangeError::Damaged(_))
    ));
    let name = "id,english,translation\n../etc,x,y\n";
    assert_eq!(
        read(Format::Csv, name.as_bytes()),
        Err(ExchangeError::Name("../etc".to_owned()))
    );
}

#[test]
fn a_table_that_was_cut_off_is_refused_and_one_of_a_spreadsheet_is_not() {
    let rows = [
        row("a-b", "One", Some("Uno, dos")),
        row("a-c", "Open the shop", Some("Ver productos")),
    ];
    let file = write(Format::Csv, "es", &rows);
    let whole = text(&file);
    // What ends behind a cell that is not closed, or before the last one.
    for end in [
        "\"Uno, d",
        "\"Uno, dos\"",
        "a-c",
        "Open the s",
        "Ver pro",
        "Ver productos,translat",
    ] {
        let cut = whole.find(end).unwrap() + end.len();
        let told = read(Format::Csv, &file[..cut]);
        assert!(matches!(told, Err(ExchangeError::Row(2 | 3))), "{end} {told:?}");
        let utf16: Vec<u8> = whole[..cut].encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(Format::Csv, &utf16), told, "{end}");
    }
    // Cells that were lost within the file.
    let lost = whole.replace("\"Uno, dos\",translated,", "Uno");
    assert_eq!(read(Format::Csv, lost.as_bytes()), Err(ExchangeError::Row(2)));
    // Spreadsheets leave out empty cells at the end of a row, and some the end of the last line.
    for same in [
        whole.replace("translated,\r\n", "translated\r\n"),
        whole.trim_end().to_owned(),
    ] {
        assert_eq!(read(Format::Csv, same.as_bytes()).unwrap().rows, rows, "{same}");
    }
}

#[test]
fn what_a_translator_has_not_finished_is_doubtful() {
    let read_state = |segment: &str, note: &str, target: &str| {
        let file = format!(
            "<xliff version='2.0' trgLang='es'><file id='1'><unit id='a-b'><notes><note category='state'>{note}</note></notes>\
            <segment{segment}><source>One</source><target>{target}</target></segment></unit></file></xliff>"
        );
        read(Format::Xliff2, file.as_bytes()).unwrap().rows[0].state
    };
    for (segment, note, target, state) in [
        (" state='initial'", "translated", "Uno", UnitState::Doubtful),
        (" state='initial'", "missing", "Uno", UnitState::Doubtful),
        (" state='initial'", "outdated", "Uno", UnitState::Outdated),
        (" state='initial'", "missing", "", UnitState::Missing),
        (" state='translated'", "doubtful", "Uno", UnitState::Translated),
        (" state='final'", "missing", "Uno", UnitState::Translated),
        ("", "", "Uno", UnitState::Translated),
        ("", "doubtful", "Uno", UnitState::Doubtful),
    ] {
        assert_eq!(read_state(segment, note, target), state, "{segment} {note} {target}");
    }
}

#[test]
fn an_element_of_another_program_costs_its_text_and_no_other() {
    for foreign in [
        "<ph id='9'/>",
        "<ph id='9' dataRef='d9'/>",
        "<pc id='9'>x</pc>",
        "<sc id='9'/><ec startRef='9'/>",
    ] {
        let file = format!(
            "<xliff version='2.0'><file id='1' original='cart.ftl'>\
            <unit id='a-b'><segment><source>One</source><target>Uno{foreign}</target></segment></unit>\
            <unit id='a-c'><mtc:matches xmlns:mtc='urn:x'><mtc:match><target>no{foreign}</target></mtc:match></mtc:matches>\
            <segment><source>Two</source><target>Dos</target></segment></unit></file></xliff>"
        );
        let back = read(Format::Xliff2, file.as_bytes()).unwrap();
        assert_eq!(back.foreign, [UnitId::parse("a-b").unwrap()], "{foreign}");
        assert_eq!(back.rows, [row("a-c", "Two", Some("Dos"))], "{foreign}");
    }
}
