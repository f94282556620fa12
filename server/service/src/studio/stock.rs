//! All prices and stock of a cooperative on one page, and one size with its history.

use std::collections::{BTreeMap, HashMap};

use db::entities::{offer, product};
use db::sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, FieldCode, Listing, Locale, LotId, Note, OfferId,
    OfferStatus, OfferTerms, ProductId, StockError, StockReason, Subject, parse_offer_price, parse_price, parse_stock,
    rights,
};
use l10n::search_key;

use super::goods_view::{MoveForm, STOCK_PAGE, StockForm, StockOfferPage, StockPage, StockQuery, StockRow};
use super::ledger::{self, By};
use super::lots::{ComesIn, read_lot};
use super::prices::{Saved, price_beside_steps, write_price};
use super::signature;
use crate::catalog::{OfferRow, offers, offers_by_id, outdate_editors, rebuild_cards, refresh_availability};
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::rights::{OwnCooperative, own_cooperative};
use crate::texts::read;
use crate::{Shop, lots, proposals, restock};

/// Most products a page of stock looks through: more pages than anybody turns.
const PAGES: u32 = 1_000;
/// Products that a search looks further into.
const FOUND: usize = 1_000;
/// Orders that are named as short of one size.
const SHORT: usize = 20;
/// Lots that are shown of one size.
const LOTS: u64 = 50;

/// A page of all prices and stock, or of those that were asked for; what is in the archive is not among them.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a cooperative's products.
#[crate::boxed]
pub async fn stock_page(shop: &Shop, actor: Actor, locale: Locale, query: &StockQuery) -> Result<StockPage> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let db = shop.db().read();
    let (key, page) = (search_key(&query.words), query.page);
    let mut wanted = Condition::all().add(product::Column::ArchivedAt.is_null());
    if query.only_short {
        wanted = wanted.add(ledger::is_lacking());
    }
    if !key.is_empty() {
        let products = super::products::of_cooperative(shop, own.id(), locale).await?;
        let found = products.iter().filter(|product| product.is_called(&key));
        wanted = wanted.add(product::Column::Id.is_in(found.map(|product| product.id).take(FOUND)));
    }
    let all = || of_cooperative(own.id()).filter(wanted.clone());
    let total = all().count(db).await?;
    let pages = u32::try_from(total.div_ceil(STOCK_PAGE))
        .unwrap_or(PAGES)
        .clamp(1, PAGES);
    let page = page.clamp(1, pages);
    let found: Vec<OfferRow> = all()
        .order_by_asc(offer::Column::ProductId)
        .order_by_asc(offer::Column::Position)
        .order_by_asc(offer::Column::Id)
        .offset(u64::from(page - 1) * STOCK_PAGE)
        .limit(STOCK_PAGE)
        .readable_as(db)
        .await?;
    Ok(StockPage {
        rows: rows_of(db, actor, locale, found).await?,
        page,
        pages,
    })
}

/// One size with its history.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn stock_offer(shop: &Shop, actor: Actor, locale: Locale, id: OfferId) -> Result<StockOfferPage> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let db = shop.db().read();
    let found = find_mine(db, own, id).await?;
    let product = found.product_id;
    let row = rows_of(db, actor, locale, vec![found]).await?.pop();
    Ok(StockOfferPage {
        row: row.ok_or(Error::NotFound)?,
        history: ledger::history(db, id).await?,
        lots: lots::newest(db, id, LOTS).await?,
        reads_orders: rights::may(actor, Action::ReadOrders, Subject::Cooperative(own.id())).is_ok(),
        source: source_of(db, product).await?,
        asks_centre: proposals::of(db, product).await?.is_some(),
    })
}

