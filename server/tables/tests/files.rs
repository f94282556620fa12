//! Tables as they really come, made by hand: each shape has what its exports have, none is anybody's.

#![expect(clippy::unwrap_used, reason = "tests")]

use domain::{Locale, RowProblem, TableColumn, TableEncoding, TableKind, TableRefusal, TableSeparator};
use encoding_rs::{GB18030, WINDOWS_1252};
use proptest::prelude::*;
use tables::{
    Cell, Converter, CsvWriter, Item, Names, Outcome, Reader, Recognised, Shape, SheetWriter, Sniffer, recognise,
    rows_of_workbook, text_of_html,
};

const SHOPIFY: &str = include_str!("files/shopify.csv");
const TEMPLATE: &str = include_str!("files/shopify-template.csv");
const WOOCOMMERCE: &str = include_str!("files/woocommerce.csv");
const WOOCOMMERCE_ES: &str = include_str!("files/woocommerce-es.csv");
const TYPED: &str = include_str!("files/typed.csv");

#[derive(Debug)]
struct Read {
    encoding: TableEncoding,
    recognised: Recognised,
    items: Vec<Item>,
    wrong: Vec<(u64, TableColumn, RowProblem)>,
    pictures: u64,
}

fn names() -> Names {
    let mut names = Names::default();
    for column in TableColumn::ALL {
        names.add(column.as_str(), column);
    }
    names
}

fn sniffed(bytes: &[u8]) -> TableEncoding {
    let mut sniffer = Sniffer::default();
    sniffer.feed(bytes);
    sniffer.finish()
}

fn read(bytes: &[u8]) -> Result<Read, TableRefusal> {
    let encoding = sniffed(bytes);
    let recognised = recognise(&bytes[..bytes.len().min(tables::SAMPLE)], encoding, &names());
    let mut reader = Reader::new(encoding, recognised.separator);
    let mut converter = Converter::new(Shape {
        kind: recognised.kind,
        header: recognised.header,
        columns: recognised.columns.clone(),
        language: Locale::Es,
    });
    let (mut items, mut wrong) = (Vec::new(), Vec::new());
    for (last, piece) in [(false, bytes), (true, &[][..])] {
        reader.feed(piece, last, |record| {
            match converter.push(&record) {
                Outcome::Nothing => {}
                Outcome::Item(item) => items.push(*item),
                Outcome::Wrong {
                    row, column, problem, ..
                } => wrong.push((row, column, problem)),
            }
            true
        })?;
    }
    Ok(Read {
        encoding,
        recognised,
        items,
        wrong,
        pictures: converter.pictures(),
    })
}

/// Row, name, code, content, price, stock.
fn short(read: &Read) -> Vec<(u64, &str, &str, &str, &str, &str)> {
    let items = read.items.iter();
    items
        .map(|item| {
            let name = item.names.first().map_or("", |(_, name)| name.as_str());
            let [sku, net, price, stock] = [&item.sku, &item.net, &item.price, &item.stock].map(String::as_str);
            (item.row, name, sku, net, price, stock)
        })
        .collect()
}

#[test]
fn shopify_as_it_exports() {
    let read = read(SHOPIFY.as_bytes()).unwrap();
    assert_eq!(read.recognised.kind, TableKind::Shopify);
    assert_eq!(
        short(&read),
        [
            (2, "Paper shell badam", "PSB-500", "500 g", "31.80", "40"),
            (3, "Paper shell badam", "PSB-1000", "1000 g", "58.00", "0"),
            (5, "Acacia honey", "", "", "45", "7"),
            (6, "Dried apricots", "", "250 g", "18.5", ""),
            (7, "Dried apricots", "", "227 g", "17", ""),
        ]
    );
    assert_eq!(
        *read.items[0].descriptions,
        [(
            Locale::Es,
            "Thin shells, sweet kernels.\n\nHarvest 2026\nSun & wind dried".to_owned()
        )]
    );
    assert_eq!(read.items[3].descriptions[0].1, "Whole.\nNo sugar.");
    assert_eq!(read.pictures, 3, "they are counted, not fetched");
    let below: Vec<&str> = read.items.iter().map(|item| item.below_zero.as_str()).collect();
    assert_eq!(below, ["", "-3", "", "", ""], "what it said is not forgotten");
    assert!(read.items.iter().all(|item| !item.is_archived));
    // Sizes of one product belong together and are told apart, with a code or without.
    assert_eq!(read.items[0].group, read.items[1].group);
    assert_ne!(read.items[0].group, read.items[3].group);
    assert_eq!(read.items[0].key, "sku:PSB-500");
    assert_eq!(read.items[3].key, "size:shopify:dried-apricots/250g");
    assert_ne!(read.items[3].key, read.items[4].key);
}

