//! A row that cannot be read, since it was damaged or a later program wrote it, is an error of its own: whoever looks at
//! many rows goes on with the others.

use std::sync::Arc;

use db::entities::order;
use db::sea_orm::EntityTrait;
use domain::{Actor, CooperativeRole, Locale, Membership, MessageState, OrderId};
use service::catalog::{self, ListQuery};
use service::messages::channel::Page;
use service::messages::{self, Budgets, Office};
use service::studio::OrderQuery;
use service::{Shop, identity, members, money, orders, studio};
use testing::{Database, TestShop};

/// A shop on each database. Its books need not add up in the end.
async fn shops() -> Vec<TestShop> {
    let mut shops = Vec::new();
    for database in [Database::Sqlite, Database::Postgres] {
        shops.extend(TestShop::open(database).await);
    }
    shops
}

async fn row(shop: &Shop, id: OrderId) -> Result<Option<order::Model>, db::sea_orm::DbErr> {
    order::Entity::find_by_id(id).one(shop.db().read()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_word_that_is_not_known_is_an_error_of_its_row() {
    for shop in shops().await {
        let broken = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let other = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let (broken, other) = (
            shop.orders_of(&broken.code).await[0],
            shop.orders_of(&other.code).await[0],
        );
        assert!(row(&shop, broken).await.unwrap().is_some());
        for (column, word) in [
            ("status", "'unheard-of'"),
            ("fulfilment", "''"),
            ("cancel_reason", "'placed'"),
        ] {
            let before = row(&shop, broken).await.unwrap().unwrap();
            shop.execute(format!("UPDATE orders SET {column} = {word} WHERE id = {broken}"))
                .await;
            let error = row(&shop, broken).await.unwrap_err();
            assert!(db::is_unreadable(&error), "{error}");
            assert!(row(&shop, other).await.unwrap().is_some());
            shop.execute(format!(
                "UPDATE orders SET status = '{}', fulfilment = '{}', cancel_reason = NULL WHERE id = {broken}",
                before.status, before.fulfilment
            ))
            .await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nightly_check_reports_the_group_and_looks_at_the_others() {
    for shop in shops().await {
        let broken = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let wrong = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let group = |code: &domain::OrderCode| format!("(SELECT id FROM order_groups WHERE code = '{code}')");
        shop.execute(format!(
            "UPDATE payments SET status = 'captured' WHERE group_id = {}",
            group(&wrong.code)
        ))
        .await;
        for (table, column, what) in [
            ("order_groups", "locale", "the group cannot be read"),
            ("orders", "status", "an order cannot be read"),
            ("money_entries", "currency", "an entry cannot be read"),
            ("payments", "method", "the payment cannot be read"),
        ] {
            let key = if table == "order_groups" { "id" } else { "group_id" };
            let place = format!("{table} WHERE {key} = {}", group(&broken.code));
            shop.execute(format!("CREATE TABLE before AS SELECT {column} AS word FROM {place}"))
                .await;
            let set = |value: &str| {
                format!(
                    "UPDATE {}",
                    place.replacen(" WHERE", &format!(" SET {column} = {value} WHERE"), 1)
                )
            };
            shop.execute(set("'unheard-of'")).await;
            let found: Vec<&str> = money::check(&shop).await.unwrap().iter().map(|m| m.what).collect();
            assert_eq!(
                found,
                [what, "the payment's word is not what its money says"],
                "{table}"
            );
            shop.execute(set("(SELECT word FROM before)")).await;
            shop.execute("DROP TABLE before").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_leave_the_row_out() {
    for shop in shops().await {
        let bees = shop.member_of("bees").await;
        let broken = shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        let all = catalog::list(&shop, &ListQuery::new(Locale::Zh)).await.unwrap();
        shop.execute(format!(
            "UPDATE orders SET status = 'unheard-of' WHERE id = {}",
            shop.orders_of(&broken.code).await[0]
        ))
        .await;
        shop.execute("UPDATE product_cards SET unit = 'bushel' WHERE slug = 'last-sack'")
            .await;
        shop.execute("UPDATE freight_templates SET region = 'moon' WHERE region = 'remote'")
            .await;
        shop.execute("UPDATE cooperatives SET source_lang = 'xx' WHERE slug = 'almonds'")
            .await;
        shop.catch_up().await.unwrap();
        let orders = studio::orders(&shop, bees, Locale::Zh, &OrderQuery::default())
            .await
            .unwrap()
            .orders;
        assert_eq!(orders.len(), 1);
        let left = catalog::list(&shop, &ListQuery::new(Locale::Zh)).await.unwrap();
        assert_eq!(left.cards.len(), all.cards.len() - 1);
        assert!(members::find(&shop, "cooperative.almonds").is_none());
        assert!(members::find(&shop, "cooperative.bees").is_some());
        shop.buy(&[("honey-333", "1")], shop.to_address("11")).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_cannot_be_read_is_not_nobodys() {
    for shop in shops().await {
        let bees = shop.cooperative("bees").await;
        let owner = Membership::Cooperative(bees, CooperativeRole::Owner);
        let (cookie, actor, _) = shop.signed_in(owner).await;
        let (other, ..) = shop.signed_in(owner).await;
        shop.execute(format!(
            "UPDATE sessions SET proved_by = 'nod' WHERE user_id = {}",
            actor.user().unwrap()
        ))
        .await;
        assert!(identity::actor(&shop, &cookie).await.is_err());
        assert_ne!(identity::actor(&shop, &other).await.unwrap(), Actor::Anonymous);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn money_that_cannot_be_summed_is_left_out_of_lists() {
    for shop in shops().await {
        let (bees, centre) = (shop.member_of("bees").await, shop.of_centre().await);
        let broken = shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        let other = shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        shop.execute(format!(
            "UPDATE money_entries SET currency = 'unheard-of' WHERE group_id =
             (SELECT id FROM order_groups WHERE code = '{}')",
            broken.code
        ))
        .await;
        let orders = studio::orders(&shop, bees, Locale::Zh, &OrderQuery::default())
            .await
            .unwrap()
            .orders;
        assert_eq!(orders.iter().map(|order| order.code).collect::<Vec<_>>(), [other.code]);
        let awaited = money::overview(&shop, centre).await.unwrap().awaited;
        assert_eq!(awaited.iter().map(|group| group.code).collect::<Vec<_>>(), [other.code]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_of_history_that_cannot_be_read_hides_no_order() {
    for shop in shops().await {
        let bought = shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        let access = shop.access(&bought).await;
        let history = async || {
            let group = orders::view(&shop, Locale::Zh, &access).await.unwrap();
            group.orders[0].history.len()
        };
        assert_eq!(history().await, 1);
        shop.execute("INSERT INTO order_events (order_id, at, kind, actor) SELECT order_id, at, 'unheard-of', actor FROM order_events")
            .await;
        assert_eq!(history().await, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_cannot_be_read_hides_no_other() {
    for shop in shops().await {
        let bees = shop.cooperative("bees").await;
        let (cookie, ..) = shop
            .signed_in(Membership::Cooperative(bees, CooperativeRole::Owner))
            .await;
        let before = identity::account(&shop, &cookie).await.unwrap().sessions.len();
        shop.execute(
            "INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, idle_until, ends_at, device, fresh_at, proved_by)
             SELECT 'another', user_id, created_at, last_seen_at, idle_until, ends_at, device, fresh_at, 'nod' FROM sessions",
        )
        .await;
        assert_eq!(identity::account(&shop, &cookie).await.unwrap().sessions.len(), before);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_cannot_be_read_holds_up_no_other_and_is_given_up_in_the_end() {
    for shop in shops().await {
        let (centre, office) = (shop.of_centre().await, Office::new(Arc::new(Page), Budgets::default()));
        shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        assert_eq!(office.work(&shop).await.unwrap().sent, 1);
        shop.execute("UPDATE messages SET kind = 'unheard-of', state = 'waiting', attempts = 0, done_at = NULL")
            .await;
        shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        let worked = office.work(&shop).await.unwrap();
        assert_eq!((worked.sent, worked.failed), (1, 0));
        let in_state = async |state: MessageState| {
            let page = messages::list(&shop, centre, state, 1).await.unwrap();
            let (_, count) = page.counts.into_iter().find(|(counted, _)| *counted == state).unwrap();
            (page.messages.len(), count)
        };
        assert_eq!(in_state(MessageState::Sent).await, (1, 1));
        for _ in 1..8 {
            assert_eq!(in_state(MessageState::Waiting).await, (0, 1));
            assert_eq!(
                office.work(&shop).await.unwrap(),
                messages::Worked::default(),
                "put off"
            );
            shop.clock.advance(6 * 3_600_000);
            office.work(&shop).await.unwrap();
        }
        assert_eq!(in_state(MessageState::Waiting).await, (0, 0));
        assert_eq!(in_state(MessageState::Dead).await, (0, 1));
    }
}
