//! Labels and packing slips of a cooperative's orders, as a file to print.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use db::Readable;
use db::entities::{damage_report, order, order_group, order_line};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{
    Action, Actor, CooperativeId, Direction, ErrorCode, FulfilmentStatus, Locale, OrderCode, OrderGroupId, OrderId,
    OrderLineId, OrderStage, OrderStatus, Phone, Quantity, Unit, Weight,
};
use l10n::{Text, format, t};
use print::{FilePart, Label, LabelWords, MAX_PRINTED, Paper, Slip, SlipLine};

use super::again;
use super::goods::Goods;
use super::goods_view::LineLots;
use super::lots::lots_of;
use super::stage::{Side, Wanted};
use crate::Shop;
use crate::error::{Error, Result};
use crate::lots::Lot;
use crate::orders::{DeliveryView, delivery_of, to_send_again};
use crate::rights::{OwnCooperative, own_cooperative};

/// What is printed of an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printed {
    /// What is stuck on the parcel.
    #[default]
    Labels,
    /// What is put into it.
    Slips,
}

impl Printed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Labels, Self::Slips];

    /// The word for it in a form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Labels => "labels",
            Self::Slips => "slips",
        }
    }

    /// What this word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|printed| printed.as_str() == word)
    }
}

/// Of which orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedOrders {
    /// Of these.
    These(Vec<OrderId>),
    /// Of all that are to be packed or handed over, the oldest first.
    Waiting,
}

/// What is to be printed.
#[derive(Clone, Debug)]
pub struct PrintQuery {
    /// Labels or slips.
    pub printed: Printed,
    /// On which paper.
    pub paper: Paper,
    /// Of which orders.
    pub orders: PrintedOrders,
    /// Where the fonts lie, when the site has some.
    pub fonts: Option<PathBuf>,
}

/// A file to print.
#[derive(Clone, Debug)]
pub struct PrintedFile {
    /// Its name: letters, digits and dashes of ASCII, and an ending.
    pub name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// The address of an order's page, in a language.
pub type OrderLink = dyn Fn(Locale, &OrderCode) -> String + Send + Sync;

/// Labels or slips of orders of this cooperative.
///
/// # Errors
/// [`Error::NotFound`] when one is another's; [`ErrorCode::NothingToPrint`] for none, [`ErrorCode::TooManyToPrint`];
/// [`Error::Busy`] when too many print at once; [`ErrorCode::NoFonts`].
#[crate::boxed]
pub async fn print_orders(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    query: PrintQuery,
    link: &OrderLink,
) -> Result<PrintedFile> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    // One more than fits into a file, where there are more.
    let ids = query.orders.ids(shop, own, MAX_PRINTED + 1).await?;
    if ids.is_empty() {
        return Err(Error::Refused(ErrorCode::NothingToPrint));
    }
    if ids.len() > MAX_PRINTED {
        return Err(Error::Refused(ErrorCode::TooManyToPrint));
    }
    let orders = PrintableOrders::read(shop, own.id(), locale, &ids).await?;
    let name = orders.name(query.printed);
    let (fonts, paper) = (query.fonts, query.paper);
    let bytes = match orders.sheets(shop, query.printed, locale, link)? {
        Sheets::Labels(words, labels) => {
            let make = move |fonts: &print::Fonts| print::labels(fonts, paper, &words, &labels);
            shop.printer().print(fonts, make).await?
        }
        Sheets::Slips(slips) => {
            let make = move |fonts: &print::Fonts| print::slips(fonts, paper, &slips);
            shop.printer().print(fonts, make).await?
        }
    };
    Ok(PrintedFile { name, bytes })
}

/// What is printed of a part of a file.
#[derive(Debug)]
pub(super) struct PrintPart<'o> {
    pub printed: Printed,
    pub paper: Paper,
    pub orders: &'o [OrderId],
    /// The number of its first object.
    pub first: i32,
    pub fonts: Option<PathBuf>,
}

/// Labels or slips of orders of a cooperative as a part of a file.
///
/// # Errors
/// As [`print_orders`].
pub(super) async fn print_part(
    shop: &Shop,
    cooperative: CooperativeId,
    locale: Locale,
    part: PrintPart<'_>,
    link: &OrderLink,
) -> Result<FilePart> {
    let orders = PrintableOrders::read(shop, cooperative, locale, part.orders).await?;
    let (paper, first, fonts) = (part.paper, part.first, part.fonts);
    match orders.sheets(shop, part.printed, locale, link)? {
        Sheets::Labels(words, labels) => {
            let make = move |fonts: &print::Fonts| print::labels_part(fonts, paper, &words, &labels, first);
            shop.printer().print(fonts, make).await
        }
        Sheets::Slips(slips) => {
            let make = move |fonts: &print::Fonts| print::slips_part(fonts, paper, &slips, first);
            shop.printer().print(fonts, make).await
        }
    }
}

