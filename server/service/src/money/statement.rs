//! A bank statement pasted as text: read, matched with what is awaited, and booked once it was looked at. Banks write
//! their files in many ways; a line is read by what stands in it, not by where.

use std::collections::HashMap;

use db::entities::{order_group, payment};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{
    Actor, AuditAction, Currency, EntryKind, Money, OrderCode, OrderGroupId, PaymentMethod, PaymentReference,
};
use sha2::{Digest, Sha256};

use super::book::{Entry, balances, is_booked, receive};
use super::centre::{book_unknown, clerk};
use crate::Shop;
use crate::audit::note as audit;
use crate::error::{Error, Result};
use crate::orders::{Group, stored};

/// Lines with money that came in taken at once.
const MAX_LINES: usize = 500;
/// Longest text kept of a line, characters.
const MAX_TEXT: usize = 120;

/// A line of a statement; only its heading and empty lines are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementLine {
    /// Which line of the text, from 1.
    pub number: usize,
    /// How much came in; none where nothing is booked by it.
    pub amount: Option<Money>,
    /// All of the line.
    pub text: String,
    /// What becomes of it.
    pub outcome: StatementMatch,
}

/// What a line is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementMatch {
    /// It names an order.
    Order {
        /// The order's code.
        code: OrderCode,
        /// What is still to be paid of it.
        open: Money,
    },
    /// It names none of ours: kept without an order.
    Unknown,
    /// It was booked before.
    Booked,
    /// No money came in by it: nothing is booked.
    NotIn,
    /// No amount was found where it should be: nothing is booked.
    Unread,
    /// More lines than are taken at once stand above it: nothing is booked.
    Beyond,
}

impl StatementMatch {
    /// Whether money of it would be booked.
    pub const fn is_new(&self) -> bool {
        match self {
            Self::Order { .. } | Self::Unknown => true,
            Self::Booked | Self::NotIn | Self::Unread | Self::Beyond => false,
        }
    }
}

/// Tells statements apart: the same for the same lines, however a browser ends them.
pub fn statement_fingerprint(text: &str) -> String {
    let mut digest = Sha256::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        digest.update(line);
        digest.update("\n");
    }
    hex::encode(digest.finalize())
}

/// Reads a statement and says what would be booked; nothing is written.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn preview_statement(shop: &Shop, actor: Actor, text: &str) -> Result<Vec<StatementLine>> {
    clerk(actor)?;
    let lines = read(text);
    let db = shop.db().read();
    let received = lines.iter().filter(|line| line.received().is_some());
    let wanted: Vec<String> = received.flat_map(|line| line.references.clone()).collect();
    let mut bills: HashMap<String, OrderGroupId> = HashMap::new();
    for chunk in wanted.chunks(500) {
        for row in payment::Entity::find()
            .filter(payment::Column::Reference.is_in(chunk.iter().cloned()))
            .all(db)
            .await?
        {
            bills.insert(row.reference, row.group_id);
        }
    }
    let ids: Vec<OrderGroupId> = bills.values().copied().collect();
    let codes: HashMap<OrderGroupId, String> = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.code))
        .collect();
    let sums = balances(db, &ids).await?;
    let mut before: HashMap<OrderGroupId, i64> = HashMap::new();
    let mut shown = Vec::with_capacity(lines.len());
    for line in lines {
        let group = line.references.iter().find_map(|reference| bills.get(reference));
        let outcome = match line.found {
            Found::NotIn => StatementMatch::NotIn,
            Found::Nothing => StatementMatch::Unread,
            Found::Beyond => StatementMatch::Beyond,
            Found::In(amount) => {
                if is_booked(db, &line.key).await? {
                    StatementMatch::Booked
                } else if let Some(id) = group {
                    let balance = stored(sums.get(id).copied())?;
                    // What lines above this one pay is not open any more.
                    let paid = before.entry(*id).or_default();
                    let open = balance.open().saturating_sub(*paid).max(0);
                    *paid = paid.saturating_add(amount.minor);
                    StatementMatch::Order {
                        code: stored(codes.get(id).and_then(|code| OrderCode::parse(code).ok()))?,
                        open: Money::new(open, amount.currency),
                    }
                } else {
                    StatementMatch::Unknown
                }
            }
        };
        shown.push(StatementLine {
            number: line.number,
            amount: line.received(),
            text: line.text,
            outcome,
        });
    }
    Ok(shown)
}

