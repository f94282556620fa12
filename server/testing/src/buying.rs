//! Filling carts and placing orders.

use domain::{Locale, OrderCode};
use service::cart::{self, CartHandle};
use service::checkout::{self, CheckoutForm, Placed, Rejected};
use service::orders::{self, OrderAccess};

use crate::TestShop;

/// An order that stands.
#[derive(Clone, Debug)]
pub struct Bought {
    /// Its code.
    pub code: OrderCode,
    /// The cart it was made of.
    pub cart: CartHandle,
    /// The form as it was sent.
    pub form: CheckoutForm,
}

/// Statements that copy the only order `count` times: each a second later than the one before, from the time of the first
/// on. `stage`: their status and fulfilment as SQL writes them, such as `'accepted', 'packed'`.
pub fn copies_of_order(count: u32, stage: &str) -> [String; 2] {
    [
        format!(
            "INSERT INTO order_groups (code, cart_id, locale, buyer_name, phone, delivery, station_id, note,
                 payment_method, goods_minor, freight_minor, total_minor, currency, placed_at, expires_at)
             SELECT substr(CAST(1000000000000 + n.i AS TEXT), 2, 4)
                     || '-' || substr(CAST(1000000000000 + n.i AS TEXT), 6, 4)
                     || '-' || substr(CAST(1000000000000 + n.i AS TEXT), 10, 4),
                 cart_id, locale, buyer_name, phone, delivery, station_id, note, payment_method,
                 goods_minor, freight_minor, total_minor, currency, placed_at + n.i * 1000, expires_at
             FROM order_groups, (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                 SELECT i FROM n) n
             WHERE order_groups.id = (SELECT MIN(id) FROM order_groups)"
        ),
        format!(
            "INSERT INTO orders (group_id, cooperative_id, cooperative_name, status, fulfilment, goods_minor,
                 freight_minor, total_minor, weight_grams, updated_at)
             SELECT g.id, o.cooperative_id, o.cooperative_name, {stage}, o.goods_minor, o.freight_minor, o.total_minor,
                 o.weight_grams, o.updated_at
             FROM order_groups g, orders o
             WHERE o.id = (SELECT MIN(id) FROM orders) AND g.id > o.group_id"
        ),
    ]
}

impl TestShop {
    /// A fresh cart with these offers and quantities.
    ///
    /// # Panics
    /// When one of them is refused.
    pub async fn cart_with(&self, goods: &[(&str, &str)]) -> CartHandle {
        let mut cart = None;
        for (sku, quantity) in goods {
            let offer = self.offer(sku).await;
            let added = cart::add(self, cart, offer, quantity)
                .await
                .unwrap_or_else(|e| panic!("{sku}: {e}"));
            if let Some(token) = added.token {
                cart = cart::open(self, &token.to_hex()).await.unwrap().map(|(cart, _)| cart);
            }
        }
        cart.expect("at least one offer")
    }

    /// A form that collects at station B001 and pays there. No key and no quote: the page gives those.
    pub fn to_station(&self) -> CheckoutForm {
        CheckoutForm {
            name: "Aygül".to_owned(),
            phone: "138 0013 8000".to_owned(),
            delivery: "station".to_owned(),
            station: "B001".to_owned(),
            payment: "cash_at_station".to_owned(),
            ..CheckoutForm::default()
        }
    }

    /// A form that is sent to an address in this province and paid by transfer.
    pub fn to_address(&self, province: &str) -> CheckoutForm {
        CheckoutForm {
            delivery: "address".to_owned(),
            station: String::new(),
            province: province.to_owned(),
            city: "喀什".to_owned(),
            district: "疏附县".to_owned(),
            street: "人民路 12 号".to_owned(),
            payment: "bank_transfer".to_owned(),
            ..self.to_station()
        }
    }

    /// The form as the checkout page would send it: with a key and the quote of what it shows.
    ///
    /// # Panics
    /// When the page does not open.
    pub async fn shown(&self, cart: CartHandle, form: CheckoutForm) -> CheckoutForm {
        checkout::open(self, Locale::Zh, cart, form)
            .await
            .expect("the checkout opens")
            .form
    }

    /// Buys these goods.
    ///
    /// # Panics
    /// When the order is not placed.
    pub async fn buy(&self, goods: &[(&str, &str)], form: CheckoutForm) -> Bought {
        self.buy_in(Locale::Zh, goods, form).await
    }

    /// Buys these goods in this language.
    ///
    /// # Panics
    /// When the order is not placed.
    pub async fn buy_in(&self, locale: Locale, goods: &[(&str, &str)], form: CheckoutForm) -> Bought {
        let cart = self.cart_with(goods).await;
        let form = self.shown(cart, form).await;
        let code = placed(checkout::place(self, locale, cart, &form).await.unwrap());
        Bought { code, cart, form }
    }

    /// Opens an order as its buyer does.
    ///
    /// # Panics
    /// When the phone's last digits do not open it.
    pub async fn access(&self, bought: &Bought) -> OrderAccess {
        let digits: String = bought.form.phone.chars().filter(char::is_ascii_digit).collect();
        orders::unlock(
            self,
            &service::Network::unknown(),
            &bought.code,
            &digits[digits.len() - 4..],
        )
        .await
        .expect("the buyer's own order opens")
    }
}

fn placed(answer: Placed) -> OrderCode {
    match answer {
        Placed::Order { code } => code,
        Placed::Again(rejected) => panic!("not placed: {rejected:?}"),
    }
}

impl Bought {
    /// The code of a placed order.
    ///
    /// # Panics
    /// When it was not placed.
    pub fn code_of(answer: Placed) -> OrderCode {
        placed(answer)
    }

    /// Why an order was not placed.
    ///
    /// # Panics
    /// When it was.
    pub fn rejection_of(answer: Placed) -> Rejected {
        match answer {
            Placed::Order { code } => panic!("placed as {code}"),
            Placed::Again(rejected) => *rejected,
        }
    }
}
