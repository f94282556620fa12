//! What an open page of the studio hears while it is open.

use std::time::Duration;

use crate::both::both;
use crate::buyer;
use crate::client::{Ask, Client};
use crate::test_app::TestApp;
use crate::world::Who;

const NEWS: &str = "/ug/studio/news";
/// Longer than a machine with other work takes, and shorter than the page waits before it looks by itself.
const WAIT: Duration = Duration::from_secs(15);

/// An open stream, and what came of it that was not taken yet.
struct Stream {
    answer: reqwest::Response,
    rest: String,
    /// Times it was woken for nothing.
    idle: usize,
}

impl Stream {
    async fn open(client: &Client) -> Self {
        let answer = client.open(Ask::get(NEWS).header("accept", "text/event-stream")).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert!(
            answer.headers().get("content-encoding").is_none(),
            "nothing waits to be packed"
        );
        Self {
            answer,
            rest: String::new(),
            idle: 0,
        }
    }

    /// The data of the next event; nothing once the stream has ended.
    async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.rest.split_once("\n\n") {
                let data = event.strip_prefix("data: ").map(str::to_owned);
                self.rest = rest.to_owned();
                if data.is_some() {
                    return data;
                }
                self.idle += 1;
                continue;
            }
            let chunk = tokio::time::timeout(WAIT, self.answer.chunk())
                .await
                .unwrap()
                .unwrap()?;
            self.rest.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

/// How many orders wait, of a line.
fn orders(line: &str) -> &str {
    line.split('|').nth(1).unwrap()
}

both!(an_open_page_hears_of_an_order_of_its_own);
async fn an_open_page_hears_of_an_order_of_its_own() {
    let app = TestApp::inhabited().await;
    let mut page = Stream::open(&app.client_of(Who::Packer)).await;
    let first = page.next().await.unwrap();
    assert_eq!(orders(&first), "1", "{first}");
    // Whoever comes after a time without listeners is woken once.
    service::studio::look_for_news(&app.shop).await.unwrap();

    // Of another cooperative nothing is heard: the next event is of the order after it.
    let mut shopper = app.client();
    for sku in ["HONEY-JAR", "BADAM-500"] {
        let offer = app.offer(sku).await;
        buyer::buy(&mut shopper, offer, "1").await;
        service::studio::look_for_news(&app.shop).await.unwrap();
    }
    let second = page.next().await.unwrap();
    assert_eq!(orders(&second), "2", "{second}");
    assert_eq!(page.idle, 1, "woken for another's order");

    // A shop that closes lets its pages go.
    service::studio::end_news(&app.shop);
    assert_eq!(page.next().await, None);
    let late = app
        .client_of(Who::Packer)
        .open(Ask::get(NEWS).header("accept", "text/event-stream"))
        .await;
    assert_eq!(late.status(), 503);
}

both!(an_open_page_hears_of_a_question_about_its_goods);
async fn an_open_page_hears_of_a_question_about_its_goods() {
    let app = TestApp::inhabited().await;
    let to_answer = |line: &str| line.split('|').nth(4).unwrap().to_owned();
    let mut page = Stream::open(&app.client_of(Who::Packer)).await;
    let first = page.next().await.unwrap();
    assert_eq!(to_answer(&first), "", "{first}");
    service::studio::look_for_news(&app.shop).await.unwrap();
    // What the Centre looks at first is not told.
    for text in ["www.badam.example", "قاچان يىغىلغان؟"] {
        let fields = [("text", text), ("command", "ask")];
        app.client()
            .post("/ug/products/badam-500/questions", &fields)
            .await
            .is(303);
        service::studio::look_for_news(&app.shop).await.unwrap();
    }
    let second = page.next().await.unwrap();
    assert_eq!(to_answer(&second), "1", "{second}");
    // The numbers on the first page are told apart: questions, reviews, damage.
    let apart = |line: &str| line.trim().split('|').skip(5).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(apart(&second), ["1", "0", "0"], "{second}");
    let home = app.client_of(Who::Packer).get("/es/studio").await.is(200).page();
    for tile in ["new", "questions", "reports", "product-questions", "reviews"] {
        assert!(
            home.has(&format!("[data-testid='to-do-{tile}'] leptos-island")),
            "{tile}"
        );
    }
    // Of another cooperative's goods nothing is counted.
    let other = app.client_of(Who::Other).get(NEWS).await.is(200).text();
    assert_eq!(to_answer(&other), "", "{other}");
}

both!(whoever_asks_for_no_stream_gets_one_answer);
async fn whoever_asks_for_no_stream_gets_one_answer() {
    let app = TestApp::inhabited().await;
    let answer = app.client_of(Who::Packer).get(NEWS).await.is(200);
    assert_eq!(orders(&answer.text()), "1");
    assert_eq!(orders(&app.client_of(Who::Other).get(NEWS).await.is(200).text()), "0");
    for who in [Who::Editor, Who::Host, Who::Centre] {
        let client = app.client_of(who);
        let ask = Ask::get(NEWS).header("accept", "text/event-stream");
        assert_eq!(client.open(ask).await.status(), 404, "{who:?}");
    }
}
