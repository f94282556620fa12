//! A table of 50,000 rows read as an import reads it, in pieces: how much memory that takes, and how fast it is beside
//! parsing the same bytes and nothing else. No database: what a row costs there is the pages' business.

use std::hint::black_box;
use std::time::Instant;

use anyhow::Context;
use domain::{Locale, TableEncoding, TableKind, TableSeparator};
use tables::{Converter, Names, Outcome, Reader, SAMPLE, Shape, Sniffer, recognise};

use crate::report::{Must, Row, median};
use crate::workplace::Workplace;

const ROWS: usize = 50_000;
/// As an import's file is kept.
const PIECE: usize = 256 * 1024;
/// Extra memory, MB.
const MEMORY: f64 = 30.0;
/// Of the speed of parsing alone.
const SPEED: f64 = 0.25;

/// Measures.
///
/// # Errors
/// When a row is not read, or the system does not say how much memory is used.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let rounds = if workplace.is_quick { 3 } else { 9 };
    eprintln!("> tables: {ROWS} rows, {rounds} times");
    let shopify = shopify();
    let own = own();
    let mut rows = Vec::new();
    for (name, memory, file) in [
        ("own CSV, rows read", "own CSV, extra memory", &own),
        ("Shopify CSV, rows read", "Shopify CSV, extra memory", &shopify),
    ] {
        let (mut read, mut parsed) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            read.push(per_second(|| import(file))?);
            parsed.push(per_second(|| parse(file))?);
        }
        rows.push(Row {
            name,
            value: median(read),
            unit: "rows/s",
            beside: median(parsed),
            what: "parsing alone",
            must: Must::AtLeast(SPEED),
        });
        rows.push(Row {
            name: memory,
            value: extra_memory(|| import(file))?,
            unit: "MB",
            beside: MEMORY,
            what: "the budget",
            must: Must::AtMost(1.0),
        });
    }
    Ok(rows)
}

fn per_second(work: impl Fn() -> anyhow::Result<usize>) -> anyhow::Result<f64> {
    let started = Instant::now();
    let rows = work()?;
    anyhow::ensure!(rows >= ROWS, "{rows} rows only");
    Ok(rows as f64 / started.elapsed().as_secs_f64())
}

/// What is in memory at the most while `work` is done, beyond what is there before.
fn extra_memory(work: impl Fn() -> anyhow::Result<usize>) -> anyhow::Result<f64> {
    // The highest mark begins anew (proc(5), clear_refs).
    std::fs::write("/proc/self/clear_refs", "5").context("resetting the highest mark of memory")?;
    let before = kilobytes("VmRSS:")?;
    work()?;
    let highest = kilobytes("VmHWM:")?;
    Ok(highest.saturating_sub(before) as f64 / 1_000.0)
}

fn kilobytes(name: &str) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line
        .and_then(|line| line.split_whitespace().next())
        .context("memory of this process")?;
    Ok(number.parse()?)
}

/// The bytes through the parser, to rows of text, and no more.
fn parse(file: &[u8]) -> anyhow::Result<usize> {
    let mut csv = csv_core::Reader::new();
    let (mut row, mut ends) = (vec![0; PIECE], vec![0; 256]);
    let (mut filled, mut ended, mut rows) = (0, 0, 0);
    for piece in file.chunks(PIECE).chain([&[][..]]) {
        let mut input = piece;
        loop {
            if input.is_empty() && !piece.is_empty() {
                break;
            }
            let (result, read, written, cells) = csv.read_record(input, &mut row[filled..], &mut ends[ended..]);
            input = &input[read..];
            (filled, ended) = (filled + written, ended + cells);
            match result {
                csv_core::ReadRecordResult::Record => {
                    // As text, as whoever reads cells needs it.
                    black_box(std::str::from_utf8(&row[..filled])?);
                    (filled, ended, rows) = (0, 0, rows + 1);
                }
                csv_core::ReadRecordResult::End => return Ok(rows),
                csv_core::ReadRecordResult::InputEmpty => {}
                _ => anyhow::bail!("a row is too long"),
            }
        }
    }
    Ok(rows)
}

/// As an import does it: letters, separators, columns, then a size of each row.
fn import(file: &[u8]) -> anyhow::Result<usize> {
    let mut sniffer = Sniffer::default();
    for piece in file.chunks(PIECE) {
        sniffer.feed(piece);
    }
    let encoding = sniffer.finish();
    anyhow::ensure!(encoding == TableEncoding::Utf8);
    let found = recognise(&file[..file.len().min(SAMPLE)], encoding, &Names::default());
    anyhow::ensure!(found.separator == TableSeparator::Comma && found.columns.len() > 4);
    let mut reader = Reader::new(encoding, found.separator);
    let mut converter = Converter::new(Shape {
        kind: found.kind,
        header: found.header,
        columns: found.columns,
        language: Locale::Es,
    });
    let (mut rows, mut items) = (0, 0);
    for piece in file.chunks(PIECE).chain([&[][..]]) {
        let fed = reader.feed(piece, piece.is_empty(), |record| {
            rows += 1;
            match converter.push(&record) {
                Outcome::Item(item) => {
                    black_box(&item.price);
                    items += 1;
                }
                Outcome::Nothing | Outcome::Wrong { .. } => {}
            }
            true
        });
        fed.map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    }
    anyhow::ensure!(items * 2 >= ROWS, "{items} sizes of {rows} rows, {:?}", TableKind::ALL);
    Ok(rows)
}

fn own() -> Vec<u8> {
    let mut file = String::from("sku,name-ug,name-zh,name-es,description-es,category,net,price,stock\r\n");
    for row in 0..ROWS {
        file.push_str(&format!(
            "S-{row},نېپىز بادام {row},纸皮巴旦木 {row},\"Almendras, {row}\",De cáscara fina y sabor dulce.,badam,500 g,31.80,{row}\r\n"
        ));
    }
    file.into_bytes()
}

fn shopify() -> Vec<u8> {
    let mut file = String::from(
        "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,\
         Variant Inventory Qty,Variant Price,Image Src,Status\r\n",
    );
    for row in 0..ROWS {
        let product = row / 4;
        let (title, body) = match row % 4 {
            0 => (
                format!("Badam {product}"),
                "<p>Thin shells, <b>sweet</b> kernels &amp; more.</p>",
            ),
            _ => (String::new(), ""),
        };
        file.push_str(&format!(
            "badam-{product},{title},\"{body}\",Orchard,Nuts,\"nuts, new\",true,Size,{} g,SH-{row},500.0,{row},31.80,https://p.example/{row}.jpg,active\r\n",
            row % 4 + 1
        ));
    }
    file.into_bytes()
}
