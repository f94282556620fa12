//! What an order may hold: looks up what [`domain::hold`] decides by.

use db::Tx;
use db::entities::{offer, order, order_group, order_origin, payment, reservation};
use db::sea_orm::sea_query::{Asterisk, Expr, ExprTrait, IntoIden, Query, SelectStatement};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter, QuerySelect, Statement,
};
use domain::hold::{self, OpenOrders, Standing};
use domain::{ErrorCode, OfferId, OfferStatus, OrderGroupId, OrderStatus, PaymentStatus, ReservationStatus};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::error::{Error, Result};
use crate::{Network, Shop};

/// Who places an order, as far as the request tells.
#[derive(Clone, Debug, Default)]
pub struct Placer {
    /// Where the request comes from.
    pub network: Network,
    /// Whether somebody is signed in.
    pub is_member: bool,
}

impl Placer {
    /// Somebody whose orders no limit holds for: a desk's, a test's.
    pub fn known() -> Self {
        Self {
            network: Network::unknown(),
            is_member: true,
        }
    }
}

/// What an order that is being placed may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowed {
    pub standing: Standing,
}

/// Whether whoever orders may place one more.
///
/// # Errors
/// Which limit is reached.
pub(super) async fn allow(tx: &Tx, shop: &Shop, placer: &Placer, phone: &str, now: i64) -> Result<Allowed> {
    let standing = if placer.is_member || placer.network.is_exempt() {
        Standing::Member
    } else if is_proved(tx, phone).await? {
        Standing::Proved
    } else {
        Standing::New
    };
    if standing != Standing::Member {
        let network = keyed(shop, &placer.network);
        // What is counted here must still be so when it is written. In this order, or two could wait for one another.
        wait_for_turn(tx, &format!("order-phone {phone}")).await?;
        wait_for_turn(tx, &format!("order-network {network}")).await?;
        let open = open_orders(tx, phone, &network, now).await?;
        open.allow(standing).map_err(Error::Refused)?;
    }
    Ok(Allowed { standing })
}

impl Allowed {
    /// Whether an order may hold `quantity` of an offer of which `on_hand` is there.
    ///
    /// # Errors
    /// [`ErrorCode::ShareTooLarge`].
    pub fn check_share(self, quantity: i64, on_hand: i64, smallest: i64) -> Result<()> {
        if quantity > hold::most_of_offer(self.standing, on_hand, smallest) {
            return Err(Error::Refused(ErrorCode::ShareTooLarge));
        }
        Ok(())
    }

    /// Notes where the order came from, which took so many offers off sale.
    ///
    /// # Errors
    /// [`ErrorCode::OpenOrdersNearby`] when its network has taken too many.
    #[crate::boxed]
    pub async fn note(
        self,
        tx: &Tx,
        shop: &Shop,
        placer: &Placer,
        group: &order_group::Model,
        taken: usize,
    ) -> Result<()> {
        if self.standing == Standing::Member {
            return Ok(());
        }
        let network = keyed(shop, &placer.network);
        let taken = u64::try_from(taken).unwrap_or(u64::MAX);
        if taken > 0 {
            let most = hold::most_taken(
                self.standing,
                offers_up_to(tx, hold::TAKEN_PART * hold::TAKEN_MOST).await?,
            );
            if taken_of_network(tx, &network).await?.saturating_add(taken) > most {
                return Err(Error::Refused(ErrorCode::OpenOrdersNearby));
            }
        }
        order_origin::Entity::insert(order_origin::ActiveModel {
            group_id: Set(group.id),
            network: Set(network),
            is_new_phone: Set(self.standing == Standing::New),
            taken: Set(i64::try_from(taken).unwrap_or(i64::MAX)),
            placed_at: Set(group.placed_at),
        })
        .exec_without_returning(tx)
        .await?;
        Ok(())
    }
}

/// One transaction after the other for the same `name`. SQLite has one writer.
pub(crate) async fn wait_for_turn(tx: &Tx, name: &str) -> Result<()> {
    if tx.get_database_backend() == DatabaseBackend::Postgres {
        let sql = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        let lock = Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, [name.into()]);
        tx.query_one_raw(lock).await?;
    }
    Ok(())
}

/// A network as the database knows it, as wide as one customer may have it: not to be read back without the shop's secret.
fn keyed(shop: &Shop, network: &Network) -> String {
    Hmac::<Sha256>::new_from_slice(shop.secret()).map_or_else(
        |_| String::new(),
        |mut mac| {
            mac.update(b"order origin\0");
            mac.update(network.whole().to_string().as_bytes());
            let mut hash = hex::encode(mac.finalize().into_bytes());
            hash.truncate(32);
            hash
        },
    )
}