/// Books every line of a statement that was not booked before; answers how many.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre. Then nothing was booked.
#[crate::boxed]
pub async fn book_statement(shop: &Shop, actor: Actor, text: &str) -> Result<usize> {
    let by = clerk(actor)?;
    let now = shop.now();
    let lines: Vec<(Money, Line)> = read(text)
        .into_iter()
        .filter_map(|line| Some((line.received()?, line)))
        .collect();
    shop.db()
        .write(move |tx| {
            let (by, mut lines) = (by.clone(), lines.clone());
            Box::pin(async move {
                let mut found = Vec::new();
                for (amount, line) in lines.drain(..) {
                    let rows = payment::Entity::find()
                        .filter(payment::Column::Reference.is_in(line.references.iter().cloned()))
                        .all(tx)
                        .await?;
                    // The first that the line names, as the preview has said.
                    let named = |reference: &String| rows.iter().find(|row| row.reference == *reference);
                    let group = line.references.iter().find_map(named).map(|row| row.group_id);
                    found.push((group, amount, line));
                }
                // In the order of the groups, so that two statements cannot wait for one another.
                found.sort_by_key(|(group, ..)| *group);
                let (mut booked, mut notes) = (0, Vec::new());
                for (group, amount, line) in found {
                    let (is_new, object) = match group {
                        Some(id) => {
                            let mut group = Group::lock(tx, id).await?;
                            let entry = Entry {
                                method: Some(PaymentMethod::BankTransfer),
                                reference: line.text.clone(),
                                key: Some(line.key.clone()),
                                ..Entry::of(&group, EntryKind::Received, amount.minor, &by, now)
                            };
                            (receive(tx, &mut group, entry).await?, format!("group:{}", group.id()))
                        }
                        None => {
                            let key = Some(line.key.as_str());
                            let is_new = book_unknown(tx, &by, now, amount, &line.text, key).await?;
                            (is_new, "-".to_owned())
                        }
                    };
                    if is_new {
                        booked += 1;
                        let detail = format!("statement: {} {}", amount.minor, amount.currency.code());
                        notes.push((object, detail));
                    }
                }
                // Last: the log has one end, and who has locked it must not wait for a group.
                for (object, detail) in notes {
                    audit(tx, now, &by, AuditAction::MoneyReceived, &object, &detail).await?;
                }
                Ok::<_, Error>(booked)
            })
        })
        .await
}

/// A line as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    number: usize,
    found: Found,
    text: String,
    /// What could be payment references.
    references: Vec<String>,
    /// The same line pasted again is known by it; two equal lines of one statement are two payments.
    key: String,
}

impl Line {
    /// What came in by it.
    const fn received(&self) -> Option<Money> {
        match self.found {
            Found::In(amount) => Some(amount),
            Found::NotIn | Found::Nothing | Found::Beyond => None,
        }
    }
}

/// What was found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// So much came in.
    In(Money),
    /// It went out, or was nothing.
    NotIn,
    /// No amount.
    Nothing,
    /// It came in, in a line too many.
    Beyond,
}

/// Which column holds the amounts, and how many there are.
#[derive(Clone, Copy, Debug)]
struct Heading {
    amount: usize,
    columns: usize,
}

impl Heading {
    /// Whether the amounts are last and more stands behind: one was cut in two, or another mark parts the line.
    fn is_overrun(self, fields: &[String]) -> bool {
        let is_last = self.amount + 1 == self.columns;
        is_last && fields.iter().skip(self.columns).any(|field| !field.is_empty())
    }
}

