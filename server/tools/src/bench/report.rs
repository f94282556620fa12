//! Figures as a table and as JSON.

use std::fmt::Write as _;

/// One figure.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub name: &'static str,
    /// How much.
    pub value: f64,
    /// In what.
    pub unit: &'static str,
    /// What it is held against, in the same unit.
    pub beside: f64,
    /// What that is.
    pub what: &'static str,
    /// What `value / beside` must be.
    pub must: Must,
}

/// A bound on a row's ratio.
#[derive(Clone, Copy, Debug)]
pub enum Must {
    /// No less than this.
    AtLeast(f64),
    /// No more than this.
    AtMost(f64),
    /// Shown only.
    Nothing,
}

impl Row {
    /// `value / beside`.
    pub fn ratio(&self) -> f64 {
        self.value / self.beside
    }

    fn verdict(&self) -> String {
        let (sign, bound, holds) = match self.must {
            Must::AtLeast(bound) => ('≥', bound, self.ratio() >= bound),
            Must::AtMost(bound) => ('≤', bound, self.ratio() <= bound),
            Must::Nothing => return String::new(),
        };
        format!("{sign} {bound}  {}", if holds { "ok" } else { "MISSED" })
    }
}

/// The middle one; of an even number the lower of the two. 0 for none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values
        .get(values.len().saturating_sub(1) / 2)
        .copied()
        .unwrap_or_default()
}

/// All rows for people.
pub fn table(rows: &[Row]) -> String {
    let widest = |cell: fn(&Row) -> usize| rows.iter().map(cell).max().unwrap_or_default();
    let name = widest(|row| row.name.chars().count());
    let unit = widest(|row| row.unit.chars().count());
    let what = widest(|row| row.what.chars().count()).max(6);
    let mut text = format!(
        "{:name$}  {:>10} {:unit$}  {:>10} {:what$}  {:>7}  must be\n",
        "", "value", "", "beside", "", "ratio"
    );
    for row in rows {
        let line = format!(
            "{:name$}  {:>10} {:unit$}  {:>10} {:what$}  {:>7.3}  {}",
            row.name,
            number(row.value),
            row.unit,
            number(row.beside),
            row.what,
            row.ratio(),
            row.verdict()
        );
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// All rows for programs: `{"bench":[…]}` in one line.
pub fn json(rows: &[Row]) -> String {
    let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            serde_json::json!({
                "name": row.name,
                "value": rounded(row.value),
                "unit": row.unit,
                "beside": rounded(row.beside),
                "ratio": rounded(row.ratio()),
            })
        })
        .collect();
    serde_json::json!({ "bench": rows }).to_string()
}

fn number(value: f64) -> String {
    match value {
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(vec![4.0, 1.0, 9.0, 5.0]), 4.0);
        assert_eq!(median(Vec::new()), 0.0);
    }

    #[test]
    fn a_row_says_whether_it_holds() {
        let row = Row {
            name: "page",
            value: 50.0,
            unit: "/s",
            beside: 100.0,
            what: "static",
            must: Must::AtLeast(0.5),
        };
        assert!(table(std::slice::from_ref(&row)).ends_with("0.500  ≥ 0.5  ok\n"));
        let missed = Row {
            must: Must::AtMost(0.4),
            ..row
        };
        assert!(table(std::slice::from_ref(&missed)).ends_with("≤ 0.4  MISSED\n"));
        assert_eq!(
            json(&[missed]),
            r#"{"bench":[{"beside":100.0,"name":"page","ratio":0.5,"unit":"/s","value":50.0}]}"#
        );
    }
}