/// Whether an order of this phone was ever paid, or accepted by a cooperative.
async fn is_proved(tx: &Tx, phone: &str) -> Result<bool> {
    let accepted = [OrderStatus::Accepted, OrderStatus::Completed];
    let paid = PaymentStatus::ALL.into_iter().filter(|s| s.is_paid());
    let has_order = Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .and_where(
            Expr::col((order::Entity, order::Column::GroupId)).equals((order_group::Entity, order_group::Column::Id)),
        )
        .and_where(Expr::col((order::Entity, order::Column::Status)).is_in(accepted))
        .to_owned();
    let has_payment = Query::select()
        .expr(Expr::val(1))
        .from(payment::Entity)
        .and_where(
            Expr::col((payment::Entity, payment::Column::GroupId))
                .equals((order_group::Entity, order_group::Column::Id)),
        )
        .and_where(Expr::col((payment::Entity, payment::Column::Status)).is_in(paid))
        .to_owned();
    let found: Option<OrderGroupId> = order_group::Entity::find()
        .select_only()
        .column(order_group::Column::Id)
        .filter(order_group::Column::Phone.eq(phone))
        .filter(Expr::exists(has_order).or(Expr::exists(has_payment)))
        .limit(1)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// An order of the group named by `group` that still holds goods nobody paid for or promised.
fn holding<E: IntoIden + 'static, C: IntoIden + 'static>(table: E, group: C) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .inner_join(
            reservation::Entity,
            Expr::col((reservation::Entity, reservation::Column::OrderId)).equals((order::Entity, order::Column::Id)),
        )
        .and_where(Expr::col((order::Entity, order::Column::GroupId)).equals((table, group)))
        .and_where(Expr::col((reservation::Entity, reservation::Column::Status)).eq(ReservationStatus::Active))
        .to_owned()
}

/// What counts towards the limits, in one statement: every order asks for it.
async fn open_orders(tx: &Tx, phone: &str, network: &str, now: i64) -> Result<OpenOrders> {
    let count = || Expr::col(Asterisk).count();
    let of_phone = Query::select()
        .expr(count())
        .from(order_group::Entity)
        .and_where(Expr::col(order_group::Column::Phone).eq(phone))
        .and_where(Expr::exists(holding(order_group::Entity, order_group::Column::Id)))
        .to_owned();
    let of_network = Query::select()
        .expr(count())
        .from(order_origin::Entity)
        .and_where(Expr::col(order_origin::Column::Network).eq(network))
        .and_where(Expr::col(order_origin::Column::IsNewPhone).eq(true))
        .and_where(Expr::exists(holding(
            order_origin::Entity,
            order_origin::Column::GroupId,
        )))
        .to_owned();
    let placed_of_network = Query::select()
        .expr(count())
        .from(order_origin::Entity)
        .and_where(Expr::col(order_origin::Column::Network).eq(network))
        .and_where(Expr::col(order_origin::Column::PlacedAt).gt(now - hold::PLACED_OF_NETWORK_MS))
        .to_owned();
    let counts = Query::select()
        .expr_as(of_phone, "of_phone")
        .expr_as(of_network, "of_network")
        .expr_as(placed_of_network, "placed_of_network")
        .to_owned();
    let row = tx.query_one(&counts).await?.ok_or(Error::NotFound)?;
    let count = |name: &str| -> Result<u64> {
        let number: i64 = row.try_get("", name)?;
        u64::try_from(number).map_err(Error::internal)
    };
    Ok(OpenOrders {
        of_phone: count("of_phone")?,
        of_network: count("of_network")?,
        placed_of_network: count("placed_of_network")?,
    })
}

async fn taken_of_network(tx: &Tx, network: &str) -> Result<u64> {
    let taken: Vec<i64> = order_origin::Entity::find()
        .select_only()
        .column(order_origin::Column::Taken)
        .filter(order_origin::Column::Network.eq(network))
        .filter(order_origin::Column::Taken.gt(0))
        .filter(Expr::exists(holding(
            order_origin::Entity,
            order_origin::Column::GroupId,
        )))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(u64::try_from(taken.iter().sum::<i64>()).unwrap_or(u64::MAX))
}

/// How many offers there are, counted no further than `most`.
async fn offers_up_to(tx: &Tx, most: u64) -> Result<u64> {
    let ids: Vec<OfferId> = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .filter(offer::Column::Status.eq(OfferStatus::Active))
        .limit(most)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids.len() as u64)
}
