//! The real program while the bucket with its pictures is away: pages and orders go on.

use tokio::net::TcpListener;

use super::program::{Program, Start, filled, prepare};
use crate::client::{Ask, Client};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bucket_that_is_away_takes_neither_pages_nor_orders_with_it() {
    let (folder, offer) = filled().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!(
        "s3://pictures?endpoint=http://{}&region=cn-1",
        listener.local_addr().unwrap()
    );
    drop(listener);
    let program = Program::start_with(folder.path(), Start::Bucket { url: &url });
    let mut client = Client::new(program.addr);

    let page = client.get("/ug").await.is(200).page();
    let picture = page
        .first("img[src^='/media/']")
        .unwrap()
        .attr("src")
        .unwrap()
        .to_owned();
    let answer = client.get(&picture).await.is(503);
    let kept = answer.header("cache-control");
    assert!(!kept.contains("immutable") && !kept.contains("max-age"), "{kept}");

    let mut attempt = prepare(program.addr, offer).await.unwrap().unwrap();
    let answer = attempt.client.send(Ask::post("/ug/checkout", &attempt.fields)).await;
    assert_eq!(answer.status.as_u16(), 303);
    client.get("/readyz").await.is(200);
    assert!(program.stop());
}
