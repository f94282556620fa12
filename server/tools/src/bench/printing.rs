//! A hundred labels as one file, with the fonts of the built site.

use std::time::Instant;

use anyhow::Context;
use print::{Fonts, Label, LabelWords, Paper};

use crate::report::{Must, Row, median};
use crate::workplace::Workplace;

const LABELS: usize = 100;
/// What they may take on one core, seconds.
const BUDGET: f64 = 2.0;

/// Measures.
///
/// # Errors
/// When the site has no fonts, or nothing is made with them.
pub fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let file = workplace
        .site_file("print.ttc")
        .context("the site has no fonts to print with")?;
    let labels: Vec<Label> = (0..LABELS).map(label).collect();
    let words = LabelWords {
        to: "تاپشۇرۇۋالغۇچى".into(),
        from: "ئەۋەتكۈچى".into(),
        is_rtl: true,
    };
    let rounds = if workplace.is_quick { 3 } else { 9 };
    let mut rows = Vec::new();
    for (name, paper) in [("100 labels, roll", Paper::Roll100), ("100 labels, A4", Paper::A4)] {
        eprintln!("> printing: {name}, {rounds} times");
        let mut times = Vec::new();
        for _ in 0..rounds {
            let started = Instant::now();
            // As in the shop: the fonts are read for each file.
            print::labels(&Fonts::read(&file)?, paper, &words, &labels)?;
            times.push(started.elapsed().as_secs_f64());
        }
        rows.push(Row {
            name,
            value: median(times),
            unit: "s",
            beside: BUDGET,
            what: "the budget",
            must: Must::AtMost(1.0),
        });
    }
    Ok(rows)
}

/// One of many that differ, in both scripts.
fn label(number: usize) -> Label {
    let chinese = |count: u32, from: u32| {
        let some = (0..count).filter_map(|place| {
            let step = u32::try_from(number).unwrap_or_default() * 37 + place * 101;
            char::from_u32(0x4e00 + (from + step) % 2_000)
        });
        some.collect::<String>()
    };
    Label {
        code: format!("7K3M-9QXT-{number:04}"),
        link: format!("https://bazar.example/zh/orders/7K3M-9QXT-{number:04}"),
        sender: "قەشقەر ئالتۇن بادام كوپىراتىپى".into(),
        receiver: Some(format!("ئايگۈل تۇرسۇن {}", chinese(3, 7))),
        phone: Some(format!("138 0013 {number:04}")),
        station: number.is_multiple_of(2).then(|| format!("B{number:03}")),
        destination: vec![
            vec!["شىنجاڭ".into(), "新疆".into()],
            vec!["خانئېرىق يېزىسى".into(), chinese(9, 300)],
            vec![format!("باغ كوچىسى {number}-نومۇر {}", chinese(12, 900))],
        ],
    }
}