/// Saves the prices and stocks that were changed on the page; the shop shows them at once, unless prices wait for the Centre.
///
/// # Errors
/// [`Error::Fields`] named as in the form, with [`FieldCode::Changed`] for what somebody else changed to something else
/// since the page was opened, [`FieldCode::InvalidChoice`] for a price as low as one of its steps, and [`FieldCode::TooMuch`] for
/// one beside which a step looks mistyped; nothing is saved then.
/// [`Error::NotFound`] when one is not this cooperative's.
#[crate::boxed]
pub async fn save_stock(shop: &Shop, actor: Actor, form: &StockForm) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    if form.prices.len().max(form.stocks.len()) as u64 > STOCK_PAGE {
        return Err(Error::Refused(ErrorCode::TooLarge));
    }
    let changes = read_changes(shop.db().read(), own, form).await?;
    if changes.is_empty() {
        return Ok(());
    }
    let (by, now, signed) = (By::new(shop, actor), shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let (changes, signed) = (changes.clone(), signed.clone());
            Box::pin(async move {
                let products = save_changes(tx, &changes, by, now).await?;
                let said: Vec<String> = changes.iter().map(|(offer, change)| change.said(*offer)).collect();
                let offers: Vec<OfferId> = changes.keys().copied().collect();
                let object = format!("cooperative:{}", own.id());
                for product in products {
                    rebuild_cards(tx, product).await?;
                }
                refresh_availability(tx, &offers).await?;
                crate::audit::note(tx, now, &signed, AuditAction::StockSave, &object, &said.join(" ")).await
            })
        })
        .await
}

