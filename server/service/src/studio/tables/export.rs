//! A cooperative's own goods, stock, lots, orders and figures as tables, a page of rows at a time. Goods are as the cooperative
//! saved them, also where the Centre has not confirmed it. What is exported of goods, stock and lots can be imported again:
//! unchanged it changes nothing.

use std::collections::HashMap;

use db::Readable;
use db::entities::{order, order_group, product};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Actor, AuditAction, CooperativeId, FulfilmentStatus, Listing, Locale, OfferId, OfferStatus, OrderGroupId, OrderId,
    OrderStage, PaymentState, Phone, ProductId, ProposalState, SoldAs, Unit, Weight, day_number, day_start,
    typed_stock,
};
use l10n::{Text, format, t};
use tables::{Cell, CsvWriter, SheetWriter};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::super::figures::figures_of;
use super::super::stage::{Side, Wanted};
use super::super::view::StudioOrder;
use super::super::{list, signature};
use super::account;
use super::cells::Seen;
use super::export_kind::{ExportFormat, ExportTable, HARVESTED_AT, headings};
use super::facts::Facts;
use super::figures;
use super::known::own_skus;
use super::lots::{all_lots, export_rows};
use super::words::{plain_price, sold_word};
use crate::catalog::{OfferRow, offers_of_all};
use crate::error::{Error, Result};
use crate::lots::{self, Lot};
use crate::payouts::{account_in, orders_by_day, paid_within};
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};
use crate::{Period, Shop, proposals};

/// Products, or orders, of one page.
const PAGE: u64 = 100;
/// Orders of one page of an account.
const ORDERS_OF_ACCOUNT: usize = 100;
/// Products of one page of lots: each may have many.
const PAGE_OF_LOTS: u64 = 10;
/// Products and places in a table of figures; their page has the first ten.
const LINES: u64 = 1_000;
/// Workbooks that are put together at a time: each has a temporary file, and its packing takes a core.
static PACKING: Semaphore = Semaphore::const_new(2);

/// Where an export stands.
#[derive(Clone, Copy, Debug)]
enum Next {
    Headings,
    Products(ProductId),
    Orders(Option<(OrderId, i64)>),
    Figures(Period),
    Account(Period),
    /// The day with this number, behind this order of it.
    AccountOrders(i64, OrderId),
    Nothing,
}

/// A table on its way out.
#[derive(Debug)]
pub struct Export {
    shop: Shop,
    own: CooperativeId,
    locale: Locale,
    table: ExportTable,
    next: Next,
    out: Out,
}

/// What is written.
#[derive(Debug)]
enum Out {
    Csv(Box<CsvWriter>),
    Xlsx(Box<SheetWriter>, SemaphorePermit<'static>),
    Sent,
}

/// Begins an export of the actor's cooperative. Who takes orders away, and with them where buyers live, is written down.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not see that in the work area either; [`Error::Busy`] when too many workbooks
/// are being made.
#[crate::boxed]
pub async fn export(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    table: ExportTable,
    format: ExportFormat,
) -> Result<Export> {
    let own = own_cooperative(actor, table.action())?.id();
    let out = match format {
        ExportFormat::Csv => Out::Csv(Box::default()),
        ExportFormat::Xlsx => {
            let turn = PACKING.try_acquire().map_err(|_| Error::Busy)?;
            let mut sheet = SheetWriter::new(locale == Locale::Ug).map_err(Error::internal)?;
            if table == ExportTable::Lots {
                sheet.take_as_typed(HARVESTED_AT).map_err(Error::internal)?;
            }
            Out::Xlsx(Box::new(sheet), turn)
        }
    };
    if table == ExportTable::Orders {
        let (now, signed) = (shop.now(), signature(actor));
        shop.db()
            .write(move |tx| {
                let signed = signed.clone();
                Box::pin(async move {
                    let object = format!("cooperative:{own}");
                    crate::audit::note(tx, now, &signed, AuditAction::OrdersExport, &object, format.as_str()).await
                })
            })
            .await?;
    }
    tracing::info!(cooperative = own.get(), table = table.as_str(), "export.begin");
    Ok(Export {
        shop: shop.clone(),
        own,
        locale,
        table,
        next: Next::Headings,
        out,
    })
}

impl Export {
    /// The next bytes of the file; nothing behind the last. A CSV file comes a page at a time, a workbook as a whole.
    ///
    /// # Errors
    /// When the database does not answer, or the disk is full.
    #[crate::boxed]
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>> {
        while let Some(rows) = self.rows().await? {
            match &mut self.out {
                Out::Csv(csv) => {
                    for row in &rows {
                        csv.row(row);
                    }
                    if !csv.is_empty() {
                        return Ok(Some(csv.take()));
                    }
                }
                Out::Xlsx(sheet, _) => {
                    for row in &rows {
                        sheet.row(row).map_err(Error::internal)?;
                    }
                }
                Out::Sent => return Ok(None),
            }
        }
        match std::mem::replace(&mut self.out, Out::Sent) {
            Out::Csv(_) | Out::Sent => Ok(None),
            Out::Xlsx(sheet, turn) => {
                // The next one's turn once this is packed, however long it is on its way.
                let packed = tokio::task::spawn_blocking(move || {
                    let _turn = turn;
                    sheet.finish()
                });
                let file = packed.await.map_err(Error::internal)?;
                file.map(Some).map_err(Error::internal)
            }
        }
    }

