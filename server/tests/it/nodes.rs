//! Two programs on one PostgreSQL, and one whose connections break.

use std::time::Duration;

use db::sea_orm::{ConnectionTrait, Database as Connect};
use testing::{Database, Place};
use tokio::task::JoinSet;

use crate::both;
use crate::buyer;
use crate::client::{Ask, Client};
use crate::district::THIS;
use crate::template::Template;
use crate::test_app::{Options, TestApp};
use crate::world::sign_in;

/// A program as the operator starts it, with a data folder of its own, on the database of `place`.
async fn start(files: &Template, place: &Place) -> TestApp {
    let options = Options {
        as_program: true,
        ..Options::default()
    };
    TestApp::start_at(files, options, Some(place.url().to_owned())).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_programs_are_one_shop_to_a_buyer_and_to_a_seller() {
    both::on(Database::Postgres, async {
        let plain = Template::plain();
        let Some(place) = Place::copy_of(plain.database.as_deref().unwrap()).await else {
            return;
        };
        // Both at the same moment, and only one of them has the pictures in its folder.
        let no_files = Template::empty();
        let (a, b) = tokio::join!(start(plain, &place), start(&no_files, &place));

        // Put into the cart here, ordered there.
        let mut at_a = a.client();
        buyer::add(&mut at_a, a.offer("BADAM-500").await, "2").await.is(303);
        let mut at_b = Client::with_cookies(b.addr, &at_a.cookies);
        let page = at_b.get("/zh/cart").await.is(200).page();
        assert!(page.text().contains("50"), "the cart of the other program");
        let fields = buyer::checkout_form(&mut at_b, "ug").await;
        let code = buyer::code_of(&buyer::place(&mut at_b, &fields).await.is(303));
        // The same form at the first program is the same order.
        let mut again = Client::with_cookies(a.addr, &at_a.cookies);
        assert_eq!(buyer::code_of(&buyer::place(&mut again, &fields).await.is(303)), code);
        assert_eq!(a.number("SELECT count(*) FROM order_groups").await, 1);

        // The proof that one program signed opens the order at the other.
        let mut back_at_a = Client::with_cookies(a.addr, &at_b.cookies);
        let page = back_at_a.get(&format!("/zh/orders/{code}")).await.is(200).page();
        assert!(!page.has("[data-testid=unlock]") && page.text().contains(buyer::NAME));

        // Signed in here, working there, and what was done there shows here.
        let seller = sign_in(&a, THIS).await;
        let mut seller_at_b = Client::with_cookies(b.addr, &seller.cookies);
        let orders = seller_at_b.get("/zh/studio/orders").await.is(200).text();
        assert!(orders.contains(&code.to_string()));
        let id = b.number("SELECT id FROM orders").await;
        let path = format!("/zh/studio/orders/{id}");
        seller_at_b.post(&path, &[("command", "accept")]).await.is(303);
        assert_eq!(a.text("SELECT status FROM orders").await, "accepted");
        back_at_a.get(&format!("/zh/orders/{code}")).await.is(200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_breaks_is_told_as_such_and_is_never_a_fault_of_ours() {
    both::on(Database::Postgres, async {
        let app = TestApp::inhabited().await;
        let url = app.database_url().unwrap().to_owned();
        let knife = Connect::connect(url).await.unwrap();
        let cart = app.client_of(crate::world::Who::Shopper);
        let mut refused = 0;
        for round in 0..20 {
            let mut asked = JoinSet::new();
            for number in 0..8 {
                let mut client = cart.clone();
                let path = match number % 4 {
                    0 => format!("/zh/products?max={}", round * 100 + number + 1),
                    1 => "/zh/cart".to_owned(),
                    2 => "/zh".to_owned(),
                    _ => format!("/zh/search?q=badam{number}"),
                };
                asked.spawn(async move { (client.send(Ask::get(&path)).await, path) });
            }
            let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                       WHERE datname = current_database() AND pid <> pg_backend_pid()";
            knife.execute_unprepared(cut).await.unwrap();
            while let Some(answer) = asked.join_next().await {
                let (answer, path) = answer.unwrap();
                match answer.status.as_u16() {
                    200 => {}
                    503 => {
                        refused += 1;
                        assert_ne!(answer.header("retry-after"), "", "{path}");
                    }
                    other => panic!("{path}: {other}"),
                }
            }
        }
        println!("{refused} of 160 were told to come back");
        // It mends by itself.
        tokio::time::timeout(Duration::from_secs(10), async {
            while app.client().get("/zh/products?max=77").await.status != 200 {}
        })
        .await
        .unwrap();
    })
    .await;
}