/// What is drawn, as texts.
enum Sheets {
    Labels(LabelWords, Vec<Label>),
    Slips(Vec<Slip>),
}

impl PrintedOrders {
    /// The orders, each once; of all that wait no more than `most`.
    pub(super) async fn ids(self, shop: &Shop, own: OwnCooperative, most: usize) -> Result<Vec<OrderId>> {
        Ok(without_repeats(match self {
            Self::These(ids) => ids,
            Self::Waiting => waiting(shop, own, most).await?,
        }))
    }
}

/// Each once, in the order they came.
pub(super) fn without_repeats(ids: Vec<OrderId>) -> Vec<OrderId> {
    let mut seen = BTreeSet::new();
    ids.into_iter().filter(|id| seen.insert(*id)).collect()
}

/// The oldest orders that are to be packed, then those to be handed over; no more than `most`.
async fn waiting(shop: &Shop, own: OwnCooperative, most: usize) -> Result<Vec<OrderId>> {
    let wanted = Wanted::of(own.id());
    let mut ids = Vec::new();
    for stage in [OrderStage::ToPack, OrderStage::ToHandOver] {
        let found = wanted
            .in_stage(stage)
            .ids(shop.db().read(), Side::Oldest, most as u64)
            .await?;
        ids.extend(found.into_iter().map(|(id, _)| id));
    }
    ids.extend(again::waiting(shop.db().read(), own.id(), most as u64).await?);
    ids.truncate(most);
    Ok(ids)
}

/// Orders as they were read.
struct PrintableOrders {
    orders: Vec<PrintableOrder>,
    goods: Goods,
    lots: HashMap<OrderId, Vec<LineLots>>,
    /// How much of which lines is to be sent once more; of nothing else a slip is printed then.
    again: HashMap<OrderLineId, i64>,
}

struct PrintableOrder {
    row: order::Model,
    group: order_group::Model,
    code: OrderCode,
}

impl PrintableOrders {
    async fn read(shop: &Shop, own: CooperativeId, locale: Locale, ids: &[OrderId]) -> Result<Self> {
        let db = shop.db().read();
        let mut rows: HashMap<OrderId, order::Model> = order::Entity::find()
            .filter(order::Column::Id.is_in(ids.iter().copied()))
            .filter(order::Column::CooperativeId.eq(own))
            .readable(db)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect();
        let of_rows: BTreeSet<OrderGroupId> = rows.values().map(|row| row.group_id).collect();
        let groups: HashMap<OrderGroupId, order_group::Model> = order_group::Entity::find()
            .filter(order_group::Column::Id.is_in(of_rows))
            .readable(db)
            .await?
            .into_iter()
            .map(|group| (group.id, group))
            .collect();
        let is_to_pack =
            |row: &order::Model| row.status == OrderStatus::Accepted && row.fulfilment == FulfilmentStatus::Unfulfilled;
        let (to_pack, packed): (Vec<OrderId>, Vec<OrderId>) =
            ids.iter().copied().partition(|id| rows.get(id).is_some_and(is_to_pack));
        let goods = Goods::of(db, ids, locale).await?;
        let lots = lots_of(db, &goods, &packed, &to_pack).await?;
        let orders = ids.iter().map(|id| {
            let row = rows.remove(id).ok_or(Error::NotFound)?;
            let group = groups.get(&row.group_id).cloned().ok_or(Error::NotFound)?;
            let code = OrderCode::parse(&group.code).map_err(Error::internal)?;
            Ok(PrintableOrder { row, group, code })
        });
        let mut again: HashMap<OrderLineId, i64> = HashMap::new();
        let rows = to_send_again()
            .filter(damage_report::Column::OrderId.is_in(ids.iter().copied()))
            .readable(db)
            .await?;
        for row in rows {
            *again.entry(row.line_id).or_default() += row.again.unwrap_or(0);
        }
        Ok(Self {
            orders: orders.collect::<Result<_>>()?,
            goods,
            lots,
            again,
        })
    }

    /// What the file is called.
    fn name(&self, printed: Printed) -> String {
        match self.orders.as_slice() {
            [only] => format!("{}-{}.pdf", printed.as_str(), only.code),
            all => format!("{}-{}.pdf", printed.as_str(), all.len()),
        }
    }

