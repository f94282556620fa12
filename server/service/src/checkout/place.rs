//! Placing an order: one transaction in which the key is claimed, prices are checked once more, stock is reserved and
//! every row is written; or nothing is.

use std::collections::HashMap;

use db::Tx;
use db::entities::{
    cart, idempotency_key, money_entry, order, order_event, order_group, order_line, payment, reservation, stock,
};
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use domain::{
    CartStatus, CooperativeId, ErrorCode, Fees, FieldCode, FreightRegion, FreightTemplate, FulfilmentStatus,
    IdempotencyKey, Locale, Money, OfferId, OrderCode, OrderGroupId, OrderNote, OrderStatus, PaymentReference,
    PaymentStatus, ReservationStatus, ReturnRules, StationId, share_freight,
};
use l10n::search_key;

use super::form::{Delivery, Details, fingerprint};
use super::freeze::{FrozenStation, Part, classes, frozen_line, lines, seller_weight};
use super::hold::{self, Allowed, Placer};
use super::limit;
use super::quote::Quote;
use super::stop::{Stop, wrong};
use super::view::{Change, CheckoutForm, Placed, Rejected};
use crate::cart::{self as carts, CartHandle, CartLine, CartView, LineState};
use crate::catalog::refresh_availability;
use crate::collection::is_brought;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::{Directory, Shop, money, orders, random};

const ROUTE: &str = "checkout";

/// Places the order of `form`, or says why not; a form sent twice is one order.
///
/// # Errors
/// When the database does not answer. Everything the buyer can mend comes back as [`Placed::Again`].
#[crate::boxed]
pub async fn place(shop: &Shop, locale: Locale, cart: CartHandle, form: &CheckoutForm) -> Result<Placed> {
    place_for(shop, locale, cart, form, &Placer::known()).await
}