/// Notes what came in, went or was counted of a size.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn move_stock(shop: &Shop, actor: Actor, id: OfferId, form: &MoveForm) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let found = find_mine(shop.db().read(), own, id).await?;
    let mut errors = FieldErrors::default();
    let reason = errors.take(
        "reason",
        StockReason::parse(&form.reason)
            .filter(|reason| reason.is_given())
            .ok_or(FieldCode::InvalidChoice),
    );
    let amount = errors.take("amount", amount_of(&found, &form.amount));
    let note = errors.take("note", Note::parse(&form.note).map_err(text_code));
    let (product, now) = (found.product_id, shop.now());
    let lang = source_of(shop.db().read(), product).await?;
    let comes_in = ComesIn::when(reason.is_none_or(|reason| reason == StockReason::Harvest));
    let lot = read_lot(&form.lot, lang, now, comes_in, &mut errors);
    let from_lot = errors.take("from-lot", read_from_lot(&form.from_lot, reason)).flatten();
    let (Some(reason), Some(amount), Some(note), true) = (reason, amount, note, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let (by, signed) = (By::new(shop, actor), signature(actor));
    shop.once()
        .write(move |tx| {
            let (note, lot, signed) = (note.clone(), lot.clone(), signed.clone());
            Box::pin(async move {
                let row = ledger::lock(tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
                let on_hand = reason.after(row.on_hand, amount).map_err(|error| match error {
                    StockError::NotThere { .. } => Error::field("amount", FieldCode::TooMuch),
                    StockError::Nothing | StockError::TooMuch { .. } => {
                        Error::field("amount", FieldCode::InvalidQuantity)
                    }
                })?;
                // The product is locked from here on: lots are numbered one after the other.
                outdate_editors(tx, &[id], now).await?;
                match (&lot, from_lot) {
                    (Some(lot), _) => {
                        ledger::book_lot(tx, &row, on_hand, note.as_str(), (lot, product), by).await?;
                    }
                    (None, Some(from)) => {
                        ledger::book_from_lot(tx, &row, on_hand, reason, note.as_str(), from, by).await?;
                    }
                    (None, None) => ledger::book(tx, &row, on_hand, reason, note.as_str(), by).await?,
                }
                let detail = format!("{reason} {}>{on_hand}", row.on_hand);
                refresh_availability(tx, &[id]).await?;
                crate::audit::note(
                    tx,
                    now,
                    &signed,
                    AuditAction::StockMove,
                    &format!("offer:{id}"),
                    &detail,
                )
                .await
            })
        })
        .await
}

/// The lot of which something spoiled or was sold elsewhere; no other reason takes away from one lot.
fn read_from_lot(typed: &str, reason: Option<StockReason>) -> Result<Option<LotId>, FieldCode> {
    let takes_away = reason.is_none_or(|reason| matches!(reason, StockReason::Spoiled | StockReason::SoldElsewhere));
    match (typed, typed.parse()) {
        ("", _) => Ok(None),
        (_, Ok(id)) if takes_away => Ok(Some(LotId(id))),
        _ => Err(FieldCode::InvalidChoice),
    }
}

pub(super) fn of_cooperative(own: CooperativeId) -> Select<offer::Entity> {
    offers().filter(product::Column::CooperativeId.eq(own))
}

/// The language in which the texts of a product are written first.
async fn source_of(db: &impl ConnectionTrait, product: ProductId) -> Result<Locale> {
    let row = product::Entity::find_by_id(product).one(db).await?;
    row.map(|row| row.source_lang).ok_or(Error::NotFound)
}

/// A size of this cooperative.
pub(super) async fn find_mine(db: &impl ConnectionTrait, own: OwnCooperative, id: OfferId) -> Result<OfferRow> {
    of_cooperative(own.id())
        .filter(offer::Column::Id.eq(id))
        .into_model::<OfferRow>()
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// Offers as the pages show them.
pub(super) async fn rows_of(
    db: &impl ConnectionTrait,
    actor: Actor,
    locale: Locale,
    offers: Vec<OfferRow>,
) -> Result<Vec<StockRow>> {
    let mut ids: Vec<ProductId> = offers.iter().map(|row| row.product_id).collect();
    ids.dedup();
    let products: HashMap<ProductId, product::Model> = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .readable(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let texts = read(db, &ids).await?;
    let waiting = proposals::of_all(db, &ids).await?;
    let mut offers = offers;
    for waits in waiting.values() {
        waits.proposed.overlay_offers(&mut offers);
    }
    let own = actor.cooperative().map(Subject::Cooperative);
    let reads_orders = own.is_some_and(|own| rights::may(actor, Action::ReadOrders, own).is_ok());
    let lacking: Vec<(OfferId, i64)> = offers
        .iter()
        .filter(|row| reads_orders && row.reserved > row.on_hand)
        .map(|row| (row.id, row.on_hand))
        .collect();
    let mut all_short = ledger::short_orders(db, &lacking).await?;
    let sizes: Vec<OfferId> = offers.iter().map(|row| row.id).collect();
    let people = restock::waiting(db, &sizes).await?;
    Ok(offers
        .into_iter()
        .filter_map(|row| {
            let product = products.get(&row.product_id)?;
            let mut short = all_short.remove(&row.id).unwrap_or_default();
            short.truncate(SHORT);
            let mut name = texts.get(&product.id).cloned().unwrap_or_default();
            if let Some(waits) = waiting.get(&product.id) {
                waits.proposed.overlay_texts(&mut name, product.source_lang);
            }
            Some(StockRow {
                offer: row.id,
                product: product.id,
                name: name.name(locale, product.source_lang, &product.slug),
                terms: OfferTerms {
                    sold_by: row.amounts(),
                    ..row.terms()
                },
                buyer_limit: row.buyer_limit,
                on_hand: row.on_hand,
                reserved: row.reserved,
                is_hidden: row.status == OfferStatus::Inactive,
                waits: waiting
                    .get(&product.id)
                    .filter(|waits| waits.proposed.has_size(row.id))
                    .map(|waits| waits.state),
                listing: Listing::of(product.status, product.paused_until, product.archived_at),
                short,
                people_waiting: people.get(&row.id).copied().unwrap_or_default(),
            })
        })
        .collect())
}

/// An amount that can be in store.
pub(super) fn amount_of(offer: &OfferRow, typed: &str) -> Result<i64, FieldCode> {
    stock_amount(typed, offer.unit)
}

/// An amount of `unit` that can be in store.
pub(super) fn stock_amount(typed: &str, unit: domain::Unit) -> Result<i64, FieldCode> {
    if typed.trim().is_empty() {
        return Err(FieldCode::Required);
    }
    match parse_stock(typed, unit) {
        Ok(amount) if (0..=domain::MAX_STOCK).contains(&amount) => Ok(amount),
        _ => Err(FieldCode::InvalidQuantity),
    }
}

/// What was shown, and what is wanted instead.
#[derive(Clone, Copy, Debug)]
struct Wanted {
    seen: i64,
    new: i64,
}

impl Wanted {
    /// Whether somebody else made something else of it meanwhile.
    const fn is_overtaken(self, now: i64) -> bool {
        now != self.seen && now != self.new
    }
}

/// What was changed in a row.
#[derive(Clone, Copy, Debug, Default)]
struct Change {
    price: Option<Wanted>,
    stock: Option<Wanted>,
}

impl Change {
    /// For the audit log.
    fn said(self, offer: OfferId) -> String {
        let part = |name: &str, wanted: Option<Wanted>| {
            wanted.map_or(String::new(), |w| format!(" {name} {}>{}", w.seen, w.new))
        };
        format!("{offer}:{}{}", part("price", self.price), part("stock", self.stock))
    }
}

/// What of the form is another than the page showed.
async fn read_changes(
    db: &impl ConnectionTrait,
    own: OwnCooperative,
    form: &StockForm,
) -> Result<BTreeMap<OfferId, Change>> {
    let seen = form.read_seen();
    let sent = form.prices.iter().chain(&form.stocks).map(|(offer, _)| *offer);
    let mut known: HashMap<OfferId, OfferRow> = of_cooperative(own.id())
        .filter(offer::Column::Id.is_in(sent))
        .readable_as::<OfferRow, _>(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let saved = Saved::of(db, &known).await?;
    for row in known.values_mut() {
        row.price_minor = saved.price(row);
    }
    let row_of = |offer: &OfferId| {
        let row = known.get(offer).ok_or(Error::NotFound)?;
        Ok::<_, Error>((row, seen.get(offer).copied()))
    };
    let mut errors = FieldErrors::default();
    let mut changes: BTreeMap<OfferId, Change> = BTreeMap::new();
    for (offer, typed) in &form.prices {
        let (row, shown) = row_of(offer)?;
        let seen = shown.map_or(row.price_minor, |(price, _)| price);
        if parse_price(row.currency, typed).is_ok_and(|price| price.minor == seen) {
            continue;
        }
        let price = parse_offer_price(row.currency, typed).map_err(FieldCode::from);
        // A page from before this size was there: its price is shown first.
        let price = price.and_then(|price| shown.map(|_| price).ok_or(FieldCode::Changed));
        if let Some(price) = errors.take(format!("price-{offer}"), price) {
            let new = price.minor;
            changes.entry(*offer).or_default().price = Some(Wanted { seen, new });
        }
    }
    for (offer, typed) in &form.stocks {
        let (row, shown) = row_of(offer)?;
        let seen = shown.map_or(row.on_hand, |(_, on_hand)| on_hand);
        let amount = match amount_of(row, typed) {
            Ok(new) if shown.is_none() && new != seen => Err(FieldCode::Changed),
            amount => amount,
        };
        if let Some(new) = errors.take(format!("stock-{offer}"), amount)
            && new != seen
        {
            changes.entry(*offer).or_default().stock = Some(Wanted { seen, new });
        }
    }
    if errors.is_empty() {
        Ok(changes)
    } else {
        Err(Error::Fields(errors))
    }
}

/// Writes the changes, or none of them when one was overtaken. Answers the products whose price is another now.
async fn save_changes(tx: &Tx, changes: &BTreeMap<OfferId, Change>, by: By, now: i64) -> Result<Vec<ProductId>> {
    let counted: Vec<OfferId> = changes
        .iter()
        .filter(|(_, change)| change.stock.is_some())
        .map(|(offer, _)| *offer)
        .collect();
    let stocks = ledger::lock(tx, &counted).await?;
    let ids: Vec<OfferId> = changes.keys().copied().collect();
    // Products are locked from here on: whether a price waits, and what is confirmed, stands still.
    outdate_editors(tx, &ids, now).await?;
    let rows = offers_by_id(tx, &ids).await?;
    let saved = Saved::of(tx, &rows).await?;
    // What was saved by somebody else meanwhile, and prices that do not go with their steps.
    let mut wrong = FieldErrors::default();
    for (offer, change) in changes {
        let row = rows.get(offer).ok_or(Error::NotFound)?;
        if let Some(wanted) = change.price {
            let price = if wanted.is_overtaken(saved.price(row)) {
                Err(FieldCode::Changed)
            } else {
                price_beside_steps(&saved.terms_at(row, wanted.new))
            };
            wrong.take(format!("price-{offer}"), price);
        }
        let there = stocks.iter().find(|stock| stock.offer_id == *offer);
        if let (Some(wanted), Some(there)) = (change.stock, there)
            && wanted.is_overtaken(there.on_hand)
        {
            wrong.push(format!("stock-{offer}"), FieldCode::Changed);
        }
    }
    if !wrong.is_empty() {
        return Err(Error::Fields(wrong));
    }
    for there in &stocks {
        let wanted = changes.get(&there.offer_id).and_then(|change| change.stock);
        if let Some(wanted) = wanted.filter(|wanted| wanted.new != there.on_hand) {
            ledger::book(tx, there, wanted.new, StockReason::Counted, "", by).await?;
        }
    }
    let mut products = Vec::new();
    for (offer, change) in changes {
        let Some((wanted, row)) = change.price.zip(rows.get(offer)) else {
            continue;
        };
        if wanted.new == saved.price(row) {
            continue;
        }
        write_price(tx, row, wanted.new, now).await?;
        products.push(row.product_id);
    }
    products.sort_unstable();
    products.dedup();
    Ok(products)
}
