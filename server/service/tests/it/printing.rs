//! Which orders are printed, and files of many of them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use domain::{Actor, ErrorCode, Locale, OrderCode, PrintJobId, PrintState};
use service::studio::{self, Paper, PrintQuery, Printed, PrintedOrders};
use service::{Error, Shop, retention};
use testing::TestShop;
use tokio::runtime::Handle;
use tokio::task::block_in_place;

use super::studio_lists::{copy, shops};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Fonts with which tests print.
fn fonts() -> Option<PathBuf> {
    Some(concat!(env!("CARGO_MANIFEST_DIR"), "/../print/tests/fonts/sample.ttc").into())
}

fn link(_: Locale, code: &OrderCode) -> String {
    code.to_string()
}

/// Begins a file of labels of all that wait.
async fn begin(shop: &TestShop, member: Actor) -> Result<PrintJobId, Error> {
    let what = (Printed::Labels, Paper::A4);
    studio::begin_print(shop, member, Locale::Ug, what, PrintedOrders::Waiting).await
}

/// How many of its orders are done, of how many, and where it stands.
async fn standing(shop: &TestShop, member: Actor, id: PrintJobId) -> (i64, i64, PrintState) {
    let job = studio::find_print_job(shop, member, id).await.unwrap();
    (job.done, job.total, job.state)
}

/// The whole file.
async fn file(shop: &Shop, member: Actor, id: PrintJobId) -> Vec<u8> {
    let mut parts = studio::printed_parts(shop, member, id).await.unwrap();
    let mut file = Vec::new();
    while let Some(part) = parts.chunk().await.unwrap() {
        file.extend(part);
    }
    file
}