fn read(text: &str) -> Vec<Line> {
    let separator = separator(text);
    let mut heading: Option<Heading> = None;
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut taken = 0;
    let mut lines = Vec::new();
    for (number, raw) in (1..).zip(text.lines()) {
        let fields = split(raw, separator);
        let line = fields.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            continue;
        }
        if heading.is_none()
            && let Some(first) = heading_of(&fields)
        {
            heading = Some(first);
            continue;
        }
        let found = match find(&fields, heading) {
            Found::In(_) if taken == MAX_LINES => Found::Beyond,
            found => found,
        };
        if matches!(found, Found::In(_)) {
            taken += 1;
        }
        let nth = seen.entry(line.clone()).and_modify(|nth| *nth += 1).or_insert(0);
        let digest = hex::encode(Sha256::digest(format!("{line}\n{nth}")));
        lines.push(Line {
            number,
            found,
            references: references(&line),
            text: line.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect(),
            key: format!("statement:{digest}"),
        });
    }
    lines
}

/// What a line says of money.
fn find(fields: &[String], heading: Option<Heading>) -> Found {
    let amount = match heading {
        Some(heading) if heading.is_overrun(fields) => None,
        Some(heading) => match fields.get(heading.amount).map(String::as_str) {
            // Money that went out has a column of its own.
            Some("") => return Found::NotIn,
            Some(field) => amount(field),
            None => None,
        },
        None => fields.iter().find_map(|field| amount_with_decimals(field)),
    };
    match amount {
        Some(minor) if minor > 0 => Found::In(Money::new(minor, Currency::Cny)),
        Some(_) => Found::NotIn,
        None => Found::Nothing,
    }
}

/// The heading, when a line is it: it names the column of the amounts, and has none itself.
fn heading_of(fields: &[String]) -> Option<Heading> {
    if fields.iter().any(|field| amount_with_decimals(field).is_some()) {
        return None;
    }
    let amount = fields.iter().position(|field| is_amount_header(field))?;
    let columns = fields.len();
    Some(Heading { amount, columns })
}

/// What parts the fields: the mark that stands most often.
fn separator(text: &str) -> char {
    let count = |mark: char| text.chars().filter(|c| *c == mark).count();
    ['\t', ';', ',']
        .into_iter()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(',')
}

/// The fields of a line; a field in double quotes may hold the separator.
fn split(line: &str, separator: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c == separator && !quoted => fields.push(String::new()),
            c => {
                if let Some(field) = fields.last_mut() {
                    field.push(c);
                }
            }
        }
    }
    fields.into_iter().map(|field| field.trim().to_owned()).collect()
}

fn is_amount_header(field: &str) -> bool {
    const NAMES: [&str; 12] = [
        "amount",
        "credit",
        "received",
        "金额",
        "收入",
        "贷方",
        "贷方金额",
        "收入金额",
        "交易金额",
        "importe",
        "abono",
        "سومما",
    ];
    let name = field.to_lowercase();
    let name = name.split(['(', '（']).next().unwrap_or_default().trim();
    NAMES.contains(&name)
}

