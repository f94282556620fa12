//! Which orders are printed.

use domain::{ErrorCode, Locale, OrderCode};
use service::studio::{self, Paper, PrintQuery, Printed, PrintedOrders};

use super::studio_lists::{copy, shops};

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
