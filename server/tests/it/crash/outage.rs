//! The real program while its PostgreSQL stops in the middle of orders and comes back: what was acknowledged is there, once;
//! nobody is taken for nobody meanwhile; and it sells again by itself.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use domain::OrderCode;
use testing::{Database, Place};
use tokio::task::JoinSet;

use super::cluster::Cluster;
use super::faults::wait_for_readiness;
use super::program::{Attempt, Data, prepare};
use crate::both;
use crate::buyer;
use crate::client::{Ask, Client, is_removal};
use crate::district::THIS;
use crate::template::Template;

/// Set when the buyers may go home.
type Over = Arc<AtomicBool>;

/// What one buyer met.
#[derive(Default)]
struct Met {
    attempts: Vec<Attempt>,
    /// Answers other than an order.
    refusals: Vec<u16>,
    /// Answers that never came.
    broken: usize,
}

/// Buys over and over, whatever is answered.
async fn buy(addr: SocketAddr, offer: i64, over: Over) -> Met {
    let mut met = Met::default();
    while !over.load(Ordering::Relaxed) {
        match prepare(addr, offer).await {
            Err(_) => met.broken += 1,
            Ok(Err(status)) => met.refusals.push(status),
            Ok(Ok(mut attempt)) => {
                match attempt
                    .client
                    .try_send(Ask::post("/ug/checkout", &attempt.fields))
                    .await
                {
                    Err(_) => met.broken += 1,
                    Ok(answer) if answer.status.as_u16() == 303 => attempt.told = Some(buyer::code_of(&answer)),
                    Ok(answer) => met.refusals.push(answer.status.as_u16()),
                }
                met.attempts.push(attempt);
            }
        }
    }
    met
}

/// A browser of somebody, what it looks at, and what stands there when it is answered.
struct Watcher {
    client: Client,
    path: String,
    sees: &'static str,
}

impl Watcher {
    /// Looks over and over: whoever it is, they are never taken for nobody. Answers how often it was told to come back.
    async fn watch(mut self, over: Over) -> usize {
        let mut refused = 0;
        while !over.load(Ordering::Relaxed) {
            let answer = self.client.get(&self.path).await;
            match answer.status.as_u16() {
                200 => assert!(answer.text().contains(self.sees), "{}: {}", self.path, self.sees),
                503 => {
                    refused += 1;
                    assert!(!answer.header("retry-after").is_empty(), "{}", self.path);
                }
                other => panic!("{}: {other} {}", self.path, answer.location()),
            }
            assert!(answer.cookies().iter().all(|cookie| !is_removal(cookie)));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        refused
    }
}

/// A member at work, a shopper with a cart, and one who follows an order.
async fn watchers(addr: SocketAddr, offer: i64) -> Vec<Watcher> {
    let account = Template::plain()
        .accounts
        .iter()
        .find(|account| account.role == THIS)
        .unwrap();
    let mut member = Client::new(addr);
    let fields = [("phone", account.phone.as_str()), ("password", &account.password)];
    member.post("/ug/account/sign-in", &fields).await.is(303);
    let mut shopper = Client::new(addr);
    buyer::add(&mut shopper, offer, "3").await.is(303);
    let mut follower = Client::new(addr);
    let code = buyer::buy(&mut follower, offer, "1").await;
    let watcher = |client: &Client, path: &str, sees| Watcher {
        client: client.clone(),
        path: path.to_owned(),
        sees,
    };
    vec![
        watcher(&member, "/ug/studio/orders", "/ug/account\""),
        watcher(&member, "/ug/account", "data-testid=\"session\""),
        watcher(&shopper, "/ug/cart", "badam-500"),
        watcher(&shopper, "/ug/checkout", "data-testid=\"checkout\""),
        watcher(&follower, &format!("/ug/orders/{code}"), buyer::NAME),
    ]
}

fn orders(met: &[Met]) -> BTreeSet<OrderCode> {
    met.iter()
        .flat_map(|met| &met.attempts)
        .filter_map(|attempt| attempt.told)
        .collect()
}

/// The tests' filled shop, on a PostgreSQL that can be stopped.
async fn moved_to(cluster: &Cluster) -> Data {
    // A copy, since nobody may be connected to a template.
    let template = Template::plain().database.as_deref().unwrap();
    let place = Place::copy_of(template).await.unwrap();
    cluster.fill(place.url());
    Data::at(cluster.url()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_stops_and_comes_back_loses_no_order_and_nobody() {
    both::on(Database::Postgres, async {
        let Some(cluster) = Cluster::start() else { return };
        let data = moved_to(&cluster).await;
        let program = data.start();
        let addr = program.addr;
        let watchers = watchers(addr, data.offer).await;
        let over = Over::default();
        let (mut buyers, mut watching) = (JoinSet::new(), JoinSet::new());
        for _ in 0..6 {
            buyers.spawn(buy(addr, data.offer, over.clone()));
        }
        for watcher in watchers {
            watching.spawn(watcher.watch(over.clone()));
        }
        for _ in 0..2 {
            tokio::time::sleep(Duration::from_millis(1500)).await;
            cluster.stop_at_once();
            wait_for_readiness(addr, 503).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
            cluster.start_again();
            wait_for_readiness(addr, 200).await;
        }
        // It sells again.
        tokio::time::sleep(Duration::from_secs(3)).await;
        over.store(true, Ordering::Relaxed);
        let mut met = buyers.join_all().await;
        let refused = watching.join_all().await;
        assert!(refused.iter().all(|count| *count > 0), "{refused:?}");
        let sold = orders(&met).len();
        assert!(sold > 20, "{sold} orders: too few to mean something");
        let broken: usize = met.iter().map(|met| met.broken).sum();
        assert_eq!(broken, 0, "the program was there all the time");
        let refusals: Vec<u16> = met.iter().flat_map(|met| met.refusals.clone()).collect();
        assert!(!refusals.is_empty());
        assert!(refusals.iter().all(|status| *status == 503), "{refusals:?}");

        // Whose answer was lost sends again, and so do all others.
        let last = prepare(addr, data.offer).await.unwrap().unwrap();
        met.push(Met {
            attempts: vec![last],
            ..Met::default()
        });
        let unclear = met
            .iter()
            .flat_map(|met| &met.attempts)
            .filter(|a| a.told.is_none())
            .count();
        for attempt in met.iter_mut().flat_map(|met| &mut met.attempts) {
            attempt.resend(addr).await;
        }
        let all = orders(&met);
        let forms: usize = met.iter().map(|met| met.attempts.len()).sum();
        assert_eq!(all.len(), forms, "each form its own order");
        program.kill();
        let db = data.open().await;
        let followed = super::program::text(&db, "SELECT code FROM order_groups ORDER BY id LIMIT 1").await;
        db.close().await;
        let mut all = all;
        all.insert(OrderCode::parse(&followed).unwrap());
        data.has_just(&all).await;
        println!(
            "{sold} orders, {unclear} forms without an answer, {} refusals",
            refusals.len()
        );
    })
    .await;
}