#[test]
fn a_product_without_a_price_is_a_row_that_is_wrong_and_not_a_picture() {
    let table = "Handle,Title,Variant SKU,Variant Price,Image Src\nnuts,Nuts,,,https://a\nnuts,,,,https://b\n";
    let read = read(table.as_bytes()).unwrap();
    assert_eq!(short(&read), [(2, "Nuts", "", "", "", "")]);
    assert_eq!(read.pictures, 2);
}

#[test]
fn shopify_as_its_newer_template_has_it() {
    let read = read(TEMPLATE.as_bytes()).unwrap();
    assert_eq!(read.recognised.kind, TableKind::Shopify);
    assert_eq!(
        short(&read),
        [
            (2, "Walnuts", "WAL-1", "1000 g", "39.90", "12"),
            (3, "Walnuts", "WAL-2", "2000 g", "75.00", "4"),
        ]
    );
    assert_eq!(read.items[1].group, "shopify:walnuts");
}

#[test]
fn woocommerce_as_it_exports() {
    let read = read(WOOCOMMERCE.as_bytes()).unwrap();
    assert_eq!(read.recognised.kind, TableKind::WooCommerce);
    assert_eq!(
        short(&read),
        [
            (3, "Wild honey", "WOO-HONEY", "499 g", "42.50", "9"),
            (4, "Green raisins", "WOO-RAISIN-500", "500 g", "21", "30"),
            (5, "Green raisins", "", "998 g", "38", "11"),
        ]
    );
    assert_eq!(read.items[1].descriptions[0].1, "Shade dried.\n\nSeedless.");
    assert_eq!(read.items[1].group, read.items[2].group);
    assert_eq!(
        read.wrong,
        [
            (6, TableColumn::Parent, RowProblem::NoParent),
            (7, TableColumn::Type, RowProblem::InvalidChoice)
        ]
    );
    assert_eq!(read.pictures, 2);
}

#[test]
fn woocommerce_in_spanish_from_excel() {
    let read = read(&WINDOWS_1252.encode(WOOCOMMERCE_ES).0).unwrap();
    assert_eq!(read.encoding, TableEncoding::Windows1252);
    assert_eq!(read.recognised.separator, TableSeparator::Semicolon);
    assert_eq!(read.recognised.kind, TableKind::WooCommerce);
    assert_eq!(short(&read), [(2, "Miel de montaña", "MIEL-1", "500 g", "42,50", "5")]);
    assert_eq!(read.items[0].descriptions[0].1, "Cruda; sin calentar");
}