    /// The next rows; nothing behind the last. The first have the headings.
    async fn rows(&mut self) -> Result<Option<Vec<Vec<Cell>>>> {
        match self.next {
            Next::Nothing => Ok(None),
            Next::Headings => {
                self.next = match self.table {
                    ExportTable::Orders => Next::Orders(None),
                    ExportTable::Products | ExportTable::Stock | ExportTable::Lots => Next::Products(ProductId(0)),
                    ExportTable::FiguresByDay => Next::Figures(Period::Days),
                    ExportTable::FiguresByMonth => Next::Figures(Period::Months),
                    ExportTable::AccountByDay => Next::Account(Period::Days),
                    ExportTable::AccountByMonth => Next::Account(Period::Months),
                    ExportTable::AccountByOrder => {
                        Next::AccountOrders(Period::Months.since(day_number(self.shop.now())), OrderId(0))
                    }
                };
                let headings = headings(self.table);
                let word = |text| Cell::Text(self.shop.texts().plain(self.locale, text));
                Ok(Some(vec![headings.into_iter().map(word).collect()]))
            }
            Next::Products(after) => self.products(after).await.map(Some),
            Next::Orders(after) => self.orders(after).await.map(Some),
            Next::Figures(period) => {
                self.next = Next::Nothing;
                let all = figures_of(&self.shop, self.own, self.locale, period, LINES).await?;
                Ok(Some(figures::rows(&self.shop, self.locale, &all)))
            }
            Next::Account(period) => {
                self.next = Next::Nothing;
                let account = account_in(&self.shop, self.own, self.locale, period, None).await?;
                Ok(Some(account::rows(&self.shop, self.locale, &account)))
            }
            Next::AccountOrders(day, after) => self.account_orders(day, after).await.map(Some),
        }
    }