/// [`place`], within the limits that hold for whoever orders.
///
/// # Errors
/// As [`place`].
#[crate::boxed]
pub async fn place_for(
    shop: &Shop,
    locale: Locale,
    cart: CartHandle,
    form: &CheckoutForm,
    placer: &Placer,
) -> Result<Placed> {
    let Ok(key) = IdempotencyKey::parse(&form.key) else {
        return Ok(refused(ErrorCode::InvalidTransition));
    };
    let details = match Details::check(shop, form) {
        Ok(details) => details,
        Err(errors) => {
            // A form that was already taken is answered the same way even if one of its fields went bad since.
            return match known(shop, &key, &fingerprint(form, cart.id())).await? {
                Some(placed) => Ok(placed),
                None => Ok(Placed::Again(Box::new(Rejected {
                    errors,
                    ..Rejected::default()
                }))),
            };
        }
    };
    let request = Request {
        now: shop.now(),
        settled: shop.settled_now(),
        locale,
        cart,
        fingerprint: fingerprint(form, cart.id()),
        quote: Quote::parse(&form.quote),
        key: key.to_string(),
        code: OrderCode::from_bytes(random::bytes()?),
        reference: PaymentReference::from_bytes(random::bytes()?),
        details,
        placer: placer.clone(),
    };
    let handle = shop.clone();
    let answer = shop
        .db()
        .write(move |tx| {
            let (request, shop) = (request.clone(), handle.clone());
            Box::pin(async move { request.run(&shop, tx).await })
        })
        .await;
    match answer {
        Ok(code) => Ok(Placed::Order { code }),
        Err(Stop::Again(rejected)) => Ok(Placed::Again(rejected)),
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn refused(code: ErrorCode) -> Placed {
    Placed::Again(Box::new(Rejected {
        refused: Some(code),
        ..Rejected::default()
    }))
}

async fn known(shop: &Shop, key: &IdempotencyKey, fingerprint: &str) -> Result<Option<Placed>> {
    let row = idempotency_key::Entity::find_by_id(key.to_string())
        .one(shop.db().read())
        .await?;
    Ok(row
        .filter(|row| row.request_hash == fingerprint)
        .and_then(|row| OrderCode::parse(&row.response).ok().map(|code| Placed::Order { code })))
}

#[derive(Clone, Debug)]
struct Request {
    now: i64,
    /// By which what others hold may end.
    settled: i64,
    locale: Locale,
    cart: CartHandle,
    fingerprint: String,
    quote: Option<Quote>,
    key: String,
    code: OrderCode,
    reference: PaymentReference,
    details: Details,
    placer: Placer,
}

impl Request {
    async fn run(&self, shop: &Shop, tx: &Tx) -> Result<OrderCode, Stop> {
        if let Some(code) = self.claim_key(tx).await? {
            return Ok(code);
        }
        self.close_cart(tx).await?;
        let cart = self.read_cart(tx).await?;
        // As it is in this transaction, and frozen with the order.
        let directory = shop.directory_in(tx).await?;
        self.agree(&directory.freight, &cart)?;
        let allowed = hold::allow(tx, shop, &self.placer, self.details.phone.as_e164(), self.now).await?;
        let freight = self.freight(&directory.freight, &cart)?;
        let station = match &self.details.delivery {
            Delivery::Address { .. } => None,
            Delivery::Station(id) => Some(self.station(&directory, *id, &cart)?),
        };
        let out = self.reserve(tx, &cart, allowed).await?;
        // Behind the reservations: whoever else orders the same goods for this number waits until this order is written.
        limit::check(tx, &cart, self.details.phone.as_e164(), self.now).await?;
        let returns = directory.settings.returns;
        let group = self
            .write_group(tx, &cart, freight, station.as_ref(), allowed, returns)
            .await?;
        allowed.note(tx, shop, &self.placer, &group, out.len()).await?;
        let weights = cart.sellers.iter().map(seller_weight).collect::<Result<Vec<_>>>()?;
        let shares = share_freight(freight, &weights)?;
        let parts: Vec<Part> = cart
            .sellers
            .iter()
            .zip(shares)
            .zip(weights)
            .map(|((seller, freight), weight)| Part {
                seller,
                freight,
                weight,
            })
            .collect();
        self.write_orders(tx, &directory, &group, &parts).await?;
        // Nothing else of a product's cards depends on how much is left.
        if !out.is_empty() {
            refresh_availability(tx, &out).await?;
        }
        let notice = Notice::OrderPlaced { group: group.id };
        tell(tx, self.now, notice).await?;
        Ok(self.code)
    }

    /// Takes the key for this order; or finds the order it already made.
    async fn claim_key(&self, tx: &Tx) -> Result<Option<OrderCode>, Stop> {
        let claim = idempotency_key::ActiveModel {
            key: Set(self.key.clone()),
            route: Set(ROUTE.to_owned()),
            request_hash: Set(self.fingerprint.clone()),
            response: Set(self.code.to_string()),
            created_at: Set(self.now),
        };
        let unless_there = OnConflict::column(idempotency_key::Column::Key).do_nothing().to_owned();
        match idempotency_key::Entity::insert(claim)
            .on_conflict(unless_there)
            .exec_without_returning(tx)
            .await
        {
            Ok(1..) => Ok(None),
            // Sent before; on PostgreSQL perhaps this very moment, and the insert waited for that to end.
            Ok(0) | Err(DbErr::RecordNotInserted) => match self.find_key(tx).await? {
                Some(code) => Ok(Some(code)),
                None => Err(Stop::Failed(Error::Busy)),
            },
            Err(error) => Err(error.into()),
        }
    }

    async fn find_key(&self, tx: &Tx) -> Result<Option<OrderCode>, Stop> {
        match idempotency_key::Entity::find_by_id(self.key.clone()).one(tx).await? {
            None => Ok(None),
            Some(row) => match OrderCode::parse(&row.response) {
                Ok(code) if row.request_hash == self.fingerprint => Ok(Some(code)),
                _ => Err(Error::Refused(ErrorCode::IdempotencyMismatch).into()),
            },
        }
    }

    /// The cart as it can be bought now: goods that another order holds past its time count as there.
    async fn read_cart(&self, tx: &Tx) -> Result<CartView, Stop> {
        let cart = carts::read_lines(tx, self.locale, self.cart).await?;
        if cart.is_empty() {
            return Err(Error::Refused(ErrorCode::CartEmpty).into());
        }
        let mut expired = 0;
        for line in lines(&cart).filter(|line| line.state != LineState::Ready) {
            expired += orders::expire_due_for_offer(tx, line.offer, self.settled).await?;
        }
        Ok(if expired == 0 {
            cart
        } else {
            carts::read_lines(tx, self.locale, self.cart).await?
        })
    }

    /// Compares what the buyer saw with what is true now.
    fn agree(&self, templates: &HashMap<FreightRegion, FreightTemplate>, cart: &CartView) -> Result<(), Stop> {
        let now = Quote::of(templates, cart)?;
        let region = match &self.details.delivery {
            Delivery::Address { province, .. } => Some(province.region()),
            Delivery::Station(_) => None,
        };
        let changes = match &self.quote {
            Some(seen) => seen.changes(&now, cart, region),
            None => vec![Change::Cart],
        };
        if changes.is_empty() {
            return Ok(());
        }
        let refused = match &changes {
            c if c.iter().any(|c| matches!(c, Change::Stock { .. })) => ErrorCode::SoldOut,
            c if c.iter().any(|c| matches!(c, Change::Price { .. } | Change::Cart)) => ErrorCode::PriceChanged,
            _ => ErrorCode::FreightChanged,
        };
        Err(Stop::Again(Box::new(Rejected {
            refused: Some(refused),
            changes,
            ..Rejected::default()
        })))
    }

    /// What it costs to send it; to a region that is not served, nothing is sold.
    fn freight(&self, templates: &HashMap<FreightRegion, FreightTemplate>, cart: &CartView) -> Result<Money, Stop> {
        match &self.details.delivery {
            Delivery::Station(_) => Ok(Money::zero(cart.goods.currency)),
            Delivery::Address { province, .. } => match templates.get(&province.region()) {
                Some(template) => Ok(template.price(cart.weight)?),
                None => Err(wrong("province", FieldCode::NotServed)),
            },
        }
    }

    /// The station as it is now; one that has closed is not chosen any more, nor is one to which not all is brought.
    fn station(&self, directory: &Directory, id: StationId, cart: &CartView) -> Result<FrozenStation, Stop> {
        let station = directory
            .station(id)
            .filter(|station| station.is_open && is_brought(directory, cart, station.township))
            .ok_or_else(|| wrong("station", FieldCode::InvalidChoice))?;
        Ok(FrozenStation {
            name: station.entry.name(self.locale),
            township: directory.township_name(station.township, self.locale),
            code: station.code.clone(),
        })
    }

    /// Reserves every line with one guarded update each, in the order of the offers so that two carts cannot wait for
    /// one another. What is past its time gives way first, so a dead worker cannot block sales. Answers the offers of
    /// which less is left now than can be bought.
    async fn reserve(&self, tx: &Tx, cart: &CartView, allowed: Allowed) -> Result<Vec<OfferId>, Stop> {
        let mut wanted: Vec<&CartLine> = lines(cart).collect();
        wanted.sort_unstable_by_key(|line| line.offer);
        let mut out = Vec::new();
        for line in wanted {
            let mut left = try_reserve(tx, line).await?;
            if left.is_none() {
                orders::expire_due_for_offer(tx, line.offer, self.settled).await?;
                left = try_reserve(tx, line).await?;
            }
            if let Some(stock) = &left {
                let smallest = Ord::max(line.terms.sold_by.min, 1);
                allowed.check_share(line.quantity.amount(), stock.on_hand, smallest)?;
                if stock.on_hand - stock.reserved < smallest {
                    out.push(line.offer);
                }
            }
            if left.is_none() {
                let changes = vec![Change::Stock {
                    name: line.name.text.clone(),
                }];
                let refused = Some(ErrorCode::SoldOut);
                return Err(Stop::Again(Box::new(Rejected {
                    refused,
                    changes,
                    ..Rejected::default()
                })));
            }
        }
        Ok(out)
    }

    async fn write_group(
        &self,
        tx: &Tx,
        cart: &CartView,
        freight: Money,
        frozen: Option<&FrozenStation>,
        allowed: Allowed,
        returns: ReturnRules,
    ) -> Result<order_group::Model, Stop> {
        let total = cart.goods.checked_add(freight)?;
        let expires_at = self.details.payment.unpaid_until(self.now);
        let holds_until = allowed.standing.holds_until(self.now, expires_at);
        let (station, address) = match &self.details.delivery {
            Delivery::Station(id) => (Some(*id), None),
            Delivery::Address {
                province,
                city,
                district,
                street,
            } => (None, Some((province, city, district, street))),
        };
        let group = order_group::ActiveModel {
            code: Set(self.code.to_string()),
            cart_id: Set(self.cart.id()),
            locale: Set(self.locale),
            buyer_name: Set(self.details.name.as_str().to_owned()),
            phone: Set(self.details.phone.as_e164().to_owned()),
            delivery: Set(self.details.delivery.method()),
            station_id: Set(station),
            province: Set(address.map(|a| *a.0)),
            city: Set(address.map(|a| a.1.as_str().to_owned())),
            district: Set(address.map(|a| a.2.as_str().to_owned())),
            street: Set(address.map(|a| a.3.as_str().to_owned())),
            note: Set(self.details.note.as_str().to_owned()),
            payment_method: Set(self.details.payment),
            goods_minor: Set(cart.goods.minor),
            freight_minor: Set(freight.minor),
            total_minor: Set(total.minor),
            currency: Set(total.currency),
            placed_at: Set(self.now),
            expires_at: Set(expires_at),
            holds_until: Set((holds_until < expires_at).then_some(holds_until)),
            station_code: Set(frozen.map(|station| station.code.clone())),
            station_name: Set(frozen.map(|station| station.name.text.clone())),
            station_name_lang: Set(frozen.map(|station| station.name.lang)),
            station_township: Set(frozen.map(|station| station.township.text.clone())),
            name_key: Set(Some(search_key(self.details.name.as_str()))),
            report_hours: Set(Some(returns.report_hours.into())),
            return_days: Set(Some(returns.return_days.into())),
            way_back: Set(Some(returns.way_back)),
            ..Default::default()
        }
        .insert(tx)
        .await?;
        let bill = payment::ActiveModel {
            group_id: Set(group.id),
            method: Set(self.details.payment),
            status: Set(PaymentStatus::Created),
            amount_minor: Set(total.minor),
            currency: Set(total.currency),
            reference: Set(self.reference.to_string()),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            ..Default::default()
        };
        payment::Entity::insert(bill).exec_without_returning(tx).await?;
        Ok(group)
    }

    /// One order a cooperative, and what belongs to them: a statement for each table.
    async fn write_orders(
        &self,
        tx: &Tx,
        directory: &Directory,
        group: &order_group::Model,
        parts: &[Part<'_>],
    ) -> Result<(), Stop> {
        let mut rows = Vec::with_capacity(parts.len());
        let mut part_of = HashMap::with_capacity(parts.len());
        for part in parts {
            // One that does not sell any more has nothing to sell.
            let cooperative = directory
                .cooperative_by_slug(&part.seller.slug)
                .filter(|cooperative| cooperative.sells())
                .map(|cooperative| cooperative.entry.id)
                .ok_or(Error::Refused(ErrorCode::SoldOut))?;
            part_of.insert(cooperative, part);
            rows.push(self.order_row(group.id, cooperative, part, directory.settings.fees)?);
        }
        let classes = classes(tx, directory, parts).await?;
        // In no order that is promised: each is known by its cooperative.
        let made = order::Entity::insert_many(rows).exec_with_returning(tx).await?;
        let (mut order_lines, mut held, mut events) = (Vec::new(), Vec::new(), Vec::new());
        for order in &made {
            let part = part_of.get(&order.cooperative_id).ok_or(Error::NotFound)?;
            for line in &part.seller.lines {
                order_lines.push(frozen_line(order.id, line, classes.get(&line.offer).copied()));
                held.push(reservation::ActiveModel {
                    order_id: Set(order.id),
                    offer_id: Set(line.offer),
                    quantity: Set(line.quantity.amount()),
                    status: Set(ReservationStatus::Active),
                    expires_at: Set(group.holds_until.unwrap_or(group.expires_at)),
                    ..Default::default()
                });
            }
            events.push(orders::event_row(order.id, self.now, OrderNote::Placed, "buyer"));
        }
        order_line::Entity::insert_many(order_lines)
            .exec_without_returning(tx)
            .await?;
        reservation::Entity::insert_many(held)
            .exec_without_returning(tx)
            .await?;
        order_event::Entity::insert_many(events)
            .exec_without_returning(tx)
            .await?;
        let due = money::due_rows(group, &made, self.now);
        if !due.is_empty() {
            money_entry::Entity::insert_many(due).exec_without_returning(tx).await?;
        }
        Ok(())
    }

    fn order_row(
        &self,
        group: OrderGroupId,
        cooperative: CooperativeId,
        part: &Part<'_>,
        fees: Fees,
    ) -> Result<order::ActiveModel> {
        let name = &part.seller.name;
        Ok(order::ActiveModel {
            group_id: Set(group),
            cooperative_id: Set(cooperative),
            cooperative_name: Set(name.text.clone()),
            cooperative_name_lang: Set(Some(name.lang)),
            status: Set(OrderStatus::Placed),
            fulfilment: Set(FulfilmentStatus::Unfulfilled),
            goods_minor: Set(part.seller.goods.minor),
            freight_minor: Set(part.freight.minor),
            total_minor: Set(part.seller.goods.checked_add(part.freight)?.minor),
            weight_grams: Set(part.weight.grams()),
            updated_at: Set(self.now),
            commission_permille: Set(fees.permille.into()),
            parcel_fee_minor: Set(fees.parcel_minor),
            ..Default::default()
        })
    }

    /// Closes the cart before anything is written for it: of two tabs that order it at once, the second finds it empty.
    async fn close_cart(&self, tx: &Tx) -> Result<(), Stop> {
        let done = cart::Entity::update_many()
            .col_expr(cart::Column::Status, Expr::value(CartStatus::Completed))
            .col_expr(cart::Column::UpdatedAt, Expr::value(self.now))
            .filter(cart::Column::Id.eq(self.cart.id()))
            .filter(cart::Column::Status.eq(CartStatus::Open))
            .exec(tx)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Refused(ErrorCode::CartEmpty).into())
        }
    }
}

/// The guarded update: it succeeds or the stock is not there; nothing is read first.
/// Reserves a line and answers the stock of its offer after that; nothing when there is not enough.
async fn try_reserve(tx: &Tx, line: &CartLine) -> Result<Option<stock::Model>, Stop> {
    let quantity = line.quantity.amount();
    let rows = stock::Entity::update_many()
        .col_expr(
            stock::Column::Reserved,
            Expr::col(stock::Column::Reserved).add(quantity),
        )
        .filter(stock::Column::OfferId.eq(line.offer))
        .filter(
            Expr::col(stock::Column::OnHand)
                .sub(Expr::col(stock::Column::Reserved))
                .gte(quantity),
        )
        .exec_with_returning(tx)
        .await?;
    Ok(rows.into_iter().next())
}