/// An amount as banks write it: `1,234.50`, `1.234,50`, `¥59.80`, `59.80元`; minor units.
fn amount(field: &str) -> Option<i64> {
    let plain: String = field
        .chars()
        .filter(|c| !c.is_whitespace() && !"¥￥元€+'’".contains(*c))
        .collect();
    let plain = plain.trim_start_matches("CNY").trim_end_matches("CNY");
    let (sign, digits) = match plain.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, plain),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    // The last mark parts the decimals when one or two digits stand behind it; any other groups thousands.
    let (whole, decimals) = match digits.rfind(['.', ',']) {
        Some(at) if (1..=2).contains(&(digits.len() - at - 1)) => (&digits[..at], &digits[at + 1..]),
        _ => (digits, ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let minor: i64 = format!("{whole}{decimals:0<2}").parse().ok()?;
    Some(sign * minor)
}

/// An amount where no heading says which column it is: only what has decimals, since dates and numbers of accounts do not.
fn amount_with_decimals(field: &str) -> Option<i64> {
    let digits = field.trim_end_matches('元').trim();
    let decimals = digits.rsplit(['.', ',']).next()?;
    let has_decimals = digits.contains(['.', ',']) && decimals.len() == 2 && digits.matches('.').count() < 2;
    has_decimals.then(|| amount(field)).flatten()
}

/// Every word of a line that could be a payment reference.
fn references(line: &str) -> Vec<String> {
    line.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() == 8)
        .filter_map(|word| PaymentReference::parse(word).ok())
        .map(|reference| reference.to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn yuan(minor: i64) -> Found {
        Found::In(Money::new(minor, Currency::Cny))
    }

    fn found(text: &str) -> Vec<(usize, Found)> {
        read(text).into_iter().map(|line| (line.number, line.found)).collect()
    }

    #[test]
    fn no_line_is_dropped_without_a_word() {
        let text = "日期,附言,金额\n11-30,K1WQMP57,25.60\n11-30 K1WQMP57 40.00\n11-30;K1WQMP57;50.00\n\n\
                    11-30,K1WQMP57\n11-30,K1WQMP57,\n11-30,K1WQMP57,-5.00\n11-30,K1WQMP57,1,234.50\n谢谢";
        assert_eq!(
            found(text),
            [
                (2, yuan(2_560)),
                (3, Found::Nothing),
                (4, Found::Nothing),
                (6, Found::Nothing),
                (7, Found::NotIn),
                (8, Found::NotIn),
                (9, Found::Nothing),
                (10, Found::Nothing),
            ]
        );
        assert_eq!(read(text)[2].text, "11-30;K1WQMP57;50.00");
        // A payment whose purpose is a word of headings is no heading.
        assert_eq!(found("2026-11-30,received,59.80"), [(1, yuan(5_980))]);
    }

    #[test]
    fn lines_beyond_what_is_taken_at_once_are_said() {
        let lines = found(&"line,1.00\n".repeat(MAX_LINES + 1));
        assert_eq!(lines[MAX_LINES - 1], (MAX_LINES, yuan(100)));
        assert_eq!(lines[MAX_LINES..], [(MAX_LINES + 1, Found::Beyond)]);
    }

    #[test]
    fn a_fingerprint_is_of_the_lines_and_not_of_how_they_end() {
        let of = statement_fingerprint;
        assert_eq!(of("a,1.00\nb,2.00"), of("\r\na,1.00\r\nb,2.00\r\n"));
        assert_ne!(of("a,1.00\nb,2.00"), of("a,1.00\nb,3.00"));
    }

    #[test]
    fn statements_of_several_banks_are_read() {
        for text in [
            "date,amount,purpose\n2026-11-23,\"1,234.50\",order 7K3M9QXT\n2026-11-23,-5.00,fee",
            "日期;贷方金额(元);摘要\n2026-11-23;1234,50;货款7K3M9QXT\n2026-11-24;;利息",
            "2026-11-23\t¥1,234.50\t7k3m9qxt",
            "Fecha;Importe;Concepto\n23.11.2026;1.234,50;Pedido 7K3M9QXT, gracias",
        ] {
            let mut lines = read(text);
            lines.retain(|line| line.received().is_some());
            assert_eq!(lines.len(), 1, "{text}: {lines:?}");
            assert_eq!(lines[0].found, yuan(123_450), "{text}");
            assert!(
                lines[0].references.contains(&"7K3M9QXT".to_owned()),
                "{text}: {lines:?}"
            );
        }
    }

    #[test]
    fn two_equal_lines_are_two_payments_and_pasting_again_is_none() {
        let once = "2026-11-23,59.80,7K3M9QXT\n2026-11-23,59.80,7K3M9QXT";
        let lines = read(once);
        assert_eq!(lines.len(), 2);
        assert_ne!(lines[0].key, lines[1].key);
        assert_eq!(read(once), lines);
    }

    #[test]
    fn amounts_are_read_as_banks_write_them() {
        assert_eq!(["59.8", "59,80"].map(amount), [Some(5_980); 2]);
        assert_eq!(amount("1 234.50元"), Some(123_450));
        assert_eq!(amount("1,234"), Some(123_400));
        assert_eq!(amount("-12.00"), Some(-1_200));
        assert_eq!(["", "abc", "99999999999999999999.00"].map(amount), [None; 3]);
    }
}