    /// What is drawn of them.
    fn sheets(&self, shop: &Shop, printed: Printed, locale: Locale, link: &OrderLink) -> Result<Sheets> {
        Ok(match printed {
            Printed::Labels => {
                let words = LabelWords {
                    to: shop.texts().get(locale, t::PRINT_TO),
                    from: shop.texts().get(locale, t::PRINT_FROM),
                    is_rtl: locale.dir() == Direction::Rtl,
                };
                Sheets::Labels(words, self.each(|order| order.label(shop, locale, link))?)
            }
            Printed::Slips => Sheets::Slips(self.each(|order| order.slip(shop, locale, link))?),
        })
    }

    fn each<P>(&self, print: impl Fn(Printable<'_>) -> Result<P>) -> Result<Vec<P>> {
        let printable = self.orders.iter().map(|order| Printable {
            order,
            goods: &self.goods,
            lots: self.lots.get(&order.row.id).map_or(&[], Vec::as_slice),
            again: &self.again,
        });
        printable.map(print).collect()
    }
}

/// One of them.
#[derive(Clone, Copy)]
struct Printable<'o> {
    order: &'o PrintableOrder,
    goods: &'o Goods,
    lots: &'o [LineLots],
    again: &'o HashMap<OrderLineId, i64>,
}

impl Printable<'_> {
    /// Whether somebody still has to bring it to its buyer: as long as that, the packer may read where to.
    fn is_open(self) -> bool {
        let row = &self.order.row;
        let is_under_way = !row.status.is_terminal() && row.fulfilment != FulfilmentStatus::Delivered;
        is_under_way || self.is_sent_again()
    }

    /// Whether a part of it is sent once more.
    fn is_sent_again(self) -> bool {
        let lines = self.goods.lines(self.order.row.id);
        lines.iter().any(|line| self.again.contains_key(&line.id))
    }

    /// What is in the parcel.
    fn lines(self) -> Vec<order_line::Model> {
        let lines = self.goods.lines(self.order.row.id).iter();
        if !self.is_sent_again() {
            // What is not sent is not looked for in the parcel.
            return lines.filter(|line| line.missing < line.quantity).cloned().collect();
        }
        lines
            .filter_map(|line| {
                Some(order_line::Model {
                    quantity: *self.again.get(&line.id)?,
                    missing: 0,
                    ..line.clone()
                })
            })
            .collect()
    }

    fn link(self, link: &OrderLink) -> String {
        link(self.order.group.locale, &self.order.code)
    }

    fn sender(self, shop: &Shop, locale: Locale) -> String {
        let row = &self.order.row;
        let directory = shop.directory();
        let today = directory.cooperative(row.cooperative_id);
        today.map_or_else(|| row.cooperative_name.clone(), |today| today.entry.name(locale).text)
    }

    fn label(self, shop: &Shop, locale: Locale, link: &OrderLink) -> Result<Label> {
        let group = &self.order.group;
        let mut label = Label {
            code: self.order.code.to_string(),
            link: self.link(link),
            sender: self.sender(shop, locale),
            ..Label::default()
        };
        if self.is_open() {
            let phone = Phone::parse(&group.phone).map_or_else(|_| group.phone.clone(), |phone| phone.display());
            label.receiver = Some(group.buyer_name.clone());
            label.phone = Some(phone);
            (label.station, label.destination) = destination(shop, group, locale)?;
        }
        Ok(label)
    }

    fn slip(self, shop: &Shop, locale: Locale, link: &OrderLink) -> Result<Slip> {
        let PrintableOrder { group, code, .. } = self.order;
        // The buyer's language first; once where it is the packer's too.
        let mut languages = vec![group.locale, locale];
        languages.dedup();
        let words = |text: Text| languages.iter().map(|locale| shop.texts().get(*locale, text)).collect();
        Ok(Slip {
            code: code.to_string(),
            link: self.link(link),
            title: words(t::PRINT_SLIP),
            sender: self.sender(shop, group.locale),
            receiver: self.is_open().then(|| group.buyer_name.clone()),
            date: languages
                .iter()
                .map(|locale| format::date(*locale, group.placed_at))
                .collect(),
            lines: self
                .lines()
                .iter()
                .map(|line| self.slip_line(shop, line, &languages))
                .collect(),
            lot: words(t::PRINT_LOT),
            note_title: words(t::ORDERS_NOTE),
            note: if self.is_open() {
                group.note.clone()
            } else {
                String::new()
            },
            is_rtl: locale.dir() == Direction::Rtl,
        })
    }

    fn slip_line(self, shop: &Shop, line: &order_line::Model, languages: &[Locale]) -> SlipLine {
        let mut names = vec![line.name.clone(), self.goods.name(line).text];
        names.dedup();
        let lines = self.goods.lines(line.order_id);
        if let Some(old) = lines.iter().find(|old| Some(old.id) == line.replaces) {
            // The buyer's language first, in the buyer's words.
            let called = [old.name.clone(), self.goods.name(old).text];
            let said = languages.iter().zip(called);
            names.extend(said.map(|(locale, name)| {
                shop.texts()
                    .plain(*locale, t::replace_instead(sized(*locale, name, old)))
            }));
        }
        let mut amounts: Vec<String> = languages.iter().map(|locale| amount(*locale, line)).collect();
        amounts.dedup();
        // Lots are known by size, so they stand under its first line.
        let is_first = lines
            .iter()
            .find(|first| first.offer_id == line.offer_id && first.missing < first.quantity)
            .is_some_and(|first| first.id == line.id);
        // Those of the first parcel say nothing of what is sent once more.
        let is_told = is_first && !self.is_sent_again();
        let lots = self.lots.iter().find(|lots| is_told && lots.offer == line.offer_id);
        let packer = languages.last().copied().unwrap_or(self.order.group.locale);
        let from = lots.map_or(&[][..], |lots| lots.from.as_slice());
        let without = lots.filter(|lots| lots.without.amount() > 0);
        SlipLine {
            names,
            amounts,
            lots: from
                .iter()
                .map(|(lot, amount)| lot_part(packer, lot, *amount, line.unit))
                .collect(),
            without_lot: without.map_or_else(Vec::new, |lots| {
                let said = |locale: &Locale| {
                    let amount = format::quantity(*locale, lots.without, line.unit);
                    shop.texts().get(*locale, t::goods_lot_without(amount))
                };
                languages.iter().map(said).collect()
            }),
        }
    }
}

