//! What must be true of the shop's data at any time, whatever happened.

use db::sea_orm::{ConnectionTrait, Statement};
use service::Shop;

/// A rule, as a query for what breaks it: anything it answers is a mistake.
type Rule = (&'static str, &'static str);

const RULES: [Rule; 29] = [
    (
        "nothing is sold that is not there",
        "SELECT offer_id FROM stock WHERE on_hand < 0 OR reserved < 0 OR reserved > on_hand + short",
    ),
    (
        "what is short was written down",
        "SELECT s.offer_id FROM stock s WHERE s.short > 0 AND s.short > COALESCE((
             SELECT SUM(-m.change) FROM stock_movements m WHERE m.offer_id = s.offer_id AND m.change < 0), 0)",
    ),
    (
        "what is reserved is what orders that have not left hold",
        "SELECT s.offer_id FROM stock s WHERE s.reserved <> COALESCE((
             SELECT SUM(r.quantity) FROM reservations r JOIN orders o ON o.id = r.order_id
             WHERE r.offer_id = s.offer_id AND r.status IN ('active', 'converted')
               AND o.fulfilment IN ('unfulfilled', 'packed')), 0)",
    ),
    (
        "a cancelled or expired order holds nothing",
        "SELECT r.id FROM reservations r JOIN orders o ON o.id = r.order_id
         WHERE o.status IN ('canceled', 'expired') AND r.status IN ('active', 'converted')",
    ),
    (
        "an open order holds all of its goods",
        "SELECT r.id FROM reservations r JOIN orders o ON o.id = r.order_id
         WHERE o.status IN ('placed', 'accepted', 'completed') AND r.status NOT IN ('active', 'converted')",
    ),
    (
        "every line has its reservation",
        "SELECT l.order_id FROM order_lines l GROUP BY l.order_id, l.offer_id
         HAVING SUM(l.quantity - l.missing) <> COALESCE((
             SELECT SUM(r.quantity) FROM reservations r WHERE r.order_id = l.order_id AND r.offer_id = l.offer_id), 0)",
    ),
    (
        "an order's goods are the sum of its lines",
        "SELECT o.id FROM orders o WHERE o.goods_minor <> COALESCE((
             SELECT SUM(l.total_minor - l.missing_minor) FROM order_lines l WHERE l.order_id = o.id), 0)",
    ),
    (
        "a group's goods are the sum of its orders, and of what was not sent",
        "SELECT g.id FROM order_groups g WHERE g.goods_minor <> COALESCE((
             SELECT SUM(o.goods_minor) FROM orders o WHERE o.group_id = g.id), 0) + COALESCE((
             SELECT SUM(r.amount_minor) FROM order_reductions r JOIN orders o ON o.id = r.order_id
             WHERE o.group_id = g.id), 0)",
    ),
    (
        "freight is shared to the last fen",
        "SELECT g.id FROM order_groups g WHERE g.freight_minor <> COALESCE((
             SELECT SUM(o.freight_minor) FROM orders o WHERE o.group_id = g.id), 0)",
    ),
    (
        "totals are goods and freight",
        "SELECT id FROM order_groups WHERE total_minor <> goods_minor + freight_minor
         UNION ALL SELECT id FROM orders WHERE total_minor <> goods_minor + freight_minor",
    ),
    (
        "a group is paid once, and exactly",
        "SELECT g.id FROM order_groups g WHERE 1 <> (
             SELECT COUNT(*) FROM payments p
             WHERE p.group_id = g.id AND p.amount_minor = g.total_minor AND p.currency = g.currency)",
    ),
    (
        "a payment belongs to a group",
        "SELECT group_id FROM payments GROUP BY group_id HAVING COUNT(*) > 1",
    ),
    (
        "every order has what is due of it as an entry",
        // Of one whose goods all were made good nothing is due any more: what was booked last is undone.
        "SELECT o.id FROM orders o WHERE o.total_minor <> COALESCE((
             SELECT CASE WHEN o.total_minor = 0 AND EXISTS (
                 SELECT 1 FROM money_entries c WHERE c.counter_of = e.id) THEN 0 ELSE e.amount_minor END
             FROM money_entries e
             WHERE e.order_id = o.id AND e.kind = 'due' AND e.state = 'booked' ORDER BY e.id DESC LIMIT 1), 0)",
    ),
    (
        "an entry that undoes another has its amount negated",
        "SELECT c.id FROM money_entries c JOIN money_entries e ON e.id = c.counter_of
         WHERE c.state <> 'counter' OR c.amount_minor <> -e.amount_minor OR c.kind <> e.kind",
    ),
    (
        "money without an order is marked as such",
        "SELECT id FROM money_entries WHERE group_id IS NULL AND state = 'booked'",
    ),
    (
        // The retention job removes keys after thirty days; orders stay.
        "a key stands for one order and an order for one key",
        "SELECT g.id FROM order_groups g WHERE 1 < (
             SELECT COUNT(*) FROM idempotency_keys k WHERE k.response = g.code)
         OR (NOT EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.response = g.code)
             AND NOT EXISTS (SELECT 1 FROM settings s WHERE s.name = 'retention-at'))",
    ),
    (
        "a key of the checkout leads to an order",
        "SELECT CAST(0 AS BIGINT) FROM idempotency_keys k
         WHERE k.route = 'checkout' AND NOT EXISTS (SELECT 1 FROM order_groups g WHERE g.code = k.response)",
    ),
    (
        "a cart is ordered once",
        "SELECT cart_id FROM order_groups GROUP BY cart_id HAVING COUNT(*) > 1",
    ),
    (
        "an ordered cart is closed",
        "SELECT g.id FROM order_groups g JOIN carts c ON c.id = g.cart_id WHERE c.status <> 'completed'",
    ),
    (
        "every order has a history that begins with its sale",
        "SELECT o.id FROM orders o WHERE 'placed' <> COALESCE((
             SELECT e.kind FROM order_events e WHERE e.order_id = o.id ORDER BY e.id LIMIT 1), '')",
    ),
    (
        "what takes another's place is known by why, and pays no more than was agreed",
        "SELECT l.id FROM order_lines l WHERE l.replaces IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM order_reductions r JOIN order_lines o ON o.id = l.replaces
             WHERE r.line_id = l.id AND r.order_id = l.order_id AND o.order_id = l.order_id
               AND r.missing <= o.missing AND r.missing_minor = l.total_minor + r.amount_minor)",
    ),
    (
        "what went into parcels is not left of a lot",
        "SELECT l.id FROM lots l WHERE l.remaining > l.amount - COALESCE((
             SELECT SUM(u.amount) FROM lot_uses u WHERE u.lot_id = l.id), 0)",
    ),
    (
        "lots say no more than is there and not in a parcel",
        "SELECT s.offer_id FROM stock s WHERE EXISTS (
             SELECT 1 FROM lots l WHERE l.offer_id = s.offer_id AND l.remaining > 0)
         AND COALESCE((SELECT SUM(l.remaining) FROM lots l WHERE l.offer_id = s.offer_id), 0)
             > s.on_hand - COALESCE((
             SELECT SUM(r.quantity) FROM reservations r JOIN orders o ON o.id = r.order_id
             WHERE r.offer_id = s.offer_id AND r.status IN ('active', 'converted') AND o.fulfilment = 'packed'), 0)",
    ),
    (
        "no parcel has more of lots than of goods",
        "SELECT u.order_id FROM lot_uses u JOIN lots l ON l.id = u.lot_id GROUP BY u.order_id, l.offer_id
         HAVING SUM(u.amount) > COALESCE((
             SELECT SUM(r.quantity) FROM reservations r WHERE r.order_id = u.order_id AND r.offer_id = l.offer_id), 0)",
    ),
    (
        "a payout was approved by a second person, and is undone once and whole",
        "SELECT p.id FROM payouts p WHERE (p.state = 'paid' AND p.counter_of IS NULL AND p.approved_by IS NULL)
             OR p.approved_by = p.made_by
         UNION ALL SELECT c.id FROM payouts c JOIN payouts p ON p.id = c.counter_of
         WHERE c.amount_minor <> -p.amount_minor OR c.cooperative_id <> p.cooperative_id OR p.state <> 'paid'",
    ),
    (
        "the cash of a closed shift is what it began with and took, less what it gave away, and its difference",
        "SELECT s.id FROM shifts s WHERE s.state = 'closed' AND s.left_minor <> s.float_minor
             + s.counted_minor - s.expected_minor
             + COALESCE((SELECT SUM(CASE e.kind WHEN 'received' THEN e.amount_minor WHEN 'given_back' THEN -e.amount_minor
                                    ELSE 0 END) FROM money_entries e WHERE e.shift_id = s.id), 0)
             - COALESCE((SELECT SUM(m.amount_minor) FROM shift_moves m
                         WHERE m.shift_id = s.id AND m.kind = 'handed_over'), 0)",
    ),
    (
        "what is in a drawer came or went in cash",
        "SELECT e.id FROM money_entries e JOIN shifts s ON s.id = e.shift_id
         WHERE e.method IS NULL OR e.method <> 'cash_at_station' OR e.currency <> s.currency
             OR e.kind NOT IN ('received', 'given_back')",
    ),
    (
        "all that is due of an order is what it costs while it stands",
        "SELECT o.id FROM orders o WHERE COALESCE((
             SELECT SUM(e.amount_minor) FROM money_entries e WHERE e.order_id = o.id AND e.kind = 'due'), 0)
         <> CASE WHEN o.status IN ('canceled', 'expired') THEN 0 ELSE o.total_minor END",
    ),
    (
        "no line is without a frozen name",
        "SELECT id FROM order_lines WHERE name = '' OR name_lang = ''",
    ),
];