#[test]
fn what_somebody_typed_is_the_same_in_all_letters() {
    let text = TYPED.replace("قوشۇق بادام ۋە ھەسەل باھالىرى", "价目");
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
    let with_mark = format!("\u{FEFF}{text}");
    let with_tabs = text.replace(',', "\t");
    for (what, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("a mark", with_mark.clone().into_bytes()),
        ("utf-16le", utf16(u16::to_le_bytes)),
        ("utf-16be", utf16(u16::to_be_bytes)),
        (
            "utf-16 of excel",
            with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        (
            "gbk",
            GB18030.encode(&text.replace('٤', "4").replace('٠', "0")).0.into_owned(),
        ),
        ("tabs", with_tabs.into_bytes()),
    ] {
        let read = read(&bytes).unwrap();
        assert_eq!(
            (read.recognised.kind, read.recognised.header),
            (TableKind::Own, 2),
            "{what}"
        );
        let rows = short(&read);
        assert_eq!(rows.len(), 2, "{what}: {rows:?}");
        assert_eq!((rows[0].0, rows[0].1, rows[0].3), (3, "巴旦木", "５００克"), "{what}");
        assert_eq!((rows[1].0, rows[1].4), (5, "45元"), "{what}");
    }
    let uyghur = read(TYPED.as_bytes()).unwrap();
    assert_eq!(uyghur.items.len(), 2);
}

fn workbook(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut sheet = SheetWriter::new(true).unwrap();
    for row in rows {
        sheet.row(row).unwrap();
    }
    sheet.finish().unwrap()
}

#[test]
fn a_workbook_is_read_as_it_was_written() {
    let rows = vec![
        ["name", "price", "sku"].map(Cell::text).to_vec(),
        vec![Cell::text("=1+1"), Cell::number("31.80"), Cell::text("007")],
        vec![Cell::text("بادام"), Cell::text(""), Cell::text("巴旦木")],
    ];
    let csv = rows_of_workbook(&workbook(&rows)).unwrap();
    let read = read(&csv).unwrap();
    assert_eq!(
        short(&read),
        [(2, "=1+1", "007", "", "31.8", ""), (3, "بادام", "巴旦木", "", "", ""),]
    );
}

#[test]
fn a_day_in_a_workbook_is_read_as_one() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy/m/d");
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["sku", "harvested", "came-in"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "A-1").unwrap();
    // The 5th of October 2026, as spreadsheets count days.
    sheet.write_number_with_format(1, 1, 46_300.0, &day).unwrap();
    sheet.write_number(1, 2, 12.5).unwrap();
    let read = read(&rows_of_workbook(&book.save_to_buffer().unwrap()).unwrap()).unwrap();
    let lot = read.items[0].lot.as_deref().unwrap();
    assert_eq!((lot.harvested.as_str(), lot.came_in.as_str()), ("2026-10-05", "12.5"));
}

#[test]
fn a_text_in_a_workbook_is_written_as_it_is_and_no_formula() {
    use calamine::Reader as _;

    let texts = ["=1+1", "+86 138", "-5", "@SUM(A1)", "'=1", "''-1", "'tis", "5"];
    let mut rows = vec![["name", "price"].map(Cell::text).to_vec()];
    rows.extend(texts.map(|text| [text, "1"].map(Cell::text).to_vec()));
    let book = workbook(&rows);
    let read = read(&rows_of_workbook(&book).unwrap()).unwrap();
    let names: Vec<&str> = short(&read).iter().map(|row| row.1).collect();
    assert_eq!(names, texts, "what is written is read back");
    // What somebody sees who opens it, and not what an import makes of it.
    let mut opened: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(book)).unwrap();
    let sheet = opened.sheet_names()[0].clone();
    let cells = opened.worksheet_range(&sheet).unwrap();
    for (row, text) in (1..).zip(&texts[..4]) {
        let cell = cells.get_value((row, 0)).map(ToString::to_string);
        assert_eq!(cell.as_deref(), Some(*text), "no apostrophe before it");
    }
    let formulas = opened.worksheet_formula(&sheet).unwrap();
    assert_eq!(formulas.used_cells().count(), 0, "{formulas:?}");
    // In a file of the release before there is one.
    let mut book = rust_xlsxwriter::Workbook::new();
    let old = book.add_worksheet();
    for (column, (heading, cell)) in (0..).zip([("name", "'=1+1"), ("price", "1")]) {
        old.write_string(0, column, heading).unwrap();
        old.write_string(1, column, cell).unwrap();
    }
    let csv = rows_of_workbook(&book.save_to_buffer().unwrap()).unwrap();
    let read = self::read(&csv).unwrap();
    assert_eq!(short(&read)[0].1, "=1+1");
}