/// Goes on with a file until the label of order `stops_at`, where the program ends.
async fn print_until(shop: &TestShop, stops_at: usize) {
    let (shop, printed) = (Shop::clone(shop), Arc::new(AtomicUsize::new(0)));
    let task = tokio::spawn(async move {
        let link = move |_: Locale, code: &OrderCode| {
            assert!(
                printed.fetch_add(1, Ordering::Relaxed) + 1 < stops_at,
                "the program ends"
            );
            code.to_string()
        };
        studio::print_next(&shop, fonts(), &link).await
    });
    assert!(task.await.is_err(), "it ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_that_wait_are_printed_or_none() {
    for shop in &shops().await {
        let member = shop.member_of("almonds").await;
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        copy(shop, 200, "'accepted', 'unfulfilled'").await;
        let print = async || {
            let query = PrintQuery {
                printed: Printed::Slips,
                paper: Paper::A4,
                orders: PrintedOrders::Waiting,
                fonts: None,
            };
            let link = |_: Locale, code: &OrderCode| code.to_string();
            let printed = studio::print_orders(shop, member, Locale::Ug, query, &link).await;
            printed.unwrap_err().code()
        };
        // As far as the fonts, which this shop does not have.
        assert_eq!(print().await, ErrorCode::NoFonts);
        shop.execute("UPDATE orders SET status = 'accepted', fulfilment = 'packed' WHERE status = 'placed'")
            .await;
        assert_eq!(print().await, ErrorCode::TooManyToPrint, "one of 201 would be missing");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_of_many_goes_on_where_the_program_ended() {
    for shop in &shops().await {
        let member = shop.member_of("almonds").await;
        let bees = shop.member_of("bees").await;
        assert_eq!(begin(shop, member).await.unwrap_err().code(), ErrorCode::NothingToPrint);
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        copy(shop, 250, "'accepted', 'unfulfilled'").await;
        assert_eq!(studio::count_waiting(shop, member).await.unwrap(), 250);
        let id = begin(shop, member).await.unwrap();
        assert_eq!(begin(shop, member).await.unwrap(), id, "pressed twice");
        let noted = "SELECT COUNT(*) FROM audit_events WHERE action = 'orders.export' AND detail = 'pdf'";
        assert_eq!(
            shop.number(noted).await,
            1,
            "who takes so many addresses away stands in the log"
        );
        assert_eq!(standing(shop, member, id).await, (0, 250, PrintState::Making));
        for found in [
            studio::find_print_job(shop, bees, id).await.err(),
            studio::printed_parts(shop, bees, id).await.err(),
            studio::printed_parts(shop, member, id).await.err(),
        ] {
            assert!(
                matches!(found, Some(Error::NotFound)),
                "another's, or not ready: {found:?}"
            );
        }

        print_until(shop, 150).await;
        assert_eq!(standing(shop, member, id).await, (100, 250, PrintState::Making));
        // Whoever stopped may only be slow: for a minute nobody else goes on.
        assert!(!studio::print_next(shop, fonts(), &link).await.unwrap());
        // Each step since then counts as a millisecond.
        shop.clock.advance(MINUTE + 10);
        assert!(studio::print_next(shop, fonts(), &link).await.unwrap());
        assert_eq!(standing(shop, member, id).await, (250, 250, PrintState::Ready));
        assert!(
            !studio::print_next(shop, fonts(), &link).await.unwrap(),
            "nothing is left to do"
        );
        let pdf = file(shop, member, id).await;
        assert!(pdf.starts_with(b"%PDF-") && pdf.ends_with(b"%%EOF\n"));
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/Count 63"), "four labels on each of 63 sheets");
        assert_eq!(
            studio::printed_parts(shop, member, id).await.unwrap().name(),
            "labels-250.pdf"
        );
        assert!(matches!(
            studio::printed_parts(shop, bees, id).await,
            Err(Error::NotFound)
        ));

        // It says where people live: after a day nothing is left of it.
        shop.clock.advance(DAY);
        assert!(matches!(
            studio::find_print_job(shop, member, id).await,
            Err(Error::NotFound)
        ));
        retention::sweep(shop).await.unwrap();
        assert_eq!(shop.number("SELECT COUNT(*) FROM print_jobs").await, 0);
        let (one, other) = tokio::join!(begin(shop, member), begin(shop, member));
        let one = one.unwrap();
        assert_eq!(one, other.unwrap(), "pressed twice at once");
        assert_ne!(one, id);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_overtaken_stores_nothing() {
    for shop in &shops().await {
        let member = shop.member_of("almonds").await;
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        copy(shop, 3, "'accepted', 'unfulfilled'").await;
        let id = begin(shop, member).await.unwrap();
        // While the slow program makes the part, a minute goes by and another one makes all of the file.
        let (other, clock) = (Shop::clone(shop), shop.clock.clone());
        let made = Arc::new(OnceLock::new());
        let by_other = made.clone();
        let overtaken = move |_: Locale, code: &OrderCode| {
            by_other.get_or_init(|| {
                clock.advance(MINUTE);
                let all = async {
                    assert!(studio::print_next(&other, fonts(), &link).await.unwrap());
                    file(&other, member, id).await
                };
                block_in_place(|| Handle::current().block_on(all))
            });
            format!("{code} too late")
        };
        assert!(studio::print_next(shop, fonts(), &overtaken).await.unwrap());
        assert_eq!(standing(shop, member, id).await, (3, 3, PrintState::Ready));
        assert!(made.get() == Some(&file(shop, member, id).await), "it is the other's");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_cannot_be_made_is_given_up() {
    for shop in &shops().await {
        let member = shop.member_of("almonds").await;
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        copy(shop, 3, "'accepted', 'unfulfilled'").await;
        let id = begin(shop, member).await.unwrap();
        let failed = studio::print_next(shop, None, &link).await.unwrap_err();
        assert_eq!(failed.code(), ErrorCode::NoFonts);
        assert_eq!(standing(shop, member, id).await, (0, 3, PrintState::Failed));
        shop.clock.advance(DAY / 2);
        assert!(!studio::print_next(shop, fonts(), &link).await.unwrap());
        // Asked for again it is another file, and so are other orders.
        let next = begin(shop, member).await.unwrap();
        assert_ne!(next, id);
        let own = shop
            .number("SELECT MIN(id) FROM orders WHERE status = 'accepted'")
            .await;
        let one = PrintedOrders::These(vec![domain::OrderId(own)]);
        let what = (Printed::Slips, Paper::Roll76);
        studio::begin_print(shop, member, Locale::Ug, what, one).await.unwrap();
        while studio::print_next(shop, fonts(), &link).await.unwrap() {}
        assert_eq!(standing(shop, member, next).await, (3, 3, PrintState::Ready));
        // Three at a time wait to be made.
        for paper in Paper::ALL {
            let orders = PrintedOrders::These(vec![domain::OrderId(own)]);
            let what = (Printed::Labels, paper);
            studio::begin_print(shop, member, Locale::Es, what, orders)
                .await
                .unwrap();
        }
        assert!(matches!(begin_in_chinese(shop, member).await, Err(Error::Busy)));
    }
}

async fn begin_in_chinese(shop: &TestShop, member: Actor) -> Result<PrintJobId, Error> {
    let what = (Printed::Labels, Paper::A4);
    studio::begin_print(shop, member, Locale::Zh, what, PrintedOrders::Waiting).await
}