/// Panics, naming the rule, unless every rule holds.
///
/// # Panics
/// When one does not, or the database does not answer.
pub async fn check_books(shop: &Shop) {
    for (rule, sql) in RULES {
        let statement = Statement::from_string(shop.db().backend(), sql);
        let broken = shop
            .db()
            .read()
            .query_all_raw(statement)
            .await
            .unwrap_or_else(|e| panic!("{rule}: {e}"));
        let ids: Vec<i64> = broken
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap_or_default())
            .collect();
        assert!(ids.is_empty(), "the books are wrong: {rule}; broken by {ids:?}");
    }
    let mistakes = service::money::check(shop).await.expect("the books are read");
    assert!(mistakes.is_empty(), "the money is wrong: {mistakes:?}");
    check_cards(shop).await;
    let log = service::audit::verify(shop, None).await.expect("the log is read");
    assert_eq!(log.broken, None, "the audit log is wrong");
}

/// Lists show what is true now: what can be bought, and the size that the add button adds can be bought.
async fn check_cards(shop: &Shop) {
    const FREE: &str = "s.on_hand - s.reserved >= o.minimum AND o.status = 'active'
        AND NOT EXISTS (SELECT 1 FROM products p WHERE p.id = o.product_id AND p.paused_until IS NOT NULL)";
    let flag = match shop.db().backend() {
        db::sea_orm::DatabaseBackend::Postgres => "c.available",
        _ => "c.available = 1",
    };
    let wrong = [
        (
            "a card says whether anything can be bought",
            format!(
                "SELECT c.product_id FROM product_cards c WHERE ({flag}) <> EXISTS (
                     SELECT 1 FROM offers o JOIN stock s ON s.offer_id = o.id WHERE o.product_id = c.product_id AND {FREE})"
            ),
        ),
        (
            "a card offers a size that is there",
            format!(
                "SELECT c.product_id FROM product_cards c JOIN offers o ON o.id = c.offer_id JOIN stock s ON s.offer_id = o.id
                 WHERE ({flag}) AND NOT ({FREE})"
            ),
        ),
        (
            "a card shows today's price",
            "SELECT c.product_id FROM product_cards c JOIN offers o ON o.id = c.offer_id
             WHERE c.price_minor <> o.price_minor"
                .to_owned(),
        ),
        (
            "a suspended cooperative has nothing on sale",
            "SELECT c.product_id FROM product_cards c JOIN cooperatives k ON k.id = c.cooperative_id
             WHERE k.status <> 'approved'"
                .to_owned(),
        ),
    ];
    for (rule, sql) in wrong {
        let statement = Statement::from_string(shop.db().backend(), sql);
        let broken = shop
            .db()
            .read()
            .query_all_raw(statement)
            .await
            .unwrap_or_else(|e| panic!("{rule}: {e}"));
        let ids: Vec<i64> = broken
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap_or_default())
            .collect();
        assert!(ids.is_empty(), "the cards are wrong: {rule}; products {ids:?}");
    }
}