#[test]
fn a_workbook_that_expands_without_end_is_not_read() {
    let long = "0".repeat(32_000);
    let rows: Vec<Vec<Cell>> = (0..2_500).map(|_| vec![Cell::text(long.as_str())]).collect();
    let bomb = workbook(&rows);
    assert!(bomb.len() < 2_000_000, "{}", bomb.len());
    assert_eq!(rows_of_workbook(&bomb), Err(TableRefusal::TooManyBytes));
    assert_eq!(rows_of_workbook(&bomb[..bomb.len() / 2]), Err(TableRefusal::Damaged));
    assert_eq!(rows_of_workbook(b"PK\x03\x04"), Err(TableRefusal::Damaged));
    assert_eq!(
        rows_of_workbook(&vec![0; 9 * 1024 * 1024]),
        Err(TableRefusal::TooManyBytes)
    );
    assert_eq!(
        tables::refused_format(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        Some(TableRefusal::OldExcel)
    );
}

/// As Excel writes them: a text that several cells have stands in the file once.
fn with_shared_text(text: &str, rows: u32, columns: u16) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..rows {
        for column in 0..columns {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_text_that_many_cells_share_does_not_fill_the_memory() {
    let long = "0".repeat(32_767);
    for (rows, columns) in [(2_000, 1), (8, 100)] {
        let bomb = with_shared_text(&long, rows, columns);
        assert!(bomb.len() < 100_000, "{}", bomb.len());
        assert_eq!(
            rows_of_workbook(&bomb),
            Err(TableRefusal::TooManyBytes),
            "{rows} × {columns}"
        );
    }
    // One row that has not ended.
    let bomb = with_shared_text(&"巴".repeat(32_767), 1, 250);
    assert_eq!(rows_of_workbook(&bomb), Err(TableRefusal::TooManyBytes));
    assert!(rows_of_workbook(&with_shared_text("巴旦木", 2_000, 20)).is_ok());
}

#[test]
fn numbers_that_a_spreadsheet_counted_are_read_as_it_shows_them() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let numbers = [
        24.0 * 1.05,
        0.1 + 0.2,
        1.1 * 3.0,
        31.8,
        6_901_234_567_892.0,
        100_000.0,
        0.01,
    ];
    assert_eq!(numbers[0].to_string(), "25.200000000000003");
    for (column, number) in (0..).zip(numbers) {
        sheet.write_number(0, column, number).unwrap();
    }
    let csv = rows_of_workbook(&book.save_to_buffer().unwrap()).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(
        csv.trim_start_matches('\u{FEFF}').trim_end(),
        "25.2,0.3,3.3,31.8,6901234567892,100000,0.01"
    );
}

proptest! {
    #[test]
    fn whatever_the_bytes_are_nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes);
        let _ = rows_of_workbook(&bytes);
    }

    #[test]
    fn nor_whatever_stands_in_a_table_of_another_shop(
        cells in proptest::collection::vec("[<>&;\"',\\-0-9a-c \u{634}\u{5df4}]{0,12}|variation|variable|id:1|500 g", 0..120),
        shopify in any::<bool>(),
    ) {
        let heading = if shopify { SHOPIFY } else { WOOCOMMERCE };
        let heading = heading.lines().next().unwrap();
        let mut csv = CsvWriter::default();
        for row in cells.chunks(24) {
            csv.cells(row);
        }
        let mut bytes = format!("{heading}\r\n").into_bytes();
        bytes.extend(csv.take());
        let _ = read(&bytes);
    }

    #[test]
    fn what_is_written_is_read_back(
        rows in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}|[=+@',\"\r\n\t;-]{1,6}", 2..6), 1..8)
    ) {
        let mut csv = CsvWriter::default();
        for row in &rows {
            csv.row(&row.iter().map(Cell::text).collect::<Vec<_>>());
        }
        let mut reader = Reader::new(TableEncoding::Utf8, TableSeparator::Comma);
        let mut back: Vec<Vec<String>> = Vec::new();
        let bytes = csv.take();
        for (last, piece) in [(false, &bytes[..]), (true, &[][..])] {
            reader.feed(piece, last, |record| {
                back.push(record.cells().map(|cell| tables::unguarded(cell).to_owned()).collect());
                true
            }).unwrap();
        }
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn plain_text_of_a_paragraph_is_its_text(text in "[a-z\u{634}\u{5df4}]{1,20}") {
        prop_assert_eq!(text_of_html(&format!("<p class='x'>{text}</p>")), text);
    }
}