/// Size and how much: `500 g × 2 uds.`
fn amount(locale: Locale, line: &order_line::Model) -> String {
    let quantity = format::quantity(locale, Quantity(line.quantity - line.missing), line.unit);
    if line.unit == Unit::Piece && line.net_grams > 0 {
        let size = format::weight(locale, Weight(line.net_grams));
        format!("{size} × {quantity}")
    } else {
        quantity
    }
}

/// How much of which lot, on one line: `7 × 4 (2026-10)`.
fn lot_part(locale: Locale, lot: &Lot, amount: Quantity, unit: Unit) -> String {
    let amount = match unit {
        Unit::Piece => format::number(locale, amount.amount()),
        Unit::Gram | Unit::Millilitre => format!("\u{2068}{}\u{2069}", format::quantity(locale, amount, unit)),
    };
    format!("{amount} × {}", lot.plain()).replace(' ', "\u{A0}")
}

/// A name with the size, where that tells two apart.
fn sized(locale: Locale, name: String, line: &order_line::Model) -> String {
    if line.unit == Unit::Piece && line.net_grams > 0 {
        format!("{name} {}", format::weight(locale, Weight(line.net_grams)))
    } else {
        name
    }
}

/// The station's code, if it goes to one, and where that or the address is. What carriers read stands in Chinese too.
fn destination(shop: &Shop, group: &order_group::Model, locale: Locale) -> Result<(Option<String>, Vec<Vec<String>>)> {
    let directory = shop.directory();
    let mut languages = vec![locale, Locale::Zh];
    languages.dedup();
    let views = languages
        .into_iter()
        .map(|locale| Ok((locale, delivery_of(&directory, group, locale)?)))
        .collect::<Result<Vec<_>>>()?;
    let mut lines: Vec<Vec<String>> = vec![Vec::new(); 3];
    let mut station = None;
    for (locale, view) in views {
        match view {
            DeliveryView::Address {
                province,
                city,
                district,
                street,
            } => {
                let id = format!("checkout-province-{}", province.code());
                lines[0].push(shop.texts().by_id(locale, &id).unwrap_or_default());
                lines[1] = vec![city, district];
                lines[2] = vec![street];
            }
            DeliveryView::Station(view) => {
                lines[0].push(view.name.text);
                lines[1].push(view.township.text);
                lines[2].extend(view.address.map(|address| address.text));
                station = Some(view.code);
            }
        }
    }
    lines.retain(|line| line.iter().any(|piece| !piece.is_empty()));
    Ok((station, lines))
}