    /// A page of the orders of the account, day by day, and behind those of each day what was paid on it.
    async fn account_orders(&mut self, day: i64, after: OrderId) -> Result<Vec<Vec<Cell>>> {
        let until = day_start(day_number(self.shop.now()) + 1);
        let (orders, has_more) = orders_by_day(&self.shop, self.own, (day, after), until, ORDERS_OF_ACCOUNT).await?;
        let last = orders.last().filter(|_| has_more).map(|(day, order)| (*day, order.id));
        // What was paid on the last day comes with the rest of its orders.
        let paid_until = last.map_or(until, |(day, _)| day_start(day));
        let payouts = paid_within(&self.shop, self.own, day_start(day)..paid_until).await?;
        let mut rows: Vec<(i64, Vec<Cell>)> = orders
            .iter()
            .map(|(day, order)| (*day, account::order_row(*day, order)))
            .collect();
        rows.extend(payouts.iter().rev().filter_map(|payout| {
            let day = day_number(payout.paid_at?);
            Some((day, account::payout_row(&self.shop, self.locale, day, payout)))
        }));
        // Stable: the orders of a day stay before its payouts.
        rows.sort_by_key(|(day, _)| *day);
        self.next = last.map_or(Next::Nothing, |(day, id)| Next::AccountOrders(day, id));
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    async fn products(&mut self, after: ProductId) -> Result<Vec<Vec<Cell>>> {
        let db = self.shop.db().read();
        let page = if self.table == ExportTable::Lots {
            PAGE_OF_LOTS
        } else {
            PAGE
        };
        let products = product::Entity::find()
            .filter(product::Column::CooperativeId.eq(self.own))
            .filter(product::Column::ArchivedAt.is_null())
            .filter(product::Column::Id.gt(after))
            .order_by_asc(product::Column::Id)
            .limit(page)
            .readable(db)
            .await?;
        let Some(last) = products.last() else {
            self.next = Next::Nothing;
            return Ok(Vec::new());
        };
        self.next = Next::Products(last.id);
        let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
        let mut texts = read(db, &ids).await?;
        let waiting = proposals::of_all(db, &ids).await?;
        let mut sizes: HashMap<ProductId, Vec<OfferRow>> = HashMap::new();
        let mut offers = offers_of_all(db, &ids).await?;
        for product in &products {
            if let Some(waits) = waiting.get(&product.id) {
                let texts = texts.entry(product.id).or_default();
                waits.proposed.overlay_texts(texts, product.source_lang);
                waits.proposed.overlay_offers(&mut offers);
            }
        }
        let skus = own_skus(db, &offers.iter().map(|offer| offer.id).collect::<Vec<_>>()).await?;
        for mut offer in offers {
            if let Some(sku) = skus.get(&offer.id) {
                offer.sku.clone_from(sku);
            }
            sizes.entry(offer.product_id).or_default().push(offer);
        }
        let ids: Vec<OfferId> = sizes.values().flatten().map(|offer| offer.id).collect();
        let lots = match self.table {
            ExportTable::Stock => lots::there(db, &ids).await?,
            ExportTable::Lots => all_lots(db, &ids).await?,
            _ => Vec::new(),
        };
        let none = TextSet::default();
        let mut rows = Vec::new();
        for product in &products {
            let texts = texts.get(&product.id).unwrap_or(&none);
            let waits = waiting.get(&product.id).map(|waits| waits.state);
            let moves_to = waiting.get(&product.id).and_then(|waits| waits.proposed.category);
            for offer in sizes.remove(&product.id).unwrap_or_default() {
                let state = self.state(product, &offer, waits);
                let facts = Facts::of(&offer, product, moves_to);
                match self.table {
                    ExportTable::Products => rows.push(self.product_row(product, texts, &offer, (facts, state))),
                    ExportTable::Lots => {
                        rows.extend(export_rows(&self.size_cells(product, texts, &offer), &offer, &lots));
                    }
                    _ => rows.push(self.stock_row(product, texts, &offer, (facts, state), &lots)),
                }
            }
        }
        Ok(rows)
    }

    fn word(&self, text: Text) -> String {
        self.shop.texts().plain(self.locale, text)
    }

    fn product_row(
        &self,
        product: &product::Model,
        texts: &TextSet,
        offer: &OfferRow,
        (facts, state): (Facts, String),
    ) -> Vec<Cell> {
        let text = |field: &str, locale| {
            let exact = texts.exact(field, locale);
            Cell::Text(exact.map_or_else(String::new, |text| text.text.clone()))
        };
        let mut row = vec![
            Cell::number(product.id),
            Cell::number(offer.id),
            Cell::text(offer.sku.as_str()),
        ];
        row.extend(Locale::BUILT_IN.map(|locale| text("name", locale)));
        row.extend(Locale::BUILT_IN.map(|locale| text("description", locale)));
        let category = self
            .shop
            .directory()
            .category(facts.category)
            .map(|(category, _)| category.name(self.locale));
        row.push(Cell::Text(category.map_or_else(String::new, |name| name.text)));
        let sold = match offer.unit {
            Unit::Gram => self.word(sold_word(SoldAs::Weight)),
            Unit::Piece => self.word(sold_word(SoldAs::Pack)),
            Unit::Millilitre => String::new(),
        };
        row.push(Cell::Text(sold));
        row.push(Cell::Text(net(offer)));
        row.push(Cell::Number(plain_price(offer.price_minor)));
        row.push(amount(offer.on_hand, offer.unit));
        row.push(Cell::Text(offer.steps().typed(offer.unit, offer.currency)));
        row.push(limit(offer));
        row.extend(
            [facts.season.0, facts.season.1, facts.year]
                .map(|number| number.map_or_else(|| Cell::text(""), Cell::number)),
        );
        row.push(Cell::Text(state));
        row.push(Cell::Text(Seen::write(offer, Some(texts), facts)));
        row
    }

    fn stock_row(
        &self,
        product: &product::Model,
        texts: &TextSet,
        offer: &OfferRow,
        (facts, state): (Facts, String),
        lots: &[Lot],
    ) -> Vec<Cell> {
        // What is left of them says the page of the size.
        let of_lots = |word: &dyn Fn(&Lot) -> Option<String>| {
            let lots = lots.iter().filter(|lot| lot.offer == offer.id);
            let words: Vec<String> = lots.map(|lot| word(lot).unwrap_or_else(|| "–".to_owned())).collect();
            Cell::Text(words.join("; "))
        };
        let mut row = self.size_cells(product, texts, offer).to_vec();
        row.extend([
            Cell::Number(plain_price(offer.price_minor)),
            amount(offer.on_hand, offer.unit),
            Cell::Text(offer.steps().typed(offer.unit, offer.currency)),
            limit(offer),
            amount(offer.reserved, offer.unit),
            Cell::Text(state),
            of_lots(&|lot| Some(lot.number.to_string())),
            of_lots(&|lot| Some(lot.harvested.as_ref()?.as_str().to_owned())),
            of_lots(&|lot| Some(lot.origin.as_ref()?.text.clone())),
            Cell::Text(Seen::write(offer, None, facts)),
        ]);
        row
    }

    /// Which size a row is about.
    fn size_cells(&self, product: &product::Model, texts: &TextSet, offer: &OfferRow) -> [Cell; 3] {
        let name = texts.name(self.locale, product.source_lang, &product.slug).text;
        let net = net(offer);
        let name = if net.is_empty() {
            name
        } else {
            format!("{name} · {net}")
        };
        [Cell::number(offer.id), Cell::text(offer.sku.as_str()), Cell::Text(name)]
    }

    /// How it stands, also that what the other cells say is not confirmed.
    fn state(&self, product: &product::Model, offer: &OfferRow, waits: Option<ProposalState>) -> String {
        let listed = self.listed(product, offer);
        match waits {
            Some(ProposalState::Waiting) => format!("{listed} · {}", self.word(t::CONFIRMATION_WAITS)),
            Some(ProposalState::SentBack) => format!("{listed} · {}", self.word(t::CONFIRMATION_SENT_BACK)),
            None => listed,
        }
    }

    fn listed(&self, product: &product::Model, offer: &OfferRow) -> String {
        if offer.status == OfferStatus::Inactive {
            return self.word(t::GOODS_HIDDEN);
        }
        match Listing::of(product.status, product.paused_until, product.archived_at) {
            Listing::Draft => self.word(t::GOODS_LISTING_DRAFT),
            Listing::OnSale => self.word(t::GOODS_LISTING_ON_SALE),
            Listing::Paused(_) => self.word(t::GOODS_LISTING_PAUSED),
            Listing::Archived => self.word(t::GOODS_LISTING_ARCHIVED),
        }
    }

    async fn orders(&mut self, after: Option<(OrderId, i64)>) -> Result<Vec<Vec<Cell>>> {
        let db = self.shop.db().read();
        let found = Wanted::of(self.own).ids(db, Side::Newest(after), PAGE).await?;
        self.next = found.last().map_or(Next::Nothing, |last| Next::Orders(Some(*last)));
        let ids: Vec<OrderId> = found.into_iter().map(|(id, _)| id).collect();
        let orders = list::rows(&self.shop, self.locale, &ids).await?;
        let phones = self.phones(&ids).await?;
        let mut rows = Vec::new();
        for order in &orders {
            for line in &order.lines {
                let size = match line.unit {
                    Unit::Piece if line.net_grams > 1 => format::weight(self.locale, Weight(line.net_grams)),
                    _ => String::new(),
                };
                let mut row = self.order_cells(order, phones.get(&order.id));
                row.extend([
                    Cell::text(line.name.text.as_str()),
                    Cell::Text(size),
                    amount(line.quantity.amount(), line.unit),
                    Cell::Number(plain_price(line.price.minor)),
                    Cell::Number(plain_price(line.total.minor)),
                    Cell::Number(plain_price(order.goods.minor)),
                ]);
                rows.push(row);
            }
        }
        Ok(rows)
    }

    fn order_cells(&self, order: &StudioOrder, phone: Option<&String>) -> Vec<Cell> {
        // Who packs and delivers needs to know for whom and where to; nobody does once that is done.
        let is_open = !order.status.is_terminal() && order.fulfilment != FulfilmentStatus::Delivered;
        let phone = phone.map_or_else(String::new, |phone| {
            Phone::parse(phone).map_or_else(|_| phone.clone(), |phone| phone.display())
        });
        let while_open = |text: &str| Cell::text(if is_open { text } else { "" });
        vec![
            Cell::Text(order.code.to_string()),
            Cell::Text(moment(order.placed_at)),
            Cell::Text(self.word(stage_word(order.stage))),
            Cell::Text(self.word(payment_word(order.payment))),
            while_open(&order.buyer_name),
            while_open(&phone),
            while_open(&order.destination),
        ]
    }

    async fn phones(&self, ids: &[OrderId]) -> Result<HashMap<OrderId, String>> {
        let db = self.shop.db().read();
        let groups: Vec<(OrderId, OrderGroupId)> = order::Entity::find()
            .select_only()
            .column(order::Column::Id)
            .column(order::Column::GroupId)
            .filter(order::Column::Id.is_in(ids.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        let phones: HashMap<OrderGroupId, String> = order_group::Entity::find()
            .select_only()
            .column(order_group::Column::Id)
            .column(order_group::Column::Phone)
            .filter(order_group::Column::Id.is_in(groups.iter().map(|(_, group)| *group)))
            .into_tuple::<(OrderGroupId, String)>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        Ok(groups
            .into_iter()
            .filter_map(|(order, group)| Some((order, phones.get(&group)?.clone())))
            .collect())
    }
}

/// Day and time in Beijing, as spreadsheets take it for a date: `2026-05-01 15:04`.
pub(crate) fn moment(at: i64) -> String {
    let at = format::machine_date_time(at);
    at.chars().take(16).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

/// What a pack holds, in words that are read back as the same.
fn net(offer: &OfferRow) -> String {
    if offer.unit == Unit::Piece && (1..=domain::MAX_NET_GRAMS).contains(&offer.net_grams) {
        format!("{} g", offer.net_grams)
    } else {
        String::new()
    }
}

/// An amount as people count it; a number where it is one.
pub(super) fn amount(amount: i64, unit: Unit) -> Cell {
    let typed = typed_stock(amount, unit);
    if typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        Cell::Number(typed)
    } else {
        Cell::Text(typed)
    }
}

/// How much of it one buyer may have; empty where that is not bounded.
fn limit(offer: &OfferRow) -> Cell {
    offer
        .buyer_limit
        .map_or_else(|| Cell::text(""), |limit| amount(limit, offer.unit))
}

const fn stage_word(stage: OrderStage) -> Text {
    match stage {
        OrderStage::AwaitsPayment => t::STUDIO_STAGE_AWAITS_PAYMENT,
        OrderStage::New => t::STUDIO_STAGE_NEW,
        OrderStage::ToPack => t::STUDIO_STAGE_TO_PACK,
        OrderStage::ToHandOver => t::STUDIO_STAGE_TO_HAND_OVER,
        OrderStage::OnTheWay => t::STUDIO_STAGE_ON_THE_WAY,
        OrderStage::Done => t::STUDIO_STAGE_DONE,
        OrderStage::Over => t::STUDIO_STAGE_OVER,
    }
}

const fn payment_word(state: PaymentState) -> Text {
    match state {
        PaymentState::NothingDue => t::ORDERS_PAYMENT_NOTHING_DUE,
        PaymentState::Unpaid => t::ORDERS_PAYMENT_UNPAID,
        PaymentState::PartPaid => t::ORDERS_PAYMENT_PART_PAID,
        PaymentState::Paid => t::ORDERS_PAYMENT_PAID,
        PaymentState::Overpaid => t::ORDERS_PAYMENT_OVERPAID,
        PaymentState::ToRefund => t::ORDERS_PAYMENT_TO_REFUND,
        PaymentState::Refunded => t::ORDERS_PAYMENT_REFUNDED,
    }
}
